# Two commands do all the set-up: `make run` opens the application, `make test` checks everything.
VENV ?= .venv
PYTHON ?= python3
BIN := $(VENV)/bin
PRET := $(VENV)/.pret
DEMO ?= demo

.PHONY: run test lint types imports tests couverture bench droit captures clean

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

# Every branch of the core is covered, or the tests fail.
tests: $(PRET)
	rm -f .coverage .coverage.*
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest tests -q -n 2 --dist worksteal --cov=scicvote --cov-report=
	$(BIN)/python -m coverage report --include='scicvote/core/*' --fail-under=100
	$(BIN)/python -m coverage report --omit='scicvote/core/*' --fail-under=85

bench: $(PRET)
	$(BIN)/python -m benchmarks

droit: $(PRET)
	$(BIN)/python -m tests.outils.droit

captures: $(PRET)
	rm -rf build/captures && mkdir -p build/captures docs/captures
	$(BIN)/scicvote demo build/captures --horloge 2026-06-12T14:00
	for palette in clair sombre; do \
		QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.ui.captures build/captures/cliss-xxi.scic build/captures $$palette || exit $$?; \
	done
	cp build/captures/accueil-clair.png build/captures/associes-clair.png docs/captures/
	cp build/captures/resultats-3-9-clair.png docs/captures/resultats-clair.png
	cp build/captures/resultats-3-10-sombre.png docs/captures/resultats-sombre.png

# What a fresh machine lacks is installed once; the versions are those of the lock.
$(PRET): requirements.lock pyproject.toml packaging/linux/preparer.sh
	sh packaging/linux/preparer.sh
	[ -x $(BIN)/python ] || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

clean:
	rm -rf $(VENV) build dist .coverage .coverage.* .mypy_cache .ruff_cache .pytest_cache .hypothesis
