"""Why a mention was taken for what it is, in its own words; and who must see it. Pure.

The quoted words are the mention's evidence: what a person must know first, then what
weighs most; short places that name a matter before sentences and mere feelings. Never
more than three.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any, Final

from alerts.details import span_of
from alerts.facts import MentionFacts
from alerts.quoting import clean, one_line
from alerts.words import Words
from monitor.core.model import Evidence, Label, searchable

PERSON_FLAGS: Final = ("self_harm", "vulnerable")
"""Flags that ask for a person, at once, and never for a draft."""
ALARMS: Final = (*PERSON_FLAGS, "safety")
"""What is said before anything else, the gravest first."""
MOST_QUOTES = 3
MOST_SAID = 4
MOST_PIECES = 20
QUOTE_LIMIT = 26
HIGHLIGHT_LIMIT = 60
PIECE_LIMIT = 200
CALM_LIMIT = 120
LONGEST_WAIT = 36_500.0
_SILENCED: Final = re.compile(
    r"without (?P<words>“.*”): (?P<label>[a-z]+), "
    r"negative (?P<negative>[0-9.]+), complaint [0-9.]+",
    re.DOTALL,
)
# What is said only where there is nothing plainer to say.
_FEELINGS = frozenset({"negative", "positive", "anger"})


def needs_person(mention: MentionFacts) -> bool:
    """Tell whether a person has to look at it, whatever the label."""
    return any(flag in mention.flags for flag in PERSON_FLAGS)


def alarm_of(mention: MentionFacts) -> str:
    """Return the gravest of what is said first, "" if there is nothing of the sort."""
    found = {*mention.flags, *mention.intents}
    return next((alarm for alarm in ALARMS if alarm in found), "")


def notice_of(mention: MentionFacts, words: Words) -> str:
    """Say what to do before reading on; empty for most mentions."""
    alarm = alarm_of(mention)
    return words.say(f"notice_{alarm}") if alarm else ""


def tagged(said: str, mention: MentionFacts, words: Words) -> str:
    """Put the gravest of what was found before a line."""
    alarm = alarm_of(mention)
    if not alarm:
        return said
    tag = meaning(alarm, words)
    return f"{tag[:1].upper()}{tag[1:]} · {said}"


def reason_of(mention: MentionFacts, words: Words) -> str:
    """Say “still waiting”, “3 weeks” → waiting 21 days, 3rd contact, refund.

    Empty where nothing but intents is known: an older program named no places.
    """
    text = _text(mention)
    told = _telling(mention, text)
    if not (told or mention.flags or any(_numbers(mention, words))):
        return ""
    quotes = (
        f"“{one_line(_words(text, each), QUOTE_LIMIT)}”"
        for each in sorted(told, key=lambda each: (_grave(each), each.start))
    )
    comma = words.say("comma")
    parts = (comma.join(quotes), comma.join(_conclusions(mention, told, words)))
    return " → ".join(part for part in parts if part)


def highlights_of(mention: MentionFacts) -> tuple[str, ...]:
    """Return the words of the post that may be set off where it is quoted."""
    text = _text(mention)
    title = len(mention.title) + 1 if mention.title and mention.text else 0
    found = (
        clean(_words(text, each))
        for each in _telling(mention, text)
        if each.start >= title and not _is_long(each)
    )
    return tuple(dict.fromkeys(words for words in found if words))


def calm_of(mention: MentionFacts, words: Words) -> str:
    """Return the smallest change that would have kept it from being negative.

    Where a person has to look at once it is beside the point.
    """
    if needs_person(mention):
        return ""
    said = _SILENCED.fullmatch(mention.silenced_by)
    if said is None:
        return one_line(mention.silenced_by, CALM_LIMIT)
    label = meaning(said["label"], words)
    percent = round(100 * float(said["negative"]))
    told = words.say("calm", words=said["words"], label=label, percent=percent)
    return one_line(told, CALM_LIMIT)


def pieces_of(mention: MentionFacts) -> list[dict[str, Any]]:
    """Return the evidence as plain data, what weighs most first."""
    text = _text(mention)
    strongest = sorted(mention.evidence, key=lambda each: -abs(each.weight))
    return [
        {
            "start": each.start,
            "end": each.end,
            "part": each.part,
            "says": each.says,
            "weight": each.weight,
            "quote": one_line(_words(text, each), PIECE_LIMIT),
        }
        for each in strongest[:MOST_PIECES]
    ]


def meaning(kind: str, words: Words) -> str:
    """Name an intent or a flag in the team's language; others as they are called."""
    for key in (f"says_{kind}", f"label_{kind}"):
        if words.knows(key):
            return words.say(key)
    return one_line(kind.replace("_", " "), QUOTE_LIMIT)


def _text(mention: MentionFacts) -> str:
    return searchable(mention.title, mention.text)


def _words(text: str, each: Evidence) -> str:
    return text[max(0, each.start) : max(0, each.end)]


def _telling(mention: MentionFacts, text: str) -> list[Evidence]:
    """Return the few places that say most for what the mention was taken for."""
    side = -1.0 if mention.label is Label.POSITIVE and not mention.severity else 1.0
    raised = {*ALARMS, *mention.flags}
    placed = [each for each in mention.evidence if _words(text, each).strip()]
    for_it = [each for each in placed if each.weight * side > 0 or each.says in raised]
    neutral = [each for each in placed if not each.weight]
    chosen: list[Evidence] = []
    for each in sorted(
        for_it or neutral,
        key=lambda each: (_grave(each), *_vague(each), -each.weight * side),
    ):
        if len(chosen) == MOST_QUOTES:
            break
        if not any(each.start < one.end and one.start < each.end for one in chosen):
            chosen.append(each)
    return chosen


def _grave(each: Evidence) -> int:
    return ALARMS.index(each.says) if each.says in ALARMS else len(ALARMS)


def _vague(each: Evidence) -> tuple[bool, bool]:
    """Tell how little a place says at a glance: a whole sentence, only a feeling."""
    return _is_long(each), each.says in _FEELINGS


def _is_long(each: Evidence) -> bool:
    return each.end - each.start > HIGHLIGHT_LIMIT


def _conclusions(
    mention: MentionFacts, told: list[Evidence], words: Words
) -> Iterator[str]:
    """Yield what the places come to: few words, the gravest and plainest first."""
    kinds = [*(each.says for each in told), *mention.flags, *mention.intents]
    plain = [kind for kind in dict.fromkeys(kinds) if kind not in _FEELINGS]
    numbers = list(_numbers(mention, words))
    if mention.waited_days is not None:
        plain = [kind for kind in plain if kind != "waiting"]
    if not (plain or numbers):
        plain = kinds[:1]
    grave = [kind for kind in ALARMS if kind in plain]
    others = [kind for kind in plain if kind not in grave]
    yield from (meaning(kind, words) for kind in grave)
    yield from numbers
    yield from (meaning(kind, words) for kind in others[: MOST_SAID - len(grave)])


def _numbers(mention: MentionFacts, words: Words) -> Iterator[str]:
    """Yield how long the writer waits, and how often they asked."""
    if mention.waited_days is not None:
        days = min(max(0.0, mention.waited_days), LONGEST_WAIT)
        yield words.say("waited", span=span_of(timedelta(days=days), words))
    if mention.contacts > 1:
        yield words.say("contact", nth=words.nth(mention.contacts))
