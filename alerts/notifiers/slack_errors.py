"""What Slack's refusals mean: may it have been posted, does waiting help, what to do.

Codes: https://docs.slack.dev/reference/methods/chat.postMessage#errors. An answer
with `ok: false` says that the call was not carried out; Slack names the exceptions
itself ("some aspect of the operation may have succeeded"), and only these are of
unknown outcome. A code that is not listed here therefore means: not posted, and
nobody knows for how long. It is tried again, within the limits of the outbox, and
shown with its name; parking an alert at once for a word that Slack invented last
week would be the worse mistake.
"""

from __future__ import annotations

import re
from datetime import datetime

from alerts.notifiers.wire import Reply, retry_after
from monitor.core.errors import (
    DeliveryError,
    DeliveryRefused,
    DeliveryUnavailable,
    DeliveryUnknown,
    MessageRejected,
)

_LOGIN = (
    "install the app again, copy the bot token (xoxb-…) from its page "
    "'OAuth & Permissions' and put it into the setting `token`"
)
_INVITE = "invite the app to the channel (/invite @Overheard) and check `slack_channel`"
_ADMIN = "ask an administrator of the workspace to let the app post there"
_GONE = "the message it belongs to is gone or closed; nothing can be changed there"

REFUSED: dict[str, str] = {
    "access_denied": _ADMIN,
    "accesslimited": _ADMIN,
    "account_inactive": _LOGIN,
    "app_access_restricted": _ADMIN,
    "as_user_not_supported": "use a bot token (xoxb-…)",
    "cannot_reply_to_message": _GONE,
    "cant_update_message": _GONE,
    "channel_not_found": _INVITE,
    "channel_type_not_supported": "choose another channel in `slack_channel`",
    "deprecated_endpoint": "update Overheard",
    "edit_window_closed": _GONE,
    "ekm_access_denied": _ADMIN,
    "enterprise_is_restricted": _ADMIN,
    "invalid_arg_name": "update Overheard, or check `base_url`",
    "invalid_arguments": "update Overheard, or check `slack_channel`",
    "invalid_auth": _LOGIN,
    "invalid_metadata_format": "update Overheard",
    "invalid_metadata_schema": "update Overheard",
    "is_archived": "unarchive the channel, or choose another one in `slack_channel`",
    "is_inactive": _GONE,
    "message_not_found": _GONE,
    "messages_tab_disabled": "allow messages on the app's page 'App Home'",
    "metadata_must_be_sent_from_app": "use a bot token (xoxb-…)",
    "method_deprecated": "update Overheard",
    "missing_scope": "add the scopes of config/slack_manifest.yaml, install again",
    "no_permission": _ADMIN,
    "not_allowed_token_type": "use a bot token (xoxb-…)",
    "not_authed": _LOGIN,
    "not_in_channel": _INVITE,
    "org_login_required": _ADMIN,
    "restricted_action": _ADMIN,
    "restricted_action_non_threadable_channel": _ADMIN,
    "restricted_action_read_only_channel": _ADMIN,
    "restricted_action_thread_locked": _GONE,
    "restricted_action_thread_only_channel": _ADMIN,
    "team_access_not_granted": _ADMIN,
    "team_not_found": _LOGIN,
    "thread_not_found": _GONE,
    "token_expired": _LOGIN,
    "token_revoked": _LOGIN,
    "two_factor_setup_required": _ADMIN,
    "unknown_method": "check `base_url`: there is no Slack Web API",
}
REJECTED = frozenset(
    {
        "invalid_blocks",
        "invalid_blocks_format",
        "markdown_text_conflict",
        "metadata_too_large",
        "msg_blocks_too_long",
        "msg_too_long",
        "no_text",
        "too_many_attachments",
    }
)
UNKNOWN = frozenset(
    {
        # Slack has seen the id of this very message before.
        "duplicate_channel_not_found",
        "duplicate_message_not_found",
        "fatal_error",
        "internal_error",
        "request_timeout",
        "service_unavailable",
    }
)
WAIT = frozenset({"ratelimited", "rate_limited", "message_limit_exceeded"})

_CODE = re.compile(r"[a-z0-9_:.,\-]{1,120}", re.IGNORECASE)


def code_error(
    receiver: str, code: object, *, needed: object = "", wait: float | None = None
) -> DeliveryError:
    """Return the error for an `ok: false` answer."""
    name = _shown(code)
    if name in WAIT:
        return _slow_down(receiver, name, wait)
    if name in UNKNOWN:
        return DeliveryUnknown(receiver, f"Slack failed on its side ({name})")
    if name in REJECTED:
        return MessageRejected(
            receiver, f"Slack does not accept the layout ({name}); plain words may pass"
        )
    if name in REFUSED:
        scope = f", needed: {_shown(needed)}" if needed else ""
        return DeliveryRefused(
            receiver, f"Slack refused ({name}{scope}): {REFUSED[name]}"
        )
    return DeliveryUnavailable(
        receiver,
        f"Slack did not accept it, for a reason unknown here ({name})",
        retry_after=wait,
    )


def status_error(receiver: str, reply: Reply, *, now: datetime) -> DeliveryError | None:
    """Return the error for an HTTP status; None if the body has to be read."""
    status = reply.status
    if status == 429:
        return _slow_down(receiver, "429", retry_after(reply.headers, now=now))
    if status >= 500:
        return DeliveryUnknown(receiver, f"Slack failed on its side (HTTP {status})")
    if status in (408, 425):
        return DeliveryUnavailable(receiver, f"Slack did not take it (HTTP {status})")
    if status in (302, 303, 307):
        # A hotel's or a company's sign-in page answers like this, for a while.
        return DeliveryUnavailable(
            receiver,
            f"something before Slack answers with a redirect (HTTP {status}); "
            "check `base_url`, and whether this network asks to sign in",
        )
    if 300 <= status < 400:
        return DeliveryRefused(
            receiver, f"`base_url` has moved (HTTP {status}); write the new address"
        )
    return None


def client_error(receiver: str, status: int) -> DeliveryError:
    """Return the error for a 4xx without an answer of Slack's in it."""
    if status == 413:
        return MessageRejected(receiver, "the message is too large (HTTP 413)")
    return DeliveryRefused(
        receiver,
        f"the server at `base_url` answers HTTP {status}, as Slack never does; "
        "check `base_url` and the proxy",
    )


def _slow_down(receiver: str, code: str, wait: float | None) -> DeliveryError:
    return DeliveryUnavailable(
        receiver,
        f"Slack asks to slow down ({code})",
        retry_after=wait,
        whole_receiver=True,
    )


def _shown(code: object) -> str:
    """Return a code as it may stand in a message: it comes from outside."""
    if isinstance(code, str) and _CODE.fullmatch(code):
        return code
    return repr(code)[:80]
