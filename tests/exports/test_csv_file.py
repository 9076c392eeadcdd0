"""What a CSV export promises, cell by cell."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from monitor.exports import COLUMNS, export
from monitor.exports.columns import NAMES
from monitor.exports.csv_file import guard, unguard
from monitor.exports.frames import read_csv
from tests.exports.shelf import Shelf, rows_of

# RELIABILITY 5.C, the hostile cells 37 to 50.
HOSTILE = {
    37: "=1+1",
    38: "+1",
    39: "-1+cmd|' /C calc'!A0",
    40: "@SUM(A1)",
    41: "\t=1+1",
    42: "\r=1+1",
    43: "\n=1+1",
    44: '=HYPERLINK("http://e","x")',
    45: '"=1',
    46: 'x";=1+2',
    47: "＝1+1 ＋1 －1 ＠SUM",
    48: " \u200b\ufeff=1+1",
    49: "a\rb",
    50: "00123",
}
FORMULAS = [n for n in HOSTILE if n not in (45, 46, 49, 50)]


def exported(shelf: Shelf, folder: Path) -> Path:
    done = export(shelf.store, folder / "mentions.csv", overwrite=True)
    assert done.path is not None
    return done.path


@pytest.mark.parametrize("number", HOSTILE)
def test_a_hostile_cell_stays_text_and_comes_back_as_it_was(
    shelf: Shelf, folder: Path, number: int
) -> None:
    shelf.said(HOSTILE[number])

    path = exported(shelf, folder)

    (row,) = rows_of(path)
    assert unguard(row["text"]) == HOSTILE[number]
    assert row["text"].startswith("'") == (number in FORMULAS)
    assert read_csv(path)["text"].tolist() == [HOSTILE[number]]


DISGUISES = [
    *("＝1", "＋1", "－1", "＠A", "﹦1", "−1"),
    *("\u3000=1", "\u00a0+1", "\u00ad-1", "\u2066@A", "\u3164=1", "\ufe0f=1"),
    *("\x01=1", "\x0b@x"),
]


@pytest.mark.parametrize("text", DISGUISES)
def test_a_formula_behind_a_disguise_is_guarded(text: str) -> None:
    assert guard(text) == f"'{text}"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello",
        "환불 =1",
        "1-2",
        "退款",
        "(=1)",
        "#tag",
        "a=b",
        "😀 = fine",
        "  spaced",
    ],
)
def test_an_ordinary_text_is_left_alone(text: str) -> None:
    assert guard(text) == text


def test_a_text_with_an_apostrophe_of_its_own_gets_it_back() -> None:
    assert guard("'=1") == "''=1"
    assert unguard(guard("'tis a fine airline")) == "'tis a fine airline"


def test_numbers_are_numbers_even_when_negative(shelf: Shelf, folder: Path) -> None:
    shelf.mention(shelf.post(), score=-0.5, vader=-1.0, p_negative=0.93)

    (row,) = rows_of(exported(shelf, folder))

    assert (row["score"], row["vader"], row["p_negative"]) == ("-0.5", "-1.0", "0.93")


def test_ids_that_look_like_numbers_keep_every_digit(
    shelf: Shelf, folder: Path
) -> None:
    shelf.said(
        "NA", external_id="1590000000000000001", in_reply_to="00123", title="null"
    )

    path = exported(shelf, folder)

    (row,) = rows_of(path)
    assert (row["post_id"], row["in_reply_to"]) == ("1590000000000000001", "00123")
    back = read_csv(path).iloc[0]
    assert (back["post_id"], back["in_reply_to"]) == ("1590000000000000001", "00123")
    assert (back["text"], back["title"]) == ("NA", "null")


def test_the_bytes_follow_the_rfc(shelf: Shelf, folder: Path) -> None:
    """UTF-8 with BOM, CRLF, every field quoted, quotes doubled."""
    shelf.said('she said "환불" 退款 😀\nand left')

    raw = exported(shelf, folder).read_bytes()

    header, _, rest = raw.partition(b"\r\n")
    assert header.decode("utf-8") == "\ufeff" + ",".join(f'"{name}"' for name in NAMES)
    assert '"she said ""환불"" 退款 😀\nand left"'.encode() in rest
    assert rest.endswith(b'"\r\n')
    assert rest.count(b'","') == len(COLUMNS) - 1


def test_nul_is_dropped_and_half_a_surrogate_pair_is_replaced(
    shelf: Shelf, folder: Path
) -> None:
    shelf.mention(shelf.post("a\0b"))
    with shelf.store.write() as connection:
        connection.exec_driver_sql(
            r"""UPDATE mentions SET why = '["odd \ud800 letter", "nul\u0000"]'"""
        )

    (row,) = rows_of(exported(shelf, folder))

    assert (row["text"], row["why"]) == ("ab", "odd \ufffd letter;nul")


cells = st.text(
    st.one_of(
        st.sampled_from("=+-@'\"\t\r\n,;\ufeff\u200b ＝＋－＠環불A"),
        st.characters(exclude_categories=["Cs"], exclude_characters="\0"),
    ),
    max_size=30,
)


@settings(
    max_examples=50,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(texts=st.lists(cells, min_size=1, max_size=6))
def test_what_is_written_is_read_back(
    shelf: Shelf, folder: Path, texts: list[str]
) -> None:
    """With the csv module and with pandas, guards taken away: the input."""
    shelf.only(texts)

    path = exported(shelf, folder)

    rows = rows_of(path)
    assert [unguard(row["text"]) for row in rows] == texts
    assert [unguard(row["title"]) for row in rows] == [text[::-1] for text in texts]
    assert read_csv(path)["text"].tolist() == texts


@given(text=cells)
def test_one_apostrophe_less_is_always_the_text(text: str) -> None:
    cell = guard(text)

    assert unguard(cell) == text
    assert not cell.lstrip().startswith(("=", "+", "-", "@"))


def test_no_cell_can_start_a_new_row(shelf: Shelf, folder: Path) -> None:
    """A bare CR inside a cell once began a row with a live formula."""
    shelf.said("a\r=1+1\r\n=2+2")

    text = exported(shelf, folder).read_bytes().decode("utf-8-sig")

    assert len(list(csv.reader(io.StringIO(text, newline="")))) == 2
