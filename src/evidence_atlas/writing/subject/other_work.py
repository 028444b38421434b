"""The atlas's other studies of the same treatment or measure, by design, size and definition."""

from __future__ import annotations

from dataclasses import dataclass

from evidence_atlas.grading.facts import illness, treatments_given
from evidence_atlas.records import WITHDRAWN, FindingFacts, StudyFacts, StudySupport

from ..material import Material
from ..tables import table
from ..words.clause import loaded
from ..words.noun_phrases import treatment_with_article
from ..words.numbers import joined
from .how_near import Standing, standing

_RELATIONS = {"replicates": "found the same", "does not replicate": "did not find the same"}
_SAME_PEOPLE = frozenset(
    {"same participants", "version of", "preprint of", "supersedes", "reanalyses"}
)
_TABLE = table("subject/other_work.toml")
_BROAD = frozenset(_TABLE["broad"])
_KINDS_OF_TREATMENT = frozenset(_TABLE["kinds_of_treatment"])
_ALIKE: dict[str, str] = _TABLE["alike"]
_DESIGN: dict[str, str] = _TABLE["design"]
_SEEN: dict[str, str] = _TABLE["seen"]
_NOT_PEOPLE = frozenset({"Animal", "In vitro", "Computational"})
# One person, or studies: no number of people of their own.
_WITHOUT_SIZE = frozenset({"Case report", "Systematic review", "Meta-analysis", "Scoping review"})
_NO_STUDY = frozenset(
    {"Hypothesis", "Commentary", "Notice", "Guideline", "Narrative review", "Scoping review"}
)
_NOT_FINDINGS = _NO_STUDY | {"Protocol"}


@dataclass(frozen=True)
class Other:
    """Another study; `relation` is None where only the treatment or the measure is shared."""

    facts: StudyFacts
    relation: str | None
    shared: str
    treated_alike: bool
    about: str | None = None
    """The illness it is of, where it is of one of the atlas's that this study is not of."""
    same_kind: bool = False
    """Whether the treatment that both gave is only named by its kind, as exercise is."""


def others(m: Material) -> tuple[Other, ...]:
    """Studies of the same question, linked ones first, then larger ones; never retracted ones.

    The same question: a shared treatment, or else a shared measure, in a study that reports
    findings. Papers on the same people are no other study.
    """
    own_people = _linked(m, _SAME_PEOPLE)
    found = []
    for key in sorted(m.others):
        facts = m.others[key]
        if key == m.key or key in own_people or facts.record_state in WITHDRAWN:
            continue
        relation = _relation(m, key)
        # What is asked of animals or cells is not asked of people.
        if not relation and (facts.study_type in _NOT_PEOPLE) != (
            m.grades.value("study_type") in _NOT_PEOPLE
        ):
            continue
        given = _same_treatment(m, facts)
        shared = treatment_with_article(given) if given else _same_measure(m, facts)
        if relation or (shared and facts.study_type not in _NOT_FINDINGS):
            named = shared or joined(list(facts.interventions[:2]))
            found.append(
                Other(facts, relation, named, given is not None, _about(m, facts), _a_kind(given))
            )
    found.sort(key=lambda o: (o.relation is None, -(o.facts.size or 0), o.facts.key))
    return tuple(found)


def tried_elsewhere(m: Material, plans: bool) -> bool:
    """Whether another study of the atlas was of what was given here, by any of its names.

    Wider than `others`: nobody is told that no other study tried a drug which another looked at
    only in those who took it anyway. `plans`: whether one that is only planned counts.
    """
    ours = set(treatments_given(m.reading, m.condition))
    same_people = _linked(m, _SAME_PEOPLE)
    return any(
        ours & {*(facts.given or facts.interventions), *facts.titled}
        for key, facts in m.others.items()
        if key != m.key and key not in same_people and facts.record_state not in WITHDRAWN
        and facts.study_type not in _NO_STUDY and (plans or facts.study_type != "Protocol")
    )  # fmt: skip


def _a_kind(treatment: str | None) -> bool:
    return treatment is not None and treatment.casefold() in _KINDS_OF_TREATMENT


def _about(m: Material, facts: StudyFacts) -> str | None:
    """The illness of the other study, where it is surely another one than this study's."""
    ours, theirs = illness(m.reading, m.grades, m.condition), facts.condition
    known = (m.condition.name, *m.condition.scope.overlapping)
    return theirs if ours in known and theirs in known and ours != theirs else None


