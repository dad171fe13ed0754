"""A folded line cut into segments, each with what the line says before and after it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from media.credit.hedges import hedging_sentences
from media.credit.labels import leading_label
from media.credit.lexicon import Word, words_of
from media.credit.names import looks_like_person
from media.credit.vocabulary import Kind
from media.outlets.folding import Folded
from media.outlets.matching import Candidate

__all__ = ["Segment", "Tokens", "tokenize"]

_SEPARATOR = re.compile(
    r"\]\(HTTPS?://[^)\s]*\)|[/|,;+•\n:=()\[\]{}<>©]|(?<=[ ])-+(?=[ ])|--+|[ ]&(?=[ ])|[ ](?=@)"
    r"|(?<=[^\W\d_]{4})\.(?=\s|$)"
)
_ADDRESS = re.compile(
    r"HTTPS?://[^\s,;|)\]]+|WWW\.[^\s,;|)\]]+|(?:T\.ME|VK\.COM|FB\.COM)/[^\s,;|)\]]+"
)
_OUTER = frozenset((Kind.VIA, Kind.BY, Kind.GIVEN, Kind.FROM, Kind.FOR))
_TAILS = frozenset((Kind.TOOK, Kind.GIVES, Kind.VIA_AFTER))
_SHORT_WORD = 5
_NOTHING_SAID = 20
_SPEAKING = 14
_SENTENCE = re.compile(r"[.);!\]] |\n")


@dataclass(slots=True)
class Segment:
    """A stretch of the line that names a party or two.

    ``before`` is the separator in front (``/``, ``,`` … or a blank), ``said`` what words around it
    say (via, for, by, given, from, took, gives, source).
    """

    start: int
    end: int
    before: str
    said: frozenset[Kind] = frozenset()
    words: list[Word] = field(default_factory=list)


@dataclass(slots=True)
class Tokens:
    """The segments of a line, the notes to editors behind them, and the language of its label."""

    segments: list[Segment]
    notes: list[tuple[int, int]]
    language: str | None


def tokenize(folded: Folded, candidates: list[Candidate]) -> Tokens:
    """Cut a line at its separators and at the words that relate two parties."""
    words = words_of(folded)
    stop, notes = _notes(folded, words)
    label = leading_label(folded)
    begin = label.end if label else 0
    said = _LABEL_SAYS.get(label.says, frozenset()) if label else frozenset()
    for word in words:
        if word.start < begin < word.end and word.kinds & _OUTER:
            begin, said = word.end, word.kinds & _OUTER
    segments: list[Segment] = []
    shields = [c for c in candidates if c.is_certain]
    shields += [Candidate(*m.span(), ()) for m in _ADDRESS.finditer(folded.key, begin, stop)]
    shields.sort(key=lambda shield: shield.start)
    before, shielded = "", 0
    for separator in _SEPARATOR.finditer(folded.key, begin, stop):
        at = separator.start()
        while shielded < len(shields) and shields[shielded].end <= at:
            shielded += 1
        if shielded < len(shields) and shields[shielded].start <= at:
            continue
        _add(segments, folded, begin, at, before, said)
        mark = separator.group().strip() or " "
        before = mark[0] if at == begin or begin < at else before + mark[0]
        begin, said = separator.end(), frozenset()
        if mark in ":=" or mark in "([©|/\n":
            inner = leading_label(folded, begin) if mark != "=" else None
            if inner and inner.end < stop:
                begin, said = inner.end, _LABEL_SAYS.get(inner.says, frozenset())
    _add(segments, folded, begin, stop, before, said)
    _share_out(segments, words)
    cut: list[Segment] = []
    for segment in segments:
        cut.extend(_structured(folded, segment, shields))
    return Tokens(cut, notes, label.language if label else None)


_LABEL_SAYS = {"creator": frozenset((Kind.BY,)), "source": frozenset((Kind.FROM,))}


def _notes(folded: Folded, words: list[Word]) -> tuple[int, list[tuple[int, int]]]:
    starts = [w.start for w in words if Kind.NOTE in w.kinds and w.start]
    starts = [s for i, s in enumerate(starts) if not i or folded.text[s - 2] in ".;)!"]
    if _SENTENCE.search(folded.key, 1, max(1, len(folded.key) - _NOTHING_SAID)):
        marks = [w.start for w in words if Kind.NOTE in w.kinds and w.end - w.start > _SPEAKING]
        hedges = [
            (start, end)
            for start, end in hedging_sentences(folded)
            if start and not any(start <= mark < end for mark in marks)
        ]
        starts = [s for s in starts if not any(start < s < end for start, end in hedges)]
        starts = sorted({*starts, *(start for start, _ in hedges)})
    if not starts:
        return len(folded.key), []
    ends = [*starts[1:], len(folded.key)]
    return starts[0], [_trimmed(folded.text, *pair) for pair in zip(starts, ends, strict=True)]


def _add(
    segments: list[Segment],
    folded: Folded,
    start: int,
    end: int,
    before: str,
    said: frozenset[Kind],
) -> None:
    start, end = _trimmed(folded.text, start, end)
    if start < end:
        segments.append(Segment(start, end, before, said))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " -*_'•.>~^!?\n":
        start += 1
    if start < end and text[start] == '"' and '"' not in text[start + 1 : end]:
        start += 1
    while start < end and text[end - 1] in " -*_\n>~^!?":
        end -= 1
    if start < end and text[end - 1] == '"' and '"' not in text[start : end - 1]:
        end -= 1
    return start, end


def _share_out(segments: list[Segment], words: list[Word]) -> None:
    """Give each segment its words; both stand in the order of the line."""
    at = 0
    for segment in segments:
        while at < len(words) and words[at].start < segment.start:
            at += 1
        while at < len(words) and words[at].end <= segment.end:
            segment.words.append(words[at])
            at += 1


def _structured(folded: Folded, segment: Segment, shields: list[Candidate]) -> list[Segment]:
    """Cut one segment at via, for, by, courtesy of …, and take up what stands behind a name."""
    out: list[Segment] = []
    start, before, said = segment.start, segment.before, segment.said
    kept: list[Word] = []
    for word in segment.words:
        inside = any(s.start <= word.start and word.end <= s.end for s in shields)
        relation = None if inside else _relation(folded, segment, start, word, shields)
        if relation is None:
            kept.append(word)
            continue
        left = Segment(start, word.start, before, said, kept)
        if relation in _TAILS:
            left.said |= {relation}
        _close(out, folded, left)
        start, before, kept = word.end, relation.name.lower() if relation in _OUTER else " ", []
        said = frozenset((relation,)) if relation in _OUTER else frozenset()
    _close(out, folded, Segment(start, segment.end, before, said, kept))
    return out


def _close(out: list[Segment], folded: Folded, segment: Segment) -> None:
    segment.start, segment.end = _trimmed(folded.text, segment.start, segment.end)
    if segment.start < segment.end:
        segment.words = [
            w for w in segment.words if w.start >= segment.start and w.end <= segment.end
        ]
        out.append(segment)


def _relation(
    folded: Folded, segment: Segment, start: int, word: Word, shields: list[Candidate]
) -> Kind | None:
    """What a word relates where it stands, or None where it is part of a name."""
    kinds = word.kinds
    leads = not folded.text[start : word.start].strip(" .-\"'")
    trails = word.end >= segment.end or not folded.text[word.end : segment.end].strip(" .")
    name = folded.text[word.start : word.end]
    long = len(name) > _SHORT_WORD
    if Kind.VIA in kinds and not trails:
        known = len(name) > 3 or any(s.start == word.end + 1 for s in shields)
        return Kind.VIA if known or name.lower() in ("via", "vía") else None
    if trails and not leads:
        return next((kind for kind in _TAILS if kind in kinds), None)
    if trails:
        return None
    if Kind.TOOK in kinds and not leads and "\u4e00" <= folded.key[word.start] < "\ua000":
        return None
    for kind in (Kind.GIVEN, Kind.BY, Kind.FROM):
        if kind in kinds and (leads or (long and (kind is not Kind.FROM or " " in name))):
            return kind
    if Kind.GIVES in kinds and not leads and long:
        return Kind.GIVES
    if Kind.FOR in kinds and not leads and _orders(folded, start, word):
        return Kind.FOR
    return None


def _orders(folded: Folded, start: int, word: Word) -> bool:
    """Whether "for" here joins a name with its client: "Name for Paper"."""
    left = folded.text[start : word.start].strip()
    key = folded.key[word.start : word.end]
    if key in ("PER", "PRO", "A"):
        return False
    return looks_like_person(left) or (" " not in left and key in ("FOR", "FOR THE", "FÜR", "POUR"))
