import pytest

from rag.find.antonyms import opposed
from rag.find.terms import Term
from rag.rank.mismatch import mismatch
from rag.records import Mismatch

TERMS = tuple(Term(frozenset({word}), 1.0) for word in ("vesk", "tell", "bridg", "ferri"))
TERMS += (Term(frozenset({"taiwan", "taiwanes"}), 1.0),)


@pytest.mark.parametrize(
    ("question", "evidence", "around", "expected"),
    [
        ("Who opened the bridge?", "Odran Tell opened the bridge.", "", Mismatch()),
        ("Who did not open the bridge?", "Odran Tell opened the bridge.", "", Mismatch(denial=1)),
        ("Why did Tell not open the bridge?", "Odran Tell wanted to mend it first.", "", Mismatch()),
        ("Why didn’t Tell open the bridge?", "Odran Tell wanted to mend it first.", "", Mismatch()),
        ("Who did not open the bridge?", "Odran Tell didn’t open the bridge.", "", Mismatch()),
        ("Which is the largest bridge?", "The smallest bridge is in Vesk.", "", Mismatch(opposite=1)),
        ("Which is the largest bridge?", "The largest bridge, not the smallest.", "", Mismatch()),
        ("Who opened 3 ferries?", "Tell opened the ferry.", "Three were built.", Mismatch()),
        ("Who opened 3 ferries?", "Tell opened the ferry.", "Four were built.", Mismatch(number=1)),
        ("Who lit 12000 lamps?", "Tell lit 12,000 lamps.", "", Mismatch()),
        ("Who led Fleet 2?", "Tell led Fleet II.", "", Mismatch()),
        ("Who led Fleet 2?", "Tell led Fleet III.", "Under Osric II.", Mismatch(number=1)),
        ("Who failed to land?", "Tell set out and failed.", "", Mismatch()),
        ("Who was Tell’s brother?", "Tell’s sister is Ana.", "", Mismatch()),
        ("Which eastern and western bridges are shut?", "The western bridge is.", "", Mismatch()),
        ("What happened in 2031?", "Tell opened the ferry.", "Dated 2031-04-05.", Mismatch()),
        ("What happened in 1.5 years?", "It took 11.5 years.", "", Mismatch(number=1)),
        ("How many bridges are there?", "There is a bridge.", "It cost 40 crowns.", Mismatch(quantity=1)),
        ("How many bridges are there?", "There are three bridges.", "", Mismatch()),
        ("How many bridges are there?", "There is a handful of bridges.", "", Mismatch()),
        ("How many bridges are there?", "There are several bridges.", "", Mismatch()),
        ("How many of 3 bridges are open?", "Of 3 bridges none is open.", "", Mismatch()),
        ("What is the name of Tell’s brother?", "Four hundred, yes.", "Tell", Mismatch(quantity=1)),
        ("What is the name of Tell’s brother?", "He saw a man in a yellow coat.", "Tell", Mismatch(quantity=1)),
        ("What was the name of the club's president?", "The president of the club resigned.", "", Mismatch(quantity=1)),
        ("What was the name of the club's president?", "The club's president, Gideon Wren, resigned.", "", Mismatch()),
        ("What is the name of Tell’s brother?", "His brother is Odran.", "Tell", Mismatch()),
        ("What is the name of the process?", "It is called osmosis.", "", Mismatch()),
        ("Who built it in Vesk?", "Tell built it.", "A paper of Vesk", Mismatch()),
        ("Who built it in Vesk?", "Tell built it.", "A paper of Lorn", Mismatch(name=1)),
        ("what does tell say of taiwan?", "Tell spoke of the bridge.", "", Mismatch(name=1)),
        ("what does tell say of taiwan?", "Tell spoke of Taiwanese bridges.", "", Mismatch()),
    ],
)
def test_what_a_question_has_and_its_evidence_has_not(
    question: str, evidence: str, around: str, expected: Mismatch
) -> None:
    assert mismatch(question, TERMS, evidence, f"{evidence} {around}") == expected


def test_opposites_go_both_ways() -> None:
    assert opposed(["export"], frozenset({"import"})) == {"export"}
    assert opposed(["import"], frozenset({"export"})) == {"import"}
    assert opposed(["import"], frozenset({"import", "export"})) == frozenset()
