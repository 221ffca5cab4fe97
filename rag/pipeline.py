"""The stages in order: understand, retrieve, rank, decide, compose, verify.

`Pipeline` is a frozen value whose fields are the stages, so a test passes lambdas and an ablation replaces one field.
One generator serves streaming and not: `ask` drains `stream`.
"""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import zip_longest

from errors import DocumentError, ModelError, NothingIndexedError, QuestionError, SettingError
from index.attribution.attribute import attributes
from index.names.names import unsure
from index.records import Document, owner_of
from index.storage.embeddings import is_word
from index.storage.store import Store, open_store, patiently
from index.text.countries import country, unified
from index.text.stems import words
from rag.answer import corrected, facts, listing, not_found, quote_check, statements, timeline
from rag.answer.whole_quotations import with_halves
from rag.check import cite, verify
from rag.check.cite import Form
from rag.find.answerability import LIKELIHOOD, Decision, decide, strictness
from rag.find.filters import fits
from rag.find.retrieve import Retrieved, retrieve
from rag.find.terms import STATEMENT_COVERAGE, Term, terms_of
from rag.rank.evidence import joined
from rag.rank.rank import Ranked
from rag.rank.rerank import ranker
from rag.records import Answer, Citation, Evidence, Query, Scope, Segment, Turn
from rag.timing import observed
from rag.understand.follow_up import needs_context
from rag.understand.intent import who_is
from rag.understand.namesakes import notice_of_namesakes
from rag.understand.query import understand, writable
from rag.write.models import EXTRACTIVE, open_writer
from rag.write.writer import Writer, Writing
from settings import Settings

WRITTEN = ("statements", "fact", "timeline")
"""Kinds of answers that a model may write, above a timeline; lists and quotation checks are exact without one."""
BROAD = re.compile(
    r"\b(?:summar\w+|overview|overall|in general|main (?:points|arguments|themes|messages)|tone|attitude|rhetoric|"
    r"(?:changed?|evolved?|shift(?:ed)?|over time))\b",
    re.IGNORECASE,
)
"""Questions that all evidence together answers, not the best of it."""
STARTERS = 4


@dataclass(frozen=True)
class Overview:
    """What the index holds, for the empty chat."""

    documents: int
    statements: int
    first: str | None
    last: str | None
    speakers: tuple[str, ...]
    undated: int = 0
    """How many of the documents have no day."""


