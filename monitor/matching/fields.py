"""What fields of a query ask of a post: `lang:ko`, `rating:<=2`, `has:link`."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from urllib.parse import urlsplit

from monitor.core.model import Author
from monitor.core.text import fold
from monitor.matching.look import Look
from monitor.matching.nodes import Field

Asked = Callable[[Look], bool]

_COMPARE: dict[str, Callable[[float, float], bool]] = {
    "<=": operator.le,
    ">=": operator.ge,
    "<": operator.lt,
    ">": operator.gt,
    "=": operator.eq,
}
STARS = 5.0
_LINK = re.compile(r"(?:https?://|\bwww\.)[^\s/?#.]+\.[^\s]", re.IGNORECASE)
_HAS: dict[str, Asked] = {
    "link": lambda look: _LINK.search(look.original) is not None,
    "hashtag": lambda look: _sign(look, "#"),
    "handle": lambda look: _sign(look, "@"),
    "rating": lambda look: look.post.rating is not None,
    "title": lambda look: bool(look.title),
}
_TAGGED = {sign: re.compile(rf"(?<!\w){sign}\w") for sign in "#@"}


def _sign(look: Look, sign: str) -> bool:
    return _TAGGED[sign].search(look.seen) is not None


def asked(field: Field) -> Asked:
    """Return the question that a field asks; what is not known is never true."""
    if isinstance(field.value, str):
        return _ASKED[field.name](field.value)
    compare, wanted = _COMPARE[field.sign], field.value
    number = _rating if field.name == "rating" else _followers
    return lambda look: (n := number(look)) is not None and compare(n, wanted)


def _by_lang(code: str) -> Asked:
    return lambda look: _is_code(look.lang(), code)


def _by_country(code: str) -> Asked:
    return lambda look: _is_code(str(look.post.extra.get("country", "")), code)


def _by_site(site: str) -> Asked:
    return lambda look: _is_site(look.post.url, site)


def _by_author(name: str) -> Asked:
    wanted = fold(name.removeprefix("@"))
    return lambda look: _is_author(look.post.author, wanted)


def _by_source(name: str) -> Asked:
    wanted = name.casefold()
    return lambda look: look.post.source.casefold() == wanted


def _by_kind(kind: str) -> Asked:
    return lambda look: look.post.kind == kind


def _by_reply(answer: str) -> Asked:
    wanted = answer == "reply"
    return lambda look: bool(look.post.in_reply_to) is wanted


_ASKED: dict[str, Callable[[str], Asked]] = {
    "lang": _by_lang,
    "country": _by_country,
    "site": _by_site,
    "author": _by_author,
    "source": _by_source,
    "kind": _by_kind,
    "is": _by_reply,
    "has": _HAS.__getitem__,
}


def _rating(look: Look) -> float | None:
    """Return the rating in stars of five, whatever the network's scale."""
    rating, scale = look.post.rating, look.post.rating_scale
    return None if rating is None else round(rating * STARS / scale, 6)


def _followers(look: Look) -> float | None:
    author = look.post.author
    return None if author is None else author.followers


def _is_code(code: str, wanted: str) -> bool:
    """Tell whether `zh-TW` is `zh` or `zh-tw`."""
    code = code.casefold().replace("_", "-")
    return code == wanted or code.startswith(f"{wanted}-")


def _is_site(url: str, wanted: str) -> bool:
    """Tell whether a post's page is on a site, or below it; with a path, in it."""
    host, _, path = wanted.partition("/")
    try:
        parts = urlsplit(url)
        there = (parts.hostname or "").casefold()
    except ValueError:
        return False
    if there != host and not there.endswith(f".{host}"):
        return False
    return not path or f"{parts.path.casefold().strip('/')}/".startswith(f"{path}/")


def _is_author(author: Author | None, wanted: str) -> bool:
    if author is None:
        return False
    names = (author.handle.removeprefix("@"), author.name, author.external_id)
    return any(name and fold(name) == wanted for name in names)
