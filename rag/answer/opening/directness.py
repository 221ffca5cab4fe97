"""Of somebody's statements those that say most directly what they hold, where a question asks for their view."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.text.expressions import expression
from index.text.sentences import Span
from index.text.stems import content_words
from rag.rank.windows import points_back
from rag.records import Documents, Evidence, Query

_ASKS_VIEW = expression(
    r"\b(?:position|stance|views?|opinions?|think|thinks|thought|believes?|believed|feels?|felt|attitude|take|stand on"
    r"|see|sees)\b",
    re.IGNORECASE,
)
_HELD = expression(
    r"\b(?:I|[Ww]e)\b(?: \w+)? (?:support|oppose|stand|reject|believe|think|want|demand|condemn|call|regard|consider"
    r"|welcome|favou?r|must|should|cannot|need|have to|will not|won['’]t|do not|don['’]t|urge|advocate|insist|appeal"
    r"|deplore|reaffirm|encourage|(?:are|am) (?:for|against|convinced|ready|committed|alarmed|concerned))\b"
    r"|\band (?:strongly )?(?:support|oppose|reject|demand|condemn|urge|advocate|call)\b"
    r"|\b[A-Z]\w+(?: \w+ly)? (?:supports|opposes|rejects|demands|condemns|calls (?:for|on)|urges|advocates|insists"
    r"|welcomes|deplores|believes)\b"
)
"""What the speaker holds, also in the name of a country: "Kestria supports"."""
_OUGHT = expression(r"\b(?:must|should|ought to|has to|have to|cannot|stands? (?:for|by|against))\b")
_JUDGED = expression(
    r"\b(?:unacceptable|unjustifiable|inadmissible|wrong|necessary|essential|crucial|no place|threat|danger|mistake"
    r"|disgrace|right thing)\b"
)
_BESIDE = 8
"""So many words from the topic somebody's view of it stands; farther off it is of something else."""
_OBJECT = 4
"""So many words after a verb its object begins."""
_OF_ANOTHER = expression(r"\b(?:of|in|with|to|for|from|by|on|against|about)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
_CLAUSE_ENDS = expression(r"[.;:!?]")


def direct_ones(query: Query, evidence: Sequence[Evidence], documents: Documents) -> list[Evidence]:
    """Return the statements that say what somebody holds, asks or rejects of the topic; none where no view is asked."""
    if not (query.compared or _ASKS_VIEW.search(query.standalone)):
        return []
    texts = {
        each: document.text[each.start : each.end]
        for each in evidence
        if (document := documents.document(each.document_id))
    }
    fullest = max((each.coverage for each in evidence), default=0.0)
    topic = set(content_words(query.topic))
    return [
        each
        for each, text in texts.items()
        if each.coverage >= fullest and holds(text, topic) and not points_back(text)
    ]


_SIDES = expression(
    r"\b(?:I|[Ww]e)(?:['’]m| am|['’]re| are) (?:\w+ )?(?:for|against|opposed|in favou?r)\b"
    r"|\b(?:is|was|are|were) (?:\w+ )?(?:for|against|opposed to|in favou?r of) (?:it|this|that|them)\b"
    r"|\b(?:[Nn]ot against|[Yy]es\b|[Nn]o\b[,:.]|[Oo]pposed?|[Ss]upport(?:s|ed)?|[Aa]gree|[Dd]isagree|[Rr]uled out)\b"
    r"|\b(?:I|[Ww]e)(?: \w+)? (?:would|will|won['’]t|can['’]t|cannot|recommend|like|prefer|want|hope)\b"
    r"|\bno \w+, no \w+",
)
"""Words that take a side, whether or not they name of what."""


def takes_a_side(text: str) -> bool:
    """Return whether words say what their speaker holds, wants or rejects, of whatever it is."""
    return any(form.search(text) for form in (_SIDES, _HELD, _OUGHT, _JUDGED))


def holds(text: str, topic: set[str]) -> bool:
    """Return whether the topic itself is what is held or judged: not "the countries of capitalism must pay"."""
    places = [match.span() for match in re.finditer(r"[\w’'-]+", text) if set(content_words(match[0])) & topic]
    return any(_held_beside(text, place) for place in places)


def _held_beside(text: str, place: Span) -> bool:
    before = " ".join(_CLAUSE_ENDS.split(text[: place[0]])[-1].split()[-_BESIDE:])
    after = " ".join(_CLAUSE_ENDS.split(text[place[1] :])[0].split()[:_BESIDE])
    if (held := list(_HELD.finditer(before))) and len(before[held[-1].end() :].split()) <= _OBJECT:
        return True
    return not _OF_ANOTHER.search(text[: place[0]]) and bool(
        _OUGHT.search(after) or _JUDGED.search(after) or _JUDGED.search(before)
    )
