"""Carries slack_sdk's calls: one attempt, one deadline, every outcome named.

slack_sdk's own wire follows redirects with the token, bounds single socket
operations only, takes the environment's proxy for loopback addresses too, and
lets half a dozen kinds of exceptions through. `api_call` is its public seam:
everything WebClient builds goes through it, so it is replaced here.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from slack_sdk import WebClient
from slack_sdk.web import SlackResponse

from alerts.notifiers.slack_errors import client_error, code_error, status_error
from alerts.notifiers.wire import (
    Deadline,
    MaybeSent,
    NotSent,
    Reply,
    Wire,
    retry_after,
)
from monitor.core.clock import Clock
from monitor.core.errors import DeliveryUnavailable, DeliveryUnknown

# slack_sdk writes whole messages, and the proxy's password, at DEBUG.
_quiet = logging.getLogger(f"{__name__}.sdk")
_quiet.setLevel(logging.CRITICAL)


class SlackTransport(WebClient):
    """A WebClient for one delivery. Raises DeliveryErrors and nothing else.

    `refusal` is the last error code Slack answered with.
    """

    def __init__(
        self, receiver: str, *, token: str, base_url: str, wire: Wire, clock: Clock
    ) -> None:
        super().__init__(
            token=token, base_url=base_url, retry_handlers=[], logger=_quiet
        )
        self._receiver = receiver
        self._wire = wire
        self._clock = clock
        self.deadline = Deadline(0)
        self.refusal = ""

    def api_call(  # noqa: PLR0913  # slack_sdk's own signature
        self,
        api_method: str,
        *,
        http_verb: str = "POST",
        files: dict[str, Any] | None = None,
        data: dict[str, Any] | None = None,
        params: dict[str, Any] | None = None,
        json: dict[str, Any] | None = None,
        headers: dict[str, str] | None = None,
        auth: dict[str, str] | None = None,
    ) -> SlackResponse:
        """Make one call of the Web API; it takes JSON and form fields."""
        if files or auth:
            raise NotImplementedError("only calls with a token and without files")
        content_type, body = _encode(json, {**(params or {}), **(data or {})})
        given = {
            "Authorization": f"Bearer {self.token}",
            "Content-Type": content_type,
            "User-Agent": self.headers["User-Agent"],
            **(headers or {}),
        }
        reply = self._post(self.base_url + api_method, body, given)
        return SlackResponse(
            client=self,
            http_verb=http_verb,
            api_url=self.base_url + api_method,
            req_args={},
            data=self._answer(reply),
            headers=dict(reply.headers),
            status_code=reply.status,
        )

    def _post(self, url: str, body: bytes, headers: Mapping[str, str]) -> Reply:
        try:
            return self._wire.post(
                url, body=body, headers=headers, deadline=self.deadline
            )
        except NotSent as exc:
            raise DeliveryUnavailable(
                self._receiver,
                f"Slack cannot be reached at {self.base_url!r} ({exc}); "
                "check the network, the proxy and `base_url`",
            ) from exc
        except MaybeSent as exc:
            raise DeliveryUnknown(
                self._receiver, f"Slack gave no whole answer ({exc})"
            ) from exc

    def _answer(self, reply: Reply) -> dict[str, Any]:
        """Return the answer of a call that was carried out; raise what went wrong."""
        failure = status_error(self._receiver, reply, now=self._clock.now())
        if failure is not None:
            raise failure
        answer = _decode(reply.body)
        if isinstance(answer, dict) and answer.get("ok") is False:
            self.refusal = str(answer.get("error"))
            raise code_error(
                self._receiver,
                answer.get("error"),
                needed=answer.get("needed", ""),
                wait=retry_after(reply.headers, now=self._clock.now()),
            )
        if reply.status >= 400:
            raise client_error(self._receiver, reply.status)
        if not isinstance(answer, dict) or answer.get("ok") is not True:
            raise DeliveryUnknown(
                self._receiver,
                f"the answer (HTTP {reply.status}) is not one of Slack's; "
                "check `base_url`, and whether this network asks to sign in",
            )
        return answer


def _encode(
    json_body: dict[str, Any] | None, fields: dict[str, Any]
) -> tuple[str, bytes]:
    if json_body is not None:
        return "application/json;charset=utf-8", json.dumps(json_body).encode("ascii")
    flat = {
        name: int(value) if isinstance(value, bool) else value
        for name, value in fields.items()
        if value is not None
    }
    return "application/x-www-form-urlencoded", urlencode(flat).encode("ascii")


def _decode(body: bytes) -> object:
    """Return the JSON of a body, or None if there is none."""
    try:
        answer: object = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return answer
