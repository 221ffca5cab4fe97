"""Files of questions as others publish them -> gold: SQuAD, BEIR folders, JSON lines (also ragas, LangSmith), CSV.

SQuAD and BEIR bring their own documents. SQuAD's paragraphs are written as a corpus of JSON lines, a paragraph a
document; the corpus of a BEIR folder is one already.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from errors import GoldError
from evals import gold
from evals.gold import Loaded, of_rows, text_of

FORMATS = ("auto", "gold", "squad", "beir", "csv", "ragas", "langsmith")
CORPUS = "corpus.jsonl"
CSV_COLUMNS = ("qid", "question", "answers", "doc", "quote", "answerable", "type", "speaker")


def read(path: Path, form: str, folder: Path) -> Loaded:
    """Return the questions of a file or folder, and its corpus where it brings one; a made corpus is put into `folder`.

    Raises:
        GoldError: it cannot be read, or is in none of the forms.
    """
    if not path.exists():
        raise GoldError(f"There is no file or folder {path}; check the path.")
    chosen = _form(path) if form == "auto" else form
    if chosen == "squad":
        return _squad(path, folder)
    readers: dict[str, Callable[[Path], Loaded]] = {
        "gold": _json_lines,
        "beir": _beir,
        "csv": _csv,
        "ragas": partial(_samples, row=_of_ragas),
        "langsmith": partial(_samples, row=_of_langsmith),
    }
    return readers[chosen](path)


def _form(path: Path) -> str:
    """Return the form of a file by its suffix, of a folder by the files in it."""
    if path.is_dir():
        return "beir" if (path / "queries.jsonl").is_file() else "gold"
    by_suffix = {".csv": "csv", ".json": "squad"}.get(path.suffix.lower())
    return by_suffix or _form_of_lines(path)


def _form_of_lines(path: Path) -> str:
    """Return whose records the lines of a file are, by the fields of its first."""
    first = next((line for line in text_of(path).split("\n") if line.strip()), "")
    try:
        named = set(json.loads(first))
    except (ValueError, TypeError, RecursionError):
        return "gold"
    return "ragas" if "user_input" in named else "langsmith" if "inputs" in named else "gold"


def _samples(path: Path, row: Callable[[Mapping[str, Any]], dict[str, Any]]) -> Loaded:
    """Return the questions of others' records, a line each, numbered where they have no id."""
    return gold.of_lines(path, lambda number, each: {"qid": str(number), **row(each)}, "is no record with a question")


def _of_ragas(sample: Mapping[str, Any]) -> dict[str, Any]:
    """Return ragas's `SingleTurnSample` as a question; its contexts name no document."""
    reference = sample.get("reference") or ""
    return {**_named(sample, "qid"), "question": sample["user_input"], "answers": [reference] if reference else []}


def _of_langsmith(example: Mapping[str, Any]) -> dict[str, Any]:
    """Return LangSmith's example as a question: what is asked and the answer are the first texts of both sides."""
    inputs, outputs = example["inputs"], example.get("outputs") or {}
    question = inputs.get("question") or next((each for each in inputs.values() if isinstance(each, str)), "")
    answers = [str(outputs["answer"])] if outputs.get("answer") else [each for each in outputs.values() if each][:1]
    about = example.get("metadata") or {}
    return {
        **_named(example, "id"),
        "question": question,
        "history": inputs.get("history") or [],
        "answers": [str(each) for each in answers],
        "answerable": about.get("answerable", True),
        "type": about.get("type"),
    }


def _named(record: Mapping[str, Any], name: str) -> dict[str, str]:
    return {"qid": str(record[name])} if record.get(name) else {}


def _json_lines(path: Path) -> Loaded:
    """Return the questions of a gold file, or of a folder with questions.jsonl and, in it or above it, a corpus."""
    if not path.is_dir():
        return gold.read(path)
    file = path / "questions.jsonl"
    if not file.is_file():
        raise GoldError(
            f"{path} contains neither questions.jsonl nor queries.jsonl; name a file or folder of questions."
        )
    found = replace(gold.read(file), corpus=_corpus(path))
    if not (judged := path / "qrels.tsv").is_file():
        return found
    grades = _judgements(judged)
    questions = tuple(replace(each, relevant=grades.get(each.qid, {})) for each in found.questions)
    return replace(found, questions=questions)


def _corpus(path: Path) -> Path | None:
    return next((file for each in (path, path.parent) if (file := each / CORPUS).is_file()), None)