def _linked(m: Material, kinds: frozenset[str]) -> set[str]:
    return {
        other
        for link in m.links if link.kind in kinds
        for other in (link.source, link.target) if other and other != m.key
    }  # fmt: skip


def _relation(m: Material, key: str) -> str | None:
    for link in m.links:
        if link.kind in _RELATIONS and {link.source, link.target} == {m.key, key}:
            return _RELATIONS[link.kind]
    return None


def _same_treatment(m: Material, facts: StudyFacts) -> str | None:
    theirs = {x.casefold() for x in facts.interventions}
    return next((x for x in m.reading.interventions if x.casefold() in theirs), None)


def _same_measure(m: Material, facts: StudyFacts) -> str | None:
    """For studies without treatment the measure that both took, of one illness and in one way.

    A measure alone makes no question: a survey of an illness and a test of its blood may both
    tell of fatigue. So both must be of one kind, and it must be what each of them found first.
    """
    r, kind = m.reading, m.grades.value("study_type")
    if r.interventions or facts.interventions or not kind or not facts.study_type:
        return None
    if kind not in _ALIKE or _ALIKE[kind] != _ALIKE.get(facts.study_type):
        return None
    ours = illness(r, m.grades, m.condition)
    if not ours or ours.casefold() != (facts.condition or "").casefold():
        return None
    # What a study only mentions is not what it asks: ours must stand in the title or be what
    # was found first, theirs must be what they found first.
    first = {(r.results[i].outcome or "").casefold() for i in m.brief.results[:2]}
    found = {f.outcome.casefold() for f in facts.findings[:2]}
    return next(
        (
            x
            for x in (*r.measures, *r.outcomes)
            if x.casefold() in found
            and x.casefold() not in _BROAD
            and (x.casefold() in first or standing(m, "measures", x) == Standing.TITLE)
        ),
        None,
    )


def described(o: Other) -> str:
    """`Smith 2012, a trial with groups made by chance, of 71 people, about asthma`."""
    facts = o.facts
    design = _DESIGN.get(facts.study_type or "", "")
    size = [] if facts.study_type in _WITHOUT_SIZE else [_size(facts)]
    about = [f"about {o.about}"] if o.about else []
    parts = [facts.label, *([design] if design else []), *size, *about]
    return ", ".join(parts)


def _size(facts: StudyFacts) -> str:
    if not facts.size:
        return "size not stated"
    return "of one person" if facts.size == 1 else f"of {facts.size:,} people"


def support(m: Material, o: Other) -> StudySupport:
    """The facts of the other study that a sentence about it uses."""
    facts = o.facts
    parts = [
        described(o),
        f"study type: {facts.study_type or 'not stated'}",
        f"size: {facts.size:,} people" if facts.size else "size: not stated",
    ]
    # An illness may have no criterion of its own: then nothing is left unstated.
    if m.condition.criterion is not None:
        parts.append(facts.criterion or "criterion: not stated")
    if o.shared:
        parts.append(f"also studied {o.shared}")
    if o.relation:
        parts.append(o.relation)
    parts.extend(findings(o))
    return StudySupport(study=facts.key, slug=facts.slug, label=facts.label, facts="; ".join(parts))


def findings(o: Other) -> tuple[str, ...]:
    """What another study found, in a few words, where it bears on what was found here.

    An outcome and its direction say neither in whom nor which end is better: "functioning: lower"
    of a scale on which low is well tells the reverse. So they are told only of studies that are
    linked, whose results were laid side by side for it; of others their own pages tell it.
    """
    if not o.relation:
        return ()
    return tuple(words for f in o.facts.findings[:2] if (words := _finding(f)))


def _finding(f: FindingFacts) -> str:
    """Another study's finding in a few words: its outcome and what was seen of it.

    Empty where the outcome has no name, or nothing is told of it but that it was described.
    """
    if not f.outcome or f.direction == "descriptive":
        return ""
    words = _SEEN.get(f.direction, f.direction)
    part = ", in a part of the people" if f.scope == "subgroup" else ""
    # "Recovery" and its like are the other authors' word, as on the page of their own study.
    name = f"“{f.outcome}”" if loaded(f.outcome) else f.outcome
    return f"{name}: {words}{part}"
