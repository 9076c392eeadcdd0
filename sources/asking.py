"""From a SourceQuery to the small query languages of networks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from monitor.core.errors import SourceRejected
from monitor.core.text import fold
from sources.base import SourceQuery, Way

_LAST_LETTER = "\u052f"  # of Latin, Greek and Cyrillic


def pieces(words: Iterable[str]) -> list[str]:
    """Return each word once, in order, without the signs that would end a quote."""
    cleaned = (" ".join(word.replace('"', " ").split()) for word in words)
    return list(dict.fromkeys(word for word in cleaned if word))


def require_askable(kind: str, query: SourceQuery) -> None:
    """Raise SourceRejected if nothing of what is wanted can be searched for.

    Where other queries can be, they are; `check` and the log name those that cannot.
    """
    if query.text or not query.unasked or ways_of(query):
        return
    first, others = query.unasked[0][:80], len(query.unasked) - 1
    more = f" (and {others} more)" if others else ""
    raise SourceRejected(
        kind,
        f"no search can ask for the query {first!r}{more}: what has *, ?, ~ or"
        " disguised: is found only in posts that came for another word; add a word"
        " that has to be there, set `query` on this collector, or leave the brand out"
        " with `brands`",
    )


def ways_of(query: SourceQuery) -> tuple[Way, ...]:
    """Return the ways of a query; those of one that has only words are its words."""
    signed = [f"@{handle}" for handle in query.handles]
    signed += [f"#{tag}" for tag in query.hashtags]
    words = (*query.terms, *signed)
    return query.ways or ((Way(groups=(words,)),) if words else ())


def every_word(query: SourceQuery) -> list[str]:
    """Return all words without signs: a post of interest holds at least one."""
    return pieces([*query.terms, *query.handles, *query.hashtags])


def is_certain(word: str) -> bool:
    """Tell whether any search finds a word, or phrase, wherever it stands as one.

    That is so in letters that have spaces around. How a network cuts Korean, Chinese
    or Japanese, and what it makes of signs, nobody says.
    """
    letters = word.replace(" ", "").replace("-", "")
    return letters.isalnum() and max(fold(letters)) <= _LAST_LETTER


def either(
    kind: str, words: Iterable[str], *, limit: int, most_words: int = 0
) -> Iterator[str]:
    """Join words with OR into as few texts as possible, each within `limit`.

    `most_words` is how many words of a text the network reads, if it says so. Raises
    SourceRejected if there is nothing to ask for, or if one word alone is too long
    for the network.
    """
    line, any_words = "", False
    for word in words:
        any_words = True
        if len(word) > limit:
            raise too_long(kind, word)
        longer = f"{line} OR {word}" if line else word
        if len(longer) > limit or 0 < most_words < len(longer.split()):
            if line:
                yield line
            longer = word
        line = longer
    if not any_words:
        raise nothing_to_ask(kind)
    yield line


def too_long(kind: str, word: str) -> SourceRejected:
    """Return the error that a word does not fit into a search."""
    return SourceRejected(
        kind, f"{word[:40]!r}… is too long to search for; shorten the query"
    )


def nothing_to_ask(kind: str) -> SourceRejected:
    """Return the error that there is no word to search for."""
    return SourceRejected(
        kind, "the brands have no word to search for; set the collector's query"
    )
