"""Who speaks by a speech's title: one part of it names the kind of speech, another the person with the office.

"Statement of Vesk, 2031 — Mr. Odran Tell, Prime Minister", "Remarks to the Board (Ana Ruiz, Chair)", "State of the
Nation Address, Ana Ruiz, 4 May 2031".
"""

from __future__ import annotations

import re

from index.names.titles import gender_of, given_and_surname, is_title_word, role_key
from index.text.countries import country, unified
from index.text.expressions import expression
from index.transcripts.heads.speech_heads import speaker_in

BEFORE = (
    r"(?:full text of|transcript(?: of|:)?|text of|the|opening|closing|keynote|inaugural|national|country|written"
    r"|oral|plenary"
    r"|official|prepared|radio|televised|evening|annual|commencement|welcome|introductory|video|budget|farewell"
    r"|press|victory"
    r"|concession|acceptance|new year(?:[’']s)?|night|morning|joint|live|special|ministerial)"
)
KIND = (
    r"(?:statement|speech|remarks|address|intervention|lecture|keynote|message|allocution|toast|sermon|homily"
    r"|testimony|eulogy|tribute|oration)s?"
)
ROMANCE = expression(
    r"(?:texte? de l[’'])?(?:allocution|discours|d[ée]claration|mot|message)(?: prononcée?)? (?:par|de|du|d[’']) ?"
    r"|(?:discurso|palabras|intervención|declaración|mensaje|alocución|pronunciamiento|intervenção|declaração)"
    r"(?: pronunciad[oa])?"
    r" (?:por|de|del|do|da) "
    r"|(?:intervento|discorso|dichiarazione|messaggio|intervention) (?:di|del|della|dell[’']|de|du|d[’']) ?"
    r"|(?:rede|ansprache|statement|erklärung|grußwort) (?:von|der|des) "
    r"|(?:[^\W\d_]{3,15} )?(?:\w{0,20}tal|\w{0,20}anförande|\w{0,20}tale|innlegg|indlæg|puhe|toespraak|speech)"
    r" (?:av|af|från|fra|van|door) ",
    re.IGNORECASE,
)
NORDIC = expression(
    r"(?P<who>[^\n.:;?!“\"]{3,80}?[^\W\d_])s (?:[^\W\d_]{3,15} )?"
    r"\w{0,20}(?:tal|anförande|tale|innlegg|indlæg)(?= (?:vid|under|på|i|till|inför|ved|til|om|den|for|för)\b| ?$)",
    re.IGNORECASE,
)
"""A speech whose speaker stands before it as a genitive: "Statsminister Ona Bergs tal vid …"."""
SLAVIC = expression(
    r"(?:стенограмма |текст )?(?:выступлени[ея]|заявлени[ея]|речь|речи|обращени[ея]|послание|доклад|виступ|заява"
    r"|промова|звернення) ",
    re.IGNORECASE,
)
ARABIC = expression(
    r"(?:كلمة|بیان|بيان|خطاب) [\u0600-\u06ff ]{2,80}?(?:(?<= )د\.|السید |السيد |السیدة |السيدة )\s*"
    r"(?P<name>[\u0600-\u06ff ]{4,50}?)"
    r"(?= ?(?:\n|أمام|امام|في |فی |،|$))"
)
TITLED = expression(
    r"(?:(?:his|her) (?:excellency|majesty)|h\.? ?e\.?|(?:the )?(?:rt\.? )?hon(?:ou?rable)?\b|mr\.? |mrs\.? |ms\.? "
    r"|dr\.? |(?:the )?(?:prime )?"
    r"(?:president|minister|secretary|ambassador|governor|mayor|chancellor|senator)\b|bundes\w+ |(?:außen"
    r"|premier)?minister(?:in)? "
    r"|(?:s\.?e\.? )?(?:m\.|mme\.?|monsieur|madame) |señora? |excm[oa]\.? )",
    re.IGNORECASE,
)
_POST = (
    r"(?:(?:Vice|Prime|First|Deputy|Foreign|Acting) ){0,2}(?:President|Minister|Secretary|Chancellor|Premier|Mayor|"
    r"Governor|Senator|Ambassador|Commissioner|King|Queen|Director|Secretary[- ]General|High Representative)"
)
_POST_AND_NAME = rf"(?:the )?{_POST} [^\W\d_a-z][\w.’'-]{{1,30}}(?: [^\W\d_a-z][\w.’'-]{{1,30}}){{0,2}}"
_SEVERAL = expression(
    rf"\b(?:by|from) {_POST_AND_NAME}(?: [Oo]f (?:the )?[^\W\d_a-z]\w{{1,30}}(?: [^\W\d_a-z]\w{{1,30}}){{0,2}})?"
    rf",? (?:and )?{_POST_AND_NAME}"
)
_STATE_OF = r"state of the (?:union|nation|state|city|county|province|territory|university)"
_SPEECH = expression(
    rf"(?:the )?(?:{_STATE_OF}(?: ?/ ?| )?)?(?:(?:(?:{BEFORE}) ){{0,4}}{KIND}|(?<=\w)(?= ?$))(?P<rest>[^\n]*)",
    re.IGNORECASE,
)
_PARTS = expression(r"\s[—–-]{1,2}\s|[:;,|]\s|\s[(\[]")
_PARTICLE = r"(?:(?:de|da|do|di|del|van|von|der|den|bin|ibn|al|el|la|le)[ ]){0,2}"
_WORD = r"[^\W\d_a-z][\w.’'-]*"
_NAME = rf"(?P<name>{_WORD}(?:[ ]{_PARTICLE}{_WORD}){{1,4}})"
_WITH_OFFICE = expression(rf"{_NAME}[ ]?(?:,[ ]|[(\[])(?P<office>[^\n]{{3,100}}?)[)\]]?")
_BARE = expression(rf"{_NAME}[)\]]?")
_DAY = r"(?:(?:\d{1,2} )?[A-Z][a-z]+(?: \d{1,2},)? )?\d{4}(?:-\d\d){0,2}"
_WITH_DAY = expression(rf"{_NAME}(?:, | [—–-] ){_DAY}")
_TOWNS = expression(r"(?:Town|City|Beach|Springs|Harbou?r|Island|Bay)$")
"""How a name ends that is a place's: a day stands behind where something was said too."""
_OF_SOMEBODY = expression(r"[ ]*(?:of|by|from)[ ](?:the[ ])?(?P<whose>[^\n—–:;(]+)", re.IGNORECASE)
_WRITES = expression(
    r"\b(?:writer|reporter|correspondent|columnist|editor|staff|photo\w*|journalist|analyst)\b", re.IGNORECASE
)


