"""Why an alert was sent, in the post's own words, and who has to see it first."""

from __future__ import annotations

import json
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerts.reasons import ALARMS, MOST_PIECES, PERSON_FLAGS, calm_of, reason_of
from alerts.storm import worst_first
from alerts.wording import plain_text, storm_message
from alerts.words import LANGUAGES, words_for
from alerts.words_reading import ENGLISH, READING
from config.values import FLAGS
from monitor.core.model import Evidence, Label, Reason, Severity, searchable
from monitor.scoring import default_scorer
from monitor.scoring.signals import model as signals
from tests.alerts.making import NOW, entry, fact, mention, reply, stormy, worded

POST = (
    "Acme: still waiting for my refund. 3 weeks! This is the third time I write, "
    "next I go to the papers."
)
TELLING = (
    ("still waiting", "waiting", 1.2),
    ("3 weeks", "waiting", 0.9),
    ("third time I write", "unanswered", 1.4),
    ("go to the papers", "going_public", 0.5),
)
MANY = [("angry", "negative", 0.1)]


def evidence(text, *marks, title=""):
    """Say that these words of a text speak for something, so strongly."""
    whole = searchable(title, text)
    return tuple(
        Evidence(
            start=whole.index(words),
            end=whole.index(words) + len(words),
            part="signals",
            says=says,
            weight=weight,
        )
        for words, says, weight in marks
    )


def waiting(**changes):
    """Somebody who asks for the third time in three weeks."""
    values = {
        "text": POST,
        "spans": ((0, 4),),
        "evidence": evidence(POST, *TELLING),
        "waited_days": 21.0,
        "contacts": 3,
        "flags": ("going_public",),
        "intents": ("refund", "unanswered", "waiting"),
        "silenced_by": "without “third time I write”",
    }
    return {**values, **changes}


@pytest.mark.parametrize(
    ("language", "name", "said"),
    [
        ("en", "Why", "waiting 21 days, 3rd contact, no answer, going public, refund"),
        (
            "de",
            "Warum",
            (
                "wartet seit 21 Tagen, 3. Kontakt, keine Antwort, "
                "will an die Öffentlichkeit, Erstattung"
            ),
        ),
        (
            "es",
            "Por qué",
            (
                "lleva 21 días esperando, 3.º contacto, sin respuesta, "
                "quiere hacerlo público, reembolso"
            ),
        ),
        (
            "fr",
            "Pourquoi",
            (
                "attend depuis 21 jours, 3e contact, sans réponse, "
                "menace d'en parler publiquement, remboursement"
            ),
        ),
        ("ko", "이유", "21일째 대기, 3번째 문의, 답변 없음, 공론화 예고, 환불"),
        ("zh", "原因", "已等 21 天，第 3 次联系，无人回复，扬言曝光，退款"),
        ("ja", "理由", "21日待ち、3回目の連絡、返答なし、公にするとの予告、返金"),
    ],
)
def test_the_first_fact_says_why_in_the_words_of_the_post(language, name, said):
    message = worded(entry(**waiting()), language=language)

    comma = words_for(language).say("comma")
    quotes = comma.join(("“still waiting”", "“3 weeks”", "“third time I write”"))
    assert message.facts[0] == (name, f"{quotes} → {said}")
    assert message.highlights == ("third time I write", "still waiting", "3 weeks")


def test_what_would_have_kept_it_quiet_is_the_last_fact():
    assert worded(entry(**waiting())).facts[-1] == (
        "Smallest change",
        "without “third time I write”",
    )
    assert reply(entry(**waiting()), reason=Reason.MORE).facts[-1][0] == (
        "Smallest change"
    )


def test_what_the_reader_says_of_it_is_understood_here():
    """Its sentence is taken apart to be told in other languages."""
    found = default_scorer().score("", "Acme at the airport: the staff is rude")
    assert found.silenced_by

    calm = calm_of(mention(silenced_by=found.silenced_by), words_for("de"))

    assert calm.startswith("ohne “")
    assert "wäre es" in calm


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "without “3 weeks” it would be neutral (negative 12 %)"),
        ("de", "ohne “3 weeks” wäre es neutral (negativ 12 %)"),
        ("ko", "“3 weeks” 없이는 중립 (부정 12 %)"),
    ],
)
def test_what_would_have_kept_it_quiet_is_told_in_the_teams_language(language, said):
    found = "without “3 weeks”: neutral, negative 0.12, complaint 0.03"
    message = worded(entry(**{**waiting(), "silenced_by": found}), language=language)

    assert message.facts[-1][1] == said


