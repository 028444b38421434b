"""What a page said that was untrue, garbled or not worth saying, found by reading pages."""

from __future__ import annotations

import itertools

import pytest

from evidence_atlas.records import Design, Harms, Participants, Quote, Sentence, Who


def glance(study, label):
    return next((s.text for s in study.section("study_at_a_glance") if s.label == label), None)


def test_harms_are_named_once_in_a_row_of_harms(make):
    study = make.trial()
    study.text += " Adverse events were rash and headaches."
    study.retold = True
    quote = study.quote("Adverse events were rash and headaches")
    study.facts["harms"] = Harms(status="reported", quote=quote)
    assert "Harms: " not in glance(study, "Harms")
    told = [t for t in study.told("observed_findings") if t.startswith("Harms")]
    assert told == [
        "Harms: Adverse events (anything bad that happened meanwhile) were rash and headaches."
    ]


def overview(make, text="We tell what is known of asthma and pollen.", **more):
    return make.study(text, study_type="Narrative review", **more)


def test_an_article_of_what_was_read_has_no_people_of_its_own(make):
    labels = {s.label for s in overview(make).section("study_at_a_glance")}
    assert "Illness, as named" in labels
    assert labels.isdisjoint({"People", "Who they were", "What was measured", "How long"})


def test_what_others_found_is_not_concluded_by_those_who_read_it(make):
    study = overview(make, "Asthma is linked with pollen. Dust may be linked with it too.")
    study.facts["conclusions"] = (study.quote("Dust may be linked with it too"),)
    assert study.told("inferred_conclusions") == [
        "The authors write that dust may be linked with it too."
    ]
    study = overview(make, "Asthma is linked with pollen. Overall, dust may be linked with it too.")
    study.facts["conclusions"] = (study.quote("Overall, dust may be linked with it too"),)
    assert study.told("inferred_conclusions")[0].startswith("The authors conclude that")


@pytest.mark.parametrize(
    "praise",
    [
        "Our study is the first to compare these treatments in asthma",
        "This review provides a comprehensive overview of asthma",
        "A comprehensive understanding of asthma is important for care",
    ],
)
def test_praise_of_the_paper_is_no_conclusion(make, praise):
    study = make.trial()
    study.text += f" {praise}."
    study.facts["conclusions"] = (study.quote(praise),)
    assert study.told("inferred_conclusions") == []


def cohort(make, text, **facts):
    study = make.study(text, study_type="Cohort")
    study.quotes = {"participants.total": "100 adults with asthma"}
    study.facts = {"participants": Participants(total=100, patients=100), **facts}
    return study


TEXT = "We followed 100 adults with asthma, defined as wheezing for three months or longer."


def test_a_definition_in_plain_words_is_given_in_the_authors_words(make):
    assert glance(cohort(make, TEXT), "How it was diagnosed") == (
        "The authors write: “wheezing for three months or longer”"
    )
    silent = cohort(make, "We followed 100 adults with asthma. Sleep was defined as eight hours.")
    # Of something defined, the page does not say that the illness was not.
    assert glance(silent, "How it was diagnosed") is None
    silent = cohort(make, "We followed 100 adults with asthma.")
    assert glance(silent, "How it was diagnosed") == "Not stated."


def test_one_length_is_told_once(make):
    study = cohort(
        make, f"{TEXT} They were followed for 24 months.",
        design=Design(duration="24 months", follow_up="24 months"),
    )  # fmt: skip
    study.quotes |= {"design.duration": "24 months", "design.follow_up": "24 months"}
    assert glance(study, "How long") == "24 months"


def test_children_are_girls_and_boys(make):
    study = cohort(
        make, "We followed 100 adults with asthma and their children, boys and girls.",
        who=Who(adults_or_children="children", sex="both"),
    )  # fmt: skip
    study.quotes |= {"who.adults_or_children": "children", "who.sex": "boys and girls"}
    assert glance(study, "Who they were") == "children; girls and boys"


def test_those_who_finished_are_no_part_of_the_people(make):
    text = f"{TEXT} Wheezing fell in the 80 who finished."
    study = cohort(make, text)
    study.quotes["participants.completed"] = "80 who finished"
    study.facts["participants"] = Participants(total=100, patients=100, completed=80)
    study.facts["results"] = (
        study.result("Wheezing fell in the 80 who finished", "decrease", "none", "subgroup",
                     outcome="wheezing", n=80),
    )  # fmt: skip
    assert not any("holds for everyone" in told for told in study.told("does_not_prove"))
    study.facts["participants"] = Participants(total=100, patients=100)
    assert not any("holds for everyone" in told for told in study.told("does_not_prove"))
    study.text += " This subgroup was chosen afterwards."
    assert any("holds for everyone" in told for told in study.told("does_not_prove"))


