"""Question pages: what has been found about one treatment or one thing measured.

Everything is said by rule, from the sentences of the studies' own pages, those that weigh most
first. Papers on the same people count once; reviews and studies of other illnesses stand apart.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from ...records.names import shared_authors
from . import phrases
from .agreement import by_comparison, verdict
from .charts import Sources
from .counting import CONCERN, is_review
from .findings import BETWEEN
from .names import slug
from .phrases import FRAMES, capital
from .values import Block, Brief, Chart, Finding, Line, Mark, Question, Ref, Row, Seen

LEAST = 2
"""Studies, each of other people, that make a question page; or reviews of a treatment, each of
which gathered several."""
_TOLD = ("reported", "none_reported")
SENTENCES = 6
"""Results of one study on a question page; its own page has them all."""


def questions(
    sources: Sources, treatments: Sequence[Chart], measures: Sequence[Chart]
) -> tuple[Question, ...]:
    """A page for every treatment and every thing measured with at least `LEAST` studies, of which
    at least one is of the atlas's illness, and for every treatment with as many reviews of it."""
    found = []
    for chart in treatments:
        studies = sources.by_treatment[chart.key]
        page = _page(sources, chart, chart.key, chart.name, chart.group, chart.rows, studies)
        if page is not None:
            found.append(page)
    taken = {q.key for q in found}
    charts = {c.key: c for c in measures}
    for key, studies in sources.by_measure.items():
        thing = next(o for o in sources.condition.outcomes if o.key == key)
        if slug(thing.group) not in charts:
            # None of its studies' results has a place on the map: there is nothing to ask about.
            continue
        chart = charts[slug(thing.group)]
        rows = [r for r in chart.rows if r.key == key]
        page = _page(sources, chart, key, thing.name, thing.group, rows, studies)
        if page is not None:
            free = key if key not in taken else f"{key}-measured"
            tried = _tried(treatments, key)
            found.append(msgspec.structs.replace(page, key=free, tried=tried))
    return tuple(sorted(found, key=lambda q: (q.axis != "treatments", q.name.casefold(), q.key)))


def _tried(treatments: Sequence[Chart], outcome: str) -> tuple[Brief, ...]:
    """The treatments of which a study told what they did to an outcome, by name: no ranking."""
    charts = [c for c in treatments if any(r.key == outcome for r in c.rows)]
    charts.sort(key=lambda c: (c.name.casefold(), c.key))
    return tuple(Brief(key=c.key, name=c.name, group=c.group) for c in charts)


def _page(
    sources: Sources, chart: Chart, key: str, name: str, group: str,
    rows: Sequence[Row], studies: Sequence[Seen],
) -> Question | None:  # fmt: skip
    once = sources.people.once(studies)
    ours = [g for g in once if g[0].ours and not is_review(g[0])]
    elsewhere = [g for g in once if not g[0].ours and not is_review(g[0])]
    reviews = [g for g in once if is_review(g[0])]
    gathered = [g for g in reviews if g[0].ours] if chart.axis == "treatments" else []
    if not (ours and len(ours) + len(elsewhere) >= LEAST) and len(gathered) < LEAST:
        return None
    told = _told(sources, chart, key, rows, studies)
    here = [group[0] for group in ours]
    slugs = {s.slug for group in ours for s in group}
    return Question(
        key=key,
        axis=chart.axis,
        thing=key,
        name=name,
        group=group,
        short=(_asked(sources, chart, name, here, len(elsewhere), len(reviews)),),
        findings=tuple(_findings(sources, rows, slugs)),
        blocks=tuple(_block(g, told) for g in ours),
        reviews=tuple(_block(g, told) for g in reviews),
        elsewhere=tuple(_block(g, told) for g in elsewhere),
        harms=_harms(ours or reviews) if chart.axis == "treatments" else (),
        unknown=tuple(_unknown(sources, chart, ours, reviews)),
        chart=chart.key,
    )


