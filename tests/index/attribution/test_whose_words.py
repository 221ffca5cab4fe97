"""Whose words a sentence gives, who tells of them, and whether they are denied beside it or not said yet."""

from __future__ import annotations

import pytest

from index.attribution.attribute import analyse
from tests.index.analysed import named, sense_of_cut
from tests.index.attribution.said import NEWS, SURE, holding, news, sure_speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker", "reporter", "sense"),
    [
        pytest.param(
            "According to the union’s secretary, Col Draper, Kestrel told staff that “half of you will go by spring.” "
            "Kestrel denies it.",
            "half of you", "Kestrel", "Draper", "denied", id="according to a secretary, and denied",
        ),
        pytest.param(
            'According to Simko, Aske told the mediator: "I would rather sink the boat." Aske says he does not '
            "remember saying so.",
            "I would", "Aske", "Simko", "denied", id="according to Simko, and not remembered",
        ),
        pytest.param(
            "Ida Voss told the board that “the mill is a coffin for money,” according to Per Holm.",
            "the mill", "Ida Voss", "Per Holm", "reported", id="according to, at the end",
        ),
        pytest.param(
            "A leaflet claims that Wanda Prior said “children should swim in the river.” She says she never did.",
            "children", "Wanda Prior", "A leaflet", "denied", id="a leaflet's claim",
        ),
        pytest.param(
            "Ida Voss told the cooks “you are nothing without me,” the lawsuit claims.",
            "you are", "Ida Voss", "the lawsuit", "reported", id="told, a lawsuit claims",
        ),
        pytest.param(
            "Three former cooks say, according to the lawsuit, that Marco Bell “threw pans at us daily.”",
            "threw pans", "Three former cooks", "the lawsuit", "reported", id="according to, in the midst",
        ),
        pytest.param(
            "Ida Voss said: “The mill is a coffin for money.” Voss has since denied saying so.",
            "The mill", "Ida Voss", None, "denied", id="denied later",
        ),
        pytest.param(
            "“The mill was sold in May,” Ida Voss said. She denied that it was cheap.",
            "The mill", "Ida Voss", None, "plain", id="another denial",
        ),
        pytest.param(
            "“The mill was sold for nothing at all,” Ida Voss said. Per Holm denied it.",
            "The mill", "Ida Voss", None, "plain", id="denied by another",
        ),
        pytest.param(
            "Ida Voss said she would come to the hall. She did not.",
            "she would", "Ida Voss", None, "plain", id="did not come",
        ),
    ],
)  # fmt: skip
def test_who_tells_and_who_denies(text: str, words: str, speaker: str, reporter: str | None, sense: str) -> None:
    found = holding(text, words)
    assert found is not None
    assert (found.speaker, found.reported_by, found.sense) == (speaker, reporter, sense)


