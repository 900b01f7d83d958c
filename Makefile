# `make help` lists what there is. Any target sets up what it needs, once.
#
#   make PYTHON=/path/to/python ...   chooses the interpreter
#   make VENV=.venv-other ...         sets up beside an environment that is there already

VENV ?= .venv
PY := $(VENV)/bin/python
INSTALLED := $(VENV)/.installed
PYTEST := $(PY) -m pytest
# One more than there are processors: tests that drive the screen wait more than they reckon.
WORKERS ?= $(shell echo $$(($$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 1) + 1)))

# Every worker, and every process that a test starts, would compile all sources for itself.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help run test check format-check lint types contracts evidence format venv clean distclean

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1	/p' Makefile | while IFS='	' read -r name text; do \
	    printf '  make %-14s %s\n' "$$name" "$$text"; done

run: $(INSTALLED) ## open the program
	@$(VENV)/bin/arguendo

test: $(INSTALLED) ## run the tests
	$(PYTEST) --numprocesses $(WORKERS) --dist loadfile

# Types are one process for long: tests run beside it.
check: $(INSTALLED) ## everything that must hold before a change lands
	@$(MAKE) --no-print-directory --jobs=2 format-check lint contracts types test

format-check: $(INSTALLED) ## is the code formatted?
	$(PY) -m ruff format --check .

lint: $(INSTALLED) ## likely mistakes
	$(PY) -m ruff check .

types: $(INSTALLED) ## static types
	$(PY) -m mypy

contracts: $(INSTALLED) ## which part may import which
	$(VENV)/bin/lint-imports

# Each benchmark is a script that exits with another status than 0 when it fails.
evidence: $(INSTALLED) ## what takes longer: slow tests and benchmarks, with a table at the end
	@table=; failed=0; \
	take() { \
	    name=$$1; shift; echo "== $$name"; start=$$(date +%s); \
	    if "$$@"; then result=passed; else result=FAILED; failed=1; fi; \
	    table=$$table$$(printf '%-40s %-8s %6d s' "$$name" $$result $$(($$(date +%s) - start)))'\n'; \
	}; \
	take 'slow tests' $(PYTEST) -m evidence --numprocesses $(WORKERS) --dist loadfile; \
	take 'generated examples' $(PYTEST) -m 'hypothesis and not evidence' \
	    --hypothesis-profile thorough --numprocesses $(WORKERS) --dist loadfile; \
	for script in benchmarks/[!_]*.py; do \
	    case "$$script" in */all.py|*/instructions.py) continue;; esac; \
	    if [ -f "$$script" ]; then take "$$script" $(PY) "$$script"; fi; \
	done; \
	printf '\n%-40s %-8s %8s\n' evidence result time; printf "$$table"; exit $$failed

format: $(INSTALLED) ## format the code and mend what can be mended
	$(PY) -m ruff format .
	$(PY) -m ruff check --fix .

venv: $(INSTALLED) ## only set up

clean: ## remove what builds and checks leave behind
	rm -rf build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	rm -f snapshot_report.html
	find engine tui tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

distclean: clean ## remove the environment too
	rm -rf $(VENV)

# An interpreter asked for by name replaces an environment of another version.
version_of = $(shell $(1) -c 'import sys; print(sys.version_info[:3])' 2>/dev/null)
ifdef PYTHON
ifneq ($(call version_of,$(PYTHON)),$(call version_of,$(PY)))
.PHONY: $(PY)
endif
endif

# Below 3.13 first: durable-rules, the default matcher, is not for later ones. A candidate must run,
# for version managers leave launchers that do not. durable-rules is compiled while installing.
$(PY):
	@stop() { printf '%s\n' "$$@" >&2; exit 1; }; \
	first() { \
	    for candidate in $(or $(PYTHON),python3.12 python3.11 python3.13 python3); do \
	        "$$candidate" -c "import sys; sys.exit(not (3, 11) <= sys.version_info < $$1)" \
	            </dev/null >/dev/null 2>&1 && echo "$$candidate" && return; \
	    done; return 1; \
	}; \
	python=$$(first '(3, 13)' || first '(4,)') || stop \
	    'arguendo needs Python 3.11 or 3.12, and none of these runs: $(or $(PYTHON),python3.12 python3.11 python3.13 python3).' \
	    'Install one, or name one: make PYTHON=/path/to/python ...'; \
	"$$python" -c 'import ensurepip, venv' 2>/dev/null || stop \
	    "$$python cannot make virtual environments: install its venv package (such as python3-venv)."; \
	if "$$python" -c 'import sys; sys.exit(sys.version_info >= (3, 13))'; then \
	    command -v "$${CC:-cc}" >/dev/null || command -v gcc >/dev/null || command -v clang >/dev/null || stop \
	        'arguendo needs a C compiler for durable-rules, and found no cc, gcc or clang.' \
	        'Install one (such as the package build-essential).'; \
	    "$$python" -c 'import os, sys, sysconfig; \
	        sys.exit(not os.path.exists(sysconfig.get_path("include") + "/Python.h"))' || stop \
	        "$$python has no C headers: install its development package (such as python3-dev)."; \
	else \
	    echo 'Python 3.13 or later: without durable-rules, which does not run there.'; \
	fi; \
	echo "Setting up $(VENV) with $$("$$python" --version)"; \
	"$$python" -m venv --clear $(VENV)

# The constraints hold for what builds a package, too (pip before and after 25.3).
$(INSTALLED): pyproject.toml constraints.txt $(PY)
	@PIP_CONSTRAINT=constraints.txt PIP_BUILD_CONSTRAINT=constraints.txt \
	    $(PY) -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@
