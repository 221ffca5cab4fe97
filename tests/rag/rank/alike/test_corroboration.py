import pytest

from rag.rank.alike.corroboration import Found, by_support

WON = "In the rain of Sunday Mara Quill won the great regatta of Vesk by three lengths"
RIVAL = WON.replace("Mara Quill", "Odran Tell")


def found(*others: str, nearness: float = 1.0) -> dict[int, Found]:
    texts = [RIVAL, WON, *others]
    return {number: Found(f"paper {number}", text, nearness) for number, text in enumerate(texts)}


def test_what_another_document_supports_goes_before_its_rival() -> None:
    assert by_support(found("The cup went to Mara Quill."), [0, 1, 2]) == [1, 0, 2]


@pytest.mark.parametrize(
    "others",
    [
        (),
        ("The cup went to Odran Tell.",),
        ("The cup went to Odran Tell.", "The cup went to Mara Quill."),
        ("The cup went to nobody.",),
    ],
    ids=["no other document", "the first is supported", "both are", "neither is"],
)
def test_otherwise_the_order_stays(others: tuple[str, ...]) -> None:
    spans = found(*others)
    assert by_support(spans, list(spans)) == list(spans)


def test_the_nearer_document_counts_more() -> None:
    spans = found("The cup went to Odran Tell.", "The cup went to Mara Quill.")
    far = {**spans, 2: Found("paper 2", spans[2].text, 0.5)}
    assert by_support(far, [0, 1]) == [1, 0]


def test_a_document_far_from_the_question_supports_nothing() -> None:
    # Squared, 0.3 is 0.09 and under the least that counts; 0.4 is 0.16.
    assert by_support(found("The cup went to Mara Quill.", nearness=0.3), [0, 1]) == [0, 1]
    assert by_support(found("The cup went to Mara Quill.", nearness=0.4), [0, 1]) == [1, 0]


def test_a_document_is_one_voice_however_often_it_is_found() -> None:
    spans = found("The cup went to Odran Tell.", "The cup went to Mara Quill.", "A prize for Mara Quill.")
    alone = {**spans, 4: Found("paper 3", spans[4].text, 1.0)}
    assert by_support(spans, [0, 1]) == [1, 0]
    assert by_support(alone, [0, 1]) == [0, 1]


def test_different_stories_are_no_rivals() -> None:
    spans = {
        **found("The cup went to Mara Quill."),
        1: Found("paper 1", "Mara Quill opened a school in Lorn.", 1.0),
    }
    assert by_support(spans, [0, 1, 2]) == [0, 1, 2]


def test_two_spans_of_one_document_are_no_rivals() -> None:
    spans = {**found("The cup went to Mara Quill."), 1: Found("paper 0", WON, 1.0)}
    assert by_support(spans, [0, 1, 2]) == [0, 1, 2]


def test_what_the_question_names_tells_spans_apart() -> None:
    berths = [
        "At berth 1 there are thirty boats, said Mara Quill",
        "At berth 2 there are thirty boats, said Mara Quill",
    ]
    spans = {at: Found(f"paper {at}", each, 1.0) for at, each in enumerate([*berths, "Berth 2 is the largest."])}
    assert by_support(spans, [0, 1, 2]) == [1, 0, 2]
    assert by_support(spans, [0, 1, 2], frozenset({"boat", "berth", "1"})) == [0, 1, 2]
