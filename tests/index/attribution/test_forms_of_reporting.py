"""Forms in which words are told: untrue, promised, forged, withdrawn, rumoured; and whose they are beside others."""

from __future__ import annotations

import pytest

from index.attribution.attribute import analyse
from index.attribution.confidence import is_bare_reply
from index.people.people import People
from index.records import Statement
from index.senses.sense import sense_in
from tests.index.attribution.said import news


def statements(text: str) -> list[Statement]:
    return analyse(news(text)).statements


def holding(text: str, words: str) -> Statement:
    """Return the innermost statement that holds the words."""
    at = text.index(words)
    return min((each for each in statements(text) if each.start <= at < each.end), key=lambda each: each.end - at)


SENSES = [
    ("It is untrue, Ana Ruiz said, that “the mill was sold to the bank.”", "denied"),
    ("It is not true, Odo Quill told the Echo, that “the mill was sold.”", "denied"),
    ("It was false, said Petra Holm, that “the mill was sold in May.”", "denied"),
    ("It may be, Ana Ruiz said, that “the mill was sold in May.”", "hypothetical"),
    ("Ana Ruiz failed to say that “the mill was sold in May.”", "denied"),
    ("Odo Quill neglected to mention that the mill was sold in May.", "denied"),
    ("Petra Holm forgot to tell the council that “the mill was sold.”", "denied"),
    ("Petra Holm promised to say that “the mill was sold in May.”", "hypothetical"),
    ("Odo Quill vowed to tell the court that “the mill was sold.”", "hypothetical"),
    ("Ana Ruiz was expected to announce that “the mill was sold.”", "hypothetical"),
    ("A fake post had Ana Ruiz saying “the mill was sold in May.”", "denied"),
    ("In a deepfake, Ana Ruiz said “the mill was sold in May.”", "denied"),
    ("In the hoax, Odo Quill says “the mill was sold in May.”", "denied"),
    ("In a dream Petra Holm said “the mill was sold in May.”", "denied"),
    ("Ana Ruiz should have said “the mill was sold in May.”", "hypothetical"),
    ("Odo Quill ought to have told us “the mill was sold.”", "hypothetical"),
    ("Petra Holm, who should have said “the mill was sold”, said nothing.", "hypothetical"),
    ("A doctored video shows Odo Quill saying: “I wish the mill was sold.”", "denied"),
    ("In an invented interview, Petra Holm says “the mill was sold in May.”", "denied"),
    ("The report pretends that Ana Ruiz said “the mill was sold in May.”", "denied"),
    ("The leaflet pretended Odo Quill said “the mill was sold in May.”", "denied"),
    ("Pretending that Petra Holm said “the mill was sold”, the blog went on.", "denied"),
    ("“They say the mill was sold in May,” so the rumour goes.", "reported"),
    ("The house by the river, so the old story goes, “was lost when the mill was sold.”", "reported"),
    ("Ana Ruiz said: “The ferry is late and the mill was sold, so the rumour goes.”", "reported"),
    ("Ana Ruiz said: “My grandmother used to say: the mill was sold for bread.”", "reported"),
    ("“My old teacher always said that the mill was sold too soon,” Odo Quill said.", "reported"),
    ("“Our late father would often say the mill was sold for a song,” said Petra Holm.", "reported"),
    ("Ana Ruiz said: “Over my dead body would I hear that the mill was sold.”", "denied"),
    ("“They will see that the mill was sold over my dead body,” Ana Ruiz said.", "denied"),
    ("“I would hear that the mill was sold over our dead bodies,” said Odo Quill.", "denied"),
    ("In the play, Ana Ruiz says: “Tonight the mill was sold to a thief.”", "hypothetical"),
    ("In his new sketch, Odo Quill says “the mill was sold to a thief.”", "hypothetical"),
    ("In the last scene, Petra Holm says: “I knew the mill was sold.”", "hypothetical"),
    ("An earlier version of this article quoted Ana Ruiz as saying “the mill was sold in May”.", "denied"),
    ("Correction: We quoted Odo Quill as saying “the mill was sold in May”.", "denied"),
    ("The item was changed on 3 May. It misquoted Petra Holm as saying “the mill was sold”.", "denied"),
]


