"""The borders of a reported clause -> the same with what belongs to it, and without how and when it was told.

"Announced her death on Monday in a post" announces her death; "could not recall it and left" tells of two acts, and
"sold it to a cousin, who then sold it on" of one matter.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.cues import tags
from index.cues.contents import is_finite
from index.cues.cue_features import left_edge
from index.cues.cues import Cue
from index.cues.tokens import Tokens
from index.cues.verbs import SPEECH
from index.cues.word_classes import BE, CLAUSE_OPENERS
from index.senses.reporters import closing_reporter
from index.text.sentences import Span

_TELLING_OF_THINGS = frozenset(
    "announce reveal confirm unveil declare disclose report deny admit acknowledge propose present post tweet".split()
)
_CHANNELS = frozenset(
    """statement post tweet video interview speech conference release email letter message memo memorandum blog
    broadcast podcast thread briefing note address announcement call filing newsletter caption clip""".split()
)
"""By what something is told: "in a statement", "at a news conference"."""
_SITES = frozenset("twitter facebook instagram tiktok youtube telegram x linkedin reddit weibo website site".split())
_OWN_OR_ANY = frozenset("a an his her its their another".split())
_LONGEST_CHANNEL = 5
_LONGEST_BRACKET = 8
_DAYS_BEFORE = frozenset("yesterday earlier last late early".split())
_HEARSAY = frozenset(
    "report claim allegation rumor rumour suggestion idea notion fact belief accusation charge theory news".split()
)
_SAYS_OF = frozenset("say state insist add write argue think believe claim maintain note declare repeat".split())
"""Verbs that take a whole clause about a claim; "confirmed reports that it closed" takes the claim itself."""
_MODALS = frozenset("would could can will may might must should cannot wouldn't couldn't can't won't shouldn't".split())
"""A verb in the past beside them has another subject's clause; beside "did not" it may have the same."""
_IN_A_SUBJECT = tags.COUNTED_PHRASE + tags.PREPOSITION + tags.TIME
_AFTER_AN_ITEM = tags.COMMA + tags.SEMICOLON + tags.FULL_STOP + tags.CLOSING + tags.DASH + tags.PREPOSITION
_ENDS_AN_ITEM = tags.COMMA + tags.SEMICOLON + tags.COLON + tags.DASH + tags.OPENING + tags.CONJUNCTION
_LONGEST_ITEM = 4


def with_its_subject(tokens: Tokens, cue: Cue, first: int) -> int:
    """Return where words begin whose subject stands before their cue: "The mill, Ruiz warned, will close"."""
    edge = left_edge(cue)
    aside = cue.subject is not None and not cue.inherited and first == cue.last + 1 and edge > 1
    if not aside or tokens.tags[first - 1] != tags.COMMA or tokens.tags[edge - 1] != tags.COMMA:
        return first
    if tokens.tags[first] not in tags.PREDICATE or _is_participle(tokens, first):
        return first
    start = edge - 1
    while start > 0 and tokens.tags[start - 1] in _IN_A_SUBJECT:
        start -= 1
    opens = start == 0 or tokens.tags[start - 1] in tags.CLAUSE_EDGES
    return start if opens and start < edge - 1 and set(tokens.tags[start : edge - 1]) & {*tags.PHRASE_HEADS} else first


def behind_the_dateline(tokens: Tokens, first: int, last: int) -> int:
    """Return where words begin behind the place and agency that open a report: "(CNX) Two …", "VESK, Norr – Two …"."""
    if not (tokens.tags[0] == tags.OPENING or tokens.words[0].isupper() and tokens.tags[1:2] == [tags.COMMA]):
        return first
    for at in range(1, min(_LONGEST_DATELINE, last - 2)):
        if tokens.tags[at] == tags.DASH or tokens.tags[at] == tags.CLOSING and tokens.tags[at + 1] != tags.DASH:
            return max(first, at + 1)
        if tokens.tags[at] not in _IN_A_DATELINE:
            return first
    return first


