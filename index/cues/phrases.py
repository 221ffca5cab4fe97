"""Noun phrases: the one that ends at a token, the one that begins there, who stands behind a verb, how many it is."""

from __future__ import annotations

from index.cues import tags
from index.cues.tokens import Phrase, Tokens
from index.cues.verbs import Verb
from index.cues.word_classes import PART_OF_A_DAY, is_small_given_name
from index.names.descriptions import BODIES, is_person_noun
from index.names.titles import is_title_word

_AFTER_NAME = tags.COMMA + tags.FULL_STOP + tags.DASH + tags.OPENING + tags.SEMICOLON
_AFTER_SPEAKER = tags.FULL_STOP + tags.COMMA + tags.SEMICOLON + tags.PREPOSITION
_CLAUSE_OPENERS = (
    tags.COMMA + tags.SEMICOLON + tags.COLON + tags.FULL_STOP + tags.DASH + tags.SUBORDINATOR + tags.QUOTATION
)
OPENS_CLAUSE = tags.COMMA + tags.SEMICOLON + tags.COLON + tags.SUBORDINATOR + tags.QUOTATION + tags.FULL_STOP
_NEVER_LAST = tags.DETERMINER + tags.OTHER_VERB + tags.CUE_VERB

_PART_OF_NOUN = frozenset(tags.COUNTED_PHRASE)
_AMONG = tags.NOUN + tags.NAME + tags.OTHER_VERB + tags.NUMBER + tags.CONJUNCTION + tags.ADVERB
_QUANTITY_WORDS = tags.DETERMINER + tags.NOUN + tags.ADVERB + tags.NUMBER
_STANDING_ALONE = frozenset("others some many one most all both another".split())


def phrase_ending(tokens: Tokens, position: int) -> Phrase | None:
    """Return the noun phrase that ends with the token at the position, or None.

    "spokesman for the mayor" is one phrase, "on Monday Ana Ruiz" ends in one; a bracket or an aside is stepped over by
    `subject_before`.
    """
    if position < 0:
        return None
    if tokens.tags[position] == tags.PRONOUN:
        return Phrase(position, position + 1)
    if tokens.tags[position] not in tags.PHRASE_HEADS and tokens.lower[position] not in _STANDING_ALONE:
        return None
    first = position
    while first > 0 and _takes_left(tokens, first):
        first -= 1
        if tokens.tags[first] == tags.DETERMINER and first > 0 and tokens.tags[first - 1] not in tags.PHRASE_OPENERS:
            break
    while first < position and tokens.tags[first] in tags.JOINING:
        first += 1
    return Phrase(first, position + 1)


def _takes_left(tokens: Tokens, first: int) -> bool:
    """Return whether the token before belongs to a phrase too; a name ends at other words: "last week Ana Ruiz"."""
    left = tokens.tags[first - 1]
    if begins_sentence(tokens, first):
        return False
    if left in _PART_OF_NOUN:
        return True
    if first < 2:
        return False
    if left in tags.JOINING:
        return _joins(tokens, first - 1)
    if left == tags.CUE_VERB:
        return tokens.tags[first - 2] == tags.DETERMINER and tokens.tags[first] in tags.NOMINAL
    owned = tokens.tags[first - 2] == tags.NAME and tokens.lower[first - 2].endswith(("'s", "s'", "’s", "s’"))
    return (
        left in {tags.OTHER_VERB, tags.TIME}
        # "the armed forces", "Norr’s armed forces"
        and (tokens.tags[first - 2] == tags.DETERMINER or owned and left == tags.OTHER_VERB)
        and tokens.tags[first] in tags.PHRASE_HEADS
    )


