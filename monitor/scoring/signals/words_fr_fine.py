"""French: what is over or no trouble, and what would be misread."""

from __future__ import annotations

FINE = {
    "relief": """
1: {no} {trouble}, (jamais|n'ai jamais|jamais été) (eu de|eu le moindre|eu aucun|
rencontré de|déçu|déçue|eu un) (problème|problèmes|souci|soucis|retard|), jamais déçu,
jamais déçue, pas déçu, pas déçue, rien à (signaler|redire|reprocher|dire), (pas|n'ai
pas) à me plaindre, pas de quoi se plaindre, (problème|souci|litige|dossier|tout|c'est|
panne|bug|situation) (est |a été |) (résolu|réglé|résolue|réglée|corrigé|rentré dans
l'ordre|arrangé|rétabli|solutionné|enfin résolu|enfin réglé|vite résolu|vite réglé),
(résolu|réglé|remboursé|remboursée|remplacé|échangé|réparé|répondu|livré|traité) ..
(rapidement|immédiatement|tout de suite|en 24h|dans la journée|en deux jours|sans
discuter|en 5 minutes|le lendemain|dans l'heure|en quelques minutes|sans problème|
aussitôt|en un clic|vite), (remboursement|réponse|livraison|prise en charge|échange|
service|envoi|résolution) (rapide|immédiat|immédiate|ultra rapide|très rapide|express|
super rapide|sans problème|impeccable|en 24h|efficace|reçu), (livré|livrée|arrivé|
arrivée|reçu|arrive) (en avance|à temps|à l'heure|dans les temps|en 24h|le lendemain|
rapidement|avant|en parfait|pile|comme prévu|plus tôt|très vite), à l'heure, en avance,
dans les temps, ponctuel, plus tôt que prévu, (remarche|refonctionne|fonctionne à
nouveau|remarche bien|c'est revenu|de retour|tout fonctionne|rétabli|fonctionne bien|
marche bien|marche très bien|fonctionne parfaitement|fonctionne très bien), (vaut|
valait|valu) (le coup|la peine|vraiment le coup|le détour), (hâte|trop hâte|vivement)
(de|que|d'), (pas mal|pas mauvais|pas terrible mais), (ma|mon) (faute|erreur), au temps
pour moi, autant pour moi, fausse alerte, geste commercial (de|très|reçu|accordé), ne
(déçoit|déçoivent) (pas|jamais), plus de peur que de mal
""",
    "nothing": """
0: suicide squad, (mort|morte|mourir|meurs|meurt|crevé|crever|crève|tuée|tué|morts|suis
mort|suis morte|mdr) (de|d') (rire|rires|faim|chaud|froid|honte|peur|fatigue|soif|ennui|
envie|trouille|curiosité|jalousie|impatience), (me|nous|m') (tue|tues|tuent|tuez|a tué|a
tuée) (mdr|ptdr|lol|haha|de|jpp), (je|suis) (morte|mort|meurs|décédée|décédé) (mdr|ptdr|
lol|haha|jpp|xd|de), (veux|envie de) (mourir|crever|me suicider) .. (mdr|ptdr|lol|haha|
xd|honte|rire|jpp), (mdr|ptdr|lol|jpp) .. (mourir|morte|meurs), suicide (politique|
commercial|collectif|social|assisté|français|squad), mission suicide, politique de
(remboursement|retour), sans (problème|souci|soucis), pas de (souci|soucis|problème|
problèmes|quoi), aucun souci, pas cher, pas chère, pas trop cher, moins cher, cher
(monsieur|client|ami|amie|journal|père|collègue), chère (madame|cliente|amie|collègue),
chers (amis|clients|collègues|tous|parents), par erreur, merci d'avance, d'avance merci,
merci de (votre|ta|m'avoir aidé|votre aide), grâce à, pas mal, mal (de tête|de mer|au
ventre|au dos|de ventre|du pays), tant pis, tant mieux, dommage (que je|que tu|j'|pour),
quel dommage, triste (nouvelle|de vous|que), (cassé|casser) (la voix|la baraque|les
prix|internet|la tête|les oreilles|le record), voleur de (coeur|cœur), (vol|vols)
(direct|directs|de nuit|pas cher|intérieur|à voile|retour|aller), (froid|froide)
(dehors|de canard|hivernal|polaire), plat froid, sang froid, guerre froide, (prendre|
prend|pris) (froid), queue (de|du|leu), tête à queue, (accident) (de la route|mortel|
sur), danger (public|de mort pour), urgence (climatique|sanitaire|sociale), état
d'urgence, (grave) (bien|bon|beau|belle|cool|stylé), vachement, (folle|fou) furieux,
(pire|pires) ennemi, sale (temps|gosse|gosses|caractère), (trop|super) (bon|bien|beau|
belle|cool|fort), (à|a) vendre #, justice (sociale|pour), plainte (de|des), les
plaintes, plus jamais ça, (patience) et, patiente, patients, patient, (file) (moi|
droit), compte (tenu|rendu|à rebours|sur|bien|twitter|insta), laissé pour compte, j'ai
hâte, (le|un|mon) avocat (mûr|toast|crevette|mangue), toast à l'avocat, avocats #
""",
}
