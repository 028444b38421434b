"""One rule for all sides: the name of a treatment or measure is swapped, and no grade may change.

In 200 real abstracts the treatment (or measure) named most often is put under another name, the
rest of the text, and so the facts of blinding, left as they are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from evidence_atlas.grading import grade
from evidence_atlas.reading import read
from evidence_atlas.records import Record

from .figures import Section, share
from .sources import condition, lines, record_of

TREATMENTS = ("tiotrexone", "cognitive behavioural therapy", "graded exercise therapy", "pacing")
MEASURES = ("cytokine levels", "depression scores")
_TREATMENT = re.compile(
    r"\b(?:cognitive[- ]behaviou?r(?:al)? therapy|graded exercise therapy|pacing|yoga|acupuncture|"
    r"[a-z]{3,}(?:mab|vir|tinib|mycin|cillin|azole|statin|pril|olol|oxetine|trexone|setron|prazole|"
    r"sartan|dipine|profen|zepam|caine|glutide|gliptin|formin|terol|sone|prine|giline|dopa|cline))\b",
    re.IGNORECASE,
)
_MEASURE = re.compile(
    r"\b(?:(?:cytokine|antibody|cortisol|lymphocyte|immune cell) (?:levels?|counts?|concentrations?)|"
    r"(?:depression|anxiety|distress|mood|stress) (?:scores?|ratings?|levels?)|"
    r"(?:depressive|anxiety) symptoms)\b",
    re.IGNORECASE,
)
MOST = 100
"""So many abstracts for treatments, and as many for measures."""
GRADES = ("study_type", "level", "certainty", "peer_review", "case_definition_quality")


def measure(data: Path) -> Section:
    """The share of swaps under which every grade stays."""
    figures, errors = [], []
    for name, pattern, others in (
        ("treatments swapped", _TREATMENT, TREATMENTS),
        ("measures swapped", _MEASURE, MEASURES),
    ):
        same = of = 0
        for row in _rows(data, pattern):
            graded = [_grades(record_of(swapped)) for swapped in _swapped(row, pattern, others)]
            of += 1
            same += len(set(graded)) == 1
            if len(set(graded)) > 1:
                errors.append({"title": row["title"], "grades": [list(g) for g in graded]})
        figures.append(share(name, same, of, at_least=1.0))
    return Section(
        key="even_handed",
        title="The same grades for all sides",
        data="200 abstracts of trials and of ME/CFS and long COVID, names swapped",
        figures=tuple(figures),
        errors=tuple(errors),
        notes=(
            f"Treatments are called {', '.join(TREATMENTS)} in turn; measures "
            f"{' and '.join(MEASURES)}. In a trial that reports nothing but what was measured in "
            "the body, the design's step for surrogate outcomes rightly tells the two apart.",
        ),
    )


def _rows(data: Path, pattern: re.Pattern[str]) -> Iterator[dict[str, str]]:
    found = 0
    for row in _all(data):
        if found < MOST and len(pattern.findall(f"{row['title']} {row['abstract']}")) > 1:
            found += 1
            yield row


def _all(data: Path) -> Iterator[dict[str, str]]:
    for file in ("records_dev.jsonl", "records_unlabelled.jsonl", "longcovid_records.jsonl.gz"):
        for row in lines(data / "mecfs" / file):
            yield {"title": row["title"] or "", "abstract": row.get("abstract") or ""}
    for row in lines(data / "trial_outcomes" / "article_abstracts.jsonl.gz"):
        parts = [f"{p['label']}: {p['text']}" for p in row["abstract_parts"]]
        yield {"title": row["title"] or "", "abstract": "\n".join(parts)}


def _swapped(
    row: dict[str, str], pattern: re.Pattern[str], others: tuple[str, ...]
) -> Iterator[dict[str, str]]:
    names = Counter(m.lower() for m in pattern.findall(f"{row['title']} {row['abstract']}"))
    name = re.compile(rf"\b{re.escape(names.most_common(1)[0][0])}\b", re.IGNORECASE)
    for other in others:
        yield {key: name.sub(other, text) for key, text in row.items()}


def _grades(record: Record) -> tuple[object, ...]:
    grades = grade(record, read(record, condition()), condition())
    key = condition().criterion
    return tuple(grades.value(g) for g in (*GRADES, *([key.key] if key else [])))
