"""What the gate lets pass fits the columns: PostgreSQL refuses what is wider."""

from __future__ import annotations

from dataclasses import replace

from monitor.core import gate
from monitor.core.model import Author
from monitor.store import posts as rows
from monitor.store.db import Store
from monitor.store.posts import Found
from tests.fakes.clock import NOON
from tests.store.making import make_found


def test_the_widest_post_fits(store: Store) -> None:
    wide = replace(
        make_found("1").post,
        source="s" * gate.MAX_SOURCE,
        external_id="i" * gate.MAX_ID,
        lang="l" * gate.MAX_LANG,
        in_reply_to="r" * gate.MAX_ID,
        author=Author(external_id="a" * gate.MAX_NAME, handle="h" * gate.MAX_NAME),
    )
    assert gate.accept(wide, now=NOON) is wide

    with store.write() as conn:
        found = Found(post=wide, matches=(), sentiment=None)
        saved = rows.save(conn, [found], collector="c", now=NOON, decided=True)

    assert saved.new == 1
