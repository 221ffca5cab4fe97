"""`python -m rag`: ask the index, one question or a file of them; check an evidence pack again; serve others."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from shlex import join
from typing import Any

from errors import NothingIndexedError, QuestionError
from index.exit_codes import ended, reported
from index.progress import ProgressLine
from index.senses.sense import SENSE_LABELS
from index.terminal import harmless, json_line, say
from rag.check import evidence_pack
from rag.phrasing import wrong_day
from rag.records import CHECK_LABELS, Turn
from rag.serve import commands
from settings import Settings, from_environment

_STOPPED = "Stopped; the answers so far are kept."


def main(arguments: Sequence[str] | None = None) -> int:
    """Return the exit code: 0 done, 1 a user error in one line; wrong usage exits with 2."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if _is_recheck(given):
        rechecked = _recheck_parser().parse_args(given[1:])
        return reported(lambda: _run(_recheck, rechecked), stopped=_STOPPED)
    if commands.named(given):
        command, of_command = commands.parsed(given)
        return reported(lambda: _run(command, of_command), stopped=_STOPPED)
    parser = _parser()
    if meant := commands.in_order(given):
        parser.error(f"--store stands behind a command: python -m rag {join(meant)}")
    chosen, rest = parser.parse_known_args(given)
    if rest:
        parser.error(_not_understood(rest))
    if (chosen.question is None) == (chosen.batch is None):
        parser.error("give one question, or a file of them with --batch")
    if bool(chosen.batch) != bool(chosen.out):
        parser.error("--batch and --out go together: the one names the questions, the other where the answers go")
    return reported(lambda: _run(_asked, chosen), stopped=_STOPPED)


def _not_understood(rest: Sequence[str]) -> str:
    """Return what is wrong with what the options do not take; words alone are a question without quotation marks."""
    if any(each.startswith("-") for each in rest):
        return f"unrecognized arguments: {' '.join(rest)}"
    return 'put the whole question between quotation marks: python -m rag "What did Ann Lee say?"'


def _is_recheck(given: list[str]) -> bool:
    """Return whether a pack follows the word: "verify" alone, or with a filter, is a question."""
    return len(given) > 1 and given[0] == "verify" and (given[1].endswith(".json") or given[1] in ("-h", "--help"))


def _run(run: Callable[[argparse.Namespace, Settings], int], chosen: argparse.Namespace) -> int:
    settings = from_environment()
    if chosen.store:
        settings = replace(settings, store=chosen.store)
    return run(chosen, settings)


def _asked(chosen: argparse.Namespace, settings: Settings) -> int:
    if chosen.model:
        settings = replace(settings, model=chosen.model)
    return _batch(chosen, settings) if chosen.batch else _one(chosen, settings)


def _recheck_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m rag verify", description="Check an evidence pack again; exit code 1 where something fails."
    )
    parser.add_argument("pack", type=Path, metavar="PACK.json", help="what --pack wrote")
    parser.add_argument("--docs", type=Path, nargs="+", metavar="PATH", help="the files or folders that were indexed")
    parser.add_argument("--store", type=Path, metavar="DIR", help="the folder of a stored index, without --docs")
    parser.add_argument("--json", action="store_true", help="print one JSON object and nothing else")
    return parser


def _recheck(chosen: argparse.Namespace, settings: Settings) -> int:
    from index.storage.catalog import existing_catalog
    from rag.check import recheck

    pack = recheck.read(chosen.pack)
    if chosen.docs:
        results = recheck.rechecked(pack, recheck.in_files(chosen.docs))
    else:
        catalog = existing_catalog(settings)
        if catalog is None:
            raise NothingIndexedError(
                f"The store {settings.store} contains no document; name the documents with --docs."
            )
        try:
            results = recheck.rechecked(pack, recheck.in_catalog(catalog))
        finally:
            catalog.close()
    report = recheck.to_json(results)
    print(json_line(report) if chosen.json else harmless(recheck.readable(results)))
    return 0 if report["holds"] else 1


