"""What the parts say together: label, intents, flags, places and what silences it."""

from __future__ import annotations

import pytest

from monitor.core.model import Evidence, Label, Sentiment
from monitor.scoring.blend import VALUES, Blend, Thirds, Votes
from monitor.scoring.opinion import Opinion, opinion_of, thirds_of
from monitor.scoring.signals import Signal, Signals
from monitor.scoring.stack import default_scorer
from tests.scoring.making import HAPPY, NEUTRAL, UNHAPPY, heard, opinion

NOTHING = Signals()


@pytest.mark.parametrize(
    ("thirds", "complaint", "label"),
    [
        (UNHAPPY, 0.0, Label.NEGATIVE),
        (NEUTRAL, 0.0, Label.NEUTRAL),
        (HAPPY, 0.0, Label.POSITIVE),
        (NEUTRAL, 0.49, Label.NEUTRAL),
        (NEUTRAL, 0.5, Label.NEGATIVE),
        ((0.2, 0.3, 0.5), 0.9, Label.NEGATIVE),
        (HAPPY, 0.9, Label.POSITIVE),
        ((0.4, 0.4, 0.2), 0.0, Label.NEGATIVE),
        ((0.2, 0.4, 0.4), 0.0, Label.NEUTRAL),
    ],
)
def test_the_label_is_the_likeliest_but_negative_in_a_plain_complaint(
    thirds: Thirds, complaint: float, label: Label
) -> None:
    assert opinion(thirds, complaint).label is label


@pytest.mark.parametrize(
    ("thirds", "complaint", "intents", "named"),
    [
        (UNHAPPY, 0.2, ("billing", "question"), ("billing", "question")),
        (UNHAPPY, 0.8, ("billing", "praise", "question"), ("billing",)),
        (NEUTRAL, 0.1, ("billing", "question"), ("question",)),
        (NEUTRAL, 0.4, ("billing", "question"), ("billing", "question")),
        (HAPPY, 0.1, ("delivery", "praise"), ("praise",)),
        (NEUTRAL, 0.1, ("delivery", "spam"), ("spam",)),
        (UNHAPPY, 0.8, ("delivery", "spam"), ("delivery",)),
        (UNHAPPY, 0.2, (), ()),
    ],
)
def test_intents_fit_the_feeling(
    thirds: Thirds, complaint: float, intents: tuple[str, ...], named: tuple[str, ...]
) -> None:
    signals = Signals(intents=intents)
    assert opinion(thirds, complaint, signals=signals).intents == named


def test_what_the_heads_are_sure_of_is_named_too() -> None:
    found = opinion(
        UNHAPPY,
        0.8,
        signals=Signals(intents=("delivery",), flags=("urgent",)),
        heard=heard(refund=1.0, billing=-1.0, privacy=1.0, news=3.0, self_harm=-0.1),
    )

    assert found.intents == ("delivery", "refund")
    assert found.flags == ("privacy", "urgent")


def test_irony_is_a_flag_and_makes_less_sure() -> None:
    ironic, plain = heard(sarcasm=3.0), heard()
    votes = Votes(encoder=UNHAPPY)

    said = [
        opinion_of(PLAIN, votes, "en", signals=NOTHING, heard=each)
        for each in (plain, ironic)
    ]

    assert [each.flags for each in said] == [(), ("sarcasm",)]
    assert said[1].thirds[0] < said[0].thirds[0]
    assert sum(said[1].thirds) == pytest.approx(1)
    assert said[1].label is Label.NEGATIVE


def test_intensity_rises_with_anger_and_needs_an_unhappy_writer() -> None:
    calm, angry = (
        opinion(UNHAPPY, 0.5, signals=Signals(anger=anger)).intensity
        for anger in (0.0, 0.9)
    )
    content = opinion(HAPPY, signals=Signals(anger=0.9)).intensity

    assert 0 < calm < angry <= 1
    assert content < calm
    assert opinion(UNHAPPY, 0.9, p_high=0.1).intensity < opinion(UNHAPPY, 0.9).intensity
    assert opinion((1.0, 0.0, 0.0), 1.0, signals=Signals(anger=1.0)).intensity == 1


PLAIN = Blend(
    scale=1.0,
    weights=((0.0, 0.0, 0.0),) * len(VALUES),
    bias={"": (0.0, 0.0, 0.0)},
    complaint=(0.0, 1.0, 0.0, 0.0, 0.0, 0.0),
)


