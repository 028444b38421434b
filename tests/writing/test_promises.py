"""What every page keeps to, whatever study it tells."""

import re
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.writing.conftest import ASTHMA

from evidence_atlas.checking import check
from evidence_atlas.records import (
    Because,
    FindingFacts,
    Link,
    Participants,
    QuoteSupport,
    RecordSupport,
    RuleSupport,
    StudyFacts,
    StudySupport,
    statement_id,
    texts,
    to_json,
)
from evidence_atlas.writing import WORDS_A_MINUTE
from evidence_atlas.writing.words.numbers import as_read, in_words, number_words_in_front

_WORDS = {in_words(n): n for n in range(2, 100)}


def _numbers(text):
    """Numbers as digits: "1,200" and "twenty-six" alike."""
    found = {m.replace(",", "").rstrip(".") for m in re.findall(r"\d[\d,]*(?:\.\d+)?", text)}
    for word in re.findall(r"[a-z]+(?:-[a-z]+)?", text.casefold()):
        if word in _WORDS:
            found.add(str(_WORDS[word]))
    return found


def _held(statement):
    parts = []
    for s in statement.support:
        match s:
            case QuoteSupport(text=text) | RuleSupport(text=text):
                parts.append(text)
            case RecordSupport(value=value):
                parts.append(value)
            case StudySupport(label=label, facts=facts):
                parts.append(f"{label} {facts}")
    return _numbers(" ".join(parts))


def _pages(make):
    studies = [make.see(), make.see(False), make.trial(), make.trial(harms="none_reported")]
    return [(s, s.page()) for s in studies]


def test_every_sentence_has_support(make):
    told = [s for _, page in _pages(make) for s in page.statements()]
    assert told
    assert all(s.support for s in told)


def test_every_number_stands_in_its_support(make):
    outside = [
        (s.text, sorted(_numbers(s.text) - _held(s)))
        for _, page in _pages(make)
        for s in page.statements()
        if _numbers(s.text) - _held(s)
    ]
    assert outside == []


def test_every_quote_is_exact(make):
    quotes = 0
    for study, page in _pages(make):
        held = texts(study.record)
        for s in page.statements():
            for q in s.support:
                if isinstance(q, QuoteSupport):
                    assert held[q.field][q.start : q.end] == q.text
                    quotes += 1
    assert quotes > 0


def test_the_same_input_gives_the_same_bytes(make):
    assert to_json(make.see().page()) == to_json(make.see().page())


def test_ids_survive_rewording(make):
    statement = make.see().section("quick_summary")[3]
    assert statement.text == "The abstract does not mention harms."
    lasting = (RuleSupport(rule="harms-not-stated", text=""),)
    assert statement.id == statement_id("study", "quick_summary", lasting, 0)


def test_ids_are_unique_on_a_page(make):
    for _, page in _pages(make):
        ids = [s.id for s in page.statements()]
        assert 0 < len(ids) == len(set(ids))


def test_quick_is_short(make):
    for study, _ in _pages(make):
        told = study.section("quick_summary")
        assert 3 <= len(told) <= 5
        assert sum(len(s.text.split()) for s in told) <= 80
        assert not any(re.search(r"[±<>=]", s.text) for s in told)


def test_reading_time_is_counted_at_140_words_a_minute(make):
    page = make.trial().page()
    words = sum(
        len(f"{s.label or ''} {s.text}".split()) for s in page.statements() if "quick" in s.depths
    )
    assert page.reading_minutes.quick == round(words / WORDS_A_MINUTE, 2)
    assert page.reading_minutes.quick < page.reading_minutes.standard < page.reading_minutes.deep


def test_harms_are_never_told_as_safety(make):
    assert "The abstract does not mention harms." in make.trial().told("quick_summary")
    assert "No serious harms were reported." in make.trial(harms="none_reported").told(
        "quick_summary"
    )
    for _, page in _pages(make):
        assert not any(re.search(r"\bsafe|well tolerated", s.text, re.I) for s in page.statements())


def test_a_retelling_is_never_shown_as_the_authors_words(make):
    assert not any("“" in s.text for s in make.see(retold=True).page().statements())


def test_conclusions_are_the_authors(make):
    told = make.trial().section("inferred_conclusions")
    assert [(s.voice, s.text) for s in told] == [
        ("authors", "The authors conclude that salt caves may have a place in care.")
    ]


def test_absent_facts_are_not_stated(make):
    rows = make.trial().told("study_at_a_glance")
    assert "Funding: Not stated." in rows
    assert "Who they were: adults" in rows


def _other(**more):
    facts = {
        "key": "other", "slug": "poe-2012-caves", "label": "Poe 2012", "year": 2012,
        "study_type": "RCT", "size": 71, "criterion": "Wheeze not required", "record_state": None,
        "authors": ("poe",), "interventions": ("salt caves",),
        "findings": (FindingFacts(outcome="wheezing", direction="no difference",
                                  comparison="between_randomised", scope="all"),),
    }  # fmt: skip
    return {"other": StudyFacts(**{**facts, **more})}


