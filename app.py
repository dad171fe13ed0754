"""The front door: ``streamlit run app.py`` opens the dashboard and the newsroom's HTTP routes."""

from photodesk.server import build_app

app = build_app()
