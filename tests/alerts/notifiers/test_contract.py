"""Every built-in notifier keeps every promise of the contract."""

from __future__ import annotations

import pytest

from alerts.registry import BUILTIN
from tests.alerts.notifiers.cases import ConsoleCase, EmailCase, SlackCase, WebhookCase
from tests.alerts.notifiers.clauses import CLAUSES, NEED_LOG
from tests.alerts.notifiers.peers import HttpPeer, SmtpPeer


@pytest.fixture
def slack_case(slack):
    yield SlackCase(slack)
    slack.workspace.token = "xoxb-demo"


@pytest.fixture
def webhook_case():
    with HttpPeer() as peer:
        yield WebhookCase(peer)


@pytest.fixture
def email_case():
    with SmtpPeer() as peer:
        yield EmailCase(peer)


@pytest.fixture
def console_case(monkeypatch):
    return ConsoleCase(lambda out: monkeypatch.setattr("sys.stdout", out))


CASES = {
    "slack": "slack_case",
    "webhook": "webhook_case",
    "email": "email_case",
    "console": "console_case",
}


@pytest.mark.parametrize("clause", CLAUSES, ids=lambda clause: clause.__name__)
@pytest.mark.parametrize("kind", CASES)
def test_the_contract_is_kept(kind, clause, request, caplog):
    case = request.getfixturevalue(CASES[kind])

    clause(case, caplog) if clause in NEED_LOG else clause(case)


def test_no_built_in_notifier_is_left_out():
    assert CASES.keys() == BUILTIN.keys()
