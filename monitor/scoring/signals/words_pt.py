"""Portuguese."""

from __future__ import annotations

from monitor.scoring.signals.table import Counts, Table
from monitor.scoring.signals.words_pt_feeling import FEELING
from monitor.scoring.signals.words_pt_fine import FINE
from monitor.scoring.signals.words_pt_flags import FLAGS
from monitor.scoring.signals.words_pt_goods import GOODS
from monitor.scoring.signals.words_pt_money import MONEY
from monitor.scoring.signals.words_pt_people import PEOPLE
from monitor.scoring.signals.words_pt_silence import SILENCE

_AGES = "|".join(str(age) for age in range(75, 100))
_LISTS = {
    "age": _AGES,
    "meu": (
        "|meu|minha|meus|minhas|o meu|a minha|o|a|os|as|nosso|nossa|do meu|da minha|um|"
        "uma|de|do|da"
    ),
    "no": (
        "sem|nenhum|nenhuma|zero|nunca tive|nunca tive nenhum|não tive|não tive nenhum|"
        "nunca tivemos|não houve|não tenho|sem nenhum|sem qualquer|não há|nunca deu|0|"
        "não tive qualquer|sem nenhuma"
    ),
    "trouble": (
        "problema|problemas|queixa|queixas|reclamação|reclamações|atraso|atrasos|"
        "demora|erro|erros|falha|falhas|defeito|defeitos|dor de cabeça|stress|estresse|"
        "transtorno|transtornos|complicação|complicações|chatice|chatices"
    ),
    "ninguem": "ninguém|ninguem|nenhum atendente|nunca|jamais|ninguém me|ninguém nos",
    "ruim": (
        "ruim|ruins|péssimo|péssima|péssimos|horrível|terrível|mau|má|mal|lixo|um lixo|"
        "uma porcaria|uma merda|uma bosta|uma vergonha|vergonhoso|vergonhosa|"
        "lamentável|deplorável|pavoroso|nojento|nojenta|deprimente|patético|patética|"
        "fraco|fraca|uma piada|de quinta|de merda|precário|precária|o pior|a pior|um "
        "desastre|horroroso|uma desgraça|deixa a desejar|deixou a desejar|nulo|nula|"
        "fraquíssimo|medíocre"
    ),
    "servico": (
        "serviço|serviços|atendimento|suporte|sac|apoio ao cliente|pós venda|pós "
        "vendas|assistência|experiência|empresa|equipe|equipa|funcionários|entrega|"
        "apoio|companhia|loja|operadora"
    ),
    "coisa": (
        "encomenda|pedido|pacote|compra|produto|mala|malas|bagagem|entrega|carta|"
        "cartão|comida|objeto|objecto|item|móvel|sofá|mercadoria"
    ),
}
_COUNTS = Counts(
    numbers=(
        "um=1 | uma=1 | dois=2 | duas=2 | três=3 | quatro=4 | cinco=5 | seis=6 | "
        "sete=7 | oito=8 | nove=9 | dez=10 | onze=11 | doze=12 | quinze=15 | vinte=20 |"
        " trinta=30 | vários=3 | várias=3 | alguns=3 | algumas=3 | uns=3 | umas=3 | "
        "meia=.5 | meio=.5 | mais de um=1 | mais de uma=1 | muitos=3 | muitas=3 | "
        "diversas=3 | diversos=3"
    ),
    ordinals=(
        "segunda=2 | segundo=2 | terceira=3 | terceiro=3 | quarta=4 | quarto=4 | "
        "quinta=5 | quinto=5 | sexta=6 | sexto=6 | sétima=7 | oitava=8 | décima=10 | "
        "enésima=10 | milésima=10 | 2a=2 | 3a=3 | 4a=4 | 5a=5 | 2ª=2 | 3ª=3 | 4ª=4 | "
        "5ª=5"
    ),
    times=(
        "duas vezes=2 | três vezes=3 | quatro vezes=4 | cinco vezes=5 | seis vezes=6 | "
        "dez vezes=10 | várias vezes=3 | diversas vezes=3 | muitas vezes=3 | mil "
        "vezes=10 | inúmeras vezes=10 | 2 vezes=2 | 3 vezes=3 | 4 vezes=4 | 5 vezes=5 |"
        " 6 vezes=6 | 7 vezes=7 | 8 vezes=8 | 10 vezes=10 | 2x=2 | 3x=3 | 4x=4 | 5x=5 |"
        " 6x=6 | n vezes=5 | trocentas vezes=10"
    ),
    units=(
        "minuto|minutos|min=minute | hora|horas|hrs|h=hour | dia|dias=1 | dia útil|"
        "dias úteis=1.4 | semana|semanas=7 | quinzena=15 | mês|meses=30 | ano|anos=365"
    ),
    bare="horas|dias|semanas|meses",
    fixed=(
        "desde ontem=1 | desde hoje cedo=.3 | desde manhã=.3 | desde cedo=.3 | o dia "
        "todo=.5 | o dia inteiro=.5 | desde anteontem=2 | a noite toda=.4 | desde a "
        "semana passada=7 | desde o mês passado=30 | desde segunda=3 | desde sexta=3 | "
        "todo o dia=.5 | a manhã toda=.2 | a tarde toda=.2"
    ),
    wait_before=(
        "(?:esperando|esperei|espero|espera de|a espera|aguardando|aguardo|atraso de|"
        "atrasado|atrasada|atrasou|demorou|demoraram|demora|demora de|fila de|estou "
        "ha)(?: ja| mais de| quase| cerca de| uns| umas| por| durante| ha| pra mais de|"
        " praticamente| exatos| longos| longas)*"
    ),
    wait_behind=(
        "(?:esperando|a espera|de espera|de atraso|aguardando|sem|atrasado|atrasada|e "
        "nada|e ate agora|e ainda|e nao|e continuo|na fila|no telefone|ao telefone|"
        "pendurado|pendurada|que (?:estou|espero|aguardo|tento|nao|peco|ligo)|tentando|"
        "de demora|a tentar|a ligar|(?:, )?nada)"
    ),
    if_trouble_before=(
        "(?:faz|fazem|ja faz|ja fazem|vai fazer|ha|desde ha|ja ha|la vao|ja vao|passei|"
        "fiquei|tem|ja sao|levou|levaram|depois de|apos|mais de|quase|durante|por|"
        "passados|passaram|ao fim de|ja|dia|desde|passadas|ultimos|ultimas)(?: mais de|"
        " quase| uns| umas| ja| os| as)*"
    ),
    if_trouble_behind="depois|atras|ja|seguidos|seguidas|,|\\.|mais tarde",
    no_wait_before=(
        "(?:em|dentro de|daqui a|cada|a cada|proximos|proximas|por|para|pra|ate|menos "
        "de|garantia de|so|apenas|prazo de|faltam|falta|nos ultimos|(?:cliente|moro|"
        "trabalho|conheco|uso|sou|casados|casado|fez|faz|completou|juntos|usando|tenho|"
        "filho|filha|crianca|assinante)(?: aqui| com eles| @)?(?: ha| desde)?(?: mais "
        "de| quase)?)"
    ),
    no_wait_behind=(
        "(?:de garantia|de ferias|de idade|gratis|de teste|de contrato|de fidelidade|"
        "de fidelizacao|de viagem|como cliente|de cliente|sendo cliente|de vida|de "
        "casados|de casado|de experiencia|de namoro|de amizade|para|antes|de duracao|"
        "de voo|por (?:dia|semana|mes|ano)|a pe|que (?:moro|trabalho|uso|sou|compro|"
        "conheco)|juntos|que sou cliente|feliz|sem (?:beber|fumar|chuva)|comprando|de "
        "uso)"
    ),
    contacts=(
        (
            "(?:pela|e a|a|essa e a|esta e a|na|minha|ja e a|a minha|meu|o) {nth} "
            "(?:vez|reclamacao|mensagem|e mail|email|ligacao|chamada|protocolo|"
            "tentativa|contato|contacto|visita)(?= (?:que|em|ligo|reclam|,|e|sem|"
            "escrev|tento|entro|mando|para|pra|eu|os|contact|peco|no|na|a|com|vos|\\.))"
        ),
        (
            "(?:liguei|ligamos|reclamei|escrevi|mandei|entrei em contato|contactei|"
            "contatei|pedi|solicitei|falei|tentei|fui|ligado|escrito|reclamado|enviei|"
            "acionei|abri|telefonei|ligo|mandado)(?: [a-z@]+){0,4}? {times}"
        ),
        (
            "{times} (?:[a-z]+ ){0,3}(?:liguei|reclamei|escrevi|mandei|contactei|"
            "contatei|pedi|solicitei|falei|entrei em contato|telefonei)"
        ),
        (
            "(?:ja|mandei|enviei|abri|depois de|apos|fiz|sao|foram|com|tenho|vao|ja "
            "vao|ja sao|ja foram|la vao|enviados|registrei)(?: mais de| ja| uns| umas| "
            "quase)? {n} (?:emails|e mails|ligacoes|mensagens|reclamacoes|protocolos|"
            "tickets|tentativas|chamadas|chamados|visitas|queixas|cartas|contatos|"
            "contactos|telefonemas|dms|solicitacoes|pedidos de)"
        ),
        (
            "{n} (?:emails|e mails|ligacoes|mensagens|reclamacoes|protocolos|chamadas|"
            "chamados|telefonemas)(?= (?:sem|e|,|enviados|enviadas|depois|ignorad|"
            "abertos|que|feitas|\\.))"
        ),
    ),
    contact_words=(
        "vez vezes 2x 3x 4x 5x 6x email e-mail ligacao ligacoes mensage reclamac "
        "protocolo tentativa chamad visita contato contacto queixa telefonema ticket "
        "carta dm solicita pedidos"
    ),
)
TABLE = Table(
    lang="pt",
    lists=_LISTS,
    cues={**MONEY, **SILENCE, **GOODS, **PEOPLE, **FLAGS, **FEELING, **FINE},
    counts=_COUNTS,
    asking=(
        "como quando onde quem qual quais quanto quantos alguém alguem porque será "
        "posso vocês podem tem"
    ),
)
