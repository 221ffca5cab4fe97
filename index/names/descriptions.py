"""Whether a phrase can name or describe somebody who says something: a person, or a body of people.

A description is one of somebody by its head: "a spokesman for the mayor", "two former aides", "the company". What is
described and cannot speak ("the rocket", "his skull") is no speaker.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from index.text.expressions import expression
from index.text.word_lists import person_nouns

BODIES = frozenset(
    """administration agency airline alliance army assembly association authority bank board body brewery brigade
    broadcaster bureau business cabinet camp campaign caucus center centre chamber channel charity church city
    club coalition college commission committee community company conference congress congregation consortium
    convention corporation council country county court crew crowd delegation department directorate district
    division embassy enterprise executive faction family federation firm force foundation fund garrison
    government group guild household hospital house industry inspectorate institute institution intelligence
    judiciary jury junta lab label laboratory leadership league legion legislature lobby magazine management
    manufacturer
    market military militia ministry mission mob monarchy monastery movement museum nation navy network
    newspaper ngo nonprofit nunnery office operator opposition orchestra order organisation organization outfit
    outlet pair palace panel paper parish parliament parliamentarians party patrol police port practice
    presidency press prosecution prosecutor's public publication publisher railway regime regiment regulator
    republic retailer school secretariat senate service shop side site society staff start-up startup state
    station store studio supplier syndicate synod task-force taskforce team tribunal tribe trio troops trust
    union unit university utility vatican village watchdog website workforce yard trade-union think-tank
    thinktank television radio tv tabloid newswire
    duo couple majority minority team side factory brand chain restaurant hotel""".split()
)
"""Nouns of bodies of people in whose name somebody speaks."""
TEXTS = frozenset(
    """ad advert advertisement advisory affidavit article banner bill blog book brochure bulletin caption charter
    communique communiqué complaint constitution contract directive document e-mail editorial email essay filing
    flyer forecast headline indictment
    inscription lawsuit leaflet letter listing mailer manifesto memo memorandum notice
    obituary op-ed pamphlet paper petition placard plaque poll poster proclamation readout record release report
    resolution ruling script sign slogan statement statute study subpoena suit survey t-shirt telegram tombstone
    transcript treaty tweet warrant website""".split()
)
"""Nouns of what bears words: a report, a banner and a lawsuit say what stands in them."""
_PEOPLE = frozenset(
    """people person folks men women children officials police personnel folk clergy youth elders elderly others
    someone somebody everyone everybody anyone source sources authorities press media figure figures voice
    staffers wife wives mom mum mother father parent spouse kin relative relatives pollster pollsters tweeter
    staffer insiders medic boss spokespeople spokesperson frontman ally allies head heads chair anchor host
    co-host co-author coauthor co-founder cofounder lawmaker lawmakers model star speaker neighbour neighbor
    lead aide operative operatives conservatives liberals moderates respondents participant faithful half
    percent many most several some few others one another third two three four five colleague teammate viewer
    hundreds thousands dozens members whistleblower whistle-blower hopeful nominee mogul barista justice
    justices figure principal faculty character principals counterpart mogul kingpin teen teenager millennial
    retiree stepmum stepdad stepmom fiancée texan tester nonvoter backer holdout holdouts pastor sheriff
    mouthpiece talent captain bystander
    onlooker insider aides rep reps exec execs ceo chiefs brass dealmaker moderator cofounders undergraduate cop
    cops ex-wife ex-husband freshman veteran vets vet agent agents""".split()
)
_ALONE = frozenset("half percent many most several some few others one another third two three four five".split())
"""They stand for people only where nothing else is said of them: "many said", not "one in the car"."""
_RESPONDING = frozenset("half percent % third majority minority most many some few".split())
_BREAK = expression(
    r"(?<!\s)\s+(?:of|for|at|in|from|with|on|to|by|who|whom|which|that|about|against|near|behind|under|over|between|inside|outside"
    r"|or|familiar|close|involved|briefed|aware|whose|where|whose|including|like|such|after|before|during|as)\s"
    r"|,"
)
_GROUP_OF = frozenset(
    """number couple group handful series string majority minority host pair lot dozens hundreds thousands scores
    millions half third percent most many some several few one two three four five six seven eight nine ten each both
    any all none kind member members coalition team crowd panel list array chorus lots plenty % quarter""".split()
)
_SUFFIXES = expression(r"(?:.(?:man|woman|men|women|person|people)|ists?|ologists?|graphers?|-year-olds?)$")


@lru_cache(maxsize=10_000)
def bears_words(phrase: str) -> bool:
    """Return whether a short phrase names a text: "the leaflet", "a report by the council"."""
    head, _ = _head(phrase.lower().replace("’", "'"))
    return len(phrase.split()) <= 12 and (head in TEXTS or singular(head) in TEXTS)


@lru_cache(maxsize=10_000)
def is_somebody(phrase: str) -> bool:
    """Return whether the head of a phrase that describes and does not name is a person or a body of people."""
    words = re.findall(r"[^\W_](?:[\w’'.-]*\w)?|%", phrase.lower().replace("’", "'"))
    if not words or words[0].endswith("ing") and words[0] not in person_nouns():
        return False
    if len(words) == 1:
        return is_person_noun(words[0]) or words[0] in BODIES or singular(words[0]) in BODIES
    head, rest = _head(phrase.lower().replace("’", "'"))
    if (head in _GROUP_OF or singular(head) in _GROUP_OF or head.isdigit()) and rest:
        return is_somebody(rest) or singular(head) in _RESPONDING and _are_people(phrase, rest)
    return is_person_noun(head) or singular(head) in BODIES or head in BODIES


def _are_people(phrase: str, rest: str) -> bool:
    """Return whether those of whom a phrase counts some are people: "60 percent of Kestrians"."""
    words = rest.split()
    if _is_run_on(phrase.split()):
        return False
    if phrase.split()[-1][:1].isupper() or words[0] in {"those", "them", "us", "you"}:
        return True
    return any(is_person_noun(each) or each in BODIES or each in _PUBLIC for each in words)


def _is_run_on(words: Sequence[str]) -> bool:
    """Return whether a name that is no people's stands right behind a noun: "1% of the rate Kestrel"."""
    last, before = words[-1], words[-2]
    people = not last[:1].isupper() or last.endswith(("s", "ish", "ese", "ch"))
    return not people and before.islower() and before not in _BEFORE_A_NAME


