"""Spanish: what is over or no trouble, and what would be misread."""

from __future__ import annotations

FINE = {
    "relief": """
1: {no} {trouble}, ningún (problema|inconveniente), nunca (tuve|he tenido|hemos tenido|
tuvimos) (problemas|ningún problema|un problema|quejas), nada que objetar, ninguna
queja, no me puedo quejar, no tengo quejas, sin ninguna queja, (ya|todo|quedó|está|
problema|me lo han|lo han|me lo|han|fue|finalmente|rápidamente) (solucionado|resuelto|
arreglado|solucionaron|resolvieron|arreglaron|solucionado todo|funciona|funciona bien|
está solucionado|está resuelto|está arreglado|me lo solucionaron|me lo resolvieron), me
(lo |)(solucionaron|resolvieron|cambiaron|arreglaron|devolvieron el dinero|reembolsaron)
(rápido|enseguida|al momento|sin problema|en el acto|en un día|en minutos|en dos días|en
24|rapidísimo|todo|el mismo|al instante|de inmediato|inmediatamente|en menos),
(reembolso|devolución|reintegro|dinero) (rápido|rápida|inmediato|inmediata|en dos días|
en 24 horas|al instante|sin problema|sin problemas|recibido|llegó rápido|llegó en|llegó
enseguida|llegó al), (llegó|llega|ha llegado|llegaron) (antes|a tiempo|puntual|rápido|
muy rápido|perfecto|al día siguiente|en perfecto|perfectamente|en 24|bien), a tiempo,
puntual, puntuales, antes de (lo previsto|lo esperado|tiempo|la fecha), (respuesta|
solución|entrega|atención|envío) (rápida|inmediata|rapidísima|rápido|rapidísimo), (ya|
vuelve a|volvió a|vuelven a) (funciona|funcionar|va bien|anda|cargar), no (está|estuvo)
(mal|nada mal), nada mal, (valió|vale|merece) la pena, no (me decepcionó|decepciona|
defrauda|me defraudó), nunca (falla|fallan|me ha fallado|decepciona|me falla), culpa
mía, mi culpa, fue (mi|culpa) (error|mía), falsa alarma
""",
    "nothing": """
0: escuadrón suicida, (muero|morir|muriendo|muerto|muerta|mata|morirme|morí|matan|
morirse|matarme|muere) de (risa|la risa|amor|ganas|hambre|vergüenza|pena|calor|frío|
sueño|ternura|envidia|aburrimiento|curiosidad), (me|nos) (muero|mata|matas|matan|matáis|
morí) (jaja|jajaja|jajajaja|lol|xd|de|por|con), (quiero|quería) (morir|morirme|matarme)
.. (jaja|jajaja|jajajaja|lol|xd|risa|vergüenza), me quiero (morir|matar) (jaja|jajaja|
lol|xd|de risa|de la risa|de amor), me mato (a|de) (estudiar|trabajar|risa|correr),
(sueño|gol|jugada|misión) suicida, (política|políticas|plazo) de (devolución|
devoluciones|reembolso|reembolsos), no hay problema, sin problema, no problem, por
error, error mío, (el|la|un) (mejor|menos) malo, (nada|no tan|no es tan|no está) (mal|
malo|mala|caro), no es caro, muchas gracias de antemano, gracias de antemano, gracias a
dios, sin dudarlo, robo de corazones, robo de balón, roba corazones, (corazón|corazones|
récord|silencio|hielo) roto, (rompió|rompe|rompieron) (el|un|todos los|los|la) (récord|
récords|silencio|hielo|taquilla), rota madrid, mal de amores, (mal|malos) (día|tiempo|
humor|sueño|sueños|pensados), (mano|piel|primera|de) baja, planta baja, baja (maternal|
médica|laboral|paternal|california|temporada|por), temporada baja, cola (de caballo|
cao), coca cola, perro caliente, sentido común, peligro de extinción, en peligro de,
(pedido|pedidos) (de mano|a domicilio), demanda (de|social|alta|laboral|agregada), alta
demanda, (a|bajo) demanda, sistema de (salud|justicia), consumo (de|energético|
responsable|eléctrico), (gratis|libre) (albedrío), (te|le|la|lo|les) espero, espero
(que|verte|verlos|tu|volver|poder|con ansias), esperando (con ansias|el finde|el
viernes|las vacaciones|a que empiece|a mi), no (puedo|veo) (esperar|la hora), (la|una|
larga) espera (valió|mereció), jamás (pensé|imaginé|creí|vi|olvidaré), nunca más (solos|
sola|solo|bonito), vida mía, (me) (paso|voy|cambio) (el día|la vida|la tarde|de ropa|a
dormir|de casa|de casa)
""",
}
