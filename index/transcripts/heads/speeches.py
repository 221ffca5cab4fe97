"""Whose speech a document is: by the file, by its title, or by the head of the text that names who gave it.

The text must speak in the first person outside of quotation marks: a report about a statement is no speech. Where only
the form shows a speech (it addresses an assembly) its words are nobody's known, and nobody else's either.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.dates.metadata import header_end
from index.names.titles import gender_of, is_title_word, name_case
from index.people.people import People
from index.records import Document
from index.text.expressions import expression
from index.transcripts.asides import is_furniture
from index.transcripts.heads.interviewed import person_named
from index.transcripts.heads.named_speakers import (
    from_front_matter,
    initials_in_full,
    is_notice,
    is_outright,
    speaker_of_lines,
)
from index.transcripts.heads.speech_heads import Found, speaker_in
from index.transcripts.heads.speech_titles import (
    ARABIC,
    BEFORE,
    KIND,
    NORDIC,
    ROMANCE,
    SLAVIC,
    TITLED,
    is_of_page,
    is_titled,
    land_named,
    named_by_title,
    named_with_post,
    names_several,
)

FIRST_PERSON_SHARE, ITS_LEAST = 0.01, 0.004
"""Of a speech's words: where only its form shows a speech, and where a head names who gave it. Spanish and the like
leave most of them out, since the verb shows the person."""
_CLEAR_WITHIN, _SHORT_WORDS, _LONG_LEAST = 4, 600, 3
_HEAD_LINES, _HEAD_CHARACTERS, _NAMED_WITHIN, _LONGEST_HEAD = 30, 3_000, 10, 400
_FIRST = expression(
    r"\b(?:I|[Ww]e|[Mm]y|[Mm]e|[Oo]ur|us|[Jj]e|[Jj](?=[’'])|[Nn]ous|[Nn]otre|[Nn]os|[Mm]es|[Yy]o|[Nn]osotros"
    r"|[Nn]uestr[oa]s?|[Mm]i"
    r"|[Nn]oi|[Nn]ostr[oaie]|[Ii]o|[Ii]ch|[Ww]ir|[Uu]ns(?:er\w*)?|[Яя]|[Мм]ы|[Нн]ам|[Нн]ас|[Нн]аш\w*|[Мм]ой|[Мм]не"
    r"|[Мм]и|[Мм]ені"
    r"|[Мм]ене|[Nn]asz\w*|[Mm]nie|[Mm]oj\w+|[Mm]ój|nas|nam|nami|[^\W\d_]{2,}[aeiyąę]ł[ae]m|[Ee]u|[Nn]ós|[Nn]oss[oa]s?|نحن|لبنان|إننا|إنني|أننا|نرحب|نؤكد|لنا|بلادي|انتم|كنا"
    r"|انا|أنا)\b"
)
QUOTED = expression(r"“[^”]{1,2000}”|\"[^\"\n]{1,1000}\"|«[^»]{1,2000}»|„[^”“„]{1,2000}[”“]")
"""What stands between quotation marks."""
_GIVEN = r"(?:(?:as |to be )?(?:delivered|given|made|read(?: out)?|presented|pronounced)(?: [\w ]{1,30}?)? )?"
_STATED = expression(
    rf"(?:(?-i:(?:[A-Z][\w.’'-]* ){{0,3}})|(?:{BEFORE} ){{0,4}}|(?-i:(?:[A-Z]+ ){{1,4}}))"
    rf"(?:{BEFORE} ){{0,3}}{KIND}[ :–—-]{{0,3}}{_GIVEN}by:? ",
    re.IGNORECASE,
)
_STATED_AT = expression(
    rf"(?:{BEFORE} ){{0,3}}{KIND} (?:of|on|for|at|in|to|about) (?:[^\n.:;!?“”\"]{{0,60}}[“\"][^\n“”\"]{{3,200}}[”\"]"
    rf"|[^\n.:;!?“”\"]{{3,100}}?),? ?{_GIVEN}by:? ",
    re.IGNORECASE,
)
"""A head with the day, the place or the topic before the speaker: "Speech of 6 May 2031 by Captain …"."""
_GIVEN_BY = expression(
    r"(?:(?:to be )?(?:delivered|read(?: out)?|pronounced|given|presented) by|speaker):? ", re.IGNORECASE
)
_DASHED = expression(rf"(?:[\w’'. ]{{0,30}} )?{KIND} ?[:—–-] ", re.IGNORECASE)
_POSSESSED = expression(
    rf"(?P<who>[^\n.:;?!“\"]{{3,80}})[’']s? (?:{BEFORE} ){{0,3}}{KIND}(?= (?:at|to|on|before|in|for|during"
    rf"|delivered)\b| ?$)",
    re.IGNORECASE,
)
_OF = expression(rf"(?:{BEFORE} ){{0,4}}{KIND} of ", re.IGNORECASE)
_ALONE = expression(
    rf"(?:[\w’'. ]{{0,40}}[ -])?(?:{KIND}|(?:\w*-)?rede|discours|discurso|allocution|выступление|intervento"
    rf"|ansprache)\.?"
    r"(?: \([^)]{1,20}\))?(?: (?:at|to|on|in|for|before|during) .{1,120})?",
    re.IGNORECASE,
)
"""A line that names a kind of speech and no more: "FIJI NATIONAL STATEMENT", "VNGV-Rede"."""
_SALUTATION = expression(
    r"(?:(?:dear|distinguished|honou?rable|esteemed|your|my) )?(?:mr\.? (?:president|speaker|chair\w*|secretary)"
    r"|madam (?:president|speaker|chair)"
    r"|mrs\.? president|(?:your )?excellenc(?:y|ies)|ladies and gentlemen|(?:distinguished|honou?rable) (?:delegates"
    r"|guests|colleagues|mr)"
    r"|fellow (?:citizens|delegates)|dear (?:leaders|president|mr)|the (?:secretary[- ]general|president) of the"
    r"|monsieur le président"
    r"|madame la présidente|mesdames|excellences|señor presidente|señora presidenta|señoras|excelent\w+"
    r"|a las autoridades|signor presidente"
    r"|господин председатель|уважаем\w+|дамы и господа|пане президенте|шановн\w+|meine damen|exzellenzen"
    r"|sehr geehrte\w*|excelências"
    r"|my fellow|(?:my )?(?:dear )?friends|good (?:morning|evening|afternoon)|سعادة|السید الرئیس|السيد الرئيس)\b",
    re.IGNORECASE,
)
_ASSEMBLY = expression(
    r"(?:mr\.? (?:president|speaker|chairman)|madam (?:president|speaker|chair)|(?:your )?excellencies"
    r"|ladies and gentlemen"
    r"|distinguished delegates|monsieur le président|madame la présidente|señor presidente|signor presidente"
    r"|господин председатель)\b",
    re.IGNORECASE,
)
_DAY_LINE = expression(
    r"(?:[^\W\d_]+,? ){0,4}(?:(?:\d{1,2}(?:st|nd|rd|th)?|1er) (?:de |of )?[^\W\d_]{3,12},? (?:de )?|"
    r"[^\W\d_]{3,12} \d{1,2}(?:st|nd|rd|th)?,? )(?:1[89]|20)\d\d\.?|[^\d]{0,40}\d{1,2}[./]\d{1,2}[./]\d{2,4}[^\d]{0,20}"
)
_AS_OFFICE = expression(
    r"\b(?:me|I|I[’']m|am)\b[^.!?\n]{0,40}\b(?:now|today|here|you)\s+as (?:your |the )?(?P<office>Prime Minister"
    r"|President|Foreign Minister"
    r"|Chancellor|King|Queen)\b(?! of)"
)
_GOES_ON = expression(
    r"\s*(?:$|[,;:(–—-]|(?:at|on|to|before|in|for|during|as|from|of|devant|à|en|ante|auf|bei|vor|на|в)\b)"
)
_BEFORE_TITLE = expression(
    r"\((?:1[5-9]|20)\d\d\) (?:(?:Rev|Dr|REV|DR)\. )?(?P<name>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]*){1,4}),?"
    r"(?: Jr\.| JR\.)?,? "
    r"[“\"‘'][^“”\"\n]{3,160}[”\"’']"
)
"""The head of a speech in a collection: its year, who gave it, and its title in marks."""
_SENTENCE = expression(
    r"(?: \([^()]{1,80}\))?(?:,[^,.]{1,80},)? (?:then |also |has |have |had |not |largely ){0,2}"
    r"(?!(?:delivered|given|made|read|presented|pronounced|held|issued|recorded|broadcast|published|translated)\b)"
    r"(?:is|are|was|were|has|have|had|will|would|could|did|does|drew|met|left|made|came|set|led|went|won|lost|told|said"
    r"|[a-z]{3,}(?:ed|[^aius]s))\b"
)
"""What makes a sentence of a line, behind the name of who spoke: "… by Mayor Ana Ruiz was met with boos"."""
_REPORTS = expression(r"\b(?:[Hh]e|[Ss]he|[Tt]he [a-z]+) (?:said|says|spoke|told|added|went on|warned|promised)\b")
"""What a report has of a speech and the speech itself has not."""
_YOU, _LEAST_YOU = expression(r"\b[Yy]ou(?:r|rs)?\b"), 5


@dataclass(frozen=True)
class Speech:
    """A document that is one person's speech: whose, None where only its form shows it, and where the words begin."""

    speaker: str | None
    start: int
    end: int | None = None
    """Where the words end before the document does."""


