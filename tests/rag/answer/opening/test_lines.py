"""The first line of an answer: yes or no, the day, the number, the name, the reason, who speaks, and when."""

from __future__ import annotations

import re

import pytest

from rag.answer.opening.wording import OF_IT, UNSURE
from rag.pipeline import Pipeline
from rag.records import Answer, Turn
from tests.rag.conftest import Over

GAZETTE = {
    "council.txt": (
        "date 2031-05-02 Council sits\n\n"
        "“We will close the ferry by winter,” Mayor Odran Tell told the council. “The ferry is old.”\n\n"
        "“I have never taken money from the harbour company,” Tell said.\n\n"
        "“I support the new school in Eskby,” Mira Quill said. “We must not raise the bread tax.”\n\n"
        "“I do not support the harbour tax,” Quill said.\n\n"
        "“If the storms go on, we may sell the lighthouse,” Tell said.\n\n"
        "“The people of Mardo want to sell the lighthouse,” Quill said.\n"
    ),
    "news.txt": (
        "Guard seal freed at Mardo\n\n"
        "date 2031-06-04 Calm weather at Mardo\n\n"
        "A 215-pound seal was freed from a net at Mardo on Tuesday, the harbour office said.\n\n"
        "The seal was freed by Ilse Brandt, a vet from Vesk.\n\n"
        "The harbour of Mardo was opened in 1954. The Lantern Tower of Mardo is 40 meters high.\n\n"
        "The regatta of Mardo was cancelled because the pier had burnt down.\n\n"
        "The pier of Mardo did not burn in the war. The old pier was repaired by the guild.\n\n"
        "The guild plans to sell the Crane House of Mardo.\n\n"
        "The swimming hall of Vesk has 240 seats. Jonas Heller died at the age of 44.\n\n"
        "The bridge of Quell will cost $26 million. The Salt Market was moved to Eskby in order to protect the wall.\n"
    ),
    "guild.txt": (
        "date 2032-01-09 Guild meets\n\n"
        "Guild master Petra Lund said: “The bread tax is a disgrace, and we reject it.”\n\n"
        "“Without the bread tax the schools of Eskby close,” Odran Tell said.\n\n"
        "“The bread tax feeds nobody,” Ilse Brandt said.\n\n"
        "“The ferry is the heart of Mardo,” Mira Quill said.\n"
    ),
}


@pytest.fixture(scope="module")
def gazette(over: Over) -> Pipeline:
    return over(GAZETTE)


def first_line(pipeline: Pipeline, question: str) -> tuple[Answer, str]:
    answer = pipeline.ask(Turn(question))
    return answer, answer.answer.split("\n")[0]


