"""A document that is one letter: whose by the name below its closing, and where its words begin and end.

A letter opens with a greeting or says above it that it is one, and closes with a formula ("Yours faithfully,") over one
name, or with the name alone. Its words are the signer's; the address, the greeting and the signature are nobody's.
"""

from __future__ import annotations

import re

from index.dates.days import written
from index.names.titles import given_and_surname, is_title_word, name_case, split_title
from index.people.people import People
from index.records import Document
from index.text.expressions import expression
from index.text.word_lists import given_names
from index.transcripts.courtesies import closes_letter, greets, more_sign
from index.transcripts.heads.speeches import Speech, speaks_of_oneself

_HEAD_LINES, _SIGNATURE_LINES = 16, 6
_MARKS = " \t*_"
"""What Markdown sets around a name or a heading: "**Ana Ruiz**"."""
_CALLS = expression(r"[^\W\d_a-z][\w.’'-]*(?: (?:or |and |of |the )?[\w.’'-]+){0,4}[,:]")
"""Whom a letter calls, on a line of its own: "Sir,", "Minister,"."""
_CALLS_OWNERS = expression(r"To (?:the |our |my |all )?(?:[Ss]hare|[Ss]tock)holders[^\n:]{0,60}:")
"""Whom the head of a company calls, mostly below a page of figures: "To our shareholders:"."""
_OWNERS_WITHIN = 150
_LETTER = expression(
    r"\b(?:letters?|to the editor|open letter|list (?:otwarty|do)|listy|leserbrief\w*|offener brief|courrier|lettre"
    r"|carta|письмо|лист до)\b",
    re.IGNORECASE,
)
_NAME_WORD = r"(?:[^\W\d_a-z](?:[\w’'-]*[\w’]|\.)(?:-[^\W\d_a-z][\w’'-]*)?)"
_NAME = expression(
    rf"[–—-]{{0,2}} ?(?P<name>{_NAME_WORD}(?: (?:(?:de|da|van|von|der|den|la|di|du|bin|al) ){{0,2}}"
    rf"{_NAME_WORD}){{1,4}})"
    r"(?=$|,| \(|;| [–—-] | [’']\d\d$)"
)
_GIVEN = expression(rf"[–—-]{{0,2}} ?(?P<name>{_NAME_WORD})[,.]?")
_SENTENCE_ENDS = tuple(".!?…”\"')")
_LONGEST_POST = 8
"""Words of a line below a name that tells what its bearer is, where, and when it was written."""


def letter_of(document: Document, people: People) -> Speech | None:
    """Return whose letter a document is and where its words begin and end, None where it is no letter of one person."""
    lines = _lines(document.text)
    ends, signer = _ending(lines, document, people)
    if not ends:
        return None
    # Who corrected the speaker knows better than the signature, or that there is none.
    corrected = "speaker" in dict(document.read)
    name = document.speaker if corrected else signer
    if document.speaker and not corrected:
        return None
    called = document.title.startswith(f"{name} ") or document.title == name
    begins = _beginning(lines[:ends])
    begins = 0 if begins is None and called else begins
    if name is None or begins is None:
        return None
    start, end = lines[begins][0] if begins else 0, lines[ends][0]
    return Speech(name, start, end) if speaks_of_oneself(document.text[start:end]) else None


def _ending(lines: list[tuple[int, str]], document: Document, people: People) -> tuple[int, str | None]:
    """Return the number of the line at which a letter's words end, and who signs below; 0 where nothing ends them."""
    closing = [at for at, (_, line) in enumerate(lines) if at and closes_letter(line)]
    if len(closing) == 1 and len(lines) - closing[0] <= 2 * _SIGNATURE_LINES:
        below = lines[closing[0] : closing[0] + _SIGNATURE_LINES + 1]
        return closing[0], _signer(below, people) or _by_given_name(below[1:], document)
    return (0, None) if closing else _signed_alone(lines, document)


def _by_given_name(below: list[tuple[int, str]], document: Document) -> str | None:
    """Return who signs by a given name alone, where the title begins with the full name: "Brian", of "Brian Holt"."""
    match = _GIVEN.fullmatch(below[0][1]) if len(below) == 1 else None
    if match is None:
        return None
    first, *rest = document.title.split()
    name = " ".join([first, *rest[:1]])
    return name if first == match["name"] and given_and_surname(name) and rest[0][:1].isupper() else None


