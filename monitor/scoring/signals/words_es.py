"""Spanish."""

from __future__ import annotations

from monitor.scoring.signals.table import Counts, Table
from monitor.scoring.signals.words_es_feeling import FEELING
from monitor.scoring.signals.words_es_fine import FINE
from monitor.scoring.signals.words_es_flags import FLAGS
from monitor.scoring.signals.words_es_goods import GOODS
from monitor.scoring.signals.words_es_money import MONEY
from monitor.scoring.signals.words_es_people import PEOPLE
from monitor.scoring.signals.words_es_silence import SILENCE

_AGES = "|".join(str(age) for age in range(75, 100))
_LISTS = {
    "age": _AGES,
    "mi": "|mi|mis|el|la|los|las|nuestro|nuestra|un|una|su|tu|de mi|del|de la",
    "no": (
        "sin|ningún|ningun|ninguna|cero|nunca tuve|nunca he tenido|nunca tuve ningún|"
        "no tuve|no he tenido|no hubo|no hay|no tengo|sin ningún|sin ninguna|nada de|0|"
        "no tuve ningún|nunca tuvimos|no tuvimos|no he tenido ningún|jamás tuve"
    ),
    "trouble": (
        "problema|problemas|queja|quejas|inconveniente|inconvenientes|retraso|retrasos|"
        "demora|demoras|fallo|fallos|falla|fallas|error|errores|pega|pegas|incidencia|"
        "incidencias|contratiempo|contratiempos"
    ),
    "nadie": "nadie|ninguno|ni dios|nadie me|nadie nos|nunca|jamás",
    "malo": (
        "malo|mala|pésimo|pésima|horrible|fatal|terrible|nefasto|nefasta|asqueroso|"
        "asquerosa|lamentable|deplorable|vergonzoso|vergonzosa|penoso|penosa|horroroso|"
        "horrorosa|desastroso|desastrosa|nulo|nula|deficiente|pésimos|malísimo|"
        "malísima|mediocre|patético|patética|de mierda|un asco|una mierda|un desastre|"
        "una vergüenza|de lo peor|lo peor"
    ),
    "servicio": (
        "servicio|atención|atención al cliente|servicio al cliente|trato|soporte|"
        "experiencia|personal|servicio técnico|atencion telefónica|empresa|compañía|"
        "gestión|postventa|call center"
    ),
    "cosa": (
        "paquete|pedido|envío|maleta|maletas|equipaje|producto|compra|encomienda|carta|"
        "tarjeta|encargo|mercancía|artículo|comida|mueble|sofá"
    ),
}
_COUNTS = Counts(
    numbers=(
        "un=1 | una=1 | uno=1 | dos=2 | tres=3 | cuatro=4 | cinco=5 | seis=6 | siete=7 "
        "| ocho=8 | nueve=9 | diez=10 | once=11 | doce=12 | quince=15 | veinte=20 | "
        "treinta=30 | varios=3 | varias=3 | unos=3 | unas=3 | un par de=2 | media=.5 | "
        "medio=.5 | más de un=1 | más de una=1 | hora y=1 | muchos=3 | muchas=3 | "
        "tropecientos=10"
    ),
    ordinals=(
        "segunda=2 | segundo=2 | tercera=3 | tercer=3 | tercero=3 | cuarta=4 | "
        "cuarto=4 | quinta=5 | quinto=5 | sexta=6 | sexto=6 | séptima=7 | octava=8 | "
        "décima=10 | enésima=10 | enésimo=10 | 2a=2 | 3a=3 | 4a=4 | 5a=5 | 2da=2 | "
        "3ra=3 | 4ta=4 | 5ta=5"
    ),
    times=(
        "dos veces=2 | tres veces=3 | cuatro veces=4 | cinco veces=5 | seis veces=6 | "
        "diez veces=10 | varias veces=3 | muchas veces=3 | mil veces=10 | 2 veces=2 | "
        "3 veces=3 | 4 veces=4 | 5 veces=5 | 6 veces=6 | 7 veces=7 | 8 veces=8 | 10 "
        "veces=10 | repetidas veces=3 | infinidad de veces=10 | en varias ocasiones=3 |"
        " mil y una=10"
    ),
    units=(
        "minuto|minutos|min|mins=minute | hora|horas|hrs|h=hour | día|días|dia|dias=1 |"
        " día hábil|días hábiles|días laborables=1.4 | semana|semanas=7 | quincena=15 |"
        " mes|meses=30 | año|años=365"
    ),
    bare="horas|días|dias|semanas|meses",
    fixed=(
        "desde ayer=1 | desde anoche=.5 | desde esta mañana=.3 | todo el día=.5 | "
        "desde hoy temprano=.3 | desde anteayer=2 | desde antier=2 | toda la noche=.4 |"
        " desde la semana pasada=7 | desde el mes pasado=30 | desde el lunes=3 | desde "
        "el viernes=3 | toda la mañana=.2 | toda la tarde=.2"
    ),
    wait_before=(
        "(?:esperando|esperado|espere|espera de|espera|retraso de|demora de|tardo|"
        "tardan|tardaron|tarda|tardado|tardando|demoraron|hace ya)(?: ya| mas de| casi|"
        " como| unos| unas| aproximadamente| alrededor de| durante| por| hace| "
        "exactamente)*"
    ),
    wait_behind=(
        "(?:esperando|de espera|de retraso|de demora|de atraso|sin|tarde|y nada|y sigo|"
        "y siguen|y no|y aun|y todavia|llevo|llevamos|llamando|intentando|reclamando|"
        "colgado|al telefono|y contando|, y|(?:, )?nada|de cola|de fila|haciendo cola)"
    ),
    if_trouble_before=(
        "(?:llevo|llevamos|llevan|lleva|llevaba|desde hace|van|van ya|ya van|ya son|ya "
        "hace|despues de|tras|mas de|casi|durante|por|hace|ya|pasaron|pasado|han "
        "pasado|luego de|al cabo de|ultimos|ultimas|cada|dia|desde)(?: mas de| casi| "
        "unos| unas| ya| los| las| estos)*"
    ),
    if_trouble_behind="despues|mas tarde|ya|atras|seguidos|seguidas|,|\\.",
    no_wait_before=(
        "(?:en|dentro de|cada|proximos|proximas|por|para|los|hasta|menos de|garantia "
        "de|(?:cliente|clienta|vivo|vivimos|trabajo|conozco|socio|uso|usando|soy|"
        "casados|casado|cumple|cumplimos|juntos|tiene|tengo)(?: aqui| con ellos| "
        "@)?(?: desde)?(?: hace)?(?: mas de| casi)?|solo|apenas|plazo de|faltan|quedan|"
        "falta)"
    ),
    no_wait_behind=(
        "(?:de garantia|de vacaciones|de edad|de antiguedad|gratis|de prueba|de "
        "contrato|de permanencia|de viaje|siendo cliente|de cliente|como cliente|de "
        "vida|de casados|de experiencia|de relacion|de amistad|para|antes|de duracion|"
        "de vuelo|al (?:dia|mes|ano)|por semana|de fidelidad|juntos|de edad|a pie|"
        "feliz|comprando|de evolucion|con ellos|con mi pareja|viviendo|trabajando|con "
        "vosotros)"
    ),
    contacts=(
        (
            "(?:por|es la|es mi|esta es la|mi|va la|van|ya es la|la) {nth} (?:vez "
            "(?:que|en|ya)|vez|correo|reclamacion|mensaje|llamada|queja|reclamo|mail|"
            "email|visita|intento)(?= (?:que|escrib|llam|reclam|,|y|en|los|me|contact|"
            "pid|sin|al|a|no|pregunt|os|les|\\.))"
        ),
        (
            "(?:llamado|llame|llamamos|escrito|escribi|reclamado|reclame|contactado|"
            "contacte|mandado|enviado|pedido|preguntado|ido|fui|quejado|intentado|"
            "reportado|reporte|solicitado|insistido|comunicado|llamo)(?: "
            "[a-z@]+){0,4}? {times}"
        ),
        (
            "{times} (?:[a-z]+ ){0,3}(?:llamado|llame|escrito|escribi|reclamado|"
            "contactado|mandado|enviado|pedido|preguntado|reclame|llamando|escribiendo)"
        ),
        (
            "(?:van|ya van|llevo|llevamos|he enviado|envie|mande|he mandado|despues de|"
            "tras|con|luego de|he hecho|hice|puse|he puesto|ya son|hemos enviado|"
            "hechas)(?: mas de| ya| unos| unas| casi)? {n} (?:correos|mails|emails|e "
            "mails|llamadas|mensajes|reclamaciones|reclamos|quejas|tickets|intentos|"
            "visitas|cartas|reportes|dm|dms|solicitudes|gestiones)"
        ),
        (
            "{n} (?:correos|mails|emails|llamadas|mensajes|reclamaciones|reclamos|"
            "quejas|tickets|reportes|visitas)(?= (?:sin|y|,|enviados|enviadas|despues|"
            "sin respuesta|ignorados|que|a|al|\\.))"
        ),
    ),
    contact_words=(
        "vez veces ocasiones correo mail email e-mail llamada mensaje reclam queja "
        "ticket intento visita carta reporte solicitud gestion dm"
    ),
)
TABLE = Table(
    lang="es",
    lists=_LISTS,
    cues={**MONEY, **SILENCE, **GOODS, **PEOPLE, **FLAGS, **FEELING, **FINE},
    counts=_COUNTS,
    asking=(
        "cómo qué cuándo dónde quién cuál cuánto cuánta cuántos alguien sabéis saben "
        "puedo pueden podéis hay"
    ),
)
