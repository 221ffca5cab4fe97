from __future__ import annotations

from pathlib import Path

import pytest

from index.dates.days import written
from index.dates.file_name_days import days_of_name
from index.dates.metadata import header_end, publication_days, published, title
from index.dates.published import differing
from index.read.load import Found, load
from index.records import Document

HEADS = [
    ("# The mill\n\n*By Ada Ruiz. The Harl Weekly, 2 April 2026*\n\nWords here.", "x.txt", "2026-04-02"),
    ("# The mill\n\n_By Ada Ruiz, 2 April 2026, Harl_\n\nWords here.", "x.txt", "2026-04-02"),
    ("# The mill\n\n*By Ada Ruiz. Published 2 April 2026, Harl*\n\nWords here.", "x.txt", "2026-04-02"),
    ("The mill\n\nBy Ada Ruiz, 2 April 2026, Harl\n\nWords here.", "x.txt", "2026-04-02"),
    ("The mill\n\nBy Ada Ruiz, The Harl Weekly. Published 2 April 2026\n\nWords here.", "x.txt", "2026-04-02"),
    ("The mill\n\nAda Ruiz, The Harl Weekly, 2 April 2026\n\nWords here.", "x.txt", "2026-04-02"),
    ("The mill\n\nFrom our court reporter, Harl, 2 April 2026\n\nWords here.", "x.txt", "2026-04-02"),
    ("# Maps\n\n*Ylva Moe talks to Henrik Dahl. Northern Review, 2 April 2026.*\n\nWords.", "x.txt", "2026-04-02"),
    ("# Maps\n\n*The Lantern, issue 41, 2 April 2026*\n\nWords here.", "x.txt", "2026-04-02"),
    ("# Maps\n\n*Odran Tell, born 2 April 1926*\n\nWords here.", "x.txt", None),
    ("# Maps\n\n*In memory of Odran Tell, who died on 2 April 1926*\n\nWords here.", "x.txt", None),
    ("# Maps\n\n*Two hundred came on foot, 2 April 1926, and four by boat.*\n\nWords here.", "x.txt", None),
    ("The Battle of Harl, Vesk, 2 April 1926\n\nWords here.", "x.txt", None),
    ("By the sea, on 2 April 2026, the mayor spoke of it.\n\nWords here.", "x.txt", None),
    ("HOST: It's Thursday the 2nd of April 2026. I'm Carla Munk, and this is Six.", "x.txt", "2026-04-02"),
    ("Good evening. Today is Thursday, 2 April 2026, and this is Radio Vesk.", "x.txt", "2026-04-02"),
    ("Hello. It is Thursday, April 2, 2026. Good evening.", "x.txt", "2026-04-02"),
    ("It is 2 April 1926. The ferry sinks.", "x.txt", None),
    ("Today is the day, 2 April 2026, that we all waited for.\n\nWords.", "x.txt", None),
    ("He said: Today is Thursday, 2 April 2026 a day for us?\n\nWords.", "x.txt", None),
    ("2nd April 2026\n\nWords here.", "x.txt", "2026-04-02"),
    ("April 2nd, 2026\n\nWords here.", "x.txt", "2026-04-02"),
    ("2026/04/02\n\nWords here.", "x.txt", "2026-04-02"),
    ("02.04.2026\n\nWords here.", "x.txt", "2026-04-02"),
    ("2 Apr 2026\n\nWords here.", "x.txt", "2026-04-02"),
    ("Thursday, 2 April 2026\n\nWords here.", "x.txt", "2026-04-02"),
    ("Published: 2 April 2026\nWords here.", "x.txt", "2026-04-02"),
    ("Posted on April 2, 2026 by Mira Quill\nWords here.", "x.txt", "2026-04-02"),
    ("For immediate release: 2 April 2026\nWords here.", "x.txt", "2026-04-02"),
    ("FOR IMMEDIATE RELEASE\nApril 2, 2026\n\nThe harbour opens\n\nWords", "x.txt", "2026-04-02"),
    ("Date: 02/04/2026\nWords here on 13/04/2026.", "x.txt", "2026-04-02"),
    ("Date: 04/02/2026\nWords here on 04/13/2026.", "x.txt", "2026-04-02"),
    ("Date: 04/02/2026\nWords here.", "x.txt", None),
    ("Updated 4 April 2026\nPublished 2 April 2026\nWords.", "x.txt", "2026-04-02"),
    ("Updated 4 April 2026\nWords.", "x.txt", "2026-04-04"),
    ("Published 2 April 2026 | Updated 4 April 2026\nWords.", "x.txt", "2026-04-02"),
    ("Updated 4 April 2026 · First published 2 April 2026\nWords.", "x.txt", "2026-04-02"),
    ("ROVENNA, 2 April – The council met.", "2026-speech.txt", "2026-04-02"),
    ("ROVENNA, 2 April – The council met in 2019.", "x.txt", None),
    ("Vesk Gazette 2026\n\nROVENNA, April 2 (KNA) — The council met.", "x.txt", "2026-04-02"),
    ("ROVENNA, April 2, 2026 (KNA) -- The council met.", "x.txt", "2026-04-02"),
    ("РОВЕННА, 2 апреля 2026 г. – Совет собрался.", "x.txt", "2026-04-02"),
    ("Words of the mayor. And more.", "2026-04-02-speech.txt", "2026-04-02"),
    ("Words of the mayor. And more.", "speech_20260402.txt", "2026-04-02"),
    ("Words of the mayor. And more.", "02.04.2026 Rede.txt", "2026-04-02"),
    ("Words of the mayor. And more.", "speech-2-april-2026.txt", "2026-04-02"),
    ("Words of the mayor. And more.", "2026/04/02/speech.txt", "2026-04-02"),
    ("Words of the mayor. And more.", "speech_2026_04_02_final.txt", "2026-04-02"),
    ("Words of the mayor. And more.", "2026-04-02 to 2026-04-05 minutes.txt", None),
    ("Words of the mayor. And more.", "1234567890.txt", None),
    ("02.04.2026 Rede\n\nWorte.", "x.txt", "2026-04-02"),
    ("Rede vom 2. April 2026\n\nWorte.", "x.txt", "2026-04-02"),
    ("Speech by the mayor, 2 April 2026\n\nWords.", "x.txt", "2026-04-02"),
    ("Remembering the flood of 2 April 1926\n\nWords.", "x.txt", None),
    ("Flood day, 2 April 1926\n\nOn 3 May 2026 the mayor spoke.", "x.txt", None),
    ("The mayor spoke on 2 April 2026 about it.\n\nMore.", "x.txt", None),
    ("On 2 April 2026\nthe mayor", "x.txt", None),
    ("Ровенна, 2 апреля 2026 года\n\nСлова.", "x.txt", "2026-04-02"),
    ("2 квітня 2026 року, 14:30\n\nСлова.", "x.txt", "2026-04-02"),
    ("2 красавіка 2026\n\nСловы.", "x.txt", "2026-04-02"),
    ("Rovenna, dnia 2 kwietnia 2026 r.\n\nSłowa.", "x.txt", "2026-04-02"),
    ("Le jeudi 2 avril 2026\n\nMots.", "x.txt", "2026-04-02"),
    ("Publié le 12/05/2025\n\nMots.", "x.txt", "2025-05-12"),
    ("Veröffentlicht am 2. April 2026 um 14:30 Uhr\nWorte", "x.txt", "2026-04-02"),
    ("Опубликовано: 02.04.2026 14:30\nСлова", "x.txt", "2026-04-02"),
    ("Data publikacji: 2 kwietnia 2026\nSłowa", "x.txt", "2026-04-02"),
    ("12/05/2025\n\nWords.", "x.txt", None),
    ("12/05/2025\n\nWords.", "2025-12-05.txt", "2025-12-05"),
    ("12/05/2025\n\nWords.\n\nThe letter of 5 December 2025.", "x.txt", "2025-12-05"),
    ("12/05/2025\n\nСлова.", "x.txt", "2025-05-12"),
    ("By Mira Quill | 2 April 2026\nWords.", "x.txt", "2026-04-02"),
    ("By Mira Quill, 2 April 2026\nWords.", "x.txt", "2026-04-02"),
    ("# Title\n\n*2 April 2026*\n\nWords.", "x.md", "2026-04-02"),
    ("# Title\n\n**Date:** April 2, 2026\n\nWords.", "x.md", "2026-04-02"),
    ("Title\nVesk Gazette – Thursday 2 April 2026, 10:15 GMT\nWords", "x.txt", "2026-04-02"),
    ("2-5 April 2026\n\nWords", "x.txt", None),
    ("2 April 2026\nOpening\n3 April 2026\nClosing", "x.txt", None),
    ("Published on 2 April 2026, the report says that nothing was done about it.", "x.txt", None),
    ("Dated 2 April 2026\nwords", "x.txt", "2026-04-02"),
    ("Press release of 2 April 2026\nwords", "x.txt", "2026-04-02"),
    ("PRESS RELEASE\nRovenna, April 2, 2026\nwords", "x.txt", "2026-04-02"),
    ("Press Release No. 12 – 2 April 2026\nwords", "x.txt", "2026-04-02"),
    ("Embargoed until 3 April 2026\nReleased 2 April 2026\nwords", "x.txt", "2026-04-02"),
    ("April 2026\n\nwords", "x.txt", "2026-04"),
    ("2 April 2026 - 10:15\n\nwords", "x.txt", "2026-04-02"),
    ("Thu, 02 Apr 2026 10:15:00 +0200\n\nwords", "x.txt", "2026-04-02"),
    ("Transcript\nRecorded 2 April 2026\n\nwords", "x.txt", "2026-04-02"),
    ("Mon 6 April 2026 10.15 BST\nwords", "x.txt", "2026-04-06"),
    ("Sitting of Thursday, 2 April 2026\nwords", "x.txt", "2026-04-02"),
    ("Published 2 days ago\n", "x.txt", None),
    ("Date of birth: 2 April 1960\nwords", "x.txt", None),
    ("Born: 2 April 1960\nwords", "x.txt", None),
    ("Mira Quill (2 April 1960)\nwords", "x.txt", None),
    ("Rovenna (dpa), 2. April 2026 - Der Rat", "x.txt", "2026-04-02"),
    ("ROVENNA (KNA) – 2 April 2026 – The council met.", "x.txt", "2026-04-02"),
    ("KNA 1640 02/04\nROVENNA, April 2 (KNA) - The council met.", "kna_2026-04-02_council.txt", "2026-04-02"),
    ("KNA 1915 GMT\nROVENNA, April 2 (KNA) - The council met.", "x.txt", None),
    ("KNA weekly 1915\nROVENNA, April 2 (KNA) - The council met.", "x.txt", "1915-04-02"),
]


