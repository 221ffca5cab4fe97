"""What people correct of what was read, put over a document each time it is prepared (`catalog_writer` stores it).

A document's title, day, speaker and source are corrected by its id. A statement's speaker and day are corrected by its
words, so that the correction is applied again wherever they stand after the file changed; where they are
gone, or stand more or less often than they did, it is kept and not applied.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from errors import CorrectionError
from index.corrected_values import FIELDS, STATEMENT_FIELDS
from index.records import Document, Statement, record_id
from index.text.expressions import expression
from index.text.sentences import Span

FEW_WORDS = 4
"""Of fewer words the whole line has to be the same: "Yes." is said by many."""
Read = tuple[tuple[str, str | None], ...]
_READ = expression(r"(?P<start>\d+)-(?P<end>\d+)(?: (?P<field>\w+))?")
_LETTERS = expression(r"\w+")
_NEAR, _SHOWN = 3, 60
"""So many statements are named where there is none at the offsets, each by so many characters."""
_MARKS = "\"'“”„‟‘’‚«»‹›, "


@dataclass(frozen=True)
class Correction:
    """A value that a person set in the place of one that was read; None says that there is none."""

    document_id: str
    field: str
    value: str | None
    words: str = ""
    """For a statement's field: the digest of its words; "" for what is corrected of the whole document."""
    start: int = 0
    end: int = 0
    nth: int = 0
    """Which of the statements with these words it was, from 0, and of how many."""
    among: int = 0

    @property
    def key(self) -> tuple[str, str, int]:
        """Return what two corrections of one thing in one document share."""
        return self.field, self.words, self.nth


def corrected(document: Document, corrections: Iterable[Correction]) -> Document:
    """Return a document with the corrections of its own fields, and beside them what was read."""
    said = as_read(document)
    values = {each.field: each.value for each in corrections if not each.words}
    read = tuple((field, getattr(said, field)) for field in FIELDS if field in values)
    given = replace(said, read=read)
    return replace(
        given,
        title=values.get("title") or given.title,
        published=values.get("published", given.published),
        speaker=values.get("speaker", given.speaker),
        source=values.get("source", given.source),
    )


def as_read(document: Document) -> Document:
    """Return a document as its file has it, without corrections."""
    read = dict(document.read)
    return replace(
        document,
        title=read.get("title") or document.title,
        published=read.get("published", document.published),
        speaker=read.get("speaker", document.speaker),
        source=read.get("source", document.source),
        read=(),
    )


def of_statement(
    document: Document, statements: Sequence[Statement], span: Span, field: str, value: str | None
) -> Correction:
    """Return the correction of a field of the statement at a span.

    Raises:
        CorrectionError: there is no statement at it.
    """
    for words, spans in _spans(document.text, statements).items():
        if span in spans:
            return Correction(
                document_id=document.id,
                field=field,
                value=value,
                words=words,
                start=span[0],
                end=span[1],
                nth=spans.index(span),
                among=len(spans),
            )
    raise CorrectionError(
        f"There is no statement at {span_name(span)} of {document.id}, and only statements can be corrected; "
        f"{_near(document, statements, span)}"
    )


def _near(document: Document, statements: Sequence[Statement], span: Span) -> str:
    """Return which statements stand nearest to a span, for a message of one line."""
    by_span = {(each.start, each.end): each for each in statements}
    if not by_span:
        return "no statement was found in this document."
    nearest = sorted(by_span, key=lambda each: (max(each[0] - span[1], span[0] - each[1], 0), abs(each[0] - span[0])))
    named = []
    for each in sorted(nearest[:_NEAR]):
        words = " ".join(document.text[slice(*each)].split()).strip(_MARKS)
        words = words if len(words) <= _SHOWN else f"{words[:_SHOWN].rsplit(None, 1)[0]} …"
        named.append(f"{span_name(each)} ({by_span[each].speaker or 'speaker not known'}: “{words}”)")
    return f"near it: {'; '.join(named)}. All: python -m index --statements '{document.id}'"


