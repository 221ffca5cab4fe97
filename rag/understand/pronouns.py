"""A question whose pronouns point at nothing in it -> the question with what the question before names."""

from __future__ import annotations

import re

from index.storage.catalog import Catalog
from index.text.countries import country
from index.text.expressions import expression
from rag.phrasing import possessive
from rag.understand.intent import Reading
from rag.understand.speakers import find_speakers

_PRONOUN = expression(r"\b(?P<pronoun>he|she|they|him|them|his|her|hers|their|theirs)\b", re.IGNORECASE)
_POSSESSIVE = frozenset({"his", "their", "theirs", "hers"})
_OF_HER = expression(r" (?!(?:about|that|to|on|in|at|and|or|by|with|for|when|why|how|say)\b)[a-z]")
"""What stands behind "her" where it is hers."""
_CLAUSE = expression(r"\b(?:that|whether|if|what|who|why|how|when|where|he|she)\b", re.IGNORECASE)
"""What begins a clause of another subject: "Did Quill say that Tell trusts him?", where he may be Quill."""
_OBJECT = expression(
    r"\b(?P<preposition>about|on|of|regarding|concerning|to|mention(?:ed)?) (?:it|that|this|them)(?= ?(?:$|[?.!,]))",
    re.IGNORECASE,
)
_THING = expression(r"\b(?:it|this)\b", re.IGNORECASE)
_SAID_OF_IT = expression(
    r"(?P<said>\b(?:say|says|said|think|thinks|thought|believes?|claims?|expects?|reckons?|promised?) (?:that )?)it\b",
    re.IGNORECASE,
)
"""What somebody says of it: "How much does she say it costs?"."""
_ASKS_OF_IT = expression(
    r"(?:(?:and|but|so) )?(?:by |for |since |until )?(?:how|when|where|why|what|which|who|is|was|will|does|did|has|can)"
    r"\b(?!.*\b(?:he|she|they)\b)",
    re.IGNORECASE,
)
"""A question for a fact of what somebody spoke of: "And by how much did it drop?"."""
_PREPOSED = expression(r"\b(?:that|why|how|whether|what|who|when)\b", re.IGNORECASE)
_THINGS = expression(r"\b(?:they|them)\b", re.IGNORECASE)
_PLURAL = expression(
    r"\b(?:the|these|those|all|any|of|off|for|from|in|on|at|to|with|about|[a-z]+ing|\w+[’']s) "
    r"(?:[a-z][\w-]* )?(?P<things>[a-z][a-z-]*[a-rt-z]s)(?![\w’'-])"
)
"""What may be several things or people: "vendors"."""
_ONE_OF_THEM = expression(r"\bthe (?P<which>first|second|third|last|next|other|new|old) ones?\b", re.IGNORECASE)
_EXPLETIVE = expression(
    r"\b(?:is|was|does|will) (?:it|this) (?:true|possible|likely|correct|right|known|mean|take|matter|called)\b",
    re.IGNORECASE,
)
_INITIALS = r"(?:(?:[A-Z]\.)+ )?"
_SUM = r"(?:[$€£]?\d[\d.,]{0,12}(?:-[a-z]+)? )?"
"""How many or for how much: "the £500 cheque", "the 40 boats"."""
_ADJECTIVE = "(?:(?:new|old|first|second|third|next|last|big|main|current|former|planned|proposed|other) )*"
DETERMINED = expression(
    rf"\b(?:the|a|an|this|that) {_ADJECTIVE}{_SUM}{_INITIALS}[\w’'-]+(?: of (?:the )?{_INITIALS}[\w’'-]+)?"
)
_ASKING_WORD = expression(
    "^(?:Who|What|When|Where|Why|How|Which|Did|Does|Do|Is|Are|Was|Were|Has|Have|Had|Would|Will|Could|Can|Should) "
    "(?:the )?"
)
_CAPITALS = r"(?:(?:[A-Z]\.)+|[A-Z][\w’'-]*)"
PROPER = expression(rf"\b{_CAPITALS}(?: (?:of |the )?{_CAPITALS})*")

