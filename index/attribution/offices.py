"""What a document says that its people are: offices with their places, and descriptions that distinguish namesakes.

"Ada Quarry, the mayor of Eskby", "the mayor of Eskby, Ada Quarry", "Eskby Mayor Ada Quarry" all make Ada Quarry hold
the office `mayor eskby`, so that a question about the mayor of Eskby is not answered with the mayor of another town.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from index.names.descriptions import is_person_noun
from index.names.names import DESCRIBED
from index.names.titles import is_title_word, role_key
from index.people.people import People
from index.records import Statement
from index.text.countries import country
from index.text.expressions import expression
from index.text.sentences import Span
from index.text.stems import words as stems_of
from index.text.word_lists import given_names
from index.transcripts.label_offices import offices_of_labels

_PLACE = expression(r"\b(?:of|in|for)(?: the)? (?P<place>[^\W\d_][\w’-]*(?: [A-Z][\w’-]*)*)")
_BEFORE = expression(
    r"(?P<place>[A-Z](?:[\w-]|’(?!s\b))+(?: [A-Z](?:[\w-]|’(?!s\b))+)?)(?:[’']s?)? "
    r"(?:[Pp]rime [Mm]inister|[Mm]ayor|[Gg]overnor"
    r"|[Aa]mbassador|[Ss]poke\w+)\b"
)
_FIELDS = frozenset(
    """finance health education transport justice culture energy interior harbour harbor agriculture environment trade
    labour labor housing economy sport tourism defence defense foreign home""".split()
)
"""Fields of an office, with or without a capital: "the Minister of Finance" is of no place of that name."""
_NO_PLACE = _FIELDS | frozenset("state the former deputy vice prime lady lord new acting interim".split())
_APPOSITION = expression(
    r",? (?P<words>(?:(?:who (?:is|was)|then|now|currently) )?(?:(?:the|an?|its|their)(?: [\w-]+){1,5}?|"
    r"(?:[a-z][\w-]* ){0,4}?[a-z][\w-]+)"
    r"(?: (?:of|for|in|at)(?: the)?(?: [A-Z][\w’-]*){1,4})?)(?=[,.;:)—–]| (?:said|says|told|who|has|was|is|will"
    r"|added)\b)"
)
_LEADING = expression(
    r"(?:^|[\s(“\"])(?P<words>(?:the|an?|The|An?) (?:[a-z][\w-]* ){0,4}[a-z][\w-]+(?: (?:of|for|in|at)(?: the)?"
    r"(?: [A-Z][\w’-]*){1,4})?)(?P<comma>,?) $"
)
_OWNED = expression(
    r"(?<![\w’'-])(?!(?:[MTWFS]\w{2,5}day|In|On|At|By|To|But|And|When|While|As|After) )"
    r"(?P<words>[A-Z][\w-]+(?: [A-Z][\w-]+)?[’']s? (?:[a-z][\w-]* ){0,3}[a-z][\w-]+)(?P<comma>,?) $"
)
"""An office with whose it is, before a name: "Eskby’s mayor, "."""
_OFFICE_BEHIND = expression(
    r",\s(?:the\s)?(?P<office>[A-Z][\w’-]*(?:\s(?:of|for|and|the|to)(?:\sthe)?\s[A-Z][\w’-]*|\s[A-Z][\w’-]*){1,9})"
)
_MOST_MENTIONS = 12
_WORD_CHARACTER = expression(r"\w")
_FRONT = expression(
    r"(?:who (?:is|was) |then |now |currently )*(?P<front>.*?)"
    r"(?: (?:of|for|in|at|to|after|before|from|with|on|by|who)\b|,|$)"
)
_ANYBODY = frozenset(
    """man woman men women person people boy girl child somebody someone anyone other others one guest friend member
    figure name speaker""".split()
)
"""Nouns of people that tell no post, trade or kin."""
_MASTERS = expression(r"\w*(?:master|chief|head|keeper|driver|holder|maker)")
_IS = expression(r"\b(?:is|was|were|are|be|been|being|as|like|became|becomes|remains|than) $", re.IGNORECASE)
_CLOSES = expression(r"[,.;:)—–]| \(")
_TELLING = _FIELDS | {"king", "queen", "pope"}
"""Words that tell of an office also where they have a capital."""
_OPENING = frozenset("in on at by to but and when while as after before if then for with from that".split())
_SMALL = frozenset(
    """in on at by to but and or when while as after before if for with from that said says told asked who than of an a
    not is was are were be has had have will would can could may might must because""".split()
)
_MODIFIED = frozenset("deputy vice assistant shadow associate under".split())
"""They make another office of an office: the deputy mayor is not the mayor."""
_ANY_OFFICE = frozenset(
    """the a an of for in and to at on by his her its their this that then now current former new late acting
    incumbent minister secretary mayor governor president chancellor premier prime leader head state government envoy
    special ambassador spokesman spokeswoman spokesperson monarch emperor top diplomat permanent representative foreign
    defence defense who is was""".split()
)
"""Words of an office that its key tells already, or that tell nothing of it."""
_SOMEBODY = expression(
    r"\b(?:\w+(?:er|or|ist|ess|ian|ant|man|woman|person|ee)|master|chief|head|cook|nurse|poet|judge|aide|coach"
    r"|student|clerk|pilot|priest"
    r"|mayor|president|minister|secretary|captain|king|queen|widow|wife|husband|son|daughter)\b"
)


def office_key(phrase: str) -> str | None:
    """Return the office that a phrase names with its land or place ("the mayor of Eskby" -> "mayor eskby"), or None."""
    key = role_key(phrase)
    if key is None or " " in key:
        return key
    match = _PLACE.search(phrase) or _BEFORE.search(phrase)
    if match is None or match["place"].split()[0].lower() in _NO_PLACE:
        return key
    return f"{key} {country(match['place']) or match['place'].lower()}"


def of_a_place(phrase: str) -> str | None:
    """Return the office's key where a phrase is an office with its place and names nobody: "the mayor of Eskby"."""
    key = office_key(phrase)
    match = _PLACE.search(phrase)
    return (
        key
        if key and " " in key and match and match.end() == len(phrase) and role_key(phrase[: match.start()])
        else None
    )


