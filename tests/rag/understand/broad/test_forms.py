from __future__ import annotations

import time

import pytest

from rag.pipeline import Pipeline
from rag.records import Query, Turn
from rag.understand.broad import other_languages
from rag.understand.broad.forms import with_days
from rag.understand.broad.small_talk import small_talk


def asked(pipeline: Pipeline, question: str) -> Query:
    return pipeline.understand(Turn(question))


THIS = [
    "What is this document about?",
    "what is this about",
    "What's it about?",
    "wat is this about",
    "Tell me what this is about",
    "main points",
    "What are the main points?",
    "give me the gist",
    "Could you please give me a brief summary of this article?",
    "sumarise the documnet",
    "Sum it up for me",
    "tl;dr",
    "What does this article say?",
    "Main points of this speech please, short",
    "Can you summarise this for me please?",
    "I only have a minute: what is this about?",
    "I am in a hurry, give me the gist",
]


@pytest.mark.parametrize("question", THIS)
def test_a_summary_of_what_lies_before_one(gazette: Pipeline, question: str) -> None:
    query = asked(gazette, question)
    assert query.broad is not None
    assert (query.kind, query.broad.aspect, query.broad.points) == ("overview", "summary", True)
    assert (query.speaker, query.topic) == (None, "")


@pytest.mark.parametrize(
    ("question", "speaker", "topic", "named"),
    [
        ("Summarise Tell's speech at the opening", "Tell", "", "the opening"),
        ("summarise what Tell said about the harbour", "Tell", "the harbour", ""),
        ("Summarize everything Odran Tell said", "Odran Tell", "", ""),
        ("Summarise the main points of Tell's remarks.", "Tell", "", ""),
        ("What are Tell's main points?", "Tell", "", ""),
        ("What main points does Tell make?", "Tell", "", ""),
        ("What were Tell's main points in the message?", "Tell", "", ""),
        ("what are tell's key arguments in his message", "tell", "", ""),
        ("What were Tell's main points at the opening?", "Tell", "", "the opening"),
        ("summarise briefly what Quill said about berths", "Quill", "berths", ""),
        ("What is the gist of Quill's argument about berths?", "Quill", "berths", ""),
        ("Summarise the remarks by Palo Brandt on bearings", "Palo Brandt", "bearings", ""),
        ("Give me a summary of the bridge article", None, "", "bridge"),
        ("What is “The bridge over the Lenn” about?", None, "", "The bridge over the Lenn"),
        ("Summarise 2031-04-11-bridge.md", None, "", "2031-04-11-bridge.md"),
        ("Summarise the article about the bridge", None, "", "the bridge"),
        ("Summarise the closure of the bridge", None, "the closure of the bridge", ""),
        ("Give me an overview of the coverage of the harbour", None, "the coverage of the harbour", ""),
        ("Summarise what was said about the harbour", None, "the harbour", ""),
    ],
)
def test_a_summary_of_somebodys_words_or_a_topic(
    gazette: Pipeline, question: str, speaker: str | None, topic: str, named: str
) -> None:
    query = asked(gazette, question)
    assert query.broad is not None
    assert (query.kind, query.broad.aspect) == ("overview", "summary")
    assert (query.speaker, query.topic, query.broad.named) == (speaker, topic, named)


@pytest.mark.parametrize(
    ("question", "length"),
    [
        ("key takeaways in three bullets", 3),
        ("three key takeaways please", 3),
        ("Summarise it in one sentence", 1),
        ("A one-sentence summary of this document", 1),
        ("Summarise this in 4 bullet points.", 4),
        ("give me the 7 main points", 7),
        ("Give me a short summary", 3),
        ("Summarise this in 500 sentences", None),
        ("Summarise this in 99 sentences", 12),
        ("What is this about?", None),
    ],
)
def test_how_long_a_summary_is_asked_to_be(gazette: Pipeline, question: str, length: int | None) -> None:
    query = asked(gazette, question)
    assert query.broad is None or query.broad.length == length


