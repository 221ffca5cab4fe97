"""Whose a quotation is by a cue right after it ("…,” she said), and by one before it that the one after reports."""

from __future__ import annotations

from dataclasses import dataclass, replace

from index.attribution.confidence import ends_its_clause, is_weak
from index.attribution.owner import AFTER, BEFORE, COLON, TRAILING, Owner, is_same_person, lowered, undecided
from index.attribution.quotations.cue_before import denies_the_words
from index.attribution.quotations.quoted import Quoted
from index.attribution.speaker_lookup import SpeakerLookup
from index.cues.cues import Cue, cues
from index.cues.phrases import phrase_starting
from index.cues.tags import OPENING
from index.cues.tokens import Tokens
from index.cues.verbs import SPEECH, STANCE, VERBS
from index.names.descriptions import bears_words
from index.senses.reporters import according_to, hears_the_words

_CONTRASTING = frozenset("while whereas although though but".split())
"""What begins with these after a quotation is about somebody else."""
_LATER = frozenset("after before when while because until".split())
_PRINTED = frozenset("reported reports according published".split())
_FARTHEST_CUE, _FARTHEST_SUBJECT = 25, 3
"""Tokens before a verb that gives the words to its subject, and before that subject."""
_SHORT = 5
"""So few tokens after a quotation belong to it also where no comma joins them."""
_LONGEST_TAIL = 14


@dataclass(frozen=True, slots=True)
class _Tail:
    """What follows a quotation in its sentence up to the next quotation, marks and adverbs before it left out."""

    tokens: Tokens
    follows: str
    """The tag of the token right behind the quotation."""
    joined: bool
    """Whether a comma, a dash or the quotation's own ending joins it to the quotation."""
    ends_sentence: bool
    may_be_apart: bool = False
    """Whether the quotation ends as a sentence does, with no comma or dash behind it."""


def owner_after(quoted: Quoted, lookup: SpeakerLookup) -> Owner | None:
    """Return whose a quotation is by what follows it, None where nothing there tells."""
    tail = _tail(quoted)
    if not len(tail.tokens) or _is_about_another(tail.tokens) or not _belongs_to_the_quotation(tail):
        return None
    if (owner := _verb_first(quoted, tail.tokens, lookup)) is not None:
        return owner
    if _is_signature(tail):
        phrase = phrase_starting(tail.tokens, 0)
        if _is_an_entry(quoted):
            return None
        return lookup.owner(tail.tokens, phrase, "—", COLON, turn=quoted.turn) if phrase else None
    if tail.may_be_apart and not tail.ends_sentence and tail.tokens.tags[-1] == ":":
        # “What for?” Then a clerk replied: “For nothing.”
        return None
    return _by_a_verb(quoted, tail, lookup)


def _tail(quoted: Quoted) -> _Tail:
    tokens, quotation = quoted.tokens, quoted.quotation
    following = quoted.next_quotation()
    stop = min(quoted.closing_bracket(), len(tokens) if following is None else following)
    ending = quoted.text[max(quotation.start, quotation.end - 3) : quotation.end].rstrip("’' ")[-1:]
    follows = tokens.tags[quoted.at + 1] if quoted.at + 1 < stop else ""
    first = quoted.at + 1
    while first < stop and tokens.tags[first] in ",-R":
        first += 1
    return _Tail(
        tokens=tokens.part(first, stop),
        follows=follows,
        joined=ending in ",?!—…–" or follows in {",", "-"},
        ends_sentence=stop == len(tokens),
        may_be_apart=ending in "?!…" and follows not in {",", "-"},
    )


def _is_about_another(tail: Tokens) -> bool:
    """Return whether what follows is about the thing or about others: "“the only mill” that farmers reported"."""
    if tail.tags[0] == OPENING:
        # "“Go home!” (so Ruiz has often said)": what brackets add
        return True
    if tail.lower[0] in _CONTRASTING or tail.tags[0] in "SW" and tail.lower[0] != "as":
        return True
    if len(tail) > 1 and tail.tags[0] in "IT" and tail.tags[1] == "W":
        # "asked “Why now?” to which Ana Ruiz replied": what it is said to
        return True
    # "opened “by a neighbour,” and the officers saw …": another clause about others.
    return len(tail) > 1 and tail.lower[0] == "and" and tail.tags[1] in "NnDP#"


