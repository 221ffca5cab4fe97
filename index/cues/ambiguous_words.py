"""Words whose tag depends on their surroundings: "claims", "went on" of speech, "May" as a surname."""

from __future__ import annotations

from dataclasses import dataclass

from index.cues import tags
from index.cues.tokens import Tokens, skipped_left
from index.cues.verbs import SPEECH, Verb
from index.cues.word_classes import NOUNS_TOO
from index.names.descriptions import is_person_noun
from index.text.word_lists import given_names

_AFTER_SUBJECT = tags.COMMA + tags.FULL_STOP + tags.SEMICOLON + tags.QUOTATION + tags.DASH
_BEFORE_NOUN = tags.NOUN + tags.DETERMINER + tags.ADVERB + tags.NUMBER + tags.CONJUNCTION
_BEFORE_SUBJECT = tags.CLAUSE_EDGES + tags.RELATIVE
_BESIDE_QUOTATION = tags.COMMA + tags.FULL_STOP + tags.COLON + tags.SEMICOLON + tags.QUOTATION + tags.DASH
_CLAUSE_ENDS = tags.COMMA + tags.FULL_STOP + tags.SEMICOLON

_GOES: dict[str, Verb] = {"went": Verb("continue", "past"), "goes": Verb("continue", "s")}
_BACK: dict[str, Verb] = {
    **dict.fromkeys(("shot", "fired", "hit", "snapped"), Verb("retort", "past")),
    **dict.fromkeys(("shoots", "fires", "hits", "snaps"), Verb("retort", "s")),
}
"""With "back" they are verbs of saying beside a quotation."""
_HONORIFICS = frozenset("mr mrs ms miss dr sir dame lord lady minister president secretary mayor".split())


def retag(tokens: Tokens) -> None:
    """Set the tags of what a single word does not tell."""
    quoted = tags.QUOTATION in tokens.tags
    for position, word in enumerate(tokens.lower):
        if quoted and word in _GOES and _goes_on(tokens, position):
            tokens.tags[position], tokens.tags[position + 1] = tags.CUE_VERB, tags.ADVERB
            tokens.verbs[position] = _GOES[word]
        elif quoted and word in _BACK and _goes_on(tokens, position, "back"):
            tokens.tags[position], tokens.tags[position + 1] = tags.CUE_VERB, tags.ADVERB
            tokens.verbs[position] = _BACK[word]
        elif word in _MAY_BE_NOUNS and (_is_noun(tokens, position) or _tells_which(tokens, position)):
            tokens.tags[position] = tags.NOUN
        elif word in _MAY_BE_NAMES and _is_of_a_name(tokens, position):
            tokens.tags[position] = tags.NAME


def _is_of_a_name(tokens: Tokens, position: int) -> bool:
    """Return whether "may" is a surname, or "&" joins the names of one firm: "Hale & Marsh found"."""
    if tokens.lower[position] == "may":
        return tokens.tags[position] == tags.TIME and _is_surname(tokens, position)
    return tokens.tags[position - 1 : position + 2 : 2] == [tags.NAME, tags.NAME]


_MAY_BE_NAMES = frozenset({"may", "&"})


def _tells_which(tokens: Tokens, position: int) -> bool:
    """Return whether a word tells which person is meant: "the first lady said", "the next mayor"."""
    if tokens.lower[position] not in _WHICH:
        return False
    around = tokens.tags[position - 1 : position] + tokens.tags[position + 1 : position + 2]
    return position > 0 and around == [tags.DETERMINER, tags.NOUN] and is_person_noun(tokens.lower[position + 1])


def _is_noun(tokens: Tokens, position: int) -> bool:
    """Return whether "wins" is a noun: "her first Oscar wins, saying"; no object follows, and a noun phrase leads."""
    if tokens.lower[position] not in _NOUNS_IN_S or tokens.tags[position] != tags.OTHER_VERB:
        return False
    following = tokens.tags[position + 1] if position + 1 < len(tokens) else "."
    return (
        position > 1
        and following in _CLAUSE_ENDS
        and tokens.tags[position - 1] in tags.NOMINAL
        and tokens.tags[position - 2] in _BEFORE_NOUN
    )


_NOUNS_IN_S = frozenset("wins works looks plays lives runs moves turns starts helps uses leads holds leaves".split())
_WHICH = frozenset({"first", "next"})
_MAY_BE_NOUNS = _NOUNS_IN_S | _WHICH


def _goes_on(tokens: Tokens, position: int, particle: str = "on") -> bool:
    """Return whether "went on" stands alone beside a quotation; "the show went on for an hour" is no saying."""
    if tokens.lower[position + 1 : position + 2] != [particle]:
        return False
    return position + 2 >= len(tokens) or tokens.tags[position + 2] in _BESIDE_QUOTATION


