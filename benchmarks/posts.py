"""Invented posts and brand queries in four languages; the same for the same seed.

Words follow Zipf's law, 55 % of the posts are English, 20 % Korean, 15 % Chinese,
10 % Japanese, about 200 bytes each; three in a hundred hold a planted brand term.
"""

from __future__ import annotations

import functools
import random
from dataclasses import dataclass
from itertools import accumulate

from monitor.matching import BrandQueries

_ENGLISH_WORDS = """
the to and a of i in is it you that for my on this with so have be just not me at but
was are they we all your what like when do can if no get up out from as about one more
now how there an has he she will love know go been would new time good really why
people day think back want see who need make got going still today great service order
delivery phone app customer support refund store price account please help waiting
broken late rude amazing thanks terrible worst best again update bought website staff
quality happy awful annoyed useless fine perfect
"""
_ENGLISH = _ENGLISH_WORDS.split()
_KOREAN_WORDS = """
정말 진짜 너무 오늘 내일 배송 환불 고객센터 서비스 최악 최고 좋아요 싫어요 추천
가격 품질 직원 친절 주문 결제 오류 업데이트 문의 답변 기다림 실망 매장 제품 구매
후기 사용 그냥 우리 어제 사람 생각
"""
_KOREAN = _KOREAN_WORDS.split()
_CHINESE_WORDS = """
今天 真的 非常 服务 客服 快递 退款 差评 好评 质量 价格 手机 更新 问题 解决 等待
失望 喜欢 推荐 购买 店铺 包装 太慢 不错 垃圾 满意 投诉 回复 电话 我们 这个 已经
还是 没有 可以 但是 因为 觉得 东西
"""
_CHINESE = _CHINESE_WORDS.split()
_JAPANESE_WORDS = """
今日 本当に とても サービス 注文 配送 返金 最悪 最高 対応 店員 品質 値段 アプリ
更新 電話 待って います ありがとう 残念 おすすめ 購入 届いた まだ もう これ それ
から ので けど だった した
"""
_JAPANESE = _JAPANESE_WORDS.split()
_PARTICLES = (
    "",
    "",
    "은",
    "는",
    "이",
    "가",
    "을",
    "를",
    "에",
    "에서",
    "으로",
    "도",
    "만",
)
_CODAS = ("", "", "n")
_SIGNS = ("😀", "😡", "😭", "👍", "🙏", "🔥", "💔", "😂", "❤️", "!!!")
_GLYPHS = {
    "ko": (_KOREAN, (0xAC00, 0xB300), (2, 4)),
    "zh": (_CHINESE, (0x4E00, 0x5800), (1, 3)),
    "ja": (_JAPANESE, (0x30A2, 0x30F3), (3, 5)),
}
_LENGTHS = {"en": (8, 60), "ko": (8, 34), "zh": (10, 36), "ja": (10, 36)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A vocabulary with Zipf weights, already summed up for drawing."""

    words: tuple[str, ...]
    sums: tuple[float, ...]

    def draw(self, rng: random.Random, count: int) -> list[str]:
        return rng.choices(self.words, cum_weights=self.sums, k=count)


def _zipf(words: list[str]) -> Words:
    weights = (1 / (rank + 2.7) ** 1.05 for rank in range(len(words)))
    return Words(words=tuple(words), sums=tuple(accumulate(weights)))


def _made_up(rng: random.Random, low: int, high: int) -> str:
    syllables = rng.randint(low, high)
    return "".join(
        rng.choice("bcdfghjklmnprstvwz")
        + rng.choice("aeiou")
        + rng.choice(("", "", "n"))
        for _ in range(syllables)
    )


def _glyphs(rng: random.Random, block: tuple[int, int], count: int) -> str:
    return "".join(chr(rng.randrange(*block)) for _ in range(count))


@functools.cache
def vocabulary(language: str) -> Words:
    """Return common words, then many seldom ones."""
    rng = random.Random(f"words {language}")
    if language == "en":
        return _zipf(_ENGLISH + [_made_up(rng, 1, 4) for _ in range(20_000)])
    common, block, (low, high) = _GLYPHS[language]
    seldom = [_glyphs(rng, block, rng.randint(low, high)) for _ in range(8_000)]
    return _zipf(common + seldom)


def brands(
    count: int, seed: int = 11, *, only_names: bool = False
) -> list[BrandQueries]:
    """Return brands: names with OR; some ask for more words, or for one to be absent.

    With `only_names` none does: that is all a set of keywords can say.
    """
    rng = random.Random(seed)
    return [_brand(rng, number, only_names=only_names) for number in range(count)]


def _brand(rng: random.Random, number: int, *, only_names: bool) -> BrandQueries:
    name = _made_up(rng, 3, 4)
    product = _made_up(rng, 3, 4)
    choices = [
        f"#{name}",
        f"@{name}{rng.choice(('', '_help', 'support'))}",
        f'"{name} {product}"',
        f"{name}.com",
        _glyphs(rng, (0xAC00, 0xB300), rng.randint(3, 4)),
        _glyphs(rng, (0x4E00, 0x5800), rng.randint(2, 4)),
        _glyphs(rng, (0x30A2, 0x30F3), rng.randint(4, 6)),
        product,
    ]
    terms = [name, *rng.sample(choices, rng.randint(2, 7))]
    query = " OR ".join(terms)
    if only_names:
        return BrandQueries(brand=f"brand {number}", queries=(query,))
    if number % 4 == 1:
        query = f"({query}) NOT {rng.choice(vocabulary('en').words[200:6_000])}"
    if number % 10 == 2:
        needed = " OR ".join(rng.sample(_ENGLISH[80:], 3))
        query = f"({query}) ({needed} OR {rng.choice(_KOREAN)})"
    return BrandQueries(brand=f"brand {number}", queries=(query,))


def texts(
    count: int, brands_: list[BrandQueries], *, seed: int = 3, planted: float = 0.03
) -> list[str]:
    """Return posts; a share of them holds a term of one of the brands."""
    rng = random.Random(seed)
    popular = tuple(accumulate(1 / (rank + 2) for rank in range(len(brands_))))
    made = []
    for _ in range(count):
        words = _words(rng)
        if brands_ and rng.random() < planted:
            brand = rng.choices(brands_, cum_weights=popular)[0]
            term = brand.queries[0].split(" OR ")[0].lstrip("(").split(")")[0]
            words.insert(rng.randrange(len(words) + 1), f" {term} ")
        made.append("".join(words).strip())
    return made


def _words(rng: random.Random) -> list[str]:
    language = rng.choices(("en", "ko", "zh", "ja"), weights=(55, 20, 15, 10))[0]
    words = vocabulary(language).draw(rng, rng.randint(*_LENGTHS[language]))
    if language == "ko":
        words = [f"{word}{rng.choice(_PARTICLES)} " for word in words]
    elif language == "en":
        words = [f"{word} " for word in words]
        words[0] = words[0].capitalize()
    if rng.random() < 0.2:
        words.append(rng.choice(_SIGNS))
    if rng.random() < 0.15:
        words.append(f" https://t.example/{rng.randrange(10**9):x}")
    return words
