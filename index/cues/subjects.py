"""Whose verb it is: the phrase before a verb group that is its subject, asides stepped over."""

from __future__ import annotations

from index.cues import tags
from index.cues.beside_subjects import (
    before_beside,
    before_seat,
    is_what_others_are,
    people_at_a_place,
    share_before,
)
from index.cues.phrases import (
    begins_sentence,
    counts,
    is_of_somebody,
    name_ending,
    phrase_ending,
    small_name_ending,
    with_about,
    with_quantity,
    with_the_first,
)
from index.cues.tokens import Phrase, Tokens, skipped_left
from index.cues.word_classes import CLAUSE_OPENERS
from index.names.descriptions import is_person_noun
from index.names.titles import given_and_surname, is_title_word

_ASIDE_MARKS = tags.COMMA + tags.CLOSING + tags.DASH
_BETWEEN_AUXILIARY_AND_VERB = (
    tags.PREPOSITION + tags.DETERMINER + tags.NOUN + tags.TIME + tags.ADVERB + tags.NAME + tags.NUMBER
)
_DATELINE = tags.NAME + tags.COMMA + tags.NUMBER + tags.TIME + tags.FULL_STOP + tags.OPENING + tags.CLOSING
_DESCRIPTION_ENDS = tags.NAME + tags.NOUN + tags.OBJECT + tags.NUMBER + tags.TIME
_BEFORE_SENTENCE = tags.FULL_STOP + tags.QUOTATION
_ENDS_ASIDES = tags.FULL_STOP + tags.SEMICOLON + tags.QUOTATION + tags.OPENING
_LOOSE_EDGES = tags.CLAUSE_EDGES + tags.PREDICATE
_NOMINAL_OR_TIME = tags.NOUN + tags.NAME + tags.TIME + tags.NUMBER
_SENTENCE_MARKS = tags.FULL_STOP + tags.SEMICOLON + tags.COLON + tags.QUOTATION

_BOUNDARIES = frozenset(tags.CLAUSE_EDGES + tags.RELATIVE + tags.TIME + tags.ADVERB + tags.CLOSING)


def _stands_as_subject(tokens: Tokens, phrase: Phrase) -> bool:
    """Return whether nothing before the phrase makes it an object: it opens the clause or follows what can open one."""
    before = phrase.first - 1
    # "In 1992 the owner said"
    dated = (
        before > 0
        and tokens.tags[before] == tags.NUMBER
        and tokens.tags[before - 1] == tags.PREPOSITION
        and tokens.tags[phrase.first] in tags.NAME_OR_DETERMINER
    )
    # "(Ana Ruiz said it would.)": a sentence between brackets.
    bracketed = (
        before >= 0
        and tokens.tags[before] == tags.OPENING
        and (before == 0 or tokens.tags[before - 1] in _BEFORE_SENTENCE)
    )
    return before < 0 or dated or bracketed or tokens.tags[before] in _BOUNDARIES


def subject_before(tokens: Tokens, verb: int, floor: int = 0) -> Phrase | None:
    """Return the subject of the verb group that begins at a token: the phrase before it, asides stepped over.

    "a majority of voters" is said with how many they are; of "with a few issues and officials" it is the officials.
    """
    phrase = _phrase_before(tokens, verb, floor)
    if phrase is None or phrase.first < 1:
        return phrase
    if shared := share_before(tokens, phrase, verb, floor):
        return shared
    whole = with_quantity(tokens, phrase, floor) or with_the_first(tokens, phrase, verb, floor)
    return with_about(tokens, whole or _behind_and(tokens, phrase, verb), floor)


def _behind_and(tokens: Tokens, phrase: Phrase, verb: int) -> Phrase:
    """Return what follows "and" in a phrase that hangs on a preposition or verb: "with few issues and officials"."""
    hangs = tokens.tags[phrase.first - 1] in tags.TAKES_OBJECT and tokens.lower[phrase.first - 1] not in CLAUSE_OPENERS
    if not hangs or any(tag not in tags.ADVERBIAL for tag in tokens.tags[phrase.last : verb]):
        return phrase
    joined = next((at for at in range(phrase.last - 1, phrase.first, -1) if tokens.lower[at] == "and"), None)
    if (
        not joined
        or tokens.tags[joined - 1] != tags.NOUN
        or any(counts(tokens, at, at + 1) for at in range(phrase.first, joined))
    ):
        return phrase
    return Phrase(joined + 1, phrase.last)


