"""An answer -> the same with the whole passages nearest to its question, where these perhaps answer it.

Whether a passage answers the reader says (docs/reader.md). Of 1,172 held-out questions (training/asked/), of which 150
are near-misses that their documents do not answer, its logit for the first of five passages tells those of which the
first three hold all of the truth from the near-misses with an AUROC of .905; the scores of retrieval and the words that
a question shares with the passage add nothing to it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from index.dates.days import MONTH_NUMBER, WEEKDAY_NUMBER
from index.names.names import is_name
from index.names.titles import is_title_word, split_title
from index.people.writers import byline
from index.records import Document
from index.text.countries import country, unified
from index.text.expressions import expression
from index.text.stems import content_words, words
from rag.answer.opening.wording import OF_IT, UNSURE
from rag.answer.passages.read import NearPassages, ReadPassage
from rag.answer.passages.shown import in_passages
from rag.answer.passages.told_by import is_called, meet, share_told_by, stands_in_words_of, stands_in_words_of_others
from rag.answer.passages.whole import SHOWN, Whole, apart, nearly, whole, wholes
from rag.answer.plan.who_said import said_by_somebody
from rag.check import cite, verify
from rag.records import Answer, AnswerPart, Candidate, Citation, Query, Segment

LEAST = {"lenient": -0.35, "balanced": -0.25}
"""What the reader must say for the best passage to be told as perhaps the answer; at the strictest nothing is."""
ENOUGH = {"lenient": -0.12, "balanced": -0.05}
"""What the reader must say for the best passage to be told as the answer to a fact.

