"""Single questions about a page: which pictures are its own, and what is printed about them."""

from __future__ import annotations

import pytest

from media.article import NotAnArticle, read_html
from media.errors import PhotodeskError
from media.types import Article, Usage

_PROSE = (
    "<p>The mill by the weir turned again on Monday after eleven years of silence in the "
    "village.</p><p>Neighbours brought bread and watched the wheel until the light was gone.</p>"
)


def read(body: str, head: str = "", lang: str = "en") -> Article:
    page = (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8">{head}</head><body>'
        f"<main><article><h1>The mill turns again</h1>{body}{_PROSE}</article></main></body></html>"
    )
    return read_html(page.encode(), "mill.html")


def only(body: str, head: str = "") -> Usage:
    usages = read(body, head).usages
    assert len(usages) == 1
    return usages[0]


@pytest.mark.parametrize(
    "figcaption",
    [
        "The wheel at noon. Photo: Ada Brook/AFP",
        "The wheel at noon. (Photo by Ada Brook/AFP)",
        "The wheel at noon <span class='credit'>Photo: Ada Brook/AFP</span>",
        "The wheel at noon <small>Ada Brook/AFP</small>",
        "The wheel at noon <cite>Photo: Ada Brook/AFP</cite>",
        "The wheel at noon <span class='image__copyright'>© Ada Brook/AFP</span>",
        "The wheel at noon <span itemprop='copyrightHolder'>Ada Brook/AFP</span>",
        "The wheel at noon. Photo: <span class='photographer'>Ada Brook/AFP</span>",
        "The wheel at noon | Ada Brook/AFP",
        "The wheel at noon<br>Ada Brook/AFP",
    ],
)
def test_credit_is_parted_from_the_caption(figcaption: str) -> None:
    usage = only(f"<figure><img src='wheel.jpg'><figcaption>{figcaption}</figcaption></figure>")
    assert (usage.caption or "").rstrip(".") == "The wheel at noon"
    assert usage.credit_line == "Ada Brook/AFP"


@pytest.mark.parametrize(
    "line",
    [
        "Фото: Укрінформ",
        "Світлина: Укрінформ",
        "Источник фото: Укрінформ",
        "Foto: Укрінформ",
        "Bild: Укрінформ",
        "Crédit photo : Укрінформ",
        "Zdjęcie: Укрінформ",
        "Fotó: Укрінформ",
        "Φωτογραφία: Укрінформ",
        "صورة: Укрінформ",
        "写真：Укрінформ",
        "사진: Укрінформ",
        "Fotoğraf: Укрінформ",
        "Kuva: Укрінформ",
    ],
)
def test_labels_of_many_languages_are_no_part_of_a_credit(line: str) -> None:
    usage = only(f"<figure><img src='wheel.jpg'><figcaption>{line}</figcaption></figure>")
    assert (usage.caption, usage.credit_line) == (None, "Укрінформ")


@pytest.mark.parametrize(
    "markup",
    [
        "<p><img src='wheel.jpg'></p><p>The wheel. Photo: Ada Brook</p>",
        "<p><img src='wheel.jpg'><br>The wheel. Photo: Ada Brook</p>",
        "<div class='pic'><img src='wheel.jpg'></div><div>The wheel. Photo: Ada Brook</div>",
        "<div><img src='wheel.jpg'>The wheel. Photo: Ada Brook</div>",
        "<div class='wp-caption'><img src='wheel.jpg'><p class='wp-caption-text'>The wheel. Photo: "
        "Ada Brook</p></div>",
        "<img src='wheel.jpg'><div class='photo-caption'>The wheel. Photo: Ada Brook</div>",
        "<figure><img src='wheel.jpg'><div>The wheel. Photo: Ada Brook</div></figure>",
        "<img src='wheel.jpg' data-caption='The wheel. &lt;i&gt;Photo: Ada Brook&lt;/i&gt;'>",
        "<img src='wheel.jpg' title='The wheel | Photo: Ada Brook'>",
    ],
)
def test_words_around_a_picture_without_figure_are_read(markup: str) -> None:
    usage = only(markup)
    assert (usage.caption, usage.credit_line) == ("The wheel", "Ada Brook")


def test_attribute_with_a_credit_is_read() -> None:
    assert only("<img src='wheel.jpg' data-credit='Photo: Ada Brook'>").credit_line == "Ada Brook"


