"""What was found is told in Quick where only a slip of ours kept it from there.

The texts are invented; each is read by the real reader and told by the real writer.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from msgspec import structs

from evidence_atlas.grading import grade
from evidence_atlas.reading import read
from evidence_atlas.records import Quote, Record, quote, quoted, texts
from evidence_atlas.records.readability import grade as graded
from evidence_atlas.writing import summarise
from evidence_atlas.writing.authors.has_verb import stands_behind_that
from evidence_atlas.writing.authors.themes_told import themes_in
from evidence_atlas.writing.glossary.plain_words import Glosser
from evidence_atlas.writing.material import Material
from evidence_atlas.writing.quick import summary
from evidence_atlas.writing.quick.both_halves import with_both_halves
from evidence_atlas.writing.quick.fitted import fitted
from evidence_atlas.writing.quick.foremost_told import finds, grants_a_null, only_who_had_what
from evidence_atlas.writing.quick.size import QUICK_GRADE_OF_ALL, QUICK_GRADE_OF_THE_MAIN
from evidence_atlas.writing.said import Keep, Said
from evidence_atlas.writing.slots import Slots
from evidence_atlas.writing.words.asides import in_aside
from evidence_atlas.writing.words.clause import tells_the_making
from evidence_atlas.writing.words.names import alike
from evidence_atlas.writing.words.spelled_out import spelled_where_told

from .pages import MECFS, quick_of, record_of
from .test_foremost_told_in_a_plain_form import SURVEY

OPENING = Said("This study followed 40 adults.", (), about=("participants",), lay=True, keep=10)


def fit(*told: Said) -> list[str]:
    return [s.text for s in fitted([*told], Glosser(MECFS, ""), ())]


def test_what_a_method_found_is_found():
    told = " ".join(
        quick_of(
            SURVEY + "Our method identified wheeze at night in 9.4% of bakers with asthma.",
            "A way to find wheeze at night in bakers with asthma",
        )
    )
    assert "their method identified wheeze at night in 9.4%" in told


@pytest.mark.parametrize(
    ("sentence", "claim", "stands"),
    [
        ("Tests revealed that the new spray downplayed key signs of asthma in mice (n = 9).",
         "the new spray downplayed key signs of asthma in mice", True),
        # Cut short, or no clause of its own: a verb must be known.
        ("Tests revealed that the new spray downplayed key signs of asthma in mice.",
         "the new spray downplayed key signs", False),
        ("The spray that downplayed key signs of asthma in mice.",
         "The spray that downplayed key signs of asthma in mice", False),
    ],
)  # fmt: skip
def test_behind_that_stands_a_clause(sentence: str, claim: str, stands: bool):
    assert stands_behind_that(sentence, claim) is stands


def test_a_finding_is_told_shorter_before_it_goes_for_want_of_room():
    subject = Said(
        OPENING.text + " The study was about " + "how they slept in damp and cold homes, " * 7
        + "and why.", (), about=("participants",), lay=True, keep=Keep.OPENING, plainer=(OPENING,),
    )  # fmt: skip
    short = Said("They found wheeze in 9% of them.", (), about=("sentences.3",), lay=True,
                 keep=Keep.MAIN)  # fmt: skip
    long = replace(short, text=short.text[:-1] + ", most often at night, " + "at work and " * 5
                   + "at home.", plainer=(short,))  # fmt: skip
    told = fit(subject, long)
    assert any("wheeze in 9%" in s for s in told)


def test_one_side_of_a_contrast_does_not_stand_for_both_where_the_whole_can_be_read():
    text = "Coughing was linked with protection, while wheezing was linked with worsening."
    whole = Said(
        "The authors report that respiratory difficulties were linked with protection. They add "
        "that digestive and psychological difficulties were associated with instability.",
        (quoted(Quote(field="abstract", start=0, end=len(text), text=text)),),
        about=("sentences.0",), lay=True, keep=Keep.MAIN, voice="authors",
    )  # fmt: skip
    half = Said(
        "Wheezing was linked with protection.",
        (quoted(Quote(field="abstract", start=0, end=36, text=text[:36])),),
        about=("results.0",), lay=True, keep=Keep.MAIN,
    )  # fmt: skip
    hard = graded(alike(f"{OPENING.text} {whole.text}"))
    assert QUICK_GRADE_OF_THE_MAIN < hard <= QUICK_GRADE_OF_ALL
    assert fit(OPENING, replace(whole, plainer=(half,))) == [OPENING.text, whole.text]


def material(record: Record) -> Material:
    reading = read(record, MECFS)
    grades = grade(record, reading, MECFS)
    brief = summarise(record, reading, grades)
    return Material("study", brief, record, reading, grades, (), {}, MECFS)


def test_the_half_of_a_contrast_never_stands_beside_the_whole():
    text = "Fatigue fell in damp homes"
    m = material(
        record_of("Fatigue in asthma", SURVEY + f"{text}, but sleep was worse in cold homes.")
    )
    at = texts(m.record)["abstract"].index(text)
    own = quoted(quote(texts(m.record), "abstract", at, at + len(text)))
    half = Said(f"{text}.", (own,), about=("results.0",), lay=True, keep=Keep.MAIN)
    told = with_both_halves(m, [half])
    assert told[0].text == f"{text}, but sleep was worse in cold homes."
    ways = []
    while told:
        ways += [s.text for s in told]
        # What stands in `plainer` is told together.
        told = [p for s in told for p in s.plainer or ()]
        assert len(told) <= 1
    assert ways[1:] == [f"{text}. But sleep was worse in cold homes.", half.text]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Three themes from the interviews, which reflected participants' a) reasons to join, "
         "b) fears, and c) hopes", ("three themes", ["reasons to join", "fears", "hopes"])),
        ("Two themes were built from all sources, showing links between the ward and its effects: "
         "'A slow start, at first' and 'Trust at the core'",
         ("two themes", ["A slow start, at first", "Trust at the core"])),
        ("Three categories: dust; damp at home; cold",
         ("three categories", ["dust", "damp at home", "cold"])),
        # As many as it says, or none.
        ("Three themes were built from all sources: 'A slow start' and 'Trust at the core'", None),
    ],
)  # fmt: skip
def test_themes_are_found_in_more_forms(text: str, told: tuple[str, list[str]] | None):
    assert themes_in(text) == told


def test_numbered_recommendations_are_what_a_paper_says():
    told = " ".join(
        quick_of(
            "Asthma has no cure. We make four broad recommendations for asthma trials: 1) ask how "
            "people sleep; 2) measure dust at home; 3) follow them for a year; 4) count the days "
            "off work. We present a list of scales.",
            "How to plan trials in asthma",
            ("Review",),
        )
    )
    assert "The authors make four broad recommendations for asthma trials. They are: ask" in told


def test_a_review_tells_what_it_set_out_to_find():
    told = " ".join(
        quick_of(
            "Asthma is common. This paper looked at the literature and aimed to identify the "
            "usual triggers reported by bakers. Usual triggers include flour, cold air, and dust. "
            "This study provides insight into asthma at work. Future studies should be longer.",
            "Lasting Signs of Asthma: A Review",
            ("Review",),
        )
    )
    assert "usual triggers include flour" in told


@pytest.mark.parametrize(
    ("text", "had"),
    [
        ("Nine received the salt spray only, and 12 received the long course.", True),
        ("After weighting, there were 40 people in the spray and control groups.", True),
        ("Cough fell in nine who received the spray, and rose in 12 who received none.", False),
    ],
)
def test_how_many_had_which_treatment_is_no_finding(text: str, had: bool):
    assert only_who_had_what(text) is had


@pytest.mark.parametrize(
    ("sentence", "grants"),
    [
        ("Although salt air did not change cough, it may have steadied sleep.", True),
        ("Salt air did not change cough, although it may have steadied sleep.", False),
    ],
)
def test_a_null_that_is_granted_is_told_with_what_was_found(sentence: str, grants: bool):
    record = record_of(
        "Salt air in asthma",
        "METHODS: Forty adults with asthma were randomly assigned to salt air or sham air. "
        f"RESULTS: {sentence}",
        publication_types=("Randomized Controlled Trial",),
    )
    m = material(record)
    reading = m.reading
    nulls = [i for i, r in enumerate(reading.results) if r.is_null]
    assert nulls and all(grants_a_null(m, i) is grants for i in nulls)


DECLARED = (
    "Disclosure: A. Baker: None. B. Miller: None. {}Flour dust has been linked with cough. "
    "Methods: We followed 90 bakers for a year. Results: Wheeze was more common in night workers "
    "than in others. Conclusions: Night work goes with wheeze."
)


@pytest.mark.parametrize("heading", ["", "Context: ", "Introduction: "])
def test_what_authors_declare_first_ends_where_the_abstract_begins(heading: str):
    record = record_of("Wheeze in bakers", DECLARED.format(heading))
    text = texts(record)["abstract"]
    at = text.index("Wheeze was")
    assert not in_aside(record, quote(texts(record), "abstract", at, at + 6))
    assert in_aside(record, quote(texts(record), "abstract", 12, 20))


def test_the_first_sentence_behind_what_authors_declare_is_no_finding():
    m = material(record_of("Wheeze in bakers", DECLARED.format("")))
    at = next(i for i, s in enumerate(m.reading.sentences) if s.text.startswith("Flour dust"))
    sentences = tuple(structs.replace(s, role="results") for s in m.reading.sentences)
    taken = replace(m, reading=structs.replace(m.reading, sentences=sentences))
    assert not finds(taken, at)
    assert finds(taken, at + 2)


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("a 10-minute task, with noise and light, was designed to bring on a cough", True),
        ("our platform is intended to find asthma early", True),
        ("the task brought on a cough in most bakers", False),
    ],
)
def test_what_a_task_was_designed_to_do_is_no_finding(text: str, made: bool):
    assert tells_the_making(text) is made


def test_names_behind_a_slash_and_behind_non_are_put_in_words():
    record = record_of(
        "Cough",
        "Long night wheeze (LNW) is common. Some had taken oral salt tablets (OST). LNW/XYZ rose.",
    )

    def told(text: str) -> str:
        return spelled_where_told(record, text, lambda form: form == "XYZ")[0]

    assert told("The risk of LNW/XYZ rose.") == "The risk of long night wheeze/XYZ rose."
    # What needs words of its own behind the slash stays as it is.
    assert told("The risk of LNW/ABC rose.") == "The risk of LNW/ABC rose."
    assert told("It fell compared to non-OST.") == "It fell compared to no oral salt tablets."


def test_one_more_result_is_tried_beside_the_subject_of_the_title(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    m = material(
        record_of(
            "Dust, damp and cold air in asthma after a cold: a case series",
            "METHODS: In this case series, we went through the charts of all patients with asthma. "
            "RESULTS: We describe 31 patients. Symptoms began within three months of the cold and "
            "included wheeze (90%), morning cough (24%), night waking (13%), and a burning chest "
            "(10%). Wheeze without any loss of lung capacity was the usual picture (40%).",
            publication_types=("Case Reports",),
        )
    )
    tried: list[list[Said]] = []

    def none_fits(m: Material, ways: Iterable[list[Said]], most: float = 0.0) -> None:
        tried.extend(ways)

    monkeypatch.setattr(summary, "first_that_fits", none_fits)
    summary.write(m, Slots(m))
    beside = [sum(s.keep == Keep.BESIDE for s in way) for way in tried]
    # With the fuller opening, then one beside the subject, then none.
    assert beside == [1, 1, 0]


def test_two_sides_joined_by_while_may_stand_in_two_sentences():
    text = "Fatigue fell in damp homes"
    m = material(
        record_of("Fatigue in asthma", SURVEY + f"{text}, while sleep was worse in cold homes.")
    )
    at = texts(m.record)["abstract"].index(text)
    own = quoted(quote(texts(m.record), "abstract", at, at + len(text)))
    half = Said(f"{text}.", (own,), about=("results.0",), lay=True, keep=Keep.MAIN)
    (whole,) = with_both_halves(m, [half])
    assert [s.text for s in whole.plainer or ()] == [f"{text}. Sleep was worse in cold homes."]
