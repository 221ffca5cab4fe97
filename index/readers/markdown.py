"""Markdown: the words as they are shown, without marks of emphasis, addresses of links and pictures, and raw HTML.

What marks stand for is kept where it tells how a text is built: headings, quotations, lists, bold labels and questions.
"""

from __future__ import annotations

import re
from collections import Counter

from index.readers.web.raw_html import LINE, PARAGRAPH, Omitted, Scanner, without_controls
from index.text.expressions import expression

_SIGNS = expression(
    r"[<&]|\\[\n!-/:-@\[-`{-~]|^(?P<fence>[ ]{0,3}(?:```|~~~))|(?<!`)`++"
    r"|(?<=\n\n)(?P<indented>(?:[ ]{4}|\t)[ \t]*+[^\s<])",
    re.MULTILINE,
)
_ADDRESS = expression(r"<((?:https?|ftp|mailto):[^\s<>]{1,2000}|[\w.+-]{1,64}@[\w.-]{1,255})>")
_INDENTED = expression(r"(?:(?:[ ]{4}|\t)[^\n]*+(?:\n|\Z)|[ \t]*+\n(?=[ ]{4}|\t))*+")
_ITEM = expression(r"[ ]{0,12}(?:[*+-]|\d{1,3}[.)])[ \t]")
_LITERAL_CODE = 2_000

_DEFINED = expression(
    r"^[ ]{0,3}\[(?P<name>[^\[\]^\n][^\[\]\n]{0,200})\]:[ \t]{0,9}"
    r"(?:<[^<>\n]{1,2000}>|(?:https?:|mailto:|www\.|[./#])[^\s]{1,2000})"
    r"(?:[ \t\n]{1,9}(?:\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'|\([^()\n]{0,300}\)))?[ \t]*(?:\n|\Z)",
    re.MULTILINE,
)
_NOTE = expression(r"^[ ]{0,3}\[\^(?P<name>[^\[\]\s]{1,60})\]:[ \t]*", re.MULTILINE)
_NOTE_MARK = expression(r"\[\^(?P<name>[^\[\]\s]{1,60})\]")
_WORDS = r"(?:[^\[\]\n]|\[[^\[\]\n]{0,200}\]|\n(?![ \t]*\n)){0,500}+"
_TARGET = (
    r"\([ \t\n]{0,9}(?:<[^<>\n]{0,2000}>|(?:[^\s()]|\([^\s()]{0,300}\)){0,2000}+)"
    r"(?:[ \t\n]{1,9}(?:\"[^\"]{0,300}\"|'[^']{0,300}'|\([^()]{0,300}\)|“[^”]{0,300}”))?[ \t\n]{0,9}\)"
)
_PICTURE = expression(rf"!\[{_WORDS}\](?:{_TARGET}|\[[^\[\]\n]{{0,200}}\])(?:\{{[^{{}}\n]{{0,200}}\}})?")
_LINK = expression(rf"(?<!!)\[(?P<words>{_WORDS})\]{_TARGET}(?:\{{[^{{}}\n]{{0,200}}\}})?")
_WIKI_LINK = expression(
    r"(?P<embeds>!)?\[\[(?=[^\[\]\n]{0,400}[^\W\d_])(?P<inside>[^\[\]\n|]{1,200}(?:\|[^\[\]\n|]{1,200})?)\]\]"
)
_NOTE_PATH = expression(r"(?:[a-z][\w-]{2,40}[./])+(?=[^\W_])")
"""The folders of a note in a link to it: "people.board.Ana Ruiz", "people/Ana Ruiz"."""
_REFERRED = expression(rf"(?<!!)\[(?P<words>{_WORDS})\](?:[ ]?\[(?P<name>[^\[\]\n]{{0,200}})\])?(?![:(])")
_TEMPLATE = expression(
    r"\{%[^%\n]{0,600}%\}|\{\{[^{}\n]{0,600}\}\}|^[ \t]*\{:[^{}\n]{0,300}\}[ \t]*$"
    r"|(?<=\S)[ \t]{0,3}\{[:#.][^{}\n]{0,200}\}[ \t]*$",
    re.MULTILINE,
)
_STRUCK = expression(
    r"(?<!~)(?:(?<!\w)~~|~~(?=\w))(?=[^\s~])(?:[^~\n]|~(?!~)|\n(?![ \t]*\n)){1,2000}?(?<=[^\s~])~~(?!~)"
)
_LONGEST_ADDRESS = 2_000
_UNDERLINED = expression(
    r"(?<![^\n]\n)^(?![ \t>#|*+-])(?P<words>[^\n|]{1,200})\n(?P<rule>={3,}|-{3,})[ \t]*$", re.MULTILINE
)
_STRONG = expression(
    r"(?<![*\w])(?P<star>\*\*\*?)(?=[^\s*])(?P<words>(?:[^*\n]|\n(?![ \t]*\n)){1,3000}?)(?<=\S)(?P=star)(?![*])"
    r"|(?<=\w)\*\*(?=[^\s*])(?P<within>[^*\n]{1,300})(?<=\S)\*\*(?!\*)"
    r"|(?<![_\w])(?P<bar>__)(?=[^\s_])(?P<barred>(?:[^_\n]|(?<=\w)_(?=\w)|\n(?![ \t]*\n)){1,3000}?)(?<=\S)__(?![_\w])"
)
_EMPHASIS = expression(
    r"(?<!\*)\*(?=[^\s*])(?P<words>(?:[^*\n]|\n(?![ \t]*\n)){1,3000})(?<=\S)\*(?!\*)"
    r"|(?<![_\w])_(?=[^\s_])(?P<barred>(?:[^_\n]|(?<=\w)_(?=\w)|\n(?![ \t]*\n)){1,3000})(?<=\S)_(?![_\w])"
)
_LABELLED = expression(
    r"^[ \t>#-]{0,8}[^\W\d_][^\n:*_]{0,60}:[ \t]|^[ \t>#-]{0,8}[*_]{1,3}[^\n*_]{1,80}(?::[*_]{1,3}|[*_]{1,3}:)"
    r"|^[ \t]{0,3}[*_]{1,3}[^\n*_]{4,600}\?[*_]{1,3}[ \t]*$",
    re.MULTILINE,
)
_QUOTED_LINE = expression(r"[ ]{0,3}>[ ]?")
FRAMED, FRAMED_LINES = 0.8, 3
"""With such a share of its words quoted, in so many lines, a text is no quotation in another."""
_SHORT_LINE, _LONGEST_LINE = 90, 1_000
_LINE_END = expression(f"[\n{LINE}{PARAGRAPH}]")
_QUESTIONS = 3
"""So many bold lines that ask are an interviewer's, and so is a bold line among them that asks nothing."""
_SENTENCE_ENDS = tuple('.!,;…”"’')


