"""Gold: questions with their known answers, checked on load, with their quotes located in the documents.

A line of a gold file is one question. Every problem is named with its line, all of them at
once, so that a file is fixed in one go. A quote that stands more than once in its document is taken at all its
places, with a warning; a quote that stands nowhere is a problem.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from errors import GoldError

Span = tuple[int, int]
Texts = Callable[[str], str | None]
"""A document's text by its id, None where there is no such document."""
VERDICTS = ("exact", "altered", "other_speaker", "not_found")
YES_NO = ("yes", "no")
_ONE_OF = {"verdict": VERDICTS, "yes_no": YES_NO}


@dataclass(frozen=True)
class GoldEvidence:
    """What a right answer rests on: a document, and the places in it where the words stand, any of which will do."""

    doc_id: str
    spans: tuple[Span, ...] = ()
    """Empty where only the document is known."""
    quote: str | None = None
    part: str | None = None
    """Of a question that asks several things: which of them this answers; each of them needs evidence of its own."""
    speaker: str | None = None
    """Whose words these are, where the parts of a question are words of different people."""


@dataclass(frozen=True)
class Gold:
    """A question with its known answer."""

    qid: str
    question: str
    answers: tuple[str, ...] = ()
    evidence: tuple[GoldEvidence, ...] = ()
    answerable: bool = True
    type: str = "question"
    speaker: str | None = None
    """Whose words the evidence is."""
    history: tuple[str, ...] = ()
    said_on: str | None = None
    since: str | None = None
    until: str | None = None
    document: str | None = None
    question_date: str | None = None
    """The day on which it is asked, from which "this week" counts."""
    kind: str | None = None
    """The kind of question that it is to be understood as."""
    verdict: str | None = None
    """For a quote check, what the check is to say: exact, altered, other_speaker or not_found."""
    yes_no: str | None = None
    """For a question that yes or no answers, which of them is true."""
    missing: tuple[str, ...] = ()
    """Of a question that asks several things, those that the documents do not answer."""
    relevant: Mapping[str, int] = field(default_factory=dict)
    """Judged documents with their grade; where none were judged, those of the evidence."""


@dataclass(frozen=True)
class Loaded:
    """The questions of a file, what is wrong with it, and what a reader should know of it."""

    questions: tuple[Gold, ...]
    problems: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    lines: Mapping[str, str] = field(default_factory=dict)
    """Where each question stands, by its qid: "line 3"."""
    corpus: Path | None = None
    """The documents that the questions bring with them."""

    def checked(self, path: Path) -> tuple[Gold, ...]:
        """Return the questions.

        Raises:
            GoldError: there is a problem, or no question; a single problem is shown whole.
        """
        if len(self.problems) == 1:
            raise GoldError(f"{path}, {self.problems[0]}; fix it.")
        if self.problems:
            raise GoldError(f"{path} has {len(self.problems)} problems; fix the lines named above.")
        if not self.questions:
            raise GoldError(f"{path} contains no question; write one JSON object a line with 'qid' and 'question'.")
        return self.questions


def read(path: Path) -> Loaded:
    """Return the questions of a gold file, one JSON object a line; empty lines are passed over.

    Raises:
        GoldError: the file cannot be read.
    """
    return of_lines(path, lambda _, row: row, "is not a JSON object")


def of_lines(path: Path, row_of: Callable[[int, Any], Any], otherwise: str) -> Loaded:
    """Return the questions of a file's lines, each made of the line's number and object, and what is wrong with them.

    Raises:
        GoldError: the file cannot be read.
    """
    rows: list[tuple[str, Any]] = []
    problems: list[str] = []
    for number, line in enumerate(text_of(path).split("\n"), 1):
        if line.strip():
            try:
                rows.append((f"line {number}", row_of(number, json.loads(line))))
            except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
                problems.append(f"line {number}: {otherwise}")
    found = of_rows(rows)
    return replace(found, problems=(*problems, *found.problems))


