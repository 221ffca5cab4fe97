"""Words that a notice takes back, that are heard and not said, read out, imagined, or put between directions."""

from __future__ import annotations

import pytest

from index.attribution.attribute import analyse
from tests.index.analysed import document, innermost, sense_of_cut, statements

SURE = 0.7


def owner(text: str, words: str) -> tuple[str | None, str] | None:
    found = innermost(text, words)
    return (found.speaker, found.sense) if found else None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Premier Aksel Lund came. Correction: we wrote at 19:30 that Premier Lund had called it “a mill for the "
            "poor.” It was the opposition leader, Vera Holt, who said so.",
            id="a colon and a time",
        ),
        pytest.param(
            "We said on Monday that Mayor Ida Voss had described it as “a mill for the poor.” In fact it was her "
            "deputy, Vera Holt, who did so.",
            id="no word of a correction",
        ),
        pytest.param(
            "Correction, 3 May: This article originally said that Ida Voss called it “a mill for the poor.” Those "
            "were the words of Vera Holt.",
            id="originally",
        ),
        pytest.param(
            "20:15 CORRECTION – In our 19:30 post we put the words “a mill for the poor” in the mouth of Premier Lund. "
            "They were spoken by Vera Holt.",
            id="put in the mouth of",
        ),
        pytest.param(
            "In an earlier entry we gave the words “a mill for the poor” to the mayor, Ida Voss. It was the clerk, "
            "Vera Holt, not the mayor, who spoke them.",
            id="gave the words to",
        ),
        pytest.param(
            "Correction: It was Vera Holt, not Tom Birch, who said it was “a mill for the poor.”", id="said at once"
        ),
    ],
)
def test_a_correction_gives_the_words_to_whom_it_names(text: str) -> None:
    assert owner(text, "a mill for the") == ("Vera Holt", "plain")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("An earlier post said that Mayor Ida Voss had said “the mill is lost.” She did not.", id="a post"),
        pytest.param("Correction: an earlier entry said that Tom Birch had said “the mill is lost.”", id="an entry"),
        pytest.param("Last week we misquoted Captain Per Olsen as saying “the mill is lost.”", id="misquoted"),
        pytest.param("Captain Olsen was misquoted in Monday’s paper as saying “the mill is lost.”", id="was misquoted"),
        pytest.param("Yesterday’s edition wrongly quoted Ada Kern as saying “the mill is lost.”", id="wrongly quoted"),
        pytest.param(
            "Clarification: in Tuesday’s report we attributed the words “so the mill is lost” to Tom Birch.", id="to"
        ),
        pytest.param("The Echo apologises to Tom Birch, whom it quoted as saying “the mill is lost.”", id="apologises"),
        pytest.param("We reported on Monday that Ida Voss had said “the mill is lost.” She never said it.", id="never"),
    ],
)
def test_words_taken_back_are_nobodys(text: str) -> None:
    assert owner(text, "the mill is lost") == (None, "denied")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param(
            "In an earlier post on X, Ida Voss said “the mill is lost for good.”", "Ida Voss", id="her own post"
        ),
        pytest.param(
            "Ida Voss wrote in an earlier post that “the mill is lost for good.”", "Ida Voss", id="wrote in one"
        ),
        pytest.param(
            "We reported on Monday that Ida Voss had said “the mill is lost for good.”", "Ida Voss", id="not taken back"
        ),
        pytest.param(
            "The corrections chief, Tom Birch, said “the mill is lost for good.”", "Tom Birch", id="an office"
        ),
        pytest.param(
            "Olsen said he had been misquoted. “The house and the mill is lost,” said Tom Birch.",
            "Tom Birch",
            id="before",
        ),
    ],
)
def test_what_is_not_taken_back_stays_with_its_speaker(text: str, speaker: str) -> None:
    assert owner(text, "the mill is lost") == (speaker, "plain")