_LONGEST_DATELINE = 12
_IN_A_DATELINE = tags.NAME + tags.COMMA + tags.OPENING + tags.CLOSING + tags.NUMBER + tags.TIME + tags.FULL_STOP


def may_be_finite(tokens: Tokens, at: int) -> bool:
    """Return whether a token can be a verb that is no form in -ing."""
    tag, verb = tokens.tags[at], tokens.verbs[at]
    return tag in "Av" or tag == "V" and (verb is None or verb.form != "ing")


def behind_a_short_bracket(tokens: Tokens, at: int, last: int) -> int:
    """Return the token behind a short bracket that opens at a token, or that token."""
    if tokens.tags[at : at + 1] != ["("]:
        return at
    furthest = min(at + _LONGEST_BRACKET, last)
    return next((k + 1 for k in range(at, furthest) if tokens.tags[k] == ")"), at)


def begins_a_clause(tokens: Tokens, first: int, last: int) -> bool:
    """Return whether a clause begins at a token: a subject and, with no mark or conjunction between, its verb."""
    verb = next((at for at in range(first, last) if may_be_finite(tokens, at)), None)
    if verb is None or verb == first or tokens.tags[first] not in "DNnP#":
        return False
    return not any(tag in ",CWS" for tag in tokens.tags[first:verb])


def leads_to_a_clause(tokens: Tokens, first: int, last: int) -> bool:
    """Return whether words are only a clause that opens a sentence: "When the dam broke", "In cases when it rained"."""
    opener = next((at for at in range(first, last) if _opens_a_clause(tokens, at)), None)
    if opener is None or set(tokens.tags[first:opener]) & set(_NEVER_BEFORE_OPENER):
        return False
    if opener > first and tokens.tags[first] not in tags.PREPOSITION + tags.ADVERB + tags.CONJUNCTION:
        return False
    commas = [at for at in range(opener, last) if tokens.tags[at] == tags.COMMA]
    held = any(may_be_finite(tokens, at) for at in range(opener, last))
    return held and not any(begins_a_clause(tokens, at + 1, last) for at in commas)


def _opens_a_clause(tokens: Tokens, at: int) -> bool:
    return tokens.tags[at] in tags.SUBORDINATOR + tags.RELATIVE or tokens.lower[at] in CLAUSE_OPENERS


_NEVER_BEFORE_OPENER = tags.PREDICATE + tags.COMMA + tags.QUOTATION + tags.OPENING


def with_the_main_clause(tokens: Tokens, words: Span, behind: int, end: int, found: Sequence[Cue]) -> Span:
    """Return words with the clause they only lead to, which follows their cue: "When it broke, said Ruiz, all fled"."""
    first, last = words
    opening = _opening_before(tokens, first)
    if tokens.tags[last : last + 1] != [tags.COMMA] or tokens.tags[behind : behind + 1] != [tags.COMMA]:
        return words
    if not leads_to_a_clause(tokens, opening, last) or not begins_a_clause(tokens, behind + 1, end):
        return words
    return words if any(each.first > behind and each.lemma in SPEECH for each in found) else (opening, end)


def _opening_before(tokens: Tokens, first: int) -> int:
    """Return where the clause opens whose first word stands at a token behind "when": that word's or another's."""
    if first == 0 or not _opens_a_clause(tokens, first - 1):
        return first
    start = max((at + 1 for at in range(first) if tokens.tags[at] in _SENTENCE_PARTS), default=0)
    while start < first - 1 and tokens.tags[start] in tags.CONJUNCTION + tags.COMMA:
        start += 1
    return start


def _with_its_opening(tokens: Tokens, first: int, last: int) -> int:
    """Return where words begin whose first clause lost what opens it: "In cases when | chairs came, all were out"."""
    start = _opening_before(tokens, first)
    comma = next((at for at in range(first, last) if _ends_an_opening(tokens, at, last)), None)
    return start if comma is not None and leads_to_a_clause(tokens, start, comma) else first


