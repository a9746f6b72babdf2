# `make help` lists what there is.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/bash
export UV_PYTHON_DOWNLOADS := never
export PIP_DISABLE_PIP_VERSION_CHECK := 1

PORT ?= 8000
BLOTTER_INDEX ?= tantivy:var/index
# A Python from 3.11 on; by default the first one found.
PYTHON ?=
PYTESTFLAGS ?=
# Sets of labelled news that are no part of the repository (docs/quality.md).
QUALITY_DATA ?= ../shared/data
# Articles to measure speed with; by default the samples.
BENCH_ARTICLES ?=
export BLOTTER_INDEX

BIN := .venv/bin
# Not our own VIRTUAL_ENV or conda: always the one in .venv.
UV := env -u CONDA_PREFIX VIRTUAL_ENV=.venv $(BIN)/python -m uv
COMPILE := $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header

# An environment belongs to its folder: that of a copied or moved one runs the code of the old place.
ifneq ($(shell test -x $(BIN)/python && cat .venv/made-in 2>/dev/null),$(CURDIR))
.venv/made-in: anew
endif

.PHONY: help run test quality bench-enrich bench-search parity relevance lint format lock upgrade clean anew

help: ## List these targets.
	@echo "Blotter: search multilingual news on crime and policing."
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile
	@echo "Settings: PORT=8000, BLOTTER_INDEX=tantivy:var/index, PYTHON=python3.11, PYTESTFLAGS='-k name', QUALITY_DATA=../shared/data"

run: .venv/runtime ## Set up, index the sample articles and serve them at 127.0.0.1:PORT.
	@$(BIN)/blotter index sample_articles
	@exec $(BIN)/blotter serve --host 127.0.0.1 --port $(PORT)

test: .venv/dev ## Run all tests, with a real browser, Elasticsearch and PostgreSQL where they can be had.
	@tests/install_chromium.sh || test -z "$$CI"
	@tests/install_postgresql.sh || test -z "$$CI"
	@test -n "$$BLOTTER_TEST_ELASTICSEARCH" || $(BIN)/python -m tests.real_elasticsearch assemble || test -z "$$CI"
	@$(BIN)/python -m pytest $(PYTESTFLAGS)

quality: .venv/runtime ## Measure how right the facets are, on our own gold and the sets of QUALITY_DATA.
	@$(BIN)/python -m quality.corpora "$(QUALITY_DATA)"

bench-enrich: .venv/runtime ## Measure how many articles a second and core are enriched, and what each step takes.
	@$(BIN)/python -m benchmarks.enrich $(BENCH_ARTICLES)

parity: .venv/dev ## Measure whether both engines answer alike, on the sets of QUALITY_DATA.
	@$(BIN)/python -m benchmarks.parity "$(QUALITY_DATA)"

relevance: .venv/dev ## Measure how well results are ordered, on the collections of QUALITY_DATA.
	@$(BIN)/python -m benchmarks.relevance "$(QUALITY_DATA)"

bench-search: .venv/dev ## Measure how fast searches are, beside the bare engines and SQLite FTS5, on 200,000 articles of QUALITY_DATA.
	@$(BIN)/python -m benchmarks.search "$(QUALITY_DATA)"

lint: .venv/dev ## Check style, types, import contracts and templates.
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/djlint --lint --quiet templates

format: .venv/dev ## Format the code, and repair what can be repaired automatically.
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

lock: .venv/uv ## Write requirements/ anew from pyproject.toml; versions stay where they can.
	@$(COMPILE) $(LOCKFLAGS) --group uv -o requirements/uv.txt
	@$(COMPILE) $(LOCKFLAGS) pyproject.toml --extra postgresql --group build -o requirements/blotter.txt
	@$(COMPILE) $(LOCKFLAGS) pyproject.toml --extra postgresql --group build --group dev \
		-c requirements/blotter.txt -o requirements/dev.txt
	@grep -c -- '==' requirements/*.txt

upgrade: ## Write requirements/ anew with the newest versions.
	@$(MAKE) lock LOCKFLAGS=--upgrade

clean: ## Delete the environment, the caches and the local index and database (var/).
	rm -rf .venv var build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# What is installed follows the lock files: each file below says that it is up to date with them.

.venv/made-in:
	@set -e; \
	for python in $(or $(PYTHON),python3 python3.13 python3.12 python3.11 python); do \
		if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then break; fi; \
		python=; \
	done; \
	if [ -z "$$python" ]; then \
		echo "Blotter needs Python 3.11 or newer; $(or $(PYTHON),python3) is none. Say which: make PYTHON=/path/to/python3" >&2; \
		exit 1; \
	fi; \
	echo "Making .venv with $$("$$python" --version)"; \
	"$$python" -m venv --clear .venv || { \
		echo "That Python can't make environments. On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }; \
	echo '$(CURDIR)' > $@

.venv/uv: .venv/made-in requirements/uv.txt
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements/uv.txt
	@touch $@

.venv/runtime: .venv/uv requirements/blotter.txt pyproject.toml
	@echo "Installing what Blotter needs (requirements/blotter.txt)"
	@$(UV) pip install --quiet --compile-bytecode --require-hashes -r requirements/blotter.txt
	@$(UV) pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

.venv/dev: .venv/runtime requirements/dev.txt
	@echo "Installing what its developers need (requirements/dev.txt)"
	@$(UV) pip install --quiet --require-hashes -r requirements/dev.txt
	@touch $@
