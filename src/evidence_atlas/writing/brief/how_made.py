"""How far a page may say how a study was made: no further than its own title and abstract do.

The study type names the most likely kind. "This study followed 40 people" is a claim of its
own: it stands only where the text tells that people were looked at over time. Each test here is
one such claim; the words that carry it are in how_made.toml.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from evidence_atlas.records import Reading, Record, texts

from ..tables import table

_WORDS = {
    name: re.compile(words, re.IGNORECASE) for name, words in table("brief/how_made.toml").items()
}


def says(record: Record, name: str) -> bool:
    """Whether title or abstract holds a word of the table's row `name`."""
    return any(_WORDS[name].search(text) for text in texts(record).values())


def titled(record: Record, name: str) -> bool:
    """Whether the title holds a word of the table's row `name`."""
    return _WORDS[name].search(record.title) is not None


def says_itself(record: Record, reading: Reading, name: str) -> bool:
    """The same, of the title and of what is no background: what the study itself tells."""
    known = texts(record)
    own = [s.text for s in reading.sentences if s.role != "background"]
    own = own or [known.get("abstract", "")]
    return any(_WORDS[name].search(text) for text in (known.get("title", ""), *own))


def aims_at(reading: Reading, name: str) -> bool:
    """Whether the aim holds such a word: what a study set out to do was planned."""
    return any(_WORDS[name].search(s.text) for s in reading.sentences if s.role == "aim")


def followed(record: Record, reading: Reading) -> bool:
    """People, or their records, were looked at over time, as the study's own words tell."""
    if reading.design.follow_up:
        return True
    if says(record, "at_start_only") and not says_itself(record, reading, "followed_all_the_same"):
        return False
    if says_itself(record, reading, "asked_once") and not says_itself(
        record, reading, "more_than_once"
    ):
        return False
    return says_itself(record, reading, "over_time")


def forward_in_time(record: Record, reading: Reading) -> bool:
    """People were followed from the start on, not looked up afterwards."""
    return followed(record, reading) and not says_itself(record, reading, "looks_back")


def in_several_places(record: Record, reading: Reading) -> bool:
    """More than one hospital or clinic took part, and nothing says that it was one."""
    return not says_itself(record, reading, "one_place")


def of_a_population(record: Record, reading: Reading) -> bool:
    """The people stand for a whole population, as the text says, and not one clinic's records.

    What is concluded may compare them with a population's survey, and does not say so.
    """
    own = [s.text for s in reading.sentences if s.role not in ("background", "conclusions")]
    told = (texts(record).get("title", ""), *(own or texts(record).values()))
    said = any(_WORDS["a_population"].search(text) for text in told)
    return said and not says(record, "one_provider")


def grown(record: Record, reading: Reading) -> bool:
    """Cells were kept alive in the laboratory."""
    if says_itself(record, reading, "cells_grown"):
        return True
    return all(says_itself(record, reading, name) for name in ("in_a_dish", "of_cells"))


def in_people(record: Record, reading: Reading) -> bool:
    """People took part, or it was their data or samples that were worked on.

    In what was done and found: whom it may matter to is told elsewhere.
    """
    told = [s.text for s in reading.sentences if s.role in ("methods", "results")]
    told = told or list(texts(record).values())
    return any(_WORDS["of_people"].search(text) for text in told)


def is_advice(record: Record, reading: Reading) -> bool:
    """A paper of advice that tells no findings beside it."""
    return not says(record, "has_findings")


def of_reading(record: Record, reading: Reading) -> bool:
    """The article tells what is known from reading, and is no opinion or proposal."""
    if not says(record, "of_reading") or says(record, "own_results"):
        return False
    return not says(record, "of_opinion") or "review" in record.title.casefold()


def no_own_work(record: Record, reading: Reading) -> bool:
    """A comment in whose words no study of its authors' is told of."""
    return not says(record, "own_work")


def of_a_tool(record: Record, reading: Reading) -> bool:
    """What was tried out is a tool to measure or tell people apart by, and no forecast."""
    return says_itself(record, reading, "of_a_tool") and not says_itself(
        record, reading, "of_forecasts"
    )


def gives_advice(record: Record) -> bool:
    """The paper says what it advises, and does more than to tell of a group's work."""
    return says(record, "gives_advice") and not says(record, "asked_or_told")


