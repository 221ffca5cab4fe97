"""Who of those that a sentence names said what it tells, and what is no statement at all."""

from __future__ import annotations

import pytest

from tests.index.attribution.said import holding, sure_speaker


@pytest.mark.parametrize(
    ("text", "words", "never", "speaker"),
    [
        pytest.param(
            "An hour later, after a clerk phoned her at the depot to say the second pump had failed, Quarry drove on.",
            "the second pump", "Quarry", "a clerk", id="after a clerk phoned to say",
        ),
        pytest.param(
            "After his lawyer strode in to say that the bail was granted, Brandt thanked the court.",
            "the bail", "", "Brandt", id="after a verb that no list has",
        ),
        pytest.param(
            "Ida Voss left after Palo Brandt stood up to say that the wheel would not turn.",
            "the wheel", "Ida Voss", "Palo Brandt", id="a name after the main clause",
        ),
        pytest.param(
            "Ida Voss was asleep when a constable knocked to announce that the dam had burst.",
            "the dam", "Ida Voss", "a constable", id="when somebody knocked to announce",
        ),
        pytest.param(
            "Brandt went to the harbour, where a diver surfaced to report that the hull was cracked.",
            "the hull", "Brandt", "a diver", id="where a diver surfaced to report",
        ),
    ],
)  # fmt: skip
def test_an_infinitive_is_the_nearest_clauses(text: str, words: str, never: str, speaker: str) -> None:
    found = holding(text, words)
    assert found
    assert found.speaker == speaker != never
    assert sure_speaker(text, words) in {None, speaker} - {"Brandt"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            "Ida Voss stood up after the vote to say that the wheel would turn again.", "the wheel", id="after a vote"
        ),
        pytest.param("Ida Voss rose to tell the court that the wheel would turn.", "the wheel", id="rose to tell"),
    ],
)
def test_a_main_clause_keeps_its_infinitive(text: str, words: str) -> None:
    found = holding(text, words)
    assert found
    assert found.speaker == "Ida Voss"


def test_what_somebody_refused_to_say_is_not_surely_said() -> None:
    text = "Ida Voss was jeered by the crew after she refused to say that the ferry should be sold."
    assert sure_speaker(text, "the ferry should") is None


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        pytest.param(
            "Ferries ran normally with a few late sailings and officials say they expect no delays.",
            "they expect", "officials", id="behind a preposition's noun",
        ),
        pytest.param(
            "The week saw higher prices and analysts said the trend would last.",
            "the trend", "analysts", id="behind a verb's object",
        ),
        pytest.param(
            "They met on Monday with little warning and neighbours said the noise was loud.",
            "the noise", "neighbours", id="neighbours after a warning",
        ),
        pytest.param(
            "The mayor and councillors said the plan was sound.", "the plan", "The mayor and councillors", id="two"
        ),
        pytest.param("Doctors and nurses say the ward is small.", "the ward", "Doctors and nurses", id="a capital"),
        pytest.param(
            "Ida Voss and her brother said the ward is too small.", "the ward", "Ida Voss and her brother", id="and kin"
        ),
        pytest.param("Ida Voss and aides said the ward is too small.", "the ward", "Ida Voss and aides", id="aides"),
        pytest.param(
            "Farmer and councillor Ida Voss said the ward is small.", "the ward", "Ida Voss", id="two trades"
        ),
    ],
)  # fmt: skip
def test_and_joins_those_who_speak_together_alone(text: str, words: str, speaker: str) -> None:
    assert sure_speaker(text, words) == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        pytest.param(
            "The poll also showed a majority of Northern and Northern-leaning registered voters say they want a dam.",
            "they want", "a majority of Northern and Northern-leaning registered voters", id="a majority",
        ),
        pytest.param(
            "Nearly half of residents say the ferry is too dear.", "the ferry", "Nearly half of residents", id="half"
        ),
        pytest.param(
            "More than a third of older Kestrian nurses say they plan to leave.",
            "they plan", "More than a third of older Kestrian nurses", id="more than a third",
        ),
        pytest.param(
            "Fewer than 20 percent of the fishers said they would vote for it.",
            "they would", "Fewer than 20 percent of the fishers", id="fewer than",
        ),
        pytest.param(
            "Eight in 10 voters said they trust the count.", "they trust", "Eight in 10 voters", id="eight in ten"
        ),
        pytest.param(
            "However, most of the retired Vesk miners said that the shaft was flooded.",
            "the shaft", "most of the retired Vesk miners", id="most of",
        ),
        pytest.param(
            "Sixty-one percent of Kestrian registered voters say they trust the council.",
            "they trust", "Sixty-one percent of Kestrian registered voters", id="percent in words",
        ),
    ],
)  # fmt: skip
def test_how_many_of_them_is_named_with_the_speaker(text: str, words: str, speaker: str) -> None:
    assert sure_speaker(text, words) == speaker


def test_many_things_are_no_speakers() -> None:
    assert sure_speaker("Many of her old letters said the shaft was flooded.", "the shaft") is None
    assert sure_speaker("Some of these posts mentioned that the shaft was flooded.", "the shaft") is None


