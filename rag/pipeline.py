"""The stages in order: understand, retrieve, rank, decide, compose, verify.

`Pipeline` is a frozen value whose fields are the stages, so a test passes lambdas and an ablation replaces one field.
One generator serves streaming and not: `ask` drains `stream`.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, partial

from errors import DocumentError, QuestionError, SettingError
from index.missing import nothing_yet
from index.names.names import unsure
from index.records import Document, owner_of
from index.storage.embeddings import is_word
from index.storage.store import Store, open_store, retry_while_unreachable
from rag.answer.broad.small_talk import small_talk
from rag.answer.compose import composed
from rag.answer.corrected import notice_of_corrections
from rag.answer.languages.translate import in_its_language, said_in
from rag.answer.material import best_sentences, cited_sentences, every_sentence
from rag.answer.near.nearby import Nearby
from rag.answer.passages.perhaps import Perhaps, as_it_is
from rag.answer.passages.read import NearPassages, ReadPassage
from rag.answer.passages.read_on import ReadOn
from rag.answer.plan.beside import Beside
from rag.answer.plan.in_turn import asked_in_turn, first_answered
from rag.answer.plan.of_side import of_sides
from rag.answer.plan.own_part import in_parts
from rag.answer.plan.whole_first import of_all, told_together
from rag.answer.profiles.of_document import About, about
from rag.answer.profiles.person import Person, person
from rag.answer.quote_check import check
from rag.answer.shown.checked import checked_answer
from rag.answer.shown.decided import Composed, Stages
from rag.answer.suggest.further import Proposal, further
from rag.answer.suggest.starters import starters
from rag.answer.tables.answer import whole_in_tables
from rag.answer.tables.columns import with_columns
from rag.check.cite import Form
from rag.find.answerability import LIKELIHOOD, Decision, decide, strictness
from rag.find.retrieve import Retrieved, retrieve
from rag.find.scope import Overview, overview_of, scope_of
from rag.find.terms import Term, holds, terms_of
from rag.find.told_year import deciding_on, of_any_day, year_asked
from rag.phrasing import together
from rag.rank.evidence import where_read
from rag.rank.rerank import ranker
from rag.reader.model import open_reader, read_ahead
from rag.reader.reading import Reads, read_with, unread
from rag.records import Answer, Citation, Heard, Query, Ranked, Scope, Segment, Turn
from rag.timing import observed
from rag.understand.follow_up import in_context, needs_context
from rag.understand.languages.detect import is_in
from rag.understand.languages.heard import names_enough
from rag.understand.namesakes import notice_of_namesakes
from rag.understand.people.unnamed import notice_of_people, with_notice_of_unheld
from rag.understand.plan.parts import Plan, planner, topics_of, unplanned, with_topics
from rag.understand.plan.proposed import as_read, may_be_planned
from rag.understand.query import understand, writable
from rag.write.models import open_writer
from rag.write.writer import Writer
from rag.write.written import Sources, may_be_written, written
from settings import Settings

EXAMPLES = 2
"""So many questions are shown to whoever greets."""


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
    read: Reads = unread
    decide: Callable[..., Decision] = decide
    decide_lower: Callable[..., Decision] = decide
    """From less evidence: what a chat model may still find an answer in."""
    near: Callable[[Query, Ranked], Sequence[ReadPassage]] | None = None
    """The passages nearest to a question, with what was read there."""
    perhaps: Callable[[Query, Answer], Answer] = as_it_is
    """Shows the passages nearest to the question where they perhaps answer it."""
    read_on: Callable[[Query, Answer], Answer] = as_it_is
    """Shows what stands beside the shown words where this answers too; not where a chat model writes."""
    plan: Callable[[Turn, Query], Plan] = unplanned
    """The parts of a question that asks several things."""
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
        query, answer = retry_while_unreachable(lambda: self._told(turn), self.patience)
        plain = answer = in_its_language(answer, query.heard)
        if self.writer and self.writer.plans and answer.status == "not_found" and not answer.parts:
            lower = replace(self, decide=self.decide_lower)
            plain = retry_while_unreachable(lambda: lower._single(turn, query), self.patience)
        if self.writer and not plain.parts and may_be_written(plain):
            sources = self._sources(query, plain)
            answer = yield from written(self.writer, query, plain, sources, self.store.catalog, otherwise=answer)
        else:
            yield from answer.segments
        yield replace(answer, elapsed_ms=(time.perf_counter() - started) * 1000)

    def _told(self, turn: Turn) -> tuple[Query, Answer]:
        """Return a turn's query and its answer; where nothing surely answers, with the passages nearest to it."""
        query, answer = self._extracted(turn)
        with self.store.catalog.reading():
            shown = answer if self.writer else self.perhaps(in_context(query, turn), answer)
            return query, with_columns(with_notice_of_unheld(query, shown), self.store.catalog)

    def _extracted(self, turn: Turn) -> tuple[Query, Answer]:
        """Return a turn's query and its answer in the documents' own sentences."""
        query, plan = self._planned(turn, self._understood(turn))
        whole = of_all(plan, cache(partial(self._single, turn, query)), self.store.catalog)
        at_once = told_together(plan, query, whole, None if self.writer else self.perhaps, self.store.catalog)
        answer = at_once or first_answered(self._of_parts(turn, query, plan), whole)
        if topics := self._left_out(query, answer):
            with self.store.catalog.reading():
                split = with_topics(turn, query, topics, self.understand)
            found = self._of_parts(turn, query, split)
            # Neither half may be answered where the whole is: "wealthy states and jabs" is one topic.
            return query, found if found and found.status == "answered" else answer
        if query.heard and answer.status == "not_found":
            return query, self._as_written(turn, query.heard) or answer
        if answer.status == "not_found" and (year := year_asked(query)):
            return query, self._on_year(turn, query, year) or answer
        return query, answer

    def _on_year(self, turn: Turn, query: Query, year: str) -> Answer | None:
        """Return what was said about a year where nothing was said in it, None where nothing tells of it."""
        on_year = replace(self, decide=deciding_on(year, self.decide, self.store.catalog))
        answer = on_year._single(turn, of_any_day(query))
        if answer.status != "answered":
            return None
        return replace(answer, notice=together(f"No such words of {year} were found; these tell of it.", answer.notice))

    def _as_written(self, turn: Turn, heard: Heard) -> Answer | None:
        """Return the answer that documents in the question's language have to its own words, or None."""
        if heard.question == turn.question.strip():
            return None
        query = self._by_rules(replace(turn, as_written=True))
        answer = self._single(turn, query)
        texts = [each.text for each in answer.citations]
        fits = texts and all(is_in(heard.language, each) for each in texts) and names_enough(heard, texts)
        return answer if answer.status == "answered" and fits else None

    def _planned(self, turn: Turn, query: Query) -> tuple[Query, Plan]:
        """Return the query and its plan: as a model that plans reads the question where that holds, else by rules."""
        writer = self.writer
        plans = writer is not None and writer.plans and may_be_planned(turn, query)
        reply = writer.planned(query.standalone, turn.history) if writer and plans else ""
        with self.store.catalog.reading():
            if not reply:
                return query, self.plan(turn, query)
            return as_read(reply, turn, query, self.plan, self.store.catalog, self.understand)

    def _left_out(self, query: Query, answer: Answer) -> list[str]:
        """Return the topics of a question that its answer shows only in part, to be asked by themselves."""
        if answer.parts:
            return []
        with self.store.catalog.reading():
            return topics_of(query, self.store.catalog, " ".join(each.text for each in answer.citations), holds)

    def _of_parts(self, turn: Turn, query: Query, plan: Plan) -> Answer | None:
        """Return the answers to the parts of a question as one, None where it asks one thing."""
        if not plan.parts:
            return None
        scope = self._scope(query)
        if whole := whole_in_tables(query, self._found, scope, self.store.catalog):
            return self._answer(turn, whole)
        beside = Beside(self.store.catalog, self._scope, self.weigh, self.read, partial(self._answer, turn))
        own = partial(of_sides, plan=plan, documents=self.store.catalog)
        found = asked_in_turn(plan.parts, own(partial(self._single, turn)), beside)
        with self.store.catalog.reading():
            return in_parts(plan, query, found, scope, None if self.writer else own(self.perhaps))

    def _single(self, turn: Turn, query: Query) -> Answer:
        """Return the answer to a query in the documents' own sentences."""
        if not self.overview_.documents:
            raise nothing_yet(self.store.folder)
        if query.kind == "chat":
            scope = self._scope(query)
            return self._answer(turn, Composed(query, scope, small_talk(query, scope, self._starters[:EXAMPLES])))
        with self.store.catalog.reading():
            nearby = Nearby(self.store.embeddings, self.weigh, self.retrieve)
            stages = Stages(self.store.catalog, self._scope, self._found, self.decide, nearby, self.near)
            found = self.read_on(query, self._answer(turn, composed(query, stages, speaker_is_set=bool(turn.speaker))))
            people = notice_of_people(query, found.citations, self.store.catalog)
            return replace(found, notice=together(found.notice, people))

    def _understood(self, turn: Turn) -> Query:
        """Return the query of a turn; a follow-up that rules leave as it is, is made whole by the model, if it can."""
        query = self._by_rules(turn)
        untouched = query.standalone == turn.question.strip()
        if self.writer and turn.history and untouched and needs_context(query.standalone):
            whole = self.writer.rewritten(turn.question, turn.history)
            return self._by_rules(replace(turn, question=whole, history=())) if whole else query
        return query

    def _by_rules(self, turn: Turn) -> Query:
        with self.store.catalog.reading():
            return self.understand(turn)

    def _found(self, query: Query) -> tuple[tuple[Term, ...], Ranked]:
        """Return a query's terms and its evidence, best first."""
        terms = self.weigh(query)
        return terms, self.read(query, terms, self.rank(query, terms, self.retrieve(query, terms)))

    def _sources(self, query: Query, plain: Answer) -> Sources:
        """Return what a chat model writes an answer from."""
        catalog = self.store.catalog

        def best() -> list[Citation]:
            if plain.kind != query.kind:
                return cited_sentences(plain)
            return best_sentences(plain, self._found(query)[1], catalog)

        def notices(citations: Sequence[Citation]) -> tuple[str | None, ...]:
            return notice_of_corrections(citations, catalog), notice_of_namesakes(query, catalog)

        return Sources(partial(every_sentence, query, self.weigh(query), catalog), best, notices)

    def ask(self, turn: Turn) -> Answer:
        """Return the whole answer; raises what `stream` raises."""
        *_, answer = self.stream(turn)
        assert isinstance(answer, Answer)
        return replace(answer, suggestions=self.suggestions(turn, answer)) if turn.suggests else answer

    def answered(self, turn: Turn) -> Answer:
        """Return the answer, with status `error` where the question cannot be asked, for a file of questions."""
        try:
            return self.ask(turn)
        except QuestionError as error:
            return self.refused(turn, str(error))

    def refused(self, turn: Turn, reason: str) -> Answer:
        """Return the answer with status `error` to a question that cannot be asked, for a file of questions."""
        turn = writable(turn)
        query = Query(turn.question, kind="fact", topic="", speaker=None)
        answer = self._answer(turn, Composed(query, self._scope(query), Form((Segment(reason),))))
        return replace(answer, status="error")

    def _answer(self, turn: Turn, found: Composed) -> Answer:
        return checked_answer(turn, found, self.store.catalog, self.index_version)

    def _scope(self, query: Query) -> Scope:
        return scope_of(query, self.overview_, self.store.catalog)

    def quotation_checked(self, query: Query) -> Answer:
        """Return the answer to whether the quotation of a query stands under its filters, and whose it is.

        Raises:
            NothingIndexedError: the store holds no document.
        """
        if not self.overview_.documents:
            raise nothing_yet(self.store.folder)
        with self.store.catalog.reading():
            scope = self._scope(query)
            return self._answer(Turn(query.standalone), Composed(query, scope, check(query, self.store.catalog, scope)))

    def overview(self) -> Overview:
        """Return what the index contains."""
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

    def person(self, name: str) -> Person | None:
        """Return what is known of somebody who speaks in the documents, None of a name that nobody has."""
        with self.store.catalog.reading():
            return person(name, self.store.catalog, self._found)

    def about(self, document: Document) -> About:
        """Return what is known of a document beside its text."""
        with self.store.catalog.reading():
            return about(document, self.store, self._found)

    def starter_questions(self) -> tuple[str, ...]:
        """Return up to four questions of several kinds that the index answers, each asked once."""
        return self._starters

    @cached_property
    def _starters(self) -> tuple[str, ...]:
        with self.store.catalog.reading():
            return starters(self.store.catalog, self._without_model)

    def suggestions(self, turn: Turn, answer: Answer) -> tuple[str, ...]:
        """Return up to three further questions that have an answer, in the language of the question."""
        turn = writable(turn)
        query = self._by_rules(turn)

        def ask(proposal: Proposal) -> tuple[str, Answer]:
            question = said_in(proposal.question, query.heard) if query.heard else proposal.question
            return question, self._without_model(question)

        with self.store.catalog.reading():
            asked = (*turn.history, turn.question)
            found = further(query, answer, self.store.catalog, asked, ask)
        return found or (() if query.heard else tuple(each for each in self._starters if each not in asked)[:EXAMPLES])

    def _without_model(self, question: str) -> Answer:
        return replace(self, writer=None)._extracted(Turn(question))[1]

    def close(self) -> None:
        """Close the store and give its lock back."""
        self.store.close()


