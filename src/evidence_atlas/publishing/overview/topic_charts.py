"""The map of topics against outcomes: the findings of the other two maps by what studies are about,
and the links that were found or not found."""

from __future__ import annotations

from .charts import Sources, chart_of, is_comparison, most_studied
from .findings import Finding, links, of_treatment, sort_out
from .values import Chart, Seen, Told


def findings_of(sources: Sources, study: Seen) -> tuple[list[Finding], list[Told]]:
    """Everything that a study found which has a lane on any map, and the results that have none."""
    found, left = sort_out(
        own_results(sources, study), sources.outcomes, sense=bool(study.treatments)
    )
    linked, rest = links(study.told, sources.outcomes)
    kept = [t for f in (*found, *linked) for t in f.told]
    return found + linked, [t for t in (*left, *rest, *study.told) if t not in kept]


def own_results(sources: Sources, study: Seen) -> list[Told]:
    """The results that may stand on the map of treatments, or on that of things measured."""
    given = sources.given(study)
    if not given:
        return [t for t in study.told if is_comparison(t, study)]
    by_treatment = [
        of_treatment(study.told, sources.treatments, key, len(given) > 1) for key in given
    ]
    return [t for t, *mine in zip(study.told, *by_treatment, strict=True) if any(mine)]


def topic_charts(sources: Sources) -> tuple[Chart, ...]:
    """A chart for every topic with a finding, the most studied first, one row an outcome."""
    found = {s.key: findings_of(sources, s) for s in sources.counted}
    charts = []
    for topic in sources.condition.topics:
        studies = [s for s in sources.counted if topic.key in s.topics]
        pairs = [(s, f) for s in studies for f in found[s.key][0]]
        rest = [(s, t) for s in studies for t in dict.fromkeys(found[s.key][1])]
        silent = [s for s in studies if not s.told]
        if pairs:
            charts.append(
                chart_of(sources, "topics", topic.key, topic.name, "", studies, pairs, rest, silent)
            )
    return tuple(sorted(charts, key=most_studied))
