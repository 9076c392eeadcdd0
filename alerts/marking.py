"""What readers may say of the post in a message, and what they said. Pure.

The value of a choice is written and read here alone: `say:not_us:7` says something of
mention 7, `undo:3:7` takes back what was said as number 3 of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from alerts.base import Choice, Message
from alerts.facts import AlertEntry
from alerts.quoting import one_line
from alerts.words import Words
from monitor.core.model import Label

NAME_LIMIT = 60
BRAND_LIMIT = 40
SAYABLE = ("negative", "neutral", "not_negative", "not_us", "positive")
_SAY = re.compile(rf"say:({'|'.join(SAYABLE)}):([0-9]{{1,18}})")
_UNDO = re.compile(r"undo:([0-9]{1,18}):([0-9]{1,18})")
_READ = (Label.NEGATIVE, Label.NEUTRAL, Label.POSITIVE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What counts at present of a mention: a verdict, its number, and who said it."""

    number: int
    verdict: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A pressed choice: a verdict about a mention, or (`undo`) one to take back."""

    mention_id: int
    verdict: str = ""
    undo: int = 0


def read_choice(value: str) -> Answer | None:
    """Return what a value means; None if none of ours looks like that."""
    if found := _SAY.fullmatch(value):
        return Answer(mention_id=int(found[2]), verdict=found[1])
    if found := _UNDO.fullmatch(value):
        return Answer(mention_id=int(found[2]), undo=int(found[1]))
    return None


def with_choices(  # noqa: PLR0913 - what there is to know of a post and its team
    message: Message,
    entry: AlertEntry,
    said: Sequence[Said],
    words: Words,
    *,
    competitor: bool = False,
    learns: bool = False,
) -> Message:
    """Return a message about a post with what can be said of it, or was said.

    `said` has the newest in front. `learns` promises that it changes how similar
    posts are read.
    """
    brand = one_line(entry.mention.brand, BRAND_LIMIT)
    if not said:
        about = words.say("choices_about") if message.rows else ""
        choices = _choices(entry, words, brand if competitor else "")
        return replace(message, choices=choices, choices_note=about)
    noted = [_noted(each, brand, words) for each in said]
    promise = [words.say("noted_learns", brand=brand)] if learns else []
    undo = f"undo:{said[0].number}:{entry.mention.mention_id}"
    return replace(
        message,
        choices=(Choice(words=words.say("choice_undo"), value=undo),),
        choices_note=" ".join([*noted, *promise]),
    )


def _choices(entry: AlertEntry, words: Words, other: str) -> tuple[Choice, ...]:
    """Return the choices: what was read is right, or not, or it is about another."""
    label = entry.mention.label
    pairs = []
    if label in _READ:
        pairs.append((words.say("choice_right"), str(label)))
    if label is Label.NEGATIVE:
        pairs.append((words.say("choice_not_negative"), "not_negative"))
    not_us = "choice_not_them" if other else "choice_not_us"
    pairs.append((words.say(not_us, brand=other), "not_us"))
    return tuple(
        Choice(words=text, value=f"say:{verdict}:{entry.mention.mention_id}")
        for text, verdict in pairs
    )


def _noted(said: Said, brand: str, words: Words) -> str:
    label = f"label_{said.verdict}"
    key = label if words.knows(label) else f"said_{said.verdict}"
    who = one_line(said.by.partition(" (")[0], NAME_LIMIT)
    return words.say("noted", said=words.say(key, brand=brand), who=who)
