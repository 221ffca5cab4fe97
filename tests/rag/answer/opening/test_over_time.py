"""First and last mentions, what changed, and both sides of a comparison in the first line and the first citations."""

from __future__ import annotations

import re

import pytest

from index.text.stems import content_words
from rag.answer.opening.directness import holds
from rag.answer.opening.of_parts import PartFound, parts_line
from rag.pipeline import Pipeline
from rag.records import Query, Turn
from tests.rag.conftest import Over

YEARS = {
    "2029.txt": (
        "date 2029-05-01 Council\n\n“The patriots of Vesk love the sea,” Mayor Odran Tell said.\n\n"
        "“The ferry will cost 40 crowns,” Tell said.\n\n“We trust the Kestrel company,” Mira Quill said.\n\n"
        "“The lighthouse is safe,” Tell said.\n"
    ),
    "2030.txt": (
        "date 2030-06-11 Council\n\n“Two Patriots guard the harbour of Vesk now,” Mayor Odran Tell said.\n\n"
        "“The ferry will cost 55 crowns,” Tell said.\n\n“The ferry must stay,” Mira Quill said.\n\n"
        "“The Kestrel company pays its workers late,” Quill said.\n"
    ),
    "2031.txt": (
        "date 2031-07-20 Council\n\n“Every Patriot needs a crew,” Mayor Odran Tell said.\n\n"
        "“The lighthouse is not safe,” Tell said.\n\n“We no longer buy from the Kestrel company,” Mira Quill said.\n\n"
        "“The ferry has carried us for years,” Quill said.\n\n“Nobody asked us about the ferry,” Ilse Brandt said.\n"
    ),
}


@pytest.fixture(scope="module")
def years(over: Over) -> Pipeline:
    return over(YEARS)


ENDS = [
    ("When did Tell first mention Patriots?", "On 11 June 2030, Odran Tell [1]: the first of 2 sentences"),
    ("When did Odran Tell first speak of Patriots?", "On 11 June 2030, Odran Tell [1]: the first of 2 sentences"),
    ("When did Tell last mention Patriots?", "On 20 July 2031, Odran Tell [1]: the last of 2 sentences"),
    ("When did Tell first mention the ferry?", "On 1 May 2029, Odran Tell [1]: the first of 2 sentences"),
    ("When did Tell last mention the ferry?", "On 11 June 2030, Odran Tell [1]: the last of 2 sentences"),
    ("When did Quill first mention the ferry?", "On 11 June 2030, Mira Quill [1]: the first of 2 sentences"),
    ("When did Quill last talk about the ferry?", "On 20 July 2031, Mira Quill [1]: the last of 2 sentences"),
    ("When did Quill first mention the Kestrel company?", "On 1 May 2029, Mira Quill [1]: the first of 3 sentences"),
    ("When did Quill last mention the Kestrel company?", "On 20 July 2031, Mira Quill [1]: the last of 3 sentences"),
    ("When was the first time that Tell mentioned the lighthouse?", "On 1 May 2029, Odran Tell [1]: the first of 2"),
    ("When was the last time Tell mentioned the lighthouse?", "On 20 July 2031, Odran Tell [1]: the last of 2"),
    ("When did Brandt first mention the ferry?", "On 20 July 2031, Ilse Brandt [1]: the only sentence"),
    ("What is the latest thing Quill is on record as saying about the ferry?", "On 20 July 2031, Mira Quill [1]"),
    (
        "What is the most recent thing we have from Quill on the ferry?",
        "The newest of 3 documents of Mira Quill on “the ferry” is dated 20 July 2031:",
    ),
    ("What was the last statement by Mira Quill about the ferry?", "On 20 July 2031, Mira Quill [1]"),
    ("What was the first thing Tell is quoted as saying about the ferry?", "On 1 May 2029, Odran Tell [1]: the first"),
    ("What is the last statement Tell is reported as having said about Patriots?", "On 20 July 2031, Odran Tell [1]"),
    ("When did Quill first bring up the ferry, and why?", "On 11 June 2030, Mira Quill [1]: the first of 2 sentences"),
    ("When in these documents does Tell last raise the lighthouse?", "On 20 July 2031, Odran Tell [1]: the last of 2"),
]