@dataclass(frozen=True)
class Pipeline:
    """The stages, each a function from values to values, and the store they read."""

    store: Store
    overview_: Overview
    index_version: str
    changes: int
    """The store's count of changes when this was made; another count means another index."""
    understand: Callable[[Turn], Query]
    weigh: Callable[[Query], tuple[Term, ...]]
    retrieve: Callable[[Query, tuple[Term, ...]], Retrieved]
    rank: Callable[[Query, tuple[Term, ...], Retrieved], Ranked]
    decide: Callable[..., Decision] = decide
    writer: Writer | None = None
    """The chat model that writes answers from the evidence, None for the documents' own sentences."""
    patience: float = 10.0
    """For so many seconds a question waits for a server of the store that is away."""

    def stream(self, turn: Turn) -> Iterator[Segment | Answer]:
        """Yield the answer's segments as they are made, then the whole answer.

        Raises:
            QuestionError: the question is empty or too long.
            NothingIndexedError: the store holds no document.
        """
        return observed(self, turn, Pipeline._stream) if self.store.log.is_heard else self._stream(turn)

    def _stream(self, turn: Turn) -> Iterator[Segment | Answer]:
        started = time.perf_counter()
        turn = writable(turn)
        query, answer = patiently(lambda: self._extracted(turn), self.patience)
        if self.writer and answer.status == "answered" and answer.kind in WRITTEN:
            answer = yield from self._written(self.writer, query, answer)
        else:
            yield from answer.segments
        yield replace(answer, elapsed_ms=(time.perf_counter() - started) * 1000)

    def _extracted(self, turn: Turn) -> tuple[Query, Answer]:
        """Return a turn's query and its answer in the documents' own sentences."""
        query = self._understood(turn)
        if not self.overview_.documents:
            folder = self.store.folder
            raise NothingIndexedError(
                f"The store {folder} holds no document yet; run: python -m index PATH --store {folder}"
            )
        scope = self._scope(query)
        if query.kind == "chat":
            form = cite.help_text(scope, self.overview_.speakers)
            return query, self._answer(turn, query, scope, form, Ranked((), ()))
        with self.store.catalog.reading():
            found = self._found(turn, query, scope)
            return query, replace(found, notice=_together(found.notice, notice_of_namesakes(query, self.store.catalog)))

    def _understood(self, turn: Turn) -> Query:
        """Return the query of a turn; a follow-up that rules leave as it is, is made whole by the model, if it can."""
        query = self._by_rules(turn)
        if (
            self.writer
            and turn.history
            and needs_context(query.standalone)
            and query.standalone == turn.question.strip()
        ):
            whole = self.writer.rewritten(turn.question, turn.history)
            return self._by_rules(replace(turn, question=whole, history=())) if whole else query
        return query

    def _by_rules(self, turn: Turn) -> Query:
        with self.store.catalog.reading():
            return self.understand(turn)

    def _written(self, writer: Writer, query: Query, plain: Answer) -> Generator[Segment, None, Answer]:
        """Yield a model's claims as they come and stand; return the answer of them, or the extractive one with why."""
        # A timeline stands below what is written of it, and both cite by the same numbers.
        timeline_ = plain.kind == "timeline"
        writing = Writing(citations=list(plain.citations) if timeline_ else [])
        failed = ""
        try:
            yield from self._write(writer, query, plain, writing)
        except ModelError as error:
            failed = str(error)
        if not writing.claims:
            yield from plain.segments
            found = (
                "found no answer in the evidence" if writing.declined else "wrote nothing that the evidence bears out"
            )
            notice = f"{failed or f'The model {writer.name} {found}'}; these are the documents’ words."
            return replace(plain, notice=_together(plain.notice, notice))
        if timeline_:
            yield from writing.add(plain.segments)
        citations = verify.checked(writing.citations, self.store)
        return replace(
            plain,
            segments=verify.with_checked(writing.segments, citations),
            citations=citations,
            engine=writer.name,
            notice=_together(
                query.assumed,
                _notice(failed, writing.dropped),
                corrected.told(citations, self.store.catalog),
                notice_of_namesakes(query, self.store.catalog),
            ),
            material=writing.material,
        )

    def _write(self, writer: Writer, query: Query, plain: Answer, writing: Writing) -> Iterator[Segment]:
        """Yield what the model makes of the evidence: of all there is for a broad question, else of the best."""
        if plain.kind == "timeline" or BROAD.search(query.standalone):
            found = listing.listed(query, self.weigh(query), self.store)
            every = cite.cite([*found.named, *found.otherwise][: listing.CITED], self.store)
            evidence = _numbered(verify.checked(every, self.store))
            if writer.cost(evidence) > writer.budget:
                yield from writer.summarise(query, evidence, self.store, writing)
                return
        yield from writer.write(query, self._material(query, plain), self.store, writing)

    def _material(self, query: Query, plain: Answer) -> list[Citation]:
        """Return the evidence for a model: what the extractive answer cites, then what else ranks high, numbered."""
        kept: list[Citation] = list(plain.citations)
        if plain.kind != query.kind:
            return _numbered(kept)
        _, ranked = self._ranked(query)
        near = [each for each in ranked.evidence if each.coverage >= STATEMENT_COVERAGE]
        for each in verify.checked(cite.cite(joined(near, self.store), self.store), self.store):
            held = any(each.doc == other.doc and each.start < other.end and other.start < each.end for other in kept)
            if not held and each.check == "verified":
                kept.append(each)
        return _numbered(kept)

    def ask(self, turn: Turn) -> Answer:
        """Return the whole answer; raises what `stream` raises."""
        *_, answer = self.stream(turn)
        assert isinstance(answer, Answer)
        return answer

    def answered(self, turn: Turn) -> Answer:
        """Return the answer, with status `error` where the question cannot be asked, for a file of questions."""
        try:
            return self.ask(turn)
        except QuestionError as error:
            return self.refused(turn, str(error))

    def refused(self, turn: Turn, reason: str) -> Answer:
        """Return the answer with status `error` to a question that cannot be asked, for a file of questions."""
        turn = writable(turn)
        query = Query(turn.question, "fact", "", None)
        answer = self._answer(turn, query, self._scope(query), Form((Segment(reason),)), Ranked((), ()))
        return replace(answer, status="error")

    def _found(self, turn: Turn, query: Query, scope: Scope) -> Answer:
        """Return the answer in the form that its kind of question asks for."""
        terms, ranked = self._ranked(query)
        if query.kind == "quote_check" and query.quotation:
            form = quote_check.check(query, self.store, scope, ranked.evidence)
            return self._answer(turn, query, scope, form, ranked, float(form.nearest is None))
        if query.kind in ("list", "timeline"):
            found = listing.listed(query, terms, self.store)
            if found and not (query.speaker and not query.speakers):
                form = (timeline if query.kind == "timeline" else listing).form(query, found, self.store)
                return self._answer(turn, query, scope, form, ranked, 1.0)
            return (
                self._told_count(turn, query, scope, ranked)
                if query.counts
                else self._absent(turn, query, scope, ranked, 0.0)
            )
        evidence = ranked.evidence
        if person := who_is(query.standalone):
            # His own words say who he is only where they name him.
            evidence = tuple(each for each in evidence if self._names(person, each))
        decision = self.decide(query, terms, evidence)
        if query.speaker and not decision.answer:
            return self._unquoted(turn, query, scope, decision)
        if not decision.answer:
            return self._absent(turn, query, scope, ranked, decision.probability)
        return self._composed(turn, query, scope, decision, ranked)

    def _ranked(self, query: Query) -> tuple[tuple[Term, ...], Ranked]:
        terms = self.weigh(query)
        return terms, self.rank(query, terms, self.retrieve(query, terms))

    def _composed(self, turn: Turn, query: Query, scope: Scope, decision: Decision, ranked: Ranked) -> Answer:
        evidence = joined(decision.evidence, self.store)
        if query.kind == "statements":
            evidence = with_halves(query, evidence, self.store)
        form = statements.form if query.kind == "statements" else facts.form
        composed = form(query, evidence, ranked.evidence, self.store)
        return self._answer(turn, query, scope, composed, ranked, decision.probability)

    def _told_count(self, turn: Turn, query: Query, scope: Scope, ranked: Ranked) -> Answer:
        """Return the answer to how often something was said where no such words stand: a text may tell the number."""
        fact = replace(query, kind="fact", topic=query.standalone)
        terms, of_fact = self._ranked(fact)
        decision = self.decide(fact, terms, of_fact.evidence)
        if query.speaker and not query.speakers or not decision.answer:
            return self._absent(turn, query, scope, ranked, decision.probability)
        return self._composed(turn, fact, scope, decision, of_fact)

    def _unquoted(self, turn: Turn, query: Query, scope: Scope, refused: Decision) -> Answer:
        """Return the answer about an asked speaker who has no statement on the topic.

        A document may tell what somebody thought without a statement being found ("Aristotle believed …"). Such a
        sentence is shown as the document's own words, and only when it says itself that the asked speaker said it. A
        few bare words that name somebody ("tell ferry cost") may ask for a fact about him instead.
        """
        anybody = replace(query, kind="fact", topic=query.standalone, speaker=None, speakers=())
        terms, ranked = self._ranked(anybody)
        if query.bare and not turn.speaker:
            decision = self.decide(anybody, terms, ranked.evidence)
        else:
            told = [each for each in ranked.evidence if each.speaker is None and self._tells_of(query, each)]
            decision = self.decide(anybody, terms, told)
        if turn.speaker or (query.speakers and not query.bare) or not decision.answer:
            return self._absent(turn, query, scope, ranked, refused.probability)
        return self._composed(turn, anybody, self._scope(anybody) if query.bare else scope, decision, ranked)

    def _names(self, person: str, evidence: Evidence) -> bool:
        text = self.document(evidence.document_id).text[evidence.start : evidence.end]
        return set(words(unified(person))) <= set(words(unified(text)))

    def _tells_of(self, query: Query, evidence: Evidence) -> bool:
        text = self.document(evidence.document_id).text[evidence.start : evidence.end]
        return attributes(text, query.speaker or "")

    def _absent(self, turn: Turn, query: Query, scope: Scope, ranked: Ranked, probability: float) -> Answer:
        """Return the answer that nothing was found, with up to three nearest things, whoever's they are."""
        form = not_found.form(query, ranked.evidence, self.store, scope)
        return self._answer(turn, query, scope, form, ranked, probability)

    def _answer(
        self, turn: Turn, query: Query, scope: Scope, form: Form, ranked: Ranked, probability: float = 0.0
    ) -> Answer:
        checked = verify.checked(form.citations, self.store)
        return Answer(
            qid=turn.qid,
            question=turn.question,
            standalone=query.standalone,
            status="answered" if form.nearest is None else "not_found",
            kind=query.kind,
            segments=verify.with_checked(form.segments, checked),
            citations=checked,
            passages=ranked.candidates,
            nearest=verify.checked(form.nearest or (), self.store),
            scope=scope,
            engine=EXTRACTIVE,
            index_version=self.index_version,
            elapsed_ms=0.0,
            verdict=form.verdict,
            difference=form.difference,
            count=form.count,
            probability=probability,
            notice=_together(query.assumed, corrected.told(checked, self.store.catalog)),
        )

    def _scope(self, query: Query) -> Scope:
        """Return what is searched: the documents that the filters of time and document leave, and all filters."""
        seen = self.overview_
        if not (query.since or query.until or query.document):
            return Scope(seen.documents, seen.statements, seen.first, seen.last, query.filters(), seen.undated)
        published = self.store.catalog.published()
        documents = {key: day for key, day in published.items() if fits(query, key, day)}
        counts = self.store.catalog.statement_counts()
        days = sorted(day for day in documents.values() if day)
        first, last = (days[0], days[-1]) if days else (None, None)
        statements_ = sum(counts.get(key, 0) for key in documents)
        return Scope(len(documents), statements_, first, last, query.filters(), len(documents) - len(days))

    def overview(self) -> Overview:
        """Return what the index holds."""
        return self.overview_

    def document(self, document_id: str) -> Document:
        """Return one document with its text.

        Raises:
            DocumentError: there is none of that id.
        """
        found = self.store.catalog.document(document_id)
        if found is None:
            raise DocumentError(f"There is no document '{document_id}' in the index; it may have been removed.")
        return found

    def speaker_at(self, document_id: str, start: int, end: int) -> str | None:
        """Return who said the words between the offsets, "X or Y, unsure", or None when nothing is known of it."""
        owner = owner_of((start, end), self.store.catalog.statements(document_id))
        if owner and owner.candidates:
            return unsure(owner.candidates)
        return owner.speaker if owner else None

    def starter_questions(self) -> tuple[str, ...]:
        """Return up to four questions that the index's own statements suggest."""
        return _starters(self.store)

    def close(self) -> None:
        """Close the store and give its lock back."""
        self.store.close()


