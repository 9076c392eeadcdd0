"""Portuguese: money back, and what things cost."""

from __future__ import annotations

MONEY = {
    "refund": """
.15: reembolso, estorno, devolução, ressarcimento, reembolsar, devolver, indenização,
vale compra, indemnização
.3: pedi reembolso, pedi o reembolso, solicitei o reembolso, solicitei o estorno, pedi o
estorno, chargeback
.6: (quero|exijo|queremos|preciso|peço|cadê|cade|onde está|aguardo|aguardando|esperando|
espero) {meu} (reembolso|estorno|dinheiro|ressarcimento|dinheiro de volta|dinheiro
devolvido|grana), (devolvam|devolve|devolva|devolvem|devolvam me|me devolvam|me devolve)
.. (dinheiro|grana|valor|reembolso), (meu|o meu|nosso) dinheiro de volta, cadê meu
(estorno|reembolso|dinheiro), (não|nunca|ainda não|até agora não) (me |nos |
)(devolveram|devolvem|estornaram|reembolsaram|fui reembolsado|fui reembolsada|foi
estornado|fizeram o estorno|fizeram o reembolso|recebi o reembolso|recebi o estorno|
recebi meu dinheiro|recebi reembolso|querem devolver|quer devolver|devolve|devolveu|
estornou|reembolsou), (sem|nada de|nem) (reembolso|estorno|ressarcimento|devolução),
(reembolso|estorno|devolução) .. (nunca|não caiu|não veio|pendente|negado|recusado|
negada|recusada|não chega|não chegou|até hoje|até agora), (recusam|recusaram|negam|
negaram|negou|recusou|se recusa|se recusam|recusa) .. (reembols~|estorn~|devol~|troca|
trocar), (ficaram|ficar|ficam|ficou) com (o |)(meu|nosso) dinheiro
""",
    "billing": """
.15: fatura, cobrança, caro, cara, tarifa, taxa, taxas, conta, boleto, preço,
mensalidade, caríssimo
.3: cobraram, cobrando, cobrou, me cobraram, me cobrando, abusivo, abusiva, abusivos,
taxa escondida, taxas escondidas, aumento abusivo, golpe, fraude, roubo, furto, burla,
aumentaram o preço, preço abusivo, absurdo de caro, juros abusivos
.5: (cobraram|cobrou|cobrando|cobrança|cobrado|cobrada|debitaram|descontaram|debitado|
debitou|pagar) .. (duas vezes|em dobro|a mais|indevido|indevida|indevidamente|duplicado|
duplicada|dobrado|errado|errada|sem autorização|sem avisar|de novo|sem minha|sem eu),
(cobrança|cobranças|débito|valor|valores|desconto|descontos|débitos) (indevida|
indevidas|indevido|indevidos|duplicada|duplicado|abusiva|em dobro|não reconhecida|não
reconhecido|não autorizado|não autorizada|errada|errado|dupla|fantasma), (continuam|
continua|seguem) (cobrando|me cobrando|a cobrar|debitando|descontando|a debitar), (fui|
fomos|me|sendo|estão) (roubado|roubada|roubados|roubaram|roubando|assaltado|lesado|
lesada|extorquido|burlado|burlada|extorquindo), estelionatários, (são|seus|bando de|
tudo|uns|cambada de|vocês são) (ladrões|golpistas|ladrao|ladrão|estelionatários|
bandidos|burlões|gatunos|vigaristas), ladrões, golpistas, gatunos, vigaristas, (caí|cai|
cair|caiam) (no|em|num) (golpe|conto), dinheiro (sumiu|jogado fora|desapareceu|no lixo|
perdido|deitado fora|deitado ao lixo), (joguei|jogar|deitar) dinheiro fora, não (vale|
valeu) (o preço|o que|a pena|o dinheiro|nem), (fatura|conta|boleto) (errada|errado|
absurda|incorreta|altíssima|veio errada|veio o dobro|dobrou|mais alta|indevido), não
(autorizei|contratei|reconheço|solicitei|aderi|subscrevi)
""",
}
