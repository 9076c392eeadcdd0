"""Words learnt from marks: the right ones, none from too few, none from chance."""

from __future__ import annotations

import random

import pytest

from monitor.core.model import Author
from monitor.matching import BrandQueries
from monitor.matching.look import Nothing
from monitor.matching.tools.examples import Counting, Example, different
from monitor.matching.tools.features import features, phrases, stem_of
from monitor.matching.tools.suggesting import Suggestions, suggest
from monitor.matching.tools.telling import fisher, weigh

OWN = ("iphone", "ios", "macbook", "itunes")
OTHER = ("pie", "orchard", "juice", "cider")
FILLER = [
    "today",
    "again",
    "really",
    "nice",
    "bought",
    "new",
    "one",
    "saw",
    "my",
    "friend",
    "best",
    "price",
    "week",
    "old",
]


def counting(*queries: str, **more: tuple[str, ...]) -> Counting:
    brand = BrandQueries(brand="Apple", queries=queries, **more)
    return Counting(
        brand=brand, lists={}, exclude=(), language=lambda _text, hint: hint
    )


def example(text: str, *, us: bool, author: str = "") -> Example:
    by = Author(external_id=author, handle=author) if author else None
    return Example(title="", text=text, facts=Nothing(author=by), us=us)


def homonyms(own: int, other: int, seed: int = 1) -> list[Example]:
    """Make posts about the company and about the fruit."""
    rng = random.Random(seed)
    sides = [(True, OWN)] * own + [(False, OTHER)] * other
    return [
        example(" ".join(["apple", rng.choice(words), *rng.sample(FILLER, 4)]), us=us)
        for us, words in sides
    ]


def learnt(found: Suggestions) -> tuple[set[str], set[str]]:
    assert found.context is not None
    own = {word.query for word in found.context.own}
    return own, {word.query for word in found.context.other}


def test_words_of_each_side_are_learnt_with_their_counts() -> None:
    examples = homonyms(90, 70)

    found = suggest(counting("apple"), examples)

    own, other = learnt(found)
    assert own >= set(OWN)
    assert other >= set(OTHER)
    [pie] = [word for word in found.context.other if word.query == "pie"]
    assert len(pie.other) == sum("pie" in one.text.split() for one in examples)
    assert pie.own == frozenset()
    assert pie.log_odds < -2


def test_what_the_words_do_is_counted_on_posts_they_were_not_learnt_from() -> None:
    found = suggest(counting("apple"), homonyms(60, 40))

    assert found.context is not None
    held_out = found.context.held_out
    assert held_out is not None
    assert (held_out.own, held_out.other) == (60, 40)
    assert held_out.own_kept >= 57
    assert held_out.other_left_out >= 30


@pytest.mark.parametrize(("own", "other"), [(4, 40), (40, 4), (0, 0), (200, 0)])
def test_nothing_is_learnt_from_too_few(own: int, other: int) -> None:
    found = suggest(counting("apple"), homonyms(own, other))

    assert found.context is None
    assert "too little" in found.notes[0]
    assert found.exclude == ()


def test_few_marks_are_learnt_from_and_the_missing_test_is_told() -> None:
    found = suggest(counting("apple"), homonyms(9, 9))

    assert found.context is not None
    assert found.context.held_out is None
    assert "too few marks to test" in found.notes[0]


def test_marks_without_sense_teach_next_to_nothing() -> None:
    """Chance alone: on average fewer than two words pass, of some twenty looked at."""
    words = 0
    for seed in range(20):
        rng = random.Random(seed)
        posts = homonyms(40, 30, seed)
        shuffled = [example(one.text, us=rng.random() < 0.5) for one in posts]
        context = suggest(counting("apple"), shuffled).context
        words += len(context.own) + len(context.other) if context else 0

    assert words / 20 < 2


def test_only_posts_that_the_queries_find_count_for_context() -> None:
    examples = homonyms(20, 20)
    examples += [example(f"pear tree {n}", us=False) for n in range(20)]

    found = suggest(counting("apple"), examples)

    assert (found.own, found.other, found.found_other) == (20, 40, 20)
    assert "tree" not in learnt(found)[1]


def test_the_context_in_force_does_not_hide_what_it_left_out() -> None:
    """Else each learning would forget what the last one learnt."""
    brand = counting("apple", own_words=("iphone",), other_words=OTHER)

    found = suggest(brand, homonyms(40, 30))

    assert found.found_other == 0
    assert learnt(found)[1] >= set(OTHER)


@pytest.mark.parametrize(
    ("query", "own", "other", "expected"),
    [
        (
            "당근",
            [
                "당근 거래 사기예요",
                "당근에서 거래했는데 연락이 없어요",
                "당근 거래 취소는요",
            ],
            [
                "당근 주스가 좋아요",
                "카레에 당근 넣었어요 주스도",
                "아이가 당근 주스를 마셔요",
            ],
            ("거래", "주스"),
        ),
        (
            "小米",
            ["小米手机死机了", "刚买的手机小米很卡", "小米的手机信号差"],
            ["小米粥养胃", "煮了南瓜小米，粥很香", "早上喝小米粥"],
            ("手机", "粥"),
        ),
        (
            "アップル",
            ["アップルの携帯が壊れた", "携帯はアップル", "アップル携帯は高い"],
            ["アップルパイを焼いた", "アップルとパイ", "パイはアップル"],
            ("携帯", "パイ"),
        ),
    ],
)
def test_words_are_learnt_where_no_space_or_a_particle_ends_them(
    query: str, own: list[str], other: list[str], expected: tuple[str, str]
) -> None:
    examples = [example(f"{text}{n}", us=True) for n in range(3) for text in own]
    examples += [example(f"{text}{n}", us=False) for n in range(3) for text in other]

    mine, theirs = learnt(suggest(counting(query), examples))

    assert expected[0] in mine
    # One Han character alone says too little to be suggested; what holds it does.
    assert any(expected[1] in word for word in theirs) or len(expected[1]) == 1


