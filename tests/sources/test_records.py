"""Reading Post JSONL and tables: good lines, odd lines, bad lines."""

from __future__ import annotations

import gzip
import io
import json
import sys
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.core.errors import SourceChanged, SourceRejected, SourceUnavailable
from monitor.core.model import Author, Post, PostKind, Precision
from sources.base import Poison
from sources.records import MAX_LINE, open_records, read_csv, read_jsonl
from sources.tables import find_encoding

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def jsonl(*lines: Any) -> list[Post | Poison]:
    raw = b"\n".join(
        line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines
    )
    return list(read_jsonl(io.BytesIO(raw), now=NOW))


def table(text: str | bytes, **options: Any) -> list[Post | Poison]:
    raw = text if isinstance(text, bytes) else text.encode()
    return list(read_csv(io.BytesIO(raw), now=NOW, **options))


def one(line: Any) -> Post:
    (found,) = jsonl(line)
    assert isinstance(found, Post), found
    return found


def bad(line: Any) -> str:
    (found,) = jsonl(line)
    assert isinstance(found, Poison), found
    return found.reason


def test_a_whole_line_becomes_a_whole_post():
    found = one(
        {
            "id": "1590000000000000001",
            "source": "x",
            "text": "환불",
            "title": "t",
            "url": "https://x.example/1",
            "author": {
                "id": 7,
                "handle": "@ann",
                "name": "Ann",
                "url": "https://x.example/ann",
                "followers": 12,
            },
            "published_at": "2026-11-21T09:30:00+09:00",
            "lang": "ko",
            "rating": 2,
            "rating_scale": 10,
            "kind": "review",
            "in_reply_to": "5",
            "metrics": {"likes": 1},
            "extra": {"a": 1},
        }
    )

    assert found == Post(
        source="x",
        external_id="1590000000000000001",
        text="환불",
        title="t",
        url="https://x.example/1",
        author=Author(
            external_id="7",
            handle="ann",
            name="Ann",
            url="https://x.example/ann",
            followers=12,
        ),
        published_at=datetime(2026, 11, 21, 0, 30, tzinfo=UTC),
        lang="ko",
        rating=2.0,
        rating_scale=10.0,
        kind=PostKind.REVIEW,
        in_reply_to="5",
        metrics={"likes": 1},
        extra={"a": 1},
    )
    assert hash(type(found)) == hash(Post)


def test_the_least_line_has_an_id_and_words():
    assert one({"id": "1", "text": "x"}) == Post(
        source="import",
        external_id="1",
        text="x",
        published_at=NOW,
        precision=Precision.UNKNOWN,
    )


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("2026-11-21T09:30:00Z", datetime(2026, 11, 21, 9, 30, tzinfo=UTC)),
        (
            "2026-11-21T09:30:00.123456789Z",
            datetime(2026, 11, 21, 9, 30, 0, 123456, UTC),
        ),
        ("2026-11-21T09:30:00-02:00", datetime(2026, 11, 21, 11, 30, tzinfo=UTC)),
        ("2026-11-21 09:30:00", datetime(2026, 11, 21, 9, 30, tzinfo=UTC)),
        (" 2026-11-21T09:30 ", datetime(2026, 11, 21, 9, 30, tzinfo=UTC)),
        (1_763_717_400, datetime(2025, 11, 21, 9, 30, tzinfo=UTC)),
        ("1763717400000", datetime(2025, 11, 21, 9, 30, tzinfo=UTC)),
    ],
)
def test_a_time_is_an_instant_in_utc(given, expected):
    found = one({"id": 1, "text": "x", "published_at": given})

    assert (found.published_at, found.precision) == (expected, Precision.EXACT)


def test_a_date_alone_is_known_to_the_day():
    yesterday = one({"id": 1, "text": "x", "published_at": "2026-11-21"})
    in_the_east = one({"id": 1, "text": "x", "published_at": "2026-11-23"})

    assert yesterday.published_at == datetime(2026, 11, 21, tzinfo=UTC)
    assert yesterday.precision is Precision.DAY
    assert in_the_east.published_at == NOW
    assert in_the_east.extra == {}


