"""Whose words are words that somebody else tells: retold, shouted by a crowd, "was like"; and names that mislead."""

from __future__ import annotations

import pytest

from index.attribution.attribute import analyse
from tests.index.attribution.said import holding, news


def found(text: str, words: str) -> tuple[str | None, str | None, str | None]:
    """Return the speaker, the teller and the day of the innermost statement that holds the words."""
    inner = holding(text, words)
    assert inner is not None
    return inner.speaker, inner.reported_by, inner.said_on


@pytest.mark.parametrize(
    ("text", "words", "speaker", "reporter"),
    [
        ("Thomas told her, “I built the inn myself,” Wendy Arlen recalled.", "I built", "Thomas", "Wendy Arlen"),
        ('Thomas told her, "I built the inn myself", Wendy Arlen recalled.', "I built", "Thomas", "Wendy Arlen"),
        ("The clerk said to them: “You are late again,” Ana Ruiz recounted.", "You are", "The clerk", "Ana Ruiz"),
        ("As Odo Quill warned him, “the ice is thin there,” Ana Ruiz said.", "the ice", "Odo Quill", "Ana Ruiz"),
        ("The board was like “your plan is too dear for us,” Ana Ruiz said.", "your plan", "The board", "Ana Ruiz"),
        ("“Odo Quill was like, ‘The mill is ours now,’ and left,” Ana Ruiz said.", "The mill", "Odo Quill", "Ana Ruiz"),
        ("“I heard protesters shouting ‘Death to Vale,’” an eyewitness said.", "Death", "protesters", "an eyewitness"),
        ("I told her, “I built the inn myself,” Wendy Arlen recalled.", "I built", "Wendy Arlen", None),
        ("The hall was like “a barn in deep winter snow,” Ana Ruiz said.", "a barn", "Ana Ruiz", None),
        ("Odo Quill asked, “Why now of all days?” Ana Ruiz said, “Look at it.”", "Why now", "Odo Quill", None),
        ("“We leave at noon,” Odo Quill said. “It is late,” Ana Ruiz said.", "It is late", "Ana Ruiz", None),
    ],
)
def test_words_reported_by_another(text: str, words: str, speaker: str, reporter: str | None) -> None:
    assert found(text, words)[:2] == (speaker, reporter)


@pytest.mark.parametrize(
    ("text", "speaker", "reporter"),
    [
        ("Ruiz told the prince they must “stop the raids for good,” Vesk Radio reported.", "Ana Ruiz", "Vesk Radio"),
        ("Ruiz urged them to “stop the raids for good,” the Vesk Echo reported.", "Ana Ruiz", "Vesk Echo"),
        ("Ruiz asked them to “stop the raids for good,” according to the Vesk Echo.", "Ana Ruiz", "Vesk Echo"),
        ("They should “stop the raids for good,” Odo Quill said.", "Odo Quill", None),
        ("I told them to “stop the raids for good,” Odo Quill said.", "Odo Quill", None),
        ("Odo Quill told them to “stop the raids for good,” Quill said.", "Odo Quill", None),
    ],
)
def test_words_in_a_clause_that_another_prints(text: str, speaker: str, reporter: str | None) -> None:
    assert found(f"Mayor Ana Ruiz came late. {text}", "stop the raids")[:2] == (speaker, reporter)


def test_words_in_a_clause_that_another_tells_may_be_either_ones() -> None:
    text = "Ana Ruiz told the court she was “tired of all the waiting,” her lawyer Odo Quill said.\n"
    (statement,) = (each for each in analyse(news(text)).statements if each.kind == "direct")
    assert (statement.speaker, statement.candidates) == (None, ("Ana Ruiz", "Odo Quill"))


