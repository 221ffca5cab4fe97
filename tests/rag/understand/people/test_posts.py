"""Posts and lands that stand for somebody, by titles of speeches and by what stands beside a name."""

from __future__ import annotations

import json

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from rag.understand.people import posts
from rag.understand.speakers import find_speakers
from tests.rag.conftest import Over
from tests.rag.understand.plan.town import TOWN


@pytest.fixture(scope="module")
def town(over: Over) -> Pipeline:
    return over(TOWN)


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("the president of Kestria", "Odran Tellmar"),
        ("the Kestrian president", "Odran Tellmar"),
        ("Kestria's president", "Odran Tellmar"),
        ("the Kestrian leader", "Odran Tellmar"),
        ("the president of Belarus", "Ivan Korsakov"),
        ("the Belarusian leader", "Ivan Korsakov"),
        ("the Belarusian president", "Ivan Korsakov"),
        ("the German foreign minister", "Anna Brechtel"),
        ("Germany's foreign minister", "Anna Brechtel"),
        ("the Polish foreign minister", "Jan Nowik"),
        ("Berlin", "Anna Brechtel"),
        ("Minsk", "Ivan Korsakov"),
        ("the Poles", "Jan Nowik"),
        ("the German president", None),
        ("the president of Poland", None),
        ("France", None),
        ("the French foreign minister", None),
    ],
)
def test_a_post_or_land_leads_to_who_holds_it(town: Pipeline, phrase: str, found: str | None) -> None:
    assert find_speakers(phrase, town.store.catalog) == ([found] if found else [])


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What did the president of Belarus say about the border?", "The border is closed"),
        ("What is Belarus's stance on the border?", "The border is closed"),
        ("What did Berlin say about sanctions?", "Sanctions on the port work."),
        ("What did Joe Holdane say about the harbour tax?", "unfair"),
        ("What did Holdane say about the harbour tax?", "unfair"),
        ("What did Andrzej Duvalier say about the dam?", "The dam will hold"),
        ("What did President Zelansky say about peace?", "The river wants peace"),
        ("What did Zelanskiy say about peace?", "The river wants peace"),
        ("What did LBJ say about poverty?", "Poverty must end"),
    ],
)
def test_whom_words_mean_is_answered(town: Pipeline, question: str, words: str) -> None:
    answer = town.ask(Turn(question))
    assert answer.status == "answered"
    assert words in answer.answer


def test_a_land_is_shown_as_who_speaks_for_it(town: Pipeline) -> None:
    notice = town.ask(Turn("What did Berlin say about sanctions?")).notice
    assert notice == "“Berlin” was read as who speaks for Germany in these documents: Anna Brechtel."


def test_whom_a_speech_is_about_does_not_hold_its_post(over: Over) -> None:
    title = "Remarks of Odo Varn after the meeting with the President of Belarus"
    text = json.dumps({"speaker": "Odo Varn", "title": title, "text": "The talks on the border were long."})
    assert find_speakers("the president of Belarus", over({"a.jsonl": text}).store.catalog) == []


LANDS = [
    (
        "Statement of Sri Lanka in the Assembly, 2031 — Mr. Ruwan Tellawar, President",
        "Mr. Ruwan Tellawar",
        "Poverty falls.",
    ),
    ("Address by H.E. Inés Quillar, President of the Republic of Costa Rica", "Inés Quillar", "Poverty is a chain."),
    (
        "H.E. Ama Duvall, President of the United Federal Republic of Upper Vesk, speaks",
        "Ama Duvall",
        "Poverty is an old guest.",
    ),
    ("Speech by the President of Poland", "Jan Nowik", "Poverty is a wound."),
]


@pytest.fixture(scope="module")
def lands(over: Over) -> Pipeline:
    records = [
        {"id": f"land-{at}", "speaker": speaker, "date": "2031-03-01", "title": title, "text": text}
        for at, (title, speaker, text) in enumerate(LANDS)
    ]
    news = "The president, Odran Tell, said: “Poverty is a shame of the town.”\n\nPresident Tell left in the evening.\n"
    return over({"lands.jsonl": "\n".join(map(json.dumps, records)), "tell.txt": news})


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("Sri Lanka's president", "Mr. Ruwan Tellawar"),
        ("The Sri Lankan president", "Mr. Ruwan Tellawar"),
        ("the president of the Democratic Socialist Republic of Sri Lanka", "Mr. Ruwan Tellawar"),
        ("Costa Rica's president", "Inés Quillar"),
        ("the Costa Rican president", "Inés Quillar"),
        ("the president of Upper Vesk", "Ama Duvall"),
        ("Upper Vesk's president", "Ama Duvall"),
        ("South Africa's president", None),
        ("the New Zealand president", None),
        ("the Harbour League president", None),
        ("Lower Vesk's president", None),
    ],
)
def test_a_land_of_several_words_has_its_own_holder(lands: Pipeline, phrase: str, found: str | None) -> None:
    assert find_speakers(phrase, lands.store.catalog) == ([found] if found else [])


@pytest.mark.parametrize("phrase", ["South Africa's president", "the New Zealand president", "Lower Vesk's president"])
def test_a_post_that_nobody_holds_is_refused_by_its_name(lands: Pipeline, phrase: str) -> None:
    answer = lands.ask(Turn(f"What did {phrase} say about poverty?"))
    assert answer.status == "not_found"
    assert phrase in answer.answer
    assert not answer.citations


