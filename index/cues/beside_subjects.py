"""What stands between a subject and its verb and is no part of it: a day, a party and seat, a role "as" somebody.

Also of whom a subject is a share, where adjectives that commas part stand before its noun.
"""

from __future__ import annotations

from index.cues import tags
from index.cues.phrases import OPENS_CLAUSE, phrase_ending, with_about, with_quantity
from index.cues.tokens import Phrase, Tokens, skipped_left
from index.cues.word_classes import PART_OF_A_DAY
from index.names.descriptions import is_person_noun
from index.names.titles import is_title_word
from index.text.expressions import expression

_SEAT = expression(r"[RDI]-[A-Z]")
_IN_A_ROLE = tags.COUNTED_PHRASE + tags.PREPOSITION + tags.CONJUNCTION
_LONGEST_ROLE = 12
_ROLES = frozenset("role capacity position post job function".split())


def before_beside(tokens: Tokens, position: int, floor: int) -> int:
    """Return the token with which a subject ends: before a day, a seat or a role that ends at a token, or the token."""
    return before_role(tokens, before_seat(tokens, _before_days(tokens, position, floor)), floor)


def before_role(tokens: Tokens, position: int, floor: int) -> int:
    """Return the token before the role that ends at one: "who as one of the Boys urged", "Ruiz in her role as chair".

    Of "left as the mayor said" nobody has a role: what a determiner or a name begins is one behind "who" alone.
    """
    at = _opening_as(tokens, position, floor)
    if at is None:
        return position
    before = _before_its_noun(tokens, at - 1, floor)
    if before < floor or tokens.tags[before] not in tags.RELATIVE + tags.NAME:
        return position
    return before if before < at - 1 or _is_role(tokens, at, position) else position


def _opening_as(tokens: Tokens, position: int, floor: int) -> int | None:
    """Return the "as" before a phrase that ends at a token, None where none stands there."""
    for at in range(position - 1, max(floor, position - _LONGEST_ROLE), -1):
        if tokens.lower[at] == "as":
            return at
        if tokens.tags[at] not in _IN_A_ROLE:
            return None
    return None


def _is_role(tokens: Tokens, at: int, position: int) -> bool:
    """Return whether what "as" leads to is a role: "one of the Boys", "head of the union", behind "who" "the mayor"."""
    opens = tokens.tags[at + 1]
    if tokens.lower[at + 1 : at + 3] == ["one", "of"]:
        return True
    if opens == tags.NOUN:
        return any(_is_somebody(tokens, each) for each in range(at + 1, position + 1))
    return tokens.tags[at - 1] == tags.RELATIVE and opens == tags.DETERMINER


def _before_its_noun(tokens: Tokens, position: int, floor: int) -> int:
    """Return the token before "in her role", which ends at one, or the token."""
    if tokens.lower[position] not in _ROLES:
        return position
    at = position
    while at > floor and tokens.tags[at] in tags.PLAIN_PHRASE:
        at -= 1
    return at - 1 if at > floor and tokens.tags[at] == tags.PREPOSITION else position


def _is_somebody(tokens: Tokens, at: int) -> bool:
    return is_person_noun(tokens.lower[at]) or is_title_word(tokens.lower[at])


def _before_days(tokens: Tokens, position: int, floor: int) -> int:
    """Return the token before a day: in "who Oster on Monday called" it is no part of the subject."""
    while (
        position > floor + 1
        and tokens.tags[position] == tags.TIME
        and (tokens.tags[position - 1] in tags.PREPOSITION_OR_TIME or tokens.words[position - 1] in PART_OF_A_DAY)
    ):
        position = skipped_left(tokens, position)
        if tokens.words[position] in PART_OF_A_DAY:
            # "the Institute of Health early Monday said"
            position = skipped_left(tokens, position)
        position = skipped_left(tokens, position) if tokens.tags[position] == tags.PREPOSITION else position
    return position


def people_at_a_place(tokens: Tokens, place: Phrase, floor: int) -> Phrase | None:
    """Return the people before where they are, which is told by a place or more: "Farmers outside a mill in Vesk"."""
    phrase = place
    for count in range(1, _MOST_PLACES + 1):
        at = phrase.first - 1
        found = phrase_ending(tokens, at - 1) if at > floor and tokens.lower[at] in _WHERE else None
        if found is None or found.first < floor:
            return None
        if count > 1 or tokens.lower[at] in _BESIDE and tokens.tags[place.last - 1] == tags.NAME:
            head = tokens.lower[found.last - 1]
            people = head.endswith("s") and (is_person_noun(head) or tokens.tags[found.last - 1] == tags.NAME)
            if people and tokens.lower[found.first - 1 : found.first] not in _PLACED:
                return found
        phrase = found
    return None


