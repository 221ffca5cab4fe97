"""`python -m evals`: measure against known answers."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from errors import GoldError, OnTheRecordError
from evals.peers import installed
from evals.quotes import as_json, as_text, evaluated

SETS = ("polnear", "riqua")
DATA = Path(__file__).resolve().parent.parent.parent / "shared" / "data"


def main(arguments: Sequence[str] | None = None) -> int:
    """Return the exit code: 0 done, 1 a user error told in one line; wrong usage exits with 2."""
    chosen = _parser().parse_args(arguments)
    try:
        files = chosen.files or _default_files()
        scores = [evaluated(file) for file in files]
        if chosen.peers:
            scores += [evaluated(file, system, name) for name, system in installed().items() for file in files]
    except OnTheRecordError as error:
        print(error, file=sys.stderr)
        return 1
    print(as_json(scores) if chosen.json else as_text(scores))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evals", description="Measure against known answers.")
    kinds = parser.add_subparsers(dest="kind", required=True)
    quotes = kinds.add_parser("quotes", help="statements and speakers against annotated quotations")
    quotes.add_argument("files", nargs="*", type=Path, metavar="QUOTES.jsonl", help="documents with their quotations")
    quotes.add_argument("--peers", action="store_true", help="measure other installed systems in the same run")
    quotes.add_argument("--json", action="store_true", help="print one JSON object and nothing else")
    return parser


def _default_files() -> list[Path]:
    files = [path for name in SETS if (path := DATA / name / "dev" / "quotes.jsonl").is_file()]
    if not files:
        raise GoldError("There is no file of annotated quotations here; run: python -m evals quotes QUOTES.jsonl")
    return files


if __name__ == "__main__":
    sys.exit(main())