_OWNED = expression(rf"(?<=[\w,] ){_CAPITALS}(?: {_CAPITALS}){{0,4}}(?: [a-z][\w-]*){{1,4}}(?=\W*$)")
"""What somebody or a place has, at the end of a question: "Who runs Westmere's new ferry school?"."""
_NAMED = expression(r"\b(?:the|a|an) \w+|(?<=\s)[A-Z]\w+")
_ITS = expression(r"\bits (?P<noun>[\w’'-]+)", re.IGNORECASE)
_WHOLE_SUBJECT = expression(
    r"\b(?i:did|does|do|will|would|is|was) (?P<thing>the "
    r"(?:(?!(?:of|over|in|on|at|near|to|for|from|by|with|that|who)\b)[\w’'-]+ ){2,4}?)(?i:start|begin|open|close|end"
    r"|cost|run|leave|happen|come|go|arrive|finish|last|stop|take place|built|opened|held|made|sold)\b"
)
"""A name of several words between its auxiliary and its verb: "When does the new ferry course start?"."""
_SUBJECT = expression(
    rf"\b(?i:was|is|did|does|has|had|will) (?P<thing>the [a-z][\w’'-]*"
    rf"(?: (?:of|over|in|on|at|near|to) (?:the )?{_CAPITALS})?)"
)
"""What a question before is about, with the name that tells it from others: "the bridge over the Tarn"."""


_DECIDED_ON = expression(
    r"\b(?i:decided?|voted?|agreed?|done?|did|plan(?:ned)?|propose[ds]?|resolved?|happen(?:ed|s)?|said|say) "
    r"(?i:about|on|to do about|with|to) (?P<thing>(?:the|a|an|this|that) [\w’'-]+(?: [\w’'-]+){0,5})\W*$"
)
"""What a body decided on is what a vote after it was about: "What did the school board decide about the bus?"."""


def resolved(question: str, before: Reading, catalog: Catalog) -> str:
    """Return the question with pronouns that point at nothing in it replaced by what the question before names."""
    first_name = next(
        (each.start() for each in PROPER.finditer(question) if _is_somebody(each, question, catalog)), len(question)
    )
    person, thing = _person(before, catalog), thing_of(before)
    if person:
        named = _first_person(question, catalog)
        question = _PRONOUN.sub(lambda match: _in_place(match, person, named), question)
    if before.asked.kind == "fact":
        return _of_fact(question, thing, person, before, first_name)
    return _of_topic(question, before, first_name)


def _of_fact(question: str, thing: str | None, person: str | None, before: Reading, first_name: int) -> str:
    """Return the question with "it" as what a question for a fact is about."""
    if thing and _OBJECT.search(question) and _is_before_names(question, before, first_name):
        return _OBJECT.sub(lambda match: f"{match['preposition']} {thing}", question, count=1)
    if thing and _lone_thing(question):
        return _THING.sub(thing, question, count=1)
    several = len({each["things"] for each in _PLURAL.finditer(before.text)}) > 1
    return _of_subject(_of_things(question, None if person or several else thing), before)


def _of_topic(question: str, before: Reading, first_name: int) -> str:
    """Return the question with "about it" and "say it costs" as of the topic of the words that were asked for."""
    topic = before.topic
    if topic and _OBJECT.search(question) and _is_before_names(question, before, first_name):
        return _OBJECT.sub(lambda match: f"{match['preposition']} {topic}", question, count=1)
    if topic and _ASKS_OF_IT.match(question) and _lone_thing(question) and not _PREPOSED.search(topic):
        named = DETERMINED.search(topic)
        return _THING.sub(named[0] if named and named.start() == 0 else topic, question, count=1)
    if topic and _SAID_OF_IT.search(question):
        named = DETERMINED.search(topic)
        return _SAID_OF_IT.sub(rf"\g<said>{named[0] if named else topic}", question, count=1)
    return question


def _is_before_names(question: str, before: Reading, first_name: int) -> bool:
    return first_name == len(question) or bool(before.asked.speaker)


