"""The real smtplib against a mail server that misbehaves on request."""

from __future__ import annotations

import logging
import smtplib
import ssl
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from pydantic import ValidationError

from alerts.notifiers.email import EmailNotifier, EmailSettings
from monitor.core.errors import (
    DeliveryError,
    DeliveryRefused,
    DeliveryUnavailable,
    DeliveryUnknown,
    MessageRejected,
)
from tests.alerts.notifiers.peers import (
    HOSTILE,
    NOW,
    SmtpPeer,
    StoppedClock,
    drip,
    message,
    silence,
)

KEY = "8f14e45f-ceea-467f-a8f3-0d1c2b3a4f5e"
CERTIFICATE = Path(__file__).with_name("loopback.pem")
LOGIN = {"username": "alerts", "password": "smtp-canary-4"}


@pytest.fixture
def peer():
    with SmtpPeer() as peer:
        yield peer


def settings(**more):
    given = {
        "host": "127.0.0.1",
        "security": "none",
        "sender": "Overheard <alerts@example.com>",
        "to": "desk@example.com,boss@example.com",
        "timeout": 0.5,
    }
    return EmailSettings(**{**given, **more})


def notifier(peer, **more):
    return EmailNotifier("mail", settings(port=peer.port, **more), clock=StoppedClock())


def read(raw):
    return message_from_bytes(raw, policy=policy.default)


def test_a_mail_has_words_for_every_program(peer):
    receipt = notifier(peer).send(message(), key=KEY)

    [raw] = peer.mails
    mail = read(raw)
    assert mail["Subject"] == "Unhappy about Acme on Hacker News"
    assert mail["To"] == "desk@example.com, boss@example.com"
    assert mail["Message-ID"] == f"<{KEY}@example.com>" == receipt["message_id"]
    assert mail["Auto-Submitted"] == "auto-generated"
    for part in ("plain", "html"):
        body = mail.get_body([part]).get_content()
        for words in ("Never again", "cancelled my order", "Dana (@dana)", "alert 41"):
            assert words in body
    assert raw.isascii()


def test_what_must_be_known_first_stands_above_the_post(peer):
    telling = message(
        notice="Look <now>",
        quote="They <cancelled> it & left",
        highlights=("<cancelled>",),
        severity="low",
    )

    notifier(peer).send(telling, key=KEY)

    mail = read(peer.mails[0])
    plain, html = (mail.get_body([part]).get_content() for part in ("plain", "html"))
    assert plain.index("⚠ Look <now>") < plain.index("> They <cancelled> it & left")
    assert html.index("⚠ Look &lt;now&gt;") < html.index("They ")
    assert "They <strong>&lt;cancelled&gt;</strong> it &amp; left" in html
    assert mail["Importance"] == "high"


def test_the_plain_form_has_no_html(peer):
    notifier(peer).send(message(), key=KEY, plain=True)

    assert read(peer.mails[0]).get_content_type() == "text/plain"


def test_later_mails_stand_in_the_thread_of_the_first(peer):
    sender = notifier(peer)
    first = sender.send(message(), key="first")
    second = sender.send(message(headline="2 more"), key="second", under=first)

    sender.send(message(headline="3 more"), key="third", under=second)

    mail = read(peer.mails[-1])
    assert mail["References"] == "<first@example.com> <second@example.com>"
    assert mail["In-Reply-To"] == "<second@example.com>"
    assert mail["Subject"] == "Re: Unhappy about Acme on Hacker News"


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_words_make_neither_headers_nor_tags(peer, name):
    words = HOSTILE[name] + "\r\nBcc: thief@example.com\n\n<script>x</script>"
    hostile = message(
        headline=words,
        notice=words,
        quote=words,
        highlights=(words, "<script>"),
        quote_title=words,
        facts=((words, words),),
        link=words,
        link_text=words,
        rows=((words, words),),
        footer=words,
    )

    notifier(peer).send(hostile, key=KEY)

    mail = read(peer.mails[0])
    assert mail["Bcc"] is None
    assert sorted(mail.keys()) == sorted(set(mail.keys()))
    assert "<script>" not in mail.get_body(["html"]).get_content()
    assert not mail.defects


@pytest.mark.parametrize("receipt", [{"message_id": "<a>\r\nBcc: x@y.example"}, {}])
def test_a_receipt_cannot_break_a_header(peer, receipt):
    notifier(peer).send(message(), key="a\r\nBcc: b", under=receipt)

    mail = read(peer.mails[0])
    assert mail["Bcc"] is mail["References"] is None
    assert mail["Message-ID"] == "<aBccb@example.com>"


ANSWERS = {
    "not ready": ({"CONNECT": "421 later"}, DeliveryUnavailable),
    "not welcome": ({"CONNECT": "554 go away"}, DeliveryRefused),
    "not SMTP": ({"CONNECT": "HTTP/1.1 400 Bad"}, DeliveryUnavailable),
    "hangs up at once": ({"CONNECT": None}, DeliveryUnavailable),
    "no greeting": ({"CONNECT": silence}, DeliveryUnavailable),
    "sender refused": ({"MAIL": "550 not you"}, DeliveryRefused),
    "sender later": ({"MAIL": "451 later"}, DeliveryUnavailable),
    "hangs up early": ({"MAIL": None}, DeliveryUnavailable),
    "silent early": ({"RCPT": silence}, DeliveryUnavailable),
    "all unknown": ({"RCPT": "550 nobody"}, DeliveryRefused),
    "all greylisted": ({"RCPT": "450 come back"}, DeliveryUnavailable),
    "no data wanted": ({"DATA": "554 no"}, MessageRejected),
    "no data now": ({"DATA": "451 later"}, DeliveryUnavailable),
    "too large": ({".": "552 too large"}, MessageRejected),
    "full": ({".": "452 no room"}, DeliveryUnavailable),
    "hangs up at the end": ({".": None}, DeliveryUnknown),
    "silent at the end": ({".": silence}, DeliveryUnknown),
    "nonsense at the end": ({".": "what?"}, DeliveryUnknown),
}


