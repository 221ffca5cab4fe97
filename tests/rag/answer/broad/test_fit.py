from __future__ import annotations

import pytest

from rag.answer.broad.fit import (
    after_join,
    is_beside_the_text,
    is_decision,
    is_fit,
    is_furniture,
    is_request,
    names_itself,
    repeats,
    without_dateline,
    without_mark,
)


@pytest.mark.parametrize(
    "sentence",
    [
        "The council of Vesk bought a second ferry on Sunday.",
        "“The ferry ends the long queues at the harbour,” Mayor Odran Tell said.",
        "We will build a pumping station at Lorn before the winter.",
        "I believe that the mines of Lorn must stay open.",
        "Odran Tell said he would pay for the harbour wall himself.",
        "Crowds of migrants besieged the gates of Vesk last summer.",
        "Совет Веска купил второй паром за девять миллионов крон.",
        "But the mines of Lorn cannot be saved by a loan alone.",
        "And so the council of Vesk must repair the harbour wall itself.",
        "There are four hundred families in Lorn without clean water.",
        "That is why the council of Vesk has bought a second pump.",
        "It is time to open the mines of Lorn again.",
        "To keep its harbour the town of Vesk sells the old mill.",
        "On Monday the council of Vesk closes the old mill.",
        "No pilot of Vesk has ever sunk a ferry.",
    ],
)
def test_what_can_stand_alone(sentence: str) -> None:
    assert is_fit(sentence, (0, len(sentence)))


@pytest.mark.parametrize(
    "sentence",
    [
        "He added that the old ferry would be sold to Eskby.",
        "To that end the council of Vesk bought a second ferry.",
        "To jest ostatni prom, jaki ma port w Lornie.",
        "No, the council of Vesk has not bought a ferry.",
        "But that is not enough for the miners of Lorn.",
        "And so they left the town of Lorn for good.",
        "But the mill burnt.",
        "It is the same in the harbour of Vesk every year.",
        "Yesterday, he told the council of Vesk about the ferry.",
        "Who will pay for the new harbour wall of Vesk?",
        "Ten Ferries That Sank In A Great Storm",
        "MORE: Ten ferries that sank in a storm last year.",
        "By Ana Ruiz, reporter of the Vesk Gazette",
        "© 2031 Vesk Gazette. All rights reserved by the owners.",
        "Subscribe to our newsletter for more news of the ferry.",
        "Mr. President, Excellencies, ladies and gentlemen, it is good to be here.",
        "Ladies and gentlemen, thank you for your kind welcome to Vesk.",
        "I would like to thank the council of Vesk for the welcome.",
        "It is a great honour to speak to the council of Vesk.",
        "For example, the mines of Lorn were closed for weeks.",
        "The people of Vesk do not understand this, as we know.",
        "Write to the author at ana@vesk.example for more of the story.",
        "Salt is dear.",
    ],
)
def test_what_leans_on_others_or_says_nothing(sentence: str) -> None:
    assert not is_fit(sentence, (0, len(sentence)))


@pytest.mark.parametrize(
    ("sentence", "decides"),
    [
        ("- No objections to a second pump, Ruiz to own it.", True),
        ("With no objections, motion passes.", True),
        ("The council is in agreement on the fee.", True),
        ("Was the fee of the harbour agreed?", False),
        ("Carried.", False),
        ("- Ruiz: the pump is old and loud.", False),
    ],
)
def test_what_minutes_decide_in_few_words(sentence: str, decides: bool) -> None:
    assert is_decision(sentence, (0, len(sentence))) == decides


def test_a_quotation_that_its_cue_follows() -> None:
    text = "“The harbour of Vesk cost forty million crowns,” Tell said."
    assert is_fit(text, (1, text.index("”")))
    assert not is_fit("The harbour of Vesk, the town, the sea,", (0, 39))


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("VESK, March 2 (Vesk Gazette) — The ferry sails.", "The ferry sails."),
        ("NEW LORN (Agency) – “The ferry” sails.", "“The ferry” sails."),
        ("(Agency) The ferry sails.", "The ferry sails."),
        ("The ferry — a new one — sails.", "The ferry — a new one — sails."),
        ("Odran Tell (42) sails.", "Odran Tell (42) sails."),
    ],
)
def test_datelines_are_no_words_of_the_sentence(sentence: str, words: str) -> None:
    start, end = without_dateline(sentence, (0, len(sentence)))
    assert sentence[start:end] == words


def test_a_headline_that_is_the_title_again() -> None:
    title = frozenset({"ferri", "vesk", "sink"})
    assert repeats(title, title)
    assert not repeats(frozenset({"ferri", "council", "crown", "million"}), title)


