"""Whom "he" or "she" means at a place of a document: one person, or the two between whom the text does not decide.

The subject of the sentence before is meant before anybody else, then subjects farther back, then who is only mentioned
("met Brandt", "Brandt's office"). What stands inside quotation marks names nobody, a byline neither. Gender and number
agree. The shares and the margin were chosen on half of the development articles of PolNeAR; a narrow win is none.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from index.cues import tags
from index.cues.clauses import clause_subjects
from index.cues.noun_cues import POSSESSIVES
from index.cues.phrases import phrase_starting
from index.cues.tokens import Phrase, Tokens
from index.cues.verbs import SPEECH
from index.names.titles import DETERMINED, GENDERED
from index.names.writing import names_have_capitals
from index.people.mention_shares import CLAUSE, JOINED, SUBJECT, joined_before, share_of_name
from index.people.person import Kind

_MARKS = (
    tags.QUOTATION
    + tags.FULL_STOP
    + tags.COMMA
    + tags.SEMICOLON
    + tags.COLON
    + tags.DASH
    + tags.OTHER_MARK
    + tags.OPENING
    + tags.CLOSING
)

SENTENCE, PARAGRAPH = 0.7, 0.9
"""What of that is left a sentence and a paragraph later."""

UNKNOWN_GENDER, DESCRIBED = 0.8, 0.8
"""What is left where nothing shows the gender, and of whom no name is known."""

UNKNOWN_KIND, UNKNOWN_WORD, SELDOM = 0.7, 0.45, 0.8
"""What is left where nothing shows that a name, or a single word, is a person's, and where it stands but once."""

FARTHEST = 8
"""Sentences (quotations apart) after which nobody is meant any more."""

CLOSE, CLEAR = 0.75, 0.25
"""Of what the best has: another who has more makes it unsure, one who has less leaves it clear."""

SURE, LIKELY = 0.9, 0.72
"""What a clear and a narrower win leave of the confidence: of a full one (.9) the first is above the line of .7."""

FEW_TELL = 0.6
"""The same in a text whose names have no capitals: not all who are named there are found."""

FAINT, LEAST, VAGUE = 0.2, 0.06, 0.35
"""With less than the first a sole name is no clear one, with less than the second nobody is meant; with less than the
third nobody who is only described and of no known gender."""


@dataclass(frozen=True)
class Meant:
    """Whom a phrase means: `name`, or None with the `candidates` where it is one of them, and what surety is left."""

    name: str | None = None
    candidates: tuple[str, ...] = ()
    surety: float = 1.0


NOBODY = Meant(None, (), 0.0)


@dataclass
class _Mention:
    name: str
    position: int
    sentence: int
    paragraph: int
    share: float
    sure: bool = True
    """Whether the text names the bearer there, or a pronoun surely means them."""
    named: bool = True
    """Whether the text names the bearer there."""


@dataclass(frozen=True)
class _Doubt:
    """A pronoun that may mean one of several, in which sentence."""

    gender: str
    position: int
    sentence: int
    meant: Meant


