"""Verbs that attribute words or views to somebody, in every inflection.

Two thirds of the attributions in political news hang on a few hundred verbs (PolNeAR: the 300 most frequent cue words
cover 77 %, "said" alone 13 %). `SPEECH` verbs say something was said; `STANCE` verbs tell what somebody said by what
it did ("dismissed", "vowed"); `MIND` verbs tell a belief or wish; `SOURCE` verbs belong to polls and papers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Form = Literal["base", "s", "past", "ing", "participle"]

SPEECH = frozenset(
    """say note add tell emphasize emphasise stress state warn claim argue declare explain insist announce write tweet
    remark reply respond ask recall continue conclude acknowledge admit suggest predict promise vow confirm deny observe
    underline underscore reiterate assure joke quip complain urge answer comment mention reveal testify caution recount
    agree disagree counter retort object protest lament boast post shout exclaim wonder assert maintain contend allege
    pledge threaten hint repeat sigh laugh whisper concede charge fume opine retweet surmise interject chide snap muse
    crow proclaim intone deadpan gush elaborate clarify confess counsel demand echo estimate grumble imply instruct
    lecture plead preach reason reflect rejoin relate scoff signal speculate summarize summarise tease thunder vent
    volunteer yell brag demur gripe groan marvel mutter murmur chuckle report exhort bemoan advise read cry sing begin
    conjecture stipulate specify rant rail bellow chime vouch disclose inform remind notify brief advertise blog
    editorialize editorialise
    prophesy rule certify point inquire enquire query rebut profess accede attest bark beg chant chortle croak drawl
    ejaculate growl hiss howl jeer moan persist pronounce rave remonstrate roar scream shriek snarl sneer sniff sob
    stammer stutter taunt utter wail whine open inject venture""".split()
)
# They take their object at once ("dismissed the idea"): no clause need follow, and "called Tell" names no speaker.
STANCE = frozenset(
    """call describe criticize criticise dismiss denounce hail decry blast praise propose mock support oppose endorse
    accuse condemn defend attack reject question propose cite favor favour back slam deride rebuke ridicule applaud
    tout champion denigrate deplore disavow embrace blame challenge discuss address highlight invoke compare liken label
    brand characterize characterise portray paint depict term dub refer allude welcome thank congratulate salute
    commend encourage recommend request seek demand offer refuse decline outline detail identify list name point raise
    disparage lambast lambaste assail berate bash skewer castigate pan chastise scold excoriate trash malign lampoon
    scorn jeer cheer tell ask advocate promote push press petition order announce unveil present pitch explain
    reference email focus apologize apologise reaffirm downplay articulate contrast trumpet savage persuade convince
    repudiate renounce refute rebuff disown disclaim deny contradict dispute doubt express voice convey speak talk
    discourage forbid ban prohibit nominate rank rate
    """.split()
)
MIND = frozenset(
    """think believe hope want worry fear expect plan intend feel know consider wish prefer doubt suspect assume
    presume imagine anticipate see view regard understand realize realise recognize recognise decide determine resolve
    guess reckon figure love hate like dislike admire respect resent regret trust distrust aim mean need
    contemplate ponder weigh envision foresee conclude find learn discover remember forget notice
    attempt try hesitate loathe dread desire await accept refuse approve disapprove blame credit judge
    deem value cherish care""".split()
)
SOURCE = frozenset("show find indicate suggest reveal project forecast record document detail reflect conclude".split())
# Under 30 % of their clauses were attributions where no mark showed it (PolNeAR, development half).
UNSURE = frozenset(
    """support try speak continue raise need begin open rank rate maintain nominate ban mean reflect favor favour
    promote cheer record charge answer relate paint weigh back rule attempt attack embrace present welcome read shout
    encourage advise aim invoke recommend sing laugh cry move work live care push address""".split()
)
# Of the verbs of the mind those that tell a view; the others tell an act or a state ("decided", "knew").
VIEWS = frozenset("believe think hope fear worry doubt expect want wish prefer agree disagree feel regret".split())
# They say nothing unless something is said after them: weak where a quotation is far or a name is near.
WEAK = frozenset(
    """ask point continue answer mention begin open repeat read know see find show need love like try remember mean
    need refer speak talk name list rate rank order press present push figure care open weigh value offer back
    record document address raise identify laugh sing""".split()
)
_IRREGULAR = {
    "say": "said", "tell": "told", "write": "wrote written", "think": "thought", "feel": "felt", "know": "knew known",
    "see": "saw seen", "find": "found", "mean": "meant", "forget": "forgot forgotten", "foresee": "foresaw foreseen",
    "understand": "understood", "seek": "sought", "show": "showed shown", "speak": "spoke spoken", "read": "read",
    "sing": "sang sung", "begin": "began begun", "forecast": "forecast forecasted", "forbid": "forbade forbidden",
    "plead": "pleaded pled", "quip": "quipped", "demur": "demurred", "rebut": "rebutted", "refer": "referred",
    "admit": "admitted", "regret": "regretted", "signal": "signaled signalled", "counsel": "counseled counselled",
    "label": "labeled labelled", "marvel": "marveled marvelled", "deadpan": "deadpanned",
}  # fmt: skip


@dataclass(frozen=True)
class Verb:
    """One inflected form: its lemma and which form it is."""

    lemma: str
    form: Form


def _inflections(lemma: str) -> list[tuple[str, Form]]:
    """Return the lemma's forms by the regular rules of spelling, the irregular ones from the table."""
    irregular = _IRREGULAR.get(lemma, "").split()
    doubled = irregular[0] == f"{lemma}{lemma[-1]}ed" if irregular else _doubles(lemma)
    forms: list[tuple[str, Form]] = [(lemma, "base"), (_third_person(lemma), "s"), (_gerund(lemma, doubled), "ing")]
    pasts = irregular or [_regular_past(lemma, doubled)]
    if lemma not in _PARTICIPLES:
        return forms + [(each, "past") for each in pasts]
    return [*forms, (pasts[0], "past"), *((each, "participle") for each in pasts[1:])]


