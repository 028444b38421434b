"""The main result in Quick says of whom it is, and the sentence that holds it is told whole."""

from __future__ import annotations

import pytest

from evidence_atlas.writing.sentences.empty_results import unnamed_groups
from evidence_atlas.writing.words.clause import swapped

from .pages import quick_of
from .test_authors_report import SURVEY


def test_groups_that_the_authors_name_are_named():
    told = " ".join(
        quick_of(
            SURVEY + "Bakers with a damp room did not experience fewer symptoms than bakers with a "
            "dry room (1.83 ± 0.85; 1.75 ± 0.89, p = 0.376).",
            "Symptoms of bakers with asthma",
        )
    )
    assert "Bakers with a damp room" in told and "bakers with a dry room" in told
    assert not unnamed_groups(told)


@pytest.mark.parametrize(
    "text", ["no clear difference between the groups", "it fell in both groups"]
)
def test_the_groups_alone_name_nobody(text):
    assert unnamed_groups(text)


def test_a_share_behind_a_comma_stays_with_the_share_before_it():
    told = quick_of(
        SURVEY + "In all, 68.6% of adults had a cough, with 16.2% having it each night.",
        "Cough in adults with asthma",
    )
    assert any("68.6% of adults had a cough, with 16.2% having it each night" in s for s in told)


@pytest.mark.parametrize(
    "claim",
    [
        "asthma imposes a heavy load on schools and on families",
        "mould further complicates the care of asthma in old homes",
        "adults with asthma encountered closed doors in every clinic",
    ],
)
def test_a_conclusion_is_told_whatever_its_verb(claim):
    told = quick_of(
        SURVEY + f"CONCLUSIONS: {claim[0].upper()}{claim[1:]}.", "What asthma is to those around it"
    )
    assert any(claim.split(" ", 1)[1] in s for s in told)


@pytest.mark.parametrize(
    "text",
    [
        "Adults who suffered severe asthma",
        "the many adults with asthma that died during the winter",
        "damp homes with characterised moulds",
    ],
)
def test_what_has_no_verb_of_its_own_is_no_conclusion(text):
    told = quick_of(SURVEY + f"CONCLUSIONS: {text}.", "What asthma is to those around it")
    assert not any(text.split(" ", 1)[1] in s for s in told)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("adults thought to suffer from asthma", "adults thought to have asthma"),
        ("bakers suffered from asthma", "bakers had asthma"),
    ],
)
def test_suffering_is_having_in_its_own_tense(text, plain):
    assert swapped(text) == plain
