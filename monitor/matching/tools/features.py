"""Words of a text that may tell what it is about, as a query would have them.

Languages with spaces give words. Korean gives words without the particles and endings
that follow them. Chinese, Japanese and Thai, where nothing says where a word ends,
give runs of two to four characters, of which those that come again are kept later;
Katakana gives whole runs. Tags and handles are kept as such.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from monitor.matching.tools.everyday import LITTLE
from monitor.matching.view import ANYWHERE, HANGUL, KINDS, LEADS, LETTER, MARK, view

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+")
_TAGGED = re.compile(r"[#@]\w+")
_SIZES = (2, 3, 4)
_LONGEST = 30
_FOLLOWING_VOWELS = "\u0e30\u0e32\u0e33\u0e45\u0eb0\u0eb2\u0eb3"

_ENDINGS = """
에서는 에서도 에게서 한테서 으로는 으로도 이라는 이라고 이라도 했습니다 합니다 됩니다
습니다 했어요 됐어요 하네요 했네요 하세요 해주세요 되나요 하나요 인가요 이에요 예요
에요 네요 어요 아요 해요 세요 나요 까지 부터 에서 에게 한테 으로 라는 라고 처럼 보다
마다 조차 밖에 이나 라도 이며 이고 하고 하는 하면 하지 해서 했다 한다 된다 됐다 이다
들이 들은 들을 은 는 이 가 을 를 에 의 도 로 와 과 만 나 랑 요 들
"""
_PARTICLES = sorted(_ENDINGS.split(), key=len, reverse=True)
_LITTLE_WORDS = """
그리고 그런데 하지만 그래서 이거 저거 그거 이것 그것 여기 거기 저기 제가 저는 우리
너무 정말 진짜 그냥 다시 아직 이제 지금 오늘 내일 어제 매우 아주 조금 많이 계속 역시
없이 없는 있는 없다 있다 같은 같아 입니다 합니다 때문 근데
"""
_KOREAN_LITTLE = frozenset(_LITTLE_WORDS.split())


def features(text: str, names: frozenset[str] = frozenset()) -> set[str]:
    """Return the words of a text, without those that the names are made of."""
    seen = view(_ADDRESS.sub(" ", text))
    found = {tag for tag in _TAGGED.findall(seen) if tag[1:] not in names}
    seen = _TAGGED.sub(" . ", seen)
    for name in sorted(names, key=len, reverse=True):
        if name and KINDS[name[-1]] & ANYWHERE:
            seen = seen.replace(name, " . ")
    taken = frozenset(word for name in names for word in name.split())
    for kind, run in _runs(seen):
        found.update(word for word in _words(kind, run) if word not in taken)
    return {word for word in found if len(word) <= _LONGEST}


def phrases(text: str, names: frozenset[str]) -> set[str]:
    """Return a name together with the word before or after it: `"apple pie"`."""
    seen = view(_ADDRESS.sub(" ", text))
    found = set()
    for name in names:
        if not name or KINDS[name[0]] & ~LETTER or KINDS[name[-1]] & ~LETTER:
            continue
        plain = re.escape(name)
        for pair in re.finditer(rf"(?:(\w+) )?(?<!\w){plain}(?!\w)(?= (\w+))?", seen):
            before, after = pair[1], pair[2]
            if before and _tells(before):
                found.add(f'"{before} {name}"')
            if after and _tells(after):
                found.add(f'"{name} {after}"')
    return found


def _tells(word: str) -> bool:
    return all(KINDS[c] == LETTER for c in word) and bool(list(_spaced(word)))


def _runs(seen: str) -> Iterator[tuple[int, str]]:
    """Cut a view into runs of letters of one kind."""
    for kind, run in groupby(seen, lambda c: KINDS[c] & (LETTER | HANGUL | ANYWHERE)):
        if kind:
            yield kind, "".join(run)


def _words(kind: int, run: str) -> Iterator[str]:
    if kind == LETTER:
        yield from _spaced(run)
    elif kind == HANGUL:
        yield from _korean(run)
    else:
        for script, part in groupby(run, _script):
            yield from _dense(script, "".join(part))


def _spaced(word: str) -> Iterator[str]:
    short = 3 if word.isascii() else 2
    if len(word) >= short and word not in LITTLE and not word.isdigit():
        yield word


def _korean(word: str) -> Iterator[str]:
    stem = stem_of(word)
    if len(stem) >= 2 and stem not in _KOREAN_LITTLE and word not in _KOREAN_LITTLE:
        yield stem


def stem_of(word: str) -> str:
    """Return a Korean word without the particle or ending that follows it."""
    for ending in _PARTICLES:
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            return word[: -len(ending)]
    return word


def _script(char: str) -> str:
    if "\u3041" <= char <= "\u309f":
        return "hiragana"
    if "\u30a0" <= char <= "\u30ff" or char == "\u30fc":
        return "katakana"
    return "han" if char >= "\u2e80" else "clusters"


def _dense(script: str, run: str) -> Iterator[str]:
    if script == "hiragana":
        return  # particles and endings, nearly always
    if script == "katakana":
        if len(run) >= 2:
            yield run
        return
    letters = _clusters(run) if script == "clusters" else list(run)
    for size in _SIZES if script == "han" else (*_SIZES, 5, 6):
        for start in range(len(letters) - size + 1):
            yield "".join(letters[start : start + size])


def _clusters(run: str) -> list[str]:
    """Cut Thai and its like into letters with the vowels and marks of each."""
    letters: list[str] = []
    leads = False
    for char in run:
        if letters and (leads or KINDS[char] & MARK or char in _FOLLOWING_VOWELS):
            letters[-1] += char
        else:
            letters.append(char)
        leads = bool(KINDS[char] & LEADS)
    return letters
