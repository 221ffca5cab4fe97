"""The evaluation page, run headless over runs that lie in the store."""

from __future__ import annotations

import json
import os
import re
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from errors import GoldError
from index.running.jobs import Job
from rag.pipeline import Pipeline, open_pipeline
from rag.records import Turn
from settings import Settings
from tests.conftest import ROOT, SAMPLE, embedded, indexed
from tests.evals.reports.invented_run import HARBOUR, WORDS, question, results
from tests.ui.conftest import shown
from ui.evaluation import runs, work
from ui.pages import evaluate

SEEN = "What these figures can and cannot see"
EVIL = '<script>alert(1)</script><img src=x onerror="alert(1)"> $x^2$ :red[no]'


def kept(store: Path, name: str, **changed: Any) -> Path:
    """Write a run into the store and return its folder."""
    values = results()
    values["run"] |= {"name": name, "settings": {"store": str(store)}, **changed.pop("run", {})}
    folder = store / "runs" / name
    folder.mkdir(parents=True)
    (folder / "results.json").write_text(json.dumps({**values, **changed}), encoding="utf-8")
    return folder


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("ON_THE_RECORD_STORE", str(tmp_path / "store"))
    yield tmp_path / "store"
    st.cache_resource.clear()
    st.cache_data.clear()


def script() -> None:
    """The app with the evaluation page in front, as a page that is a function cannot be switched to headless."""
    import streamlit as st

    from ui.navigation import CHAT, DOCUMENT, EVALUATION, register
    from ui.pages import chat, document, evaluate

    register(EVALUATION, st.Page(evaluate.page, title="Evaluation", url_path="evaluation", default=True))
    register(CHAT, st.Page(chat.page, title="On the Record", url_path="chat"))
    register(DOCUMENT, st.Page(document.page, title="Document", url_path="document"))
    st.navigation([st.session_state[each] for each in (CHAT, DOCUMENT, EVALUATION)], position="hidden").run()


@pytest.fixture
def app(store: Path) -> AppTest:
    return AppTest.from_function(script, default_timeout=60)


def links(app: AppTest) -> list[str]:
    return [str(each.proto.label) for each in app.get("page_link")]


def test_without_a_run_the_page_says_how_to_make_one(app: AppTest) -> None:
    app.run()
    assert not app.exception
    assert "No run yet" in app.info[0].value
    assert "python -m evals GOLD.jsonl" in app.code[0].value
    assert app.expander[0].label == "New run"


def test_the_newest_run_is_shown_with_its_verdicts_charts_and_metrics(app: AppTest, store: Path) -> None:
    kept(store, "older", run={"started": "2031-03-01T12:00:00+00:00"})
    kept(store, "newer", run={"started": "2031-03-02T12:00:00+00:00"})
    app.run()
    assert not app.exception
    assert [each.split(" · ")[0] for each in app.selectbox[0].options] == ["newer", "older"]
    assert app.selectbox[0].value.name == "newer"
    html = shown(app)
    for words in ("2 of 4 questions", "✓ as promised", "quotation_fidelity", "0.500", "lower is better", "abc123"):
        assert words in html
    assert len(app.get("vega_lite_chart")) == 5
    assert not app.info


def test_a_run_is_listed_with_its_time_once_and_at_the_end(app: AppTest, store: Path) -> None:
    kept(store, "harbour-20310301-120007", run={"started": "2031-03-01T12:00:07+00:00"})
    app.run()
    assert app.selectbox[0].options == ["harbour · 50\xa0% right · 1 Mar 2031, 12:00:07"]


def test_a_run_of_what_the_chat_kept_is_called_so(app: AppTest, store: Path) -> None:
    kept(store, "gold-from-chat-20310301-120007", run={"started": "2031-03-01T12:00:07+00:00"})
    app.run()
    assert app.selectbox[0].options[0].startswith("From the chat · ")


def test_failing_questions_tell_why_and_link_to_the_document(app: AppTest, store: Path) -> None:
    kept(store, "one")
    app.run()
    assert [each.label for each in app.expander if "fishermen" in each.label] == [
        "What did Mira Quill say about the fishermen?"
    ] * 2
    html = shown(app)
    assert "refused, though the documents answer it" in html
    assert "ValueError: no such bridge" in html
    assert WORDS in html
    # The expected words of both, and the nearest thing of the refused one.
    assert links(app).count("Show in the document") == 3


def test_words_of_another_store_have_no_link(app: AppTest, store: Path) -> None:
    kept(store, "one", run={"settings": {"store": "elsewhere"}})
    app.run()
    assert not app.exception
    assert "Show in the document" not in links(app)