def _told(
    sources: Sources, chart: Chart, key: str, rows: Sequence[Row], studies: Sequence[Seen]
) -> dict[str, tuple[Ref, ...]]:
    """What each study's page says of it, by address: its place on the map first, then the rest."""
    found: dict[str, dict[str, Ref]] = {}
    for mark in [m for row in rows for m in row.marks] + (
        list(chart.other) if chart.axis == "treatments" else []
    ):
        for sentence in mark.sentences:
            ref = Ref(slug=mark.study.slug, label=mark.study.label, sentence=sentence)
            found.setdefault(mark.study.slug, {}).setdefault(sentence.id, ref)
    for study in studies if chart.axis == "measures" else ():
        for told in sources.measured(study)[key]:
            ref = Ref(slug=study.slug, label=study.label, sentence=told.sentence)
            found.setdefault(study.slug, {}).setdefault(told.sentence.id, ref)
    return {address: tuple(by_id.values()) for address, by_id in found.items()}


def _asked(
    sources: Sources, chart: Chart, name: str, here: Sequence[Seen], elsewhere: int, reviews: int
) -> Line:
    """Everything that stands on the page, by kind, so that no part is taken for the whole."""
    frames = FRAMES["asked"]
    kind = "treatment" if chart.axis == "treatments" else "measure"
    ending = {0: "_none", 1: "_one"}.get(len(here), "")
    text = frames[kind + ending].format(
        n=capital(phrases.number(len(here))),
        name=name,
        illness=sources.condition.name,
        elsewhere=phrases.counted(frames, "elsewhere" if here else "elsewhere_none", elsewhere),
        reviews=phrases.counted(frames, "reviews", reviews),
    )
    return Line(rule="asked", text=text, refs=tuple(_ref(s) for s in here))


def _findings(sources: Sources, rows: Sequence[Row], slugs: set[str]) -> list[Finding]:
    """One verdict for each outcome and each thing that results were set against."""
    found = []
    large = 2 * sources.condition.thresholds.controlled_group
    for row in rows:
        mine = [m for m in row.marks if m.study.slug in slugs]
        # What covers many things is not weighed, whatever it was set against.
        classes = [mine] if row.wide and mine else by_comparison(mine)
        for marks in classes:
            result = "wide" if row.wide and len(marks) > 1 else verdict(marks, large)
            line = _line(row, marks, result)
            found.append(Finding(outcome=row.key, name=row.name, verdict=result, line=line))
        if len(classes) > 1:
            text = FRAMES["findings"]["not_comparable"].format(outcome=capital(row.name))
            line = Line(rule="not-comparable", text=text)
            found.append(
                Finding(outcome=row.key, name=row.name, verdict="not comparable", line=line)
            )
    return found


def _line(row: Row, marks: Sequence[Mark], result: str) -> Line:
    frames = FRAMES["findings"]
    frame = frames[result.replace(" ", "_")]
    if result == "uncertain" and not {"none"} & {m.way for m in marks}:
        frame = frames["uncertain_mixed"]
    text = frame.format(
        outcome=capital(row.name),
        what=phrases.what(marks),
        way=phrases.way(marks[0]),
        studies=phrases.joined([phrases.sized(m) for m in marks]),
        told="; ".join(phrases.told(m) for m in marks),
        part=frames["one_part"] if marks[0].part else "",
    )
    return Line(rule=result.replace(" ", "-"), text=text, refs=phrases.refs(marks))


def _block(group: tuple[Seen, ...], told: dict[str, tuple[Ref, ...]]) -> Block:
    study = group[0]
    facts = FRAMES["facts"]
    made = [capital(phrases.design(study.study_type) or (study.study_type or "")),
            phrases.size_of(study)]  # fmt: skip
    if not study.ours:
        words = "other_illness" if study.illness else "another_illness"
        made.append(facts[words].format(illness=study.illness))
    if study.comparators:
        made.append(facts["against"].format(comparators=phrases.joined(study.comparators)))
    made += [w for w in (study.level, study.criterion_words) if w]
    if study.record_state == CONCERN:
        made.append(facts["concern"])
    return Block(
        study=_ref(study),
        title=study.title,
        year=study.year,
        facts=tuple(m for m in made if m),
        people=study.people_sentence,
        against=study.against_sentence,
        found=tuple(r for s in group for r in told.get(s.slug, ()))[:SENTENCES],
        harms=_harms_ref(group),
        also=tuple(_ref(s) for s in group[1:]),
        size=phrases.sized_design(study),
    )


