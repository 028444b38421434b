"""The faults that other atlases are known for: each is held here, and its true twin passes."""

from __future__ import annotations

import msgspec
import pytest
from tests.checking.conftest import Desk, grade

from evidence_atlas.records import (
    AbstractSection,
    Correction,
    Harms,
    Journal,
    Link,
    Participants,
    Quote,
    RecordSupport,
    StudyFacts,
    StudySupport,
)


def test_fault_1_patients_controls_and_all_are_not_mixed_up(desk: Desk):
    text = "Breath was measured in 40 patients with asthma and in 20 healthy controls."
    of = desk.with_record(abstract=(AbstractSection(text=text),)).with_reading(
        results=(), interventions=(), comparators=(), conclusions=(),
        participants=Participants(total=60, patients=40, with_illness=40, controls=20),
    )  # fmt: skip
    of = of.with_badges(study_type="Case-control", level=None, certainty=None)

    def codes(sentence):
        return of.codes(of.say(sentence, text, rule=("counts-apart", "The sum of all groups.")))

    assert codes("This study compared 40 people with asthma with 20 healthy people.") == []
    assert codes("This study compared 20 people with asthma with 40 healthy people.") == [
        "people-confused"
    ]
    assert codes("This study compared 60 people with asthma with 20 healthy people.") == [
        "people-confused"
    ]
    assert codes("In all, 40 people took part.") == ["people-confused"]
    assert codes("In all, 60 people took part.") == []


def test_fault_2_a_crossover_is_not_told_as_groups_side_by_side(desk: Desk):
    both = desk.with_design(crossover=True)
    true = "Sixty people had both the inhaler and placebo, one after the other."
    assert both.codes(both.say(true, "who")) == []
    for wrong in (
        "Sixty people had either the inhaler or placebo.",
        "Sixty people were put by chance into two groups.",
        "The placebo group had a higher score.",
        "The score was lower in the inhaler group.",
    ):
        assert "crossover-as-parallel" in both.codes(both.say(wrong, "who", "score"))


def test_fault_2_those_who_finished_are_not_told_as_those_who_started(desk: Desk):
    assert desk.codes(desk.say("Sixty people started; 52 finished.", "finished")) == []
    assert desk.codes(desk.say("Only 52 of the 60 were counted in the end.", "finished")) == []
    assert desk.codes(desk.say("Fifty-two adults were put by chance into groups.", "finished")) == [
        "completers-as-enrolled"
    ]
    assert desk.codes(desk.say("Sixty people finished.", "finished")) == ["completers-as-enrolled"]


def test_fault_3_who_judged_the_outcome_is_told_as_it_was(desk: Desk):
    assert desk.codes(desk.say("People rated their own breathing.", "blind")) == []
    assert desk.codes(desk.say("Doctors judged how people were breathing.", "blind")) == [
        "design-contradicts"
    ]
    by_doctors = desk.with_design(outcome_judged_by="assessors who did not know the groups")
    assert by_doctors.codes(by_doctors.say("People rated their own breathing.", "blind")) == [
        "design-contradicts"
    ]


def test_fault_4_a_part_is_not_told_as_all(desk: Desk):
    about = ("results.2",)
    assert desk.codes(
        desk.say("In 12 people with severe asthma, the score fell.", "part", about=about)
    ) == []  # fmt: skip
    for wrong in ("In everyone, the score fell.", "The score fell."):
        assert desk.codes(desk.say(wrong, "part", about=about)) == ["subgroup-as-all"]
    assert desk.codes(desk.say("The score fell to 3.", "part", about=about, label="Everyone")) == [
        "subgroup-as-all"
    ]


def test_fault_4_a_definition_is_not_turned_round(desk: Desk):
    rule = ("criterion", "The definition does not ask for it.")
    right = desk.say("Reversal not required: the definition leaves it out.", rule=rule)
    wrong = desk.say("Reversal required: the definition asks for it.", rule=rule)
    assert desk.codes(right) == []
    assert desk.codes(wrong) == ["badge-contradicts"]
    claimed = desk.with_badges(
        reversal=grade("required", by_definition="absent", by_study="not_stated")
    )
    assert "badge-contradicts" in claimed.codes()