def test_failing_questions_are_chosen_by_type_and_drawn_in_steps(app: AppTest, store: Path) -> None:
    many = [question(f"q{number}", False, type="odd" if number % 2 else "even") for number in range(50)]
    kept(store, "one", questions=many)

    def drawn() -> int:
        return len([each for each in app.expander if "fishermen" in each.label])

    app.run()
    assert drawn() == evaluate.STEP
    app.selectbox[1].select("odd").run()
    next(each for each in app.button if each.label == "Show 5 more").click().run()
    assert not app.exception
    assert drawn() == 25


def test_text_of_a_run_is_never_markup(app: AppTest, store: Path) -> None:
    evil = question(EVIL, False, question=EVIL, answer=EVIL, standalone=EVIL, type=EVIL, error=EVIL)
    evil["citations"][0] |= {"text": EVIL, "speaker": EVIL, "doc": EVIL}
    evil["passages"][0] |= {"text": EVIL, "doc": EVIL}
    evil["expected"] |= {"answers": [EVIL], "speaker": EVIL}
    kept(store, "evil", questions=[evil], run={"engine": EVIL, "embedder": EVIL, "gold": EVIL})
    app.run()
    assert not app.exception
    html = shown(app)
    assert "<script" not in html.replace("&lt;script", "")
    assert "<img" not in html
    assert html.count("&lt;script&gt;alert(1)&lt;/script&gt;") >= 8
    (label,) = [each.label for each in app.expander if each.label not in ("New run", SEEN)]
    assert "\\<script\\>" in label
    assert "\\:red\\[no\\]" in label


def test_a_run_that_cannot_be_read_is_named_and_the_others_are_shown(app: AppTest, store: Path) -> None:
    kept(store, "one")
    broken = kept(store, "two")
    (broken / "results.json").write_text("{", encoding="utf-8")
    app.run()
    assert not app.exception
    assert len(app.selectbox[0].options) == 1
    assert "is not JSON" in app.warning[0].value.replace("\\", "")


def test_a_run_that_changed_is_read_again(app: AppTest, store: Path) -> None:
    folder = kept(store, "one")
    app.run()
    assert "✓ as promised" in shown(app)
    values = json.loads((folder / "results.json").read_text(encoding="utf-8"))
    values["metrics"][2]["value"] = 0.5
    (folder / "results.json").write_text(json.dumps(values), encoding="utf-8")
    os.utime(folder / "results.json", ns=(1, 1))
    app.run()
    assert "✗ not as promised" in shown(app)


@pytest.mark.parametrize("name", ["../../etc/gold.jsonl", "a b.JSONL", "…jsonl.jsonl", ".jsonl"])
def test_an_uploads_name_is_never_a_path(name: str) -> None:
    assert set(runs._safe(name)) <= set("abcdefghijklmnopqrstuvwxyz-")
    assert runs._safe(name)


def test_what_is_no_gold_file_is_a_message(store: Path) -> None:
    with pytest.raises(GoldError, match="ends in"):
        runs.new_run("gold.exe", b"", Settings(store=store), cast(Pipeline, None), lambda done, of: None)


def made(app: AppTest, store: Path) -> None:
    """Begin the run that is chosen, wait until it is over and draw the page again."""
    app.button(key="make-run").click().run(timeout=120)
    assert not app.exception
    deadline = time.monotonic() + 120
    while not all(each.is_over for each in work.of(store).jobs()):
        assert time.monotonic() < deadline
        time.sleep(0.1)
    app.run()
    assert not app.exception


