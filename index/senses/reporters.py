"""Who reports that somebody said some words, whom a label before a colon names, and whether they are said yet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.cues import tags
from index.cues.cues import Cue
from index.cues.phrases import name_ending, phrase_starting
from index.cues.tokens import Phrase, Tokens
from index.cues.verbs import SPEECH
from index.names.descriptions import is_person_noun
from index.names.titles import is_title_word
from index.text.expressions import expression

_ASIDE = frozenset(
    "after before when while as since because although though whereas where until which who whom".split()
)
_APPOSING = frozenset("a an one two three days hours weeks".split())
_QUESTIONS = frozenset("question questions query taunt".split())
_ANSWERS = frozenset(
    """response reply answer comment statement reaction verdict tweet post message remark retort explanation
    warning""".split()
)
WRITINGS = frozenset(
    """letter letters statement email e-mail post note message tweet interview text telegram speech petition postcard
    motion memo submission complaint card report apology""".split()
)
"""What somebody writes and somebody else may read out."""
_HEARERS = frozenset(
    """jury court inquest tribunal inquiry enquiry hearing trial panel committee council parliament mp msp peer
    lawmaker commission assembly senate coroner juror councillor magistrate""".split()
)
"""Who hears things in headlines: "court told"."""
MEDIA = frozenset(
    """post times journal gazette herald tribune courier mail echo telegraph guardian independent observer sun star
    reuters ap afp bbc cnn nbc abc cbs fox npr politico bloomberg newspaper newspapers paper papers magazine""".split()
)
_AGENCY = expression(
    r"(?:the )?(?:reuters|associated press|ap|afp|agence france[- ]presse|xinhua|tass|interfax|ukrinform|upi|dpa|efe"
    r"|ansa|kyodo|yonhap|anadolu|press trust of india|pti"
    r"|(?:[\w’'-]{1,30}+ ){0,4}(?:(?:news|press) agency|wire service))",
    re.IGNORECASE,
)
_PRINTING = MEDIA | frozenset(
    """news agency website transcript transcripts recording recordings video footage poll polls survey release minutes
    record records""".split()
)
_VARYING = frozenset("differ differs differed vary varies varied change changes changed ranked sorted".split())
"""Before "according to" they say what decides, not who says it: "prices vary according to age"."""
_AHEAD = frozenset("expected due set scheduled going about likely poised planning planned plans hoping ready".split())
_LONGEST_LABEL = 8


def takes_words_of(tokens: Tokens, outer: Cue, inner: Cue) -> bool:
    """Return whether one cue's words hold another's: "Oster said that Holt had told him"."""
    subject = inner.subject
    if subject is None or inner.inherited or not _may_take(outer, inner) or outer.last > subject.first:
        # "accused Ruiz of saying": whom the outer verb takes stands right behind it.
        return False
    before = tokens.lower[max(0, subject.first - 2) : subject.first]
    if before[-1:] and before[-1] in _ASIDE and before[0] != "that":
        # "insisted it was safe after Ruiz said"
        return False
    if any(_closes(tokens, at) for at in range(outer.last, subject.first)):
        return False
    return not _is_listed_beside(tokens, outer, subject.first)


def _is_listed_beside(tokens: Tokens, outer: Cue, first: int) -> bool:
    """Return whether a comma alone parts two clauses: "Holt said he was ill, Ruiz apologised for “…”".

    Behind "said that after the vote, Holt told him" the comma ends what only leads to the clause.
    """
    if first < 1 or tokens.tags[first - 1] != ",":
        return False
    opener = outer.last + (tokens.lower[outer.last : outer.last + 1] == ["that"])
    if any(tag in tags.PREDICATE for tag in tokens.tags[opener : first - 1]):
        # "said when he came, Holt told him"
        return tokens.tags[opener] not in _LEADS
    return outer.lemma != "say" and tokens.tags[opener] in tags.DETERMINER + tags.OBJECT


_LEADS = tags.SUBORDINATOR + tags.RELATIVE + tags.PREPOSITION + tags.ADVERB + tags.OTHER_VERB


def _may_take(outer: Cue, inner: Cue) -> bool:
    """Return whether a verb is of saying, or of accusing somebody of saying."""
    if outer.lemma == "accuse":
        return inner.form == "participle" and not outer.passive
    return outer.lemma in SPEECH and not outer.passive


def _closes(tokens: Tokens, at: int) -> bool:
    """Return whether a token ends the words that a verb before it holds."""
    return tokens.tags[at] in ";:CQ" or tokens.tags[at] == "," and _leaves(tokens, at + 1)


def _leaves(tokens: Tokens, at: int) -> bool:
    """Return whether what a comma opens is no more of what is said: ", a day after Ruiz said", ", a claim that …"."""
    if tokens.lower[at - 2 : at - 1] == ["that"] or at >= len(tokens):
        return False
    return tokens.lower[at] in _ASIDE or tokens.lower[at] in _APPOSING


def according_to(tokens: Tokens, found: Sequence[Cue]) -> Phrase | None:
    """Return whom "According to Ruiz, Holt said …" names: who tells what another is said to have said.

    A paper, a poll or a recording only shows the words.
    """
    for cue in found:
        if cue.lemma != "according" or cue.subject is None:
            continue
        end = cue.subject.last
        if shows_only(tokens, cue.subject):
            continue
        opens = cue.first == 0 and end < len(tokens) and tokens.tags[end] == ","
        within = end < len(tokens) and tokens.tags[end] == "," and cue.first > 0 and tokens.tags[cue.first - 1] == ","
        closes = within or end >= len(tokens) - 1 and cue.first > 0 and tokens.tags[cue.first - 1] in ",Q"
        if opens or closes:
            return cue.subject
    return None


def closing_reporter(tokens: Tokens, cue: Cue, found: Sequence[Cue]) -> Cue | None:
    """Return the cue at a sentence's end of who reports what another one gives: "…, he said, state media reported"."""
    for each in found:
        if each.first <= cue.last or each.lemma not in SPEECH or each.form not in {"past", "s"}:
            continue
        # "…, reported The Vesk Echo"
        behind = phrase_starting(tokens, each.last) if each.subject is None else None
        subject = each.subject or behind
        if subject is None or each.inherited or subject.first <= cue.last:
            continue
        edge, end = min(subject.first, each.first), max(subject.last, each.last)
        if tokens.tags[edge - 1] == "," and tokens.tags[subject.first] != "P" and _only_days(tokens, end):
            return replace(each, subject=subject)
    return None


