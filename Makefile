# Two commands do all the set-up on a fresh machine: make demo, make test.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
# Data that is not part of the project: TREEBANK is a folder with train.conllu and test.conllu of
# UD English EWT, POSTINGS one with train.json and dev.json of SkillSpan.
TREEBANK =
POSTINGS =
# Files of the batch whose memory is measured; 10000 take about a quarter of an hour for each core.
BENCH_FILES ?= 400

.PHONY: demo test lint format bench tables train docs screenshots examples clean

$(BIN)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

demo: $(BIN)/.installed
	$(BIN)/atscheck scan examples/ml-researcher.pdf --pack machine-learning-research

test: $(BIN)/.installed
	$(BIN)/python -m pytest

lint: $(BIN)/.installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(BIN)/.installed
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(BIN)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[bench]'
	-$(BIN)/python -m benchmarks.targets --files $(BENCH_FILES)
	$(BIN)/python -m benchmarks.reading
	$(BIN)/python -m benchmarks.matching
	$(BIN)/python -m benchmarks.characters
	$(BIN)/python -m benchmarks.scan
	$(BIN)/python -m benchmarks.checks
	$(BIN)/python -m benchmarks.growth
	$(BIN)/python -m benchmarks.cluster
	$(BIN)/python -m benchmarks.jobs $(POSTINGS)

# Made of the files of keywords/ and of the rules; a test says when it is due.
tables: $(BIN)/.installed
	$(BIN)/python -m training.tables

train: $(BIN)/.installed
	$(BIN)/python -m training.tagger $(TREEBANK)
	$(BIN)/python -m training.spans $(POSTINGS)

docs: $(BIN)/.installed
	$(BIN)/python docs/build.py

screenshots: $(BIN)/.installed
	$(BIN)/python -m docs.screenshots

examples: $(BIN)/.installed
	$(BIN)/python examples/build.py

clean:
	rm -rf $(VENV) dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
