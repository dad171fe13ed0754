"""Articles as pages, texts and manifests print them: headline, byline, date, sources, usages."""

from media.article.html import read_html
from media.article.kinds import kind_of
from media.article.manifest import Manifest, read_manifest
from media.article.refusals import NotAManifest, NotAnArticle
from media.article.text import read_text

__all__ = [
    "Manifest",
    "NotAManifest",
    "NotAnArticle",
    "kind_of",
    "read_html",
    "read_manifest",
    "read_text",
]
