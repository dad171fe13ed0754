"""Why bytes are no article and no manifest; the sentence has no subject, as in NotAPicture."""

from __future__ import annotations

from media.errors import PhotodeskError

__all__ = ["NotAManifest", "NotAnArticle"]


class NotAnArticle(PhotodeskError):
    """The bytes are no page and no text that can be read as an article."""


class NotAManifest(PhotodeskError):
    """The table has not the columns of a manifest, or is no table at all."""
