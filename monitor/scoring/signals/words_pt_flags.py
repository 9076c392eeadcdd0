"""Portuguese: what a person must know whatever the post says."""

from __future__ import annotations

FLAGS = {
    "going_public": """
1: (imprensa|jornal|jornais|mídia|televisão|tv|globo|reportagem|jornalista|jornalistas|
rádio|repórter|sic|tvi|cmtv|redes sociais|comunicação social) .. (saber|souber|
denunciar|interessar|vai adorar|procurar|sabendo|contactar|contar|divulgar|avisada|
avisado|contactada), (vou|irei|vamos|levar|chamar|procurar|avisar|falar com|contar|
mandar|mandei|denunciar|contactar|contactei|avisei|levo|escrevi|enviei|expor) ..
(imprensa|jornal|mídia|televisão|na tv|globo|repórter|jornalista|jornalistas|comunicação
social|reportagem|sic|tvi|redes sociais|ratinho|celso russomanno), (vou|vamos|irei|
farei) (expor|divulgar|viralizar|espalhar|postar tudo|postar em|publicar tudo|tornar
público|contar (pra|para) (todo|todos|toda)|colocar na internet|fazer um vídeo|gravar um
vídeo|avisar (todo|todos|a todos)|fazer viralizar|jogar na internet|botar na internet|
partilhar em todo), (viralizar|viraliza|tornar público|torno público|exposed) (isso|
isto|essa|tudo|o caso|da|de|esse|@), (postar|publicar|compartilhar|postei|postando|
partilhar|postarei|publicarei) .. (em todas|em todo lugar|redes sociais|tiktok|youtube|
reclame aqui|nas redes|em todo o lado|instagram|facebook|prints), (todo mundo|todos|toda
a gente|as pessoas|o povo) (vai|vão|precisa|precisam|tem que|devia|devem|deve) (saber|
ficar sabendo|ver|conhecer), (que|para que) (todos|todo mundo|toda a gente) (saibam|
saiba|vejam), (meus|os meus|milhares de|mil) seguidores .. (saber|vão|sabem|verão),
(vou|irei) (avaliar|deixar) .. (uma estrela|1 estrela|negativa|negativamente|google)
""",
    "privacy": """
1: (vazamento|roubo|fuga|venda|violação) (de|dos|dos meus) (dados|informações),
(vazaram|venderam|vendem|compartilharam|divulgaram|expuseram|roubaram|partilharam|
passaram|deram|forneceram|repassaram) .. (meus|minhas|meu|nossos|minha) (dados|
informações|fotos|número|telefone|endereço|cpf|dados pessoais|dos clientes|contacto|
morada), lgpd, rgpd, roubo de identidade, (invasão|violação|quebra) de privacidade,
dados vazados, vazamento de dados, (dados|conta|fatura|pedidos|informações|nome|
endereço|exames|processo|morada|encomendas) de (outra pessoa|outro cliente|outros
clientes|outras pessoas|outro usuário|terceiros|um estranho|desconhecidos|outra cliente|
outro utente), (como|de onde|onde|quem) .. (conseguiram|arrumaram|pegaram|arranjaram|
tiraram|deu|passou|obtiveram|têm) (o |os |a |)(meu|meus|minha|minhas) (número|dados|
telefone|contato|cpf|contacto|email|e mail), sem (minha|meu|a minha|o meu) (autorização|
consentimento|permissão) .. (dados|fotos|número|cpf|nome|ligam), (meus|os meus|nossos)
(dados|dados pessoais|exames|documentos) .. (vazados|expostos|internet|terceiros|
golpistas|públicos|visíveis|à vista|vendidos), (apaguem|excluam|apagar|eliminem) .. meus
dados, (em cópia|com cópia|no cc) .. (emails|todos|clientes|endereços)
""",
    "vulnerable": """
.4: minha avó, minha vó, meu avô, meu vô
.6: cadeira de rodas, cadeirante, muletas, deficiente, deficientes, deficiência, pcd,
grávida, gestante, recém nascido, recém nascida, meu bebê, meu bebé, minha bebê,
quimioterapia, quimio, avc, infarto, enfarte, lar de idosos, idoso, idosa, idosos,
idosas, aposentado, aposentada, aposentados, reformado, reformada, pensionista, terceira
idade, mãe solteira, mãe solo, viúva, viúvo, falecido, falecida, faleceu, autista,
autismo, tea, mobilidade reduzida, diabético, diabética, depressão, crise de ansiedade,
crise de pânico, despejo, despejados, filho de (dois|três|quatro|cinco|seis|sete|oito|
nove|dez|2|3|4|5|6|7|8|9|10) (anos|meses), filha de (dois|duas|três|quatro|cinco|seis|
sete|oito|nove|dez|2|3|4|5|6|7|8|9|10) (anos|meses), (menina|menino|bebê|bebé|criança)
de (dois|três|quatro|cinco|seis|sete|oito|nove|dez|2|3|4|5|6|7|8|9|10) (anos|meses|dias|
semanas)
1: hemodiálise, diálise, insulina, (cilindro|balão|bala|garrafa|concentrador|aparelho)
de oxigênio, oxigénio, oxigenoterapia, respirador, ventilador mecânico, marcapasso,
marca passo, pacemaker, sonda gástrica, teleassistência, cuidados paliativos, cão guia,
acamado, acamada, home care, (tem|com|sofre de|tenho|é|sou|estou|está|têm) (alzheimer|
parkinson|câncer|cancro|epilepsia|autismo|autista|síndrome de down|demência|esclerose|
paralisia cerebral|deficiência|deficiente|grávida|gestante|diabético|diabética|
cadeirante|doente oncológico|doente oncológica|epilético|cego|cega|surdo|surda|acamado|
acamada|invisual|tea|fibromialgia), (minha|meu|nossa|nosso|uma|um|a minha|o meu) ..
(idosa|idoso|doente|grávida|gestante|deficiente|com deficiência|cega|cego|surda|surdo|
autista|cadeirante|acamada|acamado|com alzheimer|com câncer|com cancro|com demência|de
{age} anos|de {age}), (mãe|pai|avó|avô|vó|vô|tia|tio|sogra|sogro|senhora|senhor|vizinha|
vizinho|idosa|idoso) .. ({age} anos|{age}), {age} anos .. (sozinha|sozinho|doente|
cadeira de rodas), (bebê|bebé|bebe|recém nascido|recém nascida|criança|crianças|filhos)
.. (sem (luz|água|energia|comer|comida|leite|aquecimento|gás)|com frio|no escuro|nesse
calor|neste calor|chorando|a chorar|com fome), sem (luz|água|energia|aquecimento|
medicação|remédio|remédios|oxigênio|medicamento|medicamentos|gás) .. (bebê|bebé|bebe|
recém nascido|crianças|criança|idosos|idosa|idoso|avó|doente|acamado|filhos), sem (meu|o
meu|meus|seu|minha|a minha|o|os) (remédio|remédios|medicação|medicamento|insulina|
tratamento|medicamentos|bomba de insulina), (menor|criança) (desacompanhado|
desacompanhada|sozinha|sozinho)
""",
    "self_harm": """
1: (quero|queria|quer|pensei em|penso em|pensando em|a pensar em|pensado em|tentei|
tentou|vontade de|decidi|prefiro|pensamentos de) (morrer|me matar|suicidar|me suicidar|
tirar minha vida|tirar a minha vida|acabar com minha vida|acabar com a minha vida|acabar
com tudo|se matar|se suicidar|matar me|tirar a própria vida|tirar a vida|me machucar|me
cortar|acabar com a própria vida|sumir de vez|suicidar me|pôr fim à vida), não (quero|
aguento|consigo|queria) mais (viver|estar aqui|existir|continuar vivendo|acordar|ficar
vivo|ficar viva|estar vivo|estar viva), não quero (viver|acordar|existir|estar aqui|
continuar a viver), suicídio, suicida, suicidar, me mato hoje, vou me matar, vou tirar
minha vida, vou acabar com tudo, pensamentos suicidas, ideação suicida, se matou, tirou
a própria vida, tirou a vida, tentou suicídio, tentativa de suicídio, (não|sem|já não)
.. (razão|razões|motivo|motivos|sentido|vontade|saída) (para|pra|em|de|na) (viver|
continuar vivendo|continuar vivo|continuar viva|continuar a viver|vida|seguir vivendo),
(melhor|ficariam melhor|estariam melhor|mais fácil) (morto|morta|sem mim|se eu morresse|
se eu morrer|se eu não estivesse|se eu sumisse|eu morrer), (queria|preferia|quem me
dera|gostava de) (estar morto|estar morta|não acordar mais|não ter nascido|morrer|não
acordar|nunca ter nascido), (tomei|tomar|tenho|tomou) .. (todos os (comprimidos|
remédios)|cartela inteira|comprimidos na mão|veneno|comprimidos à minha frente), (me
jogar|pular|saltar|atirar me|me atirar|jogar me) (da|de|do|na frente|desta) (ponte|
prédio|janela|um|uma|varanda|viaduto|trem|comboio), automutilação, me corto, carta de
despedida, (escrevi|deixei) .. (carta|cartas) (pra|para|a) (todo|todos), (olhando|olhei|
fico olhando) .. (janela|ponte|prédio), cvv, (acabar|pôr fim) (com a|à) minha vida,
desisti de viver, desistir (da vida|de viver), não aguento mais viver
""",
    "urgent": """
.5: emergência, imediatamente, de imediato
1: urgente, urgência, urgentemente, o mais rápido possível, o quanto antes, é urgente,
com urgência, (preciso|ajuda|solução|resposta|ajudem|resolvam) .. (hoje|agora|urgente|
imediata|pra hoje|para hoje|já hoje|até amanhã|pra ontem|para ontem), pra ontem, (voo|
casamento|prova|cirurgia|viagem|exame|entrevista|consulta|velório|operação) .. (amanhã|
hoje|daqui a pouco|em duas horas|em uma hora|esta noite|depois de amanhã|hoje à noite),
(amanhã|hoje) .. (viajo|meu casamento|minha cirurgia|minha prova|tenho voo|me caso),
vida ou morte, caso de vida
""",
    "sarcasm": """
1: (obrigado|obrigada|valeu|parabéns|muito obrigado|muito obrigada|grato) (por|pela|
pelo|@) (nada|me deixar|nos deixar|estragar|cancelar|perder|não|demora|atraso|me fazer|
péssimo|acabar|espera|me ignorar|cobrar|descaso), (parabéns|ótimo|excelente|que
maravilha|que lindo|que beleza|bravo|show|boa|maravilha|que bom|que legal|top|
fantástico) .. (de novo|outra vez|mais uma vez|atrasado|atrasada|atraso|sem (luz|
internet|água|sinal)|cancelado|cancelada|caiu|fora do ar|nunca|não funciona|cobr~|
quebr~), (excelente|ótimo|maravilhoso|belo|bela|grande|incrível|belíssimo) (serviço|
atendimento|trabalho|suporte|apoio|empresa) .. (não|nunca|ninguém|horas|dias|semanas|
meses|quebr~|espera~|sem), (adoro|amo|adorei|amando|adorando) (esperar|pagar|quando|que|
ficar|ser) .. (não|horas|esperando|sem|nada|atras~|cai|espera~|cobr~|cancel~|ignorad~),
que (surpresa|novidade|eficiência|competência|conveniente) (de novo|@|hein|não|a|o|
mais), (pra|para) variar .. (sem|caiu|atras~|não|fora|atraso|mal), só que não, sqn, era
só o que (me |)faltava, era (tudo|mesmo|só) o que eu (precisava|queria), (sua|a sua)
ligação é (muito |)importante
""",
}