@pytest.mark.parametrize(("question", "line"), ENDS)
def test_the_day_comes_first(years: Pipeline, question: str, line: str) -> None:
    answer = years.ask(Turn(question))
    assert answer.answer.startswith(line)
    assert answer.opening == answer.answer.split("\n")[0]


CHANGED = {
    "How has Tell's view of the lighthouse changed?": ["2029-05-01", "2031-07-20"],
    "Has Tell's position on the lighthouse changed?": ["2029-05-01", "2031-07-20"],
    "How did Tell's statements on the lighthouse change?": ["2029-05-01", "2031-07-20"],
    "Have Odran Tell's views on the lighthouse changed?": ["2029-05-01", "2031-07-20"],
    "How has Tell's opinion on the ferry changed?": ["2029-05-01", "2030-06-11"],
    "Has Tell's stance on the ferry changed?": ["2029-05-01", "2030-06-11"],
    "How have Tell's statements on the ferry changed?": ["2029-05-01", "2030-06-11"],
}
UNCHANGED = {
    "How has Quill's view of the ferry changed?": ["2030-06-11", "2031-07-20"],
    "Has Quill's position on the ferry changed?": ["2030-06-11", "2031-07-20"],
    "How have Quill's statements on the ferry changed?": ["2030-06-11", "2031-07-20"],
    "How has Quill's view of the Kestrel company changed?": ["2029-05-01", "2031-07-20"],
    "Has Mira Quill's position on the Kestrel company changed?": ["2029-05-01", "2031-07-20"],
}


@pytest.mark.parametrize("question", CHANGED)
def test_what_changed_is_said_first(years: Pipeline, question: str) -> None:
    answer = years.ask(Turn(question))
    assert re.match(
        r"One change found in \d+ sentences by Odran Tell from .*: .* \[1\] and .* \[2\] differ", answer.answer
    )
    assert [each.said_on for each in answer.citations[:2]] == CHANGED[question]


@pytest.mark.parametrize("question", UNCHANGED)
def test_no_change_is_said_with_both_ends(years: Pipeline, question: str) -> None:
    answer = years.ask(Turn(question))
    assert answer.answer.startswith("No change was found in ")
    assert [each.said_on for each in answer.citations[:2]] == UNCHANGED[question]


COMPARED = [
    ("Compare what Tell and Quill said about the ferry.", {"Odran Tell", "Mira Quill"}),
    ("Compare Tell and Quill on the ferry.", {"Odran Tell", "Mira Quill"}),
    ("Compare Tell's and Quill's views on the ferry.", {"Odran Tell", "Mira Quill"}),
    ("Compare the statements of Tell and Quill on the ferry.", {"Odran Tell", "Mira Quill"}),
    ("How do Tell and Quill differ on the ferry?", {"Odran Tell", "Mira Quill"}),
    ("What is the difference between Tell's and Quill's views on the ferry?", {"Odran Tell", "Mira Quill"}),
    ("Tell vs Quill on the ferry", {"Odran Tell", "Mira Quill"}),
    ("Compare Quill and Brandt on the ferry.", {"Mira Quill", "Ilse Brandt"}),
    ("Compare what Brandt and Tell said about the ferry.", {"Ilse Brandt", "Odran Tell"}),
    ("Contrast Tell and Brandt on the ferry.", {"Ilse Brandt", "Odran Tell"}),
    ("How do Brandt and Quill differ on the ferry?", {"Ilse Brandt", "Mira Quill"}),
    ("What did Tell and Quill say about the ferry?", {"Odran Tell", "Mira Quill"}),
    ("Do Tell and Quill agree about the ferry?", {"Odran Tell", "Mira Quill"}),
    ("Where do Brandt and Quill disagree on the ferry?", {"Ilse Brandt", "Mira Quill"}),
    ("Who is tougher on the ferry, Tell or Brandt?", {"Ilse Brandt", "Odran Tell"}),
    ("Is Quill or Brandt more critical of the ferry?", {"Ilse Brandt", "Mira Quill"}),
    ("What do Tell and Brandt have in common on the ferry?", {"Ilse Brandt", "Odran Tell"}),
    ("Tell or Quill: who speaks more about the ferry?", {"Odran Tell", "Mira Quill"}),
]


