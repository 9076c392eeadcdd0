"""Spanish: what does not come, work, or last."""

from __future__ import annotations

GOODS = {
    "delivery": """
.05: entrega, envío, paquete, pedido, repartidor, vuelo, equipaje, maleta, mensajero,
tren
.15: retraso, retrasado, retrasos, seguimiento
.3: demorado, dirección equivocada, horas de retraso, minutos de retraso, entrega
fallida, pedido incompleto, no llegó, falta un, falta una, faltaba un, faltaba una
.45: (vuelo|tren|pedido|reserva|cita|viaje|compra|envío|billete) (cancelado|cancelada|ha
sido cancelado|fue cancelado|retrasado|demorado|perdido), (cancelaron|cancelan|
cancelado|canceló|han cancelado|retrasaron) (mi|el|nuestro|la|mi vuelo|los) (vuelo|tren|
pedido|reserva|cita|compra|viaje|envío)
.5: (llegó|ha llegado|llega|vino|llegaron|entregaron|entregado|recibí|me llegó) ..
(roto|rota|dañado|dañada|incompleto|incompleta|abierto|abierta|equivocado|equivocada|
tarde|vacío|vacía|defectuoso|defectuosa|frío|fría|golpeado|mojado|destrozado), (me|nos)
(enviaron|mandaron|entregaron|trajeron|han enviado|llegó|han mandado|han traído) ..
(equivocado|equivocada|otro|otra|incorrecto|incorrecta|mal|talla), (pedido|producto|
talla|artículo|color) (equivocado|equivocada|incorrecto|incorrecta|erróneo), (falta|
faltan|faltaba|faltaban) (la mitad|piezas|productos|artículos|parte)
.6: (no|nunca|aún no|todavía no|jamás) (me |nos |)(ha |han |)(llega|llegado|entregaron|
entregado|entregan|enviaron|enviado|aparece|apareció|aparecido|han entregado|ha llegado|
vino|vinieron|llegaron|apareció nadie|pasó nadie|ha pasado), no (me|nos) llegó, nunca
llegó, (aún|todavía) no llegó, (dónde está|donde esta|dónde anda|dónde están|donde) (mi|
nuestro|mis|nuestras) {cosa}, {cosa} (perdido|perdida|perdidas|extraviado|extraviada|
robado|no llega|no aparece|sin llegar|no ha llegado|no llegó), (perdieron|han perdido|
extraviaron|perdido|perdisteis|pierden|me perdieron) (mi|el|la|las|mis|nuestro|nuestra|
una) {cosa}, (pone|dice|figura|aparece|consta|marca) (como |que está |que fue |
)(entregado|entregada|entregué), entregado sin, (tirados|varados|tirado|tirada|varada|
atrapados) en (el |la |)(aeropuerto|estación|carretera), perdí (el|mi) (vuelo|tren|
enlace|conexión) por
""",
    "outage": """
.15: error, fallo, mantenimiento, caídas, falla, conexión, bug, fuera de línea
.3: avería, mensaje de error, código de error, error del sistema, fallas, fallando,
intermitente, intermitencia, cortes
.45: no (funciona|funcionan|carga|cargan|abre|enciende|prende|sirve|anda), dejó de
(funcionar|andar|cargar|servir), (ha dejado|han dejado|dejaron) de (funcionar|cargar|
ir), (sin|no hay|no tengo|no tenemos|me quedé sin|estamos sin|nos quedamos sin)
(internet|señal|luz|servicio|cobertura|línea|wifi|conexión|agua|electricidad|red|gas|
datos|calefacción|agua caliente|teléfono|sistema|fibra|suministro), apagón, corte de
(luz|agua|internet|energía), pantalla (negra|azul|en blanco)
.55: no (funciona|funcionan|carga|cargan|abre|anda|sirve|enciende|prende|jala|va la|va
el|conecta|deja|me deja|se puede|marcha|arranca|responde|actualiza|sincroniza) (la app|
la web|la página|el internet|nada|bien|desde|nunca|la aplicación|su|el sistema|el
servicio|la tarjeta|vuestra|entrar|pagar|iniciar|acceder|hacer|ni), (está|estaba|lleva|
sigue|web|app|página|servidor|sistema|red|otra vez) (caída|caído|caida|caidos|colapsada|
colapsado|tirada), se (cae|cayó|ha caído|cierra sola|cierra solo|congela|cuelga|bloquea|
traba|corta|corta el) (la|el|cada|todo|constantemente|siempre|a cada|internet|sola|
solo), (no puedo|no podemos|no me deja|no deja|no consigo|imposible|no logro) (entrar|
acceder|iniciar|ingresar|pagar|conectarme|conectar|abrir|comprar|descargar|actualizar|
reservar|transferir|hacer login|usar|retirar|loguearme|registrarme|iniciar sesión|
cargar|sacar|ver), (internet|wifi|señal|luz|línea|red|fibra) (caído|caída|fallando|
intermitente|cortada|cortado|se va|se fue|pésima|no funciona), pago (rechazado|fallido|
no procesado), error (404|500|503) , (se cierra|se traba|se congela|se cuelga|se
bloquea)
""",
    "defect": """
.15: sucio, sucia, frío, fría, caducado, mancha, rayado, viejo
.3: roto, rota, rotos, rotas, defectuoso, defectuosa, dañado, dañada, vencido, podrido,
podrida, oxidado, moho, cucaracha, crudo, cruda, se rompió, averiado, estropeado,
estropeada, quemado, descompuesto, agrietado, incomible, asqueroso
.5: (se|me|ya se) (rompió|ha roto|rompieron|descompuso|dañó|estropeó|averió|despegó|han
roto|quemó|ha estropeado) (a los|al|en|a la|el primer|la primera|después|sola|solo|en
menos), (mala|pésima|baja|poca|malísima|dudosa) calidad, calidad {malo}, (calidad|
material|acabado) .. {malo}, (comida|pizza|hamburguesa|papas|patatas|carne|pollo|café)
.. (fría|cruda|frías|crudo|quemada|podrida|mala|en mal estado|helada), (pelo|bicho|
gusano|cucaracha|mosca|insecto|pelos) en (mi|la|el), gusanos, cucarachas, chinches,
ratas, ratones, (batería|pantalla|cremallera|motor|bisagra|rueda|asa|suela) .. (rota|
roto|no dura|no carga|muerta|dañada|se hincha|hinchada|defectuosa|parpadea), no (es|era)
(como|lo que) (la foto|en la foto|aparece|se ve|anuncian|la descripción|pedí|decía|lo
descrito), no (corresponde|coincide) con, medio vacío, medio vacía, se cae a pedazos,
una porquería, vino defectuoso, de fábrica
""",
}
