"""What passes between the stages of an answer: turn, query, evidence, segment, citation, answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal, NamedTuple, Protocol

from index.records import Document, Sense, Statement, StatementKind
from rag.asked import Aspect as Aspect
from rag.asked import Broad as Broad
from rag.asked import Counted as Counted
from rag.asked import Heard as Heard
from rag.phrasing import readable_period

Status = Literal["answered", "not_found", "error"]
Kind = Literal["statements", "fact", "list", "timeline", "quote_check", "overview", "catalog", "chat"]
EXTRACTIVE = "extractive"
"""The engine of an answer in the documents' own words, and the setting that asks for no model."""
Check = Literal["verified", "altered", "other_speaker", "not_found"]
CHECK_LABELS: Mapping[str, str] = {
    "verified": "words checked against the document",
    "altered": "the words differ from the document",
    "other_speaker": "somebody else’s words",
    "not_found": "not found in the document",
}
"""What a check found, for people: it compares characters, and does not say that the words are true."""
Verdict = Literal["exact", "altered", "other_speaker", "not_found"]
Difference = tuple[str, str, str]
"""What to do ("replace", "delete" or "insert") with asked words to get the document's: (what, asked, document's)."""
Place = tuple[str, int, int]
"""A document's id, and where in its text a span begins and ends."""


class Documents(Protocol):
    """Where documents and what was said in them are read; a store's catalog is one."""

    def document(self, document_id: str) -> Document | None:
        """Return one document with its text, None where there is none of that id."""

    def statements(self, document_id: str) -> list[Statement]:
        """Return the statements of one document, in their order."""


@dataclass(frozen=True)
class Turn:
    """One question as it was asked, with the questions before it and the filters that were set."""

    question: str
    history: tuple[str, ...] = ()
    speaker: str | None = None
    since: str | None = None
    until: str | None = None
    document: str | None = None
    qid: str | None = None
    question_date: str | None = None
    """The day on which it is asked (YYYY-MM-DD), from which "this week" counts; None for the newest document's."""
    without: tuple[str, ...] = ()
    """Names of filters that are not to be read from the question, because the user removed them."""
    suggests: bool = False
    """Whether further questions are looked for after the answer, which takes as long as asking some of them."""
    as_written: bool = False
    """Whether a question of another language is asked in its own words, as documents in that language have them."""


@dataclass(frozen=True)
class Query:
    """A question understood: what is asked, of whom, from when."""

    standalone: str
    kind: Kind
    topic: str
    speaker: str | None
    """The asked speaker in the question's or filter's own words; None when nobody in particular is asked about."""
    speakers: tuple[str, ...] = ()
    """The names in the store that the asked speaker stands for; empty when the store has no statement by them."""
    since: str | None = None
    until: str | None = None
    document: str | None = None
    addressee: str | None = None
    """To whom it was said, in the question's own words; neither a filter nor, where anything else is asked, a topic."""
    quotation: str | None = None
    """For a quote check, the words that are asked after, as the question has them."""
    phrases: tuple[str, ...] = ()
    """What the question puts in quotation marks: words that stand together in what answers it."""
    loose: bool = False
    """Whether the question is no sentence: the statements nearest to its words are asked for."""
    counts: bool = False  # for a list, whether the question asks how many
    bare: bool = False  # whether a name and a few words without a verb were read as asking for statements
    unheld: str | None = None
    """The post by which somebody's words are asked for whom no document tells; a fact is asked for then."""
    question_date: str | None = None
    """The day near which documents are more likely to hold the answer; None where no day is known to matter."""
    inferred: tuple[str, ...] = ()
    """Names of the filters in force that were read from the question, not set by the user."""
    periods: tuple[tuple[str, str], ...] = ()
    """Of "in February and in June" each first and last day, between `since` and `until`; empty for one range."""
    assumed: str | None = None
    """What was assumed of what is asked, in sentences: the year, from when "last week" counts, a model's reading."""
    shared_in: frozenset[str] = frozenset()
    """The documents in which the asked surname alone may be that of another of its bearers."""
    broad: Broad | None = None
    """Of an overview, a question about the documents or small talk: what of them, and which are meant."""
    counted: Counted | None = None
    """What is counted and put in order instead of being listed."""
    compared: bool = False
    """Whether somebody's view is set beside another's, so that what says it most directly comes first."""
    view: bool = False
    """Whether it asks where the speaker stands, so that what is nearest answers if nothing names the topic."""
    said: str = ""
    """Where the topic is what somebody is said to have said, the question whether anybody did; else empty."""
    heard: Heard | None = None
    """How a question of another language was read; None for one in English."""
    before: Query | None = None
    """The question before, where "this" may mean the document that answered it."""

    def filters(self) -> dict[str, str]:
        """Return the filters in force, by name; several ranges of days and what was assumed of them for people."""
        named = {"speaker": self.speaker, "since": self.since, "until": self.until, "document": self.document}
        periods = " and ".join(readable_period(*each) for each in self.periods)
        return {name: value for name, value in {**named, "periods": periods, "assumed": self.assumed}.items() if value}


