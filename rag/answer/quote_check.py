"""Did X say "…"? A quotation -> exact, altered, somebody else's, or not found, with the true wording shown.

Exact-word search for the quotation's rarest words gives the passages that can hold it; there it is looked up strictly.
Only where it stands nowhere is the nearest wording looked for, and that is shown as what differs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from index.names.names import is_name
from index.records import Document, Statement, owner_of
from index.senses.sense import is_shown, sense_in
from index.storage.catalog import Catalog
from index.text.sentences import Span, paragraphs, sentences
from index.text.stems import words
from rag.answer.differences import difference_lines, turned
from rag.answer.quote_opening import CITED, NOT_IN_THESE, opening, tells_difference
from rag.answer.quote_place import Place, place_of
from rag.answer.quoted.asked import asks_about, surroundings_of
from rag.answer.quoted.clauses import of_clauses, own_words
from rag.answer.quoted.heads import is_called
from rag.answer.quoted.search import exact_places, nearest_places, standing, without_difference
from rag.check import cite
from rag.check.cite import Form
from rag.check.quote_matching import is_its_own, nearest, parts_of, unmarked_parts
from rag.find.filters import said_by_asked
from rag.find.scope import why_nothing
from rag.find.told_year import of_any_day
from rag.ownership import Whose, whose
from rag.phrasing import readable_period
from rag.rank.evidence import as_evidence
from rag.records import Citation, Difference, Evidence, Query, Scope, Segment, Verdict

ByMeaning = Callable[[], Sequence[Evidence]]
OTHERS = 0.25
"""Somebody else's words are the asked ones, altered, only at a smaller distance than the asked speaker's own."""
SHOWN = 3
CONTEXT_WORDS, WHOLE_WORDS = 60, 400
"""The sentence around the words is shown up to so many; up to more where it alone tells in what sense they stand."""
WHOLE = " The whole sentence:"
NEAREST, NEAR = 3, 0.5
"""So many of the nearest wordings are shown where nothing was found, up to so large a distance."""


def check(query: Query, catalog: Catalog, scope: Scope, by_meaning: ByMeaning = tuple) -> Form:
    """Return the answer to whether the quotation was said, and by whom; `by_meaning` finds what is near in meaning.

    Where it stands nowhere in the days that the question names, it is looked for in all: a day is often misremembered,
    and that of a document may be of its copy.
    """
    found = _checked(query, catalog, scope, by_meaning)
    names_days = query.since and query.until and {"since", "until"} <= set(query.inferred) and not query.periods
    if found.verdict != "not_found" or not names_days:
        return found
    elsewhere = _checked(of_any_day(query), catalog, scope, by_meaning)
    if elsewhere.verdict == "not_found":
        return found
    days = readable_period(query.since or "", query.until or "")
    return replace(elsewhere, segments=(Segment(f"Not found among what is dated {days}. "), *elsewhere.segments))


def _checked(query: Query, catalog: Catalog, scope: Scope, by_meaning: ByMeaning) -> Form:
    asked = query.quotation or ""
    places = standing(query, asked, catalog)
    if same := without_difference(places):
        return _found(query, own_words(query, asked, same, catalog) or same, catalog)
    if len(unmarked := unmarked_parts(asked)) > 1:
        places += exact_places(query, unmarked, catalog, marked=False)
    located = _by_distance(query, [*places, *nearest_places(query, asked, catalog)])
    if same := without_difference(located):
        return _found(query, same, catalog)
    if best := [each for each in located if _altered(query, asked, each)]:
        return _found(query, best[:1], catalog)
    if several := of_clauses(query, asked, catalog):
        return _several(query, several, catalog)
    if len(parts := parts_of(asked)) > 1:
        located = [place for part in parts for place in _by_distance(query, nearest_places(query, part, catalog))[:1]]
    return _missing(query, located, by_meaning, catalog, scope)


def _by_distance(query: Query, places: Iterable[Place]) -> list[Place]:
    return sorted(places, key=lambda each: (each.found.distance, each.speaker not in query.speakers))


def _altered(query: Query, asked: str, place: Place) -> bool:
    if place.found.parts_stand:
        return True
    own = not query.speaker or place.speaker in query.speakers or (bool(place.voice) and _theirs(query, place))
    return is_its_own(asked, place.found, place.document.text, *(() if own else (OTHERS,)))


def _found(query: Query, places: list[Place], catalog: Catalog) -> Form:
    """Return the answer that shows where the words, or the nearest to them, were said."""
    right = _right(query, places)
    chosen = sorted(right or places, key=lambda each: _order(query, each))
    first, difference = chosen[0], chosen[0].found.difference
    verdict = _verdict(bool(right), difference)
    text = opening(query, verdict, first, _whose(query, first))
    form = _shown_at(chosen, text, catalog, with_lines=not tells_difference(query, first, verdict))
    return replace(form if not asks_about(query) else _with_surroundings(form, first, catalog), verdict=verdict)


def _several(query: Query, places: list[Place], catalog: Catalog) -> Form:
    """Return the answer that shows the nearest to each clause of a quotation, where one voice has them all."""
    how = next(filter(None, (turned(each.found.difference) for each in places)), "")
    text = f"Altered in sense: {how}. The document has:" if how else "Not in these words. The document has:"
    form = _shown_at(places, text, catalog)
    lines = [difference_lines(each.found.difference, each) for each in places[1:]]
    difference = tuple(one for each in places for one in each.found.difference)
    segments = (*form.segments, *(Segment(each) for each in lines if each))
    return replace(
        form,
        segments=segments,
        verdict="altered",
        difference=difference,
    )


def _shown_at(chosen: Sequence[Place], text: str, catalog: Catalog, with_lines: bool = True) -> Form:
    """Return the answer with its first sentence and the sentences around the words, under who said them."""
    first = chosen[0]
    pieces = [(place, piece) for place in chosen[:SHOWN] for piece in _evidence(place)]
    leading = _leading(first, [piece for _, piece in pieces], catalog)
    citations = cite.cite([*leading, *(piece for _, piece in pieces)], catalog)
    alone, rest = citations[: len(leading)], citations[len(leading) :]
    shown = [
        _Shown(place, citation, _who(place, piece, citation))
        for (place, piece), citation in zip(pieces, rest, strict=True)
    ]
    segments = [
        *_opened(text, alone, [each.who for each in shown]),
        *([Segment(" The next sentence takes them back.")] if first.retraction else []),
        *_quoted(shown),
        *_remarks(chosen, citations, with_lines),
    ]
    return Form(tuple(segments), tuple(citations), difference=first.found.difference)


def _with_surroundings(form: Form, place: Place, catalog: Catalog) -> Form:
    """Return the answer with what stands before and behind the words, which tells what they are about."""
    span = surroundings_of(place)
    if span is None:
        return form
    owner = owner_of(span, catalog.statements(place.document.id))
    (citation,) = cite.cite([_certain(place.document, span, owner)], catalog)
    citation = replace(citation, n=len(form.citations) + 1)
    segments = (*form.segments, Segment("\n\nWhat stands around them: "), *cite.shown(citation))
    return replace(form, segments=segments, citations=(*form.citations, citation))


@dataclass(frozen=True)
class _Shown:
    """A cited piece of the sentences around the words, with who said it."""

    place: Place
    citation: Citation
    who: str


def _right(query: Query, places: list[Place]) -> list[Place]:
    """Return the places where the asked speaker says the words, or is reported to; any where nobody is asked after."""
    own = [each for each in places if each.said and (not query.speaker or _theirs(query, each))]
    own = own or [each for each in places if each.quotes(query.speaker) or each.retold_by(query.speakers)]
    return own or ([] if query.speaker else places)


def _verdict(right: bool, difference: Sequence[Difference]) -> Verdict:
    if difference and (right or turned(difference)):
        return "altered"
    return "exact" if right else "other_speaker"


def _quoted(shown: Sequence[_Shown]) -> Iterator[Segment]:
    """Yield the pieces under who said them, with the asked words marked."""
    before: Place | None = None
    for each in shown:
        yield Segment("\n\n" if each.place is before else f"\n\n{each.who}: ")
        yield from cite.shown(each.citation, _marked(each))
        before = each.place


def _marked(shown: _Shown) -> Span | None:
    """Return where in the cited piece the asked words stand."""
    first, last = shown.place.found.span
    start, end = max(first, shown.citation.start), min(last, shown.citation.end)
    return (start - shown.citation.start, end - shown.citation.start) if start < end else None


def _remarks(chosen: Sequence[Place], citations: Sequence[Citation], with_lines: bool) -> Iterator[Segment]:
    """Yield how many places more there are, whose the square brackets are, and what differs."""
    if len(chosen) > SHOWN:
        yield Segment(f"\n\nThey are in {len(chosen) - SHOWN} more places.")
    if any("[" in each.text for each in citations):
        yield Segment("\n\nThe words in square brackets were added by the document.")
    if with_lines and (lines := difference_lines(chosen[0].found.difference, chosen[0])):
        yield Segment(f"\n{lines}")


def _theirs(query: Query, place: Place) -> bool:
    """Return whether a place's words are those of the asked speaker, by name or by what the document calls them."""
    return _whose(query, place) == "theirs"