@pytest.mark.parametrize(
    "text",
    [
        "Driver ‘never slept at all’, court told\n\nThe trial goes on.",
        "‘We never slept at all’, MPs told\n\nPost, 20 May 2031",
        "Jury told skipper ‘never slept at all’\n\nPost, 20 May 2031",
        "Nurse ‘never slept at all’, inquest hears\n\nPost, 20 May 2031",
        "Commission told of ‘men who never slept’\n\nPost, 20 May 2031",
        "Teacher ‘never slept at all’, tribunal told on Monday\n\nPost, 20 May 2031",
        "Skipper never slept at all, inquest told\n\nPost, 20 May 2031",
        "“He never slept at all,” the jury was told.",
    ],
)
def test_who_is_spoken_to_is_no_speaker(text: str) -> None:
    found = innermost(text, "never slept")
    assert found is None or found.speaker is None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“He never slept at all,” Tom Birch told the jury.", "Tom Birch"),
        ("The jury told the judge: “We never slept at all.”", "The jury"),
        ("The committee told the mayor that “the crew never slept.”", "The committee"),
        ("“We never slept at all,” staff told the union.", "staff"),
        ("“The crew never slept at all,” Ana Ruiz told “Good Morning, Vesk,” a programme.", "Ana Ruiz"),
    ],
)
def test_who_tells_somebody_is_the_speaker(text: str, speaker: str) -> None:
    found = innermost(text, "never slept")
    assert found is not None
    assert found.speaker == speaker


@pytest.mark.parametrize(
    "text",
    [
        "The clerk spoke. A letter from Mrs. Edda Pell was read, in which she said that “the bells are too loud.”",
        "The clerk sat. A letter from Edda Pell was read, in which she complained that the bells are too loud.",
        "The chair, Tom Birch, read out a statement from Edda Pell, who wrote: “The bells and the bells are too loud.”",
        "The clerk sat. A petition by Edda Pell was tabled, in which she wrote that “the bells are too loud.”",
        "The chairman, Tom Birch, read an email from Edda Pell. “And the bells are too loud,” she wrote.",
    ],
)
def test_a_letter_that_is_read_out_is_its_writers(text: str) -> None:
    found = innermost(text, "bells are too loud")
    assert found is not None
    assert found.speaker == "Edda Pell"


def test_of_a_reader_and_a_writer_the_speaker_is_unsure() -> None:
    text = "The chairman, Nils Orre, read a letter from Tom Birch. “Letters like this one are rare,” he said."
    found = innermost(text, "Letters like")
    assert found is not None
    assert (found.speaker, set(found.candidates)) == (None, {"Nils Orre", "Tom Birch"})


@pytest.mark.parametrize(
    "text",
    [
        "The two Dahls who want to lead the choir sang together on Monday, and neither smiled.",
        "The farmers who wish to sell their land met the mayor on Monday.",
        "Ana Ruiz, who hopes to win the race in May, ran past the mill on Monday.",
    ],
)
def test_a_wish_that_tells_who_somebody_is_is_no_statement(text: str) -> None:
    assert statements(text) == []


@pytest.mark.parametrize(
    ("text", "words", "sense"),
    [
        (
            "Mayor Greta Dahl said the mill would not be sold “as long as I have a key to it.”",
            "as long as I have a key to it",
            "plain",
        ),
        ("Tom Birch said nobody would leave “until the last child is fed.”", "until the last", "plain"),
        ("Ada Kern told staff they would not go “while I am in this house.”", "while I am", "plain"),
        ("Mayor Greta Dahl did not say “as long as I have a key to it.”", "as long as I", "denied"),
        ("Oskar Dahl, who is not related to her, called that “a promise made of tin.”", "a promise made", "plain"),
        ("Tom Birch, whose boat was never found, called that “a promise made of tin.”", "a promise made", "plain"),
        ("The pilot, who had never seen the film, described it as “a letter to the clouds.”", "a letter to", "plain"),
        ("Ida Voss was not there and called it “a promise made of tin.”", "a promise made", "plain"),
        ("Tom Birch, who is ill, did not call it “a promise made of tin.”", "a promise made", "denied"),
        (
            "A few weeks later, at the gate, where he sang, Tom Birch praised “a promise made of tin.”",
            "a promise made",
            "plain",
        ),
        (
            "A fake post, which spread fast, had Tom Birch saying “it was a promise made of tin.”",
            "a promise made",
            "denied",
        ),
        (
            "Dr Ivo Kess, chief executive of the clinic, rejected reports that the ward would close.",
            "the ward",
            "denied",
        ),
        (
            "Ivo Kess, head of Orla General, angrily dismissed media reports that the ward would close.",
            "the ward",
            "denied",
        ),
        ("The firm rejects any claim that the ward would close.", "the ward", "denied"),
        ("Ivo Kess confirmed reports that the ward would close.", "the ward", "plain"),
        ("Mayor Ida Voss is expected to announce on Monday that the ward will close.", "the ward", "hypothetical"),
        ("Ida Voss is set to tell the council: “Yes, the ward will close.”", "the ward", "hypothetical"),
        ("“In May the ward will close,” Ida Voss is expected to say.", "the ward", "hypothetical"),
    ],
)
def test_the_sense_of_words_in_a_reporters_sentence(text: str, words: str, sense: str) -> None:
    assert sense_of_cut(text, words) == sense


