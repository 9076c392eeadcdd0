"""docs/users/reading.md and the page on training name what the code does."""

from __future__ import annotations

from typing import Any

import pytest

from config.values import FLAGS
from monitor.core.model import Label, Sentiment
from monitor.scoring.blend import shipped_numbers
from monitor.scoring.heads import TOPICS
from monitor.scoring.lines import as_record
from monitor.scoring.severity import PLAIN
from monitor.scoring.signals.model import INTENTS
from monitor.scoring.signals.tables import LANGUAGES
from monitor.scoring.stack import StackScorer
from monitor.training.corpora import CORPORA, read_written
from tests.pages import read

PAGE = read("docs", "users", "reading.md")
TRAINING = read("docs", "developers", "training.md")
NOTHING = Sentiment(label=Label.NEUTRAL)


@pytest.mark.parametrize("field", sorted(as_record(NOTHING, "")))
def test_every_field_of_score_is_explained(field: str) -> None:
    assert f"`{field}`" in PAGE


@pytest.mark.parametrize("name", sorted({*INTENTS, *FLAGS}))
def test_every_intent_and_flag_is_explained(name: str) -> None:
    assert f"`{name}`" in PAGE


def test_every_head_is_an_intent_or_a_flag_or_never_shown() -> None:
    assert set(TOPICS) - INTENTS - set(FLAGS) == {"news"}


def row(name: str) -> str:
    return next(line for line in PAGE.splitlines() if line.startswith(f"| {name}"))


def test_the_languages_that_are_read_are_those_of_the_weights() -> None:
    assert _codes(row("encoder")) == set(shipped_numbers().languages)
    assert _codes(row("words of trouble")) == set(LANGUAGES)


def _codes(line: str) -> set[str]:
    return {part for part in line.split("`") if len(part) == 2 and part.isalpha()}


def test_the_limits_are_those_of_the_weights() -> None:
    numbers = shipped_numbers()

    assert f"less than {numbers.confidence}" in PAGE
    assert f"less than {numbers.confidence_unknown} where the language" in PAGE
    assert f"From {PLAIN} on it is *plain*" in PAGE


@pytest.mark.parametrize(
    ("text", "lang", "why"),
    [
        ("ขอบคุณครับ", "th", "`nothing here reads 'th'"),
        (
            "오늘 날씨가 좋네요",
            "ko",
            "`nothing here reads 'ko': the encoder is not installed`",
        ),
        ("qwer zxcv asdf", "", "`language not recognised`"),
    ],
)  # fmt: skip
def test_reasons_are_quoted_as_the_program_says_them(
    text: str, lang: str, why: str
) -> None:
    found = StackScorer(heads=None).score("", text, lang=lang)

    assert found.label is Label.UNREADABLE
    assert why in PAGE
    assert found.why[0].startswith(why.strip("`"))


@pytest.mark.parametrize("corpus", CORPORA)
def test_every_corpus_has_its_row(corpus: str) -> None:
    assert f"| `{corpus}` |" in TRAINING


def test_the_counts_of_our_own_texts_are_right() -> None:
    rows = read_written()
    for lang in sorted({each.lang for each in rows}):
        own = [each for each in rows if each.lang == lang]
        counts: list[Any] = [
            len(own),
            *(sum(r.feeling == n for r in own) for n in range(3)),
        ]
        counts += [sum(r.complaint for r in own), sum(r.held for r in own)]
        told = " | ".join(f"{count:,}" for count in counts)
        assert f"| `{lang}` | {told} |" in TRAINING
