"""Which mentions deserve an alert, and why."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerts.facts import RuleFacts, WhenFacts
from alerts.rules import evaluate, is_named, reasons
from alerts.words import LANGUAGES
from monitor.core.model import Label, Severity
from tests.alerts.making import mention

NOBODY = frozenset()
UNREAD = {
    "label": Label.UNREADABLE,
    "score": None,
    "p_negative": None,
    "severity": Severity.CRITICAL,
}


def rule(name="unhappy", receivers=("support",), **when):
    return RuleFacts(name=name, when=WhenFacts(**when), receivers=receivers)


def meets(facts, vips=NOBODY, **when):
    return bool(evaluate((rule(**when),), facts, vips=frozenset(vips)))


def test_a_rule_without_a_condition_lets_nothing_through():
    assert not meets(mention())


def test_any_lets_every_mention_through_even_what_nobody_scored():
    assert meets(mention(label=None, score=None, severity=Severity.NONE), any=True)


@pytest.mark.parametrize(
    ("when", "changes"),
    [
        ({"label": Label.NEGATIVE}, {"label": Label.POSITIVE}),
        ({"min_severity": Severity.HIGH}, {"severity": Severity.MEDIUM}),
        ({"max_rating": 2}, {"rating": 3}),
        ({"brands": ("ACME",)}, {"brand": "Rival"}),
        ({"sources": ("X",)}, {"source": "reddit"}),
        ({"languages": ("EN",)}, {"lang": "ko"}),
        ({"languages": ("EN",)}, {"lang": "enm"}),
        ({"intents": ("Refund",)}, {"intents": ("praise",)}),
        ({"min_complaint": 0.8}, {"complaint": 0.79}),
        ({"min_intensity": 0.7}, {"intensity": 0.69}),
        ({"flags": ("urgent", "self_harm")}, {"flags": ("sarcasm",)}),
        ({"vip": True}, {"author_handle": "john", "author_external_id": "78"}),
    ],
)
def test_each_condition_alone_lets_through_what_it_says_and_stops_the_rest(
    when, changes
):
    facts = mention(rating=2, intensity=0.7, flags=("sarcasm", "self_harm"))

    assert meets(facts, vips={"jane"}, **when)
    assert not meets(replace(facts, **changes), vips={"jane"}, **when)


@given(st.sets(st.sampled_from(["label", "severity", "brand", "source", "language"])))
def test_all_conditions_of_a_rule_must_hold(broken):
    """One that fails is enough to stop the rule, whatever the others say."""
    facts = mention(
        label=Label.NEUTRAL if "label" in broken else Label.NEGATIVE,
        severity=Severity.LOW if "severity" in broken else Severity.HIGH,
        brand="Rival" if "brand" in broken else "Acme",
        source="reddit" if "source" in broken else "x",
        lang="ko" if "language" in broken else "en-GB",
    )

    met = meets(
        facts,
        label=Label.NEGATIVE,
        min_severity=Severity.MEDIUM,
        brands=("Acme", "Other"),
        sources=("x",),
        languages=("en",),
    )

    assert met == (not broken)


@pytest.mark.parametrize("label", [Label.UNREADABLE, None])
def test_a_text_that_nothing_read_meets_no_condition_on_sentiment(label):
    facts = mention(**{**UNREAD, "label": label})

    assert not meets(facts, label=Label.NEGATIVE)
    assert not meets(facts, min_severity=Severity.LOW)
    assert not meets(facts, min_severity=Severity.NONE)


def test_a_text_that_nothing_could_read_still_meets_every_other_condition():
    facts = mention(**UNREAD, rating=1)

    assert meets(facts, any=True)
    assert meets(facts, max_rating=1)
    assert meets(facts, sources=("x",), languages=("en",), brands=("acme",))
    assert meets(facts, vip=True, vips={"@Jane"})
    assert meets(facts, label=Label.UNREADABLE)


@pytest.mark.parametrize("state", ["deleted", "removed"])
def test_a_post_that_is_gone_meets_nothing(state):
    assert not meets(mention(**{state: True}), any=True)


@pytest.mark.parametrize(
    ("rating", "scale", "limit", "met"),
    [
        (2, 5, 2, True),
        (2.5, 5, 2, False),
        (4, 10, 2, True),
        (5, 10, 2, False),
        (1, 1, 4, False),
        (50, 100, 2.5, True),
        (None, 5, 5, False),
        (1, 0, 5, False),
        (float("nan"), 5, 5, False),
        (float("-inf"), 5, 5, False),
    ],
)
def test_ratings_are_compared_in_stars_of_five(rating, scale, limit, met):
    assert meets(mention(rating=rating, rating_scale=scale), max_rating=limit) is met


@pytest.mark.parametrize(
    "listed", ["jane", "@jane", "JANE", " Jane ", "x:jane", "X:@Jane", "77", "x:77"]
)
def test_a_vip_is_recognised_however_they_are_listed(listed):
    found = evaluate((rule(any=True),), mention(), vips=frozenset({listed}))

    assert found[0].vip


@pytest.mark.parametrize(
    "listed", ["reddit:jane", "jan", "jane doe", "", "@", "x:", ":"]
)
def test_nobody_else_is_a_vip(listed):
    assert not is_named(mention(), frozenset({listed}))


def test_an_author_that_is_not_known_is_never_a_vip():
    facts = mention(author_handle="", author_external_id="", author_name="")

    assert not is_named(facts, frozenset({"", "@", "x:", "jane"}))


def test_ids_with_colons_compare_whole():
    facts = mention(
        source="bluesky", author_external_id="did:plc:abc", author_handle=""
    )

    assert is_named(facts, frozenset({"did:plc:abc"}))
    assert not is_named(facts, frozenset({"did:plc:ab"}))


def test_findings_come_in_the_order_of_the_rules_and_carry_them_on():
    quiet = replace(rule("b", ("ops", "support"), any=True), quiet=False)
    rules = (quiet, rule("none", label=Label.POSITIVE), rule("a", vip=True))

    found = evaluate(rules, mention(), vips=frozenset({"jane"}))

    assert [each.rule for each in found] == ["b", "a"]
    assert found[0].receivers == ("ops", "support")
    assert found[0].severity is Severity.HIGH
    assert found[0].group_within == quiet.group_within
    assert not found[0].quiet


def test_why_says_concretely_what_held():
    rules = (
        rule(
            label=Label.NEGATIVE,
            min_severity=Severity.LOW,
            max_rating=2,
            vip=True,
            intents=("refund", "answer"),
            min_complaint=0.5,
        ),
        rule("here", brands=("acme",), sources=("x",), languages=("en",)),
        rule("all", any=True),
    )

    found = evaluate(rules, mention(rating=1), vips=frozenset({"jane"}))

    assert found[0].why == (
        "negative, score -0.62, certainty 91 %",
        "severity high",
        "complaint 80 %",
        "asks for: refund",
        "rated 1 of 5 stars",
        "VIP author",
    )
    assert found[1].why == ("about Acme", "on X", "written in en")
    assert found[2].why == ("any mention",)


@pytest.mark.parametrize("label", list(Label))
def test_a_flag_is_met_whatever_the_label(label):
    facts = mention(**UNREAD) if label is Label.UNREADABLE else mention(label=label)
    facts = replace(facts, flags=("vulnerable",))

    [found] = evaluate((rule(flags=("vulnerable",)),), facts, vips=NOBODY)

    assert found.needs_person
    assert found.why == ("flagged: vulnerable person",)


def test_why_names_the_flags_that_were_asked_for_and_how_upset_the_writer_is():
    facts = mention(flags=("urgent", "self_harm", "sarcasm"), intensity=0.756)
    asked = rule(flags=("sarcasm", "self_harm"), min_intensity=0.5)

    [found] = evaluate((asked,), facts, vips=NOBODY)

    assert found.why == ("upset 76 %", "flagged: possible self-harm, sarcasm")
    [german] = evaluate((asked,), facts, vips=NOBODY, language="de")
    assert german.why[1] == "Hinweis: mögliche Selbstgefährdung, Sarkasmus"
    [other] = evaluate((rule(any=True),), mention(flags=("urgent",)), vips=NOBODY)
    assert not other.needs_person


def test_why_leaves_out_numbers_that_are_not_known():
    facts = mention(label=Label.POSITIVE, score=None, p_negative=0.1)

    found = evaluate((rule(label=Label.POSITIVE),), facts, vips=NOBODY)

    assert found[0].why == ("positive",)


def test_certainty_is_said_of_the_negative_only():
    facts = mention(label=Label.NEGATIVE, score=None, p_negative=None)

    found = evaluate((rule(label=Label.NEGATIVE),), facts, vips=NOBODY)

    assert found[0].why == ("negative",)


def test_reasons_name_the_rule_first():
    found = evaluate(
        (rule(any=True), rule("vip", vip=True)), mention(), vips=frozenset({"jane"})
    )

    assert reasons(found) == ("unhappy: any mention", "vip: VIP author")


@pytest.mark.parametrize("language", LANGUAGES)
def test_why_is_said_in_the_language_of_the_team(language):
    said = evaluate(
        (rule(vip=True),),
        mention(author_handle="jane"),
        vips=frozenset({"jane"}),
        language=language,
    )
    english = evaluate((rule(vip=True),), mention(), vips=frozenset({"jane"}))

    assert (said == english) is (language == "en")
