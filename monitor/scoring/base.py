"""The contract of a scorer."""

from __future__ import annotations

from typing import Protocol

from monitor.core.model import Post, Sentiment


class Scorer(Protocol):
    """Reads one text. Pure: no clock, no network, safe to share between threads."""

    def score(
        self,
        title: str,
        text: str,
        *,
        lang: str = "",
        rating: float | None = None,
        rating_scale: float = 5.0,
    ) -> Sentiment:
        """Say what the text feels like, or that nothing here can read it.

        `lang` is what the network says; it may be wrong or empty.
        """


def score_post(scorer: Scorer, post: Post) -> Sentiment:
    """Score a post with everything it says about itself."""
    return scorer.score(
        post.title,
        post.text,
        lang=post.lang,
        rating=post.rating,
        rating_scale=post.rating_scale,
    )
