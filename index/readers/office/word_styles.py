"""Word's styles, as far as they say whether text is seen: hidden, or raised as the mark of a note is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from index.readers.office.package import attribute, child, kind

_DEEPEST = 12
"""Styles that stand on one another; Word allows some ten."""


@dataclass(frozen=True)
class Look:
    """How a run is shown."""

    hidden: bool = False
    raised: bool = False
    font: str = ""


def is_on(value: str | None) -> bool:
    """Return whether the value of a switch means that it is on; a switch that is not there is off."""
    return value is not None and value not in ("0", "false", "off")


def is_set(switch: Any) -> bool:
    """Return whether a switch stands there and is not turned off."""
    return switch is not None and is_on(attribute(switch, "val") or "1")


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: Any) -> None:
        found = root if root is not None else ()
        self._styles = {attribute(each, "styleId"): each for each in found if kind(each) == "w:style"}

    def paragraph(self, properties: Any) -> Look:
        """Return how a paragraph's runs are shown that say nothing themselves."""
        return self._styled(_value(properties, "w:pStyle"), Look())

    def run(self, properties: Any, look: Look) -> Look:
        """Return how a run is shown in a paragraph whose runs are shown so."""
        if properties is None:
            return look
        return _changed(properties, self._styled(_value(properties, "w:rStyle"), look))

    def _styled(self, name: str | None, look: Look) -> Look:
        chain: list[Any] = []
        while name in self._styles and name is not None and len(chain) < _DEEPEST:
            chain.append(self._styles[name])
            name = _value(chain[-1], "w:basedOn")
        for style in reversed(chain):
            look = _changed(child(style, "w:rPr"), look)
        return look


def _value(element: Any, name: str) -> str | None:
    found = child(element, name) if element is not None else None
    return attribute(found, "val") if found is not None else None


def _changed(properties: Any, look: Look) -> Look:
    """Return the look with what run properties say of it."""
    if properties is None:
        return look
    hidden, raised = look.hidden, look.raised
    vanish, align = child(properties, "w:vanish"), child(properties, "w:vertAlign")
    if vanish is not None:
        hidden = is_set(vanish)
    if align is not None:
        raised = attribute(align, "val") == "superscript"
    fonts = child(properties, "w:rFonts")
    font = (attribute(fonts, "ascii") or attribute(fonts, "hAnsi") or "") if fonts is not None else ""
    return Look(hidden, raised, font or look.font)
