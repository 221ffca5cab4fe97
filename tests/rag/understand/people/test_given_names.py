"""A full name in a question for somebody whom a diary names in full once and then by the given name."""

from __future__ import annotations

from rag.records import Turn
from tests.rag.conftest import Over

DIARY = (
    "# Notebook of the lighthouse, season 2031\n\n"
    "2 May. Landed at noon: myself (Mira Quill, keeper), Odran Tell and the student, Ama Reed.\n\n"
    "9 June. The lamp failed twice. Odran says the cable is sound and that replacing the lamp throws away two "
    "good years.\n\n"
    "16 June. Rain all day. Ama painted the door.\n"
)


def test_a_view_told_under_the_given_name_is_found(over: Over) -> None:
    answer = over({"notebook.md": DIARY}).ask(Turn("Where did Odran Tell stand on replacing the lamp?"))
    assert answer.status == "answered", answer.answer
    assert "two good years" in answer.citations[0].text
    assert "document’s wording" in answer.answer


def test_another_topic_is_not_found_so(over: Over) -> None:
    answer = over({"notebook.md": DIARY}).ask(Turn("What did Odran Tell say about the ferry timetable?"))
    assert answer.status == "not_found"


def test_a_given_name_that_two_have_is_nobodys(over: Over) -> None:
    other = DIARY.replace("Ama painted the door.", "Odran Brandt painted the door.")
    answer = over({"notebook.md": other}).ask(Turn("Where did Odran Tell stand on replacing the lamp?"))
    assert answer.status == "not_found", answer.answer
