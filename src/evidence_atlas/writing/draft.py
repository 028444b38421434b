"""`draft`: the whole page, section by section, each sentence with its id and support."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from evidence_atlas.reading.names import names_of
from evidence_atlas.records import (
    SECTIONS,
    Condition,
    Grades,
    Link,
    Mark,
    Page,
    Picture,
    Reading,
    Record,
    Section,
    Statement,
    StudyFacts,
    as_written,
    lasting,
    reading_minutes,
    statement_id,
    texts,
)

from .brief.brief import Brief
from .glance.need_not_have_it import with_who_need_not_have_it
from .glossary.plain_words import Glosser
from .limits.idle_caution import without_idle_caution
from .limits.limit_words import pointing_at_a_link
from .limits.not_tested import as_meant
from .material import Material
from .not_told import not_told
from .picture import drawing
from .picture.marks import Absent, Drawn
from .printed_counts import with_printed_counts
from .quick import summary as quick_summary
from .quick.as_below import as_told_below
from .quick.explained_further import explained_further
from .quick.fitted import fitted
from .quick.forms_in_full import with_forms_in_full
from .quick.goes_on import pointing_at_the_other_half
from .quick.null_alone import with_what_differed
from .quick.room_left import with_one_more
from .quick.told_before import told_once
from .said import ALL_DEPTHS, DEEP, STANDARD, Depths, Said
from .said_once import aim_for_deep, limit_of, without_findings, without_repeats
from .sections import (
    comments_and_replies,
    does_not_prove,
    fair_to_say,
    inferred_conclusions,
    limitations,
    numbers_checked,
    observed_findings,
    other_studies,
    remaining_questions,
    sources_and_versions,
    strengths,
    study_at_a_glance,
    why_it_matters,
)
from .sections.message_below import message_below
from .sections.near_the_main import near_the_main
from .sentences.at_depth import at_depths
from .sentences.in_full import explained_after_all, explained_once
from .sentences.markers_of import as_markers
from .slots import Slots
from .version import VERSION

Writer = Callable[[Material, Slots], tuple[Said, ...]]
WRITERS: dict[str, Writer] = {
    "quick_summary": quick_summary.write,
    "why_it_matters": why_it_matters.write,
    "observed_findings": observed_findings.write,
    "inferred_conclusions": inferred_conclusions.write,
    "remaining_questions": remaining_questions.write,
    "does_not_prove": does_not_prove.write,
    "study_at_a_glance": study_at_a_glance.write,
    "numbers_checked": numbers_checked.write,
    "strengths": strengths.write,
    "limitations": limitations.write,
    "other_studies": other_studies.write,
    "comments_and_replies": comments_and_replies.write,
    "fair_to_say": fair_to_say.write,
    "sources_and_versions": sources_and_versions.write,
}
"""One writer a section; the history of revisions is filled where pages are published."""

# Where a short form is explained at its first use; Quick has none, and rows are names.
_EXPLAINED = frozenset(
    {"why_it_matters", "observed_findings", "inferred_conclusions", "remaining_questions"}
)


_BELOW_QUICK = {
    "observed_findings": "Observed Findings",
    "inferred_conclusions": "Inferred Conclusions",
}
"""Where what Quick leaves out of a finding may stand, by the title that a reader sees."""
_TELLS_FINDINGS = frozenset({"quick_summary", "observed_findings", "inferred_conclusions"})
"""Only where one of these tells of a link is it a limitation that a link shows no cause."""


def draft(
    key: str,
    brief: Brief,
    record: Record,
    reading: Reading,
    grades: Grades,
    links: tuple[Link, ...],
    others: Mapping[str, StudyFacts],
    condition: Condition,
) -> Page:
    """The page of the study `key`. The same input gives the same page, byte for byte."""
    condition = as_written(condition, record)
    reading = with_printed_counts(reading)
    m = Material(key, brief, record, reading, grades, tuple(links), others, condition)
    with names_of(record):
        return _draft(m)


def _draft(m: Material) -> Page:
    record, reading, condition = m.record, m.reading, m.condition
    slots = Slots(m)
    glosser = Glosser(condition, "\n".join(texts(record).values()), record.title)
    written_so_far: dict[str, list[Said]] = {}
    explained: set[str] = set()
    limits_told: set[str] = set()
    shown: list[Said] = []
    found: list[Said] = []
    quick: list[Said] = []
    observed: list[Said] = []
    unglossed: list[Said] = []
    known = glosser.known
    for name in SECTIONS:
        writer = WRITERS.get(name)
        if writer is None:
            continue
        written = writer(m, slots)
        if name == "inferred_conclusions":
            written = written or message_below(m, quick)
        told = as_meant(m, [s for s in written if s.text and s.support])
        told = [as_markers(m, s) for s in told]
        if name == "quick_summary":
            given = (*reading.interventions, *reading.comparators)
            told = fitted(
                told, glosser, given, partial(with_what_differed, m, slots),
                partial(with_one_more, m, slots),
            )  # fmt: skip
            told = with_forms_in_full(m, told, glosser, given)
            told = [told_once(condition, s) for s in told]
            told = pointing_at_a_link(m, slots, without_idle_caution(reading, told))
            quick = told = explained_further(told, glosser, given)
            known = glosser.known
        else:
            if name in _EXPLAINED:
                told = explained_once(m, told, explained)
            if name in _BELOW_QUICK:
                unglossed += at_depths(told)
            told = [
                glosser.apply(s, gloss=s.label not in study_at_a_glance.OF_THE_RECORD)
                for s in without_repeats(name, told, limits_told)
            ]
            if name in _EXPLAINED:
                told = explained_after_all(m, told, shown)
        if name == "why_it_matters":
            told = aim_for_deep(told, quick)
        elif name == "observed_findings":
            told = observed = at_depths(told)
        elif name == "inferred_conclusions":
            told = without_findings(told, observed)
        elif name == "study_at_a_glance":
            told = with_who_need_not_have_it(m, told, quick)
        elif name == "fair_to_say":
            told = near_the_main(m, told, quick)
        if name in _TELLS_FINDINGS:
            found += told
        elif name == "sources_and_versions":
            told += not_told(m, found)
        elif name == "limitations":
            told = without_idle_caution(reading, told, found)
        limits_told |= {limit for s in told if (limit := limit_of(s))}
        written_so_far[name] = told
    below = [(title, written_so_far.get(name, [])) for name, title in _BELOW_QUICK.items()]
    quick = pointing_at_the_other_half(m, quick, below)
    glosser.known = known
    quick = as_told_below(m, slots, quick, unglossed, glosser)
    written_so_far["quick_summary"] = quick
    sections = [
        Section(name=name, statements=_statements(m.key, name, told))
        for name, told in written_so_far.items()
        if told
    ]
    picture, no_picture = _picture(m, slots, glosser)
    return Page(
        study=m.key,
        version=VERSION,
        sections=tuple(sections),
        reading_minutes=reading_minutes(tuple(sections)),
        bare=m.brief.bare,
        picture=picture,
        no_picture=no_picture,
    )


def _picture(m: Material, slots: Slots, glosser: Glosser) -> tuple[Picture | None, str | None]:
    """The study as a picture, in the plain words of the page, or why there is none."""
    try:
        found = drawing(m, slots)
    except Absent as why:
        return None, str(why)
    plain = [_plainly(d, glosser) for d in found.marks]
    told = _statements(m.key, "picture", [d.said for d in plain])
    marks = tuple(
        Mark(part=d.part, words=d.words, said=s, n=d.n, note=d.note, way=d.way)
        for d, s in zip(plain, told, strict=True)
    )
    return Picture(form=found.form, marks=marks), None


def _plainly(drawn: Drawn, glosser: Glosser) -> Drawn:
    """The mark in the words of Quick: a thing has one name in the picture and in the text."""
    told = glosser.apply(replace(drawn.said, lay=True), gloss=False)
    words = glosser.apply(Said(drawn.words, (), lay=True), gloss=False).text
    if drawn.words[:1].islower():
        words = words[:1].lower() + words[1:]
    # Only where both can be changed alike; else both stay.
    alike = (words != drawn.words) == (told.text != drawn.said.text)
    return replace(drawn, said=told, words=words) if alike else drawn


def _depths(section: str) -> Depths:
    if section == "picture":
        return ALL_DEPTHS
    index = SECTIONS.index(section)
    return ALL_DEPTHS if index == 0 else STANDARD if index < 6 else DEEP


def _statements(study: str, section: str, told: list[Said]) -> tuple[Statement, ...]:
    seen: dict[tuple[object, ...], int] = {}
    made = []
    for s in told:
        held = lasting(s.support)
        ordinal = seen.get(held, 0)
        seen[held] = ordinal + 1
        made.append(
            Statement(
                id=statement_id(study, section, held, ordinal),
                text=s.text,
                section=section,
                depths=s.depths or _depths(section),
                support=s.support,
                voice=s.voice,
                label=s.label,
                about=s.about,
            )
        )
    return tuple(made)
