"""A question that sets two times beside each other -> the question of each: "How did X change from March to June?".

"How did Tell's message on the ferry differ between 2029 and 2031?" asks twice what Tell said on it; "how did the price
of coal move" asks twice what it was. A time without a year has that of the other.
"""

from __future__ import annotations

import re

from index.dates.days import MONTH, YEAR
from index.storage.catalog import Catalog
from index.text.expressions import expression
from rag.phrasing import raised
from rag.understand.dates import ANY_DAY, asked_dates
from rag.understand.plan.compared import asks
from rag.understand.speakers import EDGES, as_speaker, find_speakers

_DECADE = r"(?:the )?(?:(?:early|mid|late)[ -])?(?:1[5-9]|20)\d0s"
_WHEN = (
    rf"(?:{_DECADE}|(?:(?:early|late|mid|mid-|the (?:start|beginning|end|middle) of) ?)?"
    rf"(?:(?:\d{{1,2}} )?{MONTH}(?: \d{{1,2}},?)?"
    rf"(?: (?:of )?{YEAR})?|{YEAR}|(?:spring|summer|autumn|winter)(?: (?:of )?{YEAR})?"
    rf"|(?:the )?(?:first|second|third|fourth|last) (?:quarter|half)(?: (?:of )?{YEAR})?))"
)
_A_TIME = expression(rf"{MONTH}|{YEAR}|spring|summer|autumn|winter|quarter|half", re.IGNORECASE)
"""What each time has: only a question with two of them may set them beside each other."""
_ONE, _TWO = rf"(?P<one>{_WHEN})", rf"(?P<two>{_WHEN})"
_MOVES = (
    r"(?:chang|mov|differ|develop|evolv|shift|grow|grew|rise|rose|ris|fall|fell|drop|var|increas|declin|decreas|climb"
    r"|improv|worsen|shr[iau]nk)\w*"
)
_SPEECH = r"(?:speech|address|message|statement|talk|remarks|interview|letter|report|article|column)"


_SPEECHES = r"(?:speech|address|message|statement|talk|remark|interview|letter|report|article|column)(?:s|es)?"
_GOING_BY = expression(
    r",? (?:going by|judging by|according to|based on|from|in|as told in) (?P<who>\S+(?: \S+){0,3}?)"
    r"(?:['’]s|(?<=s)['’]) "
    rf"(?:\w+ )?{_SPEECHES} (?:(?:of|in|from) )?(?P<one>{_WHEN}) (?:and|to|with) (?:of |in )?(?P<two>{_WHEN})$",
    re.IGNORECASE,
)
"""Whose words of two times are to tell of it: "How did prices develop, going by Tell's speeches of 2029 and 2031?"."""
_MOVED = expression(
    rf"^(?:in what way|how)(?: much| far)? (?:did|does|do|has|have|had) (?P<what>.+?) {_MOVES}$"
    r"|^what happened (?:to|with) (?P<happened>.+)$",
    re.IGNORECASE,
)
_EACH_TIME = expression(
    r"(?:[?.,;:]{1,9}|,? and) (?:(?:and )?(?:if so,? )?(?:how|in what way|why|how so)"
    r"|(?:and )?what (?:did|does|was|is|were|are) "
    r"(?:he|she|they|it) (?:say|saying|think|thinking|want)(?: (?:each time|then and (?:now|later)|in each))?"
    r"|(?:and )?what (?:did|was|were|is) (?:it|each|that)(?: \w+)?)$",
    re.IGNORECASE,
)
"""Behind a question for a change it asks for what the two times side by side show: "What did he say each time?"."""


_GETS = r"(?:get|got|gotten|come|came|gone|go|moved?|progress(?:ed)?|advanced?)"


def _between() -> str:
    return rf"(?:between {_ONE} and|from {_ONE.replace('one', 'start')} (?:to|until|till)) {_TWO}"