def _signed_alone(lines: list[tuple[int, str]], document: Document) -> tuple[int, str | None]:
    """Return the number of the line with who signs below a sentence with no formula, and the name; 0 for none.

    Below it stands but what the bearer is and when it was written, and the letter does not speak of the name.
    """
    if len(lines) > 1 and lines[-2][1].endswith(_SENTENCE_ENDS) and (name := _by_given_name(lines[-1:], document)):
        return len(lines) - 1, name
    for at in range(max(1, len(lines) - _SIGNATURE_LINES), len(lines)):
        start, line = lines[at]
        written_name, post = _before_post(line)
        match = _NAME.match(written_name)
        name = name_case(match["name"]) if match else ""
        first = _behind_words(lines, at)
        if match is None or not given_and_surname(name) or first is None:
            continue
        below = [written_name[match.end("name") :].strip(" ,;()–—-"), post, *(each for _, each in lines[at + 1 :])]
        spoken_of = re.search(rf"\b{re.escape(name.split()[-1])}\b", document.text[:start])
        if not spoken_of and all(map(_tells_post, filter(None, below))):
            return first, name
    return 0, None


def _before_post(line: str) -> tuple[str, str]:
    """Return a line before an office behind a name, and the office: "Ana Ruiz Chairman of the Board"."""
    words = line.split()
    at = next((at for at, word in enumerate(words) if at > 1 and is_title_word(word.strip(","))), len(words))
    return " ".join(words[:at]), " ".join(words[at:])


def _behind_words(lines: list[tuple[int, str]], at: int) -> int | None:
    """Return the number of a signature's first line, which may be the day; None where it stands below no sentence."""
    dated = at > 1 and written(lines[at - 1][1]) and len(lines[at - 1][1].split()) <= _LONGEST_POST
    first = at - 1 if dated else at
    return first if lines[first - 1][1].endswith(_SENTENCE_ENDS) else None


def _tells_post(line: str) -> bool:
    """Return whether a line below a name tells what its bearer is or when it was written, or is a page's number."""
    if line.isdigit() or written(line) and len(line.split()) <= _LONGEST_POST:
        return True
    words = line.split()
    return len(words) <= _LONGEST_POST and not line.endswith((".", "!", "?", ":")) and any(map(is_title_word, words))


def _lines(text: str) -> list[tuple[int, str]]:
    """Return the lines that hold something, each with where it begins."""
    found, position = [], 0
    for line in text.split("\n"):
        if line.strip(_MARKS):
            found.append((position, line.strip(_MARKS)))
        position += len(line) + 1
    return found


def _beginning(lines: list[tuple[int, str]]) -> int | None:
    """Return the number of the line below the greeting, or below a heading that says that this is a letter."""
    head = [line for _, line in lines[:_HEAD_LINES]]
    greeted = _greeting(lines)
    if greeted is not None and greeted + 1 < len(lines):
        # Who answers a letter and prints it below is not who signs that.
        again = [at for at, (_, line) in enumerate(lines) if at > greeted + 1 and greets(line)]
        return max([greeted, *again]) + 1
    headed = next((at for at, line in enumerate(head[:3]) if _LETTER.search(line) and line[-1:] not in ".!?"), None)
    return headed + 1 if headed is not None and headed + 1 < len(lines) else None


def _greeting(lines: list[tuple[int, str]]) -> int | None:
    """Return the number of the line that greets or calls whom a letter is to, None without one."""
    head = [line for _, line in lines[:_HEAD_LINES]]
    greeted = next((at for at, line in enumerate(head) if greets(line) or _CALLS.fullmatch(line)), None)
    if greeted is not None:
        return greeted
    return next((at for at, (_, line) in enumerate(lines[:_OWNERS_WITHIN]) if _CALLS_OWNERS.fullmatch(line)), None)


def _signer(lines: list[tuple[int, str]], people: People) -> str | None:
    """Return the one name at or below a closing, None for two signers or none."""
    closing, *below = [line for _, line in lines[: _SIGNATURE_LINES + 1]]
    inline = closing.partition(",")[2].strip()
    names = [match["name"] for line in ([inline] if inline else below[:2]) if (match := _NAME.match(line))]
    if not names:
        return None
    if _others_sign(below, names[0]):
        return None
    written = name_case(names[0])
    name = split_title(written)[0]
    if len(name.split()) < 2 or any(map(is_title_word, name.split()[1:])):
        return None
    return _in_full(name, people)


def _others_sign(below: list[str], name: str) -> bool:
    """Return whether the lines below a closing name another than the first, or tell of others."""
    parts = [part.strip() for line in below for part in line.split(";")]
    signing = [match["name"] for part in parts if (match := _NAME.match(_untitled(part)))]
    others = any(each not in name and each.split()[0].lower() in given_names() for each in signing)
    return others or any(map(more_sign, below))


def _untitled(line: str) -> str:
    """Return a line of a signature without the title before a name: "Prof. Ana Ruiz, Vesk" -> "Ana Ruiz, Vesk"."""
    name = split_title(line.partition(",")[0])[0]
    return line[line.find(name) :] if name else line


def _in_full(name: str, people: People) -> str:
    """Return a name as the text has it in full: "P. Rehn" is the Pia Rehn of the letter's head."""
    first, last = name.split()[0], name.split()[-1]
    known = people.person(last)
    fits = known and known.split()[0][0] == first[0] and known.split()[-1] == last
    return known if known and fits and first.endswith(".") else name
