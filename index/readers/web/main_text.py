"""Which blocks of a page are its main text, after what an extractor of main texts kept of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from index.readers.web.blocks import Block
from index.text.expressions import expression

_OUTSIDE = frozenset("nav footer aside menu dialog form".split())
_BESIDE = expression(
    r"(?:^|[-_ ])(?:share|sharing|social|related|newsletter|promo|advert\w*|ads?|sidebar|breadcrumbs?|cookies?|"
    r"subscribe|subscription|footer|navbar|nav|navigation|menu|toolbar|recirc\w*|recommend\w*|popular|trending|outbrain|taboola|"
    r"comments?|disqus|pagination|pager|skip|paywall|signup|sponsor\w*|more-?(?:stories|news|from)|read-?more|see-?also|"
    r"tags|taglist|login|search)(?:$|[-_ ])",
    re.IGNORECASE,
)
_TITLED = frozenset("h1 h2 h3 h4 h5 h6 li tr blockquote figcaption caption dt dd cite footer pre th td".split())
_UNSPACED = expression("[\u3040-\u30ff\u3400-\u9fff]{4}")
_MAY_BE_LINKED = frozenset("h1 h2 h3 h4 h5 h6 th td tr dt figcaption caption blockquote".split())
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_SURE_WORDS = 5
_LINKED_SHARE = 0.6
_LEAVES = frozenset(
    "p h1 h2 h3 h4 h5 h6 li ul ol blockquote span b i em strong a figure figcaption tr td tbody table".split()
)
_ARTICLE_NAMES = frozenset("article article-body articlebody article-single story story-body post hentry".split())
_HEAD_SHARE = 1.4
_REGION_SHARE = 0.95
_LINKED_TEXT = expression(r"\(.{1,200}\)|(?:- |\d+\. )?https?://\S+")
_OWN_LABEL = expression(
    r"(?!(?:read|more|see|also|related|tags?|topics?|categor\w+|share|follow|filed|watch|listen|next|previous)\b)"
    r"[^\W\d_][\w ’'-]{2,40}: ",
    re.IGNORECASE,
)
"""What a paragraph names before its links: "Source files: a.js, b.js"; not "Read more: …"."""
_OTHER_STORIES = expression(
    r"\b(?:more|related|latest|read(?:ing)?|popular|trending|recommended|most|top|stories|news|articles|posts|share|tags"
    r"|categories|follow|comments?|newsletters?|search|menu|recent|archives?|next|previous|tools|services|featured)\b",
    re.IGNORECASE,
)
"""What heads a list of links that belong to no text."""
_LEADS_ON = expression(
    r"[\s<>«»‹›←→|&-]{0,6}(?:(?:prev(?:ious)?|next|older|newer)[ ](?:story|article|post|entry|page)\b"
    r"|printer[ -]friendly\b|(?:print|e-?mail|share)[ ]this\b)",
    re.IGNORECASE,
)
"""What a block of links to other pages begins with."""
_COPYRIGHT = expression(
    r"(?:©|\(c\)|copyright\b)[^\d\n]{0,40}\d{4}[^\n]{0,120}|[^\n]{0,60}\ball rights reserved\b[^\n]{0,60}",
    re.IGNORECASE,
)
_FEWEST_CARDS = 4
_LONGEST_CARD = 600


def main_blocks(found: Sequence[Block], kept: str) -> list[Block]:
    """Return the blocks of the main text, in order; all that are not beside it where nothing was kept.

    A block is kept with the words that the extractor kept, or where it stands among such and is no menu.
    """
    known = _letters(kept)
    sure = [_is_kept(block, known) for block in found]
    if not any(sure):
        return [block for block in found if not _beside(block, None)]
    region = _region([block for block, own in zip(found, sure, strict=True) if own])
    if (cards := _list_of_cards(region)) is not None:
        return [block for block in found if _belongs(block, cards, True)]
    places = [at for at, block in enumerate(found) if sure[at] and _within(block.element, region)]
    article = _article_around(region)
    return [
        block
        for at, block in enumerate(found)
        if _is_main(block, sure[at], _Place(at, places[0], places[-1]), region, article)
    ]


@dataclass(frozen=True)
class _Place:
    """Where a block stands among those of the region that are sure to be main text."""

    at: int
    first: int
    last: int

    @property
    def between(self) -> bool:
        return self.first <= self.at <= self.last


def _is_main(block: Block, sure: bool, place: _Place, region: Any, article: Any) -> bool:
    if _leads_on(block) or _COPYRIGHT.fullmatch(block.text):
        return False
    if sure and place.between or _belongs(block, region, place.between):
        return True
    return place.at < place.first and _leads_in(block, article)


def _leads_on(block: Block) -> bool:
    """Return whether a block leads to the story before or behind, or to another writing of this one."""
    return block.linked > 0 and _LEADS_ON.match(block.text) is not None


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
    characters: Counter[Any] = Counter()
    for block in kept:
        count = len(block.text)
        for element in (block.element, *block.element.iterancestors()):
            characters[element] += count
    whole = max(characters.values())
    element = kept[0].element.getroottree().getroot()
    while inner := [child for child in element if characters[child] >= _REGION_SHARE * whole]:
        element = inner[0]
    articles = [each for each in (element, *element.iterancestors()) if _is_article(each)]
    if articles:
        # The headline and the summary stand in the article, around its body.
        most = _HEAD_SHARE * len(str(articles[0].text_content()))
        return [each for each in articles if len(str(each.text_content())) <= most][-1]
    while element.tag in _LEAVES and element.getparent() is not None:
        element = element.getparent()
    return element


def _list_of_cards(article: Any) -> Any:
    """Return the element that lists a short article among others, as a front page does; none where none does.

    An article of its own has its headline in an h1; those beside it are others, which have nothing to do with it.
    """
    words = " ".join(str(article.text_content()).split())
    if article.tag != "article" or len(words) > _LONGEST_CARD or article.find(".//h1") is not None:
        return None
    if not any(_lists_articles(each) for each in (article.getparent(), article.getparent().getparent())):
        return None
    around = [*article.iterancestors("main"), *article.iterancestors("section")]
    return next((each for each in around if _lists_articles(each, direct=False)), None)


def _lists_articles(element: Any, direct: bool = True) -> bool:
    if element is None:
        return False
    if not direct:
        return len(list(element.iterdescendants("article"))) >= _FEWEST_CARDS
    cards = [each for each in element if each.tag == "article" or each.find(".//article") is not None]
    return len(cards) >= _FEWEST_CARDS - 1


def _article_around(region: Any) -> Any:
    """Return the outermost element about the region that is or calls itself an article; none if there is none."""
    around = [each for each in region.iterancestors() if each.tag == "article" or _called_article(each)]
    return around[-1] if around else None


def _called_article(element: Any) -> bool:
    names = f"{element.get('class') or ''} {element.get('id') or ''}".lower().split()
    return str(element.tag) not in {"html", "body"} and not _ARTICLE_NAMES.isdisjoint(names)


def _leads_in(block: Block, article: Any) -> bool:
    """Return whether a block above the region is the summary or a caption of the article around it."""
    if article is None or not _within(block.element, article) or _beside(block, article):
        return False
    return _is_long(block) and block.linked <= _LINKED_SHARE * len(block.text)


def _is_article(element: Any) -> bool:
    return element.tag in {"article", "main"} or "articlebody" in str(element.get("itemprop") or "").lower()


def _within(element: Any, region: Any) -> bool:
    return element is region or any(each is region for each in element.iterancestors())


def _belongs(block: Block, region: Any, between: bool) -> bool:
    """Return whether a block that was not kept is main text: within its region, no menu, and no bare crumb."""
    if not _within(block.element, region) or _beside(block, region):
        return False
    of_list = block.element.tag == "li" and _is_list_of_the_text(block.element)
    if block.linked > _LINKED_SHARE * len(block.text) and not (of_list or between and _is_linked_text(block)):
        return False
    if between or _is_long(block):
        return True
    paragraph = block.element.tag == "p"
    if _is_article(region):
        return paragraph or block.element.tag in _TITLED or block.cited is not None
    return paragraph and block.text[-1:] in '.!?…”"»'


def _is_linked_text(block: Block) -> bool:
    """Return whether a block that is nearly all link is a part of the text, as no menu or teaser is.

    It is a heading or cell, an aside in parentheses, a written address, or an item below one that has words of its own.
    """
    if block.element.tag in _MAY_BE_LINKED or _LINKED_TEXT.fullmatch(block.text):
        return True
    if block.element.tag == "p":
        return bool(_OWN_LABEL.match(block.text)) and not _is_linked_first(block.element)
    if block.element.tag != "li":
        return False
    below = any(_has_own_words(each) for each in block.element.iterancestors("li"))
    return below or _leads_down_the_page(block.element)


def _is_linked_first(element: Any) -> bool:
    """Return whether an element begins with a link."""
    return not (element.text or "").strip() and len(element) > 0


def _leads_down_the_page(item: Any) -> bool:
    """Return whether an item is one of a table of contents: its links lead to places of the page itself."""
    links = [str(each.get("href") or "") for each in item.iterdescendants("a")]
    return bool(links) and all(each.startswith("#") and len(each) > 1 for each in links)


def _is_list_of_the_text(item: Any) -> bool:
    """Return whether an item is of a list that is the text's own: others have words of their own, or it has a heading.

    "See also" at the end of an article, the links of a section; not "More stories".
    """
    around = item.getparent()
    if around is None or around.tag not in {"ul", "ol"}:
        return False
    if any(_has_own_words(each) for each in around if each.tag == "li"):
        return True
    above = around.getprevious()
    if above is None or above.tag not in _HEADINGS:
        return False
    return not _OTHER_STORIES.search(" ".join(str(above.text_content()).split()))


def _has_own_words(item: Any) -> bool:
    """Return whether an item of a list has words that are in no link and in no list below it."""
    own = [item.text or "", *(each.tail or "" for each in item)]
    own += [str(each.text_content()) for each in item if each.tag in {"b", "em", "i", "p", "span", "strong"}]
    return any(re.search(r"[^\W\d_]{3}", each) for each in own)


def _beside(block: Block, region: Any) -> bool:
    """Return whether a block stands in what is beside the main text, within the region."""
    for element in (block.element, *block.element.iterancestors()):
        if element is region or element.tag in {"body", "html"}:
            return False
        if element.tag in _OUTSIDE and not _of_quotation(element):
            return True
        names = f"{element.get('class') or ''} {'' if _is_named_by_heading(element) else element.get('id') or ''}"
        if _BESIDE.search(names) and element.tag not in {"p", "article", "main"}:
            return True
        if element.get("role") in {"navigation", "complementary", "contentinfo", "search", "banner"}:
            return True
    return False


def _is_named_by_heading(element: Any) -> bool:
    """Return whether an element's id is but its own heading: "sharing-with-others" above "Sharing with others"."""
    name = _letters(str(element.get("id") or ""))
    heading = next(element.iterdescendants(*_HEADINGS), None) if name else None
    return heading is not None and _letters(str(heading.text_content())) == name


def _of_quotation(element: Any) -> bool:
    return any(each.tag in {"blockquote", "figure"} for each in element.iterancestors())
