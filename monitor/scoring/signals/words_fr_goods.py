"""French: what does not come, work, or last."""

from __future__ import annotations

GOODS = {
    "delivery": """
.05: livraison, colis, commande, livreur, transporteur, vol, bagage, valise, train,
suivi, avion
.15: retard, retardé, retards, en retard, tracking
.3: heures de retard, minutes de retard, mauvaise adresse, point relais, erreur de
livraison, retard de livraison, colis en retard, non livré
.45: (vol|train|commande|réservation|rendez vous|voyage|séjour|rdv|course|billet)
(annulé|annulée|est annulé|a été annulé|a été annulée|retardé|retardée|supprimé|encore
annulé|encore supprimé|est supprimé), (annulé|annulez|annulent|annulation de|annule|
supprimé) (mon|ma|notre|le|mes|de mon|la) (vol|commande|train|réservation|voyage|rendez
vous|rdv|billet|séjour|livraison)
.5: (arrivé|arrivée|reçu|livré|livrée|arrive|arrivés|reçue) .. (cassé|cassée|abîmé|
abîmée|endommagé|endommagée|incomplet|incomplète|ouvert|ouverte|vide|en retard|froid|
froide|écrasé|écrasée|trempé|défectueux|en miettes|périmé|brisé), (mauvais|mauvaise)
(article|taille|produit|couleur|commande|colis|modèle|pointure|pièce|référence), (pas|
n'est pas) (le bon|la bonne|les bons) (produit|taille|article|commande|colis|couleur|
modèle), (manque|manquent|manquait|manquant|manquants) (un|une|la moitié|des|deux|trois|
les|plusieurs|la|le) (article|articles|pièce|pièces|produit|produits|colis|vis|partie|
moitié|plat|plats|élément|éléments), erreur de (commande|colis|taille|produit)
.6: (pas|jamais|toujours pas|toujours pas été|pas été|pas encore|non|pas encore été)
(livré|livrée|livrés|arrivé|arrivée|arrivés|expédié|expédiée|reçu mon|reçu ma|reçu le|
reçu la|reçue|reçu notre|livrer|passé|envoyé|reçu mes), (colis|commande|livreur|valise)
(jamais|pas|toujours pas|introuvable|perdu|perdue|non|disparu|volé|ne vient|n'arrive),
(où est|où en est|où sont|ou est|c'est où|où se trouve) (mon|ma|notre|mes) {chose},
(perdu|égaré|perdue|égarée|perdus|paumé|volé) (mon|ma|mes|notre|nos|le|la|par) {chose},
{chose} (perdu|perdue|perdus|égaré|égarée|égarés|introuvable|disparu|volé|volée|bloqué|
bloquée), (indiqué|marqué|noté|déclaré|annoncé|comme|statut|soi disant|considéré) ..
(livré|livrée), (coincé|coincée|bloqué|bloquée|coincés|bloqués) .. (aéroport|gare|
douane|train|l'aéroport|la douane|tri|rase campagne), raté (ma|mon|notre|la|le)
(correspondance|vol|train|connexion)
""",
    "outage": """
.15: erreur, maintenance, bug, coupure, connexion, hors ligne, beug, réseau
.3: panne, en panne, message d'erreur, code erreur, erreur système, bugs, beugue, lag,
instable, bugué, buguée, coupures, déconnexions, dysfonctionnement, dysfonctionnements
.45: (plus|pas|sans|plus aucun|aucune|toujours pas|aucun) (de |d'|) (internet|réseau|
connexion|électricité|courant|wifi|signal|fibre|eau chaude|chauffage|téléphone|gaz|adsl|
4g|ascenseur|service client|télé|lumière), coupure de (courant|réseau|internet|ligne|
service|connexion|l'eau|gaz), panne (de|d'|générale|nationale|internet|réseau|totale),
écran (noir|bleu|blanc|figé)
.55: (ne|n'|) (fonctionne|marche|charge|ouvre|démarre|s'ouvre|s'allume|répond|
fonctionnent|marchent|se lance|se connecte|se charge|passe|s'affiche|synchronise) (pas|
plus|toujours pas|jamais|même pas|pas du tout|plus du tout|absolument pas|plus depuis|
pas depuis), (rien|plus rien) (ne |)(marche|fonctionne), (site|appli|app|application|
serveur|serveurs|réseau|internet|système|service|box|page) (est |sont |encore |toujours
|de nouveau |a |) (down|hs|en panne|planté|plante|inaccessible|indisponible|hors
service|bloqué|bloquée|ko|dans les choux|en rade|qui bug|qui plante|bug|beugue|tombé),
(tout|ça|qui|elle|il) (plante|bug|buggue|beug|rame|freeze|crash|bugge) (tout le temps|
sans cesse|sans arrêt|encore|toujours|constamment|à chaque|depuis|tout|), (impossible|
n'arrive pas|n'arrive plus|peux pas|peux plus|pas moyen|arrive pas|arrive plus|peut
plus|peut pas) .. (me connecter|accéder|se connecter|payer|commander|ouvrir|télécharger|
m'identifier|valider|accéder à|accéder au|utiliser|installer|mettre à jour|réserver|
acheter|retirer|passer commande|consulter|faire un virement|faire une), (se|s'est|s'|se
sont) (ferme|bloque|fige|coupe|déconnecte|déconnecter|coupé|arrête|arrêté) (toute seule|
tout seul|tout le temps|sans arrêt|sans cesse|constamment|à chaque|régulièrement|toutes
les), paiement (refusé|échoué|impossible|bloqué|rejeté), inutilisable, (depuis|à cause
de) (la|cette|votre|leur) (mise à jour|maj|dernière mise)
""",
    "defect": """
.15: sale, rayé, périmé, tache, tâche, usé, froid, froide, abîmé
.3: cassé, cassée, cassés, défectueux, défectueuse, abîmée, déchiré, moisi, moisie,
moisissure, pourri, rouillé, brûlé, fissuré, hs, décollé, endommagé, endommagée,
immangeable, cru, crue, dégueulasse, dégueu, infect
.5: (cassé|cassée|lâché|hs|en panne|mort|morte|tombé en panne|déchiré|décollé|grillé|
rendu l'âme|décousu|s'est cassé) (après|au bout|en|dès|au premier|à la première|en
moins|au bout de|le premier|en deux), (mauvaise|piètre|basse|médiocre) qualité, qualité
.. {nul}, (produit|appareil|article) (défectueux|cassé|de mauvaise|bas de gamme),
(pizza|burger|repas|frites|viande|plat|plats|poulet|café|nourriture|assiette) .. (froid|
froide|froids|cru|crue|brûlé|brûlée|périmé|immangeable|avarié|avariée|froides|infect|
infects|dégueulasse), (cheveu|cheveux|insecte|ver|vers|asticots|cafard|poil|mouche|
limace) dans (mon|ma|la|le|notre|les), cafards, punaises de lit, rats, souris dans,
asticots, (batterie|écran|moteur|fermeture|charnière|roue|poignée|semelle|pompe) .. (hs|
cassé|cassée|mort|morte|ne tient pas|ne charge|gonflé|gonflée|défectueux|défectueuse|
fissuré|noir|lâche|lâché|décollée|fichu), (pas|rien à voir|non) (conforme|avec la photo|
comme sur la photo|comme sur l'image|avec la description|à la description), (ne
correspond pas|correspond pas) (à|au|du), à moitié (vide|plein|cuit|mangé), camelote,
obsolescence, part en (morceaux|lambeaux)
""",
}
