"""Everything that people say of posts, as a list that can be undone.

What is in `marks` (about us or not) is copied; that table stays as it is, and says
which of these verdicts counts at present.
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import BigInteger, Column, ForeignKey, Integer, String, Text

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

Id = BigInteger().with_variant(Integer(), "sqlite")
Micros = BigInteger()


def upgrade() -> None:
    """Add the table, and put into it what was marked before."""
    op.create_table(
        "teachings",
        Column("id", Id, primary_key=True),
        Column("brand", Text, nullable=False),
        Column("subject", String(16), nullable=False),
        Column("verdict", String(16), nullable=False),
        Column("post_id", Id, ForeignKey("posts.id", ondelete="CASCADE")),
        Column("target", String(40), nullable=False),
        Column("text", Text, nullable=False),
        Column("lang", String(16), nullable=False),
        Column("said_by", Text, nullable=False),
        Column("said_at", Micros, nullable=False),
        Column("batch", String(24), nullable=False),
        Column("undone_at", Micros),
        Column("undone_by", Text, nullable=False),
    )
    op.create_index("ix_teachings_target", "teachings", ["brand", "target", "subject"])
    op.create_index("ix_teachings_post", "teachings", ["post_id"])
    op.execute(
        "INSERT INTO teachings (id, brand, subject, verdict, post_id, target, text,"
        " lang, said_by, said_at, batch, undone_by)"
        " SELECT id, brand, 'about', verdict, post_id,"
        " 'post:' || CAST(post_id AS TEXT), '', '', marked_by, marked_at, '', ''"
        " FROM marks ORDER BY id"
    )
