"""What lowers the confidence of a quotation's speaker: a cue that may attribute nothing, words that may be a title.

Each rule is one that named the wrong speaker more often than in three of ten cases where it was read in news articles.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.cues.contents import is_finite
from index.cues.cues import Cue, says
from index.cues.tokens import Tokens
from index.cues.verbs import MIND, SPEECH
from index.names.descriptions import is_person_noun, is_somebody

UNSURE = 0.6
"""What is left at most: below the line from which a speaker is shown as sure."""
WORDED = frozenset("tell call describe accuse dub term label brand ask".split())
"""Of the verbs of a stance those that hold the very words: "Oster said Holt called it “a farce”"."""
LONGEST_TITLE = 8
WRITES = frozenset("write sing read record chant report post add".split())
"""Verbs of making or naming a work as often as of saying its words: "she wrote “Harbour Lights,”"."""
_FIXED = {
    "add": "to",
    "agree": "with",
    "disagree": "with",
    "charge": "with",
    "report": "on",
    "read": "about",
    "respond": "to",
}
"""With these after them the verbs attribute no words: "the figures add to “…”", "was charged with"."""


def is_title(words: str) -> bool:
    """Return whether words look like the title of a work: every word but the small ones begins with a capital."""
    parts = re.findall(r"[^\W\d_][\w’'-]*", words)
    long = [part for part in parts if len(part) > 3 and part.lower() not in {"with", "from", "into", "over", "that"}]
    # "New Day": where no word is long, each must have a capital.
    return len(parts) >= 2 and all(part[0].isupper() for part in long or parts)


def is_bare_reply(words: str) -> bool:
    """Return whether words are a reply that means nothing without what it replies to: “Yes,”, “No. No.”, “Well …”."""
    parts = re.findall(r"[^\W\d_]+", words.lower()[:80])
    return 0 < len(parts) <= 3 and len(words) <= 80 and all(each in _BARE for each in parts)


_BARE = frozenset(
    """yes no yeah yep yup nope nah ok okay well oh ah um uh er hmm hm right sure so and but indeed exactly absolutely
    certainly really why what thanks hello hi hey да нет так ні не tak nie""".split()
)


def may_be_a_name(words: str) -> bool:
    """Return whether words, short and with capitals, may name a work or a thing and be nobody's utterance."""
    if words[-1:] in "?!" or len(words.split()) > LONGEST_TITLE:
        return False
    return is_title(words) or re.fullmatch(r"[A-Z][\w’'-]*[.,]?", words) is not None


def governs(tokens: Tokens, cue: Cue, at: int) -> bool:
    """Return whether a verb of saying stands right before the quotation at a token: "said: “…”", "told her “…”"."""
    if cue.lemma not in SPEECH and cue.lemma != "tell" or cue.form == "infinitive":
        return False
    between = tokens.tags[cue.last : at]
    if ":" in between:
        return True
    if cue.lemma in WRITES:
        return between == [","]
    if cue.lemma == "tell":
        return len(between) <= 5 and not set(between) & set("PAvVI")
    return len(between) <= 2 and all(tag in ",SR" for tag in between)


def is_weak(tokens: Tokens, cue: Cue) -> bool:
    """Return whether a cue may well attribute nothing, or to somebody else than its subject."""
    following = tokens.lower[cue.last] if cue.last < len(tokens) else ""
    if following in {"and", "or"} or cue.passive and cue.lemma == "tell":
        # "plans that it has kept and changed for “…”", "he was told by friends “…”": whose account it is
        return True
    if cue.loose or (cue.lemma, following) == ("label", "themselves"):
        return True
    if _FIXED.get(cue.lemma) == following and ":" not in tokens.tags[cue.last :]:
        return True
    if cue.form == "infinitive":
        return _is_weak_infinitive(tokens, cue)
    return cue.form == "participle" and _is_weak_participle(tokens, cue)


def _is_weak_infinitive(tokens: Tokens, cue: Cue) -> bool:
    if cue.lemma in WORDED - {"tell", "ask"}:
        return True
    if not cue.inherited or not cue.first:
        return False
    # "the advert shows Ruiz appearing to say", "asked people to say": it is not the subject who says it.
    before = cue.first - 1
    return tokens.tags[before] in "nNO" or tokens.lower[before].startswith(("appear", "seem"))


_OUTCRIES = frozenset("shout yell scream cry bellow roar chant sob howl ask".split())


