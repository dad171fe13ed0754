"""The few errors that photodesk raises on purpose; each carries one sentence for people."""

from __future__ import annotations

__all__ = ["NotAPicture", "PhotodeskError"]


class PhotodeskError(Exception):
    """Something photodesk cannot do, said in one sentence that may be shown to anybody."""


class NotAPicture(PhotodeskError):
    """The bytes are no picture that photodesk reads.

    The sentence has no subject ("is empty", "is a PDF document, ..."), so that a caller who knows
    the name of the file can put it in front.
    """
