"""All who say something where a verb's subject is but the last of several: "Ana Ruiz, Palo Brandt and the council"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from index.cues import tags
from index.cues.phrases import OPENS_CLAUSE, begins_sentence, name_ending, phrase_ending
from index.cues.tokens import Phrase, Tokens
from index.cues.verbs import SPEECH
from index.names.descriptions import BODIES, is_person_noun, singular
from index.names.titles import is_title_word

IsSomebody = Callable[[Phrase], bool]
MOST_WORDS = 24
"""Tokens that a list of speakers may have."""
_STARTS = tags.FULL_STOP + tags.SEMICOLON + tags.COLON + tags.QUOTATION
_OF_A_LIST = tags.COUNTED_PHRASE + tags.COMMA + tags.CONJUNCTION + tags.PREPOSITION
_HE_OR_SHE = frozenset({"he", "she"})
_CLOSES = tags.FULL_STOP + tags.COMMA + tags.SEMICOLON + tags.TIME + tags.PREPOSITION + tags.DASH


def all_of_a_list(tokens: Tokens, phrase: Phrase, is_somebody: IsSomebody) -> Phrase | None:
    """Return all of a list of three and more that a subject belongs to, None where it belongs to none."""
    whole = _list_before(tokens, phrase, is_somebody) or _list_behind(tokens, phrase, is_somebody)
    if whole is None or whole.last - whole.first > MOST_WORDS:
        return None
    # "Oh, and the mayor said"
    return None if tokens.lower[whole.first] in _EXCLAMATIONS else whole


_EXCLAMATIONS = frozenset("oh ah hey well yes yeah no okay".split())


def is_cut_out(tokens: Tokens, phrase: Phrase) -> bool:
    """Return whether others say it with who is named: "said Vesk, AP and Norr", "Ruiz, who …, and Holt said"."""
    parts = _parts_behind(tokens, phrase)
    if parts is not None and tokens.tags[parts[0].first] == tags.NAME:
        return all(set(tokens.tags[each.first : each.last]) <= set(tags.NAME_OR_DETERMINER) for each in parts)
    return _is_behind_a_clause(tokens, phrase) or _has_another_behind(tokens, phrase)


def _is_behind_a_clause(tokens: Tokens, phrase: Phrase) -> bool:
    """Return whether ", and" joins a phrase to somebody of whom a clause tells: "Ruiz, who runs it, and her clerk"."""
    at = phrase.first - 2
    if at < 2 or tokens.lower[at + 1] != "and" or tokens.tags[at] != tags.COMMA:
        return False
    relative = next((k for k in range(at - 1, 1, -1) if tokens.tags[k] in tags.RELATIVE + _STARTS), 0)
    if tokens.tags[relative] != tags.RELATIVE or tokens.tags[relative - 1] != tags.COMMA:
        return False
    first = phrase_ending(tokens, relative - 2)
    return first is not None and _opens_clause(tokens, first.first) and _is_a_member(tokens, first)


def _has_another_behind(tokens: Tokens, phrase: Phrase) -> bool:
    """Return whether an aside parts a name from another that "and" joins: "Ruiz, the baker, and Ola Quill said"."""
    verb = next((k for k in range(phrase.last, len(tokens)) if tokens.tags[k] not in _OF_A_LIST), len(tokens))
    if tokens.tags[verb : verb + 1] != [tags.CUE_VERB] or tokens.tags[phrase.last] != tags.COMMA:
        return False
    return any(
        tokens.lower[k] == "and" and tokens.tags[k - 1] == tags.COMMA and tokens.tags[k + 1 : k + 3] == _TWO_NAMES
        for k in range(phrase.last, verb)
    )


_TWO_NAMES = [tags.NAME, tags.NAME]


def he_and_another(tokens: Tokens, phrase: Phrase) -> tuple[Phrase, Phrase] | None:
    """Return the pronoun that "and" joins with others ("he and other sources"), and the others; else None."""
    first = phrase.first
    if first > 1 and tokens.lower[first - 1] == "and" and tokens.lower[first - 2] in _HE_OR_SHE:
        return Phrase(first - 2, first - 1), phrase
    if phrase.last - first != 1 or tokens.lower[first] not in _HE_OR_SHE:
        return None
    behind = _part_at(tokens, phrase.last + 1) if tokens.lower[phrase.last : phrase.last + 1] == ["and"] else None
    if behind is None or not (behind.last == len(tokens) or tokens.tags[behind.last] in _CLOSES):
        return None
    return phrase, behind


def with_whom(tokens: Tokens, phrase: Phrase) -> Phrase | None:
    """Return the whole of "Ruiz and other officials", of which a verb's subject is the second half, or None."""
    at = phrase.first - 1
    if at < 1 or tokens.lower[at] != "and":
        return None
    if tokens.tags[phrase.first] == tags.NAME:
        return _described_and_named(tokens, phrase)
    if tokens.tags[phrase.first] not in tags.PLAIN_PHRASE + tags.NUMBER:
        return None
    if tokens.tags[phrase.first] == tags.NOUN and tokens.tags[phrase.last - 1] != tags.NOUN:
        # "Comedian and actress Ana Ruiz": one.
        return None
    name = name_ending(tokens, at - 1)
    if name is None or name.first and tokens.tags[name.first - 1] == tags.DETERMINER:
        # "The Health Centre and the Food Office said", "the mayor and the council said"
        name = phrase_ending(tokens, at - 1) if tokens.tags[phrase.first] == tags.DETERMINER else None
        if name and tokens.tags[name.first] != tags.DETERMINER:
            return None
    return Phrase(_list_start(tokens, name.first), phrase.last) if name and _opens_clause(tokens, name.first) else None


