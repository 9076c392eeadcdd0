"""Italian."""

from __future__ import annotations

from monitor.scoring.signals.table import Counts, Table
from monitor.scoring.signals.words_it_feeling import FEELING
from monitor.scoring.signals.words_it_fine import FINE
from monitor.scoring.signals.words_it_flags import FLAGS
from monitor.scoring.signals.words_it_goods import GOODS
from monitor.scoring.signals.words_it_money import MONEY
from monitor.scoring.signals.words_it_people import PEOPLE
from monitor.scoring.signals.words_it_silence import SILENCE

_AGES = "|".join(str(age) for age in range(75, 100))
_LISTS = {
    "age": _AGES,
    "mio": (
        "|il mio|la mia|i miei|le mie|mio|mia|il|la|lo|un|una|nostro|nostra|il nostro|"
        "del|della|dei|di|i nostri|miei|l'"
    ),
    "no": (
        "nessun|nessuna|senza|mai avuto|mai un|zero|senza alcun|senza nessun|non ho "
        "avuto|mai nessun|non ho mai avuto|mai avuti|non ci sono stati|senza alcuna|"
        "alcun|0|mai avuto nessun|senza un|senza il minimo|non ho avuto nessun"
    ),
    "trouble": (
        "problema|problemi|ritardo|ritardi|intoppo|intoppi|lamentela|lamentele|"
        "disguido|disguidi|errore|errori|difetto|difetti|disservizio|disservizi|"
        "disagio|disagi|inconveniente|inconvenienti|lag|bug|stress|attesa|difficoltà"
    ),
    "nessuno": (
        "nessuno|nessun operatore|non c'è nessuno|mai nessuno|un cane|anima viva"
    ),
    "pessimo": (
        "pessimo|pessima|pessimi|pessime|scadente|scadenti|orribile|terribile|"
        "vergognoso|vergognosa|scandaloso|scandalosa|penoso|penosa|disastroso|"
        "disastrosa|indecente|schifoso|schifosa|uno schifo|una vergogna|inesistente|"
        "inqualificabile|imbarazzante|da terzo mondo|pietoso|pietosa|deludente|di "
        "merda|una merda|peggiore|il peggiore|la peggiore|scortese|maleducato|"
        "maleducata|ridicolo|ridicola|inaccettabile|da evitare|sotto zero|inadeguato|"
        "inadeguata|zero|osceno|oscena"
    ),
    "servizio": (
        "servizio|servizi|assistenza|assistenza clienti|servizio clienti|personale|"
        "supporto|esperienza|call center|azienda|compagnia|operatore|operatori|"
        "gestione|accoglienza|customer care|post vendita|assistenza tecnica|trattamento"
    ),
    "cosa": (
        "pacco|ordine|spedizione|valigia|valigie|bagaglio|bagagli|consegna|prodotto|"
        "lettera|carta|articolo|merce|mobile|divano|raccomandata|pacchi"
    ),
}
_COUNTS = Counts(
    numbers=(
        "un=1 | una=1 | uno=1 | due=2 | tre=3 | quattro=4 | cinque=5 | sei=6 | sette=7 "
        "| otto=8 | nove=9 | dieci=10 | undici=11 | dodici=12 | quindici=15 | venti=20 "
        "| trenta=30 | diversi=3 | diverse=3 | vari=3 | varie=3 | parecchi=3 | "
        "parecchie=3 | alcuni=3 | alcune=3 | qualche=3 | un paio di=2 | mezza=.5 | "
        "mezzo=.5 | mezz'=.5 | più di un=1 | più di una=1 | una decina di=10 | una "
        "ventina di=20 | molti=3 | oltre un=1 | oltre una=1 | tanti=3 | tante=3 | "
        "svariati=3 | svariate=3"
    ),
    ordinals=(
        "seconda=2 | secondo=2 | terza=3 | terzo=3 | quarta=4 | quarto=4 | quinta=5 | "
        "quinto=5 | sesta=6 | sesto=6 | settima=7 | ottava=8 | decima=10 | decimo=10 | "
        "ennesima=10 | ennesimo=10 | millesima=10 | 2a=2 | 3a=3 | 4a=4 | 5a=5 | 2ª=2 | "
        "3ª=3 | 4ª=4 | 5ª=5"
    ),
    times=(
        "due volte=2 | tre volte=3 | quattro volte=4 | cinque volte=5 | sei volte=6 | "
        "sette volte=7 | otto volte=8 | dieci volte=10 | più volte=3 | diverse volte=3 "
        "| varie volte=3 | svariate volte=5 | 2 volte=2 | 3 volte=3 | 4 volte=4 | 5 "
        "volte=5 | 6 volte=6 | 7 volte=7 | 8 volte=8 | 10 volte=10 | mille volte=10 | "
        "cento volte=10 | decine di volte=20 | innumerevoli volte=10 | ripetutamente=3 "
        "| tante volte=3 | molte volte=3"
    ),
    units=(
        "minuto|minuti|min=minute | ora|ore|h=hour | giorno|giorni|gg=1 | giorni "
        "lavorativi|giorni feriali=1.4 | settimana|settimane=7 | mese|mesi=30 | anno|"
        "anni=365"
    ),
    bare="ore|giorni|settimane|mesi",
    fixed=(
        "da ieri=1 | da ieri sera=.6 | da stamattina=.3 | da stamani=.3 | da questa "
        "mattina=.3 | tutto il giorno=.5 | dall'altro ieri=2 | da ieri mattina=1 | "
        "tutta la notte=.4 | dalla settimana scorsa=7 | da lunedì=3 | da venerdì=3 | "
        "dal mese scorso=30 | tutta la mattina=.2 | da stanotte=.4"
    ),
    wait_before=(
        "(?:aspetto|aspettando|aspettiamo|aspettato|attesa|attendo|attendiamo|attesa "
        "di|attesa da|ritardo di|ritardo|aspettare|linea|fermi|fermo|ferma|bloccato|"
        "impiegato|messo|trascorsi|trascorse|dopo ben|in attesa da|coda|fila)(?: da| "
        "gia| piu di| oltre| quasi| circa| per| ben| almeno| ormai| esattamente| di| "
        "da oltre| da piu di| da quasi| da circa)*"
    ),
    wait_behind=(
        "(?:di attesa|d attesa|di ritardo|che aspetto|che attendo|che aspettiamo|che "
        "(?:chiedo|chiamo|scrivo|non|sono|siamo|provo|cerco|tento|segnalo|sollecito|"
        "attendiamo)|ad aspettare|in attesa|senza|di silenzio|in ritardo|e ancora|e "
        "nessuno|e niente|e nulla|e non|al telefono|di coda|di fila|aspettando|(?:, "
        ")?(?:ancora|niente|nulla|nessuna|nessun))"
    ),
    if_trouble_before=(
        "(?:dopo|sono|passate|passati|passato|passa|ormai da|per|oltre|piu di|quasi|da|"
        "gia|ormai|giorno|sono passati|sono passate|durante|negli ultimi|circa)(?: "
        "oltre| piu di| quasi| ben| circa| gia)*"
    ),
    if_trouble_behind="dopo|fa|piu tardi|,|\\.|ormai|e passa|di seguito|consecutivi",
    no_wait_before=(
        "(?:in|tra|fra|entro|ogni|per i prossimi|prossimi|prossime|per|a|meno di|"
        "garanzia di|solo|appena|prime|primi|nelle prossime|nei prossimi|ultimi|ultime|"
        "(?:cliente|clienti|abito|lavoro|conosco|uso|utilizzo|vivo|abbonato|abbonata|"
        "felice|sposati|sposato|insieme|fidelizzato|acquisto|compro|vado|seguo|gioco|"
        "socio|iscritto)(?: con voi| qui| @| vostro| vostra)?(?: da)(?: oltre| piu di| "
        "quasi| circa| ormai)?|dura|durata di|mancano|manca|compie|ha|hanno)"
    ),
    no_wait_behind=(
        "(?:di garanzia|di vacanza|di vacanze|di ferie|gratis|di prova|di vita|di "
        "contratto|di vincolo|di viaggio|di volo|di strada|prima|al (?:giorno|mese)|"
        "alla settimana|all anno|di fedelta|di esperienza|di matrimonio|come cliente|"
        "che sono (?:cliente|vostro|vostra|felice|abbonat)|di eta|di preavviso|per "
        "(?:il|la|un|il reso)|di cammino|a piedi|di macchina|di utilizzo|di "
        "abbonamento|che (?:compro|uso|vivo|abito|lavoro|vado)|senza (?:problemi|un "
        "problema|fumare)|di anzianita|insieme|di onorato|di soddisfazione|di durata)"
    ),
    contacts=(
        (
            "(?:la|per la|alla|e la|gia la|questa e la|il|e gia la|mia|al|l|dell|all|"
            "un|un altra) {nth} (?:volta (?:che|in|questa|,|\\.|a|mi|vi|e|chiamo|"
            "scrivo|senza)|mail|email|e mail|segnalazione|chiamata|reclamo|messaggio|"
            "telefonata|sollecito|ticket|richiesta|pec|raccomandata|tentativo|"
            "tweet)(?! (?:in tv))"
        ),
        (
            "(?:chiamato|scritto|contattato|segnalato|sollecitato|telefonato|mandato|"
            "inviato|reclamato|richiesto|provato|chiesto|parlato|chiamo|richiamato|"
            "recato|recata|andato|andata|aperto)(?: [a-z@]+){0,4}? {times}"
        ),
        (
            "{times} (?:[a-z]+ ){0,3}(?:chiamato|scritto|contattato|segnalato|"
            "sollecitato|telefonato|richiesto|chiesto|reclamato|mandato)"
        ),
        (
            "(?:dopo|gia|inviato|inviate|mandato|mandate|fatto|fatte|aperto|aperti|"
            "nonostante|con|ho fatto|scritto|scritte|siamo a|sono alla|effettuato|"
            "almeno)(?: gia| oltre| piu di| ben| circa| le| i| almeno)? {n} (?:mail|"
            "email|e mail|chiamate|telefonate|messaggi|segnalazioni|reclami|solleciti|"
            "ticket|pec|richieste|raccomandate|tentativi|operatori|lettere|tweet)"
        ),
        (
            "{n} (?:mail|email|e mail|chiamate|telefonate|messaggi|segnalazioni|"
            "reclami|solleciti|ticket|pec|raccomandate)(?= (?:senza|e|,|dopo|inviate|"
            "inviati|mandate|fatte|aperti|ignorat|a vuoto|nessuna|non|mai|\\.))"
        ),
    ),
    contact_words=(
        "volta volte mail email e-mail chiamat telefonat messagg segnalazion reclam "
        "sollecit ticket pec richiest raccomandat tentativ ripetutamente operatori "
        "letter tweet"
    ),
)
TABLE = Table(
    lang="it",
    lists=_LISTS,
    cues={**MONEY, **SILENCE, **GOODS, **PEOPLE, **FLAGS, **FEELING, **FINE},
    counts=_COUNTS,
    asking=(
        "come quando dove chi quale quali quanto quanti quanta qualcuno perché sapete "
        "posso potete avete c'è si"
    ),
    apostrophe=" ",
)
