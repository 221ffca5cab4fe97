"""The bodies and parameters that clients send: checked, with nothing besides what is named here."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from fastapi import UploadFile
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictBool, StrictInt, create_model

from rag.check.evidence_pack import FORMAT
from rag.check.recheck import ADDED, KINDS

MOST_HISTORY = 200


def _text(value: str) -> str:
    if "\x00" in value:
        raise ValueError("a text cannot contain the character NUL")
    return value


def _not_blank(value: str) -> str:
    if not value.strip():
        raise ValueError("it is empty")
    return value


def _whole_day(value: str) -> str:
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise ValueError("it is not a day; write it as 2030-12-31") from None


def _shown(pattern: str) -> Any:
    """Return what the description says of a field; what is not so is refused with words that tell what to write."""
    return Field(json_schema_extra={"pattern": pattern})


Text = Annotated[str, Field(max_length=20_000), AfterValidator(_text)]
Name = Annotated[str, Field(max_length=1_000), AfterValidator(_text)]
Words = Annotated[Text, _shown(r"\S")]
Spoken = Annotated[Text, _shown(r"[\p{L}\p{N}]")]
_YEAR, _MONTH = "(?!0000)[0-9]{4}", "(0[1-9]|1[0-2])"
_DAY = "(02-(0[1-9]|1[0-9]|2[0-9])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01]))"
Day = Annotated[Name, _shown(f"^({_YEAR}(-({_MONTH}|{_DAY}))?)?$")]
AskedOn = Annotated[Name, _shown(f"^({_YEAR}-{_DAY})?$")]


class Given(BaseModel):
    """What a client sends; a field that is not named is refused."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=False)


class Filters(Given):
    """What is looked at: a speaker's words, between two days, in documents whose id matches a pattern."""

    speaker: Name | None = Field(None, description="Only words of this speaker")
    since: Day | None = Field(None, description="From this day, month or year on (2030-12-31, 2030-12, 2030)")
    until: Day | None = Field(None, description="Up to this day, month or year")
    document: Name | None = Field(None, description="Only documents whose id matches this pattern (* and ?)")


class Question(Filters):
    """A question, with the questions before it and the filters that are set."""

    question: Words = Field(description="What you want to know")
    history: list[Text] = Field(default_factory=list, max_length=MOST_HISTORY, description="The questions before it")
    question_date: AskedOn | None = Field(None, description="The day it is asked, from which 'this week' counts")
    qid: Name | None = Field(None, description="A name of your own, which the answer has too")
    suggests: StrictBool = Field(False, description="Whether further questions that have an answer are looked for")


class Asked(Question):
    """A question, and whether its answer comes in pieces."""

    stream: StrictBool = Field(False, description="Server-sent events: segment, segment, …, answer")


class Page(Filters):
    """Filters, a topic, and which part of what is found is returned."""

    topic: Name | None = Field(None, description="Only what names this")
    offset: int = Field(0, ge=0, le=10_000_000)
    limit: int = Field(50, ge=1, le=500)


class Looked(Filters):
    """Filters and a topic."""

    topic: Name | None = Field(None, description="Only what names this")


class Listing(Given):
    """Which documents are listed."""

    document: Name | None = Field(None, description="Only documents whose id matches this pattern (* and ?)")
    offset: int = Field(0, ge=0, le=10_000_000)
    limit: int = Field(100, ge=1, le=500)


class Span(Given):
    """Where a document's words begin and end, in characters, the end exclusive."""

    start: int | None = Field(None, ge=0)
    end: int | None = Field(None, ge=0)


class Quotation(Filters):
    """Words that somebody is said to have said."""

    quotation: Spoken = Field(description="The words, without quotation marks around them")


class Draft(Given):
    """A text that somebody wrote from the documents."""

    text: Annotated[str, Field(max_length=200_000), AfterValidator(_text), _shown(r"\S")] = Field(
        description="The text to check"
    )


class ToPack(Question):
    """A question of a pack, which has words as every other one has."""

    question: Annotated[Words, AfterValidator(_not_blank)] = Field(description="What you want to know")


class Packed(Given):
    """Questions whose answers are packed, and in which form."""

    questions: list[ToPack] = Field(min_length=1, max_length=100)
    form: Literal["json", "md", "html", "csv"] = "json"


_PACKED = ConfigDict(extra="allow", strict=True)
_FIELDS: dict[str, Any] = {
    name: (kind, Field(default_factory=lambda: None) if name in ADDED else ...) for name, kind in KINDS.items()
}
PackedCitation: Any = create_model(
    "PackedCitation",
    __config__=_PACKED,
    __doc__="A citation of a pack; what an earlier version did not know may be missing, and all else is kept as it is.",
    **_FIELDS,
)


class PackedAnswer(BaseModel):
    """An answer of a pack, likewise."""

    model_config = _PACKED

    question: str
    citations: list[PackedCitation]
    nearest: list[PackedCitation]


class Pack(Given):
    """An evidence pack, as POST /v1/packs or `--pack FILE.json` makes it."""

    pack: StrictInt = Field(json_schema_extra={"const": FORMAT})
    settings: dict[str, Any]
    answers: list[PackedAnswer] = Field(max_length=10_000)


class Feedback(Given):
    """What somebody thinks of an answer."""

    question: Annotated[Words, AfterValidator(_not_blank)]
    history: list[Text] = Field(default_factory=list, max_length=MOST_HISTORY)
    qid: Name | None = None
    good: StrictBool = Field(description="Whether the answer is right")
    right: Text | None = Field(None, description="The right words, as the documents have them")


class Correction(Given):
    """What is right of a document, or of one statement (DOCUMENT@START-END)."""

    document: Annotated[Name, _shown(r"\S")]
    set: dict[Name, Name] = Field(default_factory=dict, description="Fields with their right values")
    unset: list[Name] = Field(default_factory=list, description="Fields of which the file counts again")


SameName = Literal["refuse", "both", "replace"]


class Files(Given):
    """Files to add, and what becomes of one whose name is there with other content."""

    files: list[UploadFile] = Field(min_length=1, description="The files; of a .zip those in it are read")
    same_name: SameName = Field("refuse", description="What is done where a name is there with other content")


class PastedText(Given):
    """A text to add under a title."""

    title: Annotated[Name, AfterValidator(_not_blank), _shown(r"\S")]
    text: Annotated[str, Field(max_length=900_000), AfterValidator(_text), AfterValidator(_not_blank), _shown(r"\S")]
    published: Annotated[str, AfterValidator(_whole_day), _shown(f"^{_YEAR}-{_DAY}$")] | None = Field(
        None, description="The day on which it was said or published (2030-12-31)"
    )
    speaker: Name | None = Field(None, description="Who speaks, where all of it is one person's words")
    same_name: SameName = Field("refuse", description="What is done where the title is there with other words")


class Removed(Given):
    """Documents to remove."""

    documents: list[Name] = Field(min_length=1, max_length=1_000, description="Their ids")


class Paged(Given):
    """Which part of a list is returned."""

    offset: int = Field(0, ge=0, le=10_000_000)
    limit: int = Field(50, ge=1, le=500)
