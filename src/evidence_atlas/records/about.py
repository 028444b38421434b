"""What a statement tells, as paths into what was read: `results.3`, `sentences.7`, `conclusions.0`.

Other paths (`participants`, `harms`, `limits.preprint`) name a fact or a limit and hold no place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_PLACE = re.compile(r"(results|sentences|conclusions)\.(\d{1,4})")


def of_result(index: int) -> str:
    """The path of a result, by its place in `Reading.results`."""
    return f"results.{index}"


def of_sentence(index: int) -> str:
    """The path of a sentence of the abstract, by its place in `Reading.sentences`."""
    return f"sentences.{index}"


def of_conclusion(index: int) -> str:
    """The path of a conclusion of the authors, by its place in `Reading.conclusions`."""
    return f"conclusions.{index}"


def results_in(about: Iterable[str]) -> list[int]:
    """The places of the results that are told, in the order of the paths."""
    return _places("results", about)


def sentences_in(about: Iterable[str]) -> list[int]:
    """The places of the sentences that are told, in the order of the paths."""
    return _places("sentences", about)


def conclusions_in(about: Iterable[str]) -> list[int]:
    """The places of the conclusions that are told, in the order of the paths."""
    return _places("conclusions", about)


def tells_a_finding(about: Iterable[str]) -> bool:
    """Whether something is told that was found, reported or concluded."""
    return any(_PLACE.fullmatch(path) for path in about)


def _places(what: str, about: Iterable[str]) -> list[int]:
    found = (_PLACE.fullmatch(path) for path in about)
    return [int(m[2]) for m in found if m is not None and m[1] == what]
