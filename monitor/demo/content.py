"""The words of the demo: templates from posts.yaml, filled with invented details."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

FALLBACK_LANGUAGE = "en"

_SLOT = re.compile(r"\{([a-z]+)\}")
_DIGITS = re.compile(r"\{([1-9])\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """One text with slots, for networks of one style.

    `brand` is air, coffee or none.
    """

    lang: str
    brand: str
    feeling: str
    style: str
    text: str
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """All there is to say.

    `edits` are added to posts, `people` are names by language.
    """

    templates: tuple[Template, ...]
    slots: Mapping[str, Mapping[str, Any]]
    edits: tuple[str, ...]
    people: Mapping[str, tuple[str, ...]]

    def fill(
        self, text: str, lang: str, details: dict[str, str], rng: random.Random
    ) -> str:
        """Fill a text's slots; `details` keeps what was drawn, also for the title."""

        def draw(found: re.Match[str]) -> str:
            name = found[1]
            if name not in details:
                details[name] = _draw(self.slots[name], lang, rng)
            return details[name]

        return _SLOT.sub(draw, text)


def _draw(slot: Mapping[str, Any], lang: str, rng: random.Random) -> str:
    if "digits" in slot:
        return _DIGITS.sub(lambda found: _number(int(found[1]), rng), slot["digits"])
    if "between" in slot:
        low, high = slot["between"]
        return str(rng.randint(low, high))
    return str(rng.choice(slot.get(lang) or slot[FALLBACK_LANGUAGE]))


def _number(digits: int, rng: random.Random) -> str:
    return str(rng.randrange(10 ** (digits - 1), 10**digits))


@cache
def content() -> Content:
    """Return what posts.yaml says."""
    raw = yaml.safe_load(
        files("monitor.demo").joinpath("posts.yaml").read_text("utf-8")
    )
    return Content(
        templates=tuple(_templates(raw["posts"])),
        slots=raw["slots"],
        edits=tuple(raw["edits"]),
        people={lang: tuple(names) for lang, names in raw["people"].items()},
    )


def _templates(groups: Iterable[Mapping[str, Any]]) -> Iterable[Template]:
    for group in groups:
        about = {name: group[name] for name in ("lang", "brand", "feeling", "style")}
        for entry in group["texts"]:
            said = {"text": entry} if isinstance(entry, str) else entry
            yield Template(**about, **said)
