import pytest

from index.text.sentences import paragraphs, sentences


def parts(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "THE GATHERING HERE IS CLEAR TESTIMONY TO THE\nBENEFITS OF A SINGLE BODY.",
            ["THE GATHERING HERE IS CLEAR TESTIMONY TO THE\nBENEFITS OF A SINGLE BODY."],
            id="wrapped lines in capitals",
        ),
        pytest.param("One. Two! Three?", ["One.", "Two!", "Three?"], id="three marks"),
        pytest.param("Mr. Tell met Dr. Quill. They spoke.", ["Mr. Tell met Dr. Quill.", "They spoke."], id="titles"),
        pytest.param(
            "The U.S. envoy J. Coale came. He left.", ["The U.S. envoy J. Coale came.", "He left."], id="initials"
        ),
        pytest.param("It cost 3.5 crowns. Cheap.", ["It cost 3.5 crowns.", "Cheap."], id="decimal"),
        pytest.param(
            "He lives in the U.S. The rest do not.", ["He lives in the U.S.", "The rest do not."], id="ends U.S."
        ),
        pytest.param(
            "They met the U.K. and the U.S. Rights groups worry.",
            ["They met the U.K. and the U.S.", "Rights groups worry."],
            id="groups behind U.S.",
        ),
        pytest.param(
            "The ship left Vesk, N.R. Critics say it leaks.",
            ["The ship left Vesk, N.R.", "Critics say it leaks."],
            id="people behind a place",
        ),
        pytest.param(
            "It is shut at 5 p.m. Residents sleep.",
            ["It is shut at 5 p.m.", "Residents sleep."],
            id="people behind p.m.",
        ),
        pytest.param(
            "Vesk sold Kestrel Inc. Officials said no more.",
            ["Vesk sold Kestrel Inc.", "Officials said no more."],
            id="people behind Inc.",
        ),
        *(
            pytest.param(each, [each], id=each)
            for each in (
                "We were told by U.S. Health officials.",
                "He fled from the U.S. Marines there.",
                "They say that the U.S. Army officials left.",
                "The boat was seized by the U.S. Farmers Union.",
                "They say that George W. Students came.",
            )
        ),
        pytest.param("“Stop. Now.” He ran.", ["“Stop.", "Now.”", "He ran."], id="closing mark"),
        pytest.param("She said: ‘I see.’ Then left.", ["She said: ‘I see.’", "Then left."], id="inner marks"),
        pytest.param("Wait… what? Yes.", ["Wait… what?", "Yes."], id="ellipsis inside"),
        pytest.param("First para.\n\nSecond one", ["First para.", "Second one"], id="paragraphs"),
        pytest.param("A line that was\nwrapped by hand.", ["A line that was\nwrapped by hand."], id="hard wrap"),
        pytest.param("你好。再见。", ["你好。", "再见。"], id="wide marks"),
        pytest.param(
            "It resumes work.When the boats go, it ends.",
            ["It resumes work.", "When the boats go, it ends."],
            id="no space",
        ),
        pytest.param(
            "The mill is sold!He left.It rained.", ["The mill is sold!", "He left.", "It rained."], id="no space twice"
        ),
        pytest.param(
            "She left the hall.The mill is shut.", ["She left the hall.", "The mill is shut."], id="no space, the"
        ),
        pytest.param("He runs Norrtown.Com and Vesk.It.", ["He runs Norrtown.Com and Vesk.It."], id="addresses"),
        pytest.param("Why not?But he stayed.", ["Why not?", "But he stayed."], id="no space behind a question"),
        pytest.param(
            "Reps. Ana Ruiz and Sens. Farr and Orr came. Profs. Lund and Hale left.",
            ["Reps. Ana Ruiz and Sens. Farr and Orr came.", "Profs. Lund and Hale left."],
            id="titles of several",
        ),
        pytest.param("He did twelve reps. Then he left.", ["He did twelve reps.", "Then he left."], id="no title"),
        pytest.param("We thank the United\nNations. Go.", ["We thank the United\nNations.", "Go."], id="half a name"),
        pytest.param("", [], id="empty"),
        pytest.param(" \n\n\t", [], id="white space"),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


def test_headings_and_items_stand_alone() -> None:
    text = "# Minutes\nThe council met\n- Budget approved\n- Bridge closed"
    assert [text[start:end] for start, end in paragraphs(text)] == text.split("\n")
