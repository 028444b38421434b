"""A scale told by what it measures, and groups by what they had, are those of the words quoted."""

from __future__ import annotations

import msgspec
import pytest
from tests.checking.conftest import Desk

from evidence_atlas.records import AbstractSection, RuleSupport, Scale, quoted

WHEEZE = Scale(
    name="Wheeze Index", pattern=r"\bWheeze Index\b|\bWI\b", measures="wheeze", better="lower",
    source="Rossi 2001",
)  # fmt: skip
SAYS = (
    "Glossary: Wheeze Index means the score for wheeze (lower is better). The page says what it "
    "measures, and not its name. Source: Rossi 2001."
)
OF_INDEX = "The Wheeze Index was lower with the inhaler than with placebo."
OF_GROUPS = "Wheeze fell more in the inhaler group than in the placebo group."
OF_SLEEP = "Sleep was better with the inhaler than with placebo."


@pytest.fixture
def study(desk: Desk) -> Desk:
    text = f"{OF_INDEX} {OF_GROUPS} {OF_SLEEP}"
    condition = msgspec.structs.replace(desk.condition, scales=(WHEEZE,))
    return desk.with_record(abstract=(AbstractSection(text=text),)).changed(condition=condition)


def codes(study: Desk, told: str, words: str, rule: str, says: str) -> list[str]:
    support = (quoted(study.quote(words)), RuleSupport(rule=rule, text=says))
    return study.codes(study.say(told, support=support, section="strengths"))


@pytest.mark.parametrize(
    ("told", "words", "says", "code"),
    [
        # The scale is quoted, and the end that is better is the one of the table.
        ("The score for wheeze (lower is better) was lower.", OF_INDEX, SAYS, None),
        (
            "The score for wheeze (higher is better) was lower.",
            OF_INDEX,
            SAYS,
            "direction-contradicts",
        ),
        # Another sentence, which names no such scale; a source that is not the table's.
        ("The score for wheeze (lower is better) was lower.", OF_SLEEP, SAYS, "support-mismatch"),
        (
            "The score for wheeze (lower is better) was lower.",
            OF_INDEX,
            SAYS.replace("Rossi 2001", "Berg 1999"),
            "support-mismatch",
        ),
    ],
)
def test_a_scale_is_told_by_what_it_measures_as_the_table_has_it(study, told, words, says, code):
    found = codes(study, told, words, "glossary-scale", says)
    both = {"direction-contradicts", "support-mismatch"} & set(found)
    assert code in both if code else not both


def test_which_end_is_better_is_not_said_without_a_scale(study: Desk):
    told = "Sleep (higher is better) was better with the inhaler than with placebo."
    support = (quoted(study.quote(OF_SLEEP)),)
    assert "direction-contradicts" in study.codes(
        study.say(told, support=support, section="strengths")
    )


@pytest.mark.parametrize(
    ("told", "exchanged"),
    [
        ("Wheeze fell more with inhaler than with placebo.", False),
        ("Wheeze fell more with placebo than with inhaler.", True),
    ],
)
def test_groups_told_by_what_they_had_keep_their_order(study: Desk, told: str, exchanged: bool):
    says = "Two groups are told by what they had."
    flags = study.flags(
        study.say(
            told, support=(quoted(study.quote(OF_GROUPS)),
                           RuleSupport(rule="between-retold", text=says)), section="strengths",
        )
    )  # fmt: skip
    assert any("the groups are exchanged" in f.detail for f in flags) is exchanged


def test_groups_told_by_what_they_had_have_two_groups_quoted(study: Desk):
    told = "Sleep was better with inhaler than with placebo."
    assert "direction-contradicts" in codes(study, told, OF_SLEEP, "between-retold", "Two groups.")
