"""What a page declares about itself for machines: JSON-LD, meta elements, microdata.

schema.org NewsArticle and ImageObject, Open Graph; malformed JSON-LD is read as far as possible.
"""

from __future__ import annotations

import html as entities
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml import html

from media.article.outline import clean
from media.credit import strip_label

__all__ = ["Declared", "DeclaredPicture", "declared_of"]

_MOST_NODES = 20_000
_LONGEST_BLOCK = 4 << 20
_ARTICLES = (
    "newsarticle", "reportagenewsarticle", "analysisnewsarticle", "backgroundnewsarticle",
    "opinionnewsarticle", "reviewnewsarticle", "asknewsarticle", "liveblogposting", "article",
    "blogposting", "report", "advertisercontentarticle", "socialmediaposting", "webpage",
)  # fmt: skip
_NO_JSON = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|"
                      r"(?:-->|//\s*\]\]>|\]\]>|/\*\s*\]\]>\s*\*/)\s*;?\s*$")  # fmt: skip
_STRAY_COMMA = re.compile(r",(\s{0,200}[}\]])")
_LOOSE = re.compile(
    r'"(headline|datePublished|inLanguage|mainEntityOfPage|url)"\s{0,20}:\s{0,20}"((?:[^"\\\n]|\\.){1,1000})"'
)
_HEADLINES = ("og:title", "twitter:title", "dc.title", "sailthru.title", "title")
_AUTHORS = ("author", "article:author", "byl", "parsely-author", "sailthru.author", "dc.creator",
            "dcterms.creator", "article.author", "cxenseparse:author",
            "citation_author")  # fmt: skip
_PUBLISHED = ("article:published_time", "og:article:published_time", "og:published_time",
              "published_time", "datepublished", "pubdate", "publishdate", "publish-date",
              "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created", "dc.date",
              "article.published", "cxenseparse:recs:publishtime", "date")  # fmt: skip
_LANGUAGES = ("og:locale", "language", "content-language", "dc.language")


@dataclass(frozen=True, slots=True)
class DeclaredPicture:
    """What an ImageObject says of a picture; ``addresses`` as written, best first."""

    addresses: tuple[str, ...]
    caption: str | None = None
    credit: str | None = None
    licence: str | None = None


@dataclass(frozen=True, slots=True)
class Declared:
    """What a page declares: each value as written, the likeliest first."""

    headlines: tuple[str, ...] = ()
    bylines: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    site: str | None = None
    pictures: tuple[DeclaredPicture, ...] = ()
    lead: frozenset[str] = field(default_factory=frozenset)


def declared_of(root: html.HtmlElement) -> Declared:
    """Everything that a page declares, JSON-LD before meta elements before microdata."""
    nodes, loose = _graph(root)
    known = {
        str(node["@id"]): node
        for node in nodes
        if isinstance(node.get("@id"), str) and len(node) > 1
    }
    article = _best_article(nodes)
    meta = _meta(root)
    items = _microdata(root)
    pictures = list(_pictures(nodes, article, known))
    lead = {address for picture in pictures[:1] for address in picture.addresses}
    lead |= {
        value
        for name in ("og:image", "twitter:image", "og:image:url")
        for value in meta.get(name, ())
    }
    return Declared(
        headlines=_filled(_strings(article.get("headline")), loose.get("headline", []),
                          (value for name in _HEADLINES for value in meta.get(name, ())),
                          items.get("headline", [])),
        bylines=_filled([_people(article.get("author"), known)],
                        (value for name in _AUTHORS for value in meta.get(name, ())),
                        [", ".join(dict.fromkeys(items.get("author", [])))]),
        published=_filled(_strings(article.get("datePublished")), loose.get("datePublished", []),
                          (value for name in _PUBLISHED for value in meta.get(name, ())),
                          items.get("datePublished", [])),
        addresses=_filled(_canonical(root), meta.get("og:url", []), meta.get("twitter:url", []),
                          _addresses(article.get("url")),
                          _addresses(article.get("mainEntityOfPage")),
                          loose.get("mainEntityOfPage", []), loose.get("url", [])),
        languages=_filled(_strings(article.get("inLanguage")), loose.get("inLanguage", []),
                          [root.get("lang") or root.get("xml:lang") or ""],
                          (value for name in _LANGUAGES for value in meta.get(name, ()))),
        site=next(iter(meta.get("og:site_name", [])), None),
        pictures=tuple(pictures),
        lead=frozenset(lead),
    )  # fmt: skip


def _filled(*groups: Any) -> tuple[str, ...]:
    values = (clean(entities.unescape(value)) for group in groups for value in group if value)
    return tuple(dict.fromkeys(value for value in values if value))