@pytest.mark.parametrize("word", ["the first study", "the largest trial", "a landmark trial"])
def test_fault_5_first_and_largest_are_not_added(desk: Desk, word: str):
    assert desk.codes(desk.say(f"This was {word} of the inhaler.", "who")) == [
        "unsupported-superlative"
    ]
    own = f"This was {word} of the inhaler."
    says_so = desk.with_record(abstract=(AbstractSection(text=own),))
    assert says_so.codes(says_so.say(own, own)) == []


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ("The study validates patients.", "stock-rhetoric"),
        ("It sheds new light on breathing.", "stock-rhetoric"),
        ("It shows that asthma is not psychological.", "psychological-claim"),
        ("Asthma is a real illness.", "stock-rhetoric"),
    ],
)
def test_fault_6_stock_rhetoric(desk: Desk, wrong: str, code: str):
    assert code in desk.codes(desk.say(wrong))


def test_fault_7_a_title_alone_has_no_findings(desk: Desk):
    bare = desk.with_record(abstract=(), abstract_kind="none").with_reading(
        unread="no abstract", results=(), quotes={}, interventions=()
    )
    bare = bare.with_badges(level=None, certainty=None, study_type=None)
    said = bare.say(
        "PubMed holds only the title of this paper, with no abstract.",
        rule=("title-only", "Only the title is held, and no abstract."),
    )
    assert bare.codes(said) == []
    title = bare.record.title
    support = (desk.quote(title, "title"),)
    from evidence_atlas.records import quoted

    claim = bare.say(
        "The study tried an inhaler.", section="observed_findings",
        support=(quoted(support[0]),),
    )  # fmt: skip
    assert bare.codes(said, claim) == []
    invented = bare.say("The score fell.", section="observed_findings",
                        support=(quoted(desk.quote("score")),))  # fmt: skip
    assert set(bare.codes(said, invented)) == {"findings-without-results", "support-mismatch"}
    levelled = bare.with_badges(level="E3 Preliminary", certainty="Preliminary")
    assert levelled.codes(said) == ["badge-contradicts"]


def test_fault_8_a_plan_is_told_as_a_plan_and_an_idea_as_its_authors(desk: Desk):
    plan = desk.with_badges(study_type="Protocol", level=None, certainty=None)
    plan = plan.with_reading(results=())
    future = "This is a plan. Sixty adults are to be put by chance into groups."
    assert plan.codes(plan.say(future, "who")) == []
    assert plan.codes(plan.say("Sixty adults were put by chance into groups.", "who")) == [
        "plan-told-as-done"
    ]
    for done in (
        "Chance decided who had an inhaler or a dummy inhaler.",
        "Sixty adults with asthma had an inhaler.",
        "One hundred and twenty people took tablets.",
        "This is a plan for a study in which sixty adults took part.",
    ):
        assert "plan-told-as-done" in plan.codes(plan.say(done, "who"))
    assert plan.codes(plan.say("Most people with asthma had an inhaler.", "who")) == []
    idea = desk.with_badges(study_type="Hypothesis", level=None, certainty=None)
    idea = idea.with_reading(results=())
    assert idea.codes(idea.say("The authors suggest that it may ease breathing.", "end")) == []
    assert idea.codes(idea.say("The inhaler may ease breathing.", "end")) == ["plan-told-as-done"]


def test_fault_9_the_bibliography_is_the_records_own(desk: Desk):
    def year(value):
        return desk.say(value, section="study_at_a_glance",
                        support=(RecordSupport(field="title", value=value),))  # fmt: skip

    assert desk.codes(year(desk.record.title)) == []
    assert desk.codes(year("Another paper on asthma")) == ["support-mismatch"]
    authors = desk.say("Rossi A", support=(RecordSupport(field="authors", value="Rossi A"),))
    assert desk.codes(authors) == []
    invented = desk.say("Smith A", support=(RecordSupport(field="authors", value="Smith A"),))
    assert desk.codes(invented) == ["support-mismatch"]
    nothing = desk.say("x", support=(RecordSupport(field="no_such_field", value="x"),))
    assert desk.codes(nothing) == ["support-mismatch"]