@dataclass(frozen=True)
class _Line:
    start: int
    end: int
    text: str


def speech_of(document: Document, people: People) -> Speech | None:
    """Return whose speech a document is and where its words begin, None where it is no speech."""
    corrected = "speaker" in dict(document.read)
    if document.speaker:
        named = from_front_matter(document) and not is_outright(document)
        if is_notice(document) or (named and not _speaks(document.text)):
            return None
        # Who corrects the speaker does not mean the head that names him.
        headed = _by_head(document, people) if corrected else None
        return Speech(initials_in_full(document.speaker, people), headed.start if headed else 0)
    # Who corrected that the document has no speaker is not overruled by its head.
    return None if corrected else _by_head(document, people)


def _speaks(text: str) -> bool:
    """Return whether a text speaks of whoever speaks or to those who hear: "you" is a speech's where "I" stands not."""
    return in_first_person(text, ITS_LEAST) or len(_YOU.findall(QUOTED.sub(" ", text))) >= _LEAST_YOU


def _by_head(document: Document, people: People) -> Speech | None:
    body = header_end(document.text)
    lines = _head(document.text, body)
    if any(map(names_several, (document.title, *(each.text for each in lines[:_CLEAR_WITHIN])))):
        return None
    if not in_first_person(document.text, ITS_LEAST):
        return _short(document, people, lines, body)
    if labelled := speaker_of_lines([each.text for each in lines], document):
        return Speech(labelled[0], _beginning(lines, labelled[1], body))
    own = in_first_person(document.text, FIRST_PERSON_SHARE)
    for number in range(min(len(lines), _NAMED_WITHIN)):
        found = _stated(lines, number, own)
        if found:
            return Speech(_fuller(found[0], document, people), _beginning(lines, found[1], body))
    if own and (headed := _in_clear_head(lines[:_CLEAR_WITHIN], people)):
        return Speech(headed[1], _beginning(lines, headed[0], body))
    if speaker := _by_title(document, people, own):
        return Speech(speaker, _beginning(lines, -1, body))
    return _by_form(document.text, lines) if own else None


