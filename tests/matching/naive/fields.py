"""What a query asks of a post apart from its words."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from urllib.parse import urlsplit

from tests.matching.naive.leaves import Page
from tests.matching.naive.letters import starts_of, view

STARS = 5
COMPARE: dict[str, Callable[[float, float], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
    "=": operator.eq,
}


def rating(page: Page, sign: str, value: float) -> bool:
    stars = page.post.rating
    if stars is None:
        return False
    return COMPARE[sign](round(stars * STARS / page.post.rating_scale, 6), value)


def followers(page: Page, sign: str, value: float) -> bool:
    author = page.post.author
    known = author is not None and author.followers is not None
    return known and COMPARE[sign](author.followers, value)


def author(page: Page, _sign: str, value: str) -> bool:
    who = page.post.author
    if who is None:
        return False
    names = [name for name in (who.handle, who.name, who.external_id) if name]
    wanted = value.removeprefix("@")
    return view(wanted)[0] in [view(name.removeprefix("@"))[0] for name in names]


def site(page: Page, _sign: str, value: str) -> bool:
    address = urlsplit(page.post.url)
    host, *folders = value.lower().split("/")
    there = (address.hostname or "").split(".")
    path = [part for part in address.path.lower().split("/") if part]
    wanted = host.split(".")
    return there[-len(wanted) :] == wanted and path[: len(folders)] == folders


def code(known: str, wanted: str) -> bool:
    parts = known.lower().replace("_", "-").split("-")
    return parts[: wanted.count("-") + 1] == wanted.lower().split("-")


def has(page: Page, _sign: str, value: str) -> bool:
    match value:
        case "rating":
            return page.post.rating is not None
        case "title":
            return page.post.title != ""
        case "link":
            links = r"(?i)(?:https?://|\bwww\.)[^\s/?#.]+\.\S"
            return re.search(links, page.original) is not None
        case _:
            sign = {"hashtag": "#", "handle": "@"}[value]
            return any(
                n + 1 < len(page.text)
                and is_wordlike(page.text[n + 1])
                and not (n and is_wordlike(page.text[n - 1]))
                for n in starts_of(sign, page.text)
            )


def is_wordlike(char: str) -> bool:
    return char == "_" or char.isalnum()


FIELDS: dict[str, Callable[..., bool]] = {
    "rating": rating,
    "followers": followers,
    "author": author,
    "site": site,
    "has": has,
    "lang": lambda page, _, value: code(page.post.lang, value),
    "country": lambda page, _, value: code(page.post.extra.get("country", ""), value),
    "source": lambda page, _, value: page.post.source.lower() == value.lower(),
    "kind": lambda page, _, value: page.post.kind.value == value,
    "is": lambda page, _, value: (page.post.in_reply_to != "") == (value == "reply"),
}