@pytest.mark.parametrize("missing", [None, "", "  "])
def test_a_missing_time_is_now_and_known_to_be_unknown(missing):
    found = one({"id": 1, "text": "x", "published_at": missing})

    assert (found.published_at, found.precision) == (NOW, Precision.UNKNOWN)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"id": 12345678901234567890123}, {"external_id": "12345678901234567890123"}),
        ({"author": "@ann"}, {"author": Author(external_id="@ann", handle="ann")}),
        ({"author": 7}, {"author": Author(external_id="7", handle="7")}),
        (
            {"author": {"name": "Ann"}},
            {"author": Author(external_id="Ann", name="Ann")},
        ),
        ({"author": {}}, {"author": None}),
        ({"author": None, "title": None, "rating": None}, {"author": None}),
        (
            {"author": {"id": "1", "city": "Bonn"}},
            {"extra": {"author": {"city": "Bonn"}}},
        ),
        ({"rating": "4,5"}, {"rating": 4.5}),
        ({"rating": ""}, {"rating": None}),
        ({"kind": "Review"}, {"kind": PostKind.REVIEW}),
        ({"kind": "tweet"}, {"kind": PostKind.POST, "extra": {"kind": "tweet"}}),
        ({"metrics": {"likes": 4.0, "views": "1,000", "x": "y"}},
         {"metrics": {"likes": 4, "views": 1000}, "extra": {"metrics": {"x": "y"}}}),
        ({"in_reply_to": 5}, {"in_reply_to": "5"}),
        (
            {"sentiment": "bad", "extra": {"a": 1}},
            {"extra": {"sentiment": "bad", "a": 1}},
        ),
        ({"extra": "note"}, {"extra": {"extra": "note"}}),
        ({"deleted": True}, {"deleted": False, "extra": {"deleted": True}}),
        ({"url": "javascript:alert(1)"}, {"url": ""}),
        ({"text": 5}, {"text": "5"}),
        ({"lang": None, "source": ""}, {"lang": "", "source": "import"}),
    ],
)  # fmt: skip
def test_what_other_programs_write_is_understood(fields, expected):
    found = one({"id": "1", "text": "x", **fields})

    assert {name: getattr(found, name) for name in expected} == expected


def test_a_line_is_read_the_same_whether_it_has_unknown_names_or_not():
    """Two ways lead through the reader; they may not differ."""
    line = {
        "id": 7,
        "text": "x",
        "author": {"handle": "@b", "followers": 3},
        "published_at": "2026-11-21",
        "rating": 3,
        "metrics": {"likes": 2},
    }
    plain, odd, plain_again = jsonl(line, {**line, "new": 1}, line)

    assert plain == plain_again
    assert odd.extra == {"new": 1}
    assert {**_fields(odd), "extra": {}} == _fields(plain)


def _fields(post: Post) -> dict[str, Any]:
    return {name: getattr(post, name) for name in Post.__dataclass_fields__}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"id": 1, "text": "x"', "line 1: not JSON"),
        (b"hello", "line 1: not JSON"),
        (b"[1]", "line 1: a JSON list, not an object"),
        (b'"x"', "a JSON str, not an object"),
        (b"null", "a JSON NoneType, not an object"),
        (b'{"id": 1, "text": "x", "rating": NaN}', "NaN is not a number"),
        (b'{"id": 1, "text": "x", "rating": 1e400}', "rating is inf"),
        (b'{"id": ' + b"1" * 5_000 + b', "text": "x"}', "id has 5000 characters"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"id":1,"text":"x","z":' + b"[" * 100_000, "nested too deeply"),
        (b'{"id": 1, "text": "\xff"}', "not UTF-8"),
        ({"text": "x"}, "id is missing"),
        ({"id": None, "text": "x"}, "id is missing"),
        ({"id": "", "text": "x"}, "id is empty"),
        ({"id": True, "text": "x"}, "id is bool"),
        ({"id": {}, "text": "x"}, "id is dict"),
        ({"id": 1}, "neither text nor title"),
        ({"id": 1, "text": ["x"]}, "text is list"),
        ({"id": 1, "text": "x", "rating": "good"}, "rating 'good' is not a number"),
        ({"id": 1, "text": "x", "published_at": "21/11/2026"}, "not an ISO 8601 time"),
        ({"id": 1, "text": "x", "published_at": 12}, "not an ISO 8601 time"),
        ({"id": 1, "text": "x", "published_at": "1900-01-01"}, "the year 1900"),
        ({"id": 1, "text": "x", "published_at": "2026-02-31T00:00:00Z"}, "ISO 8601"),
    ],
)  # fmt: skip
def test_a_bad_line_is_poison_and_says_why(line, reason):
    assert reason in bad(line)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (b'{"id": 1, "text": "a\\ud800b"}', "a�b"),
        (b'{"id": 1, "text": "\\ud83d\\ude00"}', "😀"),
        (b'{"id": 1, "text": "a\\u0000b"}', "ab"),
        (b'{"id": 1, "text": "a\x00b"}', "ab"),
        (b'{"id": 1, "text": "a\tb"}', "a\tb"),
        (b'{"id": 2, "id": 1, "text": "x", "text": "last"}', "last"),
        (b'{"id": 1, "text": "x", "big": ' + b"1" * 5_000 + b"}", "x"),
        (b'\xef\xbb\xbf{"id": 1, "text": "x"}', "x"),
        (b'  {"id": 1, "text": "x"}  \r', "x"),
    ],
)  # fmt: skip
def test_an_odd_line_is_kept(line, text):
    found = one(line)

    assert (found.external_id, found.text) == ("1", text)


