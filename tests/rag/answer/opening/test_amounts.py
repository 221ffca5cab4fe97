"""The number that answers, with its unit and what hedges it; none where another unit is asked for."""

from __future__ import annotations

import pytest

from rag.answer.opening.amounts import amounts, best_amount

FOUND = {
    "weight in an adjective": ("How much did the bear weigh?", "A 215-pound bear was caught.", "215-pound"),
    "money": ("How much will the bridge cost?", "Vesk will pay $26 million for the bridge of 1954.", "$26 million"),
    "money in words": ("How much does a ticket cost?", "A ticket costs forty crowns since May.", "forty crowns"),
    "money per day": ("How much do guards earn?", "Guards earn 40 crowns a day.", "40 crowns a day"),
    "length": (
        "How long is the meadow?",
        "It stretches for more than 112 miles (180 kilometers).",
        "more than 112 miles",
    ),
    "width": (
        "How wide is the alley?",
        "The alley, built in 1912, is no more than 4 meters wide.",
        "no more than 4 meters",
    ),
    "time": ("How long did the siege last?", "It lasted eleven weeks and cost 300 lives.", "eleven weeks"),
    "age after of": ("How old was Odran Tell when he died?", "Tell, a baker, died at the age of 44.", "44"),
    "age in an adjective": ("How old is the mayor?", "The 51-year-old mayor won 3 seats.", "51-year-old"),
    "age after a name": ("How old is Mira Quill?", "Mira Quill, 38, runs two shops.", "38"),
    "things": (
        "How many missions work in Vesk?",
        "Already 18 foreign missions work in Vesk, in 3 forms.",
        "18 foreign missions",
    ),
    "people": ("How many people died?", "The town mourns the 156 victims of two crushes.", "156 victims"),
    "dozen": ("How many issues were discussed?", "We discussed a dozen issues.", "a dozen issues"),
    "how often": ("How many times was it vetoed?", "It was vetoed twice during 3 sessions.", "twice"),
    "share": ("What share of homes is empty?", "About 12 per cent of the 400 homes are empty.", "About 12 per cent"),
    "share over a year": ("What share of sales is new?", "Some 13% year-over-year growth is of new lamps.", "Some 13%"),
    "of what is named": ("How many of the boats sank?", "Of 30 crews 12 lost their boats: 4 boats sank.", "4 boats"),
    "of them": ("How many of them came?", "The mayor asked them all, and only 12 came.", "only 12"),
    "only one": ("How many seats has the hall?", "There is room for 240.", "240"),
}
NONE = {
    "another unit": ("How far will the land sink?", "The study of 3 geologists says it will sink."),
    "no number": ("How many ships sank?", "Several ships sank off Mardo."),
    "a year": ("How many ships sank?", "The ships sank in 1954."),
    "a day": ("How many ships sank?", "The ships sank on 3 May at 5 p.m."),
    "two may be meant": ("How many ships sank?", "Between Vesk and Mardo 14 sailed and 9 stayed."),
    "the question's own": ("How many of the 40 ships sank?", "Of the 40 ships none was new."),
    "more than before": ("How often did Tell warn them?", "Tell warned them twice more, in May and in June."),
    "so many times as many": ("How many times did it flood?", "It floods three times as much as before."),
    "a day of a short month": ("How many times did it burn?", "27 Sep. 1914: at the rear of the mill."),
    "two sums of money": ("How much did Vesk spend on lights?", "Lights, 147,000 and the budget was $150,000."),
    "two sums in the other order": ("How much did it cost?", "The budget was €20,000, and it came to 23,500."),
    "no price": ("How much did the ferry cost?", "The ferry carries 300 people."),
    "a share of what costs": ("How much does he say it cost taxpayers?", "We removed 80 per cent of the leases."),
    "a share of what is taken in": ("How much did the ferry take in May?", "The ferry's takings grew by 13% in May."),
    "a length for how far a work is": ("How far along is the northern road?", "The road is four miles long."),
    "of other things": ("How many of them must go?", "We clear around 60 of the main roads."),
    "other things": ("How many of those will be moved?", "The council named 14 streets."),
    "no age": ("How old is the church?", "The church has 40 windows."),
}


@pytest.mark.parametrize("name", FOUND)
def test_the_number_with_its_unit(name: str) -> None:
    question, text, words = FOUND[name]
    span = best_amount(text, question, None)
    assert span is not None
    assert text[slice(*span)].startswith(words)


@pytest.mark.parametrize("name", NONE)
def test_no_number_where_none_answers(name: str) -> None:
    question, text = NONE[name]
    assert best_amount(text, question, None) is None


def test_where_the_reader_sees_the_answer_goes_first() -> None:
    text = "In all 14 boats sailed and 9 boats sank."
    at = text.index("9 boats")
    span = best_amount(text, "How many boats sank?", (at, at + 1))
    assert span is not None
    assert text[slice(*span)] == "9 boats"


def test_what_fits_is_told_from_what_does_not() -> None:
    found = amounts("It is 40 meters long and carries 300 people.", "How long is the ferry?")
    assert [(int(each.number.value), each.fits) for each in found] == [(40, True), (300, False)]


TIMES = {
    "more than": ("The mill was hit more than 16 times!", "more than 16 times"),
    "a name before": ("Storms hit Vesk 16 times in May.", "16 times"),
    "a little over": ("The bell rang slightly more than 40 times.", "slightly more than 40 times"),
    "words": ("The ferry sank several times.", "several times"),
    "twice": ("The ferry sank at least twice.", "at least twice"),
}


@pytest.mark.parametrize("name", TIMES)
def test_what_hedges_a_number_of_times_is_whole(name: str) -> None:
    text, times = TIMES[name]
    span = best_amount(text, "How many times did it happen?", None)
    assert span is not None
    assert text[slice(*span)] == times


@pytest.mark.parametrize(
    "text",
    [
        "Between 10 and 20 boats sank at Mardo.",
        "It was not 16 boats that sank at Mardo.",
        "From 10 to 20 boats sank at Mardo.",
        "These times are hard at Mardo.",
    ],
)
def test_a_part_of_a_number_is_none(text: str) -> None:
    assert best_amount(text, "How many boats sank at Mardo?", None) is None
    assert best_amount(text, "How many times did boats sink at Mardo?", None) is None


@pytest.mark.parametrize(
    ("question", "text", "read", "told"),
    [
        ("How much prize money did the crew win?", "The crew took five major prizes.", "five major prizes", None),
        ("How much prize money did the crew win?", "It took $50,000 and five prizes.", "five prizes", "$50,000"),
        ("By how much did it grow?", "It has 40 million more, in total over 360 million.", "over 360 million", None),
        ("By how much did it rise?", "It rose to 90 crowns.", "90 crowns", None),
        ("How much did the bank cut its rate?", "It fell by 1 point to 6.0 per cent.", "6.0 per cent", None),
        ("How much was the fee raised to?", "It was raised to 90 crowns.", "90 crowns", "90 crowns"),
        ("What did it rise to?", "It rose to 90 crowns.", "90 crowns", "90 crowns"),
    ],
)
def test_a_number_of_something_else_is_not_told(question: str, text: str, read: str, told: str | None) -> None:
    at = text.index(read)
    span = best_amount(text, question, (at, at + len(read)))
    assert (text[slice(*span)].strip(".") if span else None) == told