NEAR = r"(?:From the documents:|This may answer it)"
YES = [
    ("Did Tell say that the ferry is old?", r"Yes, says Odran Tell \(2 May 2031\) \[\d\]\."),
    ("Did Mayor Tell say the ferry is old?", r"Yes, says Odran Tell"),
    ("Has Tell mentioned the ferry?", r"Yes: Odran Tell speaks of it on 2 May 2031 \[\d\]\."),
    ("Did Quill talk about the bread tax?", r"Yes: Mira Quill speaks of it on 2 May 2031"),
    ("Did Lund speak about the bread tax?", r"Yes: Petra Lund speaks of it on 9 January 2032"),
    ("Did Quill say that she supports the new school in Eskby?", r"Yes, says Mira Quill"),
    ("Did Quill say she supports the harbour tax?", r"No: Mira Quill \(2 May 2031\) denies it \[\d\]\."),
    ("Did Tell say he has taken money from the harbour company?", r"(?:No: Odran Tell|What Odran Tell says of it)"),
    (
        "Did Tell say that the harbour tax is fair?",
        r"(?:What Odran Tell says of it|This may answer it|Near in meaning)",
    ),
    # What she says of it now or then is not what she said at the time.
    ("Did Quill talk about the bread tax when she was a baker?", r"(?!Yes)"),
    # He names a company of the harbour and a tax on bread, which is no mention of it.
    ("Did Tell mention the harbour tax?", "No sure answer about"),
    ("Did Tell say he will sell the lighthouse?", r"What Odran Tell says of it \[1\]:"),
    ("Did Quill say she wants to sell the lighthouse?", r"What Mira Quill says of it \[1\]:"),
    ("Did the pier of Mardo burn in the war?", r"No: a document of 4 June 2031 denies it \[\d\]\."),
    ("Did the guild sell the Crane House of Mardo?", NEAR),
    ("Was the harbour of Mardo opened in 1954?", r"Yes, says a document of 4 June 2031 \[\d\]\."),
]
OTHER = [
    # When
    ("When was the harbour of Mardo opened?", r"In 1954, says a document of 4 June 2031 \[\d\]\."),
    ("When was the seal freed at Mardo?", r"On 3 June 2031 \(“Tuesday”\), says a document of 4 June 2031"),
    ("When did Tell speak about the ferry?", r"On 2 May 2031 \[\d\]\."),
    ("When did Lund talk about the bread tax?", r"On 9 January 2032 \[\d\]\."),
    ("In what year was the harbour of Mardo opened?", r"In 1954, says"),
    # How many, how much, how high
    ("How much did the seal at Mardo weigh?", r"215-pound, says"),
    ("How high is the Lantern Tower of Mardo?", r"40 meters, says a document of 4 June 2031 \[\d\]\."),
    ("How many seats has the swimming hall of Vesk?", r"240 seats, says"),
    ("How old was Jonas Heller when he died?", r"44, says"),
    ("How much will the bridge of Quell cost?", r"\$26 million, says"),
    # Who
    ("Who freed the seal at Mardo?", r"Ilse Brandt, says a document of 4 June 2031 \[\d\]\."),
    (
        "Who spoke about the bread tax?",
        r"(?:Three|Four) speakers (?:are cited on|name) “?the bread tax”?: .*Petra Lund \[\d\]",
    ),
    ("What was said about the bread tax?", r"(?:Three|Four) speakers are cited on"),
    ("Who said that the bread tax is a disgrace?", r"(?:It is|Nearest to it is) Petra Lund"),
    # Why
    ("Why was the regatta of Mardo cancelled?", r"(?:“.*pier had burnt down”, says|A document of 4 June 2031 gives)"),
    ("Why was the Salt Market moved to Eskby?", r"(?:“.*protect the wall”, says|A document of 4 June 2031 gives)"),
    # What somebody said and holds
    ("What did Tell say about the ferry?", r"Two statements by Odran Tell about the ferry are shown, of 2 May 2031\."),
    ("What is Lund's position on the bread tax?", r"Petra Lund said \(9 January 2032\): “The bread tax is a disgrace"),
    ("What did Quill say about the ferry?", r"Mira Quill said \(9 January 2032\): “The ferry is the heart of Mardo,”"),
]


@pytest.mark.parametrize(("question", "line"), YES)
def test_yes_no_or_what_comes_near(gazette: Pipeline, question: str, line: str) -> None:
    answer, first = first_line(gazette, question)
    if answer.status == "answered":
        assert re.match(line, first), first
        assert answer.opening == first
    else:
        assert first.startswith(("No", UNSURE))


@pytest.mark.parametrize(("question", "line"), OTHER)
def test_the_first_line_says_what_was_asked(gazette: Pipeline, question: str, line: str) -> None:
    answer, first = first_line(gazette, question)
    assert answer.status == "answered"
    assert re.match(line, first), first


@pytest.mark.parametrize("question", [question for question, _ in [*YES, *OTHER]])
def test_each_number_of_a_first_line_is_a_citation(gazette: Pipeline, question: str) -> None:
    answer, first = first_line(gazette, question)
    numbers = {int(each) for each in re.findall(r"\[(\d+)\]", first)}
    assert numbers <= {each.n for each in answer.citations}
    assert {each.check for each in answer.citations} <= {"verified"}


