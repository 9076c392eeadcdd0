"""Spanish: how people are treated, leaving, harm, and law."""

from __future__ import annotations

PEOPLE = {
    "service": """
.15: queja, reclamación, reclamo, quejas, reclamar, atención, quejarme
.3: maleducado, maleducada, grosero, grosera, groseros, incompetentes, incompetente,
incompetencia, ineptos, inepto, prepotente, prepotentes, irrespetuoso, inútiles,
desorganización, poca seriedad, poco profesional, poco profesionales, antipático, borde,
bordes, desagradable
.55: {malo} {servicio}, {servicio} .. {malo}, (el|la) peor .. (servicio|empresa|
compañía|aerolínea|banco|atención|experiencia|restaurante|hotel|app|operadora|operador|
tienda), peor (servicio|atención) imposible, falta de (respeto|profesionalidad|seriedad|
profesionalismo|atención|educación|empatía), {nadie} (ayuda|me ayuda|resuelve|sabe|se
hace cargo|se hace responsable|da una solución|da solución|soluciona|me da|me dio|nos
ayuda|se responsabiliza), (no|ni) (me|nos|) (ayudan|ayudaron|ayudó|resuelven|solucionan|
solucionaron|resolvieron|quisieron ayudar|dan respuesta|dieron solución|dan solución),
no (les|le|os) (importa|importamos|importan) (nada|el cliente|los clientes|un|una), (me|
nos) (mintieron|han mentido|mienten|engañaron|han engañado|engañan|trataron (mal|fatal|
como|muy mal)|han tratado (mal|fatal|como)|tratan (mal|como|fatal)|gritó|gritaron|
insultó|insultaron|humillaron|tomaron el pelo|han tomado el pelo|marean|tienen mareado|
pasan de un|pasan de uno), mentirosos, (pura|puras|puro|sarta de|son unos) (mentira|
mentiras|mentirosos|cuento), tomadura de pelo, (se lavan|se lavaron) las manos,
(pelotean|peloteando|me pelotearon), de un (departamento|lado|agente) a otro, (burla|
burlándose|se burlan|se ríen) (al|del|de sus|de los|de los clientes|del cliente|de mí|de
nosotros), cada (uno|agente|persona|vez) .. (cosa|versión|distinto|distinta), no
cumplen, incumplen, (no|nunca) (cumplen|cumplieron) (con|lo|su|sus)
""",
    "account": """
.15: contraseña, verificación, código de verificación, clave
.3: hackeado, hackeada, bloqueado, bloqueada, suspendida, suspendido, hackearon,
bloquearon, desactivada
.5: (cuenta|tarjeta|perfil|usuario|línea|acceso|número) .. (bloqueada|bloqueado|
suspendida|suspendido|hackeada|hackeado|cerrada|desactivada|desactivado|inhabilitada|
restringida|eliminada|robada|congelada|rechazada|jaqueada), (bloquearon|bloquean|
bloqueado|suspendieron|hackearon|cerraron|desactivaron|eliminaron|robaron|han bloqueado|
han hackeado|han cerrado|han suspendido|congelaron|jaquearon) (mi|la|mis|nuestra|el)
(cuenta|tarjeta|perfil|usuario|línea|cuentas|tarjetas|acceso|número), (no puedo|no me
deja|imposible) (recuperar|cambiar|restablecer|cerrar|verificar|borrar|eliminar) (mi|la|
el) (cuenta|contraseña|clave|perfil|tarjeta|usuario|correo), (código|sms|correo de
verificación|clave) (no llega|nunca llega|no me llega)
""",
    "churn": """
.15: cancelar, baja, cambio de compañía, competencia, desinstalar, portabilidad
.3: me doy de baja, darme de baja, desinstalé, desinstalada, boicot, cancelé, cancelo,
desinstalando, me cambio
.35: nunca más, nunca mas, jamás, última vez
.55: (nunca más|no|jamás|nunca) (volveré a|volveremos a|compro|compraré|compren|
contraten|recomiendo|lo recomiendo|la recomiendo|recomendaría|recomendable|pienso
volver|volveré|vuelvo|voy a volver|vuelvas|viajen|viajo|viajaré) (comprar|pedir|volar|
ir|viajar|contratar|reservar|usar|nada|más|aquí|nunca|en|con|a nadie|esta|este|para
nada|ahí|allí|a pisar|ni|por aquí), no (lo|la|los|las|se) (recomiendo|recomendaría|
recomienda), no recomendable, nada recomendable, no (volveré|volveremos|vuelvo) (a|
nunca|más|jamás|por|ni|con), (voy a|quiero|acabo de|pienso|he decidido|estoy por|vamos
a) (cancelar|darme de baja|cambiarme|cambiar de (compañía|banco|operador|empresa|
operadora|proveedor)|dar de baja|irme|desinstalar|cerrar (mi|la) cuenta), (me|nos)
(cambio|paso|cambié|cambiaré|voy|pasé|cambiamos|pasamos|cambiaremos) (a la competencia|
de compañía|de banco|de operador|a otra|a otro|de empresa|de operadora|con la
competencia), (cancelé|cancelo|cancelando|cancelaré|doy de baja|di de baja) (mi|la|el|
mis|todo|nuestra) (suscripción|cuenta|contrato|servicio|membresía|plan|tarjeta|seguro|
línea|póliza|todo), (perdieron|han perdido|perdéis|acaban de perder|habéis perdido|
pierden) (a |)(un|una|otro|otra|dos|su) (cliente|clienta|clientes), eviten (esta|este|a|
comprar|esa|ir), (no) (compren|contraten|caigan|vayan|viajen|compréis|contratéis|
perdáis|pierdan|gasten|pidan|usen|vayáis|piquéis) (en|aquí|nada|con|esta|este|a|el
tiempo|su dinero|su|ahí|nunca|ni), huyan, huid, huye de, (me arrepiento|arrepentido|
arrepentida) (de haber|de|del)
""",
    "safety": """
.15: riesgo, accidente
.3: peligroso, peligrosa, peligro, inseguro, insegura, sobrecalienta, retiro del mercado
.6: (muy|es|super|extremadamente) (peligroso|peligrosa), (huele|olor) a (gas|quemado),
fuga de gas, (salió|sale|echaba|echa|saliendo) (humo|chispas), vómitos, vomitando,
(enfermó|enfermamos|me enfermé|me puse malo|me puse mala|me sentó mal|nos enfermamos|
intoxicó|malos del estómago), contaminado, contaminada, se derritió, (vidrio|cristal|
metal|plástico|cristales|vidrios|tornillo|clavo) en (mi|la|el|su|nuestra)
.75: (se incendió|se prendió fuego|prendió fuego|se quemó|ardió|explotó|estalló|ha
explotado|casi explota|explosión en|se ha incendiado), descarga eléctrica, me
(electrocuté|quemé|quemó la|cortó la|dio calambre|lastimé|lesioné), quemaduras,
intoxicación, intoxicado, intoxicados, intoxicada, envenenado, reacción alérgica, shock
anafiláctico, anafiláctico, (al|en el|en|hasta el) (hospital|urgencias|sala de
emergencias) (por|con|después|tras|y|mi|ingresado|ingresada|terminé|acabé), (terminé|
acabé|terminamos|acabó|terminó|acabamos|ingresado|ingresada|hospitalizado|hospitalizada)
.. (hospital|urgencias|clínica), (casi|por poco) (muero|me muero|morimos|nos matan|me
mata|me atropella|se muere|se ahoga|me asfixio|nos matamos|provoca), (frenos|airbag|
freno) (fallaron|no funcionan|fallan|no funcionaron|falló|no saltó), (acosó|acosado|
acosada|acoso|amenazó|amenazado|amenazada|agredió|agredido|agredida|golpeó|manoseó|tocó)
(sexual|sexualmente|por|a mi|a una|me|el|un), me (acosó|amenazó|agredió|golpeó|
persiguió|manoseó), (podría|pudo) (haber muerto|morir|haber matado|haber sido una
tragedia), monóxido de carbono
""",
    "legal": """
.3: abogado, abogada, abogados, demanda, consumo, profeco, sernac, facua, ocu, indecopi,
condusef, defensa del consumidor, defensor del pueblo, discriminación, ilegal, denuncia,
tribunal, juzgado
.7: (voy a|vamos a|los voy a|les voy a|pienso|los|os voy a|tendré que) (demandar|
denunciar|demandaré|denunciaré|demandarlos|denunciarlos|poner una demanda|poner una
denuncia|denunciaros|tomar acciones|iniciar acciones), (acciones|medidas|vías|vía)
(legales|judicial|legal|judiciales), demanda colectiva, (interpuse|puse|poner|presenté|
interpondré|presentaré|pondré|he puesto|presentar|interponer) .. (denuncia|demanda|hoja
de reclamaciones|reclamación formal|querella|queja formal|reclamación en consumo|
reclamo), (denuncia|denuncié|denunciado|denunciar|reclamación|queja|reclamo|reporte|
reportar|acudir|acudiré|ir|iré|reclamar|denunciaré) .. (profeco|sernac|facua|ocu|
indecopi|condusef|consumo|defensa del consumidor|policía|fiscalía|omic|superintendencia|
tribunales|juzgado|banco de españa|bancos|osiptel|ministerio|aepd|procon), (mi|con mi|
nuestro|al|a mi|un) (abogado|abogada|abogados) (se|ya|va|está|les|los|contactará|para|se
pondrá|y), hoja de reclamaciones, incumplimiento de contrato, (esto|eso) es (ilegal|un
delito|delito), publicidad engañosa, carta documento, burofax, (nos vemos|nos veremos)
en (los tribunales|el juzgado|juicio|la corte)
""",
}
