"""Caption, credit and licence of one picture, as the page prints them around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import html

from media.article.outline import Outline, clean, text_of, words_of
from media.article.printed import bare_credit, caption_and_credit, picture_line
from media.credit import strip_label

__all__ = ["Printed", "frame_of", "printed_around"]

_CREDIT_WORDS = frozenset(
    re.findall(
        r"\S+",
        "credit credits creditline copyright copyrights photographer source author rights agency "
        "provider quelle fotograf fotografo autor attribution courtesy bron fuente fonte "
        "bildquelle fotocredit imagecredit photocredit nachweis urheber imagerights rightsholder",
    )
)
_CREDIT_PROPERTIES = {
    "copyrightHolder",
    "creditText",
    "creator",
    "author",
    "copyrightNotice",
    "contributor",
}
_CREDITS = ("data-credit", "data-credits", "data-copyright", "data-photographer",
                      "data-image-credit", "data-photo-credit", "data-author",
                      "data-source")  # fmt: skip
_CAPTION_WORDS = frozenset(
    re.findall(
        r"\S+",
        "caption captions legend legende figcaption description subtitle bildunterschrift lead "
        "title text desc leyenda didascalia bildtext captiontext piefoto",
    )
)
_STRONG_CAPTION_WORDS = _CAPTION_WORDS - {"title", "text", "lead", "subtitle"}
_ENDS = {"article", "main", "body", "section", "html", "form"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6", "time"}
_ROOM = 600
_LONGEST_CREDIT = 250
_LONGEST_LABEL = 40
_HIGHEST = 8
_LINES = 3
_WORD = re.compile(r"[^\W\d_]{2}|[\u3040-\uffef]")
_Words = tuple[str | None, str | None]
_BUTTONS = re.compile(
    r"^(?:open|close|expand|enlarge|view|toggle|hide|show)\b.{0,30}(?:caption|image|gallery|modal|"
    r"photo|full ?screen|picture)\w*$|^(?:bild (?:anzeigen|schließen|vergrößern|öffnen)\s?)+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Printed:
    """What stands beside a picture."""

    caption: str | None = None
    credit: str | None = None
    licence: str | None = None


def frame_of(outline: Outline, image: int) -> int:
    """The element that holds a picture and the words about it: its figure, or the largest element
    around it with no other picture, no heading and little text.
    """
    frame = image
    for level, up in enumerate(outline.above(image)):
        tag = outline.tag(up)
        if tag == "figure":
            return up
        if tag in _ENDS or level > _HIGHEST:
            break
        alone = outline.pictures[up] <= 1 and outline.letters[up] <= _ROOM
        if alone and not _is_more(outline, up):
            frame = up
    return frame


def printed_around(outline: Outline, image: int, frame: int) -> Printed:
    """Caption, credit and licence printed in the frame of a picture or right below it."""
    caption, credit = _in_frame(outline, frame)
    for place in (_in_attributes, _about):
        if credit is None:
            also, credit = place(outline.elements[image])
            caption = caption or also
    if credit is None and (below := _below(outline, frame)) is not None:
        caption, credit = caption or below[0], below[1]
    if caption and _BUTTONS.match(caption):
        caption = None
    if credit and (len(credit) > 2 * _LONGEST_CREDIT or not _WORD.search(credit)):
        credit = None
    return Printed(caption, credit, _licence(outline.elements[frame]))


def _in_frame(outline: Outline, frame: int) -> _Words:
    element = outline.elements[frame]
    captions, credits_ = _marked(outline, frame)
    apart = [*credits_, *(link for link in element.iter("a") if _names_licence(link))][:40]
    text = "\n".join(dict.fromkeys(filter(None, (_text(node, apart) for node in captions))))
    if not captions and outline.tag(frame) == "figure":
        text = text_of(element, apart)
    elif not captions and picture_line(unmarked := text_of(element)):
        text = unmarked
    said = [text_of(node) for node in credits_]
    said = [words for words in said if words.count("\n") < _LINES and not _BUTTONS.match(words)]
    said = [words for words in said if words]
    return _with_marked(text, said) if said else caption_and_credit(text)


def _in_attributes(img: html.HtmlElement) -> _Words:
    """Caption and credit of attributes that scripts read to print them."""
    credit = next(filter(None, (strip_label(img.get(name) or "") for name in _CREDITS)), None)
    caption, also = caption_and_credit(_plain(img.get("data-caption") or ""))
    return caption, credit or also


def _about(img: html.HtmlElement) -> _Words:
    """Caption and credit of a picture's title or alternative text, where both stand there.

    A credit alone counts only with a known outlet: "Photo: girl in the rain" describes the picture.
    """
    said = (clean((img.get(name) or "")[:_ROOM]) for name in ("title", "alt"))
    for caption, credit in map(caption_and_credit, said):
        if credit and (caption or bare_credit(credit)):
            return caption, credit
    return None, None


def _is_more(outline: Outline, number: int) -> bool:
    """Whether a small element is more than a picture's frame: it holds a heading, as teasers and
    page heads do, or paragraphs of the article.
    """
    paragraphs = 0
    for inner in range(number + 1, min(outline.end[number], number + 80)):
        tag = outline.tag(inner)
        plain = tag == "p" and outline.letters[inner] and not outline.pictures[inner]
        paragraphs += bool(plain and not words_of(outline.elements[inner]) & _CAPTION_WORDS)
        if tag in _HEADINGS or paragraphs > 2:
            return True
    return False


def _marked(outline: Outline, frame: int) -> tuple[list[html.HtmlElement], list[html.HtmlElement]]:
    """The elements of a frame that are marked as caption, and those marked as credit, outermost."""
    captions: list[html.HtmlElement] = []
    credits_: list[html.HtmlElement] = []
    caption_end = credit_end = frame
    in_figure = outline.tag(frame) == "figure"
    for number in range(frame + 1, min(outline.end[frame], frame + 400)):
        element, tag = outline.elements[number], outline.tag(number)
        if tag == "figure" or not outline.letters[number]:
            continue
        if number >= credit_end and _is_credit(element, tag, number < caption_end):
            credits_.append(element)
            credit_end = outline.end[number]
        elif (
            number >= caption_end and number >= credit_end and _is_caption(element, tag, in_figure)
        ):
            captions.append(element)
            caption_end = outline.end[number]
    figcaptions = [node for node in captions if node.tag == "figcaption"]
    if figcaptions and len(figcaptions) < len(captions):
        captions = figcaptions
    return captions, credits_


def _is_credit(element: html.HtmlElement, tag: str, in_caption: bool) -> bool:
    words = words_of(element)
    if tag == "figcaption":
        return bool(words & _CREDIT_WORDS) and not words & _STRONG_CAPTION_WORDS - {"figcaption"}
    if tag in ("small", "cite") or element.get("itemprop") in _CREDIT_PROPERTIES:
        return True
    if words & _STRONG_CAPTION_WORDS:
        # "caption-credit" inside a caption, not "caption-with-credit" around one
        return in_caption and bool(words & {"credit", "credits", "copyright"})
    return bool(words & _CREDIT_WORDS)


def _is_caption(element: html.HtmlElement, tag: str, in_figure: bool) -> bool:
    if tag == "figcaption" or element.get("itemprop") in ("caption", "description"):
        return True
    words = _CAPTION_WORDS if in_figure else _STRONG_CAPTION_WORDS
    return bool(words_of(element) & words) and tag not in ("img", "a", "picture")


def _text(node: html.HtmlElement, without: list[html.HtmlElement]) -> str:
    return text_of(node, without).strip(" |•·/\n")


def _with_marked(text: str, said: list[str]) -> tuple[str | None, str | None]:
    """Caption and credit where elements are marked as credit: one may still hold the caption."""
    split = [caption_and_credit(value) for value in said]
    caption = re.sub(r"[\s(\[|–—-]+$", "", text)
    heads = [head for head, tail in split if head and tail]
    if not caption and len(said) == 1 and heads:
        return split[0]
    whole = list(dict.fromkeys(strip_label(value) for value in said))
    names = [
        name
        for name in whole
        if name and not any(name != other and name in other for other in whole)
    ]
    credit = " / ".join(names).replace("\n", " ") or None
    if credit and len(credit) > _LONGEST_CREDIT:
        return caption_and_credit(clean("\n".join([text, *said])))
    caption = _without_bare_label(caption)
    also = caption_and_credit(caption)
    if also[1] and credit and (also[1] in credit or credit in also[1]):
        return also[0], max(also[1], credit, key=len)
    return caption or None, credit


def _without_bare_label(caption: str) -> str:
    """A caption without the label that stays at its end where its name was taken out."""
    for start in (_last_sentence(caption), caption.rfind("\n") + 1):
        label = caption[start:].strip()
        if 0 < len(label) <= _LONGEST_LABEL and strip_label(f"{label} Ab") == "Ab":
            return caption[:start].rstrip(" \n(|/–—-")
    return caption


def _last_sentence(text: str) -> int:
    found = max(text.rfind(mark) for mark in (". ", "! ", "? ", "| ", "– ", "— ", "/ ", "(")) + 1
    return found if found > 0 else 0


def _below(outline: Outline, frame: int) -> tuple[str | None, str] | None:
    """The short paragraph right below a frame where it ends in a photo's credit."""
    top = frame
    for up in outline.above(frame):
        same = (
            outline.pictures[up] == outline.pictures[top]
            and outline.letters[up] == outline.letters[top]
        )
        if not same or outline.tag(up) in _ENDS:
            break
        top = up
    for number in _following(outline, top):
        if outline.pictures[number] or outline.letters[number] > _ROOM:
            return None
        if outline.letters[number]:
            text = text_of(outline.elements[number])
            found = picture_line(text)
            if found is None and words_of(outline.elements[number]) & _CREDIT_WORDS:
                found = None, strip_label(text)
            if found is None and words_of(outline.elements[number]) & _STRONG_CAPTION_WORDS:
                caption, credit = caption_and_credit(text)
                found = (caption, credit) if credit else None
            return found
    tail = clean((outline.elements[frame].tail or "")[:_ROOM])
    return picture_line(tail) if tail else None


def _following(outline: Outline, number: int) -> Iterator[int]:
    """The next few siblings of an element."""
    up = outline.parent[number]
    for _ in range(3):
        number = outline.end[number]
        if up < 0 or number >= outline.end[up]:
            return
        yield number


def _licence(frame: html.HtmlElement) -> str | None:
    for link, _ in zip(frame.iter("a", "link"), range(40), strict=False):
        if _names_licence(link):
            return (link.get("href") or "").strip() or None
    return None


def _names_licence(link: html.HtmlElement) -> bool:
    if "license" in (*(link.get("rel") or "").lower().split(), link.get("itemprop")):
        return True
    return "creativecommons.org/" in (link.get("href") or "")[:200]


def _plain(markup: str) -> str:
    """Words of an attribute that may hold markup."""
    return clean(re.sub(r"<[^<>]{0,500}>", " ", markup[:4000]))