def _joins(tokens: Tokens, position: int) -> bool:
    """Return whether a preposition or "and" holds a noun phrase together: a noun before it, and what can begin one."""
    left, word, right = tokens.tags[position - 1], tokens.lower[position], tokens.tags[position + 1]
    if left == tags.NUMBER and word == "of":
        # "79% of voters"
        return tokens.lower[position - 1].endswith("%") or right in tags.NAME_OR_DETERMINER
    if word == "of" and (tokens.lower[position - 1] in QUANTITIES or _counts_people(tokens, position)):
        # "most of the retired miners", "three of Ruiz's relatives"
        return right in tags.PHRASE_WORDS
    if left not in tags.NOMINAL:
        return False
    if word == "and":
        # "Doctors and nurses said": the first word's capital is the sentence's.
        opens = position == 1 and right == tags.NOUN and is_person_noun(tokens.lower[0])
        return right in tags.PHRASE_WORDS and (left == right or opens)
    return word in {"of", "for"} or _is_placed(tokens, position)


def _counts_people(tokens: Tokens, of: int) -> bool:
    """Return whether a number in letters opens a clause before "of" and whose they are: "Three of Ruiz's relatives"."""
    opens = of < 2 or tokens.tags[of - 2] in _CLAUSE_OPENERS
    owned = tokens.lower[of + 1].endswith(("'s", "s'", "’s", "s’")) or tokens.tags[of + 1] == tags.DETERMINER
    return opens and tokens.lower[of - 1] in _NUMBERS and owned


def _is_placed(tokens: Tokens, position: int) -> bool:
    """Return whether a preposition leads to where people are, or what a body is for."""
    at_a_place = tokens.lower[position] in _PLACING and tokens.tags[position - 1] == tags.NOUN
    return at_a_place and _can_be_placed(tokens, position - 1) or _is_of_a_campaign(tokens, position)


def _is_of_a_campaign(tokens: Tokens, at: int) -> bool:
    """Return whether a word tells within its name what a body is for: "Action on Smoking", "Committee to Protect …"."""
    if (
        tokens.lower[at] not in {"on", "against", "to"}
        or tokens.tags[at - 1 : at] + tokens.tags[at + 1 : at + 2] != _NAMES
    ):
        return False
    return at > 0 and tokens.lower[at - 1] in _CAMPAIGNS | BODIES


_NAMES = [tags.NAME, tags.NAME]


_CAMPAIGNS = frozenset("action mothers fathers moms parents citizens doctors lawyers students veterans stand".split())
_PLACING = frozenset("at in from with on".split())


def _can_be_placed(tokens: Tokens, position: int) -> bool:
    """Return whether a noun can have its place behind it: "the analysts at", "Still, analysts at Bank of Vesk said"."""
    opens = position < 1 or tokens.tags[position - 1] in _CLAUSE_OPENERS
    return _has_determiner(tokens, position) or opens and is_person_noun(tokens.lower[position])


def _has_determiner(tokens: Tokens, position: int) -> bool:
    while position >= 0 and tokens.tags[position] in tags.NOMINAL:
        position -= 1
    return position < 0 or tokens.tags[position] in tags.DETERMINER_OR_NUMBER


def small_name_ending(tokens: Tokens, position: int) -> Phrase | None:
    """Return the name in small letters that an aside is: ", prof sir mike richards,"; None where it is none."""
    first = position
    while first > 0 and tokens.tags[first - 1] == tags.NOUN and position - first < 4:
        first -= 1
    if first == 0 or tokens.tags[first - 1] != tags.COMMA or tokens.tags[position] != tags.NOUN:
        return None
    at = first
    while at < position and tokens.lower[at].rstrip(".") in _COURTESIES:
        at += 1
    named = is_small_given_name(tokens.lower[at]) and position - at in {1, 2}
    return Phrase(at, position + 1) if named and not is_person_noun(tokens.lower[position]) else None


_COURTESIES = frozenset("mr mrs ms miss dr prof professor sir dame lord lady cllr councillor rev".split())


def name_ending(tokens: Tokens, position: int) -> Phrase | None:
    """Return the name that ends with the token at the position, without what describes its bearer, or None."""
    first = position + 1
    while (
        first > 0 and tokens.tags[first - 1] == tags.NAME and not (first <= position and begins_sentence(tokens, first))
    ):
        first -= 1
    return Phrase(first, position + 1) if first <= position else None


