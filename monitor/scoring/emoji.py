"""What faces and signs say, where VADER sees only "pouting face" and thinks nothing."""

from __future__ import annotations

_WORTH = {
    -1.0: "😡🤬👎😠💩🤮",
    -0.7: "😤😒😩😫🤢💔😾🖕😞☹🙁😿",
    -0.4: "😔😢😭😣😖😟🙄😕🤦😑❌🤡😨😰",
    -0.2: "😐🤷🥱😬🙃⛔",
    0.3: "🙂☺😎🔥💪✨🌟⭐🙏😌🤞",
    0.6: "👍😀😃😄😁😊😉🙌👏🤗💯👌🥳🎉😋",
    0.9: "😍🥰😘🤩❤♥💕💖💗💙💚💛🧡💜🖤😻😇",
}
VALUE = {sign: worth for worth, signs in _WORTH.items() for sign in signs}
_KNOWN = frozenset(VALUE)

_WORDS = {
    "angry": "😡🤬😠😤😾🖕",
    "bad": "👎💩❌⛔",
    "disgusting": "🤮🤢",
    "annoyed": "😒🙄😑😕🤦",
    "exhausted": "😩😫🥱😣😖",
    "sad": "😞☹🙁😿😔😢😟💔🥺",
    "crying": "😭",
    "afraid": "😨😰😱",
    "clown": "🤡",
    "hmm": "😐🤷😬🤔🙃",
    "haha": "😂🤣😆😅😹",
    "nice": "🙂☺😎😌😊😉😀😃😄😁😋😇🤗",
    "great": "🔥💪✨🌟⭐👍🙌👏💯👌🥳🎉🤩✅",
    "please": "🙏🤞",
    "love": "😍🥰😘❤♥💕💖💗💙💚💛🧡💜🖤😻",
}
WORD = {sign: word for word, signs in _WORDS.items() for sign in signs}
"""An English word for a sign, for readers that know words alone."""


def emoji_value(text: str) -> float:
    """Return a value in [-1, 1]; each sign counts at most twice."""
    if text.isascii() or _KNOWN.isdisjoint(text):
        return 0.0
    total = sum(VALUE[c] * min(text.count(c), 2) for c in _KNOWN.intersection(text))
    return max(-1.0, min(1.0, total / 1.5))
