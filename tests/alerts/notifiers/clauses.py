"""What every notifier promises. Each clause takes a case and asserts one promise.

test_hostile_notifiers.py breaks one promise at a time and checks that its clause
notices: a clause that nothing can fail proves nothing.
"""

from __future__ import annotations

import json
import logging
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol
from uuid import uuid4

import pytest

from alerts.base import Notifier, NotifierSettings
from monitor.core.errors import (
    DeliveryError,
    DeliveryRefused,
    DeliveryUnavailable,
    DeliveryUnknown,
)
from tests.alerts.notifiers.peers import HOSTILE, message

CANARY = "canary-7f3a"
KINDS = {
    "nobody there": DeliveryUnavailable,
    "slow down": DeliveryUnavailable,
    "answer lost": DeliveryUnknown,
    "answer never ends": DeliveryUnknown,
    "refused": DeliveryRefused,
}


class Case(Protocol):
    """One notifier with the other side of it.

    `settings` hold CANARY in every secret. `faults` are the names of KINDS that
    can happen to it; within `broken(fault)`, that is what happens to each call.
    """

    faults: tuple[str, ...]

    def make(self) -> Notifier: ...
    def settings(self) -> NotifierSettings: ...
    def arrived(self) -> list[str]:
        """Return what came out at the other side, one text a message."""

    def calls(self) -> int:
        """Return how often the other side was asked to take something."""

    def broken(self, fault: str) -> AbstractContextManager[Any]: ...


def new_key() -> str:
    return str(uuid4())


def it_says_what_it_is(case: Case) -> None:
    notifier = case.make()
    assert isinstance(notifier, Notifier)
    assert isinstance(notifier.kind, str)
    assert notifier.kind
    assert all(
        isinstance(flag, bool)
        for flag in (notifier.can_find, notifier.can_update, notifier.repeat_is_safe)
    )
    assert notifier.Settings.model_config["frozen"]
    assert notifier.Settings.model_config["extra"] == "forbid"
    assert all(field.description for field in notifier.Settings.model_fields.values())


def one_send_is_one_call_and_one_message(case: Case) -> None:
    """F40: the outbox is the only one that tries again."""
    case.make().send(message(), key=new_key())
    assert len(case.arrived()) == case.calls() == 1


def the_key_travels_along(case: Case) -> None:
    key = new_key()
    receipt = case.make().send(message(), key=key)
    assert key in case.arrived()[0] or key in json.dumps(dict(receipt))


def the_receipt_is_small_json(case: Case) -> None:
    receipt = case.make().send(message(), key=new_key())
    assert all(
        isinstance(part, str) for part in [*receipt.keys(), *receipt.values()]
    ), "a receipt holds texts only"
    assert receipt
    assert len(json.dumps(dict(receipt))) < 1000


def every_word_that_matters_arrives(case: Case) -> None:
    for plain in (False, True):
        case.make().send(message(quote="Nothing works."), key=new_key(), plain=plain)
        shown = case.arrived()[-1]
        assert "Unhappy about Acme" in shown
        assert "Nothing works." in shown
        assert "https://news.example/item?id=1" in shown


def hostile_words_are_delivered(case: Case) -> None:
    notifier = case.make()
    for words in HOSTILE.values():
        hostile = message(headline=words, quote=words, facts=((words, words),))
        notifier.send(hostile, key=new_key())
        notifier.send(hostile, key=new_key(), plain=True)
    assert len(case.arrived()) == 2 * len(HOSTILE)


def failures_are_named(case: Case) -> None:
    """F11 to F14: each kind leads to another way of going on."""
    for fault in case.faults:
        with case.broken(fault):
            error = _failure(case)
        assert isinstance(error, KINDS[fault]), f"{fault}: {error!r}"
        assert str(error).startswith("desk: "), "the receiver comes first"


def failures_say_what_to_do(case: Case) -> None:
    for fault in case.faults:
        with case.broken(fault):
            error = _failure(case)
        words = str(error).removeprefix("desk: ")
        assert words[:1].strip(), "an error says something"
        assert "\n" not in words
        assert len(words) < 500


def secrets_stay_secret(case: Case, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    shown = [repr(case.settings()), str(case.settings())]
    for fault in case.faults:
        with case.broken(fault):
            shown += _chain(_failure(case))
    case.make().send(message(), key=new_key())
    assert CANARY not in "\n".join([*shown, caplog.text])


def posts_stay_out_of_logs_and_errors(
    case: Case, caplog: pytest.LogCaptureFixture
) -> None:
    """They are other people's words; even a debug log is the wrong place."""
    caplog.set_level(logging.DEBUG)
    shown: list[str] = []
    for fault in case.faults:
        with case.broken(fault):
            shown += _chain(_failure(case))
    case.make().send(message(), key=new_key())
    assert "They cancelled my order" not in "\n".join([*shown, caplog.text])


def checking_disturbs_nobody(case: Case) -> None:
    case.make().check()
    assert case.arrived() == []


def what_was_sent_can_be_found_or_never(case: Case) -> None:
    """F13, F15: None is a proof of absence; who cannot look must say so."""
    notifier = case.make()
    since = datetime.now(UTC) - timedelta(seconds=1)
    key = new_key()
    receipt = notifier.send(message(), key=key)
    if not notifier.can_find:
        with pytest.raises(DeliveryRefused):
            notifier.find(key, since=since, under=None)
        return
    assert notifier.find(key, since=since, under=None) == receipt
    assert notifier.find(new_key(), since=since, under=None) is None


def updates_and_answers_belong_to_the_first(case: Case) -> None:
    notifier = case.make()
    first = notifier.send(message(), key=new_key())
    if notifier.can_update:
        notifier.send(message(headline="news"), key=new_key(), replacing=first)
    notifier.send(message(headline="an answer"), key=new_key(), under=first)
    assert any("an answer" in shown for shown in case.arrived())


def it_can_be_closed_twice(case: Case) -> None:
    notifier = case.make()
    notifier.send(message(), key=new_key())
    notifier.close()
    notifier.close()


CLAUSES = [
    it_says_what_it_is,
    one_send_is_one_call_and_one_message,
    the_key_travels_along,
    the_receipt_is_small_json,
    every_word_that_matters_arrives,
    hostile_words_are_delivered,
    failures_are_named,
    failures_say_what_to_do,
    secrets_stay_secret,
    posts_stay_out_of_logs_and_errors,
    checking_disturbs_nobody,
    what_was_sent_can_be_found_or_never,
    updates_and_answers_belong_to_the_first,
    it_can_be_closed_twice,
]
NEED_LOG = (secrets_stay_secret, posts_stay_out_of_logs_and_errors)


def _failure(case: Case) -> DeliveryError:
    with pytest.raises(DeliveryError) as caught:
        case.make().send(message(), key=new_key())
    return caught.value


def _chain(error: BaseException | None) -> list[str]:
    """Return everything an error shows of itself and of what caused it."""
    shown = []
    while error is not None:
        shown += [repr(error), str(error), repr(getattr(error, "__dict__", ""))]
        error = error.__cause__ or error.__context__
    return shown
