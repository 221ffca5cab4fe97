"""Every metric worked out by hand, with the traps: nothing answered, nothing quoted, the same cited twice."""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from evals.gold import Gold, GoldEvidence
from evals.measures import scoring
from tests.conftest import ROOT
from tests.evals.cases import TEXTS, case, cited, gold, passage

SCIFACT = ROOT.parent / "shared" / "data" / "scifact" / "dev" / "qrels.tsv"


def test_document_metrics_count_a_document_once() -> None:
    asked = case(
        gold(relevant={"one": 1, "three": 1}),
        passages=[passage("two", 0, 9), passage("two", 10, 19), passage("one", 0, 9), passage("one", 10, 19)],
    )
    assert scoring.ranked_documents(asked) == ["two", "one"]
    assert scoring.document_recall(asked, 1) == 0.0
    assert scoring.document_recall(asked, 2) == 0.5
    assert scoring.document_mrr(asked) == 0.5
    assert scoring.document_ndcg(asked) == pytest.approx((1 / math.log2(3)) / (1 + 1 / math.log2(3)))


def test_graded_documents_gain_their_grade() -> None:
    asked = case(gold(relevant={"one": 1, "two": 3, "x": 0}), passages=[passage("one", 0, 9), passage("two", 0, 9)])
    assert scoring.document_ndcg(asked) == pytest.approx((1 + 3 / math.log2(3)) / (3 + 1 / math.log2(3)))


def test_a_passage_is_relevant_where_it_overlaps_a_gold_span() -> None:
    question = gold(("one", (20, 29)))
    asked = case(question, passages=[passage("one", 0, 20), passage("two", 20, 29), passage("one", 28, 40)])
    assert scoring.span_recall(asked, 2) == 0.0
    assert scoring.span_recall(asked, 3) == 1.0
    assert scoring.span_mrr(asked) == pytest.approx(1 / 3)
    assert scoring.span_ndcg(asked) == pytest.approx(1 / math.log2(4))


@pytest.mark.parametrize(
    ("answers", "relevant"),
    [
        pytest.param(("CCCCCCCCC",), True, id="holds a gold answer"),
        pytest.param(("zzz",), False, id="holds none"),
        pytest.param((), True, id="is from the gold document"),
    ],
)
def test_gold_without_a_span(answers: tuple[str, ...], relevant: bool) -> None:
    question = Gold(qid="q", question="What?", answers=answers, evidence=(GoldEvidence("one"),))
    assert scoring.span_recall(case(question, passages=[passage("one", 20, 29)]), 1) == relevant
    assert scoring.span_recall(case(question, passages=[passage("two", 20, 29)]), 1) == 0.0


def test_span_ndcg_counts_each_gold_span_once() -> None:
    two = gold(("one", (0, 9)), ("one", (50, 59)))
    same = case(two, passages=[passage("one", 0, 9), passage("one", 0, 5), passage("one", 50, 59)])
    ideal = 1 + 1 / math.log2(3)
    assert scoring.span_ndcg(same) == pytest.approx((1 + 1 / math.log2(4)) / ideal)
    assert scoring.span_ndcg(case(two, passages=[passage("one", 0, 99)])) == pytest.approx(1.0)


def test_overlapping_gold_spans_are_one_target() -> None:
    overlapping = gold(("one", (0, 20)), ("one", (10, 30)))
    assert [each.spans for each in case(overlapping).targets] == [((0, 30),)]
    assert scoring.span_ndcg(case(overlapping, passages=[passage("one", 0, 5)])) == 1.0


def test_citations_are_measured_by_character() -> None:
    asked = case(gold(("one", (0, 40))), citations=[cited("one", 20, 60), cited("two", 0, 40)])
    assert scoring.citation_precision(asked) == 20 / 80
    assert scoring.citation_recall(asked) == 20 / 40
    assert scoring.citation_f1(asked) == pytest.approx(2 * 20 / (80 + 40))


def test_duplicate_citations_and_overlapping_gold_count_once() -> None:
    asked = case(gold(("one", (0, 20)), ("one", (10, 30))), citations=[cited("one", 0, 15)] * 3)
    assert scoring.citation_precision(asked) == 1.0
    assert scoring.citation_recall(asked) == 0.5
    assert scoring.citation_f1(asked) == pytest.approx(2 / 3)


def test_any_place_of_an_ambiguous_quote_will_do() -> None:
    question = Gold("q", "What?", evidence=(GoldEvidence("one", ((0, 9), (50, 59))),))
    asked = case(question, citations=[cited("one", 50, 59)], passages=[passage("one", 50, 59)])
    assert scoring.citation_f1(asked) == 1.0
    assert scoring.span_ndcg(asked) == 1.0


