"""Waits and attempts, and numbers that are neither."""

from __future__ import annotations

import pytest

from monitor.scoring.signals import read_signals

HOUR, MINUTE = 1 / 24, 1 / 1440


@pytest.mark.parametrize(
    ("lang", "text", "days"),
    [
        ("en", "Still no refund after 3 weeks", 21),
        ("en", "waiting two hours on the phone", 2 * HOUR),
        ("en", "I've been waiting for over a month", 30),
        ("en", "on hold for 45 mins now", 45 * MINUTE),
        ("en", "2.5 weeks and still nothing", 17.5),
        ("en", "No reply. It's been 10 days. Then 3 hours on hold", 10),
        ("en", "been waiting weeks for a reply", 14),
        ("en", "ordered 3wks ago, never arrived", 21),
        ("en", "no power since yesterday", 1),
        ("es", "Llevo dos meses esperando el reembolso", 60),
        ("es", "sin respuesta desde hace dos meses", 60),
        ("es", "3 horas de espera y nadie contesta", 3 * HOUR),
        ("es", "mi pedido no ha llegado después de 10 dias", 10),
        ("fr", "J'attends mon remboursement depuis trois semaines", 21),
        ("fr", "colis jamais livré après 15 jours", 15),
        ("fr", "2 heures d'attente au téléphone", 2 * HOUR),
        ("de", "Ich warte seit 14 Tagen auf mein Paket", 14),
        ("de", "Seit drei Wochen keine Antwort", 21),
        ("de", "nach zwei Monaten immer noch kein Geld erhalten", 60),
        ("de", "eine halbe Stunde in der Warteschleife", 0.5 * HOUR),
        ("pt", "Estou há 2 semanas esperando o estorno", 14),
        ("pt", "três meses sem resposta", 90),
        ("pt", "encomenda não chegou depois de vinte dias", 20),
        ("it", "Aspetto il rimborso da due mesi", 60),
        ("it", "dopo 3 settimane nessuna risposta", 21),
        ("it", "40 minuti di attesa al telefono", 40 * MINUTE),
    ],
)
def test_a_wait_that_is_complained_about(lang: str, text: str, days: float) -> None:
    assert read_signals(text, lang).waited_days == pytest.approx(days)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "My refund comes in 3 weeks"),
        ("en", "3 weeks of holiday, then a refund"),
        ("en", "never arrived, but it has 3 years warranty"),
        ("en", "Been a customer for 20 years, no reply now"),
        ("en", "got my refund within two days, great service"),
        ("en", "waiting since March for my parcel"),
        ("en", "10 years ago today we met"),
        ("en", "it took 3 mins, thank you so much"),
        ("es", "la entrega llega en 3 semanas"),
        ("es", "tres años de garantía y sin respuesta"),
        ("fr", "livraison dans 2 semaines"),
        ("fr", "garantie 2 ans, aucune réponse"),
        ("de", "Lieferung in 3 Wochen"),
        ("de", "2 Jahre Garantie, Lieferung verspätet"),
        ("de", "Urlaub! 3 Wochen Urlaub!"),
        ("pt", "a entrega chega em 3 semanas"),
        ("it", "consegna tra 2 settimane"),
        ("it", "due anni di garanzia, nessuna risposta"),
        ("", "3 weeks"),
    ],
)
def test_no_wait(lang: str, text: str) -> None:
    assert read_signals(text, lang).waited_days is None


@pytest.mark.parametrize(
    ("lang", "text", "contacts"),
    [
        ("en", "This is the third time I write to you", 3),
        ("en", "I called 4 times already", 4),
        ("en", "2 mails, no reply", 2),
        ("en", "emailed them twice", 2),
        ("en", "five emails and no reply, called 7 times", 7),
        ("es", "Es la tercera vez que escribo", 3),
        ("es", "he llamado cinco veces", 5),
        ("es", "ya van tres correos", 3),
        ("fr", "C'est ma troisième relance", 3),
        ("fr", "J'ai appelé quatre fois", 4),
        ("fr", "après 3 mails toujours rien", 3),
        ("de", "Zum dritten Mal angerufen", 3),
        ("de", "Ich habe schon viermal geschrieben", 4),
        ("de", "2 Mails, keine Antwort", 2),
        ("pt", "É a terceira vez que ligo", 3),
        ("pt", "já liguei 5 vezes", 5),
        ("pt", "mandei três emails", 3),
        ("it", "È la terza volta che chiamo", 3),
        ("it", "ho chiamato 4 volte", 4),
        ("it", "inviate due mail senza risposta", 2),
    ],
)
def test_how_often_somebody_asked(lang: str, text: str, contacts: int) -> None:
    found = read_signals(text, lang)

    assert found.contacts == contacts
    assert "unanswered" in {signal.kind for signal in found.found}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "won 3 times in a row"),
        ("en", "5 stars"),
        ("de", "dreimal gewonnen"),
        ("es", "tres veces campeón"),
        ("fr", "trois fois champion"),
        ("it", "tre volte campione"),
        ("pt", "três vezes campeão"),
    ],
)
def test_other_numbers_are_no_contacts(lang: str, text: str) -> None:
    assert read_signals(text, lang).contacts == 0