def test_the_shipped_gold_is_run_and_shown(
    app: AppTest, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    indexed(SAMPLE, embedded(store))
    shipped = ROOT / "evals" / "gold" / "sample.jsonl"
    assert runs.gold(runs.SAMPLE, Settings(store=store)) == (shipped.name, shipped.read_bytes())
    # One in six of its questions: all of them take 40 s, and `make evaluate` asks them.
    some = tmp_path / shipped.name
    some.write_bytes(b"".join(shipped.read_bytes().splitlines(keepends=True)[::6]))
    monkeypatch.setattr(runs, "SHIPPED", some)
    app.run()
    made(app, store)
    assert not app.error
    run = app.selectbox[0].value
    assert run.name.startswith("sample-")
    assert {each.name for each in run.folder.iterdir()} >= {"results.json", "report.html", "report.md"}
    assert "Show in the document" in links(app)


def test_gold_kept_from_the_chat_is_run_at_once(app: AppTest, store: Path) -> None:
    indexed(SAMPLE, embedded(store))
    lines = [
        {"qid": "a-0", "question": "What did Lukashenko say about Poland?", "history": [], "answers": ["wrong"]},
        {
            "qid": "a-0",
            "question": "What did Lukashenko say about Poland?",
            "history": [],
            "answers": ["We immediately informed Poland."],
        },
        {
            "qid": "b-0",
            "question": "What did Lukashenko say about zeppelins?",
            "history": [],
            "answers": [],
            "answerable": False,
        },
    ]
    kept_ = [json.dumps({"answerable": True, "type": "from_chat", **each}) for each in lines]
    (store / "gold-from-chat.jsonl").write_text("\n".join([*kept_, "not a record", ""]), encoding="utf-8")
    app.run()
    assert app.radio(key="gold-set").value == runs.CHAT
    assert "Kept from the chat (2 questions)" in app.radio(key="gold-set").options
    made(app, store)
    assert not app.error
    written = json.loads((app.selectbox[0].value.folder / "results.json").read_text(encoding="utf-8"))
    assert [each["qid"] for each in written["questions"]] == ["a-0", "b-0"]
    assert "It does not see" in shown(app)
    assert "0 of 2 questions" in shown(app)


def test_two_runs_are_compared(app: AppTest, store: Path) -> None:
    kept(store, "older", run={"started": "2031-03-01T12:00:00+00:00"})
    kept(store, "newer", run={"started": "2031-03-02T12:00:00+00:00"}, questions=[question("1-right", False)])
    app.run()
    compare = next(each for each in app.selectbox if each.label == "Compare with")
    compare.select_index(1).run()
    assert not app.exception
    assert "Right before, wrong after: 1" in shown(app)
    assert re.search(r"(?:None|\d+) of \d+ metrics differs? clearly\.", shown(app))
    # As beside the metrics of one run, each name with what it means.
    assert "<small>what " in shown(app).split(" differ", 1)[1]


def test_gold_about_documents_that_are_not_there_is_a_message(app: AppTest, store: Path, gazette_folder: Path) -> None:
    indexed(gazette_folder, embedded(store))
    app.run()
    made(app, store)
    assert "Failed" in shown(app)
    assert "does not match the index" in shown(app)
    assert HARBOUR not in shown(app)


class _Held:
    """A pipeline that answers when the test lets it."""

    def __init__(self, pipeline: Pipeline, questions: int) -> None:
        self._pipeline, self._left = pipeline, questions
        self.asked, self.go_on = threading.Event(), threading.Event()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._pipeline, name)

    def answered(self, turn: Turn) -> Any:
        self._left -= 1
        if self._left < 0:
            self.asked.set()
            assert self.go_on.wait(60)
        return self._pipeline.answered(turn)


def _over(at_work: work.Work) -> Job:
    deadline = time.monotonic() + 60
    while not at_work.jobs()[0].is_over:
        assert time.monotonic() < deadline
        time.sleep(0.05)
    return at_work.jobs()[0]


def test_a_run_is_stopped_and_has_what_was_asked(store: Path) -> None:
    settings = indexed(SAMPLE, embedded(store))
    pipeline = open_pipeline(settings)
    held, at_work = _Held(pipeline, 2), work.Work()
    name, gold = runs.gold(runs.SAMPLE, settings)
    number = at_work.begin(name, gold, settings, cast(Pipeline, held))
    assert held.asked.wait(60)
    assert at_work.jobs()[0].state == "running"
    assert at_work.jobs()[0].message.startswith("2 of ")
    with pytest.raises(GoldError, match="being made already"):
        at_work.begin(name, gold, settings, pipeline)
    at_work.cancel(number)
    held.go_on.set()
    assert _over(at_work).state == "cancelled"
    folder = at_work.made(number)
    assert folder is not None
    written = json.loads((folder / "results.json").read_text(encoding="utf-8"))
    assert (len(written["questions"]), written["run"]["complete"]) == (3, False)
    pipeline.close()


def test_a_run_that_is_stopped_before_its_first_question_writes_nothing(store: Path) -> None:
    settings = indexed(SAMPLE, embedded(store))
    pipeline = open_pipeline(settings)
    at_work = work.Work()
    at_work.cancel(1)
    number = at_work.begin(*runs.gold(runs.SAMPLE, settings), settings, pipeline)
    assert "nothing was written" in _over(at_work).message
    assert at_work.made(number) is None
    pipeline.close()
