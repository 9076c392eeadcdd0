"""The tables there are, made ready when first asked for."""

from __future__ import annotations

import functools
import importlib
import pkgutil
from dataclasses import dataclass
from pathlib import Path

from monitor.scoring.signals.counting import Counter
from monitor.scoring.signals.finding import Finder
from monitor.scoring.signals.folding import Folded, FoldedSigns
from monitor.scoring.signals.table import Table
from monitor.scoring.signals.writing import listed

_PREFIX = "words_"
LANGUAGES = frozenset(
    module.name.removeprefix(_PREFIX)
    for module in pkgutil.iter_modules([str(Path(__file__).parent)])
    if module.name.startswith(_PREFIX) and len(module.name) == len(_PREFIX) + 2
)
"""The languages that have a table: each is a module here."""


@dataclass(frozen=True, slots=True)
class Language:
    """One language, ready to read."""

    table: Table
    finder: Finder
    counter: Counter
    asking: frozenset[str]

    def fold(self, text: str) -> Folded | FoldedSigns:
        """Fold a text as the cues are folded."""
        if self.table.edges == "none":
            return FoldedSigns(text)
        return Folded(text, self.table.apostrophe)


def language(code: str) -> Language | None:
    """Return a language by its two letters, None if there is no table for it."""
    return _language(code) if code in LANGUAGES else None


@functools.cache
def _language(code: str) -> Language:
    table: Table = importlib.import_module(f"{__package__}.{_PREFIX}{code}").TABLE
    counter = Counter(table)
    return Language(
        table=table,
        finder=Finder(table, counter.marks(table)),
        counter=counter,
        asking=frozenset(listed(table.asking.replace(" ", "|"), table)),
    )
