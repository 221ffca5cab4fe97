"""A question for what a known speaker thinks or says of a thing, in forms without a verb of saying -> who, of what.

"Tell on the harbour", "Tell's reaction to the tax", "What does Tell make of the bridge?", "Is Kestria for talks?",
"What must the council do, in Tell's view?". Whoever is named only in the topic is not the one who is asked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from index.names.names import is_name, name_key, same_person
from index.names.titles import name_words, role_key, split_title
from index.storage.catalog import Catalog
from index.text.expressions import expression
from index.text.stems import STOPWORDS
from rag.understand.intent_patterns import ADVERB, in_each_spelling
from rag.understand.speakers import EDGES, as_speaker, find_speakers

_STANCES = (
    "(?:views?|opinions?|positions?|stances?|stand|comments?|remarks?|statements?(?= (?:on|about|when|after))|thoughts?"
    "|take|attitude|thinking|assessment|claims?|"
    "reactions?|responses?|reply|replies|answers?|verdicts?|judge?ments?|complaints?|gripes?|explanations?|"
    "descriptions?|accounts?(?= of)|advice|tips?|worry|worries|fears?|hopes?|wish(?:es)?|concerns?|doubts?|regrets?|"
    "feelings?|ideas?|beliefs?|praise|criticism|warnings?|excuses?|justifications?|reasoning|reasons?|arguments?|"
    "case(?= (?:for|against))|comparisons?|predictions?|expectations?|confidence|faith|trust|impressions?|outlook|"
    "memories|definition|line(?= on)|message|promises?|demands?|appeal|plea|comeback|retort|jokes?|boasts?|guess)"
)
_ON = (
    r"(?:about|on|of|for|to|over|regarding|concerning|towards?|against|with|that|why|how|when|whether|who|what|where"
    r"|after|(?<=confidence )in|(?<=faith )in|(?<=trust )in)"
)
_ABOUT = r"(?:about|on|re|regarding|concerning)"
_THINKS = (
    r"(?:think|believe|feel|reckon|expect|want|wish|hope|fear|worry|doubt|like|dislike|hate|love|admire|appreciate|approve"
    r"|regret|prefer|favou?r|support|oppose|back|welcome|reject|trust|agree|disagree|mind|care|consider|imagine)"
)
_HOLDS = (
    r"(?:think|believe|feel|reckon|expect|want|wish|hope|fear|worry about|doubt|like|dislike|hate|love|admire"
    r"|appreciate|approve|regret|prefer|favou?r|support|oppose|welcome|reject|advise|recommend|beg|swear|remember"
    r"|recall|imagine|dream|see(?= (?:as|in))|know(?= (?:about|of)))"
)
_HELD = (
    r"(?:(?:believe|feel|reckon|expect|want|wish|hope|fear|like|dislike|hate|love|admire|regret|prefer|support|oppose"
    r"|welcome|reject|remember|recall|warn|predict|demand|propose)e?[ds]"
    r"|(?:makes|made)(?= of)|(?:sees|saw)(?= (?:as|in)))"
)
_IN_WHAT_WAY = (
    r"(?:react|respond|feel|picture|imagine|describe|explain|justify|compare|remember"
    r"|recall|sum up|look (?:at|back)|think|want|expect|hope|interpret|defend)"
)
_TELLS = (
    r"(?:says|thinks|believes|feels|reckons|predicts|warns|complains|claims|argues|insists|explains|asks(?! for)|urges"
    r"|boasts|admits|denies|promises|vows|swears|hopes|fears|expects|wants|recalls|remembers|describes|describing"
    r"|compares|comparing|defends|defending|explaining|recalling|criticising|criticizing|praising|warning)"
)
_MINDED = (
    r"(?:happy|unhappy|pleased|worried|afraid|scared|proud|ashamed|ready|willing|sure|certain|confident|hopeful|optimistic"
    r"|pessimistic|angry|sorry|sad|glad|keen|eager|concerned|satisfied|disappointed|open|okay|ok)"
    r"(?= (?:about|with|of|to|that|at|over|for)\b)"
)
_WHAT_IS = r"(?:(?:what|how)(?:(?: \w+){0,2}? (?:is|was|are|were))? )?"
_T = r" (?P<topic>\S.*)$"
_WHOLE = r"^(?P<topic>\S.*?\S)"
_TELL = r"(?:says?|said|thinks?|thought|believes?|believed|feels?|claims?|reckons?|argues?|argued|explains?|told)"
# Each with whether a view is asked, to which the nearest words answer.
_FORMS = tuple(
    (bool(view), pattern)
    for view, form in (
        (0, rf"{{S}}[,:]? {_ABOUT}{_T}"),
        (0, rf"{{S}}:{_T}"),
        (1, rf"{_WHAT_IS}{{S}}{{'S}} (?:\w+ ){{0,2}}?{_STANCES} (?P<topic>{_ON}\b.*)$"),
        (1, rf"(?:what (?:is|was|are|were) )?(?:the )?{_STANCES} (?:of|by|from) {{S}} (?P<topic>{_ABOUT}\b.*)$"),
        (
            0,
            rf"what {_STANCES} {{DID}} {{S}} {ADVERB}(?:raise|have|express|voice|mention|give|make|offer|put forward)"
            rf" (?P<topic>{_ON}\b.*)$",
        ),
        (1, rf"where {{DID}} {{S}} stand (?P<topic>{_ON}\b.*)$"),
        (1, rf"what (?:else )?{{DID}} {{S}} {ADVERB}make(?= of)\b{_T}"),
        (0, rf"what (?:else )?{{DID}} {{S}} {ADVERB}{_HOLDS}\b{_T}"),
        (1, rf"how {{DID}} {{S}} {ADVERB}(?:see|view|judge|rate|assess|regard)\b{_T}"),
        (0, rf"how {{DID}} {{S}} {ADVERB}{_IN_WHAT_WAY}\b{_T}"),
        (1, rf"{{DID}} {{S}} {ADVERB}{_THINKS}\b{_T}"),
        (1, rf"{{IS}} {{S}} {{SIDES}}{_T}"),
        (1, rf"{{IS}} {{S}} {{SIDE}}{_T}"),
        (1, rf"{{IS}} {{S}} {ADVERB}{_MINDED}{_T}"),
        (0, rf"what {{S}} (?:has |have |had )?{ADVERB}{_HELD}{_T}"),
        (0, rf"how {{S}} {ADVERB}(?:sees?|saw|views?|feels?|felt|describe[sd]?|explain(?:s|ed)?|react(?:s|ed)?)\b{_T}"),
        (0, rf"{{S}} {_TELLS}{_T}"),
    )
    for pattern in in_each_spelling(form)
)
_ENDS = tuple(
    pattern
    for form in (
        rf"{_WHOLE},? (?:as )?(?:says|said|thinks|thought|believes|reckons|explains) {{S}}$",
        rf"{_WHOLE}[,?:;.–-]+ (?:as |what (?:does |did )?)?{{S}} {_TELL}$",
        rf"{_WHOLE},? in {{S}}{{'S}} (?:view|opinion|eyes|words|mind|experience|judge?ment)$",
        rf"{_WHOLE},? in the (?:view|opinion|eyes|words) of {{S}}$",
        rf"{_WHOLE}[,?:;.–-]+ {{S}}{{'S}} (?:view|opinion|take|verdict|guess|answer|explanation|words)$",
    )
    for pattern in in_each_spelling(form)
)
_OPENLY = expression(
    r"(?:(?:what|how|why) (?:is|are|was|were|do|does|did|has|have|had|should|must|can|could|will|would|may|might)\b"
    r"|(?:is|are|was|were|do|does|did|has|have|had|should|must|can|could|will|would|may|might)\b)",
    re.IGNORECASE,
)
"""A day, a number, a name or a kind is a fact, whoever tells it: "Which event was first, says Tell?"."""
_AND_WHAT = expression(
    r"[?.,;] (?:and )?(?:what|how|why) (?:did|does|do|has|have) (?:he|she|they|it) (?:say|said|think|believe)\b.*$",
    re.IGNORECASE,
)
_ASKED_OTHERWISE = expression(r"[a-z]{3}[.!] +\w|\b(?:what|who|whom|which|where|when)$", re.IGNORECASE)
"""Of several sentences the last asks; what ends in a question word asks for a fact: "Tell blames the flood on whom"."""
_OTHER_WORDS = STOPWORDS - {"the"}
_ARTICLE = expression(r"^the ", re.IGNORECASE)


class OpinionAsked(NamedTuple):
    """Of whom it is asked what he thinks or says, and of what."""

    who: str
    topic: str
    view: bool


def opinion_asked(question: str, catalog: Catalog) -> OpinionAsked | None:
    """Return of whom a question asks what he thinks or says, who must be known, and of what; None for others."""
    bare = _AND_WHAT.sub("", question)
    if _ASKED_OTHERWISE.search(bare):
        return None
    for view, form in _FORMS:
        if (match := form.match(bare)) and (who := _heard(match["speaker"], catalog)):
            return OpinionAsked(who, match["topic"], view)
    for form in _ENDS:
        match = form.match(bare)
        if match and _OPENLY.match(match["topic"]) and (who := _heard(match["speaker"], catalog)):
            return OpinionAsked(who, match["topic"], view=False)
    return None


def _heard(phrase: str, catalog: Catalog) -> str | None:
    """Return the phrase where it surely means a speaker: by name, or by the post or the land that one speaks for."""
    first = phrase.strip(EDGES).lower().split()[:1]
    if not first or re.sub("['’]s$", "", first[0]) in _OTHER_WORDS:
        return None
    who = as_speaker(phrase, catalog, "heard")
    found = find_speakers(who, catalog) if who else []
    if not who or not found:
        return None
    if not is_name(found[0]):
        # A transcript may have names in small letters, and a body speaks under its own.
        bare = _ARTICLE.sub("", who)
        return who if who.lower() == found[0].lower() and bare[0].isupper() and " " in bare else None
    if _is_of_name(who, found):
        return who.title() if who.islower() else who
    return who if _is_of_one(who, found, catalog) else None


def _is_of_name(who: str, found: Sequence[str]) -> bool:
    """Return whether a phrase ends in a name of those found; in small letters all of its words must be theirs."""
    bare = _ARTICLE.sub("", who)
    name = [name_key(each) for each in (split_title(bare)[0] or bare).split() if len(each) > 1]
    own = {name_key(part) for each in found for part in name_words(each)}
    if not name or name[-1] not in own or role_key(name[-1]):
        return False
    return own.issuperset(name) or not who.islower()


def _is_of_one(who: str, found: Sequence[str], catalog: Catalog) -> bool:
    """Return whether those found by a post or a land are one person, with a full name.

    A name that is only spelt like another is not enough: in documents without Hayes, he is not Haynes.
    """
    spelt = catalog.misspelt(who.split()[-1])
    return all(" " in each and each not in spelt and same_person(each, found[0]) for each in found)
