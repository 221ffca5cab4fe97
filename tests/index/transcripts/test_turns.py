from __future__ import annotations

from collections.abc import Collection, Sequence

import pytest

from tests.index.analysed import document, statements, turns_of
from tests.index.transcripts.transcripts import Transcript, cases

TRANSCRIPTS = list(cases())


def turns(text: str, title: str = "A") -> list[tuple[str | None, str]]:
    found = statements(text, title=title)
    return [(each.speaker, text[each.start : each.end]) for each in found if each.kind == "turn"]


def plain(words: str) -> str:
    return " ".join(words.split())


def test_there_are_seventy_transcripts_of_fourteen_forms() -> None:
    assert len(TRANSCRIPTS) == 70
    assert len({each.name.rsplit(" ", 1)[0] for each in TRANSCRIPTS}) == 14


@pytest.mark.parametrize("transcript", TRANSCRIPTS, ids=lambda each: each.name)
def test_words_are_their_labels_and_nobody_elses(transcript: Transcript) -> None:
    found = turns(transcript.text)
    wrong, missed = [], []
    for called, words in transcript.said:
        named = named_for(words, found)
        wrong += [(words, each) for each in named if is_wrong(each, called)]
        missed += [words] if called and not named else []
    everything = [plain(words) for _, words in transcript.said]
    strange = [spoken for _, spoken in found if not any(plain(spoken) in each for each in everything)]
    assert (wrong, missed, strange) == ([], [], [])


def named_for(words: str, found: Sequence[tuple[str | None, str]]) -> set[str]:
    """Return the speakers of the turns that have the words, or of which the words have the whole."""
    return {
        speaker
        for speaker, spoken in found
        if speaker and (plain(words) in plain(spoken) or plain(spoken) in plain(words))
    }


def is_wrong(speaker: str, called: Collection[str]) -> bool:
    """Return whether a speaker is none of those that a label may mean, or names somebody for an unknown label."""
    if not called:
        return speaker.lower() not in OFFICES
    return not {speaker.lower(), speaker.lower().split()[-1]} & set(called)


OFFICES = {"the presiding officer", "the clerk", "the speaker pro tempore"}
"""Whom the full-stop forms name for a word from elsewhere."""