def test_a_coming_announcement_is_no_plain_statement() -> None:
    found = statements("Mayor Ida Voss is expected to say on Monday that the theatre will be rebuilt.")
    assert {each.sense for each in found} <= {"hypothetical"}


@pytest.mark.parametrize(
    "text",
    [
        "Some will say that art is free. “You cannot weigh a song,” they will cry.",
        "“You cannot weigh a song,” the critics will grumble, and I will listen.",
        "What would the minister, Felix Ardal, say to the nurse? “You cannot weigh a song,” no doubt.",
        "“It floats,” says Felix Ardal. What would he say to the nurse? “You cannot weigh a song.” I wonder.",
        "I can hear the mayor now: “You cannot weigh a song.”",
        "And what would Ida Voss answer? Perhaps: “You cannot weigh a song.”",
        "“You cannot weigh a song,” I imagine the minister saying.",
    ],
)
def test_imagined_words_are_nobodys_plain_words(text: str) -> None:
    found = innermost(text, "You cannot weigh")
    assert found is not None
    assert found.sense == "hypothetical"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("What did the minister say? “You cannot weigh a song,” Ida Voss told me.", "Ida Voss"),
        ("What would Ida Voss say? “You cannot weigh a song,” Ida Voss told me.", "Ida Voss"),
        ("Asked what she would say to a nurse, Ida Voss replied: “You cannot weigh a song.”", "Ida Voss"),
        ("“You cannot weigh a song,” said Ida Voss, no doubt to please them.", "Ida Voss"),
    ],
)
def test_answers_to_a_question_are_said(text: str, speaker: str) -> None:
    assert owner(text, "You cannot weigh") == (speaker, "plain")


HEAD = "# Statement by Nils Orre, director of the Museum\n\nMarlow, 2 November 2031\n\nI work here.\n\n"
FOOT = "\n\nI have worked here for nine years. I will go on.\n"


@pytest.mark.parametrize(
    ("paragraph", "sense"),
    [
        ("It has been reported that I told the board “the roof is rotten.” I did not.", "denied"),
        ("The press claims that I said “the roof is rotten.” I never said so.", "denied"),
        ("I am said to have told the clerk “the roof is rotten”. I did nothing of the sort.", "denied"),
        ("I told them “the roof is rotten.” No, I said no such thing.", "denied"),
        ("I told the board “the roof is rotten.” I did not tell them why.", "plain"),
        ("I told the board “the roof is rotten.” I did not wait for an answer.", "plain"),
        ("I told the board “the roof is rotten.” I have said so for years.", "plain"),
    ],
)
def test_ones_own_quotation_taken_back_is_denied(paragraph: str, sense: str) -> None:
    assert sense_of_cut(HEAD + paragraph + FOOT, "the roof is rotten") == sense


INTERVIEW = (
    "# Nobody sings at noon\n\n*Weaver Ada Kern talks to Per Holm. Northern Review, 14 March 2031.*\n\n"
    "**Per Holm:** You hate bells.\n\n**Ada Kern:** {first}\n\n**Per Holm:** Is the tower leaning?\n\n"
    "**Ada Kern:** {second}\n\n**Per Holm:** What now?\n\n**Ada Kern:** I will sleep.\n\n{last}\n"
)


