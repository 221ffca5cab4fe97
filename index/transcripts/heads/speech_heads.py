"""The head of a speech read word by word: the name of who speaks behind titles and offices, else the office.

"Statement by H.E. Mr …", "DISCURSO DEL PRESIDENTE DE …, SEÑOR …", a name on the line below: a name stands behind a
title, a comma or a line's end, never inside the office's own complement ("of the Republic of …").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.names.russian_names import nominative
from index.names.titles import SURNAMES_TOO, given_and_surname, is_title_word, name_case, role_key
from index.text.countries import country, unified
from index.text.expressions import expression

_HONORIFIC = expression(
    r"(?:the|his|her|their|[hs]\.?[ ]?e\.?|s\.?e\.?m\.?|s\.a\.s\.?|h\.?[rs]\.?h\.?|[hs]\.m\.|hon(?:ou?rable)?|rt"
    r"|right|most|very"
    r"|excellency|excellence|mr|mrs|ms|miss|mx|dr|prof|professeur|profesora?|eng|sir|dame|lord|lady|m|mme|mgr"
    r"|monsieur|madame|son|sa|le|la|l[’']honorable|el"
    r"|excmo|excma|excelent[íi]sim[oa]|sr|sra|señora?|senhora?|don|doña|dott|dottor|signora?|herrn?|frau|господина"
    r"|госпожи|г-на|г-жи"
    r"|eminence|beatitude|holiness|cardinal|archbishop|bishop|monsignor|msgr|patriarch|metropolitan"
    r"|его|её|превосходительства|pana|pani|majesty|royal|highness|serene|altesse|s\.a\.r|пана|пані)\.?",
    re.IGNORECASE,
)
_NAMING = frozenset(
    """
    h.e he s.e mr mrs ms miss mx dr prof excellency excellence hon monsieur madame mme m señor señora senhor senhora
    sr sra signor signora herr herrn frau господина госпожи г-на г-жи hr пана пані don doña sir dame lord
    lady""".split()
)
"""Behind these stands a name, whatever stood before."""
_CIVIL = frozenset("mr mrs ms miss dr".split())
_OFFICES = frozenset(
    """bundesministerin bundesminister bundeskanzler bundeskanzlerin bundespräsident bundespräsidentin ministerin
    ministerpräsident ministerpräsidentin präsident präsidentin außenminister außenministerin kanzler kanzlerin
    bürgermeister bürgermeisterin botschafter botschafterin presidente presidenta ministro ministra primer primera
    primeiro primeira canciller alcalde alcaldesa premier président présidente ministre ministère chef secrétaire
    prince princesse roi reine maire premier première vice embajador embajadora ambassadeur ambassadrice relaciones
    exteriores sindaco sindaca onorevole chief президента министра премьер-министра премьер-министром премьера главы
    председателя посла представителя секретаря губернатора мэра канцлера короля міністра прем'єр-міністра прем’єр-
    міністра голови посла президент министр премьер-министр глава председатель rais mwalimu""".split()
)
_MINISTER = expression(r"[^\W\d_]+minister(?:n|en)?", re.IGNORECASE)
"""An office in one word, as the Nordic languages and Dutch write it: "statsminister", "försvarsministern"."""
_OF = frozenset("of for de del della dello dei du des do da dos das d' von der den des для und".split())
_ARTICLES = frozenset({"a", "an", "the"})
_DETERMINERS = frozenset("the his her their le la el".split())
"""What stands before a title and is none: "The Case for a Bridge" is nobody."""
_PARTICLES = frozenset("de da do di del della dos das du van von der den bin ibn binti al el la le y e ben".split())
_LEAVING = frozenset(
    """at on to before in during after for from following upon about regarding commemorating announcing marking and & au
    aux à devant lors en ante con durante alla al allo davanti bei beim vor auf zur zum anlässlich на в перед по при
    w na podczas sur sobre em no na as ahead with against head vid när i på inför till ved til""".split()
)
_NO_NAME = frozenset(
    """general assembly nations united session debate council summit conference republic kingdom check delivery page
    mission permanent government national statement speech address remarks excellencies ladies gentlemen
    distinguished messieurs mesdames señores señoras dear final draft foreign affairs minister ministers president
    parliament state states organization ministry office affairs government europe union community committee
    commission group federal international cooperation justice finance health trade asamblea naciones unidas nación
    nations unies assemblée générale república république federation islands island people democratic common wealth
    commonwealth external relations business leader opposition party house budget security development environment
    education defence defense interior economy energy climate harbour press day week year финансов дел республики
    федерации россии украины беларуси""".split()
)
_LANDLIKE = frozenset(
    "nación nación, república república, nation россии украины беларуси україни росії білорусі казахстана".split()
)
_BODY = expression(
    r"\b(?:ministry|office|council|committee|government|delegation|mission|group|union|party|association|embassy|board|spokes\w+"
    r"|commission|agency|department|bureau|authority|secretariat|foundation|company|church)\b",
    re.IGNORECASE,
)
_WORDLIKE = expression(r"[^\W\d_](?:[\w.’'-]*[\w.’'])?")
_MONTHS = frozenset(
    """january february march april may june july august september october november december monday tuesday
    wednesday thursday friday saturday sunday""".split()
)


@dataclass(frozen=True)
class Token:
    """A word of a head with what parts it from its neighbours."""

    text: str
    start: int
    end: int
    breaks: bool
    """Whether a comma, bracket or other mark stands between it and the next word."""
    opens_line: bool


@dataclass(frozen=True)
class Found:
    """Who speaks by the head: the name, or the office where no name stands; `end` is where that ends."""

    name: str
    end: int
    named: bool


def head_tokens(text: str) -> list[Token]:
    """Return the words of a head, which may be several lines."""
    tokens: list[Token] = []
    for match in re.finditer(r"\S+", text):
        bare = re.sub(r"^[(\[“\"«*_•●]+|[,;:)\]”\"»*_]+$", "", match[0])
        if not bare:
            continue
        if glued := re.match(r"(?:H\.E\.|S\.E\.|Hon\.)(?=[^\W\d_]{2})", match[0]):
            bare = bare[glued.end() :]
        newline = "\n" in text[tokens[-1].end if tokens else 0 : match.start()]
        opening = match[0][0] in '([“"«'
        if opening and tokens:
            last = tokens[-1]
            tokens[-1] = replace(last, breaks=True)
        breaks = match[0][-1] in ',;:)]”"»' or bare in {"-", "–", "—"}
        tokens.append(Token(bare, match.start(), match.end(), breaks=breaks, opens_line=newline))
    return tokens


def speaker_in(text: str, *, genitive: bool = False, strict: bool = False) -> Found | None:
    """Return who speaks by the words behind "Statement by": a name, else the office as it is written, or None.

    `genitive` where the language puts names in it, `strict` where only a name behind a title counts.
    """
    tokens = head_tokens(text)
    start = next((at for at, token in enumerate(tokens) if token.text not in {"-", "–", "—"}), len(tokens))
    run, titled = _first_name(tokens, start, strict)
    if run:
        end = tokens[run[-1]].end
        # "Tell's speech — Tom Reed, staff writer" was written by Reed.
        is_byline = strict and not titled and run[0] == start and text[end - 1 : end] in {",", ";"}
        if is_byline or _is_joined(tokens, run[-1] + 1):
            return None
        return Found(_written([tokens[n].text for n in run], genitive), end, True)
    return _office(text, tokens[start:], genitive) if not strict or titled else None


def _first_name(tokens: Sequence[Token], start: int, strict: bool) -> tuple[list[int], bool]:
    """Return the numbers of the words of the first name, and whether a title stands before it or without one.

    A name begins the head, a line or what follows a mark, a title or an office with its land.
    """
    fresh, titled, at = True, False, start
    while at < len(tokens):
        token = tokens[at]
        if titled and _opens_complement(tokens, at):
            at = _behind_land(tokens, at)
            fresh = True
            continue
        if _leaves(token) or at - start > 30:
            break
        if _is_title(tokens, at):
            fresh, titled = True, titled | _is_more_than_article(token)
        elif not (titled and fresh and _is_land(token.text)):
            run = _name_at(tokens, at, strict and not titled) if fresh or token.opens_line else []
            if run:
                return run, titled
            fresh = False
        fresh = fresh or token.breaks
        at += 1
    return [], titled


def _is_more_than_article(token: Token) -> bool:
    return token.text.lower() not in _DETERMINERS


def _name_at(tokens: Sequence[Token], at: int, bare: bool) -> list[int]:
    """Return the numbers of the words of the name at a word; a bare one begins a line or is plainly somebody's."""
    run = _name_run(tokens, at)
    return [] if run and bare and not (tokens[at].opens_line or _is_given_and_surname(tokens, run)) else run