_MOST_PLACES = 3
_BESIDE = frozenset("outside inside near around behind".split())
_WHERE = _BESIDE | {"in", "at", "on", "of"}
_PLACED = [[each] for each in sorted(_WHERE)]


def is_run_together(tokens: Tokens, first: int, last: int, verb: int) -> bool:
    """Return whether no comma parts people from what a clause ends with: "It is a waste of money protesters say."."""
    *others, head = range(first, last)
    if not others or first < 1 or any(tokens.tags[at] != tags.NOUN for at in (*others, head)):
        return False
    if not (tokens.lower[head].endswith("s") and is_person_noun(tokens.lower[head])):
        return False
    # "will cost too much money protesters say"
    before = tokens.tags[max(0, first - 2) : first]
    measured = before[-1] == tags.ADVERB and before[0] in tags.TAKES_OBJECT + tags.NOUN
    return (measured or before[-1] in tags.TAKES_OBJECT) and tokens.tags[verb + 1 : verb + 2] in _NOTHING_FOLLOWS


_NOTHING_FOLLOWS: tuple[list[str], ...] = ([], [tags.FULL_STOP], [tags.COMMA], [tags.TIME], [tags.PREPOSITION])


def before_seat(tokens: Tokens, position: int) -> int:
    """Return the token before a party and seat that ends at one: "Rep. Ana Ruiz, R-Vesk Falls said"."""
    for at in range(position, max(1, position - 3), -1):
        if tokens.tags[at] != tags.NAME:
            break
        if _SEAT.match(tokens.words[at]) and tokens.tags[at - 1] == tags.COMMA:
            return at - 2
    return position


def is_what_others_are(tokens: Tokens, phrase: Phrase) -> bool:
    """Return whether some are said to be such as say something: "they are little more than liars who say …"."""
    if tokens.tags[phrase.last - 1] != tags.NOUN or not tokens.lower[phrase.last - 1].endswith("s"):
        return False
    at = phrase.first - 1
    while at > 0 and tokens.lower[at] in _NO_MORE_THAN:
        at -= 1
    return at > 0 and tokens.lower[at] in _ARE and tokens.lower[at - 1] != "there"


_NO_MORE_THAN = frozenset("little nothing no more but than just only mere merely simply not all".split())
_ARE = frozenset("are were".split())


def share_before(tokens: Tokens, phrase: Phrase, verb: int, floor: int) -> Phrase | None:
    """Return how many of a group of several adjectives speak: "77 percent of white, rural Norrians say"; else None.

    The share has to open its clause: "lost half of its old, rusty boats, owners say".
    """
    first = _before_adjectives(tokens, phrase.first, floor)
    if first == phrase.first or not _speaks(tokens, phrase.last, verb):
        return None
    first -= first - 1 > floor and tokens.tags[first - 1] == tags.DETERMINER and tokens.lower[first - 2] == "of"
    counted = with_quantity(tokens, Phrase(first, phrase.last), floor)
    if counted is None and first > floor and tokens.lower[first - 1] in _SOME_OF:
        counted = Phrase(first - 1, phrase.last)
    if counted is None:
        return None
    whole = with_about(tokens, counted, floor)
    opens = whole.first == 0 or tokens.tags[whole.first - 1] in OPENS_CLAUSE + tags.CONJUNCTION + tags.ADVERBIAL
    return whole if opens else None


def _before_adjectives(tokens: Tokens, first: int, floor: int) -> int:
    """Return where a phrase begins with the adjectives before it, each behind a comma: "poor, rural" of Norrians."""
    # "working, married women"
    first -= first - 2 > floor and tokens.tags[first - 2 : first] == [tags.COMMA, tags.OTHER_VERB]
    while first - 2 >= floor and tokens.tags[first - 1] == tags.COMMA and _may_be_adjective(tokens, first - 2):
        first -= 2
    return first


def _may_be_adjective(tokens: Tokens, at: int) -> bool:
    word = tokens.lower[at]
    if tokens.tags[at] not in tags.NOMINAL + tags.VERB_FORMS or is_person_noun(word) or word == "time":
        return False
    return not word.endswith("s") or word.endswith(("ous", "less"))


def _speaks(tokens: Tokens, last: int, verb: int) -> bool:
    """Return whether a verb stands right behind a phrase and no comma behind it: ", aid groups say, has gone"."""
    if any(tag not in tags.ADVERBIAL for tag in tokens.tags[last:verb]):
        return False
    while verb < len(tokens) and tokens.tags[verb] in tags.AUXILIARY + tags.ADVERB:
        verb += 1
    return verb + 1 < len(tokens) and tokens.tags[verb + 1] not in tags.COMMA + tags.FULL_STOP


_SOME_OF = frozenset("many most some several few".split())
