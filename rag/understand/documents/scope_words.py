"""A phrase for what a broad question is about -> which documents it means: "this", a title, a speaker's, a topic."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from index.names.names import is_name, name_key
from index.names.titles import role_key
from index.storage.catalog import Catalog
from index.text.expressions import expression
from rag.understand.documents.described import FEW, Described, description
from rag.understand.documents.document_names import named_documents
from rag.understand.documents.kinds import is_kind, of_kind
from rag.understand.documents.written_out import named_file, titled
from rag.understand.speakers import EDGES, as_speaker, find_speakers

_EVENT = (
    "(?:speech|address|report|interview|(?:open )?letter(?: to the editor)?|memo|debate|meeting|session|minutes|"
    "conversation|talk|lecture|sermon|(?:press|news|media) (?:release|statement|notice)|statement|briefing|"
    "press conference|hearing|evidence session|inquiry|phone-?in|hustings|panel|webinar|workshop|conference|broadcast|"
    "podcast|newsletter|bulletin|diary|journal|notebook|obituary|chat|fact[- ]?check|e-?mail|mail|live ?blog|"
    "transcript)"
)
ONE = f"(?:document|text|article|file|story|paper|piece|page|post|news item|record|{_EVENT})"
DOCUMENTS = (
    "(?:documents|texts|articles|speeches|addresses|reports|files|transcripts|interviews|stories|papers|records)"
)
SEVERAL = (
    "(?:documents|texts|articles|speeches|addresses|reports|files|transcripts|interviews|stories|papers|pieces|letters|"
    "memos|pages|posts|debates|meetings|conversations|talks|lectures|statements|briefings|records|sources|news|index|"
    "collection|corpus|archive|library|store|database|data|content|contents|material|materials|remarks)"
)
_WORDS = (
    "(?:speech(?:es)?|address(?:es)?|remarks|statements?|words|comments|quotes|quotations|views?|opinions?|positions?|"
    "interviews?|talks?|lectures?|messages?|answers|points|arguments?|criticism|demands|proposals?|warnings?|"
    "letters?|testimony|texts?|articles?|documents?|"
    "contributions?|stance|rhetoric|claims|promises)"
)
_ANY = f"(?:{ONE}|{SEVERAL})"
_POINTS_AT = (
    "(?:this|that|the|these|those|my|our|your|its|all|both|each|every|any|whole|entire|full|given|current|above|below|"
    "uploaded|indexed|stored|attached|available|present|same|of)"
)
_PLACE = (
    "(?:here|there|above|below|overall|as a whole|(?:that )?you have|(?:that )?we have|i (?:added|uploaded)|in total|"
    "in (?:the|this|your|my) (?:index|collection|corpus|archive|library|store|database))"
)
_POINTS = expression(
    rf"(?:{_POINTS_AT} )*(?:(?P<it>this|that|it|all|everything|here)|(?P<them>these|those|them|they|all)|(?P<one>{ONE})"
    rf"|(?P<several>{SEVERAL}))(?: {_PLACE})*$",
    re.IGNORECASE,
)
_THE_EVENT = expression(rf"the (?:(?P<named>\w+) )??(?P<event>{_EVENT})$", re.IGNORECASE)
"""What may be a document, or an event that documents tell of: "What was the meeting about?"."""
_TELLS_NOTHING = frozenset(
    """whole entire full last latest previous same first second opening closing recent above following current new old
    long short original present final next other only main big famous""".split()
)
"""Words before one that name none: "the whole speech"."""
_MARKED = expression(rf"(?:the )?(?:{ONE} )?[“\"«„‘']([^“”\"«»„‘]+)[”\"»“’'](?: {ONE})?$", re.IGNORECASE)
_FILE = expression(
    r"(?:the )?(?:file |document )?(\S+\.(?:txt|md|pdf|docx?|html?|rtf|odt|eml|srt|vtt|csv|xlsx|jsonl\S*))$"
)
_CALLED = expression(
    rf"(?:the |an? |this |that )?{ONE} (?:called|titled|entitled|named|headed|with the title) (?P<named>.+)$",
    re.IGNORECASE,
)
_BEFORE = expression(rf"(?P<article>(?:the|this|that|an?) )?(?P<named>\S.*?) (?P<what>{ONE})$", re.IGNORECASE)
_BEHIND = expression(
    rf"(?:(?:the|an?|this|that) (?:(?!of |about |on )[\w-]+ )?)?(?P<what>{ONE}) "
    r"(?:about|on|regarding|concerning|from|in|at|to|before|with|for|of|by|between) (?P<named>.+)$",
    re.IGNORECASE,
)
_APPOSED = expression(rf"(?i:the )?(?i:(?P<what>{ONE})) (?P<named>[^\W_a-zа-яіїєў].*)$")
"""A title right behind what it is the title of: "the article A Long Silence"."""
RARER = (
    "(?:review|survey|study|tape|recording|episode|judge?ment|ruling|verdict|essay|column|editorial|op-?ed|notes|guide|"
    "leaflet|brochure|petition|profile|portrait|tribute|eulogy|keynote|presentation|doorstop|presser|"
    "blog(?: ?post)?|submission|manifesto|analysis|critique|commentary|assessment|white ?paper|fact ?sheet|"
    "exchange|correspondence)"
)
"""What names a document only beside words of one: "the review" may be a topic, "the lamp review" is one."""
TITLE_WORDS = 2
_TITLE_ENDS = expression(r"(?::| [–—|-]) ?")
_RARELY = tuple(
    expression(form, re.IGNORECASE)
    for form in (
        rf"the (?P<named>)(?P<what>{RARER})$",
        rf"(?:the|this|that|an?) (?P<named>\S.{{0,90}}?) (?P<what>{RARER})$",
        rf"(?:the|this|that|an?) (?P<what>{RARER}) (?:of (?:letters|notes|messages) (?:between|with)|about|on|"
        r"regarding|concerning|from|in|at|with|for|of|by|between) (?P<named>\S.{0,90})$",
        r"(?:the )?(?P<what>episode|part|chapter|issue|edition) (?P<number>\w{1,8}) of (?P<named>\S.{0,90})$",
        r"(?:the )?(?P<number>\w{1,8}) (?P<what>episode|part|chapter|issue|edition) of (?P<named>\S.{0,90})$",
    )
)
_OF_SUBJECT = expression(
    rf"(?:(?:all )?(?:the |these |those )?(?:{SEVERAL}|discussion|coverage|debate) (?:about|on|over|around|regarding)"
    r"|what (?:is|was|has been|were) (?:said|written|reported) (?:about|on|of)"
    rf"|(?:everything|all|what) (?:that )?(?:the |these |my |our |your )?(?:{DOCUMENTS}|we|i|you|they) (?:all )?"
    r"(?:say|hold|have|contain|tell|tell us|report|know)(?: to say)? (?:about|on|of|regarding)) (?P<topic>.+)$",
    re.IGNORECASE,
)
_ABOUT = r"(?:about|on|regarding|concerning|over|of)"
_TAIL = rf"(?: (?:{_ABOUT}|(?P<place>at|in|to|before|during|for)) (?P<tail>\S.*))?$"
_S = r"(?P<speaker>\S.*?)"
_SAID = (
    "(?:has |have |had )?(?:said|says|say|saying|told|tells|thinks|thought|argued|argues|claims|stated|spoke|talked)"
)
_SPEAKER_FORMS = tuple(
    expression(form, re.IGNORECASE)
    for form in (
        rf"(?:all |everything )?(?:that )?(?:what |which )?{_S} {_SAID}{_TAIL}",
        rf"what (?:was|is|has been) said by {_S}{_TAIL}",
        rf"what {_S} (?:has |had )?(?:told|tells) (?P<words>(?:the |a |an )?\S+(?: \S+){{0,3}}?){_TAIL}",
        rf"(?:the )?{_S}(?:['’]s|(?<=s)['’]) (?:\w+ ){{0,5}}?(?P<words>{_WORDS}){_TAIL}",
        rf"(?:the |all )?(?:\w+ )?(?P<words>{_WORDS}) (?:by|of|from|(?:given|delivered|made|held) by) {_S}{_TAIL}",
        rf"(?:the )?{_S} (?P<words>speech|address|interview|remarks|statements){_TAIL}",
        rf"(?:the )?{_S}s (?:\w+ ){{0,2}}?(?P<words>{_WORDS}){_TAIL}",
        rf"{_S}{_TAIL}",
    )
)
_KNOWN_ONLY = 5
"""From this form on whoever is named must be a speaker of the store."""


@dataclass(frozen=True)
class ScopeWords:
    """Which documents, or whose words, or what topic a phrase means."""

    speaker: str | None = None
    topic: str = ""
    named: str = ""
    what: str = ""
    points: bool = False
    several: bool = False
    speech: bool = False


def scope_words(phrase: str, catalog: Catalog) -> ScopeWords | None:
    """Return what documents a phrase means, None where it means no document and nobody's words in particular."""
    phrase = phrase.strip(EDGES.replace("“", "").replace("”", "").replace('"', "").replace("«", "").replace("»", ""))
    if not phrase:
        return ScopeWords(points=True)
    if match := _THE_EVENT.match(phrase):
        named = match["named"] or ""
        return ScopeWords(
            named="" if named.lower() in _TELLS_NOTHING else named, what=match["event"].lower(), points=True
        )
    if match := _POINTS.match(phrase):
        return ScopeWords(points=True, several=bool(match["several"] or match["them"]))
    if named := _marked(phrase, catalog):
        return ScopeWords(named=named)
    if match := _OF_SUBJECT.match(phrase):
        return ScopeWords(topic=match["topic"].strip(EDGES), several=True)
    whose = _of_speaker(phrase, catalog)
    if whose and _is_surely(whose, catalog):
        return whose
    return _of_title(phrase, catalog) or _of_description(phrase, catalog) or whose or _of_one(phrase, catalog)