@pytest.mark.parametrize(
    ("first", "second", "last", "said", "quoted"),
    [
        (
            "I do. *She looks at the door.* They are loud.",
            "*Kern pours the tea.* Yes.",
            "*Kern closes the window.* “My train leaves at four,” she says.",
            ["I do.", "They are loud.", "Yes.", "I will sleep."],
            "My train leaves at four,",
        ),
        (
            "*laughs* I do.",
            "Yes. _Kern stands up._",
            "“My train leaves at four,” says Kern.",
            ["I do.", "Yes.", "I will sleep."],
            "My train leaves at four,",
        ),
        (
            "I *love* them. *Everything* rings.",
            "*No*, it is not.",
            "Kern looks away. “My train leaves at four,” she says.",
            ["I *love* them. *Everything* rings.", "*No*, it is not.", "I will sleep."],
            "My train leaves at four,",
        ),
    ],
    ids=["sentences in asterisks", "acts and underscores", "emphasis and prose"],
)
def test_directions_are_no_words_and_nobody_reports_herself(
    first: str, second: str, last: str, said: list[str], quoted: str
) -> None:
    text = INTERVIEW.format(first=first, second=second, last=last)
    found = statements(text)
    turns = [text[each.start : each.end] for each in found if each.kind == "turn" and each.speaker == "Ada Kern"]
    assert turns == said
    direct = [(text[each.start : each.end], each.speaker, each.reported_by) for each in found if each.kind == "direct"]
    assert direct == [(quoted, "Ada Kern", None)]


PROSE = "\n\n{time}The premier, Tor Vik, has arrived. “I came to help,” he said."


@pytest.mark.parametrize(
    ("line", "time"),
    [
        ("10:40 Chief Dagny Moe: “The level is falling.”", "09:40 "),
        ("10:40 – River authority chief Dagny Moe: “The level is falling.”", "09:40 – "),
        ("10.40: Chief Dagny Moe: “The level is falling.”", "09.40: "),
        ("10:40am Dagny Moe, fire chief: “The level is falling.”", "9:40am "),
        ("[10:40] Farmer Dagny Moe, whose barn is under water: “The level is falling.”", "[9:40] "),
        ("10:40:15 Dagny Moe on X: “The level is falling.”", "9:40:01 "),
        ("Update 10:40: Chief Dagny Moe: “The level is falling.”", "Update 9:40: "),
    ],
)
def test_the_label_of_a_live_line_names_its_speaker(line: str, time: str) -> None:
    text = line + PROSE.format(time=time)
    assert [each.speaker for each in statements(text) if each.kind == "direct"] == ["Dagny Moe", "Tor Vik"]


@pytest.mark.parametrize(
    "text",
    [
        "Osley, 20 April 2031 – Osley’s mayor, Ida Voss, welcomed the plan. “I have asked for this,” she said.",
        "OSLEY (12 May 2031) — Osley's mayor, Ida Voss, welcomed the plan. “I have asked for this,” she said.",
        "Osley – Osley’s police chief, Ida Voss, welcomed the plan. “I have asked for this,” she said.",
    ],
)
def test_a_datelines_place_is_no_speaker(text: str) -> None:
    assert {each.speaker for each in statements(text)} == {"Ida Voss"}


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Ada Kern said the script would be new. (Enid Moss said it would not be.)", "it would not", "Enid Moss"),
        (
            "“We will go,” said Tom Birch. (His sister Ada Birch said that they would stay.)",
            "they would stay",
            "Ada Birch",
        ),
        ("“It is shut,” said Tom Birch. (The mayor, Ada Kern, told the Post: “It is open.”)", "It is open", "Ada Kern"),
    ],
)
def test_a_sentence_in_brackets_has_its_own_speaker(text: str, words: str, speaker: str) -> None:
    assert len({each.speaker for each in statements(text)}) == 2
    found = innermost(text, words)
    assert found is not None
    assert found.speaker == speaker
    assert text[found.end - 1] != ")"


@pytest.mark.parametrize(
    "text",
    [
        "Osley’s mayor, Ida Voss, welcomed the plan.",
        "On Monday Osley's mayor, Ida Voss, welcomed the plan.",
        "OSLEY (12 May 2031) — Osley’s mayor, Ida Voss, welcomed the plan.",
    ],
)
def test_a_places_possessive_makes_an_office(text: str) -> None:
    assert ("Ida Voss", "mayor osley") in analyse(document(text)).names