def named_by_title(title: str) -> str | None:
    """Return the person whose speech a title says that its text is, None where it says nobody's or somebody else's."""
    title = title.strip()
    for mark in _PARTS.finditer(title):
        before, behind = title[: mark.start()].strip(), title[mark.end() :].strip()
        if (speech := _SPEECH.fullmatch(before)) and not _names_another(speech["rest"]):
            loose = mark[0].strip() != ","
            if person := _person(behind, loose=loose):
                return person
        if _SPEECH.fullmatch(behind) and mark[0].strip() not in {",", "(", "["} and (person := _person(before)):
            return person
    return None


def _names_another(rest: str) -> bool:
    """Return whether a kind of speech is said to be somebody's already: "Remarks by the President"."""
    of = _OF_SOMEBODY.match(rest)
    if of is None or country(of["whose"].strip(" ,")):
        return False
    found = speaker_in(of["whose"], strict=True)
    return found is not None


def _person(words: str, *, loose: bool = True) -> str | None:
    """Return whom words name that are a name with a title or an office and no more; `loose` without both."""
    if _WRITES.search(words):
        return None
    if TITLED.match(words):
        return _titled(words)
    if dated := _WITH_DAY.fullmatch(words):
        is_place = _TOWNS.search(dated["name"]) or country(dated["name"].split()[-1])
        return dated["name"] if _is_called_so(dated["name"]) and not is_place else None
    if named := _WITH_OFFICE.fullmatch(words):
        return named["name"] if _is_office(named["office"]) and not country(named["name"]) else None
    bare = _BARE.fullmatch(words) if loose else None
    return bare["name"] if bare and _is_called_so(bare["name"]) else None


def names_several(head: str) -> bool:
    """Return whether a head names several who speak, one behind the other: "Remarks by President X, Premier Y"."""
    return _SEVERAL.search(" ".join(head.split())) is not None


def _is_called_so(name: str) -> bool:
    """Return whether a person may bear a name: its first word is a given name."""
    return bool(gender_of(name.split()[0], "")) and not country(name)


def _titled(words: str) -> str | None:
    """Return the name behind a title, with an office behind it or nothing more: no sentence about who bears it."""
    found = speaker_in(words, strict=True)
    if found is None or not found.named:
        return None
    ends = words[found.end - 1] in ",)]" or re.match(r"\s*(?:$|[,(\[])", words[found.end :])
    return found.name if ends else None


def _is_office(words: str) -> bool:
    first = words.split(",")[0]
    return bool(role_key(first)) or any(map(is_title_word, first.split()[:3]))


_PAGE_OF = expression(
    rf"(?:[\w’'. ]{{0,30}} )?{KIND} ?[:—–-] [^\n]{{0,200}}?"
    r"(?:\]\(|\b(?-i:Party|Group|Union|Council|Government|Coalition|Association|Federation|Campaign|Alliance)\b)",
    re.IGNORECASE,
)


def is_of_page(line: str) -> bool:
    """Return whether a line says whose page a speech stands on, and not who gave it: "Speech: [Ferry Party](…)"."""
    return _PAGE_OF.match(line) is not None


_IN_PARLIAMENT = expression(r"(?:MPP?|MEP|MSP|MLA|MHA|TD|Member)\b")


def named_with_post(line: str) -> str | None:
    """Return the name before a post, where a line is no more than both: "Ana Ruiz, MP for Vesk East"."""
    match = _WITH_OFFICE.fullmatch(line.strip(" *_"))
    return match["name"] if match and (_is_office(match["office"]) or _IN_PARLIAMENT.match(match["office"])) else None


def land_named(line: str) -> str | None:
    """Return the land that a line names and no more, as a sentence writes it."""
    bare = re.sub(r"^(?:the|republic of|kingdom of) ", "", line.lower())
    known = country(bare) or (country(unified(bare).strip()) if " " in bare else None)
    return known if known and len(bare.split()) <= 3 else None


_POST_WITHIN = 3
"""So many words may stand before the post that a name follows: what its bearer leads or speaks for."""


def is_titled(line: str) -> bool:
    """Return whether a title or post stands before a name: "Mayor Ana Ruiz", "Ferry Party leader Ana Ruiz"."""
    first, *names = line.split()
    if TITLED.match(line) is not None or bool(names) and len(names) <= 4 and is_title_word(first):
        return True
    post = next((at for at, each in enumerate(names, start=1) if is_title_word(each)), None)
    called = names[post:] if post and post <= _POST_WITHIN else []
    return len(called) in (2, 3) and given_and_surname(" ".join(called))
