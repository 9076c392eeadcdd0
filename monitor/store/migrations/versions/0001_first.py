"""The first tables, and the index for searching text.

The tables are written out as they were then: `monitor.store.schema` moves on, and
what moves it on is a revision of its own.
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
)

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# Tokens come ready-made, parted by spaces: the tokenizer may cut nowhere else.
_SQLITE = """
CREATE VIRTUAL TABLE post_search USING fts5(
    tokens,
    columnsize=0,
    tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* P* S* C*'"
)
"""
_POSTGRESQL = (
    "CREATE TABLE post_search (post_id bigint PRIMARY KEY, tokens tsvector NOT NULL)",
    "CREATE INDEX ix_post_search_tokens ON post_search USING gin (tokens)",
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
Micros = BigInteger()


def upgrade() -> None:
    """Create everything."""
    conn = op.get_bind()
    metadata.create_all(conn)
    if conn.dialect.name == "sqlite":
        conn.exec_driver_sql(_SQLITE)
        return
    for statement in _POSTGRESQL:
        conn.exec_driver_sql(statement)


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
    Column("renewed_at", Micros, nullable=False),
)

authors = Table(
    "authors",
    metadata,
    Column("id", Id, primary_key=True),
    Column("source", String(64), nullable=False),
    Column("external_id", Text, nullable=False),
    Column("handle", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("followers", Id),
    Column("first_seen_at", Micros, nullable=False),
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
    Column("published_at", Micros, nullable=False),
    Column("precision", String(8), nullable=False),
    Column("first_seen_at", Micros, nullable=False),
    Column("lang", String(16), nullable=False),
    Column("rating", Float),
    Column("rating_scale", Float, nullable=False),
    Column("in_reply_to", Text, nullable=False),
    Column("metrics", JSON, nullable=False),
    Column("extra", JSON, nullable=False),
    Column("edited_at", Micros),
    Column("deleted_at", Micros),
    Column("collector", String(128), nullable=False),
    Column("content_hash", Id, nullable=False),
    Column("rev", Integer, nullable=False),
    Column("indexed_rev", Integer, nullable=False),
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
    Column("label", String(16)),
    Column("lang", String(16), nullable=False),
    Column("score", Float),
    Column("p_negative", Float),
    Column("complaint", Float, nullable=False),
    Column("severity", SmallInteger, nullable=False),
    Column("intents", JSON, nullable=False),
    Column("why", JSON, nullable=False),
    Column("vader", Float),
    Column("engine", String(64), nullable=False),
    Column("score_failures", SmallInteger, nullable=False),
    Column("created_at", Micros, nullable=False),
    Column("rev", Integer, nullable=False),
    Column("decided_rev", Integer, nullable=False),
    Column("removed", Boolean, nullable=False),
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
    Column("kind", String(8), nullable=False),
    Column("brand", Text, nullable=False),
    Column("group_key", Text, nullable=False),
    Column("rules", JSON, nullable=False),
    Column("receivers", JSON, nullable=False),
    Column("state", String(8), nullable=False),
    Column("severity", SmallInteger, nullable=False),
    Column("muted_by", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("opened_at", Micros, nullable=False),
    Column("last_at", Micros, nullable=False),
    Column("closed_at", Micros),
    Column("mention_count", Integer, nullable=False),
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
    Column("vip", Boolean, nullable=False),
    Column("added_at", Micros, nullable=False),
)
Index("ix_alert_mentions_mention", alert_mentions.c.mention_id)

deliveries = Table(
    "deliveries",
    metadata,
    Column("id", Id, primary_key=True),
    Column("key", String(36), nullable=False, unique=True),
    Column("alert_id", Id, ForeignKey("alerts.id"), nullable=False),
    Column("receiver", Text, nullable=False),
    Column("role", String(8), nullable=False),
    Column("reason", String(16), nullable=False),
    Column("mention_id", Id, ForeignKey("mentions.id")),
    Column("root_id", Id, ForeignKey("deliveries.id")),
    Column("state", String(8), nullable=False),
    Column("priority", SmallInteger, nullable=False),
    Column("created_at", Micros, nullable=False),
    Column("next_try_at", Micros, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("intent_at", Micros),
    Column("absences", SmallInteger, nullable=False),
    Column("plain", Boolean, nullable=False),
    Column("possible_repeat", Boolean, nullable=False),
    Column("receipt", JSON),
    Column("sent_at", Micros),
    Column("error", Text, nullable=False),
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
    Column("next_due_at", Micros, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("last_error", Text, nullable=False),
    Column("recovery", String(16), nullable=False),
    Column("last_ok_at", Micros),
    Column("last_post_at", Micros),
    Column("settings_hash", String(64), nullable=False),
)

runs = Table(
    "runs",
    metadata,
    Column("id", Id, primary_key=True),
    Column("collector", String(128), nullable=False),
    Column("started_at", Micros, nullable=False),
    Column("finished_at", Micros),
    Column("pages", Integer, nullable=False),
    Column("fetched", Integer, nullable=False),
    Column("new", Integer, nullable=False),
    Column("mentions", Integer, nullable=False),
    Column("quarantined", Integer, nullable=False),
    Column("gap", Boolean, nullable=False),
    Column("error", String(64), nullable=False),
    Column("message", Text, nullable=False),
)
Index("ix_runs_collector", runs.c.collector, runs.c.started_at)

quarantine = Table(
    "quarantine",
    metadata,
    Column("id", Id, primary_key=True),
    Column("collector", String(128), nullable=False),
    Column("external_id", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("raw", Text, nullable=False),
    Column("raw_hash", Id, nullable=False),
    Column("seen_at", Micros, nullable=False),
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
    Column("brand", Text, nullable=False),
    Column("rule", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("until_at", Micros, nullable=False),
    Column("reason", Text, nullable=False),
    Column("created_by", Text, nullable=False),
    Column("created_at", Micros, nullable=False),
)
