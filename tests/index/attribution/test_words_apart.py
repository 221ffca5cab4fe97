"""Whose words are that stand apart from who said them: over lines, behind a sentence, in old type's marks."""

from __future__ import annotations

import pytest

from index.records import Statement
from tests.index.analysed import sense_of_cut
from tests.index.attribution.said import NEWS, SURE, holding, said, sure_speaker

_OTHERS = "Neil Holm, a baker, said the mill was sold in May."
_SMALL = (
    "The town by the sea had rain all day and the boats were in the harbour with nobody on board, while the people of "
    "the old town stayed at home and the baker sold nothing but a loaf of bread and three cakes to a man who came by "
    "with his dog and his hat and a long coat of wool and asked for the way. "
)
"""A text with no names, long enough to show that it writes them in small letters."""


def _direct(text: str, words: str) -> Statement:
    found = holding(text, words)
    assert found is not None
    assert found.kind == "direct"
    return found


@pytest.mark.parametrize(
    ("text", "lines", "speaker"),
    [
        pytest.param(
            "“Of course it is worrying,” says Mira Quill.\n“Any step backwards is.\nBut I am not sure that Vesk sets "
            "the tone for the rest of us.”\nThe council will wait and see.",
            ("Any step", "But I am"), "Mira Quill", id="behind a cue, two lines",
        ),
        pytest.param(
            'In 2005 Odran Tell said of her: "She changed the politics of the town.\nShe never had to talk about it.\n'
            'She lived it, and everybody knew that she did …\nshe bowled everyone over."\nThe hall rose to its feet.',
            ("She changed", "She never", "She lived", "she bowled"), "Odran Tell", id="before a colon, four lines",
        ),
        pytest.param(
            "Ida Voss told the crowd: “We never sold it.\n\nThe mill is ours and was always ours.\n\nWe will fight for "
            "it.” The crowd cheered.",
            ("We never", "The mill is", "We will fight"), "Ida Voss", id="blank lines between",
        ),
        pytest.param(
            '"We never sold it.\n\nThe mill is ours and was always ours.\n\nWe will fight for it," Ida Voss told us.',
            ("We never", "The mill is", "We will fight"), "Ida Voss", id="named at the end",
        ),
        pytest.param(
            "Ida Voss told the crowd: “We never sold it.\n\n“The mill is ours and was always ours.\n\n“We will fight "
            "for it.”\n\nThe crowd cheered.",
            ("We never", "The mill is", "We will fight"), "Ida Voss", id="an opening mark at each paragraph",
        ),
        pytest.param(
            'Palo Brandt told Radio Vesk:. "it was good to win for a change, the ice was slow. "i got through the '
            'first half. "i was happy to score today." The team plays again on Sunday.',
            ("it was good", "i got through", "i was happy"), "Palo Brandt", id="an opening mark at each sentence",
        ),
    ],
)  # fmt: skip
def test_words_broken_over_lines(text: str, lines: tuple[str, ...], speaker: str) -> None:
    for words in lines:
        assert _direct(text, words).speaker == speaker
        assert sure_speaker(text, words) == speaker


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            '"The rent has doubled since the spring.\nIda Voss, Vesk Tenants Board."\n\nThe board meets on Friday.',
            "Ida Voss, Vesk", id="a credit",
        ),
        pytest.param(
            "“The rent has doubled since the spring.\nMira Quill, deputy head of the board.”\n\nThe board meets.",
            "Mira Quill", id="a name and what she is",
        ),
        pytest.param(
            "“The rent has doubled since the spring.\nMayor Odran Tell.”\n\nThe board meets on Friday.",
            "Mayor Odran", id="a title and a name",
        ),
        pytest.param(
            '"It is late," he said. "We go.\n\nThe clerks left the hall.\n\nThe "folly" on the hill is for sale.',
            "The clerks", id="no closing mark",
        ),
    ],
)  # fmt: skip
def test_no_words_between_lines(text: str, words: str) -> None:
    found = holding(text, words)
    assert found is None or found.kind != "direct"


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        pytest.param(
            f"{_SMALL}Dave tarn, 72, was in vesk with his dog. Mr tarn, a retired engineer, said : `daisy was off the "
            "lead and she slipped. She got so weak. ` her head went under the water, it was awful.' A fisherman came "
            "by with a boat.",
            "her head", "dave tarn", id="an opening mark at each sentence, small letters",
        ),
        pytest.param(
            "Ida Voss spoke to the council. She explained : `he came to the door and told us that the hens were dead.' "
            "' i did not like him, i thought that he was rude.' The council laughed.",
            "i did not like", "Ida Voss", id="an apostrophe opens behind a closing one",
        ),
        pytest.param(
            "Ida Voss came late. Voss added :' i am proud to run this year. ` the hospital has done so much for us.' "
            "The run is on Sunday.",
            "i am proud", "Ida Voss", id="an apostrophe opens behind a colon",
        ),
        pytest.param(
            "Ida Voss said: ``The mill is not for sale, and it never was.'' The council met.",
            "The mill is not", "Ida Voss", id="doubled marks",
        ),
        pytest.param(
            "“The channel has ended the show, and both sides agreed to it,'' Ida Voss said on Friday. “We wish them "
            "luck.”",
            "The channel", "Ida Voss", id="a curly mark closed by two apostrophes",
        ),
        pytest.param(
            '``The channel has ended the show, and both sides agreed to it," Ida Voss said on Friday.',
            "The channel", "Ida Voss", id="backticks closed by a straight mark",
        ),
        pytest.param(
            '"The channel has ended the show and agreed to it,\'\' Ida Voss said. "We wish them luck."',
            "The channel", "Ida Voss", id="a straight mark closed by two apostrophes",
        ),
    ],
)  # fmt: skip
def test_marks_of_old_type(text: str, words: str, speaker: str) -> None:
    found = _direct(text, words)
    assert found.speaker == speaker
    assert "said" not in text[found.start : found.end]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ida Voss said that `make test` runs for an hour and that the clerks' list is long.", id="code"),
        pytest.param("Use `the old list' or `the new list` as the farmers' union does.", id="code with a slip"),
        pytest.param("Ida Voss said she was well. ` the rest of the article stands elsewhere", id="cut off"),
    ],
)
def test_backticks_that_mark_no_words(text: str) -> None:
    assert [each for each in said(text) if each[1] == "direct"] == []


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        pytest.param(
            "Clerk Mira Quill herself got a bill that was not hers, she said. “It drives you mad, because you know "
            "that you paid.”",
            "It drives you", "Mira Quill", id="ends with she said",
        ),
        pytest.param(
            f"{_OTHERS} To sell a mill, he argued, there has to be a paper.\n\n“If nobody signed it, was it ever "
            "sold?”\n\n The judge will rule in June.",
            "If nobody signed", "Neil Holm", id="he argued, in the midst of the paragraph before",
        ),
        pytest.param(
            "The dam will not last another spring, Ida Voss warned. “It was built on sand.”",
            "It was built", "Ida Voss", id="ends with a name and warned",
        ),
        pytest.param(
            "The dam, Ida Voss explained, stands on sand.\n\n“Nobody wanted to hear that when it was built.”\n\nThe "
            "town paid for it.",
            "Nobody wanted", "Ida Voss", id="a name in the midst, a paragraph between",
        ),
        pytest.param(
            "“The town is full,” said Ida Voss, a professor of politics at the university of Vesk.\n\n“Nobody will "
            "build another house here.”\n\nThe council met.",
            "Nobody will", "Ida Voss", id="a long description of her, then a paragraph of words alone",
        ),
    ],
)  # fmt: skip
def test_words_behind_a_sentence_that_ends_with_who_says_it(text: str, words: str, speaker: str) -> None:
    assert sure_speaker(text, words) == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        pytest.param(
            "Neil Holm at her funeral began his speech about Ida Voss with a very simple statement: “A light is out.”",
            "A light", "Neil Holm", id="began his speech with a statement",
        ),
        pytest.param(
            "Neil Holm runs the mill. His statement was simple: “We are not for sale.”",
            "We are not", "Neil Holm", id="his statement was simple",
        ),
        pytest.param(
            "Mayor Ana Ruiz had one message for the town: “Go home before the water comes.”",
            "Go home", "Ana Ruiz", id="had one message",
        ),
        pytest.param(
            "Ana Ruiz’s advice to the clerks was short: “Go home before the water comes.”",
            "Go home", "Ana Ruiz", id="whose advice was short",
        ),
        pytest.param(
            "Ana Ruiz in The Vesk Times: “The dam will never hold the water of the spring.”",
            "The dam", "Ana Ruiz", id="in a paper",
        ),
    ],
)  # fmt: skip
def test_words_behind_a_noun_and_a_colon(text: str, words: str, speaker: str) -> None:
    assert sure_speaker(text, words) == speaker