def _described_and_named(tokens: Tokens, phrase: Phrase) -> Phrase | None:
    """Return both of "both the mayor and Ana Ruiz"; of "the actor and singer Ana Ruiz" None."""
    first = phrase_ending(tokens, phrase.first - 2)
    if first and tokens.lower[first.first] == "both":
        return Phrase(first.first + 1, phrase.last)
    both = first and first.first and tokens.lower[first.first - 1] == "both"
    return Phrase(first.first, phrase.last) if first and both else None


def _opens_clause(tokens: Tokens, first: int) -> bool:
    return first == 0 or tokens.tags[first - 1] in OPENS_CLAUSE


def _list_start(tokens: Tokens, first: int) -> int:
    """Return where a list begins that goes on at a token, if it opens the clause: "The union, the mayor and …"."""
    start = first
    while start > 1 and tokens.tags[start - 1] == tags.COMMA:
        earlier = phrase_ending(tokens, start - 2)
        if earlier is None or tokens.tags[earlier.first] not in tags.NAME_OR_DETERMINER:
            return first
        start = earlier.first
    return start if start == 0 or tokens.tags[start - 1] in _STARTS + tags.SUBORDINATOR else first


def _list_before(tokens: Tokens, phrase: Phrase, is_somebody: IsSomebody) -> Phrase | None:
    """Return the list whose last members a subject is, where nothing but the list opens the clause."""
    if not _goes_on_from_others(tokens, phrase) or _is_an_aside(tokens, phrase):
        return None
    start = _clause_start(tokens, phrase.first)
    if start is None:
        return None
    parts = list(_parts(tokens, start, phrase.first))
    while parts and (tokens.tags[parts[0].first] == tags.PREPOSITION or not _is_a_member(tokens, parts[0])):
        # "In Vesk, Ruiz and Brandt said"
        del parts[0]
    if (
        not parts
        or not (is_somebody(parts[0]) and is_somebody(phrase))
        or not all(_is_a_member(tokens, each) for each in parts)
    ):
        return None
    return Phrase(parts[0].first + (tokens.lower[parts[0].first] == "both"), phrase.last)


def _goes_on_from_others(tokens: Tokens, phrase: Phrase) -> bool:
    """Return whether "and" and a comma may join a subject to what stands before it."""
    joined = "and" in tokens.lower[phrase.first : phrase.last]
    at = phrase.first - 1
    if at > 0 and tokens.lower[at] == "and":
        joined, at = True, at - 1
    return joined and at >= 1 and tokens.tags[at] in tags.COMMA + tags.NOUN


def _clause_start(tokens: Tokens, before: int) -> int | None:
    """Return where the clause opens that has nothing but a list before a token, None where it has more."""
    start = before
    while start > 0 and tokens.tags[start - 1] in _OF_A_LIST and not begins_sentence(tokens, start):
        start -= 1
    opens = start == 0 or tokens.tags[start - 1] in _STARTS or _reports(tokens, start - 1)
    return start if opens else None


def _is_an_aside(tokens: Tokens, phrase: Phrase) -> bool:
    """Return whether the clause goes on behind who says it: "The mayor of Vesk, Ruiz and Brandt said, is ill."."""
    verb = phrase.last
    while verb < len(tokens) and tokens.tags[verb] in tags.ADVERBIAL + tags.AUXILIARY:
        verb += 1
    return tokens.tags[verb : verb + 2] == [tags.CUE_VERB, tags.COMMA]


