"""Which measurements there are, and what each needs."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from .figures import Section

WITH_DATA = (
    "unseen", "study_types", "design_words", "trials", "corona", "roles", "people", "ebm_nlp",
    "people_elsewhere", "elsewhere", "definitions", "findings", "directions", "main_results",
    "read_main_results", "fresh_main_results", "evidence_inference", "even_handed", "badges",
    "own_findings", "reported",
)  # fmt: skip
"""Measured on real records, which the project does not hold."""
OWN = (
    "own_study_types", "own_definitions", "own_main_results", "own_badges", "retold", "people_told",
)  # fmt: skip
"""Measured on the project's own examples, everywhere."""


def measured(data: Path | None, only: tuple[str, ...] = ()) -> list[Section]:
    """The sections of the scorecard, or those asked for."""
    names = [n for n in (*OWN, *(WITH_DATA if data else ())) if not only or n in only]
    folder = data or Path()
    return [import_module(f".{name}", __package__).measure(folder) for name in names]