def begins_sentence(tokens: Tokens, at: int) -> bool:
    """Return whether a capital article behind a name begins what no full stop parts: "says Ana Ruiz The mill …"."""
    if at < 1 or tokens.words[at] not in _ARTICLES or tokens.tags[at - 1] not in tags.NOMINAL:
        return False
    # "Ana Ruiz A report", and of "Plan A Party" nobody knows.
    return tokens.words[at] == "The" or tokens.tags[at - 1] == tags.NAME


_ARTICLES = frozenset({"The", "A", "An"})
_SENTENCE_OPENERS = frozenset({"In", "On", "At", "After", "Before", "When", "While", "But", "As", "Since"})


def phrase_starting(tokens: Tokens, position: int) -> Phrase | None:
    """Return the noun phrase that begins at a token, as a subject after its verb ("said the mayor of Vesk")."""
    if position < len(tokens) and tokens.tags[position] == tags.PRONOUN:
        return Phrase(position, position + 1)
    last = position
    while last < len(tokens) and _continues(tokens, position, last):
        last += 1
    if last == position or tokens.tags[last - 1] in _NEVER_LAST:
        return None
    return _name_behind(tokens, position, last) or _with_another(tokens, Phrase(position, last))


def _with_another(tokens: Tokens, phrase: Phrase) -> Phrase:
    """Return a phrase with what "and" joins to it up to the clause's end: "according to the mayor and the council,"."""
    at = phrase.last + 1
    joined = tokens.lower[phrase.last : at] == ["and"] and tokens.tags[at : at + 1] == [tags.DETERMINER]
    last = at + 1
    while joined and last < len(tokens) and _continues(tokens, at, last):
        last += 1
    closed = last >= len(tokens) or tokens.tags[last] in _AFTER_NAME
    whole = joined and closed and last > at + 1 and tokens.tags[last - 1] in tags.NOMINAL
    return Phrase(phrase.first, last) if whole else phrase


def _continues(tokens: Tokens, first: int, at: int) -> bool:
    """Return whether a token belongs to the phrase that began at `first`."""
    tag = tokens.tags[at]
    if at > first and _begins_anew(tokens, at):
        return False
    if tag in tags.PHRASE_HEADS:
        return True
    begins = tag == tags.DETERMINER and (at == first or tokens.tags[at - 1] in tags.PHRASE_OPENERS)
    following = tokens.tags[at + 1] if at + 1 < len(tokens) else ""
    if following in _PART_OF_NOUN and (begins or tag in tags.VERB_FORMS):
        return True
    if _is_before_of_or_then(tokens, at, begins):
        return True
    return following != "" and at > first and tag in tags.JOINING and _goes_on(tokens, first, at)


def _begins_anew(tokens: Tokens, at: int) -> bool:
    return begins_sentence(tokens, at) or tokens.words[at] in _SENTENCE_OPENERS or _tells_when(tokens, at)


def _tells_when(tokens: Tokens, at: int) -> bool:
    """Return whether a word begins when something was said: "according to the Institute of Health late today, …"."""
    behind = tokens.tags[at + 1 : at + 2] + tokens.lower[at + 1 : at + 2]
    return tokens.words[at] in PART_OF_A_DAY and bool({tags.TIME, *_DAYS} & set(behind))


_DAYS = frozenset("on in last this today yesterday".split())


def _is_before_of_or_then(tokens: Tokens, at: int, begins: bool) -> bool:
    """Return whether a phrase goes on in "said one of the farmers" or "said the then mayor, Ana Ruiz"."""
    if begins and tokens.lower[at + 1 : at + 2] == ["of"] or _is_of_a_campaign(tokens, at):
        return True
    return "then" in tokens.lower[at : at + 2] and (begins or tokens.tags[at - 1] == tags.DETERMINER)


def _name_behind(tokens: Tokens, first: int, last: int) -> Phrase | None:
    """Return the name that a comma parts from the office before it: "said the mayor, Ana Ruiz."."""
    described = tokens.tags[first] == tags.DETERMINER and tags.NOUN in tokens.tags[first:last]
    if tokens.lower[last : last + 3] == ["at", "the", "time"]:
        # "according to principal at the time, Ana Ruiz."
        last += 3
        described = True
    if tokens.tags[last - 1] == tags.NAME and not described or tokens.tags[last : last + 2] != [tags.COMMA, tags.NAME]:
        return None
    end = last + 1
    while end < len(tokens) and tokens.tags[end] == tags.NAME:
        end += 1
    closed = end == len(tokens) or tokens.tags[end] in _AFTER_NAME
    return Phrase(last + 1, end) if closed and end - last - 1 >= 2 else None


