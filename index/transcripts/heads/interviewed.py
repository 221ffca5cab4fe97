"""Who answers in an interview or a hearing, by its title or its first lines: the name behind what the person is.

"Interview with the marathon runner Selam Okonjo-Reyes, The Harrier": what stands in small letters before a name, a
title or a trade is no part of it, and what follows a comma is not the name any more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.names.descriptions import is_one_person, is_person_noun
from index.names.instrumental import nominative_behind_with
from index.names.titles import BODIES, INSTITUTION, is_title_word, name_case, split_title
from index.people.people import People
from index.people.writers import authors_of
from index.records import Document
from index.text.expressions import expression
from index.text.word_lists import given_names
from index.transcripts.heads.speech_heads import Token, head_tokens
from index.transcripts.label_words import OPENERS

HEAD = 1_500
"""Characters at the beginning that may say who is interviewed or heard."""
_NAME = r"(?P<name>(?:[A-Z][\w.’'-]*[ ]?){1,6})"
_INTERVIEWED = expression(
    r"\b(?:interview(?:s|ed|ing)? (?:with|of)|interviewed:|interviewee:|interviews (?=[^\W\d_])"
    r"|(?:in )?(?:a |our )?(?:long )?conversation with|(?:talks?|talked|talking|speaks|spoke|sat down) (?:to|with)"
    r"|(?:questions|minutes|interrogat\w+) (?:for|to|with)|q ?(?:&|and|\+) ?a(?: with|:| [–—-])"
    r"|(?:im )?(?:interview|gespräch) mit|entretien avec|interview (?:de|avec)|rencontre avec|entrevista (?:a|con)"
    r"|intervista (?:a|con))\s+(?P<rest>[^\n]{3,200})",
    re.IGNORECASE,
)
_TALKS = expression(r"(?:talk|speak|spoke|sat)", re.IGNORECASE)
"""Of two with such a verb between them either may be who answers."""
_PAPER = expression(r"[Tt]he [A-Z]")
_INSTRUMENTAL = expression(
    r"\b(?:wywiad(?:u)? ze?|rozmow[aęy] ze?|rozmawia(?:my|m)? ze?|интервью со?|беседа со?|беседуем со?|разговор со?"
    r"|інтерв[’'ʼ]?ю [зі]з?|розмова [зі]з?|бесіда [зі]з?)\s+(?P<rest>[^\n]{3,200})",
    re.IGNORECASE,
)
_TITLED = expression(r"(?:the )?interview ?[:–—-] ?(?P<rest>[^\n]{3,200})", re.IGNORECASE)
"""An interview's title; below it "Interview: Ana Ruiz" may as well name who asked."""
_BY = expression(r"(?P<rest>[^\n:.]{3,100}?),? (?:is |was )?interviewed by\b", re.IGNORECASE)
_WITNESS = expression(
    rf"(?:(?i:deposition|testimony|evidence|examination|cross-examination|witness statement) (?i:of|:)|"
    rf"(?<![Tt]he )(?<!THE )(?i:witness:)(?=[^\n]{{2,60}}$))\s+{_NAME}"
    r"|(?P<sworn>\b(?:[A-Z][\w.’'-]{0,30}[ ]){1,5}[A-Z][\w’'-]{0,30}),?\s+"
    r"(?:(?:the|a) witness(?: herein)?,?\s+)?(?:having been|being|was)"
    r"\s+(?:first\s+|duly\s+|previously\s+){0,2}(?:sworn|affirmed|called)"
)
SEVERAL = expression(r"[ ](?:and|&|und|et|y|и|та|i)[ ]", re.IGNORECASE)
"""Of two who answer nobody knows which answer is whose."""
_ENDS_SENTENCE = expression(r"[^\W\d_]{4,}[.!?]$")
_AND = frozenset("and & und et y и та i oraz e".split())
_LEAVING = frozenset("about on at in by for after over über zu um à sur sobre de о об про o na w von par".split())
_OF = frozenset("of at for from des du del della".split())
_GREETS = frozenset("hi hello hey hiya dear thanks welcome".split())
_PARTICLES = frozenset("de da do di del della dos das du van von der den bin ibn al el la le".split())


def answering(document: Document, people: People) -> str | None:
    """Return who answers in an interview or a hearing, by its title or its first lines; None where two do."""
    named = _interviewed(document, people)
    return named[0] if named else _witness(document.title, people) or _witness(document.text[:HEAD], people)


def trades_of_the_interviewed(document: Document, people: People) -> set[tuple[str, str]]:
    """Return who is interviewed with what stands before the name, to be asked for by it: "the marathon runner"."""
    named = _interviewed(document, people)
    trade = re.sub(r"^(?:the|an?|der|die|la|le|el) ", "", named[1].lower()) if named else ""
    return {(named[0], trade)} if named and trade and is_one_person(trade) else set()


def _interviewed(document: Document, people: People) -> tuple[str, str] | None:
    """Return the name of who is interviewed, and what stands before it."""
    title, head = document.title, document.text[:HEAD]
    for pattern in (_INTERVIEWED, _INSTRUMENTAL, _TITLED, _BY):
        match = pattern.search(title) if pattern is not _TITLED else pattern.match(title)
        match = match or (None if pattern is _TITLED else pattern.search(head))
        if match and (talking := _who_talks(match, people)):
            other = None if _PAPER.match(match["rest"]) else person_named(match["rest"], people)
            return _of_two(talking, other, document)
        if match and (found := person_named(match["rest"], people, instrumental=pattern is _INSTRUMENTAL)):
            return found
    return None