_FORMS = tuple(
    expression(form, re.IGNORECASE)
    for form in (
        rf"^(?:in what way|how)(?: much| far)? (?:did|does|do|has|have|had) (?P<what>.+?) {_MOVES}"
        rf"(?: (?P<more>(?:on|about|towards?|over) .+?))?,? {_between()}$",
        rf"^(?P<what>.+?)[,:;–-]+ (?:and )?how(?: much| far)? (?:did|does|has|have) (?:it|they|that|this|these) "
        rf"{_MOVES} {_between()}$",
        rf"^how (?:far|much)(?: \w+)? (?:did|does|do|has|have|had) (?P<what>.+?) {_GETS} {_between()}"
        r" (?:with|in|on|towards?|over) (?P<with>.+)$",
        rf"^how (?:far|much)(?: \w+)? (?:did|does|do|has|have|had) (?P<what>.+?) {_GETS}"
        rf" (?:with|in|on|towards?|over) (?P<with>.+?) {_between()}$",
        rf"^(?:did|does|has|have) (?P<what>.+?) (?:really |ever )?{_MOVES} {_between()}$",
        rf"^how (?:does|do|did) (?P<what>what .+?) in {_ONE} (?:compare|square|fit) (?:with|to) "
        r"(?:what (?:\S+ )?\S+ (?:has |had )?(?:said|says|wrote|told)(?: (?:about|on) (?:it|this|that))? )?"
        rf"(?:in|of) {_TWO}$",
        rf"^what (?:has |have )?changed (?:in|about|with) (?P<what>.+?) {_between()}$",
        rf"^how (?:was|were|did|is|are) (?P<what>.+?) (?:in |look in ){_ONE} compared (?:with|to) (?:in )?{_TWO}$",
        rf"^(?:compare|contrast) (?P<what>.+?) (?:in|of) {_ONE} (?:and|with|to|vs\.?|versus) (?:in |that of )?{_TWO}$",
    )
)
_IN = r"(?:in|during|for|of|on)"
_THAT_OF = r"(?:(?:that|those|what it was|the (?:same|number|figure)) (?:of|in|for) )?"
_WHAT_WAS_IT = r"(?:what|how (?:many|much|high|large|big|long)) (?:was|were|is|are) (?:it|they|that|there)"
_FIGURES = tuple(
    expression(form, re.IGNORECASE)
    for form in (
        rf"^how (?:did|does|do|was|were) (?P<what>.+?) {_IN} {_ONE} compared? (?:with|to|against) {_THAT_OF}"
        rf"(?:{_IN} )?{_TWO}$",
        rf"^how (?:did|does|do) (?P<what>.+?) {_IN} {_ONE} and (?:{_IN} )?{_TWO} compare$",
        rf"^how (?:did|does|do) (?P<what>.+?) compare (?:in|between) {_ONE} (?:and|with|to) (?:in )?{_TWO}$",
        rf"^what (?:is|was) the (?:difference|change) in (?P<what>.+?) between {_ONE} and {_TWO}$",
        r"^(?P<asks>(?:how (?:many|much|often|high|large|big|long)|what (?:was|were|is|are)|by how much) .+?) "
        rf"{_IN} {_ONE},? (?:(?:and|or)(?: {_WHAT_WAS_IT})?|(?:as )?(?:compared|against)(?: (?:with|to))?|versus"
        rf"|vs\.?) {_THAT_OF}"
        rf"(?:{_IN} )?{_TWO}$",
        r"^(?P<what>(?!(?:how|what|who|when|where|why|which|compare|contrast|did|does|do|is|was|were|are)\b)"
        rf"\S+(?: \S+){{1,10}}?),? {_IN} {_ONE},? (?:as )?(?:compared|against|versus|vs\.?)(?: (?:with|to))? {_THAT_OF}"
        rf"(?:{_IN} )?{_TWO}$",
    )
)
"""What figures were at two times: each is asked with the question's own words where it can be."""
_TWO_SPEECHES = expression(
    r"^(?:please )?(?:(?:compare|contrast)|how (?:does|did)) what (?P<who>.+?) (?:has |had )?(?:said|says|wrote|told)"
    rf" (?P<topic>.+?) in (?:(?:his|her|their|its|the) )?{_ONE} {_SPEECH}(?: (?:and|with|to|vs\.?|differ from))?"
    r"(?: (?:what (?:he|she|they|it) said )?(?:in )?)?(?:(?:the|that|his|her|their|its) )?"
    rf"(?:(?:one|{_SPEECH}) )?(?:(?:in|of|from) )?{_TWO}(?: (?:one|{_SPEECH}))?$",
    re.IGNORECASE,
)
_OWNED = expression(
    r"^(?P<who>.+?)(?:['’]s|(?<=s)['’]) (?:\w+ )?(?P<noun>\w+)"
    r"(?: (?P<link>on|about|for|to|of|towards?|over|against|in) (?P<topic>.+))?$"
)
_BY = expression(r"^(?:the )?(?P<noun>\w+) (?:of|by|from) (?P<who>.+?) (?:on|about|over|towards?) (?P<topic>.+)$")
_SAYS = expression(
    r"^(?:what|how) (?P<who>.+?) (?:said|says|thinks|thought|spoke|talked)(?: (?P<topic>.+))?$", re.IGNORECASE
)
_VIEW = expression(
    r"(?:messages?|views?|opinions?|positions?|stances?|lines?|tone|words|rhetoric|attitude|polic(?:y|ies)|thinking|"
    r"language|take|comments?|remarks?|statements?|speech(?:es)?|approach|thoughts|argument|claims?)",
    re.IGNORECASE,
)


