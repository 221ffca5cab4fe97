"""Cue verbs in their sentences -> the named features by which attributions and the borders of clauses are weighed.

A feature is a name: what the cue is, who its subject is, the tags and closed-class words around. Words stand in names
only where they are of the published lists (`index.cues.verbs`, `index.cues.noun_cues`) or of the closed classes of
`index.cues.cues`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from index.cues import tags
from index.cues.cues import Cue
from index.cues.tokens import Tokens
from index.cues.verbs import MIND, SOURCE, SPEECH, STANCE, UNSURE
from index.cues.word_classes import CLOSED

_AHEAD = 20
_STEPS = (7, 10, 15, 22, 32)
_MANY = f"{_STEPS[-1]}+"
_BUCKETS = (*"01234", *(next(f"<{limit}" for limit in _STEPS if count < limit) for count in range(5, _STEPS[-1])))


def cue_features(tokens: Tokens, cues: Sequence[Cue], number: int, end: int) -> list[str]:
    """Return what tells whether a cue attributes something that is reported without marks."""
    cue = cues[number]
    kind = kind_of(cue)
    form = "passive" if cue.passive else cue.form
    return [
        *_of_words_after(tokens, cue, kind, form, end),
        *_of_subject(tokens, cue, kind, form),
        *_of_words_before(tokens, cue, kind, form, end),
        f"cues {min(len(cues), 5)} {min(number, 3)}",
        f"within {_neighbour(cues, number, -1)} {kind}",
        f"holds {_neighbour(cues, number, 1)} {kind}",
    ]


def _of_words_after(tokens: Tokens, cue: Cue, kind: str, form: str, end: int) -> list[str]:
    lemma, at = cue.lemma, cue.content
    one, two, three = (*tokens.tags[at : min(at + 3, end)], "$", "$", "$")[:3]
    word, room, quoted = closed(tokens, at, end), bucket(end - at), _quoted(tokens, cue)
    ahead = tokens.tags[at : min(end, at + _AHEAD)]
    verb = next((bucket(distance) for distance, tag in enumerate(ahead) if tag in tags.PREDICATE), "none")
    return [
        f"kind {kind}",
        f"lemma {lemma}",
        f"lemma {lemma} then {one}",
        f"lemma {lemma} word {word}",
        f"kind {kind} then {one}{two}",
        f"kind {kind} then {one}{two}{three}",
        f"kind {kind} word {word}",
        f"form {form} then {one}",
        f"words {word} {closed(tokens, at + 1, end)}",
        f"verb {verb} {kind} {one}",
        f"verb {verb} lemma {lemma}",
        f"room {room}",
        f"room {room} {kind}",
        f"quoted {quoted}",
        f"quoted {quoted} {kind}",
        f"asked {tokens.words[-1] == '?'} {kind}",
    ]


def _of_subject(tokens: Tokens, cue: Cue, kind: str, form: str) -> list[str]:
    subject = subject_kind(tokens, cue)
    return [
        f"subject {subject} {kind}",
        f"subject {subject} {form}",
        f"subject {subject} lemma {cue.lemma}",
        f"who {_who(tokens, cue)} {kind}",
        f"inherited {cue.inherited} {form}",
    ]


def _of_words_before(tokens: Tokens, cue: Cue, kind: str, form: str, end: int) -> list[str]:
    edge = left_edge(cue)
    before, opener = closed(tokens, cue.first - 1, end), closed(tokens, edge - 1, end)
    helpers = " ".join(word for word in tokens.lower[cue.first : cue.last - 1] if word in CLOSED)
    last = "last" if cue.content >= end else ""
    return [
        f"form {form} {kind}",
        f"form {form} lemma {cue.lemma}",
        f"helpers {helpers} {form}",
        f"helpers {helpers} {kind}",
        f"before {before} {kind}",
        f"before {before} lemma {cue.lemma}",
        f"opener {opener} {kind}",
        f"opener {opener} {form}",
        f"opener {opener} {last} {kind}",
        f"left {bucket(edge)} {last}",
        f"negated {cue.negated} {kind}",
    ]


def _neighbour(cues: Sequence[Cue], number: int, step: int) -> str:
    """Return the list of the next cue on one side and how far off it is."""
    at = number + step
    if not 0 <= at < len(cues):
        return "none"
    gap = cues[at].first - cues[number].last if step > 0 else cues[number].first - cues[at].last
    return f"{kind_of(cues[at])} {'near' if gap < 5 else 'far'}"


def _who(tokens: Tokens, cue: Cue) -> str:
    phrase = cue.subject
    if phrase is None:
        return "none"
    head = tokens.lower[phrase.last - 1]
    number = "many" if head.endswith("s") and not head.endswith("ss") else "one"
    named = tags.NAME in tokens.tags[phrase.first : phrase.last]
    return f"{bucket(phrase.last - phrase.first)} {number} {closed(tokens, phrase.first, len(tokens))} {named}"


def _quoted(tokens: Tokens, cue: Cue) -> str:
    """Return where the nearest quotation of the sentence stands."""
    if tags.QUOTATION not in tokens.tags:
        return "none"
    after = next((at for at in range(cue.content, len(tokens)) if tokens.tags[at] == tags.QUOTATION), None)
    if after is not None:
        return f"after {bucket(after - cue.content)}"
    return "before"


def kind_of(cue: Cue) -> str:
    """Return the list of `index.cues.verbs` that a cue is of."""
    return _kind(cue.lemma, cue.form)


@cache
def _kind(lemma: str, form: str) -> str:
    if form in {"noun", "adjective"} or lemma == "according":
        return form
    if lemma in UNSURE:
        return "unsure"
    for name, lemmas in (("speech", SPEECH), ("mind", MIND), ("stance", STANCE), ("source", SOURCE)):
        if lemma in lemmas:
            return f"{name}+" if lemma in STANCE and name != "stance" else name
    return "other"


def subject_kind(tokens: Tokens, cue: Cue) -> str:
    """Return who a cue's subject is: a pronoun by itself, "name", "noun", "none"."""
    phrase = cue.subject
    if phrase is None:
        return "none"
    tag, word = tokens.tags[phrase.last - 1], tokens.lower[phrase.first]
    kind = word if tag == tags.PRONOUN else {tags.NAME: "name", tags.DETERMINER: "owner"}.get(tag, "noun")
    return f"~{kind}" if cue.inherited else kind


