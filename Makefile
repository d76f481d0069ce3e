# `make run` and `make test` do everything a fresh machine needs; nothing has to be done before.
PY := .venv/bin/python
export PYTHONUTF8 := 1
OFFSCREEN := QT_QPA_PLATFORM=offscreen

.PHONY: run test lint unit bench accuracy accuracy-baseline format screenshots translations setup
.PHONY: package package-windows package-ocr test-ocr smoke

setup:
	@packaging/setup.sh

# With a display: the window, with the five seed reports. Without one: the same job headless.
run: setup
	@mkdir -p build
ifneq ($(strip $(DISPLAY)$(WAYLAND_DISPLAY)),)
	@$(PY) main.py --project build/seeds.hejiao --import seeds
else
	@$(PY) main.py demo --out build/demo
endif

test: setup lint unit

lint: setup
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy
	.venv/bin/lint-imports

unit: setup
	$(OFFSCREEN) $(PY) -m pytest -n auto --dist loadfile

# Speed, as ratios measured in one run.
bench: setup
	$(OFFSCREEN) $(PY) -m pytest tests/bench -o log_cli=true -o log_cli_level=INFO

# How much is read right: the reports of tests/gold, their rewritings, and generated reports; against the baseline.
accuracy: setup
	$(PY) -m tests.corpus.accuracy

# Keeps the present figures as the baseline that the tests hold the program to.
accuracy-baseline: setup
	$(PY) -m tests.corpus.accuracy --update

format: setup
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

screenshots: setup
	$(OFFSCREEN) $(PY) packaging/screenshots.py docs

# Collects the strings of the window into the translation file; the Chinese is then written by hand.
translations: setup
	.venv/bin/pyside6-lupdate -no-obsolete -locations none $$(git ls-files 'gui/*.py') -ts resources/translations/zh_CN.ts

# The installers, in dist/; packaging/README.md says what each needs and what was proven of it. No test builds them.
package: setup
	packaging/freeze.sh
	packaging/linux.sh

package-windows: setup
	packaging/windows.sh

package-ocr: setup
	packaging/ocr/build.sh linux windows

# The add-on itself, which HEJIAO_OCR names or which is installed: minutes.
test-ocr: setup
	$(OFFSCREEN) $(PY) -m pytest -q tests/readers/test_ocr_engine.py

# What `make package` made, in a clean Debian root without a network; as root.
smoke:
	packaging/smoke.sh
