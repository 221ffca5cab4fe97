"""Speakers whom documents name only by a post: they are its one holder where other documents name that one."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from rag.understand.people.unnamed import with_notice_of_unheld
from tests.rag.conftest import Over

SITE = "Office of the President"
SPEECHES = (
    ("named", "2031-04-12", SITE, "Walls and rivers – address by President Mira Quillon",
     "I thank the builders of our walls. We shall build more of them."),
    ("land", "2031-02-03", SITE, "Address by the President of Latvia on rivers",
     "I know that clean rivers cost money. We pay for our clean rivers."),
    ("bare", "2030-09-09", SITE, "Address by the President to the fishermen",
     "I know that our boats are old. We buy new boats."),
    ("other", "2031-02-03", "Office of the Mayor of Vesk", "Address by the President to the club",
     "I love our trains. We want more trains."),
    ("long ago", "2019-02-03", SITE, "Address by the President of Estonia",
     "I hate our roads. We close the roads."),
    ("news", "2031-05-01", "Daily", "Latvian President Mira Quillon at the harbour",
     "Latvian President Mira Quillon said on Monday: “The harbour is ours.”\n"),
)  # fmt: skip


@pytest.fixture(scope="module")
def site(over: Over) -> Pipeline:
    fields = ("id", "date", "source", "title", "text")
    return over({"site.jsonl": "\n".join(json.dumps(dict(zip(fields, each, strict=True))) for each in SPEECHES)})


def test_words_under_a_post_are_found_by_its_holders_name_and_that_is_said(site: Pipeline) -> None:
    answer = site.ask(Turn("What did Quillon say about clean rivers?"))
    assert "clean rivers" in answer.citations[0].text
    assert answer.notice == (
        "“The President of Latvia” is taken for Mira Quillon, who holds that post in these documents."
    )


def test_a_post_without_a_land_is_taken_for_nobody_where_several_sources_use_it(site: Pipeline) -> None:
    assert site.ask(Turn("What did Quillon say about old boats?")).status == "not_found"


def test_another_lands_post_is_not_hers(site: Pipeline) -> None:
    assert site.ask(Turn("What did Quillon say about roads?")).status == "not_found"


def test_who_is_asked_for_by_a_post_that_nobody_is_known_to_hold_is_asked_for_as_a_fact(site: Pipeline) -> None:
    query = site.understand(Turn("What did Kestria's rivers minister say about clean rivers?"))
    assert (query.kind, query.speaker, query.unheld) == ("fact", None, "Kestria's rivers minister")
    answer = site.ask(Turn("What did Kestria's rivers minister say about clean rivers?"))
    named = [each.speaker for each in answer.citations]
    assert "Mira Quillon" not in named
    told = with_notice_of_unheld(query, replace(answer, status="answered", notice=None))
    assert told.notice == "Nobody was recognised as “Kestria's rivers minister” in these documents."


@pytest.mark.parametrize(
    "question",
    [
        "Where does the Harbour Workers' Union stand on trains?",
        "What did the Vesk Rowing Association say about rivers?",
    ],
)
def test_a_body_that_nobody_is_known_to_speak_for_is_asked_for_as_a_fact(site: Pipeline, question: str) -> None:
    query = site.understand(Turn(question))
    assert (query.kind, query.speaker) == ("fact", None)
    assert query.unheld is not None
    answer = site.ask(Turn(question))
    told = with_notice_of_unheld(query, replace(answer, status="answered", notice=None))
    assert told.notice == f"No words were recognised as those of {query.unheld}."


def test_a_bodys_last_word_is_no_surname(site: Pipeline) -> None:
    assert "surname" not in site.ask(Turn("What did the Vesk Rowing Association say about rivers?")).answer