def text_of(path: Path) -> str:
    """Return a file's text.

    Raises:
        GoldError: it cannot be read as UTF-8.
    """
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            raise GoldError(f"{path} is not a file; name a file of questions or a folder with one.")
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise GoldError(f"{path} cannot be read ({error.strerror}); name a file of questions.") from None
    except UnicodeDecodeError:
        raise GoldError(f"{path} is not UTF-8 text; name a file of questions.") from None


def of_rows(rows: Iterable[tuple[str, Any]]) -> Loaded:
    """Return the questions of objects, each with the name of the place that it comes from."""
    questions: list[Gold] = []
    problems: list[str] = []
    lines: dict[str, str] = {}
    for where, row in rows:
        wrong = _wrong(row)
        if not wrong and (first := lines.get(str(row["qid"]))):
            wrong = [f"qid '{row['qid']}' is that of {first} too"]
        problems += [f"{where}: {each}" for each in wrong]
        if not wrong:
            questions.append(_gold(row))
            lines[questions[-1].qid] = where
    return Loaded(questions=tuple(questions), problems=tuple(problems), warnings=(), lines=lines)


_TEXTS = ("type", "speaker", "said_on", "since", "until", "document", "question_date", "kind", "verdict", "yes_no")
_EVIDENCE = ("quote", "part", "speaker")


def _wrong(row: Any) -> list[str]:
    """Return all that is wrong with one object."""
    if not isinstance(row, dict):
        return ["is not a JSON object"]
    wrong = [f"has no '{each}'" for each in ("qid", "question") if not str(row.get(each) or "").strip()]
    wrong += [f"'{each}' is not text" for each in _TEXTS if not isinstance(row.get(each), str | None)]
    for name in ("answers", "history", "missing"):
        if not _texts(row.get(name)):
            wrong.append(f"'{name}' is not a list of texts")
    if not isinstance(row.get("answerable", True), bool):
        wrong.append("'answerable' is neither true nor false")
    for name, values in _ONE_OF.items():
        if row.get(name) not in (None, *values):
            wrong.append(f"'{name}' is none of {', '.join(values)}")
    evidence = row.get("evidence") or []
    return [*wrong, *(_wrong_pieces(evidence) if isinstance(evidence, list) else ["'evidence' is not a list"])]


def _texts(value: Any) -> bool:
    return value is None or (isinstance(value, list) and all(isinstance(each, str) for each in value))


def _wrong_pieces(evidence: list[Any]) -> list[str]:
    return [
        f"evidence {number} {problem}" for number, each in enumerate(evidence, 1) for problem in _wrong_evidence(each)
    ]


def _wrong_evidence(each: Any) -> list[str]:
    if not isinstance(each, dict) or not str(each.get("doc_id") or "").strip():
        return ["has no 'doc_id'"]
    wrong = [f"has a '{name}' that is not text" for name in _EVIDENCE if not isinstance(each.get(name), str | None)]
    start, end = each.get("start"), each.get("end")
    if (start is None) != (end is None):
        wrong.append("has only one of 'start' and 'end'")
    elif start is not None and not (type(start) is int and type(end) is int and 0 <= start < end):
        wrong.append(f"has no offsets in 'start' {start} and 'end' {end}")
    return wrong


def _gold(row: Mapping[str, Any]) -> Gold:
    texts: dict[str, Any] = {name: row.get(name) for name in _TEXTS if row.get(name)}
    # Claims have their type as the answer (SUPPORT): that is a label, and stands in no document.
    kind = str(row.get("type") or "").casefold()
    answers = [each for each in row.get("answers") or () if each.strip() and each.casefold() != kind]
    evidence = [
        GoldEvidence(
            str(each["doc_id"]),
            ((each["start"], each["end"]),) if each.get("start") is not None else (),
            *(each.get(name) or None for name in _EVIDENCE),
        )
        for each in row.get("evidence") or ()
    ]
    return Gold(
        qid=str(row["qid"]),
        question=str(row["question"]),
        answers=tuple(answers),
        evidence=tuple(evidence),
        answerable=row.get("answerable", True),
        history=tuple(row.get("history") or ()),
        missing=tuple(row.get("missing") or ()),
        **texts,
    )