def _ends_an_opening(tokens: Tokens, at: int, last: int) -> bool:
    return tokens.tags[at] == tags.COMMA and at + 1 < last and begins_a_clause(tokens, at + 1, last)


def with_its_head(tokens: Tokens, cue: Cue, first: int, last: int, found: Sequence[Cue]) -> int:
    """Return where words before their cue begin, whose subject or verb stands farther left.

    "Holt, a baker, will lead", "sold the mill and left": what begins with an aside or a verb is no whole of its own.
    """
    if (opening := _with_its_opening(tokens, first, last)) < first:
        return opening
    if first == 0 or tokens.tags[first - 1] not in tags.COMMA + tags.CONJUNCTION + tags.RELATIVE:
        return first
    if not _is_headless(tokens, first, last):
        return first
    start = max((at + 1 for at in range(first) if tokens.tags[at] in _SENTENCE_PARTS), default=0)
    if any(start <= each.first < first and each.lemma in SPEECH and each is not cue for each in found):
        return first
    while start < first and tokens.tags[start] in tags.CONJUNCTION + tags.COMMA:
        start += 1
    return start


def _is_headless(tokens: Tokens, first: int, last: int) -> bool:
    """Return whether words begin with a verb, a relative clause or an aside, or hold no verb at all."""
    if tokens.tags[first] in tags.PREDICATE + tags.RELATIVE or tokens.lower[first] in {"where", "whose"}:
        return not _is_participle(tokens, first)
    if not any(is_finite(tokens, at) for at in range(first, last)):
        return True
    comma = next((at for at in range(first, last) if tokens.tags[at] == tags.COMMA), None)
    if comma is None or comma + 1 >= last or tokens.tags[first] not in tags.DETERMINER + tags.NOUN:
        return False
    aside = not any(is_finite(tokens, at) for at in range(first, comma))
    return aside and tokens.tags[comma + 1] in tags.PREDICATE and is_finite(tokens, comma + 1)


_SENTENCE_PARTS = tags.SEMICOLON + tags.COLON + tags.QUOTATION + tags.FULL_STOP + tags.OTHER_MARK
_ABOUT = frozenset("about around nearly almost roughly over under some only approximately".split())


def with_about(tokens: Tokens, first: int, floor: int) -> int:
    """Return where words begin that a number opens, with what stands before it: "about 400 people left"."""
    while first > floor and tokens.tags[first] in tags.NUMBER + tags.DETERMINER and tokens.lower[first - 1] in _ABOUT:
        first -= 1
    return first


_ADDRESSED = frozenset("tell inform assure remind notify".split())


def behind_the_told(tokens: Tokens, cue: Cue, first: int, last: int) -> int:
    """Return where words begin behind whom they were told: "told Reuters errors showed it", "told Holt he was late"."""
    told = cue.lemma in _ADDRESSED and cue.form in {"past", "s"} and not cue.passive
    if not told or first != cue.last or tokens.tags[first] not in tags.NAME + tags.OBJECT:
        return first
    at = first + 1
    while at < last and tokens.tags[at] == tags.NAME:
        at += 1
    subject = at
    while at < last and tokens.tags[at] in tags.COUNTED_PHRASE + tags.PRONOUN + tags.PREPOSITION + tags.ADVERB:
        at += 1
    return subject if subject < at < last and is_finite(tokens, at) else first


def _is_participle(tokens: Tokens, at: int) -> bool:
    verb = tokens.verbs[at]
    return verb is not None and verb.form in {"ing", "participle"}


def with_the_claim(tokens: Tokens, cue: Cue, first: int) -> int:
    """Return where words begin that are said of a claim: "said reports that the mill was sold were false"."""
    if first - 1 <= cue.last or tokens.lower[first - 1] != "that" or cue.lemma not in _SAYS_OF:
        return first
    phrase = tokens.tags[cue.last : first - 1]
    head = tokens.lower[first - 2]
    claimed = head in _HEARSAY or head.removesuffix("s") in _HEARSAY
    return cue.last if claimed and set(phrase) <= {tags.DETERMINER, tags.NOUN} else first


