from __future__ import annotations

import pytest

from rag.answer.broad.fit import is_decision, is_fit, repeats, without_dateline


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
    ],
)
def test_what_can_stand_alone(sentence: str) -> None:
    assert is_fit(sentence, (0, len(sentence)))


@pytest.mark.parametrize(
    "sentence",
    [
        "He added that the old ferry would be sold to Eskby.",
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