def located(loaded: Loaded, document_ids: Sequence[str], texts: Texts) -> Loaded:
    """Return the questions with index ids and the places of their quotes, and what could not be located.

    A document is named by its id in the index, by the id of its record in a corpus of JSON lines (what stands after
    `#`), or by its file name where only one document bears it.
    """
    names = _Names(document_ids)
    questions: list[Gold] = []
    problems, warnings = list(loaded.problems), list(loaded.warnings)
    for gold in loaded.questions:
        where = loaded.lines.get(gold.qid, gold.qid)
        evidence = []
        for number, each in enumerate(gold.evidence, 1):
            found, problem, warning = _located(each, names, texts)
            evidence.append(found)
            problems += [f"{where}: evidence {number} {problem}"] if problem else []
            warnings += [f"{where}: evidence {number} {warning}"] if warning else []
        relevant = {names.find(key)[0] or key: grade for key, grade in gold.relevant.items()}
        relevant = relevant or {each.doc_id: 1 for each in evidence}
        questions.append(replace(gold, evidence=tuple(evidence), relevant=relevant))
    return replace(loaded, questions=tuple(questions), problems=tuple(problems), warnings=tuple(warnings))


class _Names:
    """The forms of document ids that gold may use."""

    def __init__(self, document_ids: Iterable[str]) -> None:
        self._ids = set(document_ids)
        self._forms: dict[str, set[str]] = {}
        for each in self._ids:
            for form in {each.partition("#")[2], each.rpartition("/")[2]} - {"", each}:
                self._forms.setdefault(form, set()).add(each)

    def find(self, name: str) -> tuple[str | None, str]:
        """Return the id that a name stands for, or None and what is wrong with the name."""
        if name in self._ids:
            return name, ""
        found = self._forms.get(name, set())
        if len(found) == 1:
            return next(iter(found)), ""
        if found:
            return None, f"names '{name}', which {len(found)} documents are called; give the whole id"
        return None, f"names the document '{name}', which is not in the index"


def _located(evidence: GoldEvidence, names: _Names, texts: Texts) -> tuple[GoldEvidence, str, str]:
    """Return the evidence as it lies in the index, a problem or "", and a warning or ""."""
    document_id, problem = names.find(evidence.doc_id)
    if document_id is None:
        return evidence, problem, ""
    text = texts(document_id) or ""
    found = replace(evidence, doc_id=document_id)
    if evidence.spans:
        ((start, end),) = evidence.spans
        if end > len(text):
            return found, f"ends at {end}, after the {len(text)} characters of '{document_id}'", ""
        differs = evidence.quote is not None and text[start:end] != evidence.quote
        return found, "", "has a quote that is not what stands between its offsets, which count" if differs else ""
    if evidence.quote is None:
        return found, "", ""
    places = places_of(evidence.quote, text)
    if not places:
        return found, f"has a quote that is not in '{document_id}': “{_short(evidence.quote)}”", ""
    several = f"has a quote that stands {len(places)} times in '{document_id}'; each of these places counts"
    return replace(found, spans=places), "", several if len(places) > 1 else ""


def places_of(quote: str, text: str) -> tuple[Span, ...]:
    """Return where a quote stands in a text, exactly or, if nowhere so, with other white space between its words."""
    exact = [match.span() for match in re.finditer(re.escape(quote.strip()), text)]
    words = r"\s+".join(map(re.escape, quote.split()))
    return tuple(exact or [match.span() for match in re.finditer(words, text)] if words else ())


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
