"""German: waiting, and no answer."""

from __future__ import annotations

SILENCE = {
    "waiting": """
.15: warte, warten, gewartet, wartezeit, geduld, wartet, wann kommt
.3: warteschleife, lange wartezeit, lange wartezeiten, ewig gewartet, schlange,
vertröstet, stundenlang, tagelang, wochenlang, monatelang, seit ewigkeiten
.45: (dauert|dauerte|gedauert) (ewig|ewigkeiten|zu lange|viel zu lange|so lange|schon
wieder|unendlich), (wie lange|wielange) (noch|soll|muss|dauert das|dauert es noch|wollt|
sollen|müssen), zu langsam, immer noch (nicht|nichts|kein|keine|keinen|warten), noch
immer (nicht|nichts|kein|keine|keinen), (bis heute|bis jetzt|bisher|seitdem|seither)
(nichts|nicht|kein|keine|keinen), langsam reichts
.6: (warte|warten) (immer noch|noch immer|seit|schon|bis heute|vergeblich|vergebens|
jetzt seit|nun seit|jetzt schon), (stundenlang|tagelang|wochenlang|monatelang|ewig)
(gewartet|warten|in der), warten lassen, (hänge|hing|hänge seit|stecke|sitze) ..
warteschleife, in der warteschleife, auf unbestimmte zeit, (passiert|tut sich|geschieht|
kommt|kam|bewegt sich|geschehen|passierte) (seit|einfach|gar|seitdem|leider|bis heute|)
nichts, nichts (gehört|passiert|geschehen|bekommen|erhalten|gekommen|erhalten), noch
nicht (erhalten|bekommen|da|angekommen|bearbeitet), immer wieder (verschoben|vertröstet|
aufgeschoben), (termin|lieferung|lieferdatum|liefertermin) .. verschoben, wird (nur|
immer|ständig) vertröstet
""",
    "unanswered": """
.3: anrufbeantworter, ticketnummer, standardantwort, standardantworten, bandansage,
chatbot, textbausteine
.6: {kein} (antwort|reaktion|rückmeldung|rückruf|rückmeldungen|antworten|auskunft|
kontakt|info|infos), {niemand} (antwortet|meldet sich|reagiert|geht ran|geht ans
telefon|erreichbar|ruft|rief|hat sich gemeldet|geantwortet|reagierte), {niemand} (fühlt
sich zuständig|zuständig|erreicht|geht dran|nimmt ab|hebt ab|zu erreichen|zuständig
fühlt), (nicht|nie|keinen) (erreichbar|zurückgerufen|geantwortet|beantwortet|zu
erreichen|reagiert|gemeldet|durchgekommen), (antwortet|antworten|reagiert|reagieren|
meldet|melden|ruft|beantwortet) (sich|mir|auf|uns|einfach|mails|) nicht, (antwortet|
antworten|reagiert|reagieren|meldet|melden) .. (nicht|niemand|keiner|nie),
unbeantwortet, hallo jemand da, (ignoriert|ignoriert zu|ignorieren|ignorierte) (mich|
uns|meine|mails|mail|werden|wird|einfach|kunden|alles|alle), werde ignoriert, einfach
ignoriert, (einfach|mitten im gespräch|wieder) aufgelegt, aus der leitung, leitung (tot|
unterbrochen|bricht ab), funkstille, (bitte|könntet ihr bitte|bitte endlich) (antworten|
antwortet|melden|meldet|melden sie sich|meldet euch|um antwort|um rückruf|um
rückmeldung), (keine chance|unmöglich|nicht möglich) .. (erreichen|durchzukommen|
jemanden), komme nicht durch, kommt man nicht durch, kein (mensch|echter mensch|
ansprechpartner) .. (erreich~|sprechen|telefon), (ticket|anfrage|beschwerde)
(geschlossen|einfach geschlossen), (wartet|warte) auf (antwort|rückruf|rückmeldung|eine
antwort|einen rückruf|eine rückmeldung), auf (meine|unsere) (mail|mails|nachricht|
nachrichten|anfrage|email) .. (nicht|keine)
""",
}
