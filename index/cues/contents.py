"""What a cue reports -> whether that is a clause or an infinitive, or a thing that is only named.

"Warned that the mill will close" and "urged clerks to leave" tell what was said; "praised the clerks", "his support for
the mill" and "commented on the price" only name what it was about, or whom.
"""

from __future__ import annotations

from index.cues import tags
from index.cues.cues import Cue
from index.cues.tokens import Tokens
from index.cues.verbs import MIND, SPEECH, STANCE
from index.cues.word_classes import CLAUSE_OPENERS

_CONTRACTED = ("'re", "'ll", "'ve", "'d", "'m")
_WITH_IS = frozenset("it's he's she's that's there's here's what's who's let's everyone's nobody's".split())
_OF_CLAUSES = frozenset("say think believe argue insist contend".split())
"""What they take is a clause even where no list has its verb: "said the mill ends its run"."""
_TAKE_CLAUSES = frozenset(
    "propose suggest announce tell ask demand request recommend explain deny doubt reaffirm complain".split()
)
"""Verbs of a stance that a clause may follow without "that"; the others take a thing: "criticized a law he passed"."""
_ASKING = frozenset(
    """urge ask tell call request order encourage advise warn beg instruct recommend demand want expect exhort petition
    press push counsel challenge forbid remind need like wish invite""".split()
)
"""Whom they ask stands before what shall be done: "urged clerks to leave"; not "criticized the plan to leave"."""
_NAMING = frozenset("call consider deem rate judge rank label brand dub term".split())
"""Two things behind them make a clause without a verb: "called the plan reckless"."""
_SEEN_AS = frozenset(
    """describe characterize characterise portray depict paint denounce dismiss condemn decry deride slam hail view see
    regard criticize criticise praise reject define""".split()
)
"""With "as" they tell what somebody calls a thing: "described the plan as reckless"."""
_LEADING = frozenset({"that", ":", "whether", "if"})
_ASKS = frozenset("whether if how why what when where who which".split())
_TO_A_THING = frozenset("point refer object respond reply relate react allude".split())
_GREETINGS = frozenset("according goodbye hello farewell thanks sorry hi bye yes no".split())
_BEFORE_A_THING = frozenset(
    "due thanks owing prior access related according response answer close next vulnerable exposed subject".split()
)
"""Behind these "to" leads to a thing: "due to delays"."""
_PEOPLE_ALONE = frozenset("many some most few others all both people".split())
_ENDS_WHOM = tags.COMMA + tags.DASH + tags.SUBORDINATOR + tags.RELATIVE
_ENDS_A_PHRASE = tags.SUBORDINATOR + tags.RELATIVE


def is_finite(tokens: Tokens, at: int) -> bool:
    """Return whether a token can be the verb of a clause: no form in -ing, no infinitive, no participle of a noun."""
    verb, tag = tokens.verbs[at], tokens.tags[at]
    if at and tokens.tags[at - 1] == tags.TO or tokens.lower[max(0, at - 2) : at] == ["to", "be"]:
        return False
    if verb is not None:
        return verb.form not in {"ing", "participle"}
    if tag == tags.OTHER_VERB:
        described = at > 0 and tokens.tags[at - 1] in tags.DETERMINER_OR_NUMBER
        return not described and not _is_of_a_noun(tokens, at + 1)
    word = tokens.lower[at]
    return tag == tags.AUXILIARY or word in _WITH_IS or word.endswith(_CONTRACTED)


def _is_of_a_noun(tokens: Tokens, following: int) -> bool:
    """Return whether what follows a form in -ed goes with a participle: "embroidered with", "presented to the town"."""
    following_tags = tokens.tags[following : following + 2]
    to_somebody = following_tags[:1] == [tags.TO] and following_tags[1:] != [] and following_tags[1] in "DNP#O"
    return following_tags[:1] == [tags.PREPOSITION] or to_somebody


def tells_a_clause(tokens: Tokens, cue: Cue, first: int, last: int) -> bool:
    """Return whether tokens that a cue reports are a clause or an infinitive; words before their cue pass for one."""
    if first < cue.last or cue.form == "according":
        return True
    if tokens.lower[first] in _GREETINGS or _is_headed(tokens, cue, first):
        return False
    to_a_thing = cue.lemma in _TO_A_THING and tokens.tags[first - 1] == tags.TO
    if _is_led_in(tokens, first) or not to_a_thing and _is_infinitive(tokens, first, last):
        return not _tells_about(tokens, cue, first)
    asked = cue.lemma in _ASKING and _asks_somebody(tokens, first, last)
    if cue.form == "noun" or asked:
        return asked
    return tokens.tags[first - 1] not in tags.PREPOSITION_OR_TO and _stands_without_that(tokens, cue, first, last)


