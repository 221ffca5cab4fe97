"""Questions for whom or what somebody names, thanks or blames most."""

from __future__ import annotations

import pytest

from rag.records import Counted
from rag.understand.plan.ranking import Ranking, ranking_asked

ASKED = {
    "Which countries did Tell name most": Ranking(Counted("country"), "Tell"),
    "which country has Odran Tell mentioned the most": Ranking(Counted("country"), "Odran Tell"),
    "Which nations did the mayor speak of most often": Ranking(Counted("country"), "the mayor"),
    "Which countries are mentioned most": Ranking(Counted("country"), None),
    "Which people were named most by Tell": Ranking(Counted("person"), "Tell"),
    "Whom did Tell thank most": Ranking(Counted("anybody", "thank"), "Tell"),
    "Who did Tell thank the most": Ranking(Counted("anybody", "thank"), "Tell"),
    "Which leaders did Tell praise most": Ranking(Counted("person", "praise"), "Tell"),
    "Whom did Tell criticise most": Ranking(Counted("anybody", "criticise"), "Tell"),
    "Whom has Tell blamed more than anyone else": Ranking(Counted("anybody", "blame"), "Tell"),
    "Whom did Tell mention most": Ranking(Counted("anybody"), "Tell"),
    "Which politicians did Quill quote most frequently": Ranking(Counted("person", "quote"), "Quill"),
}
ASKED |= {
    "Which countries did Tell mention": Ranking(Counted("country"), "Tell"),
    "which countries does odran tell talk about": Ranking(Counted("country"), "odran tell"),
    "What other nations did the mayor name": Ranking(Counted("country"), "the mayor"),
    "List the countries that Tell mentions": Ranking(Counted("country"), "Tell"),
    "name all the nations Quill has named": Ranking(Counted("country"), "Quill"),
}
OTHER = [
    "Which countries did Tell visit",
    "which politicians did Tell name",
    "Which country did Tell name",
    "Which countries did Tell mention as friends",
    "Which countries did Tell name as the axis of evil",
    "Which countries did Tell visit most",
    "Whom did Tell thank",
    "What did Tell like most",
    "Which countries have most ships",
]


@pytest.mark.parametrize("question", ASKED)
def test_what_is_to_be_counted(question: str) -> None:
    assert ranking_asked(question) == ASKED[question]


@pytest.mark.parametrize("question", OTHER)
def test_what_asks_for_no_count(question: str) -> None:
    assert ranking_asked(question) is None