def _is_surname(tokens: Tokens, position: int) -> bool:
    """Return whether "May" is somebody: behind a given name or title, or beside a verb of saying as its subject."""
    before = tokens.lower[position - 1].rstrip(".") if position else ""
    if before in _HONORIFICS or before in given_names() and tokens.tags[position - 1] == tags.NAME:
        return True
    opens = position == 0 or tokens.tags[position - 1] in _BEFORE_SUBJECT
    if opens and position + 1 < len(tokens) and _has_said(tokens.verbs[position + 1]):
        return True
    follows = tokens.tags[position + 1] if position + 1 < len(tokens) else tags.FULL_STOP
    return position > 0 and follows in _AFTER_SUBJECT and _has_said(tokens.verbs[position - 1])


def _has_said(verb: Verb | None) -> bool:
    return verb is not None and verb.lemma in SPEECH and verb.form in _FINITE


@dataclass(slots=True)
class _Form:
    """A form of a verb among its neighbours; a tag is empty where the sentence has no token."""

    tokens: Tokens
    position: int
    verb: Verb
    lower: str
    before: int
    """The last token before it that is no adverb."""
    left: str
    following: str


def is_verb(tokens: Tokens, position: int) -> bool:
    """Return whether a form in the list is a verb here; a noun or adjective of that form is none."""
    verb = tokens.verbs[position]
    assert verb is not None
    before = skipped_left(tokens, position)
    left = tokens.tags[before] if before >= 0 else ""
    following = tokens.tags[position + 1] if position + 1 < len(tokens) else ""
    here = _Form(
        tokens,
        position,
        verb,
        lower=tokens.lower[position],
        before=before,
        left=left,
        following=following,
    )
    if _is_part_of_noun(here) or _is_adjective(here):
        return False
    if left == tags.DETERMINER:
        return tokens.lower[before] in _STANDING_ALONE and verb.form in _FINITE
    if verb.form == "ing":
        return _is_gerund(here)
    if verb.form in {"past", "participle"}:
        return not (left == tags.PREPOSITION and following in {tags.NOUN, tags.NAME})
    if left in _BEFORE_A_PREDICATE:
        # "Compared the data to records"
        return not (left == tags.TO and verb.form == "s" and before == position - 1)
    return _is_plain_form(here) if verb.form == "base" else _is_third_person(here)


_FINITE = frozenset({"past", "s"})
_BRIEFED = frozenset("press news media daily weekly regular intelligence security house virtual online".split())
"""Behind these "briefing" is an occasion."""
_COUNTED = frozenset(
    """confirmed reported suspected alleged recorded documented identified named known listed claimed announced
    estimated predicted planned proposed""".split()
)
"""Participles that stand between a number and what is counted."""
_BEFORE_A_PREDICATE = frozenset(
    {tags.TO, tags.PRONOUN, tags.RELATIVE, tags.AUXILIARY, tags.CONJUNCTION, tags.COMMA, tags.OBJECT, ""}
)


def _is_part_of_noun(here: _Form) -> bool:
    """Return whether a form is a part of a name for something: "state media", "a United Nations forecast"."""
    if here.lower == "state" and here.following in {tags.NAME, tags.NOUN, tags.OTHER_VERB, tags.CUE_VERB}:
        # "But state Rep. Ana Ruiz said …", "state media said"
        return True
    if here.lower == "briefing" and here.tokens.lower[here.before] in _BRIEFED:
        # "at a press briefing"
        return True
    if here.lower in NOUNS_TOO and _in_a_source(here.tokens, here.before):
        return True
    if here.left == tags.TO and here.tokens.lower[max(0, here.before - 1)] == "according":
        # "according to recall notices"
        return True
    owned = here.left in {tags.NAME, tags.NOUN} and here.tokens.lower[here.before].endswith(("'s", "s'"))
    # "Macy's said": what follows the name of a firm; "Ruiz's stated aim"
    return owned and not (here.left == tags.NAME and here.lower in _NO_ADJECTIVES and here.following != tags.NOUN)


_NO_ADJECTIVES = frozenset("said says told tells announced added wrote writes".split())


def _is_adjective(here: _Form) -> bool:
    """Return whether a participle tells which a noun means: "8,042 confirmed cases", "the two-time defending team"."""
    following = here.tokens.lower[here.position + 1 : here.position + 2]
    if here.following != tags.NOUN and not set(following) & NOUNS_TOO:
        return False
    word = here.tokens.lower[here.before] if here.before >= 0 else ""
    if here.verb.form == "ing":
        return here.left == tags.NOUN and "-" in word and not is_person_noun(word)
    return here.lower in _COUNTED and (here.left == tags.NUMBER or word in _STANDING_ALONE)


def _is_gerund(here: _Form) -> bool:
    if here.left != tags.PREPOSITION:
        return True
    lower, before = here.tokens.lower, here.before
    accused = lower[before] == "of" and bool(ACCUSING & set(lower[max(0, before - 5) : before]))
    return accused or lower[before] in _BEFORE_GERUND


