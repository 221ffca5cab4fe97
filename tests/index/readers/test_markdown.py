"""Markdown as its page shows it: raw HTML, entities, links, pictures, emphasis and code."""

from __future__ import annotations

import pytest

from index.readers.plain import read_markdown
from tests.index.analysed import statements


def shown(source: str) -> str:
    (found,) = read_markdown(source.encode())
    return found.text.strip()


def left_out(source: str) -> dict[str, int]:
    (found,) = read_markdown(source.encode())
    return dict(found.omitted)


HTML = {
    "paragraphs": (
        "<p>In a statement Corvo said, &quot;We are going home.&quot;</p>\n"
        "<p>Orr&#x2014;the keeper&mdash;was <em>not</em> asked.</p>\n",
        'In a statement Corvo said, "We are going home."\n\nOrr—the keeper—was not asked.',
    ),
    "an address, a span, a picture": (
        'The <a href="http://quay.example/a?b=1&amp;c=2" title="a > b">quay</a> '
        'is <span class="x">shut</span>.\n\n<img src="a.png" alt="A quay"/>\n\nIt rains.',
        "The quay is shut.\n\nIt rains.",
    ),
    "lines broken and a list": (
        "<div class='post'>\n  <h2>Fares</h2>\n  Up in May."
        "<br/>Down in June.\n  <ul><li>Adults</li>\n<li>Dogs</li></ul>\n</div>\nAll pay.",
        "## Fares\n\nUp in May.\nDown in June.\n\n- Adults\n- Dogs\n\nAll pay.",
    ),
    "script, style and comment": (
        'Before.\n\n<script type="text/javascript">\nvar a = "he said \'never\' <b>";\n</script>\n'
        "<style>p { color: red }</style>\n<!-- Orr said: “No.” -->\nBehind.",
        "Before.\n\nBehind.",
    ),
    "a table": (
        "<table>\n<tr><th>Name</th><th>Vote</th></tr>\n<tr><td>Orr</td><td>No</td></tr>\n</table>\n\nDone.",
        "Name | Vote\nOrr | No\n\nDone.",
    ),
    "words in marks of a quotation": ("Orr: <q>No</q>, and <del>yes</del> no more.", "Orr: “No”, and  no more."),
    "marks of notes and ordinals": (
        "The 3<sup>rd</sup> quay<sup><a href='#1'>1</a></sup> of 40 m<sup>2</sup>.",
        "The 3rd quay of 40 m².",
    ),
    "what is hidden": (
        'Seen.\n\n<div style="display: none"><div>Not</div> seen.</div>\n\nSeen again.',
        "Seen.\n\nSeen again.",
    ),
    "indented markup is no code": ("<ul>\n\n    <li>One</li>\n\n    <li>Two</li>\n\n</ul>", "- One\n\n- Two"),
}


@pytest.mark.parametrize(("source", "expected"), HTML.values(), ids=HTML.keys())
def test_html_is_read_as_its_page_shows_it(source: str, expected: str) -> None:
    assert shown(source) == expected


