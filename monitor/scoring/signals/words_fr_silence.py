"""French: waiting, and no answer."""

from __future__ import annotations

SILENCE = {
    "waiting": """
.15: attente, attendre, attends, attend, patience, patienter, délai, délais, lent, lente
.3: longue attente, temps d'attente, file d'attente, trop long, très long, interminable,
trop lent, lenteur, queue
.45: (toujours|encore) (rien|pas|aucun|aucune|en attente|sans|nada), (ça|c'|prend|met|
mettent|prennent|mis) .. (trop longtemps|une éternité|des heures|des plombes|des
siècles|des lustres|beaucoup trop de temps), combien de temps (encore|faut il|dois je|
va|allons nous|il faut|je dois), (depuis|jusqu'à présent|à ce jour|à l'heure actuelle)
(rien|toujours rien|aucun|aucune|toujours pas|plus rien)
.6: (toujours|encore) (en attente|pas reçu|pas reçue|rien reçu|pas de nouvelles|pas eu|
pas livré|pas traité|aucune nouvelle|aucune réponse|sans réponse|sans nouvelles|sans
solution|pas de réponse|rien|pas de solution), (j'attends|on attend|nous attendons|
attends|attend) (toujours|encore|depuis|désespérément), (marre|assez|fatigué|fatiguée|
lassé|ras le bol) d'attendre, (des heures|des jours|des semaines|des mois|une éternité)
(d'attente|que j'attends|à attendre|à patienter|que ça dure), (aucune|pas de|sans|plus
de|zéro) (nouvelle|nouvelles|avancée|évolution|solution|date), (repoussé|reporté|
repoussée|reportée|décalé|décalée) (encore|sans cesse|une fois|plusieurs fois|à nouveau|
de nouveau), (n'ai|jamais|n'avons) (rien|jamais) (reçu|reçue)
""",
    "unanswered": """
.3: répondeur, messagerie, numéro de dossier, chatbot, réponse automatique, robot,
message automatique, boîte vocale, standard
.6: (aucune|pas de|sans|jamais de|zéro|toujours pas de|0|aucun|pas eu de|pas un|jamais
eu de|reste sans|restent sans) (réponse|réponses|retour|rappel|retours|nouvelle de vous|
contact|signe de vie), {personne} (ne |n'|) (répond|décroche|rappelle|réagit|sait|m'a
rappelé|m'a répondu|a répondu|a rappelé|vient|veut|peut m'aider|répond au téléphone|nous
répond|me répond|me rappelle|ne me répond|pour répondre|au bout du fil|joignable), (ne|
n') (répond|répondent|répondez|rappelle|rappellent|décroche|décrochent|rappelez|ont pas
répondu|a pas répondu|réponde) (pas|jamais|plus|à), (répond|répondent|répondez|rappelle|
rappellent|décroche|décrochent|rappelez|répondu|rappelé) (pas|jamais|même pas|plus|
toujours pas|à rien|à personne), (pas|jamais|toujours pas) (répondu|rappelé|rappelée|
recontacté|recontactée|de rappel|répondre|contacté|contactée), (ignorez|ignorent|ignoré|
ignorée|ignore|ignorés|ignorer) (mes|nos|mon|vos|par|complètement|totalement|les|depuis|
messages|clients|délibérément), en vu, (raccroche|raccroché|raccrochent|raccrocher) (au
nez|au|à la|sans|moi au|), (appel|ligne) (coupé|coupée|qui coupe|raccroché), silence
radio, (injoignable|injoignables), font les morts, (impossible|pas moyen|impossibilité|
n'arrive pas|incapable) (de|à|d') (joindre|contacter|avoir quelqu'un|vous joindre|les
joindre|parler|avoir un|parler à|obtenir|avoir un conseiller|vous contacter|joindre
quelqu'un|les contacter|un conseiller), (merci de|pouvez vous|veuillez|svp|s'il vous
plaît|stp|vous pouvez) .. (répondre|répondez|rappeler|recontacter|contacter|répondez
moi|répondre svp|répondre en mp), répondez (moi|nous|à|svp|en|aux|s'il), (attends|
attend|attente|attendons) (une|votre|un|d'une|d'un|toujours votre|toujours une)
(réponse|rappel|retour), (clôturé|fermé|clos|clôturée|clôturent) (mon|le|ma|ticket|
dossier|la) (ticket|dossier|demande|réclamation|sans|plainte)
""",
}