def _tells_about(tokens: Tokens, cue: Cue, first: int) -> bool:
    """Return whether a word that asks leads to what a report was about: "discussed what would happen"."""
    about = cue.form == "noun" or cue.lemma in STANCE - SPEECH - MIND - _TAKE_CLAUSES
    return about and tokens.lower[first] in _ASKS - {"whether", "if"}


def _is_headed(tokens: Tokens, cue: Cue, first: int) -> bool:
    """Return whether a heading or a second verb follows a cue: "What clerks say: …", "explain and defend it"."""
    asked = cue.subject is not None and tokens.lower[max(0, cue.subject.first - 1)] == "what"
    return asked and tokens.lower[first - 1] == ":" or first == cue.last and tokens.tags[first] == tags.CONJUNCTION


def _stands_without_that(tokens: Tokens, cue: Cue, first: int, last: int) -> bool:
    """Return whether what follows a verb at once is a clause: "said it is late", "called it late", "saw it as late"."""
    if cue.lemma in _NAMING | _OF_CLAUSES or cue.lemma in _SEEN_AS and _has_as(tokens, first, last):
        return True
    if cue.lemma in STANCE - SPEECH - MIND - _TAKE_CLAUSES or tokens.tags[first] in tags.PREPOSITION_OR_TO:
        return False
    return _has_its_verb(tokens, first, last)


def _is_led_in(tokens: Tokens, first: int) -> bool:
    """Return whether "that", a colon or a word that asks leads to the words."""
    return tokens.lower[first - 1] in _LEADING or tokens.lower[first] in _ASKS


def _asks_somebody(tokens: Tokens, first: int, last: int) -> bool:
    """Return whether whom an infinitive asks stands before it, and nothing else: "clerks of the mill to leave"."""
    to = next((at for at in range(first, last) if _is_infinitive(tokens, at, last)), None)
    return to is not None and not any(tokens.tags[at] in _ENDS_WHOM for at in range(first, to))


def _is_infinitive(tokens: Tokens, at: int, last: int) -> bool:
    """Return whether "to" and a verb stand at a token, or the verb behind a "to"."""
    if tokens.tags[at - 1] == tags.TO:
        at -= 1
    if tokens.tags[at] != tags.TO or at + 1 >= last or tokens.lower[at - 1] in _BEFORE_A_THING:
        return False
    return tokens.tags[at + 1] not in tags.NAME_OR_DETERMINER + tags.NUMBER and tokens.lower[at + 1][-3:] != "ing"


def _has_as(tokens: Tokens, first: int, last: int) -> bool:
    """Return whether "as" tells what a thing is called; not in "as well as", "such as", "as long as"."""
    found = [at for at in range(first, last) if tokens.lower[at] == "as"]
    return any(
        tokens.lower[at - 1] not in {"such", "well", "long", "far", "soon", "perceived", "known", "seen", "regarded"}
        and tokens.lower[at + 1 : at + 2] not in (["well"], ["long"], ["far"], ["soon"], ["opposed"])
        for at in found
    )


def _has_its_verb(tokens: Tokens, first: int, last: int) -> bool:
    """Return whether words hold the verb of a clause, and none of a relative one alone: "the last time he saw her"."""
    stop = next(
        (
            at
            for at in range(first + 1, last)
            if tokens.tags[at] in _ENDS_A_PHRASE or tokens.lower[at] in CLAUSE_OPENERS
        ),
        last,
    )
    groups: list[int] = []
    for at in range(first, stop):
        if is_finite(tokens, at) and not (groups and _goes_on(tokens, groups[-1], at)):
            groups.append(at)
    return len(groups) > _says_more_of_a_noun(tokens, first, groups)


def _goes_on(tokens: Tokens, first: int, at: int) -> bool:
    """Return whether a verb is of the group that a verb before it begins: "had been sold", not "he sold was"."""
    helpers = tags.AUXILIARY + tags.ADVERB
    between = tokens.tags[first:at]
    return all(tag in helpers for tag in between)


def _says_more_of_a_noun(tokens: Tokens, first: int, verbs: list[int]) -> bool:
    """Return whether the first verb has a subject of its own right behind a noun: "the dilemma many are facing"."""
    if not verbs or tokens.tags[first] not in tags.DETERMINER + tags.NOUN + tags.NUMBER:
        return False
    subject = verbs[0] - 1
    while subject > first and tokens.tags[subject] == tags.ADVERB:
        subject -= 1
    its = subject if tokens.tags[verbs[0]] in tags.PREDICATE else verbs[0]
    alone = tokens.tags[its] == tags.PRONOUN or tokens.lower[its] in _PEOPLE_ALONE or its == verbs[0]
    return alone and its > first and tokens.tags[its - 1] == tags.NOUN
