"""A cue that reports nothing where it stands: a denial, an act that only sounds like saying, who somebody is."""

from __future__ import annotations

from collections.abc import Sequence

from index.cues import tags
from index.cues.contents import is_finite
from index.cues.cues import Cue
from index.cues.phrases import phrase_starting
from index.cues.tokens import Tokens
from index.cues.verbs import MIND, SPEECH, STANCE
from index.names.descriptions import is_person_noun, singular

_IN_A_PHRASE = tags.COUNTED_PHRASE + tags.TIME + tags.PREPOSITION + tags.TO + tags.ADVERB + tags.CONJUNCTION
_SUMMONED = frozenset("police 911 999 112 security elections".split())
_CALLED_FOR = frozenset(
    """ambulance doctor vote election referendum strike halt stop truce ceasefire meeting session conference recess
    taxi cab plumber witness witnesses halt time timeout quits roll shots bluff""".split()
)
"""What is called into being or to a place: a meeting, an election, an ambulance."""


def reports_nothing(tokens: Tokens, cue: Cue) -> bool:
    """Return whether a cue is denied, or no cue where it stands."""
    if cue.negated:
        return True
    return any(
        says_nothing(tokens, cue)
        for says_nothing in (
            _calls_out,
            _pleads,
            _calls_into_being,
            _only_adds,
            _only_tells_who,
            _compares,
            _is_a_participle,
            _greets,
            _sends_on,
            _says_a_thing,
            _says_it_again,
            _only_counts,
            _is_of_whoever,
            _is_heard,
        )
    )


def begins_in_the_middle(tokens: Tokens, first: int, last: int) -> bool:
    """Return whether words that a cue would report only point back or go on: "so and pay us", "it, let it say"."""
    words, tags_of = tokens.lower[first:last], tokens.tags[first:last]
    if words[:1] in (["and"], ["or"]) or words[:1] in (["it"], ["this"], ["that"]) and words[1:2] == [","]:
        return True
    pointing = 1 if words[:1] == ["so"] else 2 if words[:2] in (["as", "much"], ["this", "much"]) else 0
    if not pointing:
        return False
    # "so many people came", "so the bridge fell"
    following = words[pointing] if pointing < len(words) else ""
    return not following or following in _GOES_ON_BEHIND or tags_of[pointing] in tags.CONJUNCTION


_GOES_ON_BEHIND = frozenset("and or but because in to at on when as before after every too again for with by".split())


def tells_only_when(tokens: Tokens, cue: Cue, first: int, last: int) -> bool:
    """Return whether words behind a verb only tell when or beside what it was said: "commented as the towns met".

    Where a clause of its own follows they are of what is said: "said when the dam burst the town had no warning".
    """
    if cue.lemma not in SPEECH or cue.form == "noun" or first < cue.last:
        return False
    at = first - 1 if first > cue.last and tokens.lower[first - 1] in _WHEN else first
    if tokens.lower[at] not in _WHEN or tokens.lower[at + 1 : at + 2] in _HOW_MANY:
        return False
    if any(tag not in tags.ADVERBIAL + tags.COMMA for tag in tokens.tags[cue.last : at]):
        return False
    if tokens.lower[at] == "when" and (cue.lemma not in _SAYS_AT_ONCE or _WILL & {*tokens.lower[at:last]}):
        # "explained when the mill closes"
        return False
    return not _has_a_main_clause(tokens, at + 1, last)


def _has_a_main_clause(tokens: Tokens, first: int, last: int) -> bool:
    """Return whether behind a phrase or clause that begins at a token another clause begins with its subject."""
    if first >= last:
        return False
    phrase = phrase_starting(tokens, first)
    behind = phrase.last if phrase else first + 1
    # "after the flood the town rebuilt its bridge"
    if behind < last and _begins_subject(tokens, behind) or _begins_behind_a_comma(tokens, last, len(tokens)):
        return True
    verbs = [at for at in range(first, last) if is_finite(tokens, at)]
    if any(_begins_another(tokens, at, last, first, verbs) for at in range(first + 1, last)):
        return True
    return _has_a_second_verb(tokens, verbs)


def _begins_another(tokens: Tokens, at: int, last: int, first: int, verbs: Sequence[int]) -> bool:
    """Return whether a pronoun right behind a phrase, or a comma and a subject with its verb, begins a clause."""
    if tokens.tags[at] == tags.PRONOUN and tokens.tags[at - 1] in tags.PHRASE_HEADS + tags.TIME:
        # "before moving to Norr she worked in a mill"
        return not _is_parted(tokens, verbs[0] + 1 if verbs else at, at)
    # "after leaving the hall, the mayor went home"
    acts = tokens.lower[first].endswith("ing") or any(each > at for each in verbs)
    return acts and _begins_behind_a_comma(tokens, at, last) and not _is_parted(tokens, verbs[0] if verbs else at, at)


