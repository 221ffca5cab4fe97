"""The tokens of a reported clause -> the same where its first or last ones are the document's own or cut a phrase.

The models of `index.attribution.indirect_speech` choose among likely borders by what stands beside them; these rules
look farther: at the cue in the midst of what is reported, at an aside between dashes, at what only says more of the
source.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.attribution.clause_tails import (
    before_another_act,
    before_the_reporter,
    begins_a_clause,
    behind_a_bracket,
    behind_a_short_bracket,
    behind_the_dateline,
    behind_the_told,
    leads_to_a_clause,
    may_be_finite,
    with_about,
    with_its_head,
    with_its_subject,
    with_the_claim,
    with_the_last_item,
    with_the_main_clause,
    with_what_came_of_it,
    without_the_telling,
)
from index.cues.cue_features import left_edge
from index.cues.cues import Cue
from index.cues.phrases import phrase_starting
from index.cues.tokens import Tokens
from index.cues.verbs import SPEECH, STANCE, VIEWS
from index.senses.reporters import closing_reporter
from index.text.sentences import Span

_LONGEST_ASIDE = 30
_APPOSED = frozenset("part itself owned based himself herself mayor head leader chief director spokesman".split())
_SAYING_DAY = frozenset("today yesterday".split())
_SEASONS = [["spring"], ["summer"], ["autumn"], ["fall"], ["winter"]]
_THEN = [["at", "the", "time"], ["at", "that", "time"]]
_LIST_ITEM = 3


def settled(tokens: Tokens, cue: Cue, span: Span, end: int, found: Sequence[Cue]) -> list[Span]:
    """Return the clause’s spans: two where the cue stands between two, none where another cue holds it all."""
    first, last = span
    if first < cue.first < last:
        if _is_within_another(tokens, cue, span, found):
            return []
        pieces = _without_the_cue(tokens, cue, span, found)
        return [(start, _before_another(tokens, start, stop, found)) for start, stop in pieces]
    if last <= cue.first:
        first = with_its_head(tokens, cue, first, last, found)
        first = _with_the_beginning(tokens, cue, first, end, found)
        first, last = with_the_main_clause(tokens, (first, last), _behind_whom(tokens, cue)[0], end, found)
        return [(behind_the_dateline(tokens, first, last), last)]
    if cue.form == "according":
        first = _behind_the_source(tokens, cue, first, last)
    elif cue.lemma in SPEECH:
        first = _behind_the_day(tokens, cue, with_the_claim(tokens, cue, first), last)
    first = behind_the_told(tokens, cue, with_about(tokens, first, cue.last), last)
    if (start := with_its_subject(tokens, cue, first)) < first:
        return [(start, last)]
    first = behind_a_bracket(tokens, first, last)
    relative = cue.subject is not None and "W" in tokens.tags[cue.subject.last : cue.first]
    if "-" in tokens.tags[:first]:
        last = _within_the_aside(tokens, cue, first, last)
    elif not relative:
        last = _over_the_aside(tokens, first, last, end, found)
    last = _with_the_time(tokens, _with_the_list(tokens, last, end), end)
    last = with_the_last_item(tokens, first, last, end)
    last = without_the_telling(tokens, cue, first, before_another_act(tokens, cue, first, last))
    last = before_the_reporter(tokens, cue, first, with_what_came_of_it(tokens, last, end, found), found)
    last = _before_the_source(tokens, first, last, found)
    return [(first, _before_another(tokens, first, last, found))]


def _finite_in(tokens: Tokens, first: int, last: int) -> bool:
    return any(may_be_finite(tokens, at) for at in range(first, last))


def _begins_verb(tokens: Tokens, at: int, end: int) -> bool:
    """Return whether a verb begins at a token, adverbs before it left out."""
    while at < end and tokens.tags[at] == "R":
        at += 1
    return at < end and may_be_finite(tokens, at)


def _is_within_another(tokens: Tokens, cue: Cue, span: Span, found: Sequence[Cue]) -> bool:
    """Return whether a source stands in what somebody says: "Holt says the dam, according to its builders, will do"."""
    if cue.form != "according" or cue.subject is None or not _begins_verb(tokens, cue.subject.last + 1, span[1]):
        return False
    return any(span[0] < each.first < each.last < cue.first and each.lemma in SPEECH for each in found)


def _without_the_cue(tokens: Tokens, cue: Cue, span: Span, found: Sequence[Cue]) -> list[Span]:
    """Return what is reported without a cue in its midst, where it is whole: "It is late, she said, and we must go".

    "Sports, he said, has become a market" stays in one piece: neither half of it says anything.
    """
    first, last = span
    front = _before_the_cue(tokens, cue, first)
    told, inverted = _behind_whom(tokens, cue)
    tail = _behind_the_hour(tokens, told, last)
    at_once = inverted or tail < last and tokens.tags[told] not in ",-"
    if tail >= last or at_once and _is_where_said(tokens, cue, tail, last) or _is_sourced(tokens, cue, tail, found):
        return [(first, front)]
    if not _finite_in(tokens, first, front) or _begins_verb(tokens, tail, last):
        return [span]
    leads = leads_to_a_clause(tokens, first, front) and begins_a_clause(tokens, tail, last)
    if _describes_the_source(tokens, tail, behind=(inverted or cue.form == "according") and not leads):
        return [(first, front)]
    clause = _second_clause(tokens, tail, last)
    if clause is None:
        return [span]
    # "…, she said, but she wants", "…, she said, and Odo Lask left": the document may say it itself.
    return [(first, front)] if _is_the_documents(tokens, clause) else [(first, front), (clause, last)]


def _behind_whom(tokens: Tokens, cue: Cue) -> tuple[int, bool]:
    """Return the token behind a cue and whom it names ("said Ruiz", "told Ruiz"), and whether that is who says it."""
    turned_round = not cue.subject or cue.inherited
    behind = phrase_starting(tokens, cue.last) if turned_round or cue.lemma == "tell" else None
    return max(cue.content, behind.last if behind else 0), turned_round and behind is not None


def _is_sourced(tokens: Tokens, cue: Cue, tail: int, found: Sequence[Cue]) -> bool:
    """Return whether what follows a cue tells who reports it, or when: ", he said, according to Holt", "as he left"."""
    source = tokens.lower[tail] == "according" or tokens.lower[tail] == "as" and tokens.tags[tail - 1] == ","
    return source or closing_reporter(tokens, cue, found) is not None


def _behind_the_hour(tokens: Tokens, tail: int, last: int) -> int:
    """Return where what follows a cue begins, without commas and the day: ", said Ruiz on Sunday evening, adding"."""
    while tail < last and (tokens.tags[tail] in ",-Z" or tokens.tags[tail : tail + 2] == ["I", "Z"]):
        tail += 1
    return tail


def _is_where_said(tokens: Tokens, cue: Cue, tail: int, last: int) -> bool:
    """Return whether what follows a verb and its subject tells where it was said: ", said Ruiz in the Echo"."""
    apart = (cue.lemma in SPEECH or cue.form == "according") and tokens.tags[left_edge(cue) - 1] in ",-"
    return apart and tokens.tags[tail] == "I" and not _finite_in(tokens, tail, last)


def _before_the_cue(tokens: Tokens, cue: Cue, first: int) -> int:
    """Return where the words before a cue in their midst end, without the comma or "that" before it."""
    front = left_edge(cue)
    while front > first + 1 and tokens.tags[front - 1] in ",-S":
        front -= 1
    return front


def _describes_the_source(tokens: Tokens, tail: int, *, behind: bool) -> bool:
    """Return whether what follows a cue only says more of its subject: ", said Ruiz, the mayor", ", adding"."""
    apposed = behind and tokens.tags[tail - 1] == "," and tokens.tags[tail] in "DnN"
    participle = tokens.tags[tail] == "V" and not may_be_finite(tokens, tail)
    return tokens.tags[tail] == "W" or apposed or participle


def _is_the_documents(tokens: Tokens, clause: int) -> bool:
    """Return whether a name, or a pronoun with a verb of the lists, begins a clause behind a cue."""
    return tokens.tags[clause] == "N" or tokens.tags[clause] == "P" and tokens.tags[clause + 1] == "V"


def _second_clause(tokens: Tokens, tail: int, last: int) -> int | None:
    """Return where a clause begins that "and" or "but" joins to the one before, or None where none does."""
    clause = tail + 1
    if tokens.tags[tail] != "C" or clause >= last or tokens.tags[clause] not in "DNnP#S":
        return None
    clause += tokens.lower[clause] == "that" and not _begins_verb(tokens, clause + 1, last)
    return clause if clause + 1 < last and _finite_in(tokens, clause, last) else None


def _with_the_beginning(tokens: Tokens, cue: Cue, first: int, end: int, found: Sequence[Cue]) -> int:
    """Return where words begin that "according to" ends the sentence with: its beginning if no other cue is there."""
    if first == 0 or not _closes_as_a_source(tokens, cue, end):
        return first
    others = any(
        each.first < first and each.lemma in SPEECH and each.form not in {"noun", "adjective"} for each in found
    )
    if others or {"Q", "("} & set(tokens.tags[:first]):
        return first
    start = max((at + 1 for at in range(first) if tokens.tags[at] in ":;"), default=0)
    while start < first and tokens.tags[start] in "CR,":
        start += 1
    apposed = tokens.tags[first - 1] == "-"
    return start if (apposed or _finite_in(tokens, start, first)) and tokens.tags[start] in "DNnP#I" else first


def _closes_as_a_source(tokens: Tokens, cue: Cue, end: int) -> bool:
    """Return whether ", according to" and a source end a sentence or are followed by a comma or a bracket."""
    if cue.form != "according" or cue.subject is None or tokens.tags[cue.first - 1] != ",":
        return False
    return cue.subject.last >= end or tokens.tags[cue.subject.last] in ",("


def _behind_the_source(tokens: Tokens, cue: Cue, first: int, last: int) -> int:
    """Return where words begin behind "according to": after a bracket and what only says more of the source."""
    at = behind_a_short_bracket(tokens, cue.subject.last if cue.subject else cue.content, last)
    if at >= last or tokens.tags[at] != ",":
        return first
    first = at + 1
    comma = next((k for k in range(first, last) if tokens.tags[k] == ","), None)
    if comma is None or not _is_of_the_source(tokens, first, comma):
        return first
    return comma + 1 if begins_a_clause(tokens, comma + 1, last) else first


def _is_of_the_source(tokens: Tokens, first: int, comma: int) -> bool:
    tags = tokens.tags[first:comma]
    if not tags or tags[0] == "W":
        return bool(tags)
    if _finite_in(tokens, first, comma) and tokens.lower[first] not in _APPOSED or "Z" in tags or "Q" in tags:
        return False
    named = set(tags) == {"N"} and len(tags) <= 4
    return named or tags[0] in "Dnv" and (len(tags) > 1 or tokens.lower[first] in _APPOSED)


def _behind_the_day(tokens: Tokens, cue: Cue, first: int, last: int) -> int:
    """Return where words begin behind the time of saying: "said this week it is late", "last week that it is"."""
    if first != cue.last or cue.form != "past":
        return first
    at = first
    if tokens.lower[at : at + 3] in _THEN and at + 4 < last:
        return at + 3 + (tokens.lower[at + 3] == "that")
    at = _behind_day_words(tokens, at)
    if first < at < last - 2 and tokens.lower[at] == "that":
        return at + 1
    if not first < at < last - 1 or not _begins_clause(tokens, at):
        return first
    contracted = tokens.lower[at].endswith(("'s", "'re", "'ll", "'ve", "'d"))
    return at if contracted or _finite_in(tokens, at + 1, last) else first


def _behind_day_words(tokens: Tokens, at: int) -> int:
    """Return where "this week", "last summer" or "today" ends that stands at a token, or the token."""
    times = tokens.tags[at + 1 : at + 2] == ["Z"] or tokens.lower[at + 1 : at + 2] in _SEASONS
    if tokens.lower[at] in {"this", "last"} and times and not tokens.lower[at + 1].endswith("'s"):
        return at + 2
    return at + (tokens.lower[at] in _SAYING_DAY)


def _begins_clause(tokens: Tokens, at: int) -> bool:
    return tokens.tags[at] in "DNnP" or tokens.lower[at] == "there"


def _within_the_aside(tokens: Tokens, cue: Cue, first: int, last: int) -> int:
    """Return the end of words reported in an aside: "Holt – who said it was sold – has left"."""
    opened = sum(tokens.tags[at] == "-" != tokens.tags[at - 1] for at in range(1, cue.first)) % 2 == 1
    closing = next((at for at in range(first + 1, last) if tokens.tags[at] == "-"), last) if opened else last
    return closing if closing < last and _begins_verb(tokens, closing + 1, last) else last


def _over_the_aside(tokens: Tokens, first: int, last: int, end: int, found: Sequence[Cue]) -> int:
    """Return the end of words whose verb stands behind an aside: "those who walked – some 80 – lived longer"."""
    if last >= end:
        return last
    behind = _behind_the_aside(tokens, first, last, end)
    if behind is None or not _begins_verb(tokens, behind, end):
        return last
    stop = next((at for at in range(behind, end) if tokens.tags[at] in ";:-("), end)
    others = (left_edge(each) for each in found if each.first > behind and each.subject and not each.inherited)
    cut = min((at for at in others if behind < at < stop and tokens.tags[at - 1] in ",C"), default=stop)
    while cut > behind + 1 and tokens.tags[cut - 1] in ",CS":
        cut -= 1
    return cut


def _behind_the_aside(tokens: Tokens, first: int, last: int, end: int) -> int | None:
    """Return the token behind the aside in which words end, or at which they do, or None without one."""
    furthest = min(end, last + _LONGEST_ASIDE)
    if tokens.tags[last] == "(":
        return next((at + 1 for at in range(last, furthest) if tokens.tags[at] == ")"), None)
    within = sum(tokens.tags[at] == "-" != tokens.tags[at - 1] for at in range(first + 1, last)) % 2 == 1
    if not within and tokens.tags[last] != "-":
        return None
    at = last
    while not within and at < end and tokens.tags[at] == "-":
        at += 1
    closing = next((k for k in range(at, furthest) if tokens.tags[k] == "-"), None)
    while closing is not None and closing < end and tokens.tags[closing] == "-":
        closing += 1
    return closing


def _with_the_list(tokens: Tokens, last: int, end: int) -> int:
    """Return the end of words with the rest of a list they end in: "after his death, burial and ascension"."""
    kind = tokens.tags[last - 1]
    if last >= end or tokens.tags[last] != "," or kind not in "nN":
        return last
    at = last + 1
    while at < end:
        behind = _behind_the_item(tokens, at, end, kind)
        if behind == at or behind >= end:
            return last
        if tokens.tags[behind] == "C" and tokens.lower[behind] != "but":
            return _behind_the_last_item(tokens, behind + 1, end, kind) or last
        if tokens.tags[behind] != ",":
            return last
        at = behind + 1
    return last


def _behind_the_item(tokens: Tokens, at: int, end: int, kind: str) -> int:
    """Return the token behind an item of a list that begins at a token: names or nouns, few of them."""
    behind = at
    while behind < end and behind - at < _LIST_ITEM and tokens.tags[behind] == kind:
        behind += 1
    return behind


def _behind_the_last_item(tokens: Tokens, at: int, end: int, kind: str) -> int | None:
    """Return the token behind the last item of a list, None where it is none or goes on."""
    behind = _behind_the_item(tokens, at, end, kind)
    if behind == at:
        return None
    return behind if behind >= end or tokens.tags[behind] in ",;.-)" else None


def _with_the_time(tokens: Tokens, last: int, end: int) -> int:
    """Return the end of words with the time that a comma keeps from them: ", from 2 a.m. local time over the sea"."""
    if last + 2 >= end or tokens.tags[last : last + 2] != [",", "I"] or tokens.tags[last + 2] not in "#Z":
        return last
    stop = next((at for at in range(last + 2, end) if tokens.tags[at] in ",;:-(C"), end)
    clause = any(tokens.tags[at] in "AvVSW" for at in range(last + 2, stop))
    return last if clause else stop


def _before_another(tokens: Tokens, first: int, last: int, found: Sequence[Cue]) -> int:
    """Return the end of words before what the document adds of others: "it burst, a fault that some blamed on"."""
    for each in found:
        if each.subject is None or each.inherited or not first < each.subject.first <= each.first < last:
            continue
        contrast = _contrasting(tokens, each, first)
        if contrast is not None and not _resumes(tokens, each.last, last):
            return contrast
        noun = _with_a_relative(tokens, each, first)
        if noun is not None and not _resumes(tokens, each.last, last):
            return noun - 1
    return last


def _contrasting(tokens: Tokens, cue: Cue, first: int) -> int | None:
    """Return where ", although" begins with what others say: "Holt says it is sold, although clerks have denied it"."""
    opens = cue.subject.first - 1 if cue.subject else 0
    if opens <= first + 1 or tokens.lower[opens] not in _AGAINST or tokens.tags[opens - 1] != ",":
        return None
    return opens - 1 if cue.lemma in SPEECH | {"deny"} else None


_AGAINST = frozenset("although though while whereas but".split())


def _with_a_relative(tokens: Tokens, cue: Cue, first: int) -> int | None:
    """Return where the noun behind a comma begins of which a cue's clause says more: ", a fault that some blamed"."""
    at = cue.subject.first - 1 if cue.subject else 0
    named = cue.lemma in SPEECH | VIEWS | STANCE and tokens.tags[at + 1] != "P"
    if not named or tokens.lower[at] not in {"that", "which"}:
        return None
    noun = at
    while noun > first and tokens.tags[noun - 1] in "nD":
        noun -= 1
    return noun if noun < at and tokens.tags[noun] == "D" and tokens.tags[noun - 1] == "," else None


def _resumes(tokens: Tokens, first: int, last: int) -> bool:
    """Return whether a comma and a verb take up the words again behind an aside."""
    return any(tokens.tags[at] == "," and _begins_verb(tokens, at + 1, last) for at in range(first, last))


def _before_the_source(tokens: Tokens, first: int, last: int, found: Sequence[Cue]) -> int:
    """Return the end of words before the source that closes them: "she was well, according to the Echo, a daily"."""
    for each in found:
        if each.form != "according" or each.subject is None or not first + 1 < each.first < last:
            continue
        rest = each.subject.last
        comma = rest < len(tokens) and tokens.tags[rest] == ","
        goes_on = comma and (_begins_verb(tokens, rest + 1, len(tokens)) or tokens.tags[rest + 1 : rest + 2] == ["C"])
        if tokens.tags[each.first - 1] == "," and not goes_on:
            return each.first - 1
    return last
