"""Debates in XML: whose words a speech is, in the forms of parliaments and corpora."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.attribution.attribute import analyse
from index.read.load import Found, load
from index.readers.markup.tree import parsed
from index.readers.markup.turns import pieces
from index.readers.parsed import Parsed
from index.records import Document
from tests.index.readers.markup.sources import MORE, SAID, only


def said_by(found: Parsed) -> list[tuple[str, str]]:
    return [(speaker, found.text[start:end]) for start, end, speaker, _ in found.turns]


DEBATES = {
    "a parliament's": (
        f'<publicwhip><major-heading>Harbour</major-heading><speech id="a.1" speakername="Ana Ruiz">'
        f"<p>{SAID}</p><p>{MORE}</p></speech></publicwhip>"
    ),
    "Akoma Ntoso": (
        '<akomaNtoso><debate><meta><references><TLCPerson eId="ruiz" href="/r" showAs="Ana Ruiz"/></references></meta>'
        f'<debateBody><heading>Harbour</heading><speech by="#ruiz"><from>The Minister</from><p>{SAID}</p>'
        f"<p>{MORE}</p></speech></debateBody></debate></akomaNtoso>"
    ),
    "TEI, who speaks by an id": (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><profileDesc><particDesc><listPerson>'
        '<person xml:id="RuizAna"><persName><surname>Ruiz</surname><forename>Ana</forename></persName></person>'
        "</listPerson></particDesc></profileDesc></teiHeader><text><body><head>Harbour</head>"
        f'<note type="speaker">A. Ruiz:</note><u who="#RuizAna"><seg>{SAID}</seg><seg>{MORE}</seg></u>'
        "</body></text></TEI>"
    ),
    "TEI, a name above the words": (
        f"<TEI><text><body><head>Harbour</head><sp><speaker>Ana Ruiz.</speaker><p>{SAID}</p><p>{MORE}</p></sp>"
        "</body></text></TEI>"
    ),
    "turns with fields": (
        "<interview><heading>Harbour</heading><turn><speaker>Ana Ruiz</speaker>"
        f"<text>{SAID}\n\n{MORE}</text></turn></interview>"
    ),
}


@pytest.mark.parametrize("source", DEBATES.values(), ids=DEBATES)
def test_who_speaks_by_the_file_itself(source: str) -> None:
    found = only(source)
    assert said_by(found) == [("Ana Ruiz", f"{SAID}\n\n{MORE}")]
    assert found.text.startswith("Harbour\n\nAna Ruiz: ")


def test_whom_a_file_does_not_name_is_nobody(tmp_path: Path) -> None:
    source = (
        f'<debate><speech speakername="Ana Ruiz"><p>{SAID}</p></speech><u who="#m12"><seg>{MORE}</seg></u>'
        f'<speech nospeaker="true"><p>The sitting was suspended for an hour.</p></speech></debate>'
    )
    path = tmp_path / "debate.xml"
    path.write_text(source)
    (document,) = [each for each in load(Found(path, path.name)) if isinstance(each, Document)]
    spoken = [(each.speaker, document.text[each.start : each.end]) for each in analyse(document).statements]
    assert [each for each in spoken if each[0]] == [("Ana Ruiz", SAID)]


def test_a_text_without_speeches_is_in_no_pieces() -> None:
    assert pieces(parsed(f"<doc><p>{SAID}</p></doc>".encode()).root) == []
