# ruff: noqa: E501  The cases are read more easily a line each.
from __future__ import annotations

import pytest

from index.attribution.attribute import analyse
from index.names.russian_names import nominative
from index.transcripts.heads.speech_heads import speaker_in
from tests.index.analysed import document, named, statements

OWN = (
    "We have waited nine years for this bridge. I thank you for it, and my people thank you. Our boats will come back, and we"
    " shall greet them. I ask for your patience.\n"
)
RUSSIAN = (
    "Мы ждали этого моста девять лет. Я благодарю вас, и наш народ благодарит вас. Мы встретим первые корабли вместе.\n"
)
SPANISH = "Hemos esperado nueve años. Nuestros barcos volverán y yo les doy las gracias. Mi pueblo espera, y nosotros con él.\n"
FRENCH = "Nous avons attendu neuf ans. Je vous remercie, et notre peuple avec moi. Nos bateaux reviendront, j'en suis certain.\n"
ITALIAN = "Abbiamo aspettato nove anni. Io vi ringrazio, e la nostra gente con noi. Le nostre navi torneranno, ne sono certo.\n"
GERMAN = (
    "Wir haben neun Jahre gewartet. Ich danke Ihnen, und unsere Leute danken mit mir. Unsere Schiffe kommen zurück.\n"
)


def speakers(text: str, title: str = "A", **fields: str) -> set[str | None]:
    found = analyse(document(text, title=title, **fields))
    assert {each.kind for each in found.statements} <= {"turn"}
    return {each.speaker for each in found.statements}


