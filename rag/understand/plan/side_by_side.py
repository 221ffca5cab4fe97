"""A question that asks one thing of two people or things -> the question of each, with the words that tell them apart.

"What objections did Tell and Quill raise to the tram?" asks what each raised, "the difference in price between a Wren
and a Heron" what each costs. One text may tell of both in one breath, so the whole is asked before its parts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from index.names.names import is_name
from index.storage.catalog import Catalog
from index.text.countries import country, unified
from index.text.expressions import expression
from index.text.stems import content_words
from rag.phrasing import lowered, raised
from rag.records import Query
from rag.understand.plan.compared import asks, wordings
from rag.understand.plan.joined import joined_speakers, parts_of
from rag.understand.speakers import EDGES, find_speakers

_NAME = r"(?-i:[^\W\d_a-z][\w.’'-]*(?: (?:(?:de|van|von|al|bin) )?[^\W\d_a-z][\w.’'-]*){0,3})"
_BY = r"(?:according to|by|from|for|of|in the (?:view|opinion|words) of)"
_REPEATED = expression(rf"\b(?P<by>{_BY}) (?P<one>{_NAME}),? (?:and|or) (?P=by) (?P<two>{_NAME})", re.IGNORECASE)
"""The preposition stands before each: "according to Tell, and according to Quill"."""
_TWO_NAMES = expression(rf"(?<![\w’'-])(?P<one>{_NAME})(?P<between>,? (?:and|or) )(?P<two>{_NAME})", re.IGNORECASE)
_AT_TWO = expression(
    rf"\b(?:at|in|on) (?P<one>(?:the )?{_NAME}) and (?:(?:at|in|on) )?(?P<two>(?:the )?{_NAME})", re.IGNORECASE
)
"""Two places and the like: of an office "the Minister for Health and Welfare" holds one."""
_OPENLY = expression(r"^\W*(?:and |so |but )?(?:what|why|how|which|where (?:do|did|does))\b", re.IGNORECASE)
"""Who did something and when, two may have done together."""
_TOGETHER = expression(
    r"^\W*(?:first |ever |both )?(?:m(?:ee|e)ts?|marr(?:y|ied)|agree[ds]?|sign(?:ed)?|found(?:ed)?|share[ds]?"
    r"|fought|fight|play(?:ed)?|have in common|merge[rd]?)\b|\b(?:together|jointly|each other|one another|in common)\b",
    re.IGNORECASE,
)
_OF_BOTH = expression(r"\b(?:between|relations?(?:hip)?|joint|deal|war|match|border)\b[^,]*$", re.IGNORECASE)
"""What two did together or have between them is no question of each."""
_MIND = expression(
    r"^\W*what (?:\w+ )?(?:objections?|reasons?|arguments?|concerns?|critici\w+|complaints?|worries|fears?|doubts?"
    r"|points?|suggestions?|proposals?|demands?|warnings?|reservations?) (?:did|does|has|have|had) (?P<who>"
    rf"{_NAME}) \w+ (?:for (?:their|his|her) (?:views?|opinions?|positions?) (?:of|on)|to|about|for|against|on|over) "
    r"(?P<topic>\S.+)$",
    re.IGNORECASE,
)
"""Of what somebody thinks his own words are asked: any passage on it names an objection."""
_EACH = expression(r",? \b(?:each|both|respectively|separately)\b", re.IGNORECASE)
_IS_ONE = {"do": "does", "are": "is", "were": "was", "have": "has"}
_AUXILIARY = expression(rf"\b(?P<word>{'|'.join(_IS_ONE)})(?= (?:Mr|Ms|Mrs|Dr)?\.? ?$)", re.IGNORECASE)
_A = r"(?:an?|the|one|this|that)"
_IN_WHAT = r"(?P<of>(?:the )?[^\W\d]\S*(?: \S+){0,3}?)"
_REST = r"(?P<rest>, .+| according to .+)?"
_THINGS = tuple(
    expression(f"^{form}$", re.IGNORECASE)
    for form in (
        rf"(?:what|how (?:big|large|great)) (?:is|was|are|were) the difference in {_IN_WHAT} between "
        rf"(?P<one>.+?) and (?P<two>[^,]+?){_REST}",
        rf"how (?:does|do|did) {_IN_WHAT} of (?P<one>.+?) compare (?:with|to) (?:that|those|the \S+) of "
        rf"(?P<two>[^,]+?){_REST}",
        rf"how (?:does|do|did) (?P<one>{_A} .+?) compare (?:with|to) (?P<two>[^,]+?) (?:in|on|by) (?:terms of )?"
        rf"{_IN_WHAT}{_REST}",
    )
)
_OF_TIME = expression(r"\b\d{4}\b")


class Each(NamedTuple):
    """One of two people or things that a question asks of."""

    heading: str
    asks: str
    """The question of it alone."""
    words: frozenset[str]
    """The stems of what names it, which the other does not have."""
    topic: str = ""
    """Of a body, what is asked of it is on this; empty of others."""


def of_each(text: str, catalog: Catalog) -> list[Each]:
    """Return each of the two people, things or bodies that a question asks of; nothing for other questions."""
    found = _of_things(text) or _of_bodies(text, catalog)
    return found or (_of_names(text, catalog) if _OPENLY.match(text) else [])


def of_single(question: str, who: str) -> str:
    """Return a question whose joined names were exchanged for one, with a verb for one: "What does Tell think?"."""
    before, name, after = question.partition(who)
    if not name or who.lower().startswith("the "):
        return question
    before = _AUXILIARY.sub(lambda verb: _IS_ONE[verb["word"].lower()], before)
    return f"{before}{name}{_EACH.sub('', after)}"


def _of_names(text: str, catalog: Catalog) -> list[Each]:
    """Return what is asked of each of two people, or of each of two places and the like behind one preposition."""
    text = _REPEATED.sub(r"\g<by> \g<one> and \g<two>", text)
    for match in _TWO_NAMES.finditer(text):
        if _TOGETHER.search(text[match.end() :]) or _OF_BOTH.search(text[: match.start()]):
            return []
        pair = [_bare(match["one"]), _bare(match["two"])]
        if _are_people(pair, catalog):
            return _exchanged(text, match.span(), [match["one"], match["two"]], _surnames(pair))
    for match in _AT_TWO.finditer(text):
        pair = [match["one"], match["two"]]
        if not _is_one_name(" and ".join(pair), catalog):
            start, end = match.start("one"), match.end("two")
            return _exchanged(text, (start, end), pair, _apart(pair))
    return []


def _bare(name: str) -> str:
    return re.sub(r"(?:['’]s|(?<=s)['’])$", "", name)


def _are_people(pair: Sequence[str], catalog: Catalog) -> bool:
    """Return whether the documents know both as people: as speakers, or by their whole names."""
    phrase = " and ".join(pair)
    if any(country(each) for each in pair) or not all(_is_known(each, catalog) for each in pair):
        return False
    return bool(joined_speakers(phrase, catalog)) or not _is_one_name(phrase, catalog)


def _is_known(name: str, catalog: Catalog) -> bool:
    speaks = any(is_name(each) for each in find_speakers(name, catalog))
    return speaks or (len(name.split()) > 1 and bool(catalog.holding_phrases([name], 1)))


def _is_one_name(phrase: str, catalog: Catalog) -> bool:
    """Return whether words joined by "and" are one name: of a country, or as a document has them."""
    parts = parts_of(phrase)
    return len(parts) != 2 or bool(country(phrase)) or bool(catalog.holding_phrases([phrase], 1))


def _exchanged(text: str, place: tuple[int, int], names: Sequence[str], apart: Sequence[frozenset[str]]) -> list[Each]:
    start, end = place
    asked = [_of_mind(of_single(f"{text[:start]}{name}{text[end:]}?", name)) for name in names]
    return [Each(raised(_bare(name)), *each) for name, each in zip(names, zip(asked, apart, strict=True), strict=True)]


def _of_mind(question: str) -> str:
    match = _MIND.match(question.strip(" ?"))
    return asks(match["who"], match["topic"]) if match else question


def _surnames(names: Sequence[str]) -> list[frozenset[str]]:
    """Return each person's surname, or what else tells two of one surname apart."""
    last = [frozenset(content_words(unified(each.split()[-1]))) for each in names]
    return last if len(set(last)) == len(last) and all(last) else _apart(names)