@pytest.mark.parametrize(
    ("question", "aspect"),
    [
        ("what topics are there?", "topics"),
        ("which topics are covered", "topics"),
        ("main themes of these speeches", "topics"),
        ("What topics does Tell talk about?", "topics"),
        ("What are the recurring themes?", "topics"),
        ("List the topics", "topics"),
        ("who speaks here?", "speakers"),
        ("Who is quoted?", "speakers"),
        ("Who is quoted most often?", "speakers"),
        ("Which speakers are there?", "speakers"),
        ("Who is quoted in this article?", "speakers"),
        ("list all speakers", "speakers"),
        ("How many speakers are there?", "speakers"),
        ("when was this published", "published"),
        ("What is the date of this document?", "published"),
        ("When was the bridge article published?", "published"),
        ("what day is this from", "published"),
        ("When was this speech given?", "published"),
        ("how many documents", "count"),
        ("How many documents do you have?", "count"),
        ("How many articles are there by Tell?", "count"),
        ("How many documents are from 2031?", "count"),
        ("from when to when", "period"),
        ("What period do the documents cover?", "period"),
        ("What is the oldest document?", "period"),
        ("which documents do you have", "documents"),
        ("Show me all the documents", "documents"),
        ("What are the documents?", "documents"),
        ("what's in the index?", "documents"),
        ("Which documents mention the bearings?", "documents"),
        ("what sources", "sources"),
        ("Where do these articles come from?", "sources"),
        ("Who wrote this?", "author"),
        ("How long is this document?", "length"),
    ],
)
def test_what_else_is_asked_of_documents(gazette: Pipeline, question: str, aspect: str) -> None:
    query = asked(gazette, question)
    assert query.broad is not None
    assert query.broad.aspect == aspect
    assert query.kind == ("overview" if aspect in ("topics", "speakers") else "catalog")


FACTS = [
    "What is this bill about to change?",
    "How many documents did the FBI seize?",
    "Who speaks Polish in Vesk?",
    "When was the report on the harbour published by the council?",
    "What is the war about?",
    "What is the main reason for the closure?",
    "What are the main issues for fishermen?",
    "What are the points of the treaty?",
    "Who spoke at the opening of the harbour?",
    "When was the harbour opened?",
    "What is the date of the election?",
    "Who wrote the letter to the council?",
    "How many people were quoted a price?",
    "What sources of energy does Vesk have?",
    "How many sources did the police find?",
    "Which documents did the mayor sign?",
    "Who is the author of the plan?",
    "What is in the harbour?",
    "How old is the bridge?",
    "How long is the bridge?",
    "What does the document say about the harbour?",
    "Which people were quoted by Brandt?",
    "Who talks the most about the harbour?",
    "What topics of the exam were hard?",
    "Thanks to whom was the harbour built?",
    "Help for whom did the council vote?",
]


@pytest.mark.parametrize("question", FACTS)
def test_facts_are_not_taken_for_questions_about_documents(gazette: Pipeline, question: str) -> None:
    query = asked(gazette, question)
    assert (query.kind, query.broad) == ("fact", None)


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("What did Tell say about the documents?", "statements"),
        ("How many statements by Tell?", "list"),
        ("List all statements by Tell about the harbour.", "list"),
        ('Did Tell say "It will bring three hundred jobs"?', "quote_check"),
        ("Timeline of Tell's statements on the harbour", "timeline"),
    ],
)
def test_other_forms_keep_their_kind(gazette: Pipeline, question: str, kind: str) -> None:
    assert asked(gazette, question).kind == kind