def _belongs_to_the_quotation(tail: _Tail) -> bool:
    part = tail.tokens
    return tail.joined or (part.words[0][:1].islower() and part.tags[0] == "V") or len(part) <= _SHORT


_POSTS = frozenset("post write tweet blog".split())


def _verb_first(quoted: Quoted, tail: Tokens, lookup: SpeakerLookup) -> Owner | None:
    """Return whom a verb of saying right behind the quotation names: "“…,” said Ana Ruiz"."""
    verb = tail.verbs[0]
    if verb is None or verb.form not in {"past", "s", "base"} or verb.lemma not in SPEECH:
        return None
    phrase = phrase_starting(tail, 1)
    if (
        phrase is None
        or verb.lemma == "tell"
        or verb.lemma in _POSTS
        and bears_words(" ".join(tail.words[phrase.first : phrase.last]))
    ):
        # "Edda Holt, director of “Mills,” posted several tweets": what is posted is nobody who says something.
        return None
    return replace(lookup.owner(tail, phrase, tail.lower[0], AFTER, turn=quoted.turn), governed=True)


def _is_signature(tail: _Tail) -> bool:
    """Return whether nothing but a name and what its bearer is follows a dash: "“…” — Ana Ruiz, Vesk"."""
    return tail.follows == "-" and tail.tokens.tags[0] == "N" and all(tag in "N.,ID" for tag in tail.tokens.tags)


def _is_an_entry(quoted: Quoted) -> bool:
    """Return whether a dash stands before the quotation too: "Ana Ruiz – “Harbour Lights” – Kestrel", a list."""
    return quoted.at > 0 and quoted.tokens.tags[quoted.at - 1] == "-"


def _by_a_verb(quoted: Quoted, tail: _Tail, lookup: SpeakerLookup) -> Owner | None:
    """Return the owner by the first verb or "according to" behind a quotation that gives the words to somebody."""
    part = tail.tokens
    for cue in cues(part):
        if tail.ends_sentence and hears_the_words(part, cue):
            return Owner(cue=cue.word)
        if cue.subject is None:
            continue
        if cue.lemma == "according" and cue.first <= 2:
            return lookup.owner(part, cue.subject, cue.word, AFTER, turn=quoted.turn)
        if not _gives_the_words(part, cue) or tail.may_be_apart and _says_something_else(part, cue):
            continue
        owner = lookup.owner(part, cue.subject, cue.word, AFTER, turn=quoted.turn, negated=denies_the_words(cue))
        says_them = (cue.lemma in SPEECH or ends_its_clause(part, cue)) and not _says_more(quoted, tail, cue)
        return replace(lowered(owner, not says_them or is_weak(part, cue)), governed=cue.lemma in SPEECH)
    return None


def _gives_the_words(tail: Tokens, cue: Cue) -> bool:
    """Return whether a verb behind a quotation may give the words to its subject."""
    subject = cue.subject
    if subject is None or cue.inherited or cue.first > _FARTHEST_CUE or subject.first > _FARTHEST_SUBJECT:
        return False
    if any(word in _LATER for word in tail.lower[1 : subject.first]):
        # "called Ruiz “a fox”, two days after he said": what he said is something else.
        return False
    takes_another = cue.last < len(tail) and tail.tags[cue.last] not in ",.I"
    return not (cue.lemma in STANCE and cue.lemma not in SPEECH and takes_another)


def _says_more(quoted: Quoted, tail: _Tail, cue: Cue) -> bool:
    """Return whether words in marks are in a clause that a verb gives, or beside one: "a “draft”, she says that …"."""
    if cue.first > 1 and tail.tokens.tags[0] in "vA" and quoted.at > 0:
        # "her hit “Gloria,” died, the Echo reported"
        return True
    within = quoted.at > 0 and quoted.tokens.tags[quoted.at - 1] in "DIn"
    return within and tail.tokens.lower[cue.last : cue.last + 1] == ["that"]


