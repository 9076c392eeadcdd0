"""What posts say about trouble, in the languages whose words are spaced."""

from __future__ import annotations

import pytest

from monitor.scoring.signals import Signal, read_signals

COMPLAINTS = {
    "en": {
        "Still no refund after 3 weeks": "refund",
        "You charged my card twice and nobody answers": "billing",
        "My parcel never arrived": "delivery",
        "Your app keeps crashing since the update": "outage",
        "Been on hold for 2 hours": "waiting",
        "No reply to five emails": "unanswered",
        "the handle broke after two days": "defect",
        "worst customer service ever, so rude": "service",
        "you locked my account for no reason": "account",
        "the charger caught fire": "safety",
        "see you in court": "legal",
        "never again, cancelling my subscription": "churn",
    },
    "es": {
        "Sigo sin recibir el reembolso, devuélvanme mi dinero": "refund",
        "me cobraron dos veces": "billing",
        "mi paquete no ha llegado y nadie contesta": "delivery",
        "la app no funciona, se cierra sola": "outage",
        "nadie responde mis correos": "unanswered",
        "pesimo servicio, no lo recomiendo": "service",
        "me han bloqueado la cuenta": "account",
        "el cargador explotó, casi se quema la casa": "safety",
        "voy a denunciar en consumo": "legal",
    },
    "fr": {
        "toujours pas de remboursement, remboursez-moi": "refund",
        "prélevé deux fois ce mois-ci": "billing",
        "colis jamais livré": "delivery",
        "Le site ne fonctionne plus depuis ce matin": "outage",
        "personne ne répond au téléphone": "unanswered",
        "service client deplorable": "service",
        "mon compte est bloqué": "account",
        "la batterie a pris feu": "safety",
        "je vais porter plainte": "legal",
    },
    "de": {
        "Ich will mein Geld zurück": "refund",
        "Ihr habt doppelt abgebucht": "billing",
        "Paket nie angekommen": "delivery",
        "Die App funktioniert nicht mehr": "outage",
        "keine Antwort auf meine Mails": "unanswered",
        "miserabler Service, nie wieder bei euch": "service",
        "mein Konto wurde grundlos gesperrt": "account",
        "der Akku ist explodiert": "safety",
        "ich schalte meinen Anwalt ein, Anzeige ist raus": "legal",
    },
    "pt": {
        "cadê meu reembolso?": "refund",
        "cobraram duas vezes no cartão": "billing",
        "minha encomenda não chegou": "delivery",
        "o app não funciona, fora do ar": "outage",
        "ninguém responde os emails": "unanswered",
        "pessimo atendimento, não recomendo": "service",
        "bloquearam minha conta": "account",
        "o carregador pegou fogo": "safety",
        "vou no procon, vou processar": "legal",
    },
    "it": {
        "rivoglio i miei soldi, mai rimborsato": "refund",
        "addebitato due volte": "billing",
        "pacco mai arrivato": "delivery",
        "l'app non funziona più da ieri": "outage",
        "nessuno risponde alle mail": "unanswered",
        "pessima assistenza, sconsiglio": "service",
        "mi avete bloccato il conto, account bloccato": "account",
        "il caricatore ha preso fuoco": "safety",
        "vi denuncio, il mio avvocato vi scriverà": "legal",
    },
}
CONTENT = {
    "en": ["No issues so far, works great", "Got my refund within two days, thanks"],
    "es": ["Sin problemas, muy buen servicio", "nunca he tenido problemas, gracias"],
    "fr": ["Aucun problème, livraison rapide", "jamais eu de souci avec eux"],
    "de": ["Nie Probleme gehabt, alles super", "ohne Probleme, schnelle Lieferung"],
    "pt": ["Sem problemas, recomendo", "nunca tive problemas, ótimo atendimento"],
    "it": ["Nessun problema, spedizione veloce", "mai avuto problemi, bravi"],
}


@pytest.mark.parametrize(
    ("lang", "text", "intent"),
    [(lang, *each) for lang, posts in COMPLAINTS.items() for each in posts.items()],
)
def test_complaints(lang: str, text: str, intent: str) -> None:
    found = read_signals(text, lang)

    assert found.complaint >= 0.5
    assert intent in found.intents


@pytest.mark.parametrize(
    ("lang", "text"),
    [(lang, text) for lang, posts in CONTENT.items() for text in posts],
)
def test_no_trouble_is_relief(lang: str, text: str) -> None:
    found = read_signals(text, lang)

    assert "relief" in {signal.kind for signal in found.found}
    assert found.complaint < 0.2
    assert not {"refund", "delivery", "outage", "service"}.intersection(found.intents)


