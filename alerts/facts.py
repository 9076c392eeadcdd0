"""The values that alert logic reads and returns. No store, no configuration.

Whoever calls the stages fills these in from rows and settings. Everything is
frozen, instants are aware and in UTC, and texts are as the network gave them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from monitor.core.model import (
    AlertState,
    Evidence,
    Label,
    PostKind,
    Precision,
    Reason,
    Severity,
)
from monitor.core.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionFacts:
    """One mention with its post, author and score, as rules and words need it.

    `rev` is the revision of the post that was matched and scored. `spans` point
    into `searchable(title, text)`. `label` is None while the text is not scored.
    `deleted`: the post is gone from its network. `removed`: an edit took the
    brand out of it, so it is no mention any more. From `lang` to `silenced_by` it is
    what reading found; see `monitor.core.model.Sentiment`. A text that was read before
    one of these was kept has it empty.
    """

    mention_id: int
    post_id: int
    rev: int
    brand: str
    query: str = ""
    source: str
    external_id: str
    kind: PostKind = PostKind.POST
    title: str = ""
    text: str = ""
    spans: tuple[tuple[int, int], ...] = ()
    url: str = ""
    author_id: int | None = None
    author_external_id: str = ""
    author_handle: str = ""
    author_name: str = ""
    author_followers: int | None = None
    published_at: datetime
    first_seen_at: datetime
    lang: str = ""
    label: Label | None = None
    score: float | None = None
    p_negative: float | None = None
    complaint: float = 0.0
    severity: Severity = Severity.NONE
    intents: tuple[str, ...] = ()
    why: tuple[str, ...] = ()
    vader: float | None = None
    engine: str = ""
    p_positive: float | None = None
    intensity: float = 0.0
    flags: tuple[str, ...] = ()
    waited_days: float | None = None
    contacts: int = 0
    evidence: tuple[Evidence, ...] = ()
    parts: tuple[tuple[str, float], ...] = ()
    silenced_by: str = ""
    rating: float | None = None
    rating_scale: float = 5.0
    deleted: bool = False
    removed: bool = False
    precision: Precision = Precision.EXACT


@dataclass(frozen=True, slots=True, kw_only=True)
class WhenFacts:
    """The condition of a rule: everything that is given has to hold.

    `any` alone lets every mention through; an empty condition lets none through.
    `max_rating` counts stars of 5. Empty tuples and None do not restrict.
    """

    any: bool = False
    label: Label | None = None
    min_severity: Severity | None = None
    max_rating: float | None = None
    vip: bool = False
    brands: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    intents: tuple[str, ...] = ()
    min_complaint: float | None = None
    flags: tuple[str, ...] = ()
    min_intensity: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleFacts:
    """One rule of the operator, in the order of the file.

    `group_within`: further posts of the same author join the open alert for so
    long after its latest one. `quiet`: this rule keeps to quiet hours.
    """

    name: str
    when: WhenFacts
    receivers: tuple[str, ...]
    group_within: timedelta = timedelta(hours=24)
    quiet: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One mention that met one rule; `why` says concretely what held."""

    rule: str
    severity: Severity
    why: tuple[str, ...]
    receivers: tuple[str, ...]
    vip: bool = False
    needs_person: bool = False
    group_within: timedelta = timedelta(hours=24)
    quiet: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAlert:
    """An alert that exists already, as far as grouping needs it.

    `mention_count` counts the mentions in it that still stand (not resolved).
    The last two fields are about the mention at hand and make sense only in
    `known`: the revision of it that the alert has seen, and whether the last
    thing the alert said about it was that it is resolved.
    """

    id: int
    key: str
    group_key: str
    severity: Severity
    rules: tuple[str, ...] = ()
    state: AlertState = AlertState.OPEN
    mention_count: int = 1
    last_at: datetime
    opened_at: datetime
    storm_id: int | None = None
    seen_rev: int | None = None
    resolved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Where a mention belongs, and what is news in it.

    `alert_id` is None for a new alert (`FIRST`) and for a mention that needs
    none (`NOTHING_NEW` without an alert). `key` is the alert's own. `severity` is
    the alert's from now on. `reopens`: the alert was closed and is open again.
    `closes`: nothing in the alert stands any more. `is_copy`: it is one more copy of
    what the alert is about, and no worse: that is told in steps.
    """

    reason: Reason
    alert_id: int | None
    group_key: str
    key: str
    severity: Severity = Severity.NONE
    reopens: bool = False
    closes: bool = False
    is_copy: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """Who hears of an alert, and whom rules name although nobody is there."""

    receivers: tuple[str, ...]
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SilenceFacts:
    """Somebody asked not to hear of something. Empty filters mean any.

    `rule` is compared as written, `brand` without regard to case, `author` like a
    VIP: `handle`, `@handle`, `source:handle` or the network's own id.
    """

    id: int
    brand: str = ""
    rule: str = ""
    author: str = ""
    until: datetime
    reason: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietHoursFacts:
    """When not to disturb, in local time.

    A period begins at `start` on each of `days` (Monday is 0; empty: every day)
    and lasts until `end`, on the next day if `end` is not later than `start`.
    What is at least as bad as `except_severity` passes; None lets nothing pass.
    """

    start: time
    end: time
    days: frozenset[int] = frozenset()
    except_severity: Severity | None = Severity.CRITICAL


@dataclass(frozen=True, slots=True, kw_only=True)
class StormSettings:
    """When alerts are too many to be sent one by one."""

    count: int = 5
    within: timedelta = timedelta(seconds=60)
    baseline_factor: float = 4.0
    update_every: timedelta = timedelta(seconds=30)
    quiet_for: timedelta = timedelta(minutes=10)
    top: int = 5
    vip_per_hour: int = 10


class StormVerdict(StrEnum):
    """What to do about a brand's storm now. See `storm.judge`."""

    CALM = "calm"
    START = "start"
    REOPEN = "reopen"
    CONTINUE = "continue"
    END = "end"

    @property
    def counts(self) -> bool:
        """Tell whether news is counted into the storm instead of being sent."""
        return self in (self.START, self.REOPEN, self.CONTINUE)


