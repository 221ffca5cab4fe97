"""A draft's quotations and attributed claims: whose, in which words, in what sense, of which day."""

from __future__ import annotations

from typing import Any

import pytest

from errors import QuestionError
from rag.pipeline import Pipeline
from rag.serve.operations.drafts import draft


def found(text: str, pipeline: Pipeline) -> list[dict[str, Any]]:
    return list(draft(pipeline, {"text": text}, lambda message: None)["claims"])


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("Mayor Odran Tell said: “The harbour cost forty million crowns and took six years.”", "exact"),
        ("“Nobody asked the fishermen,” said Mira Quill.", "exact"),
        ("Palo Brandt said: “The bearings are worn through.”", "altered"),
        ("“We can repair it under traffic,” Brandt told the paper.", "altered"),
        ("Mira Quill said: “It will bring three hundred jobs.”", "other_speaker"),
        ("Odran Tell said: “The ferry will sail to the moon before Easter.”", "not_found"),
        ("On 9 March 2031 Odran Tell said: “It will bring three hundred jobs.”", "other_day"),
        ("On 2 March 2031 Odran Tell said: “It will bring three hundred jobs.”", "exact"),
        ("Palo Brandt said that the bridge would close for nine weeks in summer.", "exact"),
        ("Palo Brandt said that the bridge would not close for nine weeks in summer.", "altered"),
        ("Palo Brandt said that the repairs would take most of the season.", "unclear"),
    ],
)
def test_each_kind_of_fault_is_named(text: str, finding: str, gazette: Pipeline) -> None:
    (claim,) = found(text, gazette)
    assert claim["finding"] == finding, claim["told"]
    assert text[claim["start"] : claim["end"]] == claim["text"]
    assert bool(claim["citations"]) == (finding not in ("not_found", "unclear")) or finding == "unclear"


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("“The bearings are worn out.” Mira Quill said on 11 April 2031.", "other_speaker"),
        ("It was plain. “The bearings are worn out.” Odran Tell, the mayor, told the Echo.", "other_speaker"),
        ("- “It will bring three hundred jobs”. Odran Tell said on 9 March 2031 [1].", "other_day"),
        ("“It will bring three hundred jobs.” Odran Tell said on 2 March 2031 in Vesk.", "exact"),
        ('"The bearings are worn through." Palo Brandt said later.', "altered"),
        ("“Nobody asked the fishermen.” Mira Quill said.", "exact"),
    ],
)
def test_a_cue_behind_a_full_stop_names_the_speaker_and_the_day(text: str, finding: str, gazette: Pipeline) -> None:
    (claim,) = found(text, gazette)
    assert claim["finding"] == finding, claim["told"]
    assert text[claim["start"] : claim["end"]] == claim["text"]
    assert claim["speaker"]


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("- **Mira Quill** (2031): “The bearings are worn out.” [1]", "other_speaker"),
        ("- **Palo Brandt** (2029): “The bearings are worn out.” [1]", "other_day"),
        ("- **Palo Brandt** (11 April 2031): “The bearings are worn out.” [1]", "exact"),
        ("> “The bearings are worn out.”\n> — Odran Tell, the 11th of April 2031", "other_speaker"),
        ("“The bearings are worn out.” (Palo Brandt, 3 May 2031)", "other_day"),
        ("In Mira Quill’s words, the bridge is done: “The bearings are worn out.”", "other_speaker"),
        ("Palo Brandt insisted that it was so: “The bearings are worn out”, whatever the ministers say.", "exact"),
        ("According to Palo Brandt, speaking in 2029, the bridge would close for nine weeks in summer.", "other_day"),
        ("According to Palo Brandt, speaking in 2031, the bridge would close for nine weeks in summer.", "exact"),
        ("“We can,” Palo Brandt said, “repair it under traffic.”", "altered"),
    ],
)
def test_labels_credits_and_occasions_are_read(text: str, finding: str, gazette: Pipeline) -> None:
    assert finding in {each["finding"] for each in found(text, gazette)}
    if finding == "exact":
        assert {each["finding"] for each in found(text, gazette)} == {"exact"}


