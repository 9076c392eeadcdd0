"""Every error code Slack documents for posting, and what becomes of the alert."""

from __future__ import annotations

import json

import pytest

from alerts.notifiers.slack import SlackNotifier, SlackSettings
from alerts.notifiers.slack_errors import REFUSED, REJECTED, UNKNOWN, WAIT, code_error
from monitor.core.errors import (
    DeliveryError,
    DeliveryRefused,
    DeliveryUnavailable,
    DeliveryUnknown,
    MessageRejected,
    Recovery,
)
from tests.alerts.notifiers.peers import HttpPeer, StoppedClock, message, reply

EXPECTED = {
    DeliveryRefused: (
        "invalid_auth",
        "not_authed",
        "account_inactive",
        "token_revoked",
        "token_expired",
        "not_allowed_token_type",
        "channel_not_found",
        "is_archived",
        "not_in_channel",
        "missing_scope",
        "restricted_action",
        "restricted_action_read_only_channel",
        "restricted_action_thread_locked",
        "no_permission",
        "ekm_access_denied",
        "org_login_required",
        "team_access_not_granted",
        "access_denied",
        "enterprise_is_restricted",
        "two_factor_setup_required",
        "message_not_found",
        "cant_update_message",
        "edit_window_closed",
        "unknown_method",
    ),
    MessageRejected: (
        "msg_too_long",
        "invalid_blocks",
        "invalid_blocks_format",
        "msg_blocks_too_long",
        "too_many_attachments",
        "no_text",
        "metadata_too_large",
    ),
    DeliveryUnknown: (
        "internal_error",
        "fatal_error",
        "service_unavailable",
        "request_timeout",
        "duplicate_message_not_found",
    ),
    DeliveryUnavailable: (
        "ratelimited",
        "rate_limited",
        "message_limit_exceeded",
        "a_code_of_next_year",
    ),
}
CODES = [(code, kind) for kind, codes in EXPECTED.items() for code in codes]


@pytest.mark.parametrize(("code", "kind"), CODES)
def test_each_code_leads_to_the_right_recovery(code, kind):
    """F14: parked, tried in plain words, looked for, or tried again."""
    error = code_error("support", code)

    assert type(error) is kind
    assert code in str(error)


@pytest.mark.parametrize("code", ["invalid_auth", "is_archived", "msg_too_long"])
def test_a_code_in_a_real_answer_comes_out_the_same(code):
    body = json.dumps({"ok": False, "error": code}).encode()
    with HttpPeer(reply(200, body)) as peer:
        settings = SlackSettings(token="xoxb-x", slack_channel="C1", base_url=peer.url)
        with pytest.raises(DeliveryError) as caught:
            SlackNotifier("s", settings, clock=StoppedClock()).send(message(), key="k")

    assert type(caught.value) is type(code_error("s", code))


def test_no_code_has_two_meanings():
    meanings = [set(REFUSED), set(REJECTED), set(UNKNOWN), set(WAIT)]

    assert sum(map(len, meanings)) == len(set().union(*meanings))


@pytest.mark.parametrize("code", REFUSED)
def test_every_refusal_says_what_to_do(code):
    error = code_error("support", code)

    assert error.recovery is Recovery.ATTENTION
    assert str(error).partition(code)[2].strip("): ")


def test_a_missing_scope_is_named():
    error = code_error("support", "missing_scope", needed="chat:write")

    assert "chat:write" in str(error)


def test_only_a_slow_down_stops_the_whole_receiver():
    assert code_error("s", "ratelimited").whole_receiver
    assert not code_error("s", "a_code_of_next_year").whole_receiver


@pytest.mark.parametrize("code", [None, 5, [], "x" * 5000, "a\nb", "<!channel>"])
def test_a_code_that_is_none_is_quoted_and_cut(code):
    error = code_error("support", code)

    assert isinstance(error, DeliveryUnavailable)
    assert len(str(error)) < 250
    assert "\n" not in str(error)
