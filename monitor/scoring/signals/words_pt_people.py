"""Portuguese: how people are treated, leaving, harm, and law."""

from __future__ import annotations

PEOPLE = {
    "service": """
.15: reclamação, reclamar, atendimento, queixa, atendente, reclamei
.3: mal educado, mal educada, mal educados, malcriado, grosseiro, grosseira, grosseiros,
incompetente, incompetentes, incompetência, despreparados, despreparo, despreparado,
arrogante, arrogantes, descaso, desrespeito, desrespeitoso, desorganização,
desorganizado, antipático, inúteis, falta de profissionalismo, pouco profissional,
amadorismo
.55: {ruim} {servico}, {servico} .. {ruim}, (o|a) pior .. (atendimento|serviço|empresa|
operadora|companhia|banco|aplicativo|loja|experiência|app|hotel|restaurante), falta de
(respeito|educação|profissionalismo|consideração|compromisso|vergonha|empatia),
(descaso|desrespeito) (total|com|ao|pelo|da|de|absurdo|completo), {ninguem} (ajuda|
ajudou|resolve|resolveu|se responsabiliza|assume|resolve nada|dá solução|faz nada|me
ajuda|quer saber|se importa), (não|nunca|nem) (me |nos |)(ajudam|ajudaram|ajudou|
resolvem|resolveram|resolve|resolveu|querem ajudar|fazem nada|dão solução|cumprem|
cumpriram|cumpriu|cumpre|respeitam|ajuda em nada|se importam|resolvem nada), (me|nos|
fui|fomos|sou|somos) (mentiram|enganaram|enganado|enganada|trataram mal|trataram (como|
com)|tratou mal|maltratado|maltratada|maltrataram|humilharam|humilhado|humilhada|
destratado|destratada|tratado (como|mal|com)|tratada (como|mal|com)|gritou|xingou|feito
de palhaço|feito de palhaça|feita de palhaça|feito de otário|fizeram de|mal atendido|mal
atendida|empurram|jogam|feito de bobo|passado de), mentirosos, (só|um monte de|pura|
tudo) (mentira|mentiras), (fazem|faz|fazendo|estão fazendo) (o cliente|os clientes|a
gente|nós|me|todo mundo) (de|) (palhaço|palhaços|otário|otários|trouxa|trouxas|idiota|
idiotas|bobo), jogo do empurra, empurra empurra, (um|cada|de um|cada um) .. (joga|
empurra|passa|diz uma coisa|fala uma coisa|setor), (lavam|lavaram) as mãos, não (dão|
estão) (a mínima|nem aí), nem aí (para|pra|com), promessas não cumpridas
""",
    "account": """
.15: senha, verificação, código de verificação, palavra passe
.3: hackeado, hackeada, invadida, invadido, bloqueado, bloqueada, suspensa, suspenso,
banido, banida, desativada, hackearam
.5: (conta|cartão|perfil|chip|acesso|linha|número|usuário|app) .. (bloqueada|bloqueado|
suspensa|suspenso|hackeada|hackeado|invadida|invadido|encerrada|desativada|desativado|
banida|restrita|clonado|clonada|cancelada|congelada|recusado), (bloquearam|bloqueou|
bloqueiam|suspenderam|hackearam|invadiram|encerraram|desativaram|baniram|clonaram|
cancelaram|congelaram|fecharam) .. (conta|cartão|perfil|chip|acesso|linha|número|contas|
loja), (não consigo|não dá para|impossível|não me deixa|não deixa) (recuperar|alterar|
redefinir|trocar|encerrar|excluir|verificar|mudar|apagar|desbloquear) (a |o |)(minha|
meu|senha|conta|palavra passe|perfil|cartão|email), (código|sms|token|link) (não chega|
nunca chega|não chegou)
""",
    "churn": """
.15: cancelar, cancelamento, portabilidade, desinstalar, concorrência, mudar de
operadora, rescindir
.3: desinstalei, vou cancelar, cancelei, boicote, desinstalando, vou desinstalar
.35: nunca mais, jamais, última vez, não volto
.55: (nunca mais|não|jamais|nunca) (compro|comprarei|volto|voltarei|recomendo|
recomendaria|viajo|peço|uso|contrato|reservo|entro|voltamos|contratem|piso|vou comprar|
pretendo voltar|volto a) (nada|aqui|nessa|nesta|a|com|mais|nesse|neste|na|no|pra|para|
essa|esta|de|lá|nem|ninguém|ao|à|em|comprar|voar|pedir), não (recomendo|recomendaria|
indico|aconselho|recomendável), (vou|quero|acabei de|pretendo|vamos|já|estou) (cancelar
(a|o|meu|minha|tudo|essa|esse)|cancelando (a|o|meu|minha|tudo)|mudar de (operadora|
banco|plano|empresa|fornecedor|seguradora)|trocar de (operadora|banco|plano|empresa)|
encerrar (a |)minha conta|fechar (a |)minha conta|fazer portabilidade|fazer a
portabilidade|rescindir|desinstalar (o|esse|a|essa)), (cancelei|cancelo|cancelando|
encerrei|desativei|rescindi) (a |o |)(minha|meu|nossa|nosso|assinatura|conta|plano|
contrato|tudo|cartão|seguro|subscrição) , (mudei|mudo|vou|fui|troquei|migrei|mudamos)
(para|pra) (a |o |)(concorrência|concorrente|outra|outro), (perderam|perdeu|acabam de
perder|perdem|acabou de perder) (um|uma|mais um|mais uma|o) (cliente|consumidor|
consumidora|freguês|assinante), fuja (dessa|desse|desta|dessas|daqui), corram (dessa|
desse|desta|dessas), não (comprem|compre|caiam|contratem|contrate|percam|perca|usem|
peçam|cometam|gastem|façam|viajem|baixem) (nada|nesta|nessa|nesse|neste|com|o|a|essa|
esse|esta|tempo|aqui|nunca|dinheiro|seu|mais|na|no|negócio|desta|dessa), (me arrependo|
me arrependi|arrependimento|arrependido|arrependida) (de|em|de ter|amargamente|muito|
imenso), passem longe, passe longe, evitem (esta|essa|este|esse|comprar|a)
""",
    "safety": """
.15: risco, acidente, recall
.3: perigoso, perigosa, perigo, inseguro, superaquece, sobreaquece
.6: (muito|é|super|extremamente) (perigoso|perigosa), cheiro (de|a) (gás|queimado),
vazamento de gás, fuga de gás, (saiu|saindo|sai|soltando|solta|deitar|deita) (fumaça|
faísca|faíscas|fumo|chispas), vômito, vomitando, vómitos, (passei|passamos|passou|
passaram) mal .. (depois|após|com a|com o|por causa), intoxicação alimentar,
contaminado, contaminada, derreteu, (vidro|metal|plástico|caco|parafuso|arame|prego|
cacos) (na|no|em|dentro) (minha|meu|comida|prato|da|do|comida|sopa|pão)
.75: (pegou|pegando|pegar) fogo, incendiou, incendiou se, (explodiu|explodindo|explosão|
estourou na|quase explodiu|em chamas|incêndio no meu), choque elétrico, (levei|tomei|
levou|apanhei) (um |)choque, queimaduras, queimadura, me queimei, queimei a mão,
intoxicação, intoxicado, intoxicada, envenenado, (reação|choque) (alérgica|anafilático),
reação alérgica, (fui|foi|parar|parei|acabei|acabou|parou|internado|internada|
hospitalizado|hospitalizada|levado|levada|fomos) .. (hospital|pronto socorro|urgência|
urgências|uti|emergência), (quase|por pouco) (morri|morreu|morro|me matou|matou|fui
atropelado|morremos|perdi a|sufocou|atropelou|engasgou), (freio|freios|airbag|travões|
travão) (falhou|falharam|não funciona|não funcionou|não abriu), (assediou|assediado|
assediada|assédio|ameaçou|ameaçado|ameaçada|agrediu|agredido|agredida|agressão|bateu|
apalpou) .. (me|eu|motorista|funcionário|minha|sexual|segurança|por), me (assediou|
ameaçou|agrediu|bateu|perseguiu|apalpou), (fui|foi) (assediada|assediado|ameaçada|
ameaçado|agredida|agredido), (podia|poderia) ter (morrido|matado|sido uma tragédia|
acontecido uma tragédia), (alguém vai|vai) (morrer|se machucar|se magoar), monóxido de
carbono
""",
    "legal": """
.3: advogado, advogada, advogados, procon, processo, anatel, deco, livro de reclamações,
consumidor gov, idec, aneel, anac, lgpd, rgpd, ilegal, bacen, banco central, asae,
discriminação, tribunal, processar
.7: (vou|vamos|irei|posso|pretendo|estou|tô|quero|tenho que) (processar|acionar|entrar
na justiça|entrar com (um |uma |)(processo|ação)|abrir (um |)processo|meter processo|
apresentar queixa|fazer queixa|denunciar|acionar a justiça|botar na justiça|colocar na
justiça|procurar (meus direitos|um advogado|o procon|a justiça)|recorrer|para tribunal),
(ação|medidas|medida|vias|providências|via) (judicial|judiciais|legais|legal|cabíveis),
(reclamação|reclamei|queixa|denúncia|denunciar|denunciei|abri|registrei|registrar|abrir|
fiz|apresentei|acionar|acionei|recorrer|procurar|vou ao|vou no|aberta) .. (procon|
anatel|deco|livro de reclamações|consumidor gov|reclame aqui|bacen|banco central|anac|
aneel|polícia|asae|ministério público|anacom|justiça|juizado|ombudsman|delegacia|anvisa|
sus ouvidoria|psp), (meu|com meu|o meu|minha|nosso|a minha) (advogado|advogada|
advogados) (vai|já|entrará|está|irá|vão|entrar), (boletim de ocorrência|pequenas causas|
juizado especial), na justiça, nos vemos (na justiça|em tribunal|no tribunal), (isso|
isto) é (crime|ilegal), quebra de contrato, código de defesa do consumidor, danos
morais, ação coletiva
""",
}