def _in_clear_head(lines: Sequence[_Line], people: People) -> tuple[int, str] | None:
    """Return the number of the line that says who speaks, with the day or the title beside it, and who that is."""
    stated = ((number, _stated_at(each.text, people)) for number, each in enumerate(lines))
    named = ((number, _BEFORE_TITLE.fullmatch(each.text)) for number, each in enumerate(lines))
    titled = ((number, name_case(match["name"])) for number, match in named if match)
    return next(((number, name) for number, name in (*stated, *titled) if name), None)


def _by_title(document: Document, people: People, own: bool) -> str | None:
    """Return who speaks by the title alone; its forms that news use as well need the first person plainly (`own`)."""
    found = _in_title(document.title, own)
    unnamed = own and not (found and found.named)
    if unnamed and (name := _stated_at(document.title, people) or named_by_title(document.title)):
        return name
    return _fuller(found, document, people) if found else None


def _stated_at(line: str, people: People) -> str | None:
    """Return who speaks by a line with the day, place or topic before the name, None where the line is a sentence."""
    stated = _STATED_AT.match(line + " ")
    person = person_named(line[stated.end() :], people) if stated else None
    if stated is None or person is None:
        return None
    _, _, behind = line[stated.end() :].rpartition(person[0].split()[-1])
    return None if _SENTENCE.match(behind) else person[0]