def _marked(phrase: str, catalog: Catalog) -> str | None:
    """Return a title that is marked as one: in quotation marks, as a file, as what a text is called."""
    matches = (form.match(phrase) for form in (_MARKED, _FILE, _CALLED))
    named = next((match[1].strip(EDGES) for match in matches if match), None)
    return named or named_file(phrase, catalog) or titled(phrase, catalog)


def _is_surely(whose: ScopeWords, catalog: Catalog) -> bool:
    """Return whether somebody's words are meant and no document besides: "Tell's views", not "Tell's talk on tides"."""
    found = find_speakers(whose.speaker, catalog) if whose.speaker else []
    one = bool(whose.what) and bool(whose.topic or whose.named)
    return bool(found) and is_name(found[0]) and _names(whose.speaker or "", found[0]) and not one


def _names(phrase: str, name: str) -> bool:
    """Return whether a phrase has a word of a name or an office, not only a word that is spelt like one."""
    keys = {name_key(each) for each in name.split()}
    return bool(role_key(phrase.lower())) or any(
        name_key(re.sub("['’]s?$", "", each)) in keys for each in phrase.split()
    )


_TOLD_AT = expression(
    r"(?:what|everything|all) (?P<who>\S.{0,60}?) (?:told|said to|had to say to|says to|tells) (?P<whom>\S.{0,40}?) "
    r"(?:on|at|in|during|for) (?P<at>(?:the|his|her|their|this|last|our) \S.{0,80})$",
    re.IGNORECASE,
)
"""What somebody told people on an occasion is a speech: "what the mayor told people at the harbour fair"."""