def behind_a_bracket(tokens: Tokens, first: int, last: int) -> int:
    """Return where words begin behind a bracket on the cue: "announced (and then withdrew) their wedding"."""
    if tokens.tags[first - 1] == tags.OPENING:
        first -= 1
    if tokens.tags[first] != tags.OPENING:
        return first
    furthest = min(first + _LONGEST_BRACKET, last - 1)
    return next((at + 1 for at in range(first, furthest) if tokens.tags[at] == tags.CLOSING), first)


def without_the_telling(tokens: Tokens, cue: Cue, first: int, last: int) -> int:
    """Return the end of a thing announced, without how and when: "her death on Monday in a post"."""
    if cue.lemma not in _TELLING_OF_THINGS or cue.form != "past" or cue.passive:
        return last
    channel = next((at for at in range(first + 1, last + 1) if _told_at(tokens, at)), None)
    stop = last if channel is None else channel
    if "that" in tokens.lower[stop:last] or any(_makes_a_clause(tokens, at) for at in range(first, stop)):
        return last
    return _before_the_days(tokens, first, stop, _DAYS_BEFORE if channel is None else None)


def _makes_a_clause(tokens: Tokens, at: int) -> bool:
    if tokens.tags[at] == tags.TO:
        return at + 1 >= len(tokens) or tokens.tags[at + 1] not in tags.NAME_OR_DETERMINER
    return tokens.tags[at] in tags.PREDICATE + tags.RELATIVE + tags.SUBORDINATOR


def _told_at(tokens: Tokens, at: int) -> bool:
    """Return whether a phrase at a token tells how something is told: "in a statement", "on Twitter", "during …"."""
    if at + 1 >= len(tokens) or tokens.lower[at] not in {"in", "on", "at", "via", "through", "during"}:
        return False
    if tokens.lower[at] == "during":
        return True
    words = tokens.lower[at + 1 : at + 1 + _LONGEST_CHANNEL]
    if tokens.lower[at] in {"on", "via"} and (words[0] in _SITES or words[:2] == ["social", "media"]):
        return True
    if words[0] not in _OWN_OR_ANY:
        return False
    noun = next((word for word, tag in zip(words[1:], tokens.tags[at + 2 :], strict=False) if word in _CHANNELS), None)
    return noun is not None or tokens.lower[at] in {"on", "via"} and bool(_SITES & set(words))


def _before_the_days(tokens: Tokens, first: int, last: int, openers: frozenset[str] | None) -> int:
    """Return where the days that close some words begin: "yesterday", "last week"; where told so, "on Monday" too."""
    at = last
    while at > first + 1 and tokens.tags[at - 1] in tags.TIME + tags.NUMBER + tags.COMMA + tags.ADVERB:
        at -= 1
    days = tokens.tags[at:last]
    if openers is not None:
        opened = next((k for k in range(at - 1, last) if k > first and tokens.lower[k] in openers), None)
        passed = opened is not None and (tags.TIME in days or tokens.lower[last - 1] == "yesterday")
        return opened if opened is not None and passed else last
    if tags.TIME not in days and "yesterday" not in tokens.lower[at:last]:
        return last
    while at > first + 1 and (tokens.lower[at - 1] in {"on", "in", "last", "this", "late", "early"}):
        at -= 1
    return _bare(tokens, first, at)


def _bare(tokens: Tokens, first: int, at: int) -> int:
    while at > first + 1 and tokens.tags[at - 1] == tags.COMMA:
        at -= 1
    return at


def before_another_act(tokens: Tokens, cue: Cue, first: int, last: int) -> int:
    """Return the end of words before what the speaker did besides: "said she could not recall it and repeated …"."""
    if cue.lemma not in SPEECH or cue.form != "past" or cue.subject is None or first < cue.last:
        return last
    modal = next((at for at in range(first, last) if tokens.tags[at] == tags.AUXILIARY), None)
    if modal is None or tokens.lower[modal] not in _MODALS:
        return last
    for at in range(modal + 2, last - 1):
        if _begins_another_clause(tokens, at):
            return last
        if tokens.tags[at] == tags.CONJUNCTION and _is_told_past(tokens, at + 1, last):
            return at
        if _is_another_verb(tokens, at, last):
            return last
    return last