def _of_things(question: str, things: str | None) -> str:
    """Return the question with "they" and "the first one" as of the things that the question before is about."""
    if things is None or not things.split(" of ")[0].endswith("s"):
        return question
    question = _ONE_OF_THEM.sub(lambda match: f"the {match['which']} of {things}", question)
    match = _THINGS.search(question)
    if match is None or _NAMED.search(question[: match.start()]):
        return question
    return f"{question[: match.start()]}{things}{question[match.end() :]}"


def _of_subject(question: str, before: Reading) -> str:
    """Return the question with "its repair" as the repair of what the question before is about."""
    its, subject = _ITS.search(question), _SUBJECT.search(before.text)
    if its is None or subject is None or _NAMED.search(question[: its.start()]):
        return question
    return f"{question[: its.start()]}the {its['noun']} of {subject['thing']}{question[its.end() :]}"


def _is_somebody(match: re.Match[str], question: str, catalog: Catalog) -> bool:
    """Return whether a run of capitals names what a pronoun after it may mean, and does not just open the question."""
    return match.start() > 0 and not country(match[0])


def _first_person(question: str, catalog: Catalog) -> int:
    """Return where the first name of a question ends that a pronoun after it may mean, else the question's length.

    "Did Odran Tell say that he …" opens with the word of a question in the same run of capitals.
    """
    for each in PROPER.finditer(question):
        if each.start() > 0:
            is_named = _is_somebody(each, question, catalog)
        else:
            name = _ASKING_WORD.sub("", each[0])
            is_whole = " " in name and name != each[0]
            is_named = not country(name) and (is_whole or bool(find_speakers(name, catalog)))
        if is_named:
            return each.end()
    return len(question)


def _in_place(match: re.Match[str], person: str, named: int) -> str:
    """Return what stands for a pronoun: itself after a name of the question, which it means then, else the person."""
    pronoun, rest = match["pronoun"].lower(), match.string[match.end() :]
    possesses = pronoun in _POSSESSIVE or (pronoun == "her" and bool(_OF_HER.match(rest)))
    done_to = pronoun in {"him", "them"} or (pronoun == "her" and not possesses)
    # "What did Quill say about him": whom a verb is done to is somebody else than who does it.
    if match.start() > named and not (done_to and not _CLAUSE.search(match.string, named, match.start())):
        return match[0]
    return possessive(person) if possesses else person


def _lone_thing(question: str) -> bool:
    """Return whether "it" has nothing before it in the question that it could stand for."""
    match = _THING.search(question)
    return bool(
        match
        and len(question.split()) <= 9
        and not _EXPLETIVE.search(question)
        and not _NAMED.search(question[: match.start()])
    )


def _person(before: Reading, catalog: Catalog) -> str | None:
    """Return whom "he" or "she" means after a question: the asked speaker, or the one person it names."""
    if before.asked.speaker:
        return before.asked.speaker
    names = [
        each[0].removesuffix("'s").removesuffix("’s")
        for each in PROPER.finditer(before.text)
        if each.start() > 0 or " " in each[0]
    ]
    names = [_ASKING_WORD.sub("", each) for each in names]
    people = [each for each in names if not country(each) and (find_speakers(each, catalog) or len(each.split()) >= 2)]
    return people[0] if people else None


def thing_of(before: Reading) -> str | None:
    """Return what "it" means after a question: its first "the …", else its last name, or the topic."""
    if before.asked.kind != "fact":
        return before.asked.topic or None
    if whole := _WHOLE_SUBJECT.search(before.text):
        return whole["thing"].strip()
    if decided := _DECIDED_ON.search(before.text):
        return decided["thing"]
    if determined := DETERMINED.search(before.text):
        return determined[0]
    owned = _OWNED.search(before.text)
    if owned and re.search(r"[’']s [^A-Z]+$", owned[0]):
        return owned[0]
    names = [each[0] for each in PROPER.finditer(before.text) if each.start() > 0]
    return names[-1] if names else None
