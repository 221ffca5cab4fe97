"""Invented papers, speeches and a hearing, and what holds of every answer about them."""

from __future__ import annotations

import json

import pytest

from rag.pipeline import Pipeline
from rag.records import Answer
from tests.rag.conftest import Over, unsupported

FERRY = """The ferry of Vesk

By Ana Ruiz

VESK, March 2 (Vesk Gazette) — The council of Vesk bought a second ferry for nine million crowns on Sunday.

The ferry will carry two hundred cars between Vesk and Lorn every day from June.

He added that the old ferry would be sold to the town of Eskby.

“The second ferry ends the long queues at the harbour of Vesk,” Mayor Odran Tell said.

Who will pay for the new harbour wall?

Opposition leader Mira Quill said the council had not asked the fishermen of Vesk about the ferry.

MORE: Ten ferries that sank in a storm

The fishermen of Vesk fear that the ferry will drive the herring out of the bay.

© 2031 Vesk Gazette. All rights reserved. Subscribe to our newsletter for more ferry news.
"""
SPEECH = (
    "Mr. President, Excellencies, ladies and gentlemen, thank you for your kind welcome. "
    "Salt is the wealth of Kestria, and the mines of Lorn give work to nine thousand miners. "
    "They have been open for two hundred years. "
    "Last winter a flood closed the mines of Lorn for eleven weeks and the price of salt doubled in Kestria. "
    "What shall we do about it? "
    "We will build a pumping station at Lorn so that no flood closes the mines again. "
    "The pumping station costs forty million crowns, and Kestria will pay half of it from the salt tax. "
    "But that is not enough. "
    "We ask the neighbours of Kestria to open their markets to the salt of Lorn. "
    "I thank you for your attention, and may God bless Kestria."
)
TOAST = (
    "Herring feeds the coast of Kestria, and the herring fleet of Vesk needs a new harbour. "
    "The harbour of Vesk will be deep enough for forty herring boats by the summer of 2033. "
    "Nobody in Vesk will pay a harbour fee for herring before the harbour is open."
)
HEARING = """THE CHAIR: The committee hears two witnesses on the closure of the mines of Lorn today.

MS. QUILL: The mines of Lorn were closed because the pumps of the company were forty years old and failed in one night.

MR. BRANDT: The company knew of the old pumps of the mines for six years and did not replace a single one of them.

THE CHAIR: The committee will send a report on the pumps of the mines to the council in May.
"""


@pytest.fixture(scope="module")
def papers(over: Over) -> Pipeline:
    """An article, two speeches of one man in two years, and a hearing."""
    speeches = [
        ("speech-2032", "Address by Perrin Salter to the Council of Kestria", "2032-09-20", SPEECH),
        ("toast-2033", "Speech by Perrin Salter at the Fair of Vesk", "2033-05-01", TOAST),
    ]
    records = [
        {"id": key, "title": title, "date": day, "speaker": "Perrin Salter", "text": text, "source": "Kestria Archive"}
        for key, title, day, text in speeches
    ]
    return over(
        {
            "2031-03-02-ferry.txt": FERRY,
            "speeches.jsonl": "\n".join(map(json.dumps, records)),
            "2031-10-04-hearing.txt": HEARING,
        }
    )


@pytest.fixture(scope="module")
def one(over: Over) -> Pipeline:
    return over({"2031-03-02-ferry.txt": FERRY})


def sound(pipeline: Pipeline, answer: Answer) -> list[str]:
    """Return the cited words of an answer that is no refusal and whose every citation stands in its document."""
    assert answer.status == "answered"
    for each in answer.citations:
        assert each.check == "verified"
        assert pipeline.document(each.doc).text[each.start : each.end] == each.text
    assert unsupported(answer, pipeline.store.catalog) == ()
    return [each.text for each in answer.citations]
