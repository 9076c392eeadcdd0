"""The first tables, and the index for searching text."""

from __future__ import annotations

from alembic import op

from monitor.store.schema import metadata

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


def upgrade() -> None:
    """Create everything."""
    conn = op.get_bind()
    metadata.create_all(conn)
    if conn.dialect.name == "sqlite":
        conn.exec_driver_sql(_SQLITE)
        return
    for statement in _POSTGRESQL:
        conn.exec_driver_sql(statement)
