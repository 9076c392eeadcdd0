"""German: money back, and what things cost."""

from __future__ import annotations

MONEY = {
    "refund": """
.15: rückerstattung, erstattung, erstattet, erstatten, gutschrift, rücksendung,
gutschein, entschädigung, rückzahlung, geld zurück
.3: erstattung beantragt, geld zurückgefordert, chargeback, käuferschutz
.6: (will|möchte|wollen|fordere|verlange|verlangen|hätte gern|gebt mir|gib mir|bekomme|
kriege) {mein} geld (zurück|wieder), (wo|wann) (bleibt|ist|kommt) {mein} (erstattung|
rückerstattung|rückzahlung|geld|gutschrift), {kein} (erstattung|rückerstattung|
rückzahlung|gutschrift|geld zurück|geld erhalten|geld bekommen), (warte|warten|wartet|
gewartet) .. (erstattung|rückerstattung|rückzahlung|gutschrift|mein geld|unser geld),
nicht (erstattet|zurückgezahlt|zurückerstattet|gutgeschrieben|zurücküberwiesen), geld
nicht zurück, (erstattung|rückerstattung|rückzahlung) .. (verweigert|abgelehnt|nicht|
fehlt|aus|immer noch|ausstehend), (verweigert|verweigern|verweigerte|lehnt|lehnen) ..
(erstattung|rückerstattung|rückzahlung|rücknahme|ab), geld (einbehalten|behalten|
futsch), (behalten|behält) .. (geld|kaution), geld zurückbekommen .. nicht, (einfach|
wollen|wollte|wollten) nicht (erstatten|zurückzahlen|zurücknehmen), kaution .. nicht
""",
    "billing": """
.15: rechnung, gebühr, gebühren, teuer, abbuchung, preiserhöhung, überteuert, mahnung,
abgebucht, zu teuer
.3: versteckte kosten, wucher, abzocke, betrug, überhöhte, mahngebühr, mahngebühren,
inkasso, zusatzkosten, preise erhöht
.5: (doppelt|zweimal|zwei mal|mehrfach|2x|3x|dreimal) (abgebucht|berechnet|belastet|
bezahlt|eingezogen|gezahlt|verrechnet), zu viel (abgebucht|berechnet|bezahlt|verlangt|
kassiert), zuviel (abgebucht|berechnet|bezahlt|verlangt), (falsch|unberechtigt|einfach|
trotzdem|ungefragt|weiter|weiterhin|immer noch|trotz kündigung|ohne grund) (abgebucht|
berechnet|belastet|eingezogen|kassiert|buchen|abgerechnet), (falsche|falscher|
fehlerhafte|überhöhte|unberechtigte|doppelte|ungerechtfertigte|horrende) (rechnung|
abrechnung|betrag|abbuchung|mahnung|forderung|rechnungen), abzocker, abgezockt,
betrüger, betrogen, betrügerisch, betrügen, betrugsmasche, abzockerei, reine abzocke,
abofalle, kostenfalle, (geld|geldbeutel) (geklaut|gestohlen|weg|abgezogen|verschwunden),
(buchen|bucht|kassiert|kassieren) .. (ab|weiter|trotzdem|doppelt), geldverschwendung,
(rausgeworfenes|rausgeschmissenes|verschwendetes) geld, (geld|preis) nicht wert,
halsabschneider, über den tisch gezogen, (nicht|nie) (bestellt|abgeschlossen|zugestimmt|
beauftragt|autorisiert|gebucht) .. (rechnung|abgebucht|mahnung|vertrag|zahlen|abo),
unbekannte abbuchung, nicht autorisiert~
""",
}