def _goes_on(tokens: Tokens, first: int, position: int) -> bool:
    word, left, right = tokens.lower[position], tokens.tags[position - 1], tokens.tags[position + 1]
    if word in {"of", "for"}:
        return right in tags.COUNTED_PHRASE
    if word == "and":
        return left == right and left in tags.NOMINAL
    if word in {"at", "from"} and first == position - 1 and left == tags.NOUN and _names_some(tokens, first):
        # "according to reports from the Echo", "said analysts at Bank of Vesk"
        return right == tags.NAME or tokens.lower[position + 1] == "the"
    return (
        word in {"at", "in", "from", "with"}
        and left == tags.NOUN
        and tokens.tags[first] == tags.DETERMINER
        and right in tags.NAME_OR_DETERMINER
    )


def _names_some(tokens: Tokens, at: int) -> bool:
    """Return whether a noun without an article means some people or texts: "analysts", "reports"."""
    word = tokens.lower[at]
    return word in _TEXTS or word.endswith("s") and is_person_noun(word)


_TEXTS = frozenset("reports documents data figures records files filings papers letters information sources".split())


def stands_before_its_name(tokens: Tokens, position: int, verb: Verb) -> bool:
    """Return whether the name behind a verb is who says it: "As a child I was afraid, said Ana Ruiz in the Gazette"."""
    if position == 0 or tokens.tags[position - 1] != tags.COMMA:
        return False
    # "… a “fool”, wrote Holm in the Echo, and …"
    behind_words = tokens.tags[max(0, position - 2)] == tags.QUOTATION
    if verb.lemma not in _NO_PERSON and not (behind_words and verb.lemma == "write"):
        return False
    if _names_a_person(tokens, position + 1):
        return True
    last = position + 1
    while last < len(tokens) and tokens.tags[last] == tags.NAME:
        last += 1
    named = last - position > 2 or last == position + 2 and (behind_words or _is_where_printed(tokens, last))
    return named and (last == len(tokens) or tokens.tags[last] in _AFTER_SPEAKER)


def _is_where_printed(tokens: Tokens, at: int) -> bool:
    """Return whether "in" and a name with its article and capital close a clause: ", said Holm in The Echo, and"."""
    if tokens.lower[at : at + 1] != ["in"] or tokens.tags[at + 1 : at + 2] not in ([tags.DETERMINER], [tags.NAME]):
        return False
    last = at + 2
    while last < len(tokens) and tokens.tags[last] == tags.NAME:
        last += 1
    return last > at + 2 and (last == len(tokens) or tokens.tags[last] in tags.COMMA + tags.FULL_STOP)


def _names_a_person(tokens: Tokens, first: int) -> bool:
    """Return whether what follows ", said" only says who: "a White House official who spoke on condition of …"."""
    phrase = phrase_starting(tokens, first)
    if phrase is None or tokens.tags[first] != tags.DETERMINER or not is_person_noun(tokens.lower[phrase.last - 1]):
        return False
    rest = range(phrase.last, len(tokens))
    if tokens.tags[phrase.last : phrase.last + 1] not in ([tags.RELATIVE], [], [tags.FULL_STOP]):
        return False
    helped = tags.AUXILIARY_OR_TO + tags.ADVERB
    verbs = [at for at in rest if tokens.tags[at] in tags.PREDICATE and tokens.tags[at - 1] not in helped]
    return len(verbs) <= 1


_NO_PERSON = frozenset("say add explain argue note".split())
"""What they take is never a person."""