@pytest.mark.parametrize(("question", "speakers"), COMPARED)
def test_both_sides_come_first(years: Pipeline, question: str, speakers: set[str]) -> None:
    answer = years.ask(Turn(question))
    assert {each.speaker for each in answer.citations[:2]} == speakers
    assert [each.n for each in answer.citations] == list(range(1, len(answer.citations) + 1))
    assert re.match(r"Both speak of the ferry: \w+, “[^”]+” \[1\]; \w+, “[^”]+” \[2\]\.\n", answer.answer)


def test_a_side_without_words_is_named(years: Pipeline) -> None:
    answer = years.ask(Turn("Compare Tell and Brandt on the lighthouse."))
    line = answer.answer.split("\n")[0]
    assert re.match(r"Tell speaks of the lighthouse: “[^”]+” \[1\]; no sure answer was found for Brandt\.$", line)


@pytest.mark.parametrize(
    "question",
    ["When and where did Brandt speak about the ferry?", "When and why did Tell speak about the lighthouse?"],
)
def test_two_asking_words_are_two_whole_questions(years: Pipeline, question: str) -> None:
    asked = [each.question for each in years.ask(Turn(question)).parts]
    rest = question.split(" ", 3)[3]
    assert [each.split(" ", 1)[1] for each in asked] == [rest, rest]


NAMED = {
    "2029.txt": (
        "date 2029-05-01 Council\n\n“A Kestrel has come to Vesk,” Mayor Odran Tell said.\n\n"
        "“The Osprey flies,” Mira Quill said.\n"
    ),
    "2030.txt": (
        "date 2030-06-11 Council\n\n“We wait for the Kestrel boats at Vesk,” Odran Tell said.\n\n"
        "“The Osprey trains are late,” Mira Quill said.\n\n“The Lantern prize is dear,” Ilse Brandt said.\n"
    ),
    "2031.txt": "date 2031-07-20 Council\n\n“The Lantern goes to nobody,” Ilse Brandt said.\n",
}
BY_NAME = [
    ("When did Tell first speak about Kestrel boats?", "Kestrel itself is named earlier, on 1 May 2029 [2]."),
    ("When did Quill first mention Osprey trains?", "Osprey itself is named earlier, on 1 May 2029 [2]."),
    ("When did Brandt last mention the Lantern prize?", "Lantern itself is named later, on 20 July 2031 [2]."),
]


@pytest.mark.parametrize(("question", "told"), BY_NAME)
def test_a_mention_of_the_name_alone_is_told_too(over: Over, question: str, told: str) -> None:
    answer = over(NAMED).ask(Turn(question))
    assert answer.opening.endswith(told), answer.opening
    assert "only sentence" not in answer.answer


def test_a_topic_over_two_sentences_is_named_there(over: Over) -> None:
    texts = {
        "2030.txt": (
            "date 2030-05-01 Council\n\n“They shot at the Orlow works. It is the oldest gas plant of the land,” "
            "Mayor Odran Tell said.\n"
        ),
        "2031.txt": "date 2031-06-11 Council\n\n“Guards watch the Orlow gas plant,” Odran Tell said.\n",
    }
    answer = over(texts).ask(Turn("When did Tell first mention the Orlow gas plant?"))
    assert answer.opening.startswith("On 1 May 2030"), answer.answer
    assert "the oldest gas plant" in answer.citations[0].text


def test_one_sentence_is_not_called_no_change(over: Over) -> None:
    answer = over(NAMED).ask(Turn("How has Brandt's view of the Lantern prize changed?"))
    assert answer.opening == "One sentence was found, of 11 June 2030 [1]:"


VIEWS = {
    "Countries of the old tin trade must pay for the boats": False,
    "We must mend the boats of the tin trade with iron": False,
    "The tin trade must end": True,
    "The tin trade is a disgrace": True,
    "We reject the tin trade": True,
}


