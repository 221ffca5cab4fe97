"""The first line of an answer, in the program's own words: each fact in it is borne by the citations that it names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.text.sentences import Span
from index.text.stems import content_words, words
from index.transcripts.label_names import readable_name
from rag.answer.opening.amounts import amounts, best_amount
from rag.answer.opening.days import best_day, day_in_full
from rag.answer.opening.wording import number_word, on_day, quoted_topic, row, says, span_of_days, who_says
from rag.answer.opening.yes_no import verdict
from rag.check.cite import hidden_sense
from rag.find.terms import WHOLE
from rag.phrasing import lowered, raised
from rag.records import Citation, Documents, Evidence, Query
from rag.understand.plan.first_line import line_asked

LONGEST_VALUE = 14
"""Words that answer are named in the first line up to so many."""
_REASON = re.compile(
    r"\b(?:because|since|due to|owing to|as a result of|in order to|so that|so as to|that is why|that['’]s why|the reason|"
    r"therefore|for (?:this|that) reason|thanks to|in response to|in light of|caused by|motivated|to (?:avoid|prevent|protect|save|ensure|make sure))\b",
    re.IGNORECASE,
)


def fact_line(query: Query, citations: Sequence[Citation], read: Span | None, documents: Documents) -> str | None:
    """Return the first line of a fact's answer, with the first citation leading; None where nothing sure can be said.

    `read` is where in the first citation the reader sees the answer.
    """
    first = citations[0]
    asked = line_asked(query.standalone)
    if asked == "yes_no":
        return _yes_no(query, citations, documents)
    if asked == "number":
        return _number(query, citations, read)
    if asked == "when":
        return (
            _day(first, best_day(first.text, query.standalone, read))
            or _said_when(query, first)
            or (f"No day is named for it in these words; the nearest [{first.n}]:")
        )
    if asked == "why":
        return _reason(query, first, read)
    if asked == "who":
        return _who(query, citations, read)
    if asked == "where" and read and not _PLACE.search(first.text[slice(*read)]):
        return None
    return _value(first, read) if read and _is_short(first.text[slice(*read)]) else None


_PLACE = re.compile(r"(?:^|\b(?:in|at|on|near|from|to|the) )(?:the )?[^\W\d_a-z]")


def _number(query: Query, citations: Sequence[Citation], read: Span | None) -> str:
    """Return the number with its unit and who gives it, and another one where a later citation gives that."""
    first, *others = citations
    line = _value(first, best_amount(first.text, query.standalone, read))
    if line is None:
        return f"No number is given for it in these words; the nearest [{first.n}]:"
    for each in others:
        found = best_amount(each.text, query.standalone, None)
        fits = [one for one in amounts(each.text, query.standalone) if one.fits and found == (one.start, one.end)]
        other = _value(each, found) if fits and each.doc != first.doc else None
        if other and other.split(",")[0] != line.split(",")[0]:
            return f"{line[:-1]}; another number: {lowered(other)}"
    return line


def _is_short(words: str) -> bool:
    return 0 < len(words.split()) <= LONGEST_VALUE


def _value(citation: Citation, span: Span | None) -> str | None:
    """Return words of a citation as an answer with who says so: "Viktor Holm, says a document of 2 May 2031 [1]."."""
    if span is None:
        return None
    found = " ".join(citation.text[slice(*span)].split()).strip(" ,;:")
    if not found:
        return None
    shown = raised(found) if _is_value(found) else f"“{found}”"
    return f"{shown}, {says(citation)} [{citation.n}]."


def _is_value(words: str) -> bool:
    """Return whether words are a name or a number, which stand without quotation marks."""
    return bool(re.search(r"\d", words)) or all(
        each[:1].isupper() or each in {"of", "de", "van", "von", "the", "and"} for each in words.split()
    )


def _day(citation: Citation, span: Span | None) -> str | None:
    if span is None:
        return None
    found = " ".join(citation.text[slice(*span)].split())
    full = day_in_full(citation, span)
    if full and full not in found:
        return f"On {full} (“{found}”), {says(citation)} [{citation.n}]."
    return f"{raised(found)}, {says(citation)} [{citation.n}]."


_SPOKE = re.compile(
    r"\b(?:say|said|speak|spoke|spoken|announce[ds]?|address(?:ed)?|declare[ds]?|tell|told|promise[ds]?|talk(?:ed)?|mention(?:ed)?|"
    r"warn(?:ed)?|call(?:ed)? for|propose[ds]?|claim(?:ed)?|state[ds]?|give|gave|deliver(?:ed)?)\b",
    re.IGNORECASE,
)


def _said_when(query: Query, citation: Citation) -> str | None:
    """Return the day on which somebody said it, where the question asks when something was said."""
    when = on_day(citation)
    if not when or not citation.speaker or not _SPOKE.search(query.standalone):
        return None
    return f"{raised(when.strip())}: {readable_name(citation.speaker)} [{citation.n}]."


_NAME = re.compile(
    r"(?:(?:the|[Dd]r|[Mm]r|[Mm]s|[Mm]rs)\.? )?[^\W\d_a-z][\w.’'-]*(?: (?:(?:of|de|van|von|al|bin|and|the) )?[^\W\d_a-z][\w.’'-]*)*"
)


def _who(query: Query, citations: Sequence[Citation], read: Span | None) -> str | None:
    """Return the name that is asked for: that of whom a text names, or of who says it where saying is asked."""
    first = citations[0]
    if _SPEAKS.search(query.standalone) and any(each.speaker for each in citations):
        return _cited_speakers(citations)
    named = first.text[slice(*read)] if read else ""
    if read and _NAME.fullmatch(" ".join(named.split())) and not _is_in_marks(first.text, read):
        return _value(first, read)
    return None


def _is_in_marks(text: str, span: Span) -> bool:
    return text[: span[0]].rstrip().endswith(("“", '"', "«", "‘")) or text[span[1] :].lstrip().startswith(
        ("”", '"', "»")
    )


_SPEAKS = re.compile(
    r"\bwho(?: \w+)? (?:said|says|criticis\w+|criticiz\w+|condemn\w+|prais\w+|call(?:s|ed)|claim\w*|warn\w*|accus\w+|den(?:ies|ied)|"
    r"describ\w+|demand\w*|defend\w*|reject\w*|blam\w+|object\w*|complain\w*|propos\w+|argu\w+|promis\w+|suggest\w*|welcom\w+)\b",
    re.IGNORECASE,
)


def gives_reason(text: str) -> bool:
    """Return whether a text has words that give a reason."""
    return bool(_REASON.search(text))


def _cited_speakers(citations: Sequence[Citation], about: str = "") -> str | None:
    first: dict[str, Citation] = {}
    for each in citations:
        if each.speaker:
            first.setdefault(readable_name(each.speaker), each)
    if not first:
        return None
    if len(first) == 1:
        ((name, one),) = first.items()
        return f"Nearest to it is {name}{on_day(one)}{hidden_sense(one)} [{one.n}]:"
    named = [f"{name} [{each.n}]" for name, each in first.items()]
    return f"{number_word(len(first))} speakers are cited{about}: {row(named)}."


_EMPTY_REASON = re.compile(r"\W*for (?:this|that|these|the same) reasons?\W*", re.IGNORECASE)


def _reason(query: Query, citation: Citation, read: Span | None) -> str:
    given = citation.text[slice(*read)] if read else ""
    new = set(content_words(given)) - set(content_words(query.standalone)) - {"reason"}
    if read and _is_short(given) and len(new) > 1 and not _EMPTY_REASON.fullmatch(given):
        return f"“{' '.join(citation.text[slice(*read)].split())}”, {says(citation)} [{citation.n}]."
    if _REASON.search(citation.text):
        return f"{raised(who_says(citation))} gives a reason [{citation.n}]:"
    return f"No reason is named in so many words; the nearest [{citation.n}]:"


def _yes_no(query: Query, citations: Sequence[Citation], documents: Documents) -> str:
    said, citation = verdict(query, citations, documents)
    if citation is None or said == "unclear":
        first = citations[0]
        who = readable_name(first.speaker) if first.speaker and _asks_of(query, first.speaker) else ""
        return f"{who or 'The documents'} {'does' if who else 'do'} not say so in these words; the nearest [{first.n}]:"
    if said == "named":
        return f"Yes: {readable_name(citation.speaker or '')} speaks of it{on_day(citation)} [{citation.n}]."
    if said == "yes":
        return f"Yes, {says(citation)} [{citation.n}]."
    return f"No: {who_says(citation)} denies it [{citation.n}]."


def _asks_of(query: Query, speaker: str) -> bool:
    """Return whether a question is about what somebody said or did whose words are cited."""
    return bool(query.speaker) or set(words(speaker)) & set(words(query.standalone)) != set()


@dataclass(frozen=True)
class Line:
    """A first line, and whether the words that bear it are all that is shown at first."""

    text: str
    alone: bool = False


def statements_line(
    query: Query,
    evidence: Sequence[Evidence],
    citations: Sequence[Citation],
    documents: Documents,
    best: Citation | None = None,
) -> Line | None:
    """Return the first line above somebody's words; None where the words under their speaker say it themselves.

    `best` is the citation that is nearest to the question, wherever it stands.
    """
    first = citations[0]
    asked = line_asked(query.standalone)
    if asked == "yes_no":
        said = _yes_no(query, citations, documents)
        return Line(said, alone=said.startswith(("Yes", "No")))
    if asked == "when" and (day := _day_said(citations)):
        return Line(day, alone=True)
    if asked == "number" and (value := _value(first, best_amount(first.text, query.standalone, None))):
        return Line(value, alone=True)
    if asked == "why":
        return Line(_reason(query, first, None))
    said_by = _speakers if query.speaker is None else _how_many
    text = said_by(query, evidence, citations, best)
    return Line(text) if text else None


def _day_said(citations: Sequence[Citation]) -> str | None:
    dated = [each for each in citations if each.said_on]
    if not dated:
        return f"The documents do not say on which day [{citations[0].n}]:"
    days = list(dict.fromkeys(each.said_on for each in dated))
    numbers = {day: next(each.n for each in dated if each.said_on == day) for day in days}
    named = [
        f"{on_day(next(each for each in dated if each.said_on == day)).strip()} [{numbers[day]}]"
        for day in sorted(days, key=str)
    ]
    return f"{raised(row(named))}."


def _speakers(
    query: Query, evidence: Sequence[Evidence], citations: Sequence[Citation], best: Citation | None
) -> str | None:
    """Return who is cited, each name with a citation of theirs."""
    topic = quoted_topic(query)
    about = f" on {topic}" if topic != "this" else ""
    speakers = {each.speaker for each in citations if each.speaker}
    if len(speakers) == 1 and evidence[0].coverage >= WHOLE:
        one = next(each for each in citations if each.speaker)
        return f"It is {readable_name(one.speaker or '')}{on_day(one)}{hidden_sense(one)} [{one.n}]:"
    return _cited_speakers(citations, about)


def _how_many(
    query: Query, evidence: Sequence[Evidence], citations: Sequence[Citation], best: Citation | None
) -> str | None:
    """Return how many statements are shown, whose, on what and of when; of one its speaker's line says all."""
    speakers = {each.speaker for each in citations}
    if len(citations) < 2 or len(speakers) != 1 or None in speakers:
        return None
    topic = quoted_topic(query)
    whole = all(each.coverage >= WHOLE for each in evidence)
    about = f" {'about' if whole else 'nearest to'} {topic}" if topic != "this" else ""
    name = readable_name(next(iter(speakers)) or "")
    near = f"is [{best.n}]." if best and best is not citations[0] else f"[{best.n}]:" if best else ""
    direct = f"; nearest to the question {near}" if near else "."
    return f"{number_word(len(citations))} statements by {name}{about} are shown{span_of_days(citations)}{direct}"
