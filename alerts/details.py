"""The facts of a mention in words: where, who, when, how many stars. Pure."""

from __future__ import annotations

import math
from datetime import datetime, timedelta, tzinfo
from typing import Final

from alerts.facts import AuthorHistory, MentionFacts
from alerts.quoting import host_of, one_line
from alerts.words import Words
from monitor.core.model import Precision

LATE = timedelta(hours=2)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
NAME_LIMIT = 40
HISTORY_LIMIT = 60

NETWORKS: Final = {
    "amazon": "Amazon",
    "app_store": "App Store",
    "bluesky": "Bluesky",
    "discord": "Discord",
    "facebook": "Facebook",
    "github": "GitHub",
    "google_maps": "Google Maps",
    "google_reviews": "Google",
    "hackernews": "Hacker News",
    "helpscout": "Help Scout",
    "hootsuite": "Hootsuite",
    "imap": "e-mail",
    "inbox": "e-mail",
    "instagram": "Instagram",
    "jira": "Jira",
    "linkedin": "LinkedIn",
    "mastodon": "Mastodon",
    "messenger": "Messenger",
    "pinterest": "Pinterest",
    "play_store": "Google Play",
    "producthunt": "Product Hunt",
    "reddit": "Reddit",
    "shopify": "Shopify",
    "sprout_social": "Sprout Social",
    "stackoverflow": "Stack Overflow",
    "telegram": "Telegram",
    "threads": "Threads",
    "tiktok": "TikTok",
    "tripadvisor": "Tripadvisor",
    "trustpilot": "Trustpilot",
    "twitter": "X",
    "whatsapp": "WhatsApp",
    "x": "X",
    "yelp": "Yelp",
    "youtube": "YouTube",
    "zendesk": "Zendesk",
    "zoho": "Zoho Desk",
}
WEB: Final = frozenset({"rss", "feed", "web", "webhook"})
IMPORTS: Final = frozenset({"files", "import", "csv", "jsonl"})
AT_SIGN: Final = frozenset(
    {"x", "twitter", "mastodon", "bluesky", "instagram", "threads"}
)
LANGUAGE_NAMES: Final = {
    "ar": "العربية",
    "de": "Deutsch",
    "en": "English",
    "es": "español",
    "fa": "فارسی",
    "fr": "français",
    "he": "עברית",
    "hi": "हिन्दी",
    "id": "Indonesia",
    "it": "italiano",
    "ja": "日本語",
    "ko": "한국어",
    "nl": "Nederlands",
    "pl": "polski",
    "pt": "português",
    "ru": "русский",
    "sv": "svenska",
    "th": "ไทย",
    "tr": "Türkçe",
    "uk": "українська",
    "vi": "Tiếng Việt",
    "zh": "中文",
}


def network_name(mention: MentionFacts, words: Words) -> str:
    """Return the network's name as it spells itself, with the host for the web."""
    name = source_name(mention.source, words)
    host = host_of(mention.url) if mention.source.casefold() in WEB else ""
    return f"{name} ({host})" if host else name


def source_name(source: str, words: Words) -> str:
    """Return the name of a kind of source, known or not."""
    kind = source.casefold().replace("-", "_")
    if kind in WEB:
        return words.say("network_web")
    if kind in IMPORTS:
        return words.say("network_import")
    plain = one_line(source.replace("_", " "), NAME_LIMIT)
    return NETWORKS.get(kind) or (plain.title() if plain.islower() else plain)


def is_import(source: str) -> bool:
    """Tell whether a post came from a file, so that no network can be named."""
    return source.casefold() in IMPORTS


def out_of_five(mention: MentionFacts) -> float | None:
    """Return the rating in stars of 5, None if there is none."""
    if mention.rating is None or mention.rating_scale <= 0:
        return None
    stars = mention.rating * 5 / mention.rating_scale
    return stars if math.isfinite(stars) else None


def stars_of(mention: MentionFacts, words: Words) -> str:
    """Say "1 of 5 stars", in the scale of the network; empty without a rating."""
    if out_of_five(mention) is None:
        return ""
    return words.say(
        "stars", rating=f"{mention.rating:g}", scale=f"{mention.rating_scale:g}"
    )


def star_bar(mention: MentionFacts) -> str:
    """Draw the rating as five stars; halves count as the better one."""
    stars = out_of_five(mention)
    if stars is None:
        return ""
    full = min(5, max(0, math.floor(stars + 0.5)))
    return "★" * full + "☆" * (5 - full)


