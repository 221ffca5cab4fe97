"""Statements against annotated quotations: how many are found, and whether they are given to the right speaker.

The measures are those of quotation attribution studies: a quotation counts as found when the span overlaps the
annotated one by at least 0.8 (intersection over union), exactly found when both ends agree within the marks; the
speaker counts as right when the last word of the name stands among the words of the annotated speaker or of the name
that the annotation resolves it to. Quotations of fewer than five words are left out, as terms in marks are debatable.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from errors import GoldError
from index.attribution.attribute import analyse
from index.records import Document, Statement
from index.text.sentences import Span, overlap

FEWEST_WORDS = 5
OVERLAP = 0.8
REPORTED_OVERLAP = 0.5
STRAY_OVERLAP = 0.3
_PRONOUNS = frozenset("he she they i it we you who his her him them the a an".split())
System = Callable[[Document], Iterable[Statement]]


@dataclass(frozen=True)
class Quotation:
    """An annotated quotation: its spans inside marks (none where it has none), its whole span, its speaker."""

    marked: tuple[Span, ...]
    span: Span
    indirect: bool
    names: frozenset[str]
    """The words, in small letters, of whom it is by; empty where the annotation names nobody."""


@dataclass(frozen=True)
class Scores:
    """What one system reaches on one set; shares are of 1."""

    system: str
    set: str
    quotations: int
    exact_f1: float
    f1: float
    precision: float
    recall: float
    speaker_precision: float | None
    speaker_recall: float | None
    found_and_right: float | None
    """The share of all quotations with a known speaker that are found with the right one."""
    reported_f1: float | None
    reported_precision: float | None
    reported_recall: float | None
    words_per_second: float


def statements_of(document: Document) -> list[Statement]:
    """Return what the product finds in a document."""
    return analyse(document).statements


def evaluated(path: Path, system: System = statements_of, name: str = "on the record") -> Scores:
    """Return the scores of a system on a file of annotated documents.

    Raises:
        GoldError: the file cannot be read, or a line of it is no annotated document.
    """
    count = _Count()
    words = 0
    seconds = 0.0
    for number, line in enumerate(_lines(path), 1):
        try:
            row = json.loads(line)
            gold = [_quotation(row["text"], each) for each in row["quotes"]]
            document = Document(
                id=row["doc_id"],
                path="",
                title=row.get("title") or "",
                published=row.get("date"),
                source=None,
                url=None,
                language=None,
                text=row["text"],
                sha256="",
            )
        except (ValueError, KeyError, TypeError) as error:
            raise GoldError(f"{path}, line {number}: no document with quotations ({error!r}); fix it.") from error
        words += len(document.text.split())
        before = time.process_time()
        found = list(system(document))
        seconds += time.process_time() - before
        count.add(document.text, gold, found)
    return count.scores(name, path.parent.parent.name, words / max(seconds, 1e-9))


def _lines(path: Path) -> Iterable[str]:
    try:
        with path.open(encoding="utf-8") as lines:
            yield from lines
    except OSError as error:
        raise GoldError(f"{path} cannot be read ({error.strerror}); name a file of annotated quotations.") from error


def _quotation(text: str, annotated: dict[str, Any]) -> Quotation:
    """Return a quotation of the two kinds of files: with its parts in marks, or as one span with its marks."""
    span = (int(annotated["start"]), int(annotated["end"]))
    if "direct" in annotated:
        marked = tuple((int(first), int(last)) for first, last in annotated["direct"])
        names = _names(annotated.get("speaker")) | _names(annotated.get("speaker_name_auto"))
        return Quotation(
            marked=marked, span=span, indirect=annotated.get("type") == "indirect", names=frozenset(names - _PRONOUNS)
        )
    inner = re.sub(r"^(?:``|[“\"‘'`])\s*", "", text[slice(*span)])
    start = span[1] - len(inner)
    end = start + len(re.sub(r"\s*(?:''|[”\"’'])$", "", inner))
    quoted = (start, end) != span
    return Quotation(marked=((start, end),) if quoted else (), span=span, indirect=not quoted, names=frozenset())


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def _names(text: str | None) -> set[str]:
    return set(_words((text or "").lower()))


def _is_stray(text: str, statement: Statement, marked: Sequence[Span]) -> bool:
    """Return whether a statement long enough to count lies where no quotation is marked."""
    long = len(_words(text[statement.start : statement.end])) >= FEWEST_WORDS
    return long and not any(overlap((statement.start, statement.end), span) > STRAY_OVERLAP for span in marked)


class _Count:
    """Counts over documents; a quotation is found once, a statement finds many only where they overlap so far."""

    def __init__(self) -> None:
        self.gold = self.found = self.exact = self.extra = 0
        self.known = self.known_found = self.named = self.right = 0
        self.reported = self.reported_found = self.reported_extra = 0

    def add(self, text: str, gold: Sequence[Quotation], statements: Sequence[Statement]) -> None:
        direct = [each for each in statements if each.kind == "direct"]
        used: set[int | None] = set()
        for quotation in gold:
            for span in quotation.marked:
                if len(_words(text[slice(*span)])) >= FEWEST_WORDS:
                    used.add(self._quotation(text, quotation, span, direct))
        marked = [span for each in gold for span in each.marked]
        self.extra += sum(_is_stray(text, each, marked) for at, each in enumerate(direct) if at not in used)
        self._reported(gold, [each for each in statements if each.kind == "reported"])

    def _quotation(self, text: str, quotation: Quotation, span: Span, direct: Sequence[Statement]) -> int | None:
        """Count one marked quotation, and return which statement found it."""
        self.gold += 1
        best = _best(span, direct)
        if best is None or overlap(span, (direct[best].start, direct[best].end)) < OVERLAP:
            self.known += bool(quotation.names)
            return None
        self.found += 1
        self.exact += _words(text[slice(*span)]) == _words(text[direct[best].start : direct[best].end])
        self._speaker(quotation, direct[best].speaker)
        return best

    def _speaker(self, quotation: Quotation, speaker: str | None) -> None:
        if not quotation.names:
            return
        self.known += 1
        self.known_found += 1
        if speaker:
            self.named += 1
            last = _words(speaker.lower())[-1:]
            self.right += bool(last) and last[0] in quotation.names

    def _reported(self, gold: Sequence[Quotation], reported: Sequence[Statement]) -> None:
        used: set[int] = set()
        for quotation in gold:
            if not quotation.indirect:
                continue
            self.reported += 1
            best = _best(quotation.span, reported)
            if (
                best is not None
                and overlap(quotation.span, (reported[best].start, reported[best].end)) >= REPORTED_OVERLAP
            ):
                self.reported_found += 1
                used.add(best)
        self.reported_extra += len(reported) - len(used)

    def scores(self, system: str, name: str, speed: float) -> Scores:
        missed = self.gold - self.found
        reported_missed = self.reported - self.reported_found
        return Scores(
            system=system,
            set=name,
            quotations=self.gold,
            exact_f1=_f1(self.exact, self.extra + self.found - self.exact, missed + self.found - self.exact),
            f1=_f1(self.found, self.extra, missed),
            precision=_share(self.found, self.found + self.extra) or 0.0,
            recall=_share(self.found, self.gold) or 0.0,
            speaker_precision=_share(self.right, self.named),
            speaker_recall=_share(self.right, self.known_found),
            found_and_right=_share(self.right, self.known),
            reported_f1=_f1(self.reported_found, self.reported_extra, reported_missed) if self.reported else None,
            reported_precision=_share(self.reported_found, self.reported_found + self.reported_extra)
            if self.reported
            else None,
            reported_recall=_share(self.reported_found, self.reported),
            words_per_second=round(speed),
        )


def _best(span: Span, statements: Sequence[Statement]) -> int | None:
    scored = ((overlap(span, (each.start, each.end)), number) for number, each in enumerate(statements))
    best = max(scored, default=(0.0, -1))
    return best[1] if best[0] > 0 else None


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None


def _f1(right: int, extra: int, missed: int) -> float:
    return round(2 * right / max(1, 2 * right + extra + missed), 4)


def as_json(scores: Iterable[Scores]) -> str:
    """Return the scores as one JSON object."""
    return json.dumps({"quotes": [asdict(each) for each in scores]}, ensure_ascii=False)


def as_text(scores: Iterable[Scores]) -> str:
    """Return the scores as lines to read, a set and a system each."""
    blocks = []
    for each in scores:
        lines = [f"{each.set}, {each.system}: {each.quotations:,} quotations of {FEWEST_WORDS} words and more"]
        lines.append(f"  found {each.f1} (precision {each.precision}, recall {each.recall}), exactly {each.exact_f1}")
        if each.found_and_right is not None:
            lines.append(
                f"  speaker precision {each.speaker_precision}, recall {each.speaker_recall} of those found; "
                f"found with the right speaker {each.found_and_right} of all"
            )
        if each.reported_f1 is not None:
            lines.append(
                f"  reported speech {each.reported_f1} (precision {each.reported_precision}, "
                f"recall {each.reported_recall})"
            )
        blocks.append("\n".join([*lines, f"  {each.words_per_second:,.0f} words a second"]))
    return "\n".join(blocks)
