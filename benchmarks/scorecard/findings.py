"""Which reported results are found: each labelled finding lies in one of at most eight of ours."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from evidence_atlas.reading import read
from evidence_atlas.records import Reading

from .figures import Section, share
from .sources import condition, labelled, record_of, short

MOST = 8


def plain(text: str) -> str:
    """The text with every run of white space as one blank."""
    return re.sub(r"\s+", " ", text)


def paired(findings: list[dict[str, Any]], reading: Reading) -> dict[int, int]:
    """Each finding's result, one to one, as many as can be paired.

    A finding fits a result whose quote, or else whose sentence, holds the finding's quote.
    Pairs are made by augmenting paths (Kuhn 1955).
    """
    results = reading.results[:MOST]
    fits: list[list[int]] = []
    for finding in findings:
        words = plain(finding["quote"])
        inside = [i for i, r in enumerate(results) if words in plain(r.quote.text)]
        beside = [
            i
            for i, r in enumerate(results)
            if i not in inside and words in plain(reading.sentences[r.sentence].text)
        ]
        fits.append(inside + beside)
    taken: dict[int, int] = {}

    def placed(finding: int, tried: set[int]) -> bool:
        # A free result first: members of one list are then paired in their order.
        for result in fits[finding]:
            if result not in taken:
                taken[result] = finding
                return True
        for result in fits[finding]:
            if result not in tried:
                tried.add(result)
                if result not in taken or placed(taken[result], tried):
                    taken[result] = finding
                    return True
        return False

    for i in range(len(findings)):
        placed(i, set())
    return {finding: result for result, finding in taken.items()}


def is_review(label: dict[str, Any]) -> bool:
    """Whether the label calls the record a review of any kind."""
    return "review" in label["design"] or label["design"] == "meta-analysis"


def measure(data: Path) -> Section:
    """Findings found in the development records, reviews apart."""
    found = {False: 0, True: 0}
    of = {False: 0, True: 0}
    given = 0
    errors: list[dict[str, object]] = []
    for row, label in labelled(data):
        reading = read(record_of(row), condition())
        pairs = paired(label["findings"], reading)
        review = is_review(label)
        given += 0 if review else len(reading.results[:MOST])
        for i, finding in enumerate(label["findings"]):
            of[review] += 1
            found[review] += i in pairs
            if i not in pairs and not review:
                errors.append({"key": label["key"], "not found": short(finding["quote"])})
    return Section(
        key="findings",
        title="Findings found",
        data="ME/CFS development labels (made with a language model), 101 abstracts",
        figures=(
            share("found", found[False], of[False], at_least=0.85),
            share("found in reviews", found[True], of[True]),
        ),
        errors=tuple(errors),
        notes=(
            f"{given} results were read where {of[False]} findings are labelled; a label names at "
            "most five findings of an abstract, so that a result without a label is no error.",
        ),
    )
