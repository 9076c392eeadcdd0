"""Which files are in a folder, and how far each has been read.

What has been read is remembered by the time a file last changed, the later of its
modification and its arrival in the folder: everything before `mark` is done. For
the newest files there is also a place: they are gone on with where they were left.
A file that falls out of this memory while it grows is read again from its start;
repeats are dropped later, and no file is passed over.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from stat import S_ISREG
from typing import Any

from sources.base import Cursor

MAX_PLACES = 50
SUFFIXES = (".jsonl", ".ndjson", ".csv", ".tsv")

Age = tuple[int, str]
"""When a file last changed, in nanoseconds, and its key where two are equal."""

# Network file systems show a new file up to a minute late.
_LISTING_NS = 60 * 10**9
_NEVER: Age = (2**63, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFile:
    """A file as the folder shows it; `key` stays with it while it grows."""

    path: Path
    key: str
    changed: int

    @property
    def age(self) -> Age:
        """Return what puts files in order."""
        return self.changed, self.key


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """How far a file has been read; `head` tells whether it is still that file."""

    offset: int
    head: int
    changed: int
    done: bool


def find_files(path: Path, *, pattern: str, recursive: bool) -> list[FoundFile]:
    """Return the files to read, those that changed longest ago first.

    Raises OSError if the folder cannot be read.
    """
    found = []
    for file in _candidates(path, pattern=pattern, recursive=recursive):
        with suppress(FileNotFoundError):  # gone since
            status = file.stat()
            if S_ISREG(status.st_mode):
                name = f"{file.relative_to(path)}\0{status.st_ino}"
                found.append(
                    FoundFile(
                        path=file,
                        key=hashlib.sha256(name.encode(errors="replace")).hexdigest()[
                            :12
                        ],
                        changed=max(status.st_mtime_ns, status.st_ctime_ns),
                    )
                )
    return sorted(found, key=lambda file: file.age)


def _candidates(path: Path, *, pattern: str, recursive: bool) -> Iterator[Path]:
    if path.is_file():
        yield path
        return
    entries = path.rglob(pattern or "*") if recursive else path.glob(pattern or "*")
    next(path.iterdir(), None)  # glob says nothing of a folder that is not there
    for entry in entries:
        name = entry.name.lower().removesuffix(".gz")
        if not name.startswith(".") and (pattern or name.endswith(SUFFIXES)):
            yield entry


@dataclass(slots=True)
class Memory:
    """What the cursor holds: small, whatever the number of files.

    Files that changed before `mark` are done. It moves only over files that have
    changed over a minute before `now_ns`: a listing may be that old.
    """

    now_ns: int
    mark: Age = (0, "")
    places: dict[str, Place] = field(default_factory=dict)
    _limits: list[Age] = field(default_factory=list)

    @classmethod
    def from_cursor(cls, cursor: Cursor | None, *, now_ns: int) -> Memory:
        """Return what a cursor remembers."""
        known = cursor or {}
        changed, key = known.get("mark", (0, ""))
        return cls(
            now_ns=now_ns,
            mark=(int(changed), str(key)),
            places={
                key: Place(offset=offset, head=head, changed=changed, done=bool(done))
                for key, offset, head, changed, done in known.get("files", [])
            },
        )

    def cursor(self) -> dict[str, Any]:
        """Return it all as a cursor."""
        return {
            "mark": list(self.mark),
            "files": [
                [key, place.offset, place.head, place.changed, int(place.done)]
                for key, place in self.places.items()
            ],
        }

    def has_read(self, file: FoundFile) -> bool:
        """Say whether nothing in the file can be new."""
        place = self.places.get(file.key)
        if place is None:
            return file.age <= self.mark
        return place.done and place.changed == file.changed

    def keep_below(self, file: FoundFile) -> None:
        """Never let the mark pass this file, which could not be read."""
        self._limits.append(file.age)

    def put(self, file: FoundFile, place: Place, *, following: Age | None) -> None:
        """Remember a place, and forget the oldest if there are too many.

        `following` is the age of the next file that has to be read.
        """
        self.places[file.key] = place
        while len(self.places) > MAX_PLACES:
            limit = min([*self._limits, following or _NEVER])
            self._forget_one(limit)

    def _forget_one(self, limit: Age) -> None:
        movable = [
            (place.changed, key)
            for key, place in self.places.items()
            if place.done
            and (place.changed, key) < limit
            and self.now_ns - place.changed > _LISTING_NS
        ]
        if movable:
            age = min(movable)
            self.mark = max(self.mark, age)
        else:
            age = max((place.changed, key) for key, place in self.places.items())
            self._limits.append(age)
        del self.places[age[1]]
