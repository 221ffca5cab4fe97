"""The sense of clauses that stand beside a denied, conditional or asked one, and are none of it themselves."""

from __future__ import annotations

import pytest

from index.senses.sense import sense_of
from tests.index.analysed import sense_of_cut, statements


def whole(text: str, words: str) -> str:
    """The sense of the statement that begins with some words."""
    return next(each.sense for each in statements(text) if text.startswith(words, each.start))


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        pytest.param(
            "Odo Lask said in a post that he would “not oppose the release of papers” and that he was “going a step "
            "further by asking for them.”",
            "going a step further",
            "plain",
            id="a denial in an earlier quotation",
        ),
        pytest.param(
            "Mira Quill told the Echo that she had “never liked the bridge” and that it should “be taken down by May.”",
            "be taken down",
            "plain",
            id="never in an earlier quotation",
        ),
        pytest.param(
            "Mira Quill said she “took no money” while the council “was paid twice for the same work.”",
            "was paid twice",
            "plain",
            id="while after an earlier quotation",
        ),
        pytest.param(
            "Mira Quill said the mill was “not for sale” and “worth more than the bank knows today.”",
            "worth more",
            "plain",
            id="two quotations joined by and",
        ),
        pytest.param(
            "Mira Quill said that nobody had asked her and that the vote was “a scandal for the whole of Vesk.”",
            "a scandal",
            "plain",
            id="a denial in an earlier that-clause",
        ),
        pytest.param(
            "Mira Quill said that if the ice held they would go and that the pilot was “the best man on the river.”",
            "the best man",
            "plain",
            id="a condition in an earlier that-clause",
        ),
        pytest.param(
            "Mira Quill argued that “there is nothing to check here,” saying that Lask was “telling a story that many "
            "can follow,” and that he “has been part of the problem for years.”",
            "has been part",
            "plain",
            id="a denial two quotations before",
        ),
        pytest.param(
            "Odo Lask said that nobody had told him and that the bank would “pay for all of it by May.”",
            "pay for all of it",
            "plain",
            id="nobody had told him",
        ),
        pytest.param(
            "Odo Lask said the council had not answered him, and that he would “go to the court in May.”",
            "go to the court",
            "plain",
            id="had not answered him",
        ),
        pytest.param(
            "Odo Lask told the Echo that the mayor never replied, and that the town was “left to itself for a year.”",
            "left to itself",
            "plain",
            id="never replied",
        ),
        pytest.param(
            "Mira Quill said she won’t “take part in raising the price of bread,” saying it served the bank alone.",
            "it served the bank",
            "plain",
            id="saying after a denied quotation",
        ),
        pytest.param(
            "Mira Quill said she did “not believe” that the mill would “close its doors before May.”",
            "close its doors",
            "denied",
            id="the earlier quotation governs the later",
        ),
        pytest.param(
            "Mira Quill said the mill was “not for sale” or “for rent to the neighbours next year.”",
            "for rent",
            "denied",
            id="or goes on with the denial",
        ),
        pytest.param(
            "Mira Quill denied that she had sold the mill and that she had “taken the money for it abroad.”",
            "taken the money",
            "denied",
            id="both clauses are denied",
        ),
        pytest.param(
            "“I do not think that the mill will close and that we will all go hungry,” Mira Quill said.",
            "we will all go hungry",
            "denied",
            id="both clauses are not thought",
        ),
    ],
)
def test_an_earlier_clause_does_not_reach_the_next(text: str, words: str, expected: str) -> None:
    assert sense_of_cut(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "“I told them that we won’t sell and that the mill stays open,” Mira Quill said.",
            "the mill stays",
            "plain",
        ),
        ("“We will not sell the mill and we will build a second one,” Mira Quill said.", "we will build", "plain"),
        ("“Nobody helped us, and yet we have built a school,” Mira Quill said.", "we have built a school", "plain"),
        ("“I don't know who sold it but the mill is gone,” Mira Quill said.", "the mill is gone", "plain"),
        ("“The ferry never ran on Sundays, and it runs every day now,” Odo Lask said.", "it runs every day", "plain"),
        ("“They ask whether we can pay, and we can pay,” Odo Lask said.", "we can pay,", "asked"),
        ("“They ask whether we are ready; we are ready,” Odo Lask said.", "we are ready,", "plain"),
        ("“I asked if he was well, and then we went home together,” Mira Quill said.", "we went home", "plain"),
        ("“We were not told the price, so we sold nothing at all,” Odo Lask said.", "we sold nothing at all", "plain"),
        ("“If it rains we stay; the market opens on Monday,” Mira Quill said.", "the market opens", "plain"),
        ("“We have no bridge. The ferry is all we have,” Odo Lask said.", "The ferry is all we have", "plain"),
        ("“The mill is not old and the wheel is new,” Odo Lask said.", "the wheel is new", "plain"),
        ("“I never met him, and my sister sold him the boat,” Odo Lask said.", "my sister sold him", "plain"),
        ("“Neither of us slept, and in the morning the roof was gone,” Odo Lask said.", "the roof was gone", "plain"),
        ("“Had he asked, we would have paid; he owes us money,” Odo Lask said.", "he owes us money", "plain"),
        ("“It is not that we are poor; the tax is too high,” Odo Lask said.", "the tax is too high", "plain"),
        ("“Is the mill open? The mill is open,” Odo Lask said.", "The mill is open", "plain"),
        ("“Not one boat came back, and the harbour was silent,” Odo Lask said.", "the harbour was silent", "plain"),
        ("“We cannot build there, which is why we bought the field,” Odo Lask said.", "we bought the field", "plain"),
        ("Mira Quill said the mill would not close and that wages would rise.", "wages would rise", "plain"),
        ("Mira Quill said she would not resign, and that the vote stands.", "the vote stands", "plain"),
        ("“Whether they like it or not, the mill stays open,” Mira Quill said.", "the mill stays open", "plain"),
        ("“We asked how much it costs, and he named a price,” Mira Quill said.", "he named a price", "plain"),
        ("“I can't swim and my brother can,” Mira Quill said.", "my brother can", "plain"),
        ("“They don't pay, they own the river, and they laugh,” Mira Quill said.", "they own the river", "plain"),
        ("“It was not the council but the bank that sold it,” Mira Quill said.", "the bank that sold it", "plain"),
        ("“The roof leaks, I would not deny that,” Mira Quill said.", "The roof leaks", "plain"),
        ("“The council failed to act, and the dam broke,” Mira Quill said.", "the dam broke", "plain"),
        ("“They think we should pay and that we are rich,” Mira Quill said.", "we are rich", "reported"),
        ("“I don't know whether the mill is open or not,” Mira Quill said.", "the mill is open", "asked"),
        ("“We will not wait, nor will we pay them,” Odo Lask said.", "will we pay them", "denied"),
        ("“Unless they pay, the mill closes and the ferry stops,” Odo Lask said.", "the ferry stops", "conditional"),
    ],
)
def test_other_clauses_of_a_sentence(text: str, words: str, expected: str) -> None:
    assert sense_of_cut(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("\"Once you say so, it comes down to, 'So how do we get there?'\" Mira Quill said.", "Once you", "plain"),
        ("“The children keep saying to me, ‘When does the pool open?’” Mira Quill said.", "The children", "plain"),
        ("“Everything in this trade is one thing: ‘Who pays for it?’” Mira Quill said.", "Everything", "plain"),
        ("“Who was it that said, ‘Why should we pay?’” Mira Quill asked.", "Who was it", "asked"),
        ("“Did you hear him say, ‘Why should we pay?’” Mira Quill asked.", "Did you", "asked"),
        ("“Why should we pay for it?” Mira Quill asked.", "Why should", "asked"),
    ],
)
def test_a_question_inside_a_plain_statement(text: str, words: str, expected: str) -> None:
    assert whole(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("it comes down to, ‘So how do we get there?’", "it comes down to", "plain"),
        ("it comes down to, ‘So how do we get there?’", "how do we get there", "asked"),
        ("They asked me, ‘Is the quay closed?’", "the quay closed", "asked"),
    ],
)
def test_cuts_of_a_quoted_question(text: str, words: str, expected: str) -> None:
    start = text.index(words)
    assert sense_of(text, (start, start + len(words)), (0, len(text))) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "Mira Quill asked the council to renew the bank, saying that otherwise local mills will be at a loss.",
            "otherwise local mills",
            "conditional",
        ),
        ("“Otherwise we will lose the quay,” Mira Quill said.", "Otherwise we", "conditional"),
        ("Mira Quill said that otherwise U.V. mills would be at a loss.", "otherwise U.V. mills would", "conditional"),
        ("“Pay the toll. Or else the bridge will close,” Mira Quill said.", "the bridge will close", "conditional"),
        ("“We pay now; otherwise the bank will take the mill,” Mira Quill said.", "the bank will take", "conditional"),
        ("“Pay the toll, or else the bridge will close,” Mira Quill said.", "the bridge will close", "conditional"),
        (
            "“We must act, as otherwise the dam could burst,” Mira Quill said.",
            "the dam could burst",
            "conditional",
        ),
        ("“The patient is otherwise healthy and will go home,” Mira Quill said.", "will go home", "plain"),
        ("“I know otherwise, and the bridge will open,” Mira Quill said.", "the bridge will open", "plain"),
        ("“The otherwise quiet town will vote on Monday,” Mira Quill said.", "The otherwise", "plain"),
    ],
)
def test_otherwise_sets_a_condition(text: str, words: str, expected: str) -> None:
    assert sense_of_cut(text, words) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Odo Lask said the council had not answered him, and that he would “go to the court in May.”",
        "Odo Lask said the mayor never replied, and that he would “go to the court in May.”",
        "Odo Lask said nobody had asked him and that he would “go to the court in May.”",
    ],
)
def test_a_denial_before_does_not_take_a_quotation_from_its_speaker(text: str) -> None:
    found = [each.speaker for each in statements(text) if each.kind == "direct"]
    assert found == ["Odo Lask"]