def standing(
    text: str, statements: Sequence[Statement], corrections: Iterable[Correction]
) -> dict[Correction, Span | None]:
    """Return the corrections of statements with where each statement stands now, None where that is not sure.

    Where a text has the words as often as it had, the same of them is meant, else the one at the same offsets.
    """
    of_words = [each for each in corrections if each.words]
    spans = _spans(text, statements) if of_words else {}
    found: dict[Correction, Span | None] = {}
    for each in of_words:
        same = spans.get(each.words, [])
        at = (each.start, each.end)
        found[each] = same[each.nth] if len(same) == each.among else at if at in same else None
    return found


def _spans(text: str, statements: Sequence[Statement]) -> dict[str, list[Span]]:
    """Return where the statements stand, in order, by the digests of their words."""
    by_words: dict[str, list[Span]] = {}
    for span in sorted({(each.start, each.end) for each in statements}):
        by_words.setdefault(words_key(text, span), []).append(span)
    return by_words


def words_key(text: str, span: Span) -> str:
    """Return the digest of the words at a span, capitals and marks apart; few words count with their line."""
    said = _LETTERS.findall(text[slice(*span)].casefold())
    if len(said) < FEW_WORDS:
        start = text.rfind("\n", 0, span[0]) + 1
        end = text.find("\n", span[1])
        said += ["\n", *_LETTERS.findall(text[start : end if end >= 0 else len(text)].casefold())]
    return record_id("words", *said)


def with_corrected(
    document: Document, statements: Sequence[Statement], corrections: Iterable[Correction]
) -> tuple[list[Statement], Read]:
    """Return a document's statements with the speakers and days that people gave them, and what was read of each."""
    spoken = list(statements)
    read: list[tuple[str, str | None]] = []
    for each, span in standing(document.text, statements, corrections).items():
        if span is None:
            continue
        owner = next(statement for statement in statements if (statement.start, statement.end) == span)
        if each.field == "speaker":
            read.append((span_name(span), owner.speaker))
            spoken = [_respoken(statement, span, owner.speaker, each.value) for statement in spoken]
        else:
            read.append((read_name(span, each.field), owner.said_on))
            spoken = [
                replace(statement, said_on=each.value) if (statement.start, statement.end) == span else statement
                for statement in spoken
            ]
    return spoken, tuple(read)


def _respoken(statement: Statement, span: Span, before: str | None, speaker: str | None) -> Statement:
    """Return a statement as it is once the words at a span are another person's, who also tells what stands in them."""
    inside = span[0] <= statement.start and statement.end <= span[1]
    reporter = statement.reported_by
    if (statement.start, statement.end) == span:
        sure = 1.0 if speaker else 0.0
        reporter = None if reporter == speaker else reporter
        return replace(statement, speaker=speaker, candidates=(), reported_by=reporter, confidence=sure)
    if inside and before and reporter == before:
        return replace(statement, reported_by=None if statement.speaker == speaker else speaker)
    return statement


def is_corrected_at(read: Read, span: Span, field: str = "speaker") -> bool:
    """Return whether a field of the statement that a span is in was corrected; `read` is its document's."""
    spans = [match for name, _ in read if (match := _READ.fullmatch(name)) and (match["field"] or "speaker") == field]
    return any(int(each["start"]) <= span[0] and span[1] <= int(each["end"]) for each in spans)


def span_name(span: Span) -> str:
    """Return how a statement is named within its document: START-END."""
    return f"{span[0]}-{span[1]}"


def read_name(span: Span, field: str) -> str:
    """Return the name under which a document's `read` has a field of the statement at a span."""
    return span_name(span) if field == "speaker" else f"{span_name(span)} {field}"


def corrected_fields(document: Document) -> dict[str, dict[str, str | None]]:
    """Return the fields of a document that people corrected, each with its value and what was read."""
    read = dict(document.read)
    return {field: {"value": getattr(document, field), "read": read[field]} for field in FIELDS if field in read}


def corrected_statement_fields(document: Document, statement: Statement) -> dict[str, dict[str, str | None]]:
    """Return the same of a statement."""
    read: Mapping[str, str | None] = dict(document.read)
    span = (statement.start, statement.end)
    names = {field: read_name(span, field) for field in STATEMENT_FIELDS}
    return {
        field: {"value": getattr(statement, field), "read": read[name]} for field, name in names.items() if name in read
    }


def merged(stored: Iterable[Correction], other: Iterable[Correction]) -> list[Correction]:
    """Return the corrections of both; of two of one thing the other's."""
    return list({each.key: each for each in (*stored, *other)}.values())
