import pytest

from rag.rank.alike.near_duplicates import distinct, untold

STORY = "On Monday the council of Vesk voted to close the old bridge over the Lenn for nine weeks of repairs in summer."


def same_news(one: str, other: str) -> bool:
    return len(distinct([one, other], str)) == 1


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (STORY, True),
        (STORY.replace("voted", "has voted"), True),
        (STORY.replace("nine", "9"), False),
        (STORY.replace("Vesk", "Orlam"), False),
        (STORY.replace("to close", "not to close"), False),
        ("On Monday the council of Vesk met.", False),
        ("", False),
    ],
)
def test_what_is_the_same_news(other: str, same: bool) -> None:
    assert same_news(STORY, other) is same


def test_the_jaccard_bound_by_hand() -> None:
    ten = "a b c d e f g h i j"
    # Ten words and one more: 10 / 11 = .909; two more: 10 / 12 = .833.
    assert same_news(ten, f"{ten} k")
    assert not same_news(ten, f"{ten} k l")


def test_the_first_of_each_group_keeps_its_order_and_its_twins() -> None:
    found = ["the ferry sank", "the bridge held", "the ferry sank", "the bridge held"]
    assert distinct(found, str) == [("the ferry sank", ["the ferry sank"]), ("the bridge held", ["the bridge held"])]


SAID = "The mayor of Vesk admitted that she may have stayed in office too long but vowed to hold on despite protests."


@pytest.mark.parametrize(
    ("other", "is_told"),
    [
        ("The mayor of Vesk admitted that she may have stayed in office too long on Monday.", True),
        ("The mayor of Vesk admitted she may have stayed in office too long but vowed to hold on in a talk.", True),
        ("She admitted she stayed in office too long, the mayor of Vesk said.", True),
        ("The mayor of Vesk admitted that she may have stayed in office for 12 years too long.", False),
        ("The mayor of Vesk vowed not to hold on in office despite protests.", False),
        ("The mayor of Vesk opened a school with a new hall and praised the masons who built it.", False),
        ("Too long.", False),
    ],
)
def test_what_an_earlier_report_tells_already(other: str, is_told: bool) -> None:
    assert untold([SAID, other], str) == ([SAID] if is_told else [SAID, other])
