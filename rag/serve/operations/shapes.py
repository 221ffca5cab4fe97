"""The objects that the service returns, field by field, for its description and for assistants' tools.

`tests/rag/serve/operations/test_shapes.py` compares them with what is returned.
"""

from __future__ import annotations

from typing import Any, Literal, NotRequired

# What describes these needs it of Python 3.11's own, which does not tell what is needed of a field.
from typing_extensions import TypedDict

from index.records import Sense, StatementKind
from index.running.jobs import State
from rag.records import Check, Kind, Status, Verdict


class CitationObject(TypedDict):
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
    sha256: str | None
    sense: Sense
    statement: StatementKind | None
    candidates: list[str]


class PassageObject(TypedDict):
    """A passage that was looked at, with its score."""

    doc: str
    start: int
    end: int
    score: float


ScopeObject = TypedDict(
    "ScopeObject",
    {
        "documents": int,
        "statements": int,
        "from": str | None,
        "until": str | None,
        "undated": int,
        "filters": dict[str, str],
    },
)
"""What was searched, and under which filters."""


class PartObject(TypedDict):
    """One of several questions that a question asks."""

    heading: str
    question: str
    status: Status
    citations: list[int]


class AnswerObject(TypedDict):
    """An answer with its citations, the same object as `python -m rag --json` prints."""

    qid: str | None
    question: str
    standalone: str
    status: Status
    kind: Kind
    answer: str
    citations: list[CitationObject]
    passages: list[PassageObject]
    nearest: list[CitationObject]
    scope: ScopeObject
    engine: str
    index_version: str
    elapsed_ms: float
    verdict: Verdict | None
    difference: list[list[str]]
    count: int | None
    probability: float
    notice: str | None
    material: dict[str, int] | None
    parts: list[PartObject]
    opening: str
    unsure: bool
    suggestions: NotRequired[list[str]]


class StatementsObject(TypedDict):
    """Statements under filters, the earliest first: how many there are, and those from an offset on."""

    count: int
    offset: int
    statements: list[CitationObject]


class DayObject(TypedDict):
    """What was said on one day, None for what has no day."""

    day: str | None
    count: int
    statements: list[CitationObject]


class TimelineObject(TypedDict):
    """Statements by the day on which they were said: how many days there are, and those from an offset on."""

    count: int
    offset: int
    days: list[DayObject]


class SpeakerObject(TypedDict):
    """Somebody who speaks in the documents: under which names, how often, from when to when."""

    name: str
    forms: list[str]
    statements: int
    first: str | None
    last: str | None


class ExploreObject(TypedDict):
    """Who speaks, and how many statements under the filters there are of each month, or of each year of a long time."""

    count: int
    periods: dict[str, int]
    speakers: list[SpeakerObject]


class DocumentObject(TypedDict):
    """What is known of a document; `origins` says where each thing was found."""

    id: str
    title: str
    published: str | None
    source: str | None
    url: str | None
    language: str | None
    author: str | None
    speaker: str | None
    sha256: str
    characters: int
    statements: int
    origins: dict[str, str]
    omitted: dict[str, int]


class DocumentsObject(TypedDict):
    """Documents by id: how many there are, and those from an offset on."""

    count: int
    offset: int
    documents: list[DocumentObject]


class SourceObject(TypedDict):
    """The words of a document between two offsets, with the statements that they touch."""

    document: DocumentObject
    start: int
    end: int
    page: int | None
    text: str
    statements: list[CitationObject]


class QuotationObject(TypedDict):
    """Whether words were said: the verdict, by whom, what differs, and the document's own words."""

    quotation: str
    speaker: str | None
    verdict: Verdict
    answer: str
    difference: list[list[str]]
    citations: list[CitationObject]
    nearest: list[CitationObject]
    scope: ScopeObject


class LeftOutObject(TypedDict):
    """A document of whose file something was not read, in the singular with its count: pictures, comments."""

    id: str
    omitted: dict[str, int]


CoverageObject = TypedDict(
    "CoverageObject",
    {
        "documents": int,
        "statements": int,
        "found": int,
        "from": str | None,
        "until": str | None,
        "months": dict[str, int],
        "gaps": list[str],
        "undated": list[str],
        "without_speaker": int,
        "partly_read": list[LeftOutObject],
        "unread": int,
        "filters": dict[str, str],
    },
)
"""What the store has on something: `documents` and `statements` searched, `found` of them on the topic, documents of
each month, the months between with none, documents without a day, statements whose speaker is unsure, documents of
whose files something was not read, and of all files, whatever the filters, how many could not be read."""

Finding = Literal["exact", "altered", "other_speaker", "other_sense", "other_day", "not_found", "unclear"]


class ClaimObject(TypedDict):
    """A quotation or an attributed claim of a draft, with what was found of it."""

    start: int
    end: int
    text: str
    kind: Literal["quotation", "claim"]
    speaker: str | None
    day: str | None
    finding: Finding
    told: str
    difference: list[list[str]]
    citations: list[CitationObject]


class DraftObject(TypedDict):
    """A draft's quotations and attributed claims in their order, and how many of them do not stand."""

    checked: int
    wrong: int
    claims: list[ClaimObject]


class CorrectedObject(TypedDict):
    """What was corrected: the document, where a statement of it is meant its offsets, and what to know of it."""

    document: str
    span: list[int] | None
    remarks: list[str]


class HealthObject(TypedDict):
    """Whether the store can be asked, and its version."""

    status: Literal["ok"]
    index_version: str


class KeptObject(TypedDict):
    """That feedback was kept."""

    kept: bool


class RecheckedObject(TypedDict):
    """Whether all citations of a pack hold, and what became of each."""

    holds: bool
    citations: list[dict[str, Any]]


class UnreadObject(TypedDict):
    """A file that was not taken in, and why, with what to do."""

    path: str
    reason: str


class UnreadFilesObject(TypedDict):
    """Files of which nothing, or not every record, was taken in: how many there are, and those from an offset on."""

    count: int
    offset: int
    files: list[UnreadObject]


class JobObject(TypedDict):
    """Work that goes on by itself: its state, how far it is (`share` from 0 to 1), and what was not taken in."""

    id: str
    title: str
    state: State
    message: str
    share: float
    not_read: int
    failed: list[UnreadObject]
    may_go_on: bool


class JobsObject(TypedDict):
    """The latest jobs, the newest first: how many are known, and those from an offset on."""

    count: int
    offset: int
    jobs: list[JobObject]


class WrongFieldObject(TypedDict):
    """A field that is not as described, and what is wrong with it."""

    field: str
    problem: str


class ErrorObject(TypedDict):
    """A problem as OpenAI's clients read it."""

    message: str
    type: str
    param: str | None
    code: int


class ProblemObject(TypedDict):
    """What went wrong (RFC 9457): `detail` names the thing and says what to do."""

    type: str
    title: str
    status: int
    detail: str
    error: ErrorObject
    errors: NotRequired[list[WrongFieldObject]]
    taken: NotRequired[list[str]]
    retry_after: NotRequired[int]
    kind: NotRequired[str]
