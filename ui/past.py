"""The chat's part of the menu: a new chat, the evidence of this one, and the conversations before it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import streamlit as st

from errors import StoreError
from rag.check import evidence_pack
from settings import from_environment
from ui import render
from ui.answer import shared
from ui.conversations import Conversation, Shelf

NOT_KEPT = "not-kept"
"""Why the conversation could not be written, as long as it cannot."""
LISTED = 12
"""So many past conversations are shown; the search finds the others."""


def keep(shelf: Shelf, conversation: Conversation) -> None:
    """Write a conversation; where it cannot be, its page goes on and says so until it can."""
    try:
        shelf.save(conversation)
        st.session_state.pop(NOT_KEPT, None)
    except StoreError as error:
        st.session_state[NOT_KEPT] = str(error)


@dataclass(frozen=True)
class Menu:
    """The conversations of a visitor, the one that is shown, and what opens another."""

    shelf: Shelf
    current: Conversation
    open: Callable[[Conversation], None]

    def draw(self) -> None:
        """Draw a new chat, the evidence pack and the past conversations."""
        st.button(
            "New chat",
            key="new-chat",
            width="stretch",
            icon=":material/add:",
            disabled=not self.current.exchanges and shared.PARAMETER not in st.query_params,
            on_click=lambda: self.open(Conversation()),
        )
        if answers := [answer.to_json() for answer in self.current.answers()]:
            _downloads(answers)
        self._past()

    def _past(self) -> None:
        conversations = self.shelf.listed()
        if not conversations:
            return
        st.html(render.part_html("Conversations", []))
        sought = st.text_input("Search conversations", key="sought", placeholder="Search", label_visibility="collapsed")
        found = [each for each in conversations if each.contains(sought)]
        for each in found[:LISTED]:
            self._listed(each)
        if len(found) != len(conversations) or len(found) > LISTED:
            st.html(render.small_html(f"{min(len(found), LISTED)} of {len(conversations)} shown."))

    def _listed(self, each: Conversation) -> None:
        row = st.container(horizontal=True, gap="small", wrap=False, vertical_alignment="center")
        row.button(
            render.literal(each.title),
            key=f"open-chat-{each.id}",
            type="secondary" if each.id == self.current.id else "tertiary",
            width="stretch",
            on_click=self.open,
            args=(each,),
            # Whole, as many begin alike.
            wrap=True,
        )
        with row.popover("⋯", type="tertiary", help="Rename or delete", key=f"edit-chat-{each.id}"):
            st.text_input("Title", each.title, key=f"title-{each.id}", on_change=self._rename, args=(each,))
            st.button("Delete", key=f"delete-{each.id}", width="stretch", on_click=self._delete, args=(each,))

    def _rename(self, each: Conversation) -> None:
        each.title = str(st.session_state[f"title-{each.id}"]).strip()
        if self.current.id == each.id:
            self.current.title = each.title
        keep(self.shelf, each)

    def _delete(self, each: Conversation) -> None:
        try:
            self.shelf.delete(each.id)
        except StoreError as error:
            st.session_state[NOT_KEPT] = str(error)
            return
        if self.current.id == each.id:
            self.open(Conversation())


def _downloads(answers: list[dict[str, Any]]) -> None:
    """Draw a button for each form of the conversation's evidence pack."""
    pack = evidence_pack.packed(answers, from_environment())
    with st.popover("Save as evidence", width="stretch", icon=":material/download:"):
        st.html(render.small_html("The questions, answers and cited words, with what is needed to check them again."))
        for suffix, form in evidence_pack.FORMS.items():
            name = f"evidence{suffix}"
            st.download_button(suffix[1:].upper(), form(pack), name, key=f"pack{suffix}", width="stretch")