def test_a_not_left_out_where_the_cue_parts_a_quotation_is_named(over: Any) -> None:
    pipeline = over({"a.txt": "“We serve the river towns, not the distant capital,” said Hanne Dorr on 3 May 2031.\n"})
    text = "“We serve the river towns,” Hanne Dorr said, “{}the distant capital.”"
    assert [each["finding"] for each in found(text.format(""), pipeline)] == ["exact", "altered"]
    assert [each["finding"] for each in found(text.format("not "), pipeline)] == ["exact", "exact"]


def test_a_post_that_several_may_hold_names_nobody_else(gazette: Pipeline) -> None:
    (unsure,) = found("“The bearings are worn out,” the minister said.", gazette)
    assert (unsure["finding"], unsure["speaker"]) == ("unclear", "the minister")
    assert "Palo Brandt" in unsure["told"]
    (mayor,) = found("“The bearings are worn out,” the mayor said.", gazette)
    assert mayor["finding"] == "other_speaker"


def test_a_day_of_a_paragraph_before_is_none_of_whom_another_names_anew(gazette: Pipeline) -> None:
    before = "On 9 May 2031 Palo Brandt spoke to the board. Palo Brandt said: “The bearings are worn out.”\n\n"
    anew = found(f"{before}“We cannot repair it under traffic,” said Palo Brandt.", gazette)[-1]
    going_on = found(f"{before}“We cannot repair it under traffic,” he said.", gazette)[-1]
    assert (anew["finding"], anew["day"]) == ("exact", None)
    assert (going_on["speaker"], going_on["finding"]) == ("Palo Brandt", "other_day")


def test_each_of_two_quotations_has_the_cue_behind_it(gazette: Pipeline) -> None:
    text = "“Nobody asked the fishermen.” Mira Quill said on Monday. “The bearings are worn out.” Palo Brandt said."
    assert [each["speaker"] for each in found(text, gazette)] == ["Mira Quill", "Palo Brandt"]


@pytest.mark.parametrize(
    "text",
    [
        "“Nobody asked the fishermen.” Odran Tell said he was sad about it.",
        "“Nobody asked the fishermen.” Odran Tell said that the harbour was open.",
        "“Nobody asked the fishermen.” Odran Tell warned of higher tolls on Monday.",
        "“Nobody asked the fishermen.” Odran Tell said on Monday: “It will bring three hundred jobs.”",
        "Mira Quill said: “Nobody asked the fishermen.” Odran Tell said on Monday.",
    ],
)
def test_a_sentence_that_tells_something_else_gives_nobody_the_words_before_it(text: str, gazette: Pipeline) -> None:
    assert found(text, gazette)[0]["speaker"] in (None, "Mira Quill")


def test_words_under_a_condition_are_not_said_plainly(over: Any) -> None:
    pipeline = over(
        {"a.txt": "“If the bank agrees, the mill will be sold in spring,” said Hanne Dorr on 3 May 2031.\n"}
    )
    (claim,) = found("Hanne Dorr said: “The mill will be sold in spring.”", pipeline)
    assert claim["finding"] == "other_sense"
    assert "under a condition" in claim["told"]


def test_a_denial_that_is_left_out_at_the_end_is_an_alteration(over: Any) -> None:
    pipeline = over({"a.txt": "“They try to reach the mill by boat, and they can’t,” said Hanne Dorr.\n"})
    for text, finding in (
        ("“They try to reach the mill by boat, and they can,” Hanne Dorr said.", "altered"),
        ("Hanne Dorr said: “They try to reach the mill by boat, and they can’t.”", "exact"),
    ):
        (claim,) = found(text, pipeline)
        assert claim["finding"] == finding


def test_a_draft_without_a_quotation_has_nothing_to_check(gazette: Pipeline) -> None:
    assert found("The harbour of Vesk was opened. It is “new”.", gazette) == []
    assert [each["finding"] for each in found("“The bearings are worn out.”", gazette)] == ["exact"]


def test_what_is_no_draft_is_refused(gazette: Pipeline) -> None:
    for text in ("", " \n", "x" * 200_001, "Tell said: “It will bring jobs.” " * 501):
        with pytest.raises(QuestionError):
            found(text, gazette)