_BEFORE_A_NAME = frozenset("of the all by in at for from to with on near and".split())
_PUBLIC = frozenset("electorate public population town world nation adults".split())


@lru_cache(maxsize=50_000)
def is_person_noun(word: str) -> bool:
    """Return whether a noun, in small letters, means a person or people."""
    one = singular(word)
    nouns = person_nouns()
    if word in _PEOPLE or one in _PEOPLE or word in nouns or one in nouns:
        return True
    _, hyphen, last = one.rpartition("-")
    return bool(hyphen) and (last in nouns or last in _PEOPLE - _ALONE) or _SUFFIXES.search(word) is not None


@lru_cache(maxsize=10_000)
def is_one_person(phrase: str) -> bool:
    """Return whether "he" or "she" can mean whom a phrase describes: one person."""
    head, _ = _head(phrase.lower().replace("’", "'"))
    nouns = person_nouns()
    if head in _ALONE and head not in {"one", "another"}:
        return False
    return head in nouns or head in _PEOPLE and not head.endswith("s") or _SUFFIXES.search(head) is not None


def singular(word: str) -> str:
    """Return the singular of a plural in -s, -es, -ies or -men; another word as it is."""
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("men"):
        return f"{word[:-3]}man"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _head(phrase: str) -> tuple[str, str]:
    """Return the head noun of a phrase in small letters and what hangs on it after "of"."""
    phrase = re.sub(r"(?<!\s)\s*+\([^)]{0,300}\)", "", phrase)
    match = _BREAK.search(f"{phrase} ")
    front = phrase[: match.start()] if match else phrase
    rest = phrase[match.end() :].strip() if match else ""
    words = re.findall(r"[^\W_](?:[\w'.-]*\w)?|%", front)
    # "another source speaking to reporters": what follows the noun tells more of whom it names.
    for at in range(1, len(words) - 1):
        if words[at + 1].endswith("ing") and words[at + 1] not in person_nouns() and is_person_noun(words[at]):
            words = words[: at + 1]
            break
    while len(words) > 1 and words[-1] in {"himself", "herself", "themselves", "itself", "alike", "there", "here"}:
        words.pop()
    return (words[-1] if words else ""), rest