def _graph(root: html.HtmlElement) -> tuple[list[dict[str, Any]], dict[str, list[str]]]:
    """Every object of every JSON-LD block, outer first, and loose values of broken blocks."""
    nodes: list[dict[str, Any]] = []
    loose: dict[str, list[str]] = {}
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        block = (script.text or "")[:_LONGEST_BLOCK]
        value = _json(block)
        if value is None:
            for name, written in _LOOSE.findall(block):
                loose.setdefault(name, []).append(re.sub(r"\\(.)", r"\1", written))
        queue = [value]
        for item in queue:  # grows while it is walked: breadth first, no recursion
            if len(nodes) + len(queue) > _MOST_NODES:
                break
            if isinstance(item, dict):
                nodes.append(item)
                queue += [inner for inner in item.values() if isinstance(inner, dict | list)]
            elif isinstance(item, list):
                queue += [inner for inner in item[:_MOST_NODES] if isinstance(inner, dict | list)]
    return nodes, loose


def _json(block: str) -> Any:
    text = _NO_JSON.sub("", _NO_JSON.sub("", block)).strip().rstrip(";")
    for attempt in (text, _STRAY_COMMA.sub(r"\1", text), entities.unescape(text)):
        try:
            return json.JSONDecoder(strict=False).raw_decode(attempt)[0]
        except (ValueError, RecursionError):
            continue
    return None


def _types(node: Mapping[str, Any]) -> list[str]:
    return [value.rsplit("/", 1)[-1].lower() for value in _strings(node.get("@type"))]


def _best_article(nodes: list[dict[str, Any]]) -> Mapping[str, Any]:
    ranked = [
        (_ARTICLES.index(kind), at)
        for at, node in enumerate(nodes)
        for kind in _types(node)
        if kind in _ARTICLES
    ]
    return nodes[min(ranked)[1]] if ranked else {}


def _strings(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    out = []
    for item in values[:50]:
        if isinstance(item, dict):
            item = item.get("@value") or item.get("name") or item.get("alternateName")
        if isinstance(item, str):
            out.append(item)
    return out


def _addresses(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    out: list[str] = []
    for item in values[:50]:
        if isinstance(item, dict):
            out += [
                item[key] for key in ("contentUrl", "url", "@id") if isinstance(item.get(key), str)
            ]
        elif isinstance(item, str):
            out.append(item)
    return [address for address in out if "#" not in address.rsplit("/", 1)[-1] or "." in address]


def _people(value: Any, known: Mapping[str, Any]) -> str:
    values = value if isinstance(value, list) else [value]
    names: list[str] = []
    for item in values[:30]:
        if isinstance(item, dict):
            item = {**known.get(str(item.get("@id")), {}), **item}
            names += _strings(item.get("name"))
        elif isinstance(item, str):
            names.append(item)
    return ", ".join(
        dict.fromkeys(name.strip() for name in names if name.strip() and "://" not in name)
    )


def _pictures(
    nodes: list[dict[str, Any]], article: Mapping[str, Any], known: Mapping[str, Any]
) -> Iterator[DeclaredPicture]:
    value = article.get("image") or article.get("primaryImageOfPage")
    own = [item for item in (value if isinstance(value, list) else [value])[:100] if item]
    for item in own:
        if isinstance(item, str):
            yield DeclaredPicture((item,))
        elif isinstance(item, dict):
            yield from _picture({**known.get(str(item.get("@id")), {}), **item}, known)
    for node in nodes:
        if "imageobject" in _types(node) and not any(node is item for item in own):
            yield from _picture(node, known)


def _picture(node: Mapping[str, Any], known: Mapping[str, Any]) -> Iterator[DeclaredPicture]:
    addresses = _filled(_addresses(node.get("contentUrl")), _addresses(node.get("url")))
    credit = (
        *_strings(node.get("creditText")),
        _people(node.get("creator"), known),
        *_strings(node.get("copyrightNotice")),
        _people(node.get("copyrightHolder"), known),
    )
    caption = _filled(_strings(node.get("caption")) or _strings(node.get("description")))
    licence = _filled(_addresses(node.get("license")))
    if addresses:
        yield DeclaredPicture(
            addresses,
            caption[0] if caption else None,
            next(filter(None, map(strip_label, _filled(credit))), None),
            licence[0] if licence else None,
        )


def _meta(root: html.HtmlElement) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("http-equiv")
        content = (element.get("content") or "")[:4000].strip()
        if name and content and not (content.startswith("http") and "author" in name):
            found.setdefault(name.strip().lower(), []).append(content)
    return found


def _microdata(root: html.HtmlElement) -> dict[str, list[str]]:
    """The article's own microdata, as far as one element says it alone."""
    found: dict[str, list[str]] = {}
    for element in root.iter():
        name = element.get("itemprop") if isinstance(element.tag, str) else None
        if name not in ("headline", "datePublished", "author") or len(found.get(name, ())) > 20:
            continue
        value = element.get("content") or element.get("datetime")
        if value is None and name == "author":
            inner = next(
                (item for item in element.iter() if item.get("itemprop") == "name"), element
            )
            value = inner.get("content")
            element = inner
        if value is None:
            value = " ".join(text for text, _ in zip(element.itertext(), range(40), strict=False))[
                :300
            ]
        if "://" not in value:
            found.setdefault(name, []).append(value)
    return found


def _canonical(root: html.HtmlElement) -> list[str]:
    return [
        link.get("href") or ""
        for link in root.iter("link")
        if "canonical" in (link.get("rel") or "").lower().split()
    ]
