import numpy as np
import pytest

from index.storage.embeddings import Matrix, TokenVectors
from rag.find.filters import near_in_time
from rag.find.terms import Term
from rag.rank.features import (
    WEIGHTS,
    Features,
    agreement,
    brevity,
    is_heading,
    is_salutation,
    late_interaction,
    nearest_tokens,
    proximity,
    scores,
    token_weights,
)


def term(word: str, weight: float = 1.0) -> Term:
    return Term(frozenset({word}), weight)


def tokens(*rows: tuple[float, float], pieces: tuple[str, ...] = ()) -> TokenVectors:
    vectors = np.array(rows, dtype=np.float16)
    vector: Matrix = vectors.mean(axis=0).astype(np.float32)
    return TokenVectors(vector, vectors, pieces)


def test_late_interaction_by_hand() -> None:
    question = tokens((1, 0), (0, 1))
    sentence = tokens((0.6, 0.8), (1, 0))
    nearest, of_other = nearest_tokens(question, [sentence, tokens((0, 1))])
    assert nearest == pytest.approx([1.0, 0.8], abs=1e-3)
    assert of_other == pytest.approx([0.0, 1.0], abs=1e-3)
    assert late_interaction(nearest, np.array([1, 1], np.float32)) == pytest.approx(0.9, abs=1e-3)
    assert late_interaction(nearest, np.array([1, 3], np.float32)) == pytest.approx(0.85, abs=1e-3)


def test_a_word_in_pieces_shares_its_weight() -> None:
    pieces = ("[CLS]", "what", "did", "ves", "##kers", "say", "of", "harbour", "?", "[SEP]")
    weights = token_weights(pieces, [term("vesker", 4.0), term("harbor", 3.0)])
    assert weights.tolist() == [0, 0, 0, 2, 2, 1, 0, 3, 0, 0]


def test_a_question_of_stop_words_counts_all_tokens() -> None:
    assert token_weights(("[CLS]", "who", "was", "it", "?", "[SEP]"), []).tolist() == [1] * 6


def test_proximity_by_hand() -> None:
    terms = [term("cost"), term("new"), term("harbor")]
    assert proximity(terms, ["new", "harbor", "at", "a", "great", "cost"]) == 0.5
    assert proximity(terms, ["cost", "of", "the", "new", "harbor"]) == 1.0
    assert proximity(terms, ["cost", "of", "all", "the", "new", "harbor"]) == 0.5
    assert proximity([term("harbor")], ["harbor"]) == 0.0


@pytest.mark.parametrize(
    ("published", "asked", "expected"),
    [
        ("2031-04-06", "2031-04-12", 1.0),
        ("2031-04-26", "2031-04-12", 1.0),
        ("2031-01-07", "2031-04-22", 0.5),
        ("2029-04-06", "2031-04-12", 0.0),
        ("2031", "2031-04-12", 0.0),
        (None, "2031-04-12", 0.0),
        ("2031-04-06", None, 0.0),
    ],
)
def test_near_in_time_by_hand(published: str | None, asked: str | None, expected: float) -> None:
    assert near_in_time(published, asked) == pytest.approx(expected)


def test_agreement_by_hand() -> None:
    tell, orlam = frozenset({"tell"}), frozenset({"orlam"})
    things = [tell, tell, tell | orlam, orlam, frozenset()]
    documents = ["one", "one", "two", "three", "four"]
    # "tell" stands in one (0.8 at best) and two (0.6), "orlam" in two (0.6) and three (0.4).
    assert agreement(things, documents, [0.5, 0.8, 0.6, 0.4, 1.0]) == pytest.approx([0.3, 0.3, 0.4, 0.3, 0.0])


def test_agreement_is_full_with_two_other_documents() -> None:
    assert agreement([frozenset({"tell"})] * 4, ["a", "b", "c", "d"], [1.0] * 4) == [1.0] * 4


def test_a_greeting_tells_nothing() -> None:
    terms = [term("poland")]
    assert brevity(terms, frozenset({"poland"})) == 1.0
    assert brevity(terms, frozenset({"greet", "poland"})) == pytest.approx(5 / 6)
    assert brevity(terms, frozenset("poland border close since may because of the attack".split())) < 0.4


@pytest.mark.parametrize(
    ("text", "greets"),
    [
        ("Greetings, Vesk!", True),
        ("Dear people of Vesk!", True),
        ("Thank you very much.", True),
        ("Thank you, Mr. President.", True),
        ("Fellow citizens,", True),
        ("Vesk is dear to me.", False),
        ("Hello is the first word that children of Vesk learn at school.", False),
        ("Higher taxes are needed.", False),
    ],
)
def test_what_is_a_salutation(text: str, greets: bool) -> None:
    assert is_salutation(text) is greets


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("HARBOUR TOLLS", True),
        ("II. THE FERRY TO LORN", True),
        ("THE FERRY SAILS IN MAY.", False),
        ("The ferry to Lorn", False),
        ("VESK", False),
        ("24 May 2031", False),
    ],
)
def test_what_is_a_heading(text: str, heads: bool) -> None:
    assert is_heading(text) is heads


def test_a_score_is_the_weighted_sum_over_the_positive_weights() -> None:
    weights = Features(
        words=3.0,
        passage_cosine=1.0,
        coverage=0,
        passage_coverage=0,
        asked=0,
        proximity=0,
        brevity=-2.0,
        title=0,
        agreement=0,
    )
    rows = [
        Features(
            words=1.0,
            passage_cosine=0.5,
            coverage=0,
            passage_coverage=0,
            asked=0,
            proximity=0,
            brevity=0,
            title=0,
            agreement=0,
        ),
        Features(
            words=1.0,
            passage_cosine=1.0,
            coverage=0,
            passage_coverage=0,
            asked=0,
            proximity=0,
            brevity=1.0,
            title=0,
            agreement=0,
        ),
    ]
    assert scores(rows, weights).tolist() == pytest.approx([3.5 / 4, 2 / 4])


def test_no_score_is_above_one() -> None:
    best = Features(*(1.0 if weight > 0 else 0.0 for weight in WEIGHTS))
    assert scores([best]).tolist() == pytest.approx([1.0])
