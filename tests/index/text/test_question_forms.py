"""Whether a question asks for "yes" or "no"."""

from __future__ import annotations

import pytest

from index.text.question_forms import is_yes_or_no

YES_OR_NO = {
    "Did Tell say so?": True,
    "And has Quill ever mentioned it?": True,
    "Is it true that the pier burnt?": True,
    "Didn't Tell say so?": True,
    "Did Tell or Quill say so?": False,
    "Didion wrote it?": False,
    "What did Tell do?": False,
}


@pytest.mark.parametrize("question", YES_OR_NO)
def test_yes_or_no(question: str) -> None:
    assert is_yes_or_no(question) == YES_OR_NO[question]