def _of_description(phrase: str, catalog: Catalog) -> ScopeWords | None:
    """Return the one document, or the few, that a phrase describes in other words than its title."""
    told = _TOLD_AT.match(phrase)
    asked = Described(f"{told['who']} {told['at']}", "speech") if told else description(phrase)
    if asked is None:
        return None
    found = named_documents(asked.words, asked.kind, catalog.documents(), catalog)
    return ScopeWords(named=asked.words, what=asked.kind) if 0 < len(found) <= FEW else None


def _of_title(phrase: str, catalog: Catalog) -> ScopeWords | None:
    """Return the one document whose title is a phrase of several words, or begins so before a colon or a dash."""
    asked = " ".join(phrase.lower().split())
    if len(asked.split()) < TITLE_WORDS:
        return None
    found = catalog.memory.remember("titles by their beginnings", lambda: _by_beginning(catalog)).get(asked, [])
    return ScopeWords(named=found[0]) if len(found) == 1 else None


def _by_beginning(catalog: Catalog) -> dict[str, list[str]]:
    """Return the titles of documents by what stands in them before a colon or a dash, in small letters."""
    found: dict[str, list[str]] = {}
    for each in catalog.documents():
        found.setdefault(_TITLE_ENDS.split(each.title.lower(), maxsplit=1)[0], []).append(each.title)
    return found