def test_one_bad_line_costs_no_other_and_has_its_number():
    """F18: what cannot be read is put aside with its reason; the rest goes on."""
    found = jsonl({"id": 1, "text": "a"}, b"", b"oops", b" ", {"id": 2, "text": "b"})

    assert [getattr(item, "external_id", None) for item in found] == ["1", None, "2"]
    assert found[1] == Poison(
        raw="oops", reason="line 3: not JSON: Expecting value at character 1"
    )


def test_a_line_of_fifty_megabytes_is_passed_over_without_being_held():
    """F38: whatever is in a file, memory stays small."""

    class Endless(io.RawIOBase):
        left = 50_000_000
        largest = 0

        def readable(self) -> bool:
            return True

        def readinto(self, buffer) -> int:
            size = min(len(buffer), self.left)
            self.left -= size
            self.largest = max(self.largest, size)
            buffer[:size] = b"x" * size
            return size

    endless = Endless()
    tail = io.BytesIO(b'\n{"id": 1, "text": "after"}\n')

    class Both(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer) -> int:
            return endless.readinto(buffer) or tail.readinto(buffer)

    found = list(read_jsonl(io.BufferedReader(Both()), now=NOW))

    assert isinstance(found[0], Poison)
    assert found[0].reason == f"line 1: longer than {MAX_LINE:,} bytes"
    assert len(found[0].raw) <= 4096
    assert found[1].text == "after"


def test_a_line_just_at_the_limit_is_read():
    start = b'{"id": 1, "text": "x", "pad": "'
    line = start + b"p" * (MAX_LINE - len(start) - 3) + b'"}\n'
    assert len(line) == MAX_LINE

    found = list(read_jsonl(io.BytesIO(line + b'{"id": 2, "text": "y"}\n'), now=NOW))

    assert [post.external_id for post in found] == ["1", "2"]
    assert found[0].extra == {"extra_dropped": True}


anything = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters(codec=None), max_size=20)
    | st.sampled_from(["2026-11-21", "1e5", "NaN", "@a", "post"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner)
    ),
    max_leaves=8,
)
NAMES = [
    "id", "source", "text", "title", "url", "author", "published_at", "lang", "rating",
    "rating_scale", "kind", "in_reply_to", "metrics", "extra", "unknown",
]  # fmt: skip


@pytest.mark.slow
@settings(max_examples=200)
@given(st.dictionaries(st.sampled_from(NAMES), anything))
def test_any_object_is_a_post_or_poison(fields):
    """F18."""
    raw = json.dumps(fields).encode()

    (found,) = read_jsonl(io.BytesIO(raw + b"\n"), now=NOW)

    assert isinstance(found, Poison) or (found.external_id and found.published_at)


