"""Notifiers that break one promise each; the clause for it has to notice."""

from __future__ import annotations

import logging
import urllib.request
from collections.abc import Callable
from typing import Any, ClassVar

import pytest
from pydantic import ConfigDict

from alerts.notifiers.slack import SlackNotifier, SlackSettings
from monitor.core.errors import (
    DeliveryError,
    DeliveryRefused,
    DeliveryUnavailable,
    DeliveryUnknown,
)
from tests.alerts.notifiers import clauses
from tests.alerts.notifiers.cases import SlackCase
from tests.alerts.notifiers.clauses import CLAUSES, NEED_LOG

log = logging.getLogger(__name__)


class PostsTwice(SlackNotifier):
    def send(self, message: Any, **more: Any) -> Any:
        super().send(message, **more)
        return super().send(message, **more)


class TriesAgain(SlackNotifier):
    """One message, two calls: a retry where nobody asked for one."""

    def send(self, message: Any, **more: Any) -> Any:
        super().check()
        return super().send(message, **more)


class LosesTheKey(SlackNotifier):
    def send(self, message: Any, *, key: str, **more: Any) -> Any:
        return super().send(message, key="always the same", **more)


class HandsOutAnObject(SlackNotifier):
    def send(self, message: Any, **more: Any) -> Any:
        return {**super().send(message, **more), "message": message}


class DropsTheQuote(SlackNotifier):
    def send(self, message: Any, **more: Any) -> Any:
        from dataclasses import replace

        return super().send(replace(message, quote=""), **more)


class ChokesOnUnicode(SlackNotifier):
    def send(self, message: Any, **more: Any) -> Any:
        message.quote.encode("utf-8")
        return super().send(message, **more)


class CallsItUnavailable(SlackNotifier):
    """Would send again what arrived already."""

    def send(self, message: Any, **more: Any) -> Any:
        try:
            return super().send(message, **more)
        except DeliveryUnknown as exc:
            raise DeliveryUnavailable("desk", "no answer") from exc


class CallsItRefused(SlackNotifier):
    """Would park what only had to wait."""

    def send(self, message: Any, **more: Any) -> Any:
        try:
            return super().send(message, **more)
        except DeliveryUnavailable as exc:
            raise DeliveryRefused("desk", "no") from exc


class SwallowsErrors(SlackNotifier):
    def send(self, message: Any, **more: Any) -> Any:
        try:
            return super().send(message, **more)
        except DeliveryError:
            return {"ts": "0"}


class LetsExceptionsThrough(SlackNotifier):
    def send(self, message: Any, **more: Any) -> Any:
        try:
            return super().send(message, **more)
        except DeliveryError as exc:
            raise ConnectionError("what the library raised") from exc


class WaitsForEver(SlackNotifier):
    """A time-out for each operation of the socket only, as urllib has it."""

    def send(self, message: Any, **more: Any) -> Any:
        try:
            return super().send(message, **more)
        except DeliveryUnknown:
            url = self._settings.base_url + "chat.postMessage"
            try:
                with urllib.request.urlopen(url, timeout=0.4, data=b"{}") as answer:
                    answer.read()
            except OSError as exc:
                raise DeliveryUnknown("desk", "no answer") from exc
            return {"ts": "0"}


class SaysNothing(SlackNotifier):
    def send(self, message: Any, **more: Any) -> Any:
        try:
            return super().send(message, **more)
        except DeliveryError as exc:
            raise type(exc)("desk", "") from None


class TellsTheToken(SlackNotifier):
    def send(self, message: Any, **more: Any) -> Any:
        try:
            return super().send(message, **more)
        except DeliveryError as exc:
            token = self._settings.token.get_secret_value()
            raise type(exc)("desk", "it failed") from ValueError(f"with {token}")


class LogsTheToken(SlackNotifier):
    def send(self, message: Any, **more: Any) -> Any:
        log.debug("sending with %s", self._settings.token.get_secret_value())
        return super().send(message, **more)


