"""Folders of questions with quotes -> where the quotes stand in the documents' files, without any of their words.

    python -m training.asked.places OUT FOLDER …

A folder has `docs/`, `sources.jsonl` (of each document its repository, path and commit) and `questions.jsonl` (of each
question its quotes, none where the documents do not answer it, and what answers as well). A quote that does not stand
in its document is left out, and with it its question.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from index.text.sentences import Span
from training.asked.lines import Line, lines_of, write

QUESTIONS = Path(__file__).with_name("questions.jsonl.gz")
DOCUMENTS = Path(__file__).with_name("documents.jsonl.gz")
HELD_OUT = 4
"""Of so many documents the questions of one are not trained on: the levels of answering are fitted to them."""


def main(arguments: Sequence[str]) -> int:
    """Write questions.jsonl.gz and documents.jsonl.gz and print how many there are."""
    parser = argparse.ArgumentParser(prog="python -m training.asked.places", description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("folders", type=Path, nargs="+")
    options = parser.parse_args(arguments)
    documents = [line for folder in options.folders for line in documents_of(folder)]
    questions = [line for folder in options.folders for line in questions_of(folder)]
    write(options.out / DOCUMENTS.name, documents)
    write(options.out / QUESTIONS.name, questions)
    absent = sum(not each["quotes"] for each in questions)
    print(json.dumps({"documents": len(documents), "questions": len(questions), "absent": absent}))
    return 0


def documents_of(folder: Path) -> Iterator[Line]:
    """Yield of each document of a folder where it comes from, and the digest of the text that the places are in."""
    sources = {each["document"]: each for each in lines_of(folder / "sources.jsonl")}
    for file in sorted((folder / "docs").iterdir()):
        known = sources.get(file.name, {})
        place = {name: known.get(name) or "" for name in ("repo", "path", "commit")}
        yield {
            "set": folder.name,
            "document": file.name,
            **place,
            "sha256": hashlib.sha256(file.read_bytes()).hexdigest(),
        }


def questions_of(folder: Path) -> Iterator[Line]:
    """Yield the questions of a folder with their places: of each quote its document's name, start and end."""
    yield from placed(folder.name, lines_of(folder / "questions.jsonl"), texts_of(folder / "docs"))


def texts_of(docs: Path) -> dict[str, str]:
    """Return the texts of a folder's files, by their names."""
    return {each.name: each.read_text(encoding="utf-8", errors="replace") for each in sorted(docs.iterdir())}


def placed(name: str, lines: Iterable[Line], texts: Mapping[str, str]) -> Iterator[Line]:
    """Yield the questions of a set with the places of their quotes in the texts."""
    for line in lines:
        here = names_of(line)
        quotes = [_place(each, here, texts) for each in line["quote"]]
        if None in quotes:
            continue
        also = [place for each in line.get("also") or [] if (place := _place(each, here, texts))]
        first = here[0] if here and here[0] in texts else ""
        yield {
            "set": name,
            "id": line["id"],
            "kind": line["kind"],
            "question": line["question"],
            "earlier": _earlier(line),
            "document": first,
            "quotes": quotes,
            "also": also,
            "dev": _is_held_out(first or line["id"]),
        }


def _is_held_out(name: str) -> bool:
    """Return whether what has this name is not trained on; more documents beside it change nothing."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % HELD_OUT == 0


def names_of(line: Mapping[str, Any]) -> list[str]:
    """Return the names of the documents that a question is about."""
    named = line.get("document") or []
    return [named] if isinstance(named, str) else list(named)


def _earlier(line: Mapping[str, Any]) -> list[str]:
    earlier = line.get("earlier") or []
    return [earlier] if isinstance(earlier, str) else list(earlier)


def _place(quote: str, here: Sequence[str], texts: Mapping[str, str]) -> list[Any] | None:
    """Return the document, start and end of a quote: in those that the question names, else wherever it stands."""
    for name in (*here, *texts):
        span = found(quote, texts[name]) if name in texts else None
        if span:
            return [name, *span]
    return None


def found(quote: str, text: str) -> Span | None:
    """Return where a quote stands in a text, by letters and digits alone: marks and spaces differ between readings."""
    wanted = "".join(letter for letter, _ in _letters(quote))
    letters = list(_letters(text))
    at = "".join(letter for letter, _ in letters).find(wanted) if wanted else -1
    return (letters[at][1], letters[at + len(wanted) - 1][1] + 1) if at >= 0 else None


def _letters(text: str) -> Iterator[tuple[str, int]]:
    return ((letter, at) for at, each in enumerate(text) if each.isalnum() for letter in each.casefold()[:1])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