@pytest.mark.parametrize(("text", "name", "expected"), HEADS)
def test_the_day_at_the_head_of_a_text(text: str, name: str, expected: str | None) -> None:
    found = published(text, name)
    assert (found and found[0]) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en-GB", "2025-05-12"), ("en-US", "2025-12-05"), ("de", "2025-05-12"), ("pl", "2025-05-12"), ("en", None)],
)
def test_the_language_settles_the_order_of_a_numeric_day(language: str, expected: str | None) -> None:
    found = published("12/05/2025\n\nWords.", "x.txt", language)
    assert (found and found[0]) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Odran Tell (19 June 1910 – 5 June 1988) was a judge.",
        "Odran Tell, (June 19, 1910 – June 5, 1988) was a judge.",
        "Odran Tell (19 June 1910 in Vesk – 5 June 1988 in Lorn), a judge.",
        "The fifth album by Odran Tell, released on October 31, 2006. It was liked.",
        "The ferry, published in Vesk, sank on 2 April 2026.",
        "Vesk celebrates; Date: 2 April 2026; place: the quay",
        "The siege of Vesk began on 2 April 1826.\n\nIt went on for a year.",
        "30 February 2026\n\nWords.",
        "Version 1.2.2026.4\n\nWords.",
        "The 2 April 2026 vote\n\nWords.",
        "2 April\n\nWords.",
        "Call 02.04.2026.17 for help\n\nWords.",
    ],
)
def test_a_day_that_is_none_of_publication(text: str) -> None:
    assert published(text, "x.txt") is None


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ([("2026-04-02", "the first line"), ("2026-04-03", "the file's name")],
         "the first line; the file's name says 2026-04-03"),
        ([("2026-04-02", "front matter"), ("2026-04-02", "the first line")], "front matter"),
        ([("2026-04-02", "front matter"), ("2026-04", "the file's name")], "front matter"),
        ([("2026-04-02", "the first line"), ("2026-04-04", "the line of an update")], "the first line"),
        ([], None),
    ],
)  # fmt: skip
def test_what_disagrees_is_said(days: list[tuple[str, str]], expected: str | None) -> None:
    assert differing(days) == expected


