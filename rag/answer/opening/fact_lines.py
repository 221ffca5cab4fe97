"""The first line of a fact's answer, in the program's own words: each fact in it is borne by the citations it names."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from index.dates.days import MONTH, WEEKDAY
from index.text.expressions import expression
from index.text.numbers import SMALL
from index.text.question_forms import ASKING
from index.text.sentences import Span, sentences
from index.text.stems import content_words, words
from index.transcripts.label_names import readable_name
from rag.answer.opening.amounts import amounts, best_amount
from rag.answer.opening.claims import bears, is_nearest, nearness
from rag.answer.opening.days import best_day, days
from rag.answer.opening.deeds.doers import deed_asked, doers, is_of_another_time, one_of
from rag.answer.opening.values import day_line, is_short, reason_line, speakers_line, value_line, words_at
from rag.answer.opening.wording import on_day, refutes_line
from rag.answer.opening.yes_no import yes_no_line
from rag.phrasing import lowered, raised
from rag.rank.disputed.refutation import is_refuted_within
from rag.records import Citation, Documents, Query
from rag.understand.plan.first_line import Line, line_asked

_DAY = expression(rf"(?:the )?(?:{WEEKDAY}|{MONTH})", re.IGNORECASE)
_PLACE = expression(r"(?:^|\b(?:in|at|on|near|from|to|the) )(?:the )?[^\W\d_a-z]")
_MEANWHILE = expression(r"\b(?:when|while|as|after|before)\b")
_CAPITALISED = r"[^\W\d_a-z][\w.’'-]*"
_NAME = expression(
    rf"(?:(?:the|[Dd]r|[Mm]r|[Mm]s|[Mm]rs)\.? )?{_CAPITALISED}"
    rf"(?: (?:(?:of|de|van|von|al|bin|and|the) )?{_CAPITALISED})*"
)
_SPOKE = expression(
    r"\b(?:say|said|speak|spoke|spoken|announce[ds]?|address(?:ed)?|declare[ds]?|tell|told|promise[ds]?|talk(?:ed)?"
    r"|mention(?:ed)?|warn(?:ed)?|call(?:ed)? for|propose[ds]?|claim(?:ed)?|state[ds]?|give|gave|deliver(?:ed)?)\b",
    re.IGNORECASE,
)
_WHO_SPEAKS = expression(
    r"\bwho(?: \w+)? (?:said|says|criticis\w+|criticiz\w+|condemn\w+|prais\w+|call(?:s|ed)|claim\w*|warn\w*|accus\w+"
    r"|den(?:ies|ied)|describ\w+|demand\w*|defend\w*|reject\w*|blam\w+|object\w*|complain\w*|propos\w+|argu\w+"
    r"|promis\w+|suggest\w*|welcom\w+)\b",
    re.IGNORECASE,
)


_ASKS_HOW = expression(
    r"\W*(?:and |so |but )?how (?:did|do|does|was|were|is|are|has|have|had|can|could)\b", re.IGNORECASE
)
_THING = expression(r"(?:a|an|the|this|that|some|no) ", re.IGNORECASE)
_ASKS_WHICH = expression(r"\W*(?:and |so |but )?(?:(?:by|for|from|in|of|on|to|with) )?which\b", re.IGNORECASE)
_SOME = expression(
    r"(?:(?:at least|at most|only|about|nearly|almost|more than|not) )?(?:a |the )?"
    rf"(?:{'|'.join(SMALL)}|some|several|many|few|both|all|any|none|each|another|others?|couple)(?: (?:of|more)\b.*)?",
    re.IGNORECASE,
)
"""A number of things, which does not tell which they are."""
_ASKS_OF = expression(rf", (?:(?:and|so|but) )?(?:{ASKING})(?:n['’]t)? (?:he|she|they|it)\b[^,]*$", re.IGNORECASE)
"""Who is asked about stands first, and whether something is so of him: "The keeper of the shop, was she for it?"."""
_ASKS_CHANGE = expression(
    r"^\W*(?:and |so |but )?(?:how|in what ways?)\b(?! (?:many|much|often|long|old)\b).*"
    r"\b(?:chang\w+|evolv\w+|shift\w*|develop(?:ed)?|differ\w*|vary|varied)\b|^\W*what (?:has |have |had )?changed\b",
    re.IGNORECASE,
)
"""What changed is told by two things, so by no single value."""


def fact_line(
    query: Query, citations: Sequence[Citation], read: Span | None, documents: Documents, marked: Span | None = None
) -> str | None:
    """Return the first line of a fact's answer, with the first citation leading; None where nothing sure can be said.

    `read` is where in the first citation the reader surely sees the answer, `marked` what is marked in it as such.
    """
    first = citations[0]
    asked = line_asked(query.standalone)
    if _is_of_no_single_value(query.standalone, asked, first.text, read):
        return None
    if asked in ("yes_no", "why") and is_refuted_within(first.text) and nearness(query, first.text) >= 2:
        return refutes_line(first)
    match asked:
        case "yes_no":
            return yes_no_line(query, citations, documents)
        case "number":
            return _number(query, citations, read, documents)
        case "when":
            return _when(query, first, read, documents)
        case "why":
            return reason_line(query, first, read)
        case "who":
            return _who(query, citations, read, documents, marked)
        case "where" if read and not _is_place_of_it(query, first, read):
            return None
    if _ASKS_OF.search(query.standalone):
        return None
    return value_line(first, read) if read and _is_told_alone(query, first, read) else None


def _is_of_no_single_value(question: str, asked: Line, text: str, read: Span | None) -> bool:
    """Return whether no single value answers: to what changed, or where two are asked for and one would be told."""
    if _ASKS_CHANGE.search(question):
        return True
    return asked not in ("yes_no", "why") and _tells_one_of_two(question, text, read)


_TWO_ASKED = expression(
    r"^[^?]{0,60}?\b(?:what|which|how (?:many|much))\b[^?]{1,120}? and (?:(?:by )?(?:what|which|how (?:many|much))) \w"
    rf"|\bhow many [\w’'-]+ and (?!(?:{ASKING})\b)[\w’'-]+",
    re.I,
)
"""Two values are asked for: "what sales and what loss", "how many clubs and children"."""
_PAIR = expression(
    rf"\b(?P<link>(?i:the|an?|in|on|for|at|of|by))(?: the)? (?P<one>\S+(?: \S+){{0,2}}?),? and (?P=link)(?: the)? "
    rf"(?P<two>\S+)|(?<![\w’'-])(?P<first>{_CAPITALISED}(?: {_CAPITALISED}){{0,2}}|\d\w*),? and "
    rf"(?P<second>{_CAPITALISED}(?: {_CAPITALISED}){{0,2}}|\d\w*)"
)
"""Two things of which a value is asked: "the 4 and the 4A", "Eskby and Vesk"."""
_RESPECTIVELY = expression(r"\brespectively\b", re.IGNORECASE)


def _tells_one_of_two(question: str, text: str, read: Span | None) -> bool:
    """Return whether a single value would be told where two are asked for, or one of two things it is asked of.

    One value may be that of both: "How many died in Eskby and Vesk?" where a sentence names both and one number.
    """
    if _TWO_ASKED.search(question):
        return True
    pair = _PAIR.search(question)
    if pair is None or " between " in f"{question[: pair.start()]} ":
        return False
    said = text if read is None else next((text[slice(*each)] for each in sentences(text) if read[0] < each[1]), text)
    own, groups = set(words(said)), pair.groupdict()
    names = [set(words(groups[one] or groups[other] or "")) for one, other in (("one", "first"), ("two", "second"))]
    if not all(name & own for name in (names[0] - names[1], names[1] - names[0])):
        return True
    return bool(_RESPECTIVELY.search(said)) or len({each.number.value for each in amounts(said, question)}) > 1


def _is_told_alone(query: Query, citation: Citation, read: Span) -> bool:
    return _is_value_asked_for(query, words_at(citation, read)) and not _is_behind_another(query, citation, read)


def _is_value_asked_for(query: Query, words: str) -> bool:
    """Return whether words may answer by themselves: which one is told by no number of them, and how by no thing."""
    if _ASKS_HOW.match(query.standalone) and _THING.match(words):
        return False
    if query.compared and _SEVERAL.search(words):
        return False
    return is_short(words) and not (_ASKS_WHICH.match(query.standalone) and _SOME.fullmatch(words))


_SEVERAL = expression(r" and |, ")
"""What is set beside another is told by one figure, not by several: "two thefts and a fire"."""


def _is_place_of_it(query: Query, citation: Citation, read: Span) -> bool:
    """Return whether words name a place, and that of what is asked after: not "Tell was in Eskby when it burnt"."""
    if not _PLACE.search(words_at(citation, read)):
        return False
    if _is_behind_another(query, citation, read):
        return False
    asked = set(content_words(query.standalone))
    behind = _MEANWHILE.split(citation.text[read[1] :], maxsplit=1)
    return len(behind) < 2 or not asked & set(content_words(behind[1])) or bool(asked & set(content_words(behind[0])))


_IN_PLACE = expression(r"\b(?:in|at|near) (?:the )?[^\W\d_a-z]")
_FIGURE = expression(r"(?<![\w.,])\d[\d.,]*\d|(?<![\w.,])\d")


def _is_behind_another(query: Query, citation: Citation, read: Span) -> bool:
    """Return whether another place stands between a figure of the question and the place that is read.

    "It passed 1,000 in Eskby and reached 500 in Vesk": who asks where it passed 1,000 is not told Vesk.
    """
    figures = {match[0] for match in _FIGURE.finditer(query.standalone)}
    for match in _FIGURE.finditer(citation.text, 0, read[0]):
        if match[0] in figures:
            between = list(_IN_PLACE.finditer(citation.text, match.end(), read[0] + 1))
            return bool(between) and between[0].end() <= read[0]
    return False


_BOUNDS = expression(r"\b(?:before|prior to|after|later than)(?: the)?(?: |$)", re.IGNORECASE)
"""Before a day that only bounds when something is so: "crimes of before 1 January"."""


def _is_bound(before: str) -> bool:
    words = before.rstrip()
    return any(match.end() >= len(words) for match in _BOUNDS.finditer(f"{words} "))


def _when(query: Query, citation: Citation, read: Span | None, documents: Documents) -> str | None:
    day = best_day(citation.text, query.standalone, read)
    if day and _is_bound(citation.text[: day[0]]) and not _BOUNDS.search(query.standalone):
        return _said_when(query, citation)
    if day and not (bears(query, citation, day) and is_nearest(citation, day, days, query, documents)):
        return _said_when(query, citation)
    return day_line(citation, day) or _said_when(query, citation)


def _said_when(query: Query, citation: Citation) -> str | None:
    """Return the day on which somebody said it, where the question asks when something was said."""
    when = on_day(citation)
    if not when or not citation.speaker or not _SPOKE.search(query.standalone):
        return None
    return f"{raised(when.strip())}: {readable_name(citation.speaker)} [{citation.n}]."


def _number(query: Query, citations: Sequence[Citation], read: Span | None, documents: Documents) -> str | None:
    """Return the number with its unit and who gives it, and another one where a later citation gives that."""
    first, *others = citations
    found = best_amount(first.text, query.standalone, read)
    if found and not (bears(query, first, found) and is_nearest(first, found, _fitting(query), query, documents)):
        return None
    line = value_line(first, found)
    if line is None:
        return None
    for each in others:
        other = _other_number(query, each) if each.doc != first.doc else None
        if other and other.split(",")[0] != line.split(",")[0]:
            return f"{line[:-1]}; another number: {lowered(other)}"
    return line


def _fitting(query: Query) -> Callable[[str], list[Span]]:
    """Return what finds the numbers in a text that are of the unit or things asked for."""
    return lambda text: [(each.start, each.end) for each in amounts(text, query.standalone) if each.fits]


def _other_number(query: Query, citation: Citation) -> str | None:
    found = best_amount(citation.text, query.standalone, None)
    if found is None or not bears(query, citation, found):
        return None
    fits = any(each.fits and found == (each.start, each.end) for each in amounts(citation.text, query.standalone))
    return value_line(citation, found) if fits else None


def _who(
    query: Query, citations: Sequence[Citation], read: Span | None, documents: Documents, marked: Span | None
) -> str | None:
    """Return the name that is asked for: that of whom a text names, or of who says it where saying is asked.

    Nobody is named but whom the words beneath mark, or whom nothing there contradicts: of 545 questions for somebody
    five were answered otherwise than the reader marked, one of them rightly.
    """
    first = citations[0]
    if named := doers(first.text, query.standalone):
        found = one_of(named, first.text, marked)
        is_marked = found and (marked is None or (found[0] < marked[1] and marked[0] < found[1]))
        return value_line(first, found) if is_marked else None
    if _WHO_SPEAKS.search(query.standalone) and any(each.speaker for each in citations):
        return speakers_line(citations, documents)
    if read and _is_name_asked_for(query, first, read, documents):
        return value_line(first, read)
    return None


def _is_name_asked_for(query: Query, citation: Citation, read: Span, documents: Documents) -> bool:
    """Return whether words that were read are a name, and not of whoever speaks beside the deed that is asked about."""
    words = words_at(citation, read)
    if not _NAME.fullmatch(words) or _is_in_marks(citation.text, read) or _DAY.fullmatch(words):
        return False
    if deed_asked(query.standalone) is None:
        return True
    beside = [each for each in documents.statements(citation.doc) if citation.start <= each.start < citation.end]
    speaks = any(each.speaker and set(content_words(words)) & set(content_words(each.speaker)) for each in beside)
    return not speaks and not is_of_another_time(citation.text, query.standalone)


def _is_in_marks(text: str, span: Span) -> bool:
    """Return whether words stand alone in quotation marks, so that they are a title, nobody's name."""
    before, after = text[: span[0]].rstrip(), text[span[1] :].lstrip()
    return before.endswith(("“", '"', "«", "‘")) or after.startswith(("”", '"', "»"))
