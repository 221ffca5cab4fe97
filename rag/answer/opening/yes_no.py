"""Whether cited words say yes or no to a question, or only come near: read strictly, as a wrong yes misleads.

Yes needs one sentence with all words of the question, in its order, in no other mood and plainly meant; no needs the
same under a denial.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from index.dates.days import MONTH, WEEKDAY
from index.records import Document, Statement, owner_of
from index.senses.sense import sense_in
from index.text.countries import same_nation
from index.text.expressions import expression
from index.text.negation import NEGATION
from index.text.sentences import Span, sentences
from index.text.stems import stem, words
from index.transcripts.label_names import readable_name
from rag.answer.opening.claims import FUTURE, WORD, Claim, claim_of, is_on
from rag.answer.opening.deeds.stances import denies_deed, stance
from rag.answer.opening.own_deeds import concerns, does_it, own_deed
from rag.answer.opening.wording import OF_IT, on_day, says, who_says
from rag.find.lemmas import same_family
from rag.records import Citation, Documents, Query

Verdict = Literal["yes", "no", "named", "unclear"]

_MOOD = expression(
    r"\b(?:may|might|could|would|should|can|must|will|shall|to|if|whether|unless|almost|nearly|allegedly|reportedly"
    r"|rather than|instead of|without|before)\s+(?:\w+ly\s+|also\s+|be\s+|have\s+|been\s+)*$",
    re.IGNORECASE,
)
_BY_WHOM = expression(r"\bby (?:the )?(?P<whom>[\w’'-]+)", re.IGNORECASE)
_BY = expression(r"\bby\b", re.IGNORECASE)
_AT_A_TIME = expression(r"\b(?:when|while|before|after|during|until|as soon as|once)\b", re.IGNORECASE)
_SELF = frozenset("he she they it his her their its him them".split())


def yes_no_line(query: Query, citations: Sequence[Citation], documents: Documents) -> str:
    """Return yes or no with who says it and the citation that bears it, else whose words come near, without a verdict.

    That nothing says so would be read as a no, and be wrong above words that say so in another way.
    """
    said, citation = verdict(query, citations, documents)
    if citation is None or said == "unclear":
        first = citations[0]
        if first.speaker and is_on(query, first.text, first.speaker):
            return f"What {readable_name(first.speaker)} says of it [{first.n}]:"
        return OF_IT
    if said == "named":
        return f"Yes: {readable_name(citation.speaker or '')} speaks of it{on_day(citation)} [{citation.n}]."
    if said == "yes":
        return f"Yes, {says(citation)} [{citation.n}]."
    return f"No: {who_says(citation)} denies it [{citation.n}]."


def verdict(query: Query, citations: Sequence[Citation], documents: Documents) -> tuple[Verdict, Citation | None]:
    """Return whether cited words say yes or no, and the citation that does; unclear where none says so plainly."""
    claim = claim_of(query)
    if claim is None or claim.denied or not claim.words:
        return "unclear", None
    if claim.only_named and _AT_A_TIME.search(query.standalone):
        # Words on it that were said at any time do not tell.
        return "unclear", None
    found: list[tuple[Verdict, Citation]] = []
    for citation in citations:
        document = documents.document(citation.doc)
        if document is None:
            continue
        said = _of_citation(claim, query, citation, document, documents.statements(citation.doc))
        if said != "unclear":
            found.append((said, citation))
    kinds = {each for each, _ in found}
    # Where the documents say both, neither is said for them.
    return found[0] if len(kinds) == 1 else ("unclear", None)


def _of_citation(
    claim: Claim, query: Query, citation: Citation, document: Document, statements: Sequence[Statement]
) -> Verdict:
    if query.speaker and not citation.speaker:
        return "unclear"
    if said := _of_own_stance(claim, query, citation, document):
        return said
    for span in sentences(document.text, citation.start, citation.end):
        owner = owner_of(span, statements)
        is_own = citation.speaker and owner and owner.kind != "reported" and owner.speaker == citation.speaker
        own = own_deed(claim, citation.speaker or "") if is_own else None
        if own and (at := _places(own, document.text, span)) and does_it(own, document.text, span, at):
            return _sense(document.text, span, at, owner)
        places = _places(claim, document.text, span)
        if places is None:
            continue
        if claim.only_named:
            return "named"
        return _said(claim, document.text, span, places, owner)
    return "unclear"


def _of_own_stance(claim: Claim, query: Query, citation: Citation, document: Document) -> Verdict | None:
    """Return yes or no where somebody's own words say it in another way: "I am opposed to it", "I blame nobody"."""
    own = own_deed(claim, citation.speaker or "")
    asked_of = citation.speaker and set(words(citation.speaker)) & set(words(query.standalone))
    if not asked_of or citation.statement == "reported" or citation.sense != "plain" and own is None:
        return None
    span = (citation.start, citation.end)
    if said := stance(query.standalone, document.text, span):
        return said
    if own and denies_deed(query.standalone, own.words[0], frozenset(own.words[1:]), document.text, span):
        return "no"
    return None


