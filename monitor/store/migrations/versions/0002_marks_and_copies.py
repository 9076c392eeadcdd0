"""What people say about mentions; which posts are copies."""

from __future__ import annotations

from alembic import op
from sqlalchemy import (
    BigInteger,
    Column,
    Float,
    ForeignKey,
    Integer,
    String,
    Text,
    UniqueConstraint,
)

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

Id = BigInteger().with_variant(Integer(), "sqlite")
Micros = BigInteger()


def upgrade() -> None:
    """Add the tables."""
    op.create_table(
        "marks",
        Column("id", Id, primary_key=True),
        Column(
            "post_id", Id, ForeignKey("posts.id", ondelete="CASCADE"), nullable=False
        ),
        Column("brand", Text, nullable=False),
        Column("verdict", String(8), nullable=False),
        Column("marked_by", Text, nullable=False),
        Column("marked_at", Micros, nullable=False),
        UniqueConstraint("post_id", "brand"),
    )
    op.create_table(
        "copies",
        Column(
            "post_id", Id, ForeignKey("posts.id", ondelete="CASCADE"), primary_key=True
        ),
        Column("copy_of", Id, nullable=False),
        Column("why", String(8), nullable=False),
        Column("likeness", Float, nullable=False),
        Column("found_at", Micros, nullable=False),
    )
    op.create_index("ix_copies_copy_of", "copies", ["copy_of"])
    op.create_table(
        "copy_alerts",
        Column("copy_of", Id, primary_key=True),
        Column("brand", Text, primary_key=True),
        Column("alert_id", Id, ForeignKey("alerts.id"), nullable=False),
    )
