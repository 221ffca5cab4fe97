"""Pages of letters: each letter is its signer's words, and the signature that stands at its end is nobody's.

An unsigned letter, a heading, what an editor adds and all below the last signature are nobody's. A page that prints
names above letters, or does not show where they stand, is left alone: every letter would be the next writer's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.cues.verbs import VERBS
from index.dates.days import written as written_days
from index.names.titles import name_case, split_title
from index.records import Document
from index.text.expressions import expression
from index.text.sentences import Span
from index.text.word_lists import given_names
from index.transcripts.courtesies import closes_letter, greets, more_sign
from index.transcripts.heads.speeches import Speech

_HEADS = expression(
    r"\b(?:letters?|readers?[’']? (?:write|views?|say|post|page)|your (?:views?|say|letters)|to the editor|postbag"
    r"|mailbag|have your say|from our readers|leserbriefe?|courrier des lecteurs|listy czytelników|письма читателей"
    r"|листи читачів)\b",
    re.IGNORECASE,
)
_ONES = expression(
    r"(?i:chair(?:man|woman|person)?|president|ceo|owner|managers?|director|founder)[’']?s?[’']? (?i:letter)\b"
)
"""What heads the one letter of who signs below it: "Chairman's Letter - 1996"."""
_HEAD_LINES = 3
_LONGEST_HEADING, _LONGEST_SIGNATURE = 12, 90
_CAPITAL = r"[^\W\d_a-zа-яёіїєґўłśż]"
_PARTICLES = r"(?:de|da|van|von|der|den|la|di|du|bin|al|O[’'])"
_NAME = rf"(?:{_CAPITAL}[\w’'-]*\.?(?: (?:{_PARTICLES} ){{0,2}}(?:{_CAPITAL}\.){{0,2}}{_CAPITAL}?[\w’'-]*\.?){{0,4}})"
_PLACED = r"[\w.’'/&-]++\)?"
"""A word of where somebody lives. What parts two of them is told apart from both: where a word could be cut anywhere, a
line of 80 letters that is no signature took seconds."""
_SIGNED = expression(
    rf"(?P<dash>[–—-]{{1,2}} ?)?(?P<mark>\*{{1,3}}|_{{1,3}}|<(?:b|strong|em|i)>)?(?P<name>{_NAME})"
    rf"(?P<rest>(?:, | \(| [–—-] | / |\*\*,? ){_PLACED}(?:(?:,? |,){_PLACED}){{0,9}},? ?\)?)?"
    r"(?:\*{1,3}|_{1,3}|</(?:b|strong|em|i)>)?"
)
_WITHHELD = expression(
    r"[–—*_( -]*(?:(?:full )?name(?:s)? (?:and address )?(?:withheld|supplied)|anon(?:ymous)?|unsigned"
    r"|name and address (?:withheld|supplied))\b[^\n]{0,40}",
    re.IGNORECASE,
)
_PLACE = expression(rf"(?:\d+[a-z]? )?{_CAPITAL}[\w.’'-]*(?:,? (?:of|the|on|in|and|{_CAPITAL}?[\w.’'-]+)){{0,5}}")
_SMALL = expression(rf"(?!{_PARTICLES}$)[^\W\d_A-Z][\w’'-]*")
_FEWEST = 2
"""Signed letters that make a page of them without a heading that says so."""
_ADDRESS = expression(
    r"\b\d{1,4}[a-z]?,? [^\W\d_]"
    r"|\b(?:Rd|Road|St|Street|Lane|Ln|Ave|Avenue|Drive|Close|Terrace|Crescent|Place|Square|Way|Hill)\b"
)
_RULE = expression(r"(?:[*_=~•·–—-][ \t]*){3,}")
_CALLS = expression(
    r"To the [Ee]ditor[ ]?[,:.]?"
    r"|(?:Dear )?(?:Sir|Sirs|Madam|Sir or Madam|Editor|Mr Editor)(?:,? (?:or |and )?(?:Madam|Sir))?[ ]?[,:—–-]"
)
_EDITOR = expression(r"[\[(*_]*(?:(?:the )?editor(?:’s|'s|s)?\b|ed\b|(?:a )?note from\b|our reply\b)", re.IGNORECASE)
_ENDS = expression(r"[.?!…][”\"’'»)\]*_]*$")
_OWN = expression(r"\b(?:I|[Mm]y|[Mm]e|[Ww]e|[Oo]ur)\b")


@dataclass(frozen=True)
class _Line:
    start: int
    text: str
    apart: bool
    """Whether a blank line stands above it."""

    @property
    def ends_sentence(self) -> bool:
        return _ENDS.search(self.text) is not None


@dataclass(frozen=True)
class _Signature:
    first: int
    last: int
    """The numbers of its first line and of the first one below it."""
    signer: str | None


def letters_of(document: Document) -> list[Speech]:
    """Return the signed letters of a page of letters, each with whose it is; none where it is no such page."""
    lines = list(_lines(document.text))
    if document.speaker or document.turns:
        return []
    head = _head(document.title, lines)
    signed = _signatures(lines, head or 0)
    if head is None and not _are_letters(lines, signed):
        return []
    head = head or 0
    if not any(each.signer for each in signed) or not _stand_below(lines, signed, head):
        return []
    found = list(_between(document.text, lines, signed, head))
    return [] if _are_signatories(document.text, found) else found


def _between(text: str, lines: Sequence[_Line], signed: Sequence[_Signature], head: int) -> Iterator[Speech]:
    """Yield the letters above the signatures, of nobody known where another signature follows at once."""
    start = head
    for at, each in enumerate(signed):
        others = each.last in {other.first for other in signed[at + 1 : at + 2]}
        others = others or any(more_sign(line.text) for line in lines[each.last : each.last + 1])
        yield from _letter(text, lines, (start, each.first), None if others else each.signer)
        start = each.last


def _are_signatories(text: str, letters: Sequence[Speech]) -> bool:
    """Return whether one of the letters is but a name below a letter that many sign: none is another's words."""
    return any(_SIGNATORY.match(text, each.start, each.end or len(text)) for each in letters)


