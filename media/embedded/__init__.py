"""What a picture file says about itself: EXIF, IPTC-IIM and XMP in one record."""

from __future__ import annotations

from media.embedded.containers import blocks_of
from media.embedded.exif import exif_says, read_exif
from media.embedded.iim import iim_says, read_iim
from media.embedded.reconcile import reconcile
from media.embedded.text import storable
from media.embedded.xmp import read_xmp
from media.embedded.xmp_fields import xmp_says
from media.types import Metadata

__all__ = ["read_metadata"]


def read_metadata(data: bytes) -> Metadata:
    """What the bytes of one picture file say about the picture, by IPTC PMD 2025.1.

    Never raises: a file without metadata, or no picture at all, gives an empty record; what is
    damaged or contradictory is said in ``problems``.
    """
    blocks = blocks_of(data)
    exif, iim, xmp = read_exif(blocks.exif), read_iim(blocks.iim), read_xmp(blocks.xmp)
    says = {"exif": exif_says(exif), "iptc": iim_says(iim), "xmp": xmp_says(xmp)}
    raw = {"exif": exif.tags, "iptc": iim.named, "xmp": xmp.properties}
    return reconcile(
        blocks,
        {block: said for block, (said, _) in says.items()},
        [*blocks.problems, *(problem for _, problems in says.values() for problem in problems)],
        {block: _stored(values) for block, values in raw.items() if values},
    )


def _stored(values: object) -> dict[str, object]:
    stored = storable(values)
    return stored if isinstance(stored, dict) else {}
