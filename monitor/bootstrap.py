"""First start: an environment with the locked packages, and then out of the way.

Standard library only. The two commands of the README (`run_monitor.py` and
`-m tests`) call `ensure_environment` before they import anything else.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OPT_OUT = "OVERHEARD_NO_BOOTSTRAP"
NEEDED = ("apscheduler", "sqlalchemy", "slack_sdk", "httpx2", "typer")
OLDEST_PYTHON = (3, 11)


def ensure_environment(lock: str, argv: list[str]) -> None:
    """Return inside an environment that has what `lock` names, or do not return.

    Outside one, make `.venv` beside the program, install the hash-pinned lock
    and the project, and start `argv` again in there. A stamp with the hash of
    the lock makes later starts a matter of milliseconds.
    """
    if os.environ.get(OPT_OUT) or not (ROOT / lock).exists():
        return
    if sys.version_info < OLDEST_PYTHON:
        sys.exit(f"overheard needs Python 3.11 or newer; this is {sys.version}")
    venv = ROOT / ".venv"
    if Path(sys.prefix).resolve() != venv.resolve():
        if sys.prefix != sys.base_prefix and _has_packages(lock):
            return  # somebody else's environment, and it will do
        _make(venv, lock)
        _again(venv, argv)
    elif not _is_current(venv, lock):
        _install(venv, lock)
        _again(venv, argv)


def _has_packages(lock: str) -> bool:
    needed = (*NEEDED, "pytest") if "dev" in lock else NEEDED
    return all(importlib.util.find_spec(name) is not None for name in needed)


def _make(venv: Path, lock: str) -> None:
    if _is_current(venv, lock):
        return
    if importlib.util.find_spec("ensurepip") is None:
        sys.exit(
            "this Python cannot make environments; on Debian and Ubuntu run "
            "'apt install python3-venv' and start again"
        )
    if not _python(venv).exists():
        _say(f"first start: making an environment in {venv.name}")
        _run([sys.executable, "-m", "venv", "--clear", str(venv)])
    _install(venv, lock)


def _install(venv: Path, lock: str) -> None:
    _say(f"installing the packages of {lock} (about a minute, once)")
    pip = [str(_python(venv)), "-m", "pip", "--disable-pip-version-check", "install"]
    _run([*pip, "--quiet", "--require-hashes", "-r", str(ROOT / lock)])
    _run([*pip, "--quiet", "--no-deps", "-e", str(ROOT)])
    _stamp(venv, lock).write_text(_fingerprint(lock), encoding="utf-8")
    _say("done")


def _run(command: list[str]) -> None:
    try:
        subprocess.run(command, check=True)  # noqa: S603 - our own command line
    except (OSError, subprocess.CalledProcessError) as exc:
        sys.exit(
            f"setting up failed ({exc}); check the network and the message above, "
            f"then start again, or install {ROOT.name}'s lock file yourself and set "
            f"{OPT_OUT}=1"
        )


def _is_current(venv: Path, lock: str) -> bool:
    if not _python(venv).exists():
        return False
    # The development lock contains everything of the plain one.
    for name in dict.fromkeys((lock, "requirements-dev.lock")):
        stamp = _stamp(venv, name)
        if not stamp.exists() or not (ROOT / name).exists():
            continue
        if stamp.read_text(encoding="utf-8") == _fingerprint(name):
            return True
    return False


def _fingerprint(lock: str) -> str:
    digest = hashlib.sha256()
    for name in ("setup.cfg", lock):
        digest.update((ROOT / name).read_bytes())
    digest.update(sys.version.encode())
    return digest.hexdigest()


def _stamp(venv: Path, lock: str) -> Path:
    return venv / f".installed-{lock}"


def _python(venv: Path) -> Path:
    windows = os.name == "nt"
    return venv / ("Scripts/python.exe" if windows else "bin/python")


def _again(venv: Path, argv: list[str]) -> None:
    python = str(_python(venv))
    os.execv(python, [python, *argv])  # noqa: S606 - the same program, better place


def _say(text: str) -> None:
    print(f"overheard: {text}", file=sys.stderr, flush=True)  # noqa: T201