def as_shown(source: str) -> tuple[str, Omitted]:
    """Return the words of a Markdown text, and what of it they lack."""
    scanner = _Markdown(without_frame(without_controls(source)), headed=True, signs=_SIGNS)
    text = scanner.run()
    counts = scanner.counts
    text = _without_struck(_without_links(_without_templates(text, counts), counts), counts)
    text = _UNDERLINED.sub(lambda match: f"{'#' if match['rule'][0] == '=' else '##'} {match['words']}", text)
    text = without_emphasis(text)
    return scanner.finished(text).lstrip("\n"), tuple((what, count) for what, count in counts.items() if count)


def without_frame(source: str) -> str:
    """Return a text without the marks of a quotation that nearly all of it stands in, as a page sets an article.

    Where a line that a colon ends leads in, somebody quotes.
    """
    lines = source.split("\n")
    quoted = [bool(_QUOTED_LINE.match(line)) for line in lines]
    words = [len(line.split()) for line in lines]
    of_quoted = [count for count, inside in zip(words, quoted, strict=True) if inside]
    if len(of_quoted) < FRAMED_LINES or sum(of_quoted) < FRAMED * sum(words):
        return source
    before = ""
    for line, inside in zip(lines, quoted, strict=True):
        if inside and before.rstrip("*_ \t").endswith(":"):
            return source
        before = "" if inside else line if line.strip() else before
    return "\n".join(_QUOTED_LINE.sub("", line, count=1) for line in lines)


