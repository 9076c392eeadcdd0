"""How the file comes to be: whole or not at all, and nobody else's is harmed."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
from pathlib import Path

import pytest

from monitor.core.errors import MonitorError
from monitor.exports import export, target
from tests.exports.shelf import ROOT, Shelf, exporting, rows_of


def test_only_the_owner_may_read_it(shelf: Shelf, folder: Path) -> None:
    done = export(shelf.store, folder / "m.csv")

    assert done.sidecar is not None
    modes = {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    assert modes == {0o600}


def test_a_file_that_exists_is_refused_unless_overwriting(
    shelf: Shelf, folder: Path
) -> None:
    old = folder / "m.csv"
    old.write_text("precious")

    with pytest.raises(MonitorError, match="exists; name another file"):
        export(shelf.store, old)
    assert old.read_text() == "precious"

    export(shelf.store, old, overwrite=True)
    assert rows_of(old) == []


def test_a_side_car_of_something_else_is_not_overwritten(
    shelf: Shelf, folder: Path
) -> None:
    (folder / "m.csv.meta.json").write_text("precious")

    with pytest.raises(MonitorError, match=r"m\.csv\.meta\.json' exists"):
        export(shelf.store, folder / "m.csv")
    assert not (folder / "m.csv").exists()


BAD = {
    "link": r"m\.csv' is a symbolic link; name the file it points to",
    "broken link": r"m\.csv' is a symbolic link; name the file it points to",
    "folder": r"is a folder; name a file in it, such as '.*m\.csv/mentions\.csv'",
    "pipe": r"is not a plain file; write to '-' for standard output",
    "nowhere": r"folder '.*missing' does not exist; make it first",
}


@pytest.mark.parametrize("overwrite", [True, False])
@pytest.mark.parametrize("bad", BAD)
def test_a_bad_target_is_refused_and_left_alone(
    shelf: Shelf, folder: Path, bad: str, overwrite: bool
) -> None:
    secret = folder / "secret"
    secret.write_text("precious")
    path = folder / "m.csv"
    match bad:
        case "link":
            path.symlink_to(secret)
        case "broken link":
            path.symlink_to(folder / "missing")
        case "folder":
            path.mkdir()
        case "pipe":
            os.mkfifo(path)
        case "nowhere":
            path = folder / "missing" / "m.csv"
    before = sorted(folder.iterdir())

    with pytest.raises(MonitorError, match=BAD[bad]):
        export(shelf.store, path, overwrite=overwrite)

    assert sorted(folder.iterdir()) == before
    assert secret.read_text() == "precious"


@pytest.fixture(params=["nameless draft", "hidden draft"])
def draft(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run the test on file systems with and without nameless files."""
    if request.param == "hidden draft":
        monkeypatch.delattr(os, "O_TMPFILE", raising=False)


class Enough(Exception):
    """Whatever goes wrong half-way."""


def stop_half_way(_done: int, _total: int | None) -> None:
    raise Enough


@pytest.mark.usefixtures("draft")
def test_a_failure_half_way_leaves_the_old_file_whole(
    shelf: Shelf, folder: Path
) -> None:
    """F37."""
    shelf.many(600)
    (folder / "m.csv").write_text("old")
    (folder / "m.csv.meta.json").write_text("old")

    with pytest.raises(Enough):
        export(shelf.store, folder / "m.csv", progress=stop_half_way, overwrite=True)

    assert {path.name: path.read_text() for path in folder.iterdir()} == {
        "m.csv": "old",
        "m.csv.meta.json": "old",
    }


def test_a_side_car_never_stands_beside_other_data(
    shelf: Shelf, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """F37: it stops after the new data, before the new side-car."""
    export(shelf.store, folder / "m.csv")
    shelf.many(1)

    def fail(_written: object) -> bytes:
        raise Enough

    monkeypatch.setattr("monitor.exports.sidecar", fail)
    with pytest.raises(Enough):
        export(shelf.store, folder / "m.csv", overwrite=True)

    assert len(rows_of(folder / "m.csv")) == 1
    assert [path.name for path in folder.iterdir()] == ["m.csv"]


@pytest.mark.usefixtures("draft")
def test_a_file_that_somebody_makes_meanwhile_is_not_replaced(
    shelf: Shelf, folder: Path
) -> None:
    shelf.many(1)

    def race(_done: int, _total: int | None) -> None:
        (folder / "m.csv").write_text("theirs")

    with pytest.raises(MonitorError, match="made by somebody else meanwhile"):
        export(shelf.store, folder / "m.csv", progress=race)

    assert [(path.name, path.read_text()) for path in folder.iterdir()] == [
        ("m.csv", "theirs")
    ]


@pytest.mark.usefixtures("draft")
def test_overwriting_replaces_a_link_made_meanwhile_and_spares_its_goal(
    shelf: Shelf, folder: Path
) -> None:
    shelf.many(1)
    goal = folder / "goal"
    goal.write_text("precious")

    def race(_done: int, _total: int | None) -> None:
        (folder / "m.csv").symlink_to(goal)

    export(shelf.store, folder / "m.csv", progress=race, overwrite=True)

    assert goal.read_text() == "precious"
    assert not (folder / "m.csv").is_symlink()
    assert len(rows_of(folder / "m.csv")) == 1


def test_a_disk_without_hard_links_gets_its_file_too(
    shelf: Shelf, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "O_TMPFILE", raising=False)

    def no_links(*_args: object, **_more: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(target.os, "link", no_links)
    shelf.many(1)

    export(shelf.store, folder / "m.csv")

    assert sorted(path.name for path in folder.iterdir()) == [
        "m.csv",
        "m.csv.meta.json",
    ]


def test_a_full_disk_is_named(shelf: Shelf, folder: Path) -> None:
    def full(_done: int, _total: int | None) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(MonitorError, match=r"cannot write .*No space left.*free space"):
        export(shelf.store, folder / "m.csv", progress=full)

    assert list(folder.iterdir()) == []


@pytest.mark.slow
@pytest.mark.parametrize("old", [None, "old"])
def test_a_killed_export_leaves_no_half_file(
    shelf: Shelf, folder: Path, old: str | None
) -> None:
    """F37: SIGKILL with half of it written."""
    shelf.many(1200)
    if old is not None:
        (folder / "m.csv").write_text(old)
    command = exporting(shelf.store, str(folder / "m.csv"), "pause")

    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as child:
        assert child.stdout is not None
        half = child.stdout.readline()
        child.kill()

    assert half == "500\n"
    assert {path.name: path.read_text() for path in folder.glob("*.csv*")} == (
        {} if old is None else {"m.csv": old}
    )