_SIGNATORY = expression(
    r"[\s*_>-]*(?:[^\W\d_a-z][\w.’'-]* ){1,3}[^\W\d_a-z][\w.’'-]*[*_]{0,3}"
    r" ?(?:/|\||–|—|, (?=[^\W\d_a-z])) ?[^\n]{3,300}\s*\Z"
)
"""A line with a name and what its bearer is, and nothing more."""


def _are_letters(lines: Sequence[_Line], signed: Sequence[_Signature]) -> bool:
    """Return whether a text without a heading is letters: each closed or with an address, and of oneself."""
    if not signed or signed[-1].last < len(lines):
        return False
    starts = [0, *(each.last for each in signed)]
    letters = list(zip(starts, signed, strict=False))
    return len(letters) >= _FEWEST and all(
        each.signer
        and _is_closed(lines, each)
        and _OWN.search(" ".join(line.text for line in lines[start : each.first]))
        for start, each in letters
    )


def _is_closed(lines: Sequence[_Line], signed: _Signature) -> bool:
    below = " ".join(line.text for line in lines[signed.first : signed.last])
    return closes_letter(lines[signed.first - 1].text) or _ADDRESS.search(below) is not None


def _lines(text: str) -> Iterator[_Line]:
    position, apart = 0, True
    for line in text.split("\n"):
        if line.strip():
            yield _Line(position + len(line) - len(line.lstrip()), line.strip(), apart)
        apart = not line.strip()
        position += len(line) + 1


def _head(title: str, lines: Sequence[_Line]) -> int | None:
    """Return the number of the first line below a page's heading that tells of letters, None where none does."""
    if _ONES.search(title):
        return None
    headed = [
        at + 1 for at, line in enumerate(lines[:_HEAD_LINES]) if _HEADS.search(line.text) and not line.ends_sentence
    ]
    if headed:
        return headed[-1]
    return 0 if _HEADS.search(title) else None


def _signatures(lines: Sequence[_Line], head: int) -> list[_Signature]:
    found: list[_Signature] = []
    common = frozenset(re.findall(r"\b[^\W\d_A-Z][\w’'-]*", " ".join(line.text for line in lines)))
    for at in range(head + 1, len(lines)):
        before = lines[at - 1]
        if found and at < found[-1].last or not (before.ends_sentence or closes_letter(before.text)):
            continue
        if _WITHHELD.fullmatch(lines[at].text):
            found.append(_Signature(at, _behind(lines, at), None))
        elif name := _signer(lines, at, common):
            found.append(_Signature(at, _behind(lines, at), name))
    return found


