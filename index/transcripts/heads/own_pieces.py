"""A document that is one person's own piece: of who introduces himself in its first words, signs it, or is its author.

An opinion column, a public comment or a blog post says "I" outside of its quotations again and again, quotes little and
has no questions on lines of their own: what it says are its writer's words. A report says "I" only in what it quotes.
Who signs below may quote more: a councillor's letter to the village gives what a fund's prospectus says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.dates.metadata import header_end
from index.names.titles import INSTITUTION, given_and_surname, is_title_word, split_title
from index.people.people import People
from index.people.writers import byline, is_byline, is_interview, states_author
from index.records import Document
from index.text.countries import country
from index.text.expressions import expression
from index.text.word_lists import given_names
from index.transcripts.courtesies import closes_letter
from index.transcripts.heads.speech_titles import BEFORE, KIND
from index.transcripts.heads.speeches import ITS_LEAST, QUOTED, Speech, in_first_person
from index.transcripts.whose.reference_lists import list_at_end

OWN_LEAST, OWN_SHARE, LETTER_SHARE = 3, 0.01, 0.02
"""So often, and in so many of its words outside of quotations, a piece says "I" or "my"; a letter "we" as well."""
ASKS_BEHIND = 600
"""Characters of a piece behind which a line that only asks may be its writer's."""
QUOTED_MOST, LONGEST_QUOTED, LONGEST_SIGNED = 0.15, 25, 60
"""A piece that quotes more than this share of itself, or so many words at once, may be about somebody else's words; of
a signed one the last counts."""
_I = expression(
    r"\b(?:I|[Mm]y|[Mm]e|[Mm]yself|[Ii]ch|[Mm]ein\w{0,2}|[Mm]ir|[Jj]e|[Mm]oi|[Яя]|[Мм]не|[Мм]ой|[Mm]nie|[Mm]ój)\b"
)
_ASKS = expression(r"^[\W_]{0,9}[^\n]{8,300}\?[*_ \t]{0,9}$", re.MULTILINE)
_SET_IN = expression(r"^[ \t]{0,8}>[^\n]*(?:\n[ \t]{0,8}>[^\n]*){0,200}", re.MULTILINE)
"""Words that Markdown sets in, which mostly are another's."""
_YOU = expression(r"\b[Yy]ou(?:r|rs|rself)?\b")
_NAME = r"[^\W\d_a-z][\w.’'-]{0,30}(?: [^\W\d_a-z][\w.’'-]{0,30}){1,3}"
_INTRODUCES = expression(
    r"\W{0,9}(?:(?:Hello|Hi|Good (?:morning|afternoon|evening)|Thank you)[^.!\n]{0,60}[.,!] ?){0,2}"
    rf"[Mm]y name(?:[’']s| is) (?P<name>{_NAME})(?=[,.;\n]| and )"
)
_WROTE = expression(
    r"\b(?P<name>[^\W\d_a-z][\w’'-]{1,30}(?: [^\W\d_a-z][\w.’'-]{1,30}){0,2}) (?:has )?(?:wrote|written) this "
    r"(?:essay|piece|article|column|post|op-ed|letter|text)\b[^\n]{0,600}\n"
)
"""What stands above somebody's essay in a magazine: "Ruiz wrote this essay for The Quay"."""
_STANDFIRST = 2_000
_SPEECH = expression(
    rf"(?:[^\n]{{1,200}}: )?(?:the )?(?:{BEFORE} ){{0,3}}{KIND}(?: (?:to|at|on|before|in|for)\b|[,:]|$)", re.IGNORECASE
)
"""A title that calls a text a speech: "Address to the dinner of the guild", "A lock for all: speech, Vesk"."""
_LETTER = expression(
    r"(?:[^\n]{0,80}?\b)?(?:letter|note|message|greetings?|farewell|goodbye|hello|welcome|words?|thoughts|reflections)"
    r"(?: and [a-z]{3,12})?,? from (?:(?:our|your|my|the|an?) )?[^\n]{3,80}"
    r"|from (?:our|your|the) [^\n]{3,60}?: ?[^\n]{3,80}|(?:the )?(?:editor|director|president|chair\w{0,6})[’']s "
    r"(?:letter|note|message|column|report|desk|corner)\b[^\n]{0,60}",
    re.IGNORECASE,
)
"""A title that calls a text its writer's word to its readers: "A year-end letter from our director"."""
_SEVERAL = expression(r"\b(?:and|und|et|y|i|и|та)\b|[,&/]")
_FULL_NAME = expression(
    r"[^\W\d_a-z][^\W\d_A-Z]+(?: (?:[A-Z]\.|[a-z]{2,3}|[^\W\d_a-z][\w’'-]+)){0,2} [^\W\d_a-z][\w’'-]+"
)
_BODY = expression(
    rf"{INSTITUTION.pattern}|\b(?:Team|Staff|Desk|Editors?|Admin|News|Press|Media|Daily|Weekly|Magazine|Blog|Project|Watch"
    r"|Campaign|Community|Club|Lab|Labs|Guest|Contributors?|Correspondents?|Reporters?|Writers?|Collective|Volunteers?|Friends"
    r"|Support|Studio|Software|Security|Research|Today|Online|Radio|Voice|Digest|Review|Chronicle|Post)\b",
    re.IGNORECASE,
)
_NOTE = expression(r"\([^()]{1,60}\)")

