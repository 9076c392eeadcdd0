"""Portuguese: waiting, and no answer."""

from __future__ import annotations

SILENCE = {
    "waiting": """
.15: esperando, espera, demora, aguardando, demorado, aguardo, à espera, paciência,
demorada, demorou
.3: fila, filas enormes, tempo de espera, longa espera, lentidão, lento demais, muito
lento, demora demais, enrolando, enrolação, enrolam
.45: (demora|demoram|demorou|demorando|demoraram) (muito|demais|uma eternidade|horas|
séculos|pra caramba|pra caralho|imenso), (quanto tempo|até quando) (mais|vou|tenho que|
eu vou|vamos|terei|teremos|isso), (ainda|até agora|até hoje|até o momento|até à data)
(não|nada|sem|nem|nenhuma|nenhum|estou|continuo), (continuo|continuamos|sigo|estou|
seguimos|ainda estou) (sem|à espera|aguardando|esperando|no aguardo)
.6: (cansado|cansada|cansei|farto|farta) de esperar, horas (esperando|à espera|na fila|
de espera|aguardando|no telefone|ao telefone), (dias|semanas|meses) (esperando|à espera|
aguardando|sem resposta|sem solução), (continuo|sigo|estou|continuamos|estamos|ainda)
sem (receber|resposta|solução|internet|luz|água|notícias|retorno|saber|nada|previsão|
sinal|o produto|encomenda|energia), sem (solução|previsão|retorno|notícias), (nada|
nenhuma|sem) (foi resolvido|de resolver|resolvido|solução|posição|previsão|resolução),
(não|nunca|ainda não) (recebi|recebemos|me entregaram|resolveram|resolvem), (só|apenas|
vivem) (enrolam|enrolando|enrolação|empurram), empurrando com a barriga, (adiam|adiaram|
remarcaram|remarcam) (de novo|outra vez|novamente|mais uma vez)
""",
    "unanswered": """
.3: caixa postal, número de protocolo, protocolo, chatbot, resposta automática, robô,
gravação, mensagem automática
.6: (sem|nenhuma|não há|nenhum|zero|nunca tive|não tive|não obtive|não recebi)
(resposta|retorno|respostas|contato|feedback|contacto), {ninguem} (responde|atende|
retorna|resolve|liga|respondeu|atendeu|retornou|ligou|dá resposta|dá retorno|me
responde|me atende|sabe de nada|sabe informar|faz nada|resolveu|me liga|dá satisfação|
diz nada), (não|nunca|nem|jamais) (me |nos |se |) (respondem|responde|atendem|atende|
retornam|retorna|responderam|atenderam|retornaram|ligaram|respondeu|ligam|me respondem|
dão retorno|dão resposta|dão satisfação|deram retorno|deram resposta|contactaram|
respondido|contataram), (não|nunca) (respondem|responde|atendem|atende|retornam|
responderam|atenderam|retornaram|respondeu|atendeu|retornou|ligaram de volta|me ligaram|
me responderam|me respondem|me atendem|me retornaram|dão retorno|deram retorno), (me|
nos|estão me|estou sendo|fui|sendo|somos|a|só me) (ignoram|ignoraram|ignorando|ignorado|
ignorada|ignorar|ignorados|deixam no vácuo|deixaram no vácuo|desligam|desligaram|
desligaram na minha cara), no vácuo, (desligam|desligaram|desligou) (na minha cara|o
telefone|a chamada|a ligação|na cara), (ligação|chamada) (cai|caiu|cortada),
(impossível|não consigo|não dá para|não dá pra|não se consegue|é impossível|ninguém
consegue) (falar|contatar|contactar|entrar em contato|entrar em contacto|ligar|falar
com|contato|ser atendido|ser atendida|atendimento), (por favor|pfv|favor|pf|pfvr|
porfavor) (respondam|responda|respondam me|me respondam|atendam|me respondam|entrem em
contato|me ajudem|leiam|olhem a dm|respondem), (respondam|responde|vejam|olhem|leiam|
responder) (minha|minhas|a|as|meu|meus|o|no) (dm|dms|mensagem|mensagens|inbox|e mail|
email|direct|mp|pv|emails), (aguardo|aguardando|esperando|à espera de|à espera) (uma |um
|)(resposta|retorno|contato|posicionamento|ligação), (fecharam|encerraram|fechou|
finalizaram|encerrou|finalizou) (o |meu |)(chamado|protocolo|ticket|atendimento|pedido|
processo|reclamação)
""",
}
