"""Gold files: every problem with its line, quotes located, other forms read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from errors import GoldError
from evals import formats, gold
from evals.gold import Loaded, located

TEXTS = {
    "harbour.txt": "The harbour cost forty million\ncrowns. It is paid. It is paid.",
    "corpus.jsonl#7": "A record.",
    "folder/bridge.md": "The bridge is closed.",
    "a/note.txt": "one",
    "b/note.txt": "two",
}


def written(folder: Path, *rows: object) -> Path:
    path = folder / "gold.jsonl"
    path.write_text("\n".join(each if isinstance(each, str) else json.dumps(each) for each in rows), encoding="utf-8")
    return path


def asked(**fields: Any) -> dict[str, Any]:
    return {"qid": "1", "question": "What?", **fields}


def found(*evidence: dict[str, Any]) -> Loaded:
    loaded = gold.of_rows([("line 1", asked(evidence=list(evidence)))])
    return located(loaded, list(TEXTS), TEXTS.get)


def test_every_problem_is_named_with_its_line(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        asked(answers="text", answerable="yes", speaker=3),
        "{broken",
        "",
        asked(qid="2", evidence=[{"quote": "x"}, {"doc_id": "a", "start": 3}, {"doc_id": "a", "start": 5, "end": 2}]),
        {"question": " "},
        asked(qid="3"),
        asked(qid="3", verdict="maybe", yes_no="perhaps", missing="Quill", evidence=[{"doc_id": "7", "part": 1}]),
        asked(qid="3"),
        [],
    )
    lines = "\n".join(gold.read(path).problems)
    for problem in (
        "line 2: is not a JSON object",
        "line 1: 'speaker' is not text",
        "line 1: 'answers' is not a list of texts",
        "line 1: 'answerable' is neither true nor false",
        "line 4: evidence 1 has no 'doc_id'",
        "line 4: evidence 2 has only one of 'start' and 'end'",
        "line 4: evidence 3 has no offsets in 'start' 5 and 'end' 2",
        "line 5: has no 'qid'",
        "line 5: has no 'question'",
        "line 7: 'verdict' is none of exact, altered, other_speaker, not_found",
        "line 7: 'yes_no' is none of yes, no",
        "line 7: 'missing' is not a list of texts",
        "line 7: evidence 1 has a 'part' that is not text",
        "line 8: qid '3' is that of line 6 too",
        "line 9: is not a JSON object",
    ):
        assert problem in lines
    with pytest.raises(GoldError, match=r"has 1\d problems"):
        gold.read(path).checked(path)


def test_one_problem_is_shown_whole(tmp_path: Path) -> None:
    path = written(tmp_path, asked(), "{")
    with pytest.raises(GoldError, match="line 2: is not a JSON object; fix it"):
        gold.read(path).checked(path)


def test_an_empty_file_has_no_question(tmp_path: Path) -> None:
    path = written(tmp_path)
    with pytest.raises(GoldError, match="contains no question"):
        gold.read(path).checked(path)


@pytest.mark.parametrize(
    ("name", "document_id"),
    [("harbour.txt", "harbour.txt"), ("7", "corpus.jsonl#7"), ("bridge.md", "folder/bridge.md")],
)
def test_documents_by_id_record_or_file_name(name: str, document_id: str) -> None:
    (evidence,) = found({"doc_id": name}).questions[0].evidence
    assert evidence.doc_id == document_id
    assert found({"doc_id": name}).questions[0].relevant == {document_id: 1}


def test_quotes_are_located() -> None:
    (evidence,) = found({"doc_id": "harbour.txt", "quote": "forty million crowns"}).questions[0].evidence
    assert evidence.spans == ((17, 37),)
    loaded = found({"doc_id": "harbour.txt", "quote": "It is paid."})
    assert loaded.questions[0].evidence[0].spans == ((39, 50), (51, 62))
    assert loaded.warnings == (
        "line 1: evidence 1 has a quote that stands 2 times in 'harbour.txt'; each of these places counts",
    )


@pytest.mark.parametrize(
    ("evidence", "problem"),
    [
        ({"doc_id": "harbour.txt", "quote": "fifty crowns"}, "is not in 'harbour.txt': “fifty crowns”"),
        ({"doc_id": "note.txt"}, "names 'note.txt', which 2 documents are called"),
        ({"doc_id": "none"}, "names the document 'none', which is not in the index"),
        ({"doc_id": "7", "start": 0, "end": 99}, "ends at 99, after the 9 characters"),
    ],
)
def test_what_cannot_be_located_is_a_problem(evidence: dict[str, Any], problem: str) -> None:
    (first,) = found(evidence).problems
    assert first.startswith("line 1: evidence 1 ")
    assert problem in first


def test_offsets_count_and_a_different_quote_is_a_warning() -> None:
    loaded = found({"doc_id": "7", "start": 2, "end": 8, "quote": "another"})
    assert loaded.questions[0].evidence[0].spans == ((2, 8),)
    assert "not what stands between its offsets" in loaded.warnings[0]


def test_parts_keep_their_evidence_and_speakers() -> None:
    row = asked(evidence=[{"doc_id": "7", "part": "Tell", "speaker": "Odran Tell"}], missing=["Quill"], yes_no="no")
    (question,) = located(gold.of_rows([("line 1", row)]), list(TEXTS), TEXTS.get).questions
    assert (question.evidence[0].part, question.evidence[0].speaker) == ("Tell", "Odran Tell")
    assert (question.missing, question.yes_no) == (("Quill",), "no")


def test_a_label_is_no_answer() -> None:
    rows = [("line 1", asked(type="SUPPORT", answers=["SUPPORT"])), ("line 2", asked(qid="2", answers=["yes", " "]))]
    assert [each.answers for each in gold.of_rows(rows).questions] == [(), ("yes",)]


SQUAD = {
    "data": [
        {
            "title": "The_Lenn",
            "paragraphs": [
                {
                    "context": "The Lenn is a river. It is cold.",
                    "qas": [
                        {
                            "id": "a",
                            "question": "What is the Lenn?",
                            "answers": [
                                {"text": "a river", "answer_start": 12},
                                {"text": "a river", "answer_start": 12},
                            ],
                        },
                        {"id": "b", "question": "Who drowned?", "answers": [], "is_impossible": True},
                    ],
                }
            ],
        }
    ]
}


def test_squad_brings_its_paragraphs(tmp_path: Path) -> None:
    path = tmp_path / "squad.json"
    path.write_text(json.dumps(SQUAD), encoding="utf-8")
    loaded = formats.read(path, "auto", tmp_path / "run")
    assert loaded.corpus is not None
    document = json.loads(loaded.corpus.read_text(encoding="utf-8"))
    assert document["title"] == "The Lenn"
    first, second = located(loaded, [f"corpus.jsonl#{document['id']}"], lambda key: document["text"]).checked(path)
    ((start, end),) = first.evidence[0].spans
    assert document["text"][start:end] == "a river"
    assert (len(first.evidence), first.answers, first.type) == (1, ("a river",), "span")
    assert (second.answerable, second.evidence, second.type) == (False, (), "impossible")


def test_beir_takes_the_judged_queries(tmp_path: Path) -> None:
    (tmp_path / "qrels").mkdir()
    (tmp_path / "corpus.jsonl").write_text(json.dumps({"_id": "d1", "text": "x"}), encoding="utf-8")
    queries = [{"_id": "q1", "text": "one"}, {"_id": "q2", "text": "not judged"}]
    (tmp_path / "queries.jsonl").write_text("\n".join(map(json.dumps, queries)), encoding="utf-8")
    (tmp_path / "qrels" / "test.tsv").write_text("query-id\tcorpus-id\tscore\nq1\td1\t2\nq1\td2\t0\n", encoding="utf-8")
    loaded = formats.read(tmp_path, "auto", tmp_path / "run")
    (question,) = loaded.questions
    assert (question.qid, question.relevant, loaded.corpus) == ("q1", {"d1": 2, "d2": 0}, tmp_path / "corpus.jsonl")
    assert [each.doc_id for each in question.evidence] == ["d1"]


def test_a_folder_of_json_lines_has_its_corpus_in_it_or_above(tmp_path: Path) -> None:
    folder = tmp_path / "dev"
    folder.mkdir()
    (tmp_path / "corpus.jsonl").write_text(json.dumps({"doc_id": "d1", "text": "x"}), encoding="utf-8")
    (folder / "questions.jsonl").write_text(json.dumps(asked(answerable=False)), encoding="utf-8")
    (folder / "qrels.tsv").write_text("query-id\tcorpus-id\tscore\n1\td1\t1\n", encoding="utf-8")
    loaded = formats.read(folder, "auto", tmp_path / "run")
    assert loaded.corpus == tmp_path / "corpus.jsonl"
    assert located(loaded, ["corpus.jsonl#d1"], lambda key: "x").questions[0].relevant == {"corpus.jsonl#d1": 1}


def test_a_table_may_bring_several_pieces_of_evidence(tmp_path: Path) -> None:
    path = tmp_path / "gold.csv"
    path.write_text(
        "qid,question,answers,doc,quote,answerable,type,speaker\n"
        '1,"What, and why?",one|two,harbour.txt,It is paid.,,fact,\n'
        '1,"What, and why?",,harbour.txt,forty million crowns,,,\n'
        "2,Who?,,,,no,,Odran Tell\n"
        "3,Who?,,,,perhaps,,\n",
        encoding="utf-8",
    )
    loaded = formats.read(path, "auto", tmp_path / "run")
    first, second = loaded.questions
    assert (first.answers, len(first.evidence), first.type) == (("one", "two"), 2, "fact")
    assert (second.answerable, second.speaker) == (False, "Odran Tell")
    assert loaded.problems == ("line 5: 'answerable' is neither true nor false",)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("none.jsonl", None, "There is no file or folder"),
        ("bad.json", '{"data": 3}', "is not a SQuAD file"),
        ("bad.csv", "a,b\n1,2\n", "no columns 'qid' and 'question'"),
        ("folder", None, "contains neither questions.jsonl nor queries.jsonl"),
        ("latin.jsonl", "\xe9".encode("latin-1"), "is not UTF-8 text"),
    ],
)
def test_unreadable_files_are_named(tmp_path: Path, name: str, content: str | bytes | None, message: str) -> None:
    path = tmp_path / name
    if name == "folder":
        path.mkdir()
    elif content is not None:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(GoldError, match=message):
        formats.read(path, "auto", tmp_path / "run")
