"""A document asked about by its name, in the ways people ask: never refused where it is there."""

from __future__ import annotations

import json

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.answer.broad.conftest import sound
from tests.rag.conftest import Over

REPORT = """Report on the fire at the Orlev weaving mill

Chapter 1: What happened

1. The fire at the Orlev weaving mill began at six in the evening of 4 May 2031 on the third floor of the mill.

2. Forty weavers left the mill by the eastern stairs, and two of them were taken to the hospital of Lorn.

3. The firemen of Lorn reached the mill within eleven minutes and had water on the roof by seven.

Chapter 2: Findings

4. A loose cable in the drying room of the mill started the fire, and nobody had looked at it for nine years.

5. The owners of the mill had been warned of the cable by the electrician Tove Marsk in two letters.

Chapter 3: Recommendations

6. Every mill of Lorn should have its cables looked at once a year by an electrician from outside.

Annex

The committee met nine times between June and October in the town hall of Lorn and heard sixty weavers there.
"""
SPEECH = """Rede von Jorun Halvik (Küstenbund)

Die Heringe vor Vesk sind seit zehn Jahren fast verschwunden, und die Fischer wissen, warum es so gekommen ist.

Wir fordern von der Regierung ein Verbot der großen Netze in der ganzen Bucht von Vesk bis zum Sommer.

Ein solches Verbot kostet die Gemeinde zwei Millionen Kronen, und es rettet vierhundert Arbeitsplätze im Hafen.
"""
INTERVIEW = """Wywiad z Haliną Brzezową

Dwanaście domów w Starym Lesie nie nadaje się do zamieszkania po wiosennej powodzi nad rzeką Wirą.

Gmina zapłaciła za nowy most trzy miliony złotych i otworzyła go w czerwcu tego roku.
"""


REPLY = """Lorn Mills: our answer to the report on the fire at the Orlev weaving mill

Lorn Mills has read the report on the fire and will have the cables of all its mills looked at before the winter.
"""


@pytest.fixture(scope="module")
def papers(over: Over) -> Pipeline:
    return over({"orlev-report.txt": REPORT, "kuestenbund.txt": SPEECH, "rozmowa.txt": INTERVIEW, "reply.txt": REPLY})


@pytest.mark.parametrize(
    "question",
    [
        "whats in the Orlev report, in short? main findings please",
        "What is in the Orlev report?",
        "tl;dr the Orlev report",
        "give me the gist of the Orlev report, roughly",
        "Was steht in dem Bericht über Orlev?",
    ],
)
def test_a_report_is_summed_up_by_what_it_finds(papers: Pipeline, question: str) -> None:
    said = sound(papers, papers.ask(Turn(question)))
    assert any("A loose cable in the drying room" in each for each in said)
    assert any("Every mill of Lorn should have" in each for each in said)
    assert not any("The committee met" in each or "The firemen of Lorn" in each for each in said)


@pytest.mark.parametrize(
    ("question", "holds", "holds_not"),
    [
        ("What does the Orlev report find?", "A loose cable", "Every mill of Lorn"),
        ("Main findings of the Orlev report please", "A loose cable", "Every mill of Lorn"),
        ("What did the Orlev mill report conclude?", "A loose cable", "Every mill of Lorn"),
        ("What does the Orlev report recommend?", "Every mill of Lorn", "A loose cable"),
        ("list the recommendations of the Orlev report", "Every mill of Lorn", "A loose cable"),
    ],
)
def test_what_a_report_finds_or_recommends_alone(papers: Pipeline, question: str, holds: str, holds_not: str) -> None:
    said = " ".join(sound(papers, papers.ask(Turn(question))))
    assert holds in said
    assert holds_not not in said


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("Fass mir die Rede von Jorun (Küstenbund) kurz zusammen", "Verbot der großen Netze"),
        ("Worum geht es in der Rede von Jorun Halvik?", "Verbot der großen Netze"),
        ("Zusammenfassung der Rede von Halvik bitte", "Verbot der großen Netze"),
        ("summarise the speech of Jorun Halvik", "Verbot der großen Netze"),
        ("Streść wywiad z Haliną Brzezową", "Dwanaście domów"),
        ("O czym jest wywiad z Haliną Brzezową?", "Dwanaście domów"),
        ("Résume-moi le discours de Jorun Halvik", "Verbot der großen Netze"),
        ("Перескажи кратко речь Jorun Halvik", "Verbot der großen Netze"),
    ],
)
def test_a_document_named_in_another_language(papers: Pipeline, question: str, holds: str) -> None:
    assert any(holds in each for each in sound(papers, papers.ask(Turn(question))))


@pytest.mark.parametrize(
    "question",
    [
        "What are all these documents about, roughly, and who speaks in them?",
        "what are these documents about, and who speaks in them",
        "Tell me what all the documents are about and who is quoted in them",
        "What are the files about, more or less?",
        "give me the gist of all the documents",
        "tl;dr all of these",
    ],
)
def test_all_documents_at_once(papers: Pipeline, question: str) -> None:
    sound(papers, papers.ask(Turn(question)))


@pytest.mark.parametrize(
    "question",
    [
        "What is in the Kallin report?",
        "Fass mir die Rede von Odran Tell zusammen",
        "What does the report say the president of Brazil ate?",
    ],
)
def test_a_document_that_is_not_there_is_not_made_up(papers: Pipeline, question: str) -> None:
    assert papers.ask(Turn(question)).status == "not_found"


MINUTES = """---
title: "2031-05-10"
date: 2033-01-04
---

# Minutes of the pier committee

The pier committee of Vesk agreed that the pier is to be mended by the masons of Lorn before the winter.

The committee asks the council for nine thousand crowns for the lamps of the pier.
"""


@pytest.fixture(scope="module")
def minutes(over: Over) -> Pipeline:
    return over({"minutes_2031-05-10.md": MINUTES, "orlev-report.txt": REPORT})


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("Summary of the pier committee minutes of 10 May 2031", "answered"),
        ("Summary of the minutes of the pier committee of May 2031", "answered"),
        ("Summary of the pier committee minutes of 11 May 2031", "not_found"),
    ],
)
def test_a_day_in_its_name_is_its_day_whenever_it_was_published(minutes: Pipeline, question: str, status: str) -> None:
    answer = minutes.ask(Turn(question))
    assert answer.status == status
    assert {each.doc for each in answer.citations} <= {"minutes_2031-05-10.md"}


ADDRESS = "\n\n".join(
    f"The school of Orlow has taught pilots of river {n} for a hundred years. It must teach pilots of the sea too."
    for n in range(6)
)


@pytest.fixture(scope="module")
def addresses(over: Over) -> Pipeline:
    notice = {"id": "notice", "title": "Notice of the quay", "date": "2031-10-06", "text": "The quay of Vesk is shut."}
    return over({"address-2031.txt": f"{ADDRESS}\n", "notices.jsonl": json.dumps(notice) + "\n"})


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("What are the main points of the pilots' 2031 Orlow address?", "answered"),
        ("What are the main points of the pilots' 2030 Orlow address?", "not_found"),
    ],
)
def test_a_year_in_the_name_of_a_file_without_a_day_is_its_year(
    addresses: Pipeline, question: str, status: str
) -> None:
    answer = addresses.ask(Turn(question))
    assert answer.status == status, answer.answer
    assert {each.doc for each in answer.citations} <= {"address-2031.txt"}
