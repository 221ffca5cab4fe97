"""What the marks of a page say: when it was published, its posts with their times, and who is quoted."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Any

from index.dates.days import written
from index.readers.web.blocks import Block, unseen
from index.text.expressions import expression

_PUBLISHED = (
    *("article:published_time", "og:article:published_time", "datepublished", "og:published_time", "publish-date"),
    *(
        "publishdate",
        "pubdate",
        "publication_date",
        "publicationdate",
        "dc.date.issued",
        "dcterms.issued",
        "sailthru.date",
    ),
    *(
        "article.published",
        "parsely-pub-date",
        "citation_publication_date",
        "citation_date",
        "date",
        "dc.date",
        "dcterms.date",
    ),
    *("dcterms.created", "dc.date.created", "article:created", "release_date", "originalpublicationdate"),
)
_ISO = expression(r"\s*((?:1[5-9]|20)\d\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?!\d)")
_TIME_CLASS = expression(r"(?:^|[-_ ])(?:time|timestamp|date|datetime|posted|published)(?:$|[-_ ])", re.IGNORECASE)
_DASH = expression(r"(?<!\s)\s*+(?:[—–―~]|--?(?=\s))\s*")
_NAME = expression(r"[^\W\d_][^\d:;!?|/\n\"“”@]{1,80}")
_ATTRIBUTION = expression(
    r"(?:^|[-_ ])(?:attribution|author|byline|cite|citation|source|speaker|name)(?:$|[-_ ])", re.IGNORECASE
)
_LEAST_POST_WORDS = 8
_POSTS_SHARE = 0.4


def published(root: Any) -> tuple[str, str] | None:
    """Return the day that the page says it was published, never the one of its last change, and where it says so."""
    named = _metadata(root)
    stated = [*(named[name] for name in _PUBLISHED[:3] if name in named), *_linked_data(root)]
    stated += [named[name] for name in _PUBLISHED[3:] if name in named]
    stated += [
        each.get("datetime") or each.get("content") or str(each.text_content())
        for each in root.xpath("//*[@itemprop='datePublished' or @pubdate]")
    ]
    day = next((day for value in stated if (day := _day(value, None))), None)
    return (day, "the page's metadata") if day else None


def _metadata(root: Any) -> dict[str, str]:
    """Return what the page's `meta` elements say, by their names in small letters, the first of each name."""
    named: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        if name and meta.get("content"):
            named.setdefault(name, meta.get("content"))
    return named


def _linked_data(root: Any) -> Iterator[str]:
    """Yield the days of publication of the articles that the page describes to search engines."""
    for script in root.xpath("//script[@type='application/ld+json']"):
        try:
            waiting: list[Any] = [json.loads(script.text or "")]
        except (ValueError, RecursionError):
            continue
        while waiting:
            each = waiting.pop(0)
            if isinstance(each, list):
                waiting += each
            elif isinstance(each, dict):
                waiting += [each["@graph"]] if "@graph" in each else []
                if isinstance(each.get("datePublished"), str) and "Comment" not in str(each.get("@type")):
                    yield each["datePublished"]


def _day(value: str, year: int | None) -> str | None:
    if match := _ISO.match(value):
        return "-".join(match.groups())
    return next((on.isoformat() for each in written(value[:200]) if (on := each.on(year))), None)


def posts(root: Any, day: str) -> list[tuple[Any, str]]:
    """Return the posts of a live page in order, each with its day; none of a page that is one text.

    A post is the largest element around one time; the posts are alike, and hold a good part of the page's words.
    """
    body = root.find("body")
    if body is None:
        return []
    timed = _timed(body, int(day[:4]) if day[:4].isdigit() else None)
    count = Counter(each for element in timed for each in (element, *element.iterancestors()))
    groups: dict[tuple[Any, str, str], dict[Any, str]] = defaultdict(dict)
    for element, on in timed.items():
        top = _largest_around(element, body, count)
        if len(_words(top)) >= _LEAST_POST_WORDS:
            groups[(top.getparent(), top.tag, (top.get("class") or "").split(" ")[0])][top] = on
    best = max(groups.values(), key=_words_of, default={})
    several_days = len(best) > 1 and len(set(best.values())) > 1
    return list(best.items()) if several_days and _words_of(best) >= _POSTS_SHARE * len(_words(body)) else []