@dataclass(frozen=True, slots=True, kw_only=True)
class StormState:
    """The latest storm of one brand and set of receivers.

    `last_at` is when something was last counted into it; None: there was no
    storm yet. `updated_at` is when its counters were last sent.
    """

    active: bool = False
    last_at: datetime | None = None
    updated_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorHistory:
    """What an author wrote about the brand before this alert, in `days` days."""

    mentions: int
    negative: int = 0
    last_at: datetime | None = None
    last_excerpt: str = ""
    days: int = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyFacts:
    """How far one text got: copies beside the first, people, followers if known."""

    copies: int
    voices: int
    reach: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertEntry:
    """One mention in an alert, with the rules' reasons for it."""

    mention: MentionFacts
    why: tuple[str, ...] = ()
    vip: bool = False
    resolved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertView:
    """Everything there is to say about one alert at the moment of saying it.

    `entries` are the mentions worth showing, the most important first (newest or
    worst; a storm's top). `total` and `authors` count all of them, shown or not;
    authors that are not known count one each. `copies`: the same text was found
    several times. `last_at`, `sources` and `severities` (names or levels with their
    counts) are for storms.
    """

    key: str
    brand: str
    state: AlertState
    severity: Severity
    reason: Reason
    entries: tuple[AlertEntry, ...]
    total: int
    authors: int
    opened_at: datetime
    rules: tuple[str, ...] = ()
    history: AuthorHistory | None = None
    competitor: bool = False
    copies: CopyFacts | None = None
    last_at: datetime | None = None
    sources: tuple[tuple[str, int], ...] = ()
    severities: tuple[tuple[Severity, int], ...] = ()


def name_of(text: str) -> str:
    """Return a handle, id or `source:handle` in the form in which they compare."""
    folded = fold(text).strip()
    source, colon, handle = folded.rpartition(":")
    return f"{source}{colon}{handle.strip().removeprefix('@')}"


def author_names(mention: MentionFacts) -> frozenset[str]:
    """Return every name under which people may list this author."""
    names = {name_of(mention.author_handle), name_of(mention.author_external_id)}
    names.discard("")
    source = mention.source.casefold()
    return frozenset(names | {f"{source}:{name}" for name in names})
