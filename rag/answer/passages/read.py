"""A question -> the passages nearest to it, whoever's they are, in the order of retrieval and of what the reader reads.

Of 188 questions of strangers that their documents answer, the first three of these passages hold all of the truth for
.73, the sentences that the product chose for .28; retrieval alone puts as many there (.70) and fewer first (.36 for
.48). Five passages read order them as well as twelve.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from index.records import Document
from index.storage.catalog import Catalog
from index.storage.embeddings import is_word
from index.text.countries import unified
from index.text.expressions import expression
from index.text.sentences import Span, sentences
from index.text.stems import content_words
from rag.answer.near.nearby import Nearby
from rag.answer.passages.wider import right_beside
from rag.records import Candidate, Query, Ranked, Reading

FEW = 100
"""Of fewer passages none is taken for the answer by itself: the best of them is read whatever is asked."""
READ = 5
"""So many of the passages nearest to the question are read."""
OWN = 3
"""So many of the asked speaker's passages are read besides."""
LOGIT = 0.1
"""What the reader's logit of whether a passage answers counts beside the score of retrieval. Of 1,022 held-out
questions (training/asked/) the first passage has all of the truth for .84, the first three for .92; with .05 to .2, or
with that of the span beside it, for as many."""
ANSWERABLE = (-6.0, 4.0)
"""Within these bounds the logit counts."""
UNREAD = -0.3
"""What is not read counts as what the reader doubts."""
_WORD = expression(r"[\w’']+")
ReadsTexts = Callable[[str, Sequence[str]], Sequence[Reading]]
Wanted = Callable[[Candidate], bool]


def is_there(place: Candidate) -> bool:
    """Return that a place is wanted: what chooses among passages where all are."""
    return True


@dataclass(frozen=True)
class ReadPassage:
    """A passage near to the question with what the reader makes of it."""

    candidate: Candidate
    reading: Reading | None = None

    @property
    def told(self) -> float:
        """Return what the reader says for the passage."""
        if self.reading is None:
            return UNREAD
        return LOGIT * _within(self.reading.answerable, ANSWERABLE)

    @property
    def rank(self) -> float:
        """Return by what the passages are put in order, highest first."""
        return self.candidate.score + self.told

    def nearest(self, text: str) -> Span | None:
        """Return where the sentence of a document's text stands in which the reader found words; None for none."""
        if self.reading is None or self.reading.start < 0:
            return None
        spans = sentences(text, self.candidate.start, self.candidate.end)
        return next((each for each in spans if each[0] <= self.reading.start < each[1]), None)


def _within(value: float, bounds: tuple[float, float]) -> float:
    return min(max(value, bounds[0]), bounds[1])


@dataclass(frozen=True)
class NearPassages:
    """Finds and reads the passages nearest to a question."""

    nearby: Nearby
    reads: ReadsTexts | None
    """What the reader makes of texts for a question; None where none reads."""
    documents: Catalog
    passages: int
    """How many passages there are in all."""

    @property
    def are_few(self) -> bool:
        """Return whether the passages are too few for the nearest to be on what is asked."""
        return self.passages < FEW

    def of_fact(self, query: Query, ranked: Ranked) -> list[ReadPassage]:
        """Return the passages nearest to the whole question, best first, with what was read in evidence of each."""
        candidates = self.nearby.passages(query, query.standalone, READ)
        passages = [ReadPassage(each, _best_reading(each, ranked)) for each in candidates]
        return sorted(passages, key=lambda each: -each.rank)

    def __call__(self, query: Query, wanted: Wanted = is_there) -> list[ReadPassage]:
        """Return the wanted ones of the passages nearest to the question under its filters, best first.

        They are the nearest whoever speaks, and the asked speaker's own. One is always the nearest. To a question of
        words that are none, and stand in no document, none is near.
        """
        if not self._knows_a_word(query):
            return []
        own = self.nearby.passages_of_speaker(query, OWN) if query.speakers else ()
        anybodys = self.nearby.passages(query, query.standalone, READ)
        more = (each for each in own if not any(_is_same(each, other) for other in anybodys))
        # The reader takes as long for one of them as all else does for a question.
        candidates = list(filter(wanted, (*anybodys, *more)))
        if self.reads is None:
            return [ReadPassage(each) for each in candidates]
        return sorted(self._read(query, candidates, self.reads), key=lambda each: -each.rank)

    def beside(self, query: Query, passages: Sequence[ReadPassage], wanted: Wanted = is_there) -> list[ReadPassage]:
        """Return what is wanted of what stands right before and behind passages, with what the reader makes of it."""
        if self.reads is None:
            return []
        shown = [(each.candidate, self.documents.document(each.candidate.document_id)) for each in passages]
        found = [(each, document, (each.start, each.end)) for each, document in shown if document]
        taken = [(document.id, span) for _, document, span in found]
        places = right_beside([(document, span) for _, document, span in found], taken)
        stand = (replace(found[at][0], start=start, end=end) for at, (start, end) in places)
        return self._read(query, filter(wanted, stand), self.reads)

    def _read(self, query: Query, candidates: Iterable[Candidate], reads: ReadsTexts) -> list[ReadPassage]:
        """Return places in documents with what the reader makes of each, in their order."""
        found = [(each, document) for each in candidates if (document := self.documents.document(each.document_id))]
        texts = [text_read(document, each) for each, document in found]
        read = zip(found, texts, reads(query.standalone, texts), strict=True)
        return [ReadPassage(each, placed(reading, (each.start, each.end), text)) for (each, _), text, reading in read]

    def _knows_a_word(self, query: Query) -> bool:
        """Return whether a word of the question stands in a document, or is one in which a document may tell it."""
        asked = [each for each in _WORD.findall(query.standalone) if content_words(each)]
        if not asked or any(is_word(self.nearby.embeddings, each) for each in asked):
            return True
        return bool(self.documents.search(sorted(set(content_words(unified(query.standalone)))), 1))


def text_read(document: Document, passage: Candidate) -> str:
    """Return what is read of a passage: its words after the title of its document."""
    return text_of_span(document, (passage.start, passage.end))


def text_of_span(document: Document, span: Span) -> str:
    """Return what is read of a span: its words after the title of its document."""
    return f"{document.title}. {document.text[slice(*span)]}"


def _is_same(one: Candidate, other: Candidate) -> bool:
    return (one.document_id, one.start) == (other.document_id, other.start)


def _best_reading(passage: Candidate, ranked: Ranked) -> Reading | None:
    """Return the best of what was read in the evidence of a passage; None where none was read."""
    read = [each.reading for each in ranked.evidence if each.reading and passage.opens(each)]
    return max(read, key=lambda each: each.margin + each.answerable, default=None)


def placed(reading: Reading, span: Span, text: str) -> Reading:
    """Return a reading with its words as offsets in the document; in the title before what is read they are nowhere."""
    before = span[1] - len(text)
    start, end = reading.start + before, reading.end + before
    if not span[0] <= start < span[1]:
        start = end = -1
    return reading._replace(start=start, end=end)