@pytest.mark.parametrize("text", VIEWS)
def test_a_view_is_direct_only_where_it_is_of_the_topic(text: str) -> None:
    assert holds(text, set(content_words("tin trade"))) is VIEWS[text]


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("We shut it", ""), "Tell [1] and Quill [2] both speak of it."),
        (("", "We sell it"), "Tell [1] and Quill [2] both speak of it."),
        (("We shut it", "We sell it"), "Both speak of it: Tell, “We shut it” [1]; Quill, “We sell it” [2]."),
    ],
)
def test_words_are_repeated_only_of_all(words: tuple[str, str], line: str) -> None:
    queries = [Query("", "statements", "", speaker=name) for name in ("Odran Tell", "Mira Quill")]
    names = zip(("Tell", "Quill"), queries, (1, 2), words, strict=True)
    assert parts_line([PartFound(name, query, n, words=said) for name, query, n, said in names]) == line


@pytest.mark.parametrize(
    ("parts", "line"),
    [
        ((1, False, 2, False), "Tell [1] and Quill [2] both speak of it."),
        ((1, False, 2, True), "Tell [1] speaks of it; near to it in meaning: Quill [2]."),
        ((1, True, 2, True), "Near in meaning to it: Tell [1] and Quill [2]."),
    ],
)
def test_only_who_names_the_topic_speaks_of_it(parts: tuple[int, bool, int, bool], line: str) -> None:
    queries = [Query("", "statements", "", speaker=name) for name in ("Odran Tell", "Mira Quill")]
    found = [PartFound("Tell", queries[0], *parts[:2]), PartFound("Quill", queries[1], *parts[2:])]
    assert parts_line(found).startswith(line)
    assert bool(parts_line(found)) is bool(line)


@pytest.mark.parametrize("loose", [(True, True), (True, False), (False, True)])
def test_of_whom_words_are_only_shown_for_the_topic_it_is_not_said_that_he_speaks_of_it(
    loose: tuple[bool, bool],
) -> None:
    queries = [Query("", "statements", "", speaker=name) for name in ("Odran Tell", "Mira Quill")]
    names = zip(("Tell", "Quill"), queries, (1, 2), loose, strict=True)
    line = parts_line([PartFound(name, query, n, is_loose=each) for name, query, n, each in names])
    assert line == "Words by Tell [1] and Quill [2] are shown for it."


def test_a_heading_has_no_capital_within_the_line() -> None:
    queries = [Query("", "statements", "", speaker=name) for name in ("Odran Tell", "Mira Quill")]
    headings = ("The mayor of Lorn", "The mayor of Vesk")
    lines = [
        parts_line([PartFound(name, query, n) for name, query, n in zip(headings, queries, numbers, strict=True)])
        for numbers in ((1, 2), (1, None))
    ]
    assert lines == [
        "The mayor of Lorn [1] and the mayor of Vesk [2] both speak of it.",
        "The mayor of Lorn [1] speaks of it; no sure answer was found for the mayor of Vesk.",
    ]


BESIDE = {
    "2029.txt": "date 2029-05-01 Council\n\n“The fares are fair,” Mira Quill said.\n\nFew came.\n",
    "2031.md": (
        "---\ntitle: Cutting fares hurts\ndate: 2031-07-20\n---\n\nThe letter went to the council of Vesk.\n\n"
        "“My budget is gone, and so are my evenings.” Says Mira Quill, an organiser.\n\nThe tram stood still.\n"
    ),
}


def test_a_later_paragraph_that_names_somebody_beside_the_topic_is_told_before_his_last_sure_words(over: Over) -> None:
    answer = over(BESIDE).ask(Turn("What is the latest thing Mira Quill said about fares?"))
    assert answer.opening == (
        "Mira Quill is named beside fares in a document of 20 July 2031 [1]; "
        "the last sentence surely by Mira Quill that names fares is of 1 May 2029 [2]."
    )
    assert answer.citations[0].text.startswith("“My budget is gone")
    assert answer.citations[1].text == "The fares are fair,"


def test_what_is_named_beside_before_the_last_words_changes_nothing(over: Over) -> None:
    answer = over(BESIDE).ask(Turn("What was the first thing Mira Quill said about fares?"))
    assert answer.opening.startswith("On 1 May 2029, Mira Quill [1]: the only sentence")