def _phrase_before(tokens: Tokens, verb: int, floor: int) -> Phrase | None:
    """Return the phrase before a verb group that is its subject, asides stepped over."""
    position = before_beside(tokens, skipped_left(tokens, verb), floor)
    if position < floor:
        return None
    tag = tokens.tags[position]
    if tag == tags.CLOSING:
        position = _before_bracket(tokens, position, floor - 1)
        tag = tokens.tags[position] if position >= floor else ""
    if tag == tags.COMMA and (seated := before_seat(tokens, position - 1)) < position - 1:
        # "after Rep. Ana Ruiz, R-Vesk, became"
        position = seated
    elif tag in {tags.COMMA, tags.DASH}:
        return _before_aside(tokens, position, floor)
    if tag == tags.RELATIVE:
        return antecedent(tokens, position, floor)
    phrase = _bearer(tokens, phrase_ending(tokens, position))
    if phrase is None or phrase.first < floor:
        return _antecedent_of_relative(tokens, position, floor) if tag in {tags.OBJECT, tags.TIME, tags.NOUN} else None
    if not _stands_as_subject(tokens, phrase):
        return _subject_behind_another(tokens, phrase, verb, position, floor)
    return _name_before(tokens, phrase, position) or phrase


def _before_bracket(tokens: Tokens, closing: int, floor: int) -> int:
    """Return the token before the bracket that a token closes; none is sought before `floor`."""
    opening = closing
    while opening > floor and tokens.tags[opening] != tags.OPENING:
        opening -= 1
    return opening - 1


def _subject_behind_another(tokens: Tokens, phrase: Phrase, verb: int, position: int, floor: int) -> Phrase | None:
    """Return the subject where the phrase before the verb follows a verb, preposition or noun and may be an object."""
    opened = tokens.lower[phrase.first - 1] in CLAUSE_OPENERS
    if opened and is_person_noun(tokens.lower[position]) and _is_finite(tokens, verb):
        # "Prior, who died in May, after prosecutors said"
        return phrase
    if found := _bearer_of(tokens, phrase, floor):
        return found
    before = phrase.first - 1
    if tokens.lower[position] in _NEVER_OBJECTS and tokens.tags[before] in _NOMINAL_OR_TIME:
        # "In fact she said", "on Monday he said"
        return phrase
    if tokens.lower[before] == "by":
        # "a letter obtained by the Gazette says"
        return None
    if tokens.lower[before] in CLAUSE_OPENERS and tokens.tags[phrase.first] == tags.DETERMINER:
        # "after a clerk phoned her to say": a clause with a verb of its own, and no time before one.
        return phrase if _is_finite(tokens, verb) else None
    return (
        phrase
        if tokens.tags[before] in tags.VERB_OR_PREPOSITION and _can_begin_clause(tokens, phrase, verb, position)
        else None
    )


def _bearer_of(tokens: Tokens, phrase: Phrase, floor: int) -> Phrase | None:
    """Return whom a phrase tells where they are, are from or belong to, None where it stands for itself."""
    return (
        _head_before(tokens, phrase, floor)
        or _from_somewhere(tokens, phrase, floor)
        or _antecedent_of_relative(tokens, phrase.first, floor)
        or people_at_a_place(tokens, phrase, floor)
    )


def _is_finite(tokens: Tokens, verb: int) -> bool:
    cue_verb = tokens.verbs[verb]
    finite = cue_verb.form in {"past", "s"} if cue_verb else tokens.tags[verb] in tags.AUXILIARY_OR_OTHER_VERB
    return finite and tokens.lower[verb + 1 : verb + 2] != ["by"]


