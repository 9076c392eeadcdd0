"""Spanish: what a person must know whatever the post says."""

from __future__ import annotations

FLAGS = {
    "going_public": """
1: (prensa|periódico|periódicos|medios|televisión|noticias|tele|periodista|periodistas|
noticieros|radio|noticiero|redes|redes sociales) .. (enteren|enterarán|saber|sepan|sepa|
denunciar|interesa|interesará|publicar|contactar|contar|entere|enterar), (ir|iré|voy a
ir|acudir|acudiré|avisar|avisaré|avisado|contactar|contactaré|contactado|llamar|llamaré|
llamado|escribir|escrito|escribiré|contarlo|contaré|mandar|hablar) .. (la prensa|los
medios|el periódico|la tele|la televisión|un periodista|las noticias|medios de
comunicación|periódico local), (voy a|vamos a|lo voy a|pienso|hacer|hacerlo|haré|
haremos|lo haré) (hacerlo público|hacer viral|viralizar|viralizarlo|público|publicarlo|
hacerlo viral|publicar (todo|esto|el)|contarlo (todo|en)|difundir|difundirlo|quemarlos|
quemar), (viral|público) (esto|todo|el caso|este), (publicaré|subiré|compartiré|subo|
publico|publicar|subir|difundir) .. (redes|video|vídeo|todas partes|todos lados|
capturas|tiktok|youtube|instagram|facebook|x|twitter|google), (que|para que) (todos|todo
el mundo|la gente|todo mundo|se|otros) (sepan|sepa|se enteren|se entere|enteren|entere|
conozca|vean), (avisar|avisaré|aviso|advertir|advertiré|contaré|contarle|decirle|diré)
(a todos|a todo el mundo|a la gente|a mis (seguidores|amigos|conocidos)|a todo mundo),
(dejar|dejaré|dejado|pondré|poner|escribir) .. (mala reseña|reseña negativa|una
estrella|1 estrella|reseñas|malas reseñas|reseña en google), mis seguidores .. (sabrán|
van a saber|sepan|enterarse), tengo .. seguidores
""",
    "privacy": """
1: (filtración|fuga|robo|venta) de (mis |los |)datos, (filtraron|vendieron|venden|
compartieron|dieron|difundieron|publicaron|robaron|filtrado|vendido|compartido|han dado|
expusieron|han filtrado|están vendiendo) (mis|nuestros|los|mi|sus) (datos|información|
fotos|número|teléfono|dirección|correo|historial|datos personales), suplantación de
identidad, robo de identidad, (violación|vulneración|violan) .. (privacidad|datos),
(datos|información|cuenta|factura|facturas|pedidos|nombre|dirección|historial|
expediente) de (otra persona|otro cliente|otros clientes|otras personas|otra clienta|un
desconocido|terceros|otro usuario|otros usuarios), (cómo|de dónde|quién|donde) ..
(consiguieron|tienen|sacaron|sacan|obtuvieron|dio|sacaron|han sacado) (mi|mis) (número|
datos|teléfono|correo|información|dirección), sin mi (consentimiento|permiso|
autorización) .. (datos|fotos|información|número|llaman), (mis|nuestros) (datos|fotos|
datos personales|datos bancarios) .. (filtrados|internet|públicos|vendidos|terceros|
desconocidos|expuestos|a la vista), (borren|eliminen|borrad|eliminad|borrar) .. mis
datos, (en copia|con copia) .. (correos|direcciones|clientes|todos), nos espían, me
espían, rgpd, lopd
""",
    "vulnerable": """
.4: mi abuela, mi abuelo, mi abuelita, mi abuelito
.6: silla de ruedas, muletas, discapacidad, discapacitado, discapacitada,
discapacitados, minusválido, embarazada, embarazo, recién nacido, mi bebé, mi bebe,
quimioterapia, quimio, ictus, derrame cerebral, ataque al corazón, infarto, residencia
de ancianos, adulto mayor, adultos mayores, tercera edad, persona mayor, personas
mayores, jubilado, jubilada, jubilados, pensionista, ancianos, anciana, anciano, madre
soltera, viuda, viudo, fallecido, fallecida, falleció, difunto, difunta, autista,
autismo, movilidad reducida, diabético, diabética, depresión, crisis de ansiedad, ataque
de ansiedad, trastorno, desahucio, desahuciados, en la calle con, hijo de (dos|tres|
cuatro|cinco|seis|siete|ocho|nueve|diez|2|3|4|5|6|7|8|9|10) (años|meses), hija de (dos|
tres|cuatro|cinco|seis|siete|ocho|nueve|diez|2|3|4|5|6|7|8|9|10) (años|meses), (niña|
niño|bebé|bebe) de (dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|2|3|4|5|6|7|8|9|10)
(años|meses|semanas|días)
1: diálisis, insulina, (tanque|bombona|concentrador|máquina) de oxígeno, oxígeno
domiciliario, respirador, marcapasos, teleasistencia, alimentación por sonda, sonda
gástrica, cuidados paliativos, perro guía, epinefrina, (tiene|con|padece|sufre|tengo|
sufre de|es|soy|estoy|está) (alzheimer|parkinson|cáncer|epilepsia|autismo|síndrome de
down|demencia|esclerosis|parálisis cerebral|discapacidad|discapacitado|discapacitada|
embarazada|embarazada de|diabético|diabética|enfermo terminal|autista|epiléptico|ciego|
ciega|sordo|sorda|inmunodeprimido|postrado|postrada|encamada|encamado|minusválido|
paralítico), (mi|nuestra|nuestro|una|su|un) .. (anciana|anciano|enferma|enfermo|
embarazada|discapacitado|discapacitada|con discapacidad|ciega|ciego|sordo|sorda|autista|
con alzheimer|con cáncer|con demencia|en silla de ruedas|de {age} años), (madre|padre|
abuela|abuelo|mamá|papá|tía|tío|suegra|suegro|señora|señor|vecina|vecino|abuelita|
abuelito) .. ({age} años|{age}), {age} años .. (sola|solo|enferma|enfermo|silla de
ruedas), (bebé|bebe|recién nacido|niño|niños|niña|hijos|niñas) .. (sin (luz|agua|
calefacción|comer|comida|leche|gas|electricidad)|con frío|pasando frío|a oscuras|con
este calor|llorando), sin (luz|agua|calefacción|gas|electricidad|medicación|
medicamentos|medicinas|oxígeno) .. (bebé|bebe|recién nacido|niños|niño|ancianos|anciana|
abuela|abuelo|enfermo|enferma|enfermos|mayores), sin (mi|su|sus|mis|la) (medicación|
medicamentos|medicinas|tratamiento|medicina|insulina), (menor|menores|niño|niña) (no
acompañado|no acompañada|no acompañados|solo|sola)
""",
    "self_harm": """
1: (quiero|quisiera|quería|quiere|voy a|va a|pensé en|pienso en|pensando en|pensado en|
intenté|intentó|ganas de|intento de|decidido a|prefiero) (morirme|morir|matarme|
suicidarme|quitarme la vida|acabar con mi vida|acabar con todo|matarse|suicidarse|
quitarse la vida|hacerme daño|desaparecer para siempre|terminar con mi vida|terminar con
todo|cortarme), me (quiero|voy a|quisiera) (morir|matar|suicidar|quitar la vida|hacer
daño), no (quiero|quiere|deseo) (seguir viviendo|vivir|vivir más|vivir así|estar aquí
más|seguir aquí|despertar|existir|seguir viva|seguir vivo), (no puedo|ya no puedo) (más
con (mi vida|la vida|esto y)|seguir (así|viviendo|adelante)|seguir viviendo), suicidio,
suicida, suicidarme, me suicido, voy a matarme, pensamientos suicidas, ideas suicidas,
quitarme la vida, se quitó la vida, se suicidó, intentó suicidarse, (no|ya no|sin|no le
veo|no veo|no tiene|no encuentro) (tengo |le encuentro |)(ganas de vivir|razones para
vivir|motivos para vivir|sentido (a la vida|seguir|vivir|seguir viviendo|a vivir)|salida
posible|razón para vivir|nada por qué vivir), (mejor|estarían mejor|estaría mejor)
(muerto|muerta|sin mí|si me muero|si no estoy|si yo no), (ojalá|ojala|quisiera|desearía)
(estar muerto|estar muerta|me muriera|no despertar|no haber nacido|morirme), (tomé|
tomado|tengo|tenía|tragué|tomó|tiene) .. (pastillas (en la mano|en la mesa|para|delante|
y no)|un frasco de pastillas|todas las pastillas), tirarme (de|desde|por) (el|la|un)
(puente|balcón|ventana|edificio|azotea|tren|terraza), autolesiones, autolesión, me
autolesiono, cortarme las venas, nota de despedida, (cortó|corté|cortarse|cortó) las
venas, quitarme de en medio, dormir y no despertar, dormirme y no despertar, (acabar|
terminar) con (mi vida|todo de una vez|mi sufrimiento), la vida no vale, ya no aguanto
más (la vida|vivir)
""",
    "urgent": """
.5: emergencia, cuanto antes, de inmediato, inmediatamente
1: urgente, urge, urgentemente, es urgente, urgencia, lo antes posible, a la brevedad,
(necesito|ayuda|solución|respuesta|ayúdenme) .. (hoy mismo|ya mismo|ahora mismo|urgente|
inmediata|para hoy|para mañana), (vuelo|boda|examen|operación|cirugía|viaje|entrevista|
funeral) .. (mañana|hoy|en dos horas|en una hora|en 2 horas|esta noche|pasado mañana),
(mañana|hoy|esta noche) .. (me operan|es mi boda|tengo vuelo|viajo|es la boda|tengo un
examen), vida o muerte
""",
    "sarcasm": """
1: gracias por (nada|perder|arruinar|cancelar|dejarme|dejarnos|hacerme|hacernos|el
retraso|cobrarme|la espera|ignorarme|no contestar|no), (bravo|felicidades|
felicitaciones|enhorabuena|genial|gran trabajo|muy bien|excelente|perfecto|fantástico|
maravilloso|estupendo|qué bien) .. (otra vez|de nuevo|tarde|sin (luz|internet|agua|
servicio)|retraso|cancelado|cancelada|nunca|perdido|caído|caída|cobr~|peor), (excelente|
gran|maravilloso|magnífico|estupendo|qué buen|buenísimo) (servicio|atención|trabajo) ..
(no|nunca|nadie|horas|días|semanas|roto|tarde|espera~|sin), (me|nos) encanta (esperar|
que|pagar|cuando|perder|estar) .. (no|espera~|horas|tarde|sin|caer|falla~|cobr~|cancel~|
retras~), qué (sorpresa|raro|novedad|casualidad|ilusión) (otra vez|no|que no|de nuevo|
que|el|la|@), vaya (sorpresa|novedad), (como|para) (siempre|variar) .. (retraso|tarde|
sin|caído|caída|mal|falla|fallando|no funciona), lo que (me faltaba|faltaba), justo lo
que necesitaba, (su|tu|vuestra) llamada es (muy |)importante
""",
}