def test_what_an_older_program_read_shows_its_signals_as_before():
    message = worded(entry(intents=("refund",)))

    assert fact(message, "Why") is None
    assert message.highlights == ()
    assert message.notice == ""


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"waited_days": 0.125}, "waiting 3 h"),
        ({"waited_days": 1e12}, "waiting 36,500 days"),
        ({"waited_days": -1.0}, "waiting 1 s"),
        ({"contacts": 2}, "2nd contact"),
        ({"flags": ("urgent", "sarcasm")}, "urgent, sarcasm"),
        ({"flags": ("made_up_flag",)}, "made up flag"),
    ],
)
def test_a_text_without_places_still_says_what_was_found(changes, said):
    facts = mention(**{"intents": (), **changes})

    assert reason_of(facts, words_for("en")) == said


def test_one_contact_is_nothing_to_tell():
    assert reason_of(mention(intents=(), contacts=1), words_for("en")) == ""


@pytest.mark.parametrize(
    ("marks", "changes", "said"),
    [
        (MANY, {}, "“angry” → negative"),
        ([*MANY, ("refused", "refund", 0.1)], {}, "“angry”, “refused” → refund"),
        ([("thanks", "praise", -0.5), *MANY], {}, "“angry” → negative"),
        (
            [("thanks", "praise", -0.5), *MANY],
            {"label": Label.POSITIVE, "severity": Severity.NONE},
            "“thanks” → praise",
        ),
        ([("how", "question", 0.0)], {"label": Label.NEUTRAL}, "“how” → question"),
        ([*MANY, ("how", "question", 0.0)], {}, "“angry” → negative"),
    ],
)
def test_only_what_speaks_for_the_label_is_quoted(marks, changes, said):
    text = "angry refused how thanks"
    facts = mention(
        text=text, evidence=evidence(text, *marks), **{"intents": (), **changes}
    )

    assert reason_of(facts, words_for("en")) == said


def test_what_a_person_must_know_is_quoted_first_however_little_it_weighs():
    text = "Your service is bad, awful and slow. I cannot go on"
    marks = [("bad", "anger", 3.0), ("awful", "anger", 2.0), ("slow", "service", 1.0)]
    grave = [("cannot go on", "self_harm", 0.0)]
    found = evidence(text, *marks, *grave)

    facts = mention(text=text, evidence=found, flags=("self_harm",), intents=())

    assert reason_of(facts, words_for("en")) == (
        "“cannot go on”, “bad”, “slow” → possible self-harm, service"
    )


def test_short_places_come_before_whole_sentences_and_none_twice():
    text = f"I am angry about this{' and that' * 10}. angry"
    marks = [(text[:-7], "negative", 9.0), *MANY, ("am angry", "anger", 0.05)]

    facts = mention(text=text, evidence=evidence(text, *marks), intents=())

    assert reason_of(facts, words_for("en")) == "“angry” → negative"


def test_places_that_name_a_matter_come_before_mere_feelings():
    text = "bad, worse, worst, refund now"
    feelings = [(word, "negative", 5.0) for word in ("bad", "worse", "worst")]
    found = evidence(text, *feelings, ("refund", "refund", 0.5))

    facts = mention(text=text, evidence=found, intents=())

    assert reason_of(facts, words_for("en")) == "“bad”, “worse”, “refund” → refund"


def test_evidence_in_the_title_is_named_but_not_set_off_in_the_quote():
    marks = evidence("lost bag", ("Never", "churn", 1.0), ("bag", "delivery", 1.0),
                     title="Never again")  # fmt: skip

    message = worded(entry(title="Never again", text="lost bag", evidence=marks))

    assert fact(message, "Why").startswith("“Never”, “bag” → ")
    assert message.highlights == ("bag",)


def test_places_that_lie_nowhere_are_left_out():
    odd = [(90, 99), (-5, 3), (-9, -2), (3, 3), (7, 2), (4, 5)]
    places = tuple(
        Evidence(start=start, end=end, part="p", says="anger", weight=1.0)
        for start, end in odd
    )

    assert reason_of(
        mention(text="Acme bad", evidence=places, intents=()), words_for("en")
    ) == ("“Acm” → anger")


NOTICES = [
    (("self_harm", "vulnerable"), (), "Possible self-harm", "self-harm"),
    (("urgent", "vulnerable"), ("safety",), "Vulnerable person", "vulnerable"),
    ((), ("refund", "safety"), "Safety", "safety"),
]


@pytest.mark.parametrize("label", [Label.NEUTRAL, Label.NEGATIVE, Label.UNREADABLE])
@pytest.mark.parametrize(("flags", "intents", "tag", "word"), NOTICES)
def test_what_a_person_must_know_stands_first_whatever_the_label(
    flags, intents, tag, word, label
):
    message = worded(entry(flags=flags, intents=intents, label=label))

    assert message.headline.startswith(f"{tag} · ")
    assert word in message.notice
    assert "person should look at this" in message.notice
    assert ("draft" in message.notice) is (tag != "Safety")
    assert plain_text(message).split("\n")[1] == message.notice