def _short(document: Document, people: People, lines: Sequence[_Line], body: int) -> Speech | None:
    """Return a speech under a clear head that says "I" and "we" seldom: its kind and a titled name open the text.

    It needs the first person or a salutation in a few sentences, and both in a long speech, as an envoy reads it. A
    report names who spoke again or, short, has marks of quotation.
    """
    for number in range(min(len(lines), _CLEAR_WITHIN)):
        found = _stated(lines, number, own=False)
        if found is None or not (found[0].named and _is_clear(lines, number, found)):
            continue
        start = _beginning(lines, found[1], body)
        words = document.text[start:]
        said, own = len(words.split()), len(_FIRST.findall(words))
        saluted = _SALUTATION.match(words.lstrip()) is not None
        named = list(re.finditer(rf"\b{re.escape(found[0].name.split()[-1])}\b", words))
        if said <= _SHORT_WORDS:
            spoken = (saluted or own >= max(1, ITS_LEAST * said)) and not (QUOTED.search(words) or named)
        else:
            # Below it notes may name what the same envoy said elsewhere.
            spoken = saluted and own >= _LONG_LEAST and not any(_SENTENCE.match(words, each.end()) for each in named)
        if spoken and not _REPORTS.search(words):
            return Speech(_fuller(found[0], document, people), start)
    return None


def _is_clear(lines: Sequence[_Line], number: int, found: tuple[Found, int]) -> bool:
    """Return whether a head names its speaker with a title or office, and goes on as a head and not as a sentence."""
    joined = "\n".join(each.text for each in lines[number : found[1] + 1])
    opened = _STATED.match(joined.replace("\n", " ") + " ") or ROMANCE.match(joined) or SLAVIC.match(joined)
    if opened is None or joined.endswith((".", "!", "?")):
        return False
    named = joined[opened.end() : found[0].end]
    given, surname = found[0].name.split()[0], found[0].name.split()[-1]
    before = named.lower().partition(given.lower())[0]
    behind = named.lower().rpartition(surname.lower())[2] + joined[found[0].end :].split("\n")[0]
    if not re.search(r"[^\W\d_]", before):
        return not behind.strip() and gender_of(given, "") is not None and given != surname
    return _GOES_ON.match(behind) is not None


def speaks_of_oneself(text: str) -> bool:
    """Return whether a text says "I", "we" or "my" outside of its quotations."""
    return _FIRST.search(QUOTED.sub(" ", text)) is not None


def in_first_person(text: str, share: float) -> bool:
    """Return whether a text speaks in the first person outside of its quotations: in that share of its words."""
    own = QUOTED.sub(" ", text)
    return len(_FIRST.findall(own)) >= max(3, share * len(own.split()))


def _head(text: str, start: int) -> list[_Line]:
    """Return the first lines that hold something and are no furniture."""
    lines: list[_Line] = []
    position, stop = start, min(len(text), start + _HEAD_CHARACTERS)
    while position < stop and len(lines) < _HEAD_LINES:
        newline = text.find("\n", position)
        end = len(text) if newline < 0 else newline
        line = text[position:end].strip(" \t*#_●•")
        if line and not is_furniture(line):
            lines.append(_Line(position, end, line))
        position = end + 1
    return lines


def _stated(lines: Sequence[_Line], number: int, own: bool) -> tuple[Found, int] | None:
    """Return who speaks by the head's line of a number and the ones below it, with the last line that says so."""
    joined = "\n".join(each.text for each in lines[number : number + 5])
    if len(lines[number].text) > _LONGEST_HEAD:
        return None
    if found := _behind_kind(joined, own):
        return found, _line_at(lines, number, found.end)
    if own and is_of_page(lines[number].text):
        return _below_its_page(lines, number)
    if not _ALONE.fullmatch(lines[number].text):
        return None
    for beside in (number + 1, number + 2, number - 1, number - 2):
        if 0 <= beside < len(lines) and is_titled(lines[beside].text) and not _SALUTATION.match(lines[beside].text):
            joined = "\n".join(each.text for each in lines[beside : beside + 2])
            found = speaker_in(joined, strict=True)
            if found and found.named:
                return found, max(number, _line_at(lines, beside, found.end))
    return None


