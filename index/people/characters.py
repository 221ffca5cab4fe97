"""Who speaks only in a story that a text retells, or in a case that it supposes: the words are no real person's."""

from __future__ import annotations

from collections.abc import Iterator

from index.cues import tags
from index.cues.tokens import Phrase, Tokens
from index.names.descriptions import is_person_noun
from index.names.titles import NAME, is_title_word
from index.text.expressions import expression

_INVENTED = frozenset(
    """film movie novel novella play musical opera operetta sitcom drama melodrama soap comedy tragedy thriller sequel
    prequel cartoon comic screenplay ballet fable parable""".split()
)
"""Works whose people are invented."""
_TOLD = _INVENTED | frozenset("book series show episode story tale scene game script plot video clip poem".split())
"""Works whose people may be invented: of a given name alone nobody knows who bears it."""
_PLAYED = expression(
    rf"(?P<name>{NAME})(?:, (?:who is )?|[ ]\()(?:played|portrayed|voiced) by\b|\bcharacter (?P<called>{NAME})"
)
_SUPPOSING = frozenset("if imagine suppose supposing assume assuming picture unless whenever".split())
_THAT = frozenset({"that", "when", "what", "and", "even"})
_SOMEBODY = frozenset("someone somebody anyone anybody".split())
_ANY = frozenset("a an any some another every each".split())
_BACK = 14
"""So many tokens before a subject may name the work."""


def characters(text: str) -> Iterator[str]:
    """Yield the names of whom a text tells that somebody plays them: "Anna (played by Ida Voss)"."""
    for match in _PLAYED.finditer(text):
        yield match["name"] or match["called"]


def is_of_a_story(tokens: Tokens, phrase: Phrase, name: str) -> bool:
    """Return whether the clause of a subject is set in a work whose people are invented: "In the film, Anna says"."""
    works = _INVENTED if " " in name else _TOLD
    stop = phrase.last - 1
    if any(_is_a_trade(tokens, at) for at in range(phrase.first, stop)):
        # "In her film, director Ana Ruiz says"
        return False
    return any(_leads_to_a_work(tokens, at, stop, works) for at in range(max(0, phrase.first - _BACK), stop))


def _is_a_trade(tokens: Tokens, at: int) -> bool:
    return tokens.tags[at] in tags.NOMINAL and (is_person_noun(tokens.lower[at]) or is_title_word(tokens.lower[at]))


def _leads_to_a_work(tokens: Tokens, at: int, stop: int, works: frozenset[str]) -> bool:
    """Return whether "in the film" stands at a token, with nothing but its name and what it is about behind it."""
    if tokens.lower[at] not in {"in", "throughout"} or tokens.tags[at + 1 : at + 2] not in _BEGIN:
        return False
    noun = next((each for each in range(at + 2, min(stop, at + 6)) if tokens.lower[each] in works), None)
    if noun is None or any(tag not in tags.NOMINAL + tags.NUMBER for tag in tokens.tags[at + 2 : noun]):
        return False
    if tokens.tags[noun + 1 : noun + 2] == [tags.NOUN]:
        # "In the film industry"
        return False
    return all(tag not in tags.PREDICATE + tags.FULL_STOP for tag in tokens.tags[noun + 1 : stop])


_BEGIN = ([tags.DETERMINER], [tags.NUMBER])


def is_supposed(tokens: Tokens, phrase: Phrase) -> bool:
    """Return whether a subject is nobody in particular in a case that is supposed: "If a customer says …"."""
    first = phrase.first
    if tokens.lower[first] in _SUPPOSING:
        # "Suppose a teacher says": the first word's capital is the sentence's
        first += 1
    opener = first - 1
    while opener >= 0 and tokens.lower[opener] in _THAT:
        opener -= 1
    if opener < 0 or first >= phrase.last or tokens.lower[opener] not in _SUPPOSING:
        return False
    plural = tokens.tags[first] == tags.NOUN and tokens.lower[phrase.last - 1].endswith("s")
    return tokens.lower[first] in _ANY | _SOMEBODY or plural
