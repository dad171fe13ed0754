"""A page's tree walked once: what every question about an element needs, in linear time.

libxml2 ends a tree at 255 levels (``huge_tree`` is off), so a walk up is short.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from lxml import etree, html

from media.article.decoding import declared_encoding, decode
from media.article.refusals import NotAnArticle

__all__ = ["Outline", "clean", "outline_of", "parse_page", "text_of", "words_of"]

_SILENT = {"script", "style", "template", "noscript", "svg", "iframe", "button", "select", "head"}
_APART = {"nav", "aside", "footer"}
_BLOCKS = {"p", "div", "figcaption", "li", "br", "h1", "h2", "h3", "h4", "h5", "h6", "td", "tr",
           "dd", "dt", "figure", "section", "blockquote", "ul", "ol", "table"}  # fmt: skip
_PICTURES = {"img", "amp-img"}
_LONGEST = 4000
_MOST_ELEMENTS = 600
# What a class says about the element's look, not about what it is: has-sidebar, with-banner.
_MODIFIERS = re.compile(r"(?<!\S)(?:has|with|no|is|js|elementor)[-_]\S{0,80}")
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_TAG = re.compile(r"<[A-Za-z][^<>]{0,4000}>")
_SURROGATES = re.compile("[\ud800-\udfff\0]")


def parse_page(data: bytes) -> html.HtmlElement:
    """The tree of a saved page, without comments, entities or network; raises NotAnArticle."""
    text = decode(data, declared_encoding(data)).text
    text = _SURROGATES.sub("\ufffd", _XML_DECLARATION.sub("", text.lstrip("\ufeff")))
    if not text.strip():
        raise NotAnArticle("is empty; save the page again")
    if not _TAG.search(text):  # the parser would wrap plain text into a page
        raise NotAnArticle("is no HTML page: it has no element; save it as text or as a page again")
    parser = html.HTMLParser(
        encoding="utf-8", huge_tree=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = html.document_fromstring(text.encode(), parser=parser)
    except (ValueError, etree.LxmlError) as error:
        raise NotAnArticle("is no HTML page that can be read; save the page again") from error
    if not any(True for _ in root.iterchildren("body", "frameset")):
        raise NotAnArticle("is no HTML page: it has no element; save it as text or as a page again")
    return root


@dataclass(frozen=True, slots=True)
class Outline:
    """The elements of a page in document order, and of each by its number: the parent's number,
    the number after its last descendant, the letters of its text, those in paragraphs, and how
    many pictures it holds.
    """

    elements: list[html.HtmlElement]
    number: dict[html.HtmlElement, int]
    parent: list[int]
    end: list[int]
    letters: list[int]
    prose: list[int]
    pictures: list[int]

    def above(self, number: int) -> Iterator[int]:
        """The numbers of the ancestors, nearest first."""
        while (number := self.parent[number]) >= 0:
            yield number

    def holds(self, outer: int, inner: int) -> bool:
        """Whether ``inner`` is ``outer`` or below it."""
        return outer <= inner < self.end[outer]

    def tag(self, number: int) -> str:
        tag = self.elements[number].tag
        return tag if isinstance(tag, str) else ""


def outline_of(root: html.HtmlElement) -> Outline:
    """One walk over the tree."""
    elements = [element for element in root.iter() if isinstance(element.tag, str)]
    number = {element: at for at, element in enumerate(elements)}
    size = len(elements)
    parent, end = [-1] * size, [at + 1 for at in range(size)]
    letters, prose, pictures = [0] * size, [0] * size, [0] * size
    silent, apart = [False] * size, [False] * size
    for at, element in enumerate(elements):
        above = element.getparent()
        up = parent[at] = number[above] if above is not None and at else -1
        silent[at] = element.tag in _SILENT or (up >= 0 and silent[up])
        apart[at] = element.tag in _APART or (up >= 0 and apart[up])
        letters[at] += 0 if silent[at] else len((element.text or "").strip())
        if up >= 0 and not silent[up]:
            letters[up] += len((element.tail or "").strip())
        pictures[at] += element.tag in _PICTURES and not silent[at]
    for at in range(size - 1, 0, -1):
        up = parent[at]
        if up < 0:
            continue
        if elements[at].tag == "p" and not apart[at]:
            prose[at] = letters[at]
        letters[up] += letters[at]
        prose[up] += prose[at]
        pictures[up] += pictures[at]
        end[up] = max(end[up], end[at])
    return Outline(elements, number, parent, end, letters, prose, pictures)


def text_of(element: html.HtmlElement, without: Collection[html.HtmlElement] = ()) -> str:
    """The text of an element as a reader sees it, lines kept, at most 4,000 characters.

    ``without`` names descendants to leave out. The bound keeps nested captions linear.
    """
    pieces: list[str] = []
    visited = length = 0
    stack: list[tuple[html.HtmlElement, bool]] = [(element, False)]
    while stack and visited < _MOST_ELEMENTS and length < _LONGEST:
        node, done = stack.pop()
        if done:
            pieces.append(("\n" if node.tag in _BLOCKS else "") + _flat(node.tail))
        else:
            visited += 1
            if node is not element:
                stack.append((node, True))
            if node.tag not in _SILENT and node not in without:
                pieces.append(("\n" if node.tag in _BLOCKS else "") + _flat(node.text))
                stack += [(child, False) for child in reversed(node[:_MOST_ELEMENTS])]
        length += len(pieces[-1]) if pieces else 0
    return clean("".join(pieces)[:_LONGEST])


def _flat(text: str | None) -> str:
    """Text with blanks for the line breaks of the markup, which a reader does not see."""
    return re.sub(r"[\r\n\t\u00ad]", lambda found: "" if found[0] == "\u00ad" else " ", text or "")


def clean(text: str) -> str:
    """Text with single blanks, and one line break where there were several."""
    lines = (" ".join(line.split()) for line in re.split(r"[\r\n\u2028]+", text))
    return "\n".join(line for line in lines if line)


def words_of(element: html.HtmlElement) -> frozenset[str]:
    """The words in the class and id of an element, lower case, camel case split."""
    names = _MODIFIERS.sub("", f"{element.get('class') or ''} {element.get('id') or ''}"[:500])
    return frozenset(word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", names))