def _is_given_and_surname(tokens: Sequence[Token], run: Sequence[int]) -> bool:
    """Return whether words with no title before them are a person's name and no more: none of a topic or a place."""
    last = tokens[run[-1]]
    ends = last.breaks or run[-1] + 1 == len(tokens) or tokens[run[-1] + 1].text in {"-", "–", "—"}
    return ends and given_and_surname(" ".join(tokens[at].text for at in run))


def _is_joined(tokens: Sequence[Token], stop: int) -> bool:
    """Return whether "and" stands behind a name: two speak."""
    if stop >= len(tokens) or tokens[stop - 1].breaks:
        return False
    return tokens[stop].text.lower() in {"and", "&", "и", "et", "y", "und"}


def _is_title(tokens: Sequence[Token], at: int) -> bool:
    word = tokens[at].text
    if word in {"H.", "S."} and at + 1 < len(tokens) and tokens[at + 1].text == "E.":
        return True
    if word == "E." and at and tokens[at - 1].text in {"H.", "S."}:
        return True
    if word == "Hon" and at and tokens[at - 1].text.lower().rstrip(".") in _CIVIL:
        # "Mr Hon Sui Tell" is a Mr Hon.
        return False
    called = _HONORIFIC.fullmatch(word) or _MINISTER.fullmatch(word)
    return bool(called) or is_title_word(word) or word.lower() in _OFFICES