def _numbered(citations: Sequence[Citation]) -> list[Citation]:
    return [replace(each, n=number) for number, each in enumerate(citations, start=1)]


def _notice(failed: str, dropped: int) -> str | None:
    """Return what a reader should know of how a model wrote: that it stopped short, and how much was left out."""
    one = dropped == 1
    lines = "1 line was" if one else f"{dropped} lines were"
    left_out = f"{lines} left out: the evidence does not bear {'it' if one else 'them'} out" if dropped else ""
    notice = "; ".join(each for each in (f"{failed} and stopped short" if failed else "", left_out) if each)
    return f"{notice}." if notice else None


def _together(*notices: str | None) -> str | None:
    return " ".join(each for each in notices if each) or None


def _starters(store: Store) -> tuple[str, ...]:
    """Return questions about the countries and names that the most quoted speakers name most."""
    asked = [
        [f"What did {speaker} say about {topic}?" for topic in _named_by(speaker, store)]
        or [f"What did {speaker} say?"]
        for speaker in [each for each in store.catalog.speakers() if not each.startswith(_DESCRIBED)][:STARTERS]
    ]
    # One of each speaker before the second of any.
    in_turns = [question for round_ in zip_longest(*asked) for question in round_ if question]
    return tuple(in_turns[:STARTERS])


