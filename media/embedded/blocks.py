"""Where EXIF, IIM and XMP lie in a picture file: the raw blocks, before anybody reads them."""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass, field

__all__ = ["Blocks", "Collector"]

_TIFF_STARTS = (b"II*\x00", b"MM\x00*")
_IRB_SIGNATURES = frozenset({b"8BIM", b"PHUT", b"AgHg", b"DCSR", b"MeSa"})
_IRB_IIM, _IRB_EXIF, _IRB_XMP, _IRB_DIGEST = 0x0404, 0x0422, 0x0424, 0x0425


@dataclass(frozen=True, slots=True)
class Blocks:
    """The metadata blocks of one file, as bytes.

    ``exif`` is a TIFF structure (without ``Exif`` header), ``iim`` the datasets of IPTC-IIM,
    ``xmp`` the packets in the order of the file, ``digest`` the MD5 that Photoshop noted of the
    IIM when it last wrote XMP (IPTCDigest, image resource 0x0425).
    """

    exif: bytes = b""
    iim: bytes = b""
    xmp: tuple[bytes, ...] = ()
    digest: bytes | None = None
    problems: tuple[str, ...] = ()


@dataclass(slots=True)
class Collector:
    """Takes in the blocks that a walk through a container meets.

    The first EXIF and the first IIM count: TIFF files keep a second copy of IIM among Photoshop's
    image resources, and the digest is that of the first.
    """

    exif: bytes = b""
    iim: bytes = b""
    xmp: list[bytes] = field(default_factory=list)
    digest: bytes | None = None
    problems: list[str] = field(default_factory=list)

    def add_exif(self, block: bytes) -> None:
        """Take an EXIF block, with or without its ``Exif`` header."""
        if block[:4] == b"Exif":
            block = block[6:]
        if not self.exif and block[:4] in _TIFF_STARTS:
            self.exif = block

    def add_iim(self, block: bytes) -> None:
        """Take IIM datasets, or the image resources that some writers put in their place."""
        if block[:4] in _IRB_SIGNATURES:
            self.add_image_resources(block)
        elif not self.iim:
            self.iim = block
        elif block.rstrip(b"\x00") != self.iim.rstrip(b"\x00"):
            self.problems.append("a second IPTC block differs from the first and is left out")

    def add_xmp(self, packet: bytes) -> None:
        """Take an XMP packet; one that is met twice counts once."""
        if packet.strip(b"\x00 \t\r\n") and packet not in self.xmp:
            self.xmp.append(packet)

    def add_image_resources(self, block: bytes) -> None:
        """Take Photoshop's image resource blocks (Photoshop File Formats, Image Resources)."""
        takers: dict[int, Callable[[bytes], None]] = {
            _IRB_IIM: self.add_iim,
            _IRB_EXIF: self.add_exif,
            _IRB_XMP: self.add_xmp,
        }
        at = 0
        while block[at : at + 4] in _IRB_SIGNATURES and at + 8 <= len(block):
            kind = int.from_bytes(block[at + 4 : at + 6], "big")
            at += 6 + (block[at + 6] + 2 & ~1)
            if at + 4 > len(block):
                break
            (size,) = struct.unpack_from(">I", block, at)
            value = block[at + 4 : at + 4 + size]
            at += 4 + (size + 1 & ~1)
            if kind in takers:
                takers[kind](value)
            elif kind == _IRB_DIGEST and size == 16:
                self.digest = value
            if at > len(block) + 1:
                self.problems.append("the Photoshop resources end in the middle")

    def blocks(self) -> Blocks:
        """What was met."""
        return Blocks(self.exif, self.iim, tuple(self.xmp), self.digest, tuple(self.problems))