def at_two_times(text: str, catalog: Catalog) -> list[tuple[str, str]]:
    """Return for each of the two times of a question the words for it and what is asked of it; nothing for others."""
    text = _DECADE_ALONE.sub(lambda decade: f"{'20' if decade[1] in ('00', '10') else '19'}{decade[1]}s", text)
    if len(_A_TIME.findall(text)) < 2:
        return []
    text = _with_years(_EACH_TIME.sub("", text.strip(EDGES)).strip(EDGES))
    if (told := _GOING_BY.search(text)) and (moved := _MOVED.match(text[: told.start()].strip(EDGES))):
        who = _anybody(told["who"], catalog)
        return _of_speaker(who, moved["what"] or moved["happened"], _times(told))
    if match := _TWO_SPEECHES.match(text):
        who = _anybody(match["who"], catalog)
        return _of_speaker(who, match["topic"], _times(match))
    for form in _FORMS:
        if match := form.match(text):
            more = match.groupdict().get("more")
            what = match["what"].strip(EDGES)
            if with_what := match.groupdict().get("with"):
                return _of_speaker(_anybody(what, catalog), with_what, _times(match))
            return _of(f"{what} {more}" if more else what, _times(match), catalog)
    return _of_figures(text, catalog)


def _of_figures(text: str, catalog: Catalog) -> list[tuple[str, str]]:
    """Return what is asked of each of two times that are named apart: "in May compared with March that year"."""
    match = next((found for form in _FIGURES if (found := form.match(text))), None)
    if match is None:
        return []
    if asks := match.groupdict().get("asks"):
        return [(raised(when), f"{asks} {_at(when)}?") for when in _times(match)]
    return _of(match["what"].strip(EDGES), _times(match), catalog)


_THAT_YEAR = expression(r"(?:,? (?:in|of|during))? (?:that|the same) year\b", re.IGNORECASE)
_YEAR_BEFORE = expression(
    r"\b(?:(?:in )?(?:the )?(?:year before|previous year|preceding year)|a year (?:earlier|before))$", re.IGNORECASE
)
_SHARED_WORD = expression(
    r"\b(?P<one>first|second|third|fourth) (?P<between>and|with|to|compared (?:with|to)|versus) "
    r"(?P<rest>(?:in )?(?:the )?(?:second|third|fourth|last|first) (?P<word>quarter|half))\b",
    re.IGNORECASE,
)
"""The first of two quarters has the word of the second: "the first and in the third quarter"."""


