"""Where the sentences of an abstract begin and end, exactly.

The splitter is the library sentencex (about 20,000 abstracts a second, where syntok does
some 400); what it misjudges in abstracts (et al., brackets, inline section labels) is
mended here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import sentencex

from evidence_atlas.records.cues import cue

from .. import tables

_TABLE = tables.load("sentences")
_ABBREVIATIONS = frozenset(_TABLE["abbreviations"])
_LOWER_STARTS = tuple(_TABLE["lower_case_starts"])
_LABELS = {
    label: role for role, labels in tables.load("roles")["labels"].items() for label in labels
}

_LABEL = cue(
    r"""(?:(?<=\n)|(?<=[.!?)\]"”]\s)|(?<=[.!?]\s\s)|\A)\s?
        (?:\(?\d{1,2}\)?[.:]?\s{0,2})?(?:<b>)?(?:\d\.\s)?
        (?P<label>[A-Z][A-Za-z&/,'’() -]{2,58}?)(?:</b>)?\s{0,2}
        (?P<mark>:|\.(?=\s)|(?:\s-|\s–|-)(?=\s))(?:</b>)?\s{0,3}""",
    re.VERBOSE,
)
_BEFORE_LABEL = cue(r"[.!?)\]\"”]\s|\n", 0)
_RUN_IN = cue(
    r"(?:(?<=[.!?]\s)|\A|(?<=\n))"
    r"(?P<label>Background|Introduction|Objectives?|Aims?|Purpose|Methods?|"
    r"Materials and [Mm]ethods|Results|Findings|Interpretation|Conclusions?|BACKGROUND|"
    r"INTRODUCTION|OBJECTIVES?|AIMS?|PURPOSE|METHODS?|MATERIALS AND METHODS|RESULTS|"
    r"CONCLUSIONS?)\s(?=[A-Z][\w-]|A\s|\d)",
    0,
)
# "…in spring.METHODSWe recruited": the space behind the heading is lost, and that before it.
_GLUED = cue(
    r"(?:(?<=[.!?])|(?<=[.!?]\s)|\A|(?<=\n))"
    r"(?P<label>BACKGROUND|INTRODUCTION|OBJECTIVES?|AIMS?|PURPOSE|METHODS?|RESULTS|FINDINGS|"
    r"CONCLUSIONS?|INTERPRETATION|FUNDING|TRIAL REGISTRATION)(?=[A-Z][a-z]|[AI]\s)",
    0,
)
_END = cue(r"[.!?][\"'”’)\]]{0,2}\s+(?=[\"'“(\[]?[A-Z0-9]|https?://)", 0)
# "…was measured. nineteen studies": where the author forgot a capital, between two plain words.
_SMALL_START = cue(r"(?<=[a-z]{4})\.\s+(?=(?:[a-z]{3,}|an?|in|of|we|it)\s)", 0)
# "Graft-vs.-host disease": the name goes on.
_GOES_ON_BEHIND_A_HYPHEN = cue(r"[-‐‑–][A-Za-z]", 0)
_LONGEST = 3000
_LAST = ("conclusions", "other")
"""Parts after which nothing of the study itself is left to be told."""
_LAY = "plain language summary"


@dataclass(frozen=True)
class Span:
    """A sentence's place, and the section label that it stands under (lower case) if any."""

    start: int
    end: int
    label: str | None


def split(text: str) -> list[Span]:
    """The sentences of an abstract; offsets are Unicode code points, section labels left out."""
    found: list[Span] = []
    for start, end, label in _sections(text):
        # A paragraph without a heading after the conclusions is a summary for lay readers: it
        # begins anew with what was known.
        lay = text.find("\n", start, end) if _LABELS.get(label or "") in _LAST else -1
        for s, e in _sentences(text, start, end):
            found.append(Span(s, e, _LAY if 0 <= lay < s else label))
    return found


def known_label(words: str) -> str | None:
    """The label in the table's spelling, or None where these words are not a section label."""
    plain = re.sub(r"\s+", " ", words).strip(" .:()-–").lower()
    return plain if plain in _LABELS else None


def _sections(text: str) -> list[tuple[int, int, str | None]]:
    """The stretches of text between section labels, each with its label."""
    marks: list[tuple[int, int, str]] = []
    for match in _labels(text):
        label = known_label(match["label"])
        at_line = match.start() == 0 or text[match.start() - 1] == "\n"
        if label is None and at_line and match["mark"] == ":" and _is_heading(match["label"]):
            label = match["label"].lower()
        if label is not None:
            marks.append((match.start(), match.end(), label))
    # Labels without a colon are only believed where several stand in one abstract.
    for pattern in (_RUN_IN, _GLUED):
        run_in = [(m.start(), m.end(), m["label"].lower()) for m in pattern.finditer(text)]
        if len({label for _, _, label in run_in}) >= 3:
            taken = {start for start, _, _ in marks}
            marks.extend(m for m in run_in if m[0] not in taken)
            marks.sort()
    sections: list[tuple[int, int, str | None]] = []
    position, current = 0, None
    for start, end, label in marks:
        if start < position:
            continue
        if start > position:
            sections.append((position, start, current))
        position, current = end, label
    if position < len(text):
        sections.append((position, len(text), current))
    return sections


def _labels(text: str) -> Iterator[re.Match[str]]:
    """Whatever looks like a label: it stands at the beginning, or behind a sentence or a line."""
    end = 0
    for place in _label_places(text):
        match = _LABEL.match(text, place) if place >= end else None
        if match is not None:
            end = match.end()
            yield match


def _label_places(text: str) -> Iterator[int]:
    yield 0
    for before in _BEFORE_LABEL.finditer(text):
        yield before.end()
        if before[0][0] in ".!?" and text[before.end() : before.end() + 1].isspace():
            yield before.end() + 1


def _is_heading(words: str) -> bool:
    """Whether an unknown label looks like one: capitals throughout, at most six words."""
    return words.isupper() and len(words.split()) <= 6


def _sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Sentences of one stretch, without surrounding white space."""
    found: list[tuple[int, int]] = []
    for line_start, line_end in _lines(text, start, end):
        rough: list[tuple[int, int]] = []
        for piece in sentencex.get_sentence_boundaries("en", text[line_start:line_end]):
            rough.append((line_start + piece["start_index"], line_start + piece["end_index"]))
        fine = [cut for s, e in _merged(text, rough) for cut in _cut(text, s, e)]
        for s, e in _bounded(text, fine):
            while s < e and text[s].isspace():
                s += 1
            while e > s and text[e - 1].isspace():
                e -= 1
            if any(c.isalnum() for c in text[s:e]):
                found.append((s, e))
    return found


def _bounded(text: str, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """What runs on without a full stop is cut between words: no sentence is so long."""
    for start, end in spans:
        while end - start > _LONGEST:
            cut = text.rfind(" ", start + 1, start + _LONGEST)
            cut = start + _LONGEST if cut < 0 else cut
            yield start, cut
            start = cut
        yield start, end


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    lines, position = [], start
    while position < end:
        stop = text.find("\n", position, end)
        stop = end if stop < 0 else stop
        if stop > position:
            lines.append((position, stop))
        position = stop + 1
    return lines


def _merged(text: str, rough: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join what was cut inside a sentence."""
    merged: list[tuple[int, int]] = []
    for s, e in rough:
        if merged and _continues(text, merged[-1], s, e):
            merged[-1] = (merged[-1][0], e)
        else:
            merged.append((s, e))
    return merged


def _continues(text: str, before: tuple[int, int], start: int, end: int) -> bool:
    left = text[max(before[0], before[1] - 400) : before[1]].rstrip()
    right = text[start : min(end, start + 200)].lstrip()
    if not left or not right:
        return True
    if left.endswith((".", "?", "!")) is False and not left.endswith((")", "]", '"', "”", "’")):
        return True
    if left.endswith(".") and _abbreviated(left[:-1]):
        return True
    if right[0].islower() and not right.startswith(_LOWER_STARTS):
        return _SMALL_START.search(f"{left} {right}", len(left) - 1, len(left) + 40) is None
    if right[0] in ")],;" or _GOES_ON_BEHIND_A_HYPHEN.match(right):
        return True
    # A bracket opened before and closed in what follows holds both together.
    return (
        left.count("(") > left.count(")")
        and right.find(")") != -1
        and (right.find("(") == -1 or right.find(")") < right.find("("))
    )


def _abbreviated(left: str) -> bool:
    """Whether a full stop after these words belongs to an abbreviation."""
    if not left or left[-1].isspace():
        return False
    word = left.split()[-1].lstrip("([\"'“")
    lowered = word.lower()
    if lowered in ("n", "p", "no"):
        return False
    if lowered in _ABBREVIATIONS:
        return True
    # A single capital is an initial or a genus ("E. coli"), unless it ends "vitamin C".
    return (
        len(word) == 1
        and word.isupper()
        and not re.search(
            r"(?:vitamin|hepatitis|type|group|phase|cohort|class|part|and|or)\s\S\Z",
            left,
            re.IGNORECASE,
        )
    )


def _cut(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut what was left joined, outside brackets only."""
    cuts = [start]
    ends = sorted(
        (m for p in (_END, _SMALL_START) for m in p.finditer(text, start, end)),
        key=lambda m: m.start(),
    )  # fmt: skip
    for match in ends:
        left = text[cuts[-1] : match.start()]
        closing = text[match.start() : match.end()]
        if _abbreviated(left[-60:]):
            continue
        if left.count("(") > left.count(")") + closing.count(")"):
            continue
        if re.search(r"\d\Z", left) and text[match.end()].isdigit() and len(left) < 4:
            continue
        cuts.append(match.end())
    cuts.append(end)
    return list(pairwise(cuts))
