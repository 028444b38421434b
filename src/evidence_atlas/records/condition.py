"""`Condition`: an illness as data, as its folder of plain files gives it."""

from __future__ import annotations

from ._base import Value
from .finder import finder


class Name(Value):
    """One name of the illness: as printed on our pages, the regular expression that finds it.

    `same_as` groups names; a page uses the name that the study uses. `follows` is the condition
    after which this one may come: who had that need not have this. `agent` finds the germ that
    brings it about: who is told to be infected with it has the condition.
    """

    name: str
    pattern: str
    main: bool = True
    follows: str = ""
    agent: str = ""


class ShortName(Value):
    """Letters that stand for the illness in some texts, and for other things in others.

    `name` is the illness's name that they stand for. A record uses them for the illness where its
    text has words of `certain`; where they stand in a phrase of `alone` (NAME stands there for
    them); or where they stand in a phrase of `told` and the text has words of `beside`. It does not
    where it writes out another thing beside them, or has words of `unless`.
    """

    name: str
    pattern: str
    alone: str = ""
    told: str = ""
    beside: str = ""
    certain: str = ""
    unless: str = ""
    main: bool = True


class Query(Value):
    """What PubMed is asked, and the same in words."""

    pubmed: str
    words: str


class CaseDefinition(Value):
    """A case definition and the role it gives to the criterion.

    `pattern` names it by itself, `near_pattern` only close to a word such as "criteria".
    `by_definition`: required, required_loose, optional, absent or unknown. `until_year`
    and `after_by` say what an undated name means by the paper's year.
    """

    name: str
    pattern: str
    by_definition: str
    words: str
    source: str
    near_pattern: str = ""
    until_year: int | None = None
    after_by: str | None = None


class Criterion(Value):
    """The symptom that a badge asks for: key, words, note, and how the text speaks of it.

    `pattern` finds its names. What a study may do with it (ask for it, keep out people with
    it, measure it) is known for every criterion; the other three patterns add what is said
    of this one only.
    """

    key: str
    name: str
    short: str
    gloss: str
    pattern: str
    values: dict[str, str]
    note: str
    required_pattern: str = ""
    excluded_pattern: str = ""
    measured_pattern: str = ""
    words: dict[str, str] = {}


class Topic(Value):
    """What studies are about. `words` says in a sentence or two what the topic is."""

    key: str
    name: str
    pattern: str
    mesh: tuple[str, ...] = ()
    words: str = ""


class GlossaryEntry(Value):
    """A technical term, the plain words for it, and a short gloss used at first mention.

    `before_a_noun`: the plain words stand in front of the noun that the term belongs to, as
    "lung" does for "pulmonary", and nowhere else; below Quick the gloss stands behind that noun.
    """

    term: str
    pattern: str
    plain: str
    gloss: str
    source: str | None = None
    before_a_noun: bool = False


class Scale(Value):
    """A questionnaire or test whose direction is known from its manual or validation paper.

    `better` is the end of the scale that is better for the person; "" where forms of it differ.
    `whole`: one person's score is a sum of whole numbers, never a mean of items.
    """

    name: str
    pattern: str
    measures: str
    better: str
    source: str
    whole: bool = False


class Thing(Value):
    """A treatment or an outcome under all its names, so that studies of it stand together.

    `pattern` must fit the whole of a name as printed. `cue` is searched where no pattern fits
    (outcomes.toml says how); one that `yields` gives way to any other. `group` is its heading.
    `less` says of an outcome what having less of it means: better, worse, or (empty) neither,
    as with most things measured in blood. `wide` names cover many different things (proteins,
    symptoms), so that two studies of them need not have measured the same. `aside` names tell of
    the people or the study itself, and are no findings that a map could show. `straight`: what the
    cue finds is measured, not scored. `first` is a cue that stands above any name.
    """

    key: str
    name: str
    pattern: str = ""
    cue: str = ""
    group: str = ""
    less: str = ""
    wide: bool = False
    yields: bool = False
    aside: bool = False
    straight: bool = False
    first: str = ""


class Thresholds(Value):
    """Conventions, not proof: how many people (or studies) make which level."""

    trial_arm: int = 50
    crossover_finished: int = 50
    controlled_group: int = 50
    cohort: int = 100
    genetic_cases: int = 1000
    population: int = 1000
    small_analysed: int = 50
    share_not_analysed: float = 0.2


class Scope(Value):
    """How a record is known to be about the illness (else it is logged as off topic).

    `side_effect_only` and `consequence_only` find sentences that name the illness as a side
    effect, or as what something else might lead to; the latter counts in abstracts only, for
    a title that says so is about the illness. `overlapping_unnamed` finds titles that tell of an
    overlapping illness without its name; it counts where the abstract names the illness.
    """

    on_topic: str
    side_effect_only: str
    consequence_only: str = ""
    overlapping: tuple[str, ...] = ()
    overlapping_pattern: str = ""
    overlapping_unnamed: str = ""


class Condition(Value):
    """An illness: everything about it that the engine must know."""

    key: str
    name: str
    site_name: str
    names: tuple[Name, ...]
    query: Query
    scope: Scope
    thresholds: Thresholds
    criterion: Criterion | None = None
    case_definitions: tuple[CaseDefinition, ...] = ()
    topics: tuple[Topic, ...] = ()
    glossary: tuple[GlossaryEntry, ...] = ()
    scales: tuple[Scale, ...] = ()
    treatments: tuple[Thing, ...] = ()
    outcomes: tuple[Thing, ...] = ()
    other_conditions: tuple[Name, ...] = ()
    short_names: tuple[ShortName, ...] = ()
    sources_note: str = ""

    @property
    def known_illnesses(self) -> tuple[Name, ...]:
        """Every name of an illness that the atlas knows: its own first, then those beside it."""
        return (*self.names, *self.other_conditions)

    def illnesses_in(self, text: str) -> tuple[Name, ...]:
        """Those of the known illnesses that a text names."""
        found = (finder(kind).found(text) for kind in (self.names, self.other_conditions))
        return tuple(name for names in found for name in names)