def _can_begin_clause(tokens: Tokens, phrase: Phrase, verb: int, position: int) -> bool:
    """Return whether a phrase behind a verb or preposition can be a subject: "she said some people had told her"."""
    cue_verb = tokens.verbs[verb]
    if tokens.tags[position] in tags.NAME_OR_PRONOUN or cue_verb is not None and cue_verb.form == "base":
        return True
    return tokens.tags[phrase.first - 1] == tags.CUE_VERB and is_person_noun(tokens.lower[position])


def _name_before(tokens: Tokens, phrase: Phrase, position: int) -> Phrase | None:
    """Return the name that a phrase tells of: "Ana Ruiz, director of records said", "Ana Ruiz, Vesk Council said"."""
    if phrase.first < 2 or tokens.tags[phrase.first - 1] != tags.COMMA:
        return None
    name = name_ending(tokens, phrase.first - 2)
    if name is None or name.last - name.first < 2 or not _stands_as_subject(tokens, name):
        return None
    first = phrase.first + (tokens.tags[phrase.first] == tags.DETERMINER and phrase.first + 1 < phrase.last)
    described = tags.NOUN in (tokens.tags[position], tokens.tags[first])
    return name if described or _is_of_a_body(tokens, name, phrase) else None


def _is_of_a_body(tokens: Tokens, name: Phrase, body: Phrase) -> bool:
    """Return whether a name is somebody's and the one behind it, with no article, that of a body of several words."""
    whose, whom = (" ".join(tokens.words[each.first : each.last]) for each in (name, body))
    if body.last - body.first < 2 or tokens.tags[body.first] == tags.DETERMINER or not given_and_surname(whose):
        return False
    # "Ana Ruiz, Palo Brandt and Vesk Council said"
    return not given_and_surname(whom.partition(" and ")[0]) and not any(map(is_title_word, whom.split()[:-1]))


def _bearer(tokens: Tokens, phrase: Phrase | None) -> Phrase | None:
    """Return of "the suit against Ruiz" the suit: an accusation is never in the words of the accused."""
    while phrase and phrase.first > 1 and tokens.lower[phrase.first - 1] == "against":
        at = phrase.first - 2
        if tokens.tags[at] == tags.QUOTATION:
            return Phrase(at, at + 1)
        phrase = phrase_ending(tokens, at)
    return phrase


def _head_before(tokens: Tokens, phrase: Phrase, floor: int) -> Phrase | None:
    """Return all of "the lack of praise at the Vesk Awards": what a preposition hangs on a thing is not who acts."""
    at = phrase.first - 1
    placed = (
        tokens.tags[phrase.first] == tags.DETERMINER
        and tokens.lower[at] in _FROM | {"on", "by"}
        and tokens.tags[at - 1] == tags.NOUN
    )
    if at - 1 < floor or not placed or is_person_noun(tokens.lower[at - 1]):
        return None
    head = phrase_ending(tokens, at - 1)
    whole = (
        head and head.first >= floor and tokens.tags[head.first] == tags.DETERMINER and _stands_as_subject(tokens, head)
    )
    return Phrase(head.first, phrase.last) if head and whole else None


def _from_somewhere(tokens: Tokens, place: Phrase, floor: int) -> Phrase | None:
    """Return who is named before the place or body that a phrase is: "Ruiz from Vesk Capital said"."""
    at = place.first - 1
    if at - 1 < floor or tokens.lower[at] not in _FROM:
        return None
    if tokens.tags[at - 1] == tags.NOUN:
        return _counted_in(tokens, at - 1, floor)
    if tokens.tags[at - 1] not in tags.NAME_OR_PRONOUN:
        return None
    occasion = tokens.lower[at] == "at" and tokens.tags[place.first] == tags.DETERMINER
    if tokens.tags[place.last - 1] != tags.NAME and not occasion:
        # "Ruiz at her funeral said"
        return None
    bearer = phrase_ending(tokens, at - 1)
    return bearer if bearer and bearer.first >= floor and _stands_as_subject(tokens, bearer) else None


def _counted_in(tokens: Tokens, people: int, floor: int) -> Phrase | None:
    """Return the people of a place of whom some are counted: "around half of adults in Kestria (53%) say"."""
    if not (tokens.lower[people].endswith("s") and is_person_noun(tokens.lower[people])):
        return None
    bearer = phrase_ending(tokens, people)
    if bearer is None or bearer.first < floor:
        return None
    counted = any(counts(tokens, at, at + 1) for at in range(bearer.first, people))
    return bearer if counted or with_quantity(tokens, bearer, floor) else None


