"""Check a draft: for each quotation and attributed claim in somebody's text, whether the documents have it so.

The draft is read as any document is, so that whose words it says they are follows the same rules; each is then looked
up by the check of quotations. A claim in other words than the document's is never called right: it is `unclear`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, cast

from errors import QuestionError
from index.attribution.attribute import analyse
from index.cues.marks.quotation_marks import Paragraph, quoted_paragraphs
from index.names.names import is_name, same_person
from index.names.titles import given_and_surname
from index.owner_rpc import Payload, Show
from index.records import Document, Sense, Statement, text_hash
from index.senses.sense import SENSE_LABELS
from index.storage.catalog import Catalog
from index.text.stems import words
from rag.answer.differences import turned
from rag.answer.explore import View
from rag.check.normalize import places
from rag.check.quote_matching import BETWEEN_WORDS
from rag.find.filters import in_days
from rag.phrasing import readable_date
from rag.pipeline import Pipeline
from rag.records import Answer, Query
from rag.serve.operations.draft_cues import with_commas
from rag.serve.operations.draft_labels import day_in, label_of, occasion_of
from rag.serve.operations.shapes import ClaimObject, DraftObject, Finding
from rag.serve.operations.turns import query_of
from rag.understand.speakers import find_speakers

LONGEST, MOST = 200_000, 500
"""Characters of a draft, and quotations and claims of it that are checked."""
FEWEST_WORDS = 3
"""A shorter quotation that nobody is said to have said is a title, a term or a name."""
OTHER_WORDS = "The documents have no such words of theirs; whether they say the same in others is not decided."


@dataclass(frozen=True)
class _Claim:
    """Something that a draft says was said: its words, by whom, when, and as what."""

    start: int
    end: int
    text: str
    kind: Literal["quotation", "claim"]
    speaker: str | None = None
    day: str | None = None
    sense: Sense = "plain"


def draft(pipeline: Pipeline, payload: Payload, show: Show) -> Payload:
    """Return what is found of each quotation and attributed claim of a text, in their order.

    Raises:
        QuestionError: the text is empty, too long, or has too many of them.
        NothingIndexedError: the store holds no document.
    """
    text = str(payload["text"])
    if not text.strip() or len(text) > LONGEST:
        raise QuestionError(f"A draft has between one and {LONGEST:,} characters; this one has {len(text):,}.")
    claims = list(_claims(text, pipeline.store.catalog))
    if len(claims) > MOST:
        raise QuestionError(f"The draft has {len(claims):,} quotations and claims; check at most {MOST} at once.")
    checked: list[ClaimObject] = []
    with pipeline.store.catalog.reading():
        for number, each in enumerate(claims, start=1):
            checked.append(_checked(each, pipeline))
            if number > 1 and _are_parted(claims[number - 2], each, text):
                checked[-2:] = _as_one((claims[number - 2], each), (checked[-2], checked[-1]), pipeline)
            show(f"{number} of {len(claims)}")
    wrong = sum(each["finding"] not in ("exact", "unclear") for each in checked)
    object_: DraftObject = {"checked": len(checked), "wrong": wrong, "claims": checked}
    return cast(Payload, object_)


def _claims(text: str, catalog: Catalog) -> Iterator[_Claim]:
    """Yield the quotations and attributed claims of a text, in their order."""
    paragraphs = quoted_paragraphs(text)
    statements = analyse(_as_document(with_commas(text, paragraphs))).statements
    found = [_of_statement(each, text) for each in statements if each.kind != "turn" or _is_quoted(each, text)]
    taken = [(each.start, each.end) for each in found]
    for paragraph in paragraphs:
        for quotation in paragraph.quotations:
            start, end = quotation.start, quotation.end
            covered = any(first < end and start < last for first, last in taken)
            if not covered and len(words(text[start:end])) >= FEWEST_WORDS:
                found.append(_Claim(start, end, text[start:end], "quotation"))
    labelled = _labelled(found, text, paragraphs, catalog)
    yield from sorted((_of_its_own_day(each, text) for each in labelled), key=lambda each: each.start)


def _labelled(
    claims: Sequence[_Claim], text: str, paragraphs: Sequence[Paragraph], catalog: Catalog
) -> Iterator[_Claim]:
    """Yield the claims with whom a label names where nobody else is, and with the day that it tells."""
    quotations = [each for paragraph in paragraphs for each in paragraph.quotations]
    for claim in claims:
        own = next((each for each in quotations if each.start < claim.end and claim.start < each.end), None)
        label = label_of(text, own.left, own.right, lambda name: _is_somebody(name, catalog)) if own else None
        if label is None or claim.kind == "claim" or not _names(label.name, claim.speaker):
            yield claim
        else:
            yield replace(claim, speaker=claim.speaker or label.name, day=label.day or claim.day)


def _names(name: str, speaker: str | None) -> bool:
    return speaker is None or speaker in name or same_person(speaker, name)


def _is_somebody(name: str, catalog: Catalog) -> bool:
    return given_and_surname(name) or bool(find_speakers(name, catalog))


def _of_its_own_day(claim: _Claim, text: str) -> _Claim:
    """Return a claim without a day that stands in a paragraph before, where its own names the speaker in full anew."""
    name = claim.speaker or ""
    start, end = text.rfind("\n", 0, claim.start) + 1, text.find("\n", claim.end)
    paragraph = text[start : end if end >= 0 else len(text)]
    if claim.day is None or " " not in name or name not in paragraph or name not in text[:start] or day_in(paragraph):
        return claim
    return replace(claim, day=None)


def _as_document(text: str) -> Document:
    return Document(
        id="draft",
        path="draft",
        title="",
        published=None,
        source=None,
        url=None,
        language=None,
        text=text,
        sha256=text_hash(text),
    )


def _is_quoted(statement: Statement, text: str) -> bool:
    return text[max(0, statement.start - 1) : statement.start] in '“"„«‘'


def _of_statement(statement: Statement, text: str) -> _Claim:
    reported = statement.kind == "reported"
    skipped, day = occasion_of(text[statement.start : statement.end]) if reported else (0, None)
    return _Claim(
        start=statement.start + skipped,
        end=statement.end,
        text=text[statement.start + skipped : statement.end],
        kind="claim" if reported else "quotation",
        speaker=statement.speaker,
        day=day or statement.said_on,
        sense=statement.sense,
    )


def _checked(claim: _Claim, pipeline: Pipeline) -> ClaimObject:
    forms = tuple(find_speakers(claim.speaker, pipeline.store.catalog)) if claim.speaker else ()
    query = query_of(View(speaker=claim.speaker, forms=forms), " ".join(claim.text.split()))
    answer = pipeline.quotation_checked(query)
    finding, told = _finding(claim, answer, is_reported=_is_reported(claim, forms, answer, pipeline.store.catalog))
    if finding == "other_speaker" and _may_be_anybody(claim, forms):
        finding, told = (
            "unclear",
            f"Whether “{claim.speaker}” is meant to be whose words they are is not decided. {told}",
        )
    cited = [] if finding == "not_found" else answer.citations
    return {
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
        "kind": claim.kind,
        "speaker": claim.speaker,
        "day": claim.day,
        "finding": finding,
        "told": told,
        "difference": [list(each) for each in answer.difference],
        "citations": cast(Any, [each.to_json() for each in cited]),
    }


def _may_be_anybody(claim: _Claim, forms: Sequence[str]) -> bool:
    """Return whether a draft names only a post ("the president") and the store knows no one holder of it."""
    if claim.speaker is None or is_name(claim.speaker):
        return False
    return sum(is_name(each) and not each.lower().startswith("the ") for each in forms) != 1


def _are_parted(before: _Claim, claim: _Claim, text: str) -> bool:
    """Return whether two quotations are one that only its cue parts: “We can,” Ruiz said, “repair it.”"""
    gap = text[before.end : claim.start]
    own = before.kind == claim.kind == "quotation" and before.speaker == claim.speaker is not None
    return own and "\n" not in gap and len(gap.split()) <= BETWEEN_WORDS and claim.text[:1].islower()


def _as_one(
    claims: tuple[_Claim, _Claim], found: tuple[ClaimObject, ClaimObject], pipeline: Pipeline
) -> list[ClaimObject]:
    """Return what is found of the two pieces of a quotation, by the whole where one is too short or lacks a "not"."""
    short = [each["finding"] == "not_found" for each in found]
    if not all(each["finding"] in ("exact", "not_found") for each in found) or all(short):
        return [*found]
    whole = _checked(replace(claims[0], text=" ".join(each.text for each in claims)), pipeline)
    left_out = whole["finding"] == "altered" and turned([(a, b, c) for a, b, c in whole["difference"]])
    if whole["finding"] != "exact" and not left_out:
        return [*found]
    told = short if any(short) else [False, True]
    return [
        {**whole, "start": each["start"], "end": each["end"], "text": each["text"]} if by_whole else each
        for each, by_whole in zip(found, told, strict=True)
    ]


def _is_reported(claim: _Claim, forms: Sequence[str], answer: Answer, catalog: Catalog) -> bool:
    """Return whether a document reports a claim's very words as those of whom the draft names."""
    for cited in answer.citations if claim.kind == "claim" and not answer.difference else ():
        document = catalog.document(cited.doc)
        theirs = (each for each in catalog.statements(cited.doc) if each.speaker in forms)
        touched = (each for each in theirs if each.start < cited.end and cited.start < each.end)
        if document and any(places(claim.text, document.text[each.start : each.end]) for each in touched):
            return True
    return False