def _below_its_page(lines: Sequence[_Line], number: int) -> tuple[Found, int] | None:
    """Return who stands with a post in a line of his own right below the line that says whose page it is."""
    below = ((at, named_with_post(lines[at].text)) for at in range(number + 1, min(number + 5, len(lines))))
    return next(((Found(name, len(name), True), at) for at, name in below if name), None)


def _behind_kind(joined: str, own: bool) -> Found | None:
    """Return who stands behind the name of a speech at the beginning of a head ("Statement by …").

    Forms that news use as well ("the mayor's speech") count only where the text is plainly in the first person (`own`).
    """
    flat = joined.replace("\n", " ") + " "
    if arabic := ARABIC.match(joined):
        return Found(" ".join(arabic["name"].split()), arabic.end(), True)
    possessed = _possessed(flat) if own else None
    if possessed:
        found = speaker_in(possessed["who"], strict=True)
        return Found(found.name, possessed.end(), True) if found and found.named else None
    for pattern, genitive, strict in (
        (_STATED, False, False), (ROMANCE, False, False), (SLAVIC, True, True),
        *(((_OF, False, True), (_GIVEN_BY, False, True), (_DASHED, False, True)) if own else ()),
    ):  # fmt: skip
        match = pattern.match(flat)
        if match and pattern is _DASHED and is_of_page(joined.split("\n")[0]):
            return None
        if match and (found := speaker_in(joined[match.end() :], genitive=genitive, strict=strict)):
            end = match.end() + found.end
            return None if _SENTENCE.match(joined, end) else Found(found.name, end, found.named)
    return None


def _possessed(head: str) -> re.Match[str] | None:
    """Return the speech whose speaker stands before it, by a title in English and a name in the Nordic languages."""
    english = _POSSESSED.match(head)
    return english if english and TITLED.match(english["who"]) else NORDIC.match(head)


def _in_title(title: str, own: bool) -> Found | None:
    """Return who speaks by a title, or by its last part: "Thank you for the bridge – address by President …"."""
    whole = re.sub(r"\.\w{2,4}$", "", title.strip())
    last = re.split(r"\s[—–-]\s", whole)[-1]
    return _behind_kind(whole, own) or (_behind_kind(last, own) if last != whole and own else None)


def _line_at(lines: Sequence[_Line], number: int, offset: int) -> int:
    for at in range(number, len(lines)):
        offset -= len(lines[at].text) + 1
        if offset <= 0:
            return at
    return len(lines) - 1


def _beginning(lines: Sequence[_Line], named: int, body: int) -> int:
    """Return where the words begin: at the first salutation below the name, else below a line with the day."""
    below = list(lines[named + 1 : named + 16])
    for line in below:
        if _SALUTATION.match(line.text):
            return line.start
        if len(line.text) > 200:
            break
    dated = [line.end for line in below if _DAY_LINE.fullmatch(line.text)]
    if dated:
        return dated[-1]
    named += bool(named >= 0 and below and _ALONE.fullmatch(below[0].text))  # "Harbour Bill Speech to Parliament"
    return lines[named].end if 0 <= named < len(lines) else body


def _fuller(found: Found, document: Document, people: People) -> str:
    """Return the full name for a surname that the text has in full, and an office as the file names its author."""
    if found.named:
        full = people.person(found.name) if " " not in found.name else None
        return full if full and not any(is_title_word(word) or word.islower() for word in full.split()) else found.name
    author = document.author or ""
    key = found.name.split()[-1].lower()
    return author if key in author.lower().split() and len(author) > len(found.name) else found.name


def _by_form(text: str, lines: Sequence[_Line]) -> Speech | None:
    """Return a speech whose first lines address an assembly, of the office named in it with the head's land."""
    for number, line in enumerate(lines[:12]):
        if _ASSEMBLY.match(line.text) and len(line.text) <= 120:
            office = _AS_OFFICE.search(text)
            land = next((land for each in lines[:number] if (land := land_named(each.text))), None)
            return Speech(f"the {office['office']} of {land}" if office and land else None, line.start)
    return None
