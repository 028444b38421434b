"""The badge row: each badge with its words and its working, in the order of the design."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext

from evidence_atlas.records import Condition, Grade, PublishedStudy

from . import words
from .support import Shown, shown_quote

_BEFORE_CRITERION = ("level", "certainty")
_AFTER_CRITERION = ("study_type", "peer_review", "review_state", "record_state")
_ALSO = ("case_definition_quality", "approach", "context")


@dataclass(frozen=True)
class Reason:
    """One step of the working; `source` is the quoted place, where it rests on words."""

    text: str
    source: Shown | None


@dataclass(frozen=True)
class LinkedStudy:
    slug: str
    label: str


@dataclass(frozen=True)
class Badge:
    """A badge as shown: `steps` dots of four where the value stands on a ladder."""

    key: str
    name: str
    value: str | None
    meaning: str
    value_meaning: str
    facts: tuple[str, ...]
    reasons: tuple[Reason, ...]
    would_change: str | None
    linked: tuple[LinkedStudy, ...]
    steps: int | None
    version: str


def badge_row(study: PublishedStudy, condition: Condition) -> list[Badge]:
    """The badges that the study has, in the order of the row."""
    criterion = (condition.criterion.key,) if condition.criterion else ()
    keys = (*_BEFORE_CRITERION, *criterion, *_AFTER_CRITERION)
    made = (_badge(key, study, condition) for key in keys)
    return [b for b in made if b is not None and b.value is not None]


def other_badges(study: PublishedStudy, condition: Condition) -> list[Badge]:
    """What is also graded, and the badges of the row that are absent, with the reason."""
    criterion = (condition.criterion.key,) if condition.criterion else ()
    row = (*_BEFORE_CRITERION, *criterion, *_AFTER_CRITERION)
    made = [(key, _badge(key, study, condition)) for key in (*_ALSO, *row)]
    return [
        b for key, b in made if b is not None and (key in _ALSO or b.value is None) and b.reasons
    ]


def shown_value(key: str, grade: Grade, study: PublishedStudy, condition: Condition) -> str | None:
    """The words of a badge: the illness's own for its criterion, else the value, translated."""
    if grade.value is None:
        return None
    if condition.criterion and key == condition.criterion.key:
        return condition.criterion.values.get(grade.value, grade.value)
    value = gettext(grade.value)
    if key == "certainty" and grade.value == "Preliminary":
        value = gettext("Preliminary confidence")
    if key == "context" and grade.value == "the illness":
        value = gettext("the illness of this atlas")
    if key == "level" and grade.contested:
        value = gettext("%(level)s · Contested") % {"level": value}
    if key == "study_type" and study.reading.design.crossover:
        value = gettext("%(type)s, crossover") % {"type": value}
    return value


def _badge(key: str, study: PublishedStudy, condition: Condition) -> Badge | None:
    grade = study.grades.badges.get(key)
    if grade is None:
        return None
    is_criterion = condition.criterion is not None and key == condition.criterion.key
    if condition.criterion and is_criterion:
        name, meaning = condition.criterion.name, _sentence(condition.criterion.gloss)
    else:
        name = gettext(words.BADGE_NAMES.get(key, key))
        meaning = gettext(words.BADGE_MEANINGS[key]) if key in words.BADGE_MEANINGS else ""
    value_meaning = words.VALUE_MEANINGS.get(grade.value or "")
    if key == "study_type" and grade.value == "RCT" and study.reading.design.randomised is not True:
        value_meaning = words.RCT_CHANCE_NOT_STATED
    known = {
        other: LinkedStudy(slug=link.slug, label=link.label)
        for link in study.links
        if link.slug
        for other in (link.link.source, link.link.target)
        if other and other != study.key
    }
    return Badge(
        key=key,
        name=name,
        value=shown_value(key, grade, study, condition),
        meaning=meaning,
        value_meaning=gettext(value_meaning) if value_meaning else "",
        facts=_facts(grade, condition) if is_criterion else (),
        reasons=tuple(
            Reason(
                text=because.text,
                source=shown_quote(because.quote, study) if because.quote else None,
            )
            for because in grade.because
        ),
        would_change=grade.would_change,
        linked=tuple(known[k] for k in grade.linked if k in known),
        steps=words.STEPS.get(grade.value or "") if key == "level" else None,
        version=grade.version,
    )


def _facts(grade: Grade, condition: Condition) -> tuple[str, ...]:
    """The two facts under the criterion badge, kept apart, in the illness's own words."""
    known = condition.criterion.words if condition.criterion else {}
    facts = []
    if grade.by_definition in known:
        facts.append(_sentence(known[grade.by_definition]))
    if grade.by_study in known:
        beyond = gettext("Beyond the definition: %(said)s") % {"said": known[grade.by_study]}
        facts.append(_sentence(beyond))
    return tuple(facts)


def _sentence(text: str) -> str:
    """Words of the illness's files as a sentence."""
    return text[:1].upper() + text[1:].rstrip(".") + "."
