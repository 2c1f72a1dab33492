# Safelight: `make site` and `make test` set up everything that they need.
.DEFAULT_GOAL := help
.PHONY: help site serve check publish nginx test messages lock hooks clean

BIN := .venv/bin

help: ## what there is to make
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

site: ## build the campaign into output/
	@scripts/setup site
	@$(BIN)/safelight build

serve: ## preview on localhost, rebuilt on every change
	@scripts/setup site
	@$(BIN)/safelight serve

check: ## every finding of the content, nothing written
	@scripts/setup site
	@$(BIN)/safelight check

publish: ## build for the public address (publish.conf.py)
	@scripts/setup site
	@$(BIN)/safelight build --settings publish.conf.py

nginx: ## nginx's configuration for the public site, into build/nginx/
	@scripts/setup site
	@$(BIN)/safelight nginx --settings publish.conf.py

test: ## every test, the browser's included
	@scripts/setup test
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/pytest -n 2 --dist worksteal

messages: ## extract and update the theme's strings
	@scripts/setup site
	@$(BIN)/safelight messages

lock: ## pin the Python packages anew (needs uv)
	uv pip compile -q pyproject.toml --generate-hashes --universal --no-header --no-emit-index-url --no-annotate -o requirements.txt
	uv pip compile -q pyproject.toml --group test -c requirements.txt --generate-hashes --universal --no-header --no-emit-index-url --no-annotate -o requirements-test.txt

hooks: ## refuse commits that hold names, keys or an open vault
	@scripts/setup site
	@scripts/install-hooks

clean: ## remove what was built; the set-up stays
	rm -rf build output