def test_other_studies_are_named_with_design_size_and_definition(make):
    link = Link(kind="does not replicate", source="study", target="other",
                because=(Because(rule="same", text="same"),))  # fmt: skip
    study = make.trial()
    assert study.told("why_it_matters", links=(link,), others=_other()) == [
        "Poe 2012, a trial with groups made by chance, of 71 people, also studied salt caves and "
        "did not find the same; Wheeze not required."
    ]
    assert study.told("other_studies", links=(link,), others=_other()) == [
        "Did not find the same: Poe 2012, a trial with groups made by chance, of 71 people, also "
        "studied salt caves; Wheeze not required; wheezing: no clear difference."
    ]


def test_what_another_study_calls_recovery_stands_as_its_word_and_holds_no_page_back(make):
    recovered = FindingFacts(
        outcome="recovery rates", direction="increase", comparison="between_randomised",
        scope="all",
    )  # fmt: skip
    study, others = make.trial(), _other(findings=(recovered,))
    links = (Link(kind="replicates", source="study", target="other",
                  because=(Because(rule="same", text="same"),)),)  # fmt: skip
    page = study.page(links=links, others=others)
    assert study.told("other_studies", links=links, others=others) == [
        "Found the same: Poe 2012, a trial with groups made by chance, of 71 people, also studied "
        "salt caves; Wheeze not required; “recovery rates”: rose."
    ]
    flags = check(page, study.record, study.reading, study.grades, links, others, ASTHMA)
    assert [f for f in flags if f.severity == "CRITICAL" and "recovery" in f.detail] == []


def test_a_retracted_study_supports_nobody(make):
    study = make.trial()
    told = study.told("why_it_matters", others=_other(record_state="Retracted"))
    assert told[-1] == "No other study in this atlas tried salt caves."


def test_papers_on_the_same_people_are_not_another_study(make):
    link = Link(kind="same participants", source="study", target="other")
    told = make.trial().told("why_it_matters", links=(link,), others=_other())
    assert told[-1] == "No other study in this atlas tried salt caves."


@given(n=st.integers(2, 99))
def test_small_numbers_are_words_and_come_back(n):
    assert _WORDS[in_words(n)] == n


@given(n=st.integers(0, 10**7))
def test_numbers_in_sentences_keep_their_value(n):
    shown = as_read(n)
    assert shown == in_words(n) if n <= 10 else int(shown.replace(",", "")) == n


def test_a_sentence_does_not_begin_with_a_digit():
    assert number_words_in_front("30 people took part") == "Thirty people took part"
    assert number_words_in_front("250 adults took part") == "250 adults took part"
    assert number_words_in_front("41 of 100 said so") == "41 of 100 said so"


_DIRECTIONS = [
    "increase",
    "decrease",
    "higher",
    "lower",
    "no difference",
    "association",
    "mixed",
    "descriptive",
]
_COMPARISONS = ["between_randomised", "within_group", "between_groups", "none"]
_TYPES = ["RCT", "Non-randomised trial", "Cohort", "Case-control", "Cross-sectional", "Case series",
          "Qualitative", "Genetic association", "Systematic review", "Animal", "Methods", "Guideline"]  # fmt: skip  # noqa: E501


@settings(max_examples=120, deadline=None)
@given(
    study_type=st.sampled_from(_TYPES),
    total=st.none() | st.integers(2, 5000),
    finished=st.none() | st.integers(2, 5000),
    retold=st.booleans(),
    outcome=st.none() | st.sampled_from(["wheeze", "sleep quality", "FEV1", "salt; tears", "no change"]),  # noqa: E501
    picked=st.lists(
        st.tuples(st.sampled_from(_DIRECTIONS), st.sampled_from(_COMPARISONS),
                  st.sampled_from(["all", "subgroup"]), st.sampled_from(["women", None])),
        max_size=4,
    ),
)  # fmt: skip
def test_any_reading_gives_supported_sentences(
    make, study_type, total, finished, retold, outcome, picked
):
    text = (
        f"In this work {total} people with asthma began and {finished} completed it. "
        "Women had salt. Wheeze was 3.1 in women (p = 0.04)."
    )
    study = replace(make.trial(), text=text, study_type=study_type, retold=retold)
    study.quotes = {
        "participants.total": f"{total} people",
        "participants.completed": f"{finished} completed",
    }
    study.facts = {
        "participants": Participants(total=total, completed=finished),
        "interventions": ("salt",),
        "results": tuple(
            study.result("Wheeze was 3.1 in women (p = 0.04)", direction, comparison, scope,
                         outcome=outcome, who=who, n=total if who else None)
            for direction, comparison, scope, who in picked
        ),
    }  # fmt: skip
    page = study.page()
    for s in page.statements():
        assert s.support, s.text
        assert s.text.strip()
        assert _numbers(s.text) <= _held(s), s.text
        assert "{" not in s.text and "  " not in s.text