NO_TRANSCRIPTS = {
    "notes": "Note: The ferry is late.\n\nNote: The bridge is shut.\n\nUpdate: Both are open again, the council "
        "says.\n",
    "recipe": "Fish soup\n\nServes: Four people.\nPrep time: Ten minutes.\nMethod: Boil the fish. Add salt.\nTip: "
        "Use cod.\nTip: Add dill.\n",
    "figures": "Votes so far\n\nRuiz: 1,769\nBrandt: 1,501\nQuill: 22\nRuiz: 31 per cent\n",
    "frequent questions": (
        "Q: How do I renew a card?\nA: Go to the desk and show it.\n\nQ: What does it cost?\nA: Nothing at all.\n\n"
        "Q: May I bring a dog?\nA: Only a small one.\n"
    ),
    "address": "Head Office: Quay 4, Vesk.\nPhone: 555 0100.\nFax: 555 0101.\nOpening Hours: From ten to "
        "four.\nEmail: a@b.example.\n",
    "times": "10:30: The doors open.\n10:45: The mayor speaks.\n11:00: Coffee is served.\n11:15: The doors close.\n",
    "schedule": "Tuesday 09:00\nThe market opens.\n\nTuesday 10:00\nThe fair begins.\n\nTuesday 11:00\nThe boats "
        "leave.\n",
    "blanks doubled in prose": (
        "The quay  is shut.\nAna Ruiz  went home.  Ben Orr  did not.\nBen Orr  stayed.  He was tired.\n"
        "Ana Ruiz  came back in May.\nBen Orr  left.\n"
    ),
    "columns of votes": "Result\n\nAna Ruiz  Labour  1,204\nBen Orr  Green  998\nAna Ruiz  Labour  1,100\n"
        "Ben Orr  Green  900\n",
    "columns of a form": "NAME  Ana Ruiz was here.\nPLACE  The town.\nNAME  Ben Orr was too.\nPLACE  The harbour.\n",
    "ways through a site": "Home > News > Vesk\n\nThe quay is shut.\n\nHome > News > Eskby\n\nNews > Sport > Vesk\n\n"
        "It is open.\n\nNews > Sport\n",
    "one voice": "BEN ORR  It was here.\n\nBEN ORR  I saw it.\n\nBEN ORR  I went home.\n\nBEN ORR  We slept.\n",
    "verses": "John 3:16: For so it is written.\n\nJohn 3:17: And so it goes on.\n\nMark 4:1: He sat by the "
        "sea.\n\nMark 4:2: He taught.\n",
    "minutes": (
        "Present: Cllr Quill, Cllr Tell.\nApologies: Cllr Holt.\nAction: Clerk to write to the harbour office.\n"
        "Resolved: That the fee be kept.\nAction: Cllr Tell to report in May.\nResolved: That the clerk be thanked.\n"
    ),
    "glossary": "Weir: A low dam across a river.\n\nSluice: A gate in a weir. The sluice is shut at night.\n\nMole: "
        "A wall at sea.\n",
    "glossary of two words": "Flood Plain: The land that a river floods.\n\nSpring Tide: A high tide.\n\nHarbour "
        "Dues: What a ship pays.\n",
    "films": "The Long Quay: A fisherman seeks his son.\n\nBright Water: Two sisters sail.\n\nThe Long Quay: A "
        "second part follows.\n",
    "for and against": "Pro: It is cheap and it is quick.\n\nCon: It is ugly.\n\nPro: It lasts.\n\nCon: Not for "
        "long.\n",
    "myths": "Myth: Herring sleep.\n\nFact: They do not.\n\nMyth: Cod is a bird.\n\nFact: Cod is a fish.\n",
    "headlines in capitals": "THE BRIDGE\nIt was built in May.\n\nTHE FERRY\nIt is late.\n\nTHE BRIDGE\nIt "
        "fell.\n\nTHE FERRY\nIt sank.\n",
    "list with dashes": "Ana Ruiz — a farmer.\nPalo Brandt — a baker.\nMira Quill — an engineer.\nOdran Tell — the "
        "mayor.\n",
    "headlines": "Harbour: Fees rise again.\n\nSport: Vesk lose at home.\n\nHarbour: Silt is back.\n\nSport: A "
        "draw.\nThe harbour is full. The sport page too.\n",
    "a form": "Name: Ana Ruiz\nBorn: Vesk\n\nName: Palo Brandt\nBorn: Eskby\n\nName: Mira Quill\nBorn: Osk\n",
    "profiles": (
        "Ada Talbot (Eskby): The runner finished third in May.\n\nMark Lask (Vesk): The swimmer won.\n\n"
        "Anna Holm (Osk): The rower has nine wins.\n"
    ),
    "trades in a season": "Feb. 8: Vesk have bought Brandt.\n\nFeb. 7: Osk have sold Quill.\n\nFeb. 8: Eskby have "
        "bought Tell.\n",
    "a list in a speech": "Three things matter: roads, ships, schools.\n\nFirst: roads.\n\nSecond: ships.\n\nThird: "
        "schools.\n",
    "dictionary of examples": "Ex.: I sat down.\n\nEx.: We stood up.\n\nLarp (n.): a game.\n\nEx.: I went to a game.\n",
    "code": "Input: A number.\nOutput: Its square.\n\nInput: 4.\nOutput: 16.\n\nWarning: Large numbers are slow.\n",
}  # fmt: skip


@pytest.mark.parametrize("name", NO_TRANSCRIPTS)
def test_lines_with_a_colon_that_are_no_transcript(name: str) -> None:
    assert turns(NO_TRANSCRIPTS[name]) == []