def rivals_in_office(text: str, pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Return for each role that people of two places hold who they are: "the mayor" alone names none of them.

    `pairs` are those of `described`. Without two names the offices themselves are the ones it may be.
    """
    holders: dict[str, dict[str, str]] = {}
    for name, key in sorted(pairs, key=lambda each: (text.find(each[0]), each)):
        role, _, place = key.partition(" ")
        if place and not key.startswith(DESCRIBED):
            holders.setdefault(role, {}).setdefault(place, name)
    for match in _OF_TWO_TOWNS.finditer(text):
        role, _, place = (office_key(match["office"]) or "").partition(" ")
        if place:
            holders.setdefault(role, {}).setdefault(place, match["holder"] or match["office"])
    return {
        role: names for role, by_place in holders.items() if len(names := tuple(dict.fromkeys(by_place.values()))) > 1
    }


_OF_TWO_TOWNS = expression(
    r"(?:(?<![\w’-])(?P<holder>[A-Z][\w’-]{1,40}+(?: [A-Z][\w’.-]{1,40}+){1,3}) (?:is|was|has been) )?"
    r"\b(?P<office>(?:[Tt]he )?(?:[Mm]ayor|[Gg]overnor|[Pp]remier|[Aa]mbassador) of (?:the )?[A-Z][\w’-]*+)"
)


def described(text: str, people: People) -> set[tuple[str, str]]:
    """Return pairs of a person and what the text says that he or she is: an office's key, or "is " with the words."""
    found = offices_of_labels(text, people)
    for person in people.all:
        for start, end in islice(_mentions(text, person.name), _MOST_MENTIONS):
            found |= {(person.name, office) for office in _titles_behind(text, end)}
            for words in _descriptions(text, start, end):
                if key := office_key(words):
                    found.add((person.name, key))
                if _is_post(words):
                    found.add((person.name, DESCRIBED + words))
    return found


def _is_post(words: str) -> bool:
    """Return whether a description tells what somebody is: its head is a post, a trade or kin, not "a day after …"."""
    match = _FRONT.match(words.lower().replace("’", "'"))
    head = match["front"].split()[-1:] if match else []
    if not head or head[0] in _ANYBODY:
        return False
    return is_person_noun(head[0]) or is_title_word(head[0]) or _MASTERS.fullmatch(head[0]) is not None


def fits(phrase: str, descriptions: Iterable[str]) -> bool:
    """Return whether an office that is asked for can be that of somebody who is described so.

    "The finance minister" is nobody whom no document calls one of finance, and "the mayor" no deputy mayor.
    """
    wanted = _field_of(phrase)
    words_of_each = [set(stems_of(each)) | set(each.lower().split()) for each in descriptions]
    if wanted:
        return any(wanted <= each for each in words_of_each)
    modified = _MODIFIED & set(phrase.lower().split())
    return bool(modified) or not words_of_each or any(not _MODIFIED & each for each in words_of_each)


def _field_of(phrase: str) -> set[str]:
    """Return the stems of an office's words beside those of its key: "finance" of "the finance minister"."""
    place = _PLACE.search(phrase)
    lands = {
        word.lower() for word in phrase.split() if country(word) or word[:1].isupper() and word.lower() not in _TELLING
    }
    lands |= set(place["place"].lower().split()) if place and office_key(phrase) != role_key(phrase) else set()
    telling = [word for word in phrase.lower().split() if word not in _ANY_OFFICE | lands]
    return {stem for word in telling for stem in stems_of(word)}


def _mentions(text: str, name: str) -> Iterator[Span]:
    """Yield where a name stands as words of its own."""
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        if not _WORD_CHARACTER.match(text, start - 1 if start else len(text)) and not _WORD_CHARACTER.match(text, end):
            yield start, end
        start = text.find(name, end)


def _titles_behind(text: str, end: int) -> set[str]:
    """Return the office in capitals behind a name, in small letters, with its land in full and in short.

    "Ana Ruiz, Minister of Fisheries of the Republic of Vesk" may be asked for as "the Minister of Fisheries of Vesk".
    """
    match = _OFFICE_BEHIND.match(text, end, min(len(text), end + 160))
    if match is None or role_key(match["office"]) is None and not _SOMEBODY.search(match["office"].lower()):
        return set()
    office = " ".join(match["office"].split()).lower()
    short = re.sub(r"\bof the (?:[a-z]+ )?(?:republic|kingdom|commonwealth|state|union|federation) of ", "of ", office)
    if " of " not in office and " for " not in office:
        return set()
    # "the Minister of Fisheries" is asked for without the land as well.
    parts = short.split(" of ")
    return {office, short, " of ".join(parts[:2])} if len(parts) > 2 else {office, short}


def _descriptions(text: str, start: int, end: int) -> Iterator[str]:
    """Yield what stands beside a name and says who that is: an apposition, a title or description before it."""
    behind = _APPOSITION.match(text, end, min(len(text), end + 120))
    if behind and text[end : end + 1] == ",":
        yield behind["words"].strip()
    before = text[max(0, start - 90) : start].rpartition("\n\n")[2].replace("\n", " ")
    for leading in filter(None, (_LEADING.search(before), _OWNED.search(before))):
        if _describes(leading, before, text, end):
            yield leading["words"].strip()
    if title := _title_before(before.rpartition(". ")[2]):
        yield title


def _describes(leading: re.Match[str], before: str, text: str, end: int) -> bool:
    """Return whether words before a name describe its bearer: "if he was a woman, Ana Ruiz said" does not."""
    if not leading["comma"]:
        return True
    return _CLOSES.match(text, end) is not None and not _IS.search(before[: leading.start("words")])


def _title_before(before: str) -> str | None:
    """Return the title that ends right before a name ("Former London mayor "), without the words before that."""
    words = before.split() if before.endswith(" ") else []
    if not words or not is_title_word(words[-1]):
        return None
    first = len(words) - 1
    while first and _belongs(words[first - 1], words[first], words[first - 2] if first > 1 else ""):
        first -= 1
    if words[first] in {"the", "of", "for"}:
        first += 1
    title = " ".join(words[first:])
    return title if title[0].isupper() else None


def _belongs(word: str, following: str, before: str) -> bool:
    """Return whether a word goes on to the left with a title: a title, a place, a post’s field in small letters."""
    if not re.fullmatch(r"[^\W\d_][\w’'.-]*", word) or (word.endswith(".") and not is_title_word(word)):
        return False
    if word in {"of", "for"}:
        return is_title_word(before)
    if is_title_word(word) or country(word) or word.lower() == "the":
        return True
    if word[0].isupper():
        return word.lower() not in given_names() and word.lower() not in _OPENING
    return following.islower() and not word.endswith(("ed", "ing", "ly")) and word not in _SMALL


_FULL = expression(
    r"(?i:the|an?) (?P<noun>[a-z][\w -]{2,40}?) (?P<rest>(?:of|from|for|at) (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)"
)


def named_in_full(text: str, statements: Sequence[Statement]) -> list[Statement]:
    """Return the statements with "the mayor" as "the mayor of Eskby" where the text calls one so and no other mayor."""
    speakers = {each.speaker for each in statements if each.speaker}
    full: dict[str, list[str]] = {}
    for name in sorted(speakers):
        if match := _FULL.fullmatch(name):
            full.setdefault(match["noun"].lower(), []).append(name)
    known = {noun: names[0] for noun, names in full.items() if _is_alone(text, noun, names)}
    return [
        replace(each, speaker=known.get(re.sub(r"(?i)^the ", "", each.speaker), each.speaker))
        if each.speaker and each.speaker[:4].lower() == "the "
        else each
        for each in statements
    ]


def _is_alone(text: str, noun: str, names: Sequence[str]) -> bool:
    """Return whether a text tells of one holder of an office only, and names none."""
    rests = {name.lower().split(f"{noun} ", 1)[-1] for name in names}
    others = re.finditer(
        rf"\b{re.escape(noun)} (?P<rest>(?:(?:of|from|for|at) )?(?:the )?[A-Z][\w’'-]*)", text, re.IGNORECASE
    )
    named = [match["rest"] for match in others if match["rest"].split()[-1][:1].isupper()]
    return (
        len(rests) == 1
        and all(next(iter(rests)).startswith(each.lower()) for each in named)
        and not _is_anothers(text, noun, next(iter(rests)))
    )


def _is_anothers(text: str, noun: str, rest: str) -> bool:
    """Return whether a text calls somebody an office's holder by whose it is: "Lund's spokesman", "its spokesman"."""
    owners = re.finditer(
        rf"\b(?P<owner>[\w-]{{1,40}}+[’']s?|(?i:his|her|its|their|our)) {re.escape(noun)}\b", text, re.IGNORECASE
    )
    return any(re.sub(r"[’']s?$", "", each["owner"]).lower() not in rest.split() for each in owners)
