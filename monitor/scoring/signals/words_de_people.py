"""German: how people are treated, leaving, harm, and law."""

from __future__ import annotations

PEOPLE = {
    "service": """
.15: beschwerde, beschweren, reklamation, reklamiert, reklamieren, hotline, vertrösten
.3: unfreundlich, inkompetent, inkompetenz, unverschämt, arrogant, frech, ahnungslos,
respektlos, unhöflich, unprofessionell, unfähig, überfordert, herablassend, patzig,
chaotisch, unorganisiert, unzuverlässig, servicewüste, pampig, ruppig
.55: {schlecht} {dienst}, {dienst} .. {schlimm}, kein (service|kundenservice|support|
kundendienst), (schlechtester|schlechteste|schlechtestes|schlimmste|schlimmster|
mieseste) .. (firma|bank|anbieter|airline|hotel|laden|service|app|erfahrung|unternehmen|
ever|aller zeiten|welt), {niemand} (hilft|kümmert|interessiert|weiß|hat ahnung|kann mir|
konnte|will|wollte|kann helfen|half|fühlt), (interessiert|kümmert) (euch|sie|die|
niemanden|keinen|das) .. (nicht|niemand|keinen), (wurde|werde|wird|wurden|werden) (nur|
ständig|immer|) (abgewimmelt|abgespeist|angeschrien|angelogen|belogen|verarscht|
hingehalten|beleidigt|abgefertigt|von pontius|hin und her), von (einem|a|pontius) zum
(anderen|nächsten), (wie|als) (dreck|kunde zweiter klasse|bettler|schwerverbrecher|
idiot) behandelt, leere versprechungen, (versprechen|zusagen|absprachen) (nicht|werden
nicht|wurden nicht) (gehalten|eingehalten), nicht eingehalten, (jeder|jede|jedes mal) ..
(was anderes|etwas anderes|andere auskunft), (lügen|lügt|angelogen|belogen), keine
hilfe, (hilft|half|helfen) (mir|einem|uns|) nicht (weiter|), nicht hilfreich, null
(service|hilfe|interesse|ahnung), (kunde|kunden|kundin) .. (egal|scheißegal|schlecht
behandelt|verarscht), (kein|null) (verständnis|entgegenkommen|interesse), (keine|null)
ahnung .. (mitarbeiter|hotline|personal), (mitarbeiter|mitarbeiterin|kassiererin|fahrer)
.. (unfreundlich|frech|unverschämt|unhöflich|patzig|respektlos|pampig)
""",
    "account": """
.15: passwort, verifizierung, zugangsdaten, kundenkonto
.3: gehackt, gesperrt, deaktiviert, gelöscht, eingefroren, blockiert
.5: (konto|account|karte|kreditkarte|profil|zugang|sim|onlinebanking|nummer) ..
(gesperrt|gehackt|gelöscht|deaktiviert|blockiert|eingefroren|geschlossen|gekündigt|
abgelehnt), (gesperrtes|gehacktes|sperrt|sperren|gesperrter) (konto|account|mein konto|
meinen account|meine karte), ausgesperrt, (passwort|code|tan|sms|bestätigungsmail|link)
(kommt nicht|funktioniert nicht|wird nicht), (kein|keinen) (zugriff|zugang) (mehr|auf|
zum|zu), komme nicht (mehr|) (in|an) (mein|meinen|meine), account .. gehackt
""",
    "churn": """
.15: kündigen, kündigung, gekündigt, anbieterwechsel, wechsle, wechseln, abmelden,
konkurrenz
.3: deinstalliert, boykott, boykottieren, widerrufe, sonderkündigung, kündige,
abgemeldet, löschen
.35: nie wieder, niemals wieder, nie mehr
.55: (einmal und|hier|dort|da|bei euch|bei denen) nie (wieder|mehr), nie (wieder|mehr)
(bei|dort|hier|da|@|bestellen|kaufen|buche|bestelle|kaufe|fliegen|mit|dieser|diese|
diesen|zu), nicht mehr (bestellen|kaufen|buchen|fliegen|empfehlen|hingehen|fahren|
nutzen|wiederkommen), (letzte|letztes) mal (bestellt|gekauft|gebucht|hier|bei|geflogen|
gewesen|dass ich|dort), (das war|war) (das letzte|mein letztes|unser letztes) mal,
(kündige|kündigen|kündigung) (meinen|mein|den|meine|alles|sofort|heute|jetzt|ist raus|
meines|geht raus|eingereicht|fristlos|morgen|zum), (vertrag|abo|konto|mitgliedschaft|
versicherung|abonnement|tarif) (wird|werde ich|ist|) (gekündigt|kündigen|fristlos|
aufgelöst|auflösen), (wechsle|wechsel|wechseln|wechseln wir|gewechselt|gehe) (jetzt|nun|
bald|sofort|definitiv|) (zu|zur|zum|den anbieter|die bank|die versicherung|den
stromanbieter), (finger weg|hände weg|nicht empfehlenswert|nicht zu empfehlen|nicht
weiterempfehlen|kann ich nicht empfehlen|keine empfehlung|absolut nicht zu empfehlen|
abzuraten|rate ab|rate dringend ab|rate jedem ab|nicht weiter empfehlen), (kauft|
bestellt|bucht|geht|fliegt|nehmt|spart|nutzt) (bloß|hier|da|dort|ja|besser|lieber|nicht|
euch|niemals) (nicht|nie|nichts|woanders|das geld), (meidet|vermeiden|meiden) (diesen|
diese|den|die|das|sie|dieses|es), (kunde|kundin|kunden) (verloren|gewesen|weniger|los),
(app|konto|account) (gelöscht|deinstalliert|löschen|wieder gelöscht|lösche ich),
(bereue|bereuen) (es|den|die|das|dass|meinen), (gehe|gehen|kaufe|bestelle|suche|suchen|
buche) (jetzt|ab jetzt|künftig|lieber|in zukunft|dann|mir|) (woanders|anderswo|bei der
konkurrenz|zur konkurrenz|einen anderen|einen neuen)
""",
    "safety": """
.15: rückruf
.3: gefährlich, überhitzt, unsicher, verletzt, verletzung, gefahr, lebensgefahr,
erstickt
.6: (lebensgefährlich|brandgefährlich|brandgefahr|feuergefahr|verletzungsgefahr|
erstickungsgefahr|gesundheitsgefährdend), (qualmt|qualmte|raucht|funken|schmort|
geschmort|geschmolzen|verschmort|glüht), gasgeruch, riecht (nach gas|verbrannt|
verschmort|verbrannt), (krank|schlecht|übel|übergeben|erbrochen) .. (gegessen|essen|
davon|danach), salmonellen, magenkrämpfe, (glas|metall|plastik|scherben|draht|schraube|
nagel) (im|in der|in meinem|in meiner|in den)
.75: (fing|fängt|ist|geriet|in|hat) (an zu brennen|feuer gefangen|brand|in flammen|
feuer|in brand geraten), explodiert, explosion, gebrannt, stromschlag, verbrannt an,
verbrennung, verbrennungen, verbrüht, in flammen, lebensmittelvergiftung, allergische
reaktion, allergischer schock, anaphylakt~, (ins|im) krankenhaus, notaufnahme, notarzt,
rettungswagen, kohlenmonoxid, (musste|mussten|musste sich) .. krankenhaus, (bremsen|
bremse|airbag) (versagt|versagten|ausgefallen|defekt|funktionieren nicht|gingen nicht|
nicht ausgelöst), (fast|beinahe) (gestorben|erstickt|umgebracht|überfahren|verbrannt|ums
leben), hätte (sterben|tödlich|tot|schlimm) .. können, (belästigt|bedroht|angegriffen|
geschlagen|begrapscht|angefasst|bedrängt|gestalkt) (worden|mich|wurde|hat|meine|sie),
(wurde|hat mich|meine tochter|meine frau) .. (belästigt|bedroht|angegriffen|begrapscht|
angefasst|bedrängt), bevor (jemand|erst jemand|was) .. (stirbt|passiert|verletzt)
""",
    "legal": """
.3: anwalt, anwältin, rechtsanwalt, verbraucherzentrale, klage, dsgvo,
schlichtungsstelle, bundesnetzagentur, bafin, diskriminierung, diskriminiert,
rechtswidrig, illegal, abmahnung, ombudsmann, widerrufsrecht, gewährleistung
.7: (meinen|meinem|mein|einen|zum|unser|unserem|den|dem) (anwalt|rechtsanwalt)
(einschalten|eingeschaltet|übergeben|nehmen|kontaktiert|gehen|schreibt|sprechen|
beauftragt|wird|weiter), (rechtliche|juristische|gerichtliche) (schritte|konsequenzen|
mittel), rechtsweg, (vor|zum|vors) gericht, (verklage|verklagen|klage einreichen|klagen
werde|sammelklage|anzeige (erstattet|erstatten|gegen|bei|ist raus)|strafanzeige|
angezeigt), (verbraucherzentrale|verbraucherschutz|ombudsmann|bundesnetzagentur|bafin|
datenschutzbehörde|schlichtungsstelle|polizei|aufsichtsbehörde|gewerbeaufsicht) ..
(eingeschaltet|informiert|gemeldet|melden|einschalten|wenden|gewandt|weitergeleitet|
beschwerde|informieren|bescheid), (melde|wende|beschwere|gehe|ging|war) ..
(verbraucherzentrale|verbraucherschutz|ombudsmann|bundesnetzagentur|bafin|polizei|
datenschutzbehörde|schlichtungsstelle|anwalt), vertragsbruch, (letzte|setze|gesetzte|
mit) (frist|fristsetzung), mahnbescheid, (das ist|ist das|doch) (illegal|rechtswidrig|
strafbar|verboten|nötigung|betrug)
""",
}
