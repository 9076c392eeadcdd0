"""What belongs in one alert, and what is news in it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerts.grouping import alert_key, group_key, is_step, place
from monitor.core.model import AlertState, Reason, Severity
from tests.alerts.making import DAY, HOUR, MINUTE, NOW, finding, mention, open_alert

FOUND = (finding(),)


def placed(facts=None, findings=FOUND, known=None, open_by_author=None):
    return place(
        facts or mention(),
        findings,
        known=known,
        open_by_author=open_by_author,
        now=NOW,
    )


def test_the_first_finding_opens_an_alert_with_the_worst_severity():
    placement = placed(findings=(finding(severity=Severity.LOW), finding()))

    assert placement.reason is Reason.FIRST
    assert placement.alert_id is None
    assert placement.severity is Severity.HIGH
    assert placement.group_key == "author:x:77"


def test_deciding_the_same_post_again_gives_the_same_key():
    """After a crash the same post is decided again; the key finds what was written."""
    again = mention(rev=9, text="other words", mention_id=44, author_handle="renamed")

    assert placed(again).key == placed().key == alert_key(mention())


@pytest.mark.parametrize(
    "other", [{"brand": "Rival"}, {"source": "reddit"}, {"external_id": "2"}]
)
def test_another_brand_network_or_post_has_another_key(other):
    assert alert_key(mention(**other)) != alert_key(mention())


def test_a_mention_that_meets_no_rule_needs_no_alert():
    placement = placed(findings=(), open_by_author=open_alert())

    assert placement.reason is Reason.NOTHING_NEW
    assert placement.alert_id is None


def test_more_by_the_same_author_joins_the_open_alert():
    placement = placed(open_by_author=open_alert())

    assert placement.reason is Reason.MORE
    assert placement.alert_id == 5
    assert placement.key == "alert-5"
    assert placement.severity is Severity.HIGH


def test_joining_never_lowers_the_severity_of_an_alert():
    alert = open_alert(severity=Severity.CRITICAL)

    assert placed(open_by_author=alert).severity is Severity.CRITICAL


@pytest.mark.parametrize(
    "alert",
    [
        open_alert(last_at=NOW - DAY),
        open_alert(state=AlertState.CLOSED),
        open_alert(state=AlertState.MUTED),
        open_alert(group_key="author:x:78"),
    ],
    ids=["too old", "closed", "muted", "somebody else's"],
)
def test_an_alert_that_is_over_muted_or_not_theirs_takes_nothing_in(alert):
    assert placed(open_by_author=alert).reason is Reason.FIRST


def test_what_counts_is_the_time_since_the_latest_news_of_the_alert():
    alert = open_alert(opened_at=NOW - 30 * DAY, last_at=NOW - DAY + MINUTE)

    assert placed(open_by_author=alert).reason is Reason.MORE


def test_the_shortest_grouping_time_of_the_rules_holds():
    findings = (finding(), finding(rule="each", group_within=timedelta(0)))
    just_now = open_alert(last_at=NOW)

    assert placed(findings=findings, open_by_author=just_now).reason is Reason.FIRST


@pytest.mark.parametrize("author", ["", " ", "[deleted]", "Anonymous"])
def test_posts_of_nobody_in_particular_are_not_grouped(author):
    facts = mention(author_external_id=author)

    assert group_key(facts) == "post:x:1590000000000000001"


def test_a_key_keeps_apart_where_its_parts_meet():
    one = mention(brand="Acme", source="xy", external_id="z")
    other = mention(brand="Acme", source="x", external_id="yz")

    assert alert_key(one) != alert_key(other)


@given(st.text(), st.text(min_size=1), st.text(), st.text(min_size=1))
def test_different_posts_never_share_a_key(source, post, other_source, other_post):
    """Also not if a part of one looks like the separator of the other."""
    one = mention(source=source, external_id=post)
    other = mention(source=other_source, external_id=other_post)

    same = (source, post) == (other_source, other_post)
    assert (alert_key(one) == alert_key(other)) is same


# Edits: the mention is in an alert already. (F24)


def test_an_edit_for_the_worse_is_worse():
    """F24: positive to negative, or angry to furious, is news for the thread."""
    placement = placed(mention(rev=2), known=open_alert(seen_rev=1))

    assert placement.reason is Reason.WORSE
    assert placement.alert_id == 5
    assert placement.severity is Severity.HIGH


def test_an_edit_of_the_same_severity_is_a_change():
    known = open_alert(seen_rev=1, severity=Severity.HIGH)

    placement = placed(mention(rev=2), known=known)

    assert placement.reason is Reason.CHANGED
    assert placement.key == "alert-5"


def test_the_same_revision_again_is_nothing_new():
    known = open_alert(seen_rev=2, severity=Severity.HIGH)

    assert placed(mention(rev=2), known=known).reason is Reason.NOTHING_NEW


def test_a_new_score_of_the_same_text_may_make_it_worse():
    assert placed(mention(rev=2), known=open_alert(seen_rev=2)).reason is Reason.WORSE


def test_an_alert_whose_revision_is_not_known_takes_every_look_as_a_change():
    known = open_alert(seen_rev=None, severity=Severity.HIGH)

    assert placed(known=known).reason is Reason.CHANGED


def test_the_alert_of_the_mention_itself_wins_over_another_of_its_author():
    other = open_alert(id=6, key="alert-6")

    assert placed(known=open_alert(seen_rev=1), open_by_author=other).alert_id == 5


def test_an_edit_that_meets_no_rule_any_more_resolves_and_closes_the_alert():
    """F24: negative to positive."""
    placement = placed(mention(rev=2), (), known=open_alert(seen_rev=1))

    assert placement.reason is Reason.RESOLVED
    assert placement.closes
    assert placement.severity is Severity.MEDIUM


def test_an_alert_with_other_mentions_stays_open_when_one_is_resolved():
    known = open_alert(seen_rev=1, mention_count=2)

    placement = placed(mention(rev=2), (), known=known)

    assert placement.reason is Reason.RESOLVED
    assert not placement.closes


def test_what_is_resolved_is_not_resolved_again():
    known = open_alert(seen_rev=2, resolved=True, mention_count=0)

    placement = placed(mention(rev=3), (), known=known)

    assert placement.reason is Reason.NOTHING_NEW
    assert not placement.closes


def test_a_post_removed_after_it_was_resolved_is_news_once():
    """F25: its text has to leave the message."""
    known = open_alert(seen_rev=2, resolved=True, mention_count=0)

    gone = placed(mention(rev=3, deleted=True), (), known=known)
    again = placed(mention(rev=2, deleted=True), (), known=known)

    assert gone.reason is Reason.RESOLVED
    assert gone.closes
    assert again.reason is Reason.NOTHING_NEW


def test_a_removed_post_resolves_its_alert():
    """F25."""
    known = open_alert(seen_rev=1)

    assert placed(mention(rev=2, deleted=True), (), known=known).closes


@pytest.mark.parametrize(
    ("severity", "reason"),
    [(Severity.MEDIUM, Reason.WORSE), (Severity.HIGH, Reason.CHANGED)],
)
def test_an_edit_back_to_angry_opens_the_closed_alert_again(severity, reason):
    known = open_alert(
        seen_rev=2, resolved=True, state=AlertState.CLOSED, severity=severity
    )

    placement = placed(mention(rev=3), known=known)

    assert placement.reason is reason
    assert placement.reopens


def test_an_open_alert_is_not_opened_again():
    assert not placed(mention(rev=2), known=open_alert(seen_rev=1)).reopens


def test_nothing_new_opens_nothing_again():
    known = open_alert(seen_rev=1, state=AlertState.CLOSED, severity=Severity.HIGH)

    placement = placed(known=known)

    assert placement.reason is Reason.NOTHING_NEW
    assert not placement.reopens


def test_a_clock_that_was_set_back_does_not_split_a_group():
    """F30."""
    assert placed(open_by_author=open_alert(last_at=NOW + HOUR)).reason is Reason.MORE


def beside_copies(alert, findings=FOUND, **more):
    return place(
        mention(),
        findings,
        known=None,
        open_by_author=more.get("open_by_author"),
        open_by_copy=alert,
        now=NOW,
    )


def test_a_copy_joins_the_alert_of_its_group_before_that_of_its_author():
    group = open_alert(id=9, key="alert-9", group_key="author:x:1")
    placement = beside_copies(
        open_alert(id=9, key="alert-9", group_key="author:x:1"),
        (finding(severity=Severity.MEDIUM),),
        open_by_author=open_alert(),
    )

    assert (placement.alert_id, placement.key) == (9, "alert-9")
    assert placement.group_key == group.group_key
    assert placement.reason is Reason.MORE
    assert placement.is_copy


@pytest.mark.parametrize(
    "louder", [finding(severity=Severity.CRITICAL), finding(vip=True)]
)
def test_a_copy_that_is_worse_or_by_a_vip_is_news_like_any_other(louder):
    assert not beside_copies(open_alert(), (louder,)).is_copy


@pytest.mark.parametrize(
    "changes", [{"state": AlertState.MUTED}, {"last_at": NOW - 2 * DAY}]
)
def test_a_copy_opens_an_alert_if_that_of_its_group_takes_nothing_in(changes):
    assert beside_copies(open_alert(**changes)).reason is Reason.FIRST


def test_copies_are_worth_a_word_in_ever_larger_steps():
    steps = [n for n in range(1, 11_000) if is_step(n)]

    assert steps == [5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000]