def _ref(study: Seen) -> Ref:
    sentence = study.told[0].sentence if study.told else study.people_sentence
    return Ref(slug=study.slug, label=study.label, sentence=sentence)


def _harms(groups: Sequence[tuple[Seen, ...]]) -> tuple[Line, ...]:
    """Which studies report harms, saw none, or are silent; of papers on the same people, the one
    that says most speaks for all."""
    frames = FRAMES["harms"]
    said: dict[str, list[tuple[Seen, ...]]] = {"reported": [], "unseen": [], "silent": []}
    for group in groups:
        told = {s.harms for s in group}
        kind = "reported" if "reported" in told else "unseen" if told & {*_TOLD} else "silent"
        said[kind].append(group)
    if len(said["silent"]) == len(groups):
        return (_harms_line("harms-none-told", frames["none"], groups),)
    return tuple(
        _harms_line(f"harms-{kind}", frames[kind if len(found) == 1 else f"{kind}_several"], found)
        for kind, found in said.items()
        if found
    )


def _harms_line(rule: str, frame: str, groups: Sequence[tuple[Seen, ...]]) -> Line:
    told = [(_harms_ref(g), g[0].label) for g in groups]
    studies = phrases.joined([ref.label if ref else label for ref, label in told])
    refs = tuple(ref for ref, _ in told if ref)
    return Line(rule=rule, text=frame.format(studies=studies), refs=refs)


def _harms_ref(group: tuple[Seen, ...]) -> Ref | None:
    """The sentence on harms of a study: of the paper that tells of them, else of the first."""
    by_telling = sorted(
        group, key=lambda s: _TOLD.index(s.harms) if s.harms in _TOLD else len(_TOLD)
    )
    study = next((s for s in by_telling if s.harms_sentence), None)
    if study is None:
        return None
    return Ref(slug=study.slug, label=study.label, sentence=study.harms_sentence)


def _unknown(
    sources: Sources, chart: Chart, groups: Sequence[tuple[Seen, ...]],
    reviews: Sequence[tuple[Seen, ...]],
) -> list[Line]:  # fmt: skip
    """What no study here says: gaps that the reading shows, never a guess at why.

    A review may speak of people whom no single study here had.
    """
    frames, condition = FRAMES["unknown"], sources.condition
    here = [s for group in groups for s in group]
    spoken = [s for group in (*groups, *reviews) for s in group]
    found: list[str] = []
    found += [who for who in ("severe", "children") if not any(who in s.mentions for s in spoken)]
    if here and condition.criterion and not any(_requires(s, sources) for s in here):
        found.append("criterion")
    if here and chart.axis == "treatments":
        trials = any(s.study_type == "RCT" for s in here)
        if not trials and not any(t.comparison in BETWEEN for s in here for t in s.told):
            found.append("comparison")
        elif not trials:
            found.append("chance")
    if len(groups) == 1:
        found.append("alone")
    elif groups and all(
        shared_authors(a[0].author_keys, b[0].author_keys)
        for i, a in enumerate(groups) for b in groups[i + 1 :]
    ):  # fmt: skip
        found.append("one_team")
    criterion = condition.criterion.short if condition.criterion else ""
    return [
        Line(
            rule=f"not-known-{name.replace('_', '-')}",
            text=frames[name].format(criterion=criterion, illness=condition.name),
        )
        for name in found
    ]


def _requires(study: Seen, sources: Sources) -> bool:
    criterion = sources.condition.criterion
    values = criterion.values if criterion else {}
    return study.criterion in (values.get("required"), values.get("required_loose"))
