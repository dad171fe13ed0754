"""The pictures that are an article's own, in their order: not those of teasers, page furniture,
advertising, and of each picture only one copy.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import html

from media.article.addresses import identity, links_to_picture, references_of
from media.article.captions import Printed, frame_of, printed_around
from media.article.furniture import is_apart, is_apart_by_role, is_furniture_address, is_small
from media.article.outline import Outline
from media.article.printed import caption_and_credit
from media.article.structured import Declared, DeclaredPicture
from media.types import Usage

__all__ = ["Scope", "own_pictures", "scope_of"]

_HEADLINE = 15
_MOST = 2000
_SOME_PROSE = 300


@dataclass(frozen=True, slots=True)
class Scope:
    """Where an article stands in its page: the element with its prose, and the one around
    headline and prose.
    """

    body: int
    around: int


@dataclass(frozen=True, slots=True)
class _Found:
    number: int
    usage: Usage
    printed: Printed
    identities: frozenset[str]


def scope_of(outline: Outline) -> Scope:
    """The smallest element with four fifths of the paragraphs' text, widened to its ``article`` or
    ``main``, and the element that also holds the headline.
    """
    body = next((at for at in range(len(outline.elements)) if outline.tag(at) == "body"), 0)
    body = next(_marked_bodies(outline), body)
    total = outline.prose[body]
    while total:
        child, largest = body + 1, -1
        while child < outline.end[body]:
            if outline.prose[child] * 5 >= total * 4 and outline.tag(child) != "p":
                largest = child
                break
            child = outline.end[child]
        if largest < 0:
            break
        body = largest
    inner = (
        at
        for at in range(body + 1, outline.end[body])
        if outline.tag(at) == "article" and outline.prose[at] * 2 > total
    )
    body = next(inner, body)
    body = next((at for at in (body, *outline.above(body)) if _is_article(outline, at)), body)
    headline = _headline(outline, body)
    around = body
    if headline is not None:
        around = next(at for at in (body, *outline.above(body)) if outline.holds(at, headline))
    return Scope(body, around)


def _marked_bodies(outline: Outline) -> Iterator[int]:
    """Elements that say they are the article's body and hold some prose."""
    for at, element in enumerate(outline.elements):
        if element.get("itemprop") == "articleBody" and outline.prose[at] > _SOME_PROSE:
            yield at


def _is_article(outline: Outline, number: int) -> bool:
    element = outline.elements[number]
    kind = element.get("itemtype") or ""
    return (
        outline.tag(number) in ("article", "main")
        or element.get("role") in ("main", "article")
        or kind.endswith(("Article", "BlogPosting"))
    )


def _headline(outline: Outline, body: int) -> int | None:
    """The ``h1`` in the body, else the last one before it."""
    found = [at for at in range(len(outline.elements)) if outline.tag(at) == "h1"]
    inside = [at for at in found if outline.holds(body, at)]
    before = [at for at in found if at < body]
    return inside[0] if inside else before[-1] if before else None


def own_pictures(outline: Outline, scope: Scope, declared: Declared, address: str) -> list[Usage]:
    """The usages of an article, positions from 1; each picture once."""
    page = _Page(outline, scope, declared, address)
    found: list[_Found] = []
    for number, alternatives in page.images():
        if len(found) >= _MOST:
            break
        usage = page.read(number, alternatives)
        if usage is not None:
            found.append(usage)
    usages = [one.usage for one in _each_once(found)]
    if not usages:
        usages = [_from_declared(picture) for picture in declared.pictures if picture.credit]
    return [replace(usage, position=at) for at, usage in enumerate(usages, 1)]