def test_the_heads_thirds_add_up() -> None:
    unhappy = thirds_of(heard(polar=2.0, positive=-2.0))
    factual = thirds_of(heard(polar=-2.0, positive=2.0))

    assert sum(unhappy) == pytest.approx(sum(factual)) == pytest.approx(1)
    assert unhappy[0] > 0.7
    assert factual[1] > 0.8
    assert factual[2] > factual[0]


def test_each_part_is_kept_with_its_own_probability() -> None:
    found = opinion_of(
        PLAIN,
        Votes(encoder=UNHAPPY, complains=2.0),
        "en",
        signals=NOTHING,
        heard=heard(high=0.0),
        voices=[("onnx", HAPPY, 1.0)],
    )

    assert dict(found.parts) == {"encoder": 0.8, "p_high": 0.5, "onnx": 0.1}
    assert found.p_high == 0.5
    assert found.complaint == pytest.approx(0.88, abs=0.01)


@pytest.mark.parametrize("weight", [0.5, 1.0, 4.0])
def test_another_voice_counts_as_much_as_it_weighs(weight: float) -> None:
    def said(voices: list[tuple[str, Thirds, float]]) -> Thirds:
        votes = Votes(encoder=UNHAPPY)
        return opinion_of(
            PLAIN, votes, "en", signals=NOTHING, heard=heard(), voices=voices
        ).thirds

    pooled = said([("onnx", HAPPY, weight)])

    assert sum(pooled) == pytest.approx(1)
    ratio = (0.8 / 0.05) * (0.1 / 0.7) ** weight
    assert pooled[0] / pooled[2] == pytest.approx(ratio ** (1 / (1 + weight)))
    assert said([("onnx", UNHAPPY, weight)]) == pytest.approx(UNHAPPY)
    assert said([]) == pytest.approx(UNHAPPY)


TEXT = "Where is my REFUND? I wrote twice, the service is awful and I want it today"


def signals_of(**kinds: str) -> Signals:
    """Return cues at these words of TEXT, with weights that fall."""
    return Signals(
        found=tuple(
            Signal(TEXT.index(word), TEXT.index(word) + len(word), kind, weight, "en")
            for (kind, word), weight in zip(
                kinds.items(), (0.6, 0.5, 0.4), strict=False
            )
        )
    )


def quoted(evidence: tuple[Evidence, ...], text: str = TEXT) -> list[str]:
    """Return what it quotes."""
    return [text[each.start : each.end] for each in evidence]


def test_the_words_that_speak_for_it_are_its_evidence() -> None:
    found = opinion(UNHAPPY, 0.8, signals=signals_of(refund="REF", anger="awful"))

    evidence = found.gather(None, TEXT)

    assert quoted(evidence) == ["REFUND", "awful"]
    assert [(each.part, each.says) for each in evidence] == [
        ("signals", "refund"),
        ("signals", "anger"),
    ]


def test_what_speaks_against_it_and_what_is_weak_is_no_evidence() -> None:
    weak = Signal(0, 5, "defect", 0.05, "en")
    against = signals_of(praise="service", relief="today")
    found = opinion(UNHAPPY, signals=Signals(found=(weak, *against.found)))

    assert found.gather(None, TEXT) == ()


def test_signs_alone_are_evidence_as_they_are() -> None:
    cue = Signal(6, 9, "anger", 0.4, "")
    found = opinion(UNHAPPY, signals=Signals(found=(cue,)))

    assert quoted(found.gather(None, "where !!! is it"), "where !!! is it") == ["!!!"]


def with_evidence(thirds: Thirds, complaint: float, **words: float) -> Opinion:
    """Return an opinion with these words of TEXT as its evidence."""
    evidence = tuple(
        Evidence(
            start=TEXT.index(word),
            end=TEXT.index(word) + len(word),
            part="signals",
            says="refund",
            weight=weight,
        )
        for word, weight in words.items()
    )
    return opinion(thirds, complaint, evidence=evidence)


def test_a_little_too_much_is_silenced_by_the_strongest_word() -> None:
    found = with_evidence((0.45, 0.35, 0.2), 0.5, REFUND=0.6, awful=0.5)

    assert found.without(TEXT) == TEXT.replace("REFUND", " ")
    assert quoted(found.dropped) == ["REFUND"]


