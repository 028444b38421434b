"""How often a test was right, by its printed sensitivity, specificity and accuracy."""

from __future__ import annotations

import re

from evidence_atlas.records import Result, of_result

from ..frames import FRAMES, first, frame_rule
from ..material import Material, Piece
from ..said import Said, said
from .whole_clause import clause_quote

_PRINTED = r"(\d{1,3}(?:\.\d+)?) ?%"
_SENSITIVITY, _SPECIFICITY, _ACCURACY = (
    re.compile(
        # "79% and specificity of 88%": what "and" joins is not one.
        rf"{_PRINTED} (?:(?!(?:and|or|with|but|while)\b)\w+ )?{name}\b|"
        rf"\b{name}(?:,| was| of|:| =|\s){{1,3}}{_PRINTED}",
        re.IGNORECASE,
    )
    for name in ("sensitivity", "specificity", "accuracy")
)


_KEPT = re.compile(
    r"\b(?:test(?:ing)?|validation|hold-?out|held-out)[- ](?:data ?)?(?:set|sample|cohort)s?\b|"
    r"\bindependent (?:[\w-]+ )?(?:cohort|sample)\b",
    re.IGNORECASE,
)


def kept_for_testing(m: Material, result: Result) -> bool:
    """Whether the sentence says that the test was tried on a part of the people, or on others."""
    around = m.reading.sentence_at(result.quote.start, result.quote.field)
    return around is not None and _KEPT.search(around.text) is not None


def test_result(m: Material, result: Result, index: int) -> Said | None:
    """How often a test was right, in a study of one, where each figure is printed once."""
    if m.brief.kind not in ("test", "computation", "comparison") or result.scope != "all":
        return None
    found = [
        [n for n in match if n] for pattern in (_SENSITIVITY, _SPECIFICITY, _ACCURACY)
        for match in [[g for m_ in pattern.finditer(result.text) for g in m_.groups()]]
    ]  # fmt: skip
    sens, spec, acc = (f[0] if len(f) == 1 else None for f in found)
    entry = FRAMES["result_test"]
    held = (clause_quote(m, result),)
    if sens and spec:
        figures = {"sens": Piece(f"{sens}%", held), "spec": Piece(f"{spec}%", held)}
        told = first([entry["both"]], figures)
    elif acc:
        among = "kept" if kept_for_testing(m, result) else "all"
        told = first([entry[among]], {"acc": Piece(f"{acc}%", held)})
    else:
        return None
    if told is None:
        return None
    return said(told, *held, frame_rule("result_test"), about=(of_result(index),), lay=True)
