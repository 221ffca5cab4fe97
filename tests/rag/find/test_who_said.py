"""Which statements may be meant: near in meaning and read so, of two speakers only where both are as near."""

from __future__ import annotations

from dataclasses import replace

from rag.find.who_said import likely_meant
from rag.records import Evidence, Mismatch, Reading

NEAR = Evidence(
    document_id="port.txt",
    start=0,
    end=40,
    score=0.5,
    coverage=0.1,
    cosine=0.4,
    speaker="Odran Tell",
    statement="direct",
    near_topic=0.6,
    around_near_topic=0.5,
    late_interaction=0.5,
    worst_word=0.2,
    reading=Reading(answerable=2.0, margin=1.5, start=0, end=10),
)


def test_what_is_near_and_read_is_meant() -> None:
    assert likely_meant([NEAR]) == (NEAR,)


def test_what_is_not_read_or_read_as_another_thing_is_not() -> None:
    other = replace(NEAR, reading=Reading(answerable=-1.0, margin=-4.0, start=0, end=10))
    assert likely_meant([replace(NEAR, reading=None), other]) == ()


def test_what_is_far_or_nobodys_or_has_the_opposite_is_not() -> None:
    opposite = replace(NEAR, mismatch=Mismatch(opposite=1.0))
    assert likely_meant([replace(NEAR, near_topic=0.1), replace(NEAR, speaker=None), opposite]) == ()


def test_another_speaker_is_shown_only_where_as_near() -> None:
    close = replace(NEAR, speaker="Mira Quill", document_id="school.txt", near_topic=0.5)
    far = replace(close, near_topic=0.3)
    assert likely_meant([close, NEAR]) == (NEAR, close)
    assert likely_meant([far, NEAR]) == (NEAR,)