HEADS = [
    pytest.param(
        "Check Against Delivery\nADDRESS BY H.E. ODRAN TELL, PRIME MINISTER OF VESK\nOSTRAND, 27 SEPTEMBER 2031\nMr. President,\n",
        OWN, "Odran Tell", id="address by, in capitals",
    ),
    pytest.param(
        "1\nStatement by the President of the Republic of Kestria\nH. E. Mira Quill\nGeneral debate\nOstrand, 2 May 2031\n\n",
        OWN, "Mira Quill", id="the office before the name",
    ),
    pytest.param("STATEMENT\nBY\nRT. HON. ADA TALBOT,\nMINISTER FOR RIVERS\nAT\nTHE SUMMIT\n2 MAY 2031\n", OWN, "Ada Talbot", id="by on a line"),
    pytest.param(
        "National Statement delivered by His Excellency Hon. Rupert W.R.\nLask, MP.\nPresident of Osk\n2 May 2031\nCheck against delivery\n",
        OWN, "Rupert W.R. Lask", id="a name over two lines",
    ),
    pytest.param("Remarks of Governor Leif Brandal at the opening of the quay\n\n", OWN, "Leif Brandal", id="remarks of"),
    pytest.param("# Speech by Mayor Quarry, as delivered\n\n", OWN, "Quarry", id="a surname"),
    pytest.param("Keynote address by Dr. Nora deVries Moll\nVesk, 3 June 2031\n\n", OWN, "Nora deVries Moll", id="a small letter"),
    pytest.param(
        "THE HON RUPERT LASK MP\n\nPRESS CLUB ADDRESS - “A NEW ECONOMY: THE CASE FOR  A QUAY”  VESK\n\nRUPERT LASK:  Thank you.\n\n",
        OWN, "Rupert Lask", id="a title in marks is nobody, the label is",
    ),
    pytest.param("# Statsminister Ona Bergs tal under Vesk Forum\n\n", OWN, "Ona Berg", id="Swedish, a genitive"),
    pytest.param("# Klimat- och miljöminister Ona Berg-Lids inledningstal vid mötet i Vesk\n\n", OWN, "Ona Berg-Lid", id="with two posts"),
    pytest.param("# Digitalt anförande av försvarsminister Ona Berg på mötet\n\n", OWN, "Ona Berg", id="what kind of speech"),
    pytest.param(
        "# Statement of the Government 2031\n\nPresented by Mrs Ona Berg, Minister for Rivers in the Assembly, 4 May 2031.\n\n",
        OWN, "Ona Berg", id="who presented it",
    ),
    pytest.param("Address by the Prime Minister of Bhutan\n3 June 2031\n\n", OWN, "the Prime Minister of Bhutan", id="an office"),
    pytest.param("Speech — Minister Rupert Lask\n\n", OWN, "Rupert Lask", id="a dash"),
    pytest.param(
        "Friday, 2 May 2031\nSpeech: Ferry Party\n\nFERRY'S Two-Point Plan for the Quay\n\nSpeech by Hon Rupert Lask, Leader FP\n\n",
        OWN, "Rupert Lask", id="a plan's title is nobody",
    ),
    pytest.param(
        "Friday, 2 May 2031\nSpeech: Ferry Party\n\nFerry Party leader Rupert Lask\nHarbour Bill Speech to Parliament\n\n",
        OWN, "Rupert Lask", id="whom somebody leads before the name",
    ),
    pytest.param(
        "VESK NATIONAL STATEMENT\nHis Excellency Ratu Bram Oster, President of the\nRepublic of Vesk\n2 May 2031\n",
        OWN, "Ratu Bram Oster", id="the name below the kind",
    ),
    pytest.param("Prime Minister Ada Talbot's remarks at the harbour\n2 May 2031\n\n", OWN, "Ada Talbot", id="a genitive"),
    pytest.param("Harbour day\nDelivered by:\nThe Honourable Prue Handley\n2 May 2031\n\n", OWN, "Prue Handley", id="delivered by"),
    pytest.param(
        "Allocution de S.E. M. Luc Armel, Président de la République\nNew York, le 2 mai 2031\nMonsieur le Président,\n",
        FRENCH, "Luc Armel", id="French",
    ),
    pytest.param("DISCOURS DE SON EXCELLENCE MADAME\nANA ARMEL,\nPRESIDENTE DE KESTRIE\nle 2 mai 2031\n", FRENCH, "Ana Armel", id="French, capitals"),
    pytest.param(
        "Discurso del Excmo. Sr. Palo Brandt Ruiz, Ministro de Relaciones Exteriores\n2 de mayo de 2031\nSeñor Presidente:\n",
        SPANISH, "Palo Brandt Ruiz", id="Spanish",
    ),
    pytest.param(
        "Palabras del Presidente de la Nación Palo Brandt, en el debate general\nMartes 2 de mayo de 2031\n",
        SPANISH, "Palo Brandt", id="Spanish, behind the land",
    ),
    pytest.param("Intervención de la Ministra Mira Ruiz\n2 de mayo de 2031\n", SPANISH, "Mira Ruiz", id="Spanish, minister"),
    pytest.param("Intervento del Presidente Brandt alla conferenza\n2 maggio 2031\n", ITALIAN, "Brandt", id="Italian"),
    pytest.param("Bundesministerin Petra Lind\nHafen-Rede\n02.05.2031\n", GERMAN, "Petra Lind", id="German, the name above"),
    pytest.param("Rede von Bürgermeister Olaf Brandt\nVesk, 2. Mai 2031\n\n", GERMAN, "Olaf Brandt", id="German"),
    pytest.param(
        "ВЫСТУПЛЕНИЕ\nМинистра иностранных дел\nРеспублики Вестрия\nО.П.Телла\n2 мая 2031 года\nГосподин Председатель,\n",
        RUSSIAN, "О.П. Телл", id="Russian, initials",
    ),
    pytest.param("Tal av försvarsminister Pål Ekman vid en konferens\nTarn, 2 mars 2031.\n", OWN, "Pål Ekman", id="Swedish"),
    pytest.param("Anförande av Mira Ekman i Tarn den 9 maj\n\n", OWN, "Mira Ekman", id="Swedish, a name alone"),
    pytest.param(
        "Speech for the motion on “A lock for all of the towns”, by Dr Mira Quill, Senior Minister\n\n", OWN, "Mira Quill",
        id="a topic in marks before the name",
    ),
    pytest.param("Address by His Eminence Cardinal Palo Brandt\nat the debate\n2 May 2031\n", OWN, "Palo Brandt", id="a cardinal"),
    pytest.param("Заявление Президента Украины Одрана Телла\n\n", RUSSIAN, "Одран Телл", id="Russian, a genitive"),
    pytest.param("Обращение губернатора Марии Квилловой\n\n", RUSSIAN, "Мария Квиллова", id="Russian, a woman"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "words", "speaker"), HEADS)