def _signer(lines: Sequence[_Line], at: int, common: frozenset[str]) -> str | None:
    """Return who signs on a line that is a name, and mostly where its bearer lives; None where it is another line."""
    line = lines[at].text
    match = _SIGNED.fullmatch(line) if len(line) <= _LONGEST_SIGNATURE else None
    if match is None or _ends_otherwise(line, match["name"]):
        return None
    written = name_case(match["name"].strip())
    name, title = split_title(written)
    placed = bool(match["rest"]) or _behind(lines, at) > at + 1
    marked = bool(match["dash"] or match["mark"]) or closes_letter(lines[at - 1].text)
    signs = placed and (marked or not _is_wording(line, common))
    if not _is_long_enough(name, title, sure=marked and placed):
        return None
    if not signs and not (_is_persons(name.split(), title) and _is_apart(lines, at, placed, marked)):
        return None
    return name if " " in name else written


def _is_apart(lines: Sequence[_Line], at: int, placed: bool, marked: bool) -> bool:
    """Return whether something sets a name apart: a place, a mark, or that it closes what stands above it."""
    return placed or marked or _ends_a_part(lines, at)


def _ends_otherwise(line: str, name: str) -> bool:
    """Return whether a line ends as a sentence or a label does, and not with an initial, or the text goes on in it.

    "In the table, the gifts of the year", "March 1".
    """
    if written_days(line) or any(map(_SMALL.fullmatch, name.split())):
        return True
    return line[-1:] in ".?!:" and not re.search(r"\b[A-Z]\.$", line)


def _is_long_enough(name: str, title: str, *, sure: bool) -> bool:
    count = len(name.split())
    return 2 <= count <= 4 or count == 1 and (bool(title) or sure)


def _is_persons(words: Sequence[str], title: str) -> bool:
    """Return whether a given name, a title or initials show that words are a person's name."""
    return words[0].lower() in given_names() or bool(title) or re.fullmatch(r"(?:[A-Z]\.){1,3}", words[0]) is not None


def _is_wording(line: str, common: frozenset[str]) -> bool:
    """Return whether a line has words of the text or verbs, as a heading has: "Mill Lost, Town Says"."""
    own = {each.lower() for each in re.findall(r"[^\W\d_][\w’'-]*", line)}
    return bool(own & (common | VERBS.keys()))


def _ends_a_part(lines: Sequence[_Line], at: int) -> bool:
    """Return whether a lone line closes what stands above it: no blank line between them, or nothing below."""
    return not lines[at].apart or at + 1 == len(lines)


def _behind(lines: Sequence[_Line], at: int) -> int:
    """Return the number of the line behind a signature: where its writer lives may stand below the name."""
    below = at + 1
    if below == len(lines) or lines[below].apart or lines[below].ends_sentence:
        return below
    closes = below + 1 == len(lines) or lines[below + 1].apart
    return below + 1 if closes and _PLACE.fullmatch(lines[below].text) else below


def _stand_below(lines: Sequence[_Line], signed: Sequence[_Signature], head: int) -> bool:
    """Return whether the names of a page stand below the letters and not above them."""
    if any(each.last < len(lines) and not lines[each.last].apart for each in signed):
        # "**Ana Ruiz, Vesk**" with the letter right below it
        return False
    if any(not lines[each.first].apart for each in signed) or signed[-1].last >= len(lines):
        return True
    first = " ".join(line.text for line in lines[head : signed[0].first])
    return re.search(r"\b(?:I|[Mm]y|[Mm]e)\b", first) is not None


def _letter(text: str, lines: Sequence[_Line], span: Span, signer: str | None) -> Iterator[Speech]:
    """Yield the letter above a signature without its heading, whom it calls, its closing and an editor's words."""
    start, stop = span
    for at in range(span[0], stop):
        line = lines[at]
        if _is_border(line) or _WITHHELD.fullmatch(line.text):
            start = at + 1
    while stop > start and (closes_letter(lines[stop - 1].text) or greets(lines[stop - 1].text)):
        stop -= 1
    if signer is None or start >= stop:
        return
    edited = next((at for at in range(start, stop) if _EDITOR.match(lines[at].text)), stop)
    if edited == stop:
        yield Speech(signer, lines[start].start, lines[stop - 1].start + len(lines[stop - 1].text))


def _is_border(line: _Line) -> bool:
    """Return whether a line parts two letters: a heading, a rule, a greeting."""
    bare = line.text.strip("*_# ")
    if _RULE.fullmatch(line.text) or line.text.startswith("#") or _CALLS.fullmatch(bare) or greets(line.text):
        return True
    return line.apart and not line.ends_sentence and len(bare.split()) <= _LONGEST_HEADING and bare[-1:] not in ",:;—–-"
