"""Every word that an alert says of itself, in the team's language.

A text may have forms parted by "|": counted ones are chosen by `n` (one, many),
moods by the gender of the kind they stand with (alone, masculine, feminine,
neuter). A kind ends with "|m", "|f" or "|n" where its language has genders. To
add a language, write its table beside the others and name it in `_LANGUAGES`; the
tests say what is missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from alerts.words_asia import CHINESE, JAPANESE, KOREAN
from alerts.words_europe import FRENCH, GERMAN, SPANISH
from alerts.words_marking import MARKING
from alerts.words_reading import READING

ENGLISH: Final[Mapping[str, str]] = {
    # Headlines. A mood and a kind make "Angry review of".
    "headline": "{mood} {kind} {brand} on {network}",
    "headline_nowhere": "{mood} {kind} {brand}",
    "headline_many": "{mood}: {n} mention of {brand} by one author|"
    "{mood}: {n} mentions of {brand} by one author",
    "headline_copies": "{mood}: the same text about {brand}, {n} time|"
    "{mood}: the same text about {brand}, {n} times",
    "headline_stars": "{said}: {stars}",
    "kind_post": "post about",
    "kind_comment": "comment about",
    "kind_review": "review of",
    "kind_message": "message about",
    "kind_article": "article about",
    "kind_ticket": "ticket about",
    "mood_critical": "Critical",
    "mood_high": "Angry",
    "mood_medium": "Unhappy",
    "mood_low": "Mildly unhappy",
    "mood_positive": "Positive",
    "mood_neutral": "Neutral",
    "mood_new": "New",
    "competitor": "{brand} (competitor)",
    "stars": "{rating} of {scale} stars",
    "vip": "VIP",
    # News.
    "news_more": "The same author wrote about {brand} again "
    "({n} mention so far)|The same author wrote about {brand} again "
    "({n} mentions so far)",
    "news_copies": "The text about {brand} is being copied ({n} post so far)|"
    "The text about {brand} is being copied ({n} posts so far)",
    "news_worse": "The post about {brand} was edited and is worse now: {severity}",
    "news_changed": "The post about {brand} was edited",
    "news_resolved": "The post about {brand} was edited and no longer meets any rule",
    "news_unnamed": "The post was edited and no longer mentions {brand}",
    "news_removed": "The post about {brand} was removed by its author",
    "removed": "removed by its author",
    # Storms.
    "storm": "Storm: {n} mention of {brand} in {span}|"
    "Storm: {n} mentions of {brand} in {span}",
    "storm_footer": "New mentions are counted here instead of being sent one by one. "
    "Critical ones and VIPs still come alone.",
    "storm_end": "The storm is over: {n} mention of {brand} in {span}|"
    "The storm is over: {n} mentions of {brand} in {span}",
    "storm_end_footer": "New mentions come one by one again.",
    # Facts.
    "fact_where": "Where",
    "fact_who": "Who",
    "fact_when": "When",
    "fact_rating": "Rating",
    "fact_sentiment": "Sentiment",
    "fact_severity": "Severity",
    "fact_language": "Language",
    "fact_history": "History",
    "fact_signals": "Signals",
    "fact_mentions": "Mentions",
    "fact_authors": "Authors",
    "fact_since": "Since",
    "fact_latest": "Latest",
    "fact_networks": "Networks",
    "fact_copies": "Copies",
    "copies": "{n} copy|{n} copies",
    "voices": "{n} independent voice|{n} independent voices",
    "reach": "{n} follower in all|{n} followers in all",
    "unknown_author": "unknown author",
    "followers": "{n} follower|{n} followers",
    "history": "{nth} mention in {days} days",
    "history_negative": "{n} earlier one negative|{n} earlier ones negative",
    "history_last": "last {age}",
    "unreadable": "could not be read automatically, please read it yourself",
    "more_mentions": "{n} more|{n} more",
    "open": "Open the post",
    "open_on": "Open on {network}",
    "footer_rule": "Rule: {rules}",
    "footer_rules": "Rules: {rules}",
    "footer_query": "found by: {query}",
    "footer_alert": "alert {short}",
    # Why.
    "comma": ", ",
    "why_any": "any mention",
    "score": "score {score}",
    "certainty": "certainty {percent} %",
    "why_severity": "severity {severity}",
    "why_rating": "rated {stars}",
    "why_vip": "VIP author",
    "why_brand": "about {brand}",
    "why_source": "on {network}",
    "why_language": "written in {language}",
    "why_intent": "asks for: {intents}",
    "why_complaint": "complaint {percent} %",
    "label_negative": "negative",
    "label_neutral": "neutral",
    "label_positive": "positive",
    "label_unreadable": "not readable",
    "severity_none": "none",
    "severity_low": "low",
    "severity_medium": "medium",
    "severity_high": "high",
    "severity_critical": "critical",
    # Time.
    "ago_now": "just now",
    "ago_minutes": "{n} min ago",
    "ago_hours": "{n} h ago",
    "ago_days": "{n} day ago|{n} days ago",
    "span_seconds": "{n} s",
    "span_minutes": "{n} min",
    "span_hours": "{n} h",
    "span_days": "{n} day|{n} days",
    "late": "found late, {span} after it was posted",
    "day_only": "{day} (the time of day is not known)",
    "time_unknown": "not known; found {age}",
    # Names.
    "network_web": "the web",
    "network_import": "an imported file",
    "thousands": ",",
}

_LANGUAGES: Final[Mapping[str, Mapping[str, str]]] = {
    "en": ENGLISH,
    "de": GERMAN,
    "es": SPANISH,
    "fr": FRENCH,
    "ja": JAPANESE,
    "ko": KOREAN,
    "zh": CHINESE,
}
LANGUAGES: Final = tuple(_LANGUAGES)
_TABLES: Final[Mapping[str, Mapping[str, str]]] = {
    code: {**table, **READING[code], **MARKING[code]}
    for code, table in _LANGUAGES.items()
}
_GENDERS = {"m": 1, "f": 2, "n": 3}


@dataclass(frozen=True, slots=True)
class Words:
    """One language's texts, with English behind them."""

    code: str

    def say(self, key: str, *, n: int | None = None, **values: object) -> str:
        """Fill in a text; `n` chooses between one and many and is filled in too."""
        text = self._text(key)
        if n is None:
            return text.format(**values)
        one, _, many = text.partition("|")
        form = one if n == 1 or not many else many
        return form.format(n=self.number(n), **values)

    def knows(self, key: str) -> bool:
        """Tell whether there is a text of this name."""
        return key in _TABLES["en"]

    def number(self, n: int) -> str:
        """Write a whole number with the language's separator of thousands."""
        return f"{n:,}".replace(",", self._text("thousands"))

    def headline(self, key: str, *, mood: str, kind: str, **values: object) -> str:
        """Fill in a headline whose mood agrees with its kind."""
        noun, _, gender = self._text(f"kind_{kind}").partition("|")
        text = self._text(key).format(
            mood=self._mood(mood, gender), kind=noun, **values
        )
        return text[:1].upper() + text[1:]

    def mood(self, mood: str) -> str:
        """Return a mood that stands alone."""
        return self._mood(mood, "")

    def _mood(self, mood: str, gender: str) -> str:
        forms = self._text(f"mood_{mood}").split("|")
        place = _GENDERS.get(gender, 0)
        return forms[place if place < len(forms) else 0]

    def nth(self, n: int) -> str:
        """Write an ordinal number; English only, other tables put {nth} in words."""
        if self.code != "en":
            return self.number(n)
        last = n % 100
        ending = "th" if 11 <= last <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10)
        return f"{self.number(n)}{ending or 'th'}"

    def _text(self, key: str) -> str:
        table = _TABLES[self.code]
        return table[key] if key in table else _TABLES["en"][key]


def words_for(language: str) -> Words:
    """Return the words of a language such as "ko" or "pt-BR", English for others."""
    code = language.casefold().replace("_", "-").partition("-")[0]
    return Words(code if code in _TABLES else "en")
