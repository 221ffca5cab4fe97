"""A quotation that somebody says whom no name tells is not that of whoever spoke before."""

from __future__ import annotations

import pytest

from tests.index.attribution.said import said

BEFORE = "“The pier is too dear,” Ana Ruiz said."


@pytest.mark.parametrize(
    "cue",
    [
        "another one said",
        "the other one said",
        "the other said",
        "said the other one",
        "one told me",
        "another told us",
        "someone else said",
        "a second one added",
        "a different one said",
        "the older one said",
        "the latter replied",
    ],
)
def test_somebody_else_is_not_who_spoke_before(cue: str) -> None:
    speaker, _, words = said(f"{BEFORE} “Nobody will use it,” {cue}.")[1]
    assert words == "Nobody will use it,"
    assert speaker is None


@pytest.mark.parametrize(
    "cue", ["she told one of the others", "she said, one of few who did", "Ruiz told another newspaper", "she added"]
)
def test_whoever_goes_on_is_who_spoke_before(cue: str) -> None:
    assert said(f"{BEFORE} “Nobody will use it,” {cue}.")[1][0] == "Ana Ruiz"
