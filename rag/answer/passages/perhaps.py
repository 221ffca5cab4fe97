"""An answer -> the same with the whole passages nearest to its question, where these perhaps answer it.

Whether near passages hold the answer the reader tells badly (docs/reader.md), and a person sees at a glance. Of 224 of
strangers' questions that were wrongly refused these passages hold all of the truth for 140. For 131 of them they are
likely enough to be told as perhaps the answer, beside half of 69 questions that the documents do not answer; for the
others they are what is nearest. By the reader alone it would be 117 of them beside as many (AUROC of holding all of the
truth .62 to .72 on two halves of ten sets; with the scores of retrieval, fitted on the other half, .69 and .70).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from index.names.titles import split_title
from index.people.writers import byline
from index.records import Document
from index.text.countries import unified
from index.text.expressions import expression
from index.text.stems import content_words, words
from rag.answer.opening.wording import OF_IT, UNSURE
from rag.answer.passages.read import NearPassages, ReadPassage
from rag.answer.passages.shown import in_passages
from rag.answer.passages.told_by import share_told_by, stands_in_words_of, stands_in_words_of_others
from rag.answer.passages.whole import SHOWN, Whole, apart, nearly, whole, wholes
from rag.answer.plan.who_said import said_by_somebody
from rag.check import cite, verify
from rag.records import Answer, AnswerPart, Candidate, Citation, Query, Segment

LEAST = {"lenient": 1.05, "balanced": 1.17}
"""How likely the best passage must be at each level; at the strictest nothing is told as perhaps."""
ENOUGH = {"lenient": (1.5, -0.35), "balanced": (1.5, -0.25)}
"""How likely the best passage must be, and what the reader must say for it, to be told as the answer to a fact.

Of 165 facts of the above that were refused 67 are so answered with 1.6 and -.3, of which 49 hold all of the truth,
beside 5 of 39 that the documents do not answer; asking more of the reader (-.1) 52, 39 and 4; less of both (1.5, -.35)
88, 63 and 8. Of 191 near-misses of SQuAD 130 are refused without, 121 with -.1, 116 with 1.6 and -.3, and 110 with less
of both. Of 37 facts and 93 absent ones of two more sets, the absent ones near-misses, seven more are answered with the
values in force, six of them in part or whole, and three absent ones.
"""
ENOUGH_SAID = {
    "lenient": ((0.15, 1.4, -0.3), (0.0, 2.0, 0.2)),
    "balanced": ((0.3, 1.4, -0.3), (0.1, 1.9, 0.0), (0.0, 2.0, 0.2)),
}
"""The same for what somebody said or thinks, behind the share of the topic that his own words name in the passage; the
words that the reader finds must be his. Where the reader is sure, it is enough that he speaks there or is named, and
that they are nobody else's.

