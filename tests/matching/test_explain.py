"""What `match --explain` says."""

from __future__ import annotations

from monitor.core.model import Author
from monitor.matching import BrandQueries, Explainer, Matcher
from monitor.matching.explain import drawn
from monitor.matching.look import Nothing


def explained(query: str, text: str, **more) -> list[str]:
    brand = BrandQueries(brand="Acme", queries=(query,), **more)
    (one,) = Explainer([brand], exclude=["giveaway"]).explain("", text)
    return list(drawn(one, text))


def test_the_tree_shows_what_held_and_where() -> None:
    assert explained(
        "(acme OR acme~1) NEAR/3 refund NOT hiring", "my refund from Amce"
    ) == [
        "Acme: matches · (acme OR acme~1) NEAR/3 refund NOT hiring",
        "  ✓ AND",
        "  ├ ✓ NEAR/3  'refund from Amce' at 3",
        "  │ ├ ✓ OR",
        "  │ │ ├ ✗ acme",
        "  │ │ └ ✓ acme~1  'Amce' at 15",
        "  │ └ ✓ refund  'refund' at 3",
        "  └ ✓ NOT",
        "    └ ✗ hiring",
    ]


def test_what_left_a_post_out_is_named() -> None:
    assert explained("acme", "an acme giveaway") == [
        "Acme: does not match · acme",
        "  ✓ acme  'acme' at 3",
        "  left out, because this holds:",
        "    ✓ giveaway  'giveaway' at 8",
    ]
    context = {"own_words": ("flight",), "other_words": ("anvil", "rocket")}
    assert explained("acme", "acme rocket", **context)[2:] == [
        "  left out, because this holds:",
        "    ✓ AND",
        "    ├ ✓ OR",
        "    │ ├ ✗ anvil",
        "    │ └ ✓ rocket  'rocket' at 5",
        "    └ ✓ NOT",
        "      └ ✗ flight",
    ]
    assert explained("acme", "acme rocket flight", **context)[0].startswith(
        "Acme: matches"
    )


def test_many_places_are_counted_and_signs_named() -> None:
    lines = explained('count("acme air")>=2 $acme* has:link', "acme air, " * 7)

    assert lines[2] == "  ├ ✓ count( )>=2"
    assert lines[3].startswith(
        "  │ └ ✓ \"acme air\"  'acme air' at 0, 'acme air' at 10"
    )
    assert lines[3].endswith("and 2 more")
    assert lines[4:] == ["  ├ ✗ $acme*", "  └ ✗ has:link"]


def test_it_answers_as_the_matcher_does() -> None:
    post = Nothing(author=Author(external_id="1", handle="jane"), rating=2.0)
    for query in ("acme author:@Jane rating:<3", "acme NOT author:jane"):
        brands = [BrandQueries(brand="b", queries=(query,), disguised=True)]
        for text in ("acme", "a c m e", "hiring at acme"):
            (one,) = Explainer(brands, exclude=["hiring"]).explain("", text, post)
            matcher = Matcher(brands, exclude=["hiring"])
            assert one.matches is bool(matcher.match("", text, post))