@pytest.mark.parametrize(
    ("text", "words", "accused"),
    [
        pytest.param(
            "A judge dismissed Ada Walter’s “entire action” against the musician, which alleged Lott had used “his "
            "name and his purse to buy silence.”",
            "his name", "the musician", id="action against, which alleged",
        ),
        pytest.param(
            "The lawsuit against Benn, which claims he “broke every promise he made”, was filed in Vesk.",
            "broke every", "Benn", id="lawsuit against, which claims",
        ),
        pytest.param(
            "A complaint against Mayor Lena Holt alleged that she had “pocketed the harbour’s money for years”.",
            "pocketed", "Lena Holt", id="complaint against alleged",
        ),
        pytest.param(
            "Piet Oram and Lena Lund argued. Oram also accused her of saying that “books are a luxury”.",
            "books", "Piet Oram", id="accused her of saying",
        ),
        pytest.param(
            "On Friday Per Holm accused Ida Voss of telling the staff “to pack and be quiet about it”.",
            "to pack", "Per Holm", id="accused a name of telling",
        ),
    ],
)  # fmt: skip
def test_an_accusation_is_not_in_the_words_of_the_accused_or_plainly_the_accusers(
    text: str, words: str, accused: str
) -> None:
    found = holding(text, words)
    assert found is not None
    assert found.speaker not in {accused, f"The {accused}"}
    assert found.sense == "reported" or found.speaker is None or found.speaker.split()[-1] in {"lawsuit", "complaint"}


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("It was Eli Marsh, not Prior, who said that “water is water and wet.”", "water is", "Eli Marsh"),
        ("It was the bishop, not Dana Prior, who called it “a sin in concrete and glass”.", "a sin", "the bishop"),
        ("It was the deputy, Rhea Moss, rather than Pike, who said “the dam is a coffin.”", "the dam", "Rhea Moss"),
        ("It was not Eli Marsh who said “let them row to the island.” It was Prior.", "let them", None),
        ("It was never the mayor who said “let them row to the island.”", "let them", None),
        ("Dana Prior did not say “close the whole valve,” her assistant insisted.", "close the", None),
        ("Dana Prior never said that “the valve should be closed,” the clerk explained.", "the valve", None),
        ("Marsh hasn’t said “sell the land to them,” Orla Finn told the Echo.", "sell the", None),
    ],
)
def test_who_did_not_say_it(text: str, words: str, speaker: str | None) -> None:
    assert sure_speaker(text, words) == speaker


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“I am supposed to have said ‘drown the lot of them’,” Eli Marsh told the Gazette.", "drown the"),
        ("“I am said to have shouted ‘burn the books tonight’,” Ida Voss told the court.", "burn the"),
        ("“I am alleged to have told them ‘the till is mine’,” Per Holm said.", "the till"),
        ("“It was not the mayor who said ‘let them row there.’ That was me,” Olaf Tind said.", "let them"),
    ],
)
def test_what_somebody_is_supposed_to_have_said_is_not_plainly_theirs(text: str, words: str) -> None:
    assert sense_of_cut(text, words, **NEWS) in {"reported", "denied"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Lena Holt rejected reports that the ferry would be sold.", "the ferry would be sold"),
        ("Minister Karl Benn dismissed claims that the bridge was unsafe.", "the bridge was unsafe"),
        ("The company denied rumours that it would leave Vesk.", "it would leave Vesk"),
        ("Mayor Lena Holt brushed aside suggestions that she would resign.", "she would resign"),
        ("Mayor Lena Holt rejected reports that she had called the town “a burden on us all”.", "a burden on us all"),
        ("Ida Voss disputed allegations that she had sold the “keys of the town to thieves”.", "keys of the town"),
        ("Earlier we reported that Holt had said two people were missing. He did not; the police had.", "two people"),
        ("Correction: An earlier version of this article said that Moss had resigned. She has not.", "Moss had"),
        ("We wrote on Monday that Ida Voss had called the strike over. She had not.", "the strike over"),
    ],
)
def test_what_is_turned_away_is_denied(text: str, words: str) -> None:
    assert sense_of_cut(text, words, **NEWS) == "denied"


@pytest.mark.parametrize(
    ("text", "words", "sense"),
    [
        ("Tom Holt told the council that it would cost 412,000 crowns.\n\n“I said 412,000 and I was wrong,” Holt said.",
         "it would cost", "denied"),
        ("“The dam holds 30 million litres,” Ida Voss said.\n\n“I told you 30 million. I take it back,” Voss said.",
         "The dam", "denied"),
        ("The boatyard.\n\n“We sold 95 boats,” Per Holm said.\n\n“I claimed 95, and that was a mistake,” Holm said.",
         "We sold 95 boats,” Per", "denied"),
        ("“We sold 95 boats,” Per Holm said.\n\n“I said 95, and I was right,” Holm said.", "We sold 95", "plain"),
        ("“We sold 95 boats,” Per Holm said.\n\n“I said 95 and I was wrong,” Ida Voss said.", "We sold 95", "plain"),
    ],
)  # fmt: skip
def test_a_figure_taken_back(text: str, words: str, sense: str) -> None:
    found = holding(text, words)
    assert found is not None
    assert found.sense == sense


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mayor Lena Holt is expected to say on Monday that the bridge will close.", "the bridge will close"),
        ("Mayor Lena Holt will say in her speech: “The bridge will close and stay closed.”", "The bridge will close"),
        ("Lena Holt was to tell the council on Friday that the school was safe.", "the school was safe"),
        ("“The mill must go to those who work in it,” Ida Voss will tell the congress.", "The mill must go"),
    ],
)
def test_words_that_are_not_said_yet(text: str, words: str) -> None:
    found = holding(text, words)
    assert sense_of_cut(text, words, **NEWS) == "hypothetical"
    assert found is None or found.speaker is None or found.said_on is None


