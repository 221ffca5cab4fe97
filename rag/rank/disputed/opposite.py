"""A premise and passages -> the sentences that say the opposite in other words: "The deal was rejected" to "Why did
they accept it?".

Who supposes what is not so names it by a word that no text has, so that the words of the deed itself are not to be
found denied (`contradiction`). Here a text says that it was refused, that it was another's deed, or that nobody is
after it; and nothing says the deed plainly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.dates.days import MONTH_NUMBER
from index.text.countries import unified
from index.text.expressions import expression
from index.text.stems import content_words, stem
from rag.find.terms import Term, coverage
from rag.rank.disputed.deed import deed_of
from rag.rank.disputed.reading import POINTING, Read, as_contradicting, last_names, once, read_sentences
from rag.rank.sentence import stems_of
from rag.records import Candidate, Documents, Evidence, Query
from rag.understand.supposed.premise import BODIES, Premise

SHOWN = 1
"""One sentence is shown: the others say the same."""
ABOUT = 0.6
"""A passage with its title is about a premise from this share of what it was done to."""
ALL_OF_IT = 0.8
"""Or its whole document from this share: a judgment names the dead man at its beginning alone."""
OBJECT = 0.5
"""A sentence with the title holds this share of the first thing it was done to, and some word of it by itself."""
PLAINLY = 0.6
"""From this share of what it was done to, a sentence with the deed's own word, not denied, says that it was done."""
NEAR = 6
"""So many words behind a denial its verb may stand."""
_GRANTING = frozenset(
    content_words("accept approve agree back adopt grant pass support endorse allow permit welcome ratify")
)
_REFUSING = frozenset(content_words("reject refuse decline dismiss defeat block oppose veto scrap"))
_SIDING = frozenset(content_words("side favour favor"))
_SEEKING = frozenset(content_words("chase seek want pursue look hunt hope wish search plan ask apply"))
_REFUSED = expression(
    r"\b(?:reject\w*|refus\w+|declin\w+|dismiss\w*|defeat\w*|block(?:s|ed|ing)?|oppos\w+|veto\w*|scrap(?:s|ped|ping)?"
    r"|turn(?:s|ed|ing)? (?:\w+ ){0,3}down|rul(?:es|ed|ing) (?:\w+ ){0,3}out|vot(?:es|ed|ing) (?:down|against)"
    r"|thr(?:ew|own) (?:\w+ ){0,3}out)\b(?! (?:\w+ ){0,4}?(?:objections?|concerns?|calls?|claims?|amendments?"
    r"|criticisms?|complaints?|opposition|challenges?|suggestions?|arguments?|appeals?)\b)",
    re.IGNORECASE,
)
"""Who rejects objections to a thing agrees to it."""
_GRANTED = expression(
    r"\b(?:accept(?:s|ed|ing)?|approv(?:es|ed|ing)|agree(?:s|d|ing) (?:to|on)|adopt(?:s|ed|ing)?|grant(?:s|ed|ing)?"
    r"|endors(?:es|ed|ing)|ratif(?:ies|ied|ying)"
    r"|g(?:ave|iven|iving|ives) (?:\w+ ){0,3}(?:green light|go-?ahead|nod))\b",
    re.IGNORECASE,
)
_UNDONE = expression(
    r"\b(?:den(?:y|ies|ied|ying)|refus(?:e[sd]?|ing)|declin(?:e[sd]?|ing)|fail(?:s|ed|ing)?|no (?:\w+ )?(?:plans?|"
    r"intentions?|wish|desire|need) (?:to|of|for))(?: (?:to|having|ever|that (?:he|she|it|they) (?:had |has |have )?))*"
    r" ?(?P<verb>[\w’'-]+)",
    re.IGNORECASE,
)
_NOT = expression(
    r"\b(?:(?:is|are|am|was|were|been|be|do|does|did|has|have|had|['’]re|['’]m|['’]s) (?:not|never)"
    r"|(?:is|are|was|were|do|does|did|has|have|had)n['’]t)\b(?! (?:to|only|just|merely|simply|because|so much)\b)",
    re.IGNORECASE,
)
_NOT_AFTER = expression(
    r"(?:['’](?:re|m|s)|\bam|\bis|\bare|\bwas|\bwere) not (?:looking|seeking|after|chasing|asking|trying|planning"
    r"|hoping|interested|going)\b|\b(?:do|does|did)(?: not|n['’]t) (?:want|need|seek|ask|look|plan)\b"
    r"|\bno (?:\w+ )?(?:plans?|intentions?|wish|desire|interest) (?:for|in|of|to)\b",
    re.IGNORECASE,
)
_CLAUSE = expression(
    r"[,;:—–“”\"()\n]|\b(?:and|but|or|who|which|that|while|although|because|when|if|after|before)\b", re.IGNORECASE
)
_PASSIVE = expression(r"\b(?:is|are|was|were|be|been|being|got)(?: \w+ly)?\s*$", re.IGNORECASE)
_BEING = expression(r"(?:is|are|was|were|been|be)\b|(?:is|are|was|were)n", re.IGNORECASE)
_NEVER = expression(r"\b(?:never|no|nobody|without|neither)\b", re.IGNORECASE)
_ADMITTING = frozenset(content_words("admit confess own"))
_NOT_GUILTY = expression(r"\bplead(?:ed|s|ing)? not guilty\b|\bden(?:y|ies|ied|ying)\b", re.IGNORECASE)
_SET_TO = expression(
    r"\b(?:green light|go-?ahead|agreed|agrees|voted|votes|approval|permission|decided) to (?P<verb>[\w’'-]+)",
    re.IGNORECASE,
)
_FIRST = expression(r"\b(?:i|we)\b|\b(?:i|we)['’]", re.IGNORECASE)
_TO_COME = expression(
    r"\b(?:will|would|should|must|may|might|could|can|to|if|not|never)(?: \w+)?$|n['’]t$", re.IGNORECASE
)
_OPEN = expression(r"\b(?:if|unless|in case|whether|should)\b|\?\W*$", re.IGNORECASE)
_TIMES = frozenset(content_words(" ".join(MONTH_NUMBER))) | frozenset(map(str, range(1900, 2100)))
_LEADING = expression(r"^\W*\w[\w’'-]*(?: (?:with|to|for|on|in|up|down|off|out|after))* ", re.IGNORECASE)
_ENDS_OBJECT = expression(
    r" (?:of|over|about|for|in|on|at|during|because|after|before|to|by|from|as|when|while|against|with)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Asked:
    """What a question supposes that somebody did, in the words that are looked for."""

    premise: Premise
    done: tuple[Term, ...]
    first: tuple[Term, ...]
    """The words of the first thing that it was done to."""
    names: set[str]
    called: set[str]
    """Of a body the other words of its name, one of which must stand there: each town has a council."""

    @property
    def verbs(self) -> frozenset[str]:
        """Return the stems of the deed's verb, that of telling included, which every deed's words leave out."""
        return self.done[0].stems | frozenset(content_words(self.premise.predicate)[:1])

    @property
    def objects(self) -> tuple[Term, ...]:
        return self.done[1:]


@dataclass(frozen=True)
class _Seen:
    """A sentence with the stems of its own and of its document's title."""

    read: Read
    own: frozenset[str]
    titled: frozenset[str]


def opposing(
    premise: Premise, query: Query, terms: Sequence[Term], candidates: Sequence[Candidate], documents: Documents
) -> tuple[Evidence, ...]:
    """Return the sentence that says the opposite of a premise in other words; () where none does or one says it."""
    asked = _asked(premise, terms)
    if asked is None:
        return ()
    seen = list(_seen(asked, query, candidates, documents))
    if any(_says_it(asked, each) for each in seen):
        return ()
    ways = (_of_another, _refused, _lost, _denied_it, _undone, _done_after_all, _not_after)
    found = (each.read for way in ways for each in seen if way(asked, each))
    return once([as_contradicting(each) for each in found])[:SHOWN]


def _asked(premise: Premise, terms: Sequence[Term]) -> _Asked | None:
    named = replace(premise, subject=re.sub(r"^(?:the|an?) ", "", premise.subject, flags=re.IGNORECASE))
    done, names = tuple(each for each in deed_of(premise, terms) if not each.stems & _TIMES), last_names(named)
    rest = _LEADING.sub("", premise.predicate)
    words = content_words(_ENDS_OBJECT.split(rest, maxsplit=1)[0])
    first = tuple(each for each in done[1:] if each.stems & set(words))
    if premise.turns_away or not (names and done and first):
        return None
    is_body = named.subject.split()[-1].lower() in BODIES
    called = set(content_words(unified(named.subject))) - names if is_body else set()
    return _Asked(premise, done, first, names if not called else names - called, called)


def _seen(asked: _Asked, query: Query, candidates: Sequence[Candidate], documents: Documents) -> Iterator[_Seen]:
    """Yield the sentences of the passages that are about what a premise supposes, and of whom."""
    are_about: dict[str, bool] = {}
    for each in candidates:
        document = documents.document(each.document_id)
        if document is None:
            continue
        titled = frozenset(stems_of(document.title))
        passage = titled | frozenset(stems_of(document.text[each.start : each.end]))
        if not _is_about(asked, passage, ABOUT):
            if document.id not in are_about:
                are_about[document.id] = _is_about(asked, frozenset(stems_of(document.text)), ALL_OF_IT)
            if not are_about[document.id]:
                continue
        for read in read_sentences(query, (each,), documents):
            if not _OPEN.search(read.text):
                yield _Seen(read, frozenset(stems_of(read.text)), titled)


def _is_about(asked: _Asked, stems: frozenset[str], share: float) -> bool:
    is_named = asked.names <= stems and bool(not asked.called or asked.called & stems)
    return is_named and coverage(asked.objects, stems) >= share


def _holds_object(asked: _Asked, seen: _Seen) -> bool:
    """Return whether a sentence is on the first thing that something was done to, itself and with the title."""
    own = any(each.stems & seen.own for each in asked.first)
    return own and coverage(asked.first, seen.own | seen.titled) >= OBJECT


def _says_it(asked: _Asked, seen: _Seen) -> bool:
    """Return whether a sentence has the deed's own word and what it was done to, and denies nothing."""
    if not asked.verbs & seen.own or coverage(asked.objects, seen.own) < PLAINLY:
        return False
    text = seen.read.text
    denies = (_NOT, _UNDONE, _REFUSED, _NOT_AFTER, _other_than(asked))
    return not asked.premise.denied and not any(each.search(text) for each in denies)


def _other_than(asked: _Asked) -> re.Pattern[str]:
    name = re.escape(asked.premise.subject)
    return re.compile(rf"(?:,|\b(?:was|is|were|are|and|but)) not {name}\b", re.IGNORECASE)


def _of_another(asked: _Asked, seen: _Seen) -> bool:
    """Return whether a sentence gives the deed to another: "it was Lund, not Tarn, that had applied"."""
    if not asked.verbs & seen.own or coverage(asked.objects, seen.own) < ABOUT:
        return False
    return _other_than(asked).search(seen.read.text) is not None


def _refused(asked: _Asked, seen: _Seen) -> bool:
    """Return whether a sentence says that a thing was refused which is supposed to be granted, or the reverse."""
    granting, refusing = asked.verbs & _GRANTING, asked.verbs & _REFUSING
    if not (granting or refusing) or asked.premise.denied or not _holds_object(asked, seen):
        return False
    text = seen.read.text
    found = (_REFUSED if granting else _GRANTED).finditer(text)
    done = (each for each in found if not _TO_COME.search(text[: each.start()].rstrip()))
    return any(_may_be_theirs(asked, text, each.start(), each.end()) for each in done)


def _may_be_theirs(asked: _Asked, text: str, start: int, end: int) -> bool:
    """Return whether a deed at a place is not another's than whom a question names: Lund's party refused, not Lund.

    Of a body any of its people may do it ("the minister" for the government).
    """
    if asked.called or asked.premise.subject.split()[-1].lower() in BODIES:
        return True
    before = _CLAUSE.split(text[:start])[-1]
    passive = _PASSIVE.search(before) is not None
    doer = text[end:].partition(" by ")[2][:80] if passive else before
    return not re.search(r"\w", doer) or asked.names <= set(stems_of(doer)) or bool(POINTING.search(doer))


def _lost(asked: _Asked, seen: _Seen) -> bool:
    """Return whether a sentence says that the side lost with which a court is supposed to have gone."""
    if not asked.verbs & _SIDING or not _holds_object(asked, seen):
        return False
    return any(
        _loses(each[0], seen.read.text) for each in re.finditer(r"[\w’'-]+", seen.read.text) if _is_first(asked, each)
    )


def _is_first(asked: _Asked, word: re.Match[str]) -> bool:
    return any(stem(re.sub(r"['’]s$", "", word[0])) in each.stems for each in asked.first)


def _loses(side: str, text: str) -> bool:
    name = re.escape(re.sub(r"['’]s$", "", side))
    return bool(
        re.search(
            rf"dismiss\w* (?:the )?{name}['’]s (?:appeal|claim|case)|\b{name}['’]s (?:appeal|claim|case)"
            rf" (?:\w+ ){{0,4}}(?:dismiss|reject|fail|refus)"
            rf"|\b{name} (?:has|have|had) no (?:defence|defense|case|claim)"
            rf"|\b{name} (?:lost|loses|fails|failed)\b|dismiss\w* (?:the )?appeal (?:by|of) (?:the )?{name}\b",
            text,
            re.IGNORECASE,
        )
    )


def _undone(asked: _Asked, seen: _Seen) -> bool:
    """Return whether a sentence says that somebody denied or refused the deed, or that it is not done."""
    text = seen.read.text
    if not _holds_object(asked, seen) or (asked.premise.denied and not _both_not_to(asked, text)):
        return False
    undone = (each for each in _UNDONE.finditer(text) if stem(each["verb"]) in asked.verbs)
    if any(_may_be_theirs(asked, text, each.start(), each.end()) for each in undone):
        return True
    # Who does not do it says so himself; that it "is not linked" to a thing says it of whoever links it.
    acts = asked.premise.of_an_actor
    denials = (each for each in _NOT.finditer(text) if not acts or _BEING.match(each[0]))
    return coverage(asked.objects, seen.own) >= ABOUT and any(_has_verb(asked, text[each.end() :]) for each in denials)


def _denied_it(asked: _Asked, seen: _Seen) -> bool:
    """Return whether a sentence says that somebody denied what he is supposed to have admitted."""
    match = _NOT_GUILTY.search(seen.read.text) if asked.verbs & _ADMITTING and not asked.premise.denied else None
    return match is not None and _is_theirs(asked, seen, match.start())


def _done_after_all(asked: _Asked, seen: _Seen) -> bool:
    """Return whether a sentence says that a thing was done or agreed to that is supposed not to be done."""
    text = seen.read.text
    if not asked.premise.denied or any(each.search(text) for each in (_NOT, _UNDONE, _REFUSED, _NEVER)):
        return False
    if any(stem(each["verb"]) in asked.verbs for each in _SET_TO.finditer(text)):
        return _holds_object(asked, seen)
    near = seen.own | frozenset(stems_of(seen.read.text_before))
    verb = next((each for each in re.finditer(r"[\w’'-]+", text) if stem(each[0]) in asked.verbs), None)
    is_done = (
        verb is not None and verb[0].endswith(("ed", "ing")) and not _TO_COME.search(text[: verb.start()].rstrip())
    )
    return is_done and asked.names <= near and coverage(asked.objects, seen.own) >= ALL_OF_IT


def _both_not_to(asked: _Asked, text: str) -> bool:
    """Return whether the denial is a part of what is supposed: "tell her not to stand"."""
    return (
        " not to " in text
        and re.match(r"(?:tell|ask|order|warn|advis|urg|instruct)", asked.premise.predicate) is not None
    )


def _has_verb(asked: _Asked, behind: str) -> bool:
    return any(stem(each) in asked.verbs for each in re.findall(r"[\w’'-]+", behind)[:NEAR])


def _not_after(asked: _Asked, seen: _Seen) -> bool:
    """Return whether who is supposed to seek a thing says, or is said, not to be after it."""
    seeks = asked.verbs & _SEEKING and not asked.premise.denied
    match = _NOT_AFTER.search(seen.read.text) if seeks else None
    if match is None or not _is_theirs(asked, seen, match.start()):
        return False
    behind = frozenset(stems_of(re.split(r"[,;:.]", seen.read.text[match.end() :])[0]))
    return coverage(asked.first, behind) >= OBJECT


def _is_theirs(asked: _Asked, seen: _Seen, at: int) -> bool:
    """Return whether the words before a denial are of whom a question is about: by name, as "I", or as "he"."""
    before, read = seen.read.text[:at], seen.read
    speaker = set(stems_of(read.owner.speaker)) if read.owner and read.owner.speaker else None
    if _FIRST.search(f"{before} "):
        return asked.names <= speaker if speaker else True
    if asked.names <= set(stems_of(before)):
        return True
    return bool(POINTING.search(before)) and asked.names <= set(stems_of(read.text_before))
