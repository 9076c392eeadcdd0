"""Every language says everything."""

from __future__ import annotations

from dataclasses import replace
from string import Formatter

import pytest

from alerts.facts import AuthorHistory, CopyFacts
from alerts.wording import (
    alert_message,
    plain_text,
    reply_message,
    storm_end,
    storm_message,
)
from alerts.words import ENGLISH, LANGUAGES, words_for
from alerts.words_asia import CHINESE, JAPANESE, KOREAN
from alerts.words_europe import FRENCH, GERMAN, SPANISH
from monitor.core.model import Label, PostKind, Reason, Severity
from tests.alerts.making import (
    NOW,
    REVIEW,
    entry,
    stormy,
    view,
    worded,
)

TABLES = {
    "de": GERMAN,
    "es": SPANISH,
    "fr": FRENCH,
    "ja": JAPANESE,
    "ko": KOREAN,
    "zh": CHINESE,
}
LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)


@LANGUAGE
def test_every_message_is_complete_in_every_language(language):
    alert = view(entry(vip=True, **REVIEW), history=AuthorHistory(mentions=2))
    said = [
        alert_message(alert, now=NOW, language=language),
        *(
            reply_message(replace(alert, reason=reason), now=NOW, language=language)
            for reason in Reason
        ),
        storm_message(stormy(), now=NOW, language=language),
        storm_end(stormy(), now=NOW, language=language),
    ]

    for message in said:
        assert "Acme" in message.headline
        assert "{" not in plain_text(message)
        assert "|" not in plain_text(message)
        assert all(name and value for name, value in message.facts)


@pytest.mark.parametrize(
    ("language", "headline"),
    [
        ("en", "Angry review of Acme on Google: 1 of 5 stars"),
        ("de", "Wütende Bewertung von Acme auf Google: 1 von 5 Sternen"),
        ("es", "Reseña de enfado sobre Acme en Google: 1 de 5 estrellas"),
        ("fr", "Avis furieux à propos de Acme sur Google : 1/5 étoiles"),
        ("ja", "GoogleでのAcmeに関する怒りのレビュー：星5つ中1"),
        ("ko", "Acme 관련 강한 불만의 리뷰 · Google: 별점 1/5"),
        ("zh-Hans", "Google 上关于 Acme 的愤怒点评：1/5 星"),
        ("PT_br", "Angry review of Acme on Google: 1 of 5 stars"),
    ],
)
def test_the_headline_is_said_in_the_language_of_the_team(language, headline):
    assert worded(entry(**REVIEW), language=language).headline == headline


@pytest.mark.parametrize(
    ("language", "headline", "fact"),
    [
        (
            "en",
            "Angry: the same text about Acme, 3 times",
            "2 copies, 1 independent voice, 12,345 followers in all",
        ),
        (
            "de",
            "Wütend: derselbe Text über Acme, 3-mal",
            "2 Kopien, 1 unabhängige Stimme, zusammen 12.345 Follower",
        ),
        (
            "es",
            "El mismo texto sobre Acme, 3 veces: de enfado",
            "2 copias, 1 voz independiente, 12.345 seguidores en total",
        ),
        (
            "fr",
            "Le même texte sur Acme, 3 fois : colère",
            "2 copies, 1 voix indépendante, 12\u202f345 abonnés au total",
        ),
        (
            "ja",
            "Acmeについての同じ文章3件（怒りの内容）",
            "コピー2件、独立した発信者1人、フォロワー合計12,345人",
        ),
        (
            "ko",
            "강한 불만의 글: Acme 관련 같은 글이 3건",
            "사본 2건, 서로 다른 작성자 1명, 팔로워 합계 12,345명",
        ),
        (
            "zh",
            "关于 Acme 的同一内容出现了 3 次（愤怒）",
            "2 个副本，1 位独立发声者，粉丝合计 12,345 位",
        ),
    ],
)
def test_copies_are_told_in_the_language_of_the_team(language, headline, fact):
    found = CopyFacts(copies=2, voices=1, reach=12_345)
    message = worded(entry(), copies=found, authors=2, total=3, language=language)

    assert message.headline == headline
    assert fact in [value for _, value in message.facts]


def test_without_known_followers_there_is_no_reach():
    found = CopyFacts(copies=1, voices=2)
    message = worded(entry(), copies=found, authors=2, total=2)

    assert ("Copies", "1 copy, 2 independent voices") in message.facts


def test_german_moods_agree_with_what_they_describe():
    heads = [
        worded(entry(kind=kind), language="de").headline.split(" ")[0]
        for kind in (PostKind.POST, PostKind.MESSAGE, PostKind.TICKET)
    ]

    assert heads == ["Wütender", "Wütende", "Wütendes"]


def _fields(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("code", TABLES)
def test_a_language_has_every_text_with_the_same_gaps_to_fill(code):
    table = TABLES[code]

    assert table.keys() == ENGLISH.keys()
    for key, text in ENGLISH.items():
        assert _fields(table[key]) == _fields(text), key


@pytest.mark.parametrize("code", TABLES)
def test_a_language_has_a_text_for_every_value_of_the_model(code):
    for key in (
        *(f"kind_{kind}" for kind in PostKind),
        *(f"label_{label}" for label in Label),
        *(f"severity_{severity.word}" for severity in Severity),
    ):
        assert TABLES[code][key]


def test_large_numbers_are_written_as_the_language_writes_them():
    said = {code: words_for(code).number(12345) for code in ("en", "de", "fr", "ko")}

    assert said == {"en": "12,345", "de": "12.345", "fr": "12\u202f345", "ko": "12,345"}


def test_braces_and_bars_in_a_post_are_only_characters():
    message = worded(
        entry(text="{0} {brand} {{x}} a|b", spans=(), author_name="{n}|{x}"),
        brand="{network}|",
    )

    assert message.quote == "{0} {brand} {{x}} a|b"
    assert message.headline == "Angry post about {network}| on X"
