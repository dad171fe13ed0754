"""The addresses of one picture as a page writes them, best first, and when two mean one picture."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import unquote

from lxml import html

__all__ = ["identity", "largest_first", "links_to_picture", "references_of"]

# Where pages that load late keep the real address, the largest first.
_SETS = ("data-srcset", "data-lazy-srcset", "data-original-set", "data-lazysrcset", "srcset")
_SINGLE = ("data-full-src", "data-full", "data-orig-file", "data-large-file", "data-large_image",
           "data-highres", "data-hi-res-src", "data-original", "data-lazy-src", "data-lazy",
           "data-lazyload", "data-src-large", "data-src-medium", "data-src", "data-img-url",
           "data-image", "data-image-src", "data-url", "data-echo", "data-defer-src",
           "data-pagespeed-lazy-src", "data-cfsrc", "file", "src")  # fmt: skip
_ENDINGS = re.compile(
    r"\.(?:jpe?g|png|webp|avif|gif|tiff?|heic|bmp|jfif)(?:$|[?#!:/@;,])", re.IGNORECASE
)
_SIZE = re.compile(
    r"(?:[-_](?:\d{2,4}x\d{2,4}|\d{2,4}w?|scaled|large|medium|small|thumb|thumbnail)|@\dx)$"
)
_PLACEHOLDERS = re.compile(
    r"(?:^|[/_.\-])(?:placeholder|blank|spacer|transparent|1x1|pixel|loader|loading|lazy|dummy|"
    r"gr[ae]y|empty)(?:[/_.\-0-9]|$)",
    re.IGNORECASE,
)
_MOST = 40
_LONGEST = 4000


def references_of(
    image: html.HtmlElement, alternatives: Iterable[html.HtmlElement] = ()
) -> tuple[str, ...]:
    """The addresses of a picture exactly as written, the largest first; placeholders, drawings
    (SVG) and inline data left out.

    ``alternatives`` are other elements for the same picture: ``source``, or ``img`` in
    ``noscript``.
    """
    elements = [image, *alternatives]
    sets = [(element.get(name) or "") for element in elements for name in _SETS]
    weighed = [pair for value in sets if value for pair in _candidates(value)]
    ranked = [address for _, address in sorted(weighed, key=lambda pair: -pair[0])]
    single = [(element.get(name) or "").strip() for name in _SINGLE for element in elements]
    single += [value for element in elements for value in _other_data(element)]
    found = [
        address
        for address in dict.fromkeys(ranked + single)
        if 0 < len(address) <= _LONGEST and _is_address(address)
    ]
    return tuple(found[:_MOST])


def largest_first(srcset: str) -> tuple[str, ...]:
    """The addresses of a ``srcset``, largest first (HTML, 4.8.4.3.10)."""
    return tuple(address for _, address in sorted(_candidates(srcset), key=lambda pair: -pair[0]))


def links_to_picture(address: str) -> bool:
    """Whether a link leads to a picture file."""
    return _ENDINGS.search(address[:_LONGEST].split("?")[0]) is not None


def identity(address: str) -> str | None:
    """What two addresses of one picture share: the file name without its size, if it is telling."""
    name = unquote(re.split(r"[?#]", address[:_LONGEST])[0].rstrip("/").rsplit("/", 1)[-1]).lower()
    stem = name.rsplit(".", 1)[0] if "." in name else name
    for _ in range(2):
        stem = _SIZE.sub("", stem)
    return stem if len(stem) >= 5 and not stem.startswith(("image", "photo", "default")) else None


def _other_data(element: html.HtmlElement) -> list[str]:
    """Addresses of pictures in ``data-`` attributes that only one publisher uses."""
    return [
        value.strip()
        for name, value in element.items()[:40]
        if name.startswith("data-")
        and "/" in value
        and not re.search(r"[\s{}\[\]\"]", value.strip())
        if links_to_picture(value)
    ]


def _is_address(address: str) -> bool:
    lowered = address[:12].lower()
    if lowered.startswith(("data:", "blob:", "javascript:", "about:")) or "{{" in address:
        return False
    if any(char in address for char in "<>\n\r\t"):
        return False
    path = re.split(r"[?#]", address)[0]
    return not path.lower().endswith(".svg") and not _PLACEHOLDERS.search(path)


def _candidates(srcset: str) -> list[tuple[float, str]]:
    """Size and address of each candidate; an address may hold commas, a descriptor may not."""
    found: list[tuple[float, str]] = []
    pieces = srcset[:100_000].split()
    at = 0
    while at < len(pieces) and len(found) < _MOST:
        address = pieces[at].lstrip(",")
        at += 1
        size = 1.0
        if address.endswith(","):
            address = address.rstrip(",")
        else:
            while at < len(pieces):
                descriptor, comma, rest = pieces[at].partition(",")
                size = max(size, _size(descriptor))
                at += 1
                if comma:
                    if rest:  # no blank behind the comma: the next address is glued to it
                        at -= 1
                        pieces[at] = rest
                    break
        if address:
            found.append((size, address))
    return found


def _size(descriptor: str) -> float:
    number = re.fullmatch(r"([0-9]{1,6}(?:\.[0-9]{1,3})?)[wxh]", descriptor)
    return float(number.group(1)) if number else 0.0
