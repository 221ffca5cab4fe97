"""Whose a text is by its title, by whoever is introduced above the words, or by whom its questions address."""

from __future__ import annotations

import pytest

from index.records import Document
from rag.answer.quoted.heads import is_called, of_head, voice_of

INTERVIEW = (
    '# "The kiln is nobody\'s friend"\n\n**Nora Vasel runs the pottery at Esk. A conversation about clay**\n\n'
    "*Ms Vasel, is the pottery to close?*\n\nNo. The clay will last for forty years.\n\n"
    "*And the apprentices?*\n\nI would rather be tired than alone.\n\n*What are you reading?*\n\nThe gas bill.\n"
)
WORKERS = (
    "The yard shuts in May.\n\nANNA KORB has worked at the yard for twelve years and mends the cranes.\n\n"
    "THE BIG thing is the pension.\n\nPAUL TREVIS is a welder from Lorn who came to the yard as a boy.\n\n"
    "They sell us like scrap.\n"
)


def document(text: str, title: str = "A title") -> Document:
    return Document("a.md", "a.md", title, None, None, None, "en", text, "0")


@pytest.mark.parametrize(
    ("title", "who"),
    [
        ("Stella Marrow London, 10 November 2032", "Stella Marrow"),
        ('`<?pagebreak number="12"?>`{=html}[]{#c9.html_p12}Peter Vane Lorn, 3 May 2031', "Peter Vane"),
        ("Mr Ivo Quill, Minister of Ports, to Mr Odran Tell, Prime Minister", "Ivo Quill"),
        ("Reply by Minister for Roads, Mr T Okonjo, during the debate on the toll", "T Okonjo"),
        ("Remarks by Mayor Ada Brandt at the opening of the quay", "Ada Brandt"),
        ("Mr Quill to visit Lorn", None),
        ("Mayor Ada Brandt to Mr Tell: resign", None),
        ("Lorn Market, 10 May 2031", None),
        ("Letters to the editor", None),
        ("Remarks by Mayor Brandt and Minister Tell", None),
        ("Remarks by President Ada Brandt, Premier Jon Tell", None),
        ("Statement by Minister Ada Brandt of Lorn and Mayor Jon Tell", None),
    ],
)
def test_a_title(title: str, who: str | None) -> None:
    assert of_head(document("Words.", title)) == who


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("I would rather be tired", "Nora Vasel"),
        ("is the pottery to close", None),
        ("Nora Vasel runs", None),
    ],
)
def test_an_interview(words: str, who: str | None) -> None:
    assert voice_of(document(INTERVIEW), INTERVIEW.index(words)) == who


@pytest.mark.parametrize(
    ("words", "who"),
    [("THE BIG thing", "Anna Korb"), ("They sell us", "Paul Trevis"), ("The yard shuts", None)],
)
def test_who_is_introduced_above(words: str, who: str | None) -> None:
    assert voice_of(document(WORKERS), WORKERS.index(words)) == who


def test_one_who_is_introduced_alone_may_be_anybody() -> None:
    text = "ANNA KORB has worked at the yard for twelve years.\n\nThe yard shuts in May.\n"
    assert voice_of(document(text), text.index("The yard")) is None


def test_a_name_in_small_letters() -> None:
    assert is_called("K Shanmar", "shanmar")
    assert not is_called("K Shanmar", "tell")
    assert not is_called("K Shanmar", None)