def _finding(claim: _Claim, answer: Answer, is_reported: bool) -> tuple[Finding, str]:
    first = answer.answer.split("\n")[0].strip().replace("the question", "the draft")
    if is_reported:
        day = _on_what_day(claim, answer)
        return day or ("exact", f"The document reports these words of {claim.speaker}, in its own wording.")
    if claim.kind == "claim" and not _says_otherwise(answer):
        return "unclear", OTHER_WORDS
    if answer.verdict == "exact":
        return _in_what_sense(claim, answer) or _on_what_day(claim, answer) or ("exact", first)
    return cast(Finding, answer.verdict or "not_found"), first


def _says_otherwise(answer: Answer) -> bool:
    """Return whether a claim's words stand in a document, or stand there but for a word that turns their sense."""
    if answer.verdict in ("exact", "other_speaker"):
        return True
    return answer.verdict == "altered" and bool(turned(answer.difference))


def _in_what_sense(claim: _Claim, answer: Answer) -> tuple[Finding, str] | None:
    """Return that the words stand in another sense than the draft gives them, None where one place has them so."""
    senses = {each.sense for each in answer.citations}
    if not senses or claim.sense in senses or claim.sense != "plain":
        return None
    (label, *_) = sorted(SENSE_LABELS.get(each) or each for each in senses)
    return "other_sense", f"The document has these words {label}; the draft gives them as said."


def _on_what_day(claim: _Claim, answer: Answer) -> tuple[Finding, str] | None:
    """Return that the words are of another day than the draft tells, None where one place has it or none tells."""
    days = sorted({each.said_on or each.published or "" for each in answer.citations} - {""})
    if not claim.day or not days:
        return None
    asked = Query(standalone="", kind="list", topic="", speaker=None, since=claim.day, until=claim.day)
    if any(in_days(asked, day) for day in days):
        return None
    return "other_day", f"These words are of {_listed(days)}, not of {readable_date(claim.day)}."


def _listed(days: Sequence[str]) -> str:
    return ", ".join(readable_date(day) for day in days[:3])