def test_who_holds_a_post_is_compared_with_those_of_his_surname_alone(
    town: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where 36 posts were each compared with all speakers of 15,000 passages, the first question took 14 seconds."""
    compared: list[tuple[str, str]] = []
    real = posts.same_person
    monkeypatch.setattr(posts, "same_person", lambda one, other: compared.append((one, other)) or real(one, other))
    speakers = [*town.store.catalog.speakers(), "Mira Tellmar", "Odran Vask", "Jan Korsak"]
    assert posts.holders_of("the president of Kestria", town.store.catalog, speakers) == ["Odran Tellmar"]
    assert compared
    assert all(one.split()[-1] == other.split()[-1] for one, other in compared)


COMPARED = {
    "2031-05-01-toast.txt": (
        "A toast\n\nMayor Ilse Brandt said: “I thank Odran Tellmar for his letter. I told Tellmar: ‘The ferry sails.’ "
        "He said: ‘I am glad.’ Unlike any other U.S. president, he kept his word.”\n"
    ),
    "2031-05-02-paper.txt": (
        "The dam\n\n“The dam is ours,” Mira Quillon said on Friday. Like every Polish president before her, Quillon "
        "wants the river. “We pay,” Jan Nowik said.\n\nIlse Brandt thinks that as any French president he is proud. "
        "Mira Quillon and Jan Nowik laughed.\n"
    ),
}


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("the American president", "Odran Tellmar"),
        ("the U.S. president", "Odran Tellmar"),
        ("the US president", "Odran Tellmar"),
        ("the us president", "Odran Tellmar"),
        ("us president", "Odran Tellmar"),
        ("the president of the United States", "Odran Tellmar"),
        ("America's president", "Odran Tellmar"),
        ("the Polish president", "Mira Quillon"),
        ("the president of Poland", "Mira Quillon"),
        ("Poland's leader", "Mira Quillon"),
        ("the French president", None),
        ("the us mayor", None),
    ],
)
def test_whom_a_text_sets_beside_others_of_the_post_holds_it(over: Over, phrase: str, found: str | None) -> None:
    assert find_speakers(phrase, over(COMPARED).store.catalog) == ([found] if found else [])


@pytest.mark.parametrize(
    ("question", "addressee"),
    [
        ("What did Brandt tell the American president?", "Odran Tellmar"),
        ("What did ilse brandt tell the us president", "Odran Tellmar"),
        ("What did Brandt tell the Polish president about the ferry?", "Mira Quillon"),
        ("What did Brandt tell the council?", "the council"),
    ],
)
def test_to_whom_is_named(over: Over, question: str, addressee: str) -> None:
    assert over(COMPARED).understand(Turn(question)).addressee == addressee


@pytest.mark.parametrize(
    ("phrase", "keys"),
    [
        ("the German chancellor", ["chancellor Germany"]),
        ("the head of government of Austria", ["head-of-government Austria", "chancellor Austria"]),
        ("Germany's leader", ["head-of-state Germany", "head-of-government Germany", "chancellor Germany"]),
        ("the British prime minister", ["head-of-government Britain"]),
        ("the British chancellor", ["chancellor Britain"]),
    ],
)
def test_a_chancellor_governs_in_two_lands_only(phrase: str, keys: list[str]) -> None:
    assert posts.asked_posts(phrase) == keys


@pytest.mark.parametrize(
    ("phrase", "is_meant"),
    [
        ("Britain's prime minister", True),
        ("the British prime minister", True),
        ("the UK prime minister", True),
        ("the prime minister of the United Kingdom", True),
        ("Ireland's prime minister", False),
        ("Britain's foreign minister", False),
    ],
)
def test_whom_a_text_calls_by_a_post_is_found_by_other_words_for_it(over: Over, phrase: str, is_meant: bool) -> None:
    called = "the Prime Minister of Britain"
    speech = f"Assembly, 3 May 2033\n\n“The harbour stays open,” said {called}.\n"
    catalog = over({"speech.txt": speech}).store.catalog
    assert called in catalog.speakers()
    assert (find_speakers(phrase, catalog) == [called]) == is_meant


ENVOYS = {
    "envoy.txt": (
        "Trade with Lund\n\nOman’s Ambassador to Sri Lanka Hamid Ali Said Al Qasim says that more towns are open now. "
        "“We open them one by one,” the Ambassador said.\n"
    ),
    "talks.txt": (
        "Talks\n\nU.N. Secretary-General Dag Orrholm said that the truce holds. “It holds,” Orrholm said. "
        "“We wait,” said Petra Lind, president of the U.N. General Assembly.\n"
    ),
    "camps.txt": (
        "Camps\n\n“They have nowhere to go,” UN High Commissioner for Refugees Filip Grander said.\n\n"
        "“We test stoves,” said Bela Reich, director of the UN High Commissioner for Refugees’ stove lab.\n\n"
        "“I never slept,” Kim Sol Un said.\n"
    ),
}


@pytest.fixture(scope="module")
def envoys(over: Over) -> Pipeline:
    return over(ENVOYS)


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("Oman's ambassador in Colombo", ["Hamid Ali Said Al Qasim"]),
        ("the Omani ambassador", ["Hamid Ali Said Al Qasim"]),
        ("the ambassador of Oman", ["Hamid Ali Said Al Qasim"]),
        ("the ambassador of Poland", []),
        ("the UN secretary-general", ["Dag Orrholm"]),
        ("the UN chief", ["Dag Orrholm"]),
        ("the UN high commissioner for refugees", ["Filip Grander"]),
        ("the UN high commissioner for human rights", []),
        ("Poland's deputy ambassador to the UN", []),
    ],
)
def test_envoys_and_heads_of_a_body(envoys: Pipeline, phrase: str, found: list[str]) -> None:
    assert find_speakers(phrase, envoys.store.catalog) == found