@pytest.mark.parametrize(("text", "sense"), SENSES, ids=[f"{sense}-{at}" for at, (_, sense) in enumerate(SENSES)])
def test_the_statement_has_the_sense_in_which_it_is_reported(text: str, sense: str) -> None:
    assert holding(text, "the mill was sold").sense == sense


PLAIN = [
    "Ana Ruiz promised that “the mill was sold for good.”",
    "It is true, Ana Ruiz said, that “the mill was sold in May.”",
    "The man who failed to pay said “the mill was sold in May.”",
    "Ana Ruiz failed to win the seat and said “the mill was sold in May.”",
    "Ana Ruiz, who complained about a fake post, said “the mill was sold in May.”",
    "A fake post upset Ana Ruiz, who said “the mill was sold in May.”",
    "A video shows Ana Ruiz saying “the mill was sold in May.”",
    "The original version of the bill, Ana Ruiz said, read well: “the mill was sold in May.”",
    "Correction officers said “the mill was sold in May.”",
    "The minister promised jobs and said “the mill was sold in May.”",
    "In the scene of the crash, Ana Ruiz said: “I see that the mill was sold.”",
    "Ana Ruiz told the court: “My grandmother cried when the mill was sold.”",
    "“The play opens in May and I say the mill was sold,” Ana Ruiz said.",
    "“I am ready to say that the mill was sold,” Ana Ruiz said.",
]


@pytest.mark.parametrize("text", PLAIN)
def test_what_only_looks_like_it_is_plain(text: str) -> None:
    assert holding(text, "the mill was sold").sense == "plain"


@pytest.mark.parametrize(
    ("text", "sense"),
    [
        ("“In the play I say ‘the mill must burn’ and people laugh,” Ana Ruiz said.", "hypothetical"),
        ("“In the film I say that the mill must burn,” Odo Quill said.", "hypothetical"),
        ("ANA RUIZ: In the sketch we shout “the mill must burn” and leave.\n\nODO QUILL: Good.\n", "hypothetical"),
        ("“My grandmother used to say: ‘the mill must burn.’ I laughed,” said Ana Ruiz.", "reported"),
        ("Ana Ruiz said: “It is lost, the mill must burn, so the story goes.”", "reported"),
        ("“You think the mill must burn? Over my dead body,” said Ana Ruiz.", "asked"),
    ],
)
def test_a_cut_has_the_sense_of_its_scene(text: str, sense: str) -> None:
    owner = holding(text, "the mill must burn")
    at = text.index("the mill must burn")
    assert sense_in(text, (at, at + len("the mill must burn")), owner) == sense


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ana Ruiz came in. “Is it true that the mill is sold?” she was asked. She nodded.", None),
        ("“Is it true that the mill is sold?” Ana Ruiz was asked on Monday.", None),
        ("Ana Ruiz came in. Asked “Is it true that the mill is sold?” she laughed.", None),
        ("When asked: “Is it true that the mill is sold?” Ana Ruiz laughed.", None),
        ("“Is it true that the mill is sold?” Ana Ruiz was asked by a reporter.", "a reporter"),
        ("“Is it true that the mill is sold?” a clerk asked Ana Ruiz.", "a clerk"),
        ("Ana Ruiz asked her brother, “Is it true that the mill is sold?”", "Ana Ruiz"),
        ("Ana Ruiz was asked to explain and said “it is true that the mill is sold”.", "Ana Ruiz"),
    ],
)
def test_a_question_is_never_of_who_was_asked(text: str, speaker: str | None) -> None:
    assert holding(text, "true that the mill").speaker == speaker


