"""OpenDocument's styles, as far as they say whether text is seen, and which header stands above the first page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

_DEEPEST = 12
_RAISED_FROM = 15
"""Per cent of the line's height; text that is raised by less is set, not a mark."""


class Styles:
    """The styles and the pages of a document by their names."""

    def __init__(self, roots: Sequence[Any]) -> None:
        self._styles: dict[tuple[str, str], Any] = {}
        self._pages: dict[str, Any] = {}
        for root in roots:
            for each in root.iter() if root is not None else ():
                local = str(each.tag).rpartition("}")[2]
                if local == "style":
                    self._styles.setdefault((_value(each, "family") or "", _value(each, "name") or ""), each)
                elif local == "master-page":
                    self._pages.setdefault(_value(each, "name") or "", each)

    def is_hidden(self, family: str, style: str | None) -> bool:
        """Return whether text in a style is hidden; a family is that of paragraphs or of text inside them."""
        return self._text_value(family, style, "display") in ("none", "true")

    def is_raised(self, style: str | None) -> bool:
        """Return whether text in a style is raised above its line."""
        position = (self._text_value("text", style, "text-position") or "").split(" ")[0]
        if position.endswith("%"):
            return position[:-1].isdecimal() and int(position[:-1]) >= _RAISED_FROM
        return position == "super"

    def page_of(self, paragraph: Any) -> Any:
        """Return the page that a first paragraph stands on."""
        style = (
            self._styles.get(("paragraph", _value(paragraph, "style-name") or "")) if paragraph is not None else None
        )
        named = (_value(style, "master-page-name") if style is not None else None) or "Standard"
        return self._pages.get(named, next(iter(self._pages.values()), None))

    def page_parts(self, page: Any) -> Iterator[Any]:
        """Yield the headers and footers of a page that are shown."""
        for each in page if page is not None else ():
            local = str(each.tag).rpartition("}")[2]
            if local in ("header", "header-first", "footer", "footer-first") and _value(each, "display") != "false":
                yield each

    def _text_value(self, family: str, style: str | None, wanted: str) -> str | None:
        for _ in range(_DEEPEST):
            found = self._styles.get((family, style or ""))
            if found is None:
                return None
            for properties in found:
                if str(properties.tag).endswith("}text-properties") and (value := _value(properties, wanted)):
                    return value
            style = _value(found, "parent-style-name")
        return None


def _value(element: Any, local: str) -> str | None:
    return next((str(value) for key, value in element.attrib.items() if key.rpartition("}")[2] == local), None)
