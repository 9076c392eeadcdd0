"""The people of the demo: they post, edit and delete while time goes by.

The same seed and the same instants make the same posts.
"""

from __future__ import annotations

import json
import random
from collections import defaultdict, deque
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from monitor.core.clock import Clock
from monitor.demo.cast import Person, Troupe
from monitor.demo.content import Content, Template, content
from monitor.demo.world import Invented, World

POSTS_PER_SECOND = 0.7
LONGEST_CATCH_UP = timedelta(minutes=1)
EDIT_CHANCE = 0.03
DELETE_CHANCE = 0.02
TRIES = 40
INBOX = "inbox.jsonl"

STYLES: dict[str, str] = {
    "x": "social",
    "mastodon": "social",
    "bluesky": "social",
    "reddit": "forum",
    "hackernews": "forum",
    "rss": "article",
    "app_store": "app",
    "google_reviews": "place",
    "files": "ticket",
}
NETWORKS: tuple[str, ...] = tuple(STYLES)

_HASHTAGS = {"air": "#northwindair", "coffee": "#kumocoffee"}
_CROWDS = {"x": 30, "bluesky": 16, "mastodon": 12, "reddit": 20, "hackernews": 6}
_FEELINGS = {
    "angry": 31,
    "noise": 30,
    "praise": 14,
    "question": 9,
    "chatter": 6,
    "news": 6,
    "hostile": 2,
    "vip": 2,
}
_LANGUAGES = {"en": 60, "ko": 12, "zh": 8, "ja": 6, "es": 5, "de": 5, "fr": 4}
_STARS = {
    "angry": (1, 1, 1, 2),
    "praise": (5, 5, 4),
    "question": (3, 4),
    "chatter": (3,),
}
_OPENING = ("angry", "noise", "angry", "praise", "vip", "question", "angry", "hostile")
"""What comes first, in English, so that a visitor sees everything soon."""

_EDITABLE = frozenset({"reddit", "mastodon", "app_store", "google_reviews"})
_DELETABLE = frozenset({"x", "reddit", "mastodon", "bluesky"})


class Inventor:
    """Publishes posts in a world at a natural rate: call `step` again and again.

    `folder` is where the network `files` gets its lines; without one, that
    network stays silent.
    """

    def __init__(
        self,
        world: World,
        clock: Clock,
        *,
        seed: int = 1,
        networks: Sequence[str] = NETWORKS,
        folder: Path | None = None,
    ) -> None:
        known = [n for n in networks if n in STYLES and (n != "files" or folder)]
        self._world = world
        self._folder = folder
        self._rng = random.Random(seed)
        self._content: Content = content()
        self._menu = _Menu(self._content.templates, known, self._rng)
        self._troupe = Troupe(self._content.people, self._rng)
        self._said: set[str] = set()
        self._recent: deque[Invented] = deque(maxlen=60)
        self._opening = list(reversed(_OPENING))
        self._next = clock.now() + timedelta(seconds=0.5)

    def step(self, now: datetime) -> tuple[Invented, ...]:
        """Publish what is due by `now`; return what was published or changed.

        After a long pause, or when the clock is set back, it goes on from `now`.
        """
        if self._menu.is_empty:
            return ()
        if now - self._next > LONGEST_CATCH_UP or self._next - now > LONGEST_CATCH_UP:
            self._next = now
        done: list[Invented] = []
        while self._next <= now:
            done += self._happen(self._next)
            self._next += timedelta(seconds=self._rng.expovariate(POSTS_PER_SECOND))
        return tuple(done)

    def _happen(self, at: datetime) -> list[Invented]:
        done = [self._publish(at)]
        chance = self._rng.random()
        if chance < EDIT_CHANCE:
            done += self._edit(at)
        elif chance < EDIT_CHANCE + DELETE_CHANCE:
            done += self._delete(at)
        return done

    def _publish(self, at: datetime) -> Invented:
        opening = self._opening.pop() if self._opening else None
        network, template = self._menu.choose(opening)
        title, text = self._unheard(template)
        if network == "mastodon":
            text = _with_hashtag(text, template)
        person = self._troupe.author(network, template)
        comment = STYLES[network] == "forum" and self._rng.random() < 0.5
        post = self._world.add(
            network,
            text,
            at.astimezone(UTC),
            author=person.handle,
            author_name=person.name,
            followers=person.followers,
            title="" if comment or network == "google_reviews" else title,
            lang=template.lang,
            rating=self._stars(network, template.feeling),
            comment=comment,
        )
        if network == "files" and self._folder is not None:
            append_line(self._folder, post, person)
        if template.feeling == "angry" and template.lang == "en":
            self._recent.append(post)
        return post

    def _unheard(self, template: Template) -> tuple[str, str]:
        """Return a title and a text that nobody has said before."""
        for _ in range(TRIES):
            details: dict[str, str] = {}
            title, text = (
                self._content.fill(part, template.lang, details, self._rng)
                for part in (template.title, template.text)
            )
            if text not in self._said:
                break
        else:
            text = f"{text} ({len(self._said)})"
        self._said.add(text)
        return title, text

    def _stars(self, network: str, feeling: str) -> int | None:
        if STYLES[network] not in ("app", "place"):
            return None
        return self._rng.choice(_STARS.get(feeling, (3,)))

    def _edit(self, at: datetime) -> list[Invented]:
        post = self._pick(_EDITABLE, at)
        if post is None:
            return []
        more = self._rng.choice(self._content.edits)
        addition = self._content.fill(more, "en", {}, self._rng)
        text = f"{post.text}\n\n{addition}"
        return [self._world.change(post.number, at.astimezone(UTC), text=text)]

    def _delete(self, at: datetime) -> list[Invented]:
        post = self._pick(_DELETABLE, at)
        if post is None:
            return []
        return [self._world.change(post.number, at.astimezone(UTC), deleted=True)]

    def _pick(self, networks: frozenset[str], at: datetime) -> Invented | None:
        """Take an earlier post that can still change; each changes once."""
        fitting = [
            post
            for post in self._recent
            if post.network in networks and post.published_at < at
        ]
        if not fitting:
            return None
        post = self._rng.choice(fitting)
        self._recent.remove(post)
        return post


