from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index.attribution.indirect_speech import ALIKE, KEPT, Weights, all_cues, reported_clauses, shipped_weights
from index.attribution.span_boundaries import end_features, ends, start_features, starts
from index.cues.cue_features import cue_features, kind_of, span_features
from index.cues.noun_cues import ADJECTIVES, NOUNS
from index.cues.tagging import tokenize
from index.cues.tokens import Tokens
from index.cues.verbs import MIND, SOURCE, SPEECH, STANCE
from index.cues.word_classes import CLOSED
from index.text.sentences import overlap
from tests.index import analysed
from tests.index.attribution.said import said

SENTENCES = [
    "Odran Tell, the mayor of Vesk, said on Monday that the harbour would open in May.",
    "The harbour would open in May, the mayor said.",
    "Nobody, Mira Quill said, had asked the fishermen about their boats, and she hopes they will speak.",
    "His claim that the bridge would hold was attacked by engineers who were confident that it could not.",
    "According to a report of the council, he vowed to rebuild it and urged voters to wait “for years” more.",
]


def sentence(text: str) -> Tokens:
    return tokenize(text, [(0, len(text), -1)])


def reported(text: str) -> list[tuple[str, str]]:
    parsed = sentence(text)
    return [
        (clause.cue.word, text[parsed.starts[clause.first] : parsed.ends[clause.last - 1]])
        for clause in reported_clauses(parsed)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Odran Tell said on Monday that the harbour would open in May.",
            [("said", "the harbour would open in May")],
            id="the day stands before that",
        ),
        pytest.param(
            "Mira Quill vowed to build the second bridge.", [("vowed", "to build the second bridge")], id="infinitive"
        ),
        pytest.param(
            "Odran Tell urged the council to vote for the bridge.",
            [("urged", "the council to vote for the bridge")],
            id="who is urged to what",
        ),
        pytest.param(
            "Mira Quill was confident that the bridge would hold.",
            [("confident", "the bridge would hold")],
            id="adjective",
        ),
        pytest.param(
            "Engineers rejected her claim that the bridge would hold.",
            [("rejected", "her claim that the bridge would hold")],
            id="the surer of two that are alike",
        ),
        pytest.param("Mira Quill said nothing of the border.", [], id="nothing told"),
        pytest.param("Nobody said that the bridge would hold.", [], id="nobody says"),
        pytest.param("The council heard a report from the harbour master.", [], id="who reports, not what"),
        pytest.param("The harbour opened in May.", [], id="no cue"),
    ],
)
def test_what_is_reported(text: str, expected: list[tuple[str, str]]) -> None:
    assert reported(text) == expected


def produced() -> list[set[str]]:
    """The features of each model that the sentences have, whatever is chosen of them."""
    attribution, start, end = {"bias"}, set[str](), set[str]()
    for parsed in map(sentence, SENTENCES):
        found, stop = all_cues(parsed), len(parsed) - 1
        for number, cue in enumerate(found):
            attribution.update(cue_features(parsed, found, number, stop))
            for first in starts(parsed, cue, stop):
                start.update(start_features(parsed, cue, first, stop))
                for last in ends(parsed, cue, first, stop):
                    end.update(end_features(parsed, cue, first, last, stop, frozenset()))
                    attribution.update(span_features(parsed, cue, first, last, stop, 0.7))
    return [attribution, start, end]


def first_words(names: set[str]) -> set[str]:
    return {name.split(" ")[0] for name in names}


@pytest.mark.parametrize("model", ["attribution", "start", "end"])
def test_the_shipped_weights_are_of_features_that_the_code_names(model: str) -> None:
    named = produced()[("attribution", "start", "end").index(model)]
    weights = getattr(shipped_weights(), model)
    assert first_words(set(weights)) == first_words(named)
    assert sum(name in weights for name in named) >= len(named) / 3


def test_words_in_the_shipped_weights_are_of_published_lists() -> None:
    lemmas = SPEECH | STANCE | MIND | SOURCE | NOUNS | ADJECTIVES | {"according"}
    kinds = {kind_of(cue) for parsed in map(sentence, SENTENCES) for cue in all_cues(parsed)}
    forms = set("base s past ing participle infinitive passive noun adjective according".split())
    ours = set("unsure stance mind source speech speech+ mind+ source+ other".split()) | kinds | forms
    plain = set(
        """kind lemma then word form words verb room quoted asked subject who inherited helpers before opener left
        negated cues within holds mass side length first final only short bias skipped far two that marks edge own none
        follows long pair tag clause phrase verbs rest whole cut last place end name noun one many after near owner
        True False""".split()
    )
    for model in ("attribution", "start", "end"):
        for name in getattr(shipped_weights(), model):
            strange = {each for each in name.replace("~", "").split() if each.isalpha() and len(each) > 4}
            assert strange <= lemmas | set(CLOSED) | ours | plain, name


