"""What it costs to import the package."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = "pandas praw tweepy slack_sdk sqlalchemy alembic starlette httpx2 requests rich"


@pytest.mark.slow
def test_the_package_imports_nothing_heavy():
    program = (
        "import sys, config; "
        f"print([name for name in {HEAVY.split()} if name in sys.modules])"
    )

    found = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert found.stdout.strip() == "[]"
