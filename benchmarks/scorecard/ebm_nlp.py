"""Numbers of participants in EBM-NLP's abstracts (Nye et al. 2018, ACL), for evaluation only.

The set comes as words without punctuation, each with the tag of a participant span; `3_p` is
the size of a sample. Before reading, "n 39" is printed "(n = 39)", and a sentence begins at a
capitalised word that opens sentences and at a heading in capitals: that is all that is put
back. A number is right when its value stands in a size span of the same abstract: values are
compared as a set, each once. `mentions` are all places where the reader sees people counted;
`said` is what it finally says (total, groups, randomised and so on).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from evidence_atlas.reading import document, patterns, people, roles
from evidence_atlas.reading.definitions.conditions_named import read as conditions_of
from evidence_atlas.reading.text import numbers
from evidence_atlas.records import AbstractSection, Condition, Record, texts

from .figures import Figure, Section, bootstrap, share
from .sources import condition

_SIZE = "3_p"
_HEADING = re.compile(r"[A-Z]{4,}\Z")
_OPENS = frozenset(
    [
        "The",
        "A",
        "An",
        "We",
        "In",
        "This",
        "These",
        "After",
        "Of",
        "All",
        "At",
        "Both",
        "There",
        "Patients",
        "Participants",
        "Subjects",
        "It",
        "To",
        "Our",
        "Results",
        "Methods",
        "Conclusions",
        "Thirty",
        "Forty",
        "Fifty",
        "Sixty",
        "Twenty",
        "Among",
        "For",
        "Mean",
    ]
)


def measure(data: Path) -> Section:
    """Precision and recall of the numbers of participants."""
    path = data / "participants/ebm_nlp_participants_dev.txt"
    rows = [(i, *_numbers(words, condition())) for i, words in enumerate(abstracts(path))]
    rows = [row for row in rows if row[1] or row[2] or row[3]]
    figures = []
    for name, place in (("mentions", 2), ("said", 3)):
        got = sum(len(r[place]) for r in rows)
        wanted = sum(len(r[1]) for r in rows)
        right = sum(len(r[1] & r[place]) for r in rows)
        figures.append(share(f"{name}: precision", right, got))
        figures.append(share(f"{name}: recall", right, wanted))
    low, high = bootstrap(rows, lambda some: _f1(some, 2))
    figures.append(Figure("mentions: F1", _f1(rows, 2), len(rows), low, high))
    errors = tuple(
        {"id": i, "wanted": sorted(w - m), "got": sorted(m - w)} for i, w, m, _ in rows if w != m
    )
    return Section(
        key="ebm_nlp", title="Numbers of participants in trials",
        data="EBM-NLP participant spans, development part", figures=tuple(figures), errors=errors,
        notes=(
            "Size spans mark what an annotator marked, mostly the sample once; groups, drop-outs "
            "and repeats that are no less people are often unmarked, which lowers precision.",
            "The set has no punctuation; a bracket and an equals sign are put back around 'n 39'.",
        ),
    )  # fmt: skip


def abstracts(path: Path) -> Iterator[list[tuple[str, str]]]:
    """Each abstract as its words with their tags."""
    words: list[tuple[str, str]] = []
    for line in path.read_text().splitlines():
        if line.startswith("-DOCSTART-"):
            if words:
                yield words
            words = []
        elif line:
            parts = line.split(" ")
            words.append((parts[0], parts[-1]))
    if words:
        yield words


def printed(words: list[tuple[str, str]]) -> str:
    """The words as running text, with the little punctuation that can be put back."""
    text: list[str] = []
    for i, (word, _) in enumerate(words):
        before = words[i - 1][0] if i else ""
        if before in ("n", "N") and word.isdigit():
            text[-1] = f"({before} = {word})"
        elif _HEADING.fullmatch(word) and not _HEADING.fullmatch(before) and i:
            text.append(f". {word}:" if word in _SECTIONS else word)
        elif word in _OPENS and before[:1].islower() and text:
            text[-1] += "."
            text.append(word)
        else:
            text.append(word)
    return re.sub(r"\s+\.", ".", " ".join(text))


_SECTIONS = frozenset(
    [
        "BACKGROUND",
        "INTRODUCTION",
        "OBJECTIVE",
        "OBJECTIVES",
        "AIM",
        "AIMS",
        "PURPOSE",
        "METHODS",
        "METHOD",
        "DESIGN",
        "SETTING",
        "PARTICIPANTS",
        "PATIENTS",
        "RESULTS",
        "FINDINGS",
        "CONCLUSION",
        "CONCLUSIONS",
        "INTERPRETATION",
        "INTERVENTIONS",
    ]
)


def _numbers(
    words: list[tuple[str, str]], illness: Condition
) -> tuple[set[int], set[int], set[int]]:
    """The values in size spans, those of all mentions, and those that the reading says."""
    wanted: set[int] = set()
    span: list[str] = []
    for word, tag in [*words, ("", "")]:
        if tag == _SIZE:
            span.append(word)
            continue
        joined = re.sub(r"[A-Za-z]+=", " ", " ".join(span)).strip("-")
        wanted |= {n.value for n in numbers.find(joined) if n.value is not None}
        span = []
    found, said = _read(printed(words), illness)
    return wanted, found, said


def _read(text: str, illness: Condition) -> tuple[set[int], set[int]]:
    record = Record(source="ebm", raw_hash="", title="", abstract=(AbstractSection(text=text),),
                    abstract_kind="original")  # fmt: skip
    abstract = texts(record)["abstract"]
    seen = document.Document(
        record=record, condition=illness, illness=patterns.illness(illness), title="",
        abstract=abstract, sentences=tuple(roles.read(record, abstract)),
    )  # fmt: skip
    counted = people.read(seen, conditions_of(seen)[0], "random" in text.lower())
    p = counted.participants
    said = {p.total, p.patients, p.controls, p.enrolled, p.randomised, p.completed, p.analysed,
            p.planned, *(g.n for g in p.groups)}  # fmt: skip
    return {m.value for m in counted.mentions}, {n for n in said if n is not None}


def _f1(rows: list[tuple[int, set[int], set[int], set[int]]], place: int) -> float:
    got = sum(len(r[place]) for r in rows)  # type: ignore[arg-type]
    wanted = sum(len(r[1]) for r in rows)
    right = sum(len(r[1] & r[place]) for r in rows)  # type: ignore[operator]
    return 2 * right / (got + wanted) if got + wanted else 0.0
