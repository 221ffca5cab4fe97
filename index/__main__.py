"""`python -m index`: make the index equal to files, and look at what is stored."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from errors import CorrectionError, DocumentError, OnTheRecordError
from index.exit_codes import INTERRUPTED, ended, interrupts
from index.progress import ProgressLine
from index.terminal import harmless, json_line, say
from settings import Settings, from_environment


def main(arguments: Sequence[str] | None = None) -> int:
    """Return the exit code: 0 done, 1 a user error in one line; wrong usage exits with 2."""
    parser = _parser()
    chosen = parser.parse_args(arguments)
    looks = [chosen.list, chosen.stats, chosen.show, chosen.text, chosen.statements, chosen.rebuild_vectors]
    looks += [
        chosen.rebuild,
        chosen.export,
        chosen.import_,
        chosen.set is not None,
        chosen.unset is not None,
        chosen.corrections,
    ]
    if bool(chosen.paths) == any(looks) or sum(map(bool, looks)) > 1:
        parser.error(
            "name files or folders to index, or one of --list, --show, --text, --statements, --stats, "
            "--corrections, --set, --unset, --rebuild, --rebuild-vectors, --export, --import"
        )
    if wrong := _wrong_correction(chosen):
        parser.exit(2, f"{wrong}\n")
    try:
        with interrupts():
            return _done(chosen)
    except OnTheRecordError as error:
        say(error, sys.stderr)
        return 1
    except KeyboardInterrupt:
        if not chosen.paths:
            return INTERRUPTED
        print("Stopped; what was indexed so far is kept, run the same command to go on.", file=sys.stderr)
        return 1


def _done(chosen: argparse.Namespace) -> int:
    settings = from_environment()
    if chosen.store:
        settings = replace(settings, store=chosen.store)
    if chosen.rebuild:
        return _rebuild_all(chosen, settings)
    if chosen.rebuild_vectors:
        return _rebuild(chosen, settings)
    if chosen.export or chosen.import_:
        return _moved(chosen, settings)
    if chosen.set is not None or chosen.unset is not None:
        return _correct(chosen, settings)
    return _index(chosen, settings) if chosen.paths else _look(chosen, settings)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m index", description="Make the index equal to these files.")
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="a file or folder")
    parser.add_argument("--store", type=Path, metavar="DIR", help="the folder of the stored index")
    parser.add_argument("--prune", action="store_true", help="remove the documents whose files are gone from there")
    parser.add_argument("--json", action="store_true", help="print one JSON object and nothing else")
    parser.add_argument("--list", action="store_true", help="list the documents")
    parser.add_argument("--show", metavar="DOCUMENT", help="show what is known of a document")
    parser.add_argument("--text", metavar="DOCUMENT", help="print a document's whole text")
    parser.add_argument("--statements", metavar="GLOB", help="list who said what in the documents that match")
    parser.add_argument("--stats", action="store_true", help="count what is stored")
    document = ("DOCUMENT", "FIELD")
    parser.add_argument(
        "--set",
        nargs="*",
        metavar=("DOCUMENT", "FIELD=VALUE"),
        help="correct title, published, speaker or source of a document, or speaker or said_on of DOCUMENT@START-END",
    )
    parser.add_argument("--unset", nargs="*", metavar=document, help="go back to what the file says")
    parser.add_argument("--corrections", action="store_true", help="list what was corrected")
    parser.add_argument("--rebuild", action="store_true", help="rebuild a store that an earlier version made")
    parser.add_argument("--rebuild-vectors", action="store_true", help="rebuild the Chroma folder from the catalog")
    parser.add_argument("--export", type=Path, metavar="FILE", help="write the whole store into one file")
    parser.add_argument("--import", type=Path, metavar="FILE", dest="import_", help="add an export to the store")
    return parser


def _wrong_correction(chosen: argparse.Namespace) -> str | None:
    """Return what is wrong with the form of a correction, None where nothing is."""
    if chosen.set is not None and (len(chosen.set) < 2 or not all(each.find("=") > 0 for each in chosen.set[1:])):
        odd = next((each for each in chosen.set[1:] if each.find("=") < 1), None)
        why = f"'{odd}' is not FIELD=VALUE" if odd else "--set needs a document and what to set"
        return f'{why}; write: --set DOCUMENT FIELD=VALUE ..., as in --set speech.txt "speaker=Ann Lee"'
    if chosen.unset is not None and len(chosen.unset) < 2:
        return "--unset needs a document and the fields to take back; write: --unset DOCUMENT FIELD ..."
    return None


def _correct(chosen: argparse.Namespace, settings: Settings) -> int:
    """Correct a document or statement, also while the chat is open, and show it as it is then."""
    from index.correct import change
    from index.owner_rpc import owner_of
    from index.storage.store import open_store

    _opened(settings).close()
    named, *rest = chosen.set or chosen.unset
    pairs = [(each.split("=", 1)[0].strip().casefold(), each.split("=", 1)[1]) for each in rest] if chosen.set else []
    if twice := next((field for field, _ in pairs if [each for each, _ in pairs].count(field) > 1), None):
        raise CorrectionError(f"The field '{twice}' is set twice; set it once.")
    given, taken = dict(pairs), [] if chosen.set else rest
    line = ProgressLine()
    if owner := owner_of(settings.store):
        changed = owner.call("correct", {"document": named, "set": given, "unset": taken}, line.show)
    else:
        with open_store(settings) as store:
            changed = change(store, named, given, taken, settings.passage_tokens)
    line.finish()
    for remark in changed.get("remarks", ()):
        say(remark, sys.stderr)
    return _show_corrected(changed, chosen, settings)


def _show_corrected(changed: dict[str, Any], chosen: argparse.Namespace, settings: Settings) -> int:
    from index import shown

    catalog = _opened(settings)
    try:
        document = catalog.document(changed["document"])
        rows = _statements_of(document, catalog) if document and changed["span"] else []
        if document is None:
            found: dict[str, Any] = {"corrections": shown.corrections_object(catalog)}
        elif at := [each for each in rows if [each["start"], each["end"]] == list(changed["span"])]:
            found = {"statements": at}
        else:
            found = shown.document_object(document, catalog)
    finally:
        catalog.close()
    print(json_line(found) if chosen.json else harmless(shown.readable(found)))
    return 0


def _moved(chosen: argparse.Namespace, settings: Settings) -> int:
    """Write the store into a file, also while the chat is open, or take one in."""
    from index.backup import backup
    from index.storage.store import open_store

    line = ProgressLine()
    if chosen.import_:
        with open_store(settings) as store:
            counts = backup.import_(chosen.import_, store, line.show, settings.passage_tokens)
    else:
        catalog = _opened(settings)
        try:
            counts = backup.export(catalog, chosen.export, line.show)
        finally:
            catalog.close()
    line.finish()
    listed = ", ".join(f"{count:,} {name}" for name, count in counts.items())
    where = f"taken into {settings.store}" if chosen.import_ else f"written to {chosen.export}"
    say(json.dumps(counts) if chosen.json else f"{listed} {where}.")
    return 0


def _index(chosen: argparse.Namespace, settings: Settings) -> int:
    with ProgressLine() as line:
        # Before anything is imported that takes its time.
        line.show("Opening the index")
        report = _handed_over(chosen, settings, line) or _indexed(chosen, settings, line)
    from index.read.file_list import shown
    from index.running import told

    documents = report["documents"]
    failures = [f"{shown(each['path'])}: {each['reason']}" for each in documents["failed"]]
    nothing = bool(failures) and not any(documents[kind] for kind in ("added", "changed", "removed", "unchanged"))
    if report["omitted"]:
        say(told.left_out(report["omitted"]), sys.stderr)
    for failure in [] if nothing and len(failures) == 1 else failures:
        say(f"Not indexed: {failure}", sys.stderr)
    if chosen.json:
        print(json_line(report))
    elif not nothing:
        print(told.summary(report, settings))
    if nothing:
        raise DocumentError(failures[0] if len(failures) == 1 else told.none_indexed(report))
    return 0


def _handed_over(chosen: argparse.Namespace, settings: Settings, line: ProgressLine) -> dict[str, Any] | None:
    """Return the report of the process that holds the store, or None when nobody does."""
    from index.owner_rpc import owner_of

    owner = owner_of(settings.store)
    return _done_by(owner, chosen, line) if owner else None


def _done_by(owner: Any, chosen: argparse.Namespace, line: ProgressLine) -> dict[str, Any]:
    paths = [str(each.absolute()) for each in chosen.paths]
    report: dict[str, Any] = owner.call("index", {"paths": paths, "prune": chosen.prune}, line.show)
    return report


def _indexed(chosen: argparse.Namespace, settings: Settings, line: ProgressLine) -> dict[str, Any]:
    """Return the report of a run in this process, or in that of the app where this one gave way to it."""
    from index.running import give_way
    from index.storage.lock import waited_for

    while True:
        if settings.one_owner and (waiting := waited_for(settings.store, settings.lock_seconds)):
            say(waiting, sys.stderr)
        try:
            return _run(chosen, settings, line)
        except give_way.GaveWayError:
            line.show("The app opens the index; the run goes on there")
        if owner := give_way.taken_by(settings.store):
            return _done_by(owner, chosen, line)


def _run(chosen: argparse.Namespace, settings: Settings, line: ProgressLine) -> dict[str, Any]:
    from index.backup.earlier import carry_over, set_aside
    from index.run_report import Progress
    from index.running import give_way
    from index.storage.store import open_store
    from index.sync import sync

    def told(where: Progress) -> None:
        if settings.one_owner:
            give_way.check(settings.store)
        line.show(where.message())

    # Asked of an earlier run; of this one nobody asks before it has the store.
    give_way.take_back(settings.store)
    with open_store(settings, set_aside) as store:
        carry_over(store, settings.passage_tokens, line.show)
        return sync(chosen.paths, store, settings.passage_tokens, chosen.prune, told).to_json()


def _rebuild_all(chosen: argparse.Namespace, settings: Settings) -> int:
    """Carry over what an earlier version kept, and read again what was added to the store."""
    from index.backup.earlier import carry_over, set_aside
    from index.missing import check_store
    from index.read.document_ids import ADDED, UPLOADS
    from index.read.file_list import shown
    from index.storage.store import open_store
    from index.sync import sync
    from index.text.counts import counted

    check_store(settings)
    line = ProgressLine()
    with open_store(settings, set_aside) as store:
        rebuilt = carry_over(store, settings.passage_tokens, line.show)
        uploads = settings.store / ADDED / UPLOADS
        added = rebuilt and uploads.is_dir() and any(uploads.iterdir())
        failed = sync([uploads.parent], store, settings.passage_tokens).failed if added else []
        counts = {"rebuilt": rebuilt, **store.catalog.counts()}
    line.finish()
    for each in failed:
        print(f"Not indexed: {shown(each['path'])}: {each['reason']}", file=sys.stderr)
    summary = f"{counted(rebuilt, 'document')} rebuilt" if rebuilt else "There was nothing to rebuild"
    print(
        json.dumps(counts)
        if chosen.json
        else f"{summary}; {counted(counts['documents'], 'document')} in {settings.store}."
    )
    return 0


def _rebuild(chosen: argparse.Namespace, settings: Settings) -> int:
    from index.owner_rpc import owner_of
    from index.storage.store import open_store
    from index.text.counts import counted

    line = ProgressLine()
    if owner := owner_of(settings.store):
        result = owner.call("rebuild", {}, line.show)
    else:
        with open_store(settings) as store:
            store.rebuild_vectors(lambda done, total: line.show(f"{done:,} of {total:,} vectors"))
            store.catalog.writer.compact()
            result = {"passages": store.vector_count()}
    line.finish()
    print(json.dumps(result) if chosen.json else f"{counted(result['passages'], 'vector')} in {settings.store}.")
    return 0


def _opened(settings: Settings) -> Any:
    """Return the catalog to read, whoever owns the store."""
    from index.missing import check_store
    from index.storage.catalog import open_catalog

    check_store(settings)
    return open_catalog(settings)


def _look(chosen: argparse.Namespace, settings: Settings) -> int:
    from index import shown
    from index.missing import listing

    catalog = _opened(settings)
    try:
        found = _found(chosen, catalog, settings)
        nowhere = chosen.statements and not _matching(chosen.statements, catalog)
    finally:
        catalog.close()
    if chosen.json:
        print(json_line(found))
    else:
        say(
            f"No document matches '{chosen.statements}'; run: {listing(settings.store)}"
            if nowhere
            else shown.readable(found)
        )
    return 0


def _found(chosen: argparse.Namespace, catalog: Any, settings: Settings) -> dict[str, Any]:
    from index import shown
    from index.missing import missing

    if chosen.corrections:
        return {"corrections": shown.corrections_object(catalog)}
    if chosen.stats:
        return {
            **catalog.counts(),
            "speakers": [asdict(each) for each in catalog.register()],
            "version": catalog.version(),
        }
    if chosen.list:
        keys = ("id", "title", "published", "source")
        return {"documents": [{key: getattr(each, key) for key in keys} for each in catalog.documents()]}
    if chosen.statements:
        return {"statements": _statements(chosen.statements, catalog)}
    document = catalog.document(chosen.show or chosen.text)
    if document is None:
        raise DocumentError(missing(chosen.show or chosen.text, catalog, settings.store))
    if chosen.text:
        return {"doc": document.id, "text": document.text}
    return shown.document_object(document, catalog)


def _matching(pattern: str, catalog: Any) -> list[str]:
    return [each.id for each in catalog.documents() if fnmatchcase(each.id, pattern)]


def _statements(pattern: str, catalog: Any) -> list[dict[str, Any]]:
    return [row for each in _matching(pattern, catalog) for row in _statements_of(catalog.document(each), catalog)]


def _statements_of(document: Any, catalog: Any) -> list[dict[str, Any]]:
    from index.storage.corrections import corrected_statement_fields

    keys = ("start", "end", "speaker", "candidates", "kind", "reported_by", "said_on", "cue", "confidence", "sense")
    rows = []
    for each in catalog.statements(document.id):
        fields = {key: getattr(each, key) for key in keys}
        corrected = corrected_statement_fields(document, each)
        row = {"doc": each.document_id, "text": document.text[each.start : each.end], **fields}
        rows.append(row | ({"corrected": corrected} if corrected else {}))
    return rows


if __name__ == "__main__":
    sys.exit(ended(main))
