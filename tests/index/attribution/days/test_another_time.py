"""Words that their text places at another time than its own day are never of that day."""

from __future__ import annotations

import pytest

from tests.index.analysed import statements

# A Thursday.
PUBLISHED = "2032-05-20"


def days(text: str, published: str = PUBLISHED) -> dict[str, str | None]:
    """Return the day of each statement of an article by its words."""
    found = statements(text, published=published, language="en")
    return {text[each.start : each.end].strip(".,? "): each.said_on for each in found}


def day(text: str, words: str, published: str = PUBLISHED) -> str | None:
    """Return the day of the statement that holds the words; an assertion fails where there is none."""
    found = [when for said, when in days(text, published).items() if words in said]
    assert found, days(text, published)
    return found[0]


BESIDE = [
    pytest.param("Lotte Harn remembers getting tired and saying, “Nobody sold the weir.”", None, id="remembers saying"),
    pytest.param("A picture taken Feb. 22 shows that “nobody sold the weir,” Lotte Harn said on Monday.", "2032-05-17",
                 id="a picture of a day"),
    pytest.param("“Nobody sold the weir,” said Dr. Lotte Harn, chair of the guild, in a press release last month.",
                 None, id="a release behind an aside"),
    pytest.param("Nobody sold the weir, according to a 2014 essay by town writer Don Hawk in the Post.",
                 None, id="an essay of a year"),
    pytest.param("“Nobody sold the weir,” Lotte Harn, who was away that day, testified in a March 2031 hearing on it.",
                 "2031-03", id="a hearing of a month behind an aside"),
    pytest.param("“Nobody sold the weir,” Lotte Harn said in a May 2031 speech.", "2031-05", id="a speech of a month"),
    pytest.param("The first sign of it came to the town in January, when Lotte Harn said nobody sold the weir.",
                 "2032-01", id="in a month, when"),
    pytest.param("“Nobody sold the weir,” Lotte Harn said in a January news conference.", "2032-01",
                 id="a January one"),
    pytest.param("“Nobody sold the weir,” Lotte Harn, the town’s clerk, said at a March rally.", "2032-03",
                 id="a rally"),
    pytest.param("In her February address, Lotte Harn said: “Nobody sold the weir.”", "2032-02", id="her address"),
    pytest.param("“Nobody sold the weir,” Lotte Harn told Weir.example in 2021.", "2021", id="a site in a year"),
    pytest.param("“Nobody sold the weir,” Lotte Harn wrote on Chirper in 2024.", "2024", id="a network in a year"),
    pytest.param("“Nobody sold the weir,” Lotte Harn said in a podcast in 2027.", "2027", id="a podcast in a year"),
    pytest.param("In 2018 Lotte Harn said: “Nobody sold the weir.”", "2018", id="in a year she said"),
    pytest.param("“Nobody sold the weir,” Harn told the Eskby Post when her book came out in 2018.", "2018", id="when"),
    pytest.param("“Nobody sold the weir,” Lotte Harn said the day the bill passed in the lower house.", None,
                 id="the day"),
    pytest.param("“Nobody sold the weir,” Lotte Harn said the night the quay burned.", None, id="the night"),
    pytest.param("“Nobody sold the weir,” Lotte Harn told them the week that Brandt resigned.", None,
                 id="the week that"),
    pytest.param("The clerk, Lotte Harn, this week told Radio Esk that “nobody sold the weir”.", None,
                 id="this week told"),
    pytest.param("Lotte Harn last week told Radio Esk that “nobody sold the weir”.", None, id="last week told"),
    pytest.param("“Nobody sold the weir,” Lotte Harn told Radio Esk, speaking last week.", None,
                 id="speaking last week"),
    pytest.param("Prosecutors said this summer that nobody sold the weir in all those years.", None, id="this summer"),
    pytest.param("“Nobody sold the weir,” Lotte Harn recently told the Eskby Post.", None, id="recently told"),
    pytest.param("“Nobody sold the weir,” Lotte Harn said recently.", None, id="said recently"),
    pytest.param("“Nobody sold the weir,” Lotte Harn said previously, speaking of weirs in general.", None,
                 id="previously"),
    pytest.param("“Nobody sold the weir,” Lotte Harn said at the time.", None, id="at the time"),
    pytest.param("“Nobody sold the weir,” Lotte Harn has said.", None, id="has said"),
    pytest.param("Lotte Harn has said that nobody sold the weir in all those years.", None, id="has said that"),
    pytest.param("The Harns have told reporters that “nobody sold the weir”.", None, id="have told"),
    pytest.param("“Nobody sold the weir,” Lotte Harn said in an interview with Radio Esk.", None, id="an interview"),
    pytest.param("In her memoir, Lotte Harn wrote: “Nobody sold the weir.”", None, id="a memoir"),
    pytest.param("Lotte Harn told a podcast, in a long interview, that “nobody sold the weir”.", None, id="a podcast"),
    pytest.param("“Nobody sold the weir,” Lotte Harn said when the mill changed hands.", None,
                 id="when it changed hands"),
    pytest.param("“Nobody sold the weir,” Lotte Harn said after Tuesday’s meeting.", None,
                 id="after Tuesday’s meeting"),
    pytest.param("At Tuesday’s meeting, Lotte Harn said: “Nobody sold the weir.”", "2032-05-18", id="at the meeting"),
    pytest.param("“Nobody sold the weir,” Lotte Harn said during Monday’s hearing.", "2032-05-17", id="at the hearing"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BESIDE)
def test_the_time_that_stands_beside_the_words(text: str, expected: str | None) -> None:
    assert day(f"{text}\n", "obody sold the weir") == expected


KEPT = [
    pytest.param("“Nobody sold the weir,” Lotte Harn said.", id="nothing beside"),
    pytest.param("“Nobody sold the weir,” Lotte Harn said on Thursday.", id="its own weekday"),
    pytest.param("“Nobody sold the weir,” Lotte Harn says.", id="says"),
    pytest.param("“Nobody sold the weir,” Lotte Harn said when asked about it.", id="when asked"),
    pytest.param("“Nobody sold the weir,” said Lotte Harn, who moved here in 2011.", id="a year of her life"),
    pytest.param("“Nobody sold the weir,” Lotte Harn said of the strike of 2011.", id="a year of an event"),
    pytest.param("“Nobody sold the weir,” Lotte Harn said, standing where the mill has long stood.",
                 id="has long stood"),
    pytest.param("Lotte Harn said nobody had sold the weir in all those recent years.", id="had in her words"),
]  # fmt: skip


@pytest.mark.parametrize("text", KEPT)
def test_words_with_no_sign_of_another_time_keep_the_day(text: str) -> None:
    found = days(f"{text}\n")
    assert set(found.values()) == {PUBLISHED}


GOES_ON = [
    pytest.param(
        "Minister Lotte Harn this week told Radio Esk that the town “will not be sold to anybody”, adding: “The pace "
        "of it depends on the rain.”",
        "The pace of it", None, id="adding",
    ),
    pytest.param(
        "“The weir is old,” Lotte Harn told the Eskby Post on Monday, and added: “It is not for sale.”",
        "not for sale", "2032-05-17", id="and added",
    ),
    pytest.param(
        "Lotte Harn last month called the plan “a pipe dream of the coast”, before insisting: “We stay where we are.”",
        "We stay where", "2032-04", id="before insisting",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "expected"), GOES_ON)
def test_words_that_go_on_are_of_the_time_of_those_before(text: str, words: str, expected: str | None) -> None:
    assert day(f"{text}\n", words) in {expected, None}
    assert day(f"{text}\n", words) != PUBLISHED


ELSEWHERE = [
    pytest.param(
        "Mayor Lotte Harn, in her nightly address Monday, said the quay was “a heap of stones”.\n\n"
        "The streets are bare.\n\n“I thank all who stayed,” Harn said.",
        "I thank all", id="an address some paragraphs before",
    ),
    pytest.param(
        "Clerk Lotte Harn last week became the first to say so, telling Radio Esk that the weir would be sold.\n\n"
        "Sign up for more.\n\n“What I need is a buyer,” Harn said.",
        "What I need", id="told last week",
    ),
    pytest.param(
        "“No one is selling weirs,” Lotte Harn said the day the bill passed in that chamber.\n\n"
        "“It is a stunt,” she added.",
        "It is a stunt", id="she added",
    ),
    pytest.param(
        "The mayor, Lotte Harn, wants the weir sold.\n\n“We sell it,” Harn said.\n\nThe weir is old.\n\n"
        "“It leaks,” Harn told reporters on Tuesday.",
        "We sell it", id="placed below",
    ),
    pytest.param(
        "“Weirs are for fools,” Lotte Harn told the Eskby Post in 2019.\n\nShe sold it.\n\n“It leaked,” Harn said.",
        "It leaked", id="a year before",
    ),
    pytest.param(
        "Then last week the owner started a quarrel when he named Mayor Lotte Harn.\n\nThe weir had just burst.\n\n"
        "“A pathetic excuse for a weir,” Harn said.",
        "A pathetic excuse", id="a quarrel of last week",
    ),
    pytest.param("In 2019 Lotte Harn wrote:\n\n“The weir outlives its keepers.”", "The weir outlives", id="a lead-in"),
    pytest.param(
        "Lotte Harn criticised Brandt’s move, announced late on Tuesday, saying it was “how a bandit behaves at sea”.",
        "how a bandit", id="a move of Tuesday",
    ),
    pytest.param(
        "In 2020, at the fair in Eskby, “famed keeper Dr Ana Vell remarked that weirs do harm,” noted Lotte Harn of "
        "Esk College.",
        "remarked that weirs", id="a year of what the words tell",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), ELSEWHERE)
def test_words_of_somebody_whose_words_are_of_another_time(text: str, words: str) -> None:
    assert day(f"{text}\n", words) not in {PUBLISHED, "2020", "2032-05-18"}


def test_a_lead_in_tells_the_year_of_the_next_paragraph() -> None:
    assert day("In 2019 Lotte Harn wrote:\n\n“The weir outlives its keepers.”\n", "The weir outlives") == "2019"


def test_words_before_those_of_long_ago_keep_the_day() -> None:
    text = "“It leaks,” Lotte Harn said.\n\nThe weir is old.\n\n“Weirs last,” Harn told the Eskby Post in 2019.\n"
    assert (day(text, "It leaks"), day(text, "Weirs last")) == (PUBLISHED, "2019")


AHEAD = [
    pytest.param("“Divers found the hull,” Radio Esk said Friday morning.", id="said"),
    pytest.param("The ferry sank Friday. “Divers found the hull,” Radio Esk said.", id="a lead of the day after"),
    pytest.param("“Divers found the hull,” Lotte Harn said on 21 May.", id="a date of the day after"),
    pytest.param("Lotte Harn told the council on Friday that “divers found the hull”.", id="told the council"),
]  # fmt: skip


@pytest.mark.parametrize("text", AHEAD)
def test_a_page_that_was_changed_the_day_after_tells_no_day(text: str) -> None:
    assert day(f"{text}\n", "ivers found the hull") is None


def test_last_friday_is_the_one_before() -> None:
    assert day("“Divers found the hull,” Radio Esk said last Friday.\n", "Divers found") == "2032-05-14"


QUOTED = [
    pytest.param("“Odo Brandt told me: ‘Never sell the weir’,” Lotte Harn said on Monday.", id="on a day"),
    pytest.param("“Brandt said, ‘Never sell the weir,’ and then he sold it,” Lotte Harn said.", id="a rival"),
    pytest.param("Lotte Harn said: “Then Odo Brandt shouted, ‘Never sell the weir!’ at me.”", id="a shout"),
]  # fmt: skip


@pytest.mark.parametrize("text", QUOTED)
def test_words_quoted_inside_words_are_of_no_known_day(text: str) -> None:
    inner = [
        when for said, when in days(f"The owner, Odo Brandt, left.\n\n{text}\n").items() if said.startswith("Never")
    ]
    assert inner == [None]


ENTRIES = [
    pytest.param(
        "The Esk weir.\n\nMarch 3: The gate breaks\n\nThe gate breaks in a storm and two men are hurt by it.\n\n"
        "April 9: Lotte Harn on Radio Esk\n\nHarn asks for help.\n\n“It leaks,” Lotte Harn said.\n\n"
        "May 2: The weir is shut\n\nThe council shuts the weir and pays for the boats of the town.\n",
        "2032-04-09", id="headings with a colon",
    ),
    pytest.param(
        "How it went.\n\n3 March – The gate breaks\n\nThe gate breaks in a storm and two men are hurt by it.\n\n"
        "9 April – A plea\n\nThe mill stands still. The keeper is heard.\n\n“It leaks,” Lotte Harn said.\n",
        "2032-04-09", id="headings with a dash, the last one",
    ),
    pytest.param(
        "Key dates\n\nApril 9: A hearing\nMay 2: A ruling\n\nThe weir is old and nobody pays for it in this town.\n\n"
        "The mill stands still.\n\n“It leaks,” Lotte Harn said.\n",
        PUBLISHED, id="a list of days",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ENTRIES)
def test_words_below_a_heading_that_begins_with_a_day(text: str, expected: str) -> None:
    assert day(text, "It leaks") == expected


@pytest.mark.parametrize(
    "text",
    [
        "The weir was sold after a storm, a sale the guild has said was its own idea.",
        "The gate was shut at night, a step Lotte Harn has said was wrong.",
        "Boats were banned, a move the harbour office has said was made by the mayor.",
    ],
)
def test_a_cue_in_the_midst_of_the_words_may_be_of_another_time(text: str) -> None:
    assert {when for said, when in days(f"{text}\n").items() if "has said" in said} == {None}


UNDATED = [
    pytest.param(
        "HARL, Esk, May 20 (KNA) — Guards met protesters twice on Wednesday.\n\nThe first came at a school.\n\n"
        "“It leaks,” Lotte Harn said.",
        id="a dateline and another day",
    ),
    pytest.param("ESKBY — The weir burst Tuesday.\n\n“It leaks,” Lotte Harn said.", id="a dateline without a day"),
    pytest.param(
        "Harl (KNA), 20 May — The vote on the weir fell on Monday.\n\n“It leaks,” Lotte Harn said.", id="an agency"
    ),
    pytest.param("4) HER BOATS: Lotte Harn bought a boat in 2021, explaining “it leaks by night, always”.",
                 id="below a heading"),
    pytest.param("The sale: Lotte Harn last month called it a shame, saying “it leaks by night, always”.",
                 id="last month below one"),
    pytest.param("Her year: In 2030, Lotte Harn told the Eskby Post that “it leaks by night, always”.",
                 id="a year below one"),
    pytest.param("The bill died earlier this session after Lotte Harn was heard saying “it leaks by night, always”.",
                 id="this session"),
    pytest.param("“It leaks,” Lotte Harn said earlier this season.", id="this season"),
    pytest.param("“It leaks,” Lotte Harn told the guild last term.", id="last term"),
    pytest.param("Lotte Harn announced in a Harbour magazine cover story that “it leaks by night, always”.",
                 id="a magazine"),
    pytest.param("“It leaks,” Lotte Harn wrote in an essay for the Eskby Post.", id="an essay"),
    pytest.param("“It leaks,” Lotte Harn says in the documentary.", id="a documentary"),
    pytest.param("Lotte Harn has pushed back against that, saying: “It leaks.”", id="has pushed back, saying"),
    pytest.param("Lotte Harn has been a critic of the sale, warning that “it leaks by night, always”.",
                 id="has been a critic, warning"),
    pytest.param("The Harns have fought the sale for long, arguing “it leaks by night, always”.",
                 id="have fought, arguing"),
    pytest.param(
        "After months of asking, Lotte Harn met the minister last month.\n\n“It leaks,” Harn said of the meeting.",
        id="a meeting of last month",
    ),
    pytest.param("Lotte Harn opened the weir last week.\n\n“It leaks,” Odo Brandt said.", id="an opening of last week"),
    pytest.param("“It leaks,” Lotte Harn recently told ESK TODAY.", id="a paper called TODAY"),
    pytest.param("“It leaks,” Lotte Harn told Esk Today recently.", id="a paper called Today"),
    pytest.param(
        "After months of asking, Lotte Harn met Brandt last month, telling the Post that it was a good meeting.\n\n"
        "“It leaks,” Harn said.",
        id="told of a meeting of last month",
    ),
    pytest.param("Over the weekend, the weir burst.\n\n“It leaks,” Lotte Harn said.", id="over the weekend"),
]  # fmt: skip


@pytest.mark.parametrize("text", UNDATED)
def test_an_article_that_tells_of_another_time_lends_no_day(text: str) -> None:
    assert day(f"{text}\n", "t leaks") in {None, "2021", "2030", "2032-04"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Lotte Harn said at the time it was the end of the weir.", "it was the end of the weir"),
        ("Lotte Harn said at that time that the weir was lost to the town.", "the weir was lost"),
        ("“It is the end of the weir for us,” Lotte Harn said at that point.", "It is the end"),
        ("“It is the end of the weir for us,” Lotte Harn said back then.", "It is the end"),
        ("“It is the end of the weir for us,” Tell had warned.", "It is the end"),
        ("Odran Tell spoke. “It is the end of the weir for us,” Tell has said.", "It is the end"),
        ("“It is the end of the weir for us,” Say had told them.", "It is the end"),
    ],
)
def test_words_of_then_are_not_of_the_article(text: str, words: str) -> None:
    assert day(text, words) is None


def test_words_of_then_begin_behind_the_time() -> None:
    assert "it was the end of the weir" in days("Lotte Harn said at the time it was the end of the weir.")
