"""Readings written by hand for texts of our own, so that writing is tested on its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest

from evidence_atlas.records import (
    AbstractSection,
    Because,
    CaseDefinition,
    Condition,
    Criterion,
    DefinitionUse,
    Design,
    GlossaryEntry,
    Grade,
    Grades,
    Group,
    Harms,
    Journal,
    Name,
    Page,
    Participants,
    Query,
    Quote,
    Reading,
    Record,
    Result,
    Scale,
    Scope,
    Statement,
    Thresholds,
    TopicGrade,
    Who,
)
from evidence_atlas.writing import draft, summarise

ASTHMA = Condition(
    key="asthma",
    name="asthma",
    site_name="Asthma Atlas",
    names=(Name(name="asthma", pattern=r"\basthma\b"),),
    query=Query(pubmed="asthma", words="asthma"),
    scope=Scope(on_topic="asthma", side_effect_only="asthma as a side effect"),
    thresholds=Thresholds(),
    criterion=Criterion(
        key="wheeze", name="Wheezing", short="wheeze", gloss="a whistling breath",
        pattern="wheez", required_pattern="x", excluded_pattern="x", measured_pattern="x",
        values={
            "required": "Wheeze required", "required_loose": "Wheeze required (loosely)",
            "not_required": "Wheeze not required", "unclear": "Wheeze unclear",
        },
        note="Says whether people had to wheeze.",
    ),
    case_definitions=(
        CaseDefinition(name="Guild 1990", pattern="Guild", by_definition="optional",
                       words="wheeze is one sign of several", source="Guild 1990"),
    ),
    glossary=(
        GlossaryEntry(term="FEV1", pattern=r"(?-i:\bFEV1\b)", plain="how hard people can breathe out",  # noqa: E501
                      gloss="breath blown out in one second"),
    ),
    scales=(
        Scale(name="Asthma Control Test", pattern=r"\basthma control test\b",
              measures="how calm asthma is", better="higher", source="Nathan et al. 2004"),
    ),
)  # fmt: skip


@dataclass
class Study:
    """A study told in `text`, with facts given by the phrase that carries each."""

    text: str
    study_type: str = "RCT"
    title: str = "A study of asthma"
    condition_as_named: str | None = "asthma"
    retold: bool = False
    record_state: str | None = None
    peer_review: str = "Peer-reviewed"
    facts: dict[str, Any] = field(default_factory=dict)
    quotes: dict[str, str] = field(default_factory=dict)

    def quote(self, phrase: str) -> Quote:
        start = self.text.index(phrase)
        return Quote(field="abstract", start=start, end=start + len(phrase), text=phrase)

    def result(
        self, phrase: str, direction: str, comparison: str, scope: str = "all", **more: Any
    ) -> Result:
        return Result(text=more.pop("text", phrase), direction=direction, comparison=comparison,
                      scope=scope, quote=self.quote(phrase), sentence=0, **more)  # fmt: skip

    def group(self, name: str, kind: str, n: int | None, phrase: str) -> Group:
        return Group(name=name, kind=kind, n=n, quote=self.quote(phrase))

    @property
    def record(self) -> Record:
        return Record(
            source="test", raw_hash="0" * 64, title=self.title, pmid="1234567",
            abstract=(AbstractSection(text=self.text),) if self.text else (),
            abstract_kind="none" if not self.text else "retold" if self.retold else "original",
            journal=Journal(title="Breath"), languages=("eng",),
        )  # fmt: skip

    @property
    def reading(self) -> Reading:
        facts = dict(self.facts)
        facts.setdefault("condition_as_named", self.condition_as_named)
        named = facts["condition_as_named"] or next(iter(facts.get("conditions", ())), None)
        facts.setdefault("illnesses", (named,) if named else ())
        facts.setdefault("unread", None if self.text else "no abstract")
        held = {path: (self.quote(phrase),) for path, phrase in self.quotes.items()}
        return Reading(version="t", quotes=held, **facts)

    @property
    def grades(self) -> Grades:
        def badge(value: str | None) -> Grade:
            return Grade(value=value, because=(Because(rule="test", text="given"),), version="t")

        values = {"study_type": self.study_type, "record_state": self.record_state,
                  "peer_review": self.peer_review, "wheeze": "Wheeze not required"}  # fmt: skip
        return Grades(badges={k: badge(v) for k, v in values.items()},
                      topics=TopicGrade(value=(), because=(), version="t"))  # fmt: skip

    def page(self, links: tuple = (), others: dict | None = None) -> Page:
        brief = summarise(self.record, self.reading, self.grades)
        return draft(
            "study", brief, self.record, self.reading, self.grades, links, others or {}, ASTHMA
        )

    def section(self, name: str, **more: Any) -> tuple[Statement, ...]:
        return tuple(
            s for sec in self.page(**more).sections if sec.name == name for s in sec.statements
        )

    def told(self, name: str, **more: Any) -> list[str]:
        return [f"{s.label}: {s.text}" if s.label else s.text for s in self.section(name, **more)]


def trial(treatment: str = "salt caves", harms: str = "not_stated") -> Study:
    """A randomised trial with a placebo, one result for all and one null."""
    text = (
        f"We randomised 250 adults with asthma to {treatment} or placebo for 12 weeks. "
        f"At 12 weeks, wheezing was lower with {treatment} than with placebo (p = 0.01). "
        "Sleep did not differ significantly between the groups. "
        "No serious adverse events occurred. In all, 161 were analysed. "
        f"We conclude that {treatment} may have a place in care."
    )
    study = Study(text)
    study.quotes = {
        "participants.randomised": "250 adults with asthma",
        "participants.patients": "250 adults with asthma", "design.randomised": "randomised",
        "participants.analysed": "161 were analysed", "design.duration": "12 weeks",
        "who.adults_or_children": "adults", "design.placebo": "placebo",
    }  # fmt: skip
    first = text.split(". ")[1]
    study.facts = {
        "participants": Participants(randomised=250, analysed=161, patients=250),
        "design": Design(randomised=True, placebo=True, duration="12 weeks"),
        "who": Who(adults_or_children="adults"),
        "interventions": (treatment,), "comparators": ("placebo",),
        "harms": Harms(status=harms, quote=study.quote("No serious adverse events occurred")
                       if harms != "not_stated" else None),
        "conclusions": (study.quote(text.split(". ")[5].rstrip(".")),),
        "results": (
            study.result(first, "lower", "between_randomised", outcome="wheezing", against="placebo",  # noqa: E501
                         numbers=("p = 0.01",)),
            study.result("Sleep did not differ significantly between the groups", "no difference",
                         "between_randomised", outcome="sleep", primary=True),
        ),
    }  # fmt: skip
    return study


SEE = (
    "Thirty patients who fulfilled the Guild clinical criteria for asthma were to take interferon "
    "alfa-2a and placebo in a double-blind crossover trial. "
    "After 12 weeks of interferon, mean NK function had risen from 87.8 ± 19.6 to 129.3 ± 20.7 "
    "lytic units (LU; p < .05). "
    "There was no significant change in the other immune measures or in QOL. "
    "Twenty-six patients completed the study, and they were stratified: 3 were normal on both, 9 had "  # noqa: E501
    "isolated low lymphocyte proliferation, 7 had low NK function only, and 7 were abnormal on both. "  # noqa: E501
    "After 12 weeks of interferon, QOL scores improved in each of the 7 patients with isolated NK "
    "dysfunction, from 39.7 ± 12.1 to 16.3 ± 7.9 (p < .05). "
    "In the other three groups, QOL did not improve significantly. "
    "The authors conclude that interferon has a significant effect on the QOL of the subgroup."
)


def see(retold: bool = True) -> Study:
    """The reference case of a crossover whose good news stands in one of four small groups."""
    s = Study(SEE, retold=retold, title="Interferon treatment of patients with asthma")
    groups = [("normal on both", 3, "3 were normal on both"),
              ("isolated low lymphocyte proliferation", 9, "9 had isolated low lymphocyte proliferation"),  # noqa: E501
              ("low NK function only", 7, "7 had low NK function only"),
              ("abnormal on both", 7, "7 were abnormal on both")]  # fmt: skip
    s.quotes = {
        "participants.total": "Thirty patients", "participants.enrolled": "Thirty patients",
        "participants.patients": "Thirty patients",
        "participants.completed": "Twenty-six patients completed", "design.crossover": "crossover",
        "design.blinding": "double-blind", "design.duration": "12 weeks",
    }  # fmt: skip
    s.facts = {
        "participants": Participants(total=30, enrolled=30, completed=26, patients=30, groups=tuple(
            s.group(name, "subgroup", n, phrase) for name, n, phrase in groups)),
        "design": Design(crossover=True, placebo=True, blinding="double"),
        "case_definitions": ("Guild 1990",),
        "definitions": (DefinitionUse(name="Guild 1990", by="optional", quote=s.quote("Guild clinical criteria")),),  # noqa: E501
        "interventions": ("interferon alfa-2a",), "comparators": ("placebo",),
        "conclusions": (s.quote(SEE[SEE.index("The authors conclude"):].rstrip(".")),),
        "results": (
            s.result("mean NK function had risen from 87.8 ± 19.6 to 129.3 ± 20.7 lytic units (LU; p < .05)",  # noqa: E501
                     "increase", "within_group", outcome="NK function", timepoint="12 weeks",
                     numbers=("87.8 ± 19.6", "129.3 ± 20.7", "p < .05")),
            s.result("There was no significant change in the other immune measures or in QOL",
                     "no difference", "within_group", outcome="QOL"),
            s.result("QOL scores improved in each of the 7 patients with isolated NK dysfunction, from "  # noqa: E501
                     "39.7 ± 12.1 to 16.3 ± 7.9 (p < .05)", "decrease", "within_group", "subgroup",
                     outcome="QOL scores", who="patients with isolated NK dysfunction", n=7,
                     better_or_worse="better", judged_by="authors", timepoint="12 weeks"),
            s.result("In the other three groups, QOL did not improve significantly", "no difference",  # noqa: E501
                     "within_group", "subgroup", outcome="QOL", who="the other three groups"),
        ),
    }  # fmt: skip
    return s


@pytest.fixture(scope="session")
def make():
    """The builders above, so that tests need no import between files."""

    class Builders:
        study = Study
        trial = staticmethod(trial)
        see = staticmethod(see)
        condition = ASTHMA

    return Builders
