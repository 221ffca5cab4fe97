"""The evaluation page: the runs of the store, what one found, what changed since another, and a new run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

import streamlit as st

from errors import OnTheRecordError
from evals.reports import findings
from evals.reports.findings import Question, Span
from index.running.jobs import Job
from index.text.counts import counted
from settings import Settings, from_environment
from ui import access, jobs, navigation, render, session
from ui.evaluation import runs, work
from ui.evaluation.runs import Listed

CHOSEN, SHOWN, BEGUN = "run", "questions-shown", "run-begun"
_STATES = {"running": "Asking", "failed": "Failed", "cancelled": "Stopped"}
STEP = 20
"""So many failing questions are drawn at first, and more at each asking: a thousand would stop the browser."""


def page() -> None:
    """Draw the page."""
    st.html(render.STYLE)
    with st.container(key="otr-page"):
        st.title("Evaluation")
        _page()


def _page() -> None:
    """Draw the run that is chosen, the newest at first, and how to make one."""
    settings = from_environment()
    if access.may_edit():
        _in_hand(settings)
    listed, problems = runs.found(settings)
    _select_new_run(listed, settings)
    if not listed:
        st.info("No run yet.")
    if access.may_edit():
        # Above what was found, which is longer than a screen.
        _new_run(settings, opened=not listed)
    if listed:
        _chosen(listed, settings)
    else:
        st.html(render.small_html("A run can be made by a command too; reload this page after it:"))
        st.code("python -m evals GOLD.jsonl --docs PATH", language=None, wrap_lines=True)
    for problem in problems:
        st.warning(render.literal(problem))


def _select_new_run(listed: Sequence[Listed], settings: Settings) -> None:
    """Show the run that was begun here, once it is written."""
    made = work.of(settings.store).made(st.session_state.get(BEGUN, 0))
    for run in listed:
        if made and run.folder == made:
            st.session_state[CHOSEN] = run
            st.session_state.pop(BEGUN)


def _chosen(listed: Sequence[Listed], settings: Settings) -> None:
    run = st.selectbox("Run", listed, format_func=lambda each: each.label, key=CHOSEN)
    try:
        results = runs.read(run)
    except OnTheRecordError as error:
        st.warning(render.literal(str(error)))
        return
    _about(results)
    st.html(render.headlines_html(findings.headlines(results)))
    _seen(results)
    charts, metrics, failing, changed, settings_tab = st.tabs(["Charts", "Metrics", "Failing", "Compare", "Settings"])
    with charts:
        _charts(results)
    with metrics:
        for heading, rows in findings.grouped(results["metrics"]):
            st.html(render.metrics_html(heading, rows))
    with failing:
        _failing(results, linked=_is_of(results, settings))
    with changed:
        _compared(run, listed)
    with settings_tab:
        st.html(render.pairs_html(findings.settings(results)))


def _seen(results: Mapping[str, Any]) -> None:
    """Draw what the figures above can see and what they cannot, with how much of the run each rests on."""
    shown = seen(results["questions"])
    with st.expander("What these figures can and cannot see", icon=":material/visibility:"):
        st.html(
            render.table_html(
                "", ("Figure", "It sees", "It does not see"), [[escape(each) for each in row] for row in shown]
            )
        )


def seen(questions: Sequence[Question]) -> list[tuple[str, str, str]]:
    """Return of each headline what it can see and what not, with the numbers of this run."""
    answerable = [each for each in questions if findings.expected(each).get("answerable", True)]
    spoken = [
        each
        for each in answerable
        if findings.expected(each).get("speaker")
        or any(span.get("speaker") for span in findings.expected(each).get("evidence") or ())
    ]
    unanswerable = len(questions) - len(answerable)
    evidence = sum(bool(findings.expected(each).get("evidence")) for each in answerable)
    return [
        (
            "Right",
            f"The expected words or evidence. {evidence:,} of {len(answerable):,} answerable questions name evidence.",
            "Another right answer than the gold has, and whether what else is shown is right.",
        ),
        (
            "Misattributed",
            f"Words whose speaker the gold names ({len(spoken):,} of {len(questions):,} questions), "
            "and what the check against the documents finds.",
            "Words of anybody whom neither names: 0 % does not mean that every speaker shown is right.",
        ),
        (
            "Quotations",
            "Whether quoted words stand in the document as they are cited.",
            "Whether they are true, whole, or taken out of their context.",
        ),
        (
            "Refused",
            f"{counted(unanswerable, 'question')} without an answer in the gold, {len(answerable):,} with one.",
            "Gold that is wrong about what the documents hold.",
        ),
    ]


def _about(results: Mapping[str, Any]) -> None:
    about = results["run"]
    parts = [
        counted(len(results["questions"]), "question"),
        counted(about.get("documents") or 0, "document"),
        "no chat model" if about.get("engine") == "extractive" else str(about.get("engine") or ""),
        "stopped early" if not about.get("complete", True) else "",
    ]
    st.html(render.small_html(" · ".join(part for part in parts if part)))


def _charts(results: Mapping[str, Any]) -> None:
    # Imported here because it takes half a second, for which the chat need not wait.
    from evals.reports.charts import Scheme, dressed, figures

    scheme: Scheme = "dark" if st.context.theme.type == "dark" else "light"
    for figure in figures(results):
        st.html(render.part_html(figure.title, []) + render.small_html(figure.about))
        # Without Streamlit's own theme, whose quiet labels have less contrast than small text needs.
        st.altair_chart(dressed(figure, scheme), width="stretch", theme=None, alt=figure.numbers)


def _is_of(results: Mapping[str, Any], settings: Settings) -> bool:
    """Return whether a run asked the store that is open here, so that its documents can be shown."""
    store = (results["run"].get("settings") or {}).get("store")
    return store is not None and Path(store).resolve() == settings.store.resolve()


def _failing(results: Mapping[str, Any], linked: bool) -> None:
    failed = findings.failing(results)
    if not failed:
        st.success("Every question was answered correctly.", icon=None)
        return
    kinds = sorted({str(each.get("type")) for each in failed})
    kind = st.selectbox("Type", [None, *kinds], format_func=lambda each: "All types" if each is None else each)
    failed = [each for each in failed if kind in (None, str(each.get("type")))]
    limit = st.session_state.get(SHOWN, STEP)
    st.html(render.small_html(f"{len(failed):,} of {counted(len(results['questions']), 'question')} failed."))
    for number, question in enumerate(failed[:limit]):
        with st.expander(render.literal(str(question["question"])), key=f"failing-{number}-{question['qid']}"):
            _question(question, linked)
    if len(failed) > limit:
        st.button(f"Show {min(STEP, len(failed) - limit)} more", on_click=_show_more, args=(limit,))


def _show_more(limit: int) -> None:
    st.session_state[SHOWN] = limit + STEP


def _question(question: Question, linked: bool) -> None:
    st.html(render.failure_html(question))
    st.html(render.part_html("Expected", findings.expectations(question)))
    for each in findings.expected(question).get("evidence") or ():
        span = {"doc": each["doc_id"], "start": each.get("start"), "end": each.get("end")}
        _span(span, each.get("text"), [findings.place(span["doc"], span["start"], span["end"])], linked)
    st.html(render.part_html("Answered", [str(question.get("answer") or "Nothing.")]))
    for title, name in (("Cited", "citations"), ("Nearest, not an answer", "nearest")):
        if question.get(name):
            st.html(render.part_html(title, []))
        for each in question.get(name) or ():
            about = [f"[{each.get('n')}]", *findings.source(each)]
            _span(each, each.get("text"), about, linked, findings.shows_evidence(question, each))
    st.html(render.retrieved_html(question))


def _span(span: Span, text: object, about: Sequence[str], linked: bool, meets: bool = False) -> None:
    """Draw a document's words with what is known of them, and a link to where they stand."""
    with st.container(gap=None):
        st.html(render.words_html(text, about, meets))
        if linked and span.get("start") is not None:
            where = {name: str(span[name]) for name in ("doc", "start", "end")}
            navigation.link(
                navigation.DOCUMENT, "Show in the document", {**where, navigation.BACK: navigation.EVALUATION}
            )


