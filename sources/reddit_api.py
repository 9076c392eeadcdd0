"""PRAW, kept from sleeping, retrying, and reading settings that are not ours."""

from __future__ import annotations

import configparser
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import praw
import prawcore
from praw.exceptions import PRAWException

from monitor.core.errors import (
    RateLimited,
    SourceAuthError,
    SourceChanged,
    SourceError,
    SourceRejected,
    SourceUnavailable,
)
from sources.http import Answer, Net, error_for, retry_after
from sources.reddit_posts import KIND

if TYPE_CHECKING:
    import requests

LIBRARY_HOSTS = ("https://oauth.reddit.com", "https://www.reddit.com")
USER_AGENT = "python:overheard:1.0 (read-only brand monitor)"

# Whatever a praw.ini in the working directory says, these win.
_PRAW: dict[str, Any] = {
    "check_for_async": False,
    "check_for_updates": False,
    "comment_kind": "t1",
    "message_kind": "t4",
    "oauth_url": LIBRARY_HOSTS[0],
    "password": None,
    "ratelimit_seconds": 1,
    "reddit_url": LIBRARY_HOSTS[1],
    "redditor_kind": "t2",
    "redirect_uri": None,
    "refresh_token": None,
    "short_url": "https://redd.it",
    "submission_kind": "t3",
    "subreddit_kind": "t5",
    "timeout": 30,
    "trophy_kind": "t6",
    "user_agent": USER_AGENT,
    "username": None,
    "window_size": 600,
}


class RedditApi:
    """Reads listings; every failure is a SourceError. `bases`: API, signing in."""

    def __init__(
        self, net: Net, *, client_id: str, client_secret: str, bases: tuple[str, str]
    ) -> None:
        self._net = net
        self._limits = _Limits(net)
        self._credentials: dict[str, Any] = {
            "client_id": client_id,
            "client_secret": client_secret,
        }
        self._bases = dict(zip(LIBRARY_HOSTS, bases, strict=True))
        self._praw: praw.Reddit | None = None

    def listing(
        self, path: str, params: Mapping[str, Any]
    ) -> tuple[list[Mapping[str, Any]], str]:
        """Return the things of one listing page, and where the next begins."""
        self._limits.check()
        with _translated():
            if self._praw is None:
                self._praw = self._new_praw()
            answer = self._praw.request(method="GET", path=path, params=dict(params))
        try:
            data = answer["data"]
            return [child["data"] for child in data["children"]], data["after"] or ""
        except (KeyError, TypeError) as exc:
            raise SourceChanged(KIND, "the answer is not a listing") from exc

    def _new_praw(self) -> praw.Reddit:
        session = self._net.session(base_url=self._bases, kind=KIND, explain=_explain)
        session.hooks["response"].append(self._limits.note)
        return praw.Reddit(
            "DEFAULT",
            requestor_kwargs={"session": session},
            **self._credentials,
            **_PRAW,
        )


class _Limits:
    """What Reddit says about its limit, kept from PRAW, which would sleep on it."""

    def __init__(self, net: Net) -> None:
        self._clock = net.clock
        self._until: float | None = None

    def note(self, response: requests.Response, *_: Any, **__: Any) -> None:
        """Read the limit from an answer, and take it out."""
        left = response.headers.pop("x-ratelimit-remaining", "")
        wait = retry_after(response.headers)
        for name in ("x-ratelimit-reset", "x-ratelimit-used"):
            response.headers.pop(name, None)
        if left in ("0", "0.0") and wait:
            self._until = self._clock.monotonic() + wait

    def check(self) -> None:
        """Raise RateLimited if the next call would be one too many."""
        left = (self._until or 0.0) - self._clock.monotonic()
        if self._until is not None and left > 0:
            raise RateLimited(KIND, "no calls left for now", left)


def _explain(answer: Answer) -> SourceError | None:
    """Tell a closed subreddit from a refused sign-in: both are a 403."""
    if answer.status not in (403, 404) or not answer.body.lstrip().startswith(b"{"):
        return None
    said = answer.json()
    reason = said.get("reason") if isinstance(said, dict) else None
    if reason not in ("private", "quarantined", "banned", "gold_only"):
        return None
    return SourceRejected(
        KIND, f"a subreddit is {reason}; take it out of this collector's subreddits"
    )


@contextmanager
def _translated() -> Iterator[None]:
    """Give whatever PRAW raises its name in our tree.

    Statuses, time-outs and what is not JSON have one already: the session raises
    SourceErrors, which PRAW wraps.
    """
    try:
        yield
    except prawcore.RequestException as exc:
        # PRAW's own error holds the request, and so the credentials.
        raise _no_answer(exc.original_exception) from None
    except (prawcore.PrawcoreException, PRAWException) as exc:
        raise _refused(exc) from exc
    except configparser.Error as exc:
        raise SourceRejected(
            KIND, "a praw.ini cannot be read; remove it, this program needs none"
        ) from exc
    except (AttributeError, LookupError, TypeError, ValueError) as exc:
        raise SourceChanged(
            KIND, f"the answer has an unknown shape ({type(exc).__name__})"
        ) from exc


def _no_answer(cause: Exception) -> SourceError:
    if isinstance(cause, SourceError):
        return cause
    return SourceUnavailable(KIND, f"no answer ({type(cause).__name__})")


def _refused(exc: Exception) -> SourceError:
    if isinstance(exc, prawcore.OAuthException):
        if str(exc.error) == "429":
            return RateLimited(KIND, "asked to wait at sign-in")
        return SourceAuthError(
            KIND, f"sign-in refused ({exc.error!r}); check client_id and client_secret"
        )
    if isinstance(exc, prawcore.ResponseException):
        return error_for(KIND, exc.response.status_code, exc.response.headers)
    return SourceRejected(KIND, f"PRAW refused ({type(exc).__name__})")
