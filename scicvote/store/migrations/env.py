"""Alembic's entry: runs on the connection that ``migrer`` was given, in the transaction that is open on it."""

from __future__ import annotations

from alembic import context

from scicvote.store.schema import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    transactional_ddl=False,  # the caller's transaction is the one that counts
    render_as_batch=True,
)
context.run_migrations()