def _compared(run: Listed, listed: Sequence[Listed]) -> None:
    others = [each for each in listed if each.folder != run.folder]
    if not others:
        st.write("There is no other run yet.")
        return
    other = st.selectbox("Compare with", [None, *others], format_func=lambda each: each.label if each else "No run")
    if other is None:
        return
    try:
        comparison = runs.compared(other, run)
    except OnTheRecordError as error:
        st.warning(render.literal(str(error)))
        return
    _changes(findings.changes(comparison), findings.named(runs.read(run)))
    for title, questions in findings.flipped(comparison):
        st.html(
            render.part_html(f"{title}: {len(questions)}", [f"{each['qid']}: {each['question']}" for each in questions])
        )


def _changes(changes: Sequence[Mapping[str, Any]], metrics: Mapping[str, Any]) -> None:
    clear = [each for each in changes if each.get("significant")]
    rest = [each for each in changes if not each.get("significant")]
    differ = "None" if not clear else f"{len(clear):,}"
    verb = "differs" if len(clear) < 2 else "differ"
    st.html(render.small_html(f"{differ} of {counted(len(changes), 'metric')} {verb} clearly."))
    if clear:
        st.html(render.changes_html(clear, metrics))
    if rest:
        with st.expander("Without a clear difference"):
            st.html(render.changes_html(rest, metrics))


