"""HTML among other words (in Markdown, a saved body, a field of a table): the words that a reader of the page sees.

A whole page is read as a tree (`index.readers.web.html`); here words stand around that are no HTML, and stay.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from index.readers.web.blocks import BLOCKS, UNSEEN, raised
from index.text.expressions import expression

Omitted = tuple[tuple[str, int], ...]
_INLINE = frozenset(
    """a abbr acronym b bdi bdo big br cite code data dfn em font i img ins kbd label mark nobr param picture q ruby
    samp small source span strong sub sup time track tt u var wbr""".split()
)
_TAGS = BLOCKS | UNSEEN | _INLINE
_EMPTY = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_LINES = frozenset({"br", "tr", "li"})
_PARTS = frozenset("tbody thead tfoot tr li".split())
"""Elements whose end ends nothing: the next one or the end of the whole does."""
_COUNTED = {
    "style": "style sheet",
    "script": "script",
    **dict.fromkeys(("del", "s", "strike"), "struck-out passage"),
    **dict.fromkeys("iframe object embed canvas audio video svg map math".split(), "embedded part"),
}
_TAG = expression(
    r"<(?P<end>/)?(?P<name>[A-Za-z][A-Za-z0-9]{0,20}(?:[:-][A-Za-z0-9-]{1,30})?)(?=[\s/>])"
    r"(?P<inside>(?:[^<>\"']++|\"[^\"]{0,2000}+\"|'[^']{0,2000}+'){0,40}+)>"
)
_ENTITY = expression(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_DECLARATION = expression(r"<![A-Za-z\[][^<>]{0,400}>")
_BRACKETED = (("<!--", "-->", "comment"), ("<?", "?>", "template part"), ("<%", "%>", "template part"))
_HIDDEN = expression(r"\shidden(?=[\s/=]|$)|style\s?=[^>]{0,200}?display\s?:\s?none", re.IGNORECASE)
_BOLD_LINE = expression(
    r"(?P<words>(?:[^<>\n]|</?(?:a|i|em|span|u)\b[^<>\n]{0,600}>){1,900})</(?:b|strong)\s?>"
    r"(?=[ \t]*(?:\n|\Z|</?(?:p|div|br|h\d)\b)|:)",
    re.IGNORECASE,
)
"""The words of a bold line up to its end; a link in them is no end of them."""
_SUPERSCRIPT = expression(r"(?P<words>.{1,200}?)</sup\s?>", re.IGNORECASE | re.DOTALL)
_SPECIAL = expression(r"[<&]")
_MARKS = frozenset("*_`[]()<>~#{}|\\!")
PARAGRAPH, LINE = "\x02", "\x03"
_BREAKS = expression(rf"(?<![ \t\n])[ \t\n]*+[{PARAGRAPH}{LINE}][ \t\n{PARAGRAPH}{LINE}]*+")
_EMPTY_LINES = expression(r"(?<!\n)\n(?:[ \t]*+\n){2,}")
_OPEN, _CLOSE = "\ufffe", "\uffff"
_LITERAL = expression(f"{_OPEN}(\\d{{1,9}}){_CLOSE}")
_ONLY_A_MARK = expression(r"[ \t>*+-]{0,20}(?:\d{1,3}[.)])?[ \t]*")
_ABOUT_MARKUP = expression(
    r"\b(?:X?HTML5?|markup)\b|>[\"'”’`)]{0,2} (?:tags?|elements?)\b|\b(?:tags?|elements?)[ :,]{1,2}[\"'“‘`(]{0,2}<"
)
_BLOCK = expression(r"</?(?:p|br|div|li|tr|h[1-6])[\s/>]", re.IGNORECASE)
_LINE_ENDS = expression(r"(?<![ \t\n])[ \t]*+\n[ \t\n]*+")
_PAGE = expression(
    r"\s{0,99}(?:<(?:!doctype\s{1,9}html|html)\b|<(?P<whole>p|div)(?:\s[^<>]{0,300})?>.{0,2000}</(?P=whole)>\s{0,99}\Z)",
    re.IGNORECASE | re.DOTALL,
)
"""How a page begins, or a whole text in one element or several: an entry of a feed may have but one sentence."""
_FEWEST_SIGNS, _CHARACTERS_A_SIGN = 3, 700


@dataclass
class Scanner:
    """Reads a text from its beginning to its end; whoever knows a language beside HTML reads more signs (`signs`)."""

    source: str
    headed: bool = False
    """Whether a heading keeps its level as Markdown writes it."""
    counts: Counter[str] = field(default_factory=Counter)
    at: int = 0
    _pieces: list[str] = field(default_factory=list)
    _literals: list[str] = field(default_factory=list)
    _line: str = ""
    _without: set[str] = field(default_factory=set)
    _cell: bool = False
    signs: re.Pattern[str] = _SPECIAL

    def run(self) -> str:
        """Return the words, with marks for what is literal and for the ends of blocks; `finished` takes them."""
        while sign := self.signs.search(self.source, self.at):
            self.write(self.source[self.at : sign.start()])
            self.at = sign.start()
            if not self.take(sign):
                self.write(sign[0])
                self.at = sign.end()
        self.write(self.source[self.at :])
        return "".join(self._pieces)

    def take(self, sign: re.Match[str]) -> bool:
        """Read what begins at the sign; return whether it was anything but the sign itself."""
        return self._entity() if sign[0] == "&" else self._bracketed() or self._tag()

    def write(self, words: str) -> None:
        """Add words to the line."""
        if words:
            self._pieces.append(words)
            self._line = (self._line + words).rpartition("\n")[2][-200:]

    def literal(self, words: str) -> None:
        """Add words that no language reads any further."""
        self.write(f"{_OPEN}{len(self._literals)}{_CLOSE}")
        self._literals.append(words)

    def character(self, words: str) -> None:
        """Add a character that stood under another name: no sign of a language, whatever it is."""
        (self.literal if words in _MARKS else self.write)(words)

    def finished(self, text: str) -> str:
        """Return the text with its breaks, and with what is literal in its place."""
        text = _BREAKS.sub(lambda match: "\n\n" if _ends_paragraph(match[0]) else "\n", text)
        text = _EMPTY_LINES.sub("\n\n", text)
        return _LITERAL.sub(lambda match: self._literals[int(match[1])], text)

    def _entity(self) -> bool:
        match = _ENTITY.match(self.source, self.at)
        words = html.unescape(match[0]) if match else ""
        if match is None or words == match[0]:
            return False
        self.character(" " if words == "\xa0" else words)
        self.at = match.end()
        return True

    def _bracketed(self) -> bool:
        for begins, ends, what in _BRACKETED:
            if self.source.startswith(begins, self.at) and (end := self._find(ends, self.at + len(begins))) >= 0:
                self.counts[what] += 1
                self.at = end
                return True
        if match := _DECLARATION.match(self.source, self.at):
            self.at = match.end()
        return match is not None

    def _find(self, sought: str, start: int) -> int:
        """Return where the first such sign behind a place ends, -1 without any: then it is not looked for again."""
        if sought in self._without:
            return -1
        match = re.compile(re.escape(sought), re.IGNORECASE).search(self.source, start)
        if match is None:
            self._without.add(sought)
            return -1
        return match.end()

    def _tag(self) -> bool:
        match = _TAG.match(self.source, self.at)
        name = match["name"].lower() if match else ""
        if match is None or not (name in _TAGS or set(name) & set(":-")):
            return False
        self.counts["HTML tag"] += 1
        self.at = match.end()
        if match["end"]:
            self._ended(name)
        elif name in UNSEEN or _HIDDEN.search(match["inside"]):
            self._skip(name, match)
        else:
            self._opened(name)
        return True

    def _ended(self, name: str) -> None:
        if name in {"td", "th"}:
            self._cell = True
        elif name == "q":
            self.write("”")
        elif name in BLOCKS and name not in _PARTS:
            self._break(name)

    def _opened(self, name: str) -> None:
        if name == "img":
            self.counts["picture"] += 1
        elif name == "q":
            self.write("“")
        elif name == "sup":
            self._raised()
        elif name in {"b", "strong"} and self.headed and not self._line.strip():
            self._bold()
        elif name in {"td", "th"}:
            self.write(" | " if self._cell else "")
        elif name in _LINES or name in BLOCKS and name not in _PARTS:
            self._break(name)
            self.write("- " if name == "li" else "")
            if self.headed and re.fullmatch("h[1-6]", name):
                self.write("#" * int(name[1]) + " ")

    def _break(self, name: str) -> None:
        """End a line or a paragraph; what stands behind a list's or quotation's mark alone does not end there."""
        self._cell = False
        if not (self._line.strip() and _ONLY_A_MARK.fullmatch(self._line)):
            self._pieces.append(LINE if name in _LINES else PARAGRAPH)
            self._line = ""

    def _bold(self) -> None:
        """Keep a bold line as Markdown has it: it may be a label or a question."""
        match = _BOLD_LINE.match(self.source, self.at)
        if match and (words := html.unescape(_TAG.sub("", match["words"])).strip()):
            self.write(f"**{' '.join(words.split())}**")
            self.at = match.end()

    def _raised(self) -> None:
        if match := _SUPERSCRIPT.match(self.source, self.at):
            inner = html.unescape(_TAG.sub("", match["words"]))
            words = raised(inner, self._line[-12:], inner != match["words"] and "<a" in match["words"].lower())
            self.counts["note mark"] += words is None
            self.write(words or "")
            self.at = match.end()

    def _skip(self, name: str, opened: re.Match[str]) -> None:
        """Leave out an element that nobody sees, to its end; of one that has none, the tag alone."""
        what = _COUNTED.get(name)
        if name not in _EMPTY and not opened["inside"].endswith("/"):
            end = self._end_of(name)
            what = what or ("hidden part" if end > self.at else None)
            self.at = max(end, self.at)
        if what:
            self.counts[what] += 1

    def _end_of(self, name: str) -> int:
        """Return where an element ends that begins before this place, those of its name within it passed over."""
        depth, end = 1, self.at
        while depth:
            start, end = end, self._find(f"</{name}>", end)
            if end < 0:
                return -1
            nested = re.compile(rf"<{re.escape(name)}(?=[\s>])", re.IGNORECASE)
            depth += (len(nested.findall(self.source, start, end)) if name in {"div", "span", "p"} else 0) - 1
        return end


def _ends_paragraph(breaks: str) -> bool:
    return PARAGRAPH in breaks or breaks.count(LINE) > 1 or breaks.count("\n") > 1


def body(text: str) -> tuple[str, Omitted]:
    """Return the words of a text, those of its page where it is the source of one, and what is not among them."""
    if not is_html(text):
        return text, ()
    source = without_controls(text)
    if _BLOCK.search(source):
        # Line ends of the file are spaces.
        source = _LINE_ENDS.sub(" ", source)
    scanner = Scanner(source)
    words = scanner.finished(scanner.run()).strip()
    return words, tuple((what, count) for what, count in scanner.counts.items() if count)


_TEMPLATE = expression(r"<\?(?!xml)|<%|\{%|\{\{")
_CLOSES = {"<?": "?>", "<%": "%>", "{%": "%}", "{{": "}}"}
_CODE = expression(r"<(?:pre|code)[\s>]", re.IGNORECASE)
_LONGEST_TAG = 600


def without_templates(source: str) -> tuple[str, int]:
    """Return a page's source without what instructs the program that makes it (PHP, "{% … %}"), and how often it stood.

    A page that shows code may show such instructions as well, and keeps those in braces.
    """
    code = _CODE.search(source) is not None
    pieces: list[str] = []
    at = count = 0
    missing: set[str] = set()
    for match in _TEMPLATE.finditer(source):
        begins = match[0]
        if match.start() < at or begins in missing or code and begins[0] == "{":
            continue
        limit = match.end() + _LONGEST_TAG if begins[0] == "{" else len(source)
        end = source.find(_CLOSES[begins], match.end(), limit)
        if end < 0:
            missing |= {begins} if begins[0] == "<" else set()
            continue
        pieces.append(source[at : match.start()])
        at, count = end + 2, count + 1
    return "".join([*pieces, source[at:]]), count


def without_controls(source: str) -> str:
    """Return a text without the characters that a scanner uses as marks of its own; no language has them."""
    return re.sub(f"[{PARAGRAPH}{LINE}{_OPEN}{_CLOSE}]", "", source)


def is_tag_of_html(name: str) -> bool:
    """Return whether an element's name is one of HTML's."""
    return name.lower() in _TAGS or name.lower() in _COUNTED


def is_html(text: str) -> bool:
    """Return whether a text is the source of a page, with tags or entities all over its words, and no text about HTML.

    A text about HTML speaks of it, and does not begin and end with a tag.
    """
    if _PAGE.match(text):
        return True
    if "<" not in text and "&" not in text:
        return False
    tags = [match for match in _TAG.finditer(text) if match["name"].lower() in _TAGS]
    entities = [match for match in _ENTITY.finditer(text) if html.unescape(match[0]) != match[0]]
    signs = len(tags) + len(entities)
    if signs < _FEWEST_SIGNS or signs * _CHARACTERS_A_SIGN < len(text):
        return False
    if tags and not _closed(tags):
        return False
    bare = text.strip()
    wrapped = bool(tags) and bare.startswith(tags[0][0]) and bare.endswith(tags[-1][0])
    return wrapped or not _ABOUT_MARKUP.search(text)


def _closed(tags: Sequence[re.Match[str]]) -> bool:
    """Return whether most tags are such as stand alone, or have their end: a mention of one in a text has none."""
    ended = Counter(match["name"].lower() for match in tags if match["end"])
    opened = Counter(match["name"].lower() for match in tags if not match["end"])
    alone = sum(count for name, count in opened.items() if name in _EMPTY or name in {"p", "li", "td", "tr"})
    paired = sum((opened & ended).values())
    return (2 * paired + alone) * 3 >= 2 * len(tags)
