# The two commands of the README, and the part they share.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
PIP := PIP_DISABLE_PIP_VERSION_CHECK=1 $(BIN)/python -m pip install --quiet

.PHONY: help setup run test lint clean lock

help:
	@echo "make run    set up, load the sample newsroom, open the dashboard"
	@echo "make test   set up, run every test"
	@echo "make setup  only the environment: $(BIN)/photodesk"

setup: $(STAMP)

$(VENV)/pyvenv.cfg:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "photodesk needs Python 3.11 or newer; name one with: make PYTHON=python3.12 setup" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
		{ rm -rf $(VENV); echo "Python cannot create environments here; on Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }

$(STAMP): $(VENV)/pyvenv.cfg requirements/dev.txt pyproject.toml
	@echo "Installing the locked dependencies into $(VENV) ..."
	@$(PIP) --require-hashes -r requirements/dev.txt
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $(STAMP)

run: setup
	@$(BIN)/photodesk demo

# Every test, then the coverage of branches, room by room.
test: setup
	@$(BIN)/python -m pytest --numprocesses auto --dist loadgroup --cov --cov-report=
	@for room in media db photodesk; do \
		echo "coverage of $$room/"; \
		$(BIN)/coverage report --include="$$room/*" --fail-under=90 || exit 1; \
	done

lint: setup
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

# Only for maintainers, when pyproject.toml changes; needs uv.
lock:
	uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --no-emit-index-url \
		--python-version 3.11 pyproject.toml --extra postgres -o requirements/runtime.txt
	uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --no-emit-index-url \
		--python-version 3.11 pyproject.toml --extra postgres --group dev -o requirements/dev.txt

clean:
	rm -rf $(VENV) dist build .coverage* .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
