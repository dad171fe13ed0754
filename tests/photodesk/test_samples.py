"""The sample newsroom: complete, the same each time, pleasant to the readers of metadata."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import numpy as np
import pdqhash
import pytest
from PIL import Image, IptcImagePlugin
from PIL.ExifTags import GPS, IFD, Base

from photodesk.samples import write_newsroom
from photodesk.samples.brush import Canvas, Dice, mix
from photodesk.samples.inscriptions import Inscription, exif_block, iim_segment, xmp_packet
from photodesk.samples.pictures import PICTURES

_PICTURE = re.compile(r'(?<![\w-])(?:data-)?src="([\w-]+\.(?:jpg|png|webp))"')
_COLUMNS = ("article", "file", "caption", "credit", "licence")
_LETTERS = {"uk": "іїєґ", "ru": "ыэъё"}


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("samples") / "newsroom"
    write_newsroom(folder)
    return folder


def _pages(newsroom: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(newsroom.glob("*.html")) + sorted(newsroom.glob("*.txt")):
        yield path.name, path.read_text(encoding="utf-8")


def _rows(newsroom: Path) -> list[dict[str, str]]:
    with (newsroom / "pictures.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _fingerprint(path: Path) -> np.ndarray:
    with Image.open(path) as image:
        return pdqhash.compute(np.asarray(image.convert("RGB")))[0]


def _credit_lines(newsroom: Path) -> str:
    return "\n".join(text for _, text in _pages(newsroom))


def test_each_picture_that_a_page_shows_lies_beside_it(newsroom: Path) -> None:
    shown = {name for _, text in _pages(newsroom) for name in _PICTURE.findall(text)}
    shown |= {row["file"] for row in _rows(newsroom) if row["file"]}
    assert shown == {picture.name for picture in PICTURES}
    assert all((newsroom / name).is_file() for name in shown)


def test_nothing_unfinished_is_left_behind(newsroom: Path) -> None:
    assert {path.suffix for path in newsroom.iterdir()} == {
        ".html",
        ".txt",
        ".csv",
        ".jpg",
        ".png",
        ".webp",
    }


def test_three_languages_have_their_share_of_the_articles(newsroom: Path) -> None:
    languages = []
    for _, text in _pages(newsroom):
        lower = text.lower()
        letters = {
            code: sum(lower.count(letter) for letter in own) for code, own in _LETTERS.items()
        }
        likeliest = max(letters, key=lambda code: letters[code])
        languages.append(likeliest if letters[likeliest] > 2 else "en")
    assert languages.count("en") >= 5
    assert languages.count("uk") >= 5
    assert languages.count("ru") >= 4


def test_a_page_says_the_language_it_is_written_in(newsroom: Path) -> None:
    for name, text in _pages(newsroom):
        if name.endswith(".html"):
            language = re.search(r'<html lang="(\w\w)', text)
            assert language, name
            own = [code for code, letters in _LETTERS.items() if re.search(f"[{letters}]", text)]
            assert own in ([], [language[1]]), name


def test_painting_again_gives_the_same_bytes(newsroom: Path, tmp_path: Path) -> None:
    again = {"chess-board.jpg", "tide-chart.png", "imagined-harbour.webp", "forest-fire.jpg"}
    for path in newsroom.iterdir():
        if path.name not in again:
            (tmp_path / path.name).touch()
    write_newsroom(tmp_path)
    for name in again:
        assert (tmp_path / name).read_bytes() == (newsroom / name).read_bytes(), name


def test_a_file_that_is_there_is_left_as_it_is(newsroom: Path) -> None:
    page, picture = newsroom / "chess-club.html", newsroom / "ski-lift.jpg"
    before = page.read_bytes(), picture.read_bytes()
    try:
        page.write_bytes(b"changed by hand")
        picture.write_bytes(b"and so was this")
        write_newsroom(newsroom)
        assert page.read_bytes() == b"changed by hand"
        assert picture.read_bytes() == b"and so was this"
    finally:
        page.write_bytes(before[0])
        picture.write_bytes(before[1])


def test_only_the_squeezed_copy_looks_like_another_picture(newsroom: Path) -> None:
    prints = {picture.name: _fingerprint(newsroom / picture.name) for picture in PICTURES}
    alike = {
        pair
        for pair in combinations(sorted(prints), 2)
        if int(np.count_nonzero(prints[pair[0]] != prints[pair[1]])) < 70
    }
    assert alike == {("chess-board-small.jpg", "chess-board.jpg")}


def test_pictures_have_the_size_that_the_table_says(newsroom: Path) -> None:
    for picture in PICTURES:
        with Image.open(newsroom / picture.name) as image:
            assert image.size == picture.size


@pytest.mark.parametrize(
    "credit",
    [
        "Photo: KCNA, Novaya Gazeta",
        "KCNA via Reuters",
        "Sputnik/Kremlin Pool via AP",
        "Pool Photo via AP",
        "/ AP / ТАСС",
        "Фото: ТАСС",
        "Photo: Shutterstock",
        "Handout / Ministry",
        "CC BY-SA 4.0",
        "Xinhua via Getty Images",
        "Anadolu via Getty Images",
        "조선중앙통신=연합뉴스",
        "REUTERS/",
        "picture alliance/dpa",
        "Фото: AFP",
        "Courtesy of the Museum",
        "Фото: Суспільне",
    ],
)
def test_the_kinds_of_credit_lines_are_there(newsroom: Path, credit: str) -> None:
    assert credit in _credit_lines(newsroom)


def test_the_manifest_holds_a_licence_that_has_run_out(newsroom: Path) -> None:
    rows = _rows(newsroom)
    assert set(_COLUMNS) <= set(rows[0])
    assert "Agency contract 2023-117, until 2024-12-31" in {row["licence"] for row in rows}


def test_the_manifest_names_a_picture_whose_file_is_missing(newsroom: Path) -> None:
    assert [row["caption"] for row in _rows(newsroom) if not row["file"]]


def test_a_page_prints_afp_where_the_file_says_sputnik(newsroom: Path) -> None:
    with Image.open(newsroom / "concert-stage.jpg") as image:
        assert b"<photoshop:Credit>Sputnik<" in image.info["xmp"]
        assert IptcImagePlugin.getiptcinfo(image)[(2, 110)] == b"Sputnik"  # type: ignore[index]


def test_about_half_of_the_pictures_carry_metadata(newsroom: Path) -> None:
    with_packet = 0
    for picture in PICTURES:
        with Image.open(newsroom / picture.name) as image:
            with_packet += "xmp" in image.info
    assert 0.35 < with_packet / len(PICTURES) < 0.65


def test_one_picture_knows_where_it_was_taken(newsroom: Path) -> None:
    with Image.open(newsroom / "flooded-street.jpg") as image:
        place = image.getexif().get_ifd(IFD.GPSInfo)
    assert (place[GPS.GPSLatitudeRef], place[GPS.GPSLongitudeRef]) == ("N", "W")
    assert [float(part) for part in place[GPS.GPSLatitude]] == [54, 58, 16]


def test_one_picture_says_that_a_model_made_it(newsroom: Path) -> None:
    with Image.open(newsroom / "imagined-harbour.webp") as image:
        assert b"digitalsourcetype/trainedAlgorithmicMedia" in image.info["xmp"]


def test_exif_holds_creator_camera_and_moment() -> None:
    said = Inscription(
        creator="Олена", taken="2025-07-15T17:22:10", camera=("Maker", "Model"), place=(-1.5, 2.25)
    )
    exif = Image.Exif()
    exif.load(exif_block(said))
    assert exif[Base.Make] == "Maker"
    assert exif.get_ifd(IFD.Exif)[Base.DateTimeOriginal] == "2025:07:15 17:22:10"
    assert exif[Base.Artist].encode("latin-1").decode() == "Олена"
    assert exif.get_ifd(IFD.GPSInfo)[GPS.GPSLatitudeRef] == "S"


def test_an_xmp_packet_keeps_signs_that_xml_reserves() -> None:
    assert "Press &amp; Co &lt;x&gt;" in xmp_packet(Inscription(credit="Press & Co <x>")).decode()


def test_an_empty_inscription_writes_no_fields() -> None:
    assert b"photoshop:Credit>" not in xmp_packet(Inscription())
    assert len(iim_segment(Inscription())) < 60


def test_an_iim_block_says_that_it_is_utf8() -> None:
    picture = io.BytesIO()
    Image.new("RGB", (8, 8)).save(picture, "JPEG", extra=iim_segment(Inscription(city="Львів")))
    with Image.open(picture) as image:
        records = IptcImagePlugin.getiptcinfo(image)
    assert records is not None
    assert records[(1, 90)] == b"\x1b%G"
    assert records[(2, 90)] == "Львів".encode()


def test_dice_of_the_same_name_fall_the_same_way() -> None:
    first, second, other = Dice("a"), Dice("a"), Dice("b")
    throws = [first.between(0, 1) for _ in range(600)]
    assert throws == [second.between(0, 1) for _ in range(600)]
    assert throws[0] != other.between(0, 1)
    assert all(0 <= throw < 1 for throw in throws)


def test_a_colour_can_be_mixed_from_two() -> None:
    assert mix("#000000", "#ffffff", 0.5) == "#808080"


def test_shapes_outside_the_picture_paint_nothing() -> None:
    plain, touched = Canvas("x", 150, 100), Canvas("x", 150, 100)
    touched.graded([(-90, -90), (-50, -90), (-50, -50)], "#ff0000", "#00ff00")
    touched.soft([(-900, -90), (-800, -90), (-800, -50)], "#ff0000", 1, 5)
    assert plain.finished().tobytes() == touched.finished().tobytes()
