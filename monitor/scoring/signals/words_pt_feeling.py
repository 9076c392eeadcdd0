"""Portuguese: displeasure, wishes, praise, and adverts."""

from __future__ import annotations

FEELING = {
    "anger": """
.15: problema, problemas, infelizmente, triste, mal, chato, chata, complicado, porque
não, lamento
.3: vergonha, que vergonha, lixo, merda, bosta, piada, ridículo, decepção, decepcionado,
decepcionada, decepcionante, desilusão, desiludido, desiludida, insatisfeito,
insatisfeita, frustrante, frustrado, frustrada, chateado, chateada, indignado,
indignada, indignação, caos, desastre, vergonhoso, lamentável, péssimo, péssima,
horrível, irritado, irritada, irritante, desapontado, desapontada, revoltado, revoltada,
revoltante, desagradável
.4: (muito|super|bem|extremamente|tão|totalmente|completamente|bastante|profundamente)
(decepcionado|decepcionada|chateado|chateada|irritado|irritada|insatisfeito|
insatisfeita|indignado|indignada|frustrado|frustrada|puto|puta|desiludido|desiludida|
mal|revoltado|revoltada), uma vergonha, inaceitável, inadmissível, intolerável, absurdo,
um absurdo, que absurdo, porcaria, que merda, uma merda, um lixo, nojo, que nojo,
palhaçada, puto da vida, puta da vida, de saco cheio, pqp, vtnc, fdp, brincadeira, só
pode ser brincadeira
.55: (isso|isto|é|que|um|uma|virou) .. (vergonha|absurdo|palhaçada|falta de respeito|
desrespeito|inadmissível|inaceitável|piada de mau gosto), (verdadeiro|verdadeira|total|
completo|completa|autêntico|autêntica) (lixo|vergonha|absurdo|palhaçada|desastre|caos|
porcaria|piada|descaso), (resolvam|resolve|arrumem|consertem|arranjem|tomem|façam)
(isso|isto|logo|o|a|essa|vergonha|alguma coisa|meu|esse|vergonha na cara|providências|
algo), (estragaram|arruinaram|acabaram com|estragou) (o |a |)(meu|minha|nossa|nosso|as
nossas|as minhas), perda de tempo, (obrigado|obrigada) por nada, (quero|exijo|preciso
de) (uma |)(solução|explicação|providências|posicionamento|resposta), sem (explicação|
explicações|justificativa|justificação|desculpas)
""",
    "insult": """
.3: palhaços, caras de pau, cara de pau, sem vergonhas, incompetentes, vagabundos,
safados, pilantras, picaretas, trambiqueiros
.4: filhos da puta, filho da puta, fdps, desgraçados, desgraça, arrombados, cuzões,
babacas, idiotas, imbecis, otários, canalhas, bandidos, corja, vão se foder, vai se
foder, vão tomar no cu, vai tomar no cu, vtnc, vsf, vão à merda, vão para o caralho,
empresa (lixo|de merda|de bosta|maldita), lixo de (empresa|app|serviço|aplicativo|
atendimento|banco|operadora), merda de (empresa|app|serviço|aplicativo|internet|banco|
operadora|site), bosta de (empresa|app|internet|serviço|aplicativo), porcaria de
(empresa|app|serviço|internet|aplicativo), bando de (ladrões|incompetentes|palhaços|
safados|vagabundos|inúteis), cambada de (ladrões|incompetentes|inúteis)
""",
    "intensifier": """
0: absolutamente, totalmente, completamente, extremamente, caralho, porra, cacete, puta
que pariu, realmente, simplesmente, demais, tremendo, tremenda, maldito, maldita,
caramba, bué, do caralho
""",
    "feature_request": """
0: (seria|ficaria|podia ser|era) (bom|ótimo|legal|interessante|incrível|bacana|perfeito|
útil|excelente|fixe|giro|top|melhor) (se|ter|poder|uma|um|que|colocar|terem|haver|
adicionar), (podiam|poderiam|podem|deviam|deveriam|podia|poderia|vocês podiam) (colocar|
adicionar|incluir|pôr|criar|implementar|acrescentar|permitir|disponibilizar|trazer|
lançar|melhorar|botar|voltar|ter), (gostaria|gostava|adoraria|queria) (que|de ver|de
poder|muito que|de ter) .. (tivesse|houvesse|opção|função|pudesse|adicionassem|
colocassem|modo|app), (coloquem|adicionem|ponham|incluam|tragam|bota|botem|lancem) ..
(por favor|opção|modo|função|de volta|pfv), (falta|sinto falta de|faltou|só falta|faz
falta) (uma|um|a|o) (opção|função|modo|filtro|botão|funcionalidade|busca|pesquisa),
sugestão, modo escuro, modo noturno
""",
    "praise": """
0: obrigado, obrigada, muito obrigado, muito obrigada, parabéns, excelente, ótimo,
ótima, maravilhoso, maravilhosa, perfeito, perfeita, recomendo, super recomendo,
recomendo muito, amei, adorei, adoro, amo, incrível, fantástico, fantástica, top, show,
nota 10, nota dez, cinco estrelas, 5 estrelas, impecável, sensacional, espetacular,
atencioso, atenciosa, atenciosos, simpático, simpática, simpáticos, educado, educada,
prestativo, prestativa, prestável, eficiente, muito bom, muito boa, melhor, o melhor, a
melhor, satisfeito, satisfeita, feliz, gostei, delicioso, deliciosa, gostoso, lindo,
linda, valeu, rápido e, super rápido, muito rápido, elogio, grato, grata, gratidão, bom
atendimento, ótimo atendimento, excelente atendimento, sem palavras, brabo, salvou,
salvaram, impressionado, encantado, encantada, cinco, bom demais, boa demais
""",
    "spam": """
.5: grátis, gratuito, desconto, promo, promoção, oferta, ofertas, cupom, bônus, bitcoin,
cripto, criptomoedas, prêmio, investimento, whatsapp, vende se, vendo, telegram,
inscreva se, aproveite, aproveita, últimas unidades, frete grátis, zap
1: sorteio, ganhe dinheiro, ganhar dinheiro, renda extra, link na bio, link no perfil,
clique (aqui|no link), clica (aqui|no link), código (promocional|de desconto), (use|usa|
usem|com) (o |)(meu |)(código|cupom), (siga|segue|sigam) e (curta|compartilhe|rt|marque|
partilha), apostas esportivas, apostas desportivas, jogo do tigrinho, tigrinho, rodadas
grátis, empréstimo (rápido|na hora|sem), trabalhe de casa, (chama|chame|chamem|me chama|
fale) (no|na|pelo) (whatsapp|zap|whats|dm|direct|pv|inbox), (oferta|promoção)
(imperdível|relâmpago|limitada|por tempo), (compre|peça|garanta) (já|agora|o seu|a sua),
cadastre se (agora|já|grátis), inscreva se no meu canal, lucro garantido, recupere sua
conta, fique rico, seguidores grátis
""",
    "job_advert": """
1: (estamos|tamos) (contratando|a contratar|recrutando|a recrutar|com vagas), vaga de
emprego, vagas de emprego, vaga para, vagas para, vagas abertas, vaga aberta, vaga #,
vagas #, emprego #, emprego para, oferta de emprego, (envie|mande|enviar|envia|manda)
(seu|o seu|o teu|teu|) (currículo|cv|curriculum), venha (trabalhar|fazer parte)
(conosco|connosco|com a gente|do nosso time|da nossa equipe), junte se (à nossa equipa|
ao nosso time|a nós), contrata se, precisa se de, procura se (colaborador|empregado|
motorista|cozinheiro|funcionário|técnico), (processo seletivo|trabalhe conosco),
(estágio|jovem aprendiz|clt) (em|na|para|remoto|presencial), candidate se, recrutamos
""",
}
