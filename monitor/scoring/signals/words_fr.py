"""French."""

from __future__ import annotations

from monitor.scoring.signals.table import Counts, Table
from monitor.scoring.signals.words_fr_feeling import FEELING
from monitor.scoring.signals.words_fr_fine import FINE
from monitor.scoring.signals.words_fr_flags import FLAGS
from monitor.scoring.signals.words_fr_goods import GOODS
from monitor.scoring.signals.words_fr_money import MONEY
from monitor.scoring.signals.words_fr_people import PEOPLE
from monitor.scoring.signals.words_fr_silence import SILENCE

_AGES = "|".join(str(age) for age in range(75, 100))
_LISTS = {
    "age": _AGES,
    "mon": "|mon|ma|mes|le|la|les|un|une|notre|votre|du|de la|de mon|de ma|cette|ce|au",
    "no": (
        "aucun|aucune|sans|sans aucun|jamais eu de|jamais eu d'|zéro|pas de|pas eu de|"
        "jamais eu le moindre|jamais aucun|n'ai eu aucun|jamais de|pas le moindre|0"
    ),
    "trouble": (
        "problème|problèmes|souci|soucis|retard|plainte|réclamation|bug|bugs|pépin|"
        "difficulté|difficultés|attente|accroc|incident|reproche|désagrément|soucis "
        "majeurs"
    ),
    "personne": "personne|personne ne|personne n'|aucun conseiller|nul",
    "nul": (
        "nul|nulle|nuls|mauvais|mauvaise|horrible|catastrophique|déplorable|lamentable|"
        "pitoyable|exécrable|médiocre|minable|pourri|pourrie|inexistant|inexistante|"
        "désastreux|désastreuse|scandaleux|scandaleuse|honteux|honteuse|inadmissible|"
        "désagréable|à fuir|à vomir|merdique|de merde|à chier|zéro|incompétent|"
        "incompétente|une honte|une catastrophe|le pire|la pire|épouvantable|"
        "affligeant|affligeante|à revoir|décevant|décevante"
    ),
    "service": (
        "service|services|service client|service clients|sav|accueil|support|"
        "expérience|personnel|hotline|assistance|communication|conseiller|conseillers|"
        "enseigne|relation client|suivi|prestation|livraison"
    ),
    "chose": (
        "colis|commande|paquet|valise|valises|bagage|bagages|livraison|produit|lettre|"
        "carte|article|repas|meuble|canapé|courrier|passeport"
    ),
}
_COUNTS = Counts(
    numbers=(
        "un=1 | une=1 | deux=2 | trois=3 | quatre=4 | cinq=5 | six=6 | sept=7 | huit=8 "
        "| neuf=9 | dix=10 | onze=11 | douze=12 | quinze=15 | vingt=20 | trente=30 | "
        "plusieurs=3 | quelques=3 | des=2 | demi=.5 | une demi=.5 | une bonne=1 | plus "
        "d'un=1 | plus d'une=1 | un bon=1 | une dizaine de=10 | une quinzaine de=15 | "
        "une vingtaine de=20 | une trentaine de=30 | une dizaine d'=10"
    ),
    ordinals=(
        "deuxième=2 | seconde=2 | second=2 | 2ème=2 | 2e=2 | 2eme=2 | troisième=3 | "
        "3ème=3 | 3e=3 | 3eme=3 | quatrième=4 | 4ème=4 | 4e=4 | 4eme=4 | cinquième=5 | "
        "5ème=5 | 5e=5 | 5eme=5 | sixième=6 | 6ème=6 | 6e=6 | septième=7 | 7e=7 | "
        "huitième=8 | dixième=10 | 10ème=10 | 10e=10 | énième=10 | ixième=10 | "
        "enième=10"
    ),
    times=(
        "deux fois=2 | trois fois=3 | quatre fois=4 | cinq fois=5 | six fois=6 | sept "
        "fois=7 | huit fois=8 | dix fois=10 | plusieurs fois=3 | maintes fois=5 | à "
        "plusieurs reprises=3 | 2 fois=2 | 3 fois=3 | 4 fois=4 | 5 fois=5 | 6 fois=6 | "
        "7 fois=7 | 8 fois=8 | 10 fois=10 | mille fois=10 | à maintes reprises=5 | de "
        "nombreuses fois=5 | 20 fois=20 | vingt fois=20"
    ),
    units=(
        "minute|minutes|min|mn=minute | heure|heures|h=hour | jour|jours=1 | jour "
        "ouvré|jours ouvrés|jours ouvrables=1.4 | semaine|semaines|sem=7 | mois=30 | "
        "an|ans|année|années=365"
    ),
    fixed=(
        "depuis hier=1 | depuis hier soir=.6 | depuis ce matin=.3 | toute la "
        "journée=.5 | depuis avant hier=2 | toute la nuit=.4 | depuis la semaine "
        "dernière=7 | depuis lundi=3 | depuis vendredi=3 | depuis le mois dernier=30 | "
        "depuis l'an dernier=365 | toute la matinée=.2"
    ),
    wait_before=(
        "(?:attends|attend|attendu|attendons|attente|attendre|attente de|poireaute|"
        "patiente|retard de|retard|mis|mettent|ligne depuis|en attente)(?: depuis| "
        "deja| plus de| plus d| presque| bientot| environ| pendant| maintenant| au "
        "moins| pres de| pres d| un peu plus de| quasiment| bien| de| plus)*"
    ),
    wait_behind=(
        "(?:d attente|de retard|d attendre|que j attends|qu on attend|que nous "
        "attendons|a attendre|sans|de silence|en retard|toujours rien|toujours pas|et "
        "toujours|et rien|et personne|au telephone|en ligne|de galere|pour rien|que j "
        "essaie|que je (?:n|demande|suis|vous|tente|relance|patiente)|de queue|a "
        "patienter|a poireauter|(?:, )?(?:toujours|aucune|aucun|rien))"
    ),
    if_trouble_before=(
        "(?:depuis|ca fait|cela fait|voila|voici|fait|il y a maintenant|bientot|apres|"
        "pendant|plus de|plus d|presque|il y a|deja|jour|durant|au bout de|au bout d|y "
        "a|bientot|sous)(?: plus de| plus d| deja| presque| environ| pres de)*"
    ),
    if_trouble_behind="plus tard|apres|deja|,|\\.|d affilee|durant",
    no_wait_before=(
        "(?:dans|d ici|tous les|toutes les|chaque|par|en|moins de|prochains|prochaines|"
        "pour|a|age de|garantie|sous|delai de|encore|premiers|premieres|dure|moins d|"
        "(?:client|cliente|clients|abonne|abonnee|habite|travaille|mariee|marie|"
        "connais|fidele|utilise|ensemble|societaire|vis|joue|suis)(?: chez vous| ici| "
        "@| la| avec eux)?(?: depuis)?(?: plus de| bientot| presque| pres de)?)"
    ),
    no_wait_behind=(
        "(?:de garantie|de vacances|gratuit|gratuits|d essai|de contrat|d engagement|"
        "de conges|de trajet|de vol|de route|avant|par (?:jour|semaine|mois|an)|de "
        "fidelite|d experience|de mariage|de vie|que je suis client|que je suis "
        "cliente|d anciennete|de preavis|pour (?:vous|se|le|un)|de bonheur|de marche|a "
        "pied|d age|que nous sommes clients|que j habite|que je travaille|d "
        "utilisation|sans souci|sans probleme|chrono|en avance)"
    ),
    contacts=(
        (
            "(?:la|ma|une|c est la|ca fait la|deja la|pour la|le|mon|un|notre|cette) "
            "{nth} (?:fois (?:que|qu|en|cette|depuis|ce|,|\\.|sans|j|aujourd)|fois|"
            "relance|appel|mail|message|reclamation|courrier|demande|signalement|"
            "ticket|e mail|email|courriel|tentative|tweet|lettre)(?! (?:partie|etage))"
        ),
        (
            "(?:appele|appelle|contacte|ecrit|relance|relances|demande|envoye|signale|"
            "telephone|reclame|essaye|tente|deplace|deplacee|deplaces|joint|rappele|"
            "mailed|reporte)(?: [a-z@]+){0,4}? {times}"
        ),
        (
            "{times} (?:que )?(?:[a-z]+ ){0,3}(?:appelle|appele|contacte|ecris|ecrit|"
            "relance|demande|reclame|signale|envoie|telephone)"
        ),
        (
            "(?:apres|malgre|deja|j en suis a|on en est a|fait|envoye|passe|j ai passe|"
            "suite a|avec|ai fait|au bout de|en|mes)(?: deja| plus de| environ| pres "
            "de)? {n} (?:mails|appels|messages|relances|reclamations|courriers|"
            "demandes|tickets|e mails|emails|coups de fil|lettres|signalements|"
            "courriels|tentatives|tweets|dm|conseillers|recommandes)"
        ),
        (
            "{n} (?:mails|appels|messages|relances|reclamations|courriers|e mails|"
            "emails|coups de fil|courriels|recommandes|lettres)(?= (?:sans|et|,|plus "
            "tard|restes|envoyes|depuis|ignores|pour|restees|passes|aucune|toujours|"
            "\\.))"
        ),
    ),
    contact_words=(
        "fois relance appel mail email e-mail message reclamation courrier demande "
        "ticket signalement courriel coup lettre reprises conseiller tentative tweet "
        "recommande"
    ),
)
TABLE = Table(
    lang="fr",
    lists=_LISTS,
    cues={**MONEY, **SILENCE, **GOODS, **PEOPLE, **FLAGS, **FEELING, **FINE},
    counts=_COUNTS,
    asking="comment quand où qui quel quelle quels quelles combien est-ce quelqu'un y",
    apostrophe=" ",
)