class _Page:
    """The questions about one page's pictures, each answered once."""

    def __init__(self, outline: Outline, scope: Scope, declared: Declared, address: str) -> None:
        self.outline, self.scope, self.address = outline, scope, address
        self._apart: dict[int, bool] = {}
        self._said = _by_identity(declared.pictures)
        self._lead = {key for value in declared.lead if (key := identity(value))}
        self._linked = self._letters_of_links()

    def images(self) -> Iterator[tuple[int, list[html.HtmlElement]]]:
        """Each picture's number with the elements that give other addresses of it."""
        waiting: dict[int, list[html.HtmlElement]] = {}
        order: list[int] = []
        outline = self.outline
        for number, element in enumerate(outline.elements):
            tag = element.tag
            if tag not in ("img", "amp-img", "source"):
                continue
            hidden = next(
                (up for up in outline.above(number) if outline.tag(up) in ("noscript", "template")),
                None,
            )
            if hidden is not None:
                if tag == "img" and outline.tag(hidden) == "noscript":
                    self._fallback(number, hidden, order, waiting)
                continue
            if tag == "source":
                continue
            # libxml2 may nest a picture's img in its source elements.
            frame = next(
                (
                    up
                    for up, _ in zip(outline.above(number), range(12), strict=False)
                    if outline.tag(up) == "picture"
                ),
                None,
            )
            beside = (
                []
                if frame is None
                else [
                    outline.elements[at]
                    for at in range(frame + 1, min(outline.end[frame], frame + 20))
                    if outline.tag(at) == "source"
                ]
            )
            order.append(number)
            waiting[number] = beside
        return ((number, waiting[number]) for number in sorted(order))

    def _fallback(
        self, number: int, hidden: int, order: list[int], waiting: dict[int, list[html.HtmlElement]]
    ) -> None:
        """A picture in ``noscript`` is another address of the one before it in the same element."""
        above = self.outline.parent[hidden]
        place = (
            above
            if above < 0 or self.outline.tag(above) != "picture"
            else self.outline.parent[above]
        )
        if order and self.outline.holds(place, order[-1]) and self.outline.letters[place] < 600:
            waiting[order[-1]].append(self.outline.elements[number])
        else:
            order.append(number)
            waiting[number] = []

    def read(self, number: int, alternatives: list[html.HtmlElement]) -> _Found | None:
        """The usage of a picture, or None where it is not the article's own."""
        outline = self.outline
        element = outline.elements[number]
        references = references_of(element, alternatives)
        if not references or is_small(element) or is_furniture_address(references[0]):
            return None
        link = self._link(number)
        if link is not None and links_to_picture(link):
            references = tuple(dict.fromkeys((link, *references)))
        keys = frozenset(key for value in references if (key := identity(value)))
        if not self._belongs(number, bool(keys & self._lead)):
            return None
        frame = frame_of(outline, number)
        printed = printed_around(outline, number, frame)
        said = next((self._said[key] for key in keys if key in self._said), None)
        captioned = bool(printed.credit or (printed.caption and outline.tag(frame) == "figure"))
        if self._is_teaser(number, captioned or bool(said and said.credit)):
            return None
        if number >= outline.end[self.scope.body] and not captioned:
            return None
        alt = " ".join((element.get("alt") or "").split())[:4000] or None
        usage = Usage(0, printed.caption, printed.credit, alt, printed.licence, references)
        return _Found(number, _filled_in(usage, said), printed, keys or frozenset(references[:1]))

    def _belongs(self, number: int, is_lead: bool) -> bool:
        """Whether nothing between a picture and the article's element is page furniture.

        The picture that the page declares as the article's needs no fitting class names.
        """
        outline, scope = self.outline, self.scope
        inside = outline.holds(scope.around, number)
        if not inside and not is_lead:
            return False
        for up in outline.above(number):
            if outline.holds(up, scope.body) or up == scope.around:
                return True
            if outline.tag(up) == "article" and not self._is_mostly(up):
                return False
            if is_apart_by_role(outline.elements[up]) or (not is_lead and self._is_apart(up)):
                return False
        return True

    def _is_apart(self, number: int) -> bool:
        if number not in self._apart:
            headed = any(
                self.outline.tag(at) == "h1"
                for at in range(number, min(self.outline.end[number], number + 60))
            )
            self._apart[number] = is_apart(self.outline.elements[number]) and not (
                self._is_mostly(number) or headed
            )
        return self._apart[number]

    def _is_mostly(self, number: int) -> bool:
        """Whether an element holds most of the article's prose."""
        return self.outline.prose[number] * 2 > self.outline.prose[self.scope.body] > 0

    def _anchor(self, number: int) -> int | None:
        for level, up in enumerate(self.outline.above(number)):
            if self.outline.tag(up) == "a":
                return up
            if level > 8 or up == self.scope.around:
                break
        return None

    def _link(self, number: int) -> str | None:
        anchor = self._anchor(number)
        if anchor is None:
            return None
        return (self.outline.elements[anchor].get("href") or "").strip() or None

    def _is_teaser(self, number: int, captioned: bool) -> bool:
        """Whether a picture is linked to another page: with a headline, or without any caption."""
        link = self._link(number)
        if link is None or link.startswith(("#", "javascript:")) or links_to_picture(link):
            return False
        if self.address and link.rstrip("/") == self.address.rstrip("/"):
            return False
        anchor = self._anchor(number)
        inside = self.outline.letters[anchor] if anchor is not None else 0
        if self._linked.get(link, 0) >= _HEADLINE:
            return True
        return not captioned or (inside >= _HEADLINE and self._holds_heading(anchor))

    def _holds_heading(self, anchor: int | None) -> bool:
        if anchor is None:
            return False
        inner = range(anchor, min(self.outline.end[anchor], anchor + 60))
        return any(self.outline.tag(at) in ("h2", "h3", "h4", "h5") for at in inner)

    def _letters_of_links(self) -> dict[str, int]:
        """For each address the letters of its longest link without a picture."""
        longest: dict[str, int] = {}
        for number, element in enumerate(self.outline.elements):
            if element.tag == "a" and not self.outline.pictures[number]:
                href = (element.get("href") or "").strip()
                longest[href] = max(longest.get(href, 0), self.outline.letters[number])
        return longest