def bucket(count: int) -> str:
    """Return a count in steps that grow."""
    if count < 0:
        return str(count)
    return _BUCKETS[count] if count < len(_BUCKETS) else _MANY


def closed(tokens: Tokens, at: int, end: int) -> str:
    """Return the token where it is of a closed class, its tag elsewhere, "$" at the end."""
    if at >= end:
        return "$"
    if at < 0:
        return "^"
    word = tokens.lower[at]
    return word if word in CLOSED else tokens.tags[at]


def left_edge(cue: Cue) -> int:
    """Return the token before which words that stand before their cue end."""
    if cue.subject and not cue.inherited and cue.subject.first < cue.first:
        return cue.subject.first
    return cue.first


def span_features(tokens: Tokens, cue: Cue, first: int, last: int, end: int, mass: float) -> list[str]:
    """Return what tells whether a cue attributes tokens `first` to before `last`; `mass` is how sure these are."""
    kind = kind_of(cue)
    side = "L" if first < cue.first else "R"
    long = bucket(last - first)
    before, word = closed(tokens, first - 1, end), closed(tokens, first, end)
    following = closed(tokens, last, len(tokens))
    verbs = min(3, sum(tag in tags.PREDICATE for tag in tokens.tags[first:last]))
    sure = min(9, int(10 * mass))
    return [
        f"mass {sure}",
        f"mass {sure} {side} {kind}",
        f"side {side} {kind}",
        f"side {side} {cue.lemma}",
        f"length {long} {side}",
        f"length {long} {kind}",
        f"first {word} {kind}",
        f"first {before} {word}",
        f"first {before} {cue.lemma}",
        f"final {tokens.tags[last - 1]} {following}",
        f"final {following} {kind}",
        f"holds {verbs} {kind}",
        f"holds {verbs} {long}",
        f"only {tokens.tags[first] if last - first == 1 else '-'}",
        f"short {long} {tokens.tags[first]}",
    ]
