"""Portuguese: what is over or no trouble, and what would be misread."""

from __future__ import annotations

FINE = {
    "relief": """
1: {no} {trouble}, nunca (tive|tivemos|deu|me deu) (problemas|problema|nenhum problema|
razão de queixa|um problema), nada a (reclamar|apontar|dizer de mal), não (tenho|há) (do
que|de que|nada a|razão de) (reclamar|queixar|me queixar|queixa|apontar), sem (razões|
motivo) de queixa, (já|foi|está|tudo|problema|caso|finalmente|rapidamente|logo|me|foram)
(resolvido|resolvida|solucionado|resolveram|resolveu|arrumado|consertado|resolvidos|
normalizado|normalizou|voltou ao normal|voltou a funcionar), (resolveram|resolveu|
trocaram|devolveram|estornaram|reembolsaram|responderam|solucionaram|responderam me|
trocaram me) .. (rápido|rapidamente|na hora|no mesmo dia|em minutos|em um dia|em 24|
logo|prontamente|sem burocracia|imediatamente|em dois dias|em dez minutos|em cinco
minutos|rapidinho|na mesma hora|de imediato|sem questionar), (reembolso|estorno|
devolução|entrega|resposta|atendimento|solução|troca|envio) (rápido|rápida|imediato|
imediata|rapidíssimo|rapidíssima|super rápida|super rápido|na hora|caiu|em 24|ágil|sem
problemas|veio rápido), (chegou|chega|chegaram|veio|entregue|entregaram|entregou)
(antes|no prazo|rápido|super rápido|muito rápido|certinho|tudo certo|direitinho|
perfeito|no dia|a tempo|em perfeito|em perfeitas|dentro do prazo|bem embalado|no dia
seguinte|em 24), no prazo, a tempo e horas, antes do (prazo|previsto|tempo|esperado),
pontual, pontuais, (voltou|já está|está) (a funcionar|funcionando|ao normal|no ar|tudo
certo|tudo ok), (nada|não é|não está) (mal|mau|ruim), (valeu|vale) (a pena|muito a pena|
cada centavo), não (me arrependo|decepciona|desilude|me decepcionou|falha|deixa a
desejar), nunca (falha|falhou|me deixou na mão|decepciona|me decepcionou|desilude),
(culpa|erro|falha) (minha|meu), falso alarme, pediram desculpa e
""",
    "nothing": """
0: esquadrão suicida, (morrendo|morri|morro|morrer|morta|morto|a morrer|mata|matou|
matando|matar|morre) (de|de tanto) (rir|riso|amor|fome|vergonha|frio|calor|sono|saudade|
saudades|medo|vontade|inveja|tédio|preguiça|curiosidade|fofura), (tô|to|estou|me|eu)
(morta|morto|morrendo|mata|morri|matou) (kkk|kkkk|kkkkk|kkkkkk|haha|lol|rindo|com),
(quero|queria|vou) (morrer|me matar) .. (kkk|kkkk|kkkkk|haha|lol|rs|rsrs|rindo|
vergonha), morri (kkk|kkkk|kkkkk), vou me matar de (estudar|trabalhar|rir|comer), (se)
(mata|matando) (de|pra) (estudar|trabalhar|rir), missão suicida, política de (devolução|
devoluções|reembolso|trocas|cancelamento), (sem|não tem|tem) problema, sem problemas #,
por engano, não é caro, nada caro, obrigado desde já, desde já agradeço, graças a deus,
conta (comigo|com|pra|para|aí|mais|nos|corrente), faz de conta, dar conta, por conta,
afinal de contas, (conta|contas) (de|da) (matemática|luz chegou), processo (seletivo|
criativo|eleitoral|de), quebrou (o|a|um|tudo|recorde|a internet|o silêncio|a cara),
(coração|corações) (partido|partidos|quebrado), partido (político|de|dos|novo|
comunista), frio na barriga, (nada|não está|não é|não tá) mal, mal posso esperar, mal
(vejo a hora|começou|cheguei|acordei), má (sorte|fase|notícia), fila (de cinema|do pão),
taxa (de (juros|desemprego|câmbio|natalidade)|selic), perigo (de gol|amarelo), (que|o)
(lixo|roubo) (reciclável|do jogo|nesse jogo), roubo de bola, roubou (a cena|meu coração|
a bola), golpe de (estado|sorte|mestre|64), cai bem, caiu (bem|como|a ficha|na real),
(caro|cara|caros|caras) (amigo|amiga|amigos|senhor|senhora|colega|colegas|leitor), cara
a cara, (o|esse|meu|esse) cara, (outra) cara, (te|lhe|vos|nos) (espero|aguardo), espera
(aí|lá|só|um), não vejo a hora, esperando (ansiosa|ansioso|o dia|o fim|a sexta|as
férias), triste (fim|com a|pela|por não), amo muito, sorteio (da copa|dos grupos|da
champions)
""",
}