def test_a_head_says_whose_speech_it_is(head: str, words: str, speaker: str) -> None:
    assert speakers(head + words * 2) == {speaker}


@pytest.mark.parametrize(("head", "words", "speaker"), HEADS)
def test_the_head_is_no_part_of_the_speech(head: str, words: str, speaker: str) -> None:
    text = head + words * 2
    first = min(statements(text), key=lambda each: each.start)
    assert first.start >= text.index(words) - 30


ENVOYS = "The land is concerned. It asks for peace and for bread. The lock is old, and the town needs it. " * 60


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"Address by Cardinal Palo Brandt\nat the debate\n\nMr. President,\n\nI thank you, and we begin. My greetings.\n{ENVOYS}", "Palo Brandt"),
        (f"Address by Cardinal Palo Brandt\nat the debate\n\n{ENVOYS} I and we and my.\n", None),
        (f"Address by Cardinal Palo Brandt\nat the debate\n\nMr. President,\n\n{ENVOYS}", None),
        (f"Address by Cardinal Palo Brandt\n\nMr. President,\n\nI and we and my. Brandt said so.\n{ENVOYS}", None),
        (f"Address by Cardinal Palo Brandt\n\nMr. President,\n\nI and we and my. He said so.\n{ENVOYS}", None),
    ],
    ids=["an envoy's", "no salutation", "no first person", "a report that names", "a report"],
)  # fmt: skip
def test_a_long_speech_that_hardly_says_i(text: str, speaker: str | None) -> None:
    named = {each.speaker for each in statements(text) if each.kind == "turn" and each.speaker}
    assert named == ({speaker} if speaker else set())


NO_SPEECHES = [
    pytest.param("Mayor Quarry's speech at the quay\n\nThe mayor spoke of ships and of the sea and of all that the town has lost. “I am sorry,” she said. The crowd went home. My sister was there, and we asked me and us.\n" + "The quay was full of people who had come to hear her speak about the ships. " * 30, id="a report of a speech"),
    pytest.param("Statement by mayor angers fishermen\n\nThe mayor spoke on Monday. “We shall build it, I promise, and our boats come back,” he said. The fishermen went home.\n", id="a report of a statement"),
    pytest.param("Remarks by President Tell and Prime Minister Holt\n\n" + OWN, id="two speakers"),
    pytest.param("Remarks by Vice President Tell, President Orlo of Vesk, and Premier Holt of Kestria\n\n" + OWN, id="three speakers"),
    pytest.param("Statement by Foreign Minister Ana Ruiz, the Prime Minister Jon Holt\n\n" + OWN, id="a comma between two"),
    pytest.param("Statement of Work\n\nWe will paint the quay. Our men start in May. We need a ladder, and I need a brush.\n", id="a contract"),
    pytest.param("Address by the river\n\nI lived there for a year. My boat lay by the quay. We fished.\n", id="an address"),
    pytest.param("Message of hope\n\nI woke early. My brother and I went to our boat. We rowed.\n", id="a story"),
    pytest.param("Speech therapy by phone\n\nWe offer it to all. Our nurses call. I recommend it.\n", id="a service"),
]  # fmt: skip


