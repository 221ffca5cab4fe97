"""What a group of people says of a subject, each by name: the most direct words of all who speak of it.

"What do people in Lorn say about the tram?" means the article on it and all who speak there; "What do the senators at
the 2031 hearing say about jobs?" the words of those who are called senators, in the documents of that occasion.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from index.records import Document, Statement
from index.storage.catalog import Catalog
from index.text.counts import counted
from index.text.expressions import expression
from index.text.sentences import sentences
from index.text.stems import content_words
from index.transcripts.label_names import INTERVIEWER
from rag.answer.broad.central import Part
from rag.answer.broad.fit import is_whole
from rag.answer.broad.parts import part_of
from rag.answer.broad.whole.across import weights_of
from rag.answer.broad.whole.located import Located, located
from rag.answer.broad.wording import cited, days_of, names_of, points, title_of
from rag.check.cite import Form
from rag.phrasing import raised
from rag.rank.evidence import as_evidence
from rag.rank.whole_sentences import needs_its_sentence
from rag.records import Query, Segment
from rag.understand.broad.wholes import Whole
from rag.understand.documents.kinds import words_of

LEAST, NEAR = 0.6, 0.08
"""The share of the question's words that a document must have, and how near to the best others fit too."""
ON_IT = 0.5
"""The share of a subject's weight at the head of an article in which all words are on it."""
MOST_DOCUMENTS, MOST, OF_ONE, FEWEST = 6, 18, 3, 2
FEWEST_WORDS, FULL = 5, 15
SURE = 0.6
"""As sure as "she said" after a name makes it; how unsure it is, is told beside the words."""
NAMED, JUDGES = 0.6, 0.6
"""What naming the subject counts, and a judgement of the speaker's own."""
_JUDGES = expression(
    r"\b(?:must|should|needs?|cannot|can['’]t|won['’]t|good|bad|better|worse|best|worst|great|terrible|foolish|stupid|"
    r"unfair|wrong|right|excited|worried|afraid|happy|angry|hope(?:fully)?|fears?|fortunately|unfortunately|certainly|"
    r"never|too|support|oppose|waste|love|hate|welcome)\b",
    re.IGNORECASE,
)
_YEAR = expression(r"\b(?:1[5-9]|20)\d\d\b")
_OCCASION = expression(
    r"\b(?:hearing|meeting|debate|session|conference|inquiry|panel|sitting|committee|in|at|of|the|on|from|before)\b",
    re.I,
)
Said = dict[str, list[tuple[float, Part]]]


def group_views(asked: Whole, query: Query, catalog: Catalog) -> Form | None:
    """Return the words of each of a group on a subject, None where fewer than two of them speak of it."""
    documents = _of_occasion(asked, query, catalog) if asked.by_office else _articles(asked, query, catalog)
    said: Said = defaultdict(list)
    for each in documents:
        if document := catalog.document(each.id):
            _add(said, document, asked, catalog)
    if len(said) < FEWEST:
        return None
    best = [pair for own in said.values() for pair in sorted(own, key=lambda pair: -pair[0])[:OF_ONE]]
    firsts = [max(own, key=lambda pair: pair[0]) for own in said.values()]
    rest = sorted((each for each in best if each not in firsts), key=lambda pair: -pair[0])
    chosen = [part for _, part in [*firsts, *rest][:MOST]]
    order = sorted(chosen, key=lambda each: (each.document.published or "", each.document.id, each.span))
    return _form(order, asked, catalog)


def _articles(asked: Whole, query: Query, catalog: Catalog) -> list[Document]:
    """Return the document on a subject at a place, or the few that are as much on it."""
    found = [each for each in located(f"{asked.words} {asked.topic}", query, catalog) if each.share >= LEAST]
    headed = [each for each in found if _heads(each, asked, catalog)]
    if not headed:
        return []
    return [each.document for each in headed if each.share >= headed[0].share - NEAR][:MOST_DOCUMENTS]


def _heads(found: Located, asked: Whole, catalog: Catalog) -> bool:
    """Return whether half of the subject stands at a document's head."""
    weights = weights_of(asked.topic, catalog)
    head = words_of(found.document, catalog)
    return sum(weights[each] for each in weights if each in head) >= ON_IT * sum(weights.values())


