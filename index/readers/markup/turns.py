"""Debates and transcripts in XML: whose words each speech is, by the file itself.

Read are the forms of parliaments and corpora: `<speech speakername="…">`, Akoma Ntoso's `<speech by="#id"><from>`,
TEI's `<u who="#id">` and `<sp><speaker>`; a name that stands by its id is looked up where the file lists its people.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from index.readers.fields import SPEAKERS
from index.readers.markup.tree import attributes, is_head, name, paragraphs, words

_SPEECHES = frozenset("speech u sp turn utterance intervention contribution question answer talk statement".split())
_BY = ("speakername", "speaker_name", *SPEAKERS, "by", "who", "name")
_WITHIN = frozenset((*SPEAKERS, "speakername", "speaker_name", "from"))
_IDS = ("id", "eid", "xml:id", "refersto")
_PEOPLE = frozenset("person tlcperson member speaker".split())
_NAMES = ("showas", "name", "speakername")
_LISTS = frozenset("listperson references people speakers".split())


def pieces(root: Any) -> list[dict[str, str]]:
    """Return a text in pieces as a record has them (`text`, `speaker` where the file tells it); nothing for others."""
    people = _people(root)
    found = list(_walked(root, people))
    return found if any("speaker" in each for each in found) else []


def _walked(element: Any, people: Mapping[str, str]) -> Iterator[dict[str, str]]:
    if is_head(element) or name(element) in _LISTS or attributes(element).get("type") in SPEAKERS:
        return
    speaker = _speaker(element, people) if name(element) in _SPEECHES else None
    if speaker is not None:
        if said := "\n\n".join(paragraphs(element, _WITHIN)):
            yield {"text": said, **({"speaker": speaker} if speaker else {})}
        return
    if not any(name(each) in _SPEECHES for each in element.iterdescendants()):
        yield from ({"text": each} for each in paragraphs(element, _LISTS))
        return
    for child in element:
        yield from _walked(child, people)


def _speaker(element: Any, people: Mapping[str, str]) -> str | None:
    """Return who speaks by an element, "" where it names him by an id that the file does not explain, else None."""
    told = attributes(element)
    values = [told[each].strip() for each in _BY if told.get(each, "").strip()]
    known = [people[each.lstrip("#")] for each in values if each.lstrip("#") in people]
    written = [each for each in values if not _is_id(each)]
    within = [said for child in element if name(child) in _WITHIN and (said := words(child))]
    found = (*known, *written, *within)
    return found[0].strip(" :.\n") if found else "" if values else None


def _is_id(value: str) -> bool:
    """Return whether a value is an id and no name: "#RuizAna", "uk/member/12"."""
    return value.startswith("#") or "/" in value or " " not in value and not value.istitle() and not value.isupper()


def _people(root: Any) -> dict[str, str]:
    """Return the names of the people whom a file lists by their ids."""
    found: dict[str, str] = {}
    for element in root.iter():
        if name(element) in _PEOPLE and (said := _name_of(element)):
            told = attributes(element)
            found.update({told[each].lstrip("#"): said for each in _IDS if told.get(each)})
    return found


def _name_of(element: Any) -> str:
    """Return the name of a listed person: TEI parts it, and writes the surname before or behind the others."""
    told = attributes(element)
    if written := next((told[each] for each in _NAMES if told.get(each)), ""):
        return written.strip()
    named = next((each for each in element.iterdescendants() if name(each) in {"persname", "name"}), None)
    if named is None:
        return ""
    parts = {kind: [words(each) for each in named if name(each) == kind] for kind in ("forename", "surname")}
    return " ".join((*parts["forename"], *parts["surname"])) or words(named)
