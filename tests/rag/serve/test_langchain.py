"""The pipeline and its retriever in somebody else's LangChain chain."""

from __future__ import annotations

import re
from typing import Any

from langchain_core.documents import Document
from langchain_core.runnables import Runnable, RunnableLambda, RunnablePassthrough
from langchain_core.vectorstores import InMemoryVectorStore

from rag.pipeline import Pipeline
from rag.records import Turn
from rag.serve.langchain import AnswerRunnable, EmbedderEmbeddings, PassageRetriever
from settings import Settings
from tests.conftest import ROOT

POLAND = "What did Lukashenko say about Poland?"


def test_invoke_takes_text_an_object_or_a_turn(sample: Pipeline) -> None:
    chain = AnswerRunnable(sample)
    answers = [chain.invoke(each)["answer"] for each in (POLAND, {"question": POLAND, "qid": "1"}, Turn(POLAND))]
    assert len(set(answers)) == 1
    assert "Poland" in answers[0]


def test_the_sum_of_the_stream_is_the_answer(sample: Pipeline) -> None:
    chain = AnswerRunnable(sample)
    total: Any = None
    for piece in chain.stream(POLAND):
        total = piece if total is None else total + piece
    expected = chain.invoke(POLAND)
    assert {**total, "elapsed_ms": 0} == {**expected, "elapsed_ms": 0}


def test_batch_keeps_the_order(sample: Pipeline) -> None:
    questions = [POLAND, "What did Lukashenko say about China?", "Who led the U.S. delegation?"]
    assert [each["question"] for each in AnswerRunnable(sample).batch(list(questions))] == questions


def test_the_retriever_gives_passages_of_the_document(sample: Pipeline) -> None:
    retriever = PassageRetriever(pipeline=sample, k=3)
    found = retriever.invoke("drones")
    assert len(found) == 3
    for each in found:
        text = sample.document(each.metadata["doc"]).text
        assert text[each.metadata["start"] : each.metadata["end"]] == each.page_content


def test_the_embedder_finds_what_is_near_in_a_vector_store_of_others(sample: Pipeline) -> None:
    others = InMemoryVectorStore(EmbedderEmbeddings(sample.store.embeddings))
    others.add_texts(["Bees make honey.", "The boat departs at nine."])
    (found,) = others.similarity_search("When does the ferry leave?", k=1)
    assert found.page_content == "The boat departs at nine."


def test_both_drop_into_a_chain(sample: Pipeline) -> None:
    def count(documents: list[Document]) -> int:
        return len(documents)

    chain: Runnable[str, Any] = RunnablePassthrough.assign(
        found=RunnableLambda(lambda given: given["question"]) | PassageRetriever(pipeline=sample, k=2) | count,
        answer=AnswerRunnable(sample) | RunnableLambda(lambda answer: answer["status"]),
    )  # type: ignore[assignment]
    result = chain.invoke({"question": POLAND})  # type: ignore[arg-type]
    assert (result["found"], result["answer"]) == (2, "answered")


def test_the_example_of_the_readme_runs(sample_settings: Settings, monkeypatch: Any, capsys: Any) -> None:
    monkeypatch.setenv("ON_THE_RECORD_STORE", str(sample_settings.store))
    code = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert len(code) == 1
    exec(compile(code[0], "README.md", "exec"), {})
    assert "We immediately informed Poland." in capsys.readouterr().out
