"""The web chat's entry: its pages and nothing else."""

import streamlit as st

from ui import access, chat, document, evaluate, explore, library, settings_page
from ui.pages import CHAT, DOCUMENT, EVALUATION, EXPLORE, LIBRARY, SETTINGS, register

register(CHAT, st.Page(chat.page, title="Ask", icon=":material/forum:", url_path="chat", default=True))
register(LIBRARY, st.Page(library.page, title="Library", icon=":material/folder_open:", url_path="library"))
register(EXPLORE, st.Page(explore.page, title="Explore", icon=":material/timeline:", url_path="explore"))
register(EVALUATION, st.Page(evaluate.page, title="Evaluation", icon=":material/fact_check:", url_path="evaluation"))
register(SETTINGS, st.Page(settings_page.page, title="Settings", icon=":material/settings:", url_path="settings"))
register(DOCUMENT, st.Page(document.page, title="Document", url_path="document", visibility="hidden"))

if __name__ == "__main__":
    st.set_page_config(page_title="On the Record", page_icon="❝", layout="wide")
    if access.signed_out():
        st.navigation([st.Page(access.sign_in_page, title="On the Record")], position="hidden").run()
    else:
        shown = (CHAT, LIBRARY, EXPLORE, EVALUATION, SETTINGS, DOCUMENT)
        st.navigation([st.session_state[each] for each in shown]).run()
