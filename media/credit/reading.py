"""A segment read against the registry: the outlets in it, and what stands beside them."""

from __future__ import annotations

import re

from media.credit.names import looks_like_person, looks_like_surname
from media.credit.naming import HAN_REPORTER, PlainNames
from media.credit.sorts import Named, Sort, names_a_kind, sort_by_words, sort_of_outlet
from media.credit.tokens import Segment
from media.credit.vocabulary import ORGANISED, Kind
from media.outlets.folding import key_of
from media.outlets.matching import Candidate, choose
from media.outlets.registry import Outlet

__all__ = ["Reader"]

_HAN_FRAME = re.compile(
    r"(?:实习|首席|特约|摄影)?[记記]者|[发發电電讯訊摄攝]|[报報][道导導]|资料|資料|[图圖]"
)
_HAN_TAIL = re.compile(r"[社网報报]?[发發]?[(\[\s]*$")
_HAN_ISSUED = re.compile(r"[发發]\s+")
_GENERIC = frozenset((Kind.NOISE, Kind.AGENCY, Kind.MEDIUM))
_NUMBERED = re.compile(r"-\d{1,3}(?!\w)")
_MEDIUM_WORDS = (" PHOTO", " PHOTOS", "发", "發")


class Reader(PlainNames):
    """Reads the segments of one line."""

    __slots__ = ()

    def read(self, segment: Segment, inside: list[Candidate]) -> list[Named]:
        """What one segment names: nothing, one party, or a few without a separator."""
        start, end = self._without_noise(segment, inside)
        if start >= end:
            return []
        if pool := self._pool_of(segment, start, end, inside):
            return pool
        if inside and inside[0].disguised and self._whole_word(segment.words, start, end):
            return self._words(segment, start, end)  # "D.R." is no disguise of DR
        if inside and (found := self._outlets(segment, start, end, inside)):
            return found
        return self._words(segment, start, end)

    def _pool_of(
        self, segment: Segment, start: int, end: int, inside: list[Candidate]
    ) -> list[Named]:
        """``Kremlin Pool``: the pool of an authority that the registry knows."""
        pool = next((w for w in reversed(segment.words) if Kind.POOL in w.kinds), None)
        if pool is None or pool.end < end or len(inside) != 1 or inside[0].start > start:
            return []
        if inside[0].end < pool.end and self.folded.text[inside[0].end : pool.start].strip():
            return []
        found = choose(inside[0], self.folded, whole=True, countries=self.countries)
        stop = self._pool_end(pool.start, pool.end)
        return [self._named(segment, start, stop, Sort.POOL, found[0] if found else None)]

    def _outlets(
        self, segment: Segment, start: int, end: int, inside: list[Candidate]
    ) -> list[Named]:
        placed: list[tuple[Candidate, Outlet, bool]] = []
        for candidate in inside:
            whole = self._stands_alone(segment, start, end, candidate)
            chosen = choose(candidate, self.folded, whole=whole, countries=self.countries)
            if chosen and (whole or not self._is_in_a_name(start, end, candidate)):
                placed.append((candidate, chosen[0], whole))
        if not placed:
            return []
        if single := self._one_body(segment, start, end, placed):
            return [single]
        text, at = self.folded.text, start
        out: list[Named] = []
        for candidate, outlet, _ in placed:
            begin, stop = max(candidate.start, at), self._without_medium(candidate, outlet)
            begin, stop = self._with_its_kind(segment, at, begin, stop, end)
            if begin > at and text[at:begin].strip().lower() == "the":
                begin = at
            if begin > at:
                out.extend(self._rest(segment, at, begin))
            named = self._named(segment, begin, stop, Sort.UNKNOWN, outlet)
            named.sort = sort_of_outlet(outlet)
            if any(Kind.PLATFORM in w.kinds and w.end == stop for w in segment.words):
                named.sort = Sort.PLATFORM
            if self.folded.key.endswith(" PHOTO", candidate.start, candidate.end) or (
                self.folded.key.startswith(" PHOTO", stop)
            ):
                named.said |= {Kind.NOISE}
            out.append(named)
            at = max(candidate.end, stop)
        if text[at:end].strip(" ."):
            rest = self._rest(segment, at, end)
            tail = text[rest[0].start : rest[0].end] if rest else ""
            if len(rest) == 1 and rest[0].sort is Sort.UNKNOWN and " " not in tail:
                out[-1].end = rest[0].end  # AP Newsroom, Reuters Connect
            else:
                out.extend(rest)
        return [out[0], *(self._follow(named) for named in out[1:])]

    def _with_its_kind(
        self, segment: Segment, at: int, begin: int, stop: int, end: int
    ) -> tuple[int, int]:
        """The range with the words beside it that say what the outlet is: news agency."""
        text = self.folded.text
        for word in reversed(segment.words):
            inside = at <= word.start and word.end <= begin and names_a_kind(word)
            if inside and not text[word.end : begin].strip(" "):
                begin = word.start
        for word in segment.words:
            inside = stop <= word.start and word.end <= end and names_a_kind(word)
            if inside and not text[stop : word.start].strip(" "):
                stop = word.end
        return begin, stop

    def _without_medium(self, candidate: Candidate, outlet: Outlet) -> int:
        """Where the name ends: ``AP Photo`` and ``新华社发`` name AP and 新华社."""
        key = self.folded.key[candidate.start : candidate.end]
        if numbered := _NUMBERED.match(self.folded.text, candidate.end):
            return numbered.end()
        for suffix in _MEDIUM_WORDS:
            if key.endswith(suffix):
                short = key[: -len(suffix)]
                if any(key_of(alias.name) == short for alias in outlet.aliases):
                    return candidate.end - len(suffix)
        return candidate.end

    def _stands_alone(self, segment: Segment, start: int, end: int, candidate: Candidate) -> bool:
        text = self.folded.text
        before = text[start : candidate.start].strip(" @'\"-#.")
        after = text[candidate.end : end].strip(" .'\"-")
        if not before and not after:
            return True
        if _HAN_FRAME.match(after) and not before:
            return True
        if all(
            self._is_generic(segment, *part)
            for part in ((start, candidate.start), (candidate.end, end))
        ):
            return True
        # An agency in capitals before a full name is a segment that lost its separator.
        name = text[candidate.start : candidate.end]
        return (
            not before
            and name == name.upper()
            and looks_like_person(after)
            and after != after.upper()
        )

    def _is_generic(self, segment: Segment, start: int, end: int) -> bool:
        """Whether a range holds nothing but words such as agency, TV, photo."""
        text = self.folded.text
        for word in segment.words:
            if word.start >= start and word.end <= end and word.kinds & _GENERIC:
                if text[start : word.start].strip(" .'\"-"):
                    return False
                start = word.end
        return not text[start:end].strip(" .'\"-")

    def _is_in_a_name(self, start: int, end: int, candidate: Candidate) -> bool:
        """Whether a one-word match is somebody's given name or surname (Petra, Tass)."""
        text = self.folded.text
        word = text[candidate.start : candidate.end]
        around = text[start:end].strip(" .")
        if " " in word or not word.isalpha():
            return False
        if word == word.lower() != word.upper() and around != word:
            return True  # a common noun in running text: sputnik, trend
        if not looks_like_person(around):
            return False
        others = around.replace(word, " ", 1).split()
        if word == word.upper() and word.upper() != word.lower():
            in_capitals = all(other == other.upper() for other in others)
            return in_capitals and candidate.start > start and len(others) == 1
        return word.upper() != word.lower() and all(looks_like_surname(o) for o in others)

    def _one_body(
        self, segment: Segment, start: int, end: int, placed: list[tuple[Candidate, Outlet, bool]]
    ) -> Named | None:
        """A longer name that merely holds an outlet's: Press Service of the Armed Forces."""
        outside = [
            w
            for w in segment.words
            if w.kinds & ORGANISED
            and start <= w.start
            and w.end <= end
            and not any(c.start < w.end and w.start < c.end for c, _, _ in placed)
        ]
        sort = sort_by_words(outside)
        if sort not in (Sort.STATE, Sort.PUBLIC, Sort.PRIVATE):
            return None
        authorities = [o for _, o, _ in placed if sort_of_outlet(o) is Sort.STATE]
        if len(authorities) < len(placed) and placed[0][0].start <= start:
            return None
        outlet = authorities[0] if authorities and sort is Sort.STATE else None
        return self._named(segment, start, end, Sort.STATE if outlet else sort, outlet)

    def _rest(self, segment: Segment, start: int, end: int) -> list[Named]:
        """What stands beside an outlet without a separator."""
        text = self.folded.text
        if taken := HAN_REPORTER.match(text, start, end):
            start = taken.end()
        elif (tail := _HAN_TAIL.match(text, start, end)) and tail.end() == end:
            return []
        if issued := _HAN_ISSUED.match(text, start, end):
            start = issued.end()
        if self._is_generic(segment, start, end):
            return []
        words = [w for w in segment.words if w.start >= start and w.end <= end]
        part = Segment(start, end, segment.before, segment.said & {Kind.TOOK, Kind.BY}, words)
        start, end = self._without_noise(part)
        while start < end and text[start] in " -.'\":":
            start += 1
        while start < end and text[end - 1] in " -'\":":
            end -= 1
        if start >= end or not any(char.isalpha() for char in text[start:end]):
            return []
        return [n for n in self._words(part, start, end) if self._tells(n)]

    def _tells(self, named: Named) -> bool:
        name = self.folded.text[named.start : named.end]
        return named.sort is not Sort.UNKNOWN or (name[:1].isupper() and " " not in name)