@pytest.mark.slow
@settings(max_examples=200)
@given(st.binary(max_size=200))
def test_any_bytes_are_posts_or_poison(raw):
    """F18."""
    list(read_jsonl(io.BytesIO(raw), now=NOW))
    with pytest.raises(SourceChanged):
        list(read_csv(io.BytesIO(b"nothing\n" + raw), now=NOW))
    for item in read_csv(io.BytesIO(b"id,text\n" + raw), now=NOW):
        assert isinstance(item, Post | Poison)


def test_a_table_has_the_same_names_as_columns():
    found = table(
        "id,text,author.handle,metrics.likes,rating,published_at,Colour\r\n"
        '1,"He said ""no"",\r\ntwice",@ann,5,4,2026-11-21T09:30:00Z,red\r\n'
        "00123,x,,,,,\r\n"
    )

    assert found == [
        Post(
            source="import",
            external_id="1",
            text='He said "no",\r\ntwice',
            author=Author(external_id="@ann", handle="ann"),
            published_at=datetime(2026, 11, 21, 9, 30, tzinfo=UTC),
            rating=4.0,
            metrics={"likes": 5},
            extra={"Colour": "red"},
        ),
        Post(
            source="import",
            external_id="00123",
            text="x",
            published_at=NOW,
            precision=Precision.UNKNOWN,
        ),
    ]


def test_columns_of_other_tools_are_mapped():
    text = "Tweet ID,Full Text,id,User\n77,hello,row-1,ann\n"
    mapping = {"id": "Tweet ID", "text": "full text", "author.name": "User"}

    (found,) = table(text, mapping=mapping, source="x")

    assert (found.external_id, found.text, found.source) == ("77", "hello", "x")
    assert found.author == Author(external_id="ann", name="ann")
    assert found.extra == {"id": "row-1"}


def test_a_missing_id_column_is_told_with_the_columns_found():
    with pytest.raises(SourceChanged) as caught:
        table("Tweet ID,Text\n1,x\n")

    message = str(caught.value)
    assert "no column 'id'" in message
    assert "'Tweet ID', 'Text'" in message
    assert "--map id=COLUMN" in message


def test_a_mapped_column_that_is_not_there_is_told():
    with pytest.raises(SourceChanged, match="no column 'Nummer' in the table; columns"):
        table("id,text\n1,x\n", mapping={"id": "Nummer"})


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", "환불이 안 돼요 😡"),
        ("utf-8-sig", "환불이 안 돼요 😡"),
        ("cp949", "환불이 안 돼요. 고객센터는 전화를 안 받습니다"),
        ("gb18030", "退款太慢了，客服电话一直打不通"),
        ("gb18030", "客服说没问题，但是我的行李还没有找到"),
        ("cp1252", "Le café était fermé; très déçu à la fin"),
    ],
)
def test_the_encoding_of_a_table_is_found_out(encoding, text):
    raw = f"id,text\n1,{text}\n".encode(encoding)

    (found,) = table(raw)

    assert found.text == text


def test_an_encoding_that_is_given_is_taken():
    (found,) = table(
        "id,text\n1,ありがとう\n".encode("shift_jis"), encoding="shift_jis"
    )

    assert found.text == "ありがとう"


def test_a_sample_that_ends_inside_a_character_is_still_utf_8():
    sample = ("x" * (262_144 - 1) + "환").encode()[:262_144]

    assert find_encoding(sample) == "utf-8-sig"


@pytest.mark.parametrize("separator", [";", "\t", "|", ","])
def test_the_separator_is_found_out(separator):
    (found,) = table(
        f'id{separator}"a,b;c"{separator}text\n1{separator}2{separator}x\n'
    )

    assert (found.external_id, found.text) == ("1", "x")


def test_a_quotation_that_is_never_closed_costs_one_row():
    found = table('id,text\n1,"oops\n2,fine\n3,"also ""fine"""\n')

    assert isinstance(found[0], Poison)
    assert found[0].reason == "line 2: a quotation is not closed"
    assert [post.text for post in found[1:]] == ["fine", 'also "fine"']


def test_quotation_marks_that_nobody_doubled_are_borne():
    (found,) = table('id,text\n1,"He said "no" to me"\n')

    assert found.text == 'He said no" to me"'