def _is_plain_form(here: _Form) -> bool:
    """Return whether a base form has several for its subject: "officials say", "Ana Ruiz and Palo Brandt say"."""
    subject = here.tokens.lower[here.before]
    if here.following == tags.AUXILIARY and here.left in {tags.NAME, tags.NOUN} and here.lower in _TEXTS:
        # "Ida Holm of the Vesk Walks blog has found the gates"
        return False
    if here.following == tags.QUOTATION and here.left in {tags.NAME, tags.NOUN}:
        return not _is_an_object(here)
    if here.left == tags.NAME:
        if (
            here.following in {"", tags.FULL_STOP, tags.COMMA}
            and here.lower in NOUNS_TOO
            and not _ends_after_quotation(here)
        ):
            # "according to a United Nations forecast"
            return False
        return subject.endswith("s") or (here.before > 1 and here.tokens.tags[here.before - 1] == tags.CONJUNCTION)
    if here.left == tags.NOUN:
        return subject.endswith(("s", "people", "men", "women")) and not subject.endswith("ss")
    return here.left in {tags.NUMBER, tags.CLOSING, tags.TIME}


_TEXTS = frozenset("blog post tweet report notice note comment list record document statement remark reply".split())
"""Nouns of texts that are forms of verbs too."""


def _is_an_object(here: _Form) -> bool:
    """Return whether a form ends what another verb takes: "called the online joke “…”", "dismissed her claim “…”"."""
    at = here.before
    while at > 0 and here.tokens.tags[at] in tags.NOMINAL + tags.NUMBER:
        at -= 1
    word = here.tokens.lower[here.before]
    # "I heard the guard shout “…”"
    singular = not word.endswith("s") and not is_person_noun(word)
    return (
        singular and at > 0 and here.tokens.tags[at] == tags.DETERMINER and here.tokens.tags[at - 1] in tags.VERB_FORMS
    )


def _is_third_person(here: _Form) -> bool:
    """Return whether a form in -s has one subject before it, and for a noun's form something to say behind it."""
    if here.lower not in NOUNS_TOO:
        return here.left in {tags.NAME, tags.NOUN, tags.CLOSING, tags.DASH, tags.NUMBER, tags.TIME, tags.QUOTATION}
    following = _behind_adverbs(here)
    if following == tags.COLON and here.before == 0 and _opens_no_quotation(here.tokens, here.position + 2):
        # "Game notes: The Rovers meet": a heading
        return False
    says = following in {
        tags.SUBORDINATOR,
        tags.DETERMINER,
        tags.PRONOUN,
        tags.QUOTATION,
        tags.OBJECT,
        tags.COLON,
        tags.TO,
    }
    names = here.left == tags.NAME and following in {tags.NAME, tags.PREPOSITION}
    return here.left in {tags.NAME, tags.NOUN, tags.CLOSING, tags.DASH} and (
        says or names or _ends_after_quotation(here) or _follows_quotation(here, following)
    )


def _opens_no_quotation(tokens: Tokens, at: int) -> bool:
    return tokens.tags[at : at + 1] != [tags.QUOTATION]


def _behind_adverbs(here: _Form) -> str:
    """Return the tag of what follows a form behind adverbs, empty at the sentence's end: "replies dryly when asked"."""
    at = here.position + 1
    while at < len(here.tokens) and here.tokens.tags[at] == tags.ADVERB:
        at += 1
    return here.tokens.tags[at] if at < len(here.tokens) else ""


def _follows_quotation(here: _Form, following: str) -> bool:
    """Return whether a name stands between a quotation and a form that takes no noun: "“…,” Ruiz jokes, when"."""
    if here.left != tags.NAME or following in {tags.NOUN, tags.NAME, *tags.PREDICATE}:
        return False
    before = here.before
    while before > 0 and here.tokens.tags[before] == tags.NAME:
        before -= 1
    return here.tokens.tags[before] == tags.QUOTATION


def _in_a_source(tokens: Tokens, before: int) -> bool:
    """Return whether a word ends the phrase behind "according to": "according to a United Nations forecast"."""
    while before > 0 and tokens.tags[before] in tags.PHRASE_WORDS + tags.JOINING:
        before -= 1
    return before > 0 and tokens.lower[before - 1 : before + 1] == ["according", "to"]


def _ends_after_quotation(here: _Form) -> bool:
    """Return whether a verb closes what stands behind a quotation: "“…,” the lawsuit claims."."""
    before = here.before
    while before > 0 and here.tokens.tags[before] in tags.PHRASE_WORDS:
        before -= 1
    return here.following in {"", tags.FULL_STOP} and here.tokens.tags[before] == tags.QUOTATION


_BEFORE_GERUND = frozenset("by after before in for without while".split())

# "each recognized", "many say"
_STANDING_ALONE = frozenset("each some many most all both few several half".split())

ACCUSING = frozenset("accuse accuses accused accusing suspect suspected suspects".split())