@pytest.mark.parametrize(
    "sentence",
    [
        "The Gazette is free for personal use, but you need a licence for work use.",
        "Please visit our stall at the harbour for the new timetable.",
        "This article was first published in the Vesk Courier in May 2031.",
        "Mayor Ruiz, councillors, teachers, Class of 2031, ladies and gentlemen.",
        "I would say a word or two on the ferry of Vesk.",
        "We would like to make a few remarks on the price of salt.",
        "To that end, the council of Vesk bought a second ferry.",
        "But I believe that they are bound to mend the wall.",
        "Since most of the costs are wages, it had no chance to save any.",
        "Find more from the Ferry Party of Vesk on InfoPages.",
        "6. the right of the pilots of Vesk to be heard.",
        '{% image "pier.jpg" "The pier of Vesk in the evening light.',
        "3 Marsk TV, Quill MB, Tell O. The tides of the bay of Vesk.",
    ],
)
def test_what_is_of_the_page_or_only_joins(sentence: str) -> None:
    assert is_furniture(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The ferries, the pilots, the masons, and those who teach them are the wealth of our students.",
        "Although Odran Tell paid for the wall, he never asked for thanks.",
        "I believe that it is time to open the third mine.",
        "We will make the ferry free for the pupils of Lorn.",
        "3 years ago, the council of Vesk sold the old ferry.",
        "The survey of the harbour found nine cracks in the wall.",
    ],
)
def test_what_says_something(sentence: str) -> None:
    assert not is_furniture(sentence)


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("In this spirit, we urge you to keep the fund for the lamps of Vesk.", True),
        ("For these reasons, I ask that the council open the mine again.", True),
        ("As the council has paid for the wall, I humbly submit that Lorn be next.", True),
        ("He said that we ask too much of the pilots.", False),
        ("They urge the council to open the mine again.", False),
        ("Do we ask too much of the council of Vesk?", False),
    ],
)
def test_what_is_asked_for_in_the_writers_name(sentence: str, asked: bool) -> None:
    assert is_request(sentence, (0, len(sentence))) == asked


@pytest.mark.parametrize(
    ("sentence", "stands"),
    [
        ("This year, according to the draft, the fund for the lamps is left out.", True),
        ("This letter is about the fund for the lamps of Vesk.", True),
        ("It is the owners and not the captains who have sunk the ferry.", True),
        ("This was the end of the ferry of Vesk.", False),
        ("It is too late for the ferry of Vesk.", False),
    ],
)
def test_its_own_time_text_or_subject_needs_nothing_before(sentence: str, stands: bool) -> None:
    assert names_itself(sentence, (0, len(sentence))) == stands


@pytest.mark.parametrize(
    ("paragraph", "sentence", "beside"),
    [
        (
            "The pilot Ana Ruiz rows past the pier of Vesk. LORN PRESS",
            "The pilot Ana Ruiz rows past the pier of Vesk.",
            1,
        ),
        (
            "4 Marsk TV, Quill MB, et al. Tides turn slowly in the bay of Vesk.",
            "Tides turn slowly in the bay of Vesk.",
            1,
        ),
        ("[^6]: A study found that boats pay. - _[The Quay](https://a.example)_", "A study found that boats pay.", 1),
        ("The pilots row out every day. They ask nine crowns.", "The pilots row out every day.", 0),
        ("The pilots row out every day.", "The pilots row out every day.", 0),
    ],
)
def test_captions_and_works_cited_stand_beside_the_text(paragraph: str, sentence: str, beside: int) -> None:
    text = f"The bay of Vesk\n\n{paragraph}\n\nThe bay is wide."
    start = text.index(sentence)
    assert is_beside_the_text(text, (start, start + len(sentence))) == bool(beside)


@pytest.mark.parametrize(
    ("sentence", "rest"),
    [
        ("In addition, our earnings rose to nine million crowns.", "our earnings rose to nine million crowns."),
        ("And third, a crisis of the harbours is near.", "a crisis of the harbours is near."),
        ("This is why we bought a second ferry.", "we bought a second ferry."),
        ("Finally, the ferry of Vesk must be mended.", "the ferry of Vesk must be mended."),
        ("In that case the ferry of Vesk must be sold.", "In that case the ferry of Vesk must be sold."),
        ("Otherwise, the ferry of Vesk will sink.", "Otherwise, the ferry of Vesk will sink."),
    ],
)
def test_a_sentence_begins_behind_what_only_joins_it(sentence: str, rest: str) -> None:
    assert sentence[after_join(sentence, (0, len(sentence))) :] == rest


@pytest.mark.parametrize(
    ("sentence", "rest"),
    [
        ("12\tToday we open a second ferry.", "Today we open a second ferry."),
        ("3. The mill of Lorn must close.", "The mill of Lorn must close."),
        ("1 - Pilots keep their houses.", "Pilots keep their houses."),
        ("12 pilots of Vesk lost their houses.", "12 pilots of Vesk lost their houses."),
        ("1931. The mill of Lorn burnt.", "1931. The mill of Lorn burnt."),
    ],
)
def test_the_number_of_a_paragraph_is_no_word_of_it(sentence: str, rest: str) -> None:
    assert sentence[slice(*without_mark(sentence, (0, len(sentence))))] == rest


@pytest.mark.parametrize(
    "sentence",
    [
        "And to the pilots of Vesk, thank you for a ferry that never sinks.",
        "We also want to thank the pilots of Vesk for the second ferry.",
        "This article was adapted from a letter that Ana Ruiz wrote.",
    ],
)
def test_thanks_and_where_words_come_from_are_furniture(sentence: str) -> None:
    assert is_furniture(sentence)