def test_fault_11_a_retracted_paper_says_so_first(desk: Desk):
    gone = desk.with_badges(record_state="Retracted", level=None, certainty=None)
    told = gone.say("This paper has been retracted: the journal has withdrawn it.")
    assert gone.codes(told) == []
    assert "retraction-untold" in gone.codes(gone.say("Sixty adults took part.", "who"))
    live = gone.say("The asthma score was lower with the inhaler.", "score", about=("results.0",))
    assert gone.codes(told, live) == ["retraction-untold"]
    assert gone.with_badges(level="E2 Moderate", certainty="Moderate confidence").codes(told) == [
        "badge-contradicts"
    ]


@pytest.mark.parametrize(
    "record",
    [
        {"publication_types": ("Journal Article", "Retracted Publication")},
        {"corrections": (Correction(kind="RetractionIn", pmid="9"),)},
    ],
)
def test_fault_11_a_retraction_that_the_record_states_is_not_missed(desk: Desk, record):
    assert desk.with_record(**record).codes() == ["retraction-untold"]


def test_fault_11_no_page_rests_on_a_retracted_study(desk: Desk, other: StudyFacts):
    facts = "Meyer 2001, of 80 people"
    support = (StudySupport(study="s2", slug=other.slug, label=other.label, facts=facts),)
    sentence = desk.say(
        "Meyer 2001, of 80 people, found the same.", section="why_it_matters", support=support
    )
    assert desk.changed(others={"s2": other}).codes(sentence) == []
    gone = msgspec.structs.replace(other, record_state="Retracted")
    assert desk.changed(others={"s2": gone}).codes(sentence) == ["retraction-untold"]
    assert desk.codes(sentence) == ["support-mismatch"]


def test_fault_12_badges_agree_with_the_text_and_with_one_another(desk: Desk, other: StudyFacts):
    assert desk.with_design(randomised=False).codes() == ["badge-contradicts"]
    assert desk.with_design(randomised=None).codes() == []
    higher = desk.with_badges(certainty="Higher confidence")
    assert higher.codes() == ["badge-pair"]
    unlinked = desk.with_badges(level="E1 Replicated")
    assert unlinked.codes() == ["badge-contradicts"]
    link = Link(kind="replicates", source="s2", target="s1")
    assert unlinked.changed(links=(link,), others={"s2": other}).codes() == []
    contested = desk.with_badges(level=grade("E2 Moderate", contested=True))
    assert contested.codes() == ["badge-contradicts"]


@pytest.mark.parametrize(
    ("level", "certainty", "codes"),
    [
        ("E3 Preliminary", "Preliminary", []),
        ("E3 Preliminary", "Moderate confidence", ["badge-pair"]),
        ("E2 Moderate", "Preliminary", ["badge-pair"]),
        ("E2 Moderate", None, ["badge-pair"]),
        (None, "Preliminary", ["badge-pair"]),
        (None, None, []),
        ("Not graded", None, []),
    ],
)
def test_fault_12_only_these_pairs_of_level_and_certainty_exist(desk, level, certainty, codes):
    assert desk.with_badges(level=level, certainty=certainty).codes() == codes


def test_fault_14_sections_do_not_contradict_each_other(desk: Desk):
    up = desk.say("The breathing score rose.", "start", about=("results.1",))
    down = desk.say("The breathing score fell.", "start", about=("results.1",),
                    section="observed_findings")  # fmt: skip
    assert "sections-contradict" in desk.codes(up, down)
    again = desk.say("The breathing score rose.", "start", about=("results.1",),
                     section="observed_findings")  # fmt: skip
    assert desk.codes(up, again) == []


@pytest.mark.parametrize(
    "wrong",
    [
        "The authors misled their readers.",
        "The data were manipulated; it was fraud.",
        "The authors exaggerated it.",
    ],
)
def test_fault_15_nothing_is_hinted_about_people(desk: Desk, wrong: str):
    assert desk.codes(desk.say(wrong)) == ["insinuation"]