def test_what_no_few_words_can_silence_is_not_tried() -> None:
    found = with_evidence((0.45, 0.35, 0.2), 0.99, REFUND=0.6, awful=0.5)

    assert found.without(TEXT) is None
    assert found.dropped == ()


def test_far_too_much_needs_more_words_and_overlapping_ones_once() -> None:
    found = with_evidence((0.45, 0.35, 0.2), 0.9, REFUND=0.6, awful=0.5, twice=0.1)
    found.evidence = (*found.evidence, found.evidence[0])

    left = found.without(TEXT)

    assert left is not None
    assert not any(word in left for word in ("REFUND", "awful", "twice"))
    assert quoted(found.dropped) == ["REFUND", "twice", "awful"]


def test_there_is_nothing_to_leave_out_without_evidence_or_of_one_word() -> None:
    assert opinion(UNHAPPY).without(TEXT) is None
    word = Evidence(start=0, end=5, part="signals", says="anger", weight=1.0)
    assert opinion(UNHAPPY, evidence=(word,)).without("Awful!!!") is None


def test_what_silences_it_is_told_only_if_it_does() -> None:
    found = with_evidence((0.45, 0.35, 0.2), 0.5, REFUND=0.6)
    found.without(TEXT)

    assert found.silenced_by(TEXT) == ""
    found.tried = opinion(UNHAPPY, 0.2)
    assert found.silenced_by(TEXT) == ""
    found.tried = opinion(NEUTRAL, 0.21)
    assert found.silenced_by(TEXT) == (
        "without “REFUND”: neutral, negative 0.20, complaint 0.21"
    )


LONG = 30_000
BEHIND = "x" * 40
COMPLAINTS = {
    "en": ("Still waiting for my refund, nobody answers, awful service.", "refund"),
    "ko": ("환불 신청했는데 아직도 답이 없어요. 서비스 최악이에요.", "최악"),
    "zh": ("退款申请三个星期了还没有人处理，客服态度太差了。", "太差"),
    "ja": ("三週間も返金されません。最悪のサービスです。", "最悪"),
    "de": ("Ich warte seit drei Wochen auf mein Geld, unverschämt.", "drei Wochen"),
}


def score(title: str, text: str) -> Sentiment:
    """Score with the shipped scorer."""
    return default_scorer().score(title, text)


@pytest.mark.parametrize("lang", COMPLAINTS)
def test_evidence_quotes_the_words_of_the_complaint(lang: str) -> None:
    text, word = COMPLAINTS[lang]

    found = score("", text)

    assert found.label is Label.NEGATIVE
    assert any(word in quote for quote in quoted(found.evidence, text))
    assert {each.part for each in found.evidence} <= {"signals", "encoder"}
    assert any(each.part == "encoder" for each in found.evidence)


@pytest.mark.parametrize("lang", COMPLAINTS)
@pytest.mark.parametrize("before", ["", "\U0001f600\U0001f600 ", "ﬁ½ ", "e\u0301 "])
def test_evidence_counts_characters_of_title_and_text(lang: str, before: str) -> None:
    text, word = COMPLAINTS[lang]
    whole = f"{before}Acme\n{text}"

    found = score(f"{before}Acme", text)

    assert any(word in quote for quote in quoted(found.evidence, whole))
    assert all(quoted(found.evidence, whole))


@pytest.mark.parametrize("lang", COMPLAINTS)
def test_evidence_of_a_long_text_points_into_the_whole_of_it(lang: str) -> None:
    complaint, word = COMPLAINTS[lang]
    filling = "\n" * LONG
    for text in (complaint + filling + "Acme", "Acme" + filling + complaint):
        found = score("", text)

        quotes = quoted(found.evidence, text)
        assert found.label is Label.NEGATIVE
        assert any(word in quote for quote in quotes)
        assert all(q.strip() in complaint or q == "Acme" for q in quotes)


def test_evidence_of_both_ends_of_a_long_text_is_told_apart() -> None:
    twice = f"{COMPLAINTS['en'][0]} {COMPLAINTS['en'][0]}"
    text = f"{twice}{' word' * 8_000} {twice}"

    found = score("", text)

    assert found.evidence
    for each in found.evidence:
        assert 0 <= each.start < each.end <= len(text)
        assert each.end - each.start < 200
    assert any("refund" in quote for quote in quoted(found.evidence, text))
