"""What a document asks for, demands or recommends, or what it finds: all of it, in its order and its own words.

Read under a heading that says so ("Recommendations", "What we ask"), the items of its list one by one; else the
sentences in which whoever made the document asks or finds, with the list that such a sentence announces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from index.records import Document, owner_of
from index.storage.catalog import Catalog
from index.text.expressions import expression
from index.text.sentences import Span, sentences
from rag.answer.broad.central import Part
from rag.answer.broad.overview import main_parts, summary
from rag.answer.broad.parts import part_of
from rag.answer.broad.which import Find, meant
from rag.answer.broad.whole.sections import Section, body_end, items, list_behind, sections
from rag.answer.broad.wording import cited, points, title_of
from rag.check.cite import Form
from rag.rank.evidence import as_evidence
from rag.records import Aspect, Query, Segment

MOST = 12
FEWEST_ITEMS = 2
LEAST_WORDS = 3
_WHO = (
    r"(?:we|i|(?:the|this|our) (?:\w+ ){0,2}(?:court|commission|commissioner|committee|board|inquiry|report|review|"
    r"panel"
    r"|authors?|signatories|undersigned|union|group|team|investigation|tribunal|jury|coroner|assembly|members|residents"
    r"|workers|staff|association|study|survey|audit|auditors?|inspectors?|reviewers?|letter|petition|council|judge"
    r"|organi[sz]ation|charity|company|party|ministry|government|campaign|coalition|federation|society|institute|club"
    r"|school|parents|teachers|students|farmers|tenants|researchers|scientists|experts|doctors|nurses|campaigners)"
    r"|(?-i:[A-Z]{2,6}|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,3}))"
)
_SUMMARY = expression(r"\bsummary\b", re.IGNORECASE)
"""A heading under which findings stand where no other has them."""
_ADVERB = r"(?:(?:therefore|also|further|hereby|now|urgently|strongly|again|unanimously|do|does|did|not) ){0,3}"


class _Told(NamedTuple):
    """How a document says what is asked for: in a heading, in a sentence, and in the first line of the answer."""

    heading: re.Pattern[str]
    sentence: re.Pattern[str]
    line: str
    none: str


_TOLD: dict[Aspect, _Told] = {
    "requests": _Told(
        expression(
            r"\b(?:recommend\w*|demands?|requests?|proposals?|proposes?|asks?|calls? (?:for|on|to)|appeals?|what we "
            r"want"
            r"|we (?:want|call)|empfehlungen|forderungen|zalecenia|рекомендации|recommandations)\b",
            re.IGNORECASE,
        ),
        expression(
            rf"\b{_WHO},? {_ADVERB}(?:asks?|asked|urges?|urged|demands?|demanded|calls? (?:on|for|upon)|called "
            rf"(?:on|for|upon)"
            r"|requests?|requested|recommends?|recommended|proposes?|proposed|appeals? (?:to|for)|appealed (?:to|"
            r"for)|insists?"
            r"|wants?|seeks?|sought|(?:is|are) (?:asking|urging|calling|seeking|demanding|proposing))"
            r"\b(?! (?:\w+ ){0,9}(?:myself|ourselves|why|whether|if)\b)|\brecommends? that\b|\b(?:is|are) "
            r"(?:therefore "
            r")?(?:recommended"
            r"|requested|called (?:on|upon))\b",
            re.IGNORECASE,
        ),
        "What {} asks for or recommends, in its own words:",
        "No sentence was recognised in which {} asks for or recommends something; its main points:",
    ),
    "findings": _Told(
        expression(
            r"\b(?:findings?|conclusions?|results|we found|found|concluded|summary|ergebnisse|fazit|wnioski|выводы"
            r"|conclusions|résultats)\b",
            re.IGNORECASE,
        ),
        expression(
            rf"\b{_WHO},? {_ADVERB}(?:finds?|found|concludes?|concluded|establishe?[sd]|is satisfied|are satisfied|"
            rf"censures?"
            r"|attaches|attributes?|determines?|determined|holds?|held|saw|counted)\b"
            r"|\b(?:was|were) (?:due to|caused by)\b|\b(?:results|figures|data|evidence) (?:show|suggest)",
            re.IGNORECASE,
        ),
        "What {} finds, in its own words:",
        "No sentence was recognised in which {} says what it finds; its main points:",
    ),
}


def requests(query: Query, catalog: Catalog, find: Find) -> Form | None:
    """Return what the documents meant ask for or find, with their main points where they say none of it."""
    found = meant(query, catalog, find)
    if found and found.unclear:
        return summary(replace(query, broad=query.broad and replace(query.broad, aspect="summary")), catalog, find)
    if found is None or query.broad is None or len(found.documents) > MOST:
        return None
    told = _TOLD[query.broad.aspect]
    parts = [part for each in found.documents for part in _parts(each, told, catalog)][:MOST]
    called = title_of(found.one) if found.one else "each of them"
    if not parts:
        return _main_points(query, told.none.format(called), catalog, find)
    first = f"{found.assumed} {told.line.format(called)}".strip()
    more = _more(parts, found.one, told, query, catalog) if found.one and len(parts) < FEW else []
    citations = cited([*parts, *more], catalog)
    segments = [Segment(first), *points(parts, citations[: len(parts)], None, found.one is not None)]
    if more:
        segments += [Segment(MORE), *points(more, citations[len(parts) :], None, True)]
    return Form(tuple(segments), tuple(citations))


FEW, MORE = 3, "\n\nIts main points besides:"
"""With fewer sentences that ask or find, much may be asked in words that are not known: the main points follow."""


def _more(parts: list[Part], document: Document, told: _Told, query: Query, catalog: Catalog) -> list[Part]:
    """Return the main points of a document that has no heading over what is asked."""
    if _headed(parts[0].document.text, told):
        return []
    spans = [each.span for each in parts]
    bare = replace(query, speaker=None, speakers=())
    found = main_parts(document, bare, catalog)
    return [each for each in found if not any(each.span[0] < end and start < each.span[1] for start, end in spans)]


def _main_points(query: Query, none: str, catalog: Catalog, find: Find) -> Form | None:
    assert query.broad is not None
    form = summary(replace(query, broad=replace(query.broad, aspect="summary")), catalog, find)
    if form is None:
        return None
    first, *rest = form.segments
    return replace(form, segments=(Segment(f"{none} {first.text}"), *rest))


def _parts(document: Document, told: _Told, catalog: Catalog) -> list[Part]:
    whole = catalog.document(document.id)
    if whole is None:
        return []
    statements = catalog.statements(whole.id)
    spans = list(_spans(whole.text, told))
    owned = ((span, owner_of(span, statements)) for span in spans)
    return [part_of(whole, as_evidence(whole, span, owner, score=1.0, coverage=1.0)) for span, owner in owned]


def _spans(text: str, told: _Told) -> Iterator[Span]:
    """Yield where a text says what is asked for: under its headings, else in its sentences."""
    found = [span for each in _headed(text, told) for span in _under(text, each)]
    yield from found or _said(text, told)


def _headed(text: str, told: _Told) -> list[Section]:
    under = [each for each in sections(text) if each.heading and told.heading.search(each.heading)]
    return [each for each in under if not _SUMMARY.search(each.heading)] or under


def _under(text: str, section: Section) -> Iterator[Span]:
    """Yield the items of a section's list, else its sentences: neither rows of a table nor whoever signs."""
    listed = items(text, section.start, section.end)
    if len(listed) >= FEWEST_ITEMS and 2 * sum(end - start for start, end in listed) >= section.end - section.start:
        yield from listed
        return
    for span in sentences(text, section.start, section.end):
        if _tells(text, span):
            yield span


