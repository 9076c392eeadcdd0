"""Google reviews of own places, through the Business Profile API.

API:    https://developers.google.com/my-business/reference/rest/v4/accounts.locations.reviews/list
Limits: 50 reviews a page, newest change first; 300 calls a minute.
Access: the API has to be granted to the project by Google (the quota is 0 before);
        the account signs in once, and the refresh token it gave is used from then on.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from pydantic import Field, SecretStr, StringConstraints

from monitor.core.errors import SourceAuthError, SourceChanged, SourceRejected
from monitor.core.model import Author, Post, PostKind
from sources.base import Cursor, Page, SourceQuery, SourceSettings, parse_page

if TYPE_CHECKING:
    from sources.http import Answer, Net

KIND = "google_reviews"
PAGE_SIZE = 50
MAX_PAGES = 200
MAX_LOCATIONS = 75
REVIEWS_PAGE = "https://business.google.com/reviews"  # a review has no address
STARS = {"ONE": 1.0, "TWO": 2.0, "THREE": 3.0, "FOUR": 4.0, "FIVE": 5.0}

# The list may show a change a little later than it dates it.
OVERLAP = timedelta(hours=1)

_ORIGINAL = "(Original)"
_TRANSLATED = "(Translated by Google)"
_RESOURCE_ID = r"^[A-Za-z0-9_-]{1,100}$"

ResourceId = Annotated[str, StringConstraints(pattern=_RESOURCE_ID)]


class GoogleReviewsSettings(SourceSettings):
    """Whose reviews, and how to sign in."""

    account: ResourceId = Field(description="Number of the account (accounts/…).")
    locations: tuple[ResourceId, ...] = Field(
        min_length=1,
        max_length=MAX_LOCATIONS,
        description="Numbers of the places (locations/…).",
    )
    client_id: str = Field(min_length=1, description="OAuth client id of the project.")
    client_secret: SecretStr = Field(description="OAuth client secret.")
    refresh_token: SecretStr = Field(
        description="Refresh token for the scope business.manage."
    )
    base_url: str = Field(
        "https://mybusiness.googleapis.com", description="Address of the API."
    )
    token_url: str = Field(
        "https://oauth2.googleapis.com/token", description="Address of the sign-in."
    )


class GoogleReviewsSource:
    """Read the reviews of places, newest change first, back to the last run."""

    kind: ClassVar[str] = KIND
    Settings: ClassVar[type[SourceSettings]] = GoogleReviewsSettings
    needs_key: ClassVar[bool] = True
    min_interval: ClassVar[timedelta] = timedelta(minutes=5)
    notes: ClassVar[str] = "reviews of own places; Google has to grant the API first"
    reads_whole: ClassVar[bool] = True

    def __init__(self, settings: GoogleReviewsSettings, *, net: Net) -> None:
        self._settings = settings
        self._net = net
        self._base = settings.base_url.rstrip("/")
        self._access = ""
        self._has_renewed = False

    def check(self) -> None:
        self._list(self._settings.locations[0], page_size=1, token="")

    def fetch(self, query: SourceQuery, since: Cursor | None) -> Iterator[Page]:
        del query  # the reviews of a place are read whole
        known = (since or {}).get("newest", {})
        locations = self._settings.locations
        marks = {name: known[name] for name in locations if known.get(name)}
        refused: SourceRejected | None = None
        for location in locations:
            try:
                yield from self._walk(location, marks)
            except SourceRejected as exc:
                refused = exc  # a place that was closed, say
        if refused is not None:
            raise refused

    def _walk(self, location: str, marks: dict[str, str]) -> Iterator[Page]:
        mark = _instant(marks[location]) if location in marks else None
        stop = mark - OVERLAP if mark else None
        newest = mark
        seen: set[str] = set()
        tokens = {""}
        token = ""
        for _ in range(MAX_PAGES):
            found = self._list(location, page_size=PAGE_SIZE, token=token)
            posts, poison = parse_page(KIND, _reviews(found), _post)
            changes = [post.edited_at or post.published_at for post in posts]
            newest = max([t for t in (newest, *changes) if t], default=None)
            fresh = {
                post.external_id: post
                for post, at in zip(posts, changes, strict=True)
                if post.external_id not in seen and (stop is None or at > stop)
            }
            seen.update(fresh)
            yield Page(posts=tuple(fresh.values()), poison=poison)
            token = _next(found)
            is_over = stop is not None and any(at <= stop for at in changes)
            # A token that comes again would lead round in a circle.
            if is_over or not token or token in tokens:
                token = ""
                break
            tokens.add(token)
        if newest:
            # A date in the future would hide what is written until then.
            marks[location] = min(newest, self._net.clock.now()).isoformat()
        yield Page(cursor={"newest": dict(marks)}, gap=bool(token))

    def _list(self, location: str, *, page_size: int, token: str) -> Any:
        params = {"pageSize": page_size, "orderBy": "updateTime desc"}
        if token:
            params["pageToken"] = token
        url = (
            f"{self._base}/v4/accounts/{self._settings.account}"
            f"/locations/{location}/reviews"
        )
        if not self._access:
            self._sign_in()
        answer = self._ask(url, params)
        if answer.status == 401 and not self._has_renewed:
            # An access token lives for an hour; a run needs no more than two.
            self._has_renewed = True
            self._sign_in()
            answer = self._ask(url, params)
        answer.raise_for_status(KIND)
        return answer.json()

    def _ask(self, url: str, params: dict[str, Any]) -> Answer:
        headers = {"Authorization": f"Bearer {self._access}"}
        return self._net.get(url, params=params, headers=headers, kind=KIND)

    def _sign_in(self) -> None:
        settings = self._settings
        answer = self._net.post(
            settings.token_url,
            data={
                "grant_type": "refresh_token",
                "client_id": settings.client_id,
                "client_secret": settings.client_secret.get_secret_value(),
                "refresh_token": settings.refresh_token.get_secret_value(),
            },
            kind=KIND,
        )
        if answer.status == 400:
            raise SourceAuthError(
                KIND,
                "sign-in refused; make a new refresh token",
            )
        answer.raise_for_status(KIND)
        token = answer.json()
        access = token.get("access_token") if isinstance(token, dict) else None
        if not isinstance(access, str) or not access.isascii() or not access:
            raise SourceChanged(KIND, "the sign-in gave no access token")
        self._access = access


def _reviews(found: Any) -> list[Any]:
    reviews = found.get("reviews", []) if isinstance(found, dict) else None
    if not isinstance(reviews, list):
        raise SourceChanged(KIND, "the answer is not a list of reviews")
    return reviews


def _next(found: dict[str, Any]) -> str:
    token = found.get("nextPageToken")
    return token if isinstance(token, str) else ""


def _post(review: dict[str, Any]) -> Post:
    text, translation = split_translation(_text(review, "comment"))
    created = _instant(review["createTime"])
    updated = _instant(review.get("updateTime") or review["createTime"])
    name = _text(review, "name")
    extra = {
        "location": name.rpartition("/reviews/")[0],
        "translation": translation,
        "reply": _reply(review.get("reviewReply") or {}),
    }
    return Post(
        source=KIND,
        external_id=_text(review, "reviewId") or _last_part(name),
        text=text,
        url=REVIEWS_PAGE,
        author=_author(review.get("reviewer") or {}),
        published_at=created,
        edited_at=updated if updated > created else None,
        kind=PostKind.REVIEW,
        rating=_stars(review.get("starRating")),
        extra={key: value for key, value in extra.items() if value},
    )


def split_translation(comment: str) -> tuple[str, str]:
    """Return what was written, and Google's translation of it ("" if none)."""
    before, mark, after = comment.partition(_TRANSLATED)
    if not mark:
        return comment.strip(), ""
    if before.strip():
        return before.strip(), after.strip()
    translation, mark, original = after.rpartition(_ORIGINAL)
    if not mark:
        return after.strip(), ""
    return original.strip(), translation.strip()


