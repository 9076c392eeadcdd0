"""What drivers say, and what the program makes of it."""

from __future__ import annotations

import pytest

from monitor.core.errors import StoreDamaged, StoreError, StoreUnavailable
from monitor.store.db import Store
from monitor.store.faults import translate
from monitor.store.schema import about
from tests.store.making import sqlite_error


@pytest.mark.parametrize(
    ("code", "kind", "words"),
    [
        (5, StoreUnavailable, "locked"),
        (6, StoreUnavailable, "locked"),
        (8, StoreUnavailable, "read-only"),
        (10, StoreUnavailable, "I/O"),
        (778, StoreUnavailable, "I/O"),
        (13, StoreUnavailable, "full"),
        (14, StoreUnavailable, "opened"),
        (11, StoreDamaged, "corrupt"),
        (267, StoreDamaged, "corrupt"),
        (26, StoreDamaged, "not an SQLite"),
        (1032, StoreDamaged, "replaced"),
    ],
)
def test_every_answer_of_sqlite_has_a_meaning(
    sqlite_store: Store, code: int, kind: type[StoreError], words: str
) -> None:
    error = translate(sqlite_error(code), sqlite_store.place)

    assert type(error) is kind
    assert words in str(error)
    assert str(sqlite_store.path) in str(error)


def test_a_mistake_in_our_own_statement_is_no_fault_of_the_database(
    store: Store,
) -> None:
    with (
        pytest.raises(Exception, match="no_such_table") as caught,
        store.read() as conn,
    ):
        conn.exec_driver_sql("SELECT * FROM no_such_table")

    assert not isinstance(caught.value, StoreError)


def test_errors_do_not_quote_peoples_texts(store: Store) -> None:
    values = {"name": "application", "value": "a very private text"}

    with pytest.raises(Exception, match="about") as caught, store.write() as conn:
        conn.execute(about.insert().values(**values))

    assert "a very private text" not in str(caught.value)


def test_somebody_elses_error_passes_as_it_is(store: Store) -> None:
    with pytest.raises(ConnectionResetError), store.write():
        raise ConnectionResetError(104, "Connection reset by peer")