@pytest.mark.parametrize("mode", ANSWERS)
def test_each_fault_says_if_the_mail_may_have_arrived(peer, mode):
    answers, kind = ANSWERS[mode]
    peer.answers = answers

    with pytest.raises(DeliveryError) as caught:
        notifier(peer).send(message(), key=KEY)

    assert type(caught.value) is kind
    assert sum(command.startswith("DATA") for command in peer.commands) <= 1


def test_a_dripping_server_does_not_hold_the_line(peer):
    """Each line is in time for itself; the deadline is over all of them."""
    peer.answers = {"EHLO": drip(b"250-mail.test\r\n250 HELP\r\n" * 2)}

    with pytest.raises(DeliveryUnavailable, match="in time"):
        notifier(peer).send(message(), key=KEY)


def test_a_mail_that_was_taken_is_sent_whatever_happens_to_the_goodbye(peer):
    peer.answers = {"QUIT": silence}

    assert notifier(peer).send(message(), key=KEY)["message_id"]


def test_one_unknown_address_does_not_stop_the_others(peer, caplog):
    class Picky(SmtpPeer):
        def _command(self, connection, verb, lines, gone):
            self.answers = {"RCPT": "550 nobody"} if "boss" in self.commands[-1] else {}
            return super()._command(connection, verb, lines, gone)

    with Picky() as picky:
        notifier(picky).send(message(), key=KEY)

    assert len(picky.mails) == 1
    assert "refused for some addresses" in caplog.text
    assert "boss@" not in caplog.text


def test_nobody_there_means_that_nothing_was_sent():
    with SmtpPeer() as peer:
        pass

    with pytest.raises(DeliveryUnavailable, match="cannot be used"):
        notifier(peer).send(message(), key=KEY)


@pytest.mark.parametrize(
    ("answer", "kind"),
    [("535 wrong", DeliveryRefused), ("454 later", DeliveryUnavailable)],
)
def test_a_failed_sign_in_is_told_without_the_password(peer, answer, kind, caplog):
    caplog.set_level(logging.DEBUG)
    peer.extensions = ("AUTH PLAIN",)
    peer.answers = {"AUTH": f"{answer} smtp-canary-4"}

    with pytest.raises(DeliveryError) as caught:
        notifier(peer, **LOGIN).send(message(), key=KEY)

    assert type(caught.value) is kind
    shown = caplog.text + repr(caught.value) + repr(caught.value.__cause__)
    assert "canary" not in shown


def test_check_signs_in_and_sends_nothing(peer):
    peer.extensions = ("AUTH PLAIN",)

    notifier(peer, **LOGIN).check()

    assert any(command.startswith("AUTH") for command in peer.commands)
    assert peer.mails == []


def test_a_server_without_sign_in_is_told_so(peer):
    with pytest.raises(DeliveryRefused, match="does not offer"):
        notifier(peer, **LOGIN).check()


def test_without_starttls_nothing_is_sent(peer):
    """Somebody on the way could have cut the offer out."""
    with pytest.raises(DeliveryRefused, match="does not offer"):
        notifier(peer, security="starttls", **LOGIN).send(message(), key=KEY)

    assert not any("AUTH" in command for command in peer.commands)


@pytest.fixture
def secure_peer():
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(CERTIFICATE)
    with SmtpPeer(extensions=("STARTTLS", "AUTH PLAIN")) as peer:
        peer.tls = tls
        yield peer


def test_a_mail_travels_through_starttls(secure_peer):
    more = {"security": "starttls", "ca_file": CERTIFICATE, "timeout": 10, **LOGIN}

    notifier(secure_peer, **more).send(message(), key=KEY)

    assert len(secure_peer.mails) == 1


def test_a_certificate_nobody_vouches_for_gets_no_password(secure_peer):
    with pytest.raises(DeliveryUnavailable, match="certificate"):
        notifier(secure_peer, security="starttls", timeout=10, **LOGIN).check()

    assert not any("AUTH" in command for command in secure_peer.commands)


def test_looking_is_not_possible(peer):
    with pytest.raises(DeliveryRefused):
        notifier(peer).find(KEY, since=NOW, under=None)


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"to": ""}, "at least 1"),
        ({"to": "desk"}, "not a mail address"),
        ({"to": "desk@example.com\r\nBcc: x@y.example"}, "not a mail address"),
        ({"sender": "a@b@c"}, "not a mail address"),
        ({"sender": "d\xfc@example.com"}, "not a mail address"),
        ({"security": "none", "host": "mail.example.com"}, "unencrypted"),
        ({"username": "me"}, "belong together"),
        ({"password": "canary"}, "belong together"),
        ({"port": 0}, "greater than"),
    ],
)
def test_settings_that_cannot_work_are_explained(more, words):
    with pytest.raises(ValidationError, match=words) as caught:
        settings(**more)

    assert "canary" not in str(caught.value)


def test_smtplib_still_connects_from_its_constructor():
    """An attempt gets hold of its connection before the server says a word."""
    assert smtplib.SMTP.sock is None
