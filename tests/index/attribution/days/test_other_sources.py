"""Ordinary words of news keep their day; words that are told of another time never get the article's."""

from __future__ import annotations

import pytest

from tests.index.attribution.days.test_another_time import PUBLISHED, days

ORDINARY = [
    ("“Nobody sold the weir,” Lotte Harn said.", PUBLISHED),
    ("“Nobody sold the weir,” said Lotte Harn, who has run the guild since 2019.", PUBLISHED),
    ("“Nobody sold the weir,” Lotte Harn said on Tuesday.", "2032-05-18"),
    ("“Nobody sold the weir,” Lotte Harn told reporters.", PUBLISHED),
    ("“Nobody sold the weir,” Lotte Harn said in a statement.", PUBLISHED),
    ("Lotte Harn said that nobody sold the weir in all those years.", PUBLISHED),
    ("Lotte Harn, the clerk, told the council on Monday that nobody sold the weir.", "2032-05-17"),
    ("“Nobody sold the weir,” Lotte Harn told Radio Esk.", PUBLISHED),
    ("“Nobody sold the weir,” Lotte Harn wrote on Chirper.", PUBLISHED),
    ("“Nobody sold the weir,” Lotte Harn said yesterday.", "2032-05-19"),
    ("“Nobody sold the weir,” Lotte Harn said at a press conference.", PUBLISHED),
    ("“Nobody sold the weir,” says Lotte Harn, a professor of weirs at Eskby University.", PUBLISHED),
    ("Lotte Harn argued that nobody sold the weir in all those years.", PUBLISHED),
    ("The guild said in a release that nobody sold the weir in all those years.", PUBLISHED),
    ("“Nobody sold the weir,” Lotte Harn told the Eskby Post after the match.", PUBLISHED),
    ("“Nobody sold the weir,” Lotte Harn added. “We will keep it.”", PUBLISHED),
    ("Police said nobody sold the weir before the fire broke out in the mill.", PUBLISHED),
    ("“Nobody sold the weir,” Harn said before leaving the hall.", PUBLISHED),
    ("According to Lotte Harn, nobody sold the weir in all those years.", PUBLISHED),
    ("The weir was built in 1911. “Nobody sold the weir,” Lotte Harn said.", PUBLISHED),
    ("Lotte Harn, elected in 2028, denied that anybody had sold the weir.", PUBLISHED),
    ("“Nobody sold the weir,” Lotte Harn said Wednesday before the vote.", "2032-05-19"),
    ("“Nobody sold the weir,” Lotte Harn said of the 2030 sale.", PUBLISHED),
    ("Lotte Harn said the guild had told its members in 2030 that nobody sold the weir.", PUBLISHED),
    ("The report found that nobody sold the weir in all those years, the guild said on Thursday.", PUBLISHED),
    ("“After the fire in March nobody sold the weir,” Lotte Harn said.", PUBLISHED),
    ("“Nobody sold the weir,” Lotte Harn said in a news conference on Wednesday morning.", "2032-05-19"),
    ("“Nobody sold the weir,” the mayor said, adding that her memoir of 2029 tells the same.", PUBLISHED),
    ("Forty-four per cent of voters say that nobody sold the weir, according to a poll published on "
     "Thursday.", PUBLISHED),
    ("“Nobody sold the weir,” Lotte Harn announced.", PUBLISHED),
    ("Farmers fear the dyke will not hold, their union said.", PUBLISHED),
    ("“We lost the harvest,” Ilse Marn said as she walked through her field.", PUBLISHED),
    ("“We lost the harvest,” said Ilse Marn, 54, whose family has farmed here for a century.", PUBLISHED),
    ("The ministry confirmed that it would pay for the dyke, calling the flood “a disaster for the coast”.", PUBLISHED),
    ("Ilse Marn, who lost her barn in the 2019 flood, said she would not leave the coast.", PUBLISHED),
    ("“The dyke will be built,” Ilse Marn told a crowd in Harl on Wednesday night.", "2032-05-19"),
    ("Ilse Marn warned that the dyke might break before winter.", PUBLISHED),
    ("“Nobody asked us,” Ilse Marn said, pointing to a letter she sent the ministry in 2030.", PUBLISHED),
    ("The court ruled that the dyke must be paid for by the state, Judge Ilse Marn said in her decision on "
     "Thursday.", PUBLISHED),
    ("In a post on Chirper, Ilse Marn wrote: “The dyke is gone.”", PUBLISHED),
    ("Asked whether she would resign, Ilse Marn said: “I will not.”", PUBLISHED),
    ("“The water came at night,” recalled Ilse Marn, 71.", PUBLISHED),
    ("Researchers said the dyke sinks by two centimetres every year.", PUBLISHED),
    ("“It is a good team,” coach Ilse Marn said after Harl won 3–1.", PUBLISHED),
    ("Ilse Marn says the dyke is safe. “I have seen it myself,” she said.", PUBLISHED),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ORDINARY)