def _says_something_else(tail: Tokens, cue: Cue) -> bool:
    """Return whether a verb behind a quotation takes a clause of its own: “Why now?” Ruiz said she had her doubts."""
    opener = cue.last + (tail.lower[cue.last : cue.last + 1] == ["that"])
    return tail.tags[opener : opener + 1] == ["P"] and tail.lower[opener] not in {"who", "which"}


def owner_reported_after(quoted: Quoted, after: Owner, lookup: SpeakerLookup) -> Owner | None:
    """Return the owner of what somebody reports that another said: 'Holm told her, “…,” Ana Ruiz recalled'.

    `after` is whom the cue behind the quotation names; None where the words are that one's own.
    """
    cue = quoted.cue_beside()
    according = after.cue == "according to"
    if cue is None or cue.subject is None or not _tells_of_another(quoted, cue, according):
        return None
    closed_by_source = according and quoted.tokens.tags[quoted.at - 1] == "S"
    if not _leads_to_the_words(quoted, cue, closed_by_source) or _has_said_its_own(quoted, cue):
        return None
    introduces = _introduces_the_next(quoted)
    if not introduces and "," not in _closing(quoted):
        return None
    owner = lookup.owner(quoted.tokens, cue.subject, cue.word, BEFORE, turn=quoted.turn)
    # "Holm said: “Yes,” the Echo reported": who printed words tells nothing of its own.
    if closed_by_source and owner.known:
        reporter = after.speaker if according_to(quoted.tokens, quoted.cues) else None
        return replace(owner, reported_by=reporter, attached=True)
    if not _is_another(after, owner):
        return None
    return replace(owner, reported_by=None if introduces else after.speaker, attached=True)


def _has_said_its_own(quoted: Quoted, cue: Cue) -> bool:
    """Return whether a clause of its own follows a cue before the colon: 'They said it rose: “…,” said Holt'."""
    return quoted.after_colon and any(tag in "AvV" for tag in quoted.tokens.tags[cue.last : quoted.at])


def owner_in_a_clause(quoted: Quoted, after: Owner, lookup: SpeakerLookup) -> Owner | None:
    """Return the owner of words in a clause that another's verb governs: 'Ruiz told them to “go,” the Echo reported'.

    Who printed it, or "according to" whom it is, reports them; of anybody else it is unsure whether he quotes himself.
    """
    quotation = quoted.quotation
    if "," not in _closing(quoted) or not quoted.text[quotation.start].islower():
        return None
    cue = next((each for each in reversed(quoted.cues) if each.last <= quoted.at), None)
    if cue is None or not _has_the_clause(quoted, cue):
        return None
    assert cue.subject is not None
    owner = lookup.owner(quoted.tokens, cue.subject, cue.word, BEFORE, turn=quoted.turn)
    if not owner.speaker or not after.speaker or is_same_person(owner.speaker, after.speaker):
        return None
    if after.cue in _PRINTED or after.cue == "according to":
        return replace(owner, reported_by=after.speaker, attached=True)
    return undecided(owner, owner.speaker, after.speaker)


def _has_the_clause(quoted: Quoted, cue: Cue) -> bool:
    """Return whether a verb of saying with a subject of its own has the clause that the quotation ends."""
    if cue.subject is None or cue.inherited or cue.negated or cue.passive:
        return False
    # "what the mayor described as “a storm of lies,” Vesk Radio reported"
    calls = cue.lemma in _CALLING and quoted.tokens.lower[cue.last : quoted.at] in ([], ["as"])
    if cue.lemma not in SPEECH and not calls:
        return False
    between = quoted.tokens.tags[cue.last : quoted.at]
    clause = 0 < len(between) <= _FARTHEST_CUE and not set(between) & set(",:;-.Q")
    return clause and "Q" not in quoted.tokens.tags[: quoted.at] and not quoted.is_first_person(cue.subject)


_CALLING = frozenset("describe call term label dub brand".split())


