"""French: money back, and what things cost."""

from __future__ import annotations

MONEY = {
    "refund": """
.15: remboursement, rembourser, remboursé, remboursée, indemnisation, bon d'achat,
indemnité, dédommagement
.3: demandé le remboursement, demande de remboursement, demandé un remboursement,
rétractation
.6: (je veux|j'exige|je demande|j'attends|attends|attend|en attente de|où est|on veut|je
réclame|attendons|toujours pas de) (|mon|le|un|notre) (remboursement|argent|pognon|
fric), (rembourse|remboursez) (moi|nous|mon|nos|les|notre|nous notre|moi mon|mes),
remboursez, mon remboursement (n'|ne|toujours|svp|arrive|où), (pas|jamais|toujours pas|
pas été|pas encore|n'ai pas été|toujours pas été|refusent de|refuse de|refusé de)
(remboursé|remboursée|remboursés|rembourse|remboursent|me rembourser|rembourser|nous
rembourser|de remboursement|mon remboursement|reçu le remboursement|reçu mon
remboursement), (aucun|sans|pas de|0|zéro) remboursement, remboursement .. (refusé|
jamais|toujours pas|en attente|bloqué|attend|impossible|refusée), (refus|refusent|
refuse|refusé) .. (rembours~|échange|échanger|reprise|reprendre), gardé .. (argent|
caution), caution .. (jamais|pas rendue|toujours pas|non rendue)
""",
    "billing": """
.15: facture, prélèvement, frais, cher, chère, tarif, prix, trop cher, abonnement, hors
de prix, facturation, augmentation, hausse
.3: frais cachés, surfacturation, abusif, abusifs, abusive, prélevé, prélevée, facturé,
facturée, exorbitant, exorbitants, arnaque, escroquerie, vol organisé, augmentation de
prix, fraude, débité, surfacturé
.5: (prélevé|facturé|débité|prélèvement|facturée|prélevée|payé|prélèvements|débitée|
prélève) .. (deux fois|double|en trop|sans autorisation|sans mon accord|par erreur|à
tort|sans raison|sans prévenir|2 fois|trois fois|indûment|encore|toujours), (double|
prélèvement|prélèvements|débit|facture|facturation|somme|montant) (prélèvement|
facturation|non autorisé|non autorisés|abusif|abusifs|frauduleux|injustifié|injustifiés|
erroné|erronée|débit|fausse|injustifiée|indu|inconnu|exorbitant|exorbitante),
(continuent|continue|continuez) (de|à) (me |nous |) (prélever|facturer|débiter|
ponctionner), (me suis|je me suis|s'est|fait|faire|on s'est|nous sommes) (fait |
)(arnaquer|voler|escroquer|rouler|plumer), arnaqué, arnaquée, arnaqueurs, escrocs,
voleurs, (bande de|c'est des|ce sont des|vous êtes des) (voleurs|escrocs|arnaqueurs|
rapaces|charlatans), (c'est|quelle|de l'|une|grosse|belle|pure|vraie|une vraie)
(arnaque|escroquerie|du vol|raquette|racket), (du|c'est du|au) (vol|racket), racket,
argent (disparu|volé|jeté|perdu|jeté par les fenêtres|gaspillé), (ne vaut|vaut|valait|
vaut vraiment) pas (le prix|son prix|le coup|l'argent|ça|un clou), (facture|note|prix|
tarif) (erronée|fausse|salée|gonflée|doublé|a doublé|incorrecte|incompréhensible|qui
explose), (jamais|pas) (souscrit|autorisé|demandé|commandé|signé) .. (prélev~|factur~|
abonnement|option), publicité mensongère
""",
}