@dataclass(frozen=True)
class Candidate:
    """A passage that may hold the answer, with its fused score in 0 to 1."""

    document_id: str
    start: int
    end: int
    score: float
    also: tuple[Place, ...] = ()
    """Where near-identical passages stand that are not candidates of their own."""

    def opens(self, evidence: Evidence) -> bool:
        """Return whether a piece of evidence begins in the passage."""
        return self.document_id == evidence.document_id and self.start <= evidence.start < self.end


class Mismatch(NamedTuple):
    """What of a question stands against its evidence, each 0 or 1."""

    denial: float = 0.0
    """1 where the question denies ("Who did not sign?") and the evidence does not."""
    opposite: float = 0.0
    """1 where the evidence has the opposite of a word that the question has and it lacks."""
    number: float = 0.0
    """1 where a number of the question stands nowhere around the evidence."""
    name: float = 0.0
    """1 where a name of the question stands nowhere around the evidence."""
    quantity: float = 0.0
    """1 where the question asks how many and the evidence has no number, not even "several"; or whose name it asks for
    and the evidence names nobody."""


class Reading(NamedTuple):
    """What the reader makes of a text for a question (docs/reader.md): logits, and where its likeliest answer is."""

    answerable: float
    """Of the text having the answer."""
    margin: float
    """Of the likeliest words over those of none."""
    start: int
    end: int
    """-1 where the answer is the name of whose words they are."""


@dataclass(frozen=True)
class Evidence:
    """A span of whole sentences with its speaker and the features that the decision to answer rests on."""

    document_id: str
    start: int
    end: int
    score: float
    coverage: float
    """Share of the question's weighted words that the span or its passage holds, 0 to 1."""
    cosine: float
    """Cosine of the question and the best sentence of the span."""
    speaker: str | None = None
    reported_by: str | None = None
    said_on: str | None = None
    confidence: float = 0.0
    statement: StatementKind | None = None
    """Which kind of statement the span belongs to, None for the document's own words."""
    passage_coverage: float = 0.0
    """Share of the question's weighted words that the sentences of the passage hold, 0 to 1."""
    late_interaction: float = 0.0
    """Weighted mean of the cosines of the question's tokens with the nearest tokens of the best sentence, 0 to 1."""
    passage_cosine: float = 0.0
    """Cosine of the question and the passage."""
    passage_late_interaction: float = 0.0
    """As `late_interaction`, of the nearest tokens of all sentences of the passage."""
    near_topic: float = 0.0
    """Cosine of the best sentence with the topic alone, read where no statement names the topic."""
    around_near_topic: float = 0.0
    """As `near_topic`, of the best sentence with those before and after it."""
    worst_word: float = 0.0
    """The cosine of the topic's word that the best sentence's tokens match least, read as `near_topic`."""
    mismatch: Mismatch = Mismatch()
    """What the question has and the span has not."""
    also: tuple[Place, ...] = ()
    """Where the same speaker's near-identical words stand besides."""
    candidates: tuple[str, ...] = ()
    """Between whom the document does not decide, where the speaker is unsure."""
    replies_to: tuple[int, int] | None = None
    """Where the words before stand without which a reply names less of the topic."""
    reading: Reading | None = None
    """What the reader makes of it and what stands around it, offsets in the document; None where it was not read."""
    lead: str = ""
    """What stands before it and says what it is about: the question that it answers, its columns, its heading."""

    def to_json(self) -> dict[str, Any]:
        """Return the contract's object, ready for `json.dumps`."""
        return {**asdict(self), "candidates": list(self.candidates)}


@dataclass(frozen=True)
class FoundWords:
    """What a reader found in what it read: beside which evidence, and from where to where it read."""

    beside: Evidence
    read: tuple[int, int]
    reading: Reading

    def is_in(self, evidence: Evidence) -> bool:
        return evidence.start <= self.reading.start < evidence.end


@dataclass(frozen=True)
class Ranked:
    """Evidence, best first, and the candidates in the order that reading their sentences gave."""

    evidence: tuple[Evidence, ...]
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True)
class Citation:
    """A numbered, checked span: `text` is the document's text between the offsets."""

    n: int
    doc: str
    title: str
    published: str | None
    source: str | None
    url: str | None
    page: int | None
    start: int
    end: int
    text: str
    speaker: str | None
    reported_by: str | None
    said_on: str | None
    check: Check
    sha256: str | None = None
    """Of the document's text when it was cited, so that anybody can tell later whether it is still the same."""
    sense: Sense = "plain"
    """Whether the words stand under a denial, a condition, a question, a report of others' words or a hypothesis."""
    statement: StatementKind | None = None
    """Which kind of statement the words belong to; a reported one is in the document's wording, no quotation."""
    candidates: tuple[str, ...] = ()
    """Between whom the document does not decide, where the speaker is unsure."""

    def to_json(self) -> dict[str, Any]:
        """Return the contract's object, ready for `json.dumps`."""
        return {**asdict(self), "candidates": list(self.candidates)}