def _tells_of_another(quoted: Quoted, cue: Cue, according: bool) -> bool:
    """Return whether a verb of saying before a quotation has a subject of its own that may have said the words."""
    if cue.inherited and not according or cue.negated or cue.passive:
        return False
    if "Q" in quoted.tokens.tags[: quoted.at] and not (according and cue.inherited):
        return False
    # "Ruiz recalls her words: “…,” she told him", "recalls the cook's words: “…,” the cook told him"
    return not quoted.has_anothers_words()


def _leads_to_the_words(quoted: Quoted, cue: Cue, closed_by_source: bool) -> bool:
    """Return whether a verb of saying stands right before the words, or a comma or colon after it."""
    if cue.subject is None or quoted.is_first_person(cue.subject):
        return False
    # "the rule “could be eased,” said Ruiz": what stands right beside the words is a verb of saying in full.
    in_full = cue.form in {"past", "s"}
    beside = in_full and (cue.last == quoted.at or cue.lemma == "tell" and quoted.is_governed_by(cue))
    return closed_by_source or beside or quoted.tokens.tags[quoted.at - 1] in ",:"


def _closing(quoted: Quoted) -> str:
    quotation = quoted.quotation
    return quoted.text[max(quotation.start, quotation.end - 2) : quotation.end + 2]


def _introduces_the_next(quoted: Quoted) -> bool:
    """Return whether each of two is introduced by its own: "Holm asks, “Why now?” Ruiz writes back, “Look at it.”"."""
    following = quoted.next_quotation()
    return following is not None and quoted.tokens.tags[following - 1] in ",:" and "," not in _closing(quoted)


def _is_another(after: Owner, owner: Owner) -> bool:
    """Return whether the cue behind a quotation names somebody who reports it, no paper and not the speaker."""
    if not after.speaker or after.cue in _PRINTED:
        return False
    return after.speaker != owner.speaker and after.speaker not in owner.candidates


def owner_at_the_end(quoted: Quoted, lookup: SpeakerLookup) -> Owner | None:
    """Return the owner of a fragment whose sentence ends with its cue: "It would “ruin us all” by May, he said"."""
    within = quoted.closing_bracket()
    for cue in reversed(quoted.cues):
        if cue.last > within:
            continue
        if cue.subject and _closes_the_sentence(quoted, cue):
            return lookup.owner(quoted.tokens, cue.subject, cue.word, TRAILING, turn=quoted.turn)
    for cue in reversed(quoted.cues):
        if cue.last <= within and _precedes_its_subject(quoted, cue):
            phrase = phrase_starting(quoted.tokens, cue.last)
            return lookup.owner(quoted.tokens, phrase, cue.word, TRAILING, turn=quoted.turn) if phrase else None
    return None


def _closes_the_sentence(quoted: Quoted, cue: Cue) -> bool:
    if cue.first <= quoted.at or cue.subject is None or cue.inherited or cue.lemma not in SPEECH | {"according"}:
        return False
    edge = min(cue.subject.first, cue.first)
    set_off = edge > quoted.at and quoted.tokens.tags[edge - 1] in ",-"
    return set_off and len(quoted.tokens) - cue.last <= _LONGEST_TAIL


def _precedes_its_subject(quoted: Quoted, cue: Cue) -> bool:
    if cue.first <= quoted.at + 1 or cue.lemma not in SPEECH - {"tell"} or cue.subject is not None:
        return False
    return quoted.tokens.tags[cue.first - 1] == ","


def unless_a_reaction(quoted: Quoted, owner: Owner, earlier: Owner) -> Owner:
    """Return the owner by a cue behind, unsure where that may tell how another took what the earlier speaker goes on.

    “We lost,” said Voss. “We must go!” Cole agreed.
    """
    verb = VERBS.get(owner.cue or "")
    reacts = verb is not None and verb.lemma in _REACTIONS and quoted.at == 0
    ends = quoted.text[max(0, quoted.quotation.end - 2) : quoted.quotation.end].rstrip("’' ")[-1:]
    if not reacts or ends not in {"!", "?"} or not owner.speaker or not earlier.speaker:
        return owner
    if is_same_person(owner.speaker, earlier.speaker):
        return owner
    return undecided(owner, earlier.speaker, owner.speaker)


_REACTIONS = frozenset("agree disagree concur nod object protest laugh smile shrug sigh dissent demur".split())
