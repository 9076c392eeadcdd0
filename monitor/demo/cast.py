"""Who speaks in the demo: invented people, some of whom come back angrier."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from monitor.demo.content import Template

COMES_BACK = 0.2
MOST_FOLLOWERS = 90_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """An account."""

    handle: str
    name: str
    followers: int


VIP = Person(handle="aerodaily", name="Aero Daily", followers=482_000)
"""The travel columnist whom the demo's team wants to hear of at once."""
NEWSROOM = Person(handle="demo-newsroom", name="The Demo Courier", followers=12_000)


class Troupe:
    """Gives every post its author."""

    def __init__(
        self, people: Mapping[str, tuple[str, ...]], rng: random.Random
    ) -> None:
        self._people = people
        self._rng = rng
        self._angry: dict[tuple[str, str, str], Person] = {}

    def author(self, network: str, template: Template) -> Person:
        """Return who says it; now and then an angry one who has spoken before."""
        if template.feeling == "vip":
            return VIP
        if template.style == "article":
            return NEWSROOM
        if template.feeling != "angry":
            return self._somebody(template.lang)
        place = (network, template.brand, template.lang)
        if place not in self._angry or self._rng.random() >= COMES_BACK:
            self._angry[place] = self._somebody(template.lang)
        return self._angry[place]

    def _somebody(self, lang: str) -> Person:
        name = self._rng.choice(self._people.get(lang) or self._people["en"])
        number = self._rng.randrange(10, 9_999)
        followers = int(min(self._rng.lognormvariate(5.5, 1.6), MOST_FOLLOWERS))
        return Person(
            handle=f"{_latin(name) or lang}{number}", name=name, followers=followers
        )


def _latin(name: str) -> str:
    """Return the start of a handle: plain letters of the name, if it has any."""
    plain = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore")
    return "_".join(plain.decode("ascii").split())