@dataclass(frozen=True)
class Segment:
    """A piece of answer text: a document's exact words when `citation` is set, else the program's own words."""

    text: str
    citation: Citation | None = None
    marked: tuple[int, int] | None = None
    """Where in the text the words stand that answer a fact's question (a day for "when"); the text has no mark-up."""


@dataclass(frozen=True)
class Scope:
    """What was searched: how many documents and statements, from when to when, under which filters."""

    documents: int
    statements: int
    first: str | None
    last: str | None
    filters: Mapping[str, str] = field(default_factory=dict)
    undated: int = 0
    """How many of the documents have no day."""

    def to_json(self) -> dict[str, Any]:
        """Return the contract's object (`from` is a word of Python, so the field has another name)."""
        return {
            "documents": self.documents,
            "statements": self.statements,
            "from": self.first,
            "until": self.last,
            "undated": self.undated,
            "filters": dict(self.filters),
        }


@dataclass(frozen=True)
class Material:
    """What a chat model was given: how many sentences of evidence, their tokens, and for how many there was room."""

    sentences: int
    tokens: int
    budget: int


@dataclass(frozen=True)
class AnswerPart:
    """One of several questions that a question asks: its heading, its own words, whether it is answered, by what."""

    heading: str
    question: str
    status: Status
    citations: tuple[int, ...] = ()


@dataclass(frozen=True)
class Answer:
    """The contract's answer object; the answer's text is its segments joined."""

    qid: str | None
    question: str
    standalone: str
    status: Status
    kind: Kind
    segments: tuple[Segment, ...]
    citations: tuple[Citation, ...]
    passages: tuple[Candidate, ...]
    nearest: tuple[Citation, ...]
    scope: Scope
    engine: str
    index_version: str
    elapsed_ms: float
    verdict: Verdict | None = None
    """Of a quote check; None for any other kind."""
    difference: tuple[Difference, ...] = ()
    """Of a quote check whose words are not the document's: what differs, in order."""
    probability: float = 0.0
    """The calibrated chance, 0 to 1, that the evidence answers, whether or not it was enough to answer."""
    count: int | None = None
    """Of a list or timeline: how many there are in all, however many are cited."""
    notice: str | None = None
    """What a reader should know of how the answer came about: that a model failed, or lines of it were left out."""
    material: Material | None = None
    """What a model wrote the answer from; None where none did."""
    parts: tuple[AnswerPart, ...] = ()
    """Of a question that asks several things: each with its heading; empty for one that asks one thing."""
    opening: str = ""
    """The first line, in the program's own words; empty where it has none."""
    unsure: bool = False
    """Whether what is shown only perhaps answers; of a refusal, that its text shows what is nearest."""
    suggestions: tuple[str, ...] | None = None
    """Further questions that have an answer; None where none were asked for."""

    @property
    def cited(self) -> tuple[Citation, ...]:
        """Return what the text cites: the citations, or what is nearest where it is shown as perhaps the answer."""
        return self.nearest if self.status == "not_found" and self.unsure else self.citations

    @property
    def answer(self) -> str:
        """Return the answer as text with `[1]` markers."""
        return "".join(segment.text for segment in self.segments)

    def to_json(self) -> dict[str, Any]:
        """Return the object of the contract, ready for `json.dumps`."""
        return {
            "qid": self.qid,
            "question": self.question,
            "standalone": self.standalone,
            "status": self.status,
            "kind": self.kind,
            "answer": self.answer,
            "citations": [citation.to_json() for citation in self.citations],
            "passages": [
                {"doc": each.document_id, "start": each.start, "end": each.end, "score": round(each.score, 4)}
                for each in self.passages
            ],
            "nearest": [citation.to_json() for citation in self.nearest],
            "scope": self.scope.to_json(),
            "engine": self.engine,
            "index_version": self.index_version,
            "elapsed_ms": round(self.elapsed_ms, 1),
            "verdict": self.verdict,
            "difference": [list(each) for each in self.difference],
            "count": self.count,
            "probability": round(self.probability, 4),
            "notice": self.notice,
            "material": asdict(self.material) if self.material else None,
            "parts": [{**asdict(each), "citations": list(each.citations)} for each in self.parts],
            "opening": self.opening,
            "unsure": self.unsure,
            **({} if self.suggestions is None else {"suggestions": list(self.suggestions)}),
        }
