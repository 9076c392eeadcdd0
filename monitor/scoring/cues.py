"""What an English post is about, and how plainly it complains.

Each line of a table below is `weight: cue, cue, ...`. A cue is a word or phrase as it
stands in a post without apostrophes and punctuation ("dont", "still waiting"). The
longest cue wins where several begin at one word, so "no issues" is relief and not an
issue. The weight says how much a cue alone speaks for a complaint; several cues add
up as independent witnesses do:

    complaint = 1 - (1 - w1) * (1 - w2) * ...      each intent counts with its two
                                                   strongest cues

Words of relief ("no issues", "resolved") halve what is left for each of them, praise
in VADER's opinion (compound of 0.5 or more) takes a third off anything under 0.6.
"""

from __future__ import annotations

import functools
import operator
import re
from dataclasses import dataclass

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

from monitor.scoring.cue_words import CUES

Weighed = tuple[str, float]
"""A cue and its weight."""

RELIEF, PRAISE, ANGER, QUESTION = "relief", "praise", "anger", "question"

ADVERTS = ("spam", "job_advert")
_MAX_SHOWN = 4
_weight = operator.itemgetter(1)
_TELLING = 0.15
"""Weight from which a cue is worth naming as evidence."""
_LETTERS = bytes(c if chr(c).isalnum() or c in b"#$" else 32 for c in range(128))
_LETTERS = _LETTERS.lower() + b" " * 128
_NUMBER = (
    r"(?:[0-9]+|a|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|many"
    r"|few|couple|couple of|multiple|over an|half an)"
)
_UNIT = r"(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|business days?)"
_DURATION = re.compile(
    rf"\b((?:after|for|over|than|past|its|now|almost|nearly) (?:the )?(?:last |past )?"
    rf"{_NUMBER}\+? {_UNIT}(?: now| later)?"
    rf"|((?:been|waited|waiting|took|taken|takes) (?:for )?(?:over |almost |nearly )?"
    rf"{_NUMBER} {_UNIT}|{_NUMBER} {_UNIT} (?:and (?:still|counting|no)|on hold|late"
    rf"|overdue|delay|delayed|waiting|without|wait|behind|no reply|no response)))\b"
)
_TIMES = re.compile(
    rf"\b({_NUMBER} (?:emails|calls|messages|times|tickets|attempts|dms)"
    r"|(?:called|emailed|rang|phoned|messaged|contacted|written) \w+ (?:\w+ )?times"
    r"|(?:second|third|fourth|fifth|2nd|3rd|4th|5th) time (?:in|this|i|that))\b"
)
_WAITED_FOR = frozenset(("waiting", "delivery", "refund", "unanswered", "outage"))
_UNIT_WORDS = """minute minutes min mins hour hours hr hrs day days week weeks month
months year years"""
_UNITS = frozenset(_UNIT_WORDS.split())
_REPEATED_WORDS = "emails calls messages times tickets attempts dms time"
_REPEATS = frozenset(_REPEATED_WORDS.split())
_COUNTED = _UNITS | _REPEATS
_ASKING_WORDS = """how what when where who why which can could does do did is are will
would any anyone anybody"""
_ASKING = frozenset(_ASKING_WORDS.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """What was found: how strongly it complains, about what, in which words."""

    complaint: float
    intents: tuple[str, ...]
    words: tuple[str, ...]


NOTHING = Cues(complaint=0.0, intents=(), words=())
_QUESTION = Cues(complaint=0.0, intents=(QUESTION,), words=())


def read_cues(text: str, compound: float) -> Cues:
    """Look for cues in cleaned English text that VADER gave `compound`."""
    tokens = _tokens(text)
    found = _find("  ".join(tokens))
    if not _COUNTED.isdisjoint(tokens):
        _add_counted(tokens, found)
    asks = "?" in text or (len(tokens) > 1 and tokens[0] in _ASKING)
    if not found:
        return _QUESTION if asks else NOTHING
    relief = len(found.pop(RELIEF, ()))
    adverts = [k for k in ADVERTS if k in found and _total(found.pop(k)) >= 1]
    complaint = _complaint(found) / 2**relief
    if compound >= 0.5 and complaint < 0.6:
        complaint *= 2 / 3
    intents = {*found, *adverts} - {PRAISE, ANGER}
    if asks:
        intents.add(QUESTION)
    if PRAISE in found and compound > 0.2 and complaint < 0.4:
        intents.add(PRAISE)
    return Cues(
        complaint=round(0.0 if adverts else complaint, 3),
        intents=tuple(sorted(intents)),
        words=_strongest(found),
    )


def _tokens(text: str) -> list[str]:
    if not text.isascii():
        text = text.lower()  # a few signs have an ASCII letter in lower case
    return text.encode("ascii", "replace").translate(_LETTERS, b"'").decode().split()


def _total(pairs: list[Weighed]) -> float:
    return sum([weight for _, weight in pairs])


def _strongest(found: dict[str, list[Weighed]]) -> tuple[str, ...]:
    pairs = [pair for each in found.values() for pair in each if pair[1] >= _TELLING]
    if len(pairs) > 1:
        pairs.sort(key=_weight, reverse=True)
    return tuple(dict.fromkeys([cue for cue, _ in pairs]))[:_MAX_SHOWN]


def is_cue_word(word: str) -> bool:
    """Tell whether a lower-case word occurs in any cue."""
    return word.replace("'", "") in _automaton()[2]


def _complaint(found: dict[str, list[Weighed]]) -> float:
    calm = 1.0
    for pairs in found.values():
        if len(pairs) == 1:
            calm *= 1 - pairs[0][1]
            continue
        for weight in sorted([w for _, w in pairs], reverse=True)[:2]:
            calm *= 1 - weight
    return 1 - calm


def _find(text: str) -> dict[str, list[Weighed]]:
    """Find cues; words in `text` are two spaces apart, so that cues may touch."""
    automaton, meanings, _ = _automaton()
    found: dict[str, list[Weighed]] = {}
    for _, _, number in automaton.find(f" {text} "):
        kind, pair = meanings[number]
        pairs = found.get(kind)
        if pairs is None:
            found[kind] = [pair]
        elif pair not in pairs:
            pairs.append(pair)
    return found


def _add_counted(tokens: list[str], found: dict[str, list[Weighed]]) -> None:
    """Add what has a number in it: "3 weeks and still", "called five times"."""
    if not _UNITS.isdisjoint(tokens):
        trouble = not _WAITED_FOR.isdisjoint(found)
        for match in _DURATION.finditer(" ".join(tokens)):
            kind, weight = ("waiting", 0.35) if match[2] or trouble else (ANGER, 0.15)
            found.setdefault(kind, []).append((match[0], weight))
    if not _REPEATS.isdisjoint(tokens):
        for match in _TIMES.finditer(" ".join(tokens)):
            found.setdefault("unanswered", []).append((match[0], 0.3))


Meaning = tuple[str, Weighed]


@functools.cache
def _automaton() -> tuple[
    CharwiseDoubleArrayAhoCorasick, list[Meaning], frozenset[str]
]:
    patterns: dict[str, Meaning] = {}
    for kind, table in CUES.items():
        for line in table.strip().splitlines():
            weight, _, cues = line.partition(":")
            for cue in (c.strip() for c in cues.split(",") if c.strip()):
                pattern = f" {cue.replace(' ', '  ')} "
                patterns[pattern] = (kind, (cue, float(weight)))
    automaton = CharwiseDoubleArrayAhoCorasick(
        list(patterns), match_kind=MATCH_KIND_LEFTMOST_LONGEST
    )
    words = frozenset(word for pattern in patterns for word in pattern.split())
    return automaton, list(patterns.values()), words