def test_names_that_the_queries_miss_are_found_with_what_they_gain() -> None:
    examples = homonyms(20, 20)
    examples += [example(f"#teamapple number {n}", us=True) for n in range(4)]
    examples += [example(f"my appel broke {n}", us=True) for n in range(3)]
    examples += [example("write to @apple_help, apple", us=True) for _ in range(8)]
    examples += [example(f"#fruit number {n}", us=n < 2) for n in range(6)]

    found = suggest(counting("apple"), examples)

    names = {name.query: name for name in found.names}
    assert {"#teamapple", "appel", "@apple_help"} <= names.keys()
    assert "#fruit" not in names
    assert (names["#teamapple"].gained_own, names["#teamapple"].gained_other) == (4, 0)
    assert names["appel"].gained_own == 3
    # It brings nothing new among these, but only posts about us hold it.
    assert (names["@apple_help"].own, names["@apple_help"].gained_own) == (8, 0)


def test_what_only_the_others_hold_is_suggested_to_be_left_out() -> None:
    examples = homonyms(20, 8)
    examples += [example(f"apple cake recipe {n} #baking", us=False) for n in range(8)]
    examples += [
        example(f"apple of the day {n}", us=False, author="fruitbot") for n in range(6)
    ]

    found = {word.query: word for word in suggest(counting("apple"), examples).exclude}

    assert {"#baking", '"apple cake"', "apple author:fruitbot"} <= found.keys()
    assert all(not word.own for word in found.values())
    assert len(found["apple author:fruitbot"].other) == 6


def test_nothing_that_a_post_about_us_holds_is_left_out() -> None:
    examples = homonyms(20, 8)
    examples += [example(f"apple news {n} #baking", us=False) for n in range(8)]
    examples += [example("apple iphone #baking", us=True)]

    found = suggest(counting("apple"), examples)

    assert "#baking" not in {word.query for word in found.exclude}


def test_the_same_marks_teach_the_same() -> None:
    examples = homonyms(30, 30)

    assert suggest(counting("apple"), examples) == suggest(counting("apple"), examples)


# -- words of a text ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Apple pie, PIE and #Pie", {"pie", "#pie"}),
        ("see https://a.example/orchard or me@mail.example now", set()),
        ("apple’s café", {"café"}),
        ("환불은 언제 받나요", {"환불", "언제", "받나"}),
        ("手机很卡", {"手机", "机很", "很卡", "手机很", "机很卡", "手机很卡"}),
        ("アップルパイを焼く", {"アップルパイ"}),
        ("@apple and @pear", {"@pear"}),
        ("24 a1 of it", set()),
    ],
)
def test_words_of_a_text(text: str, expected: set[str]) -> None:
    assert features(text, frozenset({"apple"})) == expected


def test_thai_words_are_not_cut_within_a_letter() -> None:
    found = features("น้ำส้มแม่")

    whole = ("น้ํา", "ส้", "ม", "แม่")  # what NFKC makes of the letters
    pieces = {
        "".join(whole[start : start + size])
        for size in (2, 3, 4)
        for start in range(len(whole) - size + 1)
    }
    assert found == pieces


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("환불은", "환불"),
        ("거래에서는", "거래"),
        ("주스를", "주스"),
        ("나는", "나는"),
        ("당근", "당근"),
    ],
)
def test_particles_are_taken_off_korean_words(word: str, stem: str) -> None:
    assert stem_of(word) == stem


def test_a_name_is_kept_with_its_neighbours() -> None:
    found = phrases(
        "Fresh apple pie and the apple tree; pineapple cake", frozenset({"apple"})
    )

    assert found == {'"fresh apple"', '"apple pie"', '"apple tree"'}


# -- chance -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ((3, 3, 0, 3), 1 / 20),
        ((5, 5, 0, 5), 1 / 252),
        ((0, 5, 0, 5), 1.0),
        ((4, 4, 0, 1_000), 4 * 3 * 2 / (1_004 * 1_003 * 1_002 * 1_001)),
        # A lady tasting tea: three of four right.
        ((3, 4, 1, 4), 17 / 70),
    ],
)
def test_the_exact_test_of_fisher(
    table: tuple[int, int, int, int], expected: float
) -> None:
    assert fisher(*table) == pytest.approx(expected, rel=1e-6)


def test_odds_point_to_the_side_that_holds_the_word_more_often() -> None:
    own = weigh("a", frozenset(range(8)), frozenset({1}), owns=10, others=10)
    other = weigh("a", frozenset({1}), frozenset(range(8)), owns=10, others=10)

    assert own.is_own
    assert not other.is_own
    assert own.log_odds == pytest.approx(-other.log_odds)
    assert own.p == pytest.approx(other.p)


def test_pieces_of_one_word_are_told_once() -> None:
    texts = frozenset({1, 2, 3})
    words = [
        weigh(query, frozenset(), texts, owns=9, others=9)
        for query in ("南瓜粥", "南瓜", "瓜粥", "recipes", "recipe", "cake")
    ]

    assert [word.query for word in different(words)] == ["南瓜粥", "recipes", "cake"]
