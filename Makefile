# Evidence Atlas. `make demo` builds and serves the sample atlas; `make test` proves that it works.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DATA ?= ../shared/data
# Python compiles what is imported when it is imported: a third of an installation is saved.
PIP_FLAGS := --quiet --no-compile --disable-pip-version-check --constraint constraints.txt

.DEFAULT_GOAL := help
.PHONY: help install install-dev browser demo test verify lint bench bench-reading bench-pages clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 14

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit("Evidence Atlas needs Python 3.11 or newer; set PYTHON=...") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(BIN)/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install $(PIP_FLAGS) --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	$(BIN)/python -m pip install $(PIP_FLAGS) --editable '.[dev]'
	@touch $@

install: $(VENV)/.installed ## put everything into .venv, so that .venv/bin/atlas runs

install-dev: $(VENV)/.installed-dev

browser: ## find Chromium for the browser tests, or install it where that is possible
	@scripts/find-chromium

demo: install ## build the sample atlas and serve it
	$(BIN)/atlas demo

test: install-dev browser ## run all tests (under 10 minutes on 2 cores)
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -m "not verify" -n 2 --dist loadfile --no-loadscope-reorder

verify: install-dev browser ## run the long checks as well (under an hour)
	$(BIN)/python -m pytest -m "verify or hypothesis" --hypothesis-profile=thorough -n 2 --dist loadfile --no-loadscope-reorder

lint: install-dev ## style, types, the law of the rooms, and tables that can be read
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python scripts/fold_patterns.py --check

bench: install-dev ## speed and quality, side by side with peers (DATA: a folder of real records)
	@test -d "$(DATA)" || { echo "make bench measures on real records: set DATA to their folder"; exit 1; }
	$(BIN)/python benchmarks/parse_speed.py $(DATA)/pubmed_native/pubmed20n0014.xml.gz
	$(BIN)/python benchmarks/pipeline_speed.py $(DATA)/pubmed_native/pubmed20n0014.xml.gz
	$(BIN)/python benchmarks/xml_medline_agreement.py $(DATA)/eutils_samples/efetch_xml/*.xml
	$(BIN)/python -m benchmarks.reading_speed $(DATA)/mecfs
	$(BIN)/python -m benchmarks.gate $(DATA) --check

bench-reading: install-dev ## how well abstracts are read and graded, held against the baseline
	$(BIN)/python -m benchmarks.scorecard $(wildcard $(DATA)) --write docs/scorecard --check

bench-pages: install-dev ## how readable the pages are, beside Cochrane's, and how much they sound alike
	@test -d "$(DATA)" || { echo "make bench-pages measures on real records: set DATA to their folder"; exit 1; }
	$(BIN)/python -m benchmarks.pages $(DATA) --write docs/scorecard

clean: ## remove the environment and the caches, never an atlas
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