def _beir(path: Path) -> Loaded:
    """Return the judged queries of a BEIR folder: corpus.jsonl, queries.jsonl, qrels/*.tsv (its test part first)."""
    judged = [path / "qrels" / f"{part}.tsv" for part in ("test", "dev", "train")] + [path / "qrels.tsv"]
    file = next((each for each in judged if each.is_file()), None)
    if file is None or not (path / "queries.jsonl").is_file():
        raise GoldError(f"{path} contains no queries.jsonl with qrels/test.tsv; name a folder in the form of BEIR.")
    grades = _judgements(file)
    rows: list[tuple[str, Any]] = []
    problems: list[str] = []
    for number, line in enumerate(text_of(path / "queries.jsonl").split("\n"), 1):
        try:
            query = json.loads(line) if line.strip() else None
            if query and (relevant := grades.get(str(query["_id"]))):
                evidence = [{"doc_id": key} for key, grade in relevant.items() if grade > 0]
                row = {"qid": str(query["_id"]), "question": query["text"], "evidence": evidence, "type": "retrieval"}
                rows.append((f"line {number}", row))
        except (ValueError, KeyError, TypeError):
            problems.append(f"line {number}: is not a query with '_id' and 'text'")
    found = of_rows(rows)
    questions = tuple(replace(each, relevant=grades[each.qid]) for each in found.questions)
    return replace(found, questions=questions, problems=(*problems, *found.problems), corpus=_corpus(path))


def _judgements(path: Path) -> dict[str, dict[str, int]]:
    """Return each query's judged documents with their grade.

    Raises:
        GoldError: a line is no judgement.
    """
    grades: dict[str, dict[str, int]] = {}
    for number, line in enumerate(text_of(path).splitlines(), 1):
        parts = line.split("\t")
        if number == 1 and parts[-1].strip() == "score":
            continue
        try:
            query, document, grade = parts
            grades.setdefault(query, {})[document] = int(grade)
        except ValueError:
            problem = "is not a judgement of three columns: query, document, grade"
            raise GoldError(f"{path}, line {number}: {problem}; fix it.") from None
    return grades


def _squad(path: Path, folder: Path) -> Loaded:
    """Return the questions of a SQuAD file (1.1 or 2.0), and its paragraphs as a corpus."""
    try:
        articles = json.loads(text_of(path))["data"]
        paragraphs = list(_paragraphs(articles))
        rows = [row for key, _, paragraph in paragraphs for row in _squad_rows(key, paragraph)]
        lines = [
            json.dumps({"id": key, "title": title, "text": paragraph["context"]}, ensure_ascii=False)
            for key, title, paragraph in paragraphs
        ]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise GoldError(f"{path} is not a SQuAD file ({type(error).__name__}); check it.") from None
    corpus = folder / CORPUS
    try:
        folder.mkdir(parents=True, exist_ok=True)
        corpus.write_text("\n".join(lines) + "\n", encoding="utf-8")
    except OSError as error:
        raise GoldError(f"{corpus} cannot be written ({error.strerror}); name another folder with --out.") from None
    return replace(of_rows(rows), corpus=corpus)


def _paragraphs(articles: list[Mapping[str, Any]]) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """Yield each paragraph with an id for it and its article's title."""
    for number, article in enumerate(articles):
        title = str(article.get("title") or f"article {number}")
        for at, paragraph in enumerate(article["paragraphs"]):
            yield f"{number}-{title}-{at:03}", title.replace("_", " "), paragraph


def _squad_rows(key: str, paragraph: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for asked in paragraph["qas"]:
        spans = {(each["answer_start"], each["text"]) for each in asked.get("answers") or ()}
        evidence = [{"doc_id": key, "start": at, "end": at + len(text), "quote": text} for at, text in sorted(spans)]
        impossible = bool(asked.get("is_impossible"))
        row = {
            "qid": str(asked["id"]),
            "question": asked["question"],
            "answers": [text for _, text in sorted(spans)],
            "evidence": evidence,
            "answerable": not impossible,
            "type": "impossible" if impossible else "span",
        }
        yield f"question {asked['id']}", row


def _csv(path: Path) -> Loaded:
    """Return the questions of a table; several lines of one qid bring several pieces of evidence.

    Columns: qid, question, answers (parted by |), doc, quote, answerable, type, speaker; the first two needed.
    """
    table = csv.DictReader(io.StringIO(text_of(path), newline=""))
    if not {"qid", "question"} <= set(table.fieldnames or ()):
        named = ", ".join(CSV_COLUMNS)
        raise GoldError(f"{path} has no columns 'qid' and 'question' in its first line; it may have: {named}.")
    rows: dict[tuple[str, str], tuple[str, dict[str, Any]]] = {}
    for line in table:
        row = _csv_row(line)
        first = rows.setdefault((row["qid"], row["question"]), (f"line {table.line_num}", row))[1]
        first["evidence"] += row["evidence"] if first is not row else []
    return of_rows(rows.values())


_YES, _NO = {"", "true", "yes", "1"}, {"false", "no", "0"}


def _csv_row(line: Mapping[str, str | None]) -> dict[str, Any]:
    cells = {name: (line.get(name) or "").strip() for name in CSV_COLUMNS}
    answerable = cells["answerable"].casefold()
    return {
        "qid": cells["qid"],
        "question": cells["question"],
        "answers": [each.strip() for each in cells["answers"].split("|") if each.strip()],
        "evidence": [{"doc_id": cells["doc"], "quote": cells["quote"] or None}] if cells["doc"] else [],
        "answerable": answerable in _YES if answerable in _YES | _NO else answerable,
        "type": cells["type"] or None,
        "speaker": cells["speaker"] or None,
    }
