"""The top of a reStructuredText tells its title, day and author."""

from __future__ import annotations

import pytest

from index.readers.restructured.parsing import tree
from index.readers.restructured.top import about


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (":Title: The weir\n:Date: 2021-03-02\n\nText.", {"title": "The weir", "published": "2021-03-02"}),
        ("The weir\n========\n\n:author: Ana Ruiz <a@vesk.example>\n\nText.", {"author": "Ana Ruiz"}),
        (":Date: $Date: 2021/03/02 10:00:00 $\n\nText.", {"published": "2021/03/02 10:00:00"}),
        (":Author: Ana Ruiz\n\nThe weir\n========\n\nText.", {"author": "Ana Ruiz", "title": "The weir"}),
        (".. title: The weir\n.. date: 2021-03-02\n\nText.", {"title": "The weir", "published": "2021-03-02"}),
        ("PAPER: 7\nTitle: The weir\nAuthor: Ana Ruiz", {"title": "The weir", "author": "Ana Ruiz"}),
        ("Date: Who is that?\nAuthor: It is me.", {}),
        ("Text.\n\n:Author: Ana Ruiz", {}),
        ("Text.\n\n.. title: The weir", {}),
    ],
)
def test_fields(source: str, expected: dict[str, str]) -> None:
    assert {name: value for name, (value, _) in about(tree(source)).items()} == expected


def test_where_a_title_stands_is_told() -> None:
    assert about(tree(":Author: Ana Ruiz\n\nThe weir\n========\n\nText."))["title"] == ("The weir", "a heading")
