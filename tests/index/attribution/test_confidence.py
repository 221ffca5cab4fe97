"""Which quotations have a sure speaker, which an unsure one, and which statements are none."""

import pytest

from index.records import Statement
from tests.index import analysed

SURE = 0.7


def statements(text: str) -> list[Statement]:
    return analysed.statements(text, title="", language="en")


def sure(text: str) -> list[tuple[str | None, str]]:
    """Return the speakers and words of the quotations that have a sure speaker."""
    return [
        (each.speaker, text[each.start : each.end])
        for each in statements(text)
        if each.kind == "direct" and each.speaker and each.confidence >= SURE
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Mira Quill said she had enjoyed the role in “Harbour Lights.”", id="the role in a film"),
        pytest.param("Mira Quill wrote her first song, “I’m a Harbour Girl,” in 1961.", id="wrote a song"),
        pytest.param("Palo Brandt told the Gazette they met on the set of “Ferries.”", id="a title of one word"),
        pytest.param("Odran Tell, author of the “Encyclopedia of Vesk Bread,” said it was late.", id="author of"),
        pytest.param("Mira Quill says the theme is close to “Two Bridges and a Half.”", id="a comparison"),
        pytest.param("Players may also add “Double Harbour,” a feature of the game.", id="the name of a feature"),
        pytest.param(
            "Palo Brandt said the car steers with its system “Full Road Sense,” made in Vesk.", id="a product"
        ),
    ],
)
def test_a_title_without_a_verb_of_saying_beside_it_has_no_sure_speaker(text: str) -> None:
    assert sure(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param("Mira Quill came. “This Is Over,” Quill said.", "Mira Quill", id="after"),
        pytest.param("Mira Quill shouted “Where Is Odran?”", "Mira Quill", id="a question"),
        pytest.param("Mira Quill said: “Harbour Lights.”", "Mira Quill", id="colon"),
        pytest.param("Mira Quill told reporters “Nice Try.”", "Mira Quill", id="told"),
        pytest.param("“Give Palo Time,” said Mira Quill.", "Mira Quill", id="turned round"),
    ],
)
def test_capitals_beside_a_verb_of_saying_are_words(text: str, speaker: str) -> None:
    assert [who for who, _ in sure(text)] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Palo Brandt marched with people holding signs reading “not our mayor at all.”", id="signs"),
        pytest.param("The figures add to fears that such “auto locks” are common.", id="add to"),
        pytest.param(
            "Palo Brandt was taped agreeing with a visitor who told him the town needs “godly men.”", id="agree"
        ),
        pytest.param(
            "The new advert shows Palo Brandt appearing to say “I love the old harbour.”", id="appearing to say"
        ),
        pytest.param("The resulting “wide dark,” whereby observers can see the stars, lasts an hour.", id="whereby"),
        pytest.param(
            "Palo Brandt speculated that it was planned, a claim rivals attacked as “unhinged.”", id="a claim"
        ),
        pytest.param("Described as “the best roof in Vesk” on its website, the stadium seats many.", id="described as"),
        pytest.param("“Harbour bread,” which the guild remembers in songs, is sold there.", id="which"),
        pytest.param("Dubbed “the quiet one” by the Gazette, Palo Brandt sold bread.", id="dubbed by"),
        pytest.param("Winner: “evermore grey”", id="a label"),
    ],
)
def test_a_cue_that_attributes_nothing_names_nobody_surely(text: str) -> None:
    assert sure(text) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("No farmer has said “we will never sell the mill.” Mira Quill came.", id="no farmer"),
        pytest.param("Mira Quill came. No member said “the bridge is not safe now.”", id="no member"),
        pytest.param("Neither woman said “the bridge is not safe now.”", id="neither"),
        pytest.param("None said “the bridge is not safe now.”", id="none"),
        pytest.param("Nobody in Vesk ever said “the bridge is not safe now.”", id="nobody in a place"),
    ],
)
def test_the_subject_of_a_denial_says_nothing(text: str) -> None:
    assert sure(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param("Brandt from Vesk Economics said “rates will fall by May.”", "Brandt", id="from"),
        pytest.param("Mira Quill at Harbour Capital said “rates will fall by May.”", "Mira Quill", id="at"),
        pytest.param("Mira Quill with Harbour Capital wrote: “Rates will fall by May.”", "Mira Quill", id="with"),
        pytest.param("“Rates will fall,” Mira Quill from Harbour Capital said.", "Mira Quill", id="after"),
        pytest.param("“Rates will fall,” said Mira Quill of Harbour Capital.", "Mira Quill", id="turned round"),
        pytest.param("“Rates will fall,” the Vesk-based Harbourtel said.", "Harbourtel", id="based"),
        pytest.param("“Rates will fall,” Rep. Mirek Quillan of New Jersey said.", "Mirek Quillan", id="of a state"),
        pytest.param("“It is lost,” sang the farmers crossing the Harbour Road.", "the farmers crossing", id="farmers"),
    ],
)
def test_a_name_is_that_of_the_person(text: str, speaker: str) -> None:
    assert [who for who, _ in sure(text)] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Mira Quill calls out trainer who said “you look far too old for it.”", id="a headline"),
        pytest.param("I’m Odran Tell joked it was “the best of the ferries.”", id="I am"),
        pytest.param("There's a large land in the middle labeled “the free state of Vesk.”", id="there is"),
        pytest.param("He's felt his character needed “to find his place in it.”", id="he has"),
        pytest.param("They’re saying fans labeled it “the free state of Vesk.”", id="they are"),
    ],
)
def test_a_clause_is_nobody_s_name(text: str) -> None:
    assert not [who for who, _ in sure(text) if who and (" out " in who or "’" in who or "'" in who)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Palo Brandt told CNX. CNX aired it. “It is gone,” he said.", id="a broadcaster"),
        pytest.param("The Vesk Rovers thanked Brandt. “It is gone,” he said.", id="a club"),
        pytest.param("John Brandt met Peter Tell at the harbour. “It is gone,” he said.", id="two men"),
        pytest.param("Peter Tell left. John Brandt met Karl Holt. “It is gone,” he said.", id="three men"),
        pytest.param("Police spoke to al Marsh. “It is gone,” he said.", id="a group"),
    ],
)
def test_a_pronoun_with_a_rival_or_no_person_before_it_is_unsure(text: str) -> None:
    assert sure(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param(
            "When Odran Tell shouted “leave,” Mira Quill laughed, “Not at all, my friend.”", "Odran Tell", id="when"
        ),
        pytest.param("After Odran Tell said “we can leave,” Mira Quill said: “Not me.”", "Odran Tell", id="after"),
        pytest.param("As Odran Tell said “we can leave now,” Mira Quill said: “Not me.”", "Odran Tell", id="as"),
        pytest.param("While Odran Tell said “we can leave,” Mira Quill added: “Not me.”", "Odran Tell", id="while"),
        pytest.param("Though Odran Tell said “we can leave,” Mira Quill said: “Not me.”", "Odran Tell", id="though"),
    ],
)
def test_the_clause_before_a_quotation_has_named_its_speaker(text: str, speaker: str) -> None:
    assert next(each for each in statements(text) if each.kind == "direct").speaker == speaker


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Brandt has not yet responded to Quill's remarks.", id="remarks"),
        pytest.param("The mayor declined to discuss Mira Quill’s comments on Friday.", id="comments"),
        pytest.param("Brandt dismissed Quill's claim at the harbour.", id="claim"),
        pytest.param("The council has received Quill's statement.", id="statement"),
        pytest.param("Brandt waited in vain for Mira Quill's answer.", id="answer"),
    ],
)
def test_a_noun_with_its_owner_alone_reports_nothing_of_the_owner(text: str) -> None:
    assert not [each for each in statements(text) if each.speaker and each.speaker.endswith("Quill")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Nobody believed Mira Quill's claim that the mill would close by May.", id="claim"),
        pytest.param("Nobody believed Mira Quill’s statement that the mill was sold to strangers.", id="statement"),
    ],
)
def test_a_noun_with_a_clause_reports_it(text: str) -> None:
    assert [each for each in statements(text) if each.speaker == "Mira Quill" and each.kind == "reported"]
