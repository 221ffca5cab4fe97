"""An evidence pack -> what of it is still true, against the documents themselves, without an index or a network.

A citation holds when its document is there unchanged and the check of `rag/check/verify.py` finds it verified. Where
not, it is said what changed: the document, the offsets (and where the words stand now), the words (and what differs),
who is found to say them, or what is known of the document.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Literal, get_type_hints

from errors import QuestionError
from index.attribution.attribute import analyse
from index.read.load import find, load
from index.records import Document, Statement
from index.storage.catalog import Catalog
from index.text.sentences import Span
from rag.check.cite import sense_at
from rag.check.evidence_pack import FORMAT, Pack, digest
from rag.check.normalize import places
from rag.check.quote_matching import is_its_own, nearest
from rag.check.verify import check
from rag.records import Citation, Difference

State = Literal["holds", "changed", "moved", "altered", "other_speaker", "not_found", "missing", "edited"]
Source = Callable[[str, str | None], tuple[Document, list[Statement]] | None]
"""Gives the document of an id, or else the one whose text has the SHA-256, with its statements."""


@dataclass(frozen=True)
class Result:
    """What became of one citation, or of the pack's own text (`edited`, without a number)."""

    question: str
    n: int | None
    doc: str | None
    state: State
    told: str
    start: int | None = None
    end: int | None = None
    difference: tuple[Difference, ...] = ()


def read(path: Path) -> Pack:
    """Return the pack of a file.

    Raises:
        QuestionError: it cannot be read, or is no pack in JSON.
    """
    try:
        return pack_of(json.loads(path.read_text(encoding="utf-8")), str(path))
    except OSError as error:
        raise QuestionError(f"The pack {path} cannot be read ({error.strerror}); check the path.") from None
    except (ValueError, RecursionError):
        raise _no_pack(str(path)) from None


def pack_of(given: Any, called: str) -> Pack:
    """Return the pack that an object of JSON is, which people know by what it is called.

    Raises:
        QuestionError: it is no pack.
    """
    try:
        pack: Pack = given
        # JSON carries lone surrogates, which can be neither digested nor shown.
        json.dumps(pack, ensure_ascii=False).encode()
        if pack["pack"] != FORMAT:
            raise QuestionError(f"{called} is a pack of format {pack['pack']}; this version checks format {FORMAT}.")
        for answer in pack["answers"]:
            if not isinstance(answer["question"], str):
                raise TypeError("question")
            [_citation(each) for each in (*answer["citations"], *answer["nearest"])]
        return pack
    except (ValueError, KeyError, TypeError, RecursionError):
        raise _no_pack(called) from None


def _no_pack(called: str) -> QuestionError:
    return QuestionError(f"{called} is not an evidence pack in JSON; make one with: --pack FILE.json")


def _citation(packed: Mapping[str, Any]) -> Citation:
    """Return the citation of a pack, which anybody may have written.

    Raises:
        KeyError, TypeError: it is none.
    """
    # A pack of an earlier version does not name what was added since.
    given = {name: packed[name] for name in KINDS if name in packed or name not in ADDED}
    if wrong := [name for name, value in given.items() if not isinstance(value, KINDS[name])]:
        raise TypeError(wrong[0])
    return Citation(**{**given, "candidates": tuple(map(str, given.get("candidates", ())))})


KINDS: dict[str, Any] = get_type_hints(Citation) | {
    "check": str,
    "sense": str,
    "statement": str | None,
    "candidates": list | tuple,
}
"""What each field of a packed citation is. A check's word is compared with those that there are, so any may stand."""
ADDED = frozenset({"sense", "statement", "candidates"})
"""Fields that packs of earlier versions do not have."""


def in_files(roots: list[Path]) -> Source:
    """Return the source that reads the documents of files and folders, as they are indexed.

    Raises:
        DocumentError: a path does not exist or cannot be read.
    """
    by_id: dict[str, Document] = {}
    for each in find(roots):
        by_id |= {document.id: document for document in load(each) if isinstance(document, Document)}
    by_sha = {document.sha256: document for document in by_id.values()}

    def documents(document_id: str, sha256: str | None) -> tuple[Document, list[Statement]] | None:
        document = by_id.get(document_id) or by_sha.get(sha256 or "")
        return (document, list(analyse(document).statements)) if document else None

    return documents


