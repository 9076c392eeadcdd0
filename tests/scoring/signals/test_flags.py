"""What a person must see whatever the score, and what only looks like it."""

from __future__ import annotations

import pytest

from monitor.scoring.signals import read_signals

FLAGGED = {
    "self_harm": {
        "en": [
            "I can't go on, I want to end it all",
            "i dont want to be here anymore",
            "your debt people make me want to kill myself",
            "she has pills in her hand",
        ],
        "es": ["ya no quiero vivir", "estoy pensando en suicidarme por estas deudas"],
        "fr": ["j'ai envie de mourir", "Je veux en finir avec la vie"],
        "de": ["ich will nicht mehr leben", "ich denke an Selbstmord"],
        "pt": ["não quero mais viver", "penso em me matar todos os dias"],
        "it": ["non voglio più vivere", "sto pensando di farla finita"],
    },
    "vulnerable": {
        "en": [
            "my husband is on dialysis and the power is out",
            "She is 88 and lives alone, no heating",
            "newborn in the house and no electricity",
            "my disabled son was left at the gate",
        ],
        "es": ["mi madre con alzheimer está sin luz", "sin luz y con un bebé en casa"],
        "fr": ["ma mère a 88 ans et vit seule", "pas de chauffage avec un nouveau-né"],
        "de": ["Meine kranke Mutter wartet seit Stunden", "ohne Heizung mit Baby"],
        "pt": [
            "meu pai faz hemodiálise e estamos sem luz",
            "sem água com recém-nascido",
        ],
        "it": ["mia madre disabile è bloccata", "senza riscaldamento con un neonato"],
    },
    "going_public": {
        "en": [
            "I'm contacting the press",
            "this will go viral, telling everyone about it",
        ],
        "es": ["voy a contactar con la prensa"],
        "fr": ["je vais contacter la presse"],
        "de": ["ich wende mich an die Presse"],
        "pt": ["vou expor vocês na internet"],
        "it": ["contatterò i giornali"],
    },
    "privacy": {
        "en": ["you leaked my data", "I can see another customer's account details"],
        "es": ["filtraron mis datos"],
        "fr": ["vous avez vendu mes données"],
        "de": ["woher habt ihr meine Nummer"],
        "pt": ["vazaram meus dados"],
        "it": ["violazione della mia privacy, venduto i miei dati"],
    },
    "urgent": {
        "en": ["URGENT, please respond"],
        "es": ["es urgente"],
        "fr": ["c'est urgent"],
        "de": ["dringend Hilfe gebraucht"],
        "pt": ["é urgente"],
        "it": ["urgente, rispondete"],
    },
    "sarcasm": {
        "en": ["great job losing my bag", "thanks so much for cancelling my flight"],
        "es": ["gracias por nada"],
        "fr": ["bravo pour le retard"],
        "de": ["danke für nichts"],
        "pt": ["obrigado por nada"],
        "it": ["complimenti per il ritardo"],
    },
}
HARMLESS = {
    "en": [
        "this app makes me want to die lol",
        "this update is killing me",
        "dying of laughter",
        "I'm dead 😂 dying laughing",
        "Suicide Squad was great",
        "a dress to die for",
        "that joke killed me",
        "wanna die haha",
        "my kid loves the new toys menu",
        "thank you for helping my elderly dad carry his bags",
        "blind date at the food court",
        "urgent care was quick, no rush",
        "thanks in advance",
        "breaking news from the press conference",
    ],
    "es": ["me muero de risa", "quiero morir jajaja", "Escuadrón Suicida es genial"],
    "fr": [
        "morte de rire",
        "mort de faim",
        "Suicide Squad est génial",
        "ça me tue mdr",
    ],
    "de": ["ich habe mich totgelacht", "sterbe vor Hunger", "Suicide Squad war super"],
    "pt": ["morrendo de rir", "quero morrer kkkk", "Esquadrão Suicida é top"],
    "it": ["muoio dal ridere", "voglio morire ahahah", "Suicide Squad bellissimo"],
}


@pytest.mark.parametrize(
    ("flag", "lang", "text"),
    [
        (flag, lang, text)
        for flag, languages in FLAGGED.items()
        for lang, texts in languages.items()
        for text in texts
    ],
)
def test_what_a_person_must_see(flag: str, lang: str, text: str) -> None:
    found = read_signals(text, lang)

    assert flag in found.flags
    assert flag in {signal.kind for signal in found.found}


@pytest.mark.parametrize(
    ("lang", "text"),
    [(lang, text) for lang, texts in HARMLESS.items() for text in texts],
)
def test_what_only_looks_like_it(lang: str, text: str) -> None:
    assert read_signals(text, lang).flags == ()


def test_a_weak_flag_needs_trouble() -> None:
    assert read_signals("we took my baby to the park", "en").flags == ()
    assert read_signals("my baby got nothing, no reply from you", "en").flags == (
        "vulnerable",
    )
