"""What the study did with the illness's criterion: asked for it, kept it out, measured it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from evidence_atlas.records import Criterion, Quote
from evidence_atlas.records.cues import Cue

from .. import tables
from ..document import Document
from ..text.passages import Passage, of_abstract, of_title
from .conditions_studied import OWN_PEOPLE

_CLOSE = 20
ByStudy = Literal["added_as_inclusion", "measured_only", "excluded", "not_stated"]
_TABLE = tables.load("criterion_in_study")
_WITHOUT = tables.any_of(_TABLE["kept_out_without"])
_EXPLAINED = tables.any_of(_TABLE["explained"])
_NOT_THEIRS = tables.any_of(_TABLE["not_theirs"])


def read(
    document: Document, has_people: bool, methods: tuple[Passage, ...] = ()
) -> tuple[ByStudy, Quote | None]:
    """The strongest thing said of the criterion, and where; the Methods last."""
    names, asked = document.illness.criterion, document.condition.criterion
    if not has_people or names is None or asked is None:
        return "not_stated", None
    if not methods and not document.may_hold(names):
        return "not_stated", None
    found = _read((*of_abstract(document), *of_title(document)), names, asked)
    if found[0] in ("not_stated", "measured_only") and methods:
        fuller = _read(methods, names, asked)
        if found[0] == "not_stated" or fuller[0] in ("added_as_inclusion", "excluded"):
            return fuller
    return found


def _read(
    passages: Iterable[Passage], names: Cue, asked: Criterion
) -> tuple[ByStudy, Quote | None]:
    tests = _patterns(asked)
    told = [p for p in passages if names.search(p.text) and _of_this_study(p)]
    for passage in told:
        if passage.role == "title":
            continue
        match = tests["excluded"].search(passage.text)
        if match:
            at = names.search(passage.text, match.start())
            if at is None or _WITHOUT.search(passage.text[: at.start()]) is None:
                return "excluded", passage.quote(match.start(), match.end())
    for value, name in (("added_as_inclusion", "added"), ("measured_only", "measured")):
        for passage in told:
            match = tests[name].search(passage.text)
            if match and _NOT_THEIRS.search(passage.text[: match.start()]):
                continue
            if match and not (name == "measured" and passage.role == "title"):
                return value, passage.quote(match.start(), match.end())  # type: ignore[return-value]
    for passage in sorted(told, key=lambda p: p.role == "title"):
        match = names.search(passage.text)
        before = passage.text[: match.start()] if match else ""
        if match and not (_EXPLAINED.search(before) or _NOT_THEIRS.search(before)):
            return "measured_only", passage.quote(match.start(), match.end())
    return "not_stated", None


def not_all(document: Document) -> Quote | None:
    """Where a share of those with the illness is told to have had the criterion: not everyone."""
    names, asked = document.illness.criterion, document.condition.criterion
    if names is None or asked is None or not document.may_hold(names):
        return None
    test = _patterns(asked)["share"]
    for _, sentence in document.parts("results"):
        match = test.search(sentence.text)
        if match is None:
            continue
        part = next(name for name in ("before", "after", "last") if match[name])
        if 0 < float(match[part]) < 100 and _theirs(document, sentence.text, match.end(part)):
            start = sentence.start + match.start()
            return document.quote(start, sentence.start + match.end())
    return None


def _theirs(document: Document, text: str, place: int) -> bool:
    """Whether a figure that ends at `place` is of people with the atlas's own illness.

    It is of the illness named right behind it, else of the last one before, else of the next.
    """
    names = list(document.illness.any_name.finditer(text))
    close = [m for m in names if place <= m.start() <= place + _CLOSE]
    before = [m for m in names if m.end() <= place]
    nearest = (close or before[-1:] or names)[:1]
    return any(document.illness.any_own.fullmatch(m.group()) for m in nearest)


def _of_this_study(passage: Passage) -> bool:
    if passage.role in ("background", "conclusions"):
        return OWN_PEOPLE.search(passage.text) is not None
    return True


_compiled: dict[tuple[str, ...], dict[str, Cue]] = {}


def _patterns(criterion: Criterion) -> dict[str, Cue]:
    """The table's patterns with the illness's own words in them, and what it adds to them."""
    own = (criterion.required_pattern, criterion.excluded_pattern, criterion.measured_pattern, "")
    key = (criterion.pattern, *own)
    if key not in _compiled:
        _compiled[key] = {
            name: tables.any_of(
                [p.replace("{criterion}", criterion.pattern) for p in _TABLE[name]]
                + ([more] if more else [])
            )
            for name, more in zip(("added", "excluded", "measured", "share"), own, strict=True)
        }
    return _compiled[key]
