"""Which language a post is in, and when not to say."""

from __future__ import annotations

import pytest

from monitor.scoring.languages import detect
from monitor.scoring.stack import default_scorer


def language(text: str, hint: str = "") -> str:
    """Detect with the scorer's own dictionary."""
    return default_scorer().score("", text, lang=hint).lang


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Still waiting for my refund after 3 weeks", "en"),
        ("Great!", "en"),
        ("Worst airline ever", "en"),
        ("Terrible service", "en"),
        ("it's 'quoted' y''all, don't wait' rock 'n' roll", "en"),
        ("配送が遅い @acme_help_desk_support_team です", "ja"),
        ("배송 support@acme-helpdesk-service.example.com 늦어요", "ko"),
        ("退款 https://example.com/refund/policy/and/more 太慢", "zh"),
        ("退款 <a href=the-and-you-your-with-from> 太慢", "zh"),
        ("@acme your app keeps crashing https://t.example/x", "en"),
        ("배송이 너무 늦어요", "ko"),
        ("Acme 앱 진짜 별로에요", "ko"),
        ("Love my new 삼성 phone so much", "en"),
        ("快递太慢了，我要退款", "zh"),
        ("配送が遅いです", "ja"),
        ("サービス最悪", "ja"),
        ("บริการแย่มาก", "th"),
        ("Доставка очень медленная, ужасно", "ru"),
        ("الخدمة سيئة جدا ولم يصل الطلب", "ar"),
        ("Die Lieferung ist schon wieder zu spät gekommen", "de"),
        ("Llevo tres semanas esperando mi reembolso", "es"),
        ("Toujours pas de réponse du service client", "fr"),
        ("O aplicativo não funciona de novo, que absurdo", "pt"),
        ("", ""),
        ("   ", ""),
        ("😡😡😡", ""),
        ("12345 67%", ""),
        ("https://example.com/the/this/that @someone", ""),
        ("asdf qwer zxcv", ""),
        ("yaar kya bakwas service hai paisa wapas karo", ""),
        ("Acme", ""),
    ],
)
def test_the_language_is_found_or_left_open(text: str, expected: str) -> None:
    assert language(text) == expected


@pytest.mark.parametrize(
    ("text", "hint", "expected"),
    [
        ("Acme flight AC123", "en", "en"),
        ("Acme flight AC123", "en-US", "en"),
        ("배송이 너무 늦어요", "en", "ko"),
        ("Die Lieferung ist schon wieder zu spät gekommen", "en", "de"),
        ("I have been waiting for my order since last week", "de", "en"),
        ("Bagaimana ini", "id", "id"),
        ("東京", "ja", "ja"),
        ("東京", "", "zh"),
        ("I have been waiting", "und", "en"),
        ("الخدمة", "fa", "fa"),
    ],
)
def test_the_networks_word_is_believed_where_it_is_plausible(
    text: str, hint: str, expected: str
) -> None:
    assert language(text, hint) == expected


def test_only_the_beginning_of_a_long_text_is_looked_at() -> None:
    assert detect("the parcel is late and " * 50_000) == "en"