_EPILOG = (
    "Each line of QUESTIONS.jsonl is an object with a 'question' and its 'qid' (or 'id'). "
    "To check an evidence pack again: python -m rag verify PACK.json, see python -m rag verify --help. "
    "For other programs: python -m rag serve, python -m rag mcp, python -m rag token; each has a --help."
)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m rag", description="Ask what the indexed documents say.", epilog=_EPILOG
    )
    parser.add_argument("question", nargs="?", metavar="QUESTION", help="what you want to know")
    parser.add_argument("--speaker", metavar="NAME", help="only words of this speaker")
    parser.add_argument("--since", metavar="DATE", help="only documents from this day on (YYYY-MM-DD)")
    parser.add_argument("--until", metavar="DATE", help="only documents up to this day")
    parser.add_argument("--document", metavar="GLOB", help="only documents whose id matches")
    parser.add_argument("--question-date", metavar="DATE", help="the day it is asked, from which 'this week' counts")
    parser.add_argument(
        "--model", metavar="MODEL", help="what writes the answer: extractive, provider:model or gguf:PATH"
    )
    parser.add_argument(
        "--batch", type=Path, metavar="QUESTIONS.jsonl", help="a file of questions to answer; needs --out"
    )
    parser.add_argument(
        "--out", type=Path, metavar="ANSWERS.jsonl", help="where the answers to --batch go; needs --batch"
    )
    parser.add_argument("--pack", type=Path, metavar="FILE", help="write an evidence pack (.json .md .html .csv) too")
    parser.add_argument("--store", type=Path, metavar="DIR", help="the folder of the stored index")
    parser.add_argument("--json", action="store_true", help="print one JSON object and nothing else")
    parser.add_argument(
        "--suggest", action="store_true", help="add further questions that have an answer; --json does so by itself"
    )
    return parser


def _one(chosen: argparse.Namespace, settings: Settings) -> int:
    if wrong := wrong_day(vars(chosen), options=True):
        raise QuestionError(wrong)
    turn = Turn(
        question=chosen.question,
        history=(),
        speaker=chosen.speaker,
        since=chosen.since,
        until=chosen.until,
        document=chosen.document,
        question_date=chosen.question_date,
        suggests=chosen.json or chosen.suggest,
    )
    with _asking(settings, "ask") as ask:
        answer = ask(turn)
    if chosen.pack:
        evidence_pack.write(evidence_pack.packed([answer], settings), chosen.pack)
    print(json_line(answer) if chosen.json else harmless(readable(answer)))
    return 0


@contextmanager
def _asking(settings: Settings, how: str) -> Iterator[Callable[[Turn], dict[str, Any]]]:
    """Give what answers a turn: the process that holds the store, or a pipeline of our own."""
    from index.owner_rpc import owner_of

    if owner := owner_of(settings.store):
        if settings.model != from_environment().model:
            raise QuestionError("The chat has the store open and answers with its own model; stop the chat first.")
        yield lambda turn: owner.call(how, asdict(turn))
        return
    from index.missing import check_store
    from index.storage.embeddings import read_ahead
    from index.storage.lock import waited_for

    check_store(settings)
    read_ahead(settings.embedder)
    from rag.pipeline import open_pipeline

    if settings.one_owner and (waiting := waited_for(settings.store, settings.lock_seconds)):
        say(waiting, sys.stderr)
    pipeline = open_pipeline(settings)
    try:
        yield lambda turn: getattr(pipeline, how)(turn).to_json()
    finally:
        pipeline.close()