def open_pipeline(settings: Settings) -> Pipeline:
    """Return the pipeline over the store of the settings; this process is its owner until `close`.

    Raises:
        StoreError: the store is in use by another process, was made with another embedder, or cannot be opened.
        SettingError: there is no reranker or level of strictness of the name that is set.
    """
    read_ahead("none" if settings.reranker else settings.reader)
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
    counts = catalog.counts()
    likelihood = 0.0 if settings.reranker else LIKELIHOOD
    reads = partial(
        understand, catalog=catalog, is_word=partial(is_word, store.embeddings), longest=settings.question_characters
    )
    weigh = partial(terms_of, catalog=catalog, passages=counts["passages"])
    nearby = Nearby(store.embeddings, weigh, partial(retrieve, store=store))
    reader = "none" if settings.reranker else settings.reader
    near = NearPassages(nearby, network := open_reader(reader), catalog, counts["passages"])
    writer = open_writer(settings.model, settings.model_seconds, settings.trace)
    return Pipeline(
        store=store,
        overview_=overview_of(catalog),
        index_version=catalog.version(),
        changes=catalog.changes(),
        understand=reads,
        plan=planner(reads, catalog),
        weigh=weigh,
        retrieve=nearby.retrieve,
        rank=ranker(catalog, store.embeddings, settings.reranker),
        # A reranker's order is the order of the evidence.
        read=read_with(reader, catalog, where_read),
        near=near.of_fact,
        perhaps=Perhaps(near, settings.strictness),
        read_on=ReadOn(network, catalog) if network and writer is None else as_it_is,
        patience=settings.lock_seconds,
        writer=writer,
        decide=partial(decide, strictness=strictness(settings.strictness), likelihood=likelihood),
        decide_lower=partial(decide, strictness="lenient", likelihood=likelihood),
    )
