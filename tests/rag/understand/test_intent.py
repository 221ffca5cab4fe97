from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rag.pipeline import Pipeline
from rag.records import Query, Turn
from tests.conftest import NewStore, pipeline_over
from tests.rag.conftest import Over


def asked(pipeline: Pipeline, question: str) -> Query:
    return pipeline.understand(Turn(question))


@pytest.mark.parametrize(
    ("question", "kind", "speaker", "topic"),
    [
        ("What did Odran Tell say about the harbour?", "statements", "Odran Tell", "the harbour"),
        ("what has odran tell said about jobs", "statements", "odran", "jobs"),
        ("Please tell me what Brandt said about bearings.", "statements", "Brandt", "bearings"),
        ("Has Quill commented on the berths?", "statements", "Quill", "the berths"),
        ("What is Quill's stance on the harbour?", "statements", "Quill", "the harbour"),
        ("According to Palo Brandt, how long will it close?", "statements", "Palo Brandt", "how long will it close"),
        ("What did Mayor Tell say to Brandt about the market?", "statements", "Mayor Tell", "the market"),
        ("Who said something about berths?", "statements", None, "berths"),
        ("Who said what about berths?", "statements", None, "berths"),
        ("Tell quotes about the harbour", "statements", "Tell", "the harbour"),
        ("Summarize what Quill said about berths", "overview", "Quill", "berths"),
        ("What is Ana Burns' position on jobs?", "statements", "Ana Burns", "jobs"),
        ("brandt bearings", "statements", "brandt", "bearings"),
        ("harbour cost", "fact", None, "harbour cost"),
        ("What did Odran Tell build?", "fact", None, "What did Odran Tell build"),
        ("How much does Tell say the harbour costs?", "statements", "Tell", "the harbour costs"),
        ("How long did Quill say the fishermen would wait?", "statements", "Quill", "the fishermen would wait"),
        ("Who is Palo Brandt?", "fact", None, "Who is Palo Brandt"),
        ("When did Tell open the harbour?", "fact", None, "When did Tell open the harbour"),
        ("List all statements by Tell about the harbour.", "list", "Tell", "the harbour"),
        ("Everything Quill said about the fishermen", "list", "Quill", "the fishermen"),
        ("How many times did Brandt mention the bearings?", "list", "Brandt", "the bearings"),
        ("Timeline of Tell's statements on the harbour", "timeline", "Tell", "the harbour"),
        ("How has Tell's position on the harbour changed?", "timeline", "Tell", "the harbour"),
        ("What did Tell say about the harbour over time?", "timeline", "Tell", "the harbour"),
        ("Hello there!", "chat", None, ""),
        ("What can you do?", "chat", None, ""),
        ("What documents do you have?", "catalog", None, ""),
    ],
)
def test_kind_speaker_and_topic(gazette: Pipeline, question: str, kind: str, speaker: str | None, topic: str) -> None:
    query = asked(gazette, question)
    assert (query.kind, query.speaker, query.topic) == (kind, speaker, topic)


@pytest.mark.parametrize(
    ("question", "speaker", "quotation"),
    [
        ('Did Tell say "It will bring three hundred jobs"?', "Tell", "It will bring three hundred jobs"),
        ("Did Mira Quill really say that “nobody asked the fishermen”?", "Mira Quill", "nobody asked the fishermen"),
        ("Is it true that Brandt said «the bearings are worn out»?", "Brandt", "the bearings are worn out"),
        ("Who said “They will lose their berths”?", None, "They will lose their berths"),
        ("Is this quote real: “The harbour cost forty million crowns”?", None, "The harbour cost forty million crowns"),
        ("Did Brandt say ‘we can’t repair it under traffic’?", "Brandt", "we can’t repair it under traffic"),
        ("Can I print this: Brandt said “the bearings are worn out”", "Brandt", "the bearings are worn out"),
        ("is it ok to run “nobody asked the fishermen”, said Mira Quill", "Mira Quill", "nobody asked the fishermen"),
        ("“They will lose their berths” - was that Tell?", "Tell", "They will lose their berths"),
        ("“They will lose their berths”: is that really from Mira Quill?", "Mira Quill", "They will lose their berths"),
        ("Is this right: Tell said “It will bring three hundred jobs”?", "Tell", "It will bring three hundred jobs"),
        ("Check: “It will bring three hundred jobs”", None, "It will bring three hundred jobs"),
        ("Brandt said: “the bearings are worn out”", "Brandt", "the bearings are worn out"),
        ("“The bearings are worn out,” said Brandt.", "Brandt", "The bearings are worn out,"),
        ("“Nobody asked the fishermen,” Mira Quill said.", "Mira Quill", "Nobody asked the fishermen,"),
    ],
)
def test_words_in_marks_are_checked(gazette: Pipeline, question: str, speaker: str | None, quotation: str) -> None:
    query = asked(gazette, question)
    assert (query.kind, query.speaker, query.quotation) == ("quote_check", speaker, quotation)


