"""A surname alone or with a role is the one person's of the text who bears it, before or after the full name."""

from __future__ import annotations

import pytest

from index.people.people import People
from index.people.text_words import TextWords
from tests.index.analysed import innermost, named, over

SHARED_WITH_A_FIRM = [
    pytest.param(
        "The Vesk-based Hale Berrow Quill law firm sued the port.\n\n“It is late,” said Ida Berrow, Hale Berrow "
        "co-founder and managing partner.\n\n“They wait,” Berrow said.",
        "They wait",
        "Ida Berrow",
        id="co-founder of a law firm",
    ),
    pytest.param(
        "A Gravit Orme poll of May found that few would vote. “They are tired,” Orme said. "
        "Tomas Orme is its director. The Gravit Orme survey asked 800 people.",
        "They are tired",
        "Tomas Orme",
        id="a poll, and the full name later",
    ),
    pytest.param(
        "Lawyers of Stell Marden LLP went to court. Their client trusts Nora Marden, who leads the case.\n\n"
        "“We shall win,” Attorney Marden said.",
        "We shall win",
        "Nora Marden",
        id="attorney, of a partnership",
    ),
]


@pytest.mark.parametrize(("text", "words", "speaker"), SHARED_WITH_A_FIRM)
def test_a_firm_has_no_part_in_a_surname(text: str, words: str, speaker: str) -> None:
    assert named(text, words) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Ida Berrow met Tomas Berrow at the port. “They wait,” Berrow said.",
        "Lawyer Quendra Berrow sat beside Ida Berrow. “They wait,” Berrow said.",
        "Ida Berrow came, and so did Jonas Berrow, a farmer. Attorney Berrow said: “They wait.”",
    ],
)
def test_of_two_with_a_surname_none_is_chosen(text: str) -> None:
    assert named(text, "They wait") not in {"Ida Berrow", "Tomas Berrow", "Quendra Berrow", "Jonas Berrow"}


GLUED = [
    pytest.param(
        "A Gravit poll found few. “They are tired,” Gravit Lisa Tull said.", "They are", "Lisa Tull", id="a poll's"
    ),
    pytest.param(
        "VoxPol asked 800 people. VoxPol Adam Brandt said: “They are tired.”", "They are", "Adam Brandt", id="capitals"
    ),
    pytest.param(
        "Orlin Research is small. “They are tired,” said Orlin Maria Holt.", "They are", "Maria Holt", id="research"
    ),
    pytest.param("“They are tired,” said VoxPol’s Adam Brandt.", "They are", "Adam Brandt", id="owned"),
]


@pytest.mark.parametrize(("text", "words", "speaker"), GLUED)
def test_a_firm_before_a_name_is_none_of_it(text: str, words: str, speaker: str) -> None:
    assert named(text, words) == speaker


@pytest.mark.parametrize("name", ["Quendra Lisa Tull", "McKenna Adam Brandt", "Odran James Holt"])
def test_a_rare_given_name_stays(name: str) -> None:
    assert named(f"The vote was on Monday. “They are tired,” {name} said.", "They are") == name


HEADS = [
    pytest.param("Reading Football Club", "Harrow Town drew with Reading. ", id="a club of a town in -ing"),
    pytest.param("Worthing Council", "", id="a council"),
    pytest.param("Kettering Harbour Company", "", id="a company"),
]


@pytest.mark.parametrize(("name", "before"), HEADS)
def test_a_body_in_ing_keeps_its_head(name: str, before: str) -> None:
    text = f"{before}The season starts in May. {name} said that the gates would stay open until June."
    assert {each.speaker for each in over(text, "the gates")} == {name}


@pytest.mark.parametrize("caption", ["Watching Ana Ruiz", "Introducing Ana Ruiz", "Following Ana Ruiz"])
def test_a_caption_is_none_of_a_name(caption: str) -> None:
    text = f"{caption}\n\nThe vote was on Monday. “They are tired,” Ruiz said."
    assert named(text, "They are") == "Ana Ruiz"


SMALL = (
    "The fire on the quay began in the night, and nobody of the crew was on board when it was seen by a neighbour. "
    "The boats of the old harbour were lost. Norrland batsman nick sallow said the match was off and the pitch wet. "
    "It was the last day of the match and the rain had come over the hills early in the morning, and then it went on. "
)


@pytest.mark.parametrize("called", ["Sallow", "Coach sallow", "Mr sallow"])
def test_a_surname_in_small_letters_is_joined(called: str) -> None:
    text = f"{SMALL}{called} said: “We were all out by noon.”"
    assert {each.speaker for each in over(text, "We were all out")} == {"nick sallow"}


@pytest.mark.parametrize("called", ["Norrland batsman nick halman", "Halman", "Coach halman"])
def test_a_surname_that_ends_like_a_trade_is_one(called: str) -> None:
    text = f"{SMALL.replace('sallow', 'halman')}{called} said: “We were all out by noon.”"
    assert {each.speaker for each in over(text, "We were all out")} == {"nick halman"}


def test_a_title_of_the_other_gender_joins_nobody_in_small_letters() -> None:
    text = f"{SMALL}Mrs sallow said: “We were all out by noon.”"
    assert "nick sallow" not in {each.speaker for each in over(text, "We were all out")}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "the mill is late. so far, said the clerk, nobody paid. so far said the mill is open for the town.",
            "the mill is open",
        ),
        ("“we keep the mill for the town,” said save. the clerk said save the mill for us.", "we keep"),
        ("“we keep the mill for the town,” in norr said. he lives in norr by the sea.", "we keep"),
    ],
)
def test_no_word_of_grammar_is_a_given_name_in_small_letters(text: str, words: str) -> None:
    assert named(text, words) not in {"so far", "said save", "in norr"}


