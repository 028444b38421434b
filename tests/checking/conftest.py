"""A small study of asthma, its page, and a way to try one sentence on the gate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import msgspec
import pytest

from evidence_atlas.checking import check
from evidence_atlas.records import (
    AbstractSection,
    Author,
    Because,
    CaseDefinition,
    Condition,
    Criterion,
    Design,
    FindingFacts,
    GlossaryEntry,
    Grade,
    Grades,
    Group,
    Harms,
    Link,
    Mark,
    Name,
    Page,
    Participants,
    Picture,
    Query,
    Quote,
    Reading,
    ReadingMinutes,
    Record,
    Result,
    RuleSupport,
    Scope,
    Section,
    Sentence,
    Statement,
    StudyFacts,
    Thresholds,
    TopicGrade,
    quoted,
    statement_id,
    texts,
)

SENTENCES = {
    "who": "Sixty adults with asthma were randomised to a new inhaler or placebo for 12 weeks.",
    "blind": "The trial was double-blind, and participants rated their own breathing.",
    "finished": "Of these 60, 52 completed the trial.",
    "score": "The asthma score was significantly lower with the inhaler than with placebo "
    "(4.1 vs 6.3; p=.01).",
    "start": "Within the inhaler group, the breathing score rose from 35.1 to 91.5 from baseline.",
    "part": "In 12 people with severe asthma, the score fell to 3.",
    "sleep": "Sleep did not differ significantly between the inhaler and placebo.",
    "share": "Half of those on the inhaler, 15 of 30 (50%), had no attack.",
    "view": "The change was encouraging, and the inhaler was safe.",
    "end": "The inhaler may ease breathing at night.",
}
ABSTRACT = " ".join(SENTENCES.values())
TITLE = "A new inhaler for asthma: a trial"

ASTHMA = Condition(
    key="asthma",
    name="asthma",
    site_name="Asthma Atlas",
    names=(
        Name(name="asthma", pattern=r"\basthma\b"),
        Name(name="chronic wheeze", pattern=r"chronic wheeze"),
    ),
    query=Query(pubmed="asthma", words="asthma"),
    scope=Scope(on_topic="asthma", side_effect_only="x"),
    thresholds=Thresholds(),
    criterion=Criterion(
        key="reversal", name="Reversible airway", short="reversal", gloss="opens again",
        pattern="reversib", required_pattern="must be reversible", excluded_pattern="excluded",
        measured_pattern="measured",
        values={
            "required": "Reversal required", "not_required": "Reversal not required",
            "unclear": "Reversal unclear",
        },
        note="A note.",
    ),
    case_definitions=(
        CaseDefinition(
            name="Bronchial criteria 1994", pattern="bronchial criteria", by_definition="absent",
            words="does not mention it", source="a paper",
        ),
    ),
    glossary=(
        GlossaryEntry(
            term="spirometry", pattern=r"spirometr\w+", plain="breathing test",
            gloss="a breathing test",
        ),
    ),
    other_conditions=(Name(name="migraine", pattern=r"\bmigraine\b"),),
)  # fmt: skip


def grade(value: str | None, **more: Any) -> Grade:
    return Grade(value=value, because=(Because(rule="r", text="t"),), version="1", **more)


@dataclass(frozen=True)
class Desk:
    """One study and all that its page may rest on; `tell` changes what the gate is shown."""

    record: Record
    reading: Reading
    grades: Grades
    links: tuple[Link, ...] = ()
    others: Mapping[str, StudyFacts] = field(default_factory=dict)
    condition: Condition = ASTHMA

    def quote(self, words: str, where: str = "abstract") -> Quote:
        """The quote of a sentence (by its short name) or of exact words."""
        words = SENTENCES.get(words, words)
        start = texts(self.record)[where].index(words)
        return Quote(field=where, start=start, end=start + len(words), text=words)

    def say(
        self,
        text: str,
        *words: str,
        section: str = "quick_summary",
        about: tuple[str, ...] = (),
        rule: tuple[str, str] | None = None,
        support: tuple[Any, ...] | None = None,
        **more: Any,
    ) -> Statement:
        """A sentence of ours that rests on these words of the study, or on a rule."""
        held: tuple[Any, ...] = tuple(quoted(self.quote(w)) for w in words)
        if rule is None and not words:
            rule = ("study-size", "A study in which few people were counted is called small.")
        if rule is not None:
            held = (*held, RuleSupport(rule=rule[0], text=rule[1]))
        held = held if support is None else support
        return Statement(
            id=statement_id("s1", section, held, 0) + str(abs(len(text))),
            text=text, section=section, depths=("quick", "standard", "deep"), support=held,
            about=about, **more,
        )  # fmt: skip

    def page(self, *statements: Statement) -> Page:
        names = list(dict.fromkeys(s.section for s in statements))
        return Page(
            study="s1",
            version="1",
            sections=tuple(
                Section(name=n, statements=tuple(s for s in statements if s.section == n))
                for n in names
            ),
            reading_minutes=ReadingMinutes(quick=0.5, standard=3, deep=10),
        )

    def mark(self, text: str, **parts: Any) -> Mark:
        """A finding drawn: the score, lower with the inhaler than with placebo, unless changed."""
        said = self.say(
            text, "score", section="picture", about=("results.0",),
            rule=("picture-finding", "A finding is drawn as it is told: higher or lower."),
        )  # fmt: skip
        drawn = {
            "part": "finding", "words": "asthma score", "way": "down",
            "note": "lower with the inhaler than with placebo", **parts,
        }  # fmt: skip
        return Mark(said=said, **drawn)

    def people(self, part: str, n: int, words: str, note: str, source: str) -> Mark:
        """So many people drawn, and told in as many words."""
        said = self.say(
            f"{n} {words} {note}.", source, section="picture",
            rule=("picture-people", "The people who took part, were put by chance into groups, "
                  "were in a group, finished."),
        )  # fmt: skip
        return Mark(part=part, n=n, words=words, note=note, said=said)

    def drawn(self, *marks: Mark) -> tuple[Any, ...]:
        """The flags against a page with a picture of these marks."""
        page = msgspec.structs.replace(
            self.page(self.harms()), picture=Picture(form="trial", marks=marks)
        )
        return check(
            page, self.record, self.reading, self.grades, self.links, self.others, self.condition
        )

    def drawn_codes(self, *marks: Mark) -> list[str]:
        return sorted({f.code for f in self.drawn(*marks)})

    def flags(self, *statements: Statement) -> tuple[Any, ...]:
        return check(
            self.page(*statements), self.record, self.reading, self.grades, self.links,
            self.others, self.condition,
        )  # fmt: skip

    def codes(self, *statements: Statement) -> list[str]:
        """The codes against a page of just these sentences, beside a sentence on harms.

        That a sentence brings in a word of its own goes along with most faults, and is left
        out here; `flags` has it.
        """
        if not any("harms" in s.text for s in statements):
            statements = (*statements, self.harms())
        return sorted({f.code for f in self.flags(*statements)} - {"word-not-in-support"})

    def harms(self) -> Statement:
        return self.say(
            "The abstract does not mention harms.",
            rule=(
                "harms-not-stated",
                "The page says that the abstract does not mention harms.",
            ),
        )

    def changed(self, **parts: Any) -> Desk:
        """The same study with another record, reading, grades, links, others or condition."""
        return replace(self, **parts)

    def with_reading(self, **parts: Any) -> Desk:
        return replace(self, reading=msgspec.structs.replace(self.reading, **parts))

    def with_design(self, **parts: Any) -> Desk:
        return self.with_reading(design=msgspec.structs.replace(self.reading.design, **parts))

    def with_record(self, **parts: Any) -> Desk:
        return replace(self, record=msgspec.structs.replace(self.record, **parts))

    def with_badges(self, **values: Any) -> Desk:
        badges = dict(self.grades.badges)
        for name, value in values.items():
            badges[name] = value if isinstance(value, Grade) else grade(value)
        return replace(self, grades=msgspec.structs.replace(self.grades, badges=badges))


def _reading(record: Record) -> Reading:
    text = texts(record)["abstract"]
    found = []
    for words in SENTENCES.values():
        start = text.index(words)
        found.append(Sentence(text=words, start=start, end=start + len(words), role="results"))

    def q(name: str) -> Quote:
        start = text.index(SENTENCES[name])
        return Quote(
            field="abstract", start=start, end=start + len(SENTENCES[name]), text=SENTENCES[name]
        )

    def result(name: str, **parts: Any) -> Result:
        return Result(text=SENTENCES[name], quote=q(name), sentence=0, **parts)

    return Reading(
        version="1",
        sentences=tuple(found),
        participants=Participants(
            total=60, with_illness=60, patients=60, randomised=60, completed=52,
            groups=(Group(name="inhaler", kind="arm", n=30, quote=q("who")),
                    Group(name="placebo", kind="arm", n=30, quote=q("who"))),
        ),
        design=Design(
            randomised=True, placebo=True, blinding="double", controlled=True,
            outcome_judged_by="participants",
        ),
        conditions=("asthma",),
        condition_as_named="asthma",
        illnesses=("asthma",),
        subjects=("human",),
        interventions=("inhaler",),
        comparators=("placebo",),
        outcomes=("asthma score", "sleep"),
        results=(
            result("score", direction="lower", comparison="between_randomised", scope="all",
                   outcome="asthma score", primary=True, against="placebo",
                   numbers=("4.1", "6.3", ".01")),
            result("start", direction="increase", comparison="within_group", scope="all",
                   outcome="breathing score", against="baseline"),
            result("part", direction="decrease", comparison="within_group", scope="subgroup",
                   outcome="score", who="people with severe asthma", n=12),
            result("sleep", direction="no difference", comparison="between_randomised",
                   scope="all", outcome="sleep", against="placebo"),
        ),
        harms=Harms(status="not_stated"),
        conclusions=(q("end"),),
    )  # fmt: skip


@pytest.fixture
def desk() -> Desk:
    record = Record(
        source="test", raw_hash="0", pmid="1", title=TITLE, abstract_kind="original",
        abstract=(AbstractSection(text=ABSTRACT),),
        authors=(Author(last="Rossi", fore="Ada", initials="A"), Author(last="Berg", initials="B")),
        publication_types=("Journal Article",),
    )  # fmt: skip
    badges = {
        "study_type": grade("RCT"),
        "level": grade("E2 Moderate"),
        "certainty": grade("Moderate confidence"),
        "peer_review": grade("Peer-reviewed"),
        "review_state": grade("Machine draft"),
        "record_state": grade(None),
        "context": grade("the illness"),
        "reversal": grade("not_required", by_definition="absent", by_study="not_stated"),
    }
    grades = Grades(badges=badges, topics=TopicGrade(value=(), because=(), version="1"))
    # The trial is small; the level is made to fit by a threshold of the illness's own.
    condition = msgspec.structs.replace(ASTHMA, thresholds=Thresholds(trial_arm=30))
    return Desk(record, _reading(record), grades, condition=condition)


@pytest.fixture
def other() -> StudyFacts:
    """Another team's trial of the same inhaler."""
    return StudyFacts(
        key="s2", slug="meyer-2001-new-inhaler", label="Meyer 2001", year=2001, study_type="RCT",
        size=80, criterion="Reversal required", record_state=None, authors=("meyer c",),
        interventions=("inhaler",), controlled=True,
        findings=(FindingFacts(outcome="asthma score", direction="lower",
                               comparison="between_randomised", scope="all"),),
    )  # fmt: skip
