"""French: displeasure, wishes, praise, and adverts."""

from __future__ import annotations

FEELING = {
    "anger": """
.15: problème, problèmes, malheureusement, dommage, triste, souci, mal, pourquoi,
bizarre, ennui
.3: merde, honte, déçu, déçue, déçus, décevant, décevante, déception, mécontent,
mécontente, énervé, énervée, agacé, agacée, frustré, frustrant, frustrante, insatisfait,
insatisfaite, lamentable, nul, nulle, pénible, ridicule, n'importe quoi, bordel,
catastrophe, pas content, pas contente, pas normal, anormal, dépité, dépitée, pitoyable,
scandalisé, chiant, chiante, gonflé, galère, consterné, consternant, aberrant
.4: (très|trop|super|vraiment|tellement|extrêmement|plus que|complètement|fort|bien)
(déçu|déçue|déçus|mécontent|mécontente|énervé|énervée|décevant|décevante|agacé|fâché|
fâchée|remonté|remontée|pénible|insatisfait|insatisfaite|mauvais|mauvaise), furieux,
furieuse, honteux, honteuse, une honte, scandale, scandaleux, scandaleuse, inadmissible,
inacceptable, intolérable, insupportable, déplorable, catastrophique, horrible,
exécrable, dégoûté, dégoûtée, outré, outrée, écœuré, marre, ras le bol, plein le cul,
plein les couilles, de la merde, foutage de gueule, fumisterie, une blague, mascarade,
une farce, pire que tout
.55: (c'est|quelle|une|vraiment|c'est une|c'est un|véritable|c'est vraiment) (honteux|
une honte|honte|inadmissible|inacceptable|scandaleux|un scandale|lamentable|n'importe
quoi|abusé|du grand n'importe quoi|du foutage|du vol|une catastrophe|une blague|
intolérable|insupportable|un manque de respect|la honte|pas sérieux|se moquer), (j'en
ai|on en a) (marre|assez|ras le bol|plein|ma claque|plus qu'assez), (faites|fais)
(quelque chose|votre travail|votre boulot|le nécessaire|vite), (réglez|résolvez|réparez|
corrigez|bougez) (ça|le|ce|moi|vous|mon|votre|la), (gâché|gâche|ruiné|pourri|bousillé|
foutu) (mes|mon|notre|nos|ma|la|les|en l'air) (vacances|anniversaire|mariage|soirée|
journée|week end|noël|séjour|voyage|fête|réveillon|nuit), perte de temps, (merci|bravo)
pour rien, (exige|demande|veux|voudrais) (une|des) (explication|explications|solution|
réponse), (sans|aucune|pas d') (explication|explications|excuse|excuses)
""",
    "insult": """
.3: guignols, clowns, charlatans, branquignols, bras cassés, rigolos, incapables,
fumistes, tocards, branleurs
.4: connards, cons, bande de cons, connard, enculés, enfoirés, salauds, salopards, fils
de pute, fdp, bâtards, ordures, abrutis, crétins, débiles, raclures, pourritures,
bouffons, trous du cul, allez vous faire foutre, allez vous faire, va te faire foutre,
va te faire, nique, niquez, niquer vos, ntm, tg, bande de (voleurs|nuls|incapables|
clowns|abrutis|branleurs|guignols|rigolos|connards|merde|bras cassés|tocards|bouffons),
(boîte|service|appli|compagnie|entreprise|opérateur|site|box|sav) de (merde|cons|
voleurs|débiles), (putain|putains) de (service|merde|sav|colis|box|appli|banque|train|
site|sncf|compagnie), merdiques, services de merde
""",
    "intensifier": """
0: absolument, totalement, complètement, extrêmement, putain, bordel, vraiment,
carrément, tellement, franchement, purement, ptn, littéralement, grave, putin
""",
    "feature_request": """
0: (serait|ce serait|ça serait|serais) (bien|cool|top|sympa|génial|super|pratique|
chouette|utile|intéressant|parfait|pas mal|mieux|idéal) (de|d'|si|que|un), (pourriez
vous|pouvez vous|vous pourriez|vous pouvez|pourrait on|on pourrait|pourriez|vous
devriez|devriez) (svp |) (ajouter|rajouter|intégrer|mettre|proposer|permettre|prévoir|
inclure|remettre|penser à|avoir) .. (option|fonction|mode|filtre|bouton|possibilité|
fonctionnalité|version|choix|paiement|recherche), (ajoutez|rajoutez|intégrez|remettez|
mettez) (svp |nous |) (un|une|la|le|des|l'option), (manque|il manque|manque juste|
manquerait) (juste |) (un|une|la|le) (option|fonction|mode|filtre|bouton|possibilité|
fonctionnalité|recherche), (suggestion|suggestions|idée d'amélioration), (j'aimerais|
j'adorerais|on aimerait) (bien |) (pouvoir|avoir|que vous|voir|un mode|une option|
qu'on), mode sombre, dark mode, (à quand|vivement) (un|une|le|la|l'|des), (prévu|
prévoyez) .. (ajouter|sortir|une version|un mode)
""",
    "praise": """
0: merci, merci beaucoup, excellent, excellente, parfait, parfaite, génial, géniale,
super, top, bravo, je recommande, recommande vivement, adore, j'adore, ravi, ravie, très
satisfait, très satisfaite, satisfait, satisfaite, magnifique, formidable, impeccable,
nickel, merveilleux, au top, extra, chapeau, félicitations, respect, fantastique,
sympathique, sympa, aimable, agréable, à l'écoute, professionnel, professionnels,
professionnelle, efficace, très bien, très bon, très bonne, meilleur, meilleure, le
meilleur, la meilleure, cinq étoiles, 5 étoiles, délicieux, délicieuse, rapide, super
service, bon service, bonne expérience, content, contente, contents, gentil, gentille,
gentils, mille mercis, grand merci, un grand merci, heureux, heureuse, kiffe, j'aime,
belle, beau, bluffé, bluffée, incroyable, régal, sublime, bien joué, je conseille, trop
bien, que du bonheur, rien à dire, rien à redire, je valide
""",
    "spam": """
.5: gratuit, gratuite, gratuitement, promo, promotion, réduction, soldes, concours,
cadeau, bon plan, bons plans, bitcoin, crypto, bonus, investissement, whatsapp, à
vendre, vends, telegram, dispo, offre, offres, parrainage, rt
1: jeu concours, jeu-concours, gagnez, gagner de l'argent, gagne de l'argent, lien en
bio, lien dans (ma|la) bio, cliquez (ici|sur), clique (ici|sur le lien), code promo,
avec mon code, mon code parrain, code parrainage, revenus passifs, pronostics, paris
sportifs, casino en ligne, tours gratuits, crédit rapide, prêt rapide, contactez (moi|
nous) (sur|par|au|via|en) (whatsapp|mp|dm|telegram|inbox|privé), (follow|suivez|abonne
toi|abonnez vous) et (rt|like|partagez|retweetez), offre limitée, profitez (vite|en|dès|
de), inscrivez vous (vite|maintenant|gratuitement|ici), travaillez depuis chez vous et,
investissez dans, abonnez vous à ma (chaîne|page), devenez riche, formation gratuite
""",
    "job_advert": """
1: (nous|on|@) (recrutons|recrute|embauchons|embauche|recherchons un|recherchons une),
recrute (un|une|des|en|son|sa|actuellement|pour), offre d'emploi, offres d'emploi,
emploi #, job #, recrutement #, poste à pourvoir, postes à pourvoir, (rejoignez|rejoins)
(notre équipe|nos équipes|l'équipe|nous en), (envoyez|envoie|envoyer|transmettez)
(votre|ton|vos|moi votre) (cv|candidature), postulez (ici|vite|dès|maintenant|en ligne|
sur), recherche (son|sa|un|une) (vendeur|vendeuse|serveur|serveuse|cuisinier|chauffeur|
infirmier|infirmière|alternant|alternante|stagiaire|développeur|apprenti|commercial|
commerciale), cdi, h/f, f/h, en alternance
""",
}
