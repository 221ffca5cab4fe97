"""Tokens of a sentence -> who says something in it: cue verbs with their subjects, and where what is said begins.

A shallow grammar in place of a parser: closed classes of English words, the verbs of `index.cues.verbs`, and noun
phrases read leftwards from the verb to something that cannot be part of one. A quotation is one token. On political
news the parse of a statistical model found one speaker in a hundred more than rules like these, at a sixth of their
speed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from index.cues.ambiguous_words import retag
from index.cues.verbs import SPEECH, VERBS, Verb
from index.names.descriptions import is_person_noun
from index.text.negation import NOBODY, is_negation
from index.text.sentences import ABBREVIATIONS
from index.text.word_lists import given_names

MOST_TOKENS = 400
"""Of a sentence; a longer one is read to there."""

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|\d{1,3}-years?-old\b|[$£€]?\d(?:[\d.,]*\d)?%?|@?[^\W_](?:\w|[’'.&/-](?=\w))*(?:[’'](?=[\s,]))?|\.{3}|[^\w\s]"
)
# "on" is Polish for "he" only where Polish stands around it, so it is left to be a preposition.
_PRONOUNS = frozenset(
    "he she they we i it you everyone everybody someone somebody nobody он она они він вона вони ён яна яны ona".split()
)
_OBJECTS = frozenset("him them me us himself herself themselves itself".split())
_DETERMINERS = frozenset(
    """the a an this these those his her its their my our your some many several most all both each every another other
    one no any few two three four five six seven eight nine ten dozens hundreds thousands half more""".split()
)
_PREPOSITIONS = frozenset(
    """of in on at by for with from about against during between among over under through into onto upon without within
    across behind near amid around toward towards via per like unlike including regarding concerning outside inside
    above below beyond despite throughout along alongside beside besides after before since until""".split()
)
_SUBORDINATORS = frozenset(
    """that because if whether while when whenever as although though unless where why how what than lest once whereas
    until till что чтобы що щоб што каб że żeby iż""".split()
)
_AUXILIARIES = frozenset(
    """is was are were be been being am has have had having do does did will would can could may might must shall
    should isn't wasn't aren't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't cannot couldn't
    shouldn't 's 've 'd 'll 're ain't""".split()
)
_BE = frozenset("is was are were be been being am isn't wasn't aren't weren't gets got get".split())
_ADVERBS = frozenset(
    """also then still even again just later further instead not never always often already soon now here there today
    yesterday tomorrow tonight too only quite rather perhaps maybe however meanwhile indeed once ever almost first next
    twice earlier long recently nevertheless nonetheless moreover furthermore therefore thus both either so yet n't
    ahead aloud together back elsewhere though""".split()
)
_TIMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december week month year day night evening morning afternoon weekend week's""".split()
)
_NOT_ADVERBS = frozenset(
    "family ally rally reply july italy assembly monopoly supply early daily fly apply comply".split()
)
_VERBS = frozenset(
    """hear heard hears
    made took got went came gave ran won lost met held kept left led sat stood put let set grew drew threw flew built
    sent spent bought brought caught taught fought became began broke chose drove ate fell hit hurt laid lay paid rose
    sold shook shot slept swore swept tore wore makes takes goes comes gives runs wins meets holds keeps leaves leads
    seems appears remains becomes includes works helps uses looks moves turns starts gets plays lives has""".split()
)
# "a state of emergency", "the claim", "phone calls": these are verbs only where nothing speaks against it.
_NOUNS_TOO = frozenset(
    """state states note notes point points call calls claim claims comment comments answer answers remark remarks reply
    replies request requests joke jokes ask report reports stress promise promises question questions plan plans hope
    hopes fear fears worry worries doubt doubts view views praise attack attacks support demand demands offer offers
    challenge order orders press rate rank name names list lists record document documents project forecast estimate
    estimates signal need needs love like mean value judge credit blame trust care desire back brand label address
    present figure face reason reasons lecture pledge pledges vow vows charge charges counsel tease read cry laugh sigh
    protest protests object boast post posts tweet tweets quip slam approach intent pitch push voice notice regret
    respect result aim attempt dispute debate contest threat warning detail details outline highlight guess look open
    taunt venture ventures
    roar scream wail bark howl jeer jeers cheer cheers blast trash pan brief rule wish wishes favor favour
    experience study mock advocate advocates critic say think""".split()
)

GIVEN_TOO = frozenset("will may per drew rose".split())
"""Words of grammar, in small letters, that are given names as well: Will Tarr, Per Holm."""

Tag = Literal[
    "N",
    "n",
    "P",
    "O",
    "D",
    "I",
    "S",
    "W",
    "A",
    "R",
    "Z",
    "V",
    "v",
    "T",
    "C",
    "#",
    "Q",
    ",",
    ";",
    ":",
    "-",
    "(",
    ")",
    ".",
    "x",
]


