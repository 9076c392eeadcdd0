"""Plain complaints, what people do to hide them, and texts that are only noise."""

from __future__ import annotations

from collections.abc import Callable

PLAIN = {
    "en": "Still waiting for my refund after 3 weeks, nobody answers. Awful service.",
    "ko": "환불 신청한 지 3주가 지났는데 아직도 아무 답이 없어요. 서비스 최악이에요.",
    "zh": "退款申请三个星期了还没有人处理，客服态度太差了。",
    "de": "Ich warte seit drei Wochen auf mein Geld, niemand antwortet. Mies.",
}

_MARKS = "".join(map(chr, range(0x0300, 0x030C)))
_FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)} | {0x20: 0x3000}
_LOOKALIKES = str.maketrans("aeopcx", "аеорсх")
_OPENED, _CLOSED = "([{<" * 1_000, ">}])" * 1_000

Change = Callable[[str], str]

DISGUISES: dict[str, Change] = {
    "zero width": "\u200b".join,
    "soft hyphens and joiners": "\u00ad\u2060".join,
    "NUL": "\x00".join,
    "right to left": lambda text: f"\u202e{text}\u202c",
    "isolated words": lambda text: " ".join(
        f"\u2067{w}\u2069" for w in text.split(" ")
    ),
    "full width": lambda text: text.translate(_FULL_WIDTH),
    "look-alikes": lambda text: text.translate(_LOOKALIKES) if text.isascii() else text,
    "zalgo": lambda text: "".join(c + _MARKS if c.isalpha() else c for c in text),
    "struck through": lambda text: "".join(
        c + "\u0336" if c.isalpha() else c for c in text
    ),
    "dragged spaces": lambda text: text.replace(" ", " \u3000\t " * 500),
}
"""The same words, written so that a program does not see them."""

VOLUMES: dict[str, tuple[Change, Change]] = {
    "1 MB of newlines behind": (lambda text: text + "\n" * 1_000_000, str),
    "1 MB of newlines before": (lambda text: "\n" * 1_000_000 + text, str),
    "1 MB of newlines around": (
        lambda text: "\n" * 500_000 + text + "\n" * 500_000,
        str,
    ),
    "lone surrogates": (lambda text: f"\ud83d {text} \udc4e", str),
    "handles behind": (lambda text: text + " @acme_help" * 100_000, str),
    "handles before": (lambda text: "@acme_help " * 100_000 + text, str),
    "links": (lambda text: text + " https://t.example/abc" * 50_000, str),
    "brackets": (
        lambda text: f"{_OPENED} {text} {_CLOSED}",
        lambda text: f"{_OPENED[:12]} {text} {_CLOSED[:12]}",
    ),
    "signs": (
        lambda text: text + " " + "!?" * 100_000,
        lambda text: text + " !?!?!?",
    ),
    "one long word": (
        lambda text: f"{text} {'x' * 1_000_000}",
        lambda text: f"{text} xx",
    ),
}
"""The same words with so much of nothing that they might be lost, and with a little."""

LOUD: dict[str, str] = {
    "1 MB": "terrible service " * 62_000,
    "1 MB without a space": "x" * 1_000_000,
    "1 MB of Han": "退款" * 170_000,
    "1 MB of newlines": "\n" * 1_000_000,
    "200,000 emoji": "😡\ufe0f" * 200_000,
    "zalgo": "".join(c + _MARKS * 50 for c in PLAIN["en"]) * 20,
    "NUL": "\x00" * 1_000_000,
    "lone surrogates": "\ud800\udfff" * 200_000,
    "right to left": "\u202e\u202d" * 300_000,
    "zero width": "\u200b" * 1_000_000,
    "full width": PLAIN["en"].translate(_FULL_WIDTH) * 4_000,
    "100,000 handles": " ".join(f"@user{n}" for n in range(100_000)),
    "nested brackets": "(" * 500_000 + ")" * 500_000,
    "mixed scripts": "аbв한字กμא" * 50_000,
    "addresses": "http://" * 100_000,
    "at signs": "a@" * 300_000,
    "quadratic VADER": "not good " * 100_000,
    "capitals": "GOOD BAD NO " * 50_000,
    "numbers": "3 weeks 12 days " * 40_000,
    "decomposed Hangul": "환불" * 80_000,
}
"""Only noise, but for a word here and there."""