def _places(claim: Claim, text: str, sentence: Span) -> list[Span] | None:
    """Return where each word of the claim stands in a sentence, None where one is not there.

    What follows the claim's first verb is looked for behind it first.
    """
    there: dict[str, list[Span]] = {}
    for match in WORD.finditer(text, *sentence):
        for each in {stem(match[0]), *map(stem, re.split("[-’']", match[0]))}:
            there.setdefault(each, []).append(match.span())
    found: list[Span] = []
    verb: Span | None = None
    for each in claim.words:
        family = same_family(each) | same_nation(each)
        spans = sorted(span for one in family for span in there.get(one, ()))
        if not spans:
            return None
        found.append(next((span for span in spans if verb and span > verb), spans[0]))
        if verb is None and claim.is_verb(each):
            verb = found[-1]
    return found


def _said(claim: Claim, text: str, sentence: Span, places: Sequence[Span], owner: Statement | None) -> Verdict:
    """Return what a sentence with all words of a claim says to it: its order, its mood and its sense decide."""
    fits = _done_to(claim, text, places) if claim.passive else _does(claim, text, sentence, places)
    if not fits:
        return "unclear"
    span = (min(place[0] for place in places), max(place[1] for place in places))
    if not _by_the_same(claim, text, span):
        return "unclear"
    verbs = _verbs(claim, places)
    if any(_in_another_mood(claim, text[sentence[0] : place[0]]) for place in verbs):
        return "unclear"
    return _sense(text, sentence, places, owner)


def _sense(text: str, sentence: Span, places: Sequence[Span], owner: Statement | None) -> Verdict:
    """Return whether words are plainly meant or denied."""
    span = (min(place[0] for place in places), max(place[1] for place in places))
    denials = list(NEGATION.finditer(text, sentence[0], span[1]))
    if not denials:
        return "yes" if sense_in(text, span, owner) == "plain" else "unclear"
    return "no" if _is_denied(text, places, denials, owner) else "unclear"


def _is_denied(text: str, places: Sequence[Span], denials: Sequence[re.Match[str]], owner: Statement | None) -> bool:
    """Return whether the one denial of a sentence is of what a claim says."""
    what = [place for place in places if place[0] >= denials[-1].end()]
    if not what or not _is_one_denial(denials) or not _denies(text, denials[-1].end(), min(what)[0]):
        return False
    return sense_in(text, (min(what)[0], max(place[1] for place in places)), owner) == "denied"


def _by_the_same(claim: Claim, text: str, span: Span) -> bool:
    """Return whether a sentence says by whom it is done where a question does: not "sold to Tell" for "by Tell"."""
    asked = _BY_WHOM.search(claim.text)
    if asked is None:
        return not _BY.search(text[slice(*span)])
    return bool(
        re.search(rf"\bby (?:[\w.]+ ){{0,4}}?{re.escape(asked['whom'])}\b", text[span[0] : span[1] + 1], re.IGNORECASE)
    )


def _verbs(claim: Claim, places: Sequence[Span]) -> Sequence[Span]:
    """Return where what is done stands, or the first word of a claim that has only names."""
    found = [place for word, place in zip(claim.words, places, strict=True) if claim.is_verb(word)]
    return found or places[:1]


def _in_another_mood(claim: Claim, before: str) -> bool:
    """Return whether something may, must or was only said to be done: "plans to close it" does not close it."""
    mood = _MOOD.search(before)
    if mood is None or (claim.future and FUTURE.search(mood[0])):
        return False
    return not re.search(rf"\b{re.escape(mood[0].split()[0])}\b", claim.text, re.IGNORECASE)