@pytest.mark.parametrize(
    ("text", "words", "sense"),
    [
        (
            "“No school will be closed while I hold this office,” Ida Voss said.",
            "No school will be closed",
            "conditional",
        ),
        (
            "“We shall not sell the mill while the river runs,” Ida Voss said.",
            "We shall not sell the mill",
            "conditional",
        ),
        (
            "“The doors will stay shut until the roof is mended,” Ida Voss said.",
            "The doors will stay shut",
            "conditional",
        ),
        ("“The bridge opens as soon as the paint is dry,” Ida Voss said.", "The bridge opens", "conditional"),
        ("“We will stay with the families for as long as it takes,” Ida Voss said.", "We will stay with", "plain"),
        ("“If you’ll excuse me, the council has a bridge to build,” Ida Voss said.", "the council has", "plain"),
        ("“The bridge could open as soon as next week,” Ida Voss said.", "The bridge could open", "plain"),
        ("“Take the ferry, if you like, and see the old town,” Ida Voss said.", "see the old town", "plain"),
        ("“We played well while we had the wind,” Ida Voss said.", "We played well", "plain"),
        ("“You will see the church while you walk there,” Ida Voss said.", "You will see the church", "plain"),
    ],
)
def test_a_condition_that_a_cut_drops(text: str, words: str, sense: str) -> None:
    assert sense_of_cut(text, words, **NEWS) == sense


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Mayor Lena Brandt on Monday denied that the line would close, a day after Tomas Berg told islanders that "
         "“the last boat will sail in June.”", "the last boat", "Tomas Berg"),
        ("Karl Benn added that the union had walked out, a claim that Olav Reng called “a tale told at night.”",
         "a tale told", "Olav Reng"),
        ("Claus Rye said it would be mended. It was, Birgit Fenn replied, “half right, like most fuses.”",
         "half right", "Birgit Fenn"),
        ("When a reporter shouted “Will you resign?”, Corin Sele answered: “I have a train to catch.”",
         "I have", "Corin Sele"),
        ("Vera Quill insisted the tram was safe after Pim Oster said that “the brakes are butter.”",
         "the brakes", "Pim Oster"),
        ("In a suit against the studio, which accuses it of fraud, Ada Lund said she was “lied to from the start”.",
         "lied to", "Ada Lund"),
        ("Ida Voss said the deal was dead, hours before Per Holm called it “alive, well and signed”.",
         "alive, well", "Per Holm"),
    ],
)  # fmt: skip
def test_no_teller_where_the_words_are_in_no_report(text: str, words: str, speaker: str) -> None:
    found = holding(text, words)
    assert found is not None
    assert (found.speaker, found.reported_by) == (speaker, None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("To the question “Did you sign it yourself?” Corin Sele replied: “I sign many things.”", "Did you sign"),
        ("To a question, “Who paid for the roof?”, Ida Voss answered: “Not one of us.”", "Who paid"),
        ("On the question “Who owns the river now?” Per Holm said: “The river does.”", "Who owns"),
    ],
)
def test_a_question_is_not_the_answerers(text: str, words: str) -> None:
    assert sure_speaker(text, words) is None


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("The secretary read a letter from Ms. Reith, who wrote: “If the hall closes, we sing outside.”",
         "If the hall", "Reith"),
        ("The clerk read out an email from Ida Voss, who wrote: “The mill is yours now.”", "The mill", "Ida Voss"),
        ("The chair quoted from a note by Per Holm, who said: “The mill is yours now.”", "The mill", "Per Holm"),
        ("“No water at all,” he said. Fire officer Grant Teel: “The tank was dry.”", "The tank", "Grant Teel"),
        ("Police spokesman Arvid Holt: “The road is closed until noon.”", "The road", "Arvid Holt"),
        ("Fire chief Leif Anker: “We lost the whole east wing.”", "We lost", "Leif Anker"),
        ("The meteorologist Arne Foss on X: “Storm by noon, snow by night.”", "Storm by", "Arne Foss"),
        ("Ida Voss was asked twice. Voss’s written response: “The mill is not for sale.”", "The mill", "Ida Voss"),
        ("Ida Voss was asked twice. Voss’s reply on Twitter: “The mill is not for sale.”", "The mill", "Ida Voss"),
        ("Head teacher Ann Crewe, in a letter to parents: “The roof is sound.”", "The roof", "Ann Crewe"),
        ("Ida Voss spoke. “The talk has to stop,” she went on. “We have a mill.”", "The talk", "Ida Voss"),
        ("Her answer to the river rule “could be less about fish than money,” said Per Holm.", "could", "Per Holm"),
        ("Ida Voss spoke. She went on: “The talk has to stop at once.”", "The talk", "Ida Voss"),
        ("In 1992 the owner, Karl Benn, said: “The mill will never close.”", "The mill", "Karl Benn"),
        ("In 2004 the town’s first mayor, Ida Voss, called it “a hall of lint and dust”.", "a hall", "Ida Voss"),
        ("Theresa May came to Vesk. “A deal is a deal is a deal,” May said.", "A deal", "Theresa May"),
        ("Theresa May came to Vesk. “A deal is a deal is a deal,” said May.", "A deal", "Theresa May"),
        ("“It is a web and no line at all,” Dr. Stig Harr, director of the U.S. The Food Office’s Network, said.",
         "It is a web", "Stig Harr"),
        ("Minister Sunniva Aas has in the past ruled it out: “Not in my time here,” she told parliament.",
         "Not in my", "Sunniva Aas"),
        ("Coach Ben Aro called Fisk “a weathervane in a calm”, two days after he told the radio that he liked him.",
         "a weathervane", "Ben Aro"),
    ],
)  # fmt: skip
def test_whom_a_label_a_letter_or_a_cue_names(text: str, words: str, speaker: str) -> None:
    assert sure_speaker(text, words) == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("“The harbour is safe for now,” said Authority chair\nOttoline Maas.\n", "The harbour", "Ottoline Maas"),
        ("“It was a long cold night,” commented Per\nLindqvist-Amaro.\n", "It was", "Per Lindqvist-Amaro"),
        ("“We shall not sell an acre of it,” Sir\nHubert Lisle-Moor said.\n", "We shall", "Hubert Lisle-Moor"),
        (
            "“It is worth more than its rails,” said the director of the\nFreight League, Ulla Bark.",
            "It is",
            "Ulla Bark",
        ),
        ("According to Wexcombe Council leader\nBertil Ask, the route “pays for itself twice.”", "pays", "Bertil Ask"),
    ],
)
def test_a_line_break_in_a_paragraph_is_a_space(text: str, words: str, speaker: str) -> None:
    assert sure_speaker(text, words) == speaker


