"""Spanish: money back, and what things cost."""

from __future__ import annotations

MONEY = {
    "refund": """
.15: reembolso, devolución, reintegro, reembolsar, devolver, vale, indemnización,
compensación
.3: reembolso solicitado, solicité el reembolso, pedí el reembolso, contracargo, pedir
la devolución
.6: (quiero|exijo|queremos|reclamo|necesito|exigimos|pido) {mi} (reembolso|devolución|
reintegro|dinero|plata|dinero de vuelta), (devuélvanme|devuelvanme|devolvedme|
devuélveme|devuelvan|regrésenme|regresenme|reembólsenme|reintégrenme) .. (dinero|plata|
importe|pasaje|lana), (devuélvanme|devuelvanme|devolvedme|devuélveme) , que me devuelvan
{mi} (dinero|plata|importe|pasta), (no me|no nos|no|siguen sin|sin|aún no me|todavía no
me) (devuelven|han devuelto|devolvieron|reembolsan|reembolsaron|han reembolsado|
devolverme|devolver|reintegran|reintegraron|regresan|regresaron|quieren devolver),
(dónde está|cuándo llega|cuándo me llega|esperando|espero|sigo esperando|a la espera de)
{mi} (reembolso|devolución|reintegro|dinero|plata), (sin|no hay|ni) (reembolso|
devolución|reintegro), (reembolso|devolución|reintegro) .. (nunca|no llega|no llegó|
pendiente|rechazado|denegado|rechazada|denegada|negado|sin respuesta), (se niegan|
niegan|se negaron|negaron|rechazan|rechazaron) .. (devolver~|reembols~|reintegr~|
devolución|cambio), (se quedan|se quedaron|quedarse) con (mi|el|nuestro) (dinero|plata),
mi dinero no aparece
""",
    "billing": """
.15: factura, cobro, caro, tarifa, cargo, comisión, precio, cuota, carísimo, subida de
precio, recibo
.3: cobran, cobraron, me cobran, me cobraron, cobro extra, abusivo, abusivos, abuso,
cobros, precios abusivos, sobreprecio, usura, estafa, fraude, robo, letra pequeña, letra
chica, cargos ocultos, subieron el precio, me han cobrado
.45: ladrones
.5: (me|nos|le) (cobraron|cobran|han cobrado|cobró|cargaron|han cargado|facturaron|
descontaron|debitaron) (dos veces|doble|de más|de mas|otra vez|por algo|sin|el doble|un
servicio|algo|demás|por duplicado|indebidamente|2 veces|tres veces|y no|por un),
(cobraron|cobran|cobrado|cobrando|cargado|descontaron|debitaron) .. (dos veces|doble|de
más|sin autorización|sin permiso|sin avisar|por duplicado|sin mi), (cobro|cargo|cargos|
cobros) (doble|dobles|duplicado|duplicados|indebido|indebidos|no reconocido|no
reconocidos|no autorizado|no autorizados|de más|fantasma|injustificado), doble (cobro|
cargo), (siguen|sigue|continúan) (cobrando|cobrándome|facturando|pasando el recibo|
cargando), (me|nos) (estafaron|han estafado|robaron|están robando|roban|han robado|
estafan|timaron|han timado|quieren robar|clavaron), estafadores, (son|sois) (unos |una |
todos |)(ladrones|estafadores|estafa|rateros|timadores|sinvergüenzas), rateros, es (un|
una) (robo|estafa|timo|atraco|fraude), (vaya|menuda|pura|qué) (estafa|timo), (dinero|
plata) (desapareció|desaparecido|perdido|tirado|tirada|a la basura), tirar el dinero, no
(vale|valen|merece) (lo que|la pena), factura (errónea|equivocada|incorrecta|inflada|
mal|altísima|desorbitada), (publicidad|precio) engañosa, precio engañoso, timo, no
(autoricé|autorizado|contraté|reconozco|he contratado|solicité)
""",
}
