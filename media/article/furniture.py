"""What belongs to a page but not to its article: navigation, teasers, advertising, trackers."""

from __future__ import annotations

import re

from lxml import html

from media.article.outline import words_of

__all__ = ["is_apart", "is_apart_by_role", "is_furniture_address", "is_small"]

_APART_TAGS = {"nav", "aside", "footer", "menu", "dialog"}
_APART_ROLES = {"navigation", "complementary", "contentinfo", "banner", "search", "dialog"}
_APART_WORDS = frozenset(
    re.findall(
        r"\S+",
        "related recommended recommendation recommendations recommend teaser teasers promo "
        "promos promotion promoted banner banners sidebar widget widgets share sharing social "
        "avatar advert adverts advertisement advertising ads adv adsense sponsor sponsored "
        "newsletter avatars subscribe subscription comments respond breadcrumb breadcrumbs "
        "navigation nav navbar menu sponsors footer logo logos icon icons popular trending "
        "outbrain taboola cookie cookies popup modal byline bio userpic signature aside rail "
        "similar mostread readmore donate paywall crosslink weather currency pagination pager "
        "upsell partner partners skyscraper prevnext tracking lightbox overlay offcanvas "
        "masthead topbar ticker "
        "reactions",
    )
)
_AUTHOR_WORDS = frozenset(("author", "authors", "autor", "autoren"))
_APART_PAIRS = (
    {"read", "more"}, {"read", "also"}, {"see", "also"}, {"more", "news"}, {"more", "articles"},
    {"more", "stories"}, {"most", "read"}, {"last", "news"}, {"latest", "news"}, {"other", "news"},
    {"top", "news"}, {"news", "list"}, {"article", "list"}, {"card", "list"}, {"next", "article"},
    {"next", "post"}, {"you", "like"}, {"also", "like"}, {"infinite", "scroll"},
    {"comment", "list"}, {"site", "header"}, {"app", "download"}, {"cross", "link"},
)  # fmt: skip
_ADDRESS = re.compile(
    r"(?:^|[/_.\-])(?:logos?|icons?|avatars?|sprites?|spacer|blank|transparent|placeholder|"
    r"pixel|1x1|emoji|gravatar|userpic|favicon|banner|counter|no[_-]?image|noimage|default[_-]avatar|"
    r"loader|loading|lazy|dummy|grey|gray|bio|modal)(?:[/_.\-0-9]|$)|"
    r"doubleclick\.|googlesyndication|facebook\.com/tr|gravatar\.com|/emoji/|counter\.yadro|"
    r"scorecardresearch|google-analytics|mc\.yandex|adserver|vgwort\.de|/adv?s?/|ivwbox",
    re.IGNORECASE,
)
_SMALLEST = 100
_RATIOS = {(16, 9), (4, 3), (3, 2), (9, 16), (3, 4), (2, 3), (21, 9), (5, 4), (5, 3), (2, 1)}
_STYLE_SIZE = re.compile(
    r"(?:^|;)\s{0,4}(width|height)\s{0,4}:\s{0,4}([0-9]{1,5})px", re.IGNORECASE
)


def is_apart_by_role(element: html.HtmlElement) -> bool:
    """Whether an element by its tag or role holds something other than the article."""
    return element.tag in _APART_TAGS or (element.get("role") or "").lower() in _APART_ROLES


def is_apart(element: html.HtmlElement) -> bool:
    """Whether an element by its tag, role, class or id holds something other than the article."""
    if is_apart_by_role(element):
        return True
    if element.tag in ("figure", "picture"):
        return False
    words = words_of(element)
    if words & _AUTHOR_WORDS:
        return True
    return bool(words & _APART_WORDS) or any(pair <= words for pair in _APART_PAIRS)


def is_furniture_address(address: str) -> bool:
    """Whether a picture's address says logo, icon, avatar, placeholder, tracker or advertising."""
    return _ADDRESS.search(address[:2000].split("?")[0].split("#")[0]) is not None


def is_small(element: html.HtmlElement) -> bool:
    """Whether the size attributes of a picture say under 100 pixels; ``16`` by ``9`` is a ratio."""
    sizes = {
        name.lower(): int(value)
        for name, value in _STYLE_SIZE.findall((element.get("style") or "")[:500])
    }
    for name in ("width", "height"):
        found = re.fullmatch(
            r"\s*([0-9]{1,6})(?:\.[0-9]{1,6})?(?:px)?\s*", (element.get(name) or "")[:20]
        )
        if found:
            sizes[name] = int(found.group(1))
    if (sizes.get("width"), sizes.get("height")) in _RATIOS:
        return False
    return any(0 < size < _SMALLEST for size in sizes.values())