_SCENE = "The house was old and the wind came in at the door. " * 60


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param(
            f"Bone Hill tells of Tobias Drummond Marsh.\n\n{_SCENE}\n\n“They cut it off,” said Tobias.",
            "Tobias", id="a preface far above",
        ),
        pytest.param(
            f"“They cut it off,” said Tobias. {_SCENE}\n\nThe hall was named for Tobias Drummond Marsh.",
            "Tobias", id="a full name far below",
        ),
        pytest.param(
            f"The prize goes back to Martin Olav Voss.\n\n{_SCENE}\n\nHis brother Martin said: “They cut it off.”",
            "Martin", id="a brother's name",
        ),
        pytest.param(
            "Tobias wins again\n\nTobias Marsh won on Monday. “They cut it off,” Tobias said.",
            "Tobias Marsh", id="a headline and the full name",
        ),
        pytest.param(
            f"Tobias Marsh keeps bees. “I am glad,” Tobias said. {_SCENE}\n\n“They cut it off,” Tobias said.",
            "Tobias Marsh", id="called so from the start",
        ),
    ],
)  # fmt: skip
def test_a_given_name_alone_is_who_was_just_named(text: str, speaker: str) -> None:
    assert sure_speaker(text, "They cut it off") == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param(
            "“The vote was sound,” Secretary of State Jana Benholt and Washford County Prosecutor Eli Sandor said.",
            "Secretary of State Jana Benholt and Washford County Prosecutor Eli Sandor", id="offices of several words",
        ),
        pytest.param(
            "“The vote was sound,” said Captain Jana Benholt and First Mate Eli Sandor.",
            "Captain Jana Benholt and First Mate Eli Sandor", id="behind the verb",
        ),
        pytest.param(
            "“The vote was sound,” Vesk Chamber of Trade President Jana Benholt and Treasurer Eli Sandor wrote.",
            "Vesk Chamber of Trade President Jana Benholt and Treasurer Eli Sandor", id="a chamber's officers",
        ),
        pytest.param(
            "“The vote was sound,” Centre for Harbour Control and Safety Director Jana Benholt said.",
            "Jana Benholt", id="one with an office of two fields",
        ),
    ],
)  # fmt: skip
def test_two_with_their_offices_speak_together(text: str, speaker: str) -> None:
    assert sure_speaker(text, "The vote was sound") == speaker


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "The socialite posted ⟦a picture⟧ showing a piece of white cloth sewn with her name.", id="a picture"
        ),
        pytest.param("Ida Voss tweeted ⟦a photo⟧ of the burning quay taken by her son.", id="a photo"),
        pytest.param("Thomas Harbin wrote ⟦the Declaration⟧ of the Isles and owned two boats.", id="authorship"),
        pytest.param("On Wednesday, Ida Voss sought ⟦to harness⟧ the town’s anger at the sluice.", id="sought to"),
        pytest.param("On Wednesday, the ministry sought ⟦to calm⟧ the fishers of Vesk.", id="a ministry sought to"),
        pytest.param("Brandt focused ⟦his campaign⟧ on getting Holt out of office.", id="focused"),
        pytest.param("The mayor presented ⟦a display⟧ of old nets and lamps.", id="presented a display"),
    ],
)
def test_an_act_is_no_statement(text: str) -> None:
    words = text[text.index("⟦") + 1 : text.index("⟧")]
    assert sure_speaker(text.replace("⟦", "").replace("⟧", ""), words) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Ida Voss wrote that the charter was void.", "the charter", id="wrote that"),
        pytest.param("Ida Voss tweeted the mayor had lied to the council.", "the mayor", id="tweeted a clause"),
        pytest.param("Ida Voss posted: “The mayor has lied to us.”", "The mayor", id="posted words"),
    ],
)
def test_words_written_are_a_statement(text: str, words: str) -> None:
    assert sure_speaker(text, words) == "Ida Voss"


@pytest.mark.parametrize(
    "heading", ["Update", "UPDATE", "Update, 12 July", "Correction", "Breaking News", "Live Update", "Watch", "Photo"]
)
def test_what_heads_a_note_says_nothing(heading: str) -> None:
    assert (found := holding(f"{heading}: “The bridge is closed for the whole summer.”", "The bridge"))
    assert found.speaker is None
    text = f"{heading}: The mayor said that the bridge is closed until the summer. “We shall open it in May,” he said."
    assert sure_speaker(text, "We shall") == "The mayor"


