"""What reading found beyond a label: how upset, what a person must know, and why."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, Float, Text

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns. Rows that were read before have nothing in them."""
    op.add_column("mentions", Column("intensity", Float))
    op.add_column("mentions", Column("p_positive", Float))
    op.add_column("mentions", Column("reading", Text))
