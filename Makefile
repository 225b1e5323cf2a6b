# Everything runs through uv; where there is none, a private one is installed into .tools/.
# RUN= (empty) runs the tools of the environment that is active already.
UV  ?= $(shell command -v uv 2>/dev/null || echo .tools/bin/uv)
RUN ?= $(UV) run

DEMO = fixtures/submissions/hunan-defects-people/submission

.PHONY: help check test demo docs lint format

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' Makefile

check: lint test ## everything that CI runs: style, types, layers, tests

lint: tools ## style, types, layers
	$(RUN) ruff check .
	$(RUN) ruff format --check .
	$(RUN) mypy
	$(RUN) lint-imports

test: tools ## the tests
	$(RUN) pytest -n auto

demo: tools ## check a sample submission; the report goes to out/report.html too
	@mkdir -p out
	$(RUN) doccheck check $(DEMO) --program hunan-quality-2021 --as-of 2021-05-08 \
	  -o out/report.html || test $$? -eq 1

docs: tools ## write docs/rules.md and docs/checkpoints.md from the catalogue and the programmes
	$(RUN) python docs/make_rules.py
	$(RUN) python docs/make_checkpoints.py

format: tools ## put the code into shape
	$(RUN) ruff format .
	$(RUN) ruff check --fix .

.PHONY: tools
tools:
	@test -z "$(strip $(RUN))" || command -v $(UV) >/dev/null || { \
	  echo "installing uv into .tools/" >&2; \
	  python3 -m venv .tools && .tools/bin/pip install --quiet uv; }
