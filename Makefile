# `make site` needs Python 3.11 or later and make, nothing else. Everything it installs goes into .venv.
VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
PY := $(BIN)/python
PIP := $(PY) -m pip --disable-pip-version-check install --quiet --no-warn-script-location
# The newest Python found that is new enough; name another with `make PYTHON=...`.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$p"; break; }; done)
# The theme's appeal about the next MkDocs; mkdocs.yml silences it too, for who calls `mkdocs` by hand.
export NO_MKDOCS_2_WARNING := 1

.PHONY: site serve test check lint format lock fuzz torture storms licences clean help

# What builds the site: mkdocs, or zensical (docs/how-to/engines.md).
ENGINE := mkdocs
site: $(VENV)/.installed $(if $(filter zensical,$(ENGINE)),$(VENV)/.installed-zensical)  ## generate the digest and build site/; OFFLINE=1: it opens from a folder; ENGINE=zensical
	$(PY) -m generator site --engine $(ENGINE)

PORT ?= 8000
serve: $(VENV)/.installed  ## the same, live at http://127.0.0.1:8000/, where corrections are made on the page; PORT=8001
	$(PY) -m mkdocs serve --dev-addr 127.0.0.1:$(PORT)

test: $(VENV)/.installed-dev  ## every test, browser tests included
	@$(PY) -m tests.browser_needed
	$(PY) -m pytest -m "not nightly"

check: lint  ## format, lint, types, fast tests
	$(PY) -m pytest -m "not browser and not slow and not nightly"

lint: $(VENV)/.installed-dev  ## format, lint, types
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy

format: $(VENV)/.installed-dev  ## put the code into the project's format
	$(PY) -m ruff format .
	$(PY) -m ruff check --fix .

lock:  ## write the lock files anew; needs uv
	uv pip compile pyproject.toml --group build --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-emit-find-links --no-header --quiet --output-file requirements.txt
	sed -n 's/^zensical = \["\(.*\)"\].*/\1/p' pyproject.toml | uv pip compile - --constraint requirements.txt \
		--universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-emit-find-links --no-header --quiet --output-file requirements-zensical.txt
	uv pip compile pyproject.toml --group build --group dev --all-extras --constraint requirements.txt --constraint requirements-zensical.txt \
		--universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-emit-find-links --no-header --quiet --output-file requirements-dev.txt

SECONDS := 60
fuzz: $(VENV)/.installed-dev  ## fuzz each target for SECONDS=60; needs atheris, see tests/fuzz.py
	$(PY) -m tests.fuzz $(SECONDS)

torture: $(VENV)/.installed-dev  ## fail every operation of a build on the file system in turn; an hour and more
	$(PY) -m tests.torture

storms: $(VENV)/.installed-dev  ## the table of what files made to hang the generator take; some minutes
	$(PY) -m tests.storms

licences: $(VENV)/.installed  ## list every locked package with its licence
	$(PY) -m tests.licences

clean:  ## remove what was installed and built; the digest in docs/ stays
	rm -rf $(VENV) .cache site .site-building-* .site-old

help:  ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

$(VENV)/pyvenv.cfg:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed: https://www.python.org/downloads/"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(VENV)/pyvenv.cfg requirements.txt pyproject.toml
	$(PIP) --require-hashes -r requirements.txt
	$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.installed-zensical: $(VENV)/.installed requirements-zensical.txt
	$(PIP) --require-hashes -r requirements-zensical.txt
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed requirements-dev.txt
	$(PIP) --require-hashes -r requirements-dev.txt
	@touch $@