def test_marked_credit_below_a_picture_needs_no_label() -> None:
    body = "<div><img src='wheel.jpg'></div><div class='image-credit'>Ada Brook</div>"
    assert only(body).credit_line == "Ada Brook"


def test_alternative_text_that_only_describes_is_no_credit() -> None:
    usage = only("<img src='wheel.jpg' alt='Photo: girl at the wheel'>")
    assert (usage.credit_line, usage.alt_text) == (None, "Photo: girl at the wheel")


def test_closing_credit_belongs_to_the_only_picture() -> None:
    body = f"<p><img src='wheel.jpg'></p>{_PROSE}<p>Photo: Ada Brook</p>"
    assert only(body).credit_line == "Ada Brook"


def test_closing_notice_of_the_site_is_no_credit() -> None:
    body = f"<p><img src='wheel.jpg'></p>{_PROSE}<p>© Mill Gazette 2025</p>"
    assert only(body).credit_line is None


def test_two_marked_credits_stand_in_their_order() -> None:
    usage = only(
        "<figure><img src='wheel.jpg'><figcaption>The wheel <span class='photographer'>Ada "
        "Brook</span> <span class='agency'>AFP</span></figcaption></figure>"
    )
    assert usage.credit_line == "Ada Brook / AFP"


def test_buttons_are_no_caption() -> None:
    usage = only("<figure><img src='wheel.jpg'><figcaption>Expand image</figcaption></figure>")
    assert usage.caption is None


@pytest.mark.parametrize(
    "markup",
    [
        "<nav><img src='menu.jpg'></nav>",
        "<aside><img src='side.jpg'></aside>",
        "<footer><img src='foot.jpg'></footer>",
        "<div class='relatedArticles'><img src='other.jpg'></div>",
        "<div class='c-teaser__img'><img src='other.jpg'></div>",
        "<div id='promo-box'><img src='offer.jpg'></div>",
        "<div class='post-author'><img src='ada.jpg'></div>",
        "<div role='complementary'><img src='side.jpg'></div>",
        "<img src='/assets/logo.png'>",
        "<img src='https://example.org/avatar/ada.jpg'>",
        "<img src='https://ad.doubleclick.net/x.gif'>",
        "<img src='wheel.jpg' width='60' height='60'>",
        "<img src='t.gif' width=1 height=1>",
        "<img src='wheel.jpg' style='width: 40px'>",
        "<img src='data:image/gif;base64,R0lGOD'>",
        "<img src='drawing.svg'>",
        "<img src='/img/placeholder.png'>",
        "<img alt='nothing'>",
        "<a href='/shop/bread'><img src='bread.jpg'></a>",
        "<a href='/n/2'><img src='dam.jpg'><h3>Dam shut for repairs until May</h3></a>",
        "<div><a href='/n/2'><img src='dam.jpg'></a><a href='/n/2'>Dam shut for repairs</a></div>",
        "<article><a href='/n/2'>x</a><img src='dam.jpg'></article>",
        "<template><img src='dam.jpg'></template>",
    ],
)
def test_picture_of_the_page_but_not_of_the_article_is_left_out(markup: str) -> None:
    assert read(markup).usages == ()


@pytest.mark.parametrize(
    "markup",
    [
        "<img src='wheel.jpg' width='16' height='9'>",
        "<img src='wheel.jpg' width='1440' height='0'>",
        "<a href='wheel-large.jpg'><img src='wheel.jpg'></a>",
        "<a href='#'><img src='wheel.jpg'></a>",
        "<figure class='banner'><img src='wheel.jpg'></figure>",
        "<div class='has-sidebar'><img src='wheel.jpg'></div>",
        "<a href='/7'><figure><img src='wheel.jpg'><figcaption>Bow</figcaption></figure></a>",
        "<header><img src='wheel.jpg'></header>",
        "<noscript><img src='wheel.jpg'></noscript>",
        "<amp-img src='wheel.jpg'></amp-img>",
    ],
)
def test_own_picture_is_kept(markup: str) -> None:
    assert only(markup).references[-1] == "wheel.jpg"


