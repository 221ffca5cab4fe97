"""Questions about documents as a whole: their kind, their first line, exact citations, and no refusal."""

from __future__ import annotations

import json
import time
from dataclasses import replace

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from rag.write.writer import Writer
from tests.rag.answer.broad.conftest import SPEECH, sound
from tests.rag.conftest import Over
from tests.rag.write.scripted import Scripted

ABOUT_ONE = [
    "What is this document about?",
    "what is this about",
    "wat is this about?",
    "main points",
    "What are the key points?",
    "give me the gist",
    "Summarise this article please",
    "sumarise the document",
    "tl;dr",
    "What is the article about?",
    "What is “The ferry of Vesk” about?",
    "Summarise the ferry article",
    "What does this text say?",
    *(
        OPENINGS := {
            "О чём этот документ?": "Главное из документа “The ferry of Vesk” (2 марта 2031), его словами:",
            "Про що цей документ?": "Головне з документа “The ferry of Vesk” (2 березня 2031), його словами:",
            "O czym jest ten dokument?": "Najważniejsze z dokumentu “The ferry of Vesk” (2 marca 2031), jego słowami:",
            "Worum geht es?": "Das Wichtigste aus “The ferry of Vesk” (2. März 2031), in dessen Worten:",
        }
    ),
]
MAIN_POINTS = "The main points of “The ferry of Vesk” (2 March 2031), in its own words:"


@pytest.mark.parametrize("question", ABOUT_ONE)
def test_what_one_document_is_about(one: Pipeline, question: str) -> None:
    answer = one.ask(Turn(question))
    said = sound(one, answer)
    assert answer.kind == "overview"
    assert answer.answer.startswith(OPENINGS.get(question, MAIN_POINTS))
    assert "The council of Vesk bought a second ferry for nine million crowns on Sunday." in said
    assert [each.start for each in answer.citations] == sorted(each.start for each in answer.citations)
    for unfit in ("He added", "Who will pay", "MORE:", "©", "By Ana Ruiz", "VESK, March"):
        assert not any(unfit in each for each in said)


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("key takeaways in three bullets", 3),
        ("Summarise it in one sentence", 1),
        ("two main points of this document", 2),
        ("Give me a short summary", 3),
        ("Summarise this in four sentences", 4),
    ],
)
def test_as_long_as_asked(one: Pipeline, question: str, number: int) -> None:
    answer = one.ask(Turn(question))
    assert len(sound(one, answer)) == number
    assert answer.answer.count("\n\n• ") == number
    assert answer.answer.startswith("The main point of" if number == 1 else "The main points of")


@pytest.mark.parametrize(
    ("question", "first", "holds", "number"),
    [
        (
            "Summarise Salter's speech of 2032",
            "Perrin Salter speaks in “Address by Perrin Salter to the Council of Kestria” (20 September 2032); the "
            "main "
            "points, in the speaker’s own words:",
            "pumping station",
            5,
        ),
        (
            "Summarise Salter's 2033 speech",
            "Perrin Salter speaks in “Speech by Perrin Salter at the Fair",
            "herring",
            3,
        ),
        ("summarise salter’s address to the council", "“Address by Perrin Salter to the Council of", "salt", 5),
        (
            "Summarise everything Perrin Salter said",
            "Perrin Salter speaks in 2 documents, from 20 September",
            "salt",
            5,
        ),
        ("What are Salter's main points?", "Perrin Salter speaks in 2 documents", "harbour", 5),
        ("Summarise Salter in two bullets", "Perrin Salter speaks in 2 documents", "Kestria", 2),
        (
            "summarise what Salter said about salt",
            "Perrin Salter names salt in 4 sentences of 1 document",
            "price of",
            4,
        ),
        ("summarise what Salter said about herring", "Perrin Salter names herring in 3 sentences of", "fleet", 3),
        ("Summarise what was said about the pumps", "The documents name the pumps in 5 sentences of 2", "failed", 5),
        (
            "Summarise the address to the council",
            "“Address by Perrin Salter to the Council of Kestria” (20 Sep",
            "salt",
            5,
        ),
        ("What is the hearing about?", "“Hearing” (4 October 2031) is a transcript in which ", "pumps", 4),
        ("overview of the mines of Lorn", "The documents name the mines of Lorn in ", "closed", 5),
    ],
)
def test_what_somebody_said_and_what_is_said(
    papers: Pipeline, question: str, first: str, holds: str, number: int
) -> None:
    answer = papers.ask(Turn(question))
    said = sound(papers, answer)
    assert answer.kind == "overview"
    assert answer.answer.startswith(first)
    assert holds in " ".join(said)
    assert len(said) == number
    assert not any(
        each.startswith(("Mr. President", "They have", "But that", "I thank", "What shall")) for each in said
    )
    days = [str(each.said_on or each.published) for each in answer.citations]
    assert days == sorted(days)