def _apart(names: Sequence[str]) -> list[frozenset[str]]:
    """Return for each name the words that the others do not have."""
    each = [frozenset(content_words(unified(name))) for name in names]
    return [own - frozenset().union(*(other for other in each if other is not own)) or own for own in each]


def _of_things(text: str) -> list[Each]:
    """Return what each of two things is or has, of which the difference in that is asked."""
    match = next((found for form in _THINGS if (found := form.match(text))), None)
    if match is None or _OF_TIME.fullmatch(match["two"].strip()):
        return []
    what = re.sub(r"^the ", "", match["of"], flags=re.IGNORECASE).strip(EDGES)
    pair = _with_noun(match["one"], match["two"])
    asked = [f"What is the {what} of {each}{match['rest'] or ''}?" for each in pair]
    return [Each(raised(one), *each) for one, each in zip(pair, zip(asked, _apart(pair), strict=True), strict=True)]


def _with_noun(one: str, two: str) -> tuple[str, str]:
    """Return two things, the first with the noun that it leaves to the second: "an Electron and a Neutron launch"."""
    own, other = one.split(), two.split()
    if len(own) == 2 and own[1][0].isupper() and len(other) > 2 and other[1][0].isupper() and other[-1].islower():
        return f"{one} {' '.join(other[2:])}", two
    return one, two


