"""The map of the evidence: for each treatment, or group of things measured, what was found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...records import Condition
from .counting import CONCERN, CONTROLS, People, counts, is_review, worth
from .findings import BETWEEN, Finding, of_treatment, only_named, sort_out
from .names import Named, Names, slug
from .outcomes import Outcomes
from .phrases import FRAMES
from .values import Axis, Chart, Mark, Ref, Row, Seen, Shape, Told, Way

_FRAMES = ("sense", "amount", "link")


class Sources:
    """The studies of an atlas, ready to be laid out: who counts, whose people are the same."""

    def __init__(self, studies: Iterable[Seen], condition: Condition) -> None:
        self.all = sorted(studies, key=lambda s: s.key)
        self.condition = condition
        self.people = People(self.all)
        self.counted = sorted((s for s in self.all if counts(s)), key=worth)
        self.treatments = Names(condition.treatments)
        self.outcomes = Outcomes(condition)

        self.by_treatment: dict[str, list[Seen]] = {}
        """The studies that count by the treatments they gave, those that weigh most first."""
        for study in self.counted:
            for key in self.given(study):
                self.by_treatment.setdefault(key, []).append(study)

        self.by_measure: dict[str, list[Seen]] = {}
        """The studies that count and gave nothing, by the known things of which they tell."""
        for study in self.counted:
            for key in self.measured(study) if not study.treatments else ():
                self.by_measure.setdefault(key, []).append(study)

    def measured(self, study: Seen) -> dict[str, list[Told]]:
        """What a study's page tells of each thing that the illness's files know."""
        found: dict[str, list[Told]] = {}
        for told in study.told:
            outcome = self.outcomes.known(told)
            if outcome is None or outcome.aside or only_named(told, outcome):
                continue
            found.setdefault(outcome.key, []).append(told)
        return found

    def given(self, study: Seen) -> dict[str, Named]:
        """The treatments of a study by key."""
        found = (self.treatments.named(t) for t in study.treatments)
        return {n.key: n for n in found if n is not None}


def treatment_charts(sources: Sources) -> tuple[Chart, ...]:
    """A chart for every treatment, the most studied first, which says nothing of its worth."""
    charts = [
        _treatment(sources, sources.given(studies[0])[key], studies)
        for key, studies in sources.by_treatment.items()
    ]
    return tuple(sorted(charts, key=most_studied))


def measure_charts(sources: Sources) -> tuple[Chart, ...]:
    """A chart for every group of things measured in patients and in others, one row a thing."""
    watching = [s for s in sources.counted if not s.treatments]
    by_group: dict[str, dict[str, list[tuple[Seen, Finding]]]] = {}
    rest: dict[str, list[tuple[Seen, Told]]] = {}
    for study in watching:
        told = [t for t in study.told if is_comparison(t, study)]
        found, _ = sort_out(told, sources.outcomes, sense=False)
        for finding in found:
            rows = by_group.setdefault(finding.outcome.group, {})
            rows.setdefault(finding.outcome.key, []).append((study, finding))
        for result in study.told:
            outcome = sources.outcomes.known(result)
            if outcome is not None and not outcome.aside and result not in told:
                rest.setdefault(outcome.group, []).append((study, result))
    charts = []
    for group in dict.fromkeys((*by_group, *rest)):
        pairs = [p for found in by_group.get(group, {}).values() for p in found]
        involved = {s.key: s for s, _ in pairs} | {s.key: s for s, _ in rest.get(group, ())}
        charts.append(
            chart_of(sources, "measures", slug(group), group, "", list(involved.values()),
                   pairs, rest.get(group, []), [])
        )  # fmt: skip
    return tuple(sorted(charts, key=most_studied))


def is_comparison(told: Told, study: Seen) -> bool:
    """Whether a result sets people beside others, which is what these lanes show."""
    return told.comparison in BETWEEN or is_review(study)


def _treatment(sources: Sources, named: Named, studies: Sequence[Seen]) -> Chart:
    pairs: list[tuple[Seen, Finding]] = []
    rest: list[tuple[Seen, Told]] = []
    silent: list[Seen] = []
    for study in studies:
        several = len(sources.given(study)) > 1
        mine = of_treatment(study.told, sources.treatments, named.key, several)
        placed = [t for t, ok in zip(study.told, mine, strict=True) if ok]
        found, left = sort_out(placed, sources.outcomes, sense=True)
        pairs += [(study, f) for f in found]
        left += [t for t, ok in zip(study.told, mine, strict=True) if not ok]
        rest += [(study, t) for t in study.told if t in left]
        if not study.told:
            silent.append(study)
    return chart_of(
        sources, "treatments", named.key, named.name, named.group, studies, pairs, rest, silent
    )


def chart_of(
    sources: Sources,
    axis: Axis,
    key: str,
    name: str,
    group: str,
    studies: Sequence[Seen],
    pairs: Sequence[tuple[Seen, Finding]],
    rest: Sequence[tuple[Seen, Told]],
    silent: Sequence[Seen],
) -> Chart:
    """The chart of these findings and of what is told besides; papers on the same people once."""
    once = sources.people.once(studies)
    stands = {s.key: (number, group) for number, group in enumerate(once, 1) for s in group}
    rows: dict[tuple[str, str], dict[int, tuple[Seen, Finding]]] = {}
    for study, finding in sorted(pairs, key=lambda p: worth(p[0])):
        # Of papers on the same people the weightiest that tells of this outcome stands here.
        row = rows.setdefault((finding.outcome.key, finding.frame), {})
        row.setdefault(stands[study.key][0], (study, finding))
    made = [
        Row(
            key=outcome_key,
            name=found[0][1].outcome.name,
            frame=found[0][1].frame,
            wide=found[0][1].outcome.wide,
            marks=tuple(
                mark(
                    sources, study, _number(axis, place, stands[study.key][0]),
                    stands[study.key][1], finding.way, finding.told,
                )
                for place, (study, finding) in enumerate(found, 1)
            ),
        )
        for (outcome_key, _), by_group in rows.items()
        for found in ([by_group[number] for number in sorted(by_group)],)
    ]  # fmt: skip
    made.sort(key=lambda r: (-len(r.marks), r.name, _FRAMES.index(r.frame)))
    grouped: dict[str, tuple[Seen, list[Told]]] = {}
    for study, told in rest:
        grouped.setdefault(study.key, (study, []))[1].append(told)
    other = [
        mark(sources, s, _number(axis, 0, stands[s.key][0]), stands[s.key][1], None, tuple(t))
        for s, t in sorted(grouped.values(), key=lambda g: (stands[g[0].key][0], worth(g[0])))
    ]
    ours = [g for g in once if g[0].ours and not is_review(g[0])]
    elsewhere = [g for g in once if not g[0].ours and not is_review(g[0])]
    return Chart(
        axis=axis,
        key=key,
        name=name,
        group=group,
        rows=tuple(made),
        other=tuple(other),
        silent=tuple(Ref(slug=s.slug, label=s.label) for s in silent),
        studies=len(ours),
        elsewhere=len(elsewhere),
    )


def _number(axis: Axis, in_row: int, in_chart: int) -> int:
    """A treatment has few studies, and each keeps its number; things measured have many, which
    are numbered row by row, and not at all where no row holds them."""
    return in_chart if axis == "treatments" else in_row


def mark(
    sources: Sources,
    study: Seen,
    number: int,
    group: tuple[Seen, ...],
    way: Way | None,
    told: tuple[Told, ...],
) -> Mark:
    """One study's finding with all that a reader weighs it by; `group` are its people's papers."""
    sentences = tuple({t.sentence.id: t.sentence for t in told}.values())
    shape: Shape = "review" if is_review(study) else "illness" if study.ours else "other illness"
    criterion = sources.condition.criterion
    return Mark(
        number=number,
        study=Ref(slug=study.slug, label=study.label, sentence=sentences[0]),
        way=way,
        sentences=sentences,
        comparison=told[0].comparison,
        comparators=_set_against(study, told[0]),
        part=any(t.scope != "all" for t in told),
        people=study.people,
        level=study.level,
        study_type=study.study_type,
        criterion=study.criterion_words,
        required=bool(criterion and study.criterion_words == criterion.values.get("required", "-")),
        definitions=study.definitions,
        shape=shape,
        illness=study.illness,
        concern=study.record_state == CONCERN,
        also=tuple(Ref(slug=s.slug, label=s.label) for s in group if s.key != study.key),
    )


def _set_against(study: Seen, told: Told) -> tuple[str, ...]:
    """What a result was set against, where that is known; a change since the start has nothing."""
    if told.comparison not in BETWEEN:
        return ()
    if study.comparators:
        return study.comparators
    named = CONTROLS.search(told.against) if told.against else study.two_groups
    if study.study_type == "Case-control" and named:
        return (FRAMES["what"]["controls"],)
    return (told.against,) if told.against else ()


def most_studied(chart: Chart) -> tuple[int, int, str]:
    return -chart.studies, -chart.elsewhere, chart.name