_DESCRIBED = ("The ", "the ", "A ", "a ", "An ", "an ", "One ", "one ")
_NAMED = r"(?<=[a-z,] )[A-Z][a-z]{3,}(?: [A-Z][a-z]+)*\b"


def _named_by(speaker: str, store: Store) -> list[str]:
    counted: Counter[str] = Counter()
    for document_id in sorted(store.catalog.documents_of(speaker))[:50]:
        document = store.catalog.document(document_id)
        for each in store.catalog.statements(document_id) if document else []:
            if document and each.speaker == speaker:
                text = document.text[each.start : each.end]
                counted.update(match[0] for match in re.finditer(_NAMED, text))
    own = set(speaker.split())
    topics: dict[str, int] = {}
    for word, count in counted.items():
        if word not in own:
            topic = country(word) or word
            topics[topic] = topics.get(topic, 0) + count
    return sorted(topics, key=lambda topic: (-topics[topic], topic))


def open_pipeline(settings: Settings) -> Pipeline:
    """Return the pipeline over the store of the settings; this process is its owner until `close`.

    Raises:
        StoreError: the store is held by another process, was made with another embedder, or cannot be opened.
        SettingError: there is no reranker or level of strictness of the name that is set.
    """
    store = open_store(settings)
    try:
        return over(store, settings)
    except SettingError:
        store.close()
        raise