@pytest.mark.parametrize("question", ["What is this document about?", "main points", "Summarise the article"])
def test_where_it_is_unclear_which_document_is_meant(papers: Pipeline, question: str) -> None:
    answer = papers.ask(Turn(question))
    sound(papers, answer)
    assert answer.answer.startswith("The question does not say which document is meant. What 4 documents, from")
    assert (
        "Ask about one of them by its title: Speech by Perrin Salter at the Fair of Vesk (1 May 2033)" in answer.answer
    )
    assert len({each.doc for each in answer.citations}) > 2


@pytest.mark.parametrize(
    ("history", "question"),
    [
        (("What did Salter say about herring?",), "What is this speech about?"),
        (("What did Salter say about herring?", "thanks"), "summarise it"),
        (("Summarise Salter's speech of 2033", "how many documents"), "Summarise this in two bullets"),
    ],
)
def test_this_is_the_source_of_the_answer_before(papers: Pipeline, history: tuple[str, ...], question: str) -> None:
    answer = papers.ask(Turn(question, history=history))
    sound(papers, answer)
    assert {each.doc for each in answer.citations} == {"speeches.jsonl#toast-2033"}
    assert answer.answer.startswith("This is taken to be the source of the answer before.")


def test_a_document_that_is_set_is_the_one_meant(papers: Pipeline) -> None:
    answer = papers.ask(Turn("What is this about?", document="*toast*"))
    assert {each.doc for each in answer.citations} == {"speeches.jsonl#toast-2033"}
    assert answer.answer.startswith(
        "“Speech by Perrin Salter at the Fair of Vesk” (1 May 2033) is a speech by Perrin Salter;"
    )


def test_what_he_said_is_whose_the_conversation_is_about(papers: Pipeline) -> None:
    turn = Turn("Summarise what he said about salt", history=("What did Perrin Salter say about herring?",))
    assert papers.ask(turn).answer.startswith("Perrin Salter names salt in")


@pytest.mark.parametrize(
    ("question", "first", "topic"),
    [
        ("what topics are there?", "The names and phrases used most in 4 documents, from 2 March 2031", "Lorn, in "),
        ("main themes of these speeches", "The names and phrases used most in 4 documents", "Kestria, in "),
        ("Which topics are discussed?", "The names and phrases used most in 4 documents", "Vesk, in "),
        ("What are Salter's main themes?", "The names and phrases used most in Salter's words in 2", "Kestria, in "),
        (
            "List the topics of the address to the council",
            "The names and phrases used most in “Address by",
            "Lorn, in ",
        ),
    ],
)
def test_topics_are_counted_and_each_is_cited(papers: Pipeline, question: str, first: str, topic: str) -> None:
    answer = papers.ask(Turn(question))
    sound(papers, answer)
    assert answer.kind == "overview"
    assert answer.answer.startswith(first)
    assert f"\n\n• {topic}" in answer.answer
    assert answer.answer.count("\n\n• ") == len(answer.citations)


@pytest.mark.parametrize(
    "question",
    [
        "who speaks here?",
        "Who is quoted?",
        "who is quoted most",
        "which speakers are there",
        "How many speakers are there?",
        "list the speakers",
        "Who speaks in these documents?",
        "Who are the main speakers?",
        "Whose words are these?",
        "Wer spricht hier?",
        "Кто здесь говорит?",
        "Kto tu mówi?",
    ],
)
def test_who_speaks(papers: Pipeline, question: str) -> None:
    answer = papers.ask(Turn(question))
    sound(papers, answer)
    assert answer.kind == "overview"
    assert answer.answer.startswith(
        f"{answer.count} speakers have statements in 4 documents, from 2 March 2031 to 1 May"
    )
    assert "\n\n• Perrin Salter, 2 statements: “" in answer.answer


def test_who_speaks_in_one_document(papers: Pipeline) -> None:
    answer = papers.ask(Turn("Who speaks in the address to the council?"))
    sound(papers, answer)
    assert answer.answer.startswith("1 speaker has statements in “Address by Perrin Salter to the Council of Kestria”")


QUOTED = {
    "lamps.txt": (
        "Lamps for Vesk\n\n4 May 2031\n\nThe council bought ninety lamps on Monday. “They shine too far,” said "
        "Anna Weck, a baker. "
        "Emil Sand, who keeps the lock, called them “far too bright for herons”. Most people were for the lamps, and "
        "several people said that they would pay for more. Vesk Light said that the lamps last for nine years.\n"
    )
}