@pytest.mark.parametrize(
    ("text", "words", "wrong"),
    [
        pytest.param(
            "Mayor Ana Ruiz received a short message: “Leave the town tonight.”",
            "Leave", "Ana Ruiz", id="got it",
        ),
        pytest.param(
            "Ana Ruiz closed the meeting with a statement from the miller: “I am done with it.”",
            "I am done", "Ana Ruiz", id="a statement from another",
        ),
        pytest.param(
            "The letter to Ana Ruiz had a simple message: “Leave the town tonight.”",
            "Leave", "Ana Ruiz", id="a letter to her"
        ),
    ],
)  # fmt: skip
def test_words_of_another_behind_a_noun_and_a_colon(text: str, words: str, wrong: str) -> None:
    assert sure_speaker(text, words) != wrong


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        pytest.param(
            "“Who knows, but I see the moon,” Mira Quill replies cryptically when asked for a date.",
            "Who knows", "Mira Quill", id="replies cryptically when",
        ),
        pytest.param(
            "“Nobody would buy it,” Mira Quill quips, laughing.",
            "Nobody", "Mira Quill", id="quips, laughing",
        ),
        pytest.param(
            "“We waited for an hour,” Mira Quill recalls quietly, “and nobody came.”",
            "and nobody", "Mira Quill", id="recalls"
        ),
        pytest.param(
            "“Get out of the hall now!” agents shouted. One man fell.",
            "Get out", "agents", id="agents shouted",
        ),
        pytest.param(
            "Odran Tell laughed at the plan. Mira Quill shot back, “You have not read one page of it.”",
            "You have not", "Mira Quill", id="shot back",
        ),
        pytest.param(
            "Odran Tell laughed at the plan. Mira Quill hit back: “You have not read one page of it.”",
            "You have not", "Mira Quill", id="hit back",
        ),
        pytest.param(
            "Odran Tell laughed at the plan. “You have not read one page of it,” Mira Quill fired back.",
            "You have not", "Mira Quill", id="fired back",
        ),
    ],
)  # fmt: skip
def test_verbs_of_saying_with_an_adverb(text: str, words: str, speaker: str) -> None:
    assert sure_speaker(text, words) == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        pytest.param(
            "“How can a town fear an app?” spokesman Lin Tao said. The council “has been stretching the law for years. "
            "We oppose that.”",
            "has been stretching", "Lin Tao", id="a subject outside the marks",
        ),
        pytest.param(
            "“He should cheer for this town,” Mira Quill said. Instead, “he acts like a beaten man.”",
            "he acts", "Mira Quill", id="instead",
        ),
        pytest.param(
            "“She still has her old friends,” Odran Tell said. That makes her “a woman whom everybody can trust.”",
            "a woman whom", "Odran Tell", id="that makes her",
        ),
    ],
)  # fmt: skip
def test_the_end_of_a_sentence_goes_on_with_the_words_before(text: str, words: str, speaker: str) -> None:
    assert sure_speaker(text, words) == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        pytest.param(
            "The reform is a mess, said Ana Ruiz in The Vesk Times. Yes, the roads are new. But the town now pays for "
            "“the folly of building on sand”.",
            "the folly of", "Ana Ruiz", id="said in a paper",
        ),
        pytest.param(
            "It is a mess, says Ana Ruiz in The Spectator. Yes, the roads are bad. “Nobody has paid for one of them.” "
            "The council will meet.",
            "Nobody has", "Ana Ruiz", id="says in a magazine",
        ),
        pytest.param(
            "With good reason, said Ana Ruiz on her blog Sluice. The town is poor. It knows that this is the fault of "
            "“a generation of thieves”.",
            "a generation", "Ana Ruiz", id="said on a blog",
        ),
    ],
)  # fmt: skip
def test_a_magazine_goes_on_in_the_words_of_whom_it_named(text: str, words: str, speaker: str) -> None:
    found = _direct(text, words)
    assert (found.speaker, found.confidence < SURE) == (speaker, True)