def in_catalog(catalog: Catalog) -> Source:
    """Return the source that reads the documents of a store."""

    def documents(document_id: str, sha256: str | None) -> tuple[Document, list[Statement]] | None:
        document = catalog.document(document_id)
        if document is None:
            same = next((each.id for each in catalog.documents() if each.sha256 == sha256), None)
            document = catalog.document(same) if same else None
        return (document, catalog.statements(document.id)) if document else None

    return documents


def rechecked(pack: Pack, source: Source) -> list[Result]:
    """Return what became of every citation of the pack, and which answers were edited since it was made."""
    return [result for answer in pack["answers"] for result in _answer(answer, source)]


def _answer(answer: Mapping[str, Any], source: Source) -> Iterator[Result]:
    if digest(answer) != answer.get("digest"):
        yield Result(
            question=answer["question"], n=None, doc=None, state="edited", told="The pack was edited since it was made."
        )
    for each in (*answer["citations"], *answer["nearest"]):
        citation = _citation(each)
        found = source(citation.doc, citation.sha256)
        if found is None:
            yield Result(
                question=answer["question"],
                n=citation.n,
                doc=citation.doc,
                state="missing",
                told="The document is not there.",
            )
        else:
            document, statements = found
            if "sense" not in each:
                span = (citation.start, citation.end)
                citation = replace(citation, sense=sense_at(document.text, span, statements))
            yield _result(answer["question"], citation, document, statements)


def _result(question: str, citation: Citation, document: Document, statements: list[Statement]) -> Result:
    moved = f" (now {document.id})" if document.id != citation.doc else ""
    here = document.sha256 == citation.sha256
    verdict = check(replace(citation, sha256=None), document, statements)

    def result(state: State, text: str, **more: Any) -> Result:
        return Result(question=question, n=citation.n, doc=citation.doc, state=state, told=f"{text}{moved}", **more)

    if verdict == "verified":
        changed = "The words are unchanged, but the document changed elsewhere."
        return result("holds", "Verified.") if here else result("changed", changed)
    if document.text[citation.start : citation.end] != citation.text:
        return _elsewhere(citation, document, result)
    if verdict == "other_speaker":
        return result(
            "other_speaker", f"The words are there, but are not attributed to {citation.speaker or 'nobody'}."
        )
    return result("altered", "The words are there, but a date, the title, the page or the address has changed.")


def _elsewhere(citation: Citation, document: Document, result: Callable[..., Result]) -> Result:
    """Return where the words stand now, or what differs."""
    if span := found_again(citation.text, document.text, citation.start):
        start, end = span
        words = document.text[start:end]
        return result("moved", f"Found again at {start} to {end}: {words}", start=start, end=end)
    near = nearest(citation.text, document.text, 0, len(document.text))
    if near and is_its_own(citation.text, near, document.text):
        start, end = near.span
        words = document.text[start:end]
        return result("altered", f"The document now has: {words}", start=start, end=end, difference=near.difference)
    return result("not_found", "The words are no longer in the document.")


def found_again(words: str, text: str, near: int) -> Span | None:
    """Return where the words stand in a text that changed, of several places the one nearest to the old offset."""
    same = [(match.start(), match.end()) for match in re.finditer(re.escape(words), text)]
    spans = same or places(words, text)
    return min(spans, key=lambda span: abs(span[0] - near), default=None)


def to_json(results: list[Result]) -> dict[str, Any]:
    """Return the results as one object: whether all holds, and each."""
    all_verified = all(each.state == "holds" for each in results)
    return {
        "holds": all_verified,
        "citations": [{**asdict(each), "difference": [*map(list, each.difference)]} for each in results],
    }


def readable(results: list[Result]) -> str:
    """Return the results for a terminal: what does not hold, then how many do."""
    failed = [each for each in results if each.state != "holds"]
    lines = [f"{each.question}\n  {f'[{each.n}] {each.doc}: ' if each.n else ''}{each.told}" for each in failed]
    cited = sum(each.n is not None for each in results)
    return "\n".join([*lines, f"{cited - sum(each.n is not None for each in failed)} of {cited} citations hold."])
