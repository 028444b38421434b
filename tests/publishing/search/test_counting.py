"""The counts beside each choice, against a plain recount of made-up studies."""

from collections import Counter
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evidence_atlas.publishing.listing import Filters
from evidence_atlas.publishing.search import fields, index
from evidence_atlas.publishing.search.find import find
from evidence_atlas.records import to_json
from evidence_atlas.records.synonyms import Same, Synonyms

from .test_find import ENTRY

LEVELS = ("E1 Replicated", "E2 Moderate", "E3 Preliminary", "none")
TYPES = ("RCT", "Cohort", "Notice")
TOPICS = tuple(f"topic-{n}" for n in range(9))
WHO = ("children", "adults", "severe")
TREATMENTS = tuple(f"drug {n}" for n in range(90))
WORDS = ("fatigue", "sleep", "brain", "fog", "cognitive", "impairment")
SYNONYMS = Synonyms(same=(Same(words=("brain fog", "cognitive impairment")),))


@dataclass(frozen=True)
class Study:
    level: str
    study_type: str
    topic: tuple[str, ...]
    treatment: tuple[str, ...]
    who: tuple[str, ...]
    year: int
    words: tuple[str, ...]


def some(values, most=4):
    return st.lists(st.sampled_from(values), max_size=most, unique=True).map(tuple)


STUDIES = st.lists(
    st.builds(
        Study,
        level=st.sampled_from(LEVELS),
        study_type=st.sampled_from(TYPES),
        topic=some(TOPICS).map(lambda t: t or ("none",)),
        treatment=some(TREATMENTS),
        who=some(WHO, 3),
        year=st.integers(1990, 1993),
        words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(tuple),
    ),
    min_size=1,
    max_size=40,
)
ASKED = st.builds(
    Filters,
    words=st.sampled_from(("", "fatigue", "sleep", "brain fog", '"cognitive impairment"')),
    level=some(LEVELS, 2),
    topic=some(TOPICS, 2),
    treatment=some(TREATMENTS, 2),
    who=some(WHO, 1),
    year_from=st.none() | st.integers(1990, 1993),
)


def engine_of(studies, home, synonyms):
    documents = (
        {
            **{facet: ["none"] for facet in fields.FACETS},
            "level": [s.level], "study_type": [s.study_type], "topic": list(s.topic),
            "treatment": list(s.treatment), "who": list(s.who), "year": [s.year],
            "all": [" ".join(s.words)], "plain": [" ".join(s.words)], "status": ["published"],
            "entry": [to_json(ENTRY)], "sentences": [to_json([])],
            **{order: [n] for order in fields.ORDERS},
        }
        for n, s in enumerate(studies)
    )  # fmt: skip
    index.build(home, "c" * 64, documents, synonyms=synonyms)
    return index.opened(home, "c" * 64, SYNONYMS)


def holds(study, words):
    text = f" {' '.join(study.words)} "
    either = " brain fog " in text or " cognitive impairment " in text
    return {
        "brain fog": either or {"brain", "fog"} <= set(study.words),
        '"cognitive impairment"': " cognitive impairment " in text,
    }.get(words, not words or f" {words} " in text)


def values_of(study, facet):
    found = getattr(study, facet)
    return found if isinstance(found, tuple) else (found,)


def recount(studies, asked, facet):
    """One facet's values among the studies that fit everything but that facet."""
    others = [f for f in ("level", "topic", "treatment", "who") if f != facet]
    counted = Counter()
    for study in studies:
        if (
            holds(study, asked.words)
            and (asked.year_from is None or study.year >= asked.year_from)
            and all(
                not getattr(asked, f) or set(values_of(study, f)) & set(getattr(asked, f))
                for f in others
            )
        ):
            counted.update(values_of(study, facet))
    return counted


@pytest.mark.parametrize("known", [SYNONYMS, None], ids=["synonyms as terms", "as phrases"])
@given(studies=STUDIES, asked=ASKED)
@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_every_count_is_that_of_a_plain_recount(tmp_path, known, studies, asked):
    listing = find(engine_of(studies, tmp_path, known), asked).listing
    for facet in ("level", "study_type", "topic", "treatment", "who"):
        ours = {c.value: c.count for c in listing.counts[facet]}
        theirs = recount(studies, asked, facet)
        if len(theirs) > 60:
            least = min(c.count for c in listing.counts[facet][:60])
            assert all(count <= least for value, count in theirs.items() if value not in ours)
            assert all(theirs[value] == count for value, count in ours.items())
        else:
            assert ours == dict(theirs)
    fitting = [
        s for s in studies
        if set(s.level.split("|")) <= set(asked.level or (s.level,))
        and (not asked.topic or set(s.topic) & set(asked.topic))
        and (not asked.treatment or set(s.treatment) & set(asked.treatment))
        and (not asked.who or set(s.who) & set(asked.who))
        and (asked.year_from is None or s.year >= asked.year_from)
        and holds(s, asked.words)
    ]  # fmt: skip
    assert listing.total == len(fitting)


def test_a_rare_treatment_that_was_chosen_keeps_its_count(tmp_path):
    common = [Study("none", "RCT", ("none",), TREATMENTS[:70], (), 1990, ("sleep",))] * 2
    rare = Study("none", "RCT", ("none",), ("drug 89",), (), 1990, ("sleep",))
    engine = engine_of([*common, rare], tmp_path, None)
    counts = find(engine, Filters(treatment=("drug 89",))).listing.counts["treatment"]
    assert {c.value: c.count for c in counts}["drug 89"] == 1