def test_a_headline_does_not_lead(over: Over) -> None:
    town = over(
        {
            "a.txt": "Brandt calls pier plan useless\n\n"
            "date 2031-07-01 Vesk.\n\nIn the council Ilse Brandt called the pier plan useless and dear.\n"
        }
    )
    answer = town.ask(Turn("Who called the pier plan useless?"))
    assert answer.citations[0].text.startswith("In the council")


def test_what_comes_after_three_quotations_stands_under_more(over: Over) -> None:
    said = [
        f"“The mill of Vesk needs {each},” Mayor Odran Tell said." for each in ("wood", "stone", "iron", "oil", "rope")
    ]
    town = over({f"{at}.txt": f"date 2031-05-0{at} {each}\n" for at, each in enumerate(said, start=1)})
    answer = town.ask(Turn("What did Odran Tell say about the mill of Vesk?"))
    before, after = answer.answer.split("\n\nMore:\n\n")
    assert len(re.findall(r"\[\d\]\n?", before)) == 3
    assert len(re.findall(r"\[\d\]", after)) == len(answer.citations) - 3


def test_a_list_stays_whole(gazette: Pipeline) -> None:
    answer = gazette.ask(Turn("List all statements about the bread tax"))
    assert "More:" not in answer.answer


DATELINES = {
    "agency": ("VESK, June 4 (AP) — The pier of Vesk was sold.", "The pier"),
    "agency alone": ("(CNN) The pier of Vesk was sold.", "The pier"),
    "place and agency": ("Eskby, Mardo (Reuters) - The pier of Vesk was sold.", "The pier"),
    "capitals": ("NEW ESKBY — The pier of Vesk was sold.", "The pier"),
    "a body's letters": ("The Harbour League (HLV) of Vesk sold its pier.", "The Harbour"),
    "no dateline": ("Eskby, not Mardo, sold the pier of Vesk.", "Eskby"),
}


@pytest.mark.parametrize("name", DATELINES)
def test_a_dateline_is_not_shown(over: Over, name: str) -> None:
    text, begins = DATELINES[name]
    answer = over({"a.txt": f"{text}\n"}).ask(Turn("Was the pier of Vesk sold?"))
    assert answer.citations[0].text.startswith(begins)
    assert answer.citations[0].check == "verified"


PASSIVE = {
    "Was Jonas Heller elected?": ("The guild elected Jonas Heller on Friday.", "Yes, says a document"),
    "Was Mira Quill elected?": ("Mira Quill elected a new clerk on Friday.", NEAR),
    "Was the mill of Vesk sold?": ("The mill of Vesk was sold to a baker.", "Yes, says a document"),
    "Was the mill sold by Tell?": ("The mill was sold to Tell by a baker.", NEAR),
    "Was the ferry of Mardo repaired?": ("The ferry of Mardo was not repaired.", "No: a document of"),
    "Has the ferry of Mardo been repaired?": (
        "The ferry of Mardo is to be repaired.",
        NEAR,
    ),
    "Did the guild sell the mill?": ("The rival of the guild sold the mill.", NEAR),
    "Did Tell sell the mill?": ("Tell said that Quill would sell the mill.", NEAR),
    "Did Odran Tell sell the mill?": ("Odran Tell’s brother sold the mill.", NEAR),
    "Did Vesk beat Mardo?": ("Mardo beat Vesk on Sunday.", NEAR),
    "Did Mardo beat Vesk?": ("Mardo beat Vesk on Sunday.", "Yes, says a document"),
    "Did Heller pay the fine?": ("Heller refused to pay the fine.", NEAR),
}


@pytest.mark.parametrize("question", PASSIVE)
def test_who_does_what_to_whom(over: Over, question: str) -> None:
    text, line = PASSIVE[question]
    answer = over({"a.txt": f"date 2031-05-02 News\n\nNews of the week.\n\n{text}\n"}).ask(Turn(question))
    assert answer.status == "not_found" or re.match(line, answer.answer), answer.answer


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Jonas Heller was shot in the Salt Market of Vesk.", True),
        ("Both brothers were at their homes in Eskby when Jonas Heller was shot.", False),
        ("The mayor was in Mardo while Jonas Heller was shot.", False),
    ],
)
def test_a_place_of_something_else_is_not_named(over: Over, text: str, is_told: bool) -> None:
    answer = over({"a.txt": f"date 2031-05-02 News\n\nNews of the week.\n\n{text}\n"}).ask(
        Turn("Where was Jonas Heller shot?")
    )
    assert is_told or answer.opening in (OF_IT, UNSURE)


