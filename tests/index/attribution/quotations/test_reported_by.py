"""Words that one person reports of another: a quotation inside a quotation, a chain, a quotation in a speech."""

from __future__ import annotations

from dataclasses import replace

from index.attribution.attribute import analyse
from tests.index.analysed import document


def test_a_quotation_in_a_quotation_names_who_reports_it() -> None:
    text = "“I told Holt: ‘We will not sign.’ She answered: ‘Then we wait.’ Yes,” Odran Tell recalled of Runa Holt."
    inner = [
        (each.speaker, each.reported_by, text[each.start : each.end])
        for each in analyse(document(text)).statements
        if each.reported_by
    ]
    assert inner == [
        ("Odran Tell", "Odran Tell", "We will not sign."),
        ("Runa Holt", "Odran Tell", "Then we wait."),
    ]


def test_a_reported_chain_gives_the_words_to_the_last() -> None:
    text = "Bram Oster said that Runa Holt had told him the treaty was “dead and buried.”"
    (found,) = analyse(document(text)).statements
    assert (found.speaker, found.reported_by) == ("Runa Holt", "Bram Oster")


def test_a_quotation_in_a_speech_is_whose_it_is() -> None:
    text = "My friends, we thank you. Mira Quill said: “We shall not sell the boats.” I say it with her, as do we."
    speech = replace(document(text), title="Speech", speaker="Odran Tell")
    found = [(each.speaker, each.kind, each.reported_by) for each in analyse(speech).statements]
    assert found == [("Odran Tell", "turn", None), ("Mira Quill", "direct", "Odran Tell")]