def _has_a_second_verb(tokens: Tokens, verbs: Sequence[int]) -> bool:
    """Return whether another verb with a subject of its own follows the first, nothing between parting clauses."""
    for at in verbs[1:]:
        between = tokens.tags[verbs[0] + 1 : at]
        if any(tag in tags.SUBJECT_HEADS for tag in between):
            return not _is_parted(tokens, verbs[0] + 1, at)
    return False


def _is_parted(tokens: Tokens, first: int, last: int) -> bool:
    return any(tag in _PARTS for tag in tokens.tags[first:last])


_PARTS = tags.COMMA + tags.CONJUNCTION + tags.RELATIVE + tags.SUBORDINATOR


def _begins_behind_a_comma(tokens: Tokens, at: int, last: int) -> bool:
    return tokens.tags[at : at + 1] == [tags.COMMA] and at + 1 < last and _begins_subject(tokens, at + 1)


def _begins_subject(tokens: Tokens, at: int) -> bool:
    timed = tokens.tags[at + 1 : at + 2] == [tags.TIME]
    return tokens.tags[at] in tags.SUBJECT_HEADS + tags.DETERMINER_OR_NUMBER and not timed


_WHEN = frozenset("as while when after before during".split())
_HOW_MANY = (["many"], ["much"], ["few"], ["little"])
_SAYS_AT_ONCE = frozenset(
    """say add comment speak respond reply react complain argue warn insist claim joke remark protest shout note boast
    declare maintain""".split()
)
"""Of these "when" tells the time; of others it may be what is told: "explained when the mill closes"."""
_WILL = frozenset("will would should".split())


def _calls_into_being(tokens: Tokens, cue: Cue) -> bool:
    """Return whether a verb calls or summons and says nothing: "called attention to it", "called an election"."""
    if cue.lemma != "call" or cue.passive or cue.last >= len(tokens):
        return False
    word = tokens.lower[cue.last]
    if word in _SUMMONED or word == "attention":
        return True
    last = cue.last
    while last < len(tokens) and tokens.tags[last] in tags.COUNTED_PHRASE:
        last += 1
    # "called the meeting a farce", "called Holt a doctor": a name for something.
    article = tokens.lower[cue.last] in {"a", "an", "another", "the", "new", "snap", "early"}
    renamed = last < len(tokens) and tokens.tags[last] in tags.DETERMINER + tags.QUOTATION
    named = any(tokens.tags[at] == tags.DETERMINER for at in range(cue.last + 1, last))
    return article and not renamed and not named and tokens.lower[last - 1] in _CALLED_FOR


def _is_a_participle(tokens: Tokens, cue: Cue) -> bool:
    """Return whether a form in -ed only tells which ones are meant: "All towns listed for repairs are closed".

    The verbs of the stance take no clause, so that a second verb behind one belongs to their noun.
    """
    if cue.form != "past" or cue.passive or cue.first + 1 != cue.last or cue.lemma not in STANCE - MIND - _TAKE_CLAUSES:
        return False
    at = cue.last
    if cue.subject is None or cue.inherited or at >= len(tokens) or tokens.tags[at] not in tags.PREPOSITION_OR_TO:
        return False
    while at < len(tokens) and tokens.tags[at] in _IN_A_PHRASE:
        at += 1
    return at < len(tokens) and (tokens.tags[at] == tags.AUXILIARY or _is_past(tokens, at))


def _is_past(tokens: Tokens, at: int) -> bool:
    verb = tokens.verbs[at]
    return verb.form in {"past", "s"} if verb else tokens.tags[at] == tags.OTHER_VERB and tokens.lower[at][-2:] != "ed"


_TAKE_CLAUSES = frozenset(
    "propose suggest announce tell ask demand request recommend explain deny doubt express reaffirm complain".split()
)


def _only_counts(tokens: Tokens, cue: Cue) -> bool:
    """Return whether behind a noun of saying stands no more than how often or when: "his concern twice more"."""
    behind = tokens.lower[cue.last :]
    return cue.form == "noun" and behind[:1] in _HOW_OFTEN and not {"that", ":"} & set(behind)


_HOW_OFTEN = tuple([each] for each in "once twice thrice again repeatedly already earlier later before".split())