def _third_person(lemma: str) -> str:
    if _ends_in_consonant_and_y(lemma):
        return f"{lemma[:-1]}ies"
    return f"{lemma}es" if lemma.endswith(("s", "x", "sh", "ch", "o")) else f"{lemma}s"


def _regular_past(lemma: str, doubled: bool) -> str:
    if _ends_in_consonant_and_y(lemma):
        return f"{lemma[:-1]}ied"
    if lemma.endswith("e"):
        return f"{lemma}d"
    return f"{lemma}{lemma[-1]}ed" if doubled else f"{lemma}ed"


def _gerund(lemma: str, doubled: bool) -> str:
    if doubled or lemma in {"begin", "forget", "forbid"}:
        return f"{lemma}{lemma[-1]}ing"
    if lemma.endswith("e") and not lemma.endswith(("ee", "ye", "oe")):
        return f"{lemma[:-1]}ing"
    return f"{lemma}ing"


def _ends_in_consonant_and_y(lemma: str) -> bool:
    return lemma.endswith("y") and lemma[-2] not in "aeiou"


# Of these the second form in the table is a participle only: "has written", never "Tell written".
_PARTICIPLES = frozenset("write know see forget foresee show speak sing begin forbid".split())


def _doubles(lemma: str) -> bool:
    """Return whether the last letter of a verb of one syllable is doubled ("slam", "slammed")."""
    return re.fullmatch(r"[^aeiou]*[aeiou][^aeiouwxyh]", lemma) is not None


def _table() -> dict[str, Verb]:
    known: dict[str, Verb] = {}
    for lemma in sorted(SPEECH | STANCE | MIND | SOURCE):
        for word, form in _inflections(lemma):
            if word not in known or (form == "past" and known[word].form == "base"):
                known[word] = Verb(lemma, form)
    known["read"] = Verb("read", "past")
    return known


VERBS: dict[str, Verb] = _table()
# The commonest verbs of saying of four more languages, each past form by itself.
ELSEWHERE = {
    "say": """сказал сказала сказали говорит говорил говорила сказав казав каже сказаў казаў кажа powiedział powiedziała
        powiedzieli mówi mówił mówiła sagte sagten sagt meinte meint""",
    "declare": """заявил заявила заявили заявив заявляє заявіў заявіла oświadczył oświadczyła ogłosił ogłosiła
        erklärte erklärt déclaré déclare affirmé affirme""",
    "note": """отметил отметила отметили отмечает зазначив зазначила адзначыў адзначыла zauważył zauważyła zaznaczył
        zaznaczyła""",
    "emphasize": """подчеркнул подчеркнула подчеркнули підкреслив підкреслила наголосив наголосила падкрэсліў
        падкрэсліла podkreślił podkreśliła betonte betont""",
    "add": """добавил добавила добавили добавляет додав додала додає дадаў дадала dodał dodała dodaje ergänzte
        ajouté""",
    "answer": "ответил ответила відповів відповіла адказаў адказала odpowiedział odpowiedziała antwortete",
    "announce": """сообщил сообщила сообщили повідомив повідомила паведаміў паведаміла poinformował poinformowała
        zapowiedział zapowiedziała""",
    "tell": """рассказал рассказала рассказывает розповів розповіла розповідає расказаў расказала opowiedział
        opowiedziała opowiada opowiadał opowiadała""",
    "explain": "объяснил объяснила пояснил пояснила пояснив растлумачыў wyjaśnił wyjaśniła expliqué explique",
    "warn": "предупредил предупредила попередив попередила папярэдзіў папярэдзіла ostrzegł ostrzegła warnte warnt",
    "state": "утверждает констатировал констатувала стверджує stwierdził stwierdziła ocenił oceniła twierdzi",
    "assure": "zapewnił zapewniła zapewnia пообещал пообещала заверил заверила запевнив запевнила обіцяє",
    "admit": "przyznał przyznała przyznaje признал признала признался призналась визнав визнала",
    "recall": "wspomina wspominał wspominała вспоминает вспоминал вспоминала згадує",
    "write": "написал написала написав напісаў напісала napisał napisała пишет пише",
}


VERBS |= {word: Verb(lemma, "past") for lemma, words in ELSEWHERE.items() for word in words.split()}
SPEECH_FORMS = frozenset(word for word, verb in VERBS.items() if verb.lemma in SPEECH)