def by_computer(record: Record, reading: Reading) -> bool:
    """The text names what was reckoned with: a model, an algorithm, a simulation."""
    return says_itself(record, reading, "by_computer")


def of_gene_figures(record: Record, reading: Reading) -> bool:
    """Figures of studies of genes were used, and the text does not count whose genes were read."""
    counted = reading.participants.patients and reading.participants.controls
    return not counted and says_itself(record, reading, "of_gene_figures")


def of_prevention(record: Record, reading: Reading) -> bool:
    """What is reviewed is to keep people from getting ill, by the title or the aim."""
    return bool(_WORDS["to_prevent"].search(record.title)) or aims_at(reading, "to_prevent")


def from_records(record: Record, reading: Reading) -> bool:
    """What was on record was looked up; nobody was asked or seen for this study."""
    if reading.design.prospective is True or not says_itself(record, reading, "of_records"):
        return False
    return not says_itself(record, reading, "seen_for_it")


def sets_apart(record: Record, reading: Reading) -> bool:
    """People are set beside others, or put into groups, in what was done or found.

    What a later study should have ("with healthy controls") this one has not.
    """
    own = [s.text for s in reading.sentences if s.role in ("aim", "methods", "results")]
    if len(own) < 2:
        return says(record, "sets_apart")
    return any(_WORDS["sets_apart"].search(text) for text in (record.title, *own))


def followed_from_then_on(record: Record, reading: Reading) -> bool:
    """People were looked at over time, and the text does not say that it looked back."""
    return followed(record, reading) and reading.design.prospective is not False


_CLAIMS: dict[str, tuple[Callable[[Record, Reading], bool], str]] = {
    "cohort": (followed_from_then_on, "cohort_looked_at"),
    "comparison": (sets_apart, "measured_alone"),
    "cells": (grown, "laboratory"),
    "guideline": (is_advice, "advice_and_findings"),
    "narrative": (of_reading, "article"),
    "test": (of_a_tool, "method"),
    "comment": (no_own_work, "comment_with_work"),
}
"""By kind: the claim that its frames make, and the frames of those whose text does not carry it."""


_FIRST: tuple[tuple[str, Callable[[Record, Reading], bool], str], ...] = (
    ("cohort", from_records, "cohort_records"),
    ("comparison", from_records, "compared_records"),
    ("genes", lambda r, g: says_itself(r, g, "proposed_only"), "study"),
    ("genes", of_gene_figures, "genes_of_data"),
    ("genes", lambda r, g: not says_itself(r, g, "of_genes"), "study"),
    ("computation", lambda r, g: not by_computer(r, g), "data"),
    ("computation", in_people, "computation_of_data"),
    ("animals", lambda r, g: "cells" in g.subjects, "animals_and_cells"),
    ("guideline", lambda r, g: not gives_advice(r), "paper"),
    ("single_arm", lambda r, g: says_itself(r, g, "of_teaching"), "teaching"),
    ("comment", lambda r, g: says(r, "of_news"), "news"),
    ("review", lambda r, g: says_itself(r, g, "some_of_them"), "review_in_part"),
    ("review", of_prevention, "review_of_prevention"),
    ("review", lambda r, g: titled(r, "of_animal_models"), "review_of_animal_models"),
)
"""By kind: what the text tells that calls for frames of another claim; the first that holds."""


def frame_name(kind: str, record: Record, reading: Reading) -> str:
    """The frames of the kind, or those that claim less where the text does not carry its claim."""
    for of, holds, instead in _FIRST:
        if kind == of and holds(record, reading):
            return instead
    if kind in _CLAIMS:
        carried, less = _CLAIMS[kind]
        if not carried(record, reading):
            return less
    if kind == "guideline" and not says(record, "of_a_group"):
        return "advice"
    return kind


def lasted_otherwise(record: Record, reading: Reading) -> bool:
    """Whether the study is told to have lasted another time than the treatment that it read."""
    given = (reading.design.duration or "").casefold().split()
    for text in texts(record).values():
        for found in _WORDS["lasts_itself"].finditer(text):
            number, unit = found["n"], found["unit"]
            if number is None or given[:1] != [number.casefold()]:
                return True
            if not given[-1].startswith(unit.casefold()):
                return True
    return False
