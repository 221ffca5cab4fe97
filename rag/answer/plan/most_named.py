"""Whom or which countries somebody names, thanks or blames most: counted, in order, each count with its sentences."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from index.names.titles import is_title_word, name_words, split_title
from index.records import Document
from index.storage.catalog import Catalog
from index.text.countries import country, unified
from index.text.counts import counted as number_of
from index.text.expressions import expression
from index.text.sentences import Span
from index.text.stems import STOPWORDS, plain, stem, words
from index.text.word_lists import person_nouns
from index.transcripts.label_names import readable_name
from rag.answer.listing import every_sentence
from rag.answer.opening.wording import span_of_days
from rag.check import cite
from rag.check.cite import Form
from rag.find.lemmas import same_family
from rag.phrasing import raised, row
from rag.rank.evidence import as_evidence
from rag.records import Citation, Counted, Evidence, Query, Segment

PLACES, CITED_EACH = 5, 12
"""So many are named, and so many sentences at most are cited for each."""
_CAPITALISED = r"[^\W\d_a-zа-я][\w’'-]*"
_NAME = expression(rf"{_CAPITALISED}(?: (?:(?:of|de|van|von|the) )?{_CAPITALISED})*")
_GRATEFUL = (
    r"\b(?:I|[Ww]e) (?:am|are|was|were) (?:\w+ )?(?:grateful|thankful) to\b|"
    r"\b(?:[Mm]y|[Oo]ur|express|convey|extend)\b[^.;:!?]{0,30}?\b(?:thanks|gratitude|appreciation)\]? to\b"
)


def most_named(query: Query, asked: Counted, catalog: Catalog) -> Form | None:
    """Return the answer that counts whom or what sentences name most, None where they name nobody."""
    found: dict[str, list[Evidence]] = defaultdict(list)
    called: dict[str, Counter[str]] = defaultdict(Counter)
    spoken = 0
    for document, (span, owner) in every_sentence(query, catalog):
        spoken += 1
        evidence = as_evidence(document, span, owner, score=1.0, coverage=1.0)
        for key, name in dict(_named(document, span, asked)).items():
            if not _is_speaker(key, evidence.speaker):
                found[key].append(evidence)
                called[key][name] += 1
    order = sorted(found, key=lambda each: (-len(found[each]), each))[:PLACES]
    if not order:
        return None
    names = [(max(called[each].items(), key=lambda name: (name[1], len(name[0])))[0], found[each]) for each in order]
    return _form(query, asked, names, spoken, catalog)


def _form(
    query: Query, asked: Counted, order: Sequence[tuple[str, list[Evidence]]], spoken: int, catalog: Catalog
) -> Form:
    used = list(dict.fromkeys(one for _, sentences in order for one in _first(sentences)))
    citations = cite.cite(used, catalog)
    number = dict(zip(used, citations, strict=True))
    line = _line(query, asked, order, citations, spoken)
    segments = [Segment(line)]
    for name, sentences in order:
        cited = [number[each] for each in _first(sentences)]
        segments += [Segment(f"\n\n**{name}**"), Segment(f", {number_of(len(sentences), 'sentence')}: ")]
        segments += cite.shown(cited[0])
        if len(sentences) > 1:
            segments.append(Segment(_others(cited[1:], len(sentences) - len(cited))))
    return Form(tuple(segments), tuple(citations), count=len(order[0][1]), opening=line)


def _line(
    query: Query,
    asked: Counted,
    order: Sequence[tuple[str, list[Evidence]]],
    citations: Sequence[Citation],
    spoken: int,
) -> str:
    """Return who names whom most, how often, and what was counted."""
    names = row([f"{name} ({len(sentences):,})" for name, sentences in order])
    speakers = {each.speaker for each in citations}
    one = next(iter(speakers)) if len(speakers) == 1 else None
    who = readable_name(one) if one else query.speaker or "The speakers"
    does = _past(asked.verb) if asked.verb else "named"
    unit = "the country, its people or its capital" if asked.what == "country" else "them"
    what = f"in which they are {does}" if asked.verb else f"that name {unit}"
    sentences_of = f"of {number_of(spoken, 'sentence')}{span_of_days(citations)}"
    return f"{raised(who)} {does} most: {names}; counted are the sentences {what}, {sentences_of}."


def _others(cited: Sequence[Citation], left: int) -> str:
    also = f" Also {' '.join(f'[{each.n}]' for each in cited)}." if cited else ""
    return f"{also}{f' {left:,} more are not cited.' if left else ''}"


def _first(sentences: Sequence[Evidence]) -> list[Evidence]:
    """Return the sentences to cite, in the order of days, spread where they are many."""
    in_order = sorted(sentences, key=lambda each: (each.said_on or "", each.document_id, each.start))
    if len(in_order) <= CITED_EACH:
        return in_order
    return [in_order[round(at * (len(in_order) - 1) / (CITED_EACH - 1))] for at in range(CITED_EACH)]


def _past(verb: str | None) -> str:
    return f"{verb}d" if (verb or "").endswith("e") else f"{verb}ed"


def _named(document: Document, span: Span, asked: Counted) -> Iterator[tuple[str, str]]:
    """Yield whom or what a sentence names: a key that is one for all forms of a name, and the form."""
    text = document.text[slice(*span)]
    pieces = _done_to(text, asked.verb) if asked.verb else [text]
    for piece in pieces:
        if asked.what != "person":
            yield from ((each, each) for each in _countries(piece))
        if asked.what != "country":
            yield from _people(piece, bool(asked.verb))


def _countries(text: str) -> Iterator[str]:
    for match in re.finditer(r"[^\W\d_][\w’'-]*", unified(text)):
        if match[0][0].isupper() and (found := country(match[0])):
            yield found


def _people(text: str, done_to: bool) -> Iterator[tuple[str, str]]:
    """Yield the names of people in a text, by surname; of whom something is done to also who is only described."""
    for match in _NAME.finditer(text):
        bare, _ = split_title(match[0])
        named = name_words(bare or match[0])
        begins = not text[: match.start()].strip(' “"')
        # "I thank the volunteers of Eskby" thanks no Eskby.
        is_one = not _OF.search(text[: match.start()]) if done_to else len(named) > 1 and not begins
        if is_one and not _is_no_person(match[0], named):
            yield (match[0] if is_title_word(named[-1]) else named[-1]), " ".join(named)
    if done_to:
        described = (word for word in re.findall(r"\b[a-z][\w’-]+", text) if _is_described(word))
        yield from ((stem(word), word if word.endswith("s") or word == "people" else f"{word}s") for word in described)


_OF = expression(r"\b(?:of|from|in|at|for) (?:the )?$")


def _is_no_person(shown: str, named: Sequence[str]) -> bool:
    """Return whether what has a capital is a title alone, a country, or a small word that begins a sentence."""
    return is_title_word(shown) or any(country(each) or plain(each) in STOPWORDS for each in named)


def _is_described(word: str) -> bool:
    return word in person_nouns() or stem(word) in _PEOPLE


_PEOPLE = frozenset(
    map(stem, "people partners warriors soldiers defenders volunteers doctors rescuers teams allies friends".split())
)


def _done_to(text: str, verb: str) -> Iterable[str]:
    """Yield the words after each such verb of the speaker's own, up to the end of its phrase."""
    family = "|".join(sorted({re.escape(verb), *map(re.escape, _forms(verb))}, key=len, reverse=True))
    own = rf"(?:\b(?:I|[Ww]e)\b[^.;:!?]{{0,40}}?\b(?:{family})\b|^[\W_]*(?:{family})\b)"
    own = f"{own}|{_GRATEFUL}" if verb == "thank" else own
    for match in re.finditer(own, text):
        rest = text[match.end() :]
        yield re.split(r"\b(?:for|that|because|who|which|when|in order)\b|[.;:!?–—]", rest, maxsplit=1)[0]


def _forms(verb: str) -> set[str]:
    base = verb.removesuffix("e")
    return {verb, f"{verb}s", f"{base}ed", f"{base}ing", *same_family(stem(verb))}


def _is_speaker(name: str, speaker: str | None) -> bool:
    return bool(speaker) and stem(name) in words(speaker or "")
