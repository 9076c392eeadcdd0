"""French: how people are treated, leaving, harm, and law."""

from __future__ import annotations

PEOPLE = {
    "service": """
.15: réclamation, plainte, sav, plaindre, service client, accueil
.3: impoli, impolie, désagréable, désagréables, incompétent, incompétents, incompétence,
malpoli, malpolie, agressif, agressive, méprisant, méprisante, irrespectueux, hautain,
hautaine, arrogant, arrogance, mépris, amateurisme, désorganisation, désorganisé, je
m'en foutisme, je m'en fichisme, foutage de gueule, peu professionnel, pas
professionnel, inefficace, pas aimable, antipathique
.55: {nul} {service}, {service} .. {nul}, (le|la|les) pire .. (service|entreprise|
compagnie|banque|sav|expérience|opérateur|restaurant|hôtel|appli|assurance|magasin|
site), manque de (respect|professionnalisme|sérieux|considération|politesse|savoir
vivre|communication|personnel), (aucun|zéro|aucune|pas de|0) (service|sav|respect|aide|
considération|suivi|empathie|professionnalisme|geste commercial|service client|
communication|compassion|effort), {personne} (ne |n'|) (m'aide|aide|s'en occupe|veut
m'aider|sait rien|peut rien|ne sait|bouge|fait rien|est capable|nous aide|n'est capable|
ne veut|prend ses responsabilités|n'est au courant|n'assume), (se|s'en) (fichent|
foutent|fiche|moquent|moque|fout|foutez|moquez) (de|des|du|complètement|royalement|
totalement|pas mal|de nous|de moi|de la|bien|éperdument), (vous|on|ils) (vous |se |nous
|) (foutez|foutent|moquez|moque|fout|moquent) (de moi|de nous|de qui|de la gueule|du
monde|des gens|des clients|de vos clients|de leurs clients|de ma gueule|de notre gueule|
la gueule), prennent pour des (cons|imbéciles|idiots|vaches à lait|pigeons), (balade|
baladé|baladée|balader|renvoie|renvoyé|renvoyée|ballotté|trimballé|promène) (de|d'un)
(service|conseiller|un|interlocuteur|bureau) (en|à), se renvoient la balle, (menti|
mentent|mensonge|mensonges|menteurs|mensongère|mensongères|mentez), (mal|très mal)
(reçu|reçue|reçus|accueilli|accueillie|traité|traitée|traités|parlé|accueillis),
(traité|traitée|traités|traitent) comme (un chien|de la merde|des chiens|des moins|un
moins|du bétail|un voleur|des animaux), (chaque|chacun|tous les) .. (version différente|
réponse différente|discours différent|autre chose), promesses non tenues, promesses en
l'air, (ne|pas) (tient|tiennent|respecte|respectent) (pas|leurs|ses|vos|leur)
(promesses|engagements|parole|délais|engagement)
""",
    "account": """
.15: mot de passe, vérification, code de vérification, identifiants
.3: piraté, piratée, bloqué, bloquée, suspendu, suspendue, banni, hacké, désactivé
.5: (compte|carte|profil|accès|numéro|espace client|cb) .. (bloqué|bloquée|suspendu|
suspendue|piraté|piratée|hacké|fermé|fermée|désactivé|désactivée|banni|supprimé|clôturé|
gelé|refusée|résilié|résiliée|usurpé), (bloqué|suspendu|fermé|piraté|hacké|désactivé|
supprimé|bloquent|clôturé|gelé|bloquez|résilié) (mon|ma|mes|notre|le|nos) (compte|carte|
ligne|accès|profil|comptes|espace|numéro|fonds), (impossible|n'arrive pas|pas moyen|peux
pas) (de|à) (récupérer|réinitialiser|changer|supprimer|clôturer|fermer|vérifier|
modifier|débloquer) (mon|ma|le|mes), (code|sms|mail de confirmation|lien) (jamais reçu|
n'arrive|n'arrive pas|pas reçu|non reçu)
""",
    "churn": """
.15: résilier, résiliation, désabonner, changer d'opérateur, concurrence, désinstaller,
concurrent, concurrents
.3: résilie, résilié, je résilie, désinstallé, boycott, boycotter, désabonné,
désabonnée, boycottez, désabonne, je désinstalle, à fuir
.35: plus jamais, jamais plus, dernière fois
.55: plus jamais (je|de|chez|cette|on|nous|d'achat|avec|ici|là|commander|acheter), (je|
on|nous) ne (reviendrai|reviendrons|commanderai|commanderons|achèterai|recommande|
retournerai|remettrai|voyagerai|conseille|mettrai|prendrai|recommanderai|remettrons)
(pas|plus|jamais|vraiment pas|absolument pas|surtout pas), (ne|n'|) (recommande|
conseille|reviendrai|reviendrons|remettrai|commanderai|achèterai) (pas|plus|jamais|
absolument pas|surtout pas|vraiment pas|pas du tout|à personne), (à|a) (fuir|éviter|
bannir) (absolument|d'urgence|à tout prix|comme la peste|de toute|cette|ce|vite|
impérativement|), (je|on|vais|j'ai|nous|vient de|viens de|pense) .. (résilier|résilie|
résilié|clôturer mon|fermer mon compte|me désabonner|changer de (banque|opérateur|
fournisseur|mutuelle|assurance|crèmerie|crémerie)|aller (voir |)ailleurs|partir chez|
passer chez|passe chez|me barrer|quitter), (irai|vais|va|ira|irons|allez|allons) (voir |
acheter |) (ailleurs|la concurrence|chez la concurrence|à la concurrence|chez vos
concurrents|chez un concurrent), (perdu|perdez|perdre|venez de perdre|perd|ont perdu|
avez perdu) (un|une|deux|des|votre|une bonne|un bon|un fidèle|leur) (client|cliente|
clients|abonné|abonnée|fidèle), (fuyez|fuir|évitez|évitez absolument|passez votre
chemin|n'achetez|n'allez|ne commandez|ne prenez|ne perdez|n'y allez|ne faites|ne
voyagez|ne souscrivez|ne réservez|ne venez) (cette|ce|pas|surtout pas|rien|jamais|les|
absolument|de|comme|à|chez|vite), je regrette (mon|d'avoir|cet|l'|ma|vraiment|
amèrement), dernière fois que (je|j'|nous|vous|on)
""",
    "safety": """
.15: risque, rappel de produit, incendie, en flammes
.3: dangereux, dangereuse, danger, surchauffe, insécurité, accident
.6: (très|c'est|super|extrêmement|est|vraiment) (dangereux|dangereuse), (odeur|sent|
sentait) (de|le|la|du) (gaz|brûlé|cramé|plastique brûlé), fuite de gaz, (fume|fumait|
fumée|étincelles|étincelle) .. (prise|appareil|moteur|batterie|chargeur|sort|sortait|
sortie), vomi toute, j'ai vomi, vomissements, (tombé|tombée|tombés|rendu|rendue|été)
malade, malades après, contaminé, contaminée, fondu, (morceau|morceaux|bout|bouts|éclat|
éclats) de (verre|métal|plastique|ferraille)
.75: (pris|prend|prenait|prenne) feu, (a|ont|failli|qui a) (explosé|exploser|brûlé ma|
brûlé mon), explosion, électrocuté, électrocutée, décharge électrique, (pris|reçu) (une
décharge|le jus|un coup de jus), brûlures, brûlure, (brûlé|brûlée|blessé|blessée) (la
main|au visage|le bras|les doigts|gravement|à cause|ma fille|mon fils|mon bébé),
intoxication, intoxiqué, intoxiquée, intoxication alimentaire, empoisonné, réaction
allergique, choc anaphylactique, (à l'|aux|l'|fini à l'|finir à l'|fini aux) (hôpital|
urgences) (à cause|après|suite), (hospitalisé|hospitalisée|finir aux urgences|fini aux
urgences|fini à l'hôpital|finir à l'hôpital), (failli|faillis|manqué de) (mourir|tuer|me
tuer|s'étouffer|y rester|se noyer|être renversé|être renversée|m'étouffer|me renverser|
brûler|perdre|crever|provoquer), (aurait|aurais|aurions) pu (mourir|être grave|être tué|
y rester|brûler|tuer|finir|être mortel|mal finir), (freins|frein|airbag) .. (lâché|
lâchés|ne fonctionne|défaillants|ne répond|plus|hs|pas déclenché), (agressé|agressée|
harcelé|harcelée|menacé|menacée|frappé|frappée|insultée|suivie|agression|harcèlement|
attouchements|bousculée) .. (par|chauffeur|livreur|agent|employé|vigile|sexuelle|sexuel|
contrôleur|moi|ma fille), (m'a|nous a|a) (agressé|agressée|menacé|menacée|frappé|
frappée|harcelée|harcelé), (avant qu'il y|avant qu'|il faut) .. (mort|morts|drame|
accident), monoxyde de carbone
""",
    "legal": """
.3: avocat, avocate, ufc, que choisir, dgccrf, médiateur, mise en demeure, tribunal,
cnil, illégal, plainte, justice, répression des fraudes, discrimination, association de
consommateurs, 60 millions de consommateurs, arcep, rgpd
.7: (porter|porte|portons|dépôt de|déposer|dépose|déposé|vais porter|porté|une) plainte
(contre|au|à la|auprès|pour|si|demain|dès|et|avec|au commissariat|en), (vais|allons|
irai|va|vas) (vous poursuivre|les poursuivre|saisir|aller en justice|porter plainte|au
tribunal|contacter (un|mon) avocat|prendre un avocat|faire appel à un avocat|assigner|
engager), (action|actions|poursuites|voie|voies|procédure|recours|démarches|suites) (en
justice|judiciaire|judiciaires|juridique|juridiques|collective|légale|légales), (mise|
mettre|mets) en demeure, (mon|notre|un|avec mon|par mon) avocat (va|vous|est|prendra|et|
s'en|se|sera|a été), (saisi|saisir|saisis|signalé|signaler|alerté|alerter|contacter|
contacté|signalement|plainte|dossier|signale) .. (médiateur|dgccrf|répression des
fraudes|ufc|que choisir|cnil|conciliateur|arcep|police|gendarmerie|signal conso|
signalconso|60 millions|acpr|inspection|procureur|préfecture|juge|justice|défenseur des
droits), (c'est|tout à fait|complètement|totalement|parfaitement) (illégal|interdit par|
un délit|hors la loi|du harcèlement|contraire à la loi), on se (voit|verra|reverra) au
tribunal, rupture de contrat, (vous|on) (entendrez|se retrouve|se verra) .. (avocat|
tribunal|justice), (droit|code) de la consommation
""",
}
