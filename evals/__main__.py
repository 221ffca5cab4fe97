"""`python -m evals`: measure against known answers."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from errors import GoldError, SettingError
from index.exit_codes import ended, reported
from index.terminal import harmless
from settings import ROOT, Settings, from_environment

SETS = ("polnear", "riqua")
DATA = ROOT.parent / "shared" / "data"
SAMPLE_GOLD = Path(__file__).resolve().parent / "gold" / "sample.jsonl"
SAMPLE = ROOT / "documents"


def main(arguments: Sequence[str] | None = None) -> int:
    """Return the exit code: 0 done, 1 a user error or a failed gate, a line for each; wrong usage exits with 2."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    command = COMMANDS.get(given[0]) if given else None
    return reported(lambda: command(given[1:]) if command else _evaluate(given), stopped="Stopped.")


def _evaluate(arguments: Sequence[str]) -> int:
    parser = _parser()
    chosen = parser.parse_args(arguments)
    from evals import ablate, evaluate, records, services

    if unknown := [each for each in chosen.without if each not in ablate.STAGES]:
        parser.error(f"there is no stage '{unknown[0]}'; --without takes {', '.join(ablate.STAGES)}")
    try:
        gates = tuple(map(evaluate.gate, chosen.gate))
    except ValueError as error:
        parser.error(str(error))
    if chosen.service and chosen.without:
        parser.error("--without leaves stages of this program out; with --service another one is asked")
    settings = from_environment()
    service = services.Service(chosen.service, chosen.service_model, settings.service_key) if chosen.service else None
    request = evaluate.Request(
        gold=chosen.gold,
        docs=chosen.docs,
        store=chosen.store,
        out=chosen.out,
        other=chosen.compare,
        gates=gates,
        without=tuple(chosen.without),
        limit=chosen.limit,
        form=chosen.format,
        judge=chosen.judge,
        service=service,
    )
    outcome = evaluate.evaluated(request, settings)
    if chosen.records:
        records.write(outcome.results, *chosen.records)
    print(evaluate.as_json(outcome) if chosen.json else harmless(evaluate.as_text(outcome)))
    if chosen.json:
        print(*evaluate.failures(outcome), sep="\n", end="\n" if outcome.failed else "", file=sys.stderr)
    print(f"Written to {outcome.folder}", file=sys.stderr)
    if not outcome.results["run"]["complete"]:
        raise GoldError(f"Stopped after {outcome.results['run']['questions']} questions, which are kept.")
    return 1 if outcome.failed else 0


STAGES = """stages to leave out, with --without:
  lexical   retrieval by exact words
  vector    retrieval by vectors
  rank      the order that reading the sentences gives
  read      the network that reads a fact’s evidence
  decide    the decision to answer: whatever evidence there is, is an answer
  speaker   looking for who is asked about
  history   the questions before

other commands (each has --help):
  python -m evals quotes    statements and speakers against annotated quotations
  python -m evals faults    plant faults in correct citations; the check must catch all
  python -m evals judge     how far a model that judges agrees with labels made by hand
  python -m evals readme    put a run's figures into a README"""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m evals",
        description="Ask questions with known answers and measure what comes back.",
        epilog=STAGES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("gold", type=Path, metavar="GOLD", help="a file or folder of questions with known answers")
    parser.add_argument("--docs", type=Path, metavar="PATH", help="the documents, indexed into a store of their own")
    parser.add_argument("--store", type=Path, metavar="DIR", help="the folder of the stored index to ask")
    parser.add_argument("--out", type=Path, metavar="DIR", help="where the run goes (default: runs/NAME in the store)")
    parser.add_argument("--compare", type=Path, metavar="OTHER_RUN", help="say what changed since that run")
    parser.add_argument(
        "--gate", action="append", default=[], metavar="METRIC>=VALUE", help="exit with 1 unless this is met"
    )
    parser.add_argument("--without", nargs="+", default=[], metavar="STAGE", help="leave stages of the pipeline out")
    parser.add_argument("--limit", type=_count, metavar="N", help="ask only the first N questions")
    parser.add_argument(
        "--format",
        choices=("auto", "gold", "squad", "beir", "csv", "ragas", "langsmith"),
        default="auto",
        help="how GOLD is written",
    )
    parser.add_argument(
        "--service", metavar="URL", help="ask this service, in OpenAI's form, in place of this program (…/v1)"
    )
    parser.add_argument("--service-model", default="default", metavar="NAME", help="the model that is asked for there")
    parser.add_argument(
        "--records",
        type=_records,
        metavar="FORM:FILE",
        help="write the questions and answers as ragas or langsmith read them",
    )
    parser.add_argument("--judge", metavar="PROVIDER:MODEL", help="let a chat model judge the answers, too")
    parser.add_argument("--json", action="store_true", help="print one JSON object and nothing else")
    return parser