def who_of(mention: MentionFacts, words: Words, *, vip: bool = False) -> str:
    """Say "Jane Doe (@jane), 1,200 followers, VIP"."""
    parts = [author_of(mention, words)]
    if mention.author_followers is not None and mention.author_followers > 0:
        parts.append(words.say("followers", n=mention.author_followers))
    if vip:
        parts.append(words.say("vip"))
    return words.say("comma").join(parts)


def author_of(mention: MentionFacts, words: Words) -> str:
    """Say "Jane Doe (@jane)", or as much of it as is known."""
    name = one_line(mention.author_name, NAME_LIMIT)
    handle = handle_of(mention)
    if name and handle and name.casefold() != handle.lstrip("@").casefold():
        return f"{name} ({handle})"
    return handle or name or words.say("unknown_author")


def handle_of(mention: MentionFacts) -> str:
    """Return the handle as its network writes it: @jane, u/jane, jane."""
    handle = one_line(mention.author_handle, NAME_LIMIT).removeprefix("@")
    source = mention.source.casefold()
    if not handle:
        return ""
    if source == "reddit" and not handle.startswith(("u/", "[")):
        return f"u/{handle}"
    return f"@{handle}" if source in AT_SIGN else handle


def language_of(mention: MentionFacts) -> str:
    """Return the language's own name, or its code."""
    code = mention.lang.casefold().replace("_", "-").partition("-")[0]
    return LANGUAGE_NAMES.get(code) or one_line(mention.lang, 20)


def is_late(mention: MentionFacts) -> bool:
    """Tell whether a post was found long after it was written."""
    waited = mention.first_seen_at - mention.published_at
    return mention.precision is Precision.EXACT and waited > LATE


def when_of(mention: MentionFacts, words: Words, *, now: datetime, tz: tzinfo) -> str:
    """Say when it was written, as a time that lasts and as a time since.

    A message stays where it is for long, so "2 min ago" alone would soon be wrong.
    """
    if mention.precision is Precision.UNKNOWN:
        age = age_of(mention.first_seen_at, words, now=now)
        return words.say("time_unknown", age=age)
    if mention.precision is Precision.DAY:
        # A day has no zone: it is the one that the network wrote.
        return words.say("day_only", day=f"{mention.published_at:%Y-%m-%d}")
    age = age_of(mention.published_at, words, now=now)
    said = f"{clock_of(mention.published_at, tz)} ({age})"
    if not is_late(mention):
        return said
    waited = span_of(mention.first_seen_at - mention.published_at, words)
    return f"{said}{words.say('comma')}{words.say('late', span=waited)}"


def clock_of(at: datetime, tz: tzinfo) -> str:
    """Write an instant in the team's time zone, with the zone's name."""
    return f"{at.astimezone(tz):%Y-%m-%d %H:%M %Z}"


def age_of(at: datetime, words: Words, *, now: datetime) -> str:
    """Say how long ago something was; what lies in the future is just now."""
    age = now - at
    if age < MINUTE:
        return words.say("ago_now")
    if age < HOUR:
        return words.say("ago_minutes", n=age // MINUTE)
    if age < 2 * DAY:
        return words.say("ago_hours", n=age // HOUR)
    return words.say("ago_days", n=age // DAY)


def span_of(span: timedelta, words: Words) -> str:
    """Say how long something lasted."""
    if span < 2 * MINUTE:
        return words.say("span_seconds", n=max(1, span // timedelta(seconds=1)))
    if span < 2 * HOUR:
        return words.say("span_minutes", n=span // MINUTE)
    if span < 2 * DAY:
        return words.say("span_hours", n=span // HOUR)
    return words.say("span_days", n=span // DAY)


def history_of(
    history: AuthorHistory, words: Words, *, total: int, now: datetime
) -> str:
    """Say "3rd mention in 14 days, 2 earlier ones negative; last 3 days ago: “…”"."""
    nth = words.nth(history.mentions + max(1, total))
    said = words.say("history", nth=nth, days=words.number(history.days))
    if history.negative:
        negative = words.say("history_negative", n=history.negative)
        said = f"{said}{words.say('comma')}{negative}"
    if history.last_at is None:
        return said
    age = age_of(history.last_at, words, now=now)
    said = f"{said}; {words.say('history_last', age=age)}"
    excerpt = one_line(history.last_excerpt, HISTORY_LIMIT)
    return f"{said}: “{excerpt}”" if excerpt else said