def _of_occasion(asked: Whole, query: Query, catalog: Catalog) -> list[Document]:
    """Return the documents that may be of an occasion: none that is of another year than the question names."""
    years = set(_YEAR.findall(asked.words))
    rest = " ".join(_OCCASION.sub(" ", _YEAR.sub(" ", asked.words)).split())
    found = located(f"{rest} {asked.topic}", query, catalog)
    of_year = [
        each.document
        for each in found
        if each.share >= LEAST and (not years or (each.document.published or "")[:4] in {*years, ""})
    ]
    return of_year[: 4 * MOST_DOCUMENTS]


def _add(said: Said, document: Document, asked: Whole, catalog: Catalog) -> None:
    """Add the sentences of a document in which somebody of the group speaks of the subject."""
    weights = weights_of(asked.topic, catalog)
    for statement in catalog.statements(document.id):
        if statement.kind == "reported" or not _is_of_group(statement, document, asked):
            continue
        nobody = document.id if asked.by_office else f"somebody at {statement.start // 400}"
        for part in _sentences(document, statement):
            value = _value(part, statement, weights, must_name=asked.by_office)
            if value:
                said[statement.speaker or nobody].append((value, part))


def _value(part: Part, statement: Statement, weights: Mapping[str, float], *, must_name: bool) -> float:
    """Return what a sentence is worth as somebody's words on a subject, 0 of one that says nothing of it by itself."""
    words = part.document.text[slice(*part.span)]
    count = len(words.split())
    named = sum(weights[each] for each in set(content_words(words)) & set(weights)) / (sum(weights.values()) or 1.0)
    if count < FEWEST_WORDS or words.rstrip(" ”\"'’").endswith("?") or (must_name and not named):
        return 0.0
    if statement.kind == "turn" and not is_whole(part.document.text, part.span):
        return 0.0
    return min(1.0, count / FULL) + NAMED * named + (JUDGES if _JUDGES.search(words) else 0.0)


def _is_of_group(statement: Statement, document: Document, asked: Whole) -> bool:
    """Return whether words are surely somebody's, and of those that an office names, of one whom the text calls so."""
    if statement.candidates or statement.reported_by or statement.speaker == INTERVIEWER:
        return False
    if not asked.by_office:
        return statement.speaker is None or statement.confidence >= SURE
    if not statement.speaker:
        return statement.kind == "turn" and _office(asked) in document.title.lower()
    if statement.confidence < SURE:
        return False
    surname = statement.speaker.split()[-1]
    return bool(
        re.search(rf"\b{re.escape(_office(asked))}\.?\s+(?:\w+\.?\s+)?{re.escape(surname)}\b", document.text, re.I)
    )


def _office(asked: Whole) -> str:
    return re.sub(r"(?<=\w)s$", "", asked.who.lower().split()[-1])


def _sentences(document: Document, statement: Statement) -> Iterator[Part]:
    """Yield the sentences of a statement; of words by nobody named, or that need it, the sentence around them."""
    text = document.text
    if statement.speaker and not needs_its_sentence(text, statement):
        for span in sentences(text, statement.start, statement.end):
            yield part_of(document, as_evidence(document, span, statement, score=1.0, coverage=1.0))
        return
    if statement.kind == "turn":
        # A page that breaks a speech off leaves the rest without a name: it is told as the document's.
        for span in sentences(text, statement.start, statement.end):
            yield part_of(document, as_evidence(document, span, None, score=1.0, coverage=1.0))
        return
    start = text.rfind("\n", 0, statement.start) + 1
    end = text.find("\n", statement.end)
    for span in sentences(text, start, end if end >= 0 else len(text)):
        if span[0] <= statement.start and statement.end <= span[1]:
            yield part_of(document, as_evidence(document, span, None, score=1.0, coverage=1.0))


def _form(chosen: Sequence[Part], asked: Whole, catalog: Catalog) -> Form:
    citations = cited(chosen, catalog)
    people = list(dict.fromkeys(each.evidence.speaker for each in chosen if each.evidence.speaker))
    documents = list({each.document.id: each.document for each in chosen}.values())
    one = documents[0] if len(documents) == 1 else None
    where = title_of(one) if one else f"{counted(len(documents), 'document')}{days_of(documents)}"
    verb = "speaks" if len(people) == 1 else "speak"
    who = raised(names_of(people, MOST)) if people else "People who are not named"
    first = f"{who} {verb} of {asked.topic} in {where}; the main words of each:"
    return Form((Segment(first), *points(chosen, citations, None, one is not None)), tuple(citations))