class _Markdown(Scanner):
    """Reads HTML and the signs that keep others from being signs: code and backslashes."""

    def take(self, sign: re.Match[str]) -> bool:
        if sign["fence"]:
            return self._fenced(sign["fence"])
        if sign["indented"]:
            return self._indented()
        if sign[0][0] == "`":
            return self._code(sign[0])
        if sign[0][0] == "\\":
            self.character(sign[0][1]) if sign[0] != "\\\n" else self.write("\n")
            self.at += 2
            return True
        if sign[0] == "<" and (address := _ADDRESS.match(self.source, self.at)):
            self.literal(address[1])
            self.at = address.end()
            return True
        return super().take(sign)

    def _fenced(self, fence: str) -> bool:
        """Keep a block of code as it stands; one without an end goes to that of the text."""
        end = re.compile(rf"^[ ]{{0,3}}{re.escape(fence.strip())}[`~]{{0,20}}[ \t]*(?:\n|\Z)", re.MULTILINE)
        close = end.search(self.source, self.at + len(fence) + 1)
        stop = close.end() if close else len(self.source)
        self.literal(self.source[self.at : stop].rstrip("\n"))
        self.write("\n" if close else "")
        self.at = stop
        return True

    def _indented(self) -> bool:
        """Keep indented lines below a blank one as they stand, where they do not belong to a list."""
        above = self.source[max(0, self.at - 400) : self.at].rstrip().rpartition("\n")[2]
        match = (
            None if _ITEM.match(above) or above.startswith(("    ", "\t")) else _INDENTED.match(self.source, self.at)
        )
        if match is None:
            return False
        self.literal(match[0].rstrip("\n"))
        self.write("\n" * (len(match[0]) - len(match[0].rstrip("\n"))))
        self.at = match.end()
        return True

    def _code(self, ticks: str) -> bool:
        """Keep code within a line as it stands."""
        start = self.at + len(ticks)
        close = re.compile(rf"(?<!`){ticks}(?!`)").search(self.source, start, start + _LITERAL_CODE)
        if close is None or "\n\n" in self.source[start : close.start()]:
            return False
        self.literal(self.source[self.at : close.end()])
        self.at = close.end()
        return True


def _without_templates(text: str, counts: Counter[str]) -> str:
    text, templates = _TEMPLATE.subn("", text)
    counts["template part"] += templates
    return text


def _without_struck(text: str, counts: Counter[str]) -> str:
    """Return the text without what is struck out; the addresses of links, which may hold any sign, are gone before."""
    struck = [match for match in _STRUCK.finditer(text) if not _is_in_address(match)]
    kept = [0, *(edge for match in struck for edge in match.span()), len(text)]
    counts["struck-out passage"] += len(struck)
    return "".join(text[start:end] for start, end in zip(kept[::2], kept[1::2], strict=True))


def _is_in_address(match: re.Match[str]) -> bool:
    """Return whether a match begins within an address that stands in the text as it is."""
    before = match.string[max(0, match.start() - _LONGEST_ADDRESS) : match.start()]
    return "://" in before and not re.search(r"\s", before[before.rindex("://") :])


def _without_links(text: str, counts: Counter[str]) -> str:
    """Return the text with the words of links alone, without pictures, marks of notes and the lines of addresses."""
    defined = {match["name"].lower() for match in _DEFINED.finditer(text)}
    notes = {match["name"] for match in _NOTE.finditer(text)}
    text = _NOTE.sub("", _DEFINED.sub("", text))
    marks = sum(match["name"] in notes for match in _NOTE_MARK.finditer(text))
    text = _NOTE_MARK.sub(lambda match: "" if match["name"] in notes else match[0], text)
    text, pictures = _PICTURE.subn("", text)
    text = _WIKI_LINK.sub(_label_of_wiki_link, text)
    counts.update({"note mark": marks, "picture": pictures})
    text = _LINK.sub(lambda match: match["words"], text)
    return _REFERRED.sub(lambda match: _words_of(match, defined), text) if defined else text