def test_no_citation_has_no_precision() -> None:
    for of in (scoring.citation_precision, scoring.citation_recall, scoring.citation_f1, scoring.evidence_shown):
        assert of(case(gold(("one", (0, 9))))) == 0.0


def test_evidence_beyond_the_third_citation_is_not_shown() -> None:
    others = [cited("two", 0, 9)] * 3
    assert scoring.evidence_shown(case(gold(("one", (0, 9))), citations=[*others, cited("one", 0, 9)])) == 0.0
    assert scoring.evidence_shown(case(gold(("one", (0, 9))), citations=[*others[:2], cited("one", 0, 9)])) == 1.0


@pytest.mark.parametrize(
    ("said", "exact", "f1", "contained", "rouge"),
    [
        pytest.param("The forty million crowns. [1]", 1.0, 1.0, 1.0, 6 / 7, id="exact but for article and marker"),
        pytest.param("It cost forty crowns", 0.0, 4 / 7, 0.0, 4 / 7, id="two of three words"),
        pytest.param("crowns million forty", 0.0, 1.0, 0.0, 2 / 6, id="in another order"),
        pytest.param("forty million crowns, we hear", 0.0, 6 / 8, 1.0, 6 / 8, id="contained"),
        pytest.param("", 0.0, 0.0, 0.0, 0.0, id="empty"),
    ],
)
def test_answer_text(said: str, exact: float, f1: float, contained: float, rouge: float) -> None:
    asked = case(gold(answers=("nothing like it", "forty million crowns")), answer=said)
    assert scoring.exact_match(asked) == exact
    assert scoring.token_f1(asked) == pytest.approx(f1)
    assert scoring.answer_contained(asked) == contained
    assert scoring.rouge_l(asked) == pytest.approx(rouge)


def test_a_refusal_says_no_answer() -> None:
    asked = case(gold(answers=("crowns",)), status="not_found", answer="Nothing about crowns was found.")
    assert scoring.answer_contained(asked) == scoring.token_f1(asked) == 0.0


SPOKEN = gold(("talk", (12, 49)), speaker="Odran Tell", said_on="2031-03")


@pytest.mark.parametrize(
    ("given", "speaker", "day", "wrong"),
    [
        pytest.param({"speaker": "Odran Tell", "said_on": "2031-03-02"}, 1.0, 1.0, 0.0, id="right"),
        pytest.param({"speaker": "Tell", "said_on": "2031-04-02"}, 1.0, 0.0, 0.0, id="surname, another month"),
        pytest.param({"speaker": "Mira Quill", "said_on": None}, 0.0, 0.0, 1.0, id="somebody else"),
        pytest.param({"speaker": None}, 0.0, 0.0, 0.0, id="nobody"),
        pytest.param({"speaker": "Odran Tell", "check": "other_speaker"}, 1.0, 0.0, 1.0, id="the check says so"),
    ],
)
def test_attribution(given: dict[str, Any], speaker: float, day: float, wrong: float) -> None:
    asked = case(SPOKEN, citations=[cited("talk", 12, 49, **given)])
    assert scoring.speaker_right(asked) == speaker
    assert scoring.said_on_right(asked) == day
    assert scoring.misattributed(asked) == wrong


def test_words_of_others_are_no_misattribution_but_the_nearest_are_looked_at() -> None:
    beside = cited("talk", 51, 62, speaker="Mira Quill")
    assert scoring.misattributed(case(SPOKEN, citations=[beside])) == 0.0
    assert scoring.speaker_right(case(SPOKEN, citations=[beside])) == 0.0
    taken = cited("talk", 12, 49, speaker="Mira Quill")
    assert scoring.misattributed(case(SPOKEN, status="not_found", nearest=[taken])) == 1.0


QUOTE = "The harbour cost forty million crowns."


@pytest.mark.parametrize(
    ("answer", "share"),
    [
        pytest.param(f"Tell said: “{QUOTE}” [1]", 1.0, id="whole"),
        pytest.param("He named “forty million crowns” [1].", 1.0, id="a part"),
        pytest.param(f"> {QUOTE}\n\n[1]", 1.0, id="block"),
        pytest.param("It cost much. [1]", 1.0, id="nothing quoted"),
        pytest.param("", 1.0, id="empty"),
        pytest.param("“The harbour cost fifty million crowns.” [1]", 0.0, id="one word altered"),
        pytest.param(f"“{QUOTE}” and “never again”", 6 / 8, id="one of two invented"),
        pytest.param("> The harbour cost fifty crowns.", 0.0, id="altered block"),
        pytest.param("Nobody said “What?”.", 1.0, id="words of the question"),
        pytest.param("See “A title” [1].", 1.0, id="a cited title"),
    ],
)
def test_quotation_fidelity(answer: str, share: float) -> None:
    at = TEXTS["talk"].index(QUOTE)
    asked = case(SPOKEN, answer=answer, citations=[cited("talk", at, at + len(QUOTE))])
    assert scoring.quotation_fidelity(asked) == pytest.approx(share)


