"""The words of a question in another language -> the English question of a known form that asks the same.

One grammar for five languages, whose word order is free: what asks ("кто", "warum"), the verb of saying, who stands
before it or first after it, and what a preposition introduces.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from index.names.titles import role_key
from index.text.countries import country, same_nation
from index.text.stems import stem
from rag.phrasing import lowered, raised
from rag.understand.languages.words import Word, is_saying

PREPOSITIONS = frozenset("ABOUT AFTER AGAINST BECAUSE BEFORE BETWEEN BY FOR FROM IN TO WITH WITHOUT THAT COMMA".split())
_ASKING = ("WHAT", "WHO", "WHOM", "WHEN", "WHERE", "WHY", "HOW", "MANY", "TIMES", "WHICH")
_NEUTRAL = frozenset({"SAY", "ANNOUNCE"})
_PLURAL = re.compile(r"(?:ах|ях|ам|ям|ами|ями|ох|ів|ов|ev|ów|ach|om|ami|en|ern)$", re.IGNORECASE)
_UNCOUNTED = frozenset(
    """aid peace war security money information evidence energy water food gas oil trade immigration migration weather
    education health police music climate poverty freedom justice inflation corruption electricity violence""".split()
)


@dataclass(frozen=True)
class Sentence:
    """The words of a question that matter, with how names and offices are written in English."""

    words: tuple[Word, ...]
    name: Callable[[Sequence[Word]], str]
    bearer: Callable[[Sequence[Word], str], str]
    """Return who holds an office that the words name, whose English is given: a name, or the English."""
    days: str = ""
    topic: list[Word] = field(default_factory=list)
    """Is filled with the words that were read as the topic, with what introduces them."""

    def has(self, *tags: str) -> bool:
        """Return whether a word of one of these tags stands in it."""
        return any(each.tag in tags for each in self.words)


def english(sentence: Sentence) -> str | None:
    """Return the English question, None where nothing is left to ask."""
    for form in (_quoted, _compared, _summarised, _according, _changed, _listed, _anything, _views, _said, _bare):
        if (found := form(sentence)) is not None:
            return _with_days(found, sentence.days)
    return _with_days(_fact(sentence), sentence.days) if sentence.words else None


def _with_days(question: str, days: str) -> str:
    if not days:
        return question
    return f"{question.rstrip('?.')} {days}{question[len(question.rstrip('?.')) :]}"


def _without(words: Sequence[Word], *tags: str) -> list[Word]:
    return [each for each in words if each.tag not in tags]


def _said_to_be(sentence: Sentence) -> Word | None:
    return next((each for each in sentence.words if is_saying(each) or each.tag == "THINK"), None)


# Each form returns the English question, or None where the words are of another form.


def _quoted(sentence: Sentence) -> str | None:
    quoted = next((each for each in sentence.words if each.tag == "QUOTED"), None)
    if quoted is None or len(quoted.text.split()) < 2 or not _said_to_be(sentence):
        return None
    who = _subject(_without(sentence.words, "QUOTED", "COMMA", "WHO", "WHETHER", "WHAT", "THAT"), sentence)[0]
    words = f"“{quoted.text[1:-1]}”"
    return f"Who said {words}?" if sentence.has("WHO") and not who else f"Did {who} say {words}?" if who else None


_COMPARING = (
    "COMPARE", "WHAT", "HOW", "WHICH", "THAT", "STATEMENTS", "SPEECH", "VIEWS", "SAY", "THINK", "COMMA", "BETWEEN", "ALL",
)  # fmt: skip


def _compared(sentence: Sentence) -> str | None:
    if not sentence.has("COMPARE"):
        return None
    words = _without(sentence.words, *_COMPARING)
    lead, tail = _parted(words, {"ABOUT", "TO"})
    people = [
        _phrase(list(group), sentence) for is_and, group in groupby(lead, lambda each: each.tag == "AND") if not is_and
    ]
    if not people:
        return None
    return f"Compare what {' and '.join(people)} said{_about(tail, sentence)}."


def _summarised(sentence: Sentence) -> str | None:
    if not sentence.has("SUMMARIZE"):
        return None
    words = _without(sentence.words, "SUMMARIZE", "WHAT", "STATEMENTS", "VIEWS", "SAY", "COMMA", "ALL", "THAT")
    speech = any(each.tag == "SPEECH" for each in words)
    lead, tail = _parted(_without(words, "SPEECH"), {"ABOUT"})
    who, rest = _subject(lead, sentence)
    if not who:
        return f"Summarise {'the speech' if speech else _phrase([*lead, *tail], sentence) or 'this document'}."
    if speech and not tail:
        return f"Summarise the speech of {who}{_phrase_after(rest, sentence)}."
    return f"Summarise what {who} said{_about(tail, sentence) or _phrase_after(rest, sentence)}."


def _according(sentence: Sentence) -> str | None:
    at = next((at for at, each in enumerate(sentence.words) if each.tag == "ACCORDING"), None)
    if at is None:
        return None
    behind = sentence.words[at + 1 :]
    length = next(
        (n for n, each in enumerate(behind) if each.tag in PREPOSITIONS or each.tag in _ASKING or is_saying(each)),
        len(behind),
    )
    who = list(behind[:length])
    if who and not who[-1].is_name and any(each.is_name for each in who):
        length = max(n for n, each in enumerate(who, 1) if each.is_name)
        who = who[:length]
    rest = [*sentence.words[:at], *behind[length:]]
    while rest and rest[-1].tag == "COMMA":
        rest.pop()
    while rest and rest[0].tag == "COMMA":
        rest.pop(0)
    if not who or not rest:
        return None
    name = _phrase(who, sentence)
    inner = replace(sentence, words=tuple(rest), days="")
    if rest[0].tag == "WHAT" and not _said_to_be(inner):
        return f"What did {name} say{_about(rest[1:], sentence)}?"
    if rest[0].tag == "WHY" and not _said_to_be(inner):
        return f"Why does {name} say{_phrase_after(_without(rest[1:], 'COMMA'), sentence)}?"
    return f"{(english(inner) or '').rstrip('?. ')}, according to {name}?"


def _changed(sentence: Sentence) -> str | None:
    if not sentence.has("CHANGED") or not sentence.has("VIEWS", "STATEMENTS"):
        return None
    words = _without(sentence.words, "CHANGED", "VIEWS", "STATEMENTS", "HOW", "WHETHER", "COMMA")
    lead, tail = _parted(words, {"ABOUT", "TO"})
    who = _phrase(lead, sentence)
    on = _about(tail, sentence).replace(" about ", " on ", 1)
    return f"How has {who}’s position{on} changed?" if who else None


def _listed(sentence: Sentence) -> str | None:
    if (
        sentence.has("ALL")
        and sentence.has("THAT", "WHAT")
        and _said_to_be(sentence)
        and not sentence.has("STATEMENTS")
    ):
        words = _without(sentence.words, "ALL", "THAT", "WHAT", "LIST", "COMMA")
        who, _, tail = _clause(words, sentence)
        return f"List everything {who} said{_about(tail, sentence)}." if who else None
    if not (sentence.has("STATEMENTS") and sentence.has("LIST", "ALL")):
        return None
    words = _without(sentence.words, "LIST", "ALL", "STATEMENTS", "WHICH", "COMMA")
    lead, tail = _parted(words, {"ABOUT"})
    who = _phrase(lead, sentence)
    return f"List all statements{f' by {who}' if who else ''}{_about(tail, sentence)}."


def _anything(sentence: Sentence) -> str | None:
    asks = sentence.has("ANYTHING") or (sentence.has("WHAT", "WHETHER") and sentence.has("THEREIS"))
    if not asks or (_said_to_be(sentence) and any(each.is_name for each in _before_about(sentence))):
        return None
    words = _without(sentence.words, "ANYTHING", "THEREIS", "WHETHER", "WHAT", "SAY", "COMMA", "NOT", "ALSO")
    lead, tail = _parted(words, {"ABOUT"})
    about = _about(tail, sentence)
    return f"What was said{about}?" if about and not lead else None


def _before_about(sentence: Sentence) -> list[Word]:
    return _parted(list(sentence.words), {"ABOUT"})[0]


def _views(sentence: Sentence) -> str | None:
    if not sentence.has("VIEWS") or not sentence.has("WHAT", "WHICH", "HOW"):
        return None
    at = next(at for at, each in enumerate(sentence.words) if each.tag == "VIEWS")
    words = _without(sentence.words[at + 1 :], "THEREIS", "COMMA", "SAY", "THINK")
    before = _without(sentence.words[:at], "WHAT", "WHICH", "HOW", "THEREIS", "SAY", "COMMA", "IN")
    lead, tail = _parted(words, PREPOSITIONS - {"COMMA"})
    who = _phrase(lead or before, sentence)
    return f"What is {who}’s position{_on(tail, sentence)}?" if who else None


def _said(sentence: Sentence) -> str | None:
    verb = _said_to_be(sentence)
    if verb is None:
        return None
    asks = None if sentence.has("WHETHER") else next((each for each in sentence.words if each.tag in _ASKING), None)
    who, told, tail = _clause(_without(sentence.words, "WHETHER", "LIST", *(_ASKING if asks else ())), sentence)
    whether = sentence.has("WHETHER") or sentence.words[0] is verb or _is_hat(sentence)
    tag = asks.tag if asks else "WHETHER" if whether else ""
    said = "say" if verb.tag in _NEUTRAL else verb.english
    if tag in ("WHO", "") and not (who and tag == ""):
        return _who_said(verb, who, told, tail, sentence) if tag == "WHO" else None
    if not who:
        return _anybody(tag, tail, sentence)
    first = "first " if sentence.has("FIRST") else "last " if sentence.has("LAST") else ""
    if tag == "TIMES" or (tag == "MANY" and sentence.has("TIMES")):
        return f"How many times did {who} mention {_phrase(_without(tail, 'ABOUT'), sentence) or told}?"
    if tag in ("WHAT", "", "WHICH"):
        return _what_said(who, said, told, tail, sentence)
    opening = {
        "WHETHER": "Did",
        "WHOM": "Whom did",
        "WHEN": "When did",
        "WHERE": "Where did",
        "WHY": "Why did",
        "HOW": "How did",
        "MANY": "How many times did",
    }[tag]
    rest = _rest(told, tail, sentence)
    said = (
        "speak" if verb.tag == "SAY" and not rest.startswith((" about", " that")) and tag in ("WHEN", "WHERE") else said
    )
    return f"{opening} {who} {first}{said}{rest}?"


def _is_hat(sentence: Sentence) -> bool:
    """Return whether a German question begins with its auxiliary: "Hat Merz … gefordert?"."""
    return sentence.words[0].tag not in _ASKING and sentence.words[-1].tag not in ("WORD", "NAME")


def _rest(told: str, tail: Sequence[Word], sentence: Sentence) -> str:
    return f"{f' {told}' if told else ''}{_about(tail, sentence)}"


def _what_said(who: str, said: str, told: str, tail: Sequence[Word], sentence: Sentence) -> str:
    about = _about(tail, sentence)
    if told and said == "say":
        return (
            f"What did {who} tell the {_people(told)}{about}?"
            if not _is_topic(told)
            else f"What did {who} say about {told}{about}?"
        )
    if told and said == "blame":
        return f"What did {who} accuse the {told} of?"
    return f"What did {who} {said}{f' {told}' if told else ''}{about}?"


def _is_topic(told: str) -> bool:
    return not (
        country(told.split()[-1].rstrip("s")) or country(told.split()[-1]) or told.split()[-1].rstrip("s") in _HEARERS
    )


_HEARERS = frozenset("journalist citizen soldier student people Congress parliament deputy nation army voter".split())


def _people(told: str) -> str:
    *before, last = told.split()
    plural = last if last.endswith(("s", "ish", "ese", "ch", "people")) else f"{last}s"
    return " ".join([*before, plural])


def _who_said(verb: Word, who: str, told: str, tail: Sequence[Word], sentence: Sentence) -> str:
    object_ = " ".join(filter(None, (who, told)))
    if verb.tag == "SAY" and not object_:
        about = _about(tail, sentence)
        return f"Who spoke{about}?" if about.startswith(" about") else f"Who said{about}?"
    past = {"SAY": "mentioned", "THINK": "thought", "THREATEN": "threatened", "DENY": "denied"}.get(verb.tag)
    past = past or (f"{verb.english}d" if verb.english.endswith("e") else f"{verb.english}ed")
    return f"Who {past}{f' {object_}' if object_ else ''}{_about(tail, sentence)}?"


def _anybody(tag: str, tail: Sequence[Word], sentence: Sentence) -> str | None:
    about = _about(tail, sentence)
    return f"What was said{about}?" if tag in ("WHAT", "WHETHER") and about else None


def _bare(sentence: Sentence) -> str | None:
    """Return the question that a name and a topic ask: "Дуда о выборах", or a topic alone: "А о Польше?"."""
    if sentence.has(*_ASKING, "WHETHER", "LIST") or len(sentence.words) > 12:
        return None
    words = _without(sentence.words, "COMMA", "STATEMENTS", "VIEWS", "SPEECH")
    if words and words[0].tag == "AND":
        return f"And {_phrase(words[1:], sentence)}?"
    lead, tail = _parted(words, {"ABOUT"})
    if lead and tail and any(each.is_name for each in lead):
        return f"What did {_phrase(lead, sentence)} say{_about(tail, sentence)}?"
    return f"{raised(_phrase(words, sentence))}?" if words else None


_OPENINGS = {
    "WHAT": "What", "WHO": "Who", "WHOM": "Whom did", "WHEN": "When did", "WHERE": "Where", "WHY": "Why did",
    "HOW": "How", "MANY": "How many", "TIMES": "How many times", "WHICH": "Which",
}  # fmt: skip


def _fact(sentence: Sentence) -> str:
    """Return a question for a fact, word by word."""
    asks = next((each for each in sentence.words if each.tag in _ASKING), None)
    words = [each for each in sentence.words if each.tag not in ("THEREIS", "WHETHER") and each is not asks]
    words = [
        each
        for n, each in enumerate(words)
        if each.tag != "COMMA" or (0 < n < len(words) - 1 and words[n - 1].tag != "COMMA")
    ]
    sentence.topic[:] = []
    if asks and asks.tag == "MANY" and words and words[0].tag == "WORD":
        words[0] = replace(words[0], english=_many(words[0].english))
    if asks and asks.tag in ("WHO", "WHAT") and words and words[-1].tag == "WORD" and words[-1].english.endswith("ed"):
        swaps = words[-1].english == "exchanged"
        rest = [replace(each, english="for") if swaps and each.tag == "AGAINST" else each for each in words[:-1]]
        return f"{_OPENINGS[asks.tag]} was {words[-1].english}{_phrase_after(rest, sentence)}?"
    text = _phrase(words, sentence)
    return f"{_OPENINGS[asks.tag] if asks else 'Did'} {text}?".replace(" ,", ",")


def _many(text: str) -> str:
    return text if text in _UNCOUNTED or text.endswith(("s", "children", "people")) else f"{text}s"


def _parted(words: Sequence[Word], at: frozenset[str] | set[str]) -> tuple[list[Word], list[Word]]:
    """Return the words before the first of some tags, and from there on."""
    place = next((n for n, each in enumerate(words) if each.tag in at), len(words))
    return list(words[:place]), list(words[place:])


def _clause(words: Sequence[Word], sentence: Sentence) -> tuple[str, str, list[Word]]:
    """Return who speaks, the words before a preposition that are neither that nor the verb, and the rest."""
    verb = next((n for n, each in enumerate(words) if is_saying(each) or each.tag == "THINK"), None)
    bare = [each for n, each in enumerate(words) if n != verb and each.tag not in ("FIRST", "LAST", "ALSO")]
    while bare and bare[0].tag == "COMMA":
        bare.pop(0)
    before = verb if verb is not None else 0
    lead, tail = _parted(bare, PREPOSITIONS)
    if tail and not lead:
        # "About what did he speak" leaves the topic in front: who speaks stands behind it.
        return _behind(tail, sentence)
    ahead = lead[:before] if any(each.is_name for each in lead[:before]) or _is_role(lead[:before]) else []
    if ahead and len(ahead) < len(lead):
        return _phrase(ahead, sentence), _phrase(lead[len(ahead) :], sentence), tail
    who, rest = _subject(lead, sentence)
    return who, _phrase(rest, sentence), tail


def _behind(tail: list[Word], sentence: Sentence) -> tuple[str, str, list[Word]]:
    """Return who speaks where a topic stands before: the first names behind it."""
    at = next((n for n, each in enumerate(tail) if each.is_name), None)
    if at is None:
        return "", "", tail
    if tail[0].tag == "ABOUT" and at == 1:
        who, rest = _subject(tail[1:], sentence)
        return who, _phrase(_parted(rest, PREPOSITIONS)[0], sentence), _parted(rest, PREPOSITIONS)[1]
    return "", "", tail


def _is_role(words: Sequence[Word]) -> bool:
    return bool(words) and all(each.tag == "WORD" for each in words) and any(_role(each) for each in words)


def _role(word: Word) -> bool:
    return word.tag == "WORD" and bool(role_key(word.english) or role_key(f"the {word.english}"))


def _subject(words: Sequence[Word], sentence: Sentence) -> tuple[str, list[Word]]:
    """Return who is meant by the first words, and the words behind: a name with its title, a role, a country."""
    first = next((n for n, each in enumerate(words) if each.is_name), None)
    if first is not None and all(each.tag == "WORD" for each in words[:first]) and first <= 4:
        end = first
        while end < len(words) and (
            words[end].is_name or (words[end].tag == "AND" and end + 1 < len(words) and words[end + 1].is_name)
        ):
            end += 1
        return _phrase(words[:end], sentence), list(words[end:])
    if _is_role(words) or (words and words[0].tag == "WORD" and country(words[0].english)):
        end = len(words) if _is_role(words) else 1
        return _phrase(words[:end], sentence), list(words[end:])
    return ("", list(words))


def _about(tail: Sequence[Word], sentence: Sentence) -> str:
    """Return the rest of a question with its preposition, and remember it as the topic."""
    words = list(tail)
    while words and words[-1].tag in (*PREPOSITIONS, "AND"):
        words.pop()
    while len(words) > 1 and words[0].tag == "COMMA":
        words.pop(0)
    if not words:
        return ""
    sentence.topic[:] = words
    return f" {_phrase(words, sentence, keeps=True)}"


def _on(tail: Sequence[Word], sentence: Sentence) -> str:
    text = _about(tail, sentence)
    bare = re.sub(r"^ (?:about|to|in|for|with|against|on) ", " ", text)
    return f" on{bare}" if bare else ""


def _phrase_after(words: Sequence[Word], sentence: Sentence) -> str:
    text = _phrase(words, sentence)
    return f" {text}" if text else ""


def _phrase(words: Sequence[Word], sentence: Sentence, keeps: bool = False) -> str:
    """Return words in English: names as the documents have them, a role with its land, the rest word by word."""
    if not keeps and (role := _role_of(words)):
        return sentence.bearer(words, role)
    if (
        not keeps
        and any(each.is_name for each in words)
        and all(each.is_name or _is_role([each]) or each.tag == "WORD" for each in words)
    ):
        titles = [each for each in words if not each.is_name]
        if all(_role(each) or country(each.english) for each in titles):
            words = [each for each in words if each.is_name]
    pieces: list[str] = []
    for is_name, group in groupby(words, lambda each: each.is_name):
        several = list(group)
        pieces += [sentence.name(several)] if is_name else [_glossed(each) for each in several]
    return " ".join(filter(None, pieces)).replace(" ,", ",")


def _glossed(word: Word) -> str:
    if word.tag in ("COMMA",):
        return word.text if word.text == "," else ""
    if word.tag == "QUOTED":
        return f"“{word.text[1:-1]}”"
    text = word.english
    if (
        word.tag == "WORD"
        and _PLURAL.search(word.text)
        and text.islower()
        and " " not in text
        and text not in _UNCOUNTED
    ):
        return text if text.endswith(("s", "y", "h", "children", "people")) else f"{text}s"
    return text


def _role_of(words: Sequence[Word]) -> str:
    """Return an office as English says it: "the president of Belarus", "the Polish foreign minister"."""
    if not words or any(each.tag != "WORD" for each in words):
        return ""
    at = next((n for n, each in enumerate(words) if _role(each)), None)
    if at is None:
        return ""
    before = " ".join(each.english for each in words[:at])
    of = " ".join(each.english for each in words[at + 1 :])
    office = f"{before} {words[at].english}".strip()
    return f"the {office}{f' of {of}' if of else ''}"


def same_word(english_word: str) -> frozenset[str]:
    """Return the stems of an English word and of the others that name its country."""
    return same_nation(stem(lowered(english_word)))