def _of_one(phrase: str, catalog: Catalog) -> ScopeWords | None:
    """Return what is named with a word for it; a bare title behind that word must be one of a document's."""
    if match := _APPOSED.match(phrase):
        named, what = match["named"].strip(EDGES), match["what"].lower()
        if named_documents(named, what, catalog.documents(), catalog):
            return ScopeWords(named=named, what=what)
    match = _BEFORE.match(phrase) or _BEHIND.match(phrase)
    if match is None:
        return _of_rarer_kind(phrase, catalog)
    if not (match.groupdict().get("article", "the") or is_kind(match["what"])):
        return None
    return ScopeWords(named=match["named"].strip(EDGES), what=match["what"].lower())


def _of_rarer_kind(phrase: str, catalog: Catalog) -> ScopeWords | None:
    """Return what is named with a word that is a document's only here: one of its kind, or the only one of the name."""
    for form in _RARELY:
        match = form.match(phrase)
        if match is None:
            continue
        what, named = match["what"].lower(), f"{match['named']} {match.groupdict().get('number') or ''}".strip(EDGES)
        found = named_documents(named, what, catalog.documents(), catalog)
        if found and (len(found) == 1 or found == of_kind(what, found, catalog)):
            return ScopeWords(named=named, what=what, points=not named)
    return None


def _of_speaker(phrase: str, catalog: Catalog) -> ScopeWords | None:
    for number, form in enumerate(_SPEAKER_FORMS):
        match = form.match(phrase)
        if match is None:
            continue
        strict = number >= _KNOWN_ONLY
        named = match["speaker"]
        if strict and not _is_somebody(named, catalog):
            continue
        speaker = as_speaker(named, catalog, "known" if strict else "words")
        if speaker is None or _POINTS.match(speaker):
            continue
        return _with_tail(match, speaker)
    return None


def _is_somebody(named: str, catalog: Catalog) -> bool:
    """Return whether words by themselves name a speaker by a proper name: "obama" does, "climate change" does not.

    Several words in small letters must be the name of somebody who is quoted often.
    """
    found = find_speakers(named, catalog)
    proper = bool(found) and all(word[0].isupper() or not word[0].isalpha() for word in found[0].split())
    plainly = any(word[0].isupper() for word in named.split()) or len(named.split()) == 1
    return proper and (plainly or catalog.speakers().get(found[0], 0) >= _OFTEN)


_OFTEN = 5


_MESSAGE = expression("(?:the|this|that|his|her|their) (?:message|broadcast|lecture)$", re.IGNORECASE)


def _with_tail(match: re.Match[str], speaker: str) -> ScopeWords:
    """Return a speaker with what follows: a topic, or where he spoke."""
    groups = match.groupdict()
    tail = (groups.get("tail") or "").strip(EDGES)
    if _POINTS.match(tail) or _MESSAGE.match(tail):
        return ScopeWords(speaker=speaker, points=True)
    words = (groups.get("words") or "").lower()
    several = words.endswith("s") and words not in {"address", "remarks"}
    speech = words.startswith(("speech", "address", "lecture"))
    found = ScopeWords(speaker=speaker, what="" if several else words, several=several, speech=speech)
    return replace(found, named=tail) if groups.get("place") else replace(found, topic=tail)
