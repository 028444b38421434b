"""Numbers checked: what the abstract prints, the working, and a verdict, none of it on people."""

from __future__ import annotations

import msgspec

from evidence_atlas import checking
from evidence_atlas.records import NumberCheck, QuoteSupport

from .test_rows_as_stated import page


def study(make, *checks: tuple):
    """A trial whose reading has these checks: kind, verdict, claim, steps, and where it stands."""
    trial = make.trial()
    trial.facts["numbers_checked"] = tuple(
        NumberCheck(
            kind=kind, verdict=verdict, claim=claim, steps=steps, working=" ".join(steps),
            quote=trial.quote(where), tried=("rounded", "cut off") if verdict != "fits" else (),
        )
        for kind, verdict, claim, steps, where in checks
    )  # fmt: skip
    return trial


UNFIT = ("percentage", "does not fit under the readings tried", "161 of 250 is 74 %",
         ("Worked out again, 161 divided by 250 is 64.4 %.",), "161 were analysed")  # fmt: skip
FIT = ("percentage", "fits", "161 of 250 is 64 %", ("161 divided by 250 is 64.4 %.",), "250 adults")
OTHER = ("percentage", "fits", "89 of 250 is 36 %", ("89 divided by 250 is 35.6 %.",), "asthma to")
GLOSS = "If ± is an SD (SD: how far people differ), p is about .02."
OPEN = ("means", "cannot tell", "wheezing, with p = 0.01", (GLOSS, "So we cannot tell."),
        "wheezing was lower")  # fmt: skip
AGAIN = ("means", "cannot tell", "sleep, with p = 0.01", (GLOSS, "So we cannot tell."), "Sleep")


def test_what_does_not_fit_is_told_with_its_working(make):
    assert study(make, UNFIT).told("numbers_checked") == [
        "Does not fit under the readings tried: The abstract says that 161 of 250 is 74 %.",
        "Does not fit under the readings tried: Worked out again, 161 divided by 250 is 64.4 %.",
        "Does not fit under the readings tried: Readings tried: rounded; cut off.",
        "Does not fit under the readings tried: So these figures do not go together as they are "
        "printed; which of them is off, or why, the abstract does not show.",
    ]


def test_what_fits_is_told_together_and_last(make):
    assert study(make, UNFIT, FIT, OTHER).told("numbers_checked")[4:] == [
        "Fits: The counts give the percentages that the abstract prints: 161 of 250 is 64 %; "
        "89 of 250 is 36 %."
    ]


def test_p_is_explained_once_and_no_gloss_is_given_twice(make):
    told = " ".join(study(make, OPEN, AGAIN).told("numbers_checked"))
    assert told.count("how often chance alone") == 1
    assert told.count("how far people differ") == 1
    assert told.count("So we cannot tell.") == 2


RATIO = ("interval", "fits", "aOR 1.9 (95 % CI 1.5 to 2.4) has p = 0.01", ("Middle.",), "Sleep")


def test_the_names_of_figures_are_explained_before_them_and_a_fit_says_what_it_is(make):
    told = study(make, RATIO).told("numbers_checked")
    assert told[0].startswith("What the names of the figures say: the aOR compares odds")
    assert "the CI says in which range the true value likely lies" in told[0]
    assert told[1].startswith("The figure p says how often chance alone")
    assert "aOR 1.9 (95 % CI 1.5 to 2.4) has p = 0.01" in told[2]
    assert told[3] == (
        "Fits: That these figures fit means that they agree with one another; it does not mean "
        "that the result is right."
    )


def test_counts_need_no_name_explained(make):
    (told,) = study(make, FIT).told("numbers_checked")
    assert told.startswith("Fits: The counts give the percentages")


CAME = "Worked out from the figure and its range, p comes out under 0.001."
LIMIT = ("interval", "cannot tell", "β 1.3 (95 % CI 1.1 to 1.5) has p = 0.01", (CAME, "One end."),
         "Sleep")  # fmt: skip
LIMIT_TOO = ("interval", "cannot tell", "β 2.3 (95 % CI 2.1 to 2.5) has p = 0.02",
             (CAME, "Other end."), "wheezing was lower")  # fmt: skip


def test_what_came_out_is_told_of_each_figure_though_it_be_the_same(make):
    told = " ".join(study(make, LIMIT, LIMIT_TOO).told("numbers_checked"))
    assert told.count("p comes out under 0.001") == 2


def test_nothing_to_check_is_no_section(make):
    assert study(make).section("numbers_checked") == ()


def test_every_sentence_opens_where_the_figures_stand_and_the_working(make):
    told = study(make, UNFIT, OPEN, FIT).section("numbers_checked")
    assert any(statement.label for statement in told)
    for statement in told:
        rules = [s for s in statement.support if not isinstance(s, QuoteSupport)]
        assert rules
        if statement.label:
            assert any(isinstance(s, QuoteSupport) for s in statement.support)
            assert "Working:" in rules[0].text


def test_the_gate_lets_the_section_pass_and_sees_a_changed_number(make):
    trial = study(make, UNFIT, OPEN, AGAIN, FIT, OTHER)
    page = trial.page()
    own = {s.id for x in page.sections if x.name == "numbers_checked" for s in x.statements}

    def held(page) -> list[str]:
        flags = checking.check(
            page, trial.record, trial.reading, trial.grades, (), {}, make.condition
        )
        return [f.code for f in flags if f.severity == "CRITICAL" and f.statement in own]

    assert held(page) == []
    sections = tuple(
        msgspec.structs.replace(
            x,
            statements=tuple(
                msgspec.structs.replace(s, text=s.text.replace("161 of 250", "181 of 250"))
                for s in x.statements
            ),
        )
        for x in page.sections
    )
    assert "number-not-in-support" in held(msgspec.structs.replace(page, sections=sections))


def test_a_figure_that_fits_is_told_with_the_words_that_say_of_what_it_is():
    told = page(
        "Salt caves and asthma: a cohort study",
        "METHODS: We followed 900 miners. RESULTS: Miners of salt more often had gout (odds ratio "
        "1.90, 95% CI 1.50 to 2.40) and less often had a lasting cough (odds ratio 0.60, 95% CI "
        "0.45 to 0.80).",
    )["numbers_checked"]
    fits = next(t for t in told if "lies in its place" in t)
    assert "had gout”: odds ratio 1.90" in fits
    assert "had a lasting cough”: odds ratio 0.60" in fits
    assert "gives the p" not in fits  # None is printed.


def test_another_figures_range_does_not_stand_in_front_of_a_figure():
    made = page(
        "Dust and cough in bakers",
        "We followed 655 bakers. RESULTS: Flour, but not sugar, was associated with cough "
        "(adjusted odds ratio [aOR] = 7.3, 95% confidence interval (CI): 3.6-15.8 and aOR = 2.2, "
        "95% CI: 0.9-4.8, respectively).",
    )
    told = made["numbers_checked"]
    assert any("aOR 2.2" in s for s in told)
    assert not any("15.8" in s and "2.2" in s and "7.3" not in s for s in told)


def test_nothing_of_a_retelling_is_quoted_beside_its_figures(make):
    trial = study(make, RATIO)
    trial.retold = True
    assert not any("“" in t for t in trial.told("numbers_checked"))
