"""German: what does not come, work, or last."""

from __future__ import annotations

GOODS = {
    "delivery": """
.05: lieferung, geliefert, paket, versand, bestellung, zusteller, flug, koffer, gepäck,
zug
.15: verspätet, verspätung, sendungsverfolgung, zugestellt, bahn
.3: lieferverzug, verzögert, verzögert sich, falsche adresse, paketshop, ausgefallen,
entfällt, zugausfall
.45: (flug|zug|bestellung|termin|buchung|reise|fahrt|bahn|verbindung|auftrag) ..
(storniert|gestrichen|annulliert|ausgefallen|entfällt|fällt aus|abgesagt)
.5: (beschädigt|kaputt|zerbrochen|unvollständig|falsch|leer|defekt|nass|zerdrückt)
(angekommen|geliefert|an|erhalten|zugestellt|ankam), (falsche|falschen|falsches|
falscher) (ware|artikel|größe|farbe|produkt|teil|lieferung|paket|bestellung|adresse),
(verspätung|verspätet) .. (minuten|stunden|std|min), (anschluss|anschlusszug|
anschlussflug|flug|zug) verpasst, (fehlt|fehlen|fehlten|fehlte) (ein|eine|teil|teile|die
hälfte|die|noch|der|das|zwei|drei), lieferung zu spät, zu spät geliefert
.6: nicht (geliefert|angekommen|zugestellt|verschickt|versendet|versandt|gekommen|da|
eingetroffen|abgeholt|ausgeliefert), (nie|niemals|noch nicht|immer noch nicht|bis heute
nicht|wieder nicht|bisher nicht) (angekommen|geliefert|erhalten|gekommen|zugestellt|da|
eingetroffen), (kommt|kam|kommen|kamen|erscheint|erschien) (einfach|wieder|heute|auch|
mal wieder|) (nicht|nie|niemand|keiner|nicht an|nie an), (wo|wann) (bleibt|ist|sind|
bleiben|kommt) .. {ding}, {ding} (verschwunden|verloren|verschollen|verloren gegangen|
gestohlen|beschädigt|kaputt), (verlorenes|verlorener|verlorenes|fehlendes|fehlende|
verschwundenes) {ding}, (angeblich|als) zugestellt, angeblich (nicht da|nicht zuhause|
niemand zuhause|nicht angetroffen), (sendung|paket|koffer|gepäck|bestellung) ..
(verloren|verschwunden|verschollen|unauffindbar|hängt|steckt|fest), gestrandet, sitzen
fest, sitze fest, vor die tür (geworfen|gestellt|gelegt), im regen (abgestellt|stehen),
paket (geklaut|geöffnet)
""",
    "outage": """
.15: offline, wartung, wartungsarbeiten, fehler, bug, bugs, verbindung, fehlercode,
serverprobleme
.3: störung, störungen, ausfall, fehlermeldung, abbrüche, totalausfall, ladefehler,
netzausfall, systemfehler
.55: (funktioniert|funktionieren|geht|gehen|läuft|klappt|lädt|startet|tut|reagiert|
verbindet|öffnet) (schon|wieder|immer noch|einfach|mal wieder|seit|leider|überhaupt|bei
mir|gar|heute|nach dem update|noch|) (nicht|nichts|nicht mehr|nix), (funktioniert|
funktionieren|geht|läuft|klappt|lädt|verbindet) .. (nicht|nicht mehr|gar nicht|nix mehr|
überhaupt nicht), nichts (geht|geht mehr|funktioniert|läuft|lädt), geht (gar|) nichts
(mehr|), (stürzt|stürzen) (ständig|immer|dauernd|nur|jedes mal|) ab, stürzt .. ab,
abgestürzt, (ist|sind|seit|server|seite|website|app|internet|netz|system|leitung|wieder)
(down|offline|ausgefallen|gestört|tot|nicht erreichbar|lahmgelegt), (kann|können|komme|
konnte) (mich|man|ich|) (nicht|nicht mehr) (einloggen|anmelden|zugreifen|öffnen|
bezahlen|verbinden|bestellen|buchen|telefonieren|überweisen|rein|laden), (einloggen|
anmelden|login|anmeldung|zahlung|bezahlen|update|überweisung|bezahlung) (nicht möglich|
geht nicht|funktioniert nicht|klappt nicht|fehlgeschlagen|unmöglich), nicht einloggen,
(kein|keine|keinen|null|schon wieder kein) (internet|netz|empfang|strom|signal|wasser|
warmwasser|heizung|wlan|telefon|verbindung|warmes wasser|mobilfunk|zugriff|zugang|gas|
licht|bild|ton), (internet|netz|strom|wlan|telefon|heizung|empfang|server|verbindung)
(weg|tot|ausgefallen|fällt aus|bricht ab|bricht zusammen|gestört|ausfall), (hängt|
hängen) sich (ständig|immer|dauernd|) auf, friert (ständig|immer|) ein, eingefroren,
(schwarzer|blauer|weißer) bildschirm, stromausfall, internetausfall, (bleibt|bleiben)
(hängen|schwarz|weiß|stehen), lässt sich nicht (öffnen|starten|laden|installieren|
updaten|mehr|einschalten|aktivieren|bedienen), unbenutzbar, nicht nutzbar,
verbindungsabbrüche
""",
    "defect": """
.15: kratzer, dreckig, schmutzig, abgelaufen, kalt, undicht, verschlissen
.3: kaputt, defekt, gebrochen, gerissen, verschimmelt, schimmel, zerkratzt, rost,
verfault, ungenießbar, zerbrochen, abgebrochen, abgefallen, verdorben, verbrannt,
zerrissen, verbogen, fleckig, beschädigt, ausgelaufen, eklig
.5: (nach|schon nach) .. (kaputt|defekt|gebrochen|gerissen|hinüber|geschrottet|im
eimer), (kaputt|defekt) (gegangen|nach|geliefert), {schlecht} (qualität|verarbeitung|
material|zustand), (qualität|verarbeitung|essen|zimmer|pizza|material) .. {schlimm},
(qualität) (lässt|ließ) (nach|zu wünschen|stark nach), billiger (schrott|müll|plastik),
billigschrott, schrott, montagsgerät, fehlkonstruktion, (essen|pommes|pizza|suppe|
fleisch) (kalt|roh|verbrannt|verdorben|versalzen|war kalt|kam kalt|kalt angekommen),
haar (in|im), haare (in|im), akku (leer|tot|defekt|aufgebläht|kaputt|schwach), (display|
bildschirm|scharnier|reißverschluss|motor|griff|rad|henkel) (kaputt|defekt|gebrochen|
gerissen|tot|flackert), nicht wie (beschrieben|abgebildet|bestellt|auf dem bild|
versprochen), entspricht nicht .. (beschreibung|bild|foto|erwartung), passt (überhaupt|
gar|hinten und vorne|) nicht, halb leer, halbleer, (fällt|fiel|geht|ging|bricht|löst)
(auseinander|kaputt|ab|sich ab|sich auf|sofort ab), kakerlake, kakerlaken, bettwanzen,
maden, mäuse (im|in), made (im|in), schimmel (an|im|in|auf|unter)
""",
}
