"""Who hears of an alert."""

from __future__ import annotations

from alerts.routing import receivers
from tests.alerts.making import finding


def test_each_receiver_hears_once_in_the_order_of_the_rules():
    findings = (
        finding(receivers=("support", "ops")),
        finding(receivers=("boss", "support")),
    )

    route = receivers(findings, ["boss", "ops", "support", "other"])

    assert route.receivers == ("support", "ops", "boss")
    assert route.unknown == ()


def test_receivers_that_do_not_exist_are_left_out_and_reported_once():
    findings = (finding(receivers=("suport", "ops")), finding(receivers=("suport",)))

    route = receivers(findings, ("ops",))

    assert route.receivers == ("ops",)
    assert route.unknown == ("suport",)


def test_nobody_hears_of_nothing():
    assert receivers((), ("ops",)).receivers == ()