@pytest.mark.parametrize(
    "question",
    [
        "Who is quoted in Lamps for Vesk?",
        "Whose words are quoted in “Lamps for Vesk”?",
        "Who are the people quoted in Lamps for Vesk?",
        "Who gets quoted in Lamps for Vesk?",
        "Which people are quoted in Lamps for Vesk?",
        "Who speaks in Lamps for Vesk?",
    ],
)
def test_who_is_quoted_in_an_article(over: Over, question: str) -> None:
    pipeline = over(QUOTED)
    answer = pipeline.ask(Turn(question))
    sound(pipeline, answer)
    assert "Anna Weck and Emil Sand" in answer.answer
    assert "“far too bright for herons”" in answer.answer
    assert "everal people," not in answer.answer
    assert "Vesk Light," not in answer.answer


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Summarise what Salter said about unicorns", "statements"),
        ("Summarise the debate about unicorns", "fact"),
        ("Summarise what Zora Nemo said", "statements"),
        ("When was the unicorn article published?", "fact"),
    ],
)
def test_what_is_not_there_is_not_made_up(papers: Pipeline, question: str, kind: str) -> None:
    answer = papers.ask(Turn(question))
    assert (answer.kind, answer.status, answer.citations) == (kind, "not_found", ())


@pytest.mark.parametrize(
    "question",
    [
        "How many miners work in the mines of Lorn?",
        "What did the council of Vesk buy?",
        "When will the ferry carry cars?",
        "What does the pumping station cost?",
    ],
)
def test_facts_beside_it_are_still_answered(papers: Pipeline, question: str) -> None:
    answer = papers.ask(Turn(question))
    assert (answer.kind, answer.status) == ("fact", "answered")


@pytest.mark.parametrize("question", ["What is this document about?", "how many documents", "hi", "who speaks here?"])
def test_with_a_chat_model_the_programs_answer_stands(one: Pipeline, question: str) -> None:
    model = Scripted(replies=["S1 | Nonsense.\n"], prompts=[])
    answer = replace(one, writer=Writer("scripted:one", model, 10)).ask(Turn(question))
    assert model.prompts == []
    assert answer.answer == one.ask(Turn(question)).answer


def test_the_sample_is_summarised(sample: Pipeline) -> None:
    answer = sample.ask(Turn("Summarise the main points of Lukashenko's remarks."))
    said = " ".join(sound(sample, answer))
    assert answer.answer.startswith(
        "Aleksandr Lukashenko speaks in “Lukashenko instructs Permanent Representative to UN”"
    )
    assert "Our main task is to stand by Trump" in said
    assert "We are allies of Russia" in said


def test_many_documents_are_answered_in_time(over: Over) -> None:
    """A thousand documents: the work is bounded by what is read, not by what there is."""
    texts = [
        {
            "id": f"d{n}",
            "title": f"Paper {n}",
            "date": f"20{n % 40:02}-01-01",
            "text": f"The mill of town {n} burns coal.",
        }
        for n in range(1_000)
    ]
    pipeline = over({"many.jsonl": "\n".join(map(json.dumps, texts))})
    for question in ("what are these documents about?", "what topics are there?", "how many documents", "who speaks?"):
        started = time.process_time()
        assert pipeline.ask(Turn(question)).status == "answered"
        assert time.process_time() - started < 2


def test_a_speech_is_not_what_only_quotes_the_speaker(over: Over) -> None:
    speech = {"id": "s", "title": "Address", "date": "2032-09-20", "speaker": "Perrin Salter", "text": SPEECH}
    news = "Vesk mourns\n\n“The mines of Lorn are closed,” Perrin Salter said in Vesk on Monday.\n"
    pipeline = over({"s.jsonl": json.dumps(speech), "2032-09-21-news.txt": news})
    said = pipeline.ask(Turn("Summarise Salter's speech of 2032"))
    assert {each.doc for each in said.citations} == {"s.jsonl#s"}
    assert "in 2 documents" in pipeline.ask(Turn("Summarise what Salter said")).answer


def test_a_topic_that_a_text_lets_speak_is_a_topic(over: Over) -> None:
    text = (
        "“We cannot wait for coal,” said Odran Tell.\n\nSalt tax said it all. The salt tax of Vesk doubled last year.\n"
    )
    answer = over({"a.txt": text}).ask(Turn("give me an overview of the salt tax"))
    assert answer.answer.startswith("The documents name the salt tax in ")


@pytest.mark.parametrize(
    ("question", "document"),
    [
        ("Summarise the latest speech", "speeches.jsonl#toast-2033"),
        ("Summarise Salter's last speech", "speeches.jsonl#toast-2033"),
        ("What is Salter's first speech about?", "speeches.jsonl#speech-2032"),
        ("What is the oldest document about?", "2031-03-02-ferry.txt"),
        ("main points of the most recent document", "speeches.jsonl#toast-2033"),
    ],
)
def test_the_newest_and_the_oldest(papers: Pipeline, question: str, document: str) -> None:
    answer = papers.ask(Turn(question))
    sound(papers, answer)
    assert {each.doc for each in answer.citations} == {document}
