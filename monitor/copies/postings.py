"""Which remembered texts hold a print."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar, cast

Holder = TypeVar("Holder")


class Postings(Generic[Holder]):
    """From a key to those who hold it, as long as they are few.

    What more than `most` hold says nothing about any of them, and following it
    would make a text that everybody writes slow to look up: it is only counted.
    A holder is true, is no list and no number, and is added only once.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        # One holder (nearly always), the list of a few, or how many there are.
        self._held: dict[int, Holder | list[Holder] | int] = {}

    def add(self, keys: Sequence[int], holder: Holder) -> None:
        """Note that the holder has these different keys."""
        held = self._held
        if held.keys().isdisjoint(keys):
            held.update(dict.fromkeys(keys, holder))
            return
        for key in keys:
            now = held.get(key)
            if now is None:
                held[key] = holder
            elif isinstance(now, int):
                held[key] = now + 1
            elif not isinstance(now, list):
                held[key] = [now, holder]
            elif len(now) < self._most:
                now.append(holder)
            else:
                held[key] = len(now) + 1

    def remove(self, keys: Sequence[int], holder: Holder) -> None:
        """Forget a holder that was added with these keys."""
        for key in keys:
            now = self._held[key]
            if isinstance(now, int) and now > 1:
                self._held[key] = now - 1
            elif isinstance(now, list) and len(now) > 1:
                now.remove(holder)
            else:
                del self._held[key]

    def holders(self, keys: Sequence[int]) -> list[Holder]:
        """Return who holds each of these keys, if few do; some several times."""
        found: list[Holder] = []
        for now in filter(None, map(self._held.get, keys)):
            if isinstance(now, list):
                found += now
            elif not isinstance(now, int):
                found.append(cast("Holder", now))
        return found

    def __len__(self) -> int:
        return len(self._held)