def test_without_weights_no_feature_counts() -> None:
    parsed = sentence(SENTENCES[0])
    assert {round(each.probability, 6) for each in reported_clauses(parsed, Weights({}, {}, {}))} <= {0.5}
    assert reported_clauses(parsed, Weights({"bias": -9.0}, {}, {})) == []


@given(st.lists(st.sampled_from([word for each in SENTENCES for word in each.split()]), max_size=40))
@example("Tell, Odran Odran vowed about the".split())
def test_clauses_lie_in_their_sentence_and_differ(words: list[str]) -> None:
    parsed = sentence(" ".join(words))
    found = reported_clauses(parsed)
    spans = [(parsed.starts[each.first], parsed.ends[each.last - 1]) for each in found]
    assert all(0 <= each.first < each.last <= len(parsed) and each.probability >= KEPT for each in found)
    assert [each.first for each in found] == sorted(each.first for each in found)
    assert all(overlap(one, other) < ALIKE for at, one in enumerate(spans) for other in spans[:at])


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (
            "Elsa Stein, a baker from Vesk, will lead the guild, according to Ida Voss on Monday.",
            "Elsa Stein, a baker from Vesk, will lead the guild",
        ),
        (
            "About 400 people left Norr, manager Ida Voss reported Sunday evening, adding the town will help.",
            "About 400 people left Norr",
        ),
        (
            "The council will read it and will answer the firm, clerk Ida Voss said in a statement to the Gazette.",
            "The council will read it and will answer the firm",
        ),
        (
            "Among 1,136 people in the mill were 386 children, Ida Voss said Monday, as the rain raised fears of more.",
            "Among 1,136 people in the mill were 386 children",
        ),
        ("The ferry will come, Ida Voss said, state television reported.", "The ferry will come"),
        (
            "Ida Voss said about 11,400 clerks lived in Norr in 2018.",
            "about 11,400 clerks lived in Norr in 2018",
        ),
        ("Ida Voss told Brandt he could not be stopped.", "he could not be stopped"),
        ("Ida Voss has admitted that goods pile up in the town, reported The Daily Echo.", "goods pile up in the town"),
        ("VESK, Kestria (AP) — Two houses fell early Wednesday, Ida Voss said.", "Two houses fell early Wednesday"),
        ("(CNX) Clerks remain opposed to the ferry, according to Ida Voss.", "Clerks remain opposed to the ferry"),
        ("Ida Voss said earlier in the week that they would watch the fair.", "they would watch the fair"),
    ],
)
def test_reported_words_are_whole_and_hold_no_telling(sentence: str, words: str) -> None:
    found = [sentence[each.start : each.end] for each in analysed.statements(sentence) if each.speaker == "Ida Voss"]
    assert words in found


@pytest.mark.parametrize(
    ("sentence", "reporter"),
    [
        ("“We will pay,” Ida Voss said, according to state media.", "state media"),
        ("“We will pay,” Ida Voss said, state media reported.", "state media"),
        ("“We will pay,” said Ida Voss, state television reported on Friday.", "state television"),
        ("“We will pay,” Ida Voss said, Interfax reported.", "Interfax"),
    ],
)
def test_who_closes_a_sentence_reports_the_words(sentence: str, reporter: str) -> None:
    assert [each.reported_by for each in analysed.statements(sentence) if each.kind == "direct"] == [reporter]


@pytest.mark.parametrize(
    "words",
    [
        "In cases when chairs were able to log in, many could not report their results",
        "In towns where the mill closed, few found other work",
        "On days when the ferry was full, many waited on the quay",
        "At the time when the fire broke out, guards slept in the hall",
        "Because the bridge was shut, the children came late",
        "Although the ferry ran, it was never on time",
        "In the places that were hit, some had no water for days",
    ],
)
def test_a_clause_that_opens_a_sentence_stays_with_its_main_clause(words: str) -> None:
    assert [each for _, _, each in said(f"{words}, Ida Voss said.")] == [words]


def test_a_relative_clause_in_a_subject_is_no_opening() -> None:
    text = "Residents of towns where the mill closed left in May, the union said."
    assert [each for _, _, each in said(text)] == [text.removesuffix(", the union said.")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "In cases when chairs were able to log in, according to the bank, many could not send the numbers.",
            "the bank",
        ),
        ("When the dam broke, said Ida Voss, the farmers fled to the hills.", "Ida Voss"),
        ("Because the bridge was shut, according to the school, children came late.", "the school"),
        ("If the mill closes, said Odo Lask, the town will lose its bank.", "Odo Lask"),
    ],
)
def test_the_main_clause_may_follow_who_says_it(text: str, speaker: str) -> None:
    assert [(name, words) for name, _, words in said(text)] == [(speaker, text.removesuffix("."))]


def test_what_tells_who_somebody_is_is_no_main_clause() -> None:
    text = "The mill was shut when the dam broke, said Odo Lask, a baker."
    assert said(text) == [("Odo Lask", "reported", "The mill was shut when the dam broke")]