def _label_of_wiki_link(match: re.Match[str]) -> str:
    """Return what a link between notes shows: its label, on either side of the bar, or the last part of its path.

    Obsidian has "[[target|label]]", Dendron "[[label|people.board.target]]".
    """
    if match["embeds"]:
        return ""
    parts = [each.strip() for each in match["inside"].split("|")]
    paths = [bool(_NOTE_PATH.match(each)) for each in parts]
    shown = parts[0] if len(parts) > 1 and paths[-1] and not paths[0] else parts[-1]
    return _NOTE_PATH.sub("", shown.partition("#")[0] or shown.lstrip("#"))


def _words_of(match: re.Match[str], defined: set[str]) -> str:
    name = " ".join((match["name"] or match["words"]).split()).lower()
    return match["words"] if name in defined else match[0]


def without_emphasis(text: str) -> str:
    """Return the text without marks of emphasis, but for those that head a line as a label or question does.

    In a text of questions and answers words in italics may be a stage direction, and keep their marks.
    """
    text = _STRONG.sub(_unwrapped, text)
    lines = sum(1 for line in text.split("\n") if line.strip())
    dialogue = len(_LABELLED.findall(text)) * 5 >= lines
    asked = sum(1 for match in _STRONG.finditer(text) if _asks(match))
    interview = asked >= _QUESTIONS
    text = _STRONG.sub(lambda match: match[0] if _heads_a_line(match, interview) else _inside(match), text)
    if not dialogue:
        text = _EMPHASIS.sub(lambda match: match[0] if _heads_a_line(match) else _inside(match), text)
    return text


def _unwrapped(match: re.Match[str]) -> str:
    """Return emphasis as it stands; what asks something by itself, over several lines, in one line."""
    before, behind, _ = _around(match)
    asks = "\n" in match[0] and not before.strip(" \t") and not behind and _inside(match).endswith("?")
    return " ".join(match[0].split()) if asks else match[0]


def _inside(match: re.Match[str]) -> str:
    return next(each for each in match.groupdict().items() if each[0] not in {"star", "bar"} and each[1] is not None)[1]


def _around(match: re.Match[str]) -> tuple[str, str, str]:
    """Return what stands before and behind a match on its line, and what below; ends of HTML's blocks end lines too."""
    text, start, end = match.string, match.start(), match.end()
    before = _LINE_END.split(text[max(0, start - _LONGEST_LINE) : start])[-1]
    behind, *below = _LINE_END.split(text[end : end + _LONGEST_LINE], maxsplit=1)
    return before, behind.strip(), below[0] if below else ""


def _heads_a_line(match: re.Match[str], interview: bool = False) -> bool:
    """Return whether emphasis is a line's label, question or heading, and no sentence's or word's.

    A title in italics that a paragraph begins with is none: "*The Lock*, a book by Ana Ruiz". Of an interview whose
    questions are bold lines, a bold line that asks nothing is the same voice.
    """
    before, behind, below = _around(match)
    words = _inside(match)
    if before.strip(" \t>#-+*") or "\n" in words:
        return False
    strong = match[0][:2] in {"**", "__"}
    if not behind:
        heading = strong or not below.split("\n", 1)[0].strip()
        short = heading and len(words) <= _SHORT_LINE
        return words.endswith("?") or interview and strong or short and not words.endswith(_SENTENCE_ENDS)
    return len(words) <= _SHORT_LINE and _is_label(words, behind, strong)


def _asks(match: re.Match[str]) -> bool:
    """Return whether emphasis is a line by itself that asks something."""
    before, behind, _ = _around(match)
    return not before.strip(" \t") and not behind and "\n" not in match[0] and _inside(match).endswith("?")


def _is_label(words: str, behind: str, strong: bool) -> bool:
    """Return whether emphasis names who speaks or asks by what stands behind it on its line."""
    labelled = words.endswith((":", "?")) or behind[0] in (":—–-|" if strong else ":|")
    described = strong and behind[0] == "," and len(behind) <= _SHORT_LINE // 2 and behind[-1] not in ".!?"
    return labelled or described