def _by_identity(pictures: tuple[DeclaredPicture, ...]) -> dict[str, DeclaredPicture]:
    found: dict[str, DeclaredPicture] = {}
    for picture in pictures:
        for key in filter(None, map(identity, picture.addresses)):
            known = found.get(key)
            if known is None or not (known.caption or known.credit):
                found[key] = picture
    return found


def _filled_in(usage: Usage, said: DeclaredPicture | None) -> Usage:
    """A usage with what the page declares of its picture where it prints nothing."""
    if said is None:
        return usage
    caption, credit = caption_and_credit(said.caption or "")
    return replace(
        usage,
        caption=usage.caption or caption,
        credit_line=usage.credit_line or said.credit or credit,
        licence=usage.licence or said.licence,
    )


def _from_declared(picture: DeclaredPicture) -> Usage:
    return _filled_in(Usage(0, references=picture.addresses), picture)


def _each_once(found: list[_Found]) -> list[_Found]:
    """Of copies of one picture (for phones, for print) one, with all that any of them says."""
    kept: list[_Found] = []
    place: dict[str, int] = {}
    for one in found:
        at = next((place[key] for key in one.identities if key in place), None)
        if at is None:
            place.update(dict.fromkeys(one.identities, len(kept)))
            kept.append(one)
            continue
        first = kept[at].usage
        usage = replace(
            first,
            caption=first.caption or one.usage.caption,
            credit_line=first.credit_line or one.usage.credit_line,
            alt_text=first.alt_text or one.usage.alt_text,
            licence=first.licence or one.usage.licence,
            references=tuple(dict.fromkeys(first.references + one.usage.references)),
        )
        kept[at] = replace(kept[at], usage=usage)
    return kept
