"""The settings page: what answers and how sure it must be, the state of the index, and what leaves this machine."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from index.text.counts import counted
from rag.find.answerability import STRICTNESS
from settings import PREFIX, Settings, from_environment
from ui import navigation, render, session

LEVELS = {
    "lenient": "Lenient: answer when in doubt",
    "balanced": "Balanced",
    "strict": "Strict: answer only when sure",
}
NOTHING = (
    "Nothing leaves this machine. Documents, questions and answers stay in the store; no outside model is asked, "
    "nothing is downloaded and nothing reports home."
)


def page() -> None:
    """Draw the page."""
    st.html(render.STYLE)
    settings = from_environment()
    with st.container(key="otr-page"):
        st.title("Settings")
        st.header("Answers")
        _answers(settings)
        st.header("What leaves this machine")
        st.write(render.literal(leaves(settings)))
        st.header("Index")
        _index(settings)
        st.header("Shared answers")
        st.write(kept_shared(settings))
        st.header("Appearance")
        st.write("The theme follows your system: light or dark. The menu ⋮ at the top has a choice of its own.")
        st.header("Keyboard")
        st.write("Everything can be done without a mouse: / asks, and ? shows the other keys, on every page.")


def _answers(settings: Settings) -> None:
    st.radio(
        "How sure the app must be to state a fact",
        list(STRICTNESS),
        index=list(STRICTNESS).index(session.strictness() or settings.strictness),
        format_func=lambda each: LEVELS[each],
        key="strictness-chosen",
        on_change=lambda: st.session_state.update({session.STRICTNESS: st.session_state["strictness-chosen"]}),
    )
    session.remember_strictness()
    if settings.model == "extractive":
        st.write("Answers are the documents’ own sentences. A chat model can summarise them; the README explains how.")
        return
    st.toggle(
        render.literal(f"Let {_model(settings)} write answers"),
        not st.session_state.get(session.EXTRACTIVE_ONLY, False),
        key="model-chosen",
        on_change=lambda: st.session_state.update({session.EXTRACTIVE_ONLY: not st.session_state["model-chosen"]}),
    )
    st.html(
        render.small_html(
            "How sure stays in this browser, who writes applies until you reload; environment variables set them for "
            "everybody."
        )
    )


def _model(settings: Settings) -> str:
    provider, _, name = settings.model.partition(":")
    return f"{provider}:{Path(name).name}" if provider == "gguf" else settings.model


def leaves(settings: Settings) -> str:
    """Return in plain words what is sent anywhere under these settings."""
    sent = []
    if settings.model != "extractive" and not settings.model.startswith("gguf:"):
        sent.append(f"Each question, with the sentences that may answer it, goes to the model {settings.model}.")
    if not settings.embedder.startswith("local:"):
        sent.append(f"The words of documents and questions go to the embedder {settings.embedder}.")
    return " ".join(sent) or NOTHING


def kept_shared(settings: Settings) -> str:
    """Return in plain words which shared answers are kept for whoever has their link, and how long."""
    most = f"The newest {settings.shared_answers:,}" if settings.shared_answers else "All"
    days = f" for {counted(settings.shared_days, 'day')}" if settings.shared_days else ""
    rest = "; older ones are deleted" if settings.shared_answers or settings.shared_days else ""
    return f"{most} shared answers are kept{days}{rest}. Whoever has the link of one can read it."


def _index(settings: Settings) -> None:
    pipeline = session.opened()
    if pipeline is None:
        return
    counts = pipeline.store.catalog.counts()
    whole = pipeline.store.whole()
    rows = [
        ("Documents", f"{counts['documents']:,}"),
        ("Passages", f"{counts['passages']:,}"),
        ("Statements", f"{counts['statements']:,}"),
        ("Health", "Complete: every passage can be found" if whole else "Being updated"),
        ("Size on disk", f"{_bytes(settings.store) / 1e6:,.0f} MB"),
        ("Embedding model", settings.embedder),
        ("Index version", pipeline.index_version),
    ]
    st.html(render.pairs_html(rows))
    st.html(
        render.small_html(f"Each setting is an environment variable that begins with {PREFIX}; the README lists them.")
    )
    navigation.link(navigation.LIBRARY, "Open the library")


def _bytes(folder: Path) -> int:
    return sum(each.stat().st_size for each in folder.rglob("*") if each.is_file())
