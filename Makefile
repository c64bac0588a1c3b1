# Two commands do all the set-up: `make run` opens the application, `make test` checks everything.
VENV ?= .venv
PYTHON ?= python3
BIN := $(VENV)/bin
PRET := $(VENV)/.pret
DEMO ?= demo

.PHONY: run test lint types imports tests bench droit screenshots clean

run: $(PRET)
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" != Linux ]; then \
		[ -f $(DEMO)/cliss-xxi.scic ] || $(BIN)/scicvote demo $(DEMO) || exit $$?; \
		exec $(BIN)/scicvote $(DEMO)/cliss-xxi.scic; \
	else \
		echo "Aucun écran : l’assemblée de démonstration est tenue sans fenêtre."; \
		$(BIN)/scicvote demo $(DEMO); \
	fi

test: lint types imports tests

lint: $(PRET)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(PRET)
	$(BIN)/mypy

imports: $(PRET)
	$(BIN)/lint-imports --no-cache

# Every branch of the core is covered by tests that open no window, or the tests fail.
tests: $(PRET)
	rm -f .coverage .coverage.*
	$(BIN)/python -m pytest tests --ignore=tests/ui -q -n 2 --dist worksteal --cov=scicvote --cov-report=
	$(BIN)/python -m coverage report --include='scicvote/core/*' --fail-under=100
	$(BIN)/python -m coverage report --omit='scicvote/core/*,scicvote/ui/*' --fail-under=95
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest tests/ui -q -n 2 --dist worksteal

bench: $(PRET)
	$(BIN)/python -m benchmarks

droit: $(PRET)
	$(BIN)/python -m tests.outils.droit

# Every page and state, light and dark, at 100 % and 200 %; the README's picture is one of them.
screenshots: $(PRET)
	rm -rf docs/captures && mkdir -p docs/captures
	for palette in clair sombre; do \
		QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.ui.captures docs/captures/$$palette-100 $$palette 1440x900 >/dev/null || exit $$?; \
		QT_QPA_PLATFORM=offscreen QT_SCALE_FACTOR=2 $(BIN)/python -m tests.ui.captures docs/captures/$$palette-200 $$palette 720x450 >/dev/null || exit $$?; \
	done

# What a fresh machine lacks is installed once; the versions are those of the lock.
$(PRET): requirements.lock pyproject.toml packaging/linux/preparer.sh
	sh packaging/linux/preparer.sh
	[ -x $(BIN)/python ] || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

clean:
	rm -rf $(VENV) build dist .coverage .coverage.* .mypy_cache .ruff_cache .pytest_cache .hypothesis