BODIES = [
    pytest.param(
        "President. – The next item is the silt.\n\nLuis Pedro de la Vega (S&D). – Madam President, the silt is "
        "back.\n\n"
        "Una Raske, Member of the Commission. – The Commission has paid.\n\nPresident. – The debate is closed.\n\n"
        "Luis Pedro de la Vega (S&D). – I have a question.\n",
        ["President", "Luis Pedro de la Vega", "Una Raske", "President", "Luis Pedro de la Vega"],
        id="a parliament's full stop and dash",
    ),
    pytest.param(
        "M. le président. La parole est à M. Armel.\n\nM. Luc Armel. Le pont est fermé.\n\n"
        "Mme Ana Ruiz, ministre des transports. Il rouvrira en mai.\n\nM. Luc Armel. Vous l'avez dit.\n",
        ["M. le président", "Luc Armel", "Ana Ruiz", "Luc Armel"],
        id="French full stops",
    ),
    pytest.param(
        "Vizepräsidentin Petra Lind:\nDie Sitzung ist eröffnet.\n\n(Beifall)\n\nDr. Olaf Brandt (FDP):\nDer Schlick "
        "ist da.\n\n"
        "(Zuruf: Unsinn!)\n\nVizepräsidentin Petra Lind:\nDanke.\n",
        ["Petra Lind", "Olaf Brandt", "Petra Lind"],
        id="German labels on lines of their own",
    ),
    pytest.param(
        "Lord Lask of Wickmoor (Lab)\n\nMy Lords, I was told so.\n\nBaroness Talbot (Con)\n\nI hear him.\n\n"
        "Lord Lask of Wickmoor (Lab)\n\nI hope she does.\n\nBaroness Talbot (Con)\n\nI do.\n",
        ["Lask", "Talbot", "Lask", "Talbot"],
        id="names and parties on lines of their own",
    ),
    pytest.param(
        "Mr. Orme (Vesk) (spoke in French): We have waited.\n\nThe President: I call Kestria.\n\n"
        "Ms. Talbot (Kestria): We disagree.\n\nThe meeting was suspended at 11.15 a.m.\n\nMr. Orme (Vesk): I reply.\n",
        ["Orme", "The President", "Talbot", "Orme"],
        id="lands and languages in brackets",
    ),
    pytest.param(
        "DEPOSITION OF LEIF BRANDAL\n\nBY MR. ORME:\n\n 1     Q.   Did you close it?\n\n 2     A.   I never did.\n\n"
        "MS. TALBOT:  Objection.\n\nTHE WITNESS:  I said no.\n\nBY MS. TALBOT:\n\n 3     Q.   Who had the key?\n\n"
        " 4     A.   The office had it.\n",
        ["Orme", "Leif Brandal", "TALBOT", "Leif Brandal", "Talbot", "Leif Brandal"],
        id="a deposition",
    ),
    pytest.param(
        "Ada Talbot (Eskby): I am glad.\n\nThe Committee divided: Ayes 2, Noes 1.\n\nDivision No. "
        "3]\n\nAYES\nBrandal, Leif\n"
        "Eng, Markus\n\nNOES\nHolm, Rita\n\nMr Lask: We lost.\n\nAda Talbot (Eskby): They lost.\n",
        ["Ada Talbot", "Lask", "Ada Talbot"],
        id="a division list",
    ),
    pytest.param(
        "Mr Ivo Lind: I say yes.\n\nMs Ada Lind: I say no.\n\nMr Lind: Why?\n\nMs Lind: It is late.\n",
        ["Ivo Lind", "Ada Lind", "Ivo Lind", "Ada Lind"],
        id="two of one surname",
    ),
    pytest.param(
        "MS. QUILL: He was told.\n\nQ    And the cost?\n\nMS. QUILL: I have no figure.\n\nQ When, then?\n\nMS. "
        "QUILL: Soon.\n",
        ["QUILL", "interviewer", "QUILL", "interviewer", "QUILL"],
        id="Q with spaces",
    ),
    pytest.param(
        "Senator ORME. I put it in the record.\n\n[The article follows:]\n\nThe Vesk Courier\n\nThe dam must be "
        "mended.\n\nSenator TALBOT. I read it at home.\n\nSenator ORME. So did I.\n",
        ["ORME", "TALBOT", "ORME"],
        id="an article put into the record",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speakers"), BODIES)
def test_forms_of_bodies(text: str, speakers: list[str]) -> None:
    assert [speaker for speaker, _ in turns(text)] == speakers


OPENED = {
    "a speech cut out of a hearing": (
        "4. Statement by Mr Tarn\n=====\n\n**Mr Tarn**: My Lady, I thank you. We meet.\n\nThe lock is old.\n",
        ["Tarn", "Tarn"],
    ),
    "with who presides": (
        "# Statement\n\n**Mr Tarn**: My Lady, I thank you.\n\n**Lady Orr**: Thank you, Mr Tarn.\n", ["Tarn", "Orr"],
    ),
    "names with a clock behind": (
        "Ana Tarn: 00:00:08\n\nWe are here again.\n\nJon Orr: 00:00:15\n\nI am glad.\n\nAna Tarn: 00:00:20\n\nSo am I."
        "\n\nJon Orr: 00:00:31\n\nWe begin.\n", ["Ana Tarn", "Jon Orr", "Ana Tarn", "Jon Orr"],
    ),
    "a note in bold": ("**Note**: I wrote this in May.\n\nWe met the mayor.\n", []),
    "a person who is described": ("**Ana Tarn**: a keeper of locks.\n\nWe met her.\n", []),
    "nobody says I": ("**Mr Tarn**: the keeper of the lock.\n\nThe lock is old and the town needs it.\n", []),
    "bold behind a text": ("We met in the hall of the town and it rained.\n\n**Mr Tarn**: I thank you. I go.\n", []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "speakers"), OPENED.values(), ids=OPENED)
def test_few_labels_that_open_a_text(text: str, speakers: list[str]) -> None:
    assert [who for who, _ in turns_of(document(text))] == speakers
