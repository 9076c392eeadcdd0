"""Spanish: waiting, and no answer."""

from __future__ import annotations

SILENCE = {
    "waiting": """
.15: esperando, esperar, espera, demora, espero, en espera, tardanza, paciencia
.3: larga espera, tiempo de espera, cola, largas colas, sigo esperando, me tienen
esperando, nos tienen esperando, interminable, lentísimo, lentitud
.45: (tarda|tardan|tardó|demora|demoran|tardando) (muchísimo|mucho|demasiado|siglos|una
eternidad|horas|una vida), muy lentos, demasiado lento, cuánto (más|tiempo más|tengo que
esperar|hay que esperar), (sigo|seguimos|sigue|siguen|continúo|aún estoy|todavía estoy)
(sin|esperando|a la espera), (todavía|aún|todavia|aun) no (me|nos|lo|la|han|ha|he|llega|
tengo|hay|puedo|se), a día de hoy (no|sin|nada|sigo)
.6: (llevo|llevamos|llevan|llevaba) .. (esperando|sin (internet|luz|agua|servicio|
respuesta|línea|cobrar|teléfono|recibir|gas)), (cansado|cansada|harto|harta|hartos) de
esperar, horas esperando, días esperando, semanas esperando, meses esperando, (sigo|
seguimos|sigue) sin (recibir|respuesta|noticias|saber|solución|internet|luz|agua|nada|
pedido|paquete|poder|servicio|línea), sin (solución|noticias|novedades|soluciones), (no
dan|no me dan|no nos dan|ninguna|ni una) (solución|soluciones|respuesta|explicación|
información), (no he|no hemos|nunca|no|aún no he|todavía no he) (recibido|recibí|
recibimos), (hasta ahora|hasta hoy|hasta la fecha|al día de hoy) (nada|no|sin|ninguna|
sigo), (me|nos) (dan|han dado|siguen dando) largas, puras largas, vuelven a (aplazar|
posponer|retrasar)
""",
    "unanswered": """
.3: contestador, contestadora, número de ticket, chatbot, respuesta automática, robot,
mensaje automático, buzón de voz
.6: (sin|ninguna|no hay|ni una|cero|no tengo|no obtengo|no recibo) (respuesta|
contestación|respuestas|contestacion), {nadie} (contesta|responde|atiende|da la cara|
contestan|responden|coge el teléfono|coge|llama|soluciona|hace caso|sabe nada|respondió|
contestó|atendió|ayuda), (no|nunca|ni|jamás) (me|nos|te|os|lo|) (contestan|contesta|
responden|responde|atienden|cogen el teléfono|cogen|contestaron|respondieron|han
contestado|han respondido|devuelven la llamada|hacen caso|llaman|llamaron|han llamado|
atendieron|escuchan|contestáis|respondéis|cogéis), (me|nos) (ignoran|han ignorado|
ignora|están ignorando|dejan en visto|dejaron en visto|cuelgan|colgaron|han colgado|
cortan|cortaron la llamada|cuelgan el teléfono|dejaron colgado|dejan colgado), en visto,
(imposible|no hay manera de|no hay forma de|no consigo|no logro|no se puede|es
imposible) (contactar|hablar|comunicarse|comunicarme|que contesten|que atiendan|
contactaros|llamar|que me atiendan|que respondan|hablar con), (por favor|porfavor|porfa)
(contesten|respondan|contestad|responded|atiendan|contéstenme|respóndanme|respóndeme|
contesta|revisen|lean), (respondan|contesten|contestad|responded|lean) (mis|el|los|mi|a
mi|mensajes|dm|md|correos|por favor|por privado), (espero|esperando|a la espera de) (una
|)(respuesta|contestación|llamada|su llamada), (nunca|no) (me|nos) (devolvieron|han
devuelto) la llamada, silencio absoluto, la callada por respuesta, (cerraron|cierran|
cerrado) (mi|el|la) (caso|ticket|reclamación|incidencia)
""",
}
