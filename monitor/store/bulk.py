"""Many rows with one statement, as fast as the driver allows.

Values are given as the database keeps them: instants in microseconds, JSON as
text. Statements are written with `?` for every value.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, islice
from typing import Any, TypeVar, cast

from sqlalchemy import Connection, Table

Value = TypeVar("Value")
Row = tuple[Any, ...]

CHUNK = 512  # values in one IN (...)


def insert(
    conn: Connection, table: Table, names: Sequence[str], rows: list[Row]
) -> None:
    """Insert rows; the values of each are in the order of `names`."""
    run(conn, _insert_sql(table.name, tuple(names)), rows)


def update(
    conn: Connection, table: Table, names: Sequence[str], rows: list[Row]
) -> None:
    """Set the columns `names` of rows whose id is the last value of each."""
    run(conn, _update_sql(table.name, tuple(names)), rows)


def run(conn: Connection, sql: str, rows: list[Row]) -> None:
    """Run a statement once for each row of values."""
    if rows:
        conn.exec_driver_sql(_in_style_of(conn.dialect.paramstyle, sql), rows)


def fetch(conn: Connection, sql: str, values: Row = ()) -> list[Row]:
    """Return the rows of a query as the driver gives them: plain tuples."""
    style = conn.dialect.paramstyle
    with conn.exec_driver_sql(_in_style_of(style, sql), values) as result:
        return cast("list[Row]", result.cursor.fetchall())


def look_up(
    conn: Connection, sql: str, values: Iterable[Any], *before: Any
) -> Iterator[Row]:
    """Return the rows of a query that ends in `IN`, for any number of values.

    `before` are the values of what stands in front of the `IN`.
    """
    return chain.from_iterable(
        _look_up(conn, sql, before, chunk) for chunk in chunks(values)
    )


def _look_up(conn: Connection, sql: str, before: Row, chunk: list[Any]) -> list[Row]:
    # Few lengths, each repeating its last value: few statements to prepare.
    size = 1 << (len(chunk) - 1).bit_length()
    repeats = chunk[-1:] * (size - len(chunk))
    return fetch(conn, _with_list(sql, size), (*before, *chunk, *repeats))


@lru_cache(maxsize=64)
def _with_list(sql: str, size: int) -> str:
    return f"{sql} ({', '.join('?' * size)})"


@lru_cache(maxsize=64)
def _insert_sql(table: str, names: tuple[str, ...]) -> str:
    columns = ", ".join(f'"{name}"' for name in names)
    marks = ", ".join("?" * len(names))
    return f"INSERT INTO {table} ({columns}) VALUES ({marks})"  # noqa: S608 - our names


@lru_cache(maxsize=64)
def _update_sql(table: str, names: tuple[str, ...]) -> str:
    changes = ", ".join(f'"{name}" = ?' for name in names)
    return f"UPDATE {table} SET {changes} WHERE id = ?"  # noqa: S608 - our names


@lru_cache(maxsize=64)
def _in_style_of(paramstyle: str, sql: str) -> str:
    return sql if paramstyle == "qmark" else sql.replace("?", "%s")


def next_id(conn: Connection, table: Table) -> int:
    """Return the first free id. Safe: there is one writer at a time."""
    ((last,),) = fetch(conn, f"SELECT max(id) FROM {table.name}")  # noqa: S608 - ours
    return int(last or 0) + 1


def chunks(values: Iterable[Value], size: int = CHUNK) -> Iterator[list[Value]]:
    """Yield lists of at most `size`."""
    rest = iter(values)
    while chunk := list(islice(rest, size)):
        yield chunk
