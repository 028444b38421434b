"""Made-up records whose findings agree, conflict or cannot be set beside each other.

Nobody took part in any of these studies; names, figures and findings are invented.
"""

from __future__ import annotations

from typing import Any

ILLNESS = "myalgic encephalomyelitis"
THERAPY = "cognitive behavioural therapy"


def record(
    pmid: str, title: str, abstract: str, author: str, year: str, **more: Any
) -> dict[str, Any]:
    return {
        "pmid": pmid,
        "title": title,
        "abstract": abstract,
        "authors": [author, f"{author.split()[0][::-1].capitalize()} B"],
        "journal": "Journal of Examples",
        "year": year,
        "publication_types": ["Journal Article"],
        **more,
    }


def trial(
    pmid: str, drug: str, author: str, year: str, people: int, result: str,
    against: str = "placebo", harms: str = "", illness: str = ILLNESS, **more: Any,
) -> dict[str, Any]:  # fmt: skip
    half = people // 2
    abstract = (
        f"Background: It is not known what {drug} does. Methods: In this randomised, double-blind, "
        f"{against}-controlled trial, {people} adults with {illness} who met the Canadian "
        f"Consensus Criteria were randomised to {drug} (n={half}) or {against} (n={half}). The "
        f"primary outcome was fatigue. Results: {result} {harms}"
    )
    title = more.pop("title", f"{drug} in {illness}: a randomised trial")
    return record(
        pmid, title, abstract.strip(), author, year,
        **{"publication_types": ["Randomized Controlled Trial"], **more},
    )  # fmt: skip


def comparison(pmid: str, author: str, year: str, people: int, result: str) -> dict[str, Any]:
    half = people // 2
    return record(
        pmid,
        f"Sleep and natural killer cells in {ILLNESS}: a case-control study",
        f"We compared natural killer cell function in {half} patients with {ILLNESS}, diagnosed "
        f"by the Fukuda criteria, and {half} healthy controls. {result}",
        author,
        year,
    )


NULL = "Fatigue did not differ between the {drug} group and the {against} group (p = 0.61)."
BETTER = "Fatigue improved more in the {drug} group than in the {against} group (p = 0.01)."


def told(pattern: str, drug: str, against: str = "placebo") -> str:
    return pattern.format(drug=drug, against=against)


RECORDS: tuple[dict[str, Any], ...] = (
    trial("9001", "rituximab", "Alder A", "2019", 150, told(NULL, "rituximab"),
          harms="Serious adverse events occurred in 8 patients in the rituximab group."),
    trial("9002", "Rituxan", "Birch C", "2011", 60, told(BETTER, "Rituxan")),
    record("9003", f"Rituximab in {ILLNESS}: an open-label study",
           f"Twenty-eight adults with {ILLNESS} were all treated with rituximab in this open-label "
           "study without a control group. Fatigue improved from baseline to 12 months (p = 0.02).",
           "Cedar D", "2015"),
    trial("9004", "rituximab", "Dogwood E", "2013", 90, told(BETTER, "rituximab"),
          publication_types=["Randomized Controlled Trial", "Retracted Publication"]),
    trial("9005", "rituximab", "Alder A", "2020", 150, told(NULL, "rituximab"),
          title="The rituximab trial, published again",
          comments_corrections=[{"type": "RepublishedFrom", "pmid": "9001", "source": "J Ex"}]),
    trial("9006", "rituximab", "Elm F", "2022", 40, told(BETTER, "rituximab"),
          illness="long COVID"),
    trial("9007", "magnesium sulphate", "Fir G", "2001", 34,
          told(NULL, "magnesium sulphate")),
    trial("9008", "magnesium sulfate", "Gum H", "2004", 130,
          told(BETTER, "magnesium sulfate")),
    trial("9009", "melatonin treatment", "Hazel I", "2010", 120, told(NULL, "melatonin")),
    comparison("9011", "Ivy J", "2008", 120,
               "Natural killer cell function was lower in patients than in controls (p = 0.001)."),
    comparison("9012", "Juniper K", "2012", 60,
               "Natural killer cell function was lower in patients than in controls (p = 0.03)."),
    comparison("9013", "Kapok L", "2016", 240,
               "Natural killer cell function did not differ between patients and controls."),
    record("9014", f"A plan to give rituximab to people with {ILLNESS}: study protocol",
           f"This protocol describes a randomised trial of rituximab. We will recruit 100 adults "
           f"with {ILLNESS}. The primary outcome will be fatigue.", "Larch M", "2023"),
    record("9015", f"Rituximab in {ILLNESS}: a systematic review",
           f"We searched four databases for trials of rituximab in people with {ILLNESS}. Three "
           "trials with 240 people were included. Fatigue did not differ between the rituximab "
           "group and the placebo group.", "Maple N", "2024",
           publication_types=["Systematic Review"]),
    record("9016", f"Graded exercise therapy and pacing in {ILLNESS}: a randomised trial",
           f"In this randomised trial, 160 adults with {ILLNESS} were randomised to graded "
           "exercise therapy (n=80) or pacing (n=80). Fatigue was lower in the graded exercise "
           "therapy group than in the pacing group (p = 0.04).", "Nutmeg O", "2011",
           publication_types=["Randomized Controlled Trial"]),
    record("9017", f"Sleep of children with {ILLNESS}",
           f"We asked 45 children with {ILLNESS}, some of them housebound, about sleep. Sleep was "
           "unrefreshing in 40 of them.", "Oak P", "2018"),
    trial("9018", "yoga", "Pine Q", "2021", 60,
          "Fatigue fell in both groups, and fell further in the yoga group (p < 0.01). Pain fell "
          "in both groups (p = 0.02).", against="usual care"),
    *(
        record(pmid, f"{THERAPY.capitalize()} in {ILLNESS}: a systematic review",
               f"We searched {databases} databases for randomised trials of {THERAPY} in people "
               f"with {ILLNESS}. {trials} were included. {found} Harms were reported in one trial.",
               author, year, publication_types=["Systematic Review"])
        for pmid, databases, trials, found, author, year in (
            ("9019", "four", "Three trials with 240 people",
             f"Fatigue was lower with {THERAPY} than with usual care.", "Quince R", "2019"),
            ("9020", "six", "Seven trials with 610 people",
             f"Sleep did not differ between {THERAPY} and usual care.", "Rowan S", "2022"),
        )
    ),
)  # fmt: skip