def _who_talks(match: re.Match[str], people: People) -> tuple[str, str] | None:
    """Return who talks to another by a head's words, with what stands before the name: "Ana Ruiz talks to Holt"."""
    if not _TALKS.match(match[0]):
        return None
    line = match.string[: match.start()].rpartition("\n")[2].strip(" *_#")
    return person_named(re.split(r"[:|–—.?!”\"] ?", line)[-1], people) if line else None


def _of_two(talking: tuple[str, str], other: tuple[str, str] | None, document: Document) -> tuple[str, str] | None:
    """Return who of two that talk answers: the one who did not write it; None where nobody knows that.

    To whom no person is, a paper or "us", it is who talks that answers.
    """
    if other is None:
        return talking
    wrote = {each.lower() for each in authors_of(document)}
    if (talking[0].lower() in wrote) == (other[0].lower() in wrote):
        return None
    return other if talking[0].lower() in wrote else talking


def _witness(text: str, people: People) -> str | None:
    match = _WITNESS.search(text)
    found = (match["sworn"] or match["name"] or "").strip(" ,.") if match else ""
    if not found or found.split()[0].lower() in OPENERS or SEVERAL.search(found):
        return None
    return _as_called(found, people)


def _as_called(found: str, people: People) -> str | None:
    name = split_title(name_case(found))[0]
    return name_case(people.person(found) or name) or None


def person_named(rest: str, people: People, *, instrumental: bool = False) -> tuple[str, str] | None:
    """Return the one person whom the words behind "interview with" name, with what stands before; None for two."""
    tokens = head_tokens(rest)
    at = 0
    while at < len(tokens):
        run = _run(tokens, at)
        if not run:
            if tokens[at].text.lower() in _LEAVING and at:
                return None
            at += 1
            continue
        after = at + len(run)
        last = tokens[after - 1]
        ends = last.breaks or after == len(tokens) or _ENDS_SENTENCE.search(last.text) is not None
        name = _without_trade(" ".join(each.text for each in run).rstrip(".,"), people)
        if not _is_of_role(tokens, at, after, ends):
            if not ends and _joins_another(tokens, after):
                return None
            if _is_person(name, tokens, at, people):
                found = nominative_behind_with(name) if instrumental else _as_called(name, people)
                return (found, rest[: tokens[at].start].strip(" ,")) if found else None
        at = after
    return None


def _joins_another(tokens: Sequence[Token], after: int) -> bool:
    """Return whether "and" with another name stands behind one."""
    joining = tokens[after].text.lower() in _AND
    return joining and after + 1 < len(tokens) and tokens[after + 1].text[:1].isupper()


def _run(tokens: Sequence[Token], at: int) -> list[Token]:
    """Return the words with capitals, and the particles between them, that begin at a word."""
    run: list[Token] = []
    if tokens[at].text.lower().strip("!") in _GREETS:
        return run
    for token in tokens[at:]:
        particle = bool(run) and token.text in _PARTICLES
        if not (token.text[:1].isupper() or particle) or token.text.lower().strip(".") in _LEAVING:
            break
        run.append(token)
        if token.breaks or _ENDS_SENTENCE.search(token.text) and not is_title_word(token.text):
            break
    while run and run[-1].text in _PARTICLES:
        run.pop()
    return run


def _is_of_role(tokens: Sequence[Token], at: int, after: int, ends: bool) -> bool:
    """Return whether words with capitals belong to what somebody is: "Nobel laureate", "head of the Vesk Choir"."""
    before = [token.text.lower() for token in tokens[max(0, at - 2) : at] if token.text.lower() != "the"]
    if before and before[-1] in _OF:
        return True
    following = "" if ends else tokens[after].text
    # "Vesk mayor", and not "who", "talks".
    return following.islower() and (is_title_word(following) or is_person_noun(following))


def _without_trade(name: str, people: People) -> str:
    """Return a name without the trade before it, which a title writes with a capital: "Marathon Runner Ana Ruiz"."""
    words = name.split()
    if words[0].lower() in given_names():
        return name
    if len(words) > 2 and is_person_noun(words[0].lower()):
        # "Rector Amadou Field", which the text may have as a whole too.
        words = words[1:]
    elif people.person(name):
        return name
    first = next((at for at in range(1, len(words) - 1) if words[at].lower() in given_names()), 0)
    trades = [at + 1 for at in range(len(words) - 2) if is_person_noun(words[at].lower())]
    return " ".join(words[max([first, *trades]) :])


def _is_person(name: str, tokens: Sequence[Token], at: int, people: People) -> bool:
    """Return whether words with capitals are a person's name: two or more, or one that a title or the text shows."""
    bare = split_title(name_case(name))[0].split()
    if not bare or INSTITUTION.search(name) or BODIES.search(name) or bare[0].lower() in OPENERS:
        return False
    if len(bare) > 1:
        return len(bare) <= 5
    if people.person(name):
        return True
    article = at and tokens[at - 1].text.lower() == "the"
    return not article and (len(name.split()) > 1 or tokens[at].breaks or at + 1 == len(tokens))