@pytest.mark.parametrize("text", NO_SPEECHES)
def test_what_is_no_speech_of_one(text: str) -> None:
    assert [each for each in statements(text) if each.kind == "turn" and each.speaker] == []


def test_labels_of_several_come_before_a_title() -> None:
    text = "THE PRESIDENT: We begin.\n\nQ: When, sir?\n\nTHE PRESIDENT: I said now.\n\nMS. QUILL: We are ready.\n"
    assert speakers(text, "Remarks by President Odran Tell") == {"Odran Tell", "interviewer", "QUILL"}


def test_a_speech_of_nobody_named_is_nobodys() -> None:
    text = (
        "OFFICIAL\nGeneral debate\n2 May 2031\nMr President, Excellencies,\n\n"
        + OWN
        + "I quote: “War is the end,” one of the books says.\n"
    )
    assert speakers(text) == {None}


def test_an_office_that_the_text_tells_with_a_land() -> None:
    text = "General debate\nPOLAND\n2 May 2031\nMr President,\n\n" + OWN + "It guides me now as Prime Minister.\n"
    assert speakers(text) == {"the Prime Minister of Poland"}


def test_page_furniture_is_no_part_of_a_speech() -> None:
    text = (
        "Speech by Mayor Ada Talbot\n2 May 2031\n\nWe build the quay for our\n\nPage 2 of 9\n\nchildren, and I am glad of it. My thanks.\n\n"
        "Check against delivery\n\n3 / 9\n\nWe shall meet on it.\n"
    )
    found = statements(text)
    words = " ".join(text[each.start : each.end] for each in found)
    assert (
        words.split()
        == "We build the quay for our children, and I am glad of it. My thanks. We shall meet on it.".split()
    )


def test_lands_and_things_do_not_speak_in_a_speech() -> None:
    text = (
        "Speech by Mayor Ada Talbot\n2 May 2031\n\n"
        + OWN
        + "Our theme echoes similar sentiments: “Unity in our diversity for all of us”. "
        "Poland believes in its motto: “Faith and the sea and the wind first.” My mother said: “Never sell the old boat to a stranger.”\n"
    )
    found = {each.speaker for each in statements(text) if each.kind == "direct"}
    assert found <= {"My mother", "my mother"}


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("М.В.Рыженкова", "М.В. Рыженков"), ("Сергея Лаврова", "Сергей Лавров"), ("Володимира Зеленського", "Володимир Зеленський"),
        ("Марии Захаровой", "Мария Захарова"), ("Дмитрия Мезенцева", "Дмитрий Мезенцев"), ("Олега Кравченко", "Олег Кравченко"),
        ("Игоря Ивановича Седых", "Игорь Иванович Седых"),
    ],
)  # fmt: skip
def test_names_in_the_nominative(written: str, expected: str) -> None:
    assert nominative(written) == expected


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the Minister for Rivers of Vesk, the Hon. Rupert Lask, at the summit", "Rupert Lask"),
        ("President of Ukraine Odran Tell at the summit", "Odran Tell"),
        ("HER EXCELLENCY MIRA QUILL\nPRESIDENT OF VESK", "Mira Quill"),
        ("Mr de la Vega", "de la Vega"),
        ("Queen Ada III", "Ada III"),
        ("the Ministry of Rivers of Vesk", "the Ministry of Rivers of Vesk"),
        ("5 May", None),
        ("phone", None),
    ],
)
def test_who_stands_behind_by(words: str, name: str | None) -> None:
    found = speaker_in(words)
    assert (found.name if found else None) == name


