"""The sources of an answer: a compact row for each document, a few of them shown, and a table of a long list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

import streamlit as st

from index.text.counts import counted
from rag.check.cite import day_of_words
from rag.phrasing import readable_date
from rag.records import CHECK_LABELS, Answer, Citation
from ui.answer.cards import Marker
from ui.render import joined_html, source_html

SHOWN = 5
"""So many documents are shown; the others are folded."""
NUMBERS = 12
"""So many numbers of one document stand in its row; the others are found in the table."""
LONG = 6
"""A list of so many citations is also a table."""
LINE = 30
"""So many characters stand in a line of the table's words."""


def sources_html(citations: Sequence[Citation], turn: str) -> str:
    """Return the sources grouped by document, the first few shown and the others folded."""
    groups: dict[str, list[Citation]] = {}
    for each in citations:
        groups.setdefault(each.doc, []).append(each)
    rows = [_row(each, turn) for each in groups.values()]
    if not rows:
        return ""
    shown, folded = "".join(rows[:SHOWN]), "".join(rows[SHOWN:])
    more = counted(len(rows) - SHOWN, "more document") if folded else ""
    name = f"Sources of answer {int(turn) + 1}"
    rest = f'<details class="otr-more"><summary>{more}</summary><ul>{folded}</ul></details>' if folded else ""
    return f'<section class="otr otr-sources" aria-label="{name}"><ul>{shown}</ul>{rest}</section>'


def _row(cited: Sequence[Citation], turn: str) -> str:
    """Return a document's numbers, title and day, and what the check found against it."""
    first = cited[0]
    numbers = "".join(Marker(each, f"{turn}-{each.n}").html() for each in cited[:NUMBERS])
    numbers += f" +{len(cited) - NUMBERS}" if len(cited) > NUMBERS else ""
    day = readable_date(first.published) if first.published else ""
    pages = sorted({each.page for each in cited if each.page})
    at = f"{'page' if len(pages) == 1 else 'pages'} {', '.join(map(str, pages[:NUMBERS]))}" if pages else ""
    about = joined_html(filter(None, (first.title, day, first.source, at, _checks(cited))))
    return f"<li><span>{numbers}</span> <span>{about}</span></li>"


def _checks(cited: Iterable[Citation]) -> str:
    """Return what the check found of words that are not the document's; of the others the answer says it once."""
    found = Counter(each.check for each in cited if each.check != "verified")
    return ", ".join(f"{count} {CHECK_LABELS[check]}" for check, count in found.items())


def nearest_html(citations: Sequence[Citation], turn: str) -> str:
    """Return the passages nearest to a question that has no answer, with their words; none of them is one."""
    items = "".join(
        f'<li><div class="otr-small">{Marker(each, f"{turn}-near-{each.n}").html()} {source_html(each)}</div>'
        f'<div class="words">{escape(each.text)}</div></li>'
        for each in citations
    )
    return f'<div class="otr otr-sources"><ul>{items}</ul></div>'


def table(answer: Answer, key: str) -> Citation | None:
    """Draw a long list as a table that sorts; return the citation of the row that was chosen, if one was."""
    if answer.kind not in ("list", "timeline") or len(answer.citations) < LONG:
        return None
    with st.expander(f"All {len(answer.citations)} as a table", icon=":material/table_rows:"):
        chosen: Any = st.dataframe(
            [_cells(each) for each in answer.citations],
            hide_index=True,
            on_select="rerun",
            selection_mode="single-row",
            key=key,
            # The words first and wrapped, in a width that is seen whole on a phone.
            row_height=_height(answer.citations),
            column_config={"No.": st.column_config.NumberColumn(width=50), "Words": st.column_config.Column(width=236)},
        )
    rows = chosen.selection.rows
    return answer.citations[rows[0]] if rows else None


def _height(citations: Iterable[Citation]) -> int:
    """Return the height of a row in pixels in which the longest words are seen, up to four lines of them."""
    lines = max(-(-len(each.text) // LINE) for each in citations)
    return 36 + 24 * (min(lines, 4) - 1)


def _cells(each: Citation) -> dict[str, Any]:
    return {
        "No.": each.n,
        "Words": each.text,
        "Day": each.said_on or each.published or "",
        "Speaker": each.speaker or "",
        "Document": each.title,
        "Said": day_of_words(each).strip(" ()"),
    }
