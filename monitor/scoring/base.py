"""The contract of a scorer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from monitor.core.model import Post, Sentiment


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A text to be read, with what is known about it.

    `lang` is what the network says; it may be wrong or empty. `reach` counts the
    author's followers or the views, None if not known. `vip`: an important author.
    """

    title: str = ""
    text: str = ""
    lang: str = ""
    rating: float | None = None
    rating_scale: float = 5.0
    reach: int | None = None
    vip: bool = False


class Scorer(Protocol):
    """Reads texts. Pure: no clock, no network, safe to share between threads."""

    def score(
        self,
        title: str,
        text: str,
        *,
        lang: str = "",
        rating: float | None = None,
        rating_scale: float = 5.0,
    ) -> Sentiment:
        """Say what the text feels like, or that nothing here can read it."""

    def score_many(self, asked: Sequence[Asked]) -> list[Sentiment]:
        """Do the same for many texts, in their order, in less time each."""


def asked_of(post: Post, *, vip: bool = False) -> Asked:
    """Return what a post says about itself."""
    views = post.metrics.get("views")
    return Asked(
        title=post.title,
        text=post.text,
        lang=post.lang,
        rating=post.rating,
        rating_scale=post.rating_scale,
        reach=post.author.followers if post.author and post.author.followers else views,
        vip=vip,
    )


def score_post(scorer: Scorer, post: Post) -> Sentiment:
    """Score a post with everything it says about itself."""
    return scorer.score_many([asked_of(post)])[0]
