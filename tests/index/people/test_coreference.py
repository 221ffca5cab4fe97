"""Whom "he" and "she" mean, and where a text does not decide."""

from __future__ import annotations

import pytest

from index.cues.tagging import tokenize
from index.people.coreference import CLOSE, Discourse
from index.people.people import People
from index.records import Statement
from rag.check.cite import LIKELY
from tests.index.analysed import over


def who(text: str, words: str, author: str | None = None) -> Statement:
    return next(each for each in over(text, words, author=author) if each.kind == "direct")


MEANT = [
    pytest.param(
        "Palo Brandt spoke first. “The dam is safe,” he said. Odran Tell disagreed with all of it.\n\n"
        "“Nobody believes that,” he said.",
        "Nobody believes",
        "Odran Tell",
        id="the subject of the sentence before, not who spoke last",
    ),
    pytest.param(
        "“We wait,” said Palo Brandt.\n\nOdran Tell, who runs the port, told a crowd in Vesk about his plans. "
        "“The cranes are coming,” he said.",
        "The cranes",
        "Odran Tell",
        id="a subject with an aside",
    ),
    pytest.param(
        "Palo Brandt criticised Odran Tell on Monday. “He has no plan,” he said.",
        "He has no plan",
        "Palo Brandt",
        id="the subject, not the object",
    ),
    pytest.param(
        "Odran Tell’s lawyer was not in Vesk. Palo Brandt filed the suit. “It will be long,” he said.",
        "It will be long",
        "Palo Brandt",
        id="the subject, not an owner",
    ),
    pytest.param(
        "Brigid Hollis teaches politics in Vesk. Governor Mark Tell has kept silent. “Voters will remember,” she said.",
        "Voters will",
        "Brigid Hollis",
        id="the given name tells the gender",
    ),
    pytest.param(
        "Palo Brandt lost his bet in May. Ondra Hollis published her study. “It took six years,” she said.",
        "It took six",
        "Ondra Hollis",
        id="her near a name tells the gender",
    ),
    pytest.param(
        "Ms. Quill arrived late, and Mr. Brandt with the papers. Ashley Quill opened the session. “We "
        "start,” she said.",
        "We start",
        "Ashley Quill",
        id="a title tells the gender",
    ),
    pytest.param(
        "Palo Brandt opened the hearing. “I knew Odran Tell well. Odran Tell was a good man,” he said.",
        "I knew Odran",
        "Palo Brandt",
        id="whom a quotation names is not its speaker",
    ),
    pytest.param(
        "Palo Brandt leads the council of Vesk. The Kestrian Dredging Company sued it. “We are calm,” he said.",
        "We are calm",
        "Palo Brandt",
        id="a company is no he",
    ),
    pytest.param(
        "By Odran Tell\n\nOpposition leader Tomas Brandt disagreed. “The tax is a mistake,” he said.",
        "The tax is",
        "Tomas Brandt",
        id="a byline takes no words",
    ),
    pytest.param(
        "Photograph by Odran Tell\n\nThe vote surprised farmer Palo Brandt. “I had given up,” he said.",
        "I had given up",
        "Palo Brandt",
        id="a credit takes no words",
    ),
    pytest.param(
        "In 1963, George Weller closed the schools of Vesk. “Never again will they be shared,” he said then.\n\n"
        "Palo Brandt will speak in Vesk on Sunday.",
        "Never again",
        "George Weller",
        id="words of another time",
    ),
    pytest.param(
        "Palo Brandt remembers 1963. In that year, he recalled, Governor George Weller stood in the door. "
        "Weller told the guards: “Not one step.”",
        "Not one step",
        "George Weller",
        id="another time within a recollection",
    ),
    pytest.param(
        "Mira Quill of the Vesk School of Fisheries counted them twice. “There are fewer,” she said.",
        "There are fewer",
        "Mira Quill",
        id="where somebody is from is no name",
    ),
]


@pytest.mark.parametrize(("text", "words", "speaker"), MEANT)
def test_whom_a_pronoun_means(text: str, words: str, speaker: str) -> None:
    assert who(text, words).speaker == speaker


def test_an_author_is_never_meant() -> None:
    text = "Odran Tell in Vesk\n\nThe mayor of Vesk came. “We are late,” he said."
    assert who(text, "We are late", author="Odran Tell").speaker != "Odran Tell"


