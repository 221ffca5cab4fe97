"""The clauses of a sentence: their verbs, their subjects and which of them is the main one."""

from __future__ import annotations

from collections.abc import Sequence

from index.cues.subjects import subject_before
from index.cues.tokens import CUE_VERB, RELATIVE, SUBORDINATOR, Phrase, Tokens, skipped_left
from index.cues.word_classes import CLAUSE_OPENERS


def clause_subjects(tokens: Tokens) -> list[tuple[int, Phrase, bool]]:
    """Return (verb token, subject, whether it opens a main clause) for the finite verbs of a sentence, in order."""
    if tokens.clauses is not None:
        return tokens.clauses
    found: list[tuple[int, Phrase, bool]] = []
    previous = -1
    for position, tag in enumerate(tokens.tags):
        if tag not in "AvV" or (position and tokens.tags[position - 1] in "AT"):
            continue
        if tag == CUE_VERB and tokens.verbs[position].form in {"ing", "participle"}:  # type: ignore[union-attr]
            continue
        before = skipped_left(tokens, position)
        if before < 0 or before <= previous or tokens.tags[before] in "ACVvTI":
            continue
        phrase = subject_before(tokens, position)
        if phrase is None or tokens.tags[before] == RELATIVE:
            continue
        opener = tokens.tags[phrase.first - 1] if phrase.first else ""
        # "Oster said Holt will go": what follows a verb at once is held by it.
        held = (
            opener in {SUBORDINATOR, RELATIVE, CUE_VERB}
            or phrase.first > 0
            and tokens.lower[phrase.first - 1] in CLAUSE_OPENERS
        )
        found.append((position, phrase, not held))
        previous = position
    tokens.clauses = found
    return found


def main_subject(tokens: Tokens, before: int, subjects: Sequence[tuple[int, Phrase, bool]]) -> Phrase | None:
    """Return the subject of the main clause nearest before a token, else of the first one after it."""
    held = [
        phrase for verb, phrase, main in subjects if verb < before and main and tokens.tags[phrase.first] != RELATIVE
    ]
    if held:
        return held[-1]
    after = [phrase for verb, phrase, main in subjects if verb > before and main]
    return after[0] if after else next((phrase for verb, phrase, _ in subjects if verb < before), None)
