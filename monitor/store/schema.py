"""The tables. Everything else about SQL lives beside this file."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

Id = BigInteger().with_variant(Integer(), "sqlite")

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Instant(TypeDecorator[datetime]):
    """An aware UTC instant, kept as whole microseconds since 1970.

    A number sorts, compares and travels the same on both engines; SQLite's own
    date type drops the zone.
    """

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _d: Dialect) -> int | None:
        return None if value is None else to_micros(value)

    def process_result_value(self, value: Any, _d: Dialect) -> datetime | None:
        return None if value is None else from_micros(value)


def to_micros(value: datetime) -> int:
    """Return microseconds since 1970 of an aware instant."""
    delta = value - _EPOCH
    return (delta.days * 86_400 + delta.seconds) * 1_000_000 + delta.microseconds


def from_micros(value: int) -> datetime:
    """Return the aware UTC instant of microseconds since 1970."""
    return datetime.fromtimestamp(value // 1_000_000, UTC).replace(
        microsecond=value % 1_000_000
    )


# One row: what this database is, who may write it.
about = Table(
    "about",
    metadata,
    Column("name", String(64), primary_key=True),
    Column("value", Text, nullable=False),
)

lease = Table(
    "lease",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("owner", Text, nullable=False),
    Column("epoch", Integer, nullable=False),
    Column("renewed_at", Instant, nullable=False),
)

authors = Table(
    "authors",
    metadata,
    Column("id", Id, primary_key=True),
    Column("source", String(64), nullable=False),
    Column("external_id", Text, nullable=False),
    Column("handle", Text, nullable=False, default=""),
    Column("name", Text, nullable=False, default=""),
    Column("url", Text, nullable=False, default=""),
    Column("followers", Id),
    Column("first_seen_at", Instant, nullable=False),
    UniqueConstraint("source", "external_id"),
)

posts = Table(
    "posts",
    metadata,
    Column("id", Id, primary_key=True),
    Column("source", String(64), nullable=False),
    Column("external_id", Text, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("title", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("author_id", Id, ForeignKey("authors.id")),
    Column("published_at", Instant, nullable=False),
    Column("precision", String(8), nullable=False),
    Column("first_seen_at", Instant, nullable=False),
    Column("lang", String(16), nullable=False),
    Column("rating", Float),
    Column("rating_scale", Float, nullable=False),
    Column("in_reply_to", Text, nullable=False),
    Column("metrics", JSON, nullable=False),
    Column("extra", JSON, nullable=False),
    Column("edited_at", Instant),
    Column("deleted_at", Instant),
    Column("collector", String(128), nullable=False),
    Column("content_hash", Id, nullable=False),
    Column("rev", Integer, nullable=False),
    Column("indexed_rev", Integer, nullable=False, default=0),
    UniqueConstraint("source", "external_id"),
)
Index("ix_posts_published_at", posts.c.published_at)
Index("ix_posts_author", posts.c.author_id)
Index(
    "ix_posts_unindexed",
    posts.c.id,
    sqlite_where=posts.c.indexed_rev < posts.c.rev,
    postgresql_where=posts.c.indexed_rev < posts.c.rev,
)

mentions = Table(
    "mentions",
    metadata,
    Column("id", Id, primary_key=True),
    Column("post_id", Id, ForeignKey("posts.id"), nullable=False),
    Column("brand", Text, nullable=False),
    Column("query", Text, nullable=False),
    Column("spans", JSON, nullable=False),
    # Filled by the scorer; NULL label: not scored yet (it failed), to be tried again.
    Column("label", String(16)),
    Column("lang", String(16), nullable=False, default=""),
    Column("score", Float),
    Column("p_negative", Float),
    Column("complaint", Float, nullable=False, default=0.0),
    Column("severity", SmallInteger, nullable=False, default=0),
    Column("intents", JSON, nullable=False),
    Column("why", JSON, nullable=False),
    Column("vader", Float),
    Column("engine", String(64), nullable=False, default=""),
    # NULL: read before these were kept. See `monitor.store.evidence`.
    Column("intensity", Float),
    Column("p_positive", Float),
    Column("reading", Text),
    Column("score_failures", SmallInteger, nullable=False, default=0),
    Column("created_at", Instant, nullable=False),
    # rev: of the post that was matched and scored; decided_rev: that rules looked at.
    Column("rev", Integer, nullable=False),
    Column("decided_rev", Integer, nullable=False),
    Column("removed", Boolean, nullable=False, default=False),
    UniqueConstraint("post_id", "brand"),
)
Index(
    "ix_mentions_undecided",
    mentions.c.id,
    sqlite_where=mentions.c.decided_rev < mentions.c.rev,
    postgresql_where=mentions.c.decided_rev < mentions.c.rev,
)
Index(
    "ix_mentions_unscored",
    mentions.c.id,
    sqlite_where=mentions.c.label.is_(None),
    postgresql_where=mentions.c.label.is_(None),
)

alerts = Table(
    "alerts",
    metadata,
    Column("id", Id, primary_key=True),
    Column("key", String(36), nullable=False, unique=True),
    # single: one post, or one author's posts; storm: many at once; ops: for operators.
    Column("kind", String(8), nullable=False),
    Column("brand", Text, nullable=False),
    Column("group_key", Text, nullable=False),
    Column("rules", JSON, nullable=False),
    Column("receivers", JSON, nullable=False),
    Column("state", String(8), nullable=False),
    Column("severity", SmallInteger, nullable=False),
    Column("muted_by", Text, nullable=False, default=""),
    # What an ops alert says; empty for the others, whose words come from the posts.
    Column("note", Text, nullable=False, default=""),
    Column("opened_at", Instant, nullable=False),
    Column("last_at", Instant, nullable=False),
    Column("closed_at", Instant),
    Column("mention_count", Integer, nullable=False),
    # The incident (storm) this alert was counted into instead of being sent.
    Column("storm_id", Id, ForeignKey("alerts.id")),
)
Index("ix_alerts_group", alerts.c.group_key, alerts.c.state)
Index("ix_alerts_opened_at", alerts.c.opened_at)

alert_mentions = Table(
    "alert_mentions",
    metadata,
    Column("alert_id", Id, ForeignKey("alerts.id"), primary_key=True),
    Column("mention_id", Id, ForeignKey("mentions.id"), primary_key=True),
    Column("rev", Integer, nullable=False),
    Column("reason", String(16), nullable=False),
    Column("why", JSON, nullable=False),
    Column("vip", Boolean, nullable=False, default=False),
    Column("added_at", Instant, nullable=False),
)
Index("ix_alert_mentions_mention", alert_mentions.c.mention_id)

deliveries = Table(
    "deliveries",
    metadata,
    Column("id", Id, primary_key=True),
    # uuid5(alert key | receiver | stage): the message's identity everywhere.
    Column("key", String(36), nullable=False, unique=True),
    Column("alert_id", Id, ForeignKey("alerts.id"), nullable=False),
    Column("receiver", Text, nullable=False),
    # root: the first message; reply: news in its thread; update: the root again.
    Column("role", String(8), nullable=False),
    Column("reason", String(16), nullable=False),
    Column("mention_id", Id, ForeignKey("mentions.id")),
    Column("root_id", Id, ForeignKey("deliveries.id")),
    Column("state", String(8), nullable=False),
    Column("priority", SmallInteger, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("next_try_at", Instant, nullable=False),
    Column("attempts", Integer, nullable=False, default=0),
    Column("intent_at", Instant),
    Column("absences", SmallInteger, nullable=False, default=0),
    Column("plain", Boolean, nullable=False, default=False),
    Column("possible_repeat", Boolean, nullable=False, default=False),
    Column("receipt", JSON),
    Column("sent_at", Instant),
    Column("error", Text, nullable=False, default=""),
)
Index(
    "ix_deliveries_due",
    deliveries.c.receiver,
    deliveries.c.state,
    deliveries.c.next_try_at,
)
Index("ix_deliveries_alert", deliveries.c.alert_id)
Index("ix_deliveries_mention", deliveries.c.mention_id)

collectors = Table(
    "collectors",
    metadata,
    Column("name", String(128), primary_key=True),
    Column("cursor", JSON),
    Column("next_due_at", Instant, nullable=False),
    Column("failures", Integer, nullable=False, default=0),
    Column("last_error", Text, nullable=False, default=""),
    Column("recovery", String(16), nullable=False, default=""),
    Column("last_ok_at", Instant),
    Column("last_post_at", Instant),
    Column("settings_hash", String(64), nullable=False, default=""),
)

runs = Table(
    "runs",
    metadata,
    Column("id", Id, primary_key=True),
    Column("collector", String(128), nullable=False),
    Column("started_at", Instant, nullable=False),
    Column("finished_at", Instant),
    Column("pages", Integer, nullable=False, default=0),
    Column("fetched", Integer, nullable=False, default=0),
    Column("new", Integer, nullable=False, default=0),
    Column("mentions", Integer, nullable=False, default=0),
    Column("quarantined", Integer, nullable=False, default=0),
    Column("gap", Boolean, nullable=False, default=False),
    Column("error", String(64), nullable=False, default=""),
    Column("message", Text, nullable=False, default=""),
)
Index("ix_runs_collector", runs.c.collector, runs.c.started_at)

quarantine = Table(
    "quarantine",
    metadata,
    Column("id", Id, primary_key=True),
    Column("collector", String(128), nullable=False),
    Column("external_id", Text, nullable=False, default=""),
    Column("reason", Text, nullable=False),
    Column("raw", Text, nullable=False),
    Column("raw_hash", Id, nullable=False),
    Column("seen_at", Instant, nullable=False),
    UniqueConstraint("collector", "raw_hash"),
)

spending = Table(
    "spending",
    metadata,
    Column("collector", String(128), primary_key=True),
    Column("month", String(7), primary_key=True),
    Column("micros", Id, nullable=False),
)

silences = Table(
    "silences",
    metadata,
    Column("id", Id, primary_key=True),
    Column("brand", Text, nullable=False, default=""),
    Column("rule", Text, nullable=False, default=""),
    Column("author", Text, nullable=False, default=""),
    Column("until_at", Instant, nullable=False),
    Column("reason", Text, nullable=False),
    Column("created_by", Text, nullable=False),
    Column("created_at", Instant, nullable=False),
)

# Which verdict counts at present about a mention: it is about us, or it is not.
marks = Table(
    "marks",
    metadata,
    Column("id", Id, primary_key=True),
    Column("post_id", Id, ForeignKey("posts.id", ondelete="CASCADE"), nullable=False),
    Column("brand", Text, nullable=False),
    # us, not_us
    Column("verdict", String(8), nullable=False),
    Column("marked_by", Text, nullable=False),
    Column("marked_at", Instant, nullable=False),
    UniqueConstraint("post_id", "brand"),
)

# Everything that people said of posts, or of texts they brought along. Of each
# target, brand and subject the newest that is not undone counts.
teachings = Table(
    "teachings",
    metadata,
    Column("id", Id, primary_key=True),
    Column("brand", Text, nullable=False),
    # about, feeling, complaint
    Column("subject", String(16), nullable=False),
    Column("verdict", String(16), nullable=False),
    Column("post_id", Id, ForeignKey("posts.id", ondelete="CASCADE")),
    Column("target", String(40), nullable=False),
    Column("text", Text, nullable=False, default=""),
    Column("lang", String(16), nullable=False, default=""),
    Column("said_by", Text, nullable=False),
    Column("said_at", Instant, nullable=False),
    Column("batch", String(24), nullable=False, default=""),
    Column("undone_at", Instant),
    Column("undone_by", Text, nullable=False, default=""),
)
Index(
    "ix_teachings_target",
    teachings.c.brand,
    teachings.c.target,
    teachings.c.subject,
)
Index("ix_teachings_post", teachings.c.post_id)

# Posts that are copies; their first post has no row, and may be gone by now.
copies = Table(
    "copies",
    metadata,
    Column("post_id", Id, ForeignKey("posts.id", ondelete="CASCADE"), primary_key=True),
    Column("copy_of", Id, nullable=False),
    # url, text, near, quote
    Column("why", String(8), nullable=False),
    Column("likeness", Float, nullable=False),
    Column("found_at", Instant, nullable=False),
)
Index("ix_copies_copy_of", copies.c.copy_of)

# Where the copies of a post are gathered: the newest alert about them.
copy_alerts = Table(
    "copy_alerts",
    metadata,
    Column("copy_of", Id, primary_key=True),
    Column("brand", Text, primary_key=True),
    Column("alert_id", Id, ForeignKey("alerts.id"), nullable=False),
)