_CAPITAL = r"[^\W\d_a-z][\w’'-]*\.?"
_TITLED = r"(?:(?i:cllr|councill?or|rev|dr|mayor|mrs?|ms|prof(?:essor)?)\.? )?"
_FOUND = r"[\w.+-]{1,40}@[\w.-]{3,60}|\+?[\d ]{4,16}"
_SIGNED = expression(
    r"(?:(?<=\n)|(?<=[.!?…])(?<!\b[MDS][rstx]\.)(?<!\bMrs\.)|(?<=[.!?…][”\"')]))[ \t*_]*"
    r"(?P<regards>(?i:(?:with )?(?:(?:many|kind|kindest|best|warm) )?(?:thanks|regards|wishes))[,.]?[ ])?"
    rf"(?P<title>{_TITLED})(?P<name>{_CAPITAL} {_CAPITAL}(?: {_CAPITAL})?)"
    rf"(?P<post>(?:,? (?:{_CAPITAL}|[A-Z&]{{1,9}}|of|for|the|and|{_FOUND})){{0,12}})[ \t*_]*\Z"
)
"""The name at the very end of a text, with what its bearer is and where he is found: "Ana Ruiz, Ward Councillor"."""
_LONGEST_SIGNATURE, _POST_WITHIN = 300, 3
_NAME_LINE = expression(
    rf"^[ \t*_–—-]{{0,4}}{_TITLED}(?P<name>{_CAPITAL}(?: {_CAPITAL}){{1,3}})(?:[,(–—-][^\n.!?]{{0,60}})?[ \t*_,]*$",
    re.MULTILINE,
)


def own_piece_of(document: Document, people: People) -> Speech | None:
    """Return whose own piece a document is and where its words begin, None where it is none or not surely."""
    if document.speaker or "speaker" in dict(document.read):
        return None
    signed = _signed(document.text)
    longest = LONGEST_SIGNED if signed else LONGEST_QUOTED
    if not (_is_own(document, longest) or _is_speech(document) or _is_letter(document)):
        return None
    start = _behind_head(document.text)
    if not signed and (told := _told_above(document.text, people)):
        return told
    name = _introduced(document.text, start) or _author(document)
    if signed and name in (None, signed[0]):
        return Speech(signed[0], start, signed[1])
    # Titles of what is linked to are others' words.
    return Speech(people.person(name) or name, start, list_at_end(document.text)) if name and not signed else None


def _signed(text: str) -> tuple[str, int] | None:
    """Return who signs at the very end of a text and where the signature begins; None where others sign in it too.

    Who signs is not spoken of above, as whom a page's last lines link to is: "Ana Ruiz Closes The Lock".
    """
    body = text.rstrip()
    match = _SIGNED.search(body, max(0, len(body) - _LONGEST_SIGNATURE))
    if match is None:
        return None
    first, second, *third = match["name"].split()
    whole = bool(third) and (not match["post"] or second.lower().strip(".") in given_names() or len(second) < 3)
    whole = whole and not is_title_word(third[0])
    name, post = (
        (match["name"], match["post"]) if whole else (f"{first} {second}", f"{' '.join(third)} {match['post']}")
    )
    above = body[: match.start("name")]
    if not given_and_surname(name) or not _tells_a_post(post, bool(match["title"])):
        return None
    others = (each["name"] for each in _NAME_LINE.finditer(above))
    spoken_of = re.search(rf"\b{re.escape(name.split()[-1])}\b", above)
    if spoken_of or any(map(closes_letter, body.split("\n"))) or any(map(given_and_surname, others)):
        return None
    return name, match.start("regards") if match["regards"] else match.start("name")