SHORT = [
    pytest.param("Statement by H.E. Mr. Rupert Lask, Minister for Rivers of the Republic of Osk\n\nVesk, 2 May 2031\n\nWe ask for no gift.\n", "Rupert Lask", id="a sentence"),
    pytest.param("Remarks by Dr. Ivo Lind to the council\n\nMadam Chair,\n\nThe silt is back.\n", "Ivo Lind", id="a salutation and no I"),
    pytest.param("ADDRESS BY MRS. ADA TALBOT\nPRESIDENT OF THE CHAMBER\n2 May 2031\n\nMy door is open. The port is not.\n", "Ada Talbot", id="capitals"),
    pytest.param("Speech by Ms. Una Raske, Director of the Port of Vesk\n\nI am brief today. The port is full.\n", "Una Raske", id="an office behind"),
    pytest.param("Statement by Mayor Ada Quarry on the bridge\n2 May 2031\n\nThe bridge opens in May. My office will pay.\n", "Ada Quarry", id="on a thing"),
    pytest.param("Statement by Ana Ruiz\n\nI did not take the boat.\n", "Ana Ruiz", id="a name alone"),
    pytest.param("Allocution de M. Luc Armel, ministre des transports\n\nle 2 mai 2031\n\nNotre pont est fermé.\n", "Luc Armel", id="French and short"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker"), SHORT)
def test_a_short_speech_under_a_clear_head(text: str, speaker: str) -> None:
    assert speakers(text) == {speaker}


NO_SHORT = [
    pytest.param("Statement by Mayor Ada Quarry angers fishermen\n\nThe mayor spoke on Monday. We were there.\n", id="a headline"),
    pytest.param("Speech by Mayor Ada Quarry draws crowd\n\nMy son liked it.\n", id="a crowd"),
    pytest.param("Statement by Mayor Ada Quarry\n\nMayor Quarry was clear that we all must pay.\n", id="named below"),
    pytest.param("Statement by Mayor Ada Quarry\n\nShe spoke of our fears on Monday.\n", id="she spoke"),
    pytest.param("Statement by Mayor Ada Quarry\n\nThe bridge was built in nine years.\n", id="nobody's words"),
    pytest.param("Statement by Mayor Ada Quarry on the bridge\n\n“I am sorry,” it began.\n", id="quoted"),
    pytest.param("Address by the river\n\nI lived there.\n", id="no name"),
    pytest.param("Remarks by President Tell and Prime Minister Holt\n\nWe have signed.\n", id="two"),
]  # fmt: skip


@pytest.mark.parametrize("text", NO_SHORT)
def test_what_is_no_short_speech(text: str) -> None:
    assert [each for each in statements(text) if each.kind == "turn" and each.speaker] == []


@pytest.mark.parametrize(
    ("behind", "asked"),
    [
        ("Minister of Fisheries of the Republic of Osk", "minister of fisheries of osk"),
        ("Minister of Fisheries of the Republic of Osk", "minister of fisheries"),
        ("Minister for Rivers of Osk", "minister for rivers of osk"),
        ("the Secretary of the Port Authority of Vesk", "secretary of the port authority of vesk"),
        ("Director of the Museum of Eskby", "director of the museum of eskby"),
        ("Mayor of Great Tarn", "mayor of great tarn"),
        ("Minister of Trade and Industry of the Kingdom of Osk", "minister of trade and industry of osk"),
    ],
)
def test_the_office_of_a_head_is_asked_for(behind: str, asked: str) -> None:
    text = f"Statement by Mr. Rupert Lask, {behind}\n\n2 May 2031\n\nWe ask for no gift.\n"
    assert ("Rupert Lask", asked) in analyse(document(text)).names


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Speech of 6 May 2031 by Captain Ana Lund, harbour master, at the opening of the pier", "Ana Lund"),
        ("Address of 12 September 2031 by Rector Amadou Field, University of Marl", "Amadou Field"),
        ("Eulogy for Magda Stroud, given by her brother Colin Stroud on 2 February 2031", "Colin Stroud"),
        ("Remarks at the launch of the ferry\nMarl Quay, 30 May 2031\nCommodore Ines Albrecht", "Ines Albrecht"),
    ],
)
def test_what_stands_between_a_speech_and_its_speaker(head: str, name: str) -> None:
    found = [each for each in statements(f"{head}\n\nFriends,\n\n{OWN}") if each.kind == "turn"]
    assert {each.speaker for each in found} == {name}


