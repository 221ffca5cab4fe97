"""Whose a quotation is by a Slavic verb with no subject beside it: „…”, stwierdził. — as by "he said" in English.

The verb's ending tells the gender. Where of those whom the paragraph names before the words, else of those whom the
one before names, one alone fits, the words are that one's.
"""

from __future__ import annotations

from index.attribution.owner import CARRIED, Owner
from index.attribution.quotations.quoted import Quoted
from index.attribution.speaker_lookup import SpeakerLookup
from index.cues.verbs import ELSEWHERE, VERBS
from index.names.titles import NAMES
from index.names.writing import is_slavic
from index.text.expressions import expression
from index.transcripts.narration import without_quotations

_FORMS = frozenset(word for words in ELSEWHERE.values() for word in words.split())
_VERB = expression(r"[\s,–—-]{1,6}(?P<verb>[^\W\d_]+)(?P<rest>[^\n]{0,40})")
_ENDS = expression(r"\s*(?:$|[.,;!?:–—]|(?:i|a|w|we|na|po|przed|podczas|dla|и|в|во|на|по|для|й|та|у)\b)")
"""What may stand behind a verb whose subject is left out: a mark, where or when it was said."""
_FEMALE, _MALE = expression(r"(?:ła|ла)$"), expression(r"(?:[^aeiouyąęó]?ł|л|[аеиіояуєїю]в|ў)$")
_MOST = 600
"""Characters of a paragraph in which its people are looked for."""


def owner_without_subject(quoted: Quoted, lookup: SpeakerLookup) -> Owner | None:
    """Return whose a quotation is by the verb behind it that has no subject, None where nobody alone fits."""
    text, left = quoted.text, quoted.quotation.left
    match = _VERB.match(text, quoted.quotation.right)
    if match is None or match["verb"] not in _FORMS or not _ENDS.match(match["rest"]) or not is_slavic(text):
        return None
    start = text.rfind("\n", 0, left) + 1
    named = _named(text[max(start, left - _MOST) : left], lookup)
    if not named:
        above = text[: max(0, start - 1)].rstrip()
        named = _named(above[above.rfind("\n") + 1 :][-_MOST:], lookup)
    fitting = [each for each in named if _fits(each, match["verb"], lookup)]
    if len(fitting) != 1:
        return None
    return Owner(fitting[0], match["verb"], CARRIED, attached=True, governed=match["verb"] in VERBS)


def _named(words: str, lookup: SpeakerLookup) -> list[str]:
    """Return the people whom some words name outside of quotations, each once."""
    phrases = (match[0] for match in NAMES.finditer(without_quotations(words)))
    return list(dict.fromkeys(name for each in phrases if (name := lookup.people.person(each))))


def _fits(name: str, verb: str, lookup: SpeakerLookup) -> bool:
    """Return whether a verb's ending can be of somebody: a name in -a is a woman's where nothing else tells."""
    told = "female" if _FEMALE.search(verb) else "male" if _MALE.search(verb) else None
    known = lookup.people.kind(name).gender or ("female" if name.split()[0][-1] in "aаяія" else "male")
    return told is None or told == known