@pytest.mark.parametrize(
    ("text", "words", "speaker", "other"),
    [
        pytest.param(
            "Holt’s defenders have argued he had leave to take the files home, although professors have said this "
            "cannot be true.",
            "this cannot", "professors", "he had leave", id="although professors",
        ),
        pytest.param(
            "The Vesk Channel says that the pilgrims asked the farmers to the feast, but Mira Quill said that this "
            "part is a myth.",
            "this part", "Mira Quill", "the pilgrims", id="but a name",
        ),
        pytest.param(
            "Several voters said the mayor had made a good case, while other voters said they had heard nothing new.",
            "they had heard", "other voters", "the mayor had", id="while others",
        ),
    ],
)  # fmt: skip
def test_who_contradicts_is_not_reported_by_whom_they_contradict(
    text: str, words: str, speaker: str, other: str
) -> None:
    found = holding(text, words)
    assert found is not None
    assert (found.speaker, found.reported_by, found.sense) == (speaker, None, "plain")
    first = holding(text, other)
    assert first is not None
    assert words not in text[first.start : first.end]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“All told, there is much stone in the hills,” said Ana Ruiz.", id="quoted"),
        pytest.param("“all told, there is much stone in the hills,” said ana ruiz, the author.", id="small letters"),
        pytest.param("All told, there is much stone in the hills.", id="the document's"),
    ],
)
def test_all_told_tells_of_nobody(text: str) -> None:
    assert sense_of_cut(text, "there is much stone", **NEWS) == "plain"
    assert [each for each in said(text) if each[1] == "reported"] == []


