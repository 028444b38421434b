"""Which sentence answers what a title or an aim asks for by name.

How many have it, which symptoms there were, what went with it once other things were taken into
account: such a question has one kind of answer, and a sentence of that kind comes before one that
only ranks as high.
"""

from __future__ import annotations

import re

from ..brief.kinds import OF_OTHERS_STUDIES
from ..brief.main_result import of_the_illness, stems
from ..material import Material
from ..tables import table

_WORDS: dict[str, str] = table("quick/asked.toml")
FAR_ASKED_FOR, FAR_ASKED_FOR_BY_NAME = 300, 500
"""A sentence further than this (hundredths) behind the foremost is not taken for the answer; how
many or which symptoms there were has no other answer, where the title asks it."""
_POOLED_SHARE = re.compile(_WORDS["pooled_share"], re.IGNORECASE)
_ASKS_FOR_FACTORS = re.compile(_WORDS["asks_for_factors"], re.IGNORECASE)
_ALLOWED_FOR_OTHERS = re.compile(_WORDS["allowed_for_others"], re.IGNORECASE)
_ASKS_HOW_MANY = re.compile(_WORDS["asks_how_many"], re.IGNORECASE)
_AIMS_AT_HOW_MANY = re.compile(_WORDS["aims_at_how_many"], re.IGNORECASE)
_TELLS_A_SHARE = re.compile(_WORDS["tells_a_share"], re.IGNORECASE)
_SHARE = re.compile(_WORDS["share"], re.IGNORECASE)
_OF_SOME = re.compile(_WORDS["of_some"], re.IGNORECASE)
_HAD_BEFORE = re.compile(_WORDS["had_before"], re.IGNORECASE)
_ASKS_WHICH_SYMPTOMS = re.compile(_WORDS["asks_which_symptoms"], re.IGNORECASE)
_AIMS_AT_SYMPTOMS = re.compile(_WORDS["aims_at_symptoms"], re.IGNORECASE)
_WHICH_SYMPTOMS = re.compile(_WORDS["which_symptoms"], re.IGNORECASE)


def asked_for(m: Material, top: list[tuple[float, int]]) -> list[int]:
    """What went with it, other things taken into account, where the title asks for factors.

    Of studies taken together how many have it: the share that was pooled.
    """
    asks, wanted = _ASKS_FOR_FACTORS, _ALLOWED_FOR_OTHERS
    if m.brief.kind in OF_OTHERS_STUDIES:
        asks, wanted = _ASKS_HOW_MANY, _POOLED_SHARE
    if not asks.search(m.record.title):
        return []
    near = _results(m, top, FAR_ASKED_FOR)
    return [at for at in near if wanted.search(m.reading.sentences[at].text)][:1]


def asked_by_name(m: Material, top: list[tuple[float, int]]) -> list[tuple[int, re.Pattern[str]]]:
    """How many have it and which symptoms there were, where that is asked.

    Each with the words by which a sentence tells such a thing.
    """
    far = _results(m, top, FAR_ASKED_FOR_BY_NAME)
    named = _ASKS_HOW_MANY.search(m.record.title)
    found = (
        (_share(m, far, named), _TELLS_A_SHARE),
        (_symptoms(m, far), _WHICH_SYMPTOMS),
    )
    return [(at, telling) for at, telling in found if at is not None]


def _results(m: Material, top: list[tuple[float, int]], most: int) -> list[int]:
    return [
        at for score, at in top
        if score >= top[0][0] - most and m.reading.sentences[at].role == "results"
    ]  # fmt: skip


def _share(m: Material, near: list[int], named: re.Match[str] | None) -> int | None:
    """How many have what the title, or the aim, asks the share of; of reviews the pooled share."""
    if m.brief.kind in OF_OTHERS_STUDIES:
        return _first(m, near, _POOLED_SHARE) if named else None
    asked = named["what"] or named["before"] or "" if named else _aimed_at(m)
    if asked is None:
        return None
    illness = of_the_illness(m.reading)
    words = stems([asked], illness) or stems([asked]) or illness
    for at in near:
        text = m.reading.sentences[at].text
        found = _SHARE.search(text)
        if found is None or _OF_SOME.search(text[: found.end()]) or _HAD_BEFORE.search(text):
            continue
        # The foremost sentence may name it by a short form.
        if found["named"] or words & stems([text]) or at == near[0]:
            return at
    return None


def _aimed_at(m: Material) -> str | None:
    if _ASKS_FOR_FACTORS.search(m.record.title):
        return None
    aims = (s.text for s in m.reading.sentences if s.role == "aim")
    return next((f["what"] for text in aims if (f := _AIMS_AT_HOW_MANY.search(text))), None)


def _symptoms(m: Material, near: list[int]) -> int | None:
    aims = (s.text for s in m.reading.sentences if s.role == "aim")
    asks = _ASKS_WHICH_SYMPTOMS.search(m.record.title) or any(map(_AIMS_AT_SYMPTOMS.search, aims))
    return _first(m, near, _WHICH_SYMPTOMS) if asks else None


def _first(m: Material, near: list[int], wanted: re.Pattern[str]) -> int | None:
    return next((at for at in near if wanted.search(m.reading.sentences[at].text)), None)
