"""reStructuredText -> docutils' tree, with nothing of the disk or the network and no part lost to an unknown name.

Sphinx and others know directives and roles that docutils does not. What they hold is read as a part of the text; what
stands in the file for programs alone (a list of files, a language of code) is left out.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import Any

from docutils import frontend, nodes, utils
from docutils.parsers.rst import Directive, Parser, directives, roles
from docutils.statemachine import StringList

from errors import DocumentError

_STANDARD = frozenset(
    """figure image table csv-table list-table replace unicode role default-role title meta line-block
    parsed-literal""".split()
)
_QUOTES = frozenset("epigraph pull-quote highlights".split())
_TITLED = frozenset("admonition topic sidebar rubric centered dropdown card tab tab-item".split())
_WITHOUT = frozenset(
    """include literalinclude raw contents sectnum section-numbering target-notes date toctree index highlight
    tabularcolumns module py:module currentmodule py:currentmodule default-domain bibliography""".split()
)
_LITERAL = frozenset(
    """code code-block sourcecode prompt ipython doctest testcode testoutput testsetup productionlist math graphviz
    digraph graph mermaid uml plantuml""".split()
)
_NAMED = frozenset("class cssclass rst-class container only ifconfig grid grid-item tab-set youtube vimeo".split())
"""Directives whose argument is for a program, and what they hold for a reader."""


def tree(text: str) -> nodes.document:
    """Return the tree of a text.

    Raises:
        DocumentError: its parts stand deeper within each other than any reader would follow.
    """
    settings = frontend.get_default_settings(Parser)
    settings.file_insertion_enabled = settings.raw_enabled = settings.smart_quotes = False
    # Messages stay in the tree, where the words that one complains of are found.
    settings.report_level = settings.halt_level = 5
    settings.warning_stream = False
    settings.syntax_highlight = "none"
    settings.line_length_limit = len(text) + 1
    document = utils.new_document("", settings)
    try:
        with _any_names():
            Parser().parse(text, document)
    except RecursionError:
        raise DocumentError("has parts too deep within each other; save it as .txt.") from None
    return document


@contextlib.contextmanager
def _any_names() -> Iterator[None]:
    """Let docutils know every directive and role; what a text names by itself is forgotten after it."""
    before, known, named = directives.directive, roles.role, dict(roles._roles)

    def directive(name: str, language: Any, document: nodes.document) -> Any:
        if name.lower() in _STANDARD:
            return before(name, language, document)
        return _directive(name.lower()), []

    def role(name: str, language: Any, line: int, reporter: Any) -> Any:
        if name.lower() == "raw":
            return _unseen_role, []
        function, _ = known(name, language, line, reporter)
        return function or _shown_role, []

    directives.directive, roles.role = directive, role
    try:
        yield
    finally:
        directives.directive, roles.role = before, known
        roles._roles.clear()
        roles._roles.update(named)


class _Options(dict[str, Callable[[Any], Any]]):
    """Knows every option of a directive."""

    def __bool__(self) -> bool:
        return True

    def __missing__(self, name: str) -> Callable[[Any], Any]:
        return lambda value: value


class _Kept(Directive):  # type: ignore[misc]
    """A directive that is a part of the text with all that it holds."""

    has_content = True
    final_argument_whitespace = True
    option_spec = _Options()

    def run(self) -> list[nodes.Node]:
        return self._within(nodes.container())

    def _within(self, node: nodes.Element, content: StringList | None = None) -> list[nodes.Node]:
        held = self.content if content is None else content
        self.state.nested_parse(held, self.content_offset, node, match_titles=True)
        return [node]


class _Quote(_Kept):
    def run(self) -> list[nodes.Node]:
        found: list[nodes.Node] = self.state.block_quote(self.content, self.content_offset)
        return found


class _Titled(_Kept):
    optional_arguments = 1

    def run(self) -> list[nodes.Node]:
        words = self.state.inline_text(self.arguments[0], self.lineno)[0] if self.arguments else []
        return [*([nodes.rubric("", "", *words)] if words else []), *self._within(nodes.container())]


class _Named(_Kept):
    optional_arguments = 1

    def run(self) -> list[nodes.Node]:
        # What stands below the argument without an empty line is no part of it.
        below = self.arguments[0].split("\n")[1:] if self.arguments else []
        content = StringList([*below, *([""] if below else []), *self.content], source="")
        return self._within(nodes.container(), content)


class _Literal(_Named):
    def run(self) -> list[nodes.Node]:
        # Formulas stand behind the name of their directive, where a language of code would.
        lines = self.arguments[0].split("\n") if self.arguments else []
        text = "\n".join([*(lines if self.name == "math" else lines[1:]), *self.content])
        return [nodes.literal_block(text, text)]


class _Without(_Named):
    def run(self) -> list[nodes.Node]:
        return []


def _directive(name: str) -> type[_Kept]:
    if name in _WITHOUT or name.rpartition(":")[2].startswith("auto"):
        return _Without
    kinds = ((_QUOTES, _Quote), (_TITLED, _Titled), (_LITERAL, _Literal), (_NAMED, _Named))
    return next((kind for names, kind in kinds if name in names), _Kept)


def _shown_role(name: str, raw: str, text: str, *_: Any, **__: Any) -> tuple[list[nodes.Node], list[nodes.Node]]:
    """Return what a role shows: its words before the address in angle brackets; of a bare label its name."""
    words = utils.unescape(text)
    head, opens, rest = words.partition("<")
    titled = bool(opens and head.strip() and rest.endswith(">"))
    shown = nodes.inline(raw, head.strip() if titled else words.lstrip("!~"))
    if not titled:
        shown["label"] = words
    return [shown], []


def _unseen_role(*_: Any, **__: Any) -> tuple[list[nodes.Node], list[nodes.Node]]:
    return [], []


_unseen_role.options = {"format": lambda value: value}  # type: ignore[attr-defined]