_DECADE_ALONE = expression(r"(?:(?<=\bthe )|(?<=\bearly )|(?<=\blate )|(?<=\bmid[ -]))['’]?(\d0)s\b", re.IGNORECASE)
"""A decade of the last hundred years: "the 80s"; in somebody's seventies nobody asks for figures."""


def _with_years(text: str) -> str:
    """Return a question whose times have the year that they share, or that is counted from the other."""
    text = _SHARED_WORD.sub(r"\g<one> \g<word> \g<between> \g<rest>", text)
    years = set(re.findall(rf"\b{YEAR}\b", text))
    if len(years) != 1:
        return text
    (year,) = years
    text = _THAT_YEAR.sub(f" {year}", text)
    return _YEAR_BEFORE.sub(str(int(year) - 1), text)


_PART_OF_DECADE = expression(r"^the (?:early|mid|late)[ -](?=\d{3}0s$)", re.IGNORECASE)


def days_of(when: str) -> tuple[str, str] | None:
    """Return the first and the last day of a time: "May 2030", "the first quarter of 2031"; None of one without."""
    when = _PART_OF_DECADE.sub("the ", re.sub("^The ", "the ", when))
    found = asked_dates(f"What was it {_at(when)}?", ANY_DAY)
    return (found.since, found.until) if found and found.since and found.until and not found.assumed else None


def _times(match: re.Match[str]) -> list[str]:
    """Return the two times, each with its year."""
    groups = match.groupdict()
    both = [" ".join((groups["one"] or groups.get("start") or "").split()), " ".join(groups["two"].split())]
    years = [re.search(YEAR, each) for each in both]
    known = next((each[0] for each in years if each), "")
    whole = [each if year or not known else _of_year(each, known) for each, year in zip(both, years, strict=True)]
    return [re.sub(rf"\b{MONTH}\b", lambda month: month[0].capitalize(), each, flags=re.I) for each in whole]


def _of_year(when: str, year: str) -> str:
    return f"{when}{' of' if when.lower().endswith(('quarter', 'half')) else ''} {year}"


def _of(what: str, times: list[str], catalog: Catalog) -> list[tuple[str, str]]:
    """Return what is asked at each time: what somebody said, where it is his view or deed, else what it was."""
    if (said := _SAYS.match(what) or _BY.match(what)) and (who := _anybody(said["who"], catalog)):
        return _of_speaker(who, said["topic"] or "", times)
    owned = _OWNED.match(what)
    who = _anybody(owned["who"], catalog) if owned else None
    if owned and who:
        noun, topic = owned["noun"], owned["topic"] or ""
        return _of_speaker(
            who, topic if _VIEW.fullmatch(noun) else f"{noun} {owned['link'] or ''} {topic}".strip(), times
        )
    return [(raised(when), f"What {_was(what)} {what} {_at(when)}?") for when in times]


def _was(what: str) -> str:
    """Return the verb for what was at a time: "leaks" were, "the price of coal" was."""
    head = re.split(r" (?:of|in|on|for|at|to|about|recorded|reported) ", what, maxsplit=1)[0].split()[-1:]
    return "were" if head and re.search(r"(?<![su])s$", head[0]) and head[0].islower() else "was"


def _anybody(phrase: str, catalog: Catalog) -> str | None:
    """Return who is named, or the land for which somebody speaks."""
    return as_speaker(phrase, catalog, "known") or _land(phrase, catalog)


def _land(phrase: str, catalog: Catalog) -> str | None:
    """Return a land for which somebody in the documents speaks, though nobody has its name."""
    return as_speaker(phrase, catalog, "words") if find_speakers(phrase, catalog) else None


def _of_speaker(who: str | None, topic: str, times: list[str]) -> list[tuple[str, str]]:
    if not who:
        return []
    return [(raised(when), f"{asks(who, topic).rstrip('?')} {_at(when)}?") for when in times]


def _at(when: str) -> str:
    return f"on {when}" if re.match(r"\d{1,2} |[A-Za-z]+ \d{1,2}\b", when) else f"in {when}"
