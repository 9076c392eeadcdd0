"""German."""

from __future__ import annotations

from monitor.scoring.signals.table import Counts, Table
from monitor.scoring.signals.words_de_feeling import FEELING
from monitor.scoring.signals.words_de_fine import FINE
from monitor.scoring.signals.words_de_flags import FLAGS
from monitor.scoring.signals.words_de_goods import GOODS
from monitor.scoring.signals.words_de_money import MONEY
from monitor.scoring.signals.words_de_people import PEOPLE
from monitor.scoring.signals.words_de_silence import SILENCE

_AGES = "|".join(str(age) for age in range(75, 100))
_LISTS = {
    "age": _AGES,
    "mein": (
        "|mein|meine|meinen|meinem|meiner|unser|unsere|unseren|das|die|den|der|dem|"
        "eine|ein|einen"
    ),
    "meine": "meine|meinen|meiner|meinem|mein|unsere|unseren|unserer|unser",
    "kein": (
        "kein|keine|keinen|keiner|keinerlei|noch kein|noch keine|noch keinen|immer "
        "noch kein|immer noch keine|immer noch keinen|weder"
    ),
    "ohne": (
        "ohne|keine|keinerlei|nie|noch nie|null|gar keine|bisher keine|nie "
        "irgendwelche|bislang keine|überhaupt keine|kein|nie ein|noch nie ein"
    ),
    "trouble": (
        "probleme|problem|ärger|schwierigkeiten|störungen|beanstandungen|beschwerden|"
        "verspätung|verspätungen|stress|fehler|ausfälle|mängel|komplikationen|grund "
        "zur klage|verzögerung|verzögerungen|wartezeit|wartezeiten"
    ),
    "niemand": "niemand|keiner|kein mensch|keine sau|kein schwein|nie jemand|niemanden",
    "schlecht": (
        "schlechter|schlechte|schlechtester|schlechteste|schlechtesten|mieser|miese|"
        "miserabler|miserable|unterirdischer|unterirdische|grottiger|grottenschlechter|"
        "grauenhafter|grauenvoller|furchtbarer|schrecklicher|katastrophaler|"
        "katastrophale|unfreundlicher|unfreundliche|unverschämter|lausiger|saumäßiger|"
        "mangelhafter"
    ),
    "dienst": (
        "service|kundenservice|kundendienst|support|kundenbetreuung|hotline|beratung|"
        "personal|bedienung|kommunikation|umgang|laden|verein|firma|erfahrung"
    ),
    "ding": (
        "paket|pakete|päckchen|bestellung|lieferung|sendung|ware|koffer|gepäck|brief|"
        "karte|artikel|möbel|sofa|handy|gerät|post"
    ),
    "warum": "warum|wieso|weshalb|wann",
    "schlimm": (
        "schlecht|mies|miserabel|unterirdisch|grottig|grottenschlecht|grauenhaft|"
        "katastrophal|furchtbar|schrecklich|eine katastrophe|unter aller sau|ein witz|"
        "das letzte|unfreundlich|mangelhaft|ungenügend|lächerlich|eine zumutung|"
        "unverschämt"
    ),
}
_COUNTS = Counts(
    numbers=(
        "ein=1 | eine=1 | einem=1 | einer=1 | einen=1 | zwei=2 | drei=3 | vier=4 | "
        "fünf=5 | sechs=6 | sieben=7 | acht=8 | neun=9 | zehn=10 | elf=11 | zwölf=12 | "
        "vierzehn=14 | fünfzehn=15 | zwanzig=20 | dreißig=30 | mehrere=3 | mehreren=3 |"
        " einige=3 | einigen=3 | ein paar=3 | paar=3 | halbe=.5 | halben=.5 | eine "
        "halbe=.5 | einem halben=.5 | ein halbes=.5 | anderthalb=1.5 | eineinhalb=1.5 |"
        " zweieinhalb=2.5 | über einer=1 | hundert=100"
    ),
    ordinals=(
        "zweite=2 | zweiten=2 | 2=2 | dritte=3 | dritten=3 | dritter=3 | vierte=4 | "
        "vierten=4 | fünfte=5 | fünften=5 | sechste=6 | sechsten=6 | siebte=7 | "
        "siebten=7 | achte=8 | achten=8 | zehnte=10 | zehnten=10 | x te=10 | xten=10 | "
        "zigsten=10 | gefühlt hundertsten=10 | 3=3 | 4=4 | 5=5 | 6=6 | 7=7 | 8=8"
    ),
    times=(
        "zweimal=2 | dreimal=3 | viermal=4 | fünfmal=5 | sechsmal=6 | siebenmal=7 | "
        "zehnmal=10 | mehrmals=3 | mehrfach=3 | zigmal=10 | x mal=10 | 2x=2 | 3x=3 | "
        "4x=4 | 5x=5 | 6x=6 | etliche male=5 | unzählige male=10 | wiederholt=2"
    ),
    units=(
        "minute|minuten|min=minute | stunde|stunden|std|h=hour | tag|tage|tagen=1 | "
        "werktag|werktage|werktagen|arbeitstage|arbeitstagen=1.4 | woche|wochen|wo=7 | "
        "monat|monate|monaten=30 | jahr|jahre|jahren=365"
    ),
    bare="stunden|tagen|wochen|monaten",
    fixed=(
        "seit gestern=1 | seit heute morgen=.3 | seit heute früh=.3 | seit gestern "
        "abend=.6 | seit vorgestern=2 | den ganzen tag=.5 | seit letzter woche=7 | "
        "seit montag=3 | seit freitag=3 | seit letztem monat=30 | die ganze nacht=.4 | "
        "seit ostern=30"
    ),
    wait_before=(
        "(?:warte|warten|wartet|gewartet|wartezeit|verspatung|verspaetung|"
        "warteschleife|dauert|dauerte|schleife|hing|hange|haenge|nach wie vor)(?: seit|"
        " schon| jetzt| nun| bereits| uber| ueber| mehr als| fast| knapp| mittlerweile|"
        " inzwischen| etwa| rund| ca| von| nur| ganze| gut| circa| sage und schreibe| "
        "auf| ,)*"
    ),
    wait_behind=(
        "(?:verspatung|verspaetung|warten|wartezeit|gewartet|warteschleife|zu spat|zu "
        "spaet|in der warteschleife|am telefon|spater (?:immer|noch|kein)|spaeter "
        "(?:immer|noch|kein)|(?:,? ?)(?:keine antwort|keine reaktion|kein ruckruf|"
        "keine ruckmeldung|nichts passiert|und nichts|immer noch|und immer noch|ohne|"
        "und noch|nichts))"
    ),
    if_trouble_before=(
        "(?:seit|nach|vor|schon|jetzt|uber|ueber|bereits|nun|von|fast|mehr als|"
        "inzwischen|mittlerweile|letzten|ganze|sind es|tag)(?: uber| ueber| mehr als| "
        "fast| gut| nun| schon| inzwischen| mittlerweile| ganzen)*"
    ),
    if_trouble_behind="spater|spaeter|her|lang|uberfallig|ueberfaellig|,|\\.|und",
    no_wait_before=(
        "(?:in|innerhalb|innerhalb von|binnen|alle|alle paar|pro|nachsten|naechsten|"
        "kommenden|fur|fuer|bis zu|noch|alter von|unter|weniger als|erst|jede|(?:kunde|"
        "kundin|mitglied|stammkunde|verheiratet|wohne|zufrieden|kunden|nutze|arbeite|"
        "kenne|fahre|lebe)(?: hier| dort| da| euch| bei euch| @)?(?: schon)? seit(?: "
        "uber| schon| mehr als| fast)?)"
    ),
    no_wait_behind=(
        "(?:garantie|gewahrleistung|gewaehrleistung|urlaub|alt|alte|alter|altes|"
        "laufzeit|kundigungsfrist|vertrag|probezeit|kostenlos|gratis|fahrt|flug|kunde|"
        "kundin|treue|stammkunde|zufrieden|(?:bei euch|bei ihnen) kunde|zu fuss|"
        "entfernt|vorher|davor|fruher|frueher|lieferzeit|bis|ruckgaberecht)"
    ),
    contacts=(
        (
            "(?:zum|das|jetzt zum|nun zum|schon zum|bereits zum) {nth} (?:mal|male)(?= "
            "(?:ange|ge|schreib|ruf|kontakt|melde|frag|reklam|beschw|nach|hin|an|,|bei|"
            "in|dass|ohne|\\.))"
        ),
        (
            "(?:die|das|eine|meine|der|nun|jetzt|schon|bereits)? ?{nth} (?:mail|e mail|"
            "email|anfrage|anruf|beschwerde|ticket|nachricht|versuch|mahnung|"
            "reklamation|erinnerung|anschreiben)"
        ),
        (
            "(?:schon|bereits|jetzt|nun|inzwischen|mittlerweile|euch|mich|ich|habe|hab|"
            "wurde|trotz) {times} (?:[a-z]+ ){0,4}(?:angerufen|angeschrieben|"
            "geschrieben|gemailt|kontaktiert|gemeldet|reklamiert|nachgefragt|gefragt|"
            "beschwert|telefoniert|nachgehakt|versucht|erinnert)"
        ),
        (
            "{n} mal (?:[a-z]+ ){0,4}(?:angerufen|angeschrieben|geschrieben|gemailt|"
            "kontaktiert|gemeldet|reklamiert|nachgefragt|gefragt|beschwert|telefoniert|"
            "nachgehakt)"
        ),
        (
            "{times} (?:[a-z]+ ){0,3}(?:angerufen|angeschrieben|geschrieben|gemailt|"
            "kontaktiert|gemeldet|reklamiert|nachgefragt|beschwert|telefoniert)"
        ),
        (
            "{n} (?:unbeantwortete |unbeantworteten |ignorierte )*(?:mails|e mails|"
            "emails|anrufe|anrufen|tickets|anfragen|nachrichten|briefe|telefonate|"
            "telefonaten|beschwerden|reklamationen|versuche|erinnerungen)(?= (?:,|und|"
            "ohne|spater|spaeter|keine|nicht|geschrieben|geschickt|bisher|bis|an|immer|"
            "nix|nichts|unbeantwortet|mit|sind|\\.))"
        ),
    ),
    contact_words=(
        "mal male mail e-mail anruf beschwerde ticket nachricht versuch anfrage reklam "
        "angerufen geschrieben kontaktiert nachgefragt telefon brief erinnerung "
        "mahnung gemeldet gefragt"
    ),
)
TABLE = Table(
    lang="de",
    lists=_LISTS,
    cues={**MONEY, **SILENCE, **GOODS, **PEOPLE, **FLAGS, **FEELING, **FINE},
    counts=_COUNTS,
    asking=(
        "wie was wann wo wer warum wieso weshalb welche welcher welches kann könnt "
        "könnte gibt ist sind hat habt weiß weiss wohin womit"
    ),
    umlauts=True,
)