PAIR = 2
_BESIDE_NAME = expression(r"^both |(?: (?:each|both)){1,2}$", re.IGNORECASE)
_BODY = expression(r"^(?:(?:the|an?) )?(?-i:[^\W\d_a-z])\S*(?: \S+){0,4}$", re.IGNORECASE)
"""A party, a body or a land, named: "the Greens", "ACT", "Free Ferries Marland"."""
_WANT = (
    r"want|demand|propose|call for|ask for|expect|hope for|plan|promise|offer|need|fear|predict|recommend|support"
    r"|oppose|suggest|think|believe|argue|say"
)
_BOTH_WANT = expression(
    rf"^(?:(?:please )?(?:compare|contrast|compare and contrast) what|(?:what|how) do) (?P<who>\S+(?: \S+){{0,10}}?) "
    rf"(?:each |both )?(?P<verb>{_WANT}) (?P<rest>\S.+)$",
    re.IGNORECASE,
)
_OF_EACH_OWN = expression(
    r"^(?:(?P<where>(?:at|in|on|during) [^,]+), )?how (?:does|did|do|is|was|are|were) (?P<one>\S+(?: \S+){0,4}?)"
    r"(?:['’]s|(?<=s)['’]) (?P<what>\S+(?: \S+){0,8}?) (?:compare|differ|square|stack up)(?:ed)? "
    r"(?:with|to|from|against) (?P<two>\S+(?: \S+){0,4}?)(?:['’]s|(?<=s)['’])(?: (?:own|one))?$",
    re.IGNORECASE,
)
_VIEW_ON = expression(
    r"^(?:\w+ )?(?:view|opinion|position|stance|line|take|attitude|message|approach|thinking|remark|comment|stand)s? "
    r"(?:on|of|about|towards?|to|over) (?P<topic>\S.+)$",
    re.IGNORECASE,
)


def _of_bodies(text: str, catalog: Catalog) -> list[Each]:
    """Return what is asked of each of two that a question compares and no document marks as speakers, if it names both.

    Whose words a party's or a land's are, a text seldom marks; its passages name it.
    """
    for pair, topic, asked in _compared(text):
        sides = [_BESIDE_NAME.sub("", each.strip(EDGES)) for each in pair]
        known = len(set(sides)) == PAIR and all(_is_body(each, catalog) for each in sides)
        # "ACT and the Greens" are two wherever they stand together; "Ash and Sons" may be one.
        if known and (sides[1].lower().startswith("the ") or not _is_one_name(" and ".join(sides), catalog)):
            each = zip(sides, _apart(sides), strict=True)
            return [Each(raised(one), asked(one), names, topic) for one, names in each]
    return []


def _compared(text: str) -> Iterator[tuple[list[str], str, Callable[[str], str]]]:
    """Yield the two that a question compares, on what, and what is asked of one of them, as each form reads it."""
    if match := _BOTH_WANT.match(text):
        verb, rest = match["verb"].lower(), match["rest"]
        yield parts_of(match["who"]), rest, lambda who: f"What does {who} {verb} {rest}?"
    if match := _OF_EACH_OWN.match(text):
        what, where = match["what"], f" {lowered(match['where'])}" if match["where"] else ""
        on = _VIEW_ON.match(what)
        topic = f"{on['topic'] if on else what}{where}"
        yield [match["one"], match["two"]], topic, lambda who: asks(who, topic)
    for who, on_what in wordings(text):
        if on_what:
            yield parts_of(who), on_what, partial(asks, topic=on_what)


def _is_body(side: str, catalog: Catalog) -> bool:
    """Return whether a side of a comparison has a name that the documents have."""
    stems = content_words(unified(side))
    counts = catalog.passage_counts(stems)
    return bool(_BODY.match(side)) and bool(stems) and all(map(counts.get, stems))


_AND_WHO = expression(
    r"^(?P<first>.+?)(?:\?|,) (?i:and |but )?(?i:(?:what|how) about )?"
    r"(?P<who>[^\W\d_a-zа-я][\w’'-]+(?: [^\W\d_a-zа-я][\w’'-]+){0,3})$"
)
"""Another speaker behind a comma: "What did Tell say about the bridge, and Quill?"."""


def and_somebody(text: str, query: Query, catalog: Catalog) -> list[str]:
    """Return the question with its speaker and with the one who is named behind it, or nothing."""
    match = _AND_WHO.match(text) if query.speaker and query.kind == "statements" else None
    last = match["who"].split()[-1].lower() if match else ""
    found = find_speakers(match["who"], catalog) if match else []
    known = [each for each in found if is_name(each) and last in each.lower().split()]
    if match is None or not known or query.speaker is None or query.speaker not in match["first"]:
        return []
    first = match["first"].strip(EDGES)
    return [f"{first}?", f"{first.replace(query.speaker, match['who'], 1)}?"]
