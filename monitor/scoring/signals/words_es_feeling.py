"""Spanish: displeasure, wishes, praise, and adverts."""

from __future__ import annotations

FEELING = {
    "anger": """
.15: problema, problemas, lamentablemente, triste, mal, molesto, queja, por qué no,
incidencia
.3: vergüenza, qué vergüenza, basura, asco, qué asco, decepción, decepcionado,
decepcionada, decepcionante, decepcionados, molesta, insatisfecho, frustrante,
frustración, caos, desastre, enfadado, enojado, enojada, enfadada, indignado, indignada,
indignante, vergonzoso, lamentable, penoso, pésimo, pésima, horrible, fatal, malísimo,
malísima, cansado de, cansada de, qué pena
.4: (muy|super|súper|bastante|tan|realmente|totalmente|sumamente) (decepcionado|
decepcionada|molesto|molesta|enfadado|enojado|enojada|enfadada|indignado|indignada|mal|
decepcionante|frustrado|frustrada|insatisfecho|descontento|descontenta), harto, harta,
hartos, hasta las narices, hasta los cojones, hasta los huevos, hasta la madre, hasta el
gorro, una vergüenza, es una vergüenza, inaceptable, intolerable, inadmisible,
impresentable, impresentables, ridículo, indignación, dan asco, porquería, mierda, una
mierda, vaya mierda, una tomadura, una burla, un chiste, una broma, un abuso, nefasto,
nefasta, deplorable, patético, bochornoso, abusivo
.55: (es|son|sois|vaya|menuda|menudo|qué|que|un auténtico|una auténtica|un completo|un
total|una total) (una vergüenza|un desastre|una basura|una porquería|una mierda|una
burla|un chiste|desastre|vergüenza|tomadura de pelo|robo|descaro|falta de respeto|
despropósito|abuso), (ya|esto) (basta|es el colmo|no puede ser|es inaceptable|es
indignante|es intolerable), el colmo, (solucionen|arreglen|arreglad|resuelvan|
solucionad|hagan algo|pónganse las pilas|espabilen) (ya|esto|el|la|su|de una|por favor|
este), (me|nos) (arruinaron|han arruinado|jodieron|fastidiaron|hicieron perder|han
jodido|arruinó), pérdida de tiempo, (gracias|muchas gracias) por nada, (quiero|necesito|
exijo) (hablar con|una solución|una respuesta|una explicación), sin (explicación|
explicaciones|disculpas)
""",
    "insult": """
.3: payasos, sinvergüenzas, sinvergüenza, caraduras, caradura, descarados, vagos,
chorizos, inútiles
.4: hijos de puta, hdp, hijos de perra, hijueputas, malparidos, cabrones, gilipollas,
imbéciles, idiotas, pendejos, estúpidos, mierdas, putos, puta mierda, puta empresa,
basura de (empresa|app|servicio|compañía|gente), mierda de (empresa|app|servicio|
compañía|gente|aplicación|banco|internet|página), partida de (ladrones|inútiles|
sinvergüenzas), manga de (ladrones|inútiles|chorros), panda de (ladrones|inútiles|
sinvergüenzas|vagos), chinguen a su madre, chingada, váyanse a la mierda, iros a la
mierda, que os den, que les den, la concha, forros, ratas inmundas, vete a la mierda,
asquerosos
""",
    "intensifier": """
0: absolutamente, totalmente, completamente, extremadamente, puto, puta, putos, joder,
coño, carajo, realmente, increíblemente, verdaderamente, sumamente, muchísimo,
demasiado, pinche, maldita, maldito
""",
    "feature_request": """
0: (estaría|sería|estaria|seria|molaría|vendría) (bien|genial|bueno|ideal|increíble|
excelente|de gran ayuda|útil|chévere|padre|estupendo) (que|si|poder|una|tener|agregar|
un|añadir|incluir), (podrían|podríais|pueden|podrían por favor|podéis|deberían|
deberíais) (agregar|añadir|poner|incluir|implementar|incorporar|permitir|habilitar|
mejorar|sacar|meter|traer|considerar), (me|nos) (gustaría|encantaría) (que|poder|ver|
una|un|si), (por favor|porfa|porfavor) (agreguen|añadan|pongan|añadid|incluyan|poned|
implementen|traigan|metan), (falta|hace falta|echo de menos|echo en falta|extraño|le
falta) (una|un|la|el|poder) (opción|función|modo|filtro|botón|buscador|poder),
sugerencia, modo oscuro, (ojalá|ojala) (pongan|agreguen|añadan|pudiera|hubiera|tuviera|
vuelva|se pueda|incluyan), (hay|tienen|tenéis) (planes|pensado|previsto) .. (añadir|
agregar|sacar|incluir|abrir)
""",
    "praise": """
0: gracias, muchas gracias, excelente, encantado, encantada, genial, perfecto, perfecta,
maravilloso, maravillosa, recomiendo, recomendable, lo recomiendo, muy recomendable, me
encanta, me encantó, feliz, buen servicio, buena atención, increíble, fantástico,
estupendo, estupenda, felicidades, felicitaciones, enhorabuena, mil gracias, agradecido,
agradecida, muy amable, muy amables, amable, amables, un diez, un 10, cinco estrellas, 5
estrellas, de lujo, espectacular, súper, rapidísimo, muy bueno, muy buena, muy bien, lo
mejor, la mejor, el mejor, mejor, rico, deliciosa, delicioso, contento, contenta,
satisfecho, satisfecha, bravo, chapó, chapeau, olé, crack, cracks, volveré sin duda,
volveremos, repetiré, buenísimo, buenísima, bonito, preciosa, precioso, eficiente,
impecable, excelentes, gran trabajo, gran servicio, gusta mucho
""",
    "spam": """
.5: gratis, descuento, promo, promoción, oferta, ofertas, cupón, bono, bitcoin, cripto,
criptomonedas, ganador, premio, inversión, whatsapp, se vende, vendo, telegram,
suscríbete, aprovecha, últimas unidades, stock limitado
1: sorteo, gana dinero, ganar dinero, enlace en (la bio|mi bio|mi perfil), link en (la
bio|mi bio|bio|mi perfil), (haz|haga|da|hagan|dale) clic, (haz|da) click, código
(promocional|de descuento), (usa|usando|con) (mi|el) código, (sígueme|síguenos) y (te
sigo|comparte|retuitea|rt), ingresos pasivos, apuestas deportivas, tiradas gratis,
préstamos (rápidos|inmediatos|sin), trabaja desde casa (y|gana), hazte rico, compra ya,
(escríbeme|escríbenos|contáctame|contáctanos|mándame|info) (al|por|un|por el) (whatsapp|
dm|md|inbox|privado|telegram|wa), (oferta|promoción) (limitada|por tiempo limitado),
regístrate (ya|ahora|aquí|gratis), suscríbete a mi canal, envíos a todo el país,
recupera tu cuenta
""",
    "job_advert": """
1: (estamos|seguimos) (contratando|buscando|reclutando) , se (busca|buscan|necesita|
necesitan|solicita|solicitan|precisa) (personal|camarero|camarera|dependiente|vendedor|
vendedora|chofer|cocinero|conductor|conductores|empleado|programador|enfermera|
repartidores), oferta de (empleo|trabajo), ofertas de (empleo|trabajo), vacante,
vacantes, empleo #, trabajo #, únete a nuestro equipo, envía tu (cv|currículum|
curriculum), enviar (cv|currículum|curriculum), manda tu cv, buscamos (personal|
camareros|desarrollador|desarrolladora|comercial|conductores|dependienta|enfermeros|
vendedores|cocinero|cocinera), bolsa de (trabajo|empleo), jornada completa,
incorporación inmediata
""",
}