def test_a_quotation_without_its_citation_is_not_verbatim() -> None:
    assert scoring.quotation_fidelity(case(SPOKEN, answer=f"“{QUOTE}”")) == 0.0


def test_marks_inside_cited_words_need_not_be_in_pairs() -> None:
    asked = case(SPOKEN, answer="Tell said: “The harbour [1] and “forty” [1]", citations=[cited("talk", 0, 23)])
    assert TEXTS["talk"][:23] == "Tell said: “The harbour"
    assert scoring.quotation_fidelity(asked) == pytest.approx(4 / 5)
    whole = case(
        SPOKEN, answer="Tell said: “The harbour [1], again Tell said: “The harbour”", citations=asked.citations
    )
    assert scoring.quotation_fidelity(whole) == 1.0


def test_citation_verbatim() -> None:
    right, wrong = cited("one", 0, 9), {**cited("one", 0, 9), "text": "other"}
    assert scoring.citation_verbatim(case(SPOKEN, citations=[right, wrong])) == 0.5
    assert scoring.citation_verbatim(case(SPOKEN, nearest=[wrong])) == 0.0
    assert scoring.citation_verbatim(case(SPOKEN)) == 1.0


@pytest.mark.parametrize(
    ("answerable", "status", "right", "refused"),
    [(True, "answered", 1, 0), (True, "not_found", 0, 1), (False, "answered", 0, 0), (False, "not_found", 1, 1)],
)
def test_abstention(answerable: bool, status: str, right: int, refused: int) -> None:
    asked = case(gold(answerable=answerable), status=status)
    assert (scoring.status_right(asked), scoring.refused(asked)) == (right, refused)


EVIDENCED = {"citations": [cited("talk", 12, 49, speaker="Odran Tell")], "kind": "statements"}


@pytest.mark.parametrize(
    ("question", "answer", "right"),
    [
        pytest.param(SPOKEN, EVIDENCED, 1.0, id="statement"),
        pytest.param(SPOKEN, {**EVIDENCED, "status": "not_found"}, 0.0, id="refused"),
        pytest.param(SPOKEN, {**EVIDENCED, "citations": [cited("talk", 12, 49)]}, 0.0, id="no speaker"),
        pytest.param(SPOKEN, {**EVIDENCED, "citations": [cited("one", 0, 9)]}, 0.0, id="other evidence"),
        pytest.param(gold(("talk", (12, 49)), kind="list"), EVIDENCED, 0.0, id="other kind"),
        pytest.param(gold(answers=("crowns",)), {"answer": "Crowns."}, 1.0, id="answer without evidence"),
        pytest.param(gold(answerable=False, answers=("x",)), {"answer": "x"}, 0.0, id="answered the unanswerable"),
        pytest.param(gold(answerable=False), {"status": "not_found"}, 1.0, id="refused the unanswerable"),
        pytest.param(gold(verdict="altered"), {"verdict": "altered"}, 1.0, id="verdict"),
        pytest.param(gold(verdict="altered"), {}, 0.0, id="answer from before there were verdicts"),
    ],
)
def test_right(question: Gold, answer: dict[str, Any], right: float) -> None:
    assert scoring.right(case(question, **answer)) == right


PARTS = Gold(
    qid="q",
    question="What did Tell say, and what did Quill do?",
    evidence=(
        GoldEvidence("talk", ((12, 49),), part="Tell", speaker="Odran Tell"),
        GoldEvidence("talk", ((52, 63),), part="Quill"),
        GoldEvidence("one", ((0, 9),), part="Quill"),
    ),
)
TOLD, LEFT = cited("talk", 12, 49, speaker="Odran Tell"), cited("talk", 52, 63)
OTHERS = [cited("two", 0, 9)] * 5
NOTHING = [{"status": "answered"}, {"status": "not_found"}]


@pytest.mark.parametrize(
    ("answer", "missing", "right"),
    [
        pytest.param({"citations": [TOLD, LEFT]}, (), 1.0, id="both"),
        pytest.param({"citations": [TOLD, cited("one", 3, 8)]}, (), 1.0, id="another piece of a part"),
        pytest.param({"citations": [TOLD, *OTHERS[:4], LEFT]}, (), 1.0, id="among three for each part"),
        pytest.param({"citations": [TOLD, *OTHERS, LEFT]}, (), 0.0, id="beyond three for each part"),
        pytest.param({"citations": [TOLD]}, (), 0.0, id="a part is dropped"),
        pytest.param({"citations": [{**TOLD, "speaker": "Mira Quill"}, LEFT]}, (), 0.0, id="another's words"),
        pytest.param({"citations": [TOLD, LEFT], "status": "not_found"}, (), 0.0, id="refused"),
        pytest.param({"citations": [TOLD, LEFT], "parts": NOTHING}, ("Brandt",), 1.0, id="a part has nothing"),
        pytest.param({"citations": [TOLD, LEFT]}, ("Brandt",), 0.0, id="nothing is dropped in silence"),
    ],
)
def test_every_part_is_to_be_shown(answer: dict[str, Any], missing: tuple[str, ...], right: float) -> None:
    assert scoring.right(case(replace(PARTS, missing=missing), **answer)) == right