MARKS = {
    "emphasis": (
        "Tell *will not* pay, **Brandt** said, _ever_, __never__.",
        "Tell will not pay, Brandt said, ever, never.",
    ),
    "a paragraph in italics": (
        "_The Eskby Police Department said that it couldn\\'t comment on `a_b`._",
        "The Eskby Police Department said that it couldn't comment on `a_b`.",
    ),
    "a title that opens a paragraph": ("*The Lock*, a book by Ana Ruiz", "The Lock, a book by Ana Ruiz"),
    "a title before a dash": ("_Harbour Lights_ – a film of 2031.", "Harbour Lights – a film of 2031."),
    "a title in a list": ("- *The Lock*, a book\n- *Norr*, a play", "- The Lock, a book\n- Norr, a play"),
    "a title on a quoted line": ("> *The Lock*, she says, is long.", "> The Lock, she says, is long."),
    "a bold name in a short sentence": ("**Ana Ruiz**, 54, wrote it.", "Ana Ruiz, 54, wrote it."),
    "a title on a paragraph's first line": ("*The Lock*\nis a book.", "The Lock\nis a book."),
    "over the end of a line": ("He **never\nagreed** to it.", "He never\nagreed to it."),
    "a link": ('See the [plan of Orr](https://q.example/a_(b).pdf "The plan"), now.', "See the plan of Orr, now."),
    "links by name": (
        "See [the plan][1] or [Rules].\n\n[1]: http://q.example/plan\n[rules]: /rules 'Rules'\n",
        "See the plan or Rules.",
    ),
    "links whose addresses hold the marks of other things": (
        "Orr\n[said](https://q.example/x~~/A_b*) that the quay is shut and\n[told](https://q.example/y~~/C_d*) why.",
        "Orr\nsaid that the quay is shut and\ntold why.",
    ),
    "what is struck out, a link in it": ("The ~~open [quay](http://q.example/~~a)~~ gate.", "The  gate."),
    "a picture in a link": ("[![Quay](a.png)](http://q.example) The quay.", "The quay."),
    "an address": (
        "Write to <orr@quay.example> or <https://quay.example/a_b_c>.",
        "Write to orr@quay.example or https://quay.example/a_b_c.",
    ),
    "a note": ("The quay is old[^1].\n\n[^1]: Built in 1904.", "The quay is old.\n\nBuilt in 1904."),
    "a template": (
        "{% include share.html %}\nThe quay.\n{: .lead}\n\n{{ page.author }} wrote.",
        "The quay.\n\n wrote.",
    ),
    "underlined headings": (
        "The quay\n========\n\nIt is shut.\n\nThe gate\n--------\nOpen.",
        "# The quay\n\nIt is shut.\n\n## The gate\nOpen.",
    ),
    "backslashes": ("5 \\* 3 \\_ \\[no link\\](x) \\<b> \\\\", "5 * 3 _ [no link](x) <b> \\"),
}


@pytest.mark.parametrize(("source", "expected"), MARKS.values(), ids=MARKS.keys())
def test_marks_are_no_words(source: str, expected: str) -> None:
    assert shown(source) == expected


SAME = [
    "If a < b and b > c, then a &ne c & d.",
    "snake_case_names and 2 * 3 * 4, f*** off.",
    "See https://q.example/~~orr and https://q.example/~~tell; 3 ~~ 4 ~~ 5.",
    "Code `<b>&amp;**x**</b>` stays.",
    "```html\n<p>&quot;Hi&quot;</p>\n\n<script>x</script>\n```\n\nAfter.",
    "As follows:\n\n    <b>is not **code**\n\nAfter.".replace("<b>is", "if a<b: is"),
    "<ana> I agree.\n\n<ben> I do not.",
    "[RUIZ]: Yes.\n\n[ORR]: No.",
    "# Heading\n\n> “We go,” Orr said.\n\n- One\n- Two\n\n| a | b |\n|---|---|\n| 1 | 2 |",
    "**Ana Ruiz**, mayor of Vesk\n\nYes.\n\n*Part two*\n\nNo.\n\n**Orr** – We go.",
    "**Ana Ruiz:** Yes.\n\n**Ben Orr**: No.\n\n**Will you go?**\n\nNever.",
    "An array[0](1 x) and [sic] and [ANA RUIZ] said.".replace("[0](1 x)", "[0]"),
]


@pytest.mark.parametrize("source", SAME)
def test_what_is_no_markup_stays_as_it_is(source: str) -> None:
    assert shown(source) == source