def test_ordinary_words_keep_their_day(text: str, expected: str) -> None:
    assert expected in days(f"{text}\n").values()


ANOTHER_TIME = [
    "“Nobody sold the weir,” Lotte Harn wrote in the leaked opinion.",
    "“Nobody sold the weir,” Lotte Harn posted on Chirper before the match.",
    "Lotte Harn argued in its earlier case that nobody sold the weir in all those years.",
    "In March the guild asked about it for the first time. Then, 54% of voters said that nobody sold the weir.",
    "“Nobody sold the weir,” critic Lotte Harn wrote when “The Weir” opened at the Old Mill. “It is a play "
    "of our time.”",
    "In 2015 she said: “Nobody sold the weir,” Lotte Harn is her name.",
    "Lotte Harn wrote in her 2009 memoir that nobody sold the weir in all those years.",
    "Lotte Harn left the guild, and last year told Radio Esk about the sale.\n\n“Nobody sold the weir,” "
    "she told Radio Esk.",
    "“Nobody sold the weir,” Lotte Harn had told reporters.",
    "The complaint alleges that nobody sold the weir in all those years.",
    "“Nobody sold the weir,” Lotte Harn’s lawyers wrote in court papers.",
    "“Nobody sold the weir,” Lotte Harn said in court documents filed in March.",
    "“Nobody sold the weir,” Lotte Harn told the Eskby Post in March.",
    "“Nobody sold the weir,” Lotte Harn sings on her first album.",
    "The lawsuit says that nobody sold the weir in all those years.",
    "Asked about it before the first game, Lotte Harn replied: “Nobody sold the weir.”",
    "Brandt won the 2026 election. The Eskby Post called her play “a tough love analysis "
    "of the town”.",
    "“Nobody sold the weir,” Lotte Harn said in an earlier statement.",
    "“Nobody sold the weir,” Lotte Harn wrote in a since-deleted post.",
    "“Nobody sold the weir,” Lotte Harn says in an old clip that resurfaced this week.",
    "“Nobody sold the weir,” Lotte Harn said in the original complaint.",
    "“Nobody sold the weir,” Lotte Harn told a rally during her 2030 campaign.",
    "As a candidate, Lotte Harn said that nobody sold the weir in all those years.",
    "“Nobody sold the weir,” Lotte Harn said in her inaugural address.",
    "“Nobody sold the weir,” Lotte Harn testified at the trial of the miller two years ago.",
    "In a review of the film, Lotte Harn wrote that “nobody sold the weir”.",
    "Years before her death Lotte Harn told the guild that nobody sold the weir.",
    "“Nobody sold the weir,” Lotte Harn said ahead of the festival’s opening last month.",
    "Shortly after the fire, Lotte Harn said that nobody sold the weir in all those years.",
    "A 2029 report by the guild found that nobody sold the weir in all those years.",
    "“The dyke will be built,” Ilse Marn promised when she ran for mayor.",
    "In a letter to the king dated 4 June 1911, Ilse Marn wrote that the dyke was lost to the sea.",
    "“The dyke is lost,” Ilse Marn’s character says in the third episode of the series.",
    "Court filings say that the builder sold the stones of the dyke to a friend.",
    "In a speech to the guild weeks before her arrest, Ilse Marn said the dyke was safe.",
    "“The dyke is lost,” Ilse Marn wrote in an email to the builder that was made public this week.",
    "According to the indictment, the builder took the stones of the dyke to his own yard.",
    "“The dyke is lost,” the then minister, Ilse Marn, told parliament.",
    "“The dyke is lost,” she said back in April, when the first stones fell.",
    "Ilse Marn, who died in 2024, used to say that the dyke outlives its builders.",
    "Back when the dyke was new, Ilse Marn said it would stand for a hundred years.",
    "“The dyke is lost,” reads an entry in the keeper’s diary.",
    "In an archived version of the page, the builder says that the dyke is made of granite.",
    "A survey from last autumn found that most people on the coast fear the sea.",
]  # fmt: skip


@pytest.mark.parametrize("text", ANOTHER_TIME)
def test_words_of_another_time_never_get_the_day_of_the_article(text: str) -> None:
    found = days(f"{text}\n")
    assert found
    assert PUBLISHED not in found.values()
