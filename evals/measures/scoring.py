"""How each metric is computed: pure functions of one gold question and one answer object.

Which metrics there are, and what a question counts that has no answer, is declared in `evals.measures.metrics`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from evals.gold import GoldEvidence, Span
from evals.measures import wording
from evals.measures.case import Case, covers, relevant
from evals.measures.wording import contains, normalised, squad_words, words_f1
from index.names.names import same_person
from rag.check.cite import cited_in

SHOWN = 3
"""So many citations are looked at first; a gold span that is cited later is not what a reader is shown."""


# Retrieval: documents


def ranked_documents(case: Case) -> list[str]:
    """Return the documents in the order of their first passage, each once."""
    return list(dict.fromkeys(str(each["doc"]) for each in case.passages))


def document_recall(case: Case, k: int) -> float:
    """Return the share of the relevant documents among the first k documents (trec_eval's recall)."""
    wanted = {key for key, grade in case.gold.relevant.items() if grade > 0}
    return len(wanted & set(ranked_documents(case)[:k])) / len(wanted)


def document_mrr(case: Case, k: int = 10) -> float:
    """Return one over the rank of the first relevant document, 0 beyond rank k."""
    return reciprocal_rank(case.gold.relevant.get(each, 0) > 0 for each in ranked_documents(case)[:k])


def document_ndcg(case: Case, k: int = 10) -> float:
    """Return nDCG with the grade as the gain and log2(rank + 1) as the discount (trec_eval's ndcg_cut)."""
    grades = case.gold.relevant
    return ndcg([grades.get(each, 0) for each in ranked_documents(case)], list(grades.values()), k)


def reciprocal_rank(hits: Iterable[bool]) -> float:
    """Return one over the rank of the first hit, 0 without one."""
    return next((1 / rank for rank, hit in enumerate(hits, 1) if hit), 0.0)


def ndcg(gains: Sequence[float], wanted: Sequence[float], k: int) -> float:
    """Return the discounted gain of a ranking over that of the best one (Järvelin and Kekäläinen 2002)."""
    best = _discounted(sorted((each for each in wanted if each > 0), reverse=True)[:k])
    return _discounted(gains[:k]) / best if best else 0.0


def _discounted(gains: Iterable[float]) -> float:
    return sum(gain / math.log2(rank + 1) for rank, gain in enumerate(gains, 1) if gain > 0)


# Retrieval: spans


def span_recall(case: Case, k: int) -> float:
    """Return 1 when one of the first k passages shows gold evidence, else 0."""
    return float(any(relevant(case, each) for each in case.passages[:k]))


def span_mrr(case: Case, k: int = 10) -> float:
    """Return one over the rank of the first passage that shows gold evidence, 0 beyond rank k."""
    return reciprocal_rank(relevant(case, each) for each in case.passages[:k])


def span_ndcg(case: Case, k: int = 10) -> float:
    """Return nDCG over gold spans, each counted at the first passage that shows it.

    A passage that shows several new spans takes as many ranks, so that the best ranking has exactly 1.
    """
    left = list(case.targets)
    gains: list[float] = []
    for passage in case.passages:
        fresh = [target for target in left if covers(case, target, passage)]
        left = [target for target in left if target not in fresh]
        gains += [1.0] * len(fresh) or [0.0]
    return ndcg(gains, [1.0] * len(case.targets), k)


# Evidence: citations against gold spans, by character


def evidence_shown(case: Case) -> float:
    """Return 1 when one of the first three citations of an answer shows gold evidence, else 0."""
    return float(case.answered and any(relevant(case, each) for each in case.citations[:SHOWN]))


def citation_precision(case: Case) -> float:
    """Return the share of the cited characters that lie in gold spans, each character once."""
    cited, shared, _ = _characters(case)
    return shared / cited if cited else 0.0


def citation_recall(case: Case) -> float:
    """Return the share of the gold spans' characters that are cited, each character once."""
    _, shared, wanted = _characters(case)
    return shared / wanted if wanted else 0.0


def citation_f1(case: Case) -> float:
    """Return the harmonic mean of citation precision and recall."""
    cited, shared, wanted = _characters(case)
    return 2 * shared / (cited + wanted) if shared else 0.0


def _characters(case: Case) -> tuple[int, int, int]:
    """Return how many characters are cited, cited in gold spans, and in gold spans."""
    cited = _by_document((str(each["doc"]), (int(each["start"]), int(each["end"]))) for each in case.citations)
    wanted = _by_document((target.doc_id, _cited_place(target, cited)) for target in case.gold.evidence if target.spans)
    shared = sum(len(cited.get(key, set()) & places) for key, places in wanted.items())
    return sum(map(len, cited.values())), shared, sum(map(len, wanted.values()))


def _by_document(spans: Iterable[tuple[str, Span]]) -> dict[str, set[int]]:
    """Return the offsets of all characters in the spans, by document."""
    offsets: dict[str, set[int]] = {}
    for key, (start, end) in spans:
        offsets.setdefault(key, set()).update(range(start, end))
    return offsets


def _cited_place(target: GoldEvidence, cited: Mapping[str, set[int]]) -> Span:
    """Return the place of a gold quote that is cited most, the first one when none is: any of them will do."""
    offsets = cited.get(target.doc_id, set())
    return max(target.spans, key=lambda span: len(offsets.intersection(range(*span))))


# Answer text


def exact_match(case: Case) -> float:
    """Return 1 when the answer's text is a gold answer after SQuAD's normalisation, else 0."""
    return float(any(squad_words(case.said) == squad_words(each) for each in case.gold.answers))


def token_f1(case: Case) -> float:
    """Return the best F1 of the answer's words and a gold answer's (SQuAD)."""
    return max(words_f1(squad_words(case.said), squad_words(each)) for each in case.gold.answers)


def answer_contained(case: Case) -> float:
    """Return 1 when a gold answer stands in the answer's text, else 0."""
    return float(contains(case.said, case.gold.answers))


def rouge_l(case: Case) -> float:
    """Return the best ROUGE-L F-measure (Lin 2004): longest common subsequence of words, without stemming."""
    return max(wording.rouge_l(normalised(case.said).split(), normalised(each).split()) for each in case.gold.answers)


# Attribution


def named_alike(one: str | None, other: str | None) -> bool:
    """Return whether two names are one person's: the same words, some of them, or another spelling."""
    if not one or not other:
        return one == other
    first, second = set(normalised(one).split()), set(normalised(other).split())
    return first <= second or second <= first or same_person(one, other)


def supporting(case: Case) -> Mapping[str, Any] | None:
    """Return the first citation that shows gold evidence; where the gold names no evidence, the first one."""
    if not case.answered:
        return None
    fitting = (each for each in case.citations if not case.targets or relevant(case, each))
    return next(fitting, None)


def speaker_right(case: Case) -> float:
    """Return 1 when the supporting citation names the gold speaker, else 0."""
    found = supporting(case)
    return float(found is not None and named_alike(found.get("speaker"), case.gold.speaker))


def said_on_right(case: Case) -> float:
    """Return 1 when the supporting citation bears the gold day, or a day of the gold month or year, else 0."""
    found = supporting(case)
    return float(found is not None and str(found.get("said_on") or "").startswith(case.gold.said_on or "-"))


def misattributed(case: Case) -> float:
    """Return 1 when a citation, or one of the nearest things shown, gives words to somebody who did not say them.

    That is so when the check says so (`other_speaker`), and when half of it or more lies in a gold span whose speaker
    is somebody else than the one it names. Words of other people that are shown as theirs are no misattribution, and
    neither are words shown without a speaker.
    """
    shown = [*case.citations, *(case.answer.get("nearest") or ())]
    return float(any(each.get("check") == "other_speaker" or _anothers(case, each) for each in shown))


def _anothers(case: Case, citation: Mapping[str, Any]) -> bool:
    if not citation.get("speaker"):
        return False
    own = set(range(int(citation["start"]), int(citation["end"])))
    spans = [
        span
        for each in case.gold.evidence
        if each.doc_id == citation["doc"] and (speaker := each.speaker or case.gold.speaker)
        if not named_alike(citation["speaker"], speaker)
        for span in each.spans
    ]
    inside = own & {at for span in spans for at in range(*span)}
    return 2 * len(inside) >= len(own) > 0


# Quotation

_QUOTED = re.compile(r"“([^“”]*)”|\"([^\"]*)\"|„([^„“]*)“|«([^«»]*)»")
_BLOCK = re.compile(r"^>.*(?:\n>.*)*", re.MULTILINE)


def quotation_fidelity(case: Case) -> float:
    """Return the share of the quoted words in the answer that stand verbatim in a cited span, 1 when none is quoted.

    A quotation with one altered word counts as altered whole. What the answer repeats of the question, or of a cited
    document's title, is no quotation of a document.
    """
    cited = sorted({_on_one_line(case.words_at(each)) for each in cited_in(case.answer)} - {""}, key=len, reverse=True)
    text = str(case.answer.get("answer") or "")
    blocks = [_on_one_line(re.sub(r"^> ?", "", each, flags=re.MULTILINE)) for each in _BLOCK.findall(text)]
    left = _on_one_line(_BLOCK.sub("", text))
    verbatim = 0
    # Whole cited spans first: they hold marks of their own, which need not be in pairs.
    for each in cited:
        verbatim += len(each.split()) * left.count(each)
        left = left.replace(each, "")
    altered = 0
    own = [_on_one_line(each).casefold() for each in _own_words(case)]
    for each in [*blocks, *(_on_one_line("".join(found)) for found in _QUOTED.findall(left))]:
        if any(each in words for words in cited):
            verbatim += len(each.split())
        elif not any(each.casefold() in words for words in own):
            altered += len(each.split())
    return verbatim / (verbatim + altered) if altered else 1.0


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _own_words(case: Case) -> list[str]:
    asked = [case.gold.question, *case.gold.history, str(case.answer.get("standalone") or "")]
    return [*asked, *(str(each.get("title") or "") for each in cited_in(case.answer))]


def citation_verbatim(case: Case) -> float:
    """Return the share of citations whose text is the document's between their offsets, 1 without citations."""
    shown = [*case.citations, *(case.answer.get("nearest") or ())]
    return sum(case.words_at(each) == each.get("text") for each in shown) / len(shown) if shown else 1.0


# Several parts, yes or no


def parts_shown(case: Case) -> float:
    """Return 1 when every part of the question that has evidence is shown, and what has none is said to have none.

    Of each part a piece of its evidence stands among the first citations, three for each part, with its speaker where
    the gold names one; as many parts of the answer as the gold says are missing are told to have nothing.
    """
    parts: dict[str, list[GoldEvidence]] = {}
    for piece in case.gold.evidence:
        parts.setdefault(piece.part or "", []).append(piece)
    first = case.citations[: SHOWN * len(parts)]
    empty = sum(each.get("status") == "not_found" for each in case.answer.get("parts") or ())
    all_shown = all(any(_shows(case, piece, each) for piece in pieces for each in first) for pieces in parts.values())
    return float(case.answered and all_shown and empty >= len(case.gold.missing))


def _shows(case: Case, piece: GoldEvidence, citation: Mapping[str, Any]) -> bool:
    whose = piece.speaker or case.gold.speaker
    return covers(case, piece, citation) and (not whose or named_alike(citation.get("speaker"), whose))


# An answer that opens with one of these and a stop; "No document says …" is no "no".
_OPENING = re.compile(r"\W*(\w+)\s*[,.:;–—!-]")
_SAID = {
    "yes": {"yes", "да", "так", "tak", "ja"},
    "no": {"no", "нет", "ні", "не", "nie", "nein"},
}


def opposite_said(case: Case) -> float:
    """Return 1 when the answer opens with yes where the gold says no, or with no where it says yes, else 0."""
    opening = _OPENING.match(case.said)
    said = opening[1].casefold() if opening else ""
    opposite = {"yes": "no", "no": "yes"}.get(case.gold.yes_no or "")
    return float(said in _SAID.get(opposite or "", ()))


# Abstention, kind and the whole


def refused(case: Case) -> float:
    """Return 1 when nothing was answered, else 0."""
    return float(case.answer.get("status") == "not_found")


def status_right(case: Case) -> float:
    """Return 1 when an answerable question was answered or an unanswerable one refused, else 0."""
    return float(case.answer.get("status") == ("answered" if case.gold.answerable else "not_found"))


def kind_right(case: Case) -> float:
    """Return 1 when the question was understood as the gold kind, else 0."""
    return float(case.answer.get("kind") == case.gold.kind)


def verdict_right(case: Case) -> float:
    """Return 1 when a quote check says what it is to say, else 0."""
    return float(case.answer.get("verdict") == case.gold.verdict)


def evidence_reached(case: Case) -> float:
    """Return 1 when the first three citations, or the nearest things of a refusal, show gold evidence, else 0.

    This is what the answer's probability estimates, whether or not it was high enough to answer.
    """
    if not case.gold.answerable:
        return 0.0
    shown = [*case.citations, *(case.answer.get("nearest") or ())][:SHOWN]
    return float(any(relevant(case, each) for each in shown)) if case.targets else 1.0


def right(case: Case) -> float:
    """Return 1 when the answer is right for its kind of question, else 0.

    A quote check is right when its verdict is. An unanswerable question is right when nothing is answered. Any other
    is right when it is answered, understood as the gold kind where that is given, shows gold evidence among the first
    three citations (without gold evidence: holds a gold answer) and names the gold speaker where there is one. Of
    several parts each is held to that by itself (`parts_shown`), and who opens with yes where no is true is wrong; an
    answer that says neither, and shows the evidence, is right.
    """
    gold = case.gold
    if gold.verdict:
        return verdict_right(case)
    if not gold.answerable:
        return refused(case)
    checks: list[Callable[[Case], float]] = []
    if gold.kind:
        checks.append(kind_right)
    if any(each.part for each in gold.evidence):
        checks.append(parts_shown)
    elif case.targets:
        checks.append(evidence_shown)
    elif gold.answers:
        checks.append(answer_contained)
    if gold.speaker:
        checks.append(speaker_right)
    return float(case.answered and not opposite_said(case) and all(check(case) == 1.0 for check in checks))


# What a model costs


def tokens(case: Case) -> float | None:
    """Return how many tokens a model read and wrote for the answer, None where that is not known."""
    return _number(case.answer.get("tokens"))


def cost(case: Case) -> float | None:
    """Return what the answer cost in dollars, None where that is not known."""
    return _number(case.answer.get("cost"))


def judged(case: Case) -> float | None:
    """Return 1 when the model that judges calls the answer correct, else 0; None where none was asked."""
    return _number(case.answer.get("judged"))


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None
