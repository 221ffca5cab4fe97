"""Tokens of a sentence -> the nouns and adjectives that may attribute: "his claim that …", "was sure that …".

One in six of such nouns and one in three of the adjectives attribute something where they stand (PolNeAR, development
half), so they are candidates alone: `index.attribution.indirect_speech` weighs them.
"""

from __future__ import annotations

from index.cues import tags
from index.cues.clauses import clause_subjects, main_subject
from index.cues.cues import Cue
from index.cues.subjects import subject_before
from index.cues.tokens import Phrase, Tokens
from index.text.negation import is_negation

_CANDIDATES = tags.NOUN + tags.OTHER_VERB + tags.CUE_VERB
_CONTENT_OPENERS = tags.TO + tags.COLON + tags.AUXILIARY + tags.QUOTATION
_DESCRIBING_NOUN = tags.NOUN + tags.OTHER_VERB + tags.CUE_VERB + tags.ADVERB + tags.NUMBER
_HELPERS = tags.AUXILIARY + tags.ADVERB

NOUNS = frozenset(
    """accusation acknowledgment admission advice allegation announcement appeal argument assertion assessment
    assumption assurance attack belief call charge claim comment commitment complaint concern conclusion
    condemnation confidence contention conviction criticism critique decision declaration defense demand denial
    description desire determination doubt endorsement expectation explanation fear goal hope idea impression
    insistence intention interest message notion observation offer opinion opposition order perception plan pledge
    position praise prediction promise proposal question recommendation refusal rejection reluctance remark reminder
    report request response rumor sense skepticism speculation stance statement suggestion support suspicion
    testimony theory thought threat understanding view vow warning willingness wish worry""".split()
)
ADJECTIVES = frozenset(
    """adamant afraid angry anxious aware certain clear concerned confident convinced critical determined
    disappointed doubtful eager glad grateful happy hopeful interested keen nervous opposed optimistic proud ready
    reluctant skeptical sorry supportive sure surprised uncertain unsure unwilling wary willing worried""".split()
)
POSSESSIVES = {"his": "he", "her": "she", "their": "they", "its": "it", "my": "i", "our": "we", "your": "you"}
_LEMMAS = {form: lemma for lemma in NOUNS for form in (lemma, f"{lemma}s")} | {
    "criticisms": "criticism", "theories": "theory", "worries": "worry", "wishes": "wish",
}  # fmt: skip
_WORDS_ALONE = frozenset("answer claim comment message remark response statement".split())
"""What somebody said, and not what in: "responded to her remarks" tells of no more than that there were some."""
_LIGHT = frozenset(
    "is was are were be been being feel feels felt 's 're 'm seemed became remained remain remains".split()
)


def nominal_cues(tokens: Tokens) -> list[Cue]:
    """Return the nouns and adjectives of the lists that stand in a sentence, in order, with whose they are."""
    found: list[Cue] = []
    for position, word in enumerate(tokens.lower):
        if tokens.tags[position] not in _CANDIDATES:
            continue
        if word in _LEMMAS and tokens.tags[position] == tags.NOUN:
            noun = _noun(tokens, position)
            if noun.inherited or noun.lemma not in _WORDS_ALONE or _has_content(tokens, position + 1):
                found.append(noun)
        elif word in ADJECTIVES and (cue := _adjective(tokens, position)):
            found.append(cue)
    return found


def _has_content(tokens: Tokens, following: int) -> bool:
    """Return whether what can tell the content of a noun comes after it: a clause, an infinitive, a colon."""
    while following < len(tokens) and tokens.tags[following] in tags.ADVERBIAL:
        following += 1
    if following < len(tokens) and tokens.tags[following] == tags.COMMA:
        following += 1
    return following < len(tokens) and (
        tokens.tags[following] in _CONTENT_OPENERS or tokens.lower[following] in _CONTENT
    )


_CONTENT = frozenset("that whether if was is were are".split())


def _noun(tokens: Tokens, position: int) -> Cue:
    first = position
    while first > 0 and tokens.tags[first - 1] in _DESCRIBING_NOUN and position - first < 4:
        first -= 1
    owner = first - 1
    subject: Phrase | None = None
    if owner >= 0 and tokens.lower[owner] in POSSESSIVES:
        subject = Phrase(owner, owner + 1)
    elif owner >= 0 and tokens.tags[owner] == tags.NAME and tokens.lower[owner].endswith(("'s", "s'")):
        start = owner
        while start > 0 and tokens.tags[start - 1] == tags.NAME:
            start -= 1
        subject = Phrase(start, owner + 1)
    inherited = subject is None
    if inherited:
        subject = main_subject(tokens, position, clause_subjects(tokens))
    word = tokens.lower[position]
    return Cue(
        first=position,
        last=position + 1,
        word=word,
        lemma=_LEMMAS[word],
        subject=subject,
        content=position + 1,
        form="noun",
        inherited=inherited,
    )


def _adjective(tokens: Tokens, position: int) -> Cue | None:
    at = position - 1
    while at >= 0 and tokens.tags[at] == tags.ADVERB:
        at -= 1
    if at < 0 or tokens.lower[at] not in _LIGHT:
        return None
    while at > 0 and tokens.tags[at - 1] in _HELPERS:
        at -= 1
    word = tokens.lower[position]
    group = tokens.lower[at:position]
    return Cue(
        first=at,
        last=position + 1,
        word=word,
        lemma=word,
        subject=subject_before(tokens, at),
        content=position + 1,
        form="adjective",
        negated=any(map(is_negation, group)),
    )