OWN = {
    "Did Tell thank Vesk?": (
        "“I would like to thank Mardo and Vesk for the boats,” Odran Tell said.",
        "Yes, says Odran",
    ),
    "Did Quill endorse Odran Tell?": (
        "“I support and endorse our mayor, Odran Tell,” Mira Quill said.",
        "Yes, says Mira",
    ),
    "Did Brandt condemn the flood tax?": ("“We strongly condemn the flood tax,” Ilse Brandt said.", "Yes, says Ilse"),
    "Did Quill thank Tell?": ("“I want to thank the brother of Tell for the mill,” Mira Quill said.", ""),
    "Did Brandt endorse Tell?": ("“I know that they endorse Tell in the guild,” Ilse Brandt said.", ""),
    "Did Lund thank Mardo?": ("“If they mend the wall I would like to thank Mardo,” Petra Lund said.", ""),
    "Did Quill sell the mill?": ("“I want to sell the mill of Vesk,” Mira Quill said.", ""),
    "Did Lund thank Quill?": ("“My rivals thank Quill for the mill,” Petra Lund said.", ""),
    "Did Lund support Mardo?": ("“I support Mardo’s rivals in the guild,” Petra Lund said.", ""),
}


@pytest.mark.parametrize("question", OWN)
def test_what_somebody_says_to_do_is_a_yes(over: Over, question: str) -> None:
    text, line = OWN[question]
    answer = over({"a.txt": f"date 2031-05-02 News\n\nNews of the week.\n\n{text}\n"}).ask(Turn(question))
    if line:
        assert answer.answer.startswith(line), answer.answer
    else:
        assert not answer.opening.startswith(("Yes", "No:")), answer.answer


def test_words_of_other_names_are_not_on_it(over: Over) -> None:
    town = over({"a.txt": "date 2031-05-02 News\n\nThe harbour master did not apologize for the noise at Vesk.\n"})
    answer = town.ask(Turn("Did Quill apologize?"))
    assert not answer.opening.startswith("What"), answer.answer


WITHOUT_A_LINE = {
    "Why does Tell not sign the plan?": "“I will not sign the plan before the fund is audited,” Odran Tell said.",
    "Why did the mill of Vesk close?": "The mill of Vesk was closed; its wheel had broken in the storm.",
    "Why did Quill leave the guild?": "Mira Quill left the guild. She had lost the vote on the tax.",
    "How did the number of boats at Mardo change?": "The number of boats at Mardo, once 14, is now 63.",
    "How did Quill change what she said about the tax?": "Mira Quill moved quickly to end talk about the tax.",
    "How has the price of bread in Vesk developed?": "The price of bread in Vesk rose to 4 crowns.",
}


@pytest.mark.parametrize("question", WITHOUT_A_LINE)
def test_no_line_denies_a_reason_or_gives_one_value_for_a_change(over: Over, question: str) -> None:
    text = WITHOUT_A_LINE[question]
    answer = over({"a.txt": f"date 2031-05-02 News\n\nNews of the week.\n\n{text}\n"}).ask(Turn(question))
    assert "so many words" not in answer.answer
    assert "change" not in question or not answer.opening.startswith(("“", "14", "63", "4")), answer.answer


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("In which town did the tide pass 400?", "Vesk"),
        ("Where did the tide pass 400?", "Vesk"),
    ],
)
def test_a_place_behind_another_is_not_where_a_figure_was_reached(over: Over, question: str, place: str) -> None:
    text = "The tides of May\n\nThe tide has passed 400 at Eskby and reached\nthe mark of 200 at Vesk, Norrland.\n"
    answer, line = first_line(over({"tides.txt": text}), question)
    assert answer.citations
    assert not line.startswith(place)