def _whose(query: Query, place: Place) -> Whose:
    """Return whether the words of a place are the asked speaker's, another's or not clearly either."""
    if not (query.speaker or query.speakers):
        return "unclear"
    if place.voice:
        return "theirs" if is_called(place.voice, query.speaker, *query.speakers) else "others"
    if place.owner is None:
        return "unclear"
    if said_by_asked(query, place.speaker, place.document.id):
        return "theirs"
    return _whose_by_name(query, place, place.owner)


def _whose_by_name(query: Query, place: Place, owner: Statement) -> Whose:
    asked = query.speaker or ""
    names = [asked] if is_name(asked) else [each for each in query.speakers if is_name(each)]
    found = {whose(owner, each, place.document) for each in names or [asked]}
    surely = found == {"others"} and not _may_be_of_one_named(names or [asked], place)
    return "theirs" if "theirs" in found else "others" if surely else "unclear"


def _may_be_of_one_named(names: Sequence[str], place: Place) -> bool:
    """Return whether whose the words are was only judged by the context, and a name that is asked for stands before."""
    owner, text = place.owner, place.document.text
    if owner is None or owner.confidence >= cite.LIKELY:
        return False
    start = text.rfind("\n", 0, place.found.span[0]) + 1
    before = set(words(text[start : place.found.span[0]]))
    return any(set(words(each)) <= before for each in names)


