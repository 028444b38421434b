"""The study as a picture: who started, who finished, which groups, what was found.

Drawn from the reading alone, and only what is certain: a count that does not fit the others,
a group without a name or a finding told in a winding way leaves the mark out, and where too
little is left there is no picture. It is small on purpose: a few marks that can be taken in
at one look, for readers to whom a page of text is much.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..material import Material
from ..slots import Slots
from . import findings as picture_findings
from . import people as picture_people
from . import sides as picture_sides
from . import studies as picture_studies
from .marks import Absent, Drawn

Form = Literal["trial", "crossover", "single_arm", "comparison", "cohort", "survey", "review"]
_FORMS: dict[str, Form] = {
    "trial": "trial",
    "open_groups": "trial",
    "crossover": "crossover",
    "single_arm": "single_arm",
    "series": "single_arm",
    "comparison": "comparison",
    "genes": "comparison",
    "cohort": "cohort",
    "survey": "survey",
    "review": "review",
}
"""Kinds of study that have a form. Interviews have none: their one count stands in the text,
and what people told is no measure that goes up or down."""

MOST_GROUPS = 4
MOST_FINDINGS = 3


@dataclass(frozen=True)
class Drawing:
    """The marks of one picture in the order of telling."""

    form: Form
    marks: tuple[Drawn, ...]


def drawing(m: Material, slots: Slots) -> Drawing:
    """The picture of this study. Raises Absent, with the reason, where there can be none."""
    form = _FORMS.get(m.brief.kind)
    if form is None or m.brief.bare:
        raise Absent("this kind of record has no picture")
    picture_people.must_fit(m)
    if form == "review":
        return Drawing(form, _enough(picture_studies.studies(m)))
    groups = picture_sides.compared(m, slots)
    if groups and form in ("comparison", "cohort", "survey"):
        return Drawing("comparison", _enough([*groups, *picture_findings.drawn(m)]))
    people = picture_people.flow(m, slots, form)
    findings = picture_findings.drawn(m)
    if form in ("survey", "cohort") and not findings:
        findings = picture_findings.shares(m)
    return Drawing(form, _enough([*people, *findings]))


def _enough(marks: list[Drawn]) -> tuple[Drawn, ...]:
    """Marks that tell more than one number: people, and besides them a group or a finding."""
    findings = [d for d in marks if d.part in ("finding", "share")]
    people = [d for d in marks if d not in findings]
    if not people:
        raise Absent("no count of people that could be drawn")
    if len(people) < 2 and not findings:
        raise Absent("too little that could be drawn")
    if len([d for d in people if d.part == "group"]) > MOST_GROUPS:
        raise Absent("more groups than a small picture holds")
    return (*people, *findings[:MOST_FINDINGS])
