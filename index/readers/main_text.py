"""Which blocks of a page are its main text, after what an extractor of main texts kept of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from index.readers.blocks import Block

_OUTSIDE = frozenset("nav footer aside menu dialog form".split())
_BESIDE = re.compile(
    r"(?:^|[-_ ])(?:share|sharing|social|related|newsletter|promo|advert\w*|ads?|sidebar|breadcrumbs?|cookies?|"
    r"subscribe|subscription|footer|navbar|nav|navigation|menu|toolbar|recirc\w*|recommend\w*|popular|trending|outbrain|taboola|"
    r"comments?|disqus|pagination|pager|skip|paywall|signup|sponsor\w*|more-?(?:stories|news|from)|read-?more|see-?also|"
    r"tags|taglist|login|search)(?:$|[-_ ])",
    re.IGNORECASE,
)
_TITLED = frozenset("h1 h2 h3 h4 h5 h6 li tr blockquote figcaption caption dt dd cite footer pre th td".split())
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff]{4}")
_MAY_BE_LINKED = frozenset("h1 h2 h3 h4 h5 h6 th td tr dt figcaption caption blockquote".split())
_SURE_WORDS = 5
_LINKED_SHARE = 0.6
_LEAVES = frozenset(
    "p h1 h2 h3 h4 h5 h6 li ul ol blockquote span b i em strong a figure figcaption tr td tbody table".split()
)
_HEAD_SHARE = 1.4
_REGION_SHARE = 0.95


def main_blocks(found: Sequence[Block], kept: str) -> list[Block]:
    """Return the blocks of the main text, in order; all that are not beside it where nothing was kept.

    A block is kept with the words that the extractor kept, or where it stands among such and is no menu.
    """
    known = _letters(kept)
    sure = [_is_kept(block, known) for block in found]
    if not any(sure):
        return [block for block in found if not _beside(block, None)]
    region = _region([block for block, own in zip(found, sure, strict=True) if own])
    places = [at for at, block in enumerate(found) if sure[at] and _within(block.element, region)]
    first, last = places[0], places[-1]
    return [
        block
        for at, block in enumerate(found)
        if sure[at] and first <= at <= last or _belongs(block, region, first <= at <= last)
    ]


def _is_long(block: Block) -> bool:
    """Return whether a block is more than a crumb; Chinese and Japanese part no words."""
    return len(block.text.split()) >= _SURE_WORDS or (len(block.text) >= 12 and bool(_UNSPACED.search(block.text)))


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.lower())


def _is_kept(block: Block, known: str) -> bool:
    letters = _letters(re.sub(r"^(?:- |\d+\. )", "", block.text))
    return _is_long(block) and len(letters) >= 20 and letters[:80] in known


def _region(kept: Sequence[Block]) -> Any:
    """Return the innermost element that holds nearly all of what is kept."""
    held: Counter[Any] = Counter()
    for block in kept:
        count = len(block.text)
        for element in (block.element, *block.element.iterancestors()):
            held[element] += count
    whole = max(held.values())
    element = kept[0].element.getroottree().getroot()
    while inner := [child for child in element if held[child] >= _REGION_SHARE * whole]:
        element = inner[0]
    articles = [each for each in (element, *element.iterancestors()) if _is_article(each)]
    if articles:
        # The headline and the summary stand in the article, around its body.
        most = _HEAD_SHARE * len(str(articles[0].text_content()))
        return [each for each in articles if len(str(each.text_content())) <= most][-1]
    while element.tag in _LEAVES and element.getparent() is not None:
        element = element.getparent()
    return element


def _is_article(element: Any) -> bool:
    return element.tag in {"article", "main"} or "articlebody" in str(element.get("itemprop") or "").lower()


def _within(element: Any, region: Any) -> bool:
    return element is region or any(each is region for each in element.iterancestors())


def _belongs(block: Block, region: Any, between: bool) -> bool:
    """Return whether a block that was not kept is main text: within its region, no menu, and no bare crumb."""
    if not _within(block.element, region) or _beside(block, region):
        return False
    if block.linked > _LINKED_SHARE * len(block.text) and not (between and block.element.tag in _MAY_BE_LINKED):
        return False
    if between or _is_long(block):
        return True
    paragraph = block.element.tag == "p"
    if _is_article(region):
        return paragraph or block.element.tag in _TITLED or block.cited is not None
    return paragraph and block.text[-1:] in '.!?…”"»'


def _beside(block: Block, region: Any) -> bool:
    """Return whether a block stands in what is beside the main text, within the region."""
    for element in (block.element, *block.element.iterancestors()):
        if element is region or element.tag in {"body", "html"}:
            return False
        if element.tag in _OUTSIDE and not _of_quotation(element):
            return True
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        if _BESIDE.search(names) and element.tag not in {"p", "article", "main"}:
            return True
        if element.get("role") in {"navigation", "complementary", "contentinfo", "search", "banner"}:
            return True
    return False


def _of_quotation(element: Any) -> bool:
    return any(each.tag in {"blockquote", "figure"} for each in element.iterancestors())