_COUPLE = f"{_SMALL}Richard and angela tarn from vesk have won the town's prize. "


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        pytest.param(f"{_COUPLE}Mr tarn said he was in shock at the news.", "he was in", "richard tarn", id="mr"),
        pytest.param(f"{_COUPLE}Mrs tarn said she thought of a joke.", "she thought", "angela tarn", id="mrs"),
        pytest.param(f"{_COUPLE}Dr tarn said that the prize was small.", "the prize", None, id="dr of two"),
    ],
)
def test_a_courtesy_title_and_a_surname_in_small_letters(text: str, words: str, speaker: str | None) -> None:
    found = holding(text, words)
    assert found is not None
    assert found.speaker == speaker


@pytest.mark.parametrize(
    ("text", "words", "wrong"),
    [
        pytest.param(
            'The boy’s mother, Ida Voss, said: "it was an awful day." Unions say that there is doubt. kenny from the '
            'union of cooks said: "cooks are afraid of a slip. "they think that the board will blame them for it."',
            "they think that", "Ida Voss", id="a union's man in small letters",
        ),
        pytest.param(
            "“I was happy to score,” Ida Voss said. Vesk seamer moor told the radio: “there is a bit on offer out "
            "there.” “i was happy with that throw as well.”",
            "i was happy with", "Ida Voss", id="another player in small letters",
        ),
        pytest.param(
            "The family came to Vesk. An old sign on the wall of the mill read: “no dogs in here at all.” “and no cats "
            "in here either.”",
            "and no cats", "The family", id="a sign",
        ),
    ],
)  # fmt: skip
def test_words_behind_those_of_somebody_unknown_are_not_given_to_another(text: str, words: str, wrong: str) -> None:
    assert _direct(text, words).speaker != wrong