def test_what_was_known_before_the_aim_is_no_finding(make):
    before = "Wheezing was higher in cities than in the country"
    aim = "We therefore hypothesised that dust is linked with wheezing"
    found = "Dust was associated with wheezing"
    text = f"{before}. {aim}. {TEXT} {found}."
    study = cohort(make, text)
    study.facts["results"] = (
        study.result(before, "higher", "none", outcome="wheezing"),
        study.result(found, "association", "none", outcome="wheezing"),
    )
    at = [text.index(part) for part in (before, aim, TEXT, found)] + [len(text)]
    study.facts["sentences"] = tuple(
        Sentence(text=text[a:b].strip(), start=a, end=b, role="other")
        for a, b in itertools.pairwise(at)
    )
    told = " ".join(study.told("observed_findings"))
    assert "Dust was linked with wheezing" in told and before not in told


def test_a_count_is_no_link(make):
    count = "Wheezing was reported by 40 of the adults"
    study = cohort(make, f"{TEXT} {count}.")
    study.facts["results"] = (
        study.result(count, "descriptive", "none", outcome="wheezing"),
        study.result("100 adults with asthma", "association", "none", "subgroup"),
    )
    assert "This is a link. It does not show cause." not in study.told("quick_summary")


def two_parts(make, words):
    text = (
        f"We randomised 60 adults with asthma to a {words} or to usual care. Singing and yoga "
        "were taught for 8 weeks."
    )
    study = make.study(text)
    study.quotes = {
        "participants.randomised": "60 adults with asthma", "design.randomised": "randomised",
        "interventions.singing": "singing", "interventions.yoga": "yoga",
    }  # fmt: skip
    study.facts = {
        "participants": Participants(randomised=60, patients=60),
        "design": Design(randomised=True), "interventions": ("singing", "yoga"),
    }  # fmt: skip
    return study.told("quick_summary")[0]


def test_a_programme_of_two_parts_is_one_treatment(make):
    assert "One group had singing and yoga" in two_parts(make, "singing and yoga programme")
    assert "singing or yoga" in two_parts(make, "class of singing, of yoga")


def test_people_who_were_eligible_are_not_all_put_into_groups(make):
    study = make.study(
        "Of 138 people who were eligible, some were randomised to singing or to a choir.",
        facts={"participants": Participants(total=138), "design": Design(randomised=True)},
        quotes={"participants.total": "138 people", "design.randomised": "randomised"},
    )
    assert "138" not in study.told("quick_summary")[0]
    assert glance(study, "People") == "138 eligible"


def test_a_number_whose_thousands_are_marked_by_a_blank_is_found(make):
    study = make.study(
        "We enrolled 21\u2009631 participants with asthma.", study_type="Cross-sectional",
        facts={"participants": Participants(total=21631)},
        quotes={"participants.total": "21\u2009631 participants"},
    )  # fmt: skip
    assert glance(study, "People") == "21,631 people"


def test_a_point_parts_the_thousands_of_people_who_have_no_decimals(make):
    study = make.study(
        "We enrolled 21.631 participants with asthma.", study_type="Cross-sectional",
        facts={"participants": Participants(total=21631)},
        quotes={"participants.total": "21.631 participants"},
    )  # fmt: skip
    assert glance(study, "People") == "21,631 people"


def test_the_name_of_a_body_keeps_its_capitals(make):
    from evidence_atlas.writing.words.spelled_out import spelled_out

    study = make.study("The College of Breath (COB) asked. Peak Air Flow (PAF) was lower.")
    assert spelled_out(study.record, "COB")[0] == "College of Breath"
    assert spelled_out(study.record, "PAF")[0] == "peak air flow"


def test_only_a_wish_for_studies_is_told_once(make):
    wish = "Further studies are needed to clarify how dust and wheezing hang together in children"
    study = cohort(make, f"{TEXT} {wish}.")
    at = study.text.index(wish)
    study.facts["sentences"] = (
        Sentence(text=f"{wish}.", start=at, end=at + len(wish) + 1, role="conclusions"),
    )
    study.facts["conclusions"] = (Quote(field="abstract", start=at, end=at + len(wish), text=wish),)
    assert any("how dust and wheezing" in told for told in study.told("remaining_questions"))
    assert study.told("inferred_conclusions") == []


def given(study, **facts):
    study.facts |= facts
    study.quotes |= {f"{kind}.{name}": name for kind, names in facts.items() for name in names}
    return study


def test_a_plan_says_what_is_to_be_given_and_measured(make):
    text = "Adults with asthma will have yoga. The main outcome is night waking."
    study = given(make.study(text, study_type="Protocol"), interventions=("yoga",))
    study.facts["outcomes"] = ("night waking",)
    study.quotes["outcomes.night waking"] = "night waking"
    study.facts["sentences"] = (Sentence(text=text, start=0, end=len(text), role="methods"),)
    labels = {s.label for s in study.section("study_at_a_glance")}
    assert {"What is to be given", "What is to be measured"} <= labels
    assert labels.isdisjoint({"What was given", "What was measured"})


@pytest.mark.parametrize(("groups", "told"), [("two", True), ("four", False)])
def test_of_more_groups_than_names_none_is_told_as_the_two(make, groups, told):
    text = f"Adults with asthma were divided into {groups} groups. They had yoga or a sham."
    study = given(make.study(text), interventions=("yoga",), comparators=("sham",))
    quick = " ".join(s.text for s in study.section("quick_summary"))
    assert ("had yoga or a sham" in quick) is told