def over(store: Store, settings: Settings) -> Pipeline:
    """Return the pipeline over an open store as it is now; after documents changed, ask for another."""
    with store.catalog.reading():
        return _over(store, settings)


def _over(store: Store, settings: Settings) -> Pipeline:
    catalog = store.catalog
    changes = catalog.changes()
    counts = catalog.counts()
    days = sorted(day for day in catalog.published().values() if day)
    overview = Overview(
        counts["documents"],
        counts["statements"],
        days[0] if days else None,
        days[-1] if days else None,
        tuple(catalog.speakers()),
        counts["documents"] - len(days),
    )
    return Pipeline(
        store=store,
        overview_=overview,
        index_version=catalog.version(),
        changes=changes,
        understand=partial(
            understand,
            catalog=catalog,
            is_word=partial(is_word, store.embeddings),
            longest=settings.question_characters,
        ),
        weigh=partial(terms_of, catalog=catalog, passages=counts["passages"]),
        retrieve=partial(retrieve, store=store),
        rank=ranker(store, settings.reranker),
        patience=settings.lock_seconds,
        writer=open_writer(settings.model, settings.model_seconds, settings.trace),
        # A reranker's order is the order of the evidence.
        decide=partial(
            decide, strictness=strictness(settings.strictness), likelihood=0.0 if settings.reranker else LIKELIHOOD
        ),
    )
