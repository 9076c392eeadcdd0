"""Stored levels beside those of other weights: what moves, and what rules get."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from alerts.rules import evaluate
from monitor.cli.severity_setting import Setting, mention_of
from monitor.core.model import Severity
from monitor.scoring.severity import Judgement, explain, judge

if TYPE_CHECKING:
    from alerts.facts import RuleFacts
    from monitor.store.severities import JudgedRow

Move = tuple[Severity, Severity]
"""From a level to another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One mention that would move, with the points that move it."""

    row: JudgedRow
    then: Judgement


@dataclass(slots=True, kw_only=True)
class Effect:
    """How many mentions would meet one rule that do not now, and the other way."""

    rule: RuleFacts
    least: Severity
    more: int = 0
    fewer: int = 0


@dataclass(slots=True, kw_only=True)
class Comparison:
    """Counts mentions by their level now and then. `left_out` were read by less."""

    setting: Setting
    samples: int
    cells: Counter[Move] = field(default_factory=Counter)
    left_out: int = 0
    effects: dict[str, Effect] = field(init=False)
    _moved: dict[Move, deque[JudgedRow]] = field(init=False)

    def __post_init__(self) -> None:
        self.effects = {
            rule.name: Effect(rule=rule, least=rule.when.min_severity)
            for rule in self.setting.rules
            if rule.when.min_severity is not None
        }
        self._moved = defaultdict(lambda: deque(maxlen=self.samples))

    def add(self, row: JudgedRow) -> None:
        """Judge one mention again."""
        if row.intensity is None:
            self.left_out += 1
            return
        then = judge(self.setting.facts(row), self.setting.weights)
        move = (row.severity, then)
        self.cells[move] += 1
        if row.severity is not then:
            self._moved[move].append(row)
            self._meet(row, then)

    @property
    def compared(self) -> int:
        """Return how many mentions were judged again."""
        return self.cells.total()

    def moves(self, *, up: bool) -> int:
        """Return how many mentions get a higher level, or a lower one."""
        return sum(number for move, number in self.cells.items() if _goes(move, up=up))

    def examples(self, *, up: bool) -> Iterator[Example]:
        """Yield mentions that would move: the furthest first, then the latest."""
        moves = [move for move in self._moved if _goes(move, up=up)]
        moves.sort(key=lambda move: (-abs(move[1] - move[0]), -max(move)))
        rows = [row for move in moves for row in reversed(self._moved[move])]
        for row in rows[: self.samples]:
            then = explain(self.setting.facts(row), self.setting.weights)
            yield Example(row=row, then=then)

    def _meet(self, row: JudgedRow, then: Severity) -> None:
        """Count the rules that only one of the two levels meets."""
        low, high = sorted((row.severity, then))
        rules = [e.rule for e in self.effects.values() if low < e.least <= high]
        if not rules:
            return
        vips = self.setting.vips_of(row.brand)
        for found in evaluate(rules, mention_of(row, high), vips=vips):
            effect = self.effects[found.rule]
            effect.more += then is high
            effect.fewer += then is low


def _goes(move: Move, *, up: bool) -> bool:
    now, then = move
    return then > now if up else then < now