def _only_days(tokens: Tokens, first: int) -> bool:
    return all(tag in "ZI#R,.x" for tag in tokens.tags[first:])


def says_what_decides(tokens: Tokens, cue: Cue) -> bool:
    """Return whether "according to" names what something depends on and nobody who says it."""
    return cue.lemma == "according" and tokens.lower[max(0, cue.first - 1)] in _VARYING


def is_second_clause(tokens: Tokens, before: Sequence[Cue], at: int) -> bool:
    """Return whether a quotation stands in a second clause with "that": "said it was late and that she “…”"."""
    last = before[-1].last if before else 0
    joined = (k for k in range(at - 2, last - 1, -1) if tokens.lower[k : k + 2] == ["and", "that"])
    return next(joined, None) is not None


def shows_only(tokens: Tokens, phrase: Phrase) -> bool:
    """Return whether a phrase names what only shows words and tells nothing of its own: a paper, a recording."""
    return tokens.lower[phrase.last - 1] in _PRINTING


def denied_beside(tokens: Tokens, at: int, found: Sequence[Cue]) -> Cue | None:
    """Return the cue of words that somebody is said not to have said: "Ruiz did not say “no,” Holt insisted"."""
    for cue in reversed(found):
        if cue.last <= at and cue.negated and cue.lemma in SPEECH and cue.subject and not cue.inherited:
            return cue if tokens.lower[cue.last : at] in ([], ["that"]) else None
    return None


def puts_a_question(tokens: Tokens, at: int) -> bool:
    """Return whether the quotation at a token is a question that a noun leaves with nobody: "To the question “…”"."""
    noun = at - 2 if at > 1 and tokens.tags[at - 1] in ",:" else at - 1
    return noun > 0 and tokens.lower[noun] in _QUESTIONS and tokens.lower[max(0, noun - 2)] in {"to", "on"}


