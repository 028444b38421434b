"""`draft`: the whole page, section by section, each sentence with its id and support."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

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
    lasting,
    reading_minutes,
    statement_id,
    texts,
)
from evidence_atlas.records.readability import grade

from .brief import Brief
from .in_full import explained_once
from .material import Material
from .picture import drawing
from .picture.marks import Absent, Drawn
from .quick_size import QUICK_GRADE, QUICK_SENTENCES, within_words
from .said import ALL_DEPTHS, DEEP, STANDARD, Depths, Said
from .said_once import limit_of, without_repeats
from .sections import (
    comments_and_replies,
    does_not_prove,
    fair_to_say,
    inferred_conclusions,
    limitations,
    numbers_checked,
    observed_findings,
    other_studies,
    quick_summary,
    remaining_questions,
    sources_and_versions,
    strengths,
    study_at_a_glance,
    why_it_matters,
)
from .slots import Slots
from .version import VERSION
from .words.names import alike, length_seen
from .words.plain_words import MOST_QUICK_GLOSSES, Glosser

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
BESIDE_THE_MAIN = 6
"""What is kept no more than this is told beside the main result, and goes before it."""


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
    m = Material(key, brief, record, reading, grades, tuple(links), others, condition)
    slots = Slots(m)
    glosser = Glosser(condition, "\n".join(texts(record).values()))
    sections = []
    explained: set[str] = set()
    limits_told: set[str] = set()
    for name in SECTIONS:
        writer = WRITERS.get(name)
        if writer is None:
            continue
        told = [s for s in writer(m, slots) if s.text and s.support]
        if name == "quick_summary":
            told = _within(told, glosser, (*reading.interventions, *reading.comparators))
        else:
            if name in _EXPLAINED:
                told = explained_once(m, told, explained)
            told = [glosser.apply(s) for s in without_repeats(name, told, limits_told)]
        limits_told |= {limit for s in told if (limit := limit_of(s))}
        if told:
            sections.append(Section(name=name, statements=_statements(key, name, told)))
    picture, no_picture = _picture(key, m, slots, glosser)
    return Page(
        study=key,
        version=VERSION,
        sections=tuple(sections),
        reading_minutes=reading_minutes(tuple(sections)),
        bare=brief.bare,
        picture=picture,
        no_picture=no_picture,
    )


def _picture(
    key: str, m: Material, slots: Slots, glosser: Glosser
) -> tuple[Picture | None, str | None]:
    """The study as a picture, in the plain words of the page, or why there is none."""
    try:
        found = drawing(m, slots)
    except Absent as why:
        return None, str(why)
    plain = [_plainly(d, glosser) for d in found.marks]
    told = _statements(key, "picture", [d.said for d in plain])
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


def _within(told: list[Said], glosser: Glosser, given: tuple[str, ...]) -> list[Said]:
    """Quick within its five sentences and 80 words: what matters least goes first.

    A sentence is worth more than a gloss: where glosses alone would pass the limit, they
    stand further down the page instead. Where a sentence has a plainer one and Quick would be
    hard to read with it, what is told beside it goes first, then the plainer one takes its place.
    """
    kept = list(told)
    while True:
        bare = [glosser.apply(s, gloss=False) for s in kept]
        if len(bare) <= QUICK_SENTENCES and within_words(bare):
            break
        long = next((s for s in reversed(kept) if _beside(s) and s.plainer), None)
        if long is not None:
            kept[kept.index(long)] = replace(long.plainer[0], keep=long.keep)  # type: ignore[index]
            continue
        least = min(range(len(kept)), key=lambda i: (kept[i].keep, -i))
        if kept[least].keep >= 9:
            break
        del kept[least]
    plain = [glosser.apply(s, most=MOST_QUICK_GLOSSES) for s in kept]
    if not within_words(plain):
        glosser.forget()
        plain = bare
    # The longest of those that have a plainer one gives way first.
    hard = max(
        (i for i, s in enumerate(kept) if s.plainer is not None),
        key=lambda i: length_seen(kept[i].text), default=None,
    )  # fmt: skip
    if hard is None or grade(alike(" ".join(s.text for s in plain), given)) <= QUICK_GRADE:
        return plain
    glosser.forget()
    beside = [s for s in kept if _beside(s)]
    if beside:
        shorter = [replace(s, keep=beside[-1].keep) for s in beside[-1].plainer or ()]
        at = kept.index(beside[-1])
        return _within([*kept[:at], *shorter, *kept[at + 1 :]], glosser, given)
    instead = kept[hard].plainer or ()
    others = {s.about for s in instead}
    left = [s for s in kept if s.about not in others or s is kept[hard]]
    at = next(i for i, s in enumerate(left) if s is kept[hard])
    return _within([*left[:at], *instead, *left[at + 1 :]], glosser, given)


def _beside(s: Said) -> bool:
    """A result told beside the main one."""
    return s.keep <= BESIDE_THE_MAIN and any(
        a.startswith(("results.", "conclusions.", "sentences.")) for a in s.about
    )


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
