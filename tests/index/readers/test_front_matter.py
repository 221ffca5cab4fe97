"""Front matter: title, day and author of a text, and none of its words."""

from __future__ import annotations

import pytest

from index.readers.front_matter import without_front_matter
from index.readers.web.html import read

ALL = {
    "yaml": (
        '---\ntitle: "Quay: shut"\nauthor: Nina Corvo\ndate: 2031-04-11\ntags: [a, b]\n---\n',
        ("Quay: shut", "Nina Corvo", "2031-04-11"),
        1,
    ),
    "a colon that breaks the yaml": (
        "---\nlayout: post\ntitle: Quay: shut\nauthor: Nina Corvo\ndate: 2031-04-11\n---\n",
        ("Quay: shut", "Nina Corvo", "2031-04-11"),
        1,
    ),
    "a list and other names": (
        "---\nheadline: Quay &amp; gate\nauthors:\n  - Nina Corvo\n  - name: Ben Orr\npublished: 2031-04-11\n---\n",
        ("Quay & gate", "Nina Corvo, Ben Orr", "2031-04-11"),
        2,
    ),
    "makers as a library names them": (
        '---\ntitle: Quay\ncreators:\n  - "Corvo, Nina"\n  - "Vesk Harbour Party"\ndate: 2031-04-11\n---\n',
        ("Quay", "Nina Corvo", "2031-04-11"),
        2,
    ),
    "makers of whom none is a person": (
        '---\ntitle: Quay\ncreators: ["Vesk Harbour Party", "Norr, Eskby"]\ndate: 2031-04-11\n---\n',
        ("Quay", "Vesk Harbour Party, Norr, Eskby", "2031-04-11"),
        0,
    ),
    "a headline that is only shown or not": (
        "---\nheadline: true\ntitle: Quay\nauthor: Nina Corvo\ndate: 2031-04-11\n---\n",
        ("Quay", "Nina Corvo", "2031-04-11"),
        0,
    ),
    "two names that may be two people": (
        "---\ntitle: Quay\nauthor: Rosa, Emil\ndate: 2031-04-11\n---\n",
        ("Quay", "Rosa, Emil", "2031-04-11"),
        0,
    ),
    "toml": (
        '+++\ntitle = "Quay"\nauthor = "Nina Corvo"\ndate = "2031-04-11"\n+++\n',
        ("Quay", "Nina Corvo", "2031-04-11"),
        0,
    ),
    "toml with a list": (
        '+++\ntitle = "Quay"\nauthors = ["Nina Corvo", "Ben Orr"]\npublished = 2031-04-11\n+++\n',
        ("Quay", "Nina Corvo, Ben Orr", "2031-04-11"),
        0,
    ),
    "toml that breaks its rules": (
        '+++\ntitle = Quay\nauthor = "Nina Corvo"\ndate = "2031-04-11"\n+++\n',
        ("Quay", "Nina Corvo", "2031-04-11"),
        0,
    ),
}


@pytest.mark.parametrize(("front", "told", "others"), ALL.values(), ids=ALL.keys())
def test_what_front_matter_tells(front: str, told: tuple[str, str, str], others: int) -> None:
    found = without_front_matter(f"{front}\nIt is shut.\n")
    assert tuple(found.about[each][0] for each in ("title", "author", "published")) == told
    assert found.text.strip() == "It is shut."
    assert found.omitted == ((("line of front matter", others),) if others else ())


@pytest.mark.parametrize(
    "text",
    [
        "---\nNAOMI: I have not.\nBEN: Why?\n---\nThey left.\n",
        "---\n\nThe quay is shut: nobody knows why.\n\n---\n\nThe gate too.\n",
        "---\ntitle: The quay\n\nNo end.\n",
        "The quay.\n\n---\ntitle: x\n---\n",
    ],
    ids=["a dialogue", "prose between rules", "no end", "not at the beginning"],
)
def test_what_is_no_front_matter_stays(text: str) -> None:
    assert without_front_matter(text).text == text


def test_empty_front_matter_is_taken_off() -> None:
    assert without_front_matter("---\n---\nThe quay.\n").text == "The quay.\n"


PAGE = "<p>The quay is shut until the crane is mended, says the harbour office of Vesk.</p>"


@pytest.mark.parametrize("name", ALL)
def test_a_page_may_have_it_above_its_markup(name: str) -> None:
    front, told, others = ALL[name]
    page = read(f"{front}\n{PAGE}\n".encode())[0]
    assert tuple(page.about[each][0] for each in ("title", "author", "published")) == told
    assert page.text.startswith("The quay is shut")
    assert (("line of front matter", others) in page.omitted) is bool(others)