def test_picture_that_the_page_declares_needs_no_fitting_class() -> None:
    head = "<meta property='og:image' content='https://example.org/i/millwheel-1200x630.jpg'>"
    body = "<div class='teaser-media'><img src='/i/millwheel-800x420.jpg'></div>"
    assert only(body, head).references == ("/i/millwheel-800x420.jpg",)


def test_copies_of_one_picture_are_one_usage() -> None:
    body = (
        "<img src='millwheel-300x200.jpg'>"
        "<figure><img src='millwheel-900x600.jpg'><figcaption>Photo: Ada Brook</figcaption>"
        "</figure>"
    )
    usage = only(body)
    assert usage.credit_line == "Ada Brook"
    assert usage.references == ("millwheel-300x200.jpg", "millwheel-900x600.jpg")


@pytest.mark.parametrize(
    "attribute", ["data-src", "data-original", "data-lazy-src", "data-full-src", "data-td-src-prop"]
)
def test_lazy_picture_gives_its_real_address(attribute: str) -> None:
    usage = only(f"<img src='data:image/gif;base64,R0' {attribute}='/i/wheel.jpg'>")
    assert usage.references == ("/i/wheel.jpg",)


def test_lazy_srcset_gives_the_largest_first() -> None:
    usage = only("<img data-srcset='/a,b/small.jpg 400w, /a,b/large.jpg 1600w,/a/mid.jpg 800w'>")
    assert usage.references == ("/a,b/large.jpg", "/a/mid.jpg", "/a,b/small.jpg")


def test_srcset_without_descriptors_is_read() -> None:
    assert only("<img srcset='one.jpg, two.jpg 2x'>").references == ("two.jpg", "one.jpg")


def test_picture_in_noscript_is_another_address_of_the_lazy_one() -> None:
    body = "<div><img data-src='/i/wheel-l.jpg'><noscript><img src='/i/wheel.jpg'></noscript></div>"
    assert only(body).references == ("/i/wheel-l.jpg", "/i/wheel.jpg")


def test_address_is_exactly_as_written() -> None:
    assert only("<img src='./Mill_files/wheel%20one.jpg?w=9#x'>").references == (
        "./Mill_files/wheel%20one.jpg?w=9#x",
    )


def test_page_without_pictures_is_an_article_without_usages() -> None:
    article = read("")
    assert (article.headline, article.usages) == ("The mill turns again", ())


def test_declared_pictures_stand_in_where_a_script_draws_them() -> None:
    head = (
        '<script type="application/ld+json">{"@type":"NewsArticle","image":{"@type":"ImageObject",'
        '"url":"https://example.org/wheel.jpg","caption":"The wheel","creator":{"name":"Ada"},'
        '"license":"https://example.org/terms"}}</script>'
    )
    usage = only("", head)
    assert usage == Usage(
        1, "The wheel", "Ada", None, "https://example.org/terms", ("https://example.org/wheel.jpg",)
    )


def test_pictures_of_comments_below_a_marked_body_are_left_out() -> None:
    page = (
        "<html><body><div><h1>The mill turns again</h1>"
        f"<div itemprop='articleBody'><img src='wheel.jpg'>{_PROSE * 3}</div></div>"
        f"<div id='talk'>{'<p>I was there too.</p><img src=face.jpg>' * 90}</div></body></html>"
    )
    usages = read_html(page.encode(), "mill.html").usages
    assert [usage.references for usage in usages] == [("wheel.jpg",)]


def test_page_without_article_element_keeps_captioned_pictures_after_the_text() -> None:
    page = (
        f"<html><body><div><h1>The mill turns again</h1><div>{_PROSE}</div>"
        "<figure><img src='wheel.jpg'><figcaption>Photo: Ada</figcaption></figure>"
        "<p><img src='loose.jpg'></p></div></body></html>"
    )
    usages = read_html(page.encode(), "mill.html").usages
    assert [usage.credit_line for usage in usages] == ["Ada"]


@pytest.mark.parametrize(
    "data", [b"", b" \n ", b"\xef\xbb\xbf", b"\x89PNG\r\n\x1a\n\0\0", b"only words", b"a < b"]
)
def test_what_is_no_page_is_refused_in_one_sentence(data: bytes) -> None:
    with pytest.raises(NotAnArticle) as refused:
        read_html(data, "mill.html")
    assert isinstance(refused.value, PhotodeskError)
    assert "\n" not in str(refused.value)