def test_a_heading_stays_a_heading() -> None:
    text = "What the mayor said\nLena Holt came to Vesk. “The mill is yours now,” Holt said."
    assert sure_speaker(text, "The mill") == "Lena Holt"


@pytest.mark.parametrize(
    "text",
    [
        "“I sleep four hours a night,” the “Harbour Lights” star quipped.",
        "While she took the prize, the “Harbour Lights” star quipped that a minute “is the time allotted to us.”",
        "No-one said that the mill would be sold to the town.",
        "Nobody was hurt. “The roof came down at noon,” he said.",
        "The lack of praise at the Vesk Awards was met with anger, many fans questioning why it had been so.",
        "Donald Vale called out Mayor Sadiq Holt over the attack in the city.",
        "Carla Stig and her deputy, Vera Lund, met the players on Monday. “It was cold,” she said.",
        "Mayor Anna Tveit and the town’s deputy, Lena Beck, met on Monday. “The plan is dead,” she said.",
        "“My client says this: ‘I never took it and I never saw it.’”",
    ],
)
def test_nobody_is_named(text: str) -> None:
    assert [each.speaker for each in analyse(news(text)).statements if each.confidence >= SURE] == []


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("The nurse described the staffing as tight but safe.", "the staffing as tight but safe"),
        ("Sven Hall called the mood good, though not warm.", "the mood good, though not warm"),
        ("The captain described the match as long and cold, but fair.", "the match as long and cold, but fair"),
        ("More than 900 people were hit by the storm, over 200 people fled, the council said.",
         "More than 900 people were hit by the storm, over 200 people fled"),
        ("The dam was mended in May, the road was closed for a week, Ida Voss said.",
         "The dam was mended in May, the road was closed for a week"),
        ("Aske told the commission on 15 October that the dam was sound.", "the dam was sound"),
        ("Adaline Voss said through a spokeswoman that no choice had been made.", "no choice had been made"),
        ("Aske told the board in a long letter that the dam was sound.", "the dam was sound"),
    ],
)  # fmt: skip
def test_where_reported_words_begin_and_end(text: str, whole: str) -> None:
    assert whole in [text[each.start : each.end] for each in analyse(news(text)).statements]