BETWEEN = [
    ("Ragna Fjeld met Liv Solheim on Friday. “The bridge is safe,” she said.", {"Ragna Fjeld", "Liv Solheim"}),
    ("Anna Holm phoned Maria Solheim on Friday. “The bridge is safe,” she said.", {"Anna Holm", "Maria Solheim"}),
    ("Anna Holm wrote to Maria Solheim in May. “The bridge is safe,” she said.", {"Anna Holm", "Maria Solheim"}),
    ("Peter Dahl wrote to Jon Berg, who answered. “The bridge is safe,” he said.", {"Peter Dahl", "Jon Berg"}),
    ("Peter Dahl called Jon Berg, who refused. “The bridge is safe,” he said.", {"Peter Dahl", "Jon Berg"}),
    ("Peter Dahl sent it to Jon Berg, who wrote back. “The bridge is safe,” he said.", {"Peter Dahl", "Jon Berg"}),
    ("Either Ben Ahlers or Tom Dahl said “the bridge. The bridge is safe.”", {"Ben Ahlers", "Tom Dahl"}),
    ("Jon Berg is mayor of Eskby. Tom Dahl is mayor of Tarn. The mayor said: “The bridge is safe.”",
     {"Jon Berg", "Tom Dahl"}),
    ("Jon Berg, the mayor of Eskby, saw Tom Dahl, the mayor of Tarn. “The bridge is safe,” the mayor said.",
     {"Jon Berg", "Tom Dahl"}),
    ("The mayor of Eskby came. The mayor of Tarn left. The mayor said “yes. The bridge is safe.”",
     {"The mayor of Eskby", "The mayor of Tarn"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "candidates"), BETWEEN)
def test_of_two_who_took_part_the_speaker_is_unsure(text: str, candidates: set[str]) -> None:
    found = holding(text, "The bridge is safe")
    assert (found.speaker, set(found.candidates)) == (None, candidates)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Anna Holm met Jon Berg on Friday. “The bridge is safe,” she said.", "Anna Holm"),
        ("Anna Holm met Maria Solheim on Friday. “The bridge is safe,” Holm said.", "Anna Holm"),
        ("Peter Dahl, who runs the mill, wrote to the council. “The bridge is safe,” he said.", "Peter Dahl"),
        ("The mayor of Eskby came in. The mayor said “well. The bridge is safe.”", "The mayor"),
        ("“Come in. The bridge is safe,” Anna Holm was quoted as saying.", "Anna Holm"),
        ("The Echo quoted Anna Holm as saying: “The bridge is safe.”", "Anna Holm"),
        ("Critics cited Jon Berg as saying “yes. The bridge is safe.”", "Jon Berg"),
        ("Jon Berg opened the fair. In his words: “The bridge is safe.”", "Jon Berg"),
        ("Anna Holm, in her own words: “The bridge is safe.”", "Anna Holm"),
        ("In the words of Anna Holm: “The bridge is safe.”", "Anna Holm"),
        ("Rep. Ana Ruiz, D-Vesk Falls said: “The bridge is safe.”", "Ana Ruiz"),
        ("Tom Lamb, R-Tarn, and chairman Jeremy Faison, R-Eskby said: “The bridge is safe.”",
         "Tom Lamb, R-Tarn, and chairman Jeremy Faison"),
        ("House leader Ana Ruiz, I-Vesk said “well. The bridge is safe.”", "Ana Ruiz"),
        ("No wonder Jon Berg said, and I quote, “The bridge is safe.”", "Jon Berg"),
        ("When they came, Ana Ruiz said, it opened “slowly. The bridge is safe,” and the guards saw two men.",
         "Ana Ruiz"),
    ],
)  # fmt: skip
def test_whose_words_they_are(text: str, speaker: str) -> None:
    assert holding(text, "The bridge is safe").speaker == speaker