def with_quantity(tokens: Tokens, phrase: Phrase, floor: int) -> Phrase | None:
    """Return a phrase with how many of them it is: "a majority of registered voters", "eight in 10 voters"."""
    of = phrase.first - 1
    while of > floor and phrase.first - of < 9 and tokens.tags[of] in _AMONG:
        of -= 1
    if of - 1 < floor or tokens.lower[of] not in {"of", "in"} or not counts(tokens, of - 1, of):
        return None
    first = of - 1
    while (
        first > floor
        and tokens.tags[first] != tags.DETERMINER
        and (tokens.tags[first - 1] in _QUANTITY_WORDS or first == 1 and tokens.tags[0] == tags.NAME)
    ):
        first -= 1
    return Phrase(first, phrase.last)


def with_the_first(tokens: Tokens, phrase: Phrase, verb: int, floor: int) -> Phrase | None:
    """Return both of two that open a clause: ", the mayor and the council said"; of "met Ruiz and the mayor" none."""
    if phrase.first < floor + 3 or tokens.lower[phrase.first - 1] != "and":
        return None
    if tokens.tags[phrase.first] != tags.DETERMINER or tokens.tags[phrase.first - 2] not in tags.NOMINAL:
        return None
    first = phrase_ending(tokens, phrase.first - 2)
    opens = first and (first.first == 0 or tokens.tags[first.first - 1] in OPENS_CLAUSE) and first.first >= floor
    named = first and tokens.tags[first.first] in tags.NAME_OR_DETERMINER
    if not (first and opens and named) or _is_of_a_list(tokens, first.first - 1):
        return None
    beside = all(tag in tags.ADVERBIAL for tag in tokens.tags[phrase.last : verb])
    return Phrase(first.first, phrase.last) if beside else None


def _is_of_a_list(tokens: Tokens, comma: int) -> bool:
    """Return whether a comma parts the second of several from the first: "The union, the mayor and the council"."""
    at = comma - 1
    while at >= 0 and tokens.tags[at] not in tags.COMMA + tags.QUOTATION + tags.PREDICATE:
        at -= 1
    return comma > 0 and tokens.tags[comma] == tags.COMMA and (at < 0 or tokens.tags[at] not in tags.PREDICATE)


def is_of_somebody(tokens: Tokens, phrase: Phrase) -> bool:
    """Return whether a phrase ends with somebody of another: what follows "a spokesman for the mayor" may name both."""
    last = tokens.lower[phrase.last - 1]
    if not (is_person_noun(last) or is_title_word(last)) or tokens.tags[phrase.last - 1] == tags.NAME:
        return False
    joined = (at for at in range(phrase.last - 2, phrase.first, -1) if tokens.lower[at] in {"of", "for"})
    return any(is_person_noun(tokens.lower[at - 1]) for at in joined)


def with_about(tokens: Tokens, phrase: Phrase, floor: int) -> Phrase:
    """Return a phrase with what stands before its number: "more than a third of nurses"."""
    first = phrase.first
    if not any(counts(tokens, at, at + 1) for at in range(first, min(phrase.last - 1, first + 4))):
        return phrase
    if first == 1 and "-" in tokens.words[0]:
        # "Sixty-one percent of": a number with a sentence's capital
        first = 0
    while first > floor and tokens.lower[first - 1] in _ABOUT:
        first -= 1
    return Phrase(first, phrase.last)


def counts(tokens: Tokens, at: int, of: int) -> bool:
    """Return whether a word before "of" or "in" says how many: "most of", "two thirds of", "eight in 10"."""
    if tokens.lower[of] == "in":
        return _is_number(tokens, at) and of + 1 < len(tokens) and _is_number(tokens, of + 1)
    return tokens.lower[of] == "of" and (
        _is_number(tokens, at) or tokens.lower[at] in QUANTITIES or tokens.lower[at] == "out"
    )


def _is_number(tokens: Tokens, at: int) -> bool:
    return tokens.tags[at] == tags.NUMBER or tokens.lower[at] in _NUMBERS


_NUMBERS = frozenset("one two three four five six seven eight nine ten".split())

QUANTITIES = frozenset(
    """majority minority most some many several few handful half third thirds quarter quarters fifth fifths percent
    number dozens hundreds thousands scores couple plurality none all any share proportion""".split()
)

_ABOUT = frozenset(
    """nearly almost about roughly around over under than more fewer less at least most up to close just only
    well""".split()
)