def _new_run(settings: Settings, opened: bool) -> None:
    with st.expander("New run", expanded=opened):
        st.write(
            "A run asks questions whose answers are known (gold) about the documents in the library. "
            "It goes on when this page is left."
        )
        sets = runs.gold_sets(settings)
        chosen = st.radio("Questions", list(sets), format_func=lambda each: sets[each], key="gold-set")
        upload = None
        if chosen == runs.OWN:
            kinds = [suffix.removeprefix(".") for suffix in runs.SUFFIXES]
            upload = st.file_uploader("Your own gold file", type=kinds)
        is_busy = any(not each.is_over for each in work.of(settings.store).jobs())
        if is_busy:
            st.html(render.small_html("A run is being made; the top of this page tells how far it is."))
        lacks = chosen == runs.OWN and upload is None
        if st.button("Run", key="make-run", type="primary", disabled=lacks or is_busy):
            name, gold = (upload.name, upload.getvalue()) if upload else runs.gold(chosen, settings)
            _begin(name, gold, settings)


def _begin(name: str, gold: bytes, settings: Settings) -> None:
    """Begin a run, which goes on when the page is left."""
    try:
        st.session_state[BEGUN] = work.of(settings.store).begin(name, gold, settings, session.pipeline())
    except OnTheRecordError as error:
        st.error(render.literal(str(error)), icon=None)
        return
    st.rerun()


def _in_hand(settings: Settings) -> None:
    """Draw the run that is being made, and what became of one that was begun here and was not written."""
    at_work = work.of(settings.store)

    def drawn(job: Job) -> None:
        if job.is_over and (job.state == "done" or job.number != st.session_state.get(BEGUN)):
            return
        if not jobs.is_shown(job):
            return
        with st.container(border=True, gap="small"):
            jobs.card(job, _STATES, "run-", lambda number: _cancel(at_work, number))

    jobs.watched(at_work.jobs, drawn)


def _cancel(at_work: work.Work, number: int) -> None:
    # Asked again: the page may have been drawn before the right was withdrawn.
    if access.may_edit():
        at_work.cancel(number)
