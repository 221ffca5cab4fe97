"""The web chat's entry: its pages, and what stands before its server."""

import importlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st

from ui import access, gate
from ui.browser import behaviour
from ui.navigation import CHAT, DOCUMENT, EVALUATION, EXPLORE, LIBRARY, PERSON, SETTINGS, register

LOGO = Path(__file__).parent / "ui" / "look" / "name.svg"
"""In the colours of the page that it stands on, also when these change."""


def draw() -> None:
    """Draw the page that the address names, or the way in."""
    from ui.pages import chat, document, evaluate, explore, library, person, settings_page

    register(CHAT, st.Page(chat.page, title="Ask", icon=":material/forum:", url_path="chat", default=True))
    register(LIBRARY, st.Page(library.page, title="Library", icon=":material/folder_open:", url_path="library"))
    register(EXPLORE, st.Page(explore.page, title="Explore", icon=":material/timeline:", url_path="explore"))
    register(
        EVALUATION, st.Page(evaluate.page, title="Evaluation", icon=":material/fact_check:", url_path="evaluation")
    )
    register(SETTINGS, st.Page(settings_page.page, title="Settings", icon=":material/settings:", url_path="settings"))
    register(DOCUMENT, st.Page(document.page, title="Document", url_path="document", visibility="hidden"))
    register(PERSON, st.Page(person.page, title="Person", url_path="person", visibility="hidden"))
    st.set_page_config(page_title="On the Record", page_icon="❝", layout="wide")
    st.logo(str(LOGO), size="large", icon_image=None)
    if access.signed_out():
        access.uploads(False)
        st.navigation([st.Page(access.sign_in_page, title="On the Record")], position="hidden").run()
    else:
        access.uploads(access.may_edit())
        shown = (CHAT, LIBRARY, EXPLORE, EVALUATION, SETTINGS, DOCUMENT, PERSON)
        chosen = st.navigation([st.session_state[each] for each in shown])
        chosen.run()
        # The others do it themselves, as they hear what was chosen in the browser.
        if chosen.title not in ("Ask", "Document", "Person"):
            behaviour.mount("browser")


@asynccontextmanager
async def loaded(_: st.App) -> AsyncIterator[None]:
    """Load the pages before the first visitor comes: with Streamlit's runtime there, which their caches ask for."""
    for each in ("chat", "document", "evaluate", "explore", "library", "person", "settings_page"):
        importlib.import_module(f"ui.pages.{each}")
    yield


if __name__ == "__main__":
    draw()
else:
    # Streamlit's command finds a server under this name, and runs this file for each page.
    app = st.App(__file__, lifespan=loaded, middleware=gate.middleware())
