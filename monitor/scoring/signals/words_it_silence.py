"""Italian: waiting, and no answer."""

from __future__ import annotations

SILENCE = {
    "waiting": """
.15: attesa, aspettare, aspetto, attendo, aspettando, in attesa, lento, lenta, tempi
lunghi, pazienza, fila
.3: lunga attesa, tempi di attesa, tempo d'attesa, code interminabili, lentissimo,
lentissima, lentezza, troppo lento, attesa infinita, attese infinite, coda
.45: (ci|ci ha|ci hanno|ci mette|ci mettono|ci vuole|impiega|impiegano) .. (una vita|
un'eternità|secoli|troppo tempo|troppo|ore e ore), quanto (tempo|ancora|devo|dobbiamo)
(ancora|aspettare|devo|dobbiamo|ci vuole ancora|dovrò), (ancora|tuttora|tutt'ora|ad
oggi|a oggi|fino ad oggi|finora|fino ad ora|per ora) (niente|nulla|nessuna|nessun|non|in
attesa|senza|aspetto|sto aspettando|aspettando|non pervenuto)
.6: (sto|stiamo|sono) (ancora|da|sempre|tutt'ora|tuttora) (aspettando|in attesa|
attendendo|senza), (ore|giorni|settimane|mesi) (di attesa|d'attesa|che aspetto|ad
aspettare|che attendo|di silenzio), (stanco|stanca|stufo|stufa|stufi|stanchi) di
aspettare, (rimandano|rimandato|rimandata|posticipato|posticipata|rinviato|rinviata|
rinviano) (di nuovo|ancora|continuamente|sempre|più volte|per la|l'ennesima), (non ho|
non abbiamo|mai|ancora non ho|non ho ancora|non abbiamo ancora) (ricevuto|ricevuta|avuto
(risposta|notizie|riscontro)), nessuna (novità|notizia|soluzione|comunicazione|
informazione), senza (soluzione|notizie|una soluzione|risolvere|che si risolva|
risoluzione|alcuna soluzione), (non|nulla) (si risolve|si muove|si sblocca|cambia|è
cambiato|risolvono|hanno risolto)
""",
    "unanswered": """
.3: segreteria telefonica, numero ticket, numero di ticket, chatbot, risposta
automatica, risponditore, messaggio automatico, disco registrato, risposte
preconfezionate
.6: (nessuna|senza|mai una|alcuna|zero|nessun|senza alcuna|senza alcun|mai avuto|non ho
avuto|non ho ricevuto) (risposta|risposte|riscontro|feedback|ricontatto|richiamata|
contatto), {nessuno} .. (risponde|rispondeva|richiama|risolve|mi ha richiamato|mi ha
risposto|sa niente|sa nulla|aiuta|ha risposto|ci aiuta|mi aiuta|si fa sentire|fa nulla|
fa niente|mi richiama|mi ha contattato|ha richiamato|al telefono|sa dirmi), (non|mai|
neanche|nemmeno) (mi |ci |si |vi |) (rispondono|risponde|rispondete|richiamano|richiama|
hanno risposto|ha risposto|hanno richiamato|hanno mai risposto|ha mai risposto|
ricontattano|ricontattato|avete risposto|hanno ricontattato|fate sentire|degnano|cagano|
calcolano|filano|danno risposta|danno risposte|si degnano), (mi|ci|vengo|sono stato|sono
stata|vi|completamente|continuano a|continuate a|essere) (ignorano|ignorate|ignorato|
ignorata|ignorare|ignora|ignorarmi|ignorati), (riattaccano|riattaccato|riagganciano|
riagganciato|buttano giù|buttato giù|cade la linea|attaccano il telefono|chiudono la
chiamata|mettono giù|messo giù|riattacca|mi attaccano|sbattuto il telefono),
visualizzano e non rispondono, (visualizzato|visualizzano|letto) e (mai risposto|non
risposto|ignorato|nessuna risposta), fate finta di niente, (impossibile|non riesco|non
si riesce|è impossibile|non riusciamo|non c'è modo|impossibilità) (a |di |) (parlare|
contattare|contattarvi|contattarli|mettersi in contatto|mettermi in contatto|comunicare|
parlare con|avere risposta|avere una risposta|ricevere assistenza|avere assistenza|
parlarci|ottenere una risposta|trovare qualcuno), (per favore|vi prego|per cortesia|
cortesemente|gentilmente|potete|potreste) (rispondete|rispondetemi|rispondermi|
rispondere|contattatemi|contattarmi|ricontattarmi|ricontattatemi|leggete|richiamatemi|
controllare i dm|leggere i dm|farmi sapere), (rispondete|rispondetemi|rispondi) (ai|al|
alla|alle|in|per|a|per favore|privato), rispondetemi, (aspetto|attendo|in attesa di|
aspettando|sono in attesa di) (una |vostra |una vostra |un |un vostro |) (risposta|
riscontro|chiamata|richiamata|ricontatto), (chiuso|chiudono|chiusa|chiusi) (il ticket|la
segnalazione|la pratica|il reclamo|i ticket|la richiesta)
""",
}