def _is_one_denial(denials: Sequence[re.Match[str]]) -> bool:
    """Return whether there is one negation, or two that make one: neither Tell nor Quill."""
    return len(denials) == 1 or [each[0].lower() for each in denials] == ["neither", "nor"]


DENIED_WITHIN = 4
_SAYING = expression(
    r"\b(?:sa(?:y|ys|id)|claim\w*|think\w*|thought|believ\w+|know\w*|knew|clear|certain|sure|true)\b", re.IGNORECASE
)


def _denies(text: str, after: int, verb: int) -> bool:
    """Return whether a negation is of the verb itself: in "nobody said that it closed" it is not."""
    between = text[after:verb]
    return len(between.split()) <= DENIED_WITHIN and not _SAYING.search(between)


_BE = expression(r"\b(?:is|are|was|were|be|been|being|got|gets)\b")


def _done_to(claim: Claim, text: str, places: Sequence[Span]) -> bool:
    """Return whether something is done to the one of whom it is asked: Tell "was elected", they "elected Tell"."""
    is_verb = [claim.is_verb(word) for word in claim.words]
    verb = next((at for at, each in enumerate(is_verb) if each and at), None)
    if verb is None:
        return False
    whom, done = places[verb - 1], places[verb]
    if whom < done:
        return bool(_BE.search(text, whom[1], done[0]))
    return len(text[done[1] : places[0][0]].split()) <= _GAP


def _does(claim: Claim, text: str, sentence: Span, places: Sequence[Span]) -> bool:
    if not _in_order(claim, places) or not _same_subject(claim, text, sentence, places):
        return False
    is_name = [not claim.is_verb(word) for word in claim.words]
    verb = next((at for at in range(1, len(is_name)) if not is_name[at]), len(is_name))
    return verb + 1 >= len(is_name) or not is_name[verb + 1] or concerns(claim, text, places, verb)


def _in_order(claim: Claim, places: Sequence[Span]) -> bool:
    """Return whether names and what they do stand in the claim's order: whom a verb concerns may change places."""
    is_verb = [claim.is_verb(word) for word in claim.words]
    first = next((at for at, verb in enumerate(is_verb) if verb), len(places))
    subjects, others = places[:first], places[first:]
    if not others:
        return list(places) == sorted(places)
    return (
        list(subjects) == sorted(subjects) and all(each <= others[0] for each in subjects) and others[0] == min(others)
    )


_DAY = expression(rf"{WEEKDAY}|{MONTH}", re.IGNORECASE)
_GAP = 5
"""So many words may stand between who does something and what is done."""
_OTHERS = expression(r"(?:\b(?:of|with|against|to|for|from|by|than|like|about|on|at)\s+(?:the\s+)?|-)$", re.IGNORECASE)
_OWN = expression(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur)\b(?:\W+\w+){0,4}\W*$")


def _same_subject(claim: Claim, text: str, sentence: Span, places: Sequence[Span]) -> bool:
    """Return whether the one of whom a claim is does it: not "the rival of Tell", not "Tell said that Quill"."""
    first = claim.text.split()[0].lower().strip(",") if claim.text.split() else ""
    if first in _SELF:
        return bool(_OWN.search(text[sentence[0] : places[0][0]]))
    # "The rival of Tell closed it."
    if _OTHERS.search(text[sentence[0] : places[0][0]]):
        return False
    at = next((at for at, word in enumerate(claim.words) if claim.is_verb(word)), len(places))
    if at in (0, len(places)):
        return True
    # "Odran Tell’s rival closed it."
    last, verb = places[at - 1][1], places[at][0]
    owns = re.compile(r"['’]s\b|s['’](?!\w)")
    if owns.search(text[places[at - 1][0] : last + 1]) and not owns.search(claim.text):
        return False
    known = {stem(each) for each in claim.words}
    between = [match[0] for match in WORD.finditer(text, last, max(last, verb))]
    return len(between) <= _GAP and not any(_is_other_name(each, known) for each in between)


def _is_other_name(word: str, known: set[str]) -> bool:
    return word[:1].isupper() and stem(word) not in known and not _DAY.fullmatch(word)
