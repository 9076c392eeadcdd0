"""docs/users/reading.md names what the code does."""

from __future__ import annotations

from pathlib import Path

from monitor.scoring.cue_words import CUES
from monitor.scoring.stack import COMPLAINT_FROM, NEGATIVE_FROM, WEIGHTS

PAGE = (Path(__file__).parents[2] / "docs" / "users" / "reading.md").read_text("utf-8")


def test_every_intent_is_on_the_page() -> None:
    intents = (set(CUES) | {"question"}) - {"anger", "relief"}

    assert [name for name in sorted(intents) if f"`{name}`" not in PAGE] == []


def test_the_formula_on_the_page_is_the_one_in_use() -> None:
    for weight in WEIGHTS:
        assert f"{abs(weight)}" in PAGE
    assert f"negative from {NEGATIVE_FROM}" in PAGE
    assert f"complaint of {COMPLAINT_FROM}" in PAGE
