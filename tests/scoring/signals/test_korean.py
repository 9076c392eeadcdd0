"""Korean posts, as people type them."""

from __future__ import annotations

import pytest

from monitor.scoring.signals import read_signals

_COMPLAINTS = {
    "환불 요청한 지 3주째인데 아직도 안 들어왔어요": "refund",
    "환불안해줌 전화도 안받음": "refund",
    "반품은 받아놓고 돈은 안 돌려주네요": "refund",
    "택배가 왜 안 와요 배송완료라고 떠 있는데": "delivery",
    "주문한 거 말고 엉뚱한 게 왔어요": "delivery",
    "고객센터 연결이 안 됨. 문의 남겨도 답변이 없어요": "unanswered",
    "업데이트하고 앱이 계속 튕겨요": "outage",
    "로그인이 안 되네요 ㅡㅡ": "account",
    "두 번 결제됐는데 취소가 안 된대요": "billing",
    "한 번 빨았는데 보풀이랑 실밥 다 터지고 불량이네요": "defect",
    "직원 태도가 최악이에요 사과 한마디 없음": "service",
    "충전하는데 연기가 나서 손에 화상 입었어요": "safety",
    "소비자원에 신고할게요 변호사 선임했습니다": "legal",
    "정떨어져서 해지합니다 다시는 안 써요": "churn",
    "도대체 언제까지 기다려야 하나요": "waiting",
}


@pytest.mark.parametrize(("text", "intent"), _COMPLAINTS.items())
def test_complaints_are_read_with_what_they_are_about(text: str, intent: str) -> None:
    signals = read_signals(text, "ko")
    assert signals.complaint >= 0.5
    assert intent in signals.intents


@pytest.mark.parametrize(
    "text",
    [
        "환불 잘 받았어요 감사합니다",
        "문제없이 잘 쓰고 있어요",
        "고장 한번 없이 10년째 쓰는 중",
        "걱정했는데 하루만에 왔어요",
        "문의하자마자 바로 답변 와서 해결됐어요",
        "환불 안내는 홈페이지를 참고하세요",
        "검토하고 있습니다",
        "다음주에 갑니다",
        "배고파 죽겠다 치킨 먹자",
    ],
)
def test_what_is_over_or_no_trouble_is_no_complaint(text: str) -> None:
    assert read_signals(text, "ko").complaint < 0.4


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("환불 신청했는데 3주째 답이 없어요", 21),
        ("열흘 넘게 연락이 안 와요", 10),
        ("두 달 동안 아무 연락도 없네요", 60),
        ("접수한 지 보름이 지났는데 처리중이래요", 15),
        ("택배가 이틀째 안 와요", 2),
        ("상담원 연결까지 40분 기다렸어요", 40 / 1440),
    ],
)
def test_waits_are_counted_in_days(text: str, days: float) -> None:
    assert read_signals(text, "ko").waited_days == pytest.approx(days)


@pytest.mark.parametrize(
    "text",
    [
        "3주 뒤 도착 예정이에요",
        "보증기간 3년이라 든든해요",
        "3년째 잘 쓰고 있어요",
        "2시간 코스로 다녀왔어요",
        "생후 3개월 아기랑 갔어요",
        "7월 3일에 개봉합니다",
    ],
)
def test_not_every_number_of_days_is_a_wait(text: str) -> None:
    assert read_signals(text, "ko").waited_days is None


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("세 번째 문의입니다", 3),
        ("전화 5번 했는데 안 받아요", 5),
        ("메일을 여섯 통 보냈습니다", 6),
        ("네 차례 요청드렸으나 답이 없네요", 4),
        ("몇 번이나 전화했는데", 3),
        ("5번 출구에서 만나요", 0),
        ("문자 한 통 왔어요", 0),
    ],
)
def test_contacts_are_counted(text: str, times: int) -> None:
    assert read_signals(text, "ko").contacts == times


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("이 일로 정말 죽고 싶습니다", "self_harm"),
        ("이제 더 살고 싶지 않아요", "self_harm"),
        ("유서까지 써놨습니다", "self_harm"),
        ("산소발생기 쓰는데 정전이에요", "vulnerable"),
        ("답 없으면 언론에 제보하겠습니다", "going_public"),
        ("맘카페에 그대로 올릴 겁니다", "going_public"),
        ("다른 사람 주문내역이랑 개인정보가 다 보여요", "privacy"),
        ("오늘 안에 처리해 주세요 급합니다", "urgent"),
        ("참 빨리도 답 주시네요 일주일 걸렸어요", "sarcasm"),
    ],
)
def test_flags(text: str, flag: str) -> None:
    assert flag in read_signals(text, "ko").flags


@pytest.mark.parametrize(
    "text",
    [
        "월요일은 진짜 죽을맛",
        "배고파 죽겠다",
        "귀여워 죽겠어 우리 고양이",
        "죽고 싶지만 떡볶이는 먹고 싶어 읽는 중",
        "유서 깊은 절에 다녀왔어요",
        "한강 공원에서 라면 먹음",
        "자살골로 졌다",
    ],
)
def test_what_only_sounds_like_self_harm(text: str) -> None:
    assert "self_harm" not in read_signals(text, "ko").flags


def test_the_places_are_those_of_the_original() -> None:
    text = "사장님!! 환불 안 해 주시면 신고할게요"
    words = [text[s.start : s.end] for s in read_signals(text, "ko").found]
    assert "환불 안 해" in words
    assert "신고할게" in words


def test_adverts_are_no_complaints() -> None:
    spam = read_signals("무직자 대출 당일 가능 카톡 문의 주세요", "ko")
    job = read_signals("카페 알바 구합니다 초보 환영 시급 협의", "ko")
    assert spam.intents == ("spam",)
    assert "job_advert" in job.intents
    assert spam.complaint == job.complaint == 0