@pytest.mark.parametrize(
    "piece", ["of the suit against ", "denies it. He did not ", "rejected reports that ", "May said, "]
)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    import time

    def seconds(count: int) -> float:
        began = time.process_time()
        analyse(news(f"Ida Voss said “no more of it.” {piece * count}"))
        return time.process_time() - began

    seconds(50)
    assert seconds(1_600) < 12 * max(seconds(400), 0.02)


PLUME = """“We took our decision on Friday,” said the spokesperson for Norland's Data Office, which watches Plume.

Plume changed its settings a year ago, the Plume spokesperson said.

The spokesperson said Plume disagrees with how the fine was set.
"""
TWO_SPOKESPEOPLE = """A spokesperson for Veldt Rail said it was safe. A spokesperson for Hand said it was not.

Both met on Monday at the ministry in Eskby. The spokesperson said talks would go on.
"""
ONE_SPOKESWOMAN = """A spokeswoman for Veldt Rail said the line was safe.

The spokeswoman said it would open on Monday.
"""


def test_which_of_two_spokespeople_is_told_by_the_sentence_before_or_not_at_all() -> None:
    assert named(PLUME, "Plume disagrees") == "the Plume spokesperson"
    assert named(TWO_SPOKESPEOPLE, "talks would go on") is None
    assert named(ONE_SPOKESWOMAN, "it would open") == "A spokeswoman for Veldt Rail"


def test_what_a_writer_adds_of_himself_is_nobodys_words() -> None:
    text = "Many have argued that the ferry should go, and I can't disagree: the boat is a wreck.\n"
    assert named(text, "the boat is a wreck") is None
    assert named(text, "I can't disagree") is None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Let's Mend said that the lock leaks.", "Let's Mend"),
        ("“The lock leaks and nobody cares,” Let’s Mend said.", "Let’s Mend"),
        ("Let's see what Orr says: the lock leaks.", None),
        ("This paper argues that the lock leaks.", None),
        ("Our joint statement says that the lock leaks.", None),
    ],
)
def test_a_call_may_begin_a_name_and_this_text_is_nobody(text: str, speaker: str | None) -> None:
    found = holding(text, "lock leaks")
    assert (found.speaker if found else None) == speaker