_NEVER_OBJECTS = frozenset("he she they we i".split())

_FROM = frozenset("from at with in".split())


def _before_aside(tokens: Tokens, closing: int, floor: int) -> Phrase | None:
    """Return the phrase before an aside that ends at a comma or dash: the one that opens the clause, if any does."""
    if closing > floor and tokens.tags[closing - 1] == tags.CLOSING:
        # "Sen. Ana Ruiz (D-Vesk), said"
        phrase = phrase_ending(tokens, _before_bracket(tokens, closing - 1, floor))
        if phrase and phrase.first >= floor and _stands_as_subject(tokens, phrase):
            return _name_before(tokens, phrase, phrase.last - 1) or phrase
    chosen = _opening_phrase(tokens, closing, floor)
    if chosen and _describes(tokens, chosen) and not is_of_somebody(tokens, chosen):
        return _named_aside(tokens, closing) or chosen
    return chosen


def _describes(tokens: Tokens, phrase: Phrase) -> bool:
    """Return whether a phrase describes and does not name: "the director", "Kestrel's founder and CEO"."""
    described = tokens.tags[phrase.first] == tags.DETERMINER or tokens.tags[phrase.last - 1] == tags.NOUN
    return described or is_title_word(tokens.lower[phrase.last - 1])


def _opening_phrase(tokens: Tokens, closing: int, floor: int) -> Phrase | None:
    """Return the farthest name, else the nearest phrase, that stands before a mark like the one that ends an aside."""
    mark = tokens.tags[closing]
    chosen: Phrase | None = None
    position, least = closing - 2, max(floor, closing - 45)
    if closing > floor and tokens.tags[closing - 1] == tags.CLOSING:
        # ", analyst at Vesk Capital (VC), told"
        position = _before_bracket(tokens, closing - 1, floor)
    while position >= least and not _ends_asides(tokens, position, mark):
        phrase = _before_mark(tokens, position, floor) if tokens.tags[position] == mark else None
        if phrase and (chosen is None or tokens.tags[phrase.last - 1] == tags.NAME):
            chosen = phrase
        position -= 1
    return chosen


def _ends_asides(tokens: Tokens, position: int, mark: str) -> bool:
    """Return whether what a token parts from the rest is not of the clause any more."""
    if tokens.tags[position] in _ENDS_ASIDES:
        return True
    # "Eskby, 20 April 2026 – Eskby's mayor, Ana Ruiz, welcomed": the place of a dateline acts in nothing.
    dash_for_comma = mark == tags.COMMA and tokens.tags[position] == tags.DASH
    return dash_for_comma and all(tag in _DATELINE for tag in tokens.tags[:position])


def _before_mark(tokens: Tokens, mark: int, floor: int) -> Phrase | None:
    """Return the phrase that ends before a mark, or before a bracket there, if it can be a subject."""
    end = mark - 1
    if end > floor and tokens.tags[end] == tags.CLOSING:
        end = _before_bracket(tokens, end, floor)
    phrase = phrase_ending(tokens, end)
    if phrase is None or phrase.first < floor or tokens.tags[end] not in tags.SUBJECT_HEADS:
        return None
    return phrase if _stands_as_subject(tokens, phrase) and not _opens_with_preposition(tokens, phrase) else None


def _named_aside(tokens: Tokens, closing: int) -> Phrase | None:
    """Return the name that an aside is: "the director, Ana Ruiz, said"."""
    name = name_ending(tokens, closing - 1) or small_name_ending(tokens, closing - 1)
    if name is None or name.last - name.first < 2:
        return None
    # "the other candidate, former Secretary of State Ana Ruiz, said"
    first = name.first
    while first > 0 and (tokens.tags[first - 1] in tags.NOMINAL or tokens.lower[first - 1] == "of"):
        first -= 1
    return name if first > 0 and tokens.tags[first - 1] == tokens.tags[closing] else None


