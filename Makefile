# make run    opens the board, on the fictional sample city when nothing is published yet
# make test   runs every test; fetches what it needs, a browser and LibreOffice included
# make check  lint, format, types and tests
# make help   lists the rest

# The first Python on the path that is new enough; PYTHON=… says another.
PYTHON ?= $(firstword $(foreach p,python3 python3.13 python3.12 python3.11 python,\
	$(shell $(p) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $(p))))
BIN := .venv/bin
WORKERS ?= 2
# Where make bench-large makes its city, 5 GB, and finds it the next time.
LARGE_HOME ?= build/large-city

# The tests run on the next DuckDB too: a release that changes an answer is known before it is used.
DUCKDB_NEXT := 2.0.0

.PHONY: help run sample test test-duckdb-next lint types check bench bench-large pictures lock clean
.DEFAULT_GOAL := help

help: ## this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 20

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed; none is on the path." >&2; exit 1; }
	$(PYTHON) -m venv .venv || { rm -rf .venv; \
		echo "No virtual environment could be made; on Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }

.venv/installed: requirements.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/installed-dev: requirements-dev.txt .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

.duckdb-next/$(DUCKDB_NEXT): | .venv/installed
	rm -rf .duckdb-next
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps \
		--target .duckdb-next duckdb==$(DUCKDB_NEXT)
	@touch $@

# A home in which nothing is published gets the sample city; one with data is left as it is.
sample: .venv/installed
	@test -e "$${BOARD_HOME:-data}/published/CURRENT" || $(BIN)/python -m etl init --sample

run: sample ## open the board
	$(BIN)/streamlit run server.py

test: .venv/installed-dev ## every test
	$(BIN)/python -m tools.chromium
	$(BIN)/python -m tools.libreoffice
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadgroup --nothing-skipped

test-duckdb-next: .venv/installed-dev .duckdb-next/$(DUCKDB_NEXT) ## tests of etl and board on the next DuckDB
	PYTHONPATH=.duckdb-next $(BIN)/python -m pytest -n $(WORKERS) --dist loadgroup --nothing-skipped \
		--expect-duckdb $(DUCKDB_NEXT) tests/etl tests/board tests/real tests/sample

lint: .venv/installed-dev ## ruff: lint and format
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: .venv/installed-dev ## mypy
	$(BIN)/mypy

check: lint types test ## lint, format, types and tests

bench: .venv/installed-dev ## speed against the bars, beside a bare Streamlit app
	$(BIN)/python -m tools.chromium
	$(BIN)/python -m benchmarks

bench-large: .venv/installed-dev ## speed with 100 units and 60 months of 3 000 000 households: an hour
	$(BIN)/python -m benchmarks --only large --home $(LARGE_HOME)

pictures: .venv/installed-dev ## the pictures in the README, taken anew
	$(BIN)/python -m tools.chromium
	$(BIN)/python -m tools.pictures

lock: .venv/installed-dev ## requirements*.txt again from requirements*.in
	for each in requirements requirements-dev; do \
		CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile --quiet --strip-extras --no-emit-options \
			--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --output-file $$each.txt $$each.in \
			|| exit 1; \
	done

clean: ## everything made by make but the home
	rm -rf .venv .duckdb-next .pytest_cache .mypy_cache .ruff_cache .hypothesis
