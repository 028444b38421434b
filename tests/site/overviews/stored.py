"""What the store holds, read anew: who counts, whose people are the same, what a page tells."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from evidence_atlas.conditions import load
from evidence_atlas.grading.replication import same_thing
from evidence_atlas.records import HARMS, PublishedStudy, from_json
from evidence_atlas.store.models import CurrentEdition


def published() -> list[PublishedStudy]:
    edition = CurrentEdition.objects.get().edition
    rows = edition.entries.select_related("page")
    return [from_json(e.page.payload, PublishedStudy) for e in rows]


@cache
def illness() -> Any:
    return load("mecfs")


def weight(s: PublishedStudy) -> tuple[Any, ...]:
    """The order of what the evidence is worth."""
    levels = ["E0 Synthesis", "E1 Replicated", "E2 Moderate", "E3 Preliminary"]
    trust = ["Higher confidence", "Moderate confidence", "Preliminary"]
    level, certainty = s.grades.value("level"), s.grades.value("certainty")
    return (
        levels.index(level) if level in levels else 9,
        trust.index(certainty) if certainty in trust else 9,
        s.grades.value("record_state") == "Expression of concern",
        -(s.reading.participants.total or 0), -(s.record.year or 0), s.key,
    )  # fmt: skip


def same_people(studies: list[PublishedStudy]) -> dict[str, str]:
    """Study -> the name of its group of people."""
    names_of = {s.key: {s.key} for s in studies}
    ties = [
        {link.link.source, link.link.target or ""}
        for s in studies
        for link in s.links
        if link.link.kind in ("version of", "preprint of", "supersedes", "same participants",
                              "reanalyses")
    ]  # fmt: skip
    numbers: dict[str, set[str]] = {}
    for s in studies:
        number = re.sub("[^A-Z0-9]", "", (s.reading.registration or "").upper())
        if re.fullmatch(r"[A-Z]+\d{5,}", number) and not review(s):
            numbers.setdefault(number, set()).add(s.key)
    for tie in [*ties, *numbers.values()]:
        joined = set().union(*(names_of.get(key, set()) for key in tie))
        for key in joined:
            names_of[key] = joined
    return {key: min(group) for key, group in names_of.items()}


def review(s: PublishedStudy) -> bool:
    return s.grades.value("study_type") in ("Systematic review", "Meta-analysis")


def on_the_map() -> list[PublishedStudy]:
    """The studies whose findings count, the weightiest first."""
    out = ("Protocol", "Hypothesis", "Commentary", "Narrative review", "Scoping review", "Notice",
           "Guideline", "Animal", "In vitro", "Computational")  # fmt: skip
    counted = [
        s for s in published()
        if s.status == "published" and s.grades.value("study_type") not in out
        and s.grades.value("record_state") not in ("Retracted", "Withdrawn")
    ]  # fmt: skip
    return sorted(counted, key=weight)


def key_of(things: Any, text: str) -> Any:
    """The thing of a name; general synonyms are the engine's own table."""
    for spelling in (text, same_thing(text)):
        for thing in things:
            if re.fullmatch(thing.pattern, spelling, re.IGNORECASE):
                return thing
    return None


def treatments_of(s: PublishedStudy) -> set[str]:
    found = set()
    for printed in s.reading.interventions:
        thing = key_of(illness().treatments, printed)
        plain = re.sub(r"[^a-z0-9]+", "-", same_thing(printed)).strip("-")
        found.add(thing.key if thing else plain)
    return found


def told_results(s: PublishedStudy) -> list[Any]:
    """The results that a sentence of the study's page tells."""
    told = {
        int(path[8:])
        for st in s.page.statements()
        if st.section in ("observed_findings", "quick_summary")
        for path in st.about
        if re.fullmatch(r"results\.\d+", path)
    }
    return [r for n in sorted(told) if (r := s.reading.results[n]).outcome != HARMS]


def sentence_of(s: PublishedStudy, result: Any) -> str:
    """The sentence that tells a result: of the findings if one does, else of the summary."""
    path = f"results.{s.reading.results.index(result)}"
    by_section = {
        st.section: st.id for st in reversed(list(s.page.statements())) if path in st.about
    }
    return by_section.get("observed_findings") or by_section["quick_summary"]
