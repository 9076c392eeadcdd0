"""Japanese posts."""

from __future__ import annotations

import pytest

from monitor.scoring.signals import read_signals

_COMPLAINTS = {
    "3週間経っても返金されない": "refund",
    "返品したのに返金がまだありません": "refund",
    "注文した商品がまだ届きません": "delivery",
    "配達完了なのに荷物が届いていない": "delivery",
    "問い合わせても返信がありません": "unanswered",
    "電話も繋がらないし既読無視": "unanswered",
    "アプデしてからアプリがすぐ落ちる": "outage",
    "また落ちてて使えない": "outage",
    "ログインできないんだけど": "account",
    "二重請求されました": "billing",
    "一回洗っただけで破れた。不良品です": "defect",
    "店員の態度が悪い、謝罪もない": "service",
    "充電中に煙が出て火傷した": "safety",
    "弁護士に相談して訴えます": "legal",
    "もう二度と買わない。解約します": "churn",
    "いつまで待たせるの": "waiting",
}


@pytest.mark.parametrize(("text", "intent"), _COMPLAINTS.items())
def test_complaints_are_read_with_what_they_are_about(text: str, intent: str) -> None:
    signals = read_signals(text, "ja")
    assert signals.complaint >= 0.5
    assert intent in signals.intents


@pytest.mark.parametrize(
    "text",
    [
        "問題なく使えています",
        "すぐに返金されました。ありがとうございました",
        "無事届きました",
        "すぐに対応してくれて助かりました",
        "音も静かで落ち着く部屋でした",
        "汚れがよく落ちる",
        "切れ味がよい包丁です",
        "大変お世話になりました",
        "死ぬほど美味い",
    ],
)
def test_what_is_over_or_no_trouble_is_no_complaint(text: str) -> None:
    assert read_signals(text, "ja").complaint < 0.4


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("3週間経っても返金されない", 21),
        ("もう一か月、返事がありません", 30),
        ("返送してから三週間、返金がまだです", 21),
        ("十日も待たされています", 10),
        ("電話で40分待たされた", 40 / 1440),
        ("半年放置されています", 182.5),
    ],
)
def test_waits_are_counted_in_days(text: str, days: float) -> None:
    assert read_signals(text, "ja").waited_days == pytest.approx(days)


@pytest.mark.parametrize(
    "text",
    [
        "3年保証なので安心です",
        "3日で届きました。早い",
        "もう5年使っています",
        "生後3か月の子と行きました",
        "4月も5月も行きました",
        "2時間の映画でした",
    ],
)
def test_not_every_number_of_days_is_a_wait(text: str) -> None:
    assert read_signals(text, "ja").waited_days is None


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("3回目の問い合わせです", 3),
        ("何度も電話しましたが出ません", 3),
        ("メールを5通送りました", 5),
        ("電話を十二回かけました", 12),
        ("もう一度電話してみます", 0),
        ("3回目の鑑賞です", 0),
    ],
)
def test_contacts_are_counted(text: str, times: int) -> None:
    assert read_signals(text, "ja").contacts == times


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("もう死にたいです", "self_harm"),
        ("生きている意味がわからない", "self_harm"),
        ("遺書を書きました", "self_harm"),
        ("在宅酸素の母がいるのに停電です", "vulnerable"),
        ("返事がなければSNSで拡散します", "going_public"),
        ("他人の住所と名前が表示された。個人情報漏洩では", "privacy"),
        ("至急連絡ください", "urgent"),
        ("さすがですね、返信に3週間", "sarcasm"),
    ],
)
def test_flags(text: str, flag: str) -> None:
    assert flag in read_signals(text, "ja").flags


@pytest.mark.parametrize(
    "text",
    [
        "死ぬほど美味い",
        "笑い死にするかと思った",
        "必死で走った",
        "死角がない守備",
        "尊すぎて死んだ",
    ],
)
def test_what_only_sounds_like_self_harm(text: str) -> None:
    assert "self_harm" not in read_signals(text, "ja").flags


def test_half_width_kana_are_read() -> None:
    signals = read_signals("ｱﾌﾟﾘが落ちてﾛｸﾞｲﾝできない", "ja")
    assert signals.complaint >= 0.5


def test_the_places_are_those_of_the_original() -> None:
    text = "＠運営　まだ 届き ません。返金してください！"
    words = [text[s.start : s.end] for s in read_signals(text, "ja").found]
    assert "返金してください" in words
    assert any("届き ません" in word for word in words)


def test_adverts_are_no_complaints() -> None:
    spam = read_signals("フォロー後リポストで応募完了！抽選で10名様にプレゼント", "ja")
    job = read_signals("スタッフ募集！未経験歓迎、時給1200円", "ja")
    assert spam.intents == ("spam",)
    assert "job_advert" in job.intents
    assert spam.complaint == job.complaint == 0
