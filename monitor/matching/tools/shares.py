"""How much queries find of what is stored, and how much of that people called wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from monitor.matching.brands import BrandQueries
from monitor.matching.look import Language
from monitor.matching.matcher import Matcher
from monitor.matching.query import Lists
from monitor.matching.tools.preview import Past

FEWEST_MARKS = 5
TOO_MANY_OTHERS = 1 / 3


@dataclass(slots=True, kw_only=True)
class Share:
    """What one query finds: posts, and of those that were marked how many are us."""

    posts: int = 0
    us: int = 0
    not_us: int = 0

    @property
    def is_mostly_wrong(self) -> bool:
        """Tell whether enough posts are marked, and too many of them are not us."""
        wrong = self.not_us >= FEWEST_MARKS
        return wrong and self.not_us >= TOO_MANY_OTHERS * (self.us + self.not_us)


class Shares:
    """Counts for many queries in one pass over the posts."""

    def __init__(
        self, queries: Sequence[str], *, lists: Lists, language: Language
    ) -> None:
        self.of: dict[str, Share] = {query: Share() for query in queries}
        self.posts = 0
        self._matcher = Matcher(
            [BrandQueries(brand=query, queries=(query,)) for query in self.of],
            lists=lists,
            language=language,
        )

    def add(self, post: Past) -> None:
        """Count a post for each query that finds it."""
        self.posts += 1
        for match in self._matcher.match(post.title, post.text, post):
            share = self.of[match.brand]
            share.posts += 1
            share.us += post.verdict == "us"
            share.not_us += post.verdict == "not_us"