@dataclass(slots=True)
class Tokens:
    """A sentence as parallel lists; offsets count in the document; `verbs[i]` is set where tag i is V."""

    words: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]
    tags: list[str]
    verbs: list[Verb | None]
    quotations: list[int]
    """For tokens that stand for a quotation its number, else -1."""
    clauses: list[tuple[int, Phrase, bool]] | None = None
    """What `clause_subjects` found, kept because each cue and quotation of a sentence asks for it."""

    def __len__(self) -> int:
        return len(self.words)

    def part(self, first: int, last: int) -> Tokens:
        """Return the tokens from `first` to before `last`."""
        cut = slice(first, last)
        return Tokens(
            self.words[cut], self.lower[cut], self.starts[cut], self.ends[cut], self.tags[cut], self.verbs[cut],
            self.quotations[cut],
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: tokens `first` to before `last`."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb that attributes, or "according to", and the phrase that names whose words they are.

    `content` is the token at which what is said begins; `subject` is None where the sentence names nobody. A subject
    is `inherited` where the verb has none of its own ("and said …", "…, adding that …").
    """

    first: int
    last: int
    word: str
    lemma: str
    subject: Phrase | None
    content: int
    form: str
    inherited: bool = False
    negated: bool = False
    passive: bool = False
    loose: bool = False
    """Whether the subject is all that stands before the verb, for want of a phrase that ends there."""


def tokens(text: str, pieces: Sequence[tuple[int, int, int]]) -> Tokens:
    """Return the tokens of stretches of a text, each `(start, end, number)`; from 0 on, a number makes it one token."""
    made = Tokens([], [], [], [], [], [], [])
    for start, end, number in pieces:
        if number >= 0:
            _append(made, "", start, end, number)
            continue
        for match in _TOKEN.finditer(text, start, end):
            word = match[0]
            if word in "'’":
                continue
            if word == "." and made.words and _abbreviates(made, match.start()):
                made.words[-1] += "."
                made.ends[-1] = match.end()
                continue
            _append(made, word, match.start(), match.end(), -1)
            if len(made) >= MOST_TOKENS:
                break
    for position in range(len(made)):
        made.tags.append(_tag(made, position))
    for position, tag in enumerate(made.tags):
        if made.lower[position] == "once" and position + 1 < len(made) and made.tags[position + 1] == "V":
            # "As Ana Ruiz once said"
            made.tags[position] = tag = "R"
        if tag == "V" and not _is_verb(made, position):
            made.tags[position] = "n"
            made.verbs[position] = None
    retag(made)
    return made


def _append(made: Tokens, word: str, start: int, end: int, number: int) -> None:
    made.words.append(word)
    made.lower.append(word.lower().replace("’", "'"))
    made.starts.append(start)
    made.ends.append(end)
    made.quotations.append(number)
    made.verbs.append(None)


def _abbreviates(made: Tokens, position: int) -> bool:
    word = made.words[-1]
    initial = len(word) == 1 and word.isalpha() and word.isupper() and word != "I"
    # "R-S.C.", "Ph.D."
    dotted = len(word) > 2 and word[-2] == "." and word[-1].isalpha()
    return made.ends[-1] == position and (initial or dotted or made.lower[-1] in ABBREVIATIONS)


_MARKS = {
    ",": ",", ";": ";", ":": ":", "—": "-", "–": "-", "-": "-", "―": "-", "(": "(", ")": ")", "[": "(", "]": ")",
    ".": ".", "!": ".", "?": ".", "…": "x", "...": "x",
}  # fmt: skip
CLOSED: dict[str, str] = {
    **dict.fromkeys(_VERBS, "v"),
    **dict.fromkeys(_ADVERBS, "R"),
    **dict.fromkeys(_AUXILIARIES, "A"),
    **dict.fromkeys(_SUBORDINATORS, "S"),
    **dict.fromkeys(_PREPOSITIONS, "I"),
    **dict.fromkeys(_DETERMINERS, "D"),
    **dict.fromkeys(_OBJECTS, "O"),
    **dict.fromkeys(_PRONOUNS, "P"),
    **dict.fromkeys(("and", "or", "but", "&"), "C"),
    **dict.fromkeys(("who", "which", "whom", "whose"), "W"),
    "to": "T",
}


def _tag(made: Tokens, position: int) -> str:
    if made.quotations[position] >= 0:
        return "Q"
    word, lower = made.words[position], made.lower[position]
    if not word[0].isalnum() and word[0] not in "@$£€":
        return _MARKS.get(word, "x")
    if word[0].isdigit() or word[0] in "$£€":
        return "#"
    after_quotation = position > 0 and made.quotations[position - 1] >= 0
    if after_quotation and lower in GIVEN_TOO and _begins_name(made, position):
        return "N"
    if lower in _TIMES and (lower != "may" or word[0].isupper()):
        return "Z"
    closed = CLOSED.get(lower)
    opens = position == 0 or made.quotations[position - 1] >= 0 or made.words[position - 1] in {".", "!", "?", ":"}
    if closed and (word[0].islower() or opens or lower == "i"):
        return "O" if lower == "her" and not _begins_noun(made, position + 1) else closed
    if word[0].isupper() or word[0] == "@":
        if opens and lower in VERBS and VERBS[lower].form == "ing" and _is_said_next(made, position):
            # "Loving said he was in the army": a surname
            return "N"
        if (opens or word.isupper()) and lower in VERBS and lower not in _NOUNS_TOO and not word.isupper():
            made.verbs[position] = VERBS[lower]
            return "V"
        return "R" if opens and lower.endswith("ly") else "N"
    if lower in VERBS:
        made.verbs[position] = VERBS[lower]
        return "V"
    if lower.endswith("ly") and lower not in _NOT_ADVERBS:
        return "R"
    return "v" if lower.endswith("ed") and len(lower) > 4 else "n"


def _is_said_next(made: Tokens, position: int) -> bool:
    following = made.lower[position + 1] if position + 1 < len(made) else ""
    return following in VERBS and VERBS[following].lemma in SPEECH and VERBS[following].form in {"past", "s"}


def _begins_name(made: Tokens, position: int) -> bool:
    """Return whether a word of grammar is a given name: "“…,” Will Tarr said"."""
    following = made.words[position + 1 : position + 2]
    named = made.words[position][0].isupper() and following and following[0][:1].isupper()
    return bool(named and following[0].lower() not in CLOSED)


def _begins_noun(made: Tokens, position: int) -> bool:
    if position >= len(made) or made.quotations[position] >= 0:
        return False
    word = made.lower[position]
    return word[0].isalnum() and word not in CLOSED and not (word in VERBS and VERBS[word].form in {"past", "ing"})


def _skipped_left(made: Tokens, position: int) -> int:
    """Return the last token before the position that is no adverb."""
    position -= 1
    while position >= 0 and made.tags[position] == "R":
        position -= 1
    return position


def _is_verb(made: Tokens, position: int) -> bool:
    """Return whether a form in the list is a verb here; a noun or adjective of that form is none."""
    verb = made.verbs[position]
    assert verb is not None
    before = _skipped_left(made, position)
    tag = made.tags[before] if before >= 0 else ""
    following = made.tags[position + 1] if position + 1 < len(made) else ""
    lower = made.lower[position]
    if lower == "state" and following in {"N", "n", "v", "V"}:
        # "But state Rep. Ana Ruiz said …", "state media said"
        return False
    if lower in _NOUNS_TOO and _in_a_source(made, before):
        return False
    if tag == "D" and made.lower[before] in _STANDING_ALONE and verb.form in {"past", "s"}:
        return True
    if tag == "D" or (tag in {"N", "n"} and made.lower[before].endswith(("'s", "s'"))):
        return False
    if verb.form == "ing":
        accused = made.lower[before] == "of" and bool(_ACCUSING & set(made.lower[max(0, before - 5) : before]))
        return tag != "I" or accused or made.lower[before] in _BEFORE_GERUND
    if verb.form in {"past", "participle"}:
        return not (tag == "I" and following in {"n", "N"})
    if tag in {"T", "P", "W", "A", "C", ",", "O"} or tag == "":
        # "Compared the data to records"
        return not (tag == "T" and verb.form == "s" and before == position - 1)
    if verb.form == "base":
        if following == "Q" and tag in "nN":
            return True
        if (
            tag == "N"
            and following in {"", ".", ","}
            and lower in _NOUNS_TOO
            and not _ends_after_quotation(made, before, following)
        ):
            # "according to a United Nations forecast"
            return False
        if tag == "N":
            return made.lower[before].endswith("s") or (before > 1 and made.tags[before - 1] == "C")
        plural = made.lower[before].endswith(("s", "people", "men", "women")) and not made.lower[before].endswith("ss")
        return tag in {"n", "#", ")", "Z"} and (plural or tag != "n")
    if lower in _NOUNS_TOO:
        said = following in {"S", "D", "P", "Q", "O", ":", "T"} or (tag == "N" and following in {"N", "I"})
        return tag in {"N", "n", ")", "-"} and (said or _ends_after_quotation(made, before, following))
    return tag in {"N", "n", ")", "-", "#", "Z", "Q"}


def _in_a_source(made: Tokens, before: int) -> bool:
    """Return whether a word ends the phrase behind "according to": "according to a United Nations forecast"."""
    while before > 0 and made.tags[before] in "nND":
        before -= 1
    return before > 0 and made.lower[before - 1 : before + 1] == ["according", "to"]


def _ends_after_quotation(made: Tokens, before: int, following: str) -> bool:
    """Return whether a verb closes what stands behind a quotation: "“…,” the lawsuit claims."."""
    while before > 0 and made.tags[before] in "nND":
        before -= 1
    return following in {"", "."} and made.tags[before] == "Q"


_BEFORE_GERUND = frozenset("by after before in for without while".split())
# "each recognized", "many say"
_STANDING_ALONE = frozenset("each some many most all both few several half".split())
_PART_OF_NOUN = frozenset("Nn#D")


def phrase_ending(made: Tokens, position: int) -> Phrase | None:
    """Return the noun phrase that ends with the token at the position, or None.

    "spokesman for the mayor" is one phrase, "on Monday Ana Ruiz" ends in one; a bracket or an aside is stepped over by
    `subject_before`.
    """
    if position < 0:
        return None
    tags = made.tags
    if tags[position] == "P":
        return Phrase(position, position + 1)
    if tags[position] not in "Nn#" and made.lower[position] not in {
        "others",
        "some",
        "many",
        "one",
        "most",
        "all",
        "both",
        "another",
    }:
        return None
    first = position
    while first > 0:
        left = tags[first - 1]
        if left in _PART_OF_NOUN or (left == "V" and first >= 2 and tags[first - 2] == "D" and tags[first] in "nN"):
            # A name ends at what is neither a name nor a description of one: "last week Ana Ruiz".
            first -= 1
            if tags[first] == "D" and first > 0 and tags[first - 1] not in "DIC":
                break
            continue
        if left == "v" and first >= 2 and tags[first - 2] in "D" and tags[first] in "nN#":
            first -= 1
            continue
        if left in "IC" and first >= 2 and _joins(made, first - 1):
            first -= 1
            continue
        if left == "Z" and first >= 2 and tags[first - 2] in "D" and tags[first] in "nN#":
            first -= 1
            continue
        break
    while first < position and tags[first] in "IC":
        first += 1
    return Phrase(first, position + 1)


def _joins(made: Tokens, position: int) -> bool:
    """Return whether a preposition or "and" holds a noun phrase together: a noun before it, and what can begin one."""
    left = made.tags[position - 1]
    word = made.lower[position]
    if left == "#" and word == "of":
        # "79% of voters"
        return made.lower[position - 1].endswith("%") or made.tags[position + 1] in "ND"
    if word == "of" and made.lower[position - 1] in _QUANTITIES:
        # "most of the retired miners"
        return made.tags[position + 1] in "NnD"
    if left not in "Nn":
        return False
    if word == "and":
        following = made.tags[position + 1]
        # "Doctors and nurses said": the first word's capital is the sentence's.
        opens = position == 1 and following == "n" and is_person_noun(made.lower[0])
        return following in "NnD" and (left == following or opens)
    if word in {"of", "for"}:
        return True
    if word not in {"at", "in", "from", "with", "on"} or left != "n":
        return False
    opens = position < 2 or made.tags[position - 2] in ",;:.-SQ"
    # "Still, analysts at Bank of Vesk said"
    return _has_determiner(made, position - 1) or opens and is_person_noun(made.lower[position - 1])


def _has_determiner(made: Tokens, position: int) -> bool:
    while position >= 0 and made.tags[position] in "nN":
        position -= 1
    return position < 0 or made.tags[position] in "D#"


_BOUNDARIES = frozenset(",;:-CSQ.WZRx)")


def _stands_as_subject(made: Tokens, phrase: Phrase) -> bool:
    """Return whether nothing before the phrase makes it an object: it opens the clause or follows what can open one."""
    before = phrase.first - 1
    # "In 1992 the owner said"
    dated = before > 0 and made.tags[before] == "#" and made.tags[before - 1] == "I" and made.tags[phrase.first] in "DN"
    # "(Ana Ruiz said it would.)": a sentence between brackets.
    bracketed = before >= 0 and made.tags[before] == "(" and (before == 0 or made.tags[before - 1] in ".Q")
    return before < 0 or dated or bracketed or made.tags[before] in _BOUNDARIES


def subject_before(made: Tokens, verb: int, floor: int = 0) -> Phrase | None:
    """Return the subject of the verb group that begins at a token: the phrase before it, asides stepped over.

    "a majority of voters" is said with how many they are; of "with a few issues and officials" it is the officials.
    """
    phrase = _phrase_before(made, verb, floor)
    if phrase is None or phrase.first < 1:
        return phrase
    whole = _with_quantity(made, phrase, floor) or _behind_and(made, phrase, verb)
    return _with_about(made, whole, floor)


def _with_quantity(made: Tokens, phrase: Phrase, floor: int) -> Phrase | None:
    """Return a phrase with how many of them it is: "a majority of registered voters", "eight in 10 voters"."""
    of = phrase.first - 1
    while of > floor and phrase.first - of < 9 and made.tags[of] in "nNv#CR":
        of -= 1
    if of - 1 < floor or made.lower[of] not in {"of", "in"} or not _counts(made, of - 1, of):
        return None
    first = of - 1
    while (
        first > floor
        and made.tags[first] != "D"
        and (made.tags[first - 1] in "DnR#" or first == 1 and made.tags[0] == "N")
    ):
        first -= 1
    return Phrase(first, phrase.last)


def _with_about(made: Tokens, phrase: Phrase, floor: int) -> Phrase:
    """Return a phrase with what stands before its number: "more than a third of nurses"."""
    first = phrase.first
    if not any(_counts(made, at, at + 1) for at in range(first, min(phrase.last - 1, first + 4))):
        return phrase
    if first == 1 and "-" in made.words[0]:
        # "Sixty-one percent of": a number with a sentence's capital
        first = 0
    while first > floor and made.lower[first - 1] in _ABOUT:
        first -= 1
    return Phrase(first, phrase.last)


def _counts(made: Tokens, at: int, of: int) -> bool:
    """Return whether a word before "of" or "in" tells how many: "most of", "two thirds of", "eight in 10"."""
    if made.lower[of] == "in":
        return _is_number(made, at) and of + 1 < len(made) and _is_number(made, of + 1)
    return made.lower[of] == "of" and (_is_number(made, at) or made.lower[at] in _QUANTITIES or made.lower[at] == "out")


def _is_number(made: Tokens, at: int) -> bool:
    return made.tags[at] == "#" or made.lower[at] in _NUMBERS


_NUMBERS = frozenset("one two three four five six seven eight nine ten".split())
_QUANTITIES = frozenset(
    """majority minority most some many several few handful half third thirds quarter quarters fifth fifths percent
    number dozens hundreds thousands scores couple plurality none all any share proportion""".split()
)
_ABOUT = frozenset(
    """nearly almost about roughly around over under than more fewer less at least most up to close just only
    well""".split()
)


def _behind_and(made: Tokens, phrase: Phrase, verb: int) -> Phrase:
    """Return what follows "and" in a phrase that hangs on a preposition or verb: "with few issues and officials"."""
    hangs = made.tags[phrase.first - 1] in "IvVT" and made.lower[phrase.first - 1] not in _CLAUSES
    if not hangs or any(tag not in "RZ" for tag in made.tags[phrase.last : verb]):
        return phrase
    joined = next((at for at in range(phrase.last - 1, phrase.first, -1) if made.lower[at] == "and"), None)
    if (
        not joined
        or made.tags[joined - 1] != "n"
        or any(_counts(made, at, at + 1) for at in range(phrase.first, joined))
    ):
        return phrase
    return Phrase(joined + 1, phrase.last)


def _phrase_before(made: Tokens, verb: int, floor: int) -> Phrase | None:
    """Return the phrase before a verb group that is its subject, asides stepped over."""
    position = _skipped_left(made, verb)
    # "who Oster on Monday called": the day is no part of the subject.
    while position > floor + 1 and made.tags[position] == "Z" and made.tags[position - 1] in "IZ":
        position = _skipped_left(made, position)
        position = _skipped_left(made, position) if made.tags[position] == "I" else position
    position = _before_seat(made, position)
    if position < floor:
        return None
    tag = made.tags[position]
    if tag == ")":
        while position >= floor and made.tags[position] != "(":
            position -= 1
        position -= 1
        tag = made.tags[position] if position >= floor else ""
    if tag in {",", "-"}:
        return _before_aside(made, position, floor)
    if tag == "W":
        return _antecedent(made, position, floor)
    phrase = _bearer(made, phrase_ending(made, position))
    if phrase is None or phrase.first < floor:
        return _antecedent_of_relative(made, position, floor) if tag in {"O", "Z", "n"} else None
    if not _stands_as_subject(made, phrase):
        if whole := _head_before(made, phrase, floor):
            return whole
        if bearer := _from_somewhere(made, phrase, floor):
            return bearer
        found = _antecedent_of_relative(made, phrase.first, floor)
        if found:
            return found
        if made.lower[position] in _NEVER_OBJECTS and made.tags[phrase.first - 1] in "nNZ#":
            # "In fact she said", "on Monday he said"
            return phrase
        if made.lower[phrase.first - 1] == "by":
            # "a letter obtained by the Gazette says"
            return None
        verb_form = made.verbs[verb]
        if made.lower[phrase.first - 1] in _CLAUSES and made.tags[phrase.first] == "D":
            # "after a clerk phoned her to say": a clause with a verb of its own, and no time before one.
            finite = verb_form.form in {"past", "s"} if verb_form else made.tags[verb] in "Av"
            return phrase if finite and made.lower[verb + 1 : verb + 2] != ["by"] else None
        heard = verb_form is not None and verb_form.form == "base"
        # "she said some people had told her"
        held = made.tags[phrase.first - 1] == "V" and is_person_noun(made.lower[position])
        fits = made.tags[position] in "NP" or heard or held
        return phrase if made.tags[phrase.first - 1] in "vVI" and fits else None
    describes = "n" in (made.tags[position], made.tags[phrase.first])
    name = name_ending(made, phrase.first - 2) if describes and phrase.first > 1 else None
    if name and made.tags[phrase.first - 1] == "," and name.last - name.first >= 2 and _stands_as_subject(made, name):
        # "Ana Ruiz, director of records said"
        return name
    return phrase


def _bearer(made: Tokens, phrase: Phrase | None) -> Phrase | None:
    """Return of "the suit against Ruiz" the suit: an accusation is never in the words of the accused."""
    while phrase and phrase.first > 1 and made.lower[phrase.first - 1] == "against":
        at = phrase.first - 2
        if made.tags[at] == "Q":
            return Phrase(at, at + 1)
        phrase = phrase_ending(made, at)
    return phrase


def _head_before(made: Tokens, phrase: Phrase, floor: int) -> Phrase | None:
    """Return all of "the lack of praise at the Vesk Awards": what a preposition hangs on a thing is not who acts."""
    at = phrase.first - 1
    placed = made.tags[phrase.first] == "D" and made.lower[at] in _FROM | {"on", "by"} and made.tags[at - 1] == "n"
    if at - 1 < floor or not placed or is_person_noun(made.lower[at - 1]):
        return None
    head = phrase_ending(made, at - 1)
    whole = head and head.first >= floor and made.tags[head.first] == "D" and _stands_as_subject(made, head)
    return Phrase(head.first, phrase.last) if head and whole else None


def _before_seat(made: Tokens, position: int) -> int:
    """Return the token before a party and seat that ends at one: "Rep. Ana Ruiz, R-Vesk Falls said"."""
    for at in range(position, max(1, position - 3), -1):
        if made.tags[at] != "N":
            break
        if _SEAT.match(made.words[at]) and made.tags[at - 1] == ",":
            return at - 2
    return position


_SEAT = re.compile(r"[RDI]-[A-Z]")


def _from_somewhere(made: Tokens, place: Phrase, floor: int) -> Phrase | None:
    """Return who is named before the place or body that a phrase is: "Ruiz from Vesk Capital said"."""
    at = place.first - 1
    if (
        at - 1 < floor
        or made.lower[at] not in _FROM
        or made.tags[at - 1] not in "NP"
        or made.tags[place.last - 1] != "N"
    ):
        return None
    bearer = phrase_ending(made, at - 1)
    return bearer if bearer and bearer.first >= floor and _stands_as_subject(made, bearer) else None


_NEVER_OBJECTS = frozenset("he she they we i".split())
_FROM = frozenset("from at with in".split())


def _before_aside(made: Tokens, closing: int, floor: int) -> Phrase | None:
    """Return the phrase before an aside that ends at a comma or dash: the one that opens the clause, if any does."""
    mark = made.tags[closing]
    if closing > floor and made.tags[closing - 1] == ")":
        # "Sen. Ana Ruiz (D-Vesk), said"
        end = closing - 1
        while end > floor and made.tags[end] != "(":
            end -= 1
        phrase = phrase_ending(made, end - 1)
        if phrase and phrase.first >= floor and _stands_as_subject(made, phrase):
            return phrase
    chosen: Phrase | None = None
    for position in range(closing - 2, max(floor, closing - 45) - 1, -1):
        if made.tags[position] in ".;Q(":
            break
        if mark == "," and made.tags[position] == "-" and all(tag in "N,#Z.()" for tag in made.tags[:position]):
            # "Eskby, 20 April 2026 – Eskby's mayor, Ana Ruiz, welcomed": the place of a dateline acts in nothing.
            break
        if made.tags[position] != mark:
            continue
        end = position - 1
        if end > floor and made.tags[end] == ")":
            while end > floor and made.tags[end] != "(":
                end -= 1
            end -= 1
        phrase = phrase_ending(made, end)
        if phrase and phrase.first >= floor and _stands_as_subject(made, phrase) and made.tags[end] in "NnP":
            named = made.tags[end] == "N" or chosen is None
            if named and not _opens_with_preposition(made, phrase):
                chosen = phrase
    aside = _named_aside(made, closing)
    described = chosen and (made.tags[chosen.first] == "D" or made.tags[chosen.last - 1] == "n")
    return aside if aside and described else chosen


def _named_aside(made: Tokens, closing: int) -> Phrase | None:
    """Return the name that an aside is: "the director, Ana Ruiz, said"."""
    name = name_ending(made, closing - 1) or _small_name_ending(made, closing - 1)
    if name is None or name.last - name.first < 2:
        return None
    # "the other candidate, former Secretary of State Ana Ruiz, said"
    first = name.first
    while first > 0 and (made.tags[first - 1] in "nN" or made.lower[first - 1] == "of"):
        first -= 1
    return name if first > 0 and made.tags[first - 1] == made.tags[closing] else None


def _small_name_ending(made: Tokens, position: int) -> Phrase | None:
    """Return the name in small letters that an aside is: ", prof sir mike richards,"; None where it is none."""
    first = position
    while first > 0 and made.tags[first - 1] == "n" and position - first < 4:
        first -= 1
    if first == 0 or made.tags[first - 1] != "," or made.tags[position] != "n":
        return None
    at = first
    while at < position and made.lower[at].rstrip(".") in _COURTESIES:
        at += 1
    named = made.lower[at] in given_names() and position - at in {1, 2}
    return Phrase(at, position + 1) if named and not is_person_noun(made.lower[position]) else None


_COURTESIES = frozenset("mr mrs ms miss dr prof professor sir dame lord lady cllr councillor rev".split())


def name_ending(made: Tokens, position: int) -> Phrase | None:
    """Return the name that ends with the token at the position, without what describes its bearer, or None."""
    first = position + 1
    while first > 0 and made.tags[first - 1] == "N":
        first -= 1
    return Phrase(first, position + 1) if first <= position else None


def _opens_with_preposition(made: Tokens, phrase: Phrase) -> bool:
    return phrase.first > 0 and made.tags[phrase.first - 1] in "IT"


def _antecedent(made: Tokens, relative: int, floor: int) -> Phrase | None:
    end = relative - 1
    while end >= floor and made.tags[end] in ",)-":
        end -= 1
    phrase = _bearer(made, phrase_ending(made, end))
    edge = phrase.first - 1 if phrase else 0
    while edge > 1 and made.lower[edge] in _INSTEAD:
        edge -= 1
    if phrase and edge < phrase.first - 1 and edge > 1 and made.tags[edge] == ",":
        # "It was Marsh, not Prior, who said": the one that is not denied.
        phrase = phrase_ending(made, edge - 1)
    if phrase and made.lower[relative] == "who" and (name := _sender(made, phrase)):
        return name
    return phrase if phrase and phrase.first >= floor else None


_INSTEAD = frozenset("not and rather than instead of".split())


def _sender(made: Tokens, phrase: Phrase) -> Phrase | None:
    """Return the name in "a letter from Ana Ruiz, who wrote": what is no person does not say a word."""
    name = name_ending(made, phrase.last - 1)
    if name is None or name.first < phrase.first + 2 or made.lower[name.first - 1] not in {"from", "by"}:
        return None
    return None if is_person_noun(made.lower[name.first - 2]) else name


def _antecedent_of_relative(made: Tokens, position: int, floor: int) -> Phrase | None:
    """Return "the groups" for "the groups who wrote to her say"."""
    for relative in range(position, max(floor, position - 25) - 1, -1):
        if made.tags[relative] == "W":
            return _antecedent(made, relative, floor)
        if made.tags[relative] in ".;:Q":
            return None
    return None


def clause_subjects(made: Tokens) -> list[tuple[int, Phrase, bool]]:
    """Return (verb token, subject, whether it opens a main clause) for the finite verbs of a sentence, in order."""
    if made.clauses is not None:
        return made.clauses
    found: list[tuple[int, Phrase, bool]] = []
    previous = -1
    for position, tag in enumerate(made.tags):
        if tag not in "AvV" or (position and made.tags[position - 1] in "AT"):
            continue
        if tag == "V" and made.verbs[position].form in {"ing", "participle"}:  # type: ignore[union-attr]
            continue
        before = _skipped_left(made, position)
        if before < 0 or before <= previous or made.tags[before] in "ACVvTI":
            continue
        phrase = subject_before(made, position)
        if phrase is None or made.tags[before] == "W":
            continue
        opener = made.tags[phrase.first - 1] if phrase.first else ""
        # "Oster said Holt will go": what follows a verb at once is held by it.
        held = opener in {"S", "W", "V"} or phrase.first > 0 and made.lower[phrase.first - 1] in _CLAUSES
        found.append((position, phrase, not held))
        previous = position
    made.clauses = found
    return found


def main_subject(made: Tokens, before: int, subjects: Sequence[tuple[int, Phrase, bool]]) -> Phrase | None:
    """Return the subject of the main clause nearest before a token, else of the first one after it."""
    held = [phrase for verb, phrase, main in subjects if verb < before and main and made.tags[phrase.first] != "W"]
    if held:
        return held[-1]
    after = [phrase for verb, phrase, main in subjects if verb > before and main]
    return after[0] if after else next((phrase for verb, phrase, _ in subjects if verb < before), None)


def phrase_starting(made: Tokens, position: int) -> Phrase | None:
    """Return the noun phrase that begins at a token, as a subject after its verb ("said the mayor of Vesk")."""
    tags = made.tags
    last = position
    if last < len(made) and tags[last] == "P":
        return Phrase(position, position + 1)
    while last < len(made):
        tag = tags[last]
        following = tags[last + 1] if last + 1 < len(made) else ""
        opens = last == position or tags[last - 1] in "ICD"
        described = (tag in "vV" or tag == "D" and opens) and following and following in "Nn#D"
        # "said one of the farmers"
        described = described or tag == "D" and opens and made.lower[last + 1 : last + 2] == ["of"]
        # "said the then mayor, Ana Ruiz"
        described = (
            described or "then" in made.lower[last : last + 2] and (tag == "D" and opens or tags[last - 1] == "D")
        )
        joined = tag in "IC" and last > position and following and _goes_on(made, position, last)
        if not (tag in "Nn#" or described or joined):
            break
        last += 1
    if last == position or tags[last - 1] in "DvV":
        return None
    named = tags[last - 1] == "N" and not (tags[position] == "D" and "n" in tags[position:last])
    if not named and last + 1 < len(made) and tags[last] == "," and tags[last + 1] == "N":
        # "said the mayor, Ana Ruiz."
        end = last + 1
        while end < len(made) and tags[end] == "N":
            end += 1
        if end - last - 1 >= 2 and (end == len(made) or tags[end] in ",.-(;"):
            return Phrase(last + 1, end)
    return Phrase(position, last)


def _goes_on(made: Tokens, first: int, position: int) -> bool:
    word, left, right = made.lower[position], made.tags[position - 1], made.tags[position + 1]
    if word in {"of", "for"}:
        return right in "NnD#"
    if word == "and":
        return left == right and left in "Nn"
    return word in {"at", "in", "from", "with"} and left == "n" and made.tags[first] == "D" and right in "ND"


def cues(made: Tokens) -> list[Cue]:
    """Return what attributes words in a sentence, in order."""
    found: list[Cue] = []
    for position, verb in enumerate(made.verbs):
        if made.lower[position] == "according" and position + 2 < len(made) and made.tags[position + 1] == "T":
            phrase = phrase_starting(made, position + 2)
            if phrase:
                found.append(Cue(position, position + 2, "according to", "according", phrase, phrase.last, "according"))
            continue
        if verb is None:
            continue
        found.append(_cue(made, position, verb, clause_subjects(made)))
    return found


def _cue(made: Tokens, position: int, verb: Verb, subjects: Sequence[tuple[int, Phrase, bool]]) -> Cue:
    first = _group_start(made, position)
    group = made.lower[first:position]
    if first and made.tags[first - 1] == "R":
        group = [made.lower[first - 1], *group]
    negated = any(map(is_negation, group))
    word = made.words[position].lower()
    content = position + 1
    finite = Cue(first, content, word, verb.lemma, None, content, verb.form, negated=negated)
    be = any(each in _BE for each in group)
    if be and verb.form in {"past", "participle"}:
        agent = _agent(made, position + 1)
        return replace(finite, subject=agent, passive=True)
    if verb.form == "ing" and first and _is_gerund_of(made, first):
        return replace(finite, passive=True)
    if verb.form == "ing" and (accused := _accused(made, first)):
        return replace(finite, subject=accused, form="participle")
    if verb.form == "ing" and (quoted := _quoted_as(made, first, subjects)):
        return replace(finite, subject=quoted, form="participle")
    if made.tags[first] == "T" or (verb.form == "ing" and not be):
        subject = _beside(made, first) if verb.form == "ing" else None
        if subject is None and first and made.lower[first - 1] in _PERCEIVED:
            # "the witness said protesters were heard shouting"
            subject = next((phrase for at, phrase, _ in reversed(subjects) if at < first), None)
        subject, sure = (subject, True) if subject else _actor(made, first, subjects)
        form = "infinitive" if made.tags[first] == "T" else "participle"
        return replace(finite, subject=subject, form=form, inherited=True, loose=not sure)
    before = _skipped_left(made, first)
    if before >= 0 and made.tags[before] == "C":
        same = [phrase for at, phrase, _ in subjects if at < first]
        main = [phrase for at, phrase, main in subjects if at < first and main]
        start = main[-1].first if main else 0
        relative = next((at for at in range(before, start, -1) if made.tags[at] == "W"), None)
        if relative is not None and not any(at > relative for at, _, _ in subjects if at < first):
            # "a senator who opposed the dam and had called it “…”"
            return replace(finite, subject=_antecedent(made, relative, 0), inherited=True)
        chosen = main or same
        return replace(finite, subject=chosen[-1] if chosen else None, inherited=True)
    described = verb.lemma in _DESCRIBING and verb.form == "past" and made.lower[content : content + 1] in _BY
    if described and not group and (first == 0 or made.tags[first - 1] in ",-("):
        # "Described by the Gazette as “…”, the bridge": whom that tells of has said nothing.
        return replace(finite, subject=_agent(made, content), passive=True)
    subject = None if _before_its_name(made, position, verb) else subject_before(made, first)
    loose = None if subject or _before_its_name(made, position, verb) else _loose_subject(made, first)
    subject = subject or loose
    if (
        first
        and made.tags[first - 1] == "W"
        and subject
        and subject.first
        and is_negation(made.lower[subject.first - 1])
    ):
        # "It was not the mayor who said"
        negated = made.lower[subject.first - 2 : subject.first - 1] != [","]
    # "Nobody said that …", "no farmer said": a denial, not somebody of that name.
    denied = subject is not None and _denies(made, subject)
    return replace(finite, subject=subject, negated=negated or denied, loose=loose is not None)


def _actor(made: Tokens, first: int, subjects: Sequence[tuple[int, Phrase, bool]]) -> tuple[Phrase | None, bool]:
    """Return who does what an infinitive or participle tells, and whether no other clause's subject can be meant.

    It is the subject of the nearest clause: "after a clerk rang to say that it had failed, Ruiz left".
    """
    main = main_subject(made, first, subjects)
    infinitive = made.tags[first] == "T"
    verb, nearest = next(((at, phrase) for at, phrase, _ in reversed(subjects) if at < first), (first, None))
    if nearest is None:
        # "After the clerk rang to say …, Ruiz left": a clause whose verb no list has.
        opens = infinitive and any(made.tags[at] == "S" or made.lower[at] in _CLAUSES for at in range(first))
        return main, not opens
    before = _skipped_left(made, first)
    if not _is_subordinate(made, nearest) or made.tags[before] in ",:-CS":
        return main, True
    if all(tag in "AvVR" for tag in made.tags[verb:first]):
        return nearest, True
    earlier = any(at < verb and not _is_subordinate(made, phrase) for at, phrase, _ in subjects)
    return nearest, infinitive and not earlier and "," not in made.tags[verb:first]


def _is_subordinate(made: Tokens, phrase: Phrase) -> bool:
    before = phrase.first - 1
    return before >= 0 and (made.tags[before] == "S" and made.lower[before] != "that" or made.lower[before] in _CLAUSES)


def _is_gerund_of(made: Tokens, first: int) -> bool:
    """Return whether a bare noun with a form in -ing is a thing done: "says that media reporting was not the whole"."""
    at = first - 1
    return at > 0 and made.tags[at] == "n" and made.tags[at - 1] == "S" and made.lower[at - 1] == "that"


def _before_its_name(made: Tokens, position: int, verb: Verb) -> bool:
    """Return whether the name behind a verb is who says it: "As a child I was afraid, said Ana Ruiz in the Gazette"."""
    if verb.lemma not in _NO_PERSON or position == 0 or made.tags[position - 1] != ",":
        return False
    last = position + 1
    while last < len(made) and made.tags[last] == "N":
        last += 1
    return last - position > 2 and (last == len(made) or made.tags[last] in ".,;I")


_NO_PERSON = frozenset("say add explain argue note".split())
"""What they take is never a person."""


def _accused(made: Tokens, saying: int) -> Phrase | None:
    """Return who is said to have said it: "accused her of saying"."""
    if saying < 3 or made.lower[saying - 1] != "of":
        return None
    at = saying - 2
    if made.tags[at] == "O" or made.lower[at] == "her":
        phrase: Phrase | None = Phrase(at, at + 1)
    else:
        phrase = phrase_ending(made, at)
    return phrase if phrase and phrase.first and made.lower[phrase.first - 1] in _ACCUSING else None


_ACCUSING = frozenset("accuse accuses accused accusing suspect suspected suspects".split())
_CLAUSES = frozenset("after before since until".split())


def _quoted_as(made: Tokens, saying: int, subjects: Sequence[tuple[int, Phrase, bool]]) -> Phrase | None:
    """Return who is quoted: "quoted Ruiz as saying", "Ruiz was quoted as saying"."""
    if saying < 2 or made.lower[saying - 1] != "as":
        return None
    if made.lower[saying - 2] in _QUOTING:
        return next((phrase for at, phrase, _ in reversed(subjects) if at < saying - 1), None)
    phrase = phrase_ending(made, saying - 2)
    return phrase if phrase and phrase.first and made.lower[phrase.first - 1] in _QUOTING else None


_QUOTING = frozenset("quoted quotes quote quoting misquoted misquotes cited cites".split())
_PERCEIVED = frozenset("heard seen caught filmed recorded".split())
_BY = (["as"], ["by"])
_DESCRIBING = frozenset("describe call dub term label brand hail praise condemn denounce depict portray".split())


def _denies(made: Tokens, subject: Phrase) -> bool:
    words = made.lower[subject.first : subject.last]
    if words[:1] == ["no"] and words[1:2] and words[1] in {"wonder", "doubt", "surprise"}:
        return False
    return " ".join(words) in NOBODY or words[0] in {"no", "neither", "none", "nobody"}


def _beside(made: Tokens, participle: int) -> Phrase | None:
    """Return who stands right before a participle: "a source in the ministry saying that …"."""
    before = participle - 1
    if before < 0 or made.tags[before] not in "Nn":
        return None
    phrase = phrase_ending(made, before)
    if phrase and made.tags[before] == "N" and phrase.first and made.tags[phrase.first - 1] in "TI":
        # "Ruiz sent a letter to Mayor Holt requesting …": it is not who gets the letter that asks.
        return phrase if made.tags[phrase.first - 1] == "I" and made.lower[phrase.first - 1] in _CLAUSES_WITH else None
    return phrase if phrase and (made.tags[before] == "N" or is_person_noun(made.lower[before])) else None


_CLAUSES_WITH = frozenset("with after following despite of from by".split())
"""What goes before a participle with a subject of its own: "with Ruiz saying that …"."""


def _loose_subject(made: Tokens, verb: int) -> Phrase | None:
    """Return all from where the clause opens to its verb, where that is short and can be a description of somebody."""
    last = _skipped_left(made, verb) + 1
    first = last
    while first > 0 and last - first < 13 and made.tags[first - 1] not in ",;:-CSQ.xVvA":
        first -= 1
    if first and made.lower[first - 1] in {"has", "have", "had"}:
        # "Ana Ruiz has in the past ruled it out": the subject stands before the auxiliary.
        between = range(first, verb)
        parted = all(made.tags[at] in "IDnZRN#" and made.lower[at] not in _CLAUSES for at in between)
        return subject_before(made, first - 1) if parted else None
    while first < last and made.tags[first] in "RZ":
        first += 1
    opens = first == 0 or made.tags[first - 1] in ",;:-CSQ.x"
    fits = (
        last - first >= 2
        and opens
        and not made.lower[first].endswith("ing")
        and made.tags[first] in "DNn#"
        and made.tags[last - 1] in "NnO#Z"
    )
    return Phrase(first, last) if fits else None


def _group_start(made: Tokens, position: int) -> int:
    """Return where the verb group of a verb begins: its auxiliaries, "to" and the adverbs between them."""
    first = position
    while first > 0 and made.tags[first - 1] in "ART" and not (made.tags[first - 1] == "R" and first - 1 == 0):
        first -= 1
        if made.tags[first] == "T":
            break
    while first < position and made.tags[first] == "R":
        first += 1
    return first


def _agent(made: Tokens, position: int) -> Phrase | None:
    """Return who a passive verb names: "was described by the mayor"."""
    for at in range(position, min(position + 4, len(made) - 1)):
        if made.lower[at] == "by":
            return phrase_starting(made, at + 1)
    return None


def says(cue: Cue) -> bool:
    """Return whether the cue tells of words said, not of a belief or an act."""
    return cue.lemma in SPEECH or cue.lemma == "according"
