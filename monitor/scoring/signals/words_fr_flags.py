"""French: what a person must know whatever the post says."""

from __future__ import annotations

FLAGS = {
    "going_public": """
1: (presse|journal|médias|journaux|télé|journaliste|journalistes|radio|capital|élise
lucet|julien courbet|courbet|bfm|réseaux sociaux|les réseaux|cash investigation) ..
(contacter|contacté|alerter|alerté|intéressé|intéressera|savoir|saura|prévenir|prévenu|
diffuser|parler|averti|régaler|contactée|au courant), (contacter|contacte|contacté|
alerter|alerte|alerté|prévenir|prévenu|appeler|appelle|appelé|écrire|écrit|contacterai|
saisir|parler|avertir|alerterai|préviens|envoie|envoyé|balancer|écrirai|en parlerai) ..
(la presse|les médias|le journal|un journaliste|des journalistes|la télé|julien courbet|
courbet|les journaux|bfm|élise lucet|la radio|presse locale|les réseaux|journal local),
(rendre|rends|rendrai|rendons|devenir) .. (public|publique|viral), (faire|fais|ferai|va
faire) (le |un |du |) (buzz|bad buzz|tourner|tourner ça|viral), (faites tourner|à
partager|partagez massivement|rt massif|rt svp), (publier|publie|publierai|poster|poste|
posterai|partager|diffuser|diffuserai|balance|balancer) .. (partout|réseaux|tiktok|
youtube|facebook|trustpilot|instagram|google|captures|vidéo|twitter), (que|pour que|afin
que) (tout le monde|les gens|chacun|le monde|les autres|tous) (sache|sachent|voie|
voient|le sache|soit au courant|soient au courant|évite|évitent), (vais|je vais|on va)
(le dire|en parler|raconter|faire savoir|prévenir|vous faire) .. (tout le monde|partout|
entourage|tous mes|publicité|pub|mes abonnés|autour de moi), (avis|commentaire)
(négatif|google|trustpilot|1 étoile|une étoile) .. (laisser|mettre|poster|publier|
arrive|suivra|laissé|mis), mes abonnés .. (sauront|vont|savoir), mauvaise publicité,
mauvaise pub
""",
    "privacy": """
1: (fuite|vol|vente|violation|divulgation) (de|des) (mes |nos |vos |) données, (données|
coordonnées|infos|informations|dossier|factures|facture|commande|commandes|compte|
adresse|résultats) d'(autres|une autre|un autre) (clients|client|personne|personnes|
patient|patients|cliente|abonné|abonnés|utilisateur|utilisateurs), (données|coordonnées|
dossier|facture|commande) d'(un inconnu|une inconnue|autrui), (mes|nos) (données|
coordonnées|infos|photos|données personnelles|données bancaires|informations
personnelles|numéros) .. (fuité|vendues|vendu|vendues|volées|piratées|partagées|
internet|diffusées|transmises|divulguées|publiques|tiers|exposées|transmis|donné),
(vendu|vendez|vendent|partagé|divulgué|transmis|diffusé|donné|communiqué|filé) (mes|nos|
mon|ma) (données|coordonnées|numéro|adresse|infos|photos|informations|dossier|mail|
téléphone), (comment|où|d'où|qui) .. (eu|obtenu|trouvé|avez|ont|donné) (mon|mes|ma)
(numéro|coordonnées|adresse|données|mail|téléphone), sans (mon|notre) (consentement|
accord|autorisation) .. (données|photo|photos|numéro|appel~|image|coordonnées|adresse),
usurpation d'identité, (non|pas) respect du rgpd, violation du rgpd, (supprimez|effacez|
suppression de|supprimer) .. mes données, vie privée .. (violée|violation|atteinte|non
respect|bafouée), atteinte à (la|ma) vie privée, secret (médical|bancaire) .. (violé|
viol~|respect~), en copie .. (adresses|mails|clients|tous), (on|ils|vous) (nous |m'|)
(espionne|espionnent|espionnez), phishing depuis
""",
    "vulnerable": """
.4: ma grand mère, mon grand père, ma mamie, mon papi, mon papy
.6: fauteuil roulant, béquilles, handicap, handicapé, handicapée, handicapés, pmr,
mobilité réduite, enceinte, grossesse, nouveau né, nourrisson, mon bébé, ma bébé, notre
bébé, chimio, chimiothérapie, avc, infarctus, ehpad, maison de retraite, personne âgée,
personnes âgées, retraité, retraitée, retraités, isolée, curatelle, tutelle, minimum
vieillesse, rsa, aah, mère célibataire, maman solo, maman seule, veuve, veuf, décédé,
décédée, décès de (mon|ma), défunt, défunte, deuil, autiste, autisme, diabétique,
aveugle, malvoyant, malvoyante, sourd, sourde, dépression, dépressif, crise d'angoisse,
burn out, expulsion, expulsés, à la rue, (fille|fils|enfant|bébé|petite|petit|garçon) de
(deux|trois|quatre|cinq|six|sept|huit|neuf|dix|2|3|4|5|6|7|8|9|10) (ans|mois|semaines|
jours)
1: dialyse, dialysé, insuline, (bouteille|concentrateur|appareil|machine) d'oxygène,
sous oxygène, respirateur, pacemaker, téléalarme, téléassistance, sonde gastrique, soins
palliatifs, chien guide, chien d'aveugle, alitée, alité, epipen, pompe à insuline, (a|
ai|atteint|atteinte|souffre|maladie|est|suis) (d'un |de |d'|un |) (alzheimer|parkinson|
cancer|épilepsie|épileptique|autiste|autisme|trisomique|trisomie|démence|sclérose en
plaques|handicapé|handicapée|enceinte|diabétique|aveugle|malvoyant|malvoyante|sourd|
sourde|malentendant|malentendante|tétraplégique|paraplégique|invalide|grabataire|sep|en
fauteuil roulant|en fauteuil|à mobilité réduite|immunodéprimé|immunodéprimée), (ma|mon|
notre|une|un) .. (âgée|âgé|handicapée|handicapé|malade|enceinte|aveugle|sourde|autiste|
alzheimer|en fauteuil|dépendante|dépendant|de {age} ans|{age} ans), (mère|père|grand
mère|grand père|mamie|papi|papy|maman|papa|tante|oncle|voisine|voisin|dame|monsieur|
belle mère|beau père|mémé|pépé) .. {age} ans, {age} ans .. (seule|seul|malade|fauteuil),
(bébé|nouveau né|nourrisson|enfant|enfants|petits|jumeaux) .. (sans (chauffage|
électricité|eau|eau chaude|manger|lait|courant)|dans le froid|dans le noir|en pleine
canicule|grelotte), (sans|plus de|pas de|ni) (chauffage|électricité|eau chaude|eau|
courant|médicaments|gaz|oxygène|lumière) .. (bébé|nourrisson|nouveau né|enfant|enfants|
personne âgée|personnes âgées|malade|grand mère|mamie|âgée|âgés), sans (mes|mon|ses|son|
ma|les) (médicaments|traitement|médicament|insuline), (mineur|mineure|enfant) non
accompagné, enfant (seul|seule) (à|dans|sur)
""",
    "self_harm": """
1: (je veux|j'ai envie de|envie de|veut|voulais|voulait|je vais|vais|pense à|penser à|
pensé à|songe à|prêt à|prête à|préfère|tenté de|essayé de|idée de|je voudrais) (mourir|
me suicider|me tuer|en finir|en finir avec la vie|mettre fin à mes jours|me foutre en
l'air|disparaître pour toujours|crever|me pendre|se suicider|mettre fin à ses jours|me
jeter|me faire du mal|me mutiler|me flinguer|sauter du pont), (ne|n'|) veux plus (vivre|
être là|exister|me réveiller|de cette vie), plus (envie|la force|le courage|de raison|de
raisons|goût) (de vivre|à la vie|de continuer à vivre|de me battre pour vivre|de rester
en vie), (je|j') (n'en peux plus de|n'en peux plus de la) (vivre|vie), (ne|n') (peux|
peut) plus continuer (à vivre|comme ça|ainsi), suicide, suicider, suicidaire,
suicidaires, me suicider, s'est suicidé, s'est suicidée, pensées suicidaires, idées
noires, tentative de suicide, mettre fin à (mes|ses) jours, mis fin à (mes|ses) jours,
(aucune|pas de|plus de|plus aucune|aucun|plus aucun|quel) (raison de|raison|sens à|
intérêt à|sens de|intérêt de) (vivre|rester|continuer à vivre|ma vie|rester en vie),
(mieux|soulagés|plus simple) .. (sans moi|si je (mourais|n'étais plus là|disparaissais|
meurs|suis mort|suis morte)), (préférerais|voudrais|aimerais) (être mort|être morte|ne
plus être là|ne pas me réveiller|ne jamais être né|mourir|ne plus me réveiller), (avalé|
pris|avaler|prendre) (tous|toute|toutes|une boîte de|la boîte de|mes) .. (médicaments|
cachets|comprimés|somnifères), (me jeter|sauter|sauter par) .. (pont|fenêtre|balcon|
train|métro|toit), automutilation, me scarifie, scarifications, lettre d'adieu, (fait|
faire|faisait) une (tentative|ts), tentative de suicide, (préparé|prépare|acheté) ..
corde, (elle|il) (va|veut|voulait|voudrait) .. mourir, plus rien ne me retient, (la vie|
ma vie) ne vaut (plus|pas) (la peine|le coup)
""",
    "urgent": """
.5: urgence, au plus vite, immédiatement
1: urgent, urgente, très urgent, en urgence, au plus vite svp, dès que possible svp, le
plus vite possible, le plus rapidement possible, (besoin|aidez|aide|réponse|solution|
répondez) .. (aujourd'hui|maintenant|urgent|immédiate|tout de suite|ce soir|avant
demain|d'urgence), (vol|train|mariage|examen|opération|rdv|entretien|enterrement|
obsèques|voyage|départ|avion|oral) .. (demain|aujourd'hui|dans une heure|dans deux
heures|ce soir|dans 2h|dans 1h|après demain|demain matin), (demain|ce soir|aujourd'hui)
.. (mon vol|mon mariage|je pars|mon train|mon opération|mon examen|je me fais opérer|mon
oral), question de vie
""",
    "sarcasm": """
1: (merci|bravo|félicitations|chapeau|super|top) (pour|de|@|d'|d'avoir) (rien|le retard|
l'attente|m'avoir laissé|avoir perdu|perdu|cette attente|avoir annulé|nous laisser|me
laisser|gâcher|avoir gâché|ne pas|ne jamais|m'ignorer|l'accueil glacial), (bravo|super|
génial|parfait|merveilleux|magnifique|formidable|top|félicitations|chapeau|merci|
excellent|youpi|la classe) .. (encore|en retard|toujours pas|annulé|supprimé|en panne|
perdu|pas de réponse|une fois de plus|heures de retard|planté|jamais), (excellent|super|
magnifique|beau|bon|génial|formidable|sacré|quel) (service|sav|accueil|boulot|travail|
service client) .. (jamais|pas|aucun|heures|semaines|jours|attend~|personne|toujours),
(j'adore|on adore|adore|j'aime|ravi de|ravie de|heureux de|quel plaisir de|quel bonheur
de) (attendre|payer|quand|être|les trains|ce genre|poireauter|recevoir|me faire|
découvrir|passer) .. (pas|retard|attend~|heures|rien|annul~|plante|panne|jamais|froid|
encore), (quelle|oh) (surprise|bonne surprise) .. (encore|pas|retard|annulé|panne|@),
comme (d'habitude|d'hab|toujours) .. (retard|pas|rien|panne|annulé|nul|en rade), (il ne
|)manquait plus que ça, on n'arrête pas le progrès, de mieux en mieux, (votre|ton) appel
est (très |)important, vive (la sncf|le service|les vacances|la ratp|le sav|la fibre)
""",
}
