"""The page of a person: facts with their words, and a way on where nobody of the name speaks."""

from __future__ import annotations

import re
from pathlib import Path

from streamlit.testing.v1 import AppTest

from index.names.names import Speaker
from tests.ui.conftest import shown
from ui.pages.person import summary


def person_script() -> None:
    from ui.pages import person

    person.page()


def opened(name: str) -> AppTest:
    app = AppTest.from_function(person_script, default_timeout=60)
    app.query_params["name"] = name
    app.run()
    assert not app.exception
    return app


def test_a_person_has_first_and_last_words_topics_and_all_words(store: Path) -> None:
    app = opened("Odran Tell")
    assert [each.value for each in app.title] == ["Odran Tell"]
    assert "First and last words" in [each.value for each in app.header]
    seen = shown(app)
    assert "The harbour cost forty million crowns" in seen
    assert 'data-opens="0-' in seen
    captions = re.findall(r"<figcaption.*?</figcaption>", seen)
    assert captions
    # Whose page it is, its cards need not say, but for whose wording it is.
    assert not [each for each in captions if re.search(r"Odran Tell</a>(?!, in the document)", each)]
    assert any("Show in the document" in each.value for each in app.text)


def test_nobody_of_a_name_leads_to_everybody(store: Path) -> None:
    app = opened("<script>alert(1)</script> *b*")
    assert "Choose somebody under Explore" in app.info[0].value
    assert "\\<script" in app.info[0].value
    assert any("Everybody who speaks" in each.value for each in app.text)


def test_how_much_and_when_is_one_line() -> None:
    one = Speaker("Odran Tell", ("O. Tell", "Tell"), 1, "2031-03-02", "2031-03-02")
    assert summary(one) == "1 statement, 2 March 2031. Also written O. Tell and Tell."
    assert summary(Speaker("Odran Tell", (), 2, None, None)) == "2 statements."