class _Menu:
    """Chooses what is said next and where; a template comes back only in turn."""

    def __init__(
        self, templates: Sequence[Template], networks: Sequence[str], rng: random.Random
    ) -> None:
        styles = {STYLES[network] for network in networks}
        self._rng = rng
        self._networks = networks
        self._silent = set(networks)
        self._dishes: dict[tuple[str, str, str], list[Template]] = defaultdict(list)
        for dish in templates:
            if dish.style in styles:
                self._dishes[dish.feeling, dish.style, dish.lang].append(dish)
        for dishes in self._dishes.values():
            rng.shuffle(dishes)

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing to say on these networks."""
        return not self._dishes

    def choose(self, wish: str | None) -> tuple[str, Template]:
        """Return a network and what is said there.

        A wished-for feeling comes in English, if these networks know it.
        """
        feelings = list(dict.fromkeys(feeling for feeling, _, _ in self._dishes))
        granted = wish is not None and wish in feelings
        feeling = wish if granted and wish else self._weighted(feelings, _FEELINGS)
        styles = {style for felt, style, _ in self._dishes if felt == feeling}
        networks = [n for n in self._networks if STYLES[n] in styles]
        network = self._where(networks, is_news=feeling != "noise")
        style = STYLES[network]
        languages = [
            lang for felt, on, lang in self._dishes if (felt, on) == (feeling, style)
        ]
        english = granted and "en" in languages
        lang = "en" if english else self._weighted(languages, _LANGUAGES)
        return network, self._serve(self._dishes[feeling, style, lang])

    def _where(self, networks: Sequence[str], *, is_news: bool) -> str:
        """Return a network: one where nobody has named a brand yet, if there is."""
        silent = [network for network in networks if network in self._silent]
        if not (is_news and silent):
            return self._weighted(networks, _CROWDS)
        network = self._weighted(silent, _CROWDS)
        self._silent.discard(network)
        return network

    def _serve(self, dishes: list[Template]) -> Template:
        dish = dishes.pop(0)
        # Back into the later half, at random: no round is like the one before.
        dishes.insert(self._rng.randint(len(dishes) // 2, len(dishes)), dish)
        return dish

    def _weighted(self, names: Sequence[str], weights: dict[str, int]) -> str:
        return self._rng.choices(names, [weights.get(name, 5) for name in names])[0]


def _with_hashtag(text: str, template: Template) -> str:
    """Add the brand's hashtag, as people do where only hashtags are found."""
    tag = _HASHTAGS.get(template.brand, "")
    return text if not tag or tag in text.casefold() else f"{text} {tag}"


def append_line(folder: Path, post: Invented, person: Person) -> None:
    """Append a post to the watched folder's file, as a helpdesk would."""
    line = {
        "id": f"case-{post.number}",
        "source": "helpdesk",
        "kind": "ticket",
        "title": post.title,
        "text": post.text,
        "author": {"id": person.handle, "handle": person.handle, "name": person.name},
        "published_at": post.published_at.isoformat(),
        "lang": post.lang,
    }
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / INBOX).open("a", encoding="utf-8") as file:
        file.write(json.dumps(line, ensure_ascii=False) + "\n")