def _text(item: dict[str, Any], name: str) -> str:
    value = item.get(name) or ""
    if not isinstance(value, str):
        raise TypeError(f"{name} is {type(value).__name__}, not text")
    return value


def _last_part(name: str) -> str:
    last = name.rpartition("/")[2]
    if not last:
        raise ValueError("reviewId is missing")
    return last


def _instant(text: str) -> datetime:
    instant = datetime.fromisoformat(text)
    if instant.tzinfo is None:
        raise ValueError(f"{text[:40]!r} has no time zone")
    return instant.astimezone(UTC)


def _stars(value: object) -> float | None:
    if value in (None, "STAR_RATING_UNSPECIFIED"):
        return None
    if not isinstance(value, str) or value not in STARS:
        raise ValueError(f"unknown starRating {value!r:.40}")
    return STARS[value]


def _author(reviewer: dict[str, Any]) -> Author | None:
    name = _text(reviewer, "displayName")
    if reviewer.get("isAnonymous") or not name:
        return None
    # Google gives reviewers no number; the name is all there is.
    return Author(external_id=name, handle=name, name=name)


def _reply(reply: dict[str, Any]) -> dict[str, str]:
    return {
        ours: _text(reply, theirs)
        for ours, theirs in (("text", "comment"), ("at", "updateTime"))
        if reply.get(theirs)
    }