def readable(answer: dict[str, Any]) -> str:
    """Return an answer's object for a terminal: its text, then each citation with where it stands."""
    lines = [answer["answer"], ""]
    # The text of an unsure answer shows what is nearest.
    near = "" if answer.get("unsure") else "Nearest, not an answer: "
    for label, citations in (("", answer["citations"]), (near, answer["nearest"])):
        for each in citations:
            who = each["speaker"] or "the document's own words"
            document = f"in a document of {each['published']}" if each["published"] else "no date"
            when = each["said_on"] or (document if each["speaker"] else each["published"] or document)
            page = f", page {each['page']}" if each["page"] else ""
            sense = SENSE_LABELS.get(each.get("sense", "plain"))
            who = f"{who}, {sense}" if sense else who
            shown = f"“{each['text']}” " if label else ""
            lines.append(
                f"[{each['n']}] {label}{shown}{who}, {when}, {each['title']}{page} "
                f"({each['doc']} {each['start']}-{each['end']}), {CHECK_LABELS[each['check']]}"
            )
    if answer.get("notice"):
        lines += ["", f"Note: {answer['notice']}"]
    if answer.get("suggestions"):
        lines += ["", "Ask further:", *(f"- {each}" for each in answer["suggestions"])]
    return "\n".join(lines).rstrip()


def _batch(chosen: argparse.Namespace, settings: Settings) -> int:
    turns = list(_turns(chosen.batch))
    if chosen.out.resolve() == chosen.batch.resolve():
        raise QuestionError(f"{chosen.out} is the questions file itself; name another file for the answers.")
    line = ProgressLine()
    answers = []
    with _asking(settings, "answered") as answered:
        try:
            with chosen.out.open("w", encoding="utf-8") as out:
                for number, turn in enumerate(turns, start=1):
                    answer = answered(replace(turn, suggests=chosen.suggest))
                    answers += [answer] if chosen.pack else []
                    out.write(json.dumps(answer, ensure_ascii=False) + "\n")
                    out.flush()
                    line.show(f"{number} of {len(turns)} questions")
        except OSError as error:
            raise QuestionError(f"{chosen.out} cannot be written ({error.strerror}); name another file.") from None
        finally:
            line.finish()
    if chosen.pack:
        evidence_pack.write(evidence_pack.packed(answers, settings), chosen.pack)
    return 0


def _turns(path: Path) -> Iterator[Turn]:
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise QuestionError(f"The questions file {path} cannot be read ({type(error).__name__}); check it.") from None
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _turn(path, number, line)


_FILTERS = ("speaker", "since", "until", "document", "question_date")


def _turn(path: Path, number: int, line: str) -> Turn:
    """Return the question of a line; its name is its `qid`, or `id`, as documents have it."""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        record = None
    filters: dict[str, Any] = {name: record.get(name) for name in _FILTERS} if isinstance(record, dict) else {}
    if wrong := _wrong_record(record) or wrong_day(filters, options=True):
        raise QuestionError(f"{path}: line {number}: {wrong}")
    return Turn(str(record["question"]), tuple(record.get("history") or ()), **filters, qid=_qid(record))


def _qid(record: Mapping[str, Any]) -> str:
    return str(record["qid"] if "qid" in record else record["id"])


def _wrong_record(record: object) -> str | None:
    """Return in plain words what a line of a file of questions lacks, None where nothing."""
    if not isinstance(record, dict):
        return 'it is not a JSON object; write it as {"qid": "1", "question": "What did Ann Lee say?"}.'
    if "question" not in record:
        return "it has no 'question'; add what is to be answered."
    if "qid" not in record and "id" not in record:
        return "it has no 'qid'; add one, such as a number, by which its answer is found again."
    history = record.get("history") or []
    if not isinstance(history, list) or not all(isinstance(each, str) for each in history):
        return 'its \'history\' is not a list of texts; write the earlier questions as ["...", "..."].'
    odd = next((name for name in _FILTERS if not isinstance(record.get(name), str | None)), None)
    return f"its '{odd}' is not a text; put it between quotation marks." if odd else None


if __name__ == "__main__":
    sys.exit(ended(main))
