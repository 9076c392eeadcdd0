"""One spelling for one page."""

from __future__ import annotations

import pytest

from monitor.copies import canonical_url


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (
            "https://www.acme.example/a/?utm_source=x&b=2&a=1#top",
            "acme.example/a?a=1&b=2",
        ),
        ("HTTP://ACME.example:80/a?a=1&b=2&fbclid=zzz", "acme.example/a?a=1&b=2"),
        ("https://acme.example:8443/a", "acme.example:8443/a"),
        ("https://m.news.example/story?id=7&gclid=1", "news.example/story?id=7"),
        ("https://youtu.be/abc?t=5", "youtube.com/watch?v=abc"),
        ("https://m.youtube.com/watch?t=3&v=abc", "youtube.com/watch?v=abc"),
        ("https://acme.example/caf%C3%A9", "acme.example/caf%C3%A9"),
        ("https://acme.example/café", "acme.example/caf%C3%A9"),
        ("https://www.com/a", "www.com/a"),
        # A site is no page, and this is no address.
        ("https://acme.example/", ""),
        ("https://acme.example", ""),
        ("javascript:alert(1)", ""),
        ("https://[::1", ""),
        ("https://acme.example:99999/a", ""),
        ("https://" + "é" * 70 + ".example/a", ""),
        ("", ""),
        ("https://acme.example/" + "a" * 3_000, ""),
    ],
)
def test_spelling(url: str, expected: str) -> None:
    assert canonical_url(url) == expected


def test_it_is_its_own_spelling() -> None:
    once = canonical_url("https://www.acme.example/a?b=%20x&a=")

    assert canonical_url(f"https://{once}") == once
