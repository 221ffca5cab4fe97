"""The web chat's entry: its pages and nothing else."""

import streamlit as st

from ui import chat, document, evaluate
from ui.pages import CHAT, DOCUMENT, EVALUATION, register

register(CHAT, st.Page(chat.page, title="On the Record", url_path="chat", default=True))
register(DOCUMENT, st.Page(document.page, title="Document", url_path="document"))
register(EVALUATION, st.Page(evaluate.page, title="Evaluation", url_path="evaluation"))

if __name__ == "__main__":
    st.set_page_config(page_title="On the Record", page_icon="❝", layout="centered")
    st.navigation([st.session_state[each] for each in (CHAT, DOCUMENT, EVALUATION)], position="hidden").run()