def test_a_response_that_is_exaggerated_is_no_hint_about_those_who_studied_it(desk: Desk):
    said = desk.say("In cells, researchers studied an exaggerated immune response.")
    assert "insinuation" not in desk.codes(said)


@pytest.mark.parametrize("wrong", ["It was between_groups.", "This is E1 evidence.", "Null: {x}."])
def test_fault_16_no_code_of_the_machine_in_a_sentence(desk: Desk, wrong: str):
    assert desk.codes(desk.say(wrong)) == ["internal-code"]


def test_fault_17_a_second_paper_by_the_same_authors_is_shown_to_editors(desk, other):
    from evidence_atlas.records.names import author_keys

    twin = msgspec.structs.replace(
        other, authors=author_keys(desk.record), size=60, year=desk.record.year
    )
    assert desk.changed(others={"s2": twin}).codes() == ["possible-duplicate"]
    smaller = msgspec.structs.replace(twin, size=59)
    assert desk.changed(others={"s2": smaller}).codes() == []


def test_fault_18_a_record_on_something_else_is_shown_to_editors(desk: Desk):
    assert desk.with_badges(context="off topic").codes() == ["off-topic"]


@pytest.mark.parametrize(
    ("status", "words", "told", "wrong"),
    [
        ("reported", "Three people felt sick.", "No harms were reported.", True),
        # The authors themselves say that there were none.
        ("reported", "No harms were seen.", "No harms were reported.", False),
        ("none_reported", None, "No harms were reported.", False),
        ("none_reported", None, "The abstract does not mention harms.", True),
        ("not_stated", None, "The abstract does not mention harms.", False),
        ("not_stated", None, "No harms were reported.", True),
    ],
)
def test_harms_silence_and_none_are_three_things(desk: Desk, status, words, told, wrong):
    quote = words and Quote(field="abstract", start=0, end=len(words), text=words)
    seen = desk.with_reading(harms=Harms(status=status, quote=quote))
    assert ("harms-sentence-missing" in seen.codes(seen.say(told))) is wrong


def test_fault_19_a_treatment_is_not_told_without_its_harms(desk: Desk):
    alone = desk.flags(desk.say("The asthma score was lower with the inhaler.", "score"))
    assert "harms-sentence-missing" in {f.code for f in alone}
    reported = desk.with_reading(harms=Harms(status="reported", quote=desk.quote("view")))
    assert "harms-sentence-missing" in reported.codes(desk.harms())
    silent = desk.say("No harms were reported.")
    assert desk.codes(silent) == ["harms-sentence-missing"]


def test_the_illness_keeps_the_name_that_the_study_gives_it(desk: Desk):
    assert desk.codes(desk.say("Sixty adults with asthma took part.", "who")) == []
    for wrong in ("Sixty adults with chronic wheeze took part.", "Sixty adults with migraine met."):
        assert desk.codes(desk.say(wrong, "who")) == ["illness-misnamed"]
    assert desk.codes(desk.say("The abstract does not mention migraine.")) == []


def test_fault_12_the_words_of_the_index_shown_as_such_claim_no_design(desk: Desk):
    types = "Letter and Randomized Controlled Trial"
    of = desk.with_design(randomised=None).with_record(publication_types=(types,))
    shown = of.say(
        types,
        section="sources_and_versions",
        support=(RecordSupport(field="publication_types", value=types),),
    )
    assert "design-contradicts" not in of.codes(shown)
    told = of.say("People were put by chance into groups.", section="sources_and_versions")
    assert "design-contradicts" in of.codes(told)


def test_the_name_of_a_journal_is_no_name_of_an_illness(desk: Desk):
    named = desk.with_record(journal=Journal(title="Journal of Migraine"))
    journal = RecordSupport(field="journal", value="Journal of Migraine")
    assert "illness-misnamed" not in named.codes(
        named.say("Journal of Migraine", support=(journal,), label="Journal")
    )
    told = named.say("People with migraine took part.", "Sixty")
    assert "illness-misnamed" in named.codes(told)