def _greets(tokens: Tokens, cue: Cue) -> bool:
    """Return whether somebody is only greeted: "The fans acknowledged the singer loudly"; of a fault it is owned."""
    if cue.lemma not in _GREETING or cue.passive:
        return False
    at = cue.last
    if at < len(tokens) and tokens.tags[at] == tags.OBJECT:
        return at + 1 >= len(tokens) or tokens.tags[at + 1] not in tags.PREDICATE
    while at < len(tokens) and tokens.tags[at] in tags.PHRASE_WORDS:
        at += 1
    if at == cue.last or at < len(tokens) and tokens.tags[at] in tags.PREDICATE:
        return False
    return tokens.tags[at - 1] == tags.NAME or is_person_noun(tokens.lower[at - 1])


_GREETING = frozenset({"acknowledge", "recognize", "recognise"})


def _calls_out(tokens: Tokens, cue: Cue) -> bool:
    """Return whether a verb and a particle are no verb of saying: "called out the mayor"."""
    return cue.lemma == "call" and tokens.lower[cue.last : cue.last + 1] in (["out"], ["off"], ["up"], ["in"])


def _pleads(tokens: Tokens, cue: Cue) -> bool:
    """Return whether somebody pleads before a court and no words are told: "has pleaded not guilty to theft"."""
    behind = cue.last + (tokens.lower[cue.last : cue.last + 1] == ["not"])
    return cue.lemma == "plead" and tokens.lower[behind : behind + 1] in _PLEAS


_PLEAS = (["guilty"], ["innocent"], ["no"])


def _only_adds(tokens: Tokens, cue: Cue) -> bool:
    """Return whether a verb is of the writer's "not to mention", which only adds something."""
    return cue.lemma == "mention" and tokens.lower[max(0, cue.last - 3) : cue.last] == ["not", "to", "mention"]


def _compares(tokens: Tokens, cue: Cue) -> bool:
    """Return whether a comparison is made and nothing said by it: "compared that data to the records"."""
    ahead = tokens.lower[cue.last : cue.last + 8]
    stop = next(
        (at for at, tag in enumerate(tokens.tags[cue.last : cue.last + 8]) if tag in tags.PREDICATE), len(ahead)
    )
    return (
        cue.lemma == "compare"
        and ahead[:1] in (["that"], ["this"], ["those"])
        and {"to", "with"} & set(ahead[:stop]) != set()
    )


def _only_tells_who(tokens: Tokens, cue: Cue) -> bool:
    """Return whether a wish only tells who somebody is: "the two who want to run the town met"."""
    wish = cue.lemma in _WISHES and tokens.tags[cue.last : cue.last + 1] == [tags.TO]
    return wish and cue.first > 0 and tokens.lower[cue.first - 1] in {"who", "which", "that"}


_WISHES = frozenset("want wish hope like need plan aim intend try attempt refuse prefer desire expect".split())


def _sends_on(tokens: Tokens, cue: Cue) -> bool:
    """Return whether somebody is only sent on: "The clinic referred two families to the town"."""
    return cue.lemma == "refer" and not cue.passive and tokens.lower[cue.last : cue.last + 1] != ["to"]


def _says_a_thing(tokens: Tokens, cue: Cue) -> bool:
    """Return whether a verb of saying has only a noun for an object: "said things in interviews", "reported a loss"."""
    heads = _SAID_THINGS.get(cue.lemma)
    if heads is None or cue.passive:
        return False
    return _is_all(tokens, cue, heads) or cue.lemma == "report" and _is_all(tokens, cue, _CHANGES, of=heads)


def _is_of_whoever(tokens: Tokens, cue: Cue) -> bool:
    """Return whether it is told of whoever says it: "Anyone claiming the throne", "Whoever says so", "those saying"."""
    if cue.form == "participle":
        return cue.first > 0 and tokens.lower[cue.first - 1] in _WHOEVER
    subject = cue.subject
    if subject is None or tokens.lower[subject.last - 1] not in _WHOEVER - _SOME:
        return False
    return tokens.lower[subject.last - 1] == "whoever" or tokens.tags[subject.last] == tags.RELATIVE


_SOME = frozenset("those someone somebody everyone everybody".split())
_WHOEVER = _SOME | frozenset("anyone anybody whoever".split())
"""Of whom a participle only tells which ones are meant."""