def labelled(tokens: Tokens, at: int) -> Phrase | None:
    """Return whom a label before the colon at a token names: 'Fire chief Ana Ruiz: “…”', 'Ruiz’s answer: “…”'."""
    first = at - 1
    while first > 0 and tokens.tags[first - 1] not in ".;Q-:":
        first -= 1
    clock = _behind_the_clock(tokens, first, at)
    first = clock or first
    last = _before_where(tokens, first, at - 1)
    if last > first and tokens.lower[last - 1] in _ANSWERS:
        return _whose_answer(tokens, first, last - 1)
    phrase = name_ending(tokens, last - 1)
    if phrase is None or phrase.last - phrase.first > _LONGEST_LABEL and phrase.first != first:
        return None
    if phrase.first == first:
        more = last < at - 1 or clock is not None
        return phrase if more else None
    return phrase if _is_titled(tokens, first, phrase) else None


def _whose_answer(tokens: Tokens, first: int, answer: int) -> Phrase | None:
    """Return the name that a label begins with and that owns the answer at a token: "Ruiz’s answer:"."""
    owner = answer
    while owner > first and tokens.tags[owner] in "nN" and not _owns(tokens, owner):
        owner -= 1
    phrase = name_ending(tokens, owner) if _owns(tokens, owner) else None
    return phrase if phrase and phrase.first == first else None


def _is_titled(tokens: Tokens, first: int, phrase: Phrase) -> bool:
    """Return whether nothing but a title or a description of somebody stands between a label's start and a name."""
    before = phrase.first - 1
    titled = is_person_noun(tokens.lower[before]) or is_title_word(tokens.words[before])
    return titled and all(tag in "DnN" for tag in tokens.tags[first : phrase.first])


def _behind_the_clock(tokens: Tokens, first: int, at: int) -> int | None:
    """Return where a label begins behind a live page's time: "10:40 Chief Ana Ruiz: “…”", None without one."""
    if first < 2 or tokens.tags[first - 2 : first] != ["#", ":"]:
        return None
    first += tokens.tags[first] == "#"
    while first < at - 1 and (
        tokens.tags[first] in ")-x," or tokens.lower[first].strip(".") in {"am", "pm", "a.m", "p.m"}
    ):
        first += 1
    return first


def _before_where(tokens: Tokens, first: int, last: int) -> int:
    """Return the token before which a label ends without where it was said: "on X:", ", in a letter:", ", a cook:"."""
    for position in range(first + 1, last):
        word = tokens.lower[position]
        if word in {"on", "via"} and tokens.tags[position + 1 : last] in (["N"], ["n"]):
            return position
        if tokens.words[position] == "On" and tokens.tags[position - 1] == "N":
            # "Singer Odo Lask On His Years In Norr:", a headline
            return position
        if word in {"in", "for"} and _names_alone(tokens, first, position) and _names_alone(tokens, position + 1, last):
            return position
        if tokens.tags[position - 1] == "," and (
            tokens.tags[position] == "W" or _describes(tokens, first, position, last)
        ):
            return position - 1
        if word in {"in", "by"} and tokens.tags[position - 1] == "," and WRITINGS & set(tokens.lower[position:last]):
            return position - 1
    return last


def _names_alone(tokens: Tokens, first: int, last: int) -> bool:
    """Return whether tokens are a name of two words or more, an article before it left out: "Ana Ruiz", "the Echo"."""
    first += tokens.tags[first : first + 1] == ["D"]
    return last - first >= 1 + (first == 0) and all(tag == "N" for tag in tokens.tags[first:last])


def _describes(tokens: Tokens, first: int, start: int, last: int) -> bool:
    """Return whether what ends a label tells what the one named is: "Ana Ruiz, fire chief:"."""
    named = all(tag == "N" for tag in tokens.tags[first : start - 1])
    described = all(tag in "DnNI" for tag in tokens.tags[start:last]) and tokens.words[start][:1].islower()
    return named and described and any(is_person_noun(each) or is_title_word(each) for each in tokens.lower[start:last])


def _owns(tokens: Tokens, at: int) -> bool:
    return tokens.tags[at] == "N" and tokens.lower[at].endswith(("'s", "s'"))


