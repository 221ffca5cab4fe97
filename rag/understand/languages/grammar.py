"""The words of a question in another language -> the English question of a known form that asks the same.

One grammar for five languages, whose word order is free: what asks ("кто", "warum"), the verb of saying, who stands
before it or first after it, and what a preposition introduces.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from index.text.countries import country
from rag.phrasing import raised
from rag.understand.languages.phrases import (
    PREPOSITIONS,
    Sentence,
    about,
    after,
    clause,
    on,
    parted,
    person,
    phrase,
    plural,
    subject,
    without,
)
from rag.understand.languages.words import Word, is_verb

_ASKING = ("WHAT", "WHO", "WHOM", "WHEN", "WHERE", "WHY", "HOW", "MANY", "TIMES", "WHICH")
_NEUTRAL = frozenset({"SAY", "ANNOUNCE"})
_OF_SAYING = (
    "WHAT", "HOW", "WHICH", "THAT", "STATEMENTS", "SPEECH", "VIEWS", "SAY", "THINK", "COMMA", "BETWEEN", "ALL",
)  # fmt: skip
_HEARERS = frozenset("journalist citizen soldier student people Congress parliament deputy nation army voter".split())
_PAST = {"SAY": "mentioned", "THINK": "thought", "THREATEN": "threatened", "DENY": "denied"}
_OPENINGS = {
    "WHAT": "What", "WHO": "Who", "WHOM": "Whom did", "WHEN": "When did", "WHERE": "Where", "WHY": "Why did",
    "HOW": "How", "MANY": "How many", "TIMES": "How many times", "WHICH": "Which",
}  # fmt: skip
_TOGETHER = frozenset({"zusammen", "die", "der", "das"})
"""What German says beside "summarise" and "speech" and asks nothing."""
_LONGEST_BARE = 12
"""Of more words than so many that ask nothing no name and topic are meant."""


def english(sentence: Sentence) -> str | None:
    """Return the English question, None where nothing is left to ask."""
    for form in (_quoted, _compared, _summarised, _according, _changed, _listed, _anything, _views, _said, _bare):
        if (found := form(sentence)) is not None:
            return _with_days(found, sentence.days)
    return _with_days(_fact(sentence), sentence.days) if sentence.words else None


def _with_days(question: str, days: str) -> str:
    bare = question.rstrip("?.")
    return f"{bare} {days}{question[len(bare) :]}" if days else question


# Each form returns the English question, or None where the words are of another form.


def _quoted(sentence: Sentence) -> str | None:
    quoted = next((each for each in sentence.words if each.tag == "QUOTED"), None)
    if quoted is None or len(quoted.text.split()) < 2 or sentence.verb is None:
        return None
    words = [each for each in without(sentence.words, "QUOTED", "COMMA", "WHO", "WHETHER", "WHAT", "THAT")]
    who = subject([each for each in words if not is_verb(each)], sentence)[0]
    said = f"“{quoted.text[1:-1]}”"
    if sentence.has("WHO") and not who:
        return f"Who said {said}?"
    return f"Did {who} say {said}?" if who else None


def _compared(sentence: Sentence) -> str | None:
    if not sentence.has("COMPARE"):
        return None
    lead, tail = parted(without(sentence.words, "COMPARE", *_OF_SAYING), {"ABOUT", "TO"})
    groups = [list(group) for is_and, group in groupby(lead, lambda each: each.tag == "AND") if not is_and]
    people = [person(group, sentence) for group in groups]
    return f"Compare what {' and '.join(people)} said{about(tail, sentence)}." if people else None


def _summarised(sentence: Sentence) -> str | None:
    if not sentence.has("SUMMARIZE"):
        return None
    words = without(sentence.words, "SUMMARIZE", "WHAT", "STATEMENTS", "VIEWS", "SAY", "COMMA", "ALL", "THAT", "FROM")
    words = [each for each in words if each.text.lower() not in _TOGETHER]
    lead, tail = parted(without(words, "SPEECH"), {"ABOUT"})
    who, rest = subject(lead, sentence)
    if not who:
        what = "the speech" if sentence.has("SPEECH") else phrase([*lead, *tail], sentence)
        return f"Summarise {what or 'this document'}."
    if sentence.has("SPEECH") and not tail:
        return f"Summarise the speech of {who}{after(rest, sentence)}."
    return f"Summarise what {who} said{about(tail, sentence) or after(rest, sentence)}."


def _according(sentence: Sentence) -> str | None:
    at = next((at for at, each in enumerate(sentence.words) if each.tag == "ACCORDING"), None)
    if at is None:
        return None
    who, behind = _whose(sentence.words[at + 1 :])
    rest = [*sentence.words[:at], *behind]
    while rest and rest[-1].tag == "COMMA":
        rest.pop()
    while rest and rest[0].tag == "COMMA":
        rest.pop(0)
    if not who or not rest:
        return None
    name = person(who, sentence)
    inner = replace(sentence, words=tuple(rest), days="")
    if rest[0].tag == "WHAT" and not inner.verb:
        return f"What did {name} say{about(rest[1:], sentence)}?"
    if rest[0].tag == "WHY" and not inner.verb:
        return f"Why does {name} say{after(without(rest[1:], 'COMMA'), sentence)}?"
    return f"{(english(inner) or '').rstrip('?. ')}, according to {name}?"


def _whose(behind: Sequence[Word]) -> tuple[list[Word], list[Word]]:
    """Return who stands behind "according to", up to the last name where there is one, and what follows."""
    ends = (n for n, each in enumerate(behind) if each.tag in (*PREPOSITIONS, *_ASKING) or is_verb(each))
    length = next(ends, len(behind))
    length = max((n for n, each in enumerate(behind[:length], 1) if each.is_name), default=length)
    return list(behind[:length]), list(behind[length:])


def _changed(sentence: Sentence) -> str | None:
    if not sentence.has("CHANGED") or not sentence.has("VIEWS", "STATEMENTS"):
        return None
    words = without(sentence.words, "CHANGED", "VIEWS", "STATEMENTS", "HOW", "WHETHER", "COMMA")
    lead, tail = parted(words, {"ABOUT", "TO", "IN"})
    who = person(lead, sentence)
    return f"How has {who}’s position{on(tail, sentence)} changed?" if who else None


def _listed(sentence: Sentence) -> str | None:
    everything = sentence.has("ALL") and sentence.has("THAT", "WHAT") and sentence.verb
    if everything and not sentence.has("STATEMENTS"):
        who, _, tail = clause(without(sentence.words, "ALL", "THAT", "WHAT", "LIST", "COMMA"), sentence)
        return f"List everything {who} said{about(tail, sentence)}." if who else None
    if not (sentence.has("STATEMENTS") and sentence.has("LIST", "ALL")):
        return None
    lead, tail = parted(without(sentence.words, "LIST", "ALL", "STATEMENTS", "WHICH", "COMMA"), {"ABOUT"})
    who = person(without(lead, *PREPOSITIONS), sentence)
    return f"List all statements{f' by {who}' if who else ''}{about(tail, sentence)}."


def _anything(sentence: Sentence) -> str | None:
    asks = sentence.has("ANYTHING") or (sentence.has("WHAT", "WHETHER") and sentence.has("THEREIS"))
    before = parted(sentence.words, {"ABOUT"})[0]
    if not asks or (sentence.verb and any(each.is_name for each in before)):
        return None
    words = without(sentence.words, "ANYTHING", "THEREIS", "WHETHER", "WHAT", "SAY", "COMMA", "NOT", "ALSO")
    lead, tail = parted(words, {"ABOUT"})
    topic = about(tail, sentence)
    return f"What was said{topic}?" if topic and not lead else None


def _views(sentence: Sentence) -> str | None:
    if not sentence.has("VIEWS") or not sentence.has("WHAT", "WHICH", "HOW"):
        return None
    at = next(at for at, each in enumerate(sentence.words) if each.tag == "VIEWS")
    behind = without(sentence.words[at + 1 :], "THEREIS", "COMMA", "SAY", "THINK")
    before = without(sentence.words[:at], "WHAT", "WHICH", "HOW", "THEREIS", "SAY", "COMMA", "IN")
    lead, tail = parted(behind, PREPOSITIONS)
    if not lead and tail and tail[0].tag == "FROM":
        # "Die Haltung von Maas zu Syrien": whose it is has a preposition too.
        lead, tail = parted(tail[1:], PREPOSITIONS)
    who = person(lead or before, sentence)
    return f"What is {who}’s position{on(tail, sentence)}?" if who else None


def _said(sentence: Sentence) -> str | None:
    verb = sentence.verb
    if verb is None:
        return None
    tag = _asking(sentence, verb)
    words = without(sentence.words, "WHETHER", "LIST", *(() if tag in ("", "WHETHER") else _ASKING))
    who, told, tail = clause(words, sentence)
    if tag == "WHO":
        return _who_said(verb, f"{who} {told}".strip(), tail, sentence)
    if not who:
        return _anybody(tag, tail, sentence)
    if tag == "TIMES" or (tag == "MANY" and sentence.has("TIMES")):
        return f"How many times did {who} mention {phrase(without(tail, 'ABOUT'), sentence) or told}?"
    said = "say" if verb.tag in _NEUTRAL else verb.english
    if tag == "WHAT" and not told and _asks_about_what(sentence) and not without(tail, "ABOUT"):
        return f"What did {who} talk about?"
    if tag in ("WHAT", "", "WHICH"):
        return _what_said(who, said, told, about(tail, sentence))
    return _asked(tag, verb, who, told, tail, sentence)


def _asks_about_what(sentence: Sentence) -> bool:
    """Return whether a question asks what something was about: "о чём", "o czym", "worüber"."""
    pairs = zip(sentence.words, sentence.words[1:], strict=False)
    joined = any(each.tag == "WHAT" and each.text.lower().startswith("wo") for each in sentence.words)
    return joined or any(one.tag == "ABOUT" and other.tag == "WHAT" for one, other in pairs)


def _asking(sentence: Sentence, verb: Word) -> str:
    """Return the tag of what asks, WHETHER for yes or no, nothing where no word asks."""
    if sentence.has("WHETHER"):
        return "WHETHER"
    asks = next((each.tag for each in sentence.words if each.tag in _ASKING), "")
    return asks or ("WHETHER" if sentence.words[0] is verb or _opens_with_auxiliary(sentence) else "")


def _asked(tag: str, verb: Word, who: str, told: str, tail: Sequence[Word], sentence: Sentence) -> str:
    """Return a question for when, where, why, how, to whom or whether somebody said so."""
    opening = {"WHETHER": "Did", "MANY": "How many times did"}.get(tag) or f"{_OPENINGS[tag].removesuffix(' did')} did"
    first = "first " if sentence.has("FIRST") else "last " if sentence.has("LAST") else ""
    said = "say" if verb.tag in _NEUTRAL else verb.english
    if verb.tag == "SAY" and tag in ("WHEN", "WHERE"):
        said = "speak"
    # "Ocenił misję": what is said of something has no preposition there.
    of = " about" if told and said in ("say", "speak") and not _hears(told) else ""
    rest = f"{of}{f' {told}' if told else ''}{about(tail, sentence)}"
    return f"{opening} {who} {first}{said}{rest}?"


def _opens_with_auxiliary(sentence: Sentence) -> bool:
    """Return whether a German question has its verb at the end: "Hat Merz den Abzug gefordert?"."""
    return sentence.words[0].tag not in _ASKING and is_verb(sentence.words[-1])


def _what_said(who: str, said: str, told: str, topic: str) -> str:
    if told and said == "say":
        return f"What did {who} {f'tell the {plural(told)}' if _hears(told) else f'say about {told}'}{topic}?"
    if told and said == "blame":
        return f"What did {who} accuse the {told} of?"
    return f"What did {who} {said}{f' {told}' if told else ''}{topic}?"


def _hears(told: str) -> bool:
    """Return whether words behind who said it are those to whom: a people, journalists, the parliament."""
    last = told.split()[-1]
    return any(country(each) or each in _HEARERS for each in (last, last.removesuffix("s")))


def _who_said(verb: Word, what: str, tail: Sequence[Word], sentence: Sentence) -> str:
    topic = about(tail, sentence)
    if verb.tag == "SAY" and not what:
        return f"Who spoke{topic}?" if topic.startswith(" about") else f"Who said{topic}?"
    past = _PAST.get(verb.tag) or f"{verb.english}{'d' if verb.english.endswith('e') else 'ed'}"
    return f"Who {past}{f' {what}' if what else ''}{topic}?"


def _anybody(tag: str, tail: Sequence[Word], sentence: Sentence) -> str | None:
    topic = about(tail, sentence)
    return f"What was said{topic}?" if tag in ("WHAT", "WHETHER") and topic else None


def _bare(sentence: Sentence) -> str | None:
    """Return the question that a name and a topic ask ("Дуда о выборах"), or a topic alone ("А о Польше?")."""
    if sentence.has(*_ASKING, "WHETHER", "LIST") or len(sentence.words) > _LONGEST_BARE:
        return None
    words = without(sentence.words, "COMMA", "STATEMENTS", "VIEWS", "SPEECH")
    if words and words[0].tag == "AND":
        return f"And {phrase(words[1:], sentence)}?"
    lead, tail = parted(words, {"ABOUT"})
    if lead and tail and any(each.is_name for each in lead):
        return f"What did {person(lead, sentence)} say{about(tail, sentence)}?"
    return f"{raised(phrase(words, sentence))}?" if words else None


def _fact(sentence: Sentence) -> str:
    """Return a question for a fact, word by word."""
    asks = next((each for each in sentence.words if each.tag in _ASKING), None)
    words = _without_idle_commas([each for each in without(sentence.words, "THEREIS", "WHETHER") if each is not asks])
    sentence.topic[:] = []
    opening = _OPENINGS[asks.tag] if asks else "Did"
    if asks and asks.tag == "MANY":
        words = _counted(words)
    if asks and asks.tag in ("WHO", "WHAT") and words and _is_participle(words[-1]):
        return _passive(opening, words, sentence)
    return f"{opening}{after(words, sentence)}?"


def _passive(opening: str, words: list[Word], sentence: Sentence) -> str:
    """Return the question for who was exchanged for whom, whose participle German has at the end."""
    swaps = words[-1].english == "exchanged"
    rest = [replace(each, english="for") if swaps and each.tag == "AGAINST" else each for each in words[:-1]]
    return f"{opening} was {words[-1].english}{after(rest, sentence)}?"


def _counted(words: list[Word]) -> list[Word]:
    """Return the words with the first noun in the plural: what "how many" counts."""
    at = next((n for n, each in enumerate(words) if each.english != each.text and each.english.islower()), None)
    if at is None:
        return words
    return [*words[:at], replace(words[at], english=plural(words[at].english)), *words[at + 1 :]]


def _without_idle_commas(words: list[Word]) -> list[Word]:
    """Return the words without commas at the beginning and behind another."""
    pairs = zip(words, [None, *words], strict=False)
    return [each for each, before in pairs if each.tag != "COMMA" or (before and before.tag != "COMMA")]


def _is_participle(word: Word) -> bool:
    return word.tag == "WORD" and word.english.endswith("ed")
