"""A generated set of copies and of what only looks like them; always the same.

A campaign is a complaint of three sentences; no two campaigns share more than one
sentence, and each exists in four languages, which have to stay apart.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from benchmarks.posts import vocabulary
from monitor.copies import Writing
from tests.copies import sentences
from tests.copies.sentences import LANGUAGES, SIDE, SPACED

START = datetime(2026, 11, 1, tzinfo=UTC)
NETWORKS = ("x", "bluesky", "mastodon", "reddit")
_EMOJI = ("😡", "💔", "🙏", "‼️", "👎👎", "🔥")


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """A post, what kind it is, and the campaign it belongs to (None: to none)."""

    kind: str
    campaign: str | None
    writing: Writing


def plain(text: str, _lang: str, _rng: random.Random) -> str:
    """Somebody pastes it."""
    return text


def retold(text: str, _lang: str, rng: random.Random) -> str:
    """Somebody passes it on in the way of old."""
    name = f"user{rng.randrange(10_000)}"
    return rng.choice(
        (f"RT @{name}: {text}", f"{text} (via @{name})", f"@{name} {text}")
    )


def dressed(text: str, _lang: str, rng: random.Random) -> str:
    """Another address, other emoji, shouted."""
    text = text.upper() if rng.random() < 0.3 else text.replace(".", "!")
    address = f"https://t.example/{rng.randrange(10**9):x}"
    return f"{rng.choice(_EMOJI)} {text} {rng.choice(_EMOJI)} {address}"


def one_word_changed(text: str, lang: str, rng: random.Random) -> str:
    """One word is another."""
    word = rng.choice(vocabulary(lang).words[:400])
    if lang in SPACED:
        words = text.split(" ")
        words[rng.randrange(len(words))] = word
        return " ".join(words)
    at = rng.randrange(len(text) - 2)
    return f"{text[:at]}{word}{text[at + 2 :]}"


def cut(text: str, lang: str, rng: random.Random) -> str:
    """A fifth is missing: at the end, at the beginning or in the middle."""
    parts = text.split(" ") if lang in SPACED else list(text)
    gone = round(len(parts) / 5)
    at = rng.choice((0, len(parts) - gone, rng.randrange(len(parts) - gone)))
    return (" " if lang in SPACED else "").join([*parts[:at], *parts[at + gone :]])


def quoted(text: str, lang: str, rng: random.Random) -> str:
    """Somebody says something about it."""
    comment = rng.choice(sentences.COMMENTS[lang])
    more = _free(lang, rng, rng.randint(0, 12))
    return rng.choice(
        (
            f"{comment} “{text}” {more}",
            f"> {text}\n\n{comment} {more}",
            f"{comment} {more}\nQT @someone: {text}",
        )
    )


KINDS: dict[str, Callable[[str, str, random.Random], str]] = {
    "plain copy": plain,
    "RT, via": retold,
    "URL, emoji, case": dressed,
    "one word changed": one_word_changed,
    "20 % cut": cut,
    "quoted": quoted,
}


def campaign_set(*, unrelated: int = 6_000, seed: int = 7) -> list[Planted]:
    """Return campaigns and unrelated posts, mixed, each copy after its first post."""
    rng = random.Random(seed)
    rows = [*_campaigns(rng), *_unrelated(unrelated, rng)]
    rows.sort()
    return [
        Planted(
            kind=kind,
            campaign=campaign,
            writing=Writing(
                id=number,
                source=rng.choice(NETWORKS),
                text=text,
                at=START + timedelta(seconds=number),
                author=f"a{number}",
                handle=f"person{number}",
            ),
        )
        for number, (_at, kind, campaign, text) in enumerate(rows, start=1)
    ]


Row = tuple[float, str, str | None, str]


def _campaigns(rng: random.Random) -> Iterator[Row]:
    for lang, (first, second, third) in LANGUAGES.items():
        glue = " " if lang in SPACED else ""
        for a in range(SIDE):
            for b in range(SIDE):
                name = f"{lang}-{a}-{b}"
                text = glue.join((first[a], second[b], third[(a + b) % SIDE]))
                at = rng.random() * 0.5
                yield at, "first", name, text
                for kind, change in KINDS.items():
                    later = rng.uniform(at, 1.0)
                    yield later, kind, name, change(text, lang, rng)


def _unrelated(count: int, rng: random.Random) -> Iterator[Row]:
    languages = tuple(LANGUAGES)
    for _ in range(count):
        lang = rng.choice(languages)
        at = rng.random()
        match rng.randrange(6):
            case 0:
                yield at, "short", None, rng.choice(sentences.SHORT)
            case 1:
                case = rng.choice(sentences.CASES)
                number = f"{rng.choice('ABCD')}{rng.randrange(10_000, 10**6)}"
                yield at, "another case", None, case.format(a=number)
            case 2 | 3:
                words = _free(lang, rng, rng.randint(9, 25))
                text = f"{sentences.OPENINGS[lang]} {words}"
                yield at, "same opening", None, text
            case _:
                text = _free(lang, rng, rng.randint(5, 40))
                yield at, "unrelated", None, text


def _free(lang: str, rng: random.Random, count: int) -> str:
    glue = " " if lang in SPACED else ""
    return glue.join(vocabulary(lang).draw(rng, count))
