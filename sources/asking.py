"""From a SourceQuery to the small query languages of networks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from monitor.core.errors import SourceRejected


def pieces(words: Iterable[str]) -> list[str]:
    """Return each word once, in order, without the signs that would end a quote."""
    cleaned = (" ".join(word.replace('"', " ").split()) for word in words)
    return list(dict.fromkeys(word for word in cleaned if word))


def either(kind: str, words: Iterable[str], *, limit: int) -> Iterator[str]:
    """Join words with OR into as few texts as possible, each within `limit`.

    Raises SourceRejected if there is nothing to ask for, or if one word alone is too
    long for the network.
    """
    line, any_words = "", False
    for word in words:
        any_words = True
        if len(word) > limit:
            raise SourceRejected(
                kind, f"{word[:40]!r}… is too long to search for; shorten the query"
            )
        longer = f"{line} OR {word}" if line else word
        if len(longer) > limit:
            yield line
            longer = word
        line = longer
    if not any_words:
        raise SourceRejected(
            kind,
            "the brands have no word to search for; set the collector's query",
        )
    yield line
