"""Names without an outlet of the registry: persons, authorities, companies, words with a role."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from media.credit.lexicon import Word
from media.credit.names import is_initials, looks_like_person, looks_like_surname
from media.credit.sorts import Named, Sort, could_be_surname, sort_by_words
from media.credit.tokens import Segment
from media.credit.vocabulary import ORGANISED, Kind
from media.outlets.folding import Folded, key_of
from media.outlets.matching import Candidate
from media.outlets.registry import Outlet

__all__ = ["HAN_REPORTER", "PlainNames"]

_WHOLE = (
    (Kind.HANDOUT, Sort.HANDOUT),
    (Kind.POOL, Sort.POOL),
    (Kind.LICENCE, Sort.LICENCE),
    (Kind.PLATFORM, Sort.PLATFORM),
)
_LICENCE = re.compile(
    r"(?:CC[ -](?:BY|0|ZERO)[A-Z0-9 .,-]{0,24}|CC0(?: 1\.0)?|CREATIVE COMMONS[A-Z0-9 .,-]{0,30}"
    r"|PUBLIC DOMAIN|KOD \d+|GEMEINFREI"
    r"|OGL(?: V?\d(?:\.0)?)?|OPEN GOVERNMENT LICEN[CS]E[A-Z0-9 .]{0,8})"
)
_ACCOUNT = re.compile(
    r"@[\w.]{2,40}|(?:HTTPS?://|WWW\.)\S+|[\w-]+(?:\.[\w-]+)*\.[A-Z]{2,6}(?:/\S*)?"
)
HAN_REPORTER = re.compile(r"(?:实习|实习生|首席|特约|摄影)?(?:记者|記者|通讯员|通訊員)+\s*")
"""The word reporter before a Chinese name."""
_HAN_FIRST, _HAN_LAST = "\u3040", "\ua000"
_PLURAL = 6
_HOUSE = re.compile(r"PHOTO|FOTO|PIX|STOCK|IMAGES?(?![A-Z])|PICTURES?(?![A-Z])|BILDER|CLIP")
_ARTICLES = frozenset(("the", "die", "les", "los", "het"))
_SHORT_ARTICLES = frozenset(("la", "el", "il"))
_EMPTY = frozenset((Kind.NOISE, Kind.TITLE))


@dataclass(slots=True)
class PlainNames:
    """Reads stretches of one folded line; ``countries`` is what the line points to."""

    folded: Folded
    countries: frozenset[str]

    def _without_noise(self, segment: Segment, inside: Sequence[Candidate] = ()) -> tuple[int, int]:
        """The range without words that say nothing at its edges and loose punctuation."""
        start, end = segment.start, segment.end
        text = self.folded.text
        first = inside[0].start if inside else end
        last = inside[-1].end if inside else start
        joint = segment.words[0] if segment.words and segment.before[:1] in (",", ";") else None
        if joint and Kind.AND in joint.kinds and joint.start == start and text[start].islower():
            start = min(joint.end + 1, end)  # "…, and Jane Sample"
        for word in segment.words:
            if word.start < start:
                continue
            if word.start > start or word.end > first or not word.kinds & _EMPTY:
                break
            if word.kinds & {Kind.LICENCE, Kind.HANDOUT, Kind.POOL} and word.end == end:
                break
            if text[word.end : word.end + 1] == "-":
                break
            start = word.end
            while start < end and text[start] in " .:'\"":
                start += 1
        for word in reversed(segment.words):
            tail = text[word.end : end]
            if word.start < start or tail.strip(" .") or not word.kinds & _EMPTY:
                break
            if word.start < last:
                break
            if not inside and self._is_house(segment, start, word):
                break
            if word.kinds & {Kind.LICENCE, Kind.HANDOUT, Kind.POOL} or word.start <= start:
                break
            if text[word.start - 1] == "-":
                break
            end = word.start
            while start < end and text[end - 1] in " .:'\"":
                end -= 1
        return start, end

    def _is_house(self, segment: Segment, start: int, word: Word) -> bool:
        """Whether "Pictures" is a part of the name (Northlight Pictures), not a word beside it."""
        first = self.folded.text[word.start]
        if Kind.AGENCY not in word.kinds or not first.isupper() or word.end - word.start < _PLURAL:
            return False
        name = self.folded.text[start : word.start].strip()
        others = sort_by_words(w for w in segment.words if w.end <= word.start)
        return name[:1].isupper() and others is None

    def _named(
        self, segment: Segment, start: int, end: int, sort: Sort, outlet: Outlet | None = None
    ) -> Named:
        text = self.folded.text
        while start < end and text[start] in " ,":
            start += 1
        while start < end and text[end - 1] in " ,":
            end -= 1
        if text.startswith("the ", start, end):
            start += 4
        if sort not in (Sort.LICENCE, Sort.HANDOUT) and text[end - 1] == ".":
            dotted = text[start : end - 1]
            if (
                "." not in dotted[-4:]
                and dotted[-2:-1] != " "
                and not dotted.endswith((" Inc", " Co", " Ltd", " Corp", " Jr", " Sr"))
            ):
                end -= 1
        return Named(start, end, sort, segment.before, segment.said, outlet)

    def _words(self, segment: Segment, start: int, end: int) -> list[Named]:
        text, key = self.folded.text, self.folded.key
        words = [w for w in segment.words if w.start >= start and w.end <= end]
        name = text[start:end]
        if any(w.start == start and w.end == end and Kind.TOOK in w.kinds for w in words):
            return []
        if sort := self._whole_word(words, start, end):
            if sort is Sort.POOL:
                end = self._pool_end(start, end)
            return [self._named(segment, start, end, sort)]
        if all(not char.isalpha() for char in name):
            return []
        if licence := _LICENCE.search(key, start, end):
            return self._around(segment, start, licence.start(), licence.end(), end, Sort.LICENCE)
        if _ACCOUNT.fullmatch(key, start, end):
            sort = Sort.AGENCY if _HOUSE.search(key, start, end) else Sort.UNKNOWN
            account = self._named(segment, start, end, sort)
            account.is_address = True
            return [account]
        if is_initials(name) and segment.before[:1] in ("/", ",", "("):
            return [self._named(segment, start, end, Sort.LICENCE)]
        if Kind.TOOK in segment.said or Kind.BY in segment.said:
            if taken := HAN_REPORTER.search(text, start, end):
                left = self._words_of_organisation(segment, words, start, taken.start())
                person = self._named(segment, taken.end(), end, Sort.PERSON)
                return [*left, person] if person.start < person.end else left
            organised = [w for w in words if w.kinds & ORGANISED]
            sort = sort_by_words(organised)
            if sort is None and name.isalpha() and name == name.upper() != name.lower():
                return [self._named(segment, start, end, Sort.UNKNOWN)]
            if sort is None or could_be_surname(organised, name) or _HAN_FIRST <= name < _HAN_LAST:
                return [self._named(segment, start, end, Sort.PERSON)]
        for word in words:
            if Kind.AND in word.kinds and looks_like_person(text[start : word.start]):
                last = text[word.end : end].strip()
                if looks_like_person(last):
                    who = self._named(segment, start, word.start, Sort.PERSON)
                    other = self._named(segment, word.end, end, Sort.PERSON)
                    other.before = ","
                    return [who, other]
        if (pool := next((w for w in words if Kind.POOL in w.kinds), None)) and (
            pool.end == end or not text[pool.end : end].strip(" .")
        ):
            return self._pool(segment, words, start, pool, end)
        if trailing := next(
            (w for w in words if w.kinds & {Kind.LICENCE, Kind.HANDOUT} and w.start > start), None
        ):
            ahead = text[start : trailing.start].strip()
            if looks_like_person(ahead) or (trailing.end == end and len(ahead) > 2):
                sort = Sort.LICENCE if Kind.LICENCE in trailing.kinds else Sort.HANDOUT
                return self._around(segment, start, trailing.start, trailing.end, end, sort)
        sort = self._sort(words, name)
        if sort is Sort.PERSON and Kind.FOR in segment.said:
            sort = Sort.MEDIUM
        return [self._named(segment, start, end, sort)]

    def _whole_word(self, words: list[Word], start: int, end: int) -> Sort | None:
        for word in words:
            if word.start == start and not self.folded.text[word.end : end].strip(" .)"):
                for kind, sort in _WHOLE:
                    if kind in word.kinds:
                        return sort
        return None

    def _around(
        self, segment: Segment, start: int, left: int, right: int, end: int, sort: Sort
    ) -> list[Named]:
        """A party with what stands on both sides of it."""
        out = []
        if self.folded.text[start:left].strip(" ,.-"):
            words = [w for w in segment.words if w.end <= left]
            out += self._words(segment, start, left - self._blanks(start, left))
        middle = self._named(segment, left, right, sort)
        out.append(middle if not out else self._follow(middle))
        rest = self.folded.text[right:end]
        if len(rest.strip(" ,.-")) > 1:
            words = [w for w in segment.words if w.start >= right]
            shifted = right + len(rest) - len(rest.lstrip(" ,.-"))
            part = Segment(shifted, end, " ", frozenset(), words)
            out += self._words(part, shifted, end)
        return out

    def _blanks(self, start: int, end: int) -> int:
        piece = self.folded.text[start:end]
        return len(piece) - len(piece.rstrip(" ,.-"))

    def _follow(self, named: Named) -> Named:
        if named.before != " ":
            named.before = " "
        return named

    def _words_of_organisation(
        self, segment: Segment, words: list[Word], start: int, end: int
    ) -> list[Named]:
        if not self.folded.text[start:end].strip():
            return []
        inside = [w for w in words if w.end <= end and w.kinds & ORGANISED]
        return [self._named(segment, start, end, sort_by_words(inside) or Sort.UNKNOWN)]

    def _pool(
        self, segment: Segment, words: list[Word], start: int, pool: Word, end: int
    ) -> list[Named]:
        """``Kremlin Pool``, ``Clary-Pool``, or the surname in ``Anna Pool``."""
        text = self.folded.text
        ahead = text[start : pool.start].strip(" ")
        if ahead.endswith("-"):
            who = self._words(segment, start, start + len(ahead.rstrip("- ")))
            if who and who[0].sort is Sort.UNKNOWN:
                who[0].sort = Sort.PERSON
            return [*who, self._follow(self._named(segment, pool.start, end, Sort.POOL))]
        if looks_like_person(ahead) and sort_by_words(words) is None:
            who = [self._named(segment, start, start + len(ahead), Sort.PERSON)]
            return [*who, self._follow(self._named(segment, pool.start, end, Sort.POOL))]
        if sort_by_words([w for w in words if w.end <= pool.start]) is Sort.PRIVATE:
            return [self._named(segment, start, end, Sort.PRIVATE)]
        if (
            text[pool.start : pool.end] == "Pool"
            and looks_like_surname(ahead)
            and (not words or words[0] is pool)
        ):
            return [self._named(segment, start, end, Sort.PERSON)]
        if ahead and ahead == ahead.lower() and ahead.isascii():
            return []  # a swimming pool
        return [self._named(segment, start, self._pool_end(pool.start, pool.end), Sort.POOL)]

    def _pool_end(self, start: int, end: int) -> int:
        for suffix in (" PHOTOS", " PHOTO", " PICTURE", " IMAGE", " VIA"):
            if self.folded.key.endswith(suffix, start, end):
                return end - len(suffix)
        return end

    def _sort(self, words: list[Word], name: str) -> Sort:
        organised = [w for w in words if w.kinds & ORGANISED]
        sort = sort_by_words(organised)
        if sort in (None, Sort.PRIVATE) and (named := _sort_by_shape(name)):
            return named
        if sort is not None and not (len(name.split()) == 2 and could_be_surname(organised, name)):
            return sort
        return Sort.PERSON if looks_like_person(name) else sort or Sort.UNKNOWN


def _sort_by_shape(name: str) -> Sort | None:
    """What an article or a stem such as "stock" makes of a name without any known word."""
    words = name.split()
    first = words[0].lower() if words and words[0][:1].isupper() else ""
    if len(words) > 1 and (
        first in _ARTICLES or (first in _SHORT_ARTICLES and len(words) == 2 and name[0].isupper())
    ):
        return Sort.MEDIUM
    if len(words) == 1 and _HOUSE.search(key_of(name)):
        return Sort.AGENCY
    return None