def _timed(body: Any, year: int | None) -> dict[Any, str]:
    """Return the elements of a page that show a time, with its day."""
    return {element: on for element in body.iter() if isinstance(element.tag, str) and (on := _time(element, year))}


def _largest_around(element: Any, body: Any, times: Mapping[Any, int]) -> Any:
    """Return the largest element around a time that holds no other time."""
    while element.getparent() is not None and element.getparent() is not body and times[element.getparent()] == 1:
        element = element.getparent()
    return element


def _words_of(elements: Iterable[Any]) -> int:
    return sum(len(_words(each)) for each in elements)


def _time(element: Any, year: int | None) -> str | None:
    """Return the day that a time on the page shows."""
    if unseen(element):
        return None
    if element.tag == "time":
        return _day(element.get("datetime") or str(element.text_content()), year)
    if len(element) or not _TIME_CLASS.search(f"{element.get('class') or ''}"):
        return None
    text = str(element.text or "")
    return _day(text, year) if len(text) <= 60 else None


def _words(element: Any) -> list[str]:
    return str(element.text_content()).split()


def cited(found: Sequence[Block]) -> dict[int, tuple[str, str | None]]:
    """Return, by the identity of each block of a quotation that names its speaker, who that is and the day it tells."""
    quoted: dict[Any, list[Block]] = defaultdict(list)
    for block in found:
        if block.cited is not None:
            quoted[block.cited].append(block)
    named: dict[int, tuple[str, str | None]] = {}
    for quotation, own in quoted.items():
        below = _caption(quotation)
        naming = [each for each in own if _names_speaker(each, quotation)]
        words = [each for each in own if each not in naming]
        text = naming[-1].text if naming else below
        if words and (speaker := _speaker(text or "")):
            named |= {id(each): (speaker, _day(text or "", None)) for each in words}
    return named


def _names_speaker(block: Block, quotation: Any) -> bool:
    """Return whether a block of a quotation is the line that names who said it."""
    within = takewhile(lambda each: each is not quotation, (block.element, *block.element.iterancestors()))
    if any(_is_attribution(each) or _is_only_cite(each) for each in within):
        return True
    if block.element is quotation and _ends_with_name(block.text, quotation):
        return True
    return bool(_DASH.match(block.text)) and len(block.text.split()) <= 12


def _is_attribution(element: Any) -> bool:
    return element.tag in {"cite", "footer", "figcaption"} or bool(_ATTRIBUTION.search(element.get("class") or ""))


def _is_only_cite(element: Any) -> bool:
    """Return whether an element has a cite and nothing else but a dash before it."""
    only = [each for each in element if isinstance(each.tag, str)]
    return len(only) == 1 and only[0].tag == "cite" and not (element.text or "").strip(" —–-\n")


def _ends_with_name(text: str, quotation: Any) -> bool:
    """Return whether a quotation's own line is what one of its elements says that may name a speaker."""
    return any(
        " ".join(_words(each)) == _DASH.sub("", text, count=1)
        for each in quotation.iterchildren("cite", "span", "em")
        if each.tag == "cite" or _ATTRIBUTION.search(each.get("class") or "")
    )


def _caption(quotation: Any) -> str | None:
    """Return what stands right below a quotation to say whose it is: a caption of its figure, or a cite."""
    figure = next((each for each in quotation.iterancestors() if each.tag == "figure"), None)
    if figure is not None and (caption := figure.find(".//figcaption")) is not None:
        return str(caption.text_content())
    following = quotation.getnext()
    if following is not None and following.tag in {"cite", "footer", "figcaption"}:
        return str(following.text_content())
    if following is not None and following.tag == "p" and _is_only_cite(following):
        return str(following.text_content())
    return None


def _speaker(line: str) -> str | None:
    """Return the name at the beginning of a line that says whose words stand above it."""
    bare = " ".join(_DASH.sub("", line, count=1).split())
    name = re.split(r",| \(|\s[–—|]\s|;|\s@", bare, maxsplit=1)[0].strip(" .")
    words = name.split()
    if not _NAME.fullmatch(name) or len(words) > 8 or not words[-1][:1].isupper():
        return None
    # "The Long Way Down" is a book as likely as a person.
    return None if words[0] in {"The", "A", "An"} else name
