"""Alembic's way in. The connection, and its transaction, come from `Store.migrate`."""

from __future__ import annotations

from alembic import context

from monitor.store.migrations import VERSION_TABLE
from monitor.store.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
