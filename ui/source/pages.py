"""The pages of an original PDF as pictures, the cited words in boxes: turned, made larger, and back to the words."""

from __future__ import annotations

from base64 import b64encode
from html import escape

import streamlit as st

from errors import DocumentError
from index.originals.original import Original
from index.readers.pdf.original import WIDTHS, Picture
from index.records import Document
from index.text.sentences import Span
from ui import render
from ui.source.originals import pictures

PAGE, TEXT = "Page", "Text"
ZOOMS = (100, 150, 200, 300)
_NOT_FOUND = "The cited words were not found on this page; the text shows them."


def are_chosen(original: Original | DocumentError) -> bool:
    """Draw the choice between pages and text, where there are pages; return whether pages are to be shown."""
    if isinstance(original, DocumentError) or not original.is_pdf:
        return False
    chosen = st.segmented_control(
        "Show", (PAGE, TEXT), default=PAGE, required=True, key="source-view", label_visibility="collapsed"
    )
    return chosen != TEXT


@st.fragment
def draw(
    original: Original,
    document: Document,
    span: Span,
    heading: str,
    place: st.delta_generator.DeltaGenerator,
    key: str,
) -> None:
    """Draw the ways to the pages here, and in the place the page of the words, or the one that was turned to.

    The heading is HTML. Under the key is kept which page was turned to, and how large.
    """
    named = (document.id, span)
    at, turned = st.session_state.get(f"{key}-turned", (None, None))
    zoom: int = st.session_state.get(f"{key}-zoom", ZOOMS[0])
    width = WIDTHS[zoom > ZOOMS[1]]
    try:
        picture = pictures().picture(original, document, span, turned if at == named else None, width)
    except DocumentError as error:
        st.warning(render.literal(f"{error} What was read of it is shown instead."))
        place.html(render.document_html(document, *span, heading, render.PANEL_CHARACTERS))
        return
    _bar(picture, named, zoom, key)
    missing = render.small_html(_NOT_FOUND) if span[1] > span[0] and not picture.places else ""
    place.html(f"{heading}{missing}{picture_html(picture, zoom, document.text[slice(*span)])}")


def _bar(picture: Picture, place: tuple[str, Span], zoom: int, key: str) -> None:
    """Draw the ways to the pages before and after, to the other pages of the words, and to another size."""
    hits = [each.page for each in picture.places]
    after = [each for each in hits if each > picture.page] or [each for each in hits if each < picture.page]
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="otr-pages-bar"):
        for step, button, name, icon in (
            (-1, "source-page-before", "Page before", "arrow_upward"),
            (1, "source-page-after", "Page after", "arrow_downward"),
        ):
            page = picture.page + step
            st.button(
                name,
                key=button,
                type="tertiary",
                icon=f":material/{icon}:",
                disabled=not 1 <= page <= picture.pages,
                on_click=_turn,
                args=(key, place, page),
            )
        st.html(render.told_html(f"Page {picture.page} of {picture.pages}"))
        if after:
            name = f"Words on page {after[0]}"
            st.button(name, key="source-next-hit", on_click=_turn, args=(key, place, after[0]), type="tertiary")
        sizes = ZOOMS.index(zoom)
        for step, button, name, icon in (
            (-1, "source-smaller", "Smaller", "zoom_out"),
            (1, "source-larger", "Larger", "zoom_in"),
        ):
            st.button(
                name,
                key=button,
                type="tertiary",
                icon=f":material/{icon}:",
                disabled=not 0 <= sizes + step < len(ZOOMS),
                on_click=_resize,
                args=(
                    key,
                    ZOOMS[max(0, min(sizes + step, len(ZOOMS) - 1))],
                ),
            )


def back_to_the_words(key: str) -> None:
    """Forget which page was turned to."""
    st.session_state.pop(f"{key}-turned", None)


def _turn(key: str, place: tuple[str, Span], page: int) -> None:
    st.session_state[f"{key}-turned"] = (place, page)


def _resize(key: str, zoom: int) -> None:
    st.session_state[f"{key}-zoom"] = zoom


def picture_html(picture: Picture, zoom: int, words: str) -> str:
    """Return a page's picture with boxes over the cited words; the first box is what is held in view."""
    boxes = [
        _box_html(box, (place.width, place.height))
        for place in picture.places
        if place.page == picture.page
        for box in place.boxes
    ]
    label = f'id="citation" tabindex="-1" role="img" aria-label="Cited words: {escape(words)}" '
    shown = "".join(f"<span {label if not number else ''}{each}></span>" for number, each in enumerate(boxes))
    name = f"Page {picture.page} of {picture.pages}"
    image = b64encode(picture.image).decode()
    return (
        f'<div class="otr-sheet" tabindex="0" role="group" aria-label="{name}, the original">'
        f'<div class="otr-page-picture" style="--zoom:{zoom};aspect-ratio:{picture.width}/{picture.height}">'
        f'<img alt="{name}, as a picture" src="data:image/jpeg;base64,{image}">{shown}</div></div>'
    )


def _box_html(box: tuple[float, float, float, float], size: tuple[float, float]) -> str:
    """Return the class and the place of a box, in shares of its page."""
    left, top, right, bottom = (100 * each / side for each, side in zip(box, (*size, *size), strict=True))
    place = f"left:{left:.3f}%;top:{top:.3f}%;width:{right - left:.3f}%;height:{bottom - top:.3f}%"
    return f'class="otr-box" style="{place}"'