def _opens_with_preposition(tokens: Tokens, phrase: Phrase) -> bool:
    return phrase.first > 0 and tokens.tags[phrase.first - 1] in tags.PREPOSITION_OR_TO


def antecedent(tokens: Tokens, relative: int, floor: int) -> Phrase | None:
    end = relative - 1
    while end >= floor and tokens.tags[end] in _ASIDE_MARKS:
        end -= 1
    if end > floor + 1 and tokens.tags[end - 2 : end + 1] == [tags.NAME, tags.COMMA, tags.NUMBER]:
        # "Ana Ruiz, 47, who said"
        end -= 2
    phrase = _bearer(tokens, phrase_ending(tokens, end))
    phrase = _instead_of(tokens, phrase) if phrase else None
    if phrase and is_what_others_are(tokens, phrase):
        return None
    if phrase and tokens.lower[relative] == "who" and (name := _sender(tokens, phrase)):
        return name
    return phrase if phrase and phrase.first >= floor else None


def _instead_of(tokens: Tokens, phrase: Phrase) -> Phrase | None:
    """Return the phrase; of "Marsh, not Prior, who said" the one that is not denied, of "Marsh, and Prior," Prior."""
    edge = phrase.first - 1
    while edge > 1 and tokens.lower[edge] in _INSTEAD:
        edge -= 1
    denied = not {"not", "rather", "instead"}.isdisjoint(tokens.lower[edge + 1 : phrase.first])
    return phrase_ending(tokens, edge - 1) if denied and edge > 1 and tokens.tags[edge] == tags.COMMA else phrase


_INSTEAD = frozenset("not and rather than instead of".split())


def _sender(tokens: Tokens, phrase: Phrase) -> Phrase | None:
    """Return the name in "a letter from Ana Ruiz, who wrote": what is no person does not say a word."""
    name = name_ending(tokens, phrase.last - 1)
    if name is None or name.first < phrase.first + 2 or tokens.lower[name.first - 1] not in {"from", "by"}:
        return None
    return None if is_person_noun(tokens.lower[name.first - 2]) else name


def _antecedent_of_relative(tokens: Tokens, position: int, floor: int) -> Phrase | None:
    """Return "the groups" for "the groups who wrote to her say"."""
    for relative in range(position, max(floor, position - 25) - 1, -1):
        if tokens.tags[relative] == tags.RELATIVE:
            return antecedent(tokens, relative, floor)
        if tokens.tags[relative] in _SENTENCE_MARKS:
            return None
    return None


def loose_subject(tokens: Tokens, verb: int) -> Phrase | None:
    """Return all from where the clause opens to its verb, where that is short and can be a description of somebody."""
    last = skipped_left(tokens, verb) + 1
    first = last
    while first > 0 and last - first < 13 and tokens.tags[first - 1] not in _LOOSE_EDGES:
        if first < last and begins_sentence(tokens, first):
            return Phrase(first, last) if _can_describe(tokens, first, last) else None
        first -= 1
    if first and tokens.lower[first - 1] in {"has", "have", "had"}:
        return _subject_before_auxiliary(tokens, first, verb)
    while first < last and tokens.tags[first] in tags.ADVERBIAL:
        first += 1
    opens = first == 0 or tokens.tags[first - 1] in tags.CLAUSE_EDGES
    return Phrase(first, last) if opens and last - first >= 2 and _can_describe(tokens, first, last) else None


def _subject_before_auxiliary(tokens: Tokens, first: int, verb: int) -> Phrase | None:
    """Return the subject before an auxiliary apart from its verb: "Ana Ruiz has in the past ruled it out"."""
    between = range(first, verb)
    parted = all(
        tokens.tags[at] in _BETWEEN_AUXILIARY_AND_VERB and tokens.lower[at] not in CLAUSE_OPENERS for at in between
    )
    return subject_before(tokens, first - 1) if parted else None


def _can_describe(tokens: Tokens, first: int, last: int) -> bool:
    """Return whether a span begins and ends as a description of somebody does."""
    if tokens.lower[first].endswith("ing"):
        return False
    return tokens.tags[first] in tags.COUNTED_PHRASE and tokens.tags[last - 1] in _DESCRIPTION_ENDS