def _reports(tokens: Tokens, at: int) -> bool:
    verb = tokens.verbs[at]
    return verb is not None and verb.lemma in SPEECH or tokens.lower[at] == "that"


def _parts(tokens: Tokens, start: int, stop: int) -> Iterator[Phrase]:
    """Yield what commas and "and" part, from one token to before another."""
    first = start
    for at in range(start, stop):
        if tokens.tags[at] == tags.COMMA or tokens.tags[at] == tags.CONJUNCTION and tokens.tags[at - 1] == tags.COMMA:
            if first < at:
                yield Phrase(first, at)
            first = at + 1
    if first < stop:
        yield Phrase(first, stop if tokens.tags[stop - 1] != tags.CONJUNCTION else stop - 1)


def _is_a_member(tokens: Tokens, part: Phrase) -> bool:
    """Return whether a part of a list can be somebody: a name, people or a body, with where they are from."""
    head = next((at for at in range(part.first, part.last) if tokens.tags[at] == tags.PREPOSITION), part.last) - 1
    if head < part.first or tokens.tags[part.last - 1] not in tags.NOMINAL:
        return False
    for at in range(part.first, head + 1):
        named_next = at < head and tokens.tags[at + 1] == tags.NAME
        if tokens.tags[at] == tags.NOUN and (named_next or at == head) and not _is_people(tokens.lower[at]):
            # "The dam broke, Ruiz and Brandt said", "the mayor left Vesk, and Ruiz said"
            return False
    return True


def _is_people(word: str) -> bool:
    return is_person_noun(word) or is_title_word(word) or word in BODIES or singular(word) in BODIES


def _list_behind(tokens: Tokens, phrase: Phrase, is_somebody: IsSomebody) -> Phrase | None:
    """Return the list that opens with who is named behind the verb: "said Ana Ruiz, Palo Brandt and Ola Quill."."""
    parts = _parts_behind(tokens, phrase)
    if parts is None:
        return None
    whole = Phrase(phrase.first, parts[-1].last)
    if _are_people_of(tokens, phrase):
        named = all(set(tokens.tags[each.first : each.last]) <= set(tags.NAME_OR_DETERMINER) for each in parts)
        return whole if named else None
    full = all(_is_a_full_name(tokens, each) and is_somebody(each) for each in (phrase, *parts))
    return whole if full else None


def _are_people_of(tokens: Tokens, phrase: Phrase) -> bool:
    """Return whether a phrase is several people of a place: "the presidents of Vesk", "officials from Norr"."""
    at = phrase.last - 1
    while at > phrase.first and tokens.tags[at] in tags.NAME_OR_DETERMINER:
        at -= 1
    word = tokens.lower[at - 1] if at > phrase.first else ""
    return tokens.tags[at] == tags.PREPOSITION and word != singular(word) and is_person_noun(word)


def _is_a_full_name(tokens: Tokens, part: Phrase) -> bool:
    words = tokens.words[part.first : part.last]
    return 2 <= len(words) <= 4 and set(tokens.tags[part.first : part.last]) == {tags.NAME} and not words[-1].islower()


def _parts_behind(tokens: Tokens, phrase: Phrase) -> list[Phrase] | None:
    """Return what commas and a last "and" join to a phrase, None where they join nothing."""
    parts: list[Phrase] = []
    at, last = phrase.last, False
    while not last and (tokens.tags[at : at + 1] == [tags.COMMA] or parts and tokens.lower[at : at + 1] == ["and"]):
        last = "and" in tokens.lower[at : at + 2]
        part = _part_at(tokens, at + 1 + (last and tokens.tags[at] == tags.COMMA))
        if part is None:
            return None
        parts.append(part)
        at = part.last
    closed = at == len(tokens) or tokens.tags[at] in _CLOSES
    return parts if last and closed and _leads(tokens, phrase.first) else None


def _leads(tokens: Tokens, first: int) -> bool:
    """Return whether a verb of saying or "according to" stands before a token."""
    return tokens.verbs[first - 1] is not None or tokens.lower[first - 2 : first] == ["according", "to"]


def _part_at(tokens: Tokens, first: int) -> Phrase | None:
    last = first
    while last < len(tokens) and (tokens.tags[last] in tags.NOMINAL or last == first and tokens.tags[last] == "D"):
        last += 1
    return Phrase(first, last) if last > first and tokens.tags[last - 1] in tags.NOMINAL else None