def hears_the_words(tokens: Tokens, cue: Cue) -> bool:
    """Return whether a headline's subject hears the words and does not say them: "‘He laughed’, jury told"."""
    if cue.lemma != "tell" or cue.form != "past" or cue.passive or cue.subject is None or cue.inherited:
        return False
    # "told to leave", "Mayor told: ‘Leave’": whoever tells has somebody to tell it to.
    closes = cue.last >= len(tokens) or tokens.tags[cue.last] in ".x-ZT:Q"
    body = tokens.lower[cue.subject.last - 1]
    alone = tokens.tags[cue.subject.first] != "D" and (body in _HEARERS or body.removesuffix("s") in _HEARERS)
    return closes or alone and cue.subject.last == cue.first


def writer_of(tokens: Tokens, phrase: Phrase) -> Phrase | None:
    """Return whose letter a phrase names, or "in which she" goes on from: "A letter from Ana Ruiz was read"."""
    within = tokens.lower[max(0, phrase.first - 2) : phrase.first] in (["in", "which"], ["in", "it"])
    for at in range(phrase.first - 3 if within else phrase.last - 1, 0, -1):
        if tokens.lower[at] in {"from", "by"} and tokens.lower[at - 1] in WRITINGS and (within or at >= phrase.first):
            last = at + 1
            while last < len(tokens) and tokens.tags[last] == "N":
                last += 1
            return Phrase(at + 1, last) if last > at + 1 else None
    return None


_WORKS = frozenset(
    """report reports study studies survey surveys analysis review reviews research poll polls statement statements
    figures data findings estimates documents records paper papers""".split()
)
_ISSUED = frozenset("issued released published posted compiled commissioned written conducted".split())
_SITES = frozenset("site website page account feed blog channel".split())
_SPANS_OF_TIME = frozenset("year years month months week weeks day days decade century morning evening".split())


def source_of(tokens: Tokens, phrase: Phrase) -> Phrase | None:
    """Return whose work a phrase names: "reports by watchdogs", "a statement on Kestrel Media's site", else None."""
    if tokens.lower[phrase.last - 1] not in _WORKS or phrase.last - phrase.first > 3:
        return None
    at = phrase.last
    if tokens.lower[at : at + 1] and tokens.lower[at] in _ISSUED:
        at += 1
    if tokens.lower[at : at + 1] in (["on"], ["at"]):
        return _whose_site(tokens, at + 1)
    by = tokens.lower[at : at + 1] == ["by"]
    source = phrase_starting(tokens, at + 1) if by else None
    return source if source and tokens.lower[source.last - 1] not in _SPANS_OF_TIME else None


def _whose_site(tokens: Tokens, first: int) -> Phrase | None:
    """Return the name in "Kestrel Media's site" or "the Kestrel Media website"."""
    first += tokens.tags[first : first + 1] == ["D"]
    last = first
    while last < len(tokens) and tokens.tags[last] == "N":
        last += 1
    site = next((each for each in tokens.lower[last : last + 3] if each in _SITES), None)
    return Phrase(first, last) if site and last > first else None


def is_read_out(tokens: Tokens, cue: Cue, at: int) -> bool:
    """Return whether a verb tells before a quotation that a letter was read: "read a letter from Ruiz: “…”"."""
    between = tokens.lower[cue.last : at]
    return cue.lemma == "read" and not cue.passive and bool(WRITINGS & set(between))


def writer_between(tokens: Tokens, first: int, last: int) -> Phrase | None:
    """Return the name behind "from" or "by" between two tokens that ends there: "a letter by the late Ana Ruiz:"."""
    while last > first and tokens.tags[last - 1] in ",:":
        last -= 1
    name = name_ending(tokens, last - 1)
    if name is None or name.first <= first:
        return None
    before = name.first - 1
    while before > first and tokens.tags[before] in "nD,":
        before -= 1
    return name if tokens.lower[before] in {"from", "by"} else None


def is_unsaid(tokens: Tokens, cue: Cue) -> bool:
    """Return whether a cue tells of words to come: "will say", "is expected to say", "was to tell"."""
    if cue.lemma not in SPEECH:
        return False
    if cue.form == "infinitive":
        before = tokens.lower[max(0, cue.first - 2) : cue.first]
        return bool(before) and (before[-1] in _AHEAD or before[-1] in {"is", "was", "are", "were"})
    return cue.form == "base" and any(word in {"will", "shall", "'ll"} for word in tokens.lower[cue.first : cue.last])


def is_agency(name: str) -> bool:
    """Return whether a name is that of an agency, which reports what others say: "Reuters", "the Vesk News Agency"."""
    return _AGENCY.fullmatch(name) is not None