def _is_weak_participle(tokens: Tokens, cue: Cue) -> bool:
    if (
        cue.lemma in _OUTCRIES
        and cue.inherited
        and cue.subject
        and "that" in tokens.lower[cue.subject.last : cue.first]
    ):
        # "The Echo reported that Holt broke in, shouting": whoever is told of may shout.
        return True
    if cue.subject and cue.subject.last == cue.first and cue.subject.first:
        # "sent a letter to supporters saying": it is the letter that says it.
        return tokens.tags[cue.subject.first - 1] in "TI"
    if not cue.first or tokens.tags[cue.first - 1] not in "nN":
        return False
    # "held up signs reading", "a panel stating": what bears the words is no person.
    return cue.inherited and not is_person_noun(tokens.lower[cue.first - 1])


def is_no_answer(tokens: Tokens, cue: Cue) -> bool:
    """Return whether a clause tells what somebody would not say or do: "declined to comment on the case"."""
    return cue.lemma in {"decline", "refuse"} and tokens.lower[cue.last : cue.last + 1] == ["to"]


def is_only_possible(tokens: Tokens, cue: Cue) -> bool:
    """Return whether a verb tells what may be said or done and not that it was: "voters will reject", "could explain".

    "I would say" is a courtesy, and nobody's but the speaker's own.
    """
    group = tokens.lower[cue.first : cue.last]
    before = [tokens.lower[at] for at in range(max(0, cue.first - 4), cue.first) if tokens.tags[at] in "ATR"]
    failed = cue.form == "infinitive" and bool(_FAILING & {*tokens.lower[max(0, cue.first - 2) : cue.first]})
    forms = {"base", "infinitive", *(["past"] if "have" in group else [])}
    return failed or cue.form in forms and bool(_MODALS & {*group, *before})


_FAILING = frozenset(
    """fail fails failed failing neglected neglects yet refuse refuses refused refusing decline declines declined
    unable""".split()
)
_MODALS = frozenset("will would can could may might must shall should cannot won't wouldn't can't couldn't".split())


def is_only_thought(tokens: Tokens, cue: Cue) -> bool:
    """Return whether the text tells how somebody came to think something, in nobody's words: "began to wonder"."""
    before = tokens.lower[max(0, cue.first - 2) : cue.first]
    came = cue.form == "infinitive" and bool(_COMING & {*before})
    # "had expected to win": what somebody thought before, as the writer tells it
    return cue.lemma in MIND | _MUSING and (came or "had" in tokens.lower[cue.first : cue.last - 1])


def is_a_menace(tokens: Tokens, cue: Cue) -> bool:
    """Return whether what happens threatens or promises something: "fires burned, threatening to cut off the town"."""
    return cue.lemma in {"threaten", "promise"} and cue.form == "participle" and cue.inherited


def is_seldom_saying(tokens: Tokens, cue: Cue, words: tuple[int, int], probability: float) -> bool:
    """Return whether a verb that is not one of plain saying attributes something without "that", and not quite surely.

    Of 600 sure statements read in news seven of the wrong ones were of such verbs, between 0.7 and `_SURER`.
    """
    if cue.lemma == "add" and cue.form == "participle" and cue.inherited:
        return not any(_has_said(tokens, at) for at in range(cue.first))
    led_in = {*tokens.lower[words[0] - 1 : words[0] + 1]} & {"that", ":", "whether", "if"}
    named = led_in or "as" in tokens.lower[slice(*words)]
    return probability < _SURER and cue.lemma not in _TELLING and not named


def _has_said(tokens: Tokens, at: int) -> bool:
    verb = tokens.verbs[at]
    return tokens.tags[at] == "Q" or verb is not None and verb.lemma in SPEECH | {"tell"}


_SURER = 0.8
_TELLING = frozenset(
    """say tell according announce report confirm warn write argue explain note add believe think claim insist reveal
    state acknowledge admit suggest allege estimate declare deny urge ask predict promise stress""".split()
)
"""Verbs that hardly stand for anything but saying."""


def is_named_by_what(tokens: Tokens, cue: Cue, words: tuple[int, int]) -> bool:
    """Return whether words before a cue run into it without a mark: "the tapes of what he says, and if he is right"."""
    subject = cue.subject
    if words[0] >= cue.first or subject is None or cue.inherited or subject.first >= cue.first:
        return False
    before = subject.first - 1
    return before >= words[0] and tokens.tags[before] in "SWnNIDVv" and tokens.tags[before] != "."


_COMING = frozenset("begin begins began begun start starts started come comes came grew led".split())
_MUSING = frozenset("wonder question suspect reflect reason speculate".split())


