"""Portuguese: what does not come, work, or last."""

from __future__ import annotations

GOODS = {
    "delivery": """
.05: entrega, encomenda, pedido, frete, correios, transportadora, voo, bagagem, mala,
entregador, autocarro, comboio
.15: atraso, atrasado, atrasada, atrasou, rastreio, rastreamento
.3: horas de atraso, minutos de atraso, extraviado, extraviada, extravio, endereço
errado, morada errada, pedido errado, pedido incompleto
.45: (voo|pedido|reserva|viagem|comboio|consulta|compra|trem|corrida) .. (cancelado|
cancelada|foi cancelado|atrasado), (cancelaram|cancelou|cancelam|cancelado|adiaram) ..
(meu|o meu|o|minha|a minha|a|nosso) (voo|pedido|reserva|compra|viagem|consulta|comboio|
corrida|entrega)
.5: (chegou|veio|vieram|chegaram|entregaram|recebi|entregue|chega) .. (quebrado|
quebrada|danificado|danificada|errado|errada|incompleto|incompleta|aberto|aberta|
amassado|amassada|vazio|vazia|atrasado|atrasada|partido|partida|estragado|estragada|
frio|fria|faltando|trocado|trocada|rasgado), (produto|tamanho|item|pedido|cor|modelo|
artigo) (errado|errada|trocado|trocada|diferente), (mandaram|enviaram|entregaram|me
mandaram|me enviaram) .. (errado|errada|outro|outra|trocado|trocada|diferente), (faltou|
faltaram|faltando|faltam|falta) (metade|peças|itens|item|parte|artigos)
.6: (não|nunca|ainda não|jamais) (me |nos |foi |foram |)(chegou|chega|chegaram|
entregaram|entregue|entregam|entregou|enviaram|enviado|enviada|despacharam|apareceu|
apareceram|vieram|veio|foi entregue|foi enviado|saiu|entregues), (cadê|cade|onde está|
onde anda|kd|onde estão) .. (meu|minha|minhas|meus|nosso|nossa) {coisa}, {coisa}
(perdida|perdido|extraviada|extraviado|sumiu|desapareceu|roubada|roubado|não chega|não
chegou|não chegaram), (perderam|extraviaram|sumiram com|perdeu|extraviou|perdem) (a
minha|minha|meu|o meu|minhas|as minhas|a|nossa|nossas) {coisa}, (consta|aparece|diz|
está|marcado|dado|deram|dão|como) (como |que foi |)(entregue) (mas|e não|e nada|sem|e
eu|e ninguém), (preso|presa|presos|parado|parada|retidos|retido|retida) .. (aeroporto|
alfândega|curitiba|centro de distribuição|estação), perdi (o|a|meu|minha) (voo|conexão|
ligação) por
""",
    "outage": """
.15: erro, manutenção, bug, falha, conexão, ligação, fora, instabilidade
.3: mensagem de erro, código de erro, erro no sistema, instável, oscilando, travando,
travado, bugado, bugada, avaria, falhas, cai toda hora, quedas
.45: (sem|não tenho|estou sem|não há|estamos sem|fiquei sem|ficamos sem) (internet|
sinal|luz|energia|rede|água|net|wifi|serviço|telefone|conexão|gás|eletricidade|
aquecimento|água quente|dados|fibra|televisão), falta de (luz|energia|água|internet|
sinal), (queda|quedas) de (internet|energia|sinal|luz|rede), apagão, tela (preta|azul|
branca), ecrã (preto|azul|branco)
.55: (não|nem) (funciona|funcionam|carrega|abre|liga|conecta|entra|pega|atualiza|roda|
sincroniza|consigo (acessar|entrar no|entrar na|logar|pagar|abrir|fazer login|usar|
conectar|aceder|comprar|iniciar|ligar|atualizar|cadastrar|finalizar|sacar|transferir|
baixar|instalar|fazer pix|fazer um pix)), (parou|pararam|deixou|deixaram) de (funcionar|
carregar|abrir|ligar|trabalhar|pegar), (site|app|aplicativo|sistema|internet|rede|
servidor|aplicação|página|net|banco) (fora do ar|caiu|caído|fora|em baixo|indisponível|
travado|travando|bugado|não funciona|não abre|não carrega|lento|lenta|caindo|está em
baixo|em down), fora do ar, caiu (o sistema|a internet|o servidor|de novo a|a rede),
(trava|fecha|trava sempre|fecha sozinho|cai|congela|crasha|bloqueia) (toda|todo|o tempo|
sozinho|sempre|direto|a toda|constantemente|do nada|toda hora), (internet|net|sinal|
wifi|energia|luz) (cai|caiu|caindo|oscila|oscilando|some|sumiu|acabou), pagamento
(recusado|não aprovado|não passa|falhou|negado), (dá|deu|dando|só dá) (erro|bug|falha)
""",
    "defect": """
.15: sujo, suja, frio, fria, velho, mancha, riscado, vencido
.3: quebrado, quebrada, quebrou, defeito, com defeito, estragado, estragada, danificado,
danificada, partido, avariado, rasgado, mofo, bolor, podre, cru, crua, oxidado,
enferrujado, queimado, descolou, rachado, rachada, trincado, amassado, nojento,
impróprio
.5: (quebrou|estragou|partiu|parou|pifou|rasgou|descolou|avariou|queimou|rachou|
encolheu) (com|em|na|no|depois|após|ao fim|logo|sozinho|em menos|no primeiro|na
primeira|do nada), (má|péssima|baixa|pouca|fraca) qualidade, qualidade .. {ruim}, (veio|
chegou|comprei) com defeito, (comida|pizza|hambúrguer|lanche|batata|carne|frango|café|
prato|bife) .. (fria|frio|crua|cru|queimada|estragada|estragado|azeda|gelada|horrível),
(cabelo|bicho|larva|barata|mosca|inseto|pelo|lagarta) (na|no|em) (minha|meu|comida|
prato|salada|quarto|sopa|hambúrguer|lanche), baratas, larvas, percevejos, ratos,
(bateria|tela|ecrã|motor|zíper|fecho|roda|alça|sola) .. (quebrada|quebrado|não dura|não
carrega|viciada|descarrega|queimou|estourou|inchada|inchou|partido|partida|rachada|
piscando), não (é|era) (como|igual|o que) (na foto|a foto|ao anúncio|anunciado|descrito|
pedi|comprei|está na), não corresponde (à|ao|com), metade vazio, metade vazia, (produto|
material|acabamento|tecido) {ruim}, propaganda enganosa
""",
}