@pytest.mark.parametrize(
    ("text", "surname", "name"),
    [
        ("will holt runs the mill.", "holt", "will holt"),
        ("rose tarn runs the mill.", "tarn", "rose tarn"),
        ("so far nobody runs it.", "far", None),
        ("the clerk said vesk is lost.", "vesk", None),
        ("they live in norr.", "norr", None),
    ],
)
def test_a_given_name_in_small_letters_is_no_other_word(text: str, surname: str, name: str | None) -> None:
    assert TextWords(text).full_name_in_small_letters(surname, None) == name


OF_THE_FAMILY = [
    pytest.param("President Quell won the vote in Vesk. Vanessa Quell, once the wife of his son, came to dinner.\n\n"
                 "“We will build it,” Quell said at the dinner.", "We will build it", id="a former wife of his son"),
    pytest.param("Tarn won the mill. The miller’s daughter-in-law, Ilse Tarn, left.\n\n“We will mend it,” Tarn said.",
                 "We will mend it", id="a daughter-in-law"),
    pytest.param("Governor Holt closed the weir. His brother, Odo Holt, owns the quay.\n\n“It leaks,” Holt said.",
                 "It leaks", id="a brother"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), OF_THE_FAMILY)
def test_a_bare_surname_is_not_kin_of_whom_it_named_before(text: str, words: str) -> None:
    assert named(text, words) not in {"Vanessa Quell", "Ilse Tarn", "Odo Holt"}


def test_a_bare_surname_is_the_one_bearer_named_before_it() -> None:
    text = "Vanessa Quell, the wife of the miller, came to the dinner.\n\n“We will build it,” Quell said."
    assert named(text, "We will build it") == "Vanessa Quell"


@pytest.mark.parametrize(
    "text",
    [
        "Vesk, Mole Lane. On Mole Lane, the bakers are shut. “It leaks,” he says. “I want out.”",
        "The Elm Road was shut. “It leaks,” she said.",
        "Hob Square is the heart of Vesk. “It leaks,” he said.",
    ],
)
def test_a_street_is_never_he_or_she(text: str) -> None:
    found = innermost(text, "It leaks")
    assert found is None or found.speaker is None


def test_a_person_with_a_streets_name_is() -> None:
    assert named("Nathan Lane runs the mill. “It leaks,” he said.", "It leaks") in {"Nathan Lane", None}
    assert innermost("Captain Tarn Hill runs the mill. “It leaks,” he said.", "It leaks").speaker == "Tarn Hill"


@pytest.mark.parametrize(
    "text",
    [
        "Zaya Khan told the paper that the road was shut. “We had no way out,” said Amon Khan of Kestria Vale. “I was "
        "there at noon,” Khan said.",
        "Zaya Khan told the paper of it.\n\n“We had no way out,” said Amon Khan.\n\n“I was there at noon,” Khan said.",
        "Zaya Khan left. Amon Khan of Vesk said that the road was shut. “I was there at noon,” Khan said.",
        "Amon Khan of Vesk sells salt. “I was there at noon,” Khan said.",
        "Amon Khan from the Norr Salt Works spoke. “I was there at noon,” Khan said.",
    ],
)
def test_of_two_with_a_surname_the_one_who_spoke_last_is_meant(text: str) -> None:
    assert named(text, "I was there") == "Amon Khan"


@pytest.mark.parametrize(
    "text",
    [
        "Zaya Khan lives in Vesk. “We left,” said Amon Khan of Norr. Zaya Khan was away. “I was there,” Khan said.",
        "“We left,” said Amon Khan of Norr, who knows Zaya Khan. “I was there,” Khan said.",
        "Amon Khan runs the mill. “We left,” said his wife, Zaya Khan. “I was there,” Khan said.",
        "Zaya Khan told it to Amon Khan of Kestria Vale. “I was there,” Khan said.",
    ],
)
def test_where_both_or_kin_or_no_speaker_were_named_last_none_is_chosen(text: str) -> None:
    assert named(text, "I was there") in {"Khan", None}


@pytest.mark.parametrize("post", ["Finance Minister", "Attorney General", "Lord Mayor", "Salt Chapel"])
def test_before_where_a_post_or_a_thing_is_stands_no_name(post: str) -> None:
    text = f"The {post} of Vesk was named. It is a chapel of salt. {post.split()[-1]} was heard. “It is late,” he said."
    assert post not in {each.name for each in People(text).all}


@pytest.mark.parametrize(
    "text",
    [
        "Brandt came with his aides. First lady Mona Brandt stayed at home. At noon Brandt took off his mask.\n\n"
        "During his meeting with the lawmakers, Brandt said: “They wait.”",
        "Mr. Orme was late. Mr. Orme had lost a match. His daughter Ida Orme plays too.\n\n“They wait,” Orme said.",
        "Tell fed his dogs. Tell then shut his door. Nobody told Lena Tell.\n\n“They wait,” Tell told the Echo.",
    ],
)
def test_a_mans_surname_is_no_womans_who_alone_is_named_in_full(text: str) -> None:
    assert named(text, "They wait") not in {"Mona Brandt", "Ida Orme", "Lena Tell"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Mona Brandt came with her aides. Brandt took off her mask.\n\n“They wait,” Brandt said.", "Mona Brandt"),
        ("Mona Brandt came. Brandt buried his letter, she says, in May.\n\n“They wait,” Brandt said.", "Mona Brandt"),
        ("Karl Brandt came with his aides. Brandt lost his hat.\n\n“They wait,” Brandt said.", "Karl Brandt"),
    ],
)
def test_a_surname_is_whose_gender_fits_it(text: str, speaker: str) -> None:
    assert named(text, "They wait") == speaker