@pytest.mark.parametrize(
    ("question", "aspect", "language"),
    [
        ("hi", "greeting", "en"),
        ("Hello!", "greeting", "en"),
        ("hey there :)", "greeting", "en"),
        ("Good morning", "greeting", "en"),
        ("helo", "greeting", "en"),
        ("привет", "greeting", "ru"),
        ("Добрий день!", "greeting", "uk"),
        ("Dzień dobry", "greeting", "pl"),
        ("Guten Tag", "greeting", "de"),
        ("thanks", "thanks", "en"),
        ("Thank you so much!", "thanks", "en"),
        ("thx", "thanks", "en"),
        ("дякую", "thanks", "uk"),
        ("dziękuję bardzo", "thanks", "pl"),
        ("Danke schön", "thanks", "de"),
        ("bye", "farewell", "en"),
        ("Who are you?", "help", "en"),
        ("what can you do", "help", "en"),
        ("Hi, what can I ask?", "help", "en"),
        ("help", "help", "en"),
        ("?", "help", "en"),
        ("помощь", "help", "ru"),
    ],
)
def test_small_talk(question: str, aspect: str, language: str) -> None:
    talk = small_talk(question)
    assert talk is not None
    assert (talk.aspect, talk.language) == (aspect, language)


@pytest.mark.parametrize(
    "question",
    ["Hello Tell said what?", "Thanks for the harbour, who built it?", "high", "helping whom?", "No war?", ""],
)
def test_what_only_begins_like_small_talk(question: str) -> None:
    assert small_talk(question) is None


@pytest.mark.parametrize(
    ("question", "aspect"),
    [
        ("О чём этот документ?", "summary"),
        ("Кратко", "summary"),
        ("Какие здесь темы?", "topics"),
        ("Кто здесь говорит?", "speakers"),
        ("Сколько документов?", "count"),
        ("Когда это опубликовано?", "published"),
        ("Про що цей документ?", "summary"),
        ("Які тут теми?", "topics"),
        ("Хто виступає?", "speakers"),
        ("Пра што гэты дакумент?", "summary"),
        ("O czym jest ten dokument?", "summary"),
        ("Streść to", "summary"),
        ("Jakie masz dokumenty?", "documents"),
        ("Worum geht es hier?", "summary"),
        ("Fasse das zusammen", "summary"),
        ("Wer spricht hier?", "speakers"),
        ("Wie viele Dokumente gibt es?", "count"),
        ("Wann wurde dieses Dokument veröffentlicht?", "published"),
    ],
)
def test_the_commonest_forms_in_other_languages(question: str, aspect: str) -> None:
    found = other_languages.broad(question)
    assert found is not None
    assert found.aspect == aspect


@pytest.mark.parametrize(
    "question",
    ["Кто говорит по-польски?", "Сколько документов подписал мэр?", "Wer spricht Polnisch?", "Co powiedział Tell?"],
)
def test_facts_in_other_languages(question: str) -> None:
    assert other_languages.broad(question) is None


@pytest.mark.parametrize(
    ("question", "with_day"),
    [
        ("Summarise Tell's speech of 2031", "Summarise Tell's speech in 2031"),
        ("Summarise Quill's 2031 speech at the council", "In 2031, summarise Quill's speech at the council"),
        (
            "What is Tell's 2031 State of the Town address about?",
            "In 2031, what is Tell's State of the Town address about",
        ),
        ("Summarise the speeches of June 2031", "Summarise the speeches in June 2031"),
        (
            "What were Tell's main points in the January 2031 message?",
            "In January 2031, what were Tell's main points in the message",
        ),
        ("Summarise the speech of 2 March 2031", "Summarise the speech on 2 March 2031"),
        ("Summarise the speeches in 2031 in two bullets", "In two bullets: summarise the speeches in 2031"),
    ],
)
def test_days_stand_where_they_are_read(question: str, with_day: str) -> None:
    assert with_days(question) == with_day


def test_days_of_a_speech_are_read(gazette: Pipeline) -> None:
    query = asked(gazette, "Summarise Tell's 2031 speech in two bullets")
    assert query.broad is not None
    assert (query.speaker, query.since, query.until, query.broad.length) == ("Tell", "2031-01-01", "2031-12-31", 2)


def test_reading_a_long_question_takes_no_longer_than_its_words(gazette: Pipeline) -> None:
    for part in ("the main points of ", "what is the ", "hi ", "summarise the speech by "):
        started = time.perf_counter()
        gazette.understand(Turn((part * 400)[:1_990]))
        assert time.perf_counter() - started < 2