@pytest.mark.parametrize(
    ("lang", "text", "intent"),
    [
        ("en", "would be nice if you had a dark mode", "feature_request"),
        ("en", "Does anyone know when the store opens?", "question"),
        ("en", "Thank you, amazing service", "praise"),
        ("en", "we are hiring drivers, apply now", "job_advert"),
        ("en", "free followers, click here", "spam"),
        ("es", "sería genial que añadan modo oscuro", "feature_request"),
        ("es", "cuándo abre la tienda", "question"),
        ("fr", "ce serait bien de pouvoir filtrer", "feature_request"),
        ("fr", "nous recrutons un développeur, envoyez votre CV", "job_advert"),
        ("de", "wäre schön wenn es einen Dunkelmodus gäbe", "feature_request"),
        ("de", "Wir suchen Fahrer (m/w/d), jetzt bewerben", "job_advert"),
        ("pt", "seria bom ter modo escuro", "feature_request"),
        ("it", "sarebbe utile poter filtrare", "feature_request"),
        ("it", "Grazie mille, gentilissimi", "praise"),
    ],
)
def test_what_is_no_complaint(lang: str, text: str, intent: str) -> None:
    found = read_signals(text, lang)

    assert intent in found.intents
    assert found.complaint < 0.5


def test_the_places_are_those_of_the_original() -> None:
    text = "Ｎｏ reply!!! I WANT MY MONEY back 😡 — c’mon, still  no refund"
    found = read_signals(text, "en").found

    said = {(text[signal.start : signal.end], signal.kind) for signal in found}
    assert ("Ｎｏ reply", "unanswered") in said
    assert ("WANT MY MONEY back", "refund") in said
    assert ("still  no refund", "refund") in said
    assert ("!!!", "anger") in said
    assert ("😡", "anger") in said
    assert list(found) == sorted(found, key=lambda signal: signal.start)


def test_cues_of_one_kind_do_not_overlap() -> None:
    text = "called 4 times, no reply to my emails, still waiting for my refund 3 weeks"
    found = [s for s in read_signals(text, "en").found if s.lang == "en"]

    for one in found:
        for other in found:
            if one is not other and one.kind == other.kind:
                assert one.end <= other.start or other.end <= one.start


def test_accents_are_not_needed() -> None:
    assert (
        read_signals("más de 2 semanas sin conexión, pésimo servicio", "es").intents
        == read_signals("mas de 2 semanas sin conexion, pesimo servicio", "es").intents
    )
    assert (
        read_signals("Rückzahlung nicht zurückgezahlt", "de").complaint
        == read_signals("Rueckzahlung nicht zurueckgezahlt", "de").complaint
        >= 0.5
    )


def test_relief_halves_and_praise_eases() -> None:
    plain = read_signals("never arrived", "en").complaint
    relieved = read_signals("never arrived but now resolved", "en").complaint

    assert plain == pytest.approx(0.6)
    assert relieved == pytest.approx(0.3)


def test_anger_alone_names_no_trouble() -> None:
    found = read_signals("This is a disgrace, absolutely pathetic clowns", "en")

    assert found.complaint < 0.5
    assert found.anger > 0.4


def test_shouting_faces_and_insults_are_hotter() -> None:
    calm = read_signals("I am disappointed", "en").anger
    loud = read_signals("I AM SO DISAPPOINTED WITH YOU!!! 😡😡", "en").anger
    rude = read_signals("you bunch of idiots, go to hell", "en").anger

    assert calm < loud <= 1
    assert calm < rude <= 1
    assert read_signals("WOW I LOVE THIS", "en").complaint == 0


@pytest.mark.parametrize("lang", ["", "xx", "sv", "en-US"])
def test_without_a_table_only_signs_are_read(lang: str) -> None:
    text = "VARFÖR KOMMER ALDRIG PAKETET?!?! refund 3 weeks"
    found = read_signals(text, lang)

    assert found.complaint == 0
    assert found.intents == ("question",)
    assert (found.flags, found.waited_days, found.contacts) == ((), None, 0)
    assert found.anger > 0
    assert {signal.lang for signal in found.found} == {""}


def test_nothing_is_found_in_nothing() -> None:
    for text in ("", " ", "\x00\x01\x02", "…", "@", "#", "# #", "'"):
        assert read_signals(text, "en").found == ()
    assert read_signals("refund", "en").found == (Signal(0, 6, "refund", 0.15, "en"),)