class Discourse:
    """Who was mentioned where, sentence by sentence, as far as a document was read."""

    def __init__(
        self,
        resolve: Callable[[str, int], str | None],
        kind: Callable[[str], Kind],
        text: str,
        authors: frozenset[str] = frozenset(),
        may_speak: Callable[[str], bool] = bool,
        looks_personal: Callable[[str], bool] = bool,
    ) -> None:
        self._resolve = resolve
        self._authors = authors
        self._kind = kind
        self._may_speak = may_speak
        self._looks_personal = looks_personal
        self._has_capitals = names_have_capitals(text)
        self._text = text
        self._mentions: list[_Mention] = []
        self._sentence = self._paragraph = 0
        self._known: dict[int, Meant] = {}
        self._said: set[str] = set()
        """Whom a verb of saying names."""
        self._doubt: _Doubt | None = None
        self._spoken: set[str] = set()
        """Who said or thought something: people, as far as nothing shows otherwise."""
        self._acts = False

    def paragraph(self) -> None:
        """Begin a paragraph."""
        self._paragraph += 1

    def read(self, tokens: Tokens) -> None:
        """Take in whom a sentence mentions; what stands in marks is left out."""
        if any(tag not in _MARKS for tag in tokens.tags):
            self._sentence += 1
        subjects = {phrase.first: (phrase, main) for _, phrase, main in clause_subjects(tokens)}
        acting = {phrase.first for verb, phrase, _ in clause_subjects(tokens) if tokens.verbs[verb] is not None}
        position = 0
        while position < len(tokens):
            if position in subjects:
                phrase, main = subjects[position]
                self._acts = position in acting
                share = (SUBJECT if main else CLAUSE) * (JOINED if joined_before(tokens, phrase.first) else 1.0)
                position = max(self._subject(tokens, phrase, share), position + 1)
            elif tokens.tags[position] == tags.NAME:
                position = self._named(tokens, position)
            elif _before_its_subject(tokens, position) and (after := phrase_starting(tokens, position + 1)):
                position = self._subject(tokens, after, SUBJECT)
            else:
                position += 1

    def _subject(self, tokens: Tokens, phrase: Phrase, share: float) -> int:
        """Take in a subject; return the token to go on at."""
        start = tokens.starts[phrase.first]
        words = self._text[start : tokens.ends[phrase.last - 1]]
        if words.lower() in GENDERED:
            meant = self.meant(words.lower(), start)
            for each in (meant.name,) if meant.name else meant.candidates:
                factor = 1.0 if meant.name else 0.6
                self._add(each, start, share * factor, sure=meant.surety >= SURE, named=False)
            return phrase.last
        if words.lower() in _PLURAL:
            return phrase.last
        parts = self._parts(tokens, phrase)
        self._add_actors(tokens, parts, share)
        if len(parts) == 1:
            self._add_names_within(tokens, phrase)
        return phrase.last

    def _add_actors(self, tokens: Tokens, parts: Sequence[tuple[int, int]], share: float) -> None:
        found = [
            (name, tokens.starts[first])
            for first, last in parts
            if (name := self._resolve(self._text[tokens.starts[first] : tokens.ends[last - 1]], tokens.starts[first]))
        ]
        for name, position in found:
            self._add(name, position, share if len(found) == 1 else share * 0.8)
            if self._acts:
                self._spoken.add(name)

    def _add_names_within(self, tokens: Tokens, phrase: Phrase) -> None:
        """Take in who is named within a description: "a spokesman for Ana Ruiz"."""
        at = phrase.first
        while at < phrase.last:
            # "Opposition leader Ana Ruiz": a word that qualifies a noun is nobody mentioned.
            qualifies = at + 1 < phrase.last and tokens.tags[at + 1] == tags.NOUN
            at = self._named(tokens, at) if tokens.tags[at] == tags.NAME and not qualifies else at + 1

    def _parts(self, tokens: Tokens, phrase: Phrase) -> list[tuple[int, int]]:
        """Return the people of a plural subject ("Ruiz and Brandt") each, or the phrase as it is."""
        joined = [
            at for at in range(phrase.first + 1, phrase.last - 1)
            if tokens.lower[at] == "and" and tokens.tags[at - 1] == tags.NAME and tokens.tags[at + 1] in tags.NOMINAL
        ]  # fmt: skip
        edges = [phrase.first, *(each + 1 for each in joined)]
        return list(zip(edges, [*joined, phrase.last], strict=True))

    def _named(self, tokens: Tokens, first: int) -> int:
        last = first + 1
        while (
            last < len(tokens) and tokens.tags[last] == tags.NAME and not tokens.lower[last - 1].endswith(("'s", "s'"))
        ):
            last += 1
        words = self._text[tokens.starts[first] : tokens.ends[last - 1]]
        name = self._resolve(words, tokens.starts[first])
        if name:
            self._add(name, tokens.starts[first], share_of_name(tokens, first, last))
        return last

    def _add(self, name: str, position: int, share: float, *, sure: bool = True, named: bool = True) -> None:
        self._mentions.append(
            _Mention(
                name,
                position,
                sentence=self._sentence,
                paragraph=self._paragraph,
                share=share,
                sure=sure,
                named=named,
            )
        )

    def spoke(self, name: str, position: int, by_cue: bool = True, *, sure: bool = True) -> None:
        """Remember that somebody spoke at a position, the subject of what was said there, as a verb tells or not.

        Whose words were a guess is no surer for the next "he".
        """
        self._add(name, position, SUBJECT, sure=sure, named=False)
        self._spoken.add(name)
        if by_cue:
            self._said.add(name)

    def speakers(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return the names of which something shows that they can speak; a lone one is no choice, and none is left."""
        kept = list(dict.fromkeys(each for each in names if each in self._said or self._may_speak(each)))
        kept = [each for each in kept if not any(each != other and _is_part(each, other) for other in kept)]
        return tuple(kept) if len(kept) > 1 else ()

    def spoke_last(self, names: Collection[str], position: int) -> str | None:
        """Return which of several the sentence before names as who speaks, None where it names none or another too."""
        found: set[str] = set()
        for mention in reversed(self._mentions) if names else ():
            if mention.sentence < self._sentence - 1:
                break
            if mention.named and mention.position < position and mention.name in names:
                found.add(mention.name)
        return next(iter(found)) if len(found) == 1 and found <= self._spoken else None

    def meant(self, pronoun: str, position: int) -> Meant:
        """Return whom "he" or "she" means at a position of a sentence that was read or comes next."""
        if position not in self._known:
            gender = GENDERED[pronoun]
            self._known[position] = self._still_in_doubt(gender, position) or self._weighed(gender, position)
        return self._known[position]

    def doubt(self, pronoun: str, position: int, meant: Meant) -> None:
        """Remember that a pronoun may mean one of several, and so may the next one until somebody is named."""
        self._doubt = _Doubt(GENDERED[pronoun], position, self._sentence, meant)

    def _still_in_doubt(self, gender: str, position: int) -> Meant | None:
        doubt = self._doubt
        if doubt is None or doubt.gender != gender or self._sentence - doubt.sentence > FARTHEST:
            return None
        since = (each.name for each in self._mentions if each.named and doubt.position < each.position < position)
        return None if any(self._fits(name, gender) for name in since) else doubt.meant

    def _weighed(self, gender: str, position: int) -> Meant:
        shares = self._shares(gender, position)
        ranked = sorted(shares.items(), key=lambda each: -each[1])[:3]
        if not ranked or ranked[0][1] < LEAST:
            return NOBODY
        (best, most), others = ranked[0], ranked[1:]
        nearest = self._nearest_subject(position)
        close = _rivals(others, CLOSE * most, nearest)
        shown = self._is_shown(best)
        vague = most < VAGUE and self._is_vague(best)
        if close or vague or not (shown or self._looks_personal(best)):
            # "he" after "Scroll", "Starstruck" or a club's name: perhaps it is nobody's.
            return Meant(None, (best, *close), 0.0)
        if not self._has_capitals:
            return Meant(best, (), FEW_TELL)
        clear = most > FAINT and all(share < CLEAR * most for _, share in others)
        sure = clear and shown and self._is_named(best, position) and not _is_another_body(nearest, best)
        return Meant(best, (), SURE if sure else LIKELY)

    def _is_named(self, name: str, position: int) -> bool:
        """Return whether the last mention of somebody is no guess."""
        mentions = (each for each in reversed(self._mentions) if each.position < position)
        return next((each.sure for each in mentions if each.name == name), True)

    def _is_shown(self, name: str) -> bool:
        """Return whether something shows that a name is one person's: no other is "he" or "she"."""
        kind = self._kind(name)
        if name.startswith(("al ", "el ")) and kind.gender is None:
            return False
        return kind.gender is not None or kind.person is True

    def _is_vague(self, name: str) -> bool:
        """Return whether somebody is only described, by nothing that shows a gender: "a campaign source"."""
        return self._kind(name).gender is None and (name[:1].islower() or DETERMINED.match(name) is not None)

    def _nearest_subject(self, position: int) -> str | None:
        """Return the subject of the last sentence that has one: who is not it is meant by chance."""
        for mention in reversed(self._mentions):
            if mention.position < position and mention.share >= SUBJECT and mention.sentence < self._sentence:
                return mention.name
        return None

    def _shares(self, gender: str, position: int) -> dict[str, float]:
        shares: dict[str, float] = {}
        for mention in reversed(self._mentions):
            back = self._sentence - mention.sentence
            if back > FARTHEST:
                break
            if mention.position >= position:
                continue
            share = mention.share * SENTENCE**back * PARAGRAPH ** (self._paragraph - mention.paragraph)
            if share > shares.get(mention.name, 0.0):
                shares[mention.name] = share
        fitting = {name: score for name, share in shares.items() if (score := share * self._fits(name, gender)) > 0}
        return _folded(fitting)

    def _fits(self, name: str, gender: str) -> float:
        kind = self._kind(name)
        if name in self._authors or kind.person is False or kind.gender not in {gender, None}:
            return 0.0
        described = DESCRIBED if DETERMINED.match(name) or name[:1].islower() or name.split()[-1].islower() else 1.0
        person = kind.person or name in self._spoken
        unknown = (UNKNOWN_KIND if " " in name else UNKNOWN_WORD) * (1.0 if kind.often else SELDOM)
        return described * (1.0 if kind.gender else UNKNOWN_GENDER) * (1.0 if person else unknown)


def _rivals(others: Sequence[tuple[str, float]], enough: float, nearest: str | None) -> list[str]:
    """Return of the names with their shares the ones that have enough, and the nearest subject."""
    return [name for name, share in others if share > enough or name == nearest]


def _is_another_body(nearest: str | None, best: str) -> bool:
    """Return whether initials act in the sentence before: a body's, and now and then somebody's."""
    return nearest is not None and nearest != best and nearest.isupper()


def _is_part(name: str, whole: str) -> bool:
    """Return whether a name or description is another one's end: "Brandt" of "Palo Brandt", "son" of "his son"."""
    return whole.lower().endswith(f" {name.lower()}")


def _before_its_subject(tokens: Tokens, position: int) -> bool:
    """Return whether a verb of saying comes before its subject: "…,” said Ana Ruiz"."""
    verb = tokens.verbs[position]
    before = tokens.tags[position - 1] if position else ""
    return (
        verb is not None
        and verb.lemma in SPEECH
        and verb.form in {"past", "s"}
        and before in {tags.COMMA, tags.QUOTATION, tags.DASH}
    )


def _folded(shares: dict[str, float]) -> dict[str, float]:
    """Return the shares with that of a surname alone at the one full name that ends with it."""
    for name in [each for each in shares if " " not in each]:
        bearers = [each for each in shares if each != name and each.split()[-1] == name]
        if len(bearers) == 1:
            shares[bearers[0]] = max(shares[bearers[0]], shares.pop(name))
    return shares


_PLURAL = frozenset("i we you they it this that these those which who there".split()) | frozenset(POSSESSIVES)