def _opens_complement(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a word goes on with an office ("of Vesk"), and not with a name ("Mr de la Vega")."""
    return tokens[at].text.lower() in _OF and not (at and tokens[at - 1].text.lower().strip(".") in _NAMING)


def _leaves(token: Token) -> bool:
    """Return whether the head goes on with where or on what was spoken."""
    lowered = token.text.lower()
    return lowered in _LEAVING or any(map(str.isdigit, token.text)) or lowered in _MONTHS and token.text.istitle()


def _is_land(word: str) -> bool:
    return bool(country(word) or country(unified(word))) or word.lower() in _LANDLIKE


def _behind_land(tokens: Sequence[Token], at: int) -> int:
    """Return the number of the first word behind an office's complement: a land of one word, or all up to a mark."""
    number = at + 1
    while number < len(tokens) and tokens[number].text.lower() in {"the", "la", "el", "le", "l'", "l’"}:
        number += 1
    if number < len(tokens) and _is_land(tokens[number].text):
        return number + 1
    while number < len(tokens):
        token = tokens[number]
        if tokens[number - 1].breaks or token.opens_line or _leaves(token) or token.text.lower().rstrip(".") in _NAMING:
            return number
        if token.text.lower() in {"h.e.", "s.e."} or re.fullmatch(r"(?:[^\W\d_]\.){2,3}[^\W\d_]{3,}", token.text):
            return number
        number += 1
    return number


def _name_run(tokens: Sequence[Token], at: int) -> list[int]:
    """Return the numbers of the words of the name that begins at a word, none where no name does."""
    run: list[int] = []
    titled = at > 0 and _is_title(tokens, at - 1) and _is_more_than_article(tokens[at - 1])
    for number in range(at, min(len(tokens), at + 9)):
        if not _can_be_in_name(tokens, number, at) or run and _ends_name(tokens, run, number):
            break
        run.append(number)
        if tokens[number].breaks:
            break
    while run and tokens[run[-1]].text.lower() in _PARTICLES:
        run.pop()
    run = _of_person(tokens, run)
    words = [tokens[number].text for number in run]
    return run if _is_name(words, titled) else []


def _of_person(tokens: Sequence[Token], run: list[int]) -> list[int]:
    """Return the words of a run that are a person's: none of his post in capitals, nor of what he does or speaks on.

    "NSPR Ana Ruiz", "Ana Ruiz A New Quay", "ANA RUIZ OPEN THE QUAY".
    """
    words = [tokens[at].text for at in run]
    if len(words) < 3:
        return run
    if words[0].isupper() and not words[1].isupper() and given_and_surname(" ".join(words[1:])):
        return run[1:]
    opens = next((at for at in range(2, len(words)) if words[at].lower() in _ARTICLES), len(words))
    below = tokens[run[-1] + 1].text.lower() if run[-1] + 1 < len(tokens) and not tokens[run[-1]].breaks else ""
    goes_on = opens < len(words) - 2 or below == "the"
    return run[:2] if goes_on and given_and_surname(" ".join(words[:2])) else run


def _can_be_in_name(tokens: Sequence[Token], number: int, at: int) -> bool:
    """Return whether a word is written as those of a name that begins at `at`: with a capital, or a particle."""
    word = tokens[number].text
    if not _WORDLIKE.fullmatch(word.rstrip(".")):
        return False
    if not word.islower():
        return True
    behind = at > 0 and tokens[at - 1].text.lower().strip(".") in _NAMING
    return word in _PARTICLES and (number > at or behind) and _before_a_name(tokens, number)


def _ends_name(tokens: Sequence[Token], run: Sequence[int], number: int) -> bool:
    """Return whether a word is none of the name before it any more: on the next line, or a title of its own."""
    token = tokens[number]
    if token.opens_line and not _goes_on(tokens, run, number) or _is_deed(tokens, number):
        return True
    is_title = is_title_word(token.text) and not _is_last_of_name(tokens, number)
    return _leaves(token) or is_title or token.text.lower() in _OFFICES


def _is_last_of_name(tokens: Sequence[Token], number: int) -> bool:
    """Return whether a title that is a surname too ends a name: "Mr Ravi Sen", and no "Sen." before another."""
    word = tokens[number].text
    if word.lower() not in SURNAMES_TOO or not word[:1].isupper():
        return False
    behind = tokens[number + 1] if number + 1 < len(tokens) and not tokens[number].breaks else None
    return behind is None or behind.opens_line or not behind.text[:1].isupper()


def _is_deed(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a word tells what somebody does, though it has a capital: "Ana Ruiz Honoring the Fire Brigade"."""
    following = tokens[at + 1].text if at + 1 < len(tokens) and not tokens[at].breaks else ""
    return tokens[at].text.lower().endswith("ing") and following in _DONE_TO


_DONE_TO = frozenset("the a an his her their our its".split())


def _before_a_name(tokens: Sequence[Token], at: int) -> bool:
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    return following[:1].isupper() or following in _PARTICLES


def _goes_on(tokens: Sequence[Token], run: Sequence[int], number: int) -> bool:
    """Return whether a name that a line's end cuts goes on below: a given name alone, a surname in capitals."""
    full = [tokens[n].text for n in run if len(tokens[n].text.strip(".")) > 2 and "." not in tokens[n].text[:-1]]
    line = _rest_of_line(tokens, number)
    if len(line) > 3 or not all(map(_is_word_of_name, line)):
        return False
    surname = len(line) == 1 and line[0].isupper() and not all(word.isupper() for word in full)
    return len(full) < 2 or surname


def _rest_of_line(tokens: Sequence[Token], number: int) -> list[str]:
    """Return the words from one on to a mark or the line's end."""
    line = [tokens[number].text]
    for at in range(number, len(tokens) - 1):
        if tokens[at].breaks or tokens[at + 1].opens_line:
            break
        line.append(tokens[at + 1].text)
    return line


def _is_word_of_name(word: str) -> bool:
    if not word[:1].isupper() or word.lower() in _LEAVING | _NO_NAME:
        return False
    return not country(word) and not is_title_word(word)


def _is_name(words: Sequence[str], titled: bool) -> bool:
    letters = [word for word in words if len(word.strip(".")) > 1]
    if not letters or any(word.lower().strip(".") in _NO_NAME or word.lower() in _LEAVING for word in words):
        return False
    if any(word.lower().endswith(("'s", "’s")) for word in words[:-1]):
        # "Vesk's Plan" is whose plan it is.
        return False
    if len(words) == 1:
        initials = re.fullmatch(r"(?:[^\W\d_]\.){1,3}[^\W\d_]{3,}", words[0])
        return bool(initials) or (titled and not country(words[0]) and words[0].lower() not in _LANDLIKE)
    return not all(country(word) for word in words)


def _written(words: Sequence[str], genitive: bool) -> str:
    """Return a name in the letters of names: "Tshering TOBGAY" -> "Tshering Tobgay"."""
    cased = " ".join(words)
    cased = (
        name_case(cased)
        if cased.isupper()
        else " ".join(word.title() if word.isupper() and len(word) > 3 else word for word in words)
    )
    cased = re.sub(r"[’']s$|,? (?:Ph\.?d\.?|M\.?P\.?|[KQ]C|CSC|OAM|[CMO]BE|CMG)$", "", cased, flags=re.IGNORECASE)
    cased = re.sub(r"^D\. (?=\S+ \S)", "", cased)
    return nominative(cased) if genitive else cased


def _words_of_office(tokens: Sequence[Token]) -> list[Token]:
    words: list[Token] = []
    for token in tokens[:14]:
        below = len(words) > 2 and token.opens_line and words[-1].text.lower() not in _OF | {"the"}
        if below or _leaves(token) and token.text.lower() != "for":
            break
        words.append(token)
        if token.breaks:
            break
    return words


def _office(text: str, tokens: Sequence[Token], genitive: bool) -> Found | None:
    """Return the office or body that the head names instead of a person, up to a mark or the line's end."""
    words = _words_of_office(tokens)
    phrase = " ".join(token.text for token in words)
    known = role_key(phrase) or _BODY.search(phrase) or any(token.text.lower() in _OFFICES for token in words)
    if not words or not known:
        return None
    if genitive:
        first = nominative(words[0].text).capitalize()
        phrase = " ".join([first, *(token.text for token in words[1:])])
    if phrase.isupper():
        phrase = name_case(phrase)
    return Found(phrase, words[-1].end, False)