def _records(text: str) -> tuple[str, Path]:
    form, _, file = text.partition(":")
    if form not in ("ragas", "langsmith") or not file:
        raise argparse.ArgumentTypeError("give ragas:FILE or langsmith:FILE")
    return form, Path(file)


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("give a number of questions above zero")
    return number


def _quotes(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m evals quotes", description="Statements and speakers against annotated quotations."
    )
    parser.add_argument("files", nargs="*", type=Path, metavar="QUOTES.jsonl", help="documents with their quotations")
    parser.add_argument("--peers", action="store_true", help="measure other installed systems in the same run")
    parser.add_argument("--json", action="store_true", help="print one JSON object and nothing else")
    chosen = parser.parse_args(arguments)
    from evals.peers import installed
    from evals.quotes import as_json, as_text, evaluated

    files = chosen.files or _default_files()
    scores = [evaluated(file) for file in files]
    if chosen.peers:
        scores += [evaluated(file, system, name) for name, system in installed().items() for file in files]
    print(as_json(scores) if chosen.json else harmless(as_text(scores)))
    return 0


def _default_files() -> list[Path]:
    files = [path for name in SETS if (path := DATA / name / "dev" / "quotes.jsonl").is_file()]
    if not files:
        raise GoldError("There is no file of annotated quotations here; run: python -m evals quotes QUOTES.jsonl")
    return files


def _faults(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m evals faults", description="Plant faults in correct citations; the check must catch all."
    )
    parser.add_argument("gold", nargs="?", type=Path, metavar="GOLD", help="questions whose citations are used, too")
    parser.add_argument("--docs", type=Path, metavar="PATH", help="their documents (default: the sample document)")
    parser.add_argument("--json", action="store_true", help="print one JSON object and nothing else")
    chosen = parser.parse_args(arguments)
    from evals import faults, gold

    file = chosen.gold or (SAMPLE_GOLD if SAMPLE_GOLD.is_file() and not chosen.docs else None)
    questions = gold.read(file).checked(file) if file else ()
    sets = [(faults.INVENTED, ()), (chosen.docs or SAMPLE, questions)]
    found = faults.run(sets, replace(Settings(), embedder=from_environment().embedder))
    print(faults.as_json(found) if chosen.json else harmless(faults.as_text(found)))
    return int(any(each.missed for each in found))


def _readme(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m evals readme", description="Put a run's figures into a README.")
    parser.add_argument("run", type=Path, metavar="RUN", help="the folder of a run")
    parser.add_argument("file", type=Path, metavar="README.md", help="the file whose two marks hold the table")
    chosen = parser.parse_args(arguments)
    from evals import run
    from evals.reports import readme

    readme.refresh(run.load(chosen.run), chosen.file)
    return 0


def _judge(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m evals judge", description="How far a model that judges agrees with labels made by hand."
    )
    parser.add_argument("labelled", nargs="?", type=Path, metavar="PAIRS.jsonl", help="other labelled pairs")
    parser.add_argument("--judge", metavar="PROVIDER:MODEL", required=True, help="the chat model")
    parser.add_argument("--json", action="store_true", help="print one JSON object and nothing else")
    chosen = parser.parse_args(arguments)
    from evals.measures import judge

    model, pairs = judge.open_model(chosen.judge), judge.read_pairs(chosen.labelled or judge.LABELLED)
    try:
        found = judge.agreement(model, chosen.judge, pairs)
    except Exception as error:  # Each provider raises its own kinds when it cannot be reached.
        raise SettingError(
            f"The judge '{chosen.judge}' did not answer ({error}); check its key and address."
        ) from error
    print(judge.as_json(found) if chosen.json else harmless(judge.as_text(found)))
    return 0


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "quotes": _quotes,
    "faults": _faults,
    "judge": _judge,
    "readme": _readme,
}

if __name__ == "__main__":
    sys.exit(ended(main))