def _said(text: str, told: _Told) -> Iterator[Span]:
    """Yield the sentences that say it, one that announces a list with the items behind it."""
    body = body_end(text)
    taken: set[Span] = set()
    for span in sentences(text, 0, body):
        words = text[slice(*span)]
        says = told.sentence.search(words) or (_FOLLOW.search(words.strip()) and told.heading.search(words))
        if not says or not _tells(text, span) or _AIDE.search(words):
            continue
        for each in list_behind(text, span, body) or _behind(text, span, body) or [span]:
            if each not in taken:
                taken.add(each)
                yield each


_AIDE = expression(
    r"\?[\W_]*$|\bto (?:thank|congratulate|welcome|greet)\b|\breliab\w+|\bif (?:we|you|i) want\b|\bmethodolog\w+",
    re.IGNORECASE,
)
"""What is asked as a question, thanks, and how findings were come by."""
_FOLLOW = expression(
    r"\b(?:following|these|main|key|our)\b[^:]{0,40}\b(?:findings|conclusions|results|recommendations|demands|requests|"
    r"proposals)\b[^:]{0,20}:$",
    re.IGNORECASE,
)
BEHIND, REACH = 6, 900
"""So many sentences within so many characters stand behind such an announcement."""


def _behind(text: str, span: Span, body: int) -> list[Span]:
    """Return the sentences up to the next heading that a sentence announces without a list."""
    if not _FOLLOW.search(text[slice(*span)].strip()):
        return []
    stop = next((each.start for each in sections(text) if each.start > span[1]), body)
    found = sentences(text, span[1], min(stop, span[1] + REACH))
    return [each for each in found if _tells(text, each)][:BEHIND]


def _tells(text: str, span: Span) -> bool:
    words = text[slice(*span)].strip()
    return "|" not in words and len(words.split()) >= LEAST_WORDS and words[-1] in '.!;:,)”"’»'
