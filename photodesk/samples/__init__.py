"""The sample newsroom: articles in our own words and pictures drawn by our own brush.

Nobody is depicted or quoted, the places and events are invented; the agencies' names are real, for
the credit lines are what photodesk is about.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from importlib import resources
from io import BytesIO
from pathlib import Path

from photodesk.samples.brush import Canvas
from photodesk.samples.inscriptions import Inscription, exif_block, iim_segment, xmp_packet
from photodesk.samples.pictures import PICTURES, Picture

__all__ = ["write_newsroom"]

# Pillow and numpy let go of the interpreter while they paint; more hands only cost memory.
_HANDS = 2


def write_newsroom(folder: Path) -> None:
    """Write the sample articles, the pictures beside them and their manifest into a folder.

    The same bytes each time; a file that is there already is left as it is. Raises OSError where
    the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for page in resources.files(__name__).joinpath("articles").iterdir():
        _put(folder / page.name, page.read_bytes())
    missing = [picture for picture in PICTURES if not (folder / picture.name).exists()]
    with ThreadPoolExecutor(_HANDS) as hands:
        for picture, data in zip(missing, hands.map(_painted, missing), strict=True):
            _put(folder / picture.name, data)


def _painted(picture: Picture) -> bytes:
    """The bytes of the picture's file."""
    # The scene's name throws the dice, so that one scene in two sizes is one picture.
    canvas = Canvas(picture.scene.__name__, *picture.size)
    picture.scene(canvas)
    said = picture.says or Inscription()
    extras: dict[str, object] = {}
    if picture.says:
        extras = {"exif": exif_block(said), "xmp": xmp_packet(said)}
    file = BytesIO()
    match picture.name.rpartition(".")[2]:
        case "png":
            canvas.finished().save(file, "PNG", compress_level=3)
        case "webp":
            canvas.finished().save(file, "WEBP", quality=picture.quality, method=2, **extras)
        case _:
            extra = iim_segment(said) if said.iim else b""
            canvas.finished().save(file, "JPEG", quality=picture.quality, extra=extra, **extras)
    return file.getvalue()


def _put(path: Path, data: bytes) -> None:
    # Whole or not at all: a broken file would be taken for a finished one the next time.
    if not path.exists():
        unfinished = path.with_name(path.name + ".part")
        unfinished.write_bytes(data)
        unfinished.replace(path)