@pytest.mark.parametrize(
    "question",
    [
        "What did Tell mean by “forty million”?",
        "Which town urged its people to “stay at home”?",
        "Why is the bridge called “the old lady”?",
        "Can the mayor close “the old lady” before May?",
        "Who made the remark about “the old lady”?",
        "Is the harbour in the “red zone” safe to use?",
    ],
)
def test_words_in_marks_that_are_only_mentioned(gazette: Pipeline, question: str) -> None:
    assert asked(gazette, question).kind != "quote_check"


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("What did Tell warn about in his farewell address?", "fact"),
        ("What did Tell warn the council of during the October debate on fares?", "fact"),
        ("what has Brandt complained about at the meeting", "fact"),
        ("What did Quill ask the mayor for in her letter?", "fact"),
        ("What did Tell promise the fishermen in his speech?", "fact"),
        ("What did Tell warn about the harbour in his speech?", "statements"),
        ("What did Tell say about the harbour in his speech?", "statements"),
    ],
)
def test_what_somebody_warned_of_on_an_occasion_is_a_fact(gazette: Pipeline, question: str, kind: str) -> None:
    assert asked(gazette, question).kind == kind


def test_counts_and_to_whom_it_was_said(gazette: Pipeline) -> None:
    assert asked(gazette, "How many times did Tell mention jobs?").counts
    assert not asked(gazette, "List everything Tell said about jobs").counts
    query = asked(gazette, "What did Brandt tell the Vesk Gazette about traffic?")
    assert (query.addressee, query.topic) == ("the Vesk Gazette", "traffic")
    query = asked(gazette, "What did Tell reply to Mira Quill?")
    assert (query.speaker, query.addressee) == ("Tell", "Mira Quill")
    query = asked(gazette, "What did Tell say to the harbour council about jobs?")
    assert (query.addressee, query.topic) == ("the harbour council", "jobs")


def test_what_was_read_is_named_and_can_be_taken_back(gazette: Pipeline) -> None:
    question = "What did Tell say about the harbour in March 2031?"
    query = asked(gazette, question)
    assert (query.since, query.until, query.inferred) == ("2031-03-01", "2031-03-31", ("speaker", "since", "until"))
    less = gazette.understand(Turn(question, without=("since", "until")))
    assert (less.since, less.until, less.inferred) == (None, None, ("speaker",))
    nobody = gazette.understand(Turn(question, without=("speaker",)))
    assert nobody.speaker is None
    assert "Tell" in nobody.topic


def test_what_the_user_set_goes_first(gazette: Pipeline) -> None:
    query = gazette.understand(Turn("What did Tell say in 2021?", speaker="Mira Quill", since="2031-01-01"))
    assert (query.speaker, query.since, query.until, query.inferred) == ("Mira Quill", "2031-01-01", None, ())


def test_the_year_of_a_fact_is_its_topic(gazette: Pipeline) -> None:
    assert asked(gazette, "What happened to the harbour in 2031?").since is None
    published = asked(gazette, "What do articles from 2031 say about the harbour cost?")
    assert (published.since, published.until) == ("2031-01-01", "2031-12-31")


@pytest.mark.parametrize(
    ("phrase", "names"),
    [
        ("Tell", ["Odran Tell"]),
        ("Mayor Tell", ["Odran Tell"]),
        ("the mayor", ["Odran Tell"]),
        ("Brant", ["Palo Brandt"]),
        ("Brandt's", ["Palo Brandt"]),
        ("Palo Brandtt", ["Palo Brandt"]),
        ("Ana Brandt", []),
        ("Quil", ["Mira Quill"]),
        ("Somebody Else", []),
    ],
)
def test_whom_a_phrase_names(gazette: Pipeline, phrase: str, names: list[str]) -> None:
    query = asked(gazette, f"What did {phrase} say about the harbour?")
    assert list(query.speakers) == names


NAMESAKES = ("Washington Tell", "Julie Bishop", "Odran B. Quill", "Odran C. Quill", "Odran Palo Quill")


