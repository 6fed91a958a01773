# The two that matter: `make run` and `make test`.
.PHONY: run test lint format lock demo screenshots usability bench
export PATH := $(CURDIR)/.venv/bin:$(PATH)

run: ## NetCRM at http://localhost:8000, with everything it needs
	@scripts/environment runtime
	@exec .venv/bin/python manage.py serve

test: ## every check there is, the same here as in continuous integration
	@scripts/environment tests
	@scripts/test

lint: ## the checks that need no database
	@scripts/environment tests
	@scripts/lint

format:
	@scripts/environment tests
	ruff check --fix-only --quiet .
	ruff format .
	djade --target-version 5.2 $$(git ls-files 'templates/*.html')
	scripts/biome format --write static

lock: ## both lock files anew from pyproject.toml; hashes, no addresses
	@scripts/environment tests
	@python -m pip install --quiet --disable-pip-version-check uv
	uv pip compile --quiet pyproject.toml --extra postgresql --universal --generate-hashes --no-header --no-annotate -o requirements.txt
	uv pip compile --quiet pyproject.toml --extra postgresql --extra dev --universal --generate-hashes --no-header --no-annotate -o requirements-dev.txt

demo: ## add a believable network to the owner's account
	@scripts/environment runtime
	@.venv/bin/python manage.py migrate --verbosity 0
	@.venv/bin/python manage.py demo

screenshots: ## every page, wide and narrow, light and dark
	@scripts/environment tests
	python scripts/screenshots.py

usability: ## five tasks counted in keys and taps; docs/usability.md anew
	@scripts/environment tests
	@USABILITY=1 pytest -q -p no:randomly tests/e2e/test_usability.py
	@grep '^|' docs/usability.md

bench: ## how long pages take at 1,000, 10,000 and 100,000 people
	@scripts/environment tests
	python bench/pages.py