def test_words_of_a_part_under_another_name_are_misattributed() -> None:
    assert scoring.misattributed(case(PARTS, citations=[TOLD, {**LEFT, "speaker": "Mira Quill"}])) == 0.0
    assert scoring.misattributed(case(PARTS, citations=[{**TOLD, "speaker": "Mira Quill"}])) == 1.0


@pytest.mark.parametrize(
    ("truth", "answer", "right"),
    [
        ("yes", "Yes: Odran Tell said so.", 1.0),
        ("yes", "**No.** It did not.", 0.0),
        ("no", "Yes, it did.", 0.0),
        ("no", "Нет: не стоило.", 1.0),
        ("yes", "No document says more than this.", 1.0),
        ("no", "Odran Tell said:", 1.0),
        (None, "No, it did not.", 1.0),
    ],
)
def test_the_opposite_of_the_truth_is_wrong(truth: str | None, answer: str, right: float) -> None:
    assert scoring.right(case(gold(("talk", (12, 49)), yes_no=truth), answer=answer, citations=[TOLD])) == right


def test_the_probability_of_older_answers_is_their_first_score() -> None:
    assert case(SPOKEN, probability=0.2, passages=[passage("one", 0, 9)]).probability == 0.2
    assert case(SPOKEN, passages=[passage("one", 0, 9)]).probability == 0.5
    assert case(SPOKEN).probability == 0.0


@pytest.mark.parametrize("name", ["Lene Hobart", "Hobart", "L. Hobart"])
def test_forms_of_one_name(name: str) -> None:
    assert scoring.named_alike(name, "Lene Hobart")
    assert not scoring.named_alike(name, "Jon Aske")


def _seeded() -> dict[str, dict[str, int]]:
    draw = random.Random(1)
    return {f"q{each}": {f"d{draw.randrange(400)}": draw.randint(1, 3) for _ in range(4)} for each in range(100)}


def _scifact() -> dict[str, dict[str, int]]:
    if not SCIFACT.is_file():
        pytest.skip("the shared SciFact judgements are not here")
    grades: dict[str, dict[str, int]] = {}
    for line in SCIFACT.read_text(encoding="utf-8").splitlines()[1:]:
        query, document, grade = line.split("\t")
        grades.setdefault(query, {})[document] = int(grade)
    return dict(list(grades.items())[:100])


@pytest.mark.parametrize("judged", [_seeded, _scifact], ids=["seeded grades", "scifact"])
def test_retrieval_metrics_agree_with_ir_measures(judged: Callable[[], dict[str, dict[str, int]]]) -> None:
    import ir_measures
    from ir_measures import RR, R, nDCG

    grades = judged()
    draw = random.Random(0)
    everything = sorted({document for graded in grades.values() for document in graded})
    rankings: dict[str, list[str]] = {}
    for query, graded in grades.items():
        # Some relevant documents, not all, at random ranks among others; some of the questions find none.
        kept = [each for each in graded if draw.random() < 0.7]
        ranked = list(dict.fromkeys([*kept, *draw.sample(everything, 15)]))
        draw.shuffle(ranked)
        rankings[query] = ranked
    run = {query: {key: -float(at) for at, key in enumerate(ranked)} for query, ranked in rankings.items()}
    measures = {"r1": R @ 1, "r4": R @ 4, "r10": R @ 10, "rr": RR @ 10, "ndcg": nDCG @ 10}
    theirs = {
        (each.query_id, str(each.measure)): each.value
        for each in ir_measures.iter_calc(list(measures.values()), grades, run)
    }
    for query, ranked in rankings.items():
        asked = case(gold(relevant=grades[query]), passages=[{"doc": key, "start": 0, "end": 1} for key in ranked])
        ours = {
            "r1": scoring.document_recall(asked, 1),
            "r4": scoring.document_recall(asked, 4),
            "r10": scoring.document_recall(asked, 10),
            "rr": scoring.document_mrr(asked),
            "ndcg": scoring.document_ndcg(asked),
        }
        for name, measure in measures.items():
            assert ours[name] == pytest.approx(theirs[query, str(measure)], abs=5e-5), (query, name)
