"""The values that travel from published studies to the pages that show them together."""

from __future__ import annotations

from typing import Literal

from ...records import Value

Axis = Literal["treatments", "measures", "topics"]
Frame = Literal["sense", "amount", "link"]
Way = Literal["worse", "better", "lower", "higher", "none", "unlinked", "linked", "mixed"]
Shape = Literal["illness", "other illness", "review"]
Verdict = Literal["agree", "conflict", "uncertain", "not comparable", "one", "none found", "wide"]

LANES: dict[Frame, tuple[Way, ...]] = {
    "sense": ("worse", "none", "better"),
    "amount": ("lower", "none", "higher"),
    "link": ("unlinked", "linked"),
}
"""Where a finding may stand, from left to right; `mixed` is added where a study found both."""


class Sentence(Value):
    """A sentence of a study's page: its anchor, its words, and whether only Deep shows it."""

    id: str
    text: str
    deep: bool = False


class Told(Value):
    """A result as a study's page tells it; `outcome`, `who` and `against` are as printed.

    `clause` is the abstract's clause that reports it; it is read, and never shown.
    """

    outcome: str
    direction: str
    comparison: str
    scope: str
    sentence: Sentence
    sense: Literal["better", "worse"] | None = None
    who: str = ""
    against: str = ""
    clause: str = ""


class Seen(Value):
    """What the overviews may use of a study: only what its own page shows.

    `illness` is the illness of the people studied, as named; `ours` whether it is the atlas's.
    `mentions` are kinds of people that its title or abstract speaks of (see mentions.toml);
    `same_people` are the keys of studies that its links tie to the same people; `registration` is
    the number under which a trial was registered, empty where none is stated. `two_groups`: the
    study had one group of patients and one of healthy people or controls, and no other.
    """

    key: str
    slug: str
    label: str
    title: str
    year: int | None
    status: str
    study_type: str | None
    level: str | None
    contested: bool
    certainty: str | None
    criterion: str | None
    criterion_words: str
    record_state: str | None
    people: int | None
    illness: str
    ours: bool
    adults_or_children: str | None
    severity: str | None
    mentions: tuple[str, ...]
    journal: str
    authors: tuple[str, ...]
    author_keys: tuple[str, ...]
    topics: tuple[str, ...]
    definitions: tuple[str, ...]
    treatments: tuple[str, ...]
    comparators: tuple[str, ...]
    told: tuple[Told, ...]
    harms: str
    harms_sentence: Sentence | None
    people_sentence: Sentence | None
    against_sentence: Sentence | None
    same_people: tuple[str, ...]
    registration: str
    two_groups: bool = False


class Ref(Value):
    """A study, and the sentence of its page where the link leads."""

    slug: str
    label: str
    sentence: Sentence | None = None


class Mark(Value):
    """One finding of one study on the map: everything a reader needs to weigh it.

    `number` is the study's number in its chart, or in its row, 0 for none; `comparators` are
    what the result was set against, where that is known. `sentences` are what the page says of
    it, the first of them where the link leads. `also` are further papers on the same people.
    """

    number: int
    study: Ref
    way: Way | None
    sentences: tuple[Sentence, ...]
    comparison: str
    comparators: tuple[str, ...]
    part: bool
    people: int | None
    level: str | None
    study_type: str | None
    criterion: str
    required: bool
    definitions: tuple[str, ...]
    shape: Shape
    illness: str
    concern: bool
    also: tuple[Ref, ...] = ()


class Row(Value):
    """What was found of one thing measured."""

    key: str
    name: str
    frame: Frame
    marks: tuple[Mark, ...]
    wide: bool = False


class Chart(Value):
    """A treatment, a group of things measured, or a topic, and what was found of each outcome.

    `other` are findings that have a sentence and no place in a lane; `silent` are studies of it
    whose pages tell no result. `studies` counts groups of people in studies of the atlas's illness,
    `elsewhere` those of other illnesses.
    """

    axis: Axis
    key: str
    name: str
    group: str
    rows: tuple[Row, ...]
    other: tuple[Mark, ...]
    silent: tuple[Ref, ...]
    studies: int
    elsewhere: int
    question: str = ""


class Left(Value):
    """A result that stands in no picture: the study, its sentence, the outcome's name if known."""

    study: Ref
    outcome: str


class LeftOut(Value):
    """How many results stand in no picture, by the reason, beside how many there are.

    `studies` do not count, by what they are; the pages of `silent` ones tell no result.
    """

    told: int
    results: dict[str, int]
    studies: dict[str, int]
    silent: int


class Brief(Value):
    """An entry of an index: where it leads and what it is called."""

    key: str
    name: str
    group: str = ""
    count: int = 0
    words: str = ""


class Line(Value):
    """A sentence of ours about several studies, by the rule that made it."""

    rule: str
    text: str
    refs: tuple[Ref, ...] = ()


class Block(Value):
    """One study on a question page: who, against what, what was found, harms, in its own words.
    `size` is its design and its number of people.

    Where several papers tell of the same people, `found` and `harms` are out of all of them.
    """

    study: Ref
    title: str
    year: int | None
    facts: tuple[str, ...]
    people: Sentence | None
    against: Sentence | None
    found: tuple[Ref, ...]
    harms: Ref | None
    also: tuple[Ref, ...]
    size: str = ""


class Finding(Value):
    """How the studies stand to one another on one outcome."""

    outcome: str
    name: str
    verdict: Verdict
    line: Line


class Question(Value):
    """All that was found about one treatment or one thing measured.

    `tried` are the charts of treatments with a row on this very thing, by name.
    """

    key: str
    axis: Axis
    thing: str
    name: str
    group: str
    short: tuple[Line, ...]
    findings: tuple[Finding, ...]
    blocks: tuple[Block, ...]
    reviews: tuple[Block, ...]
    elsewhere: tuple[Block, ...]
    harms: tuple[Line, ...]
    unknown: tuple[Line, ...]
    chart: str
    tried: tuple[Brief, ...] = ()


class YearRow(Value):
    """The studies of one year by level and by study type."""

    year: int
    levels: dict[str, int]
    types: dict[str, int]
    total: int


class Listed(Value):
    """A list of studies by address, those that weigh most first."""

    key: str
    name: str
    words: str
    slugs: tuple[str, ...]
    charts: tuple[str, ...] = ()
    questions: tuple[Brief, ...] = ()