@pytest.fixture(scope="module")
def namesakes(over_each_store: Over) -> Pipeline:
    text = "---\nspeaker: {}\n---\nThe harbour is deep, and the market is open.\n"
    return over_each_store({f"{name}.md": text.format(name) for name in NAMESAKES})


@pytest.mark.parametrize(
    ("phrase", "names"),
    [
        ("Washington Tell", {"Washington Tell"}),
        ("Julie Bishop", {"Julie Bishop"}),
        ("Odran B. Quill", {"Odran B. Quill"}),
        ("Odran Palo Quill", {"Odran Palo Quill"}),
        ("Quill", {"Odran B. Quill", "Odran C. Quill", "Odran Palo Quill"}),
        ("Mr. Quill", {"Odran B. Quill", "Odran C. Quill", "Odran Palo Quill"}),
    ],
)
def test_a_whole_name_is_one_person_and_a_surname_all_who_have_it(
    namesakes: Pipeline, phrase: str, names: set[str]
) -> None:
    assert set(asked(namesakes, f"What did {phrase} say about the harbour?").speakers) == names


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(max_size=300).filter(str.strip),
    st.lists(st.text(max_size=80), max_size=3),
    st.sampled_from([None, "2031", "2031-03"]),
)
def test_any_text_is_understood_and_keeps_its_filters(
    gazette: Pipeline, question: str, history: list[str], since: str | None
) -> None:
    turn = Turn(question, tuple(history), since=since, document="*.txt")
    if not question.split():
        return
    query = gazette.understand(turn)
    assert query.document == "*.txt"
    assert since is None or query.since == since


@pytest.mark.parametrize("unit", ["What did ", "“", "the ", "in 2021 and ", "Tell said ", "A ", "what about "])
def test_a_long_question_takes_time_with_its_length(gazette: Pipeline, unit: str) -> None:
    quarter, whole = (seconds_of(gazette, (unit * 2_000)[:length]) for length in (500, 2_000))
    # Four times the question: with the square it would be sixteen times the time.
    assert whole < 9 * max(quarter, 0.05)


def seconds_of(pipeline: Pipeline, question: str) -> float:
    started = time.process_time()
    pipeline.understand(Turn(question, (question,)))
    return time.process_time() - started


@pytest.mark.parametrize(
    "question",
    [
        "Что сказал Лукашенко о Польше?",
        "Що Лукашенко сказав про Польщу?",
        "Што сказаў Лукашэнка пра Польшчу?",
        "Co powiedział Łukaszenka o Polsce?",
    ],
)
def test_a_question_in_another_language_finds_the_english_words(sample: Pipeline, question: str) -> None:
    query = sample.understand(Turn(question))
    assert (query.kind, query.speakers) == ("statements", ("Aleksandr Lukashenko",))
    answer = sample.ask(Turn(question))
    assert answer.status == "answered"
    assert any("We immediately informed Poland" in each.text for each in answer.citations)
    assert {each.speaker for each in answer.citations} == {"Aleksandr Lukashenko"}


@pytest.mark.parametrize("question", ["Что Телл сказал о рыбаках Брандта?", "Что сказал Тарновский о Брандте?"])
def test_names_in_a_topic_meet_across_scripts(gazette: Pipeline, question: str) -> None:
    terms = gazette.weigh(asked(gazette, question))
    assert any("brandt" in term.stems for term in terms)


@pytest.mark.parametrize(
    ("question", "since", "until"),
    [
        ("Что Телл сказал о мосте в 2031 году?", "2031-01-01", "2031-12-31"),
        ("Що Телл сказав у 2031 році про міст?", "2031-01-01", "2031-12-31"),
        ("Co Tell powiedział od 2030 roku o moście?", "2030-01-01", None),
    ],
)
def test_years_in_another_language(gazette: Pipeline, question: str, since: str, until: str | None) -> None:
    query = asked(gazette, question)
    assert (query.kind, query.since, query.until) == ("statements", since, until)
    assert "203" not in query.topic


def test_an_english_question_finds_words_in_another_language(new_store: NewStore, tmp_path: Path) -> None:
    text = (
        "«Мы открыли новый мост в Польшу», — сказал мэр Одран Тарновский.\n\n«Рыба подорожала», — сказала Мира Квилл.\n"
    )
    with pipeline_over({"most.txt": text}, tmp_path, new_store) as pipeline:
        answer = pipeline.ask(Turn("What did Odran Tarnovsky say about Poland?"))
    assert answer.status == "answered"
    assert len(answer.citations) == 1
    assert "Мы открыли новый мост в Польшу" in answer.citations[0].text