def _begins_another_clause(tokens: Tokens, at: int) -> bool:
    return tokens.tags[at] in tags.SUBORDINATOR + tags.RELATIVE + tags.COMMA or tokens.lower[at] in BE | {"have"}


def _is_another_verb(tokens: Tokens, at: int, last: int) -> bool:
    return _is_told_past(tokens, at, last) or tokens.tags[at] == tags.AUXILIARY and tokens.lower[at] != "not"


def _is_told_past(tokens: Tokens, at: int, last: int) -> bool:
    while at < last and tokens.tags[at] == tags.ADVERB:
        at += 1
    if at >= last:
        return False
    verb = tokens.verbs[at]
    if verb is not None:
        return verb.form == "past" and verb.lemma != tokens.lower[at]
    return tokens.tags[at] == tags.OTHER_VERB and tokens.lower[at].endswith("ed")


def with_the_last_item(tokens: Tokens, first: int, last: int, end: int) -> int:
    """Return the end of words with the last item of the list they end in: "suites, seats and boats"."""
    if last + 1 >= end or tokens.tags[last] != tags.CONJUNCTION or tokens.tags[last - 1] not in tags.NOMINAL:
        return last
    if not _is_item_of_a_list(tokens, first, last):
        return last
    at = last + 1
    while at < end and at - last < _LONGEST_ITEM and (tokens.tags[at] in tags.NOMINAL or _is_gerund(tokens, at)):
        at += 1
    if at == last + 1 or at < end and tokens.tags[at] not in _AFTER_AN_ITEM:
        return last
    return next((k for k in range(at, end) if tokens.tags[k] in _ENDS_AN_ITEM), end)


def _is_item_of_a_list(tokens: Tokens, first: int, last: int) -> bool:
    """Return whether the words before a token are an item behind the comma of a list."""
    before = last - 1
    while before > max(first, last - _LONGEST_ITEM) and tokens.tags[before] in tags.NOMINAL:
        before -= 1
    return tokens.tags[before] == tags.COMMA and tokens.tags[before - 1] in tags.NOMINAL


def _is_gerund(tokens: Tokens, at: int) -> bool:
    verb = tokens.verbs[at]
    return verb is not None and verb.form == "ing"


def with_what_came_of_it(tokens: Tokens, last: int, end: int, found: Sequence[Cue]) -> int:
    """Return the end of words with a clause that tells on: "sold it to a cousin, who then sold it to others"."""
    goes_on = tokens.tags[last : last + 2] == [tags.COMMA, tags.RELATIVE] and tokens.lower[last + 2] in _THEN
    if not goes_on or last + 3 >= end:
        return last
    others = any(last < each.first < end and each.subject is not None and each.lemma in SPEECH for each in found)
    return last if others else end


_THEN = frozenset("then later subsequently promptly".split())


def before_the_reporter(tokens: Tokens, cue: Cue, first: int, last: int, found: Sequence[Cue]) -> int:
    """Return the end of words before who reports that they were said: "said it would pay, state media reported"."""
    reporter = closing_reporter(tokens, cue, found) if first >= cue.last else None
    edge = min(reporter.first, reporter.subject.first) if reporter and reporter.subject else 0
    return edge - 1 if first + 2 < edge < last else last


def before_the_writer(tokens: Tokens, first: int, last: int) -> int:
    """Return the end of words before what the writer adds of himself: "argued that it should go, and I can't disagree".

    Words that are reported without marks call whoever says them "he" or "she", never "I".
    """
    for at in range(first + 2, last):
        joined = tokens.lower[at - 1] in _JOINS and tokens.tags[at - 2] == tags.COMMA
        if joined and tokens.lower[at].split("'")[0].split("’")[0] == "i":
            return at - 2
    return last


_JOINS = frozenset("and but so though yet".split())
