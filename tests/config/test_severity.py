"""`severity:` in the configuration: every weight, and what is refused."""

from __future__ import annotations

import pytest

from config.severity import SeverityConfig
from monitor.core.model import Severity
from monitor.core.weights import DEFAULT, NAMES


def with_severity(least: str, text: str) -> str:
    return least + f"severity: {text}\n"


def test_without_a_section_the_weights_are_the_programs(accept, least):
    assert accept(least).severity.weights == DEFAULT


def test_every_weight_can_be_written(accept, least):
    config = accept(
        with_severity(least, "{waited_week: 2, sarcasm: -1, legal_least: high}")
    )

    weights = config.severity.weights

    assert (weights.waited_week, weights.sarcasm) == (2.0, -1.0)
    assert weights.legal_least is Severity.HIGH
    assert tuple(SeverityConfig.model_fields) == NAMES


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{safty: 1}", "severity.safty: unknown key 'safty'; did you mean 'safety'?"),
        ("{churn: -1}", "severity.churn: must be at least 0, not -1"),
        ("{churn: 21}", "severity.churn: must be at most 20, not 21"),
        ("{churn: much}", "severity.churn: must be a number, not 'much'"),
        ("{churn: true}", "severity.churn: must be a number, not true"),
        ("{sarcasm: 1}", "severity.sarcasm: must be at most 0, not 1"),
        ("{low_from: 0}", "severity.low_from: must be more than 0, not 0"),
        ("{legal_least: 3}", "severity.legal_least: unknown severity 3; known: none"),
        (
            "{high_from: 2}",
            "severity: medium_from (3) must be less than high_from (2)",
        ),
        (
            "{critical_from: 5}",
            "severity: high_from (5) must be less than critical_from (5)",
        ),
    ],
)
def test_what_makes_no_sense_is_refused(refuse, least, text, message):
    [found] = refuse(with_severity(least, text))

    assert message in found