FRAMED = "> The quay is shut.\n>\n> “We wait,” Orr said.\n> > “So do we,” Ruiz said.\n> It opens in May.\n"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("[[people.board.Ana Ruiz]] spoke.", "Ana Ruiz spoke."),
        ("[[notes/ferry/Old Quay]] leaks.", "Old Quay leaks."),
        ("[[I|people.o.Ana Ruiz]] spoke too.", "I spoke too."),
        ("[[Ana Ruiz|The mayor]] spoke.", "The mayor spoke."),
        ("See [[Quay#Costs]].", "See Quay."),
        ("![[quay.png]]It leaks.", "It leaks."),
        ("The [[U.S. Harbour Board]] met at [[St. Mary's]].", "The U.S. Harbour Board met at St. Mary's."),
        ("It leaks.[[1]]", "It leaks.[[1]]"),
        ("Write `[[name]]` there.", "Write `[[name]]` there."),
    ],
)
def test_links_between_notes_are_their_labels(source: str, expected: str) -> None:
    assert shown(source) == expected


def test_an_article_that_a_page_sets_as_a_quotation_is_none() -> None:
    inside = "The quay is shut.\n\n“We wait,” Orr said.\n> “So do we,” Ruiz said.\nIt opens in May.\n"
    assert shown(FRAMED).strip() == inside.strip()
    assert shown(f"{FRAMED}\nFrom Vesk.\n").strip() == f"{inside}\nFrom Vesk."


@pytest.mark.parametrize(
    "source",
    [
        f"**Ana Ruiz writes:**\n\n{FRAMED}",
        f"The harbour was full of boats, and so was the inn.\n\n{FRAMED}",
        "No quotation.\n",
    ],
)
def test_what_somebody_quotes_keeps_its_marks(source: str) -> None:
    assert shown(source).count(">") == source.count(">")


def test_directions_in_italics_stay_apart_in_a_dialogue() -> None:
    source = "**AY:** Do you sell?\n\n**LB:** Never.\n\n*Brisk laughs.*\n\n**AY:** And happy?\n\n**LB:** *(pauses)* No."
    assert shown(source) == source


def test_bold_lines_of_an_interview_in_html_keep_their_marks() -> None:
    asked = ["Who <a href='x'>keeps</a> the lock?", "Is it shut?", "But still, it leaks.", "You&apos;re sure?"]
    source = "".join(f"<p><strong>{each}</strong> </p>\n\n<p>I am <b>not</b> sure.</p>" for each in asked)
    bold = ["Who keeps the lock?", "Is it shut?", "But still, it leaks.", "You're sure?"]
    assert shown(source).strip() == "\n\n".join(f"**{each}**\n\nI am not sure." for each in bold)


def test_a_bold_question_over_several_lines_is_one_line() -> None:
    source = "**Who keeps\nthe lock?**\n\nI do.\n\n**Is it\nshut now?**\n\nNo. **It is\nopen** so.\n\n**Why?**\n\nRust."
    asked = "**Who keeps the lock?**\n\nI do.\n\n**Is it shut now?**\n\nNo. It is\nopen so.\n\n**Why?**\n\nRust."
    assert shown(source) == asked


def test_what_is_left_out_is_told() -> None:
    source = '<p>A <b>quay</b></p><img src="a"><script>x</script><style>y</style><!-- z -->![a](b) ~~no~~ {% x %}'
    assert left_out(source) == {
        **{"HTML tag": 7, "picture": 2, "script": 1, "style sheet": 1},
        **{"comment": 1, "struck-out passage": 1, "template part": 1},
    }


QUOTED = [
    ("<p>Nina Corvo said, &quot;We are <b>not</b> going home.&quot;</p>", "Nina Corvo", "We are not going home."),
    ("<p>&ldquo;The quay&nbsp;is <a href='x'>shut</a>,&rdquo; Odran Tell said.</p>", "Odran Tell", "The quay is shut"),
    ("“The **gate** is _not_ [open](x),” Ana Ruiz said.", "Ana Ruiz", "The gate is not open"),
]


@pytest.mark.parametrize(("source", "speaker", "words"), QUOTED)
def test_a_quotation_is_found_in_the_words(source: str, speaker: str, words: str) -> None:
    text = shown(source)
    assert [(each.speaker, text[each.start : each.end].rstrip(",")) for each in statements(text)] == [(speaker, words)]