With 0 instead 13 of 1,028 questions fewer are answered with all of the truth, two fewer without, and two near-misses
of 151 fewer; with -.07 some nine more, three more and three more.
"""
ENOUGH_SAID = {"lenient": ((0.15, -0.12), (0.0, 0.0)), "balanced": ((0.3, -0.05), (0.0, 0.08))}
"""The same for what somebody said or thinks, behind the share of the topic that his own words name in the passage; the
words that the reader finds must be his. Where the reader is sure, it is enough that he speaks there or is named, and
that they are nobody else's. With .08 instead of .1 three of 330 strangers' questions more are answered with all of the
truth, and of 117 that their documents do not answer none.
"""
OTHER = 0.0
"""The same for the second and third passage, where the first is not enough: of 1,022 held-out questions nine more are
answered with all of the truth, one without, and one near-miss of 150."""
BESIDE = 0.15
"""The same for what stands right beside the first three: of 103 questions to strangers' and held-out documents of which
nothing was enough five, and of 77 near-misses none."""
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
        read = self._near(query)
        in_part = answer.parts and answer.status == "answered"
        if not in_part and (enough := self._enough(query, read) or self._enough_beside(query, read)):
            return self._answered(answer, self._whole(enough))
        return self._perhaps(answer, read)

    def _enough(self, query: Query, read: Sequence[ReadPassage]) -> list[ReadPassage]:
        """Return the passages that are taken for the answer, the one that it rests on first; nothing where none is."""
        if read and self._is_enough(query, read[0]):
            return nearly(read)
        other = next((each for each in read[1:SHOWN] if each.told >= OTHER and self._is_enough(query, each)), None)
        return [other, *(each for each in nearly(read) if each is not other)] if other else []

    def _enough_beside(self, query: Query, read: Sequence[ReadPassage]) -> list[ReadPassage]:
        """Return what stands beside the nearest passages and answers by what the reader says, with the nearest."""
        if self.strictness not in ENOUGH or not self._may_be_enough(query):
            return []
        found = self.near.beside(query, read[:SHOWN], partial(self._is_of_speaker, query))
        beside = (each for each in found if each.told >= BESIDE and self._is_enough(query, each))
        best = max(beside, key=lambda each: each.told, default=None)
        if best is None:
            return []
        return [best, *(each for each in nearly(read) if each.candidate.document_id == best.candidate.document_id)]

    def _perhaps(self, answer: Answer, read: Sequence[ReadPassage]) -> Answer:
        """Return the answer with the passages that perhaps answer it, behind what is shown or in a refusal's place."""
        likely = [each for each in read if each.told >= LEAST.get(self.strictness, math.inf)]
        if answer.status != "answered":
            return self._refused(answer, self._whole(read), is_likely=read[:1] == likely[:1])
        return self._with_more(answer, wholes(likely, self.near.documents))

    def _whole(self, read: Iterable[ReadPassage]) -> tuple[Whole, ...]:
        return apart(wholes(read, self.near.documents), self.near.documents)

    def _near(self, query: Query) -> list[ReadPassage]:
        if not (self._knows_topic(query) and self._knows_names(query)):
            return []
        return self.near(query, partial(self._is_of_speaker, query))

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

    def _is_of_speaker(self, query: Query, place: Candidate) -> bool:
        """Return whether words of the asked speaker stand in a passage, or it, its title or who wrote it names him."""
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

    def _may_be_enough(self, query: Query) -> bool:
        """Return whether a passage may be taken for the answer: to a fact, or to what a certain person said."""
        if self.near.are_few:
            return False
        if query.speaker:
            return query.kind == "statements"
        return query.kind == "fact" and said_by_somebody(query) is None

    def _is_enough(self, query: Query, passage: ReadPassage) -> bool:
        """Return whether a passage is taken for the answer to a fact, or to what somebody said who speaks of it there.

        To a fact who speaks in it need not be speaking of that.
        """
        if not self._may_be_enough(query):
            return False
        is_enough = self._is_enough_said(query, passage) if query.speaker else self._is_enough_told(query, passage)
        # Names last: they are looked for in the whole text.
        return is_enough and self._has_names(query, passage)

    def _has_names(self, query: Query, passage: ReadPassage) -> bool:
        """Return whether all names of a question but the speaker's stand in a passage's document.

        What somebody says of Unix is no answer on Linux. A text may mean a land, a month or a title without its name.
        """
        document = self.near.documents.document(passage.candidate.document_id)
        if document is None:
            return False
        text = f"{document.title}\n{document.id}\n{document.author or ''}\n{document.text}".lower()
        own = _plainly(" ".join([query.speaker or "", *query.speakers]))
        named = (
            each for each in _NAME.findall(query.standalone) if not (_plainly(each) <= own or _may_be_unsaid(each))
        )
        return all(_stem_of(each) in text for each in named)

    def _is_enough_told(self, query: Query, passage: ReadPassage) -> bool:
        """Return whether a passage is taken for the answer to a fact: for what a post's holder said no other one's."""
        return passage.told >= ENOUGH.get(self.strictness, math.inf) and not self._is_of_another(query, passage)

    def _is_of_another(self, query: Query, passage: ReadPassage) -> bool:
        """Return whether a passage has words of somebody whom its text names and nowhere calls by the asked post."""
        place, asked = passage.candidate, query.unheld
        document = self.near.documents.document(place.document_id) if asked else None
        if asked is None or document is None:
            return False
        text, span = f"{document.title}\n{document.text}", passage.reading or place
        met = (each for each in self.near.documents.statements(document.id) if meet(each, (span.start, span.end)))
        named = {each.speaker for each in met if each.speaker and is_name(each.speaker)}
        return not all(is_called(asked, each, text) for each in named)

    def _is_enough_said(self, query: Query, passage: ReadPassage) -> bool:
        """Return whether a passage is taken for what a speaker said: never where the words read there are another's.

        Of whom nothing is known they may be his.
        """
        place, reading, documents = passage.candidate, passage.reading, self.near.documents
        if reading is None:
            return False
        found, said = (reading.start, reading.end), documents.statements(place.document_id)
        if query.speakers and stands_in_words_of_others(query.speakers, found, said):
            return False
        is_his = stands_in_words_of(query.speakers, found, said)
        own = share_told_by(query.speakers, place, self.near.nearby.weigh(query), documents) if is_his else 0.0
        levels = ENOUGH_SAID.get(self.strictness, ())
        return any(own >= share and passage.told >= least for share, least in levels)

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
        form = in_passages(passages, self.near.documents, after=len(answer.citations), folds=False)
        checked = verify.checked(form.citations, self.near.documents)
        more = [] if any(each.text.strip() == cite.MORE for each in answer.segments) else [Segment(f"\n\n{cite.MORE}")]
        segments = (*answer.segments, *more, Segment("\n\n"), *verify.with_checked(form.segments, checked))
        return replace(answer, segments=segments, citations=(*answer.citations, *checked))


def _may_be_unsaid(name: str) -> bool:
    """Return whether a text may mean a name without it: a land, a month, a title, initials."""
    return bool(country(name)) or name.isupper() or is_title_word(name) or name.lower() in _TIMES


_TIMES = {*MONTH_NUMBER, *WEEKDAY_NUMBER}
_LEAST_LETTERS = 4


def _stem_of(name: str) -> str:
    """Return a name without what cases and possessives add to it."""
    bare = re.sub(r"[’']s?$", "", name).lower()
    return bare[: max(_LEAST_LETTERS, len(bare) - 2)]


def _asks(part: AnswerPart) -> bool:
    """Return whether a part is a question of its own, none of the people or times that a question names together."""
    return part.heading.endswith("?")


_HEAD, _SIGNATURE = 600, 200
"""Characters at a text's beginning and end that may name whose it is."""


def _authors(document: Document) -> str:
    """Return what of a document names whose it is: its field, a byline, its head and the signature at its end."""
    text = document.text
    return "\n".join([document.author or "", *byline(text), text[:_HEAD], text.rstrip()[-_SIGNATURE:]])


def _plainly(text: str) -> set[str]:
    return set(words(unified(text)))


def _is_cited(passage: Whole, citations: Iterable[Citation]) -> bool:
    one = passage.evidence
    return any(each.doc == one.document_id and each.start < one.end and one.start < each.end for each in citations)