def _is_heard(tokens: Tokens, cue: Cue) -> bool:
    """Return whether somebody only has or gets what another says: "had some advance warning that …"."""
    word = tokens.lower[cue.last - 1]
    if singular(word) not in _FROM_ANOTHER or tokens.lower[cue.last : cue.last + 1] not in _OF_WHAT:
        return False
    at = cue.first - 1
    if at < 0 or is_person_noun(tokens.lower[at]):
        # "had clerks warning that"
        return False
    while at > max(0, cue.first - _MOST_DESCRIBING) and tokens.tags[at] in tags.PLAIN_PHRASE:
        at -= 1
    return at >= 0 and tokens.lower[at] in _HAVING


_MOST_DESCRIBING = 5
_OF_WHAT = (["that"], ["of"])
_HAVING = frozenset("have has had having get gets got receive receives received receiving given heard hear".split())
_FROM_ANOTHER = frozenset("warning advice assurance promise request order offer reminder threat pledge".split())


def _says_it_again(tokens: Tokens, cue: Cue) -> bool:
    """Return whether something is said again without a word of it: "repeated his concern twice"."""
    if cue.lemma not in _SAYS_AGAIN or cue.passive:
        return False
    at = next((at for at in range(cue.last, len(tokens)) if tokens.lower[at] in _SAYINGS), cue.last)
    return at > cue.last and tokens.lower[at + 1 : at + 2] not in _TELLS_OF_WHAT and _is_all(tokens, cue, _SAYINGS)


def _is_all(tokens: Tokens, cue: Cue, heads: frozenset[str], *, of: frozenset[str] = frozenset()) -> bool:
    """Return whether one of some nouns, a few words behind a verb, is all that the verb has for an object.

    Where it is `of` something, one of those nouns stands behind its "in": "a rise in profits".
    """
    at = cue.last
    while at < len(tokens) and tokens.tags[at] in _BEFORE_THINGS and tokens.lower[at] not in heads:
        at += 1
    if at >= len(tokens) or at - cue.last > _MOST_BEFORE or tokens.lower[at] not in heads:
        return False
    if of and (tokens.lower[at + 1 : at + 2] != ["in"] or of.isdisjoint(tokens.lower[at + 2 : at + 5])):
        return False
    # "saying mass immigration was bad", "told stories of how both had met"
    if tokens.tags[at + 1 : at + 2] in _GOES_ON_AS_NAME or tokens.lower[at + 2 : at + 3] in (["how"], ["why"]):
        return False
    # "said thanks to the crew, all were saved", "reported results of a study that found it useless"
    if tokens.lower[at : at + 2] in _LEAD_ON:
        return False
    return not _begins_a_clause(tokens, at)


def _begins_a_clause(tokens: Tokens, noun: int) -> bool:
    """Return whether a verb follows a noun: "said things in the town were bad", "said the prayer was moving"."""
    rest = range(noun + 1, len(tokens))
    end = next((each for each in rest if tokens.tags[each] in _PARTS + tags.FULL_STOP + tags.QUOTATION), len(tokens))
    return any(is_finite(tokens, each) or tokens.tags[each] == tags.AUXILIARY for each in range(noun + 1, end))


_LEAD_ON = (["thanks", "to"], ["results", "of"], ["results", "from"])
_BEFORE_THINGS = tags.PLAIN_PHRASE + tags.OBJECT + tags.NUMBER + tags.ADVERB
_MOST_BEFORE = 4
_GOES_ON_AS_NAME = ([tags.NOUN], [tags.NAME], [tags.NUMBER])
_SAYS_AGAIN = frozenset("repeat renew reiterate restate raise voice express withdraw".split())
_SAYINGS = frozenset(
    """concern concerns warning warnings complaint complaints objection objections claim claims call calls appeal
    appeals request requests demand demands doubt doubts fear fears criticism criticisms protest protests question
    questions statement statements allegation allegations accusation accusations point threat offer promise""".split()
)
"""What is said again, or at last, without a word of what it is."""
_TELLS_OF_WHAT = ([":"], *([each] for each in "that about over of for to at on against with regarding by".split()))
_SAID_THINGS = {
    "say": frozenset(
        "thing things word words prayer prayers goodbye goodbyes farewell farewells hello thanks mass grace".split()
    ),
    "report": frozenset(
        "earnings result results profit profits loss losses income revenue revenues sales turnover".split()
    ),
    "write": frozenset({"things"}),
    "tell": frozenset("story stories tale tales joke jokes lies fibs fortunes".split()),
}
"""What is said or told without a word of it."""
_CHANGES = frozenset("rise rises fall falls increase increases decrease drop drops decline jump gain growth".split())