class LogsThePost(SlackNotifier):
    def send(self, message: Any, **more: Any) -> Any:
        log.debug("sending %s", message.quote)
        return super().send(message, **more)


class GreetsOnCheck(SlackNotifier):
    def check(self) -> None:
        from tests.alerts.notifiers.peers import message

        self.send(message(headline="hello"), key="hello")


class NeverFinds(SlackNotifier):
    def find(self, *_args: Any, **_more: Any) -> Any:
        return None


class FindsAnything(SlackNotifier):
    def find(self, key: str, **more: Any) -> Any:
        [first, *_] = self._messages("0", None)
        return {"channel": self._settings.slack_channel, "ts": first["ts"]}


class CannotFindButDoesNotSay(SlackNotifier):
    can_find: ClassVar[bool] = False

    def find(self, *_args: Any, **_more: Any) -> Any:
        return None


class IgnoresTheThread(SlackNotifier):
    def send(self, message: Any, *, under: Any = None, **more: Any) -> Any:
        return None if under is not None else super().send(message, **more)


class ClosesOnce(SlackNotifier):
    _closed = False

    def close(self) -> None:
        if self._closed:
            raise RuntimeError("closed already")
        self._closed = True


class LooseSettings(SlackSettings):
    model_config = ConfigDict(frozen=False, extra="allow")


class TakesAnySettings(SlackNotifier):
    Settings: ClassVar[Any] = LooseSettings


BROKEN: list[tuple[type, Callable[..., None]]] = [
    (TakesAnySettings, clauses.it_says_what_it_is),
    (PostsTwice, clauses.one_send_is_one_call_and_one_message),
    (TriesAgain, clauses.one_send_is_one_call_and_one_message),
    (LosesTheKey, clauses.the_key_travels_along),
    (HandsOutAnObject, clauses.the_receipt_is_small_json),
    (DropsTheQuote, clauses.every_word_that_matters_arrives),
    (ChokesOnUnicode, clauses.hostile_words_are_delivered),
    (CallsItUnavailable, clauses.failures_are_named),
    (CallsItRefused, clauses.failures_are_named),
    (SwallowsErrors, clauses.failures_are_named),
    (LetsExceptionsThrough, clauses.failures_are_named),
    (WaitsForEver, clauses.failures_are_named),
    (SaysNothing, clauses.failures_say_what_to_do),
    (TellsTheToken, clauses.secrets_stay_secret),
    (LogsTheToken, clauses.secrets_stay_secret),
    (LogsThePost, clauses.posts_stay_out_of_logs_and_errors),
    (GreetsOnCheck, clauses.checking_disturbs_nobody),
    (NeverFinds, clauses.what_was_sent_can_be_found_or_never),
    (FindsAnything, clauses.what_was_sent_can_be_found_or_never),
    (CannotFindButDoesNotSay, clauses.what_was_sent_can_be_found_or_never),
    (IgnoresTheThread, clauses.updates_and_answers_belong_to_the_first),
    (ClosesOnce, clauses.it_can_be_closed_twice),
]

# What a failing clause raises: an assertion, pytest's own, or the broken thing.
NOTICED = (
    AssertionError,
    pytest.fail.Exception,
    ConnectionError,
    RuntimeError,
    UnicodeError,
)


@pytest.mark.parametrize(("broken", "clause"), BROKEN, ids=lambda part: part.__name__)
def test_the_clause_notices(broken, clause, slack, caplog):
    case = SlackCase(slack, broken)
    try:
        with pytest.raises(NOTICED):
            clause(case, caplog) if clause in NEED_LOG else clause(case)
    finally:
        slack.workspace.token = "xoxb-demo"


def test_every_clause_has_somebody_who_breaks_it():
    assert {clause for _, clause in BROKEN} == set(CLAUSES)