def is_an_act(tokens: Tokens, cue: Cue, last: int) -> bool:
    """Return whether a verb tells an act, no words: "posted a picture", "wrote the charter", "sought to harness"."""
    if cue.lemma == "according" or cue.last >= len(tokens):
        return False
    if _only_names(tokens, cue, last):
        return True
    if tokens.tags[cue.last] == "T":
        return cue.lemma in _ATTEMPTS
    if cue.lemma not in _ACTS or tokens.tags[cue.last] not in "DnN#":
        return False
    at = cue.last
    while at < last and tokens.tags[at] in "DnN#":
        at += 1
    # "wrote the local paper that …": it is whom the words were written to.
    return at >= last or tokens.lower[at] != "that" and not is_finite(tokens, at)


def _only_names(tokens: Tokens, cue: Cue, last: int) -> bool:
    """Return whether what follows names words and gives none: "responded to the post", "said this in spite of it"."""
    following = tokens.lower[cue.last : cue.last + 3]
    if says(cue) and following[0] in {"this", "it"}:
        return cue.last + 1 >= last or tokens.tags[cue.last + 1] == "I"
    if cue.lemma == "report" and following[0] == "on":
        # "After Ruiz reports on how the mill is doing, should it close?", not "reported on Aug. 1 that it closed"
        dated = cue.last + 1 < len(tokens) and tokens.tags[cue.last + 1] in "Z#" or "that" in tokens.lower[cue.last :]
        return not dated
    if following[0] == _ABOUT.get(cue.lemma):
        return not any(tokens.lower[at] == "that" or is_finite(tokens, at) for at in range(cue.last + 1, last))
    return bool(_NEWS & {*following}) and "that" not in following


def is_a_liking(tokens: Tokens, cue: Cue) -> bool:
    """Return whether a verb tells whom or what somebody likes better, and nothing that they said: "prefers his son"."""
    return cue.lemma == "prefer" and tokens.tags[cue.last : cue.last + 1] != ["T"] and not cue.inherited


def is_a_sign(tokens: Tokens, cue: Cue, words: tuple[int, int]) -> bool:
    """Return whether a thing is only a sign of something to the writer: "These rules signal a change"."""
    if cue.lemma not in _SIGNS or cue.subject is None or words[0] < cue.last:
        return False
    subject = range(cue.subject.first, cue.subject.last)
    if any(tokens.tags[at] in "NPQ" for at in subject) or is_somebody(" ".join(tokens.words[at] for at in subject)):
        return False
    return tokens.tags[cue.last] in "DnN#I" and not any(
        is_finite(tokens, at) for at in range(cue.last, _clause_end(tokens, words))
    )


def _clause_end(tokens: Tokens, words: tuple[int, int]) -> int:
    """Return where the first phrase of some words ends: before a relative clause or a comma."""
    return next((at for at in range(*words) if tokens.tags[at] in ",W-:;I"), words[1])


_SIGNS = frozenset(
    "signal imply underscore underline reflect reveal confirm echo suggest indicate predict promise".split()
)
"""What a thing does is seldom saying, where no clause follows."""
_ABOUT = {"respond": "to", "reply": "to", "react": "to", "answer": "to", "focus": "on", "comment": "on", "speak": "on"}
"""Verbs with the word after which stands what words are about, not the words."""
_NEWS = frozenset({"details", "information"})


_ACTS = frozenset(
    """add post pitch observe write tweet retweet read sing record paint open press present focus push inject venture
    document begin rejoin unveil decline""".split()
)
"""What they take is a thing made, shown or moved, unless a clause follows: "wrote that …", "wrote the mayor lied"."""
_ATTEMPTS = frozenset("seek try attempt aim plan intend work push press move begin continue volunteer agree".split())
"""With "to" they tell what somebody did or set out to do, in nobody's words."""


def ends_its_clause(tokens: Tokens, cue: Cue) -> bool:
    """Return whether nothing that a verb could take follows it: "“…,” the report found." and not "found a way"."""
    if cue.last >= len(tokens):
        return True
    return tokens.tags[cue.last] in ",.;:-RZSCQ)" or tokens.lower[cue.last] in {"in", "on", "at", "during"}


def introduced(tokens: Tokens, at: int, found: Sequence[Cue]) -> bool:
    """Return whether a clause before the quotation has said whose it is: "When Ruiz shouted “No,” Holt laughed …"."""
    if not any(tokens.tags[each] == "S" or tokens.lower[each] in {"after", "before"} for each in range(min(2, at))):
        return False
    return any(cue.last <= at and cue.subject and not cue.inherited and governs(tokens, cue, at) for cue in found)
