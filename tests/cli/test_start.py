"""The command line starts quickly, explains itself, and fails with a sentence."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from monitor.bootstrap import OPT_OUT, ROOT

pytestmark = pytest.mark.slow


def overheard(*arguments, cwd, **environ):
    return subprocess.run(
        [sys.executable, str(ROOT / "run_monitor.py"), *arguments],
        cwd=cwd,
        env={**os.environ, OPT_OUT: "1", **environ},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_help_imports_none_of_the_heavy_packages(tmp_path):
    """Start-up is what people feel first: pandas alone takes a second and a half."""
    code = (
        "import sys, runpy; sys.argv = ['run_monitor.py', '--help']\n"
        "try: runpy.run_path(sys.argv[0], run_name='__main__')\n"
        "except SystemExit: pass\n"
        "heavy = {'pandas', 'praw', 'tweepy', 'slack_sdk', 'alembic', 'starlette',"
        " 'sqlalchemy', 'py3langid', 'numpy'}\n"
        "print('HEAVY', sorted(heavy & set(sys.modules)))"
    )

    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, OPT_OUT: "1"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )

    assert "HEAVY []" in done.stdout


@pytest.mark.parametrize(
    "command",
    [
        "run",
        "once",
        "demo",
        "watch",
        "init",
        "check",
        "import",
        "export",
        "score",
        "match",
        "query",
        "search",
        "sources",
        "outbox",
        "backup",
    ],
)
def test_every_command_has_a_help_text(tmp_path, command):
    done = overheard(command, "--help", cwd=tmp_path)

    assert done.returncode == 0
    assert len(done.stdout.split("\n")[2].strip()) > 20


def test_without_a_configuration_it_says_what_to_do(tmp_path):
    done = overheard("run", cwd=tmp_path)

    assert done.returncode == 78
    assert "overheard.yaml" in done.stderr
    assert "init" in done.stderr
    assert "Traceback" not in done.stderr


def test_init_writes_a_file_that_check_accepts(tmp_path):
    first = overheard("init", "Café 삼성", cwd=tmp_path)
    second = overheard("init", "Other", cwd=tmp_path)
    checked = overheard("check", "--offline", cwd=tmp_path, SLACK_BOT_TOKEN="xoxb-1")

    assert first.returncode == 0
    assert second.returncode == 1
    assert "--force" in second.stderr
    assert checked.returncode == 0, checked.stderr


def test_a_wrong_configuration_lists_every_problem_with_its_line(tmp_path):
    (tmp_path / "overheard.yaml").write_text(
        "brands:\n  - name: Acme\n    queries: ['acme (']\n"
        "collectors:\n  - {name: a, kind: redit, every: soon}\n"
        "receivers: []\nrules:\n"
        "  - {name: r, when: {label: bad}, receivers: [nobody]}\n"
    )

    done = overheard("check", "--offline", cwd=tmp_path)

    assert done.returncode == 78
    for line in ("overheard.yaml:3", "overheard.yaml:5", "overheard.yaml:8"):
        assert line in done.stderr


def test_an_unknown_option_is_wrong_usage(tmp_path):
    assert overheard("export", "--nonsense", cwd=tmp_path).returncode == 2


def test_a_database_that_is_not_ours_is_refused_with_78(tmp_path):
    """F6: nothing is created over it."""
    (tmp_path / "overheard.db").write_bytes(b"not a database at all, sorry")

    done = overheard("search", "x", cwd=tmp_path)

    assert done.returncode == 78
    assert (tmp_path / "overheard.db").read_bytes().startswith(b"not a database")


def test_the_configuration_may_be_named_before_the_command(tmp_path):
    overheard("init", "Acme", "--config", "mine.yaml", cwd=tmp_path)

    done = overheard(
        "--config",
        "mine.yaml",
        "check",
        "--offline",
        cwd=tmp_path,
        SLACK_BOT_TOKEN="xoxb-1",
    )

    assert done.returncode == 0, done.stderr
