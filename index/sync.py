"""Make the index equal to a set of files: add, change and, when asked, remove; resumable; reports.

A document is embedded first and then written in one transaction, so it is in the catalog whole or not at all. Chroma is
brought in line at the end from the catalog's vectors; a run that was interrupted is repaired by the next one.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from errors import DocumentError
from index import embed, split
from index.catalog import text_hash
from index.load import Found, find, load
from index.records import Document, Passage
from index.speakers import analyse
from index.store import Store

PROCESSING = "2"
"""Goes into each document's digest: raise it when splitting or speakers change, and the next run takes all in anew."""

GROUP_PASSAGES = 512
"""Documents are embedded together until they have so many new passages: enough to sort by length, little to lose."""


@dataclass
class Report:
    """What a run did, for people and as the contract's object."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    unchanged: int = 0
    failed: list[dict[str, str]] = field(default_factory=list)
    passages: int = 0
    statements: int = 0
    seconds: float = 0.0

    def to_json(self) -> dict[str, Any]:
        """Return the object of `python -m index --json`."""
        kinds = ("added", "changed", "removed", "unchanged", "failed")
        documents = {kind: getattr(self, kind) for kind in kinds}
        return {
            "documents": documents,
            "passages": self.passages,
            "statements": self.statements,
            "seconds": round(self.seconds, 2),
        }


@dataclass(frozen=True)
class Progress:
    """Where a run stands: files read of all, passages embedded so far, seconds since its start."""

    files: int
    of_files: int
    passages: int
    seconds: float


def sync(
    roots: list[Path],
    store: Store,
    passage_tokens: int,
    prune: bool = False,
    progress: Callable[[Progress], None] = lambda where: None,
) -> Report:
    """Return what was done to make the store's index hold the documents under the roots.

    Files that cannot be read are named in `failed` and change nothing. `prune` removes the documents that are not under
    the roots, except those of a file that failed.

    Raises:
        DocumentError: a root does not exist or holds no file that can be read.
    """
    started = time.monotonic()
    run = _Run(store, passage_tokens, Report(), started)
    files = find(roots)
    if not files:
        named = ", ".join(str(root) for root in roots)
        raise DocumentError(f"There is no document in {named}; put .txt, .md or .jsonl files there.")
    group: list[_Prepared] = []
    for prepared in run.prepared(files):
        group.append(prepared)
        if sum(len(each.texts) for each in group) >= GROUP_PASSAGES:
            run.write(group)
            group = []
            progress(Progress(run.files_read, len(files), run.embedded, time.monotonic() - started))
    run.write(group)
    if prune:
        run.prune()
    store.bring_in_line()
    counts = store.catalog.counts()
    progress(Progress(len(files), len(files), run.embedded, time.monotonic() - started))
    seconds = time.monotonic() - started
    return replace(run.report, passages=counts["passages"], statements=counts["statements"], seconds=seconds)


@dataclass(frozen=True)
class _Prepared:
    document: Document
    digest: str
    passages: list[Passage]
    texts: list[str]


@dataclass
class _Run:
    store: Store
    passage_tokens: int
    report: Report
    started: float
    files_read: int = 0
    embedded: int = 0
    seen: set[str] = field(default_factory=set)
    failed_files: set[str] = field(default_factory=set)

    def prepared(self, files: list[Found]) -> Iterator[_Prepared]:
        """Yield the documents that are new or changed, split into passages."""
        held = self.store.catalog.digests()
        for file in files:
            for document in self._loaded(file):
                if document.id in self.seen:
                    self._fail(document.id, "stands twice under this id; give each record an id of its own.")
                    continue
                self.seen.add(document.id)
                digest = _digest(document, self.passage_tokens)
                if held.get(document.id) == digest:
                    self.report.unchanged += 1
                    continue
                passages = split.passages(document, self.passage_tokens)
                texts = [document.text[each.start : each.end] for each in passages]
                yield _Prepared(document, digest, passages, texts)
            self.files_read += 1

    def _loaded(self, file: Found) -> list[Document]:
        try:
            return load(file)
        except DocumentError as error:
            self.failed_files.add(file.id)
            self._fail(file.id, str(error).removeprefix(f"{file.id}: "))
            return []

    def _fail(self, path: str, reason: str) -> None:
        self.report.failed.append({"path": path, "reason": reason})

    def write(self, group: list[_Prepared]) -> None:
        """Embed the group's new passages together and write each document."""
        catalog = self.store.catalog
        texts = {text_hash(text): text for each in group for text in each.texts}
        known = catalog.known_vectors(list(texts))
        wanted = [key for key in texts if key not in known]
        rows = list(embed.matrix(self.store.embeddings, [texts[key] for key in wanted])) if wanted else []
        vectors = dict(zip(wanted, rows, strict=True))
        self.embedded += len(wanted)
        held = catalog.digests() if group else {}
        for each in group:
            analysis = analyse(each.document)
            mine = {key: vectors[key] for text in each.texts if (key := text_hash(text)) in vectors}
            catalog.put(each.document, each.digest, each.passages, analysis.statements, analysis.names, mine)
            if each.document.id in held:
                self.report.changed += 1
            else:
                self.report.added += 1

    def prune(self) -> None:
        """Remove the documents that were not seen; those of a file that failed stay as they are."""
        for document_id in set(self.store.catalog.digests()) - self.seen:
            if document_id.split("#")[0] not in self.failed_files:
                self.store.catalog.remove(document_id)
                self.report.removed += 1


def _digest(document: Document, passage_tokens: int) -> str:
    fields = asdict(document) | {"path": ""}
    return hashlib.sha256(repr((PROCESSING, passage_tokens, sorted(fields.items()))).encode()).hexdigest()