def _order(query: Query, place: Place) -> tuple[bool, ...]:
    """Return what puts the place first that is shown: said, not surely another's, plain, of a known speaker."""
    others = bool(query.speaker) and place.said and _whose(query, place) == "others"
    named = bool(place.speaker) and is_name(place.speaker or "")
    return not place.said, others, place.sense != "plain", place.speaker is None, not named


def _opened(text: str, leading: Sequence[Citation], names: Sequence[str]) -> list[Segment]:
    """Return the first sentence, with the asked words where they are cited alone, and the whole sentence announced."""
    before, cited, after = text.partition(CITED)
    if leading and cited:
        segments = [Segment(f"{before}: "), *cite.shown(leading[0]), Segment(after)]
    else:
        # What differs quotes the question too, and is a segment of its own.
        first, not_theirs, rest = f"{before}{after}".partition(NOT_IN_THESE)
        segments = [Segment(f"{first}{not_theirs}"), *([Segment(rest)] if rest else [])]
    last = segments[-1].text
    if last.endswith(WHOLE) and names and names[0].startswith(WHOLE.strip(": ")):
        segments[-1] = Segment(last.removesuffix(WHOLE))
    return segments


def _leading(place: Place, shown: Sequence[Evidence], catalog: Catalog) -> list[Evidence]:
    """Return the asked words alone, to be cited first, where the sentence shown for them has another sense than they.

    "I never said that X" is plain as a whole; who cites X must know that it stands under a denial.
    """
    if place.found.difference or not shown or place.voice:
        return []
    text, statements = place.document.text, catalog.statements(place.document.id)
    if cite.sense_at(text, (shown[0].start, shown[0].end), statements) == place.sense:
        return []
    pieces = [(span, owner) for span, owner in place.pieces if sense_in(text, span, owner) == place.sense]
    return [_certain(place.document, span, owner) for span, owner in pieces[:1]]


