"""An answer -> the same with what stands right before or behind its words, where the reader says that this answers too.

What is shown mostly stops short: of 42 answers to four strangers' 220 questions that lacked a part of the truth 28 had
it within 500 characters of what they showed. A wider room for all is no remedy (rag/answer/passages/wider.py); what the
reader says of what stands beside tells where to read on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.records import Document, owner_of
from index.storage.catalog import Catalog
from index.text.sentences import Span
from rag.answer.opening.datelines import without_dateline
from rag.answer.passages.read import ReadsTexts, placed, text_of_span
from rag.answer.passages.told_by import stands_in_unsure_words, stands_in_words_of_others
from rag.answer.passages.wider import right_beside
from rag.check import cite, verify
from rag.check.speeches import speaks_throughout, speech_of
from rag.rank.evidence import as_evidence
from rag.records import Answer, Citation, Evidence, Query, Reading, Segment

READ_FROM = 2
"""Beside so many of the first words that are shown is read on. With the third no more is won."""
ENOUGH = 1.5
"""The reader's logit from which what stands beside is shown. Of 42 answers of strangers that lacked a part of the truth
14 then have it, with 21 words more an answer in the mean of 183; with 0 18, with 43 more; with 2 12, with 17. Of 31 of
440 to held-out questions (training/asked/) 6, 7 and 6, with 8, 22 and 6 words."""


@dataclass(frozen=True)
class _Beside:
    """What stands right before or behind cited words: where, and of which of them."""

    citation: Citation
    document: Document
    span: Span
    reading: Reading | None = None

    @property
    def is_before(self) -> bool:
        return self.span[1] <= self.citation.start


@dataclass(frozen=True)
class ReadOn:
    """Reads on from the words that an answer shows first."""

    reads: ReadsTexts
    documents: Catalog

    def __call__(self, query: Query, answer: Answer) -> Answer:
        """Return the answer with what stands beside its first words and answers, too, in the documents' own words.

        A speech that is shown goes on, as does a passage; what stands before them or beside a quotation follows by
        itself, so that what answers stays first. Beside somebody's words on a topic nobody else's are shown.
        """
        if answer.status != "answered" or answer.unsure or answer.kind not in ("fact", "statements"):
            return answer
        found = [each for each in self._read(query, answer) if self._answers(query, each)]
        for each in found:
            answer = self._grown(answer, each) or self._followed(answer, each)
        return answer

    def _read(self, query: Query, answer: Answer) -> list[_Beside]:
        """Return what stands beside the first words that are shown, with what the reader makes of each."""
        places = [each for each in self._places(answer) if query.kind != "fact" or _may_answer_fact(answer, each)]
        texts = [text_of_span(each.document, each.span) for each in places]
        read = zip(places, texts, self.reads(query.standalone, texts), strict=True)
        return [replace(each, reading=placed(reading, each.span, text)) for each, text, reading in read]

    def _places(self, answer: Answer) -> Iterator[_Beside]:
        first = [(each, self.documents.document(each.doc)) for each in answer.citations[:READ_FROM]]
        shown = [(each, document) for each, document in first if document and not each.candidates]
        taken = [(each.doc, (each.start, each.end)) for each in answer.citations]
        for at, span in right_beside([(document, (each.start, each.end)) for each, document in shown], taken):
            yield _Beside(*shown[at], span)

    def _answers(self, query: Query, place: _Beside) -> bool:
        """Return whether what stands beside answers, and is not in another's words where somebody's are asked for."""
        if place.reading is None or place.reading.answerable < ENOUGH:
            return False
        speaker = place.citation.speaker
        if query.kind != "statements" or speaker is None:
            return True
        reading, statements = place.reading, self.documents.statements(place.document.id)
        found = (reading.start, reading.end) if reading.start >= 0 else place.span
        return not (
            stands_in_unsure_words(found, statements) or stands_in_words_of_others((speaker,), found, statements)
        )

    def _grown(self, answer: Answer, place: _Beside) -> Answer | None:
        """Return the answer whose cited words go on to what stands beside; None beside a quotation or a speech."""
        now = place.citation
        if place.is_before or now.statement in ("direct", "reported") or self._another_begins(place):
            return None
        span = (now.start, place.span[1])
        if now.speaker and not self._speaks_throughout(place.document, span):
            return None
        grown = self._cited(self._evidence(place.document, span), now.n)
        if grown is None or (grown.speaker, grown.reported_by) != (now.speaker, now.reported_by):
            return None
        segments = _with_grown(answer.segments, now, grown)
        citations = tuple(grown if each.n == now.n else each for each in answer.citations)
        return replace(answer, segments=segments, citations=citations) if segments else None

    def _speaks_throughout(self, document: Document, span: Span) -> bool:
        return speaks_throughout(span, self.documents.statements(document.id), document.text) is not None

    def _followed(self, answer: Answer, place: _Beside) -> Answer:
        """Return the answer with what stands beside as words by themselves, behind what is shown first."""
        evidence = self._evidence(place.document, self._of_one_voice(place))
        cited = self._cited(evidence, len(answer.citations) + 1)
        if cited is None:
            return answer
        where = "before" if place.is_before else "after"
        whose = cite.lead(evidence, cited) if cited.speaker else f"Right {where} [{place.citation.n}] in the document"
        more = [Segment(f"\n\n{whose}: "), *cite.shown(cited)]
        shown = (at for at, each in enumerate(answer.segments) if each.text.strip() == cite.MORE)
        at = next(shown, len(answer.segments))
        segments = (*answer.segments[:at], *more, *answer.segments[at:])
        return replace(answer, segments=segments, citations=(*answer.citations, cited))

    def _another_begins(self, place: _Beside) -> bool:
        """Return whether somebody else's label stands in what goes on from words that are nobody's alone."""
        now = place.citation
        speaking = self._speaking(place.document, (now.start, now.end))
        return now.speaker is None and not self._speaking(place.document, place.span) <= speaking

    def _speaking(self, document: Document, span: Span) -> set[str | None]:
        turns = (each for each in self.documents.statements(document.id) if each.kind == "turn")
        return {each.speaker for each in turns if each.start < span[1] and span[0] < each.end}

    def _of_one_voice(self, place: _Beside) -> Span:
        """Return of what stands beside what the one says whose words answer, without labels and others' words."""
        span, document, reading = place.span, place.document, place.reading
        if reading is None or reading.start < 0:
            return span
        statements = self.documents.statements(document.id)
        found = owner_of((reading.start, reading.end), [each for each in statements if each.kind == "turn"])
        if found is None:
            return span
        start, end = speech_of(found, statements, document.text)
        return max(start, span[0]), min(end, span[1])

    def _evidence(self, document: Document, span: Span) -> Evidence:
        owner = speaks_throughout(span, self.documents.statements(document.id), document.text)
        found = as_evidence(document, span, owner, score=0.0, coverage=0.0)
        return without_dateline(found, self.documents)

    def _cited(self, evidence: Evidence, number: int) -> Citation | None:
        """Return the evidence cited, as words of whom they are; None where that does not hold."""
        (checked,) = verify.checked(cite.cite([evidence], self.documents), self.documents)
        return replace(checked, n=number) if checked.check == "verified" else None


def _may_answer_fact(answer: Answer, place: _Beside) -> bool:
    """Return whether what stands beside is read for a fact: what is behind the first words, and before the second.

    Before the first and behind the second nothing was won in 509 places to 623 questions, in 526 others ten answers.
    """
    return place.is_before == (place.citation.n != answer.citations[0].n)


def _with_grown(segments: Sequence[Segment], now: Citation, grown: Citation) -> tuple[Segment, ...] | None:
    """Return the segments with grown words in the place of those of before; None where they do not stand there once."""
    places = [at for at, each in enumerate(segments) if each.citation is not None and each.citation.n == now.n]
    if len(places) != 1 or segments[places[0]].text != now.text:
        return None
    at = places[0]
    before = cite.shown(now, segments[at].marked)
    first = at - next(place for place, each in enumerate(before) if each.citation is not None)
    if [each.text for each in segments[first : first + len(before)]] != [each.text for each in before]:
        return None
    return (*segments[:first], *cite.shown(grown, segments[at].marked), *segments[first + len(before) :])