def test_a_trade_before_a_name_heads_no_note() -> None:
    assert sure_speaker("Author Ida Voss: “The bridge is closed for the whole summer.”", "The bridge") == "Ida Voss"


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        pytest.param(
            "Brandt remembers her answer: “Not in my harbour,” Ida Voss told him.", "Not in", "Ida Voss", id="a name"
        ),
        pytest.param(
            "Palo Brandt recalls the cook’s words: “Never sell the boat,” the cook told him.",
            "Never", "the cook", id="the cook",
        ),
        pytest.param(
            "Palo Brandt met Ida Voss. He recalls her words: “The river is ours,” she told him.",
            "The river", None, id="she, unsure",
        ),
        pytest.param(
            "Brandt believes the strike enters a “new phase,” officials said.", "new phase", "officials", id="belief"
        ),
    ],
)  # fmt: skip
def test_who_said_it_within_a_recollection(text: str, words: str, speaker: str | None) -> None:
    assert sure_speaker(text, words) == speaker


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Ida Voss has said she would back the mayor, but, despite sharing some of his attacks on “idle” clerks, "
            "she has not signed the list.",
            id="despite sharing attacks",
        ),
        pytest.param(
            "Brandt said he would pay for the dam, but many fishers still speak of the “idle” mill.", id="fishers speak"
        ),
        pytest.param(
            "The mayor told the council that the pump was new, but the engine behind it was of the “idle” kind.",
            id="the engine",
        ),
    ],
)
def test_what_follows_but_is_not_surely_said_by_who_spoke_before(text: str) -> None:
    assert sure_speaker(text, "idle") is None


def test_what_follows_but_that_is_still_said() -> None:
    text = "Brandt said the pump was new, but that the council “would not pay for the next one.”"
    assert sure_speaker(text, "would not pay") == "Brandt"


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        pytest.param(
            "That includes Norr’s Doug Marrow, who will fall to rising star Josh Shard, and Eskby’s Tilda Dix, who "
            "falsely claimed the mill won in 2020.",
            "the mill", "Tilda Dix", id="and another’s, who claimed",
        ),
        pytest.param(
            "Ana Wexler, who lost to Robert Pell, and Norr’s Tilda Dix, who said the mill was safe, will meet.",
            "the mill", "Tilda Dix", id="and another’s, who said, within",
        ),
        pytest.param(
            "The list names Tom Orme, who met Josh Shard, and Tilda Dix, who said the mill was safe.",
            "the mill", "Tilda Dix", id="and another, who said",
        ),
        pytest.param(
            "It was Ana Marsh, rather than Tom Prior, who said the mill was safe.", "the mill", "Ana Marsh",
            id="rather than another",
        ),
        pytest.param(
            "A judge freed Odo Aziz and Omar Islar, who died in May, after prosecutors said new evidence had come up.",
            "new evidence", "prosecutors", id="after prosecutors said",
        ),
        pytest.param(
            "A similar bill was killed by the Senate after Sen. Scott Baldur, R-Norrville, became the focus of outrage "
            "after saying the law would require teachers to be neutral.",
            "the law", "Scott Baldur", id="behind a party and seat",
        ),
    ],
)  # fmt: skip
def test_the_nearest_who_fits_says_it(text: str, words: str, speaker: str) -> None:
    found = holding(text, words)
    assert found
    assert found.speaker == speaker


@pytest.mark.parametrize(
    ("text", "words", "never"),
    [
        pytest.param(
            "A Pell campaign source said the house was open.\n\nThe builder ran for the town. He lost. The rent rose "
            "again, and the gates stayed shut. She said it was an example of “a good idea”.",
            "a good idea", "A Pell campaign source", id="a source that no gender is known of",
        ),
        pytest.param(
            "“I was late,” Ana Wexler said. “There were moments when I thought, ‘What now?’ ” Ms. Sara Marrow said "
            "she had her own doubts.",
            "There were", "Sara Marrow", id="a clause of her own",
        ),
        pytest.param(
            "“Why now?” Ana Wexler asked. “Who will pay?” Sara Marrow said that she did not know.",
            "Who will", "Sara Marrow", id="that she did not know",
        ),
        pytest.param(
            "Ana Wexler wept. “It is lost! All of it is lost!” Sara Marrow told us she would stay.\n\n"
            "“Who is left?” Marrow said they were two.",
            "Who is left", "Sara Marrow", id="they were two",
        ),
    ],
)  # fmt: skip
def test_who_says_something_else_is_not_sure(text: str, words: str, never: str) -> None:
    assert sure_speaker(text, words) != never


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Rep. Elsa Fenn, R-Vesk, wrote a letter Friday to Cole, a Democrat, urging him to restore the ferry.",
            "him to restore",
            "Elsa Fenn",
        ),
        (
            "Two members of the council, Ida Voss and Odo Lask, wrote a letter to the bank, demanding that it pay.",
            "it pay",
            "Two members of the council",
        ),
        ("Ida Voss, 47, told Odo Lask, a banker, warning him that the mill would close.", "the mill", "Ida Voss"),
        (
            "The council, led by Odo Lask, posted a notice on its door, saying the hall was shut.",
            "the hall",
            "The council",
        ),
        ("The mill, an old house, is shut, said Ida Voss, noting that the river rose.", "the river", "Ida Voss"),
    ],
)  # fmt: skip
def test_who_writes_a_letter_says_what_a_participle_adds(text: str, words: str, speaker: str) -> None:
    found = holding(text, words)
    assert found is not None
    assert found.speaker == speaker