def _tells_a_post(behind: str, titled: bool) -> bool:
    """Return whether what stands behind a name at a text's end is nothing, or tells what its bearer is or where."""
    words = [each.strip(",") for each in behind.split()]
    return not words or titled or "@" in behind or any(map(is_title_word, words[:_POST_WITHIN]))


def _is_own(document: Document, longest: int) -> bool:
    text = document.text
    asked = list(_ASKS.finditer(text))
    if is_interview(document) or not _are_its_own(text, asked):
        return False
    quoted = [match[0] for each in (QUOTED, _SET_IN) for match in each.finditer(text)]
    if sum(map(len, quoted)) > QUOTED_MOST * len(text) or any(len(each.split()) > longest for each in quoted):
        return False
    outside = QUOTED.sub(" ", text)
    share = OWN_SHARE * (1 + bool(asked))
    return len(_I.findall(outside)) >= max(OWN_LEAST, share * len(outside.split()))


def _are_its_own(text: str, asked: Sequence[re.Match[str]]) -> bool:
    """Return whether lines that only ask may be the writer's own: one behind the beginning, plain, that asks no "you".

    Any other may be somebody else's: an interviewer's, a reader's.
    """
    plain = (
        each.start() > ASKS_BEHIND and each[0].lstrip()[:1].isalpha() and not _YOU.search(each[0]) for each in asked
    )
    return len(asked) < 2 and all(plain)


def _is_speech(document: Document) -> bool:
    """Return whether a title calls a text that says "I" a speech, in which its author may ask and quote."""
    return bool(_SPEECH.match(document.title)) and in_first_person(document.text, ITS_LEAST)


def _is_letter(document: Document) -> bool:
    """Return whether a title calls a text somebody's letter or note, which says "I", and "we" of a body's people."""
    text = QUOTED.sub(" ", document.text)
    own = _I.search(text) is not None and not _SET_IN.search(text) and in_first_person(document.text, LETTER_SHARE)
    _, _, whom = document.title.partition(" from ")
    called = _LETTER.fullmatch(document.title.strip()) or (document.author or "?").split()[-1] in whom
    return own and bool(called) and not is_interview(document)


def _behind_head(text: str) -> int:
    """Return where the words begin behind a header and a byline."""
    start = header_end(text)
    for line in text[start : start + 1_000].splitlines(keepends=True)[:4]:
        if is_byline(line.strip()):
            return start + text[start:].index(line) + len(line)
    return start


def _introduced(text: str, start: int) -> str | None:
    match = _INTRODUCES.match(text, start)
    return match["name"].rstrip(".") if match and given_and_surname(match["name"].rstrip(".")) else None


def _told_above(text: str, people: People) -> Speech | None:
    """Return whose essay a text is by the paragraph above it, which says who wrote it; its words begin below."""
    match = _WROTE.search(text, 0, _STANDFIRST)
    name = people.person(match["name"]) if match else None
    return Speech(name, match.end()) if match and name and given_and_surname(name) else None


def _author(document: Document) -> str | None:
    """Return the one person who wrote a document by its byline or its author field, not by a file's properties."""
    if named := byline(document.text):
        return named[0] if len(named) == 1 else None
    if not states_author(document):
        return None
    written = _NOTE.sub("", document.author or "").strip()
    name = split_title(written)[0] or written
    return None if _SEVERAL.search(written) or not _is_a_persons(name, document.text) else name


def _is_a_persons(name: str, text: str) -> bool:
    """Return whether an author field's words are a person's name: by the given name, or as no word of them is another.

    A team, a desk and a paper write too: "Weir Watch", "Community Team".
    """
    if given_and_surname(name):
        return True
    words = name.split()
    bare = [each.strip(".").lower() for each in words]
    common = any(re.search(rf"(?<![\w@/.-]){re.escape(each)}\b", text) for each in bare if len(each) > 2)
    named = _FULL_NAME.fullmatch(name) is not None and not any(map(is_title_word, words))
    return named and not common and not _BODY.search(name) and not country(bare[0])