def test_a_file_whose_parts_disagree_says_so(tmp_path: Path) -> None:
    path = tmp_path / "2026-04-03-ferry.md"
    path.write_text("---\ndate: 2026-04-02\n---\nPublished: 5 April 2026\n\nWords.\n", encoding="utf-8")
    (found,) = load(Found(path, path.name))
    assert isinstance(found, Document)
    assert found.published == "2026-04-02"
    said = "front matter; the first line says 2026-04-05; the file's name says 2026-04-03"
    assert dict(found.origins)["published"] == said
    assert "Published: 5 April 2026" in found.text


def test_the_days_are_listed_the_most_explicit_first() -> None:
    text = "Updated 6 April 2026\nPublished 5 April 2026\n\nWords."
    found = publication_days(text, "2026-04-03.txt")
    assert [day for day, _ in found] == ["2026-04-05", "2026-04-03", "2026-04-06"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2nd April 2026\n\nThe ferry sails\n\nWords.", "The ferry sails"),
        ("Published: 2 April 2026\nThe ferry sails\nWords.", "The ferry sails"),
        ("Donnerstag, den 2. April 2026\n\nDie Fähre fährt\n\nWorte.", "Die Fähre fährt"),
        ("date 2026-04-02 The ferry sails", "The ferry sails"),
        ("Speech, 2 April 2026\n\nWords.", "Speech, 2 April 2026"),
    ],
)
def test_a_day_is_no_title(text: str, expected: str) -> None:
    assert title(text, "x.txt")[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("So how many of you have been\nbelow a weir?\nI went there in May,\nand I was cold.\n", "Cold water Ana Ruiz"),
        ("Translator: Ana Ruiz\n\nReviewer: Ben Orr\n(Music)\n\nThe cold below\n\nWords.", "The cold below"),
        ("The harbour and all\nits old cranes\n\nWords of it.", "The harbour and all"),
    ],
)
def test_what_a_text_in_short_lines_begins_with_is_no_title(text: str, expected: str) -> None:
    assert title(text, "Cold_water_Ana_Ruiz.md")[0] == expected


