# A thin alias: everything here is one of the two commands, or a check of .ci/run.
.PHONY: setup check fix test demo lock docs

setup:
	python3 -m tests --collect-only -q

check:
	bash .ci/run

fix: setup
	.venv/bin/ruff check --fix .
	.venv/bin/ruff format .

test:
	python3 -m tests $(ARGS)

demo:
	python3 run_monitor.py demo

lock: setup
	.venv/bin/uv pip compile setup.cfg --universal --generate-hashes --no-header \
	    --no-emit-index-url --python-version 3.11 -q -o requirements.lock
	.venv/bin/uv pip compile setup.cfg --extra postgres --extra export --extra dev \
	    --universal --generate-hashes --no-header --no-emit-index-url \
	    --python-version 3.11 -q -c requirements.lock -o requirements-dev.lock

docs: setup
	.venv/bin/python -m config.reference
