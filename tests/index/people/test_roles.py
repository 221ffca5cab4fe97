"""Phrases for people: the office that one names, a name without its title."""

from __future__ import annotations

import pytest

from index.names.titles import role_key, split_title
from index.people.people import People
from index.text.sentences import joined_lines
from tests.index.attribution.said import sure_speaker


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("the Belarusian leader", "head-of-state Belarus"),
        ("President of Poland", "head-of-state Poland"),
        ("the prime minister", "head-of-government"),
        ("the chancellor", "chancellor"),
        ("the German chancellor", "chancellor Germany"),
        ("the shadow chancellor", "shadow-chancellor"),
        ("a fisherman", None),
    ],
)
def test_role_key(phrase: str, expected: str | None) -> None:
    assert role_key(phrase) == expected


@pytest.mark.parametrize(
    ("phrase", "name", "title_words"),
    [
        ("Belarusian President Aleksandr Lukashenko", "Aleksandr Lukashenko", "Belarusian President"),
        ("Mr Tell", "Tell", "Mr"),
        ("Odran Tell", "Odran Tell", ""),
    ],
)
def test_split_title(phrase: str, name: str, title_words: str) -> None:
    assert split_title(phrase) == (name, title_words)


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        ("Der Rat hat getagt, und die Kapitänin Frauke Petersen ist dagegen.", "Kapitänin Frauke Petersen",
         "Frauke Petersen"),
        ("Anwesend: Bürgermeisterin Almut Kesting, Gemeinderat Veit Sommer. Es ist still.", "Sommer", "Veit Sommer"),
        ("Present: Chair Olu Brandreth, Treasurer Nan Fosdyke\nApologies: Trustee Pavel Hruby", "Fosdyke",
         "Nan Fosdyke"),
        ("Present: Secretary Maud Ellery. Notes taken by M. Ellery.", "Ellery", "Maud Ellery"),
    ],
)  # fmt: skip
def test_a_role_or_the_line_below_is_no_part_of_a_name(text: str, phrase: str, name: str) -> None:
    assert People(joined_lines(text)).person(phrase) == name


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Chancellor Odo Lask opened the budget. The prime minister said the tax would stay.", "the tax",
         "The prime minister"),
        ("Finance Minister Ida Voss read out the figures. “The debt is falling,” the prime minister said.", "The debt",
         "the prime minister"),
        ("Mira Cole, the Kestrian chancellor, came to Norr. The premier said a bridge would be built.", "a bridge",
         "The premier"),
        ("Premier Mira Cole and Chancellor Odo Lask saw the mill. The chancellor said it would get a loan.", "it would",
         "Odo Lask"),
        ("Premier Mira Cole flew to Berlin, where German Chancellor Odo Lask met her. The prime minister said the "
         "border would stay open.", "the border", "Mira Cole"),
        ("German Chancellor Odo Lask met his guest in Berlin. The chancellor said the border would stay open.",
         "the border", "Odo Lask"),
        ("The budget was torn up by Shadow Chancellor Odo Lask. The chancellor said the tax would stay.", "the tax",
         "The chancellor"),
    ],
)  # fmt: skip
def test_a_chancellor_is_no_prime_minister(text: str, words: str, speaker: str) -> None:
    assert sure_speaker(text, words) == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("The former Prime Minister Mira Cole came to Norr. The prime minister said the tax would stay.", "the tax",
         "The prime minister"),
        ("A book by ex-President Odo Lask is out. “It is a poor book,” the president said.", "It is",
         "the president"),
        ("Beside him sat former Foreign Minister Ida Voss. The foreign minister said the talks would go on.",
         "the talks", "The foreign minister"),
        ("Beside him sat Foreign Minister Ida Voss. The foreign minister said the talks would go on.", "the talks",
         "Ida Voss"),
    ],
)  # fmt: skip
def test_who_held_an_office_holds_it_no_more(text: str, words: str, speaker: str) -> None:
    assert sure_speaker(text, words) == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("The Minister of Salt, Odo Lask, opened the fair. The minister said the harvest was poor.", "the harvest",
         "The minister"),
        ("The Governor of Norr came too. The governor said the mill was lost.", "the mill", "The governor"),
        ("A Minister for Roads is needed. “It is late,” the minister said.", "It is", "the minister"),
        ("Governor Lask came too. The governor said the mill was lost.", "the mill", "Lask"),
        ("It was a hard week. “The mill is lost,” the MP said.", "The mill", "the MP"),
        ("It was a hard week. “The mill is lost,” the DSP told the Echo.", "The mill", "the DSP"),
    ],
)  # fmt: skip
def test_a_place_or_field_is_nobody_who_holds_an_office(text: str, words: str, speaker: str) -> None:
    assert sure_speaker(text, words) == speaker


@pytest.mark.parametrize(
    "leader", ["Senate Republican leader", "Salt Party leader", "Labour leader", "Vesk Guild Leader"]
)
def test_who_leads_a_body_with_a_name_is_no_head_of_state(leader: str) -> None:
    text = f"President Ana Ruiz left. (The {leader} once said: “It matters most that President Ruiz serves one term.”)"
    assert sure_speaker(text, "It matters") == f"The {leader}"


@pytest.mark.parametrize("leader", ["Kremlin leader", "supreme leader", "Kestrian leader"])
def test_who_leads_a_land_is_its_head(leader: str) -> None:
    text = f"Kestrian President Ana Ruiz left. The {leader} said: “It matters most that the mill stays.”"
    assert sure_speaker(text, "It matters") == "Ana Ruiz"


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Ana Ruiz left. The mayor said: “It matters most that Mayor Ruiz serves one term.”",
        "Governor Odo Lask was there. “It matters little what Odo Lask wants,” the governor told the Echo.",
        "The president once said: “It matters to nobody whom President Holt hates.”",
    ],
)
def test_who_holds_an_office_is_unsure_where_the_words_name_the_holder(text: str) -> None:
    assert sure_speaker(text, "It matters") in {None, "The president"}


@pytest.mark.parametrize(
    "words", ["I am Ana Ruiz, your mayor", "My name is Ruiz and I serve", "They call me Ruiz here"]
)
def test_who_tells_their_own_name_is_meant(words: str) -> None:
    assert sure_speaker(f"Mayor Ana Ruiz came. “{words},” the mayor said.", words) == "Ana Ruiz"


@pytest.mark.parametrize("said", ["the Mayor", "the mayor", "The Mayor"])
def test_a_post_with_a_capital_is_its_holder_too(said: str) -> None:
    text = f"Mayor Ana Ruiz came at noon. The lock leaks. “We mend it,” {said} said.\n"
    assert sure_speaker(text, "We mend it") == "Ana Ruiz"


@pytest.mark.parametrize("before", ["Ambassador", "Omani Ambassador", "Minister for Roads"])
def test_a_name_may_have_five_words_with_a_particle(before: str) -> None:
    text = f"“We open towns,” said {before} Hamid Ali Said Al Qasim.\n"
    assert sure_speaker(text, "We open towns") == "Hamid Ali Said Al Qasim"
