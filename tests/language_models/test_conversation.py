"""What a model says anew is taken where the gate passes it; else it is asked again, then ours
stands."""

import json

import msgspec
from tests.language_models.conftest import talk

from evidence_atlas.records import QuoteSupport, texts

WHO = ("quick_summary", "in turn; 26 finished")
FELT = ("quick_summary", "Fatigue scores were lower")


def better(crossover):
    return crossover.wording(
        *WHO,
        "Thirty adults with chronic fatigue syndrome had insulin. They had placebo in turn.",
        "30 adults",
    )


def worse(crossover):
    return crossover.wording(
        *WHO, "Ninety adults with chronic fatigue syndrome had insulin.", "30 adults"
    )


def test_a_good_sentence_takes_the_place_of_ours(crossover):
    ours = crossover.own(*WHO)
    done = talk(crossover, [better(crossover)])
    told = done.page.sections[0].statements[0]
    assert told.text.startswith("Thirty adults with chronic fatigue syndrome had insulin")
    assert done.worded == [told.id] and done.refused == 0
    assert ours.id not in {s.id for s in done.page.statements()}
    assert (told.section, told.depths, told.about) == (ours.section, ours.depths, ours.about)


def test_what_it_rests_on_are_the_sentences_that_it_names_word_for_word(crossover):
    told = talk(crossover, [better(crossover)]).page.sections[0].statements[0]
    quotes = [s for s in told.support if isinstance(s, QuoteSupport) and s.field == "abstract"]
    abstract = texts(crossover.record)["abstract"]
    assert [q.text for q in quotes] == [crossover.reading.sentences[0].text]
    assert all(abstract[q.start : q.end] == q.text for q in quotes)


def test_every_other_sentence_of_the_page_stays_as_it_was(crossover):
    done = talk(crossover, [better(crossover)])
    before = {s.id: s for s in crossover.page.statements()}
    changed = [s for s in done.page.statements() if before.get(s.id) != s]
    assert [s.id for s in changed] == done.worded
    assert len(done.page.statements()) == len(crossover.page.statements())


def test_a_refused_sentence_is_asked_for_again_with_the_reason(crossover):
    prompts = []
    done = talk(crossover, [worse(crossover)], [better(crossover)], prompts=prompts)
    assert len(prompts) == 2
    assert "number-not-in-support" in prompts[1] and "Ninety adults" in prompts[1]
    asked = json.loads(prompts[1].split("\n\n")[0])["sentences_of_the_atlas"]
    assert [s["text"] for s in asked] == [crossover.own(*WHO).text]
    assert len(done.worded) == 1 and done.refused == 0


def test_after_two_more_tries_ours_stands(crossover):
    prompts = []
    wrong = [worse(crossover)]
    done = talk(crossover, wrong, wrong, wrong, [better(crossover)], prompts=prompts)
    assert len(prompts) == 3
    assert done.page == crossover.page
    assert done.worded == [] and done.refused == 1


def test_one_refused_sentence_does_not_take_the_others_with_it(crossover):
    sleep = crossover.wording(
        "observed_findings", "Sleep quality", "Sleep quality did not differ between insulin and "
        "placebo, by chance.", "Sleep quality",
    )  # fmt: skip
    done = talk(crossover, [better(crossover), {**sleep, "text": "Sleep was perfect."}])
    assert len(done.worded) == 1 and done.refused == 1
    assert crossover.own("observed_findings", "Sleep quality") in done.page.statements()


def test_an_answer_in_no_form_is_asked_for_again(crossover):
    prompts = []
    done = talk(crossover, "I would rather not.", [better(crossover)], prompts=prompts)
    assert "could not be read" in prompts[1]
    assert len(done.worded) == 1
    assert talk(crossover, "{", "[]", '{"sentences": [{"text": 1}]}').page == crossover.page


def test_numbers_of_sentences_that_are_not_there_are_refused(crossover):
    good = better(crossover)
    for wrong in ([], [0], [99], [1, 99]):
        done = talk(crossover, *[[{**good, "rests_on": wrong}]] * 3)
        assert done.page == crossover.page and done.refused == 1
    for wrong in ([], [0], [99]):
        assert talk(crossover, [{**good, "instead_of": wrong}]).page == crossover.page


def test_a_result_rests_on_the_sentence_that_reports_it_and_on_no_other_result(crossover):
    text = "Fatigue scores were lower with insulin than with placebo."
    without = crossover.wording("observed_findings", "Fatigue scores were lower", text, "30 adults")
    assert talk(crossover, *[[without]] * 3).page == crossover.page
    another = crossover.wording(
        "observed_findings", "Fatigue scores were lower", text, "Fatigue scores", "Adverse events"
    )
    prompts = []
    assert talk(crossover, [another], prompts=prompts).page == crossover.page
    assert "reports another result" in prompts[1]
    right = crossover.wording(
        "observed_findings", "Fatigue scores were lower", text, "Fatigue scores"
    )
    assert len(talk(crossover, [right]).worded) == 1


def test_neighbours_may_be_joined_and_strangers_may_not(crossover):
    fatigue = crossover.number("observed_findings", "Fatigue scores were lower")
    sleep = crossover.number("observed_findings", "Sleep quality")
    harms = crossover.number("observed_findings", "Adverse events")
    joined = {
        "instead_of": [fatigue, sleep],
        "text": "Fatigue scores were lower with insulin than with placebo, but sleep quality did "
        "not differ between insulin and placebo.",
        "rests_on": [crossover.sentence("Fatigue scores"), crossover.sentence("Sleep quality")],
    }
    done = talk(crossover, [joined])
    assert len(done.worded) == 1
    assert len(done.page.statements()) == len(crossover.page.statements()) - 1
    wrong = {**joined, "instead_of": [fatigue, harms]}
    assert talk(crossover, [wrong]).page == crossover.page


def test_a_long_sentence_is_refused(crossover):
    good = better(crossover)
    long = {**good, "text": good["text"][:-1] + " and placebo" * 20 + "."}
    assert talk(crossover, [long]).page == crossover.page


def test_the_authors_conclusion_stays_theirs(crossover):
    bare = crossover.wording(
        "inferred_conclusions", "The authors write",
        "Insulin may reduce fatigue in chronic fatigue syndrome.", "Insulin may",
    )  # fmt: skip
    assert talk(crossover, [bare]).page == crossover.page
    theirs = {**bare, "text": "The authors think that insulin may reduce fatigue."}
    assert len(talk(crossover, [theirs]).worded) == 1


def test_a_page_that_the_gate_holds_is_not_asked_about(crossover):
    contradicted = msgspec.structs.replace(crossover.grades.badges["level"], value="E1 Replicated")
    badges = {**crossover.grades.badges, "level": contradicted}
    crossover.grades = msgspec.structs.replace(crossover.grades, badges=badges)
    assert crossover.conversation().ask() is None


def test_another_wording_of_ours_asks_nothing_anew_and_another_abstract_does(crossover, study):
    from tests.language_models import studies

    key = crossover.conversation().ask().key
    sections = tuple(
        msgspec.structs.replace(
            section,
            statements=tuple(
                msgspec.structs.replace(s, text=s.text + " ") for s in section.statements
            ),
        )
        for section in crossover.page.sections
    )
    crossover.page = msgspec.structs.replace(crossover.page, sections=sections)
    assert crossover.conversation().ask().key == key
    changed = studies.CROSSOVER["abstract"].replace("31 vs 38", "32 vs 38")
    assert study({**studies.CROSSOVER, "abstract": changed}).conversation().ask().key != key
