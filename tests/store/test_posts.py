"""Saving posts: each once, edits and deletions, brands that come later."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select

from monitor.core.model import Author
from monitor.store import posts as rows
from monitor.store.db import Store
from monitor.store.posts import Found, Saved, content_hash
from monitor.store.schema import authors, mentions, posts
from tests.fakes.clock import FixedClock
from tests.store.making import HAPPY, UNHAPPY, make_found


def save(store: Store, *batch: Found, decided: bool = False) -> Saved:
    with store.write() as conn:
        now = store.clock.now()
        return rows.save(conn, batch, collector="c1", now=now, decided=decided)


def all_rows(store: Store, table: Any) -> list[Any]:
    with store.read() as conn:
        return list(conn.execute(select(table).order_by(table.c.id)))


def decide_everything(store: Store) -> None:
    with store.write() as conn:
        conn.execute(mentions.update().values(decided_rev=mentions.c.rev))


def undecided(store: Store) -> set[str]:
    return {m.brand for m in all_rows(store, mentions) if m.decided_rev < m.rev}


def test_a_new_post_is_kept_with_its_author_and_mentions(store: Store) -> None:
    post = replace(
        make_found().post,
        title="환불",
        rating=2,
        metrics={"likes": 3},
        extra={"a": "退款"},
    )

    saved = save(
        store, Found(post=post, matches=make_found().matches, sentiment=UNHAPPY)
    )

    [row] = all_rows(store, posts)
    [author] = all_rows(store, authors)
    [mention] = all_rows(store, mentions)
    assert saved == Saved(new=1, mentions=1)
    assert (row.source, row.external_id, row.title, row.text) == (
        "x",
        "1",
        "환불",
        "Acme lost my bag",
    )
    assert (row.published_at, row.first_seen_at) == (
        post.published_at,
        store.clock.now(),
    )
    assert (row.rating, row.metrics, row.extra) == (2.0, {"likes": 3}, {"a": "退款"})
    assert (row.rev, row.indexed_rev, row.collector) == (1, 0, "c1")
    assert row.author_id == author.id
    assert (author.external_id, author.handle, author.name) == ("7", "ann", "Ann")
    assert (mention.brand, mention.query, mention.spans) == ("Acme", "acme", [[0, 4]])
    assert (mention.label, mention.score, mention.severity) == ("negative", -0.6, 3)
    assert (mention.intents, mention.why) == (["refund"], ["asks for money back"])
    assert (mention.rev, mention.decided_rev, mention.removed) == (1, 0, False)


def test_saving_the_same_again_changes_nothing(store: Store) -> None:
    save(store, make_found())
    before = all_rows(store, posts) + all_rows(store, mentions)

    saved = save(store, make_found())

    assert saved == Saved(unchanged=1)
    assert all_rows(store, posts) + all_rows(store, mentions) == before


def test_new_counts_of_likes_are_no_edit(store: Store) -> None:
    save(store, make_found(metrics={"likes": 1}))

    saved = save(store, make_found(metrics={"likes": 900}))

    [row] = all_rows(store, posts)
    assert saved == Saved(unchanged=1)
    assert (row.metrics, row.rev) == ({"likes": 900}, 1)


def test_an_edit_is_a_new_revision_to_be_decided_again(
    store: Store, clock: FixedClock
) -> None:
    """F24: a change from negative to positive has to reach the rules."""
    save(store, make_found(text="Acme lost my bag"))
    decide_everything(store)
    clock.advance(60)

    saved = save(store, make_found(text="Acme found my bag!", sentiment=HAPPY))

    [row] = all_rows(store, posts)
    [mention] = all_rows(store, mentions)
    assert saved == Saved(changed=1)
    assert (row.text, row.rev, row.edited_at) == ("Acme found my bag!", 2, clock.now())
    assert row.first_seen_at < clock.now()
    assert (mention.label, mention.rev, mention.decided_rev) == ("positive", 2, 1)


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "new"},
        {"text": "Acme lost my bags"},
        {"rating": 1.0},
        {"url": "https://x.example/other"},
    ],
)
def test_every_part_that_readers_see_counts_as_an_edit(
    store: Store, changes: dict[str, Any]
) -> None:
    first = make_found()
    save(store, first)

    saved = save(store, replace(first, post=replace(first.post, **changes)))

    assert saved.changed == 1


def test_a_brand_edited_out_is_removed_and_one_edited_in_is_added(store: Store) -> None:
    save(store, make_found(text="Acme and Bolt", brands=("Acme", "Bolt")))
    decide_everything(store)

    saved = save(store, make_found(text="Bolt and Core", brands=("Bolt", "Core")))

    state = {m.brand: (m.removed, m.rev) for m in all_rows(store, mentions)}
    assert saved == Saved(changed=1, mentions=1)
    assert state == {"Acme": (True, 2), "Bolt": (False, 2), "Core": (False, 2)}
    assert undecided(store) == {"Acme", "Bolt", "Core"}


def test_a_brand_configured_later_is_added_to_an_unchanged_post(store: Store) -> None:
    save(store, make_found(brands=("Acme",)))
    decide_everything(store)

    saved = save(store, make_found(brands=("Acme", "Bolt"), sentiment=None))

    state = {m.brand: (m.label, m.rev) for m in all_rows(store, mentions)}
    assert saved == Saved(unchanged=1, mentions=1)
    assert state == {"Acme": ("negative", 1), "Bolt": (None, 1)}
    assert undecided(store) == {"Bolt"}


def test_a_removed_mention_that_matches_again_comes_back(store: Store) -> None:
    save(store, make_found(text="one", brands=("Acme",)))
    save(store, make_found(text="two", brands=()))
    decide_everything(store)

    saved = save(store, make_found(text="two", brands=("Acme",), sentiment=None))

    [mention] = all_rows(store, mentions)
    assert saved == Saved(unchanged=1, mentions=1)
    assert not mention.removed
    assert undecided(store) == {"Acme"}


def test_a_tombstone_erases_what_was_said_and_by_whom(
    store: Store, clock: FixedClock
) -> None:
    """F25: nothing of the text or the author is left."""
    full = make_found(
        title="secret title", extra={"place": "secret"}, metrics={"likes": 2}
    )
    save(store, full)
    decide_everything(store)
    clock.advance(60)

    gone = Found(
        post=replace(make_found().post, deleted=True, text="", author=None),
        matches=(),
        sentiment=None,
    )
    saved = save(store, gone)

    [row] = all_rows(store, posts)
    [mention] = all_rows(store, mentions)
    [author] = all_rows(store, authors)
    assert saved == Saved(deleted=1)
    assert (row.title, row.text, row.url, row.extra, row.metrics) == (
        "",
        "",
        "",
        {},
        {},
    )
    assert (row.deleted_at, row.rev, row.author_id) == (clock.now(), 2, None)
    assert (mention.removed, mention.rev, mention.spans, mention.why) == (
        True,
        2,
        [],
        [],
    )
    assert undecided(store) == {"Acme"}
    assert (author.handle, author.name, author.external_id) == (
        "",
        "",
        f"erased:{author.id}",
    )


def test_an_author_with_another_post_keeps_the_name(store: Store) -> None:
    save(store, make_found("1"), make_found("2"))

    save(
        store,
        Found(
            post=replace(make_found("1").post, deleted=True), matches=(), sentiment=None
        ),
    )

    [author] = all_rows(store, authors)
    assert (author.external_id, author.name) == ("7", "Ann")


def test_a_deleted_post_stays_deleted(store: Store) -> None:
    save(store, make_found())
    tombstone = Found(
        post=replace(make_found().post, deleted=True), matches=(), sentiment=None
    )
    save(store, tombstone)

    again = save(store, make_found(text="back again"))
    and_again = save(store, tombstone)

    [row] = all_rows(store, posts)
    assert again == and_again == Saved(unchanged=1)
    assert (row.text, row.rev) == ("", 2)


def test_a_tombstone_of_an_unknown_post_is_ignored(store: Store) -> None:
    gone = Found(
        post=replace(make_found().post, deleted=True), matches=(), sentiment=None
    )

    saved = save(store, gone)

    assert saved == Saved()
    assert all_rows(store, posts) == []


def test_of_a_post_twice_in_a_batch_the_last_counts(store: Store) -> None:
    """F21."""
    saved = save(store, make_found(text="first"), make_found(text="second"))

    [row] = all_rows(store, posts)
    assert saved == Saved(new=1, mentions=1)
    assert (row.text, row.rev) == ("second", 1)


def test_the_same_id_on_two_networks_is_two_posts(store: Store) -> None:
    saved = save(store, make_found("1", source="x"), make_found("1", source="reddit"))

    assert saved.new == 2
    assert len(all_rows(store, authors)) == 2


def test_what_is_imported_as_decided_leads_to_no_alert(store: Store) -> None:
    save(store, make_found("1"), decided=True)
    save(store, make_found("1", text="edited"), decided=True)
    save(store, make_found("1", text="edited", brands=("Acme", "Bolt")), decided=True)

    assert undecided(store) == set()


def test_ids_beyond_what_a_float_holds_stay_apart(store: Store) -> None:
    low, high = str(2**53), str(2**53 + 1)

    saved = save(store, make_found(low), make_found(high))

    assert saved.new == 2
    assert [r.external_id for r in all_rows(store, posts)] == [low, high]


def test_text_of_every_script_comes_back_as_it_was(store: Store) -> None:
    text = "환불해 주세요 · 退款 · réclamation · 👩‍👩‍👧 \\ ' \" %s ? :x"

    save(store, make_found(text=text, author=Author(external_id="9", name="김민수")))

    assert all_rows(store, posts)[0].text == text
    assert all_rows(store, authors)[0].name == "김민수"


def test_authors_are_refreshed_but_never_emptied(store: Store) -> None:
    save(
        store,
        make_found("1", author=Author(external_id="7", handle="ann", followers=5)),
    )

    save(store, make_found("2", author=Author(external_id="7", name="Ann B")))

    [author] = all_rows(store, authors)
    assert (author.handle, author.name, author.followers) == ("ann", "Ann B", 5)


def test_authors_without_an_id_are_not_taken_for_one_person(store: Store) -> None:
    nobody = Author(external_id="", name="A Google user")

    save(store, make_found("1", author=nobody), make_found("2", author=nobody))
    save(
        store,
        make_found("3", author=None),
        make_found("4", author=Author(external_id="")),
    )

    ids = [r.author_id for r in all_rows(store, posts)]
    assert len(set(ids[:2])) == 2
    assert ids[2:] == [None, None]


def test_known_tells_id_hash_and_revision_of_stored_posts(store: Store) -> None:
    save(store, *(make_found(str(n)) for n in range(1200)))

    with store.read() as conn:
        known = rows.known(conn, [make_found(str(n)).post for n in range(600, 1300)])

    assert len(known) == 600
    assert known["x", "600"][1:] == (content_hash(make_found("600").post), 1)
    assert ("x", "1200") not in known


def test_a_hash_does_not_confuse_title_and_text() -> None:
    one = replace(make_found().post, title="ab", text="c")
    two = replace(make_found().post, title="a", text="bc")

    assert content_hash(one) != content_hash(two)
    assert 0 <= content_hash(one) < 2**63


def test_counts_leave_out_what_is_gone(store: Store) -> None:
    save(
        store,
        make_found("1"),
        make_found("2", brands=("Acme", "Bolt"), sentiment=HAPPY),
    )
    save(store, make_found("3", sentiment=None), make_found("4", brands=()))
    save(
        store,
        Found(
            post=replace(make_found("1").post, deleted=True), matches=(), sentiment=None
        ),
    )

    with store.read() as conn:
        counts = rows.counts(conn)

    assert counts == {
        "posts": 3,
        "mentions": 3,
        "brands": {"Acme": 2, "Bolt": 1},
        "labels": {"positive": 2, "unscored": 1},
    }