@pytest.mark.parametrize(
    "text",
    [
        'title: "The last ferry"\nWe met at the quay.\n',
        "Title = The last ferry\n\nWe met at the quay.\n",
        "title: The last ferry\nslug: a\ntags: b\nlink: c\n\nWords.",
    ],
)
def test_a_title_that_stands_as_a_field(text: str) -> None:
    assert title(text, "x.txt")[0] == "The last ferry"


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("date 2026-04-02 The ferry", "The ferry"),
        ("Published: 2 April 2026 The ferry", "The ferry"),
        ("The ferry of 2 April 2026", "The ferry of 2 April 2026"),
    ],
)
def test_the_words_begin_after_a_line_that_names_the_day(text: str, begins: str) -> None:
    assert text[header_end(text) :] == begins


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2nd April 2026", (2026, 4, 2)), ("April 2nd, 2026", (2026, 4, 2)), ("2. April 2026", (2026, 4, 2)),
        ("1er avril 2026", (2026, 4, 1)), ("2 kwietnia 2026 r.", (2026, 4, 2)), ("2 IV 2026", (2026, 4, 2)),
        ("«2» апреля 2026 г.", (2026, 4, 2)), ("2 квітня 2026", (2026, 4, 2)), ("2 красавіка", (None, 4, 2)),
        ("the 2nd of April 2026", (2026, 4, 2)), ("2-Apr-2026", (2026, 4, 2)), ("Sept. 2", (None, 9, 2)),
        ("May 2026", (2026, 5, None)), ("2026-04-02T10:00Z", (2026, 4, 2)), ("02. 04. 2026", (2026, 4, 2)),
    ],
)  # fmt: skip
def test_a_written_day_is_read(text: str, expected: tuple[int | None, int, int | None]) -> None:
    (found,) = written(text)
    assert (found.year, found.month, found.day) == expected
    assert not found.either_way
    assert not found.ranged


@pytest.mark.parametrize("text", ["2-5 March 2026", "2 and 5 March", "from 2 to 5 March", "March 2–March 5, 2026"])
def test_a_range_is_no_day(text: str) -> None:
    assert all(each.ranged for each in written(text))


@pytest.mark.parametrize("filler", ["2 April ", "published ", "12/05/2025 ", "(", "a, ", "Vesk, "])
def test_a_long_line_is_read_at_once(filler: str) -> None:
    published(filler * 20_000, filler * 100)


def test_a_page_saved_under_its_address_is_called_by_its_heading() -> None:
    heading = (
        "Speech by Deputy Mayor Ana Ruiz at the 2031 Harbour Summit of Vesk and its neighbours "
        "(Quays Old and New, and Who Pays for Them : the Port of Vesk"
    )
    text = f"{heading}\n{'=' * 40}\n\nThank you for having me here today.\n"
    found, _ = title(text, "https_www_port_example_en_speeches_2031_ko251021a.md")
    assert found.startswith("Speech by Deputy Mayor Ana Ruiz at the 2031 Harbour Summit")
    assert found.endswith(" …")
    assert len(found) <= 125
    plain = "We went there and it was late. Then we came back again, as it rained and rained, and nobody knew the way."
    assert title(f"{plain}\nMore.\n", "https-port-example-news-2031.txt")[0] == "Port example news 2031"


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("07-2031-05-04-minutes-of-the-council.md", ["2031-05-04"]),
        ("112_2031_05_04 speech.txt", ["2031-05-04"]),
        ("7. 2031-05-04.pdf", ["2031-05-04"]),
        ("2031-05-04-minutes.md", ["2031-05-04"]),
        ("07-2031.md", []),
    ],
)
def test_the_number_of_a_file_is_no_part_of_its_day(name: str, days: list[str]) -> None:
    assert days_of_name(name) == days