def _who(place: Place, evidence: Evidence, citation: Citation) -> str:
    if place.voice and not citation.candidates:
        return f"{place.voice}, by the head of the text{cite.day_of_words(replace(citation, speaker=None))}"
    if citation.speaker:
        return cite.lead(evidence, citation)
    if place.owner and place.owner.candidates:
        return f"{citation.title}, speaker unsure: {' or '.join(place.owner.candidates)}"
    if place.owner and place.owner.speaker:
        return f"The whole sentence in “{citation.title}”"
    if place.owner:
        return f"Quoted in {citation.title}, which does not make clear whose words they are"
    return f"{citation.title}, in its own words"


def _evidence(place: Place) -> list[Evidence]:
    """Return the whole sentences around the words as evidence, a piece within each statement that holds some."""
    limit = CONTEXT_WORDS if place.sense == "plain" else WHOLE_WORDS
    # A whole sentence is the speaker's by the head of the text, not only what it reports.
    pieces = [_piece(place.document, span, None if place.voice else owner, limit) for span, owner in place.pieces]
    if place.retraction and place.retraction[0] >= pieces[-1].end:
        pieces.append(_certain(place.document, place.retraction, place.owners[-1]))
    return pieces


def _piece(document: Document, span: Span, owner: Statement | None, limit: int) -> Evidence:
    """Return the sentences around words, with that around their quotation where it gives them their sense."""
    text = document.text
    around = _sentences_around(text, span, owner, limit)
    sense = sense_in(text, around, owner) if owner and not owner.reported_by else "plain"
    if owner and not is_shown(text[slice(*around)], sense):
        return _certain(document, _sentences_around(text, (owner.start, owner.end), None, limit), None)
    return _certain(document, around, owner)


def _certain(document: Document, span: Span, owner: Statement | None) -> Evidence:
    """Return a span as evidence that needs no ranking: the asked words stand in it."""
    return as_evidence(document, span, owner, score=1.0, coverage=1.0, cosine=1.0)


def _sentences_around(text: str, span: Span, owner: Statement | None, limit: int) -> Span:
    first = owner.start if owner else max(text.rfind("\n", 0, span[0]) + 1, span[0] - 1_000)
    newline = text.find("\n", span[1])
    last = owner.end if owner else min(newline if newline >= 0 else len(text), span[1] + 1_000)
    near = sentences(text, max(first, span[0] - 2_000), min(last, span[1] + 2_000))
    inside = [each for each in near if each[0] < span[1] and each[1] > span[0]]
    if not inside:
        return span
    start, end = min(inside[0][0], span[0]), max(inside[-1][1], span[1])
    return (start, end) if len(text[start:end].split()) <= max(limit, len(text[slice(*span)].split())) else span


def _within_paragraph(asked: str, place: Place, catalog: Catalog) -> Place:
    """Return the place, or its nearest paragraph where words of several were needed to come near."""
    text, (start, end) = place.document.text, place.found.span
    if "\n" not in text[start:end]:
        return place
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    here = paragraphs(text[first : last if last >= 0 else len(text)])
    found = [near for one, other in here if (near := nearest(asked, text, first + one, first + other))]
    if not found:
        return place
    best = min(found, key=lambda each: each.distance)
    return place_of(place.document, best, catalog.statements(place.document.id))


def _missing(query: Query, located: list[Place], by_meaning: ByMeaning, catalog: Catalog, scope: Scope) -> Form:
    whose = f" by {query.speaker}" if query.speaker else ""
    where = f"{why_nothing(query, catalog)}Searched {cite.searched(scope, query.inferred)}."
    text = f"These words{whose} were not found. {where}"
    asked = " ".join(parts_of(query.quotation or ""))
    near = [_within_paragraph(asked, each, catalog) for each in located if each.found.distance <= NEAR]
    # Farther away, words that only join others ("we will be … because our") are all that is alike.
    evidence = [piece for each in near for piece in _evidence(each)] or by_meaning()
    unique = list({(each.document_id, each.start, each.end): each for each in evidence}.values())[:NEAREST]
    return Form((Segment(text),), nearest=tuple(cite.cite(unique, catalog)), verdict="not_found")
