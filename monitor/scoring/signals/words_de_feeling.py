"""German: displeasure, wishes, praise, and adverts."""

from __future__ import annotations

FEELING = {
    "anger": """
.15: problem, probleme, leider, schade, falsch, blöd, doof, nervt, nervig, ärgerlich,
ärger, wieso, warum
.3: enttäuscht, enttäuschend, enttäuschung, genervt, sauer, unzufrieden, verärgert,
traurig, peinlich, chaos, nicht zufrieden, armutszeugnis, mist, saftladen, mies,
schlecht, zumutung, ohne worte, das geht gar nicht, gehts noch, wtf, unmöglich,
unbrauchbar, nicht schön
.4: (sehr|so|total|mega|extrem|maßlos|schwer|richtig) (enttäuscht|sauer|verärgert|
unzufrieden|genervt|ärgerlich|wütend|schlecht), wütend, stinksauer, frechheit,
unverschämtheit, dreist, dreistigkeit, katastrophe, katastrophal, skandal, skandalös,
schande, inakzeptabel, nicht akzeptabel, unfassbar, lächerlich, unzumutbar,
grottenschlecht, unterirdisch, grauenhaft, furchtbar, schrecklich, beschissen, scheiße,
scheiss, müll, miserabel, eine frechheit, unter aller sau, das allerletzte, unterste
schublade, kotzt mich an, zum kotzen, mir reicht es, mir reichts, es reicht, nase voll,
schnauze voll, hals voll, kein bock mehr, geht mir auf die nerven, saustall
.55: (absolute|echte|reine|riesen|totale|reinste|eine einzige|bodenlose) (frechheit|
katastrophe|zumutung|unverschämtheit|verarsche|enttäuschung|schande|abzocke|lachnummer),
(was|welch) (ein|eine|für ein|für eine) (saftladen|frechheit|verarsche|witz|chaos|
scheiß|armutszeugnis|sauladen|mist|scheiße|chaosladen), (wollt|willst|wollen) (ihr|du|
sie) (mich|uns) (eigentlich|) (verarschen|veräppeln), (ist|soll) (das|das ein|das euer)
(ernst|witz|scherz|ernst gemeint), danke für (nichts|garnichts|gar nichts), (schämt|
schäm) euch, bekommt (das|es|euch) (mal|endlich) (hin|in den griff), kriegt (das|es|
euren) .. (hin|griff), (reine|pure|nur|totale|zeit) (zeitverschwendung|verarsche|zeit
verschwendet), (ruiniert|versaut|verdorben) .. (urlaub|tag|hochzeit|geburtstag|fest|
abend|weihnachten), (urlaub|tag|hochzeit|geburtstag|abend|weihnachten) (ruiniert|
versaut|verdorben|im eimer), keine (entschuldigung|erklärung|begründung)
""",
    "insult": """
.3: pfeifen, clowns, penner, schnarchnasen, dilettanten, stümper, nichtskönner,
versager, banausen
.4: idioten, vollidioten, arschlöcher, arschloch, drecksladen, scheißladen,
scheissladen, sauhaufen, verbrecher, halunken, gauner, scheißverein, drecksverein,
mistladen, wichser, hurensöhne, pisser, deppen, spacken, saubande, verbrecherbande,
(fickt|fick) (euch|dich), leckt mich, leck mich, verpisst euch, (scheiß|drecks|kack|
scheiss) (laden|verein|firma|app|service|bahn|hotline|teil|ding|support|internet|post|
telekom), dreckladen, scheißapp, drecksapp, kackladen, dreckspack, saftsäcke
""",
    "intensifier": """
0: absolut, total, extrem, wirklich, völlig, komplett, einfach nur, verdammt, verfickt,
sowas von, maßlos, bodenlos, unglaublich, echt, dermaßen, scheiß, voll
""",
    "feature_request": """
0: (wäre|wär|wärs) (schön|toll|super|cool|gut|hilfreich|praktisch|klasse|nett|prima|
nice) (wenn|eine|ein), (würde|würden) (mir|uns|mich|ich mir|) (wünschen|freuen wenn|
freuen), wünsche mir, wünschte, wunsch, verbesserungsvorschlag, vorschlag, anregung,
(könntet|könnten|könnt|kann|könnte) (ihr|sie|man) (bitte|nicht|das|vielleicht|auch|mal|
da|) .. (einbauen|hinzufügen|ergänzen|einführen|anbieten|integrieren|ermöglichen),
(bitte|bitte noch|bitte wieder) .. (einbauen|hinzufügen|einführen|zurückbringen|
integrieren|ergänzen), (fehlt|fehlt mir|fehlt noch|vermisse|es fehlt) (noch|mir|nur|)
(ein|eine|die|der|das) (funktion|option|möglichkeit|filter|dunkelmodus|dark|
suchfunktion), (fehlt|vermisse) .. (funktion|option|möglichkeit|dunkelmodus|darkmode|
filter), (gibt es|gibts) (pläne|bald|schon pläne|irgendwann|in zukunft) .. (eine|einen|
ein|die|auch), (eine|die) (funktion|option|möglichkeit) (zum|zu|um|für|wäre),
dunkelmodus, darkmode .. bitte, bringt .. zurück, holt .. zurück
""",
    "praise": """
0: danke, dankeschön, vielen dank, super, toll, klasse, top, prima, spitze, perfekt,
liebe, großartig, hervorragend, genial, geil, wunderbar, begeistert, zufrieden, sehr
zufrieden, empfehlenswert, weiterempfehlen, lecker, schnell geliefert, freundlich, sehr
freundlich, nett, hilfsbereit, kompetent, ausgezeichnet, bestens, beste, fantastisch,
lob, ein lob, großes lob, kudos, respekt, vorbildlich, gerne wieder, jederzeit wieder,
immer wieder gerne, mega, hammer, traumhaft, absolut (top|super|empfehlenswert|
zufrieden|klasse), kann ich (nur|) empfehlen, klare empfehlung, rundum zufrieden, fünf
sterne, 5 sterne, gut gemacht, weiter so, freue mich, gefällt mir, lieb, liebevoll,
einwandfrei, tadellos, reibungslos, unkompliziert, problemlos, gut, sehr gut, schön,
sauber, genau richtig, wow, cool, bester, bestes, hat mir sehr geholfen, hut ab, chapeau
""",
    "spam": """
.5: gratis, kostenlos, rabatt, gutschein, gewinnen, gewinne, verlosung, bitcoin, krypto,
bonus, angebot, sonderangebot, deal, telegram, whatsapp, prozent rabatt, aktion, zu
verkaufen, verkaufe, abnehmen, newsletter
1: gewinnspiel, rabattcode, gutscheincode, link in bio, link in der bio, geld verdienen,
klick (hier|den link|auf den link), hier klicken, jetzt (bestellen|anmelden|sichern|
kaufen|zuschlagen|mitmachen|registrieren), (mit|code|nutzt) (meinem|dem|meinen) code,
passives einkommen, (folgen|folgt) und (liken|teilen|retweeten), casino bonus, krypto
(signale|tipps), (schreib|schreibt|dm|kontaktiere|kontaktiert) mir (auf|bei|per|für|
eine) (whatsapp|telegram|dm|pn|mehr infos), (nur heute|nur für kurze zeit|limitiertes
angebot|solange der vorrat reicht), freispiele, abonniert meinen (kanal|channel), von
zuhause (aus|arbeiten und) geld, schnell reich, kredit ohne schufa, wettipps, wett tipps
""",
    "job_advert": """
1: wir (suchen|stellen ein) , (suchen|sucht) (dich|ab sofort|verstärkung|mitarbeiter|
azubis|zum nächstmöglichen|eine|einen|fahrer|pflegekräfte) .. (m/w/d|mwd|vollzeit|
teilzeit|team|fachkraft|azubi), m/w/d, w/m/d, stellenangebot, stellenangebote,
stellenanzeige, jetzt bewerben, bewirb dich, bewerbung an, jobs #, job #, karriere #,
stellenausschreibung, (vollzeit|teilzeit|minijob|werkstudent|ausbildung) (gesucht|ab
sofort|stelle|zum|in), komm in unser team, werde teil (unseres|des) teams, offene
stellen, (fahrer|koch|köchin|verkäufer|verkäuferin|entwickler|erzieher|pflegekraft)
gesucht, verstärkung (gesucht|für unser team)
""",
}
