"""What the newsroom does: import, review, publish; the command line and the dashboard."""

__version__ = "0.1.0"
