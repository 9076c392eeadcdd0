"""A file that appears whole or not at all."""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from monitor.core.errors import MonitorError

MODE = 0o600
HASHED_AT_ONCE = 1 << 20
OPEN_FILES = Path("/proc/self/fd")


@dataclass(slots=True)
class Draft:
    """What is being written: an open file that has no name, or a hidden one."""

    file: BinaryIO
    name: Path | None

    def sha256(self) -> str:
        """Return the hash of everything written so far."""
        self.file.flush()
        self.file.seek(0)
        found = hashlib.sha256()
        while part := self.file.read(HASHED_AT_ONCE):
            found.update(part)
        return found.hexdigest()


def refuse_bad_target(path: Path, *, overwrite: bool) -> None:
    """Raise unless a file may be written at `path`."""
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        if not path.parent.is_dir():
            raise MonitorError(
                f"export: folder {str(path.parent)!r} does not exist; make it first"
            ) from None
        return
    except OSError as error:
        raise _cannot_write(path, error) from error
    if stat.S_ISLNK(mode):
        raise MonitorError(
            f"export: {str(path)!r} is a symbolic link; name the file it points to"
        )
    if stat.S_ISDIR(mode):
        raise MonitorError(
            f"export: {str(path)!r} is a folder; name a file in it, "
            f"such as {str(path / 'mentions.csv')!r}"
        )
    if not stat.S_ISREG(mode):
        raise MonitorError(
            f"export: {str(path)!r} is not a plain file; "
            "write to '-' for standard output"
        )
    if not overwrite:
        raise MonitorError(
            f"export: {str(path)!r} exists; name another file, or replace it with "
            "--force"
        )


@contextlib.contextmanager
def whole_file(path: Path, *, overwrite: bool) -> Iterator[Draft]:
    """Give a draft to write; when the block ends well it becomes `path`, mode 0600.

    A block that fails, or a process that is killed, leaves `path` as it was: no
    file, or the old one whole. Where the system can, the draft has no name until
    it is finished, so not even a leftover stays behind. Data is on the disk
    before the name is.
    """
    refuse_bad_target(path, overwrite=overwrite)
    try:
        draft = _open(path)
    except OSError as error:
        raise _cannot_write(path, error) from error
    try:
        yield draft
        _publish(draft, path, overwrite=overwrite)
    except FileExistsError as error:
        raise MonitorError(
            f"export: {str(path)!r} was made by somebody else meanwhile; "
            "name another file"
        ) from error
    except OSError as error:
        raise _cannot_write(path, error) from error
    finally:
        _discard(draft)


def _open(path: Path) -> Draft:
    nameless = getattr(os, "O_TMPFILE", 0)
    if nameless and OPEN_FILES.is_dir():
        # Not every file system has nameless files; a hidden name does as well.
        with contextlib.suppress(OSError):
            handle = os.open(path.parent, nameless | os.O_RDWR | os.O_CLOEXEC, MODE)
            return Draft(os.fdopen(handle, "w+b"), None)
    name = _hidden(path)
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0)
    return Draft(os.fdopen(os.open(name, flags, MODE), "w+b"), name)


def _publish(draft: Draft, path: Path, *, overwrite: bool) -> None:
    draft.file.flush()
    os.fsync(draft.file.fileno())
    if draft.name is None:
        draft.name = _hidden(path)
        _link(draft.file.fileno(), draft.name)
    if overwrite:
        draft.name.replace(path)
    else:
        _name_new(draft.name, path)
    _sync_folder(path.parent)


def _name_new(draft: Path, path: Path) -> None:
    try:
        # A link, unlike a rename, refuses to replace a file.
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError:
        # A memory stick's file system has no links.
        draft.rename(path)


def _link(handle: int, name: Path) -> None:
    folder = os.open(name.parent, os.O_RDONLY)
    try:
        # Only with dir_fd does Python follow the link in /proc to the open file.
        os.link(OPEN_FILES / str(handle), name.name, dst_dir_fd=folder)
    finally:
        os.close(folder)


def _discard(draft: Draft) -> None:
    with contextlib.suppress(OSError):
        draft.file.close()
    if draft.name is not None:
        draft.name.unlink(missing_ok=True)


def _hidden(path: Path) -> Path:
    return path.with_name(f".overheard-{secrets.token_hex(8)}.part")


def _sync_folder(folder: Path) -> None:
    # Not possible on Windows, and not needed there.
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _cannot_write(path: Path, error: OSError) -> MonitorError:
    return MonitorError(
        f"export: cannot write {str(path)!r}: {error.strerror or error}; "
        "check the folder's rights and the free space"
    )