def test_a_corrected_speaker_has_not_the_words_of_the_head() -> None:
    head = "Speech of 6 May 2031 by the harbour master at the opening of the pier"
    text = f"{head}\n\nLadies and gentlemen,\n\n{OWN}"
    found = analyse(document(text, title=head, speaker="Ana Lund", read=(("speaker", None),))).statements
    assert not any("Speech of" in text[each.start : each.end] for each in found if each.kind == "turn")


WRITTEN = "I do not think that we are ready. The quay was built by my father's firm. We have to look at our piles before we spend our money. My view is that the harbour comes first. "
ARTICLES = (
    "The statement to the council this week by the Harbour Secretary Odran Tell (pictured) was largely preoccupied with piles.",
    "A speech on Monday by Mayor Petra Moss drew boos from our side of the hall.",
    "Remarks by Senator Dora Lund were no comfort to us.",
    "The address at the festival by Bishop Alan Vane left many of us cold.",
)


@pytest.mark.parametrize("first", ARTICLES)
def test_who_spoke_elsewhere_has_not_written_the_article(first: str) -> None:
    text = f"{first}\n\n{WRITTEN * 3}\n\n{WRITTEN * 2}"
    assert named(text, "My view is") is None


@pytest.mark.parametrize("head", ["Statement by Mayor Petra Moss on the harbour", "Speech by Mayor Petra Moss delivered at the quay"])  # fmt: skip
def test_who_gave_a_speech_is_still_its_speaker(head: str) -> None:
    assert named(f"{head}\n\n{WRITTEN * 3}", "My view is") == "Petra Moss"


COLLECTED = (
    ("(1964) JOSEF JACKLIN, “THE VOTE IS OUR ONLY TOOL”", "Josef Jacklin"),
    ("(1968) Petra Moss, “Up to the Hill”\nApril 22, 1968", "Petra Moss"),
    ("(1971) Rev. Odran L. Tell, Jr., 'A Word on Bread'", "Odran L. Tell"),
    ("(1964) Josef Jacklin, “The Vote,” was played on the radio.", None),
    ("Josef Jacklin and the Vote (1964)", None),
)


@pytest.mark.parametrize(("head", "speaker"), COLLECTED)
def test_a_year_and_a_name_before_a_title_head_a_speech(head: str, speaker: str | None) -> None:
    assert named(f"{head}\n\n{WRITTEN * 3}\n\n{WRITTEN * 2}", "My view is") == speaker


def test_below_whose_page_it_is_a_speech_s_title_names_nobody() -> None:
    head = "Friday, 2 May 2031\nSpeech: [Ferry Party](https://quay.example)\n\n_Free Church of Vesk Trusts Bill: third reading_\n\n"
    said = analyse(document(f"{head}{OWN}", title="A")).statements
    assert not [each for each in said if each.speaker and "Church" in each.speaker]


@pytest.mark.parametrize(
    ("below", "speaker"),
    [
        ("**Tahu Quill, MP for Vesk East**", "Tahu Quill"),
        ("Ana Ruiz, Leader of the Ferry Party", "Ana Ruiz"),
        ("Odran Tell (Minister for Rivers)", "Odran Tell"),
        ("Vesk East, a town of ferries", None),
        ("Tahu Quill, who was there", None),
    ],
)
def test_below_whose_page_it_is_a_name_with_its_post_is_the_speaker(below: str, speaker: str | None) -> None:
    head = f"Friday, 2 May 2031\nSpeech: [Ferry Party](https://quay.example)\n\n_Free Church of Vesk Trusts Bill_\n{below}\n\n"
    said = analyse(document(f"{head}{OWN}", title="A")).statements
    assert {each.speaker for each in said if each.speaker} == ({speaker} if speaker else set())
