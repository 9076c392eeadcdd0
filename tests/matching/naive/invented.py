"""Queries of all operators and posts in many languages, the same for the same seed.

Posts are made of what queries look for and of what only resembles it, so that a good
part of the pairs match and the others fail by a hair.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

from monitor.core.model import Author, Post, PostKind
from tests.matching.naive.leaves import LEAVES, Lists, Tree

SOME_DAY = datetime(2026, 11, 1, tzinfo=UTC)

_WORDS = """
acme air e-mail c++ café S24 ΑΘΗΝΑ Москва 에이스 환불 株式 アクメ อาหาร มา LG전자
갤럭시S24 😡 台灣 台湾 发展 乾淨 refund bad service it ລາວ naïve ₩900 #acme #에이스
#株式 @acme @acme_air @에이스 $ACME "acme air" "Acme-Air Lines" "에이스 항공"
"c++ air" "refund now" "台灣 發展" "高級車臺灣發展乾麵" "#acme air"
"""
_WILDS = """
acme* *air acm? a?me re*nd *efun* colo?r 에이* *항공 에?스 株* *会社 株*社 台*展
"acme* air" "refund* now" #acm* @acme* $ac*e acme*lo acme*lo*lo ac*lo*lo* *lo*lo*
lo*lo*yy g*ob*x ?cme acme?* LG* *s24 발전? มา* กล* мос*ва 干* c+*air 臺灣發展乾淨*
"""
_FUZZY = (
    *(("acme", 1), ("globex", 1), ("refund", 1), ("москва", 1), ("ΑΘΗΝΑ", 1)),
    *(("café", 1), ("airlines", 2), ("customer", 2), ("excellent", 2)),
)
_RAW = ("iPhone", "ACME", "acme", "Acme Air", "ＡＣＭＥ", "台灣", "에이스", "ｱｸﾒ", "IT")
_UPPER = ("IT", "ACME", "S24", "ΑΘΗΝΑ", "Acme-Air", "LG전자", "МОСКВА")
_DISGUISED = ("acme", "globex", "S24", "refund now", "Airlines")

LISTS: Lists = {
    "names": (("word", "acme"), ("word", "에이스"), ("word", "globex")),
    "harm": (
        *(("word", "bad"), ("word", "환불"), ("wild", "refund*"), ("word", "😡")),
        ("near", 2, ("word", "customer"), ("word", "service")),
    ),
    "noise": (
        ("and", ("word", "air"), ("not", ("word", "acme"))),
        ("field", "has", "=", "title"),
    ),
    "one": (("word", '"acme air"'),),
}
_PLACED_LISTS = ("names", "harm", "one")

_FIELDS: Sequence[tuple[str, str, str | float]] = (
    *(("source", "=", name) for name in ("reddit", "HackerNews")),
    *(("site", "=", at) for at in ("acme.example", "example", "news.example/a/b")),
    *(("author", "=", name) for name in ("@jane", "Jane Doe", "민지", "u7")),
    *(("lang", "=", code) for code in ("en", "ko", "zh", "zh-tw")),
    *(("country", "=", code) for code in ("kr", "us")),
    *(("kind", "=", kind.value) for kind in PostKind),
    *(("is", "=", what) for what in ("reply", "original")),
    *(("has", "=", w) for w in ("link", "hashtag", "handle", "rating", "title")),
    *(("rating", sign, 2) for sign in ("<=", ">=", "<", ">", "=")),
    *(("followers", sign, 1_000) for sign in ("<=", ">=", "<", ">", "=")),
)

_PIECES = """
acme ACME Acme acme's acmé acmee amce ame axme acmeair AcmeAir acme-air acme–air
acme_air Acme-Air-Lines air Air lines airlines airlnies airlins e mail e-mail c++
c++11 c café CAFÉ cafe s24 S24 αθηνα Αθήνα ΑΘΗΝΑ αθηνά москва Москве МОСКВА масква
에이스 에이스는 에이스항공 신에이스 항공 환불 를 株式 株式会社 株式會社 会社 アクメ
ｱｸﾒ ｱｸﾒﾃﾞ アクメの อาหาร อาหารดี มา เมา ม่า กลับ ລາວ LG전자 XLG전자 LG전자가
갤럭시S24 갤럭시s24울트라 😡 ❤️ 👩‍💻 台灣 台湾 臺灣 发展 發展 髮展 乾淨 干净
台湾发展干净 台灣發展乾淨的 臺灣發展乾淨 高級車臺灣發展乾麵 高级车台湾发展干面 # @
＃ #acme #Acme #acmeair #에이스 ＃에이스 #株式 #株式会社 @acme @ACME @acme에
@acme_air @에이스 $ACME $acme IT it iPhone IPHONE iphone iPhones globex GLOBEX globx
gloebx globexx g1obex gl0bex g.l.o.b.e.x a.c.m.e асmе @cme acme[.]com acme(dot)
a*c*m*e A_C_M_E refund refunds refunded refnud r3fund now naïve ₩900 color colour
colouur service customer custmoer costomer excellent exellent excelent bad late
ＡＣＭＥ ａｃｍｅ ㈱ ㈱アクメ ﬁne ß ẞ İt ſ 1 2 s24x 24 https://acme.example/x
www.acme.example
"""
PIECES = [
    *_PIECES.split(),
    *(
        "a c m e",
        "g l o b e x",
        "acme air",
        "Acme Air",
        "customer service",
        "refund now",
    ),
    *("cafe\u0301", "CAFE\u0301", "a\u200bcme", "ac\u00adme"),
    *(f"acme{'x' * 50}", f"acme{'x' * 51}", f"acme{'y' * 30}lo{'z' * 30}lo"),
    *(
        f"acme{'y' * 44}lo{'yy' * 2}lo{'y' * 48}lo",
        f"lo{'y' * 48}lo{'yy' * 2}lo{'y' * 44}yy",
    ),
    *("\u110b\u1166\u110b\u1175\u1109\u1173", "acme\u200b", "\ufeffacme", "i\u0307t"),
    *("a\u0336c\u0336m\u0336e\u0336", "\u202eacme\u202c", "acme\u0301", "e\u0301"),
]
_FILLERS = {
    "en": "the flight was late again and nobody answers my phone today so not good",
    "ko": "정말 오늘 배송이 너무 늦어요 고객센터는 전화를 받지 않고 실망",
    "zh": "今天 我們 的 客服 非常 慢 我们 觉得 不好 還 沒有 退款",
    "ja": "今日 は とても 残念 です 注文 が 届かない サービス ー",
    "th": "วันนี้ บริการ แย่ มาก รอ นาน ไม่ ดี เลย",
}
_GAPS = (*(" ",) * 12, *("", "") * 2, "-", "\u2010", "\u2013", " - ", "  ", "\n", "\t")
_SIGNS = (".", ", ", "! ", "_", "'s ", "\u3000", "\u200b", "\u00a0", " \u200b ", "/")
_URLS = (
    *(
        "",
        "https://acme.example/a",
        "https://www.acme.example",
        "http://acme.example:8/",
    ),
    *(
        "https://news.example/a/b/c",
        "https://news.example/a/bc",
        "https://notacme.test/",
    ),
    *("https://NEWS.example/A/B", "https://example", "mailto:jane@acme.example"),
)
_AUTHORS = (
    None,
    Author(external_id="u7"),
    Author(external_id="1", handle="jane", followers=1_000),
    Author(external_id="2", handle="@Jane", name="J", followers=999),
    Author(external_id="3", name="Jane  Doe", followers=250_000),
    Author(external_id="4", handle="kim", name="민지", followers=0),
    Author(external_id="5", handle="janet"),
)
_LANGUAGES = ("", "en", "EN", "ko", "zh", "zh-TW", "zh_Hant", "zhx", "ja", "th")
_COUNTRIES = ("", "KR", "kr", "us", "US", "usa")


# Posts.


def random_post(rng: random.Random, number: int = 0) -> Post:
    """Return a post of pieces that almost match, and words of one language."""
    rating = rng.choice((None, None, 0.0, 1.0, 2.0, 2.5, 4.0, 10.0))
    return Post(
        source=rng.choice(("reddit", "Reddit", "hackernews", "x")),
        external_id=str(number),
        title=random_text(rng, 4) if rng.random() < 0.3 else "",
        text=random_text(rng, 16),
        url=rng.choice(_URLS),
        author=rng.choice(_AUTHORS),
        published_at=SOME_DAY,
        kind=rng.choice(tuple(PostKind)),
        lang=rng.choice(_LANGUAGES),
        rating=rating,
        rating_scale=rng.choice((5.0, 5.0, 10.0)),
        in_reply_to=rng.choice(("", "", "1")),
        extra=rng.choice(({}, {"country": rng.choice(_COUNTRIES)})),
    )


def random_text(rng: random.Random, longest: int) -> str:
    """Return pieces, with gaps of all kinds or none between them."""
    fillers = _FILLERS[rng.choice(tuple(_FILLERS))].split()
    text = ""
    for _ in range(rng.randint(1, longest)):
        text += rng.choice(PIECES if rng.random() < 0.6 else fillers)
        text += rng.choice(_GAPS if rng.random() < 0.85 else _SIGNS)
    return text


# Queries.


def random_tree(rng: random.Random, depth: int = 3) -> Tree:
    """Return a query that the language accepts."""
    while True:
        tree = _any_tree(rng, depth)
        if needs_a_word(tree):
            return tree


def _any_tree(rng: random.Random, depth: int) -> Tree:
    if not depth:
        return _leaf(rng)
    match rng.choice(("placed", "placed", "field", "list", "and", "and", "or", "not")):
        case "placed":
            return _counted(rng, depth) if rng.random() < 0.25 else _placed(rng, depth)
        case "field":
            return ("field", *rng.choice(_FIELDS))
        case "list":
            return ("list", rng.choice(tuple(LISTS)))
        case "not":
            child = _any_tree(rng, depth - 1)
            return child if child[0] == "not" else ("not", child)
        case name:
            parts = [_any_tree(rng, depth - 1) for _ in range(rng.randint(2, 3))]
            return (name, *parts)


def _counted(rng: random.Random, depth: int) -> Tree:
    sign, number = rng.choice(((">=", 2), (">", 1), ("=", 1), (">", 0), (">=", 3)))
    return ("count", sign, number, _placed(rng, depth - 1))


def _placed(rng: random.Random, depth: int) -> Tree:
    """Return something that has places."""
    kinds = ("leaf", "leaf", "leaf", "list", "or", "near", "near", "onear", "outside")
    match rng.choice(kinds) if depth else "leaf":
        case "leaf":
            return _leaf(rng)
        case "list":
            return ("list", rng.choice(_PLACED_LISTS))
        case "near" | "onear" as name:
            between = rng.choice((0, 1, 2, 3, 4, 6, 10))
            return (name, between, _placed(rng, depth - 1), _placed(rng, depth - 1))
        case name:
            return (name, _placed(rng, depth - 1), _placed(rng, depth - 1))


def _leaf(rng: random.Random) -> Tree:
    kinds = ("word",) * 5 + ("wild",) * 3 + tuple(LEAVES)
    match rng.choice(kinds):
        case "word":
            return ("word", rng.choice(WORDS))
        case "wild":
            return ("wild", rng.choice(WILDS))
        case "fuzzy":
            return ("fuzzy", *rng.choice(_FUZZY))
        case "raw":
            return ("raw", rng.choice(_RAW))
        case "upper":
            return ("upper", rng.choice(_UPPER))
        case _:
            return ("disguised", rng.choice(_DISGUISED))


def needs_a_word(tree: Tree, *, against: bool = False) -> bool:
    """Tell whether no post can match without holding a positive word."""
    match tree:
        case ("not", child):
            return needs_a_word(child, against=not against)
        case ("and" | "or" | "list" as name, *children):
            if name == "list":
                name, children = "or", LISTS[children[0]]
            answers = [needs_a_word(child, against=against) for child in children]
            return all(answers) if (name == "or") != against else any(answers)
        case _:
            return not against and tree[0] != "field"


# What a query looks like.


def render(tree: Tree, *, inside: str = "") -> str:
    """Write a tree in the query language, with few more parentheses than it needs."""
    kind, *parts = tree
    if kind in _BARE:
        return _BARE[kind](*parts)
    if kind in ("near", "onear", "outside"):
        text = _pair(kind, *parts)
        return text if inside in ("", "and", "or") else f"({text})"
    between = " " if kind == "and" else " OR "
    text = between.join(render(part, inside=kind) for part in parts)
    is_clear = not inside or (inside == "or" and kind == "and")
    return text if is_clear else f"({text})"


def _pair(kind: str, *parts: Any) -> str:
    if kind == "outside":
        child, around = parts
        return f"{render(child, inside=kind)} NOT IN {render(around, inside=kind)}"
    number, left, right = parts
    # NEAR takes what stands before it first.
    side = "" if left[0] in ("near", "onear") else kind
    sign = kind.upper() if number == 4 else f"{kind.upper()}/{number}"
    return f"{render(left, inside=side)} {sign} {render(right, inside=kind)}"


def _field(name: str, sign: str, value: object) -> str:
    shown = f'"{value}"' if " " in str(value) else value
    return f"{name}:{'' if sign == '=' else sign}{shown}"


_BARE: dict[str, Callable[..., str]] = {
    "word": str,
    "wild": str,
    "fuzzy": lambda name, edits: f"{name}~{edits}",
    "raw": lambda text: f'raw:"{text}"',
    "upper": lambda text: f'upper:"{text}"',
    "disguised": lambda text: f'disguised:"{text}"',
    "field": _field,
    "list": lambda name: f"list:{name}",
    "count": lambda sign, number, child: f"count({render(child)}) {sign} {number}",
    "not": lambda child: f"NOT {render(child, inside='not')}",
}


def rendered_lists() -> dict[str, tuple[str, ...]]:
    """Return the lists as they stand in a configuration."""
    return {name: tuple(map(render, items)) for name, items in LISTS.items()}


def _split(text: str) -> tuple[str, ...]:
    parts = text.replace("\n", " ").split('"')
    return tuple(
        word
        for n, part in enumerate(parts)
        for word in ([f'"{part}"'] if n % 2 else part.split())
    )


WORDS = _split(_WORDS)
WILDS = _split(_WILDS)
