"""Other places of an open document that its reader may look for: words of the same speaker, or the same words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import streamlit as st

from index.records import Document, Statement, owner_of
from index.text.sentences import Span
from index.transcripts.label_names import readable_name
from ui import render
from ui.source import pages

_AT = "source-hit"
"""Which place is shown of which cited words."""


@dataclass(frozen=True)
class Hits:
    """The places in the document's order, which of them has the cited words, and what they have in common."""

    places: tuple[Span, ...]
    cited: int
    common: str

    def place(self, at: int, cited: Span) -> Span:
        """Return a place; that of the cited words is these alone, not all of the statement around."""
        return cited if at == self.cited else self.places[at]


def of(document: Document, cited: Span, statements: Iterable[Statement]) -> Hits:
    """Return the statements of whoever said the cited words, or where the same words stand if nobody is known to."""
    given = tuple(statements)
    owner = owner_of(cited, given)
    if owner and owner.speaker:
        places = sorted({(each.start, each.end) for each in given if each.speaker == owner.speaker})
        return Hits(tuple(places), places.index((owner.start, owner.end)), f"by {readable_name(owner.speaker)}")
    words = document.text[slice(*cited)]
    same, at = [], document.text.find(words) if words else -1
    while at >= 0:
        same.append((at, at + len(words)))
        at = document.text.find(words, at + len(words))
    return Hits(tuple(same), same.index(cited) if cited in same else 0, "with these words")


def forget() -> None:
    """Show the cited words again."""
    st.session_state.pop(_AT, None)


def draw(hits: Hits, cited: Span, shown_in: str) -> Span:
    """Draw the ways to the places before and after, where there are several; return the place that is shown.

    `shown_in` is what shows it, as in `pages.back_to_the_words`.
    """
    if len(hits.places) < 2:
        return cited
    kept, at = st.session_state.get(_AT, (None, hits.cited))
    at = at if kept == cited else hits.cited
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="otr-hits-bar"):
        for step, key, name, icon in (
            (-1, "previous-hit", "Place before", "keyboard_arrow_up"),
            (1, "next-hit", "Place after", "keyboard_arrow_down"),
        ):
            st.button(
                f"{name}, {hits.common}",
                key=key,
                type="tertiary",
                icon=f":material/{icon}:",
                disabled=not 0 <= at + step < len(hits.places),
                on_click=_go,
                args=(cited, at + step, shown_in),
            )
        st.html(render.told_html(f"{at + 1:,} of {len(hits.places):,} {hits.common}"))
    return hits.place(at, cited)


def _go(cited: Span, at: int, shown_in: str) -> None:
    st.session_state[_AT] = (cited, at)
    pages.back_to_the_words(shown_in)
