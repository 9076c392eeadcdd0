"""Which cues count."""

from __future__ import annotations

import pytest

from monitor.scoring.signals.finding import Finder
from monitor.scoring.signals.folding import Folded
from monitor.scoring.signals.table import Table

CUES = {
    "refund": ".15: refund\n.6: want my refund, refus~ .. refund",
    "waiting": ".3: waiting\n.6: waiting for my refund",
    "relief": "1: no problem",
    "anger": ".15: problem",
    "safety": ".75: nearly killed",
    "legal": ".7: formal complaint",
    "service": ".15: formal complaint",
    "vulnerable": ".5: my baby",
    "self_harm": "1: want to die",
    "nothing": "0: want to die laughing, refund policy",
}


def found(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return the words and the kinds of what counts, in order."""
    finder = Finder(Table(lang="xx", cues=CUES), [("time", "week")])
    folded = Folded(text, "").text
    cues, _ = finder.find(folded)
    cues.sort(key=lambda cue: cue.start)
    return [
        (folded[cue.start : cue.end], tuple(kind for kind, _ in cue.meanings))
        for cue in cues
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I want my refund", [("want my refund", ("refund",))]),
        ("waiting for my refund", [("waiting for my refund", ("waiting",))]),
        ("No problem at all", [("no problem", ("relief",))]),
        ("refundable problems", []),
        ("the refund policy", []),
        ("a formal complaint", [("formal complaint", ("legal", "service"))]),
        (
            "they refused to give me a refund",
            [("refused to give me a refund", ("refund",))],
        ),
        ("they refused. My refund", [("refund", ("refund",))]),
        ("refused, then a refund", [("refund", ("refund",))]),
        ("refused one two three four five six refund", [("refund", ("refund",))]),
        ("I want to die", [("want to die", ("self_harm",))]),
        ("want to die laughing", []),
        (
            "nearly killed my baby",
            [("nearly killed", ("safety",)), ("my baby", ("vulnerable",))],
        ),
    ],
)
def test_the_longest_counts(
    text: str, expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert found(text) == expected


def test_marks_are_seen_within_words() -> None:
    finder = Finder(Table(lang="xx", cues=CUES), [("time", "week")])

    assert finder.find(" 3weeks ")[1] == {"time"}
    assert finder.find(" today ")[1] == set()


def test_without_edges_cues_stand_anywhere() -> None:
    table = Table(lang="xx", edges="none", cues={"refund": ".6: 不给 .. 退款"})

    cues, _ = Finder(table, []).find("客服不给我退款了")
    assert [(cue.start, cue.end) for cue in cues] == [(2, 7)]
