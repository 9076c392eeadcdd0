"""Chinese posts: from the mainland, Taiwan and Hong Kong."""

from __future__ import annotations

import pytest

from monitor.scoring.signals import read_signals

_COMPLAINTS = {
    "申请退款三周了还不退": "refund",
    "退款申請三個禮拜了還不退": "refund",
    "收咗錢唔肯退，講極都唔聽": "refund",
    "快递显示已签收，我根本没收到货": "delivery",
    "顯示已送達但是根本沒收到貨": "delivery",
    "单号一直不更新，怎么还不发货": "delivery",
    "客服没人理，电话打不通": "unanswered",
    "打去熱線冇人聽，email又冇人覆": "unanswered",
    "更新之后一直闪退，根本打不开": "outage",
    "上唔到網，成日斷線": "outage",
    "账号被封了，申诉不通过": "account",
    "莫名其妙扣费，重复扣了两次": "billing",
    "用了三天就坏了，质量太差": "defect",
    "前台态度恶劣，还骂人": "service",
    "插座冒烟起火，手被烫伤": "safety",
    "再不处理我就去法院起诉": "legal",
    "垃圾平台，已卸载，再也不会用了": "churn",
    "到底什么时候能修好，都等了半个月了": "waiting",
}


@pytest.mark.parametrize(("text", "intent"), _COMPLAINTS.items())
def test_complaints_are_read_with_what_they_are_about(text: str, intent: str) -> None:
    signals = read_signals(text, "zh")
    assert signals.complaint >= 0.5
    assert intent in signals.intents


@pytest.mark.parametrize(
    "text",
    [
        "没有问题，质量很好",
        "沒有問題，品質很好",
        "问题解决了，谢谢客服",
        "退款到账了，速度很快",
        "退款很快，好评",
        "一点异味都没有，不卡顿",
        "笑死我了，太好看了",
        "这个灿烂的笑容我爱了",
        "气死我了哈哈",
    ],
)
def test_what_is_over_or_no_trouble_is_no_complaint(text: str) -> None:
    assert read_signals(text, "zh").complaint < 0.4


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("申请退款三周了还没到账", 21),
        ("退款等了兩個月", 60),
        ("寄回去半个月了，一直没退款", 15),
        ("审核中已经十一天了，没人理", 11),
        ("等咗三個鐘都冇人覆", 3 / 24),
        ("排了两个小时的队", 2 / 24),
    ],
)
def test_waits_are_counted_in_days(text: str, days: float) -> None:
    assert read_signals(text, "zh").waited_days == pytest.approx(days)


@pytest.mark.parametrize(
    "text",
    [
        "质保3年，放心",
        "保固兩年",
        "三天就到货了，很快",
        "七天无理由退货",
        "6月还没有下雨",
        "用了三年了，一直很好",
    ],
)
def test_not_every_number_of_days_is_a_wait(text: str) -> None:
    assert read_signals(text, "zh").waited_days is None


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("第三次投诉了", 3),
        ("打了五個電話都冇人聽", 5),
        ("打了五个电话没人接", 5),
        ("联系客服八次，都是机器人", 8),
        ("反映过好几次没人管", 4),
        ("收到一条短信", 0),
        ("打了三次火才着", 0),
    ],
)
def test_contacts_are_counted(text: str, times: int) -> None:
    assert read_signals(text, "zh").contacts == times


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("被你们逼得不想活了", "self_harm"),
        ("真的想自殺", "self_harm"),
        ("我现在站在楼顶", "self_harm"),
        ("家里老人靠制氧机，已经停电十六个小时", "vulnerable"),
        ("再不解决我就发到网上让大家看看", "going_public"),
        ("App里能看到别人的身份证，个人信息泄露", "privacy"),
        ("個資外洩，誰負責", "privacy"),
        ("请马上处理，十万火急", "urgent"),
        ("感谢你们让我充了个寂寞，真行", "sarcasm"),
    ],
)
def test_flags(text: str, flag: str) -> None:
    assert flag in read_signals(text, "zh").flags


@pytest.mark.parametrize(
    "text",
    [
        "笑死，这也太搞笑了",
        "气死了，又没抢到票",
        "想死你了，快回来",
        "可爱死了",
        "跳楼价甩卖",
        "这个角落是死角",
        "跳楼机真刺激",
    ],
)
def test_what_only_sounds_like_self_harm(text: str) -> None:
    assert "self_harm" not in read_signals(text, "zh").flags


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("妈妈的味道", "妈的"),
        ("3月18日结婚", "日结"),
        ("17时40分起停运", "0分"),
        ("你不用担心", "不用"),
    ],
)
def test_cues_are_not_found_inside_other_words(text: str, never: str) -> None:
    words = [text[s.start : s.end] for s in read_signals(text, "zh").found]
    assert never not in words


def test_the_places_are_those_of_the_original() -> None:
    text = "@云翎航空 都三周了！！還 不 退 款，没人理"
    words = [text[s.start : s.end] for s in read_signals(text, "zh").found]
    assert "没人理" in words
    assert any(" " in word and "退" in word for word in words)


def test_adverts_are_no_complaints() -> None:
    spam = read_signals("加微信进群领福利，点击链接免费领取", "zh")
    job = read_signals("诚聘服务员，包吃住，五险一金", "zh")
    assert spam.intents == ("spam",)
    assert "job_advert" in job.intents
    assert spam.complaint == job.complaint == 0