Of 647 questions for what somebody said (452 everyday ones on political news, of which 150 are near-misses, 120 and 75
of two more sets; half of them looked at) 313 are answered by no words of his, or by ones that may be on something else.
By passages in which he speaks or is named, whatever he says there, 15 were answered with all of the truth, 5 without,
and 27 that the documents do not answer; by the first two levels 33, 1 and 4; with the third 42, 4 and 14, and three of
165 questions of three more strangers, of whose 15 near-misses none is; from .1 on 44, 7, 18; from .3 on 37, 3, 11.
"""
TOLD = -0.35
"""What the reader must say for a passage that follows what surely answers a part of the question."""
SCORE, LEAD = 1.6, 0.8
"""What the score of retrieval counts beside what the reader says, and how far the best score is from the last."""
AROUND = 1.5
"""A passage so many times as long as the quoted words is shown around them."""
KINDS = ("fact", "statements", "list", "timeline", "quote_check")


def as_it_is(query: Query, answer: Answer) -> Answer:
    """Return the answer as it is: what looks for passages where none are wanted."""
    return answer


_NAME = expression(r"(?<=[^.?!:] )[^\W\d_a-z][\w’'-]+")
"""A word with a capital within a sentence."""


@dataclass(frozen=True)
class Perhaps:
    """Finds the passages that perhaps answer what no evidence surely does."""

    near: NearPassages
    strictness: str

    def __call__(self, query: Query, answer: Answer) -> Answer:
        """Return the answer to a query: in the nearest passages where they perhaps answer it.

        They follow words that may be on something else. A refusal stays one (`not_found`): its text shows them as
        perhaps the answer, or they are what is nearest to it.
        """
        if answer.kind == "quote_check" and answer.status == "answered" and not answer.parts:
            return self._in_its_place(answer)
        if not self._may_be_in_passages(query, answer):
            return answer
        near = self._near(query)
        read = [each for each in near if self._is_of_speaker(query, each)]
        in_part = answer.parts and answer.status == "answered"
        if read and not in_part and self._is_enough(query, read[0], near):
            return self._answered(answer, self._whole(nearly(read)))
        return self._perhaps(query, answer, read, near)

    def _perhaps(
        self, query: Query, answer: Answer, read: Sequence[ReadPassage], near: Sequence[ReadPassage]
    ) -> Answer:
        """Return the answer with the passages that perhaps answer it, behind what is shown or in a refusal's place."""
        likely = [each for each in read if self._likely(query, each, near) >= LEAST.get(self.strictness, math.inf)]
        if answer.status != "answered":
            return self._refused(answer, self._whole(read), is_likely=read[:1] == likely[:1])
        surely = (each for each in likely if each.told >= TOLD)
        return self._with_more(answer, wholes(surely, self.near.documents))

    def _whole(self, read: Iterable[ReadPassage]) -> tuple[Whole, ...]:
        return apart(wholes(read, self.near.documents), self.near.documents)

    def _near(self, query: Query) -> list[ReadPassage]:
        return self.near(query) if self._knows_topic(query) and self._knows_names(query) else []

    def _refused(self, answer: Answer, passages: Sequence[Whole], *, is_likely: bool) -> Answer:
        if not passages:
            return answer
        # That words were not found is the answer to whether they were said.
        is_shown = is_likely and answer.kind != "quote_check"
        return self._shown(answer, passages) if is_shown else self._as_nearest(answer, passages)

    def _may_be_in_passages(self, query: Query, answer: Answer) -> bool:
        """Return whether passages may answer what is asked: nothing does, or not surely.

        Beside somebody's words on the very topic nobody else's are shown.
        """
        if query.kind not in KINDS:
            return False
        if answer.parts and (answer.status == "answered" or answer.unsure):
            # What leans on the part before is shown nothing of its own.
            return any(each.status != "answered" and not each.citations for each in answer.parts if _asks(each))
        if answer.status != "answered":
            # What contradicts a question is shown already.
            return not answer.citations
        return answer.kind == "statements" and answer.unsure

    def _knows_topic(self, query: Query) -> bool:
        """Return whether some word of the topic that somebody is asked about stands in the documents."""
        terms = self.near.nearby.weigh(query) if query.kind == "statements" and query.speaker else ()
        counts = self.near.documents.passage_counts([stem for each in terms for stem in each.stems])
        return not terms or any(counts.get(stem) for each in terms for stem in each.stems)

    def _knows_names(self, query: Query) -> bool:
        """Return whether every name in the question stands in a document or its title, in a spelling like it."""
        plain = replace(query, kind="fact", topic=query.standalone, speaker=None, speakers=())
        names = set(content_words(unified(" ".join(_NAME.findall(query.standalone)))))
        named = [each.stems for each in self.near.nearby.weigh(plain) if each.stems & names]
        counts = self.near.documents.passage_counts([stem for stems in named for stem in stems])
        # Whose talk a text is may stand in its title alone.
        return all(any(map(counts.get, stems)) or self.near.documents.search(stems, 1) for stems in named)

    def _is_of_speaker(self, query: Query, passage: ReadPassage) -> bool:
        """Return whether words of the asked speaker stand in a passage, or it, its title or who wrote it names him."""
        place = passage.candidate
        document = self.near.documents.document(place.document_id)
        if not query.speaker or document is None:
            return document is not None
        said = self.near.documents.statements(place.document_id)
        if any(each.speaker in query.speakers and each.start < place.end and place.start < each.end for each in said):
            return True
        called = (*query.speakers, query.speaker, split_title(query.speaker)[0])
        names = [content_words(unified(each)) for each in called]
        shown = f"{document.title}\n{document.text[place.start : place.end]}", _authors(document)
        return any(name and set(name) <= named for named in map(_plainly, shown) for name in names)

    def _as_nearest(self, answer: Answer, passages: Sequence[Whole]) -> Answer:
        cited = cite.cite((each.evidence for each in passages), self.near.documents)
        return replace(answer, nearest=verify.checked(cited, self.near.documents))

    def _is_enough(self, query: Query, passage: ReadPassage, near: Sequence[ReadPassage]) -> bool:
        """Return whether a passage is taken for the answer to a fact, or to what somebody said who speaks of it there.

        To a fact who speaks in it need not be speaking of that.
        """
        if self.near.are_few:
            return False
        chance = (self._likely(query, passage, near), passage.told)
        if query.kind == "fact" and not query.speaker and said_by_somebody(query) is None:
            return _reaches(chance, ENOUGH.get(self.strictness))
        if query.kind != "statements" or not query.speaker:
            return False
        if self._is_of_others(query, passage):
            return False
        told = self._told_by_him(query, passage)
        return any(told >= share and _reaches(chance, least) for share, *least in ENOUGH_SAID.get(self.strictness, ()))

    def _told_by_him(self, query: Query, passage: ReadPassage) -> float:
        """Return the share of the topic that the speaker's own words name in a passage, 0 where others are read."""
        place, reading, documents = passage.candidate, passage.reading, self.near.documents
        said = documents.statements(place.document_id)
        if reading is None or not stands_in_words_of(query.speakers, (reading.start, reading.end), said):
            return 0.0
        return share_told_by(query.speakers, place, self.near.nearby.weigh(query), documents)

    def _is_of_others(self, query: Query, passage: ReadPassage) -> bool:
        """Return whether the words that the reader finds are somebody else's."""
        place, reading = passage.candidate, passage.reading
        said = self.near.documents.statements(place.document_id)
        return reading is not None and stands_in_words_of_others(query.speakers, (reading.start, reading.end), said)

    def _likely(self, query: Query, passage: ReadPassage, near: Sequence[ReadPassage]) -> float:
        """Return how likely one of the passages that are near holds the answer; -inf for what is not read.

        Of few passages, as of those of one document, the best one stands above the others whatever is asked.
        """
        if passage.reading is None:
            return -math.inf
        if self.near.are_few or query.document:
            return passage.told + SCORE
        scores = [each.candidate.score for each in near]
        return passage.told + SCORE * passage.candidate.score + LEAD * (max(scores) - min(scores))

    def _answered(self, answer: Answer, passages: Sequence[Whole]) -> Answer:
        if not passages:
            return answer
        found = self._below(OF_IT, answer, passages)
        return replace(found, status="answered", citations=found.nearest, nearest=(), unsure=False)

    def _shown(self, answer: Answer, passages: Sequence[Whole]) -> Answer:
        return replace(self._below(UNSURE, answer, passages), unsure=True)

    def _below(self, opening: str, answer: Answer, passages: Sequence[Whole]) -> Answer:
        """Return a refusal with the passages that are nearest in its text, below a first line."""
        form = in_passages(passages, self.near.documents, opening)
        checked = verify.checked(form.citations, self.near.documents)
        segments = verify.with_checked(form.segments, checked)
        return replace(answer, segments=segments, nearest=checked, opening=opening, parts=())

    def _with_more(self, answer: Answer, passages: Iterable[Whole | None]) -> Answer:
        """Return the answer with the passages behind its words that hold none of these."""
        fresh = apart(
            (each for each in passages if each is not None and not _is_cited(each, answer.citations)),
            self.near.documents,
        )
        return self._followed(answer, fresh[: SHOWN - 1])

    def _in_its_place(self, answer: Answer) -> Answer:
        """Return the answer to a quotation check with the passage in which the like of its words stands."""
        if answer.verdict == "exact":
            return answer
        first = next(iter(answer.citations), None)
        document = self.near.documents.document(first.doc) if first else None
        if first is None or document is None:
            return answer
        passages = self.near.documents.passages_of(first.doc)
        holding = next((each for each in passages if each.start <= first.start < each.end), None)
        if holding is None:
            return answer
        place = Candidate(document_id=first.doc, start=holding.start, end=holding.end, score=0.0)
        found = whole(document, place, (first.start, first.end), self.near.documents)
        is_more = found is not None and found.evidence.end - found.evidence.start >= AROUND * len(first.text)
        return self._followed(answer, [found]) if found is not None and is_more else answer

    def _followed(self, answer: Answer, passages: Sequence[Whole]) -> Answer:
        if not passages:
            return answer
        form = in_passages(passages, self.near.documents, after=len(answer.citations))
        checked = verify.checked(form.citations, self.near.documents)
        more = [] if any(each.text.strip() == cite.MORE for each in answer.segments) else [Segment(f"\n\n{cite.MORE}")]
        segments = (*answer.segments, *more, Segment("\n\n"), *verify.with_checked(form.segments, checked))
        return replace(answer, segments=segments, citations=(*answer.citations, *checked))


def _asks(part: AnswerPart) -> bool:
    """Return whether a part is a question of its own, none of the people or times that a question names together."""
    return part.heading.endswith("?")


def _reaches(chance: tuple[float, float], least: Sequence[float] | None) -> bool:
    """Return whether how likely a passage is and what the reader says for it are enough; none are where nothing is."""
    return least is not None and all(one >= other for one, other in zip(chance, least, strict=True))


_SIGNATURE = 200
"""Characters at a text's end that may name who wrote it."""


def _authors(document: Document) -> str:
    """Return what of a document names its author: its field, a byline, and the signature at its end."""
    return "\n".join([document.author or "", *byline(document.text), document.text.rstrip()[-_SIGNATURE:]])


def _plainly(text: str) -> set[str]:
    return set(words(unified(text)))


def _is_cited(passage: Whole, citations: Iterable[Citation]) -> bool:
    one = passage.evidence
    return any(each.doc == one.document_id and each.start < one.end and one.start < each.end for each in citations)