def test_a_quotation_that_swallows_megabytes_costs_one_row():
    """F38: a row is cut off at its limit, and what it had swallowed is read again."""
    rows = "".join(f"{number},{'fine ' * 60}\n" for number in range(2, 4_000))

    found = table(f'id,text\n1,"oops\n{rows}')

    poison = [item for item in found if isinstance(item, Poison)]
    assert len(poison) == 1
    assert poison[0].reason.startswith("line 2: longer than")
    assert len(found) == 3_999


def test_a_cell_of_megabytes_costs_one_row():
    found = table("id,text\n1," + "x" * 3_000_000 + "\n2,fine\n")

    assert [type(item) for item in found] == [Poison, Post]


def test_a_row_with_too_many_cells_is_poison():
    found = table("id,text\n1,a,b\n2,c,,\n")

    assert found[0].reason == "line 2: 3 cells, but the header has 2"
    assert found[1].text == "c"


def test_an_empty_table_has_no_posts():
    assert table("") == []
    assert table("\n\nid,text\n\n") == []


class TestFiles:
    LINE = b'{"id": 1, "text": "x"}\n'
    TABLE = b"id,text\n1,x\n"

    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("a.jsonl", LINE),
            ("a.ndjson", LINE),
            ("a.csv", TABLE),
            ("a.tsv", b"id\ttext\n1\tx\n"),
            ("a.csv.gz", gzip.compress(TABLE, mtime=0)),
            ("a.jsonl.gz", gzip.compress(LINE, mtime=0)),
            ("a.txt", LINE),
            ("a", b"\n \n" + LINE),
            ("b.txt", TABLE),
            ("a.json", LINE),
            ("utf16.csv", TABLE.decode().encode("utf-16")),
            ("utf16.jsonl", LINE.decode().encode("utf-16-le")),
            ("utf16be.jsonl", LINE.decode().encode("utf-16-be")),
        ],
    )
    def test_a_file_is_read_as_what_it_is(self, tmp_path, name, content):
        (tmp_path / name).write_bytes(content)

        (found,) = open_records(tmp_path / name, now=NOW)

        assert (found.external_id, found.text) == ("1", "x")

    @pytest.mark.parametrize("content", [LINE, TABLE, gzip.compress(LINE, mtime=0)])
    def test_a_hyphen_is_standard_input(self, monkeypatch, content):
        class Pipe(io.RawIOBase):
            parts = [content[:5], content[5:]]  # noqa: RUF012

            def readable(self) -> bool:
                return True

            def readinto(self, buffer) -> int:
                part = self.parts.pop(0) if self.parts else b""
                buffer[: len(part)] = part
                return len(part)

        pipe = io.TextIOWrapper(io.BufferedReader(Pipe()))
        monkeypatch.setattr(sys, "stdin", pipe)

        (found,) = open_records("-", now=NOW)

        assert (found.external_id, found.text) == ("1", "x")

    def test_a_file_that_is_not_there_is_named(self, tmp_path):
        with pytest.raises(SourceRejected, match=r"no\.csv' cannot be opened: No such"):
            list(open_records(tmp_path / "no.csv", now=NOW))

    def test_a_broken_archive_gives_what_it_has_and_is_named(self, tmp_path):
        lines = b"".join(b'{"id": %d, "text": "x"}\n' % n for n in range(5_000))
        packed = gzip.compress(lines)
        (tmp_path / "a.jsonl.gz").write_bytes(packed[: len(packed) // 2])
        found = []

        with pytest.raises(SourceUnavailable, match="cannot be read to its end"):
            found.extend(open_records(tmp_path / "a.jsonl.gz", now=NOW))

    def test_a_json_array_is_refused_with_advice(self, tmp_path):
        (tmp_path / "a.json").write_text('[\n {"id": 1, "text": "x"}\n]')

        with pytest.raises(SourceChanged, match="one object a line"):
            list(open_records(tmp_path / "a.json", now=NOW))

    def test_an_empty_file_has_no_posts(self, tmp_path):
        (tmp_path / "a").write_bytes(b"")

        assert list(open_records(tmp_path / "a", now=NOW)) == []


def test_a_day_is_not_in_the_future_east_of_greenwich():
    tomorrow = (NOW + timedelta(days=2)).date().isoformat()

    found = one({"id": 1, "text": "x", "published_at": tomorrow})

    assert found.extra == {"clock": True}
