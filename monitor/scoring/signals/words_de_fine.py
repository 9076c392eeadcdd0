"""German: what is over or no trouble, and what would be misread."""

from __future__ import annotations

FINE = {
    "relief": """
1: {ohne} {trouble}, nie (probleme|ärger|stress|was|etwas) .. gehabt, noch nie
(probleme|ärger) gehabt, hatte (noch nie|nie|bisher keine) (probleme|ärger), kein
problem, kein thema, keine sorge, nichts (zu meckern|zu beanstanden|auszusetzen|zu
bemängeln|zu beklagen), nicht (meckern|beklagen|beschweren), kann (mich|man) nicht
beklagen, kann nicht klagen, pünktlich, überpünktlich, früher als (erwartet|gedacht|
angekündigt), schneller als (erwartet|gedacht|angekündigt), (problem|fehler|sache|
störung|thema|alles) (ist|wurde|war|sofort|schnell|endlich|inzwischen|jetzt|) (gelöst|
behoben|erledigt|geklärt|geregelt), (hat|hatte) sich (erledigt|geklärt|gelöst), alles
(gut|geklärt|bestens|in ordnung|wieder gut|palletti|paletti), (geld|erstattung|
rückerstattung|betrag) (kam|war|ist|wurde|wurde mir) (sofort|schnell|prompt|umgehend|am
nächsten tag|anstandslos|nach zwei tagen|innerhalb|direkt|problemlos), (sofort|schnell|
umgehend|anstandslos|prompt|problemlos|direkt|kulant|innerhalb weniger tage) (erstattet|
ersetzt|gelöst|geholfen|repariert|umgetauscht|geantwortet|zurückerstattet|bearbeitet|
gutgeschrieben), (schnelle|prompte|rasche|unkomplizierte|problemlose|zügige|
anstandslose) (antwort|hilfe|lieferung|rückerstattung|erstattung|bearbeitung|lösung|
reaktion|abwicklung|rückmeldung|reparatur), (geht|läuft|funktioniert|klappt) (jetzt|
wieder|endlich|nun|inzwischen|alles) (wieder|alles|einwandfrei|gut|super|problemlos|
perfekt|), wieder (da|online|erreichbar|okay|ok), nie enttäuscht, (nicht|noch nie)
enttäuscht worden, wurde nicht enttäuscht, (kann|konnte) es kaum erwarten, lohnt sich,
warten (hat sich|lohnt sich|hat sich gelohnt) , (nicht|gar nicht|garnicht|nicht so)
(schlecht|übel|verkehrt), mein fehler, selbst schuld, war mein fehler, wider erwarten,
fehlalarm, immer (zuverlässig|pünktlich)
""",
    "nothing": """
0: rückruf (bitte|von|unter|gewünscht|nicht|erwartet|kam|erbeten|erhalten|hat|am|um|
wurde), (um|auf|kein|keinen|einen|den|ihren|bitte) rückruf, anzeige (vorlas|auf|in der|
im|bei|zeigt), seit jahren (zufrieden|kunde|kundin|glücklich|treu), suicide squad,
(lach|lache|lachen|gelacht|lachend) .. (tot|kaputt|schlapp), (totgelacht|kaputtgelacht|
kaputt gelacht|schlapp gelacht|tot gelacht), (sterbe|gestorben|tot|sterben) (vor|wegen)
(lachen|langeweile|peinlichkeit|scham|hitze|neugier|hunger), (will|möchte) sterben (lol|
haha|hahaha|xd|lachen), zum sterben (schön|langweilig|gut|süß), (bringt|bringst|macht)
mich (noch|echt|) (um|fertig) (lol|haha|xd), (ich|bin) (tot|gestorben) (lol|haha|xd),
fehlerbehebung, fehlerbehebungen, (behebt|behoben|beheben) .. (fehler|bugs),
preisfehler, problemlösung, (kein|keine) (fehler|frage), (geld zurück|geld-zurück)
garantie, rückgaberecht, falsch (parker|fahrer|gemacht|verstanden), nichts falsch
machen, schlechtes wetter, schlechte (laune|nachrichten|noten), nicht schlecht, gar
nicht schlecht, warten (auf weihnachten|auf das wochenende), abwarten, warte mal, warte
kurz, warten wir, traurig (schön|aber wahr), geil traurig, kalter (kaffee|krieg|entzug),
blinde (date|kuh|passagier), blind (date|verstanden|vertrauen), blinder passagier, nicht
zu teuer, nicht teuer, gar nicht teuer, kaltes buffet, rost (bratwurst|braten), klage
(lied|mauer), herzlichen glückwunsch zum, (gute|herzlichen|danke für die) (idee|
einladung|einladung), danke im voraus, vielen dank im voraus, lieferdienst, feuer und
flamme, feuer (werk|wehr), voll toll, voll gut, verrückt gut, wahnsinnig gut, unfassbar
(gut|lecker|schön|toll|nett), unglaublich (gut|lecker|schön|toll|nett), brutal gut,
furchtbar (nett|lieb), schrecklich (nett|lieb), scheiß egal, liebe (grüße|leute|
kollegen|frau|herr|kunden|freunde|community|alle|hotline|damen|telekom|bahn|
kolleginnen), liebes (team|finanzamt|tagebuch)
""",
}
