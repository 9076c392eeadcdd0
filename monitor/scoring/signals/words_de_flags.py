"""German: what a person must know whatever the post says."""

from __future__ import annotations

FLAGS = {
    "going_public": """
1: (presse|zeitung|medien|bild zeitung|lokalzeitung|fernsehen|rtl|stern tv|ard|zdf|wiso|
marktcheck|journalisten|journalist|reporter|redaktion) .. (gehen|wenden|melden|
informieren|informiert|einschalten|kontaktiert|freuen|interessiert|interessieren|
weitergeben|gemeldet|geschrieben|schicken|geschickt|erfahren|berichten), (gehe|gehen|
wende|melde|schreibe|schicke|geb|gebe|geht|wenden) .. (presse|zeitung|medien|
öffentlichkeit|fernsehen|journalisten|redaktion|stern tv|marktcheck), (mache|machen|
mach|machen wir) (das|es|den fall|alles) (öffentlich|publik|viral), an die
öffentlichkeit, (überall|allen|jedem|meinen followern|auf allen kanälen) .. (erzählen|
posten|teilen|warnen|berichten|verbreiten|bewerten), (poste|teile|veröffentliche|stelle)
(das|es|alles|den|die) .. (überall|online|öffentlich|ins netz|auf facebook|auf twitter|
auf tiktok|auf youtube|auf instagram|auf google), (schlechte|negative|ehrliche|
entsprechende|ein stern|1 stern) (bewertung|bewertungen|rezension|google bewertung) ..
(schreiben|hinterlassen|geschrieben|folgt|geben|gegeben|abgeben), (bewertung|rezension)
(folgt|ist raus|kommt), (warne|warnen) (alle|jeden|andere|hiermit), (mein|meinem)
(youtube|instagram|tiktok) (kanal|account), follower .. (erfahren|wissen|sehen),
shitstorm
""",
    "privacy": """
1: (datenleck|datenschutzverstoß|datenschutzverletzung|datenpanne|datenklau|
identitätsdiebstahl|datenskandal|dsgvo verstoß|datenschutzvorfall), (fremde|fremden|
fremder|andere|anderen|anderer) (daten|kunden|kundendaten|person|personen|leute|
rechnung|rechnungen|konto|kontoauszüge|befunde) .. (bekommen|erhalten|gesehen|sehen|
zugeschickt|geschickt|angezeigt|daten|namen|adresse|einsehen), (meine|unsere|
persönliche|private|sensible|personenbezogene) (daten|adresse|nummer|telefonnummer|
fotos|unterlagen|handynummer|mail|kontodaten|gesundheitsdaten|akte) .. (weitergegeben|
verkauft|veröffentlicht|geleakt|gestohlen|weitergeleitet|an dritte|im netz|öffentlich|
fremde|geklaut|offen|einsehbar|verschickt), woher (habt|haben|hat) (ihr|sie|der|die)
(meine|die) (nummer|daten|adresse|mail|telefonnummer), (ohne|nie) (meine|)
(einwilligung|zustimmung|erlaubnis) .. (daten|weitergegeben|anrufe|werbung|fotos|mail),
(löscht|löschen|lösche) .. meine daten, (verletzung|missachtung) .. (privatsphäre|
datenschutz), (hört|lest|liest) .. mit, offener (verteiler|mailverteiler), (im|in) (cc|
offenen) .. (adressen|empfänger|alle), (auskunft|löschung) nach dsgvo, gegen (den
datenschutz|die dsgvo)
""",
    "vulnerable": """
.6: rollstuhl, rollstuhlfahrer, rollstuhlfahrerin, rollator, behindert, behinderung,
schwerbehindert, behinderte, behinderten, chemo, chemotherapie, schlaganfall,
herzschrittmacher, pflegeheim, pflegebedürftig, altenheim, seniorenheim, betreutes
wohnen, schwanger, hochschwanger, neugeborenes, säugling, (meine|meiner|unsere|unserer)
(oma|großmutter), (mein|meinem|meines|unser) (opa|baby|großvater), demenz, rentnerin,
rentner, alleinerziehend, alleinerziehende, witwe, verstorbenen, verstorbener,
verstorbene, seniorin, senioren, autistisch, gehbehindert, (zwei|drei|vier|fünf|sechs|
sieben|acht|neun|zehn|2|3|4|5|6|7|8|9|10) (jährige|jähriger|jährigen|wochen altes|monate
altes|wochen alt|monate alt|jahre altes) .. (tochter|sohn|kind|baby|mädchen|junge|enkel|
enkelin), diabetiker, diabetikerin, gehörlos, blind, depression, depressionen,
panikattacke, obdachlos, bürgergeld, existenz, obdachlos~
1: dialyse, insulin, sauerstoffgerät, beatmungsgerät, hausnotruf, notrufknopf,
magensonde, blindenhund, behindertenausweis .. (nicht|abgelehnt|kein), pflegegrad,
pflegedienst .. (nicht|kam|kein), palliativ~, epipen, (hat|mit|leidet an|habe|ist|bin)
(demenz|alzheimer|parkinson|krebs|epilepsie|autismus|down syndrom|ms|copd|asthma|
multiple sklerose|diabetes typ 1|dement|schwerbehindert|schwanger|hochschwanger|
bettlägerig|pflegebedürftig|gehbehindert|sehbehindert|gehörlos|chronisch krank|
schwerkrank|todkrank), {meine} (kranke|kranken|behinderte|behinderten|alte|alten|blinde|
demente|schwangere|pflegebedürftige|schwerkranke|schwerbehinderte|gehbehinderte|
hochschwangere|gebrechliche|betagte|autistischer|behinderter|kranker|dementer|blinder|
{age} jährige|{age}jährige|{age} jähriger|{age}jähriger) .. (mutter|mama|oma|großmutter|
frau|tochter|eltern|tante|nachbarin|schwester|vater|papa|opa|großvater|mann|sohn|onkel|
bruder|nachbar|kind), (oma|opa|mutter|vater|mama|papa|tante|onkel|großmutter|großvater|
schwiegermutter|schwiegervater|nachbarin|nachbar|sie|er|frau|mann) (ist|wird|war) {age},
{age} (jahre|jährige|jähriger|jährigen) .. (alt|alte|mutter|oma|vater|opa|frau|mann|
dame|nachbarin|tante|witwe|rentnerin|kundin), (baby|säugling|neugeborenes|neugeborenen|
kleinkind|kleinkindern|kleinkinder|kleinen kindern|frühchen|kind|kindern) .. (ohne
(heizung|strom|wasser|warmwasser|warmes wasser|milch|essen)|in der kälte|friert|frieren|
im kalten|bei minus|im dunkeln|in der hitze), (ohne|kein|keine) (heizung|strom|wasser|
warmwasser|medikamente|medikament) .. (baby|säugling|kleinkind|neugeborene~|kinder|
kindern|senioren|oma|rollstuhl|krank), (meine|ihre|seine|dringend benötigte)
(medikamente|tabletten|insulin) .. (nicht|weg|leer|verloren|ausgegangen|fehlen),
(alleinreisendes|unbegleitetes) kind
""",
    "self_harm": """
1: (will|wollte|wollen|möchte|würde|könnte|werde|kann) (mich|mir|mein leben|einfach|nur
noch|am liebsten) (umbringen|das leben nehmen|beenden|sterben|erhängen|was antun|etwas
antun|nicht mehr leben|aufhängen), (bringe|bring|brachte) (mich|sich) (um|bald um|noch
um), (will|wollte|möchte|mag|kann) nicht mehr (leben|weiterleben|da sein|hier sein|
aufwachen|existieren), (will|möchte) (nur noch|einfach nur|einfach|nur) sterben,
lebensmüde, suizid, suizidal, suizidgedanken, selbstmord, selbstmordgedanken,
selbstmordversuch, suizidversuch, selbstmord (begehen|begangen), (ich|er|sie) kann
(einfach|so|das|das alles|) nicht mehr (weiter|weitermachen|weiterleben|leben), (ich
halte|halte) (das|es) nicht mehr aus .. leben, (sehe|sieht|habe|finde) (keinen|keinen
anderen) (sinn|ausweg|sinn mehr|ausweg mehr), keinen (sinn|grund) (mehr|) (zu leben|im
leben|weiterzuleben|weiterzumachen), (besser|leichter) .. (ohne mich|wenn ich (weg|tot|
nicht mehr) (bin|wäre|da bin|da wäre)), (wenn ich (tot|weg) (bin|wäre)), (wäre|wär)
(ich|lieber) (lieber|) tot, lieber tot, (allem|dem allem|dem ganzen|meinem leben) ein
ende (setzen|machen|bereiten), (schluss|ende) machen mit dem leben, dem leben ein ende,
(tabletten|pillen|schlaftabletten) .. (genommen|geschluckt|alle|vor mir), ritzen, ritze
mich, verletze mich selbst, selbstverletz~, (von|vor) (der brücke|den zug|der bahn|dem
dach) .. (springen|werfen|stürzen), (spring|springe|werfe mich) (von|vor) (der brücke|
den zug|dem dach), abschiedsbrief, nicht mehr (leben|aufwachen|weiterleben|da sein|hier
sein) (will|möchte|wollte|wollen|mag), (will|möchte|mag|würde) .. nicht mehr (aufwachen|
leben|da sein), (in den|in die|den|die) (arm|arme|pulsadern) .. (geschnitten|
aufgeschnitten|geritzt), pulsadern, (dann bin ich|bin ich dann|bin ich) (auch|dann|
einfach) weg, (brücke|bahngleise|gleise) .. (angeguckt|angeschaut|gestanden|stehe), mir
das leben nehmen, das leben genommen, (nichts|nix) (mehr|) wofür (es sich zu leben|ich
lebe|sich das leben)
""",
    "urgent": """
.5: asap, notfall, umgehend
1: dringend, dringende, dringender, eilt, brandeilig, eilig, so schnell wie möglich,
schnellstmöglich, (bitte|hilfe) (sofort|schnell|dringend|heute noch|umgehend), (noch
heute|heute noch|sofort|umgehend) (hilfe|antwort|lösung|brauche|benötige), (brauche|
benötige|brauchen) .. (heute|sofort|dringend|morgen|umgehend|bis morgen|noch heute),
(flug|zug|hochzeit|op|operation|prüfung|umzug|beerdigung|termin|abflug|klausur) (geht|
ist|in|geht in|ist in|schon|) (morgen|heute|gleich|einer stunde|zwei stunden|2 stunden|1
stunde|übermorgen|heute abend), zeit läuft, (letzte|in letzter) minute
""",
    "sarcasm": """
1: danke für (nichts|gar nichts|garnichts|die verspätung|den ausfall|die warteschleife|
das warten|die stornierung), (danke|bravo|glückwunsch|herzlichen glückwunsch|super|toll|
klasse|prima|respekt|applaus|na super|na toll) .. (schon wieder|wieder mal|mal wieder|
kaputt|ausgefallen|verspätung|verspätet|warteschleife|vergeigt|storniert|nicht da|
gestrichen), na (super|toll|klasse|prima|bravo|danke|wunderbar|herrlich|großartig|dann),
(tolle|tolles|toller|super|klasse|prima|großartige|großartiger|spitzen|spitze) (service|
leistung|kundenservice|kundenfreundlichkeit|arbeit|qualität|support|firma|hotline) ..
(nicht|nie|keine|kein|wochen|stunden|kaputt|warte~|niemand), (ganz|wirklich|echt)
(großes|grosses|toll|super|große) (kino|klasse|leistung|tennis) .. (nicht|nie|keine|
wieder|stunden), ich (liebe|lieb) (es wenn|es|wie) .. (warten|warte~|ausfällt|nicht|
verspätung|kaputt|stunden), wie (immer|gewohnt) (zuverlässig|super|pünktlich|top|toll)
.. (nicht|verspätung|ausfall|zu spät|ausgefallen), man gönnt sich ja sonst nichts, läuft
bei (euch|denen|der), (wer|kundenservice|service) (braucht schon|wird groß|wird
großgeschrieben|wird hier groß), genau (mein|mein ding|was ich) (humor|heute gebraucht|
gebraucht habe|brauche)
""",
}
