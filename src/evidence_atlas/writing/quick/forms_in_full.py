"""Short forms of Quick in the words that the abstract gives them, where there is still room.

Below Quick a form that the glossary knows is explained in a bracket at its first use. Quick has
room for one bracket in all, and so the rest of these forms stood there with no word on what they
mean: here they are told in full, as long as Quick keeps its words and gets no harder than many.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from evidence_atlas.records.kept_patterns import compiled
from evidence_atlas.records.readability import grade

from ..glossary.plain_words import Glosser
from ..material import Material
from ..said import Said
from ..sentences.codes import KNOWN
from ..tables import table
from ..words.clause import loaded
from ..words.edges import IN_BRACKETS
from ..words.names import alike
from ..words.short_forms import SHORT_FORM, explained_where, stands_for
from ..words.spelled_out import QUOTED, spelled_where_told
from .size import QUICK_GRADE_WITH_AIM, within_words

_TABLE = table("quick/forms_in_full.toml")
_STAY = frozenset(_TABLE["stay"].split())
_NAMES = re.compile(_TABLE["names"])


def with_forms_in_full(
    m: Material, told: list[Said], glosser: Glosser, given: tuple[str, ...]
) -> list[Said]:
    """Quick with the short forms spelled out that the abstract explains, each where it fits."""
    kept = _put_beside_their_words(m, told, given)
    for i, sentence in enumerate(told):
        text, support = spelled_where_told(m.record, sentence.text, _staying(m, kept))
        if not support or (loaded(text) and not loaded(sentence.text)):
            continue
        full = replace(sentence, text=text).supported_by(*support)
        way = [*kept[:i], glosser.apply(full, gloss=False), *kept[i + 1 :]]
        most = max(QUICK_GRADE_WITH_AIM, _grade(kept, given))
        if within_words(way) and _grade(way, given) <= most:
            kept = way
    return kept


def _put_beside_their_words(m: Material, told: list[Said], given: tuple[str, ...]) -> list[Said]:
    """A short form that is not explained stands in brackets behind its words, where Quick has them.

    They may have been told in full where the subject was named, and in short of what was found.
    """
    kept = list(told)
    keep = _staying(m, told)
    for form in dict.fromkeys(f for s in told for f in SHORT_FORM.findall(QUOTED.sub("", s.text))):
        words = None if keep(form) else stands_for(m.record, form)
        if _in_a_longer(m, form, told):
            continue
        if not words or len(words.split()) == 1:
            continue
        for i, sentence in enumerate(kept):
            first = re.search(rf"(?<![\w-]){re.escape(form)}(?![\w-])", sentence.text)
            named = re.search(rf"\b{re.escape(words)}\b(?! \()", sentence.text, re.IGNORECASE)
            if named is None or (first is not None and first.start() < named.start()):
                if first is not None:
                    break
                continue
            if _within(QUOTED, sentence.text, named) or _within(IN_BRACKETS, sentence.text, named):
                break
            at = named.end()
            text = f"{sentence.text[:at]} ({form}){sentence.text[at:]}"
            where = explained_where(m.record, form)
            way = [*kept[:i], replace(sentence, text=text).supported_by(*where), *kept[i + 1 :]]
            if within_words(way):
                kept = way
            break
    return kept


def _in_a_longer(m: Material, form: str, told: list[Said]) -> bool:
    """Whether it only stands in a longer short form that its own words do not yet explain."""
    text = " ".join(s.text for s in told)
    if re.search(rf"(?<![\w-]){re.escape(form)}(?![\w-])", text):
        return False
    longer = re.findall(rf"(?<![\w-])(?:{re.escape(form)}-[A-Z]+|[A-Z]+-{re.escape(form)})\b", text)
    return any(
        stands_for(m.record, name)
        or not all(part == form or _known(m, part) for part in name.split("-"))
        for name in longer
    )


def _known(m: Material, form: str) -> bool:
    own = any(compiled(n.pattern).fullmatch(form) for n in m.condition.names)
    return own or form in KNOWN


def _within(marks: re.Pattern[str], text: str, found: re.Match[str]) -> bool:
    return any(m.start() < found.end() and found.start() < m.end() for m in marks.finditer(text))


def _grade(told: list[Said], given: tuple[str, ...]) -> float:
    return grade(alike(" ".join(s.text for s in told), given))


def _staying(m: Material, told: list[Said]) -> Callable[[str], bool]:
    """Forms that need no words: known to all, the atlas's own illness, or explained already."""
    text = " ".join(s.text for s in told)
    own = [n.pattern for n in m.condition.names]

    def stays(form: str) -> bool:
        if form in KNOWN or form in _STAY or _NAMES.fullmatch(form):
            return True
        if re.search(rf"\({re.escape(form)}\)|\b{re.escape(form)} \(|[-‐/]{re.escape(form)}", text):
            return True
        # "PBMC apoptosis" is no "cells apoptosis".
        words = stands_for(m.record, form) or ""
        if words.endswith("s") and not form.endswith(("s", "S")):
            return True
        return any(compiled(p).fullmatch(form) for p in own)

    return stays