def test_news_and_rows_are_tagged_too():
    grave = entry(flags=("self_harm",), mention_id=2)
    tag = "Possible self-harm · "

    assert reply(grave, reason=Reason.MORE).headline.startswith(tag)
    [(row, _link)] = worded(entry(mention_id=3), grave).rows
    assert row.startswith(tag)
    assert storm_message(stormy(grave), now=NOW).rows[0][0].startswith(tag)


def test_how_to_silence_is_no_matter_where_a_person_has_to_look():
    assert fact(worded(entry(**waiting())), "Smallest change")
    message = worded(entry(**waiting(flags=("vulnerable",))))
    assert fact(message, "Smallest change") is None


@pytest.mark.parametrize("state", ["deleted", "removed", "resolved"])
def test_what_is_over_raises_no_alarm_and_quotes_nothing(state):
    grave = entry(**waiting(flags=("self_harm",)), **{state: True})

    for message in (worded(grave), reply(grave, reason=Reason.MORE)):
        assert message.notice == ""
        assert message.highlights == ()
        assert fact(message, "Why") is None
        assert "self-harm" not in message.headline
    rows = worded(entry(mention_id=2), grave).rows
    assert all("self-harm" not in text for text, _ in rows)


def test_a_program_gets_everything_that_was_found():
    message = worded(entry(**waiting(intensity=0.7, parts=(("vader", 0.8),))))

    data = json.loads(json.dumps(dict(message.data), allow_nan=False))

    assert data["intensity"] == 0.7
    assert data["flags"] == ["going_public"]
    assert data["needs_person"] is False
    assert (data["waited_days"], data["contacts"]) == (21.0, 3)
    assert data["parts"] == {"vader": 0.8}
    assert data["silenced_by"] == "without “third time I write”"
    assert data["evidence"][0] == {
        "start": POST.index("third"),
        "end": POST.index("third") + len("third time I write"),
        "part": "signals",
        "says": "unanswered",
        "weight": 1.4,
        "quote": "third time I write",
    }


def test_the_data_of_a_post_that_is_gone_quotes_nothing():
    data = dict(worded(entry(deleted=True, **waiting())).data)

    assert (data["evidence"], data["silenced_by"]) == ([], "")


def test_a_thousand_places_are_cut_short_for_programs():
    one = Evidence(start=0, end=4, part="p", says="anger", weight=0.5)

    assert len(worded(entry(evidence=(one,) * 1000)).data["evidence"]) == MOST_PIECES


def test_of_equals_the_most_upset_comes_first_and_people_at_risk_before_all():
    calm, upset = (entry(mention_id=n, intensity=n / 10) for n in (1, 2))
    worse = entry(mention_id=3, severity=Severity.CRITICAL)
    grave = entry(mention_id=4, severity=Severity.NONE, flags=("vulnerable",))

    ordered = worst_first((calm, upset, worse, grave))

    assert [each.mention.mention_id for each in ordered] == [4, 3, 2, 1]


places = st.builds(
    Evidence,
    start=st.integers(-3, 60),
    end=st.integers(-3, 60),
    part=st.just("p"),
    says=st.sampled_from([*ENGLISH, *ALARMS, "x|{n}", "negative", "", "\u202e"]),
    weight=st.floats(-3, 3),
)


@given(
    st.text(
        st.sampled_from("ab \n|{}<&>*“”\u202e환불😀\u200d") | st.characters(),
        max_size=50,
    ),
    st.lists(places, max_size=8).map(tuple),
    st.sampled_from(LANGUAGES),
    st.sampled_from(Label),
)
def test_whatever_was_found_it_can_be_said(text, found, language, label):
    message = worded(
        entry(text=text, spans=(), evidence=found, label=label), language=language
    )

    assert len(message.highlights) <= 3
    assert all("\n" not in value for _, value in message.facts)
    assert len(message.facts) <= 12
    json.dumps(dict(message.data), allow_nan=False)


def _fields(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_language_has_every_word_of_reading_with_the_same_gaps(code):
    table = READING[code]

    assert table.keys() == ENGLISH.keys()
    for key, text in ENGLISH.items():
        assert _fields(table[key]) == _fields(text), key


def test_everything_that_reading_finds_has_a_name_and_every_flag_can_be_asked_for():
    assert set(FLAGS) == signals.FLAGS
    assert {
        f"says_{kind}" for kind in signals.FLAGS | signals.INTENTS
    } <= ENGLISH.keys()


def test_every_flag_that_a_rule_may_ask_for_has_a_name():
    assert {f"says_{flag}" for flag in FLAGS} <= ENGLISH.keys()
    assert set(PERSON_FLAGS) <= set(FLAGS)
    assert {f"notice_{alarm}" for alarm in ALARMS} <= ENGLISH.keys()