NOTICES = [
    "An earlier version of this item quoted Anna Holm as saying “the mill is lost”. In fact she said “the mill stays”.",
    "Correction: An earlier version quoted Anna Holm as saying “the mill is lost.” She actually said “the mill stays.”",
    "The first edition had Anna Holm saying “the mill is lost”; in truth she said “the mill stays”.",
]


@pytest.mark.parametrize("text", NOTICES)
def test_a_notice_takes_back_the_first_words_and_gives_the_second(text: str) -> None:
    assert holding(text, "the mill is lost").sense == "denied"
    second = holding(text, "the mill stays")
    assert (second.speaker, second.sense) == ("Anna Holm", "plain")


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Jon Berg called the sale “a sin”.", "a sin", "Jon Berg"),
        ("Anna Holm described the bridge as “a trap” on Monday.", "a trap", "Anna Holm"),
        ("The plan was dubbed “pure theft” by Peter Dahl.", "pure theft", None),
        ("The plan was called “pure theft” by Peter Dahl.", "pure theft", "Peter Dahl"),
        ("He lives in a club called “The Mill” in Vesk.", "The Mill", None),
        ("Anna Holm wrote her “last post” in May.", "last post", None),
        ("Peter Dahl recorded a “short song” in Vesk.", "short song", None),
        ("Anna Holm posted the “final list” today.", "final list", None),
    ],
)
def test_a_few_words_that_somebody_calls_a_thing(text: str, words: str, speaker: str | None) -> None:
    at = text.index(words)
    found = [each.speaker for each in statements(text) if each.start <= at < each.end and each.kind == "direct"]
    assert found == ([speaker] if speaker else [])


@pytest.mark.parametrize(
    "text",
    [
        "Neither Ben Ahlers nor Tom Dahl would speak. “We go,” Ahlers said.",
        "On Monday neither Ben Ahlers nor Dahl came. “We go,” said Ahlers.",
        "Neither Ahlers nor Dahl spoke. Ben Ahlers left. “We go,” Ahlers said.",
    ],
)
def test_neither_is_no_given_name(text: str) -> None:
    assert [each.name for each in People(text).all if "either" in each.name] == []
    assert holding(text, "We go").speaker == "Ben Ahlers"


@pytest.mark.parametrize("name", ["Evin Prison", "Middle Tennessee", "Reedy Creek", "Help", "adult", "Shockwave"])
def test_places_and_things_are_no_candidates(name: str) -> None:
    assert not People(f"{name} was in the news. Nobody spoke.").may_speak(name)


@pytest.mark.parametrize("name", ["Anna Holm", "the mayor", "CNN", "a 26-year-old student", "Vesk Police", "his wife"])
def test_people_and_bodies_may_be_candidates(name: str) -> None:
    assert People(f"It is said that {name} was there.").may_speak(name)


def test_a_number_stays_with_the_years_of_somebody() -> None:
    assert holding("A 22-year-old student told the Echo: “We will stay here.”", "We will").speaker == (
        "A 22-year-old student"
    )


@pytest.mark.parametrize("words", ["Yes,", "No. No.", "Well …", "Oh, right!", "Да."])
def test_a_bare_reply_tells_nothing_by_itself(words: str) -> None:
    assert is_bare_reply(words)


@pytest.mark.parametrize("words", ["Never,", "Yes, it is.", "Nonsense!", "a sin", "It is,"])
def test_a_short_reply_that_tells_something_is_none(words: str) -> None:
    assert not is_bare_reply(words)


@pytest.mark.parametrize("whose", ["Odo Singh's mother", "Odo Singh’s wife", "Odo Singh's sister"])
def test_he_is_nobodys_mother(whose: str) -> None:
    text = f"{whose} works at night. Odo Singh knew them all. “She is in shock. We try to help,” he said."
    assert holding(text, "We try").speaker in {"Odo Singh", None}