@pytest.mark.parametrize(
    "text",
    [
        "“A lot of people that I trust were like, ‘Death to the tram,’” Ana Ruiz said. Orrin Vale left.",
        "“I heard them chanting ‘Death to the tram’ all night,” said Ana Ruiz. Orrin Vale left.",
        "“And he goes, ‘Death to the tram,’ in front of the mayor,” Ana Ruiz said. Orrin Vale left.",
    ],
)
def test_words_of_people_without_a_name_are_in_a_report(text: str) -> None:
    assert [each.speaker for each in analyse(news(text)).statements if each.kind == "direct"] == ["Ana Ruiz"]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("“Have we lost it? Nobody knows,” said foreman Per Halloran.", "Nobody", "Per Halloran"),
        ("“Who pays? The town has nothing,” Will Halloran said.", "The town", "Will Halloran"),
        ("“Such rain! The crew slept in the hall,” Drew Halloran said.", "The crew", "Drew Halloran"),
        ("“The town pays us nothing,” Rose Halloran told the Echo.", "The town", "Rose Halloran"),
        ("“The town pays us nothing,” May Halloran said.", "The town", "May Halloran"),
        ("As Qui Varn tells Obo Kell in “The Long River,” “Feel, don’t think too much.”", "Feel", "Qui Varn"),
        ('As Qui Varn tells him in "The Long River," "Feel, don\'t think."', "Feel", "Qui Varn"),
        ("As Ada Rowe says in her memoir “The Lamp,” “we were never poor.”", "we were", "Ada Rowe"),
        ("As Ada Rowe writes in the novel “Dust,” “the rain stayed away.”", "the rain", "Ada Rowe"),
        ("Ada Rowe sings in “Low Water,” “bring the boats back home.”", "bring", "Ada Rowe"),
    ],
)
def test_a_question_a_title_and_a_word_of_grammar_hide_no_speaker(text: str, words: str, speaker: str) -> None:
    assert found(text, words)[0] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("David Scanlan spoke. Scanlan rose. “We count by hand,” Scalan added.", "David Scanlan"),
        ("Mira Hollister spoke. Hollister rose. “We count by hand,” Holister added.", "Mira Hollister"),
        ("Odo Bergmann spoke. Bergmann rose. “We count by hand,” said Bergman.", "Odo Bergmann"),
        ("Ines Kordova spoke. Kordova rose. “We count by hand,” Kordvoa told the Echo.", "Ines Kordova"),
        ("Piet Okonjo spoke. Okonjo rose. “We count by hand,” Okonjio said.", "Piet Okonjo"),
        ("David Scanlan met Ana Scallan. Scanlan and Scallan rose. “We count by hand,” Scalan added.", "Scalan"),
        ("David Scanlan spoke. “We count by hand,” Scalan added. Scalan left.", "Scalan"),
    ],
)
def test_a_surname_one_letter_away_is_that_of_the_only_similar_name(text: str, speaker: str) -> None:
    assert found(text, "We count")[0] == speaker


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("In March Lena Moss said: “The gate is shut to all.”", "2031-03"),
        ("Last March Lena Moss said: “The gate is shut to all.”", "2031-03"),
        ("At the end of March Lena Moss said: “The gate is shut to all.”", None),
        ("By June Lena Moss was saying: “The gate is shut to all.”", None),
        ("“The gate is shut to all,” Lena Moss said as the filing period opened in June.", None),
        ("“The gate is shut to all,” Lena Moss told the Echo when the fair began in June.", "2031-06"),
        ("“The gate is shut to all,” Lena Moss said.", "2031-09-10"),
        ("“The gate is shut to all,” said Lena Moss, who opened the fair in June.", "2031-09-10"),
        ("“The gate is shut to all,” Lena Moss said of the plan that the council made in June.", "2031-09-10"),
    ],
)
def test_a_month_is_not_the_documents_day(text: str, day: str | None) -> None:
    assert found(text, "The gate")[2] == day


@pytest.mark.parametrize("marks", ["''", "‘’", "“”"])
@pytest.mark.parametrize(
    "who", ["she said", "Mina Roth said", "said Mina Roth", "the widow said", "Mina Roth told the Echo"]
)
def test_a_split_quotation_is_plain_in_any_marks(marks: str, who: str) -> None:
    left, right = marks
    text = f"{left}Every single night,{right} {who}, {left}the old house creaks.{right}\n"
    senses = [each.sense for each in analyse(news(text)).statements if each.kind == "direct"]
    assert senses == ["plain"] * len(senses)
    assert senses
