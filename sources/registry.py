"""Which sources exist. Imports only the one that is asked for."""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import entry_points

from monitor.core.errors import PluginError
from sources.base import Source

GROUP = "overheard.sources"

BUILTIN: dict[str, str] = {
    "app_store": "sources.app_store:AppStoreSource",
    "bluesky": "sources.bluesky:BlueskySource",
    "files": "sources.files:FilesSource",
    "google_reviews": "sources.google_reviews:GoogleReviewsSource",
    "hackernews": "sources.hackernews:HackerNewsSource",
    "mastodon": "sources.mastodon:MastodonSource",
    "reddit": "sources.reddit:RedditSource",
    "rss": "sources.rss:RssSource",
    "x": "sources.x:XSource",
}


def kinds() -> dict[str, str]:
    """Return every known kind and where its class lives; built-ins win."""
    installed = {entry.name: entry.value for entry in entry_points(group=GROUP)}
    return {**installed, **BUILTIN}


def load(kind: str) -> type[Source]:
    """Import and return the class of a kind; PluginError says what is wrong."""
    places = kinds()
    if kind not in places:
        known = ", ".join(sorted(places))
        raise PluginError(f"unknown source {kind!r}; known: {known}")
    module, _, name = places[kind].partition(":")
    try:
        found = getattr(import_module(module), name)
    except (ImportError, AttributeError) as exc:
        raise PluginError(
            f"source {kind!r} cannot be loaded from {places[kind]!r}: {exc}; "
            "is the package installed completely?"
        ) from exc
    return _checked(kind, found)


def _checked(kind: str, found: object) -> type[Source]:
    missing = [
        name
        for name in ("kind", "Settings", "check", "fetch")
        if not hasattr(found, name)
    ]
    if missing or not isinstance(found, type):
        raise PluginError(
            f"source {kind!r} is not a source class; missing: {', '.join(missing)}"
        )
    return found