UNSURE = [
    pytest.param(
        "Palo Brandt and Odran Tell met in Vesk on Monday. “The talks were good,” he said.",
        "The talks",
        {"Palo Brandt", "Odran Tell"},
        id="two subjects of one sentence",
    ),
    pytest.param(
        "When Palo Brandt called, Odran Tell’s brother Mark Tell answered, and Peter Brandt listened. "
        "“None of us will ever sign,” he said.",
        "None of us",
        None,
        id="men in a crowd of clauses",
    ),
    pytest.param(
        "“The dam holds,” Palo Brandt said. Odran Tell shook his head. “You have never seen it in spring.”",
        "You have never",
        {"Palo Brandt", "Odran Tell"},
        id="no cue after somebody else was told of",
    ),
    pytest.param(
        "“Tell her I will come,” Mira Quill said, and her husband Palo Brandt cut in. “We both will come to Vesk.”",
        "We both will",
        {"Mira Quill", "Palo Brandt"},
        id="somebody cuts in",
    ),
]


@pytest.mark.parametrize(("text", "words", "names"), UNSURE)
def test_where_two_are_close_nobody_is_named(text: str, words: str, names: set[str] | None) -> None:
    found = who(text, words)
    if names is None:
        assert found.speaker is None or found.confidence < LIKELY
    else:
        assert found.speaker is None
        assert set(found.candidates) == names
        assert found.confidence == 0.0


def test_the_margin_lowers_the_confidence() -> None:
    near = "Peter Brandt came on Monday. Odran Tell left on Friday. “It is over,” he said."
    alone = "Peter Brandt came on Monday. “It is over,” he said."
    assert who(near, "It is over").confidence < LIKELY <= who(alone, "It is over").confidence


def test_a_rival_with_more_than_the_share_makes_it_unsure() -> None:
    assert 0.5 < CLOSE < 1.0


def test_marks_hide_what_is_between_them() -> None:
    text = "Palo Brandt spoke. Odran Tell"
    people = People(text)
    discourse = Discourse(people.resolve, people.kind, text)
    discourse.read(tokenize(text, [(0, 18, -1)]))
    discourse.read(tokenize(text, [(19, len(text), 0)]))
    assert discourse.meant("he", len(text)).name == "Palo Brandt"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“It is closed,” said Ana Ruiz of the University of Vesk School of Law.", "Ana Ruiz"),
        ("“It is closed,” said CFO Mark Brandt.", "Mark Brandt"),
        ("“It is closed,” said the Kestrian Society for Public Medicine.", "the Kestrian Society for Public Medicine"),
        ("Ana Ruiz, director of records said: “It is closed.”", "Ana Ruiz"),
        ("“It is closed,” said Vesk Gazette Editor-in-Chief Mark Brandt.", "Mark Brandt"),
        ("“It is closed,” Gov. J.B. Brandt said. Gov. J.B. Brandt left.", "J.B. Brandt"),
    ],
)
def test_a_name_is_whole_and_only_the_name(text: str, speaker: str) -> None:
    assert who(text, "It is closed").speaker == speaker


HELD = [
    pytest.param(
        "Palo Brandt said any captain who wants to dock “owes it to the crew of the port” to wait.",
        "owes it",
        "Palo Brandt",
        id="a wish within what is said",
    ),
    pytest.param(
        "Palo Brandt said the sailors who were saying that it was slow have not “read the tables of the port”.",
        "read the tables",
        "Palo Brandt",
        id="a saying within what is said",
    ),
    pytest.param(
        "The port asked Odran Tell, who wrote the tables, and a man who opposed the dam and had called "
        "it “a wall of lies”.",
        "a wall of lies",
        None,
        id="a relative clause that goes on",
    ),
    pytest.param(
        "Mayor Palo Brandt said the port will “open in the spring of the year”, while captain Odran "
        "Tell said it will not.",
        "open in the spring",
        "Palo Brandt",
        id="while somebody else",
    ),
]


@pytest.mark.parametrize(("text", "words", "speaker"), HELD)
def test_a_clause_inside_takes_no_words(text: str, words: str, speaker: str | None) -> None:
    found = who(text, words)
    assert found.speaker == speaker or (speaker is None and found.speaker not in {"Odran Tell"})
