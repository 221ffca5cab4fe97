"""What people correct of what was read: values apart from the files, put over a document each time it is prepared.

A document's title, day, speaker and source are corrected by its id. A statement's speaker is corrected by the
statement's words, so that the correction is applied again wherever they stand after the file changed; where they are
gone, or stand more or less often than they did, it is kept and not applied.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from errors import CorrectionError
from index import publication
from index.records import Document, Statement, record_id
from index.sentences import Span

FIELDS = ("title", "published", "speaker", "source")
LONGEST = {"title": 500, "published": 60, "speaker": 200, "source": 300}
"""Characters of each field at most."""
FEW_WORDS = 4
"""Of fewer words the whole line has to be the same: "Yes." is said by many."""
Read = tuple[tuple[str, str | None], ...]
_LETTERS = re.compile(r"\w+")
_BIDI = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that change the order in which others are shown."""


@dataclass(frozen=True)
class Correction:
    """A value that a person set in the place of one that was read; None says that there is none."""

    document_id: str
    field: str
    value: str | None
    words: str = ""
    """For a statement's speaker: the digest of its words; "" for what is corrected of the whole document."""
    start: int = 0
    end: int = 0
    nth: int = 0
    """Which of the statements with these words it was, from 0, and of how many."""
    among: int = 0

    @property
    def key(self) -> tuple[str, str, int]:
        """Return what two corrections of one thing in one document share."""
        return self.field, self.words, self.nth


def value(field: str, written: str) -> str | None:
    """Return what a person wrote for a field as it is kept: bare, a day as ISO, nothing as None.

    Raises:
        CorrectionError: there is no such field, or it cannot hold this.
    """
    if field not in FIELDS:
        raise CorrectionError(f"A document has no field {_shown(field)} to correct; name one of {', '.join(FIELDS)}.")
    bare = unicodedata.normalize("NFC", written).strip()
    if len(bare) > LONGEST[field]:
        raise CorrectionError(f"The {field} is longer than {LONGEST[field]} characters; give a shorter one.")
    if any(_is_control(each) for each in bare):
        raise CorrectionError(f"The {field} holds a line break or a control character; write it in one line without.")
    bare = " ".join(bare.split())
    if not bare:
        if field == "title":
            raise CorrectionError("The title is empty; give one, or take the file's again with --unset.")
        return None
    if field == "published":
        return _day(bare)
    if not any(each.isalnum() for each in bare):
        raise CorrectionError(f"The {field} {_shown(bare)} has no letter; write a name, or nothing for none.")
    return bare


def _day(written: str) -> str:
    found = publication.day(written)
    if found is None:
        raise CorrectionError(
            f"The day {_shown(written)} cannot be read; write it as 2026-04-02, 2026-04, 2026 or 2 April 2026."
        )
    return found


def _is_control(character: str) -> bool:
    return unicodedata.category(character) in {"Cc", "Cs", "Co", "Cn", "Zl", "Zp"} or character in _BIDI


def _shown(text: str) -> str:
    """Return what somebody wrote for a message of one line."""
    held = "".join("\ufffd" if _is_control(each) else each for each in text)
    return f"'{held if len(held) <= 80 else held[:79] + '…'}'"


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


def of_statement(document: Document, statements: Sequence[Statement], span: Span, speaker: str | None) -> Correction:
    """Return the correction of the speaker of the statement at a span.

    Raises:
        CorrectionError: there is no statement at it.
    """
    for words, spans in _spans(document.text, statements).items():
        if span in spans:
            return Correction(document.id, "speaker", speaker, words, *span, spans.index(span), len(spans))
    raise CorrectionError(
        f"There is no statement at {span[0]}-{span[1]} of {document.id}; "
        f"run: python -m index --statements '{document.id}'"
    )


def standing(
    text: str, statements: Sequence[Statement], corrections: Iterable[Correction]
) -> dict[Correction, Span | None]:
    """Return the corrections of statements with where each statement stands now, None where that is not sure.

    Where a text has the words as often as it had, the same of them is meant, else the one at the same offsets.
    """
    held = [each for each in corrections if each.words]
    spans = _spans(text, statements) if held else {}
    found: dict[Correction, Span | None] = {}
    for each in held:
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


def with_speakers(
    document: Document, statements: Sequence[Statement], corrections: Iterable[Correction]
) -> tuple[list[Statement], Read]:
    """Return a document's statements with the speakers that people gave them, and whom each was read to be of."""
    made = list(statements)
    read: list[tuple[str, str | None]] = []
    for each, span in standing(document.text, statements, corrections).items():
        if span is None:
            continue
        owner = next(held for held in statements if (held.start, held.end) == span)
        read.append((span_name(span), owner.speaker))
        made = [_respoken(held, span, owner.speaker, each.value) for held in made]
    return made, tuple(read)


def _respoken(statement: Statement, span: Span, before: str | None, speaker: str | None) -> Statement:
    """Return a statement as it is once the words at a span are another person's, who also tells what stands in them."""
    inside = span[0] <= statement.start and statement.end <= span[1]
    teller = statement.reported_by
    if (statement.start, statement.end) == span:
        sure = 1.0 if speaker else 0.0
        teller = None if teller == speaker else teller
        return replace(statement, speaker=speaker, candidates=(), reported_by=teller, confidence=sure)
    if inside and before and teller == before:
        return replace(statement, reported_by=None if statement.speaker == speaker else speaker)
    return statement


def is_corrected_at(read: Read, span: Span) -> bool:
    """Return whether the words at a span are in a statement whose speaker was corrected; `read` is its document's."""
    spans = [name.split("-") for name, _ in read if "-" in name]
    return any(int(start) <= span[0] and span[1] <= int(end) for start, end in spans)


def span_name(span: Span) -> str:
    """Return how a statement is named within its document: START-END."""
    return f"{span[0]}-{span[1]}"


def told(document: Document) -> dict[str, dict[str, str | None]]:
    """Return the fields of a document that people corrected, each with its value and what was read."""
    read = dict(document.read)
    return {field: {"value": getattr(document, field), "read": read[field]} for field in FIELDS if field in read}


def told_of_statement(document: Document, statement: Statement) -> dict[str, dict[str, str | None]]:
    """Return the same of a statement, whose speaker alone can be corrected."""
    read: Mapping[str, str | None] = dict(document.read)
    name = span_name((statement.start, statement.end))
    return {"speaker": {"value": statement.speaker, "read": read[name]}} if name in read else {}


def merged(held: Iterable[Correction], other: Iterable[Correction]) -> list[Correction]:
    """Return the corrections of both; of two of one thing the other's."""
    return list({each.key: each for each in (*held, *other)}.values())
