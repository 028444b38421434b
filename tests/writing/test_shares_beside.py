"""How often stands beside what the authors report, below Quick: all shares of a finding or none."""

from __future__ import annotations

import pytest

from evidence_atlas.writing.authors.authors_report import reported as in_their_words
from evidence_atlas.writing.authors.shares_beside import with_shares_beside

from .pages import material, page_that_passes, section

TITLE = "Work and rest of dental teams with long COVID: a survey"
ASKED = "METHODS: We asked 300 adults with long COVID of dental teams. RESULTS: "


def observed(found: str) -> str:
    return " ".join(section(page_that_passes(TITLE, ASKED + found), "observed_findings"))


def test_two_shares_that_are_set_against_each_other_stand_behind_the_words_they_are_of():
    told = observed(
        "Our results showed lower vaccination rates among dental helpers compared to dentists "
        "(84.2% vs. 95.9%)."
    )
    assert "compared to dentists (84.2% vs. 95.9%)" in told


def reported(found: str) -> list[str]:
    """What the authors are told to report of a sentence, in each way, with its shares."""
    m = material(TITLE, ASKED + found)
    at = next(i for i, s in enumerate(m.reading.sentences) if found[:20] in s.text)
    return [s.text for s in with_shares_beside(m, [*in_their_words(m, at, coded=True)])]


def test_what_was_had_by_some_is_not_told_as_had_by_all():
    told = reported("At one month, cough (52.9%) and weakness (21.7%) persisted.")
    assert any("cough (52.9%) and weakness (21.7%) persisted" in s for s in told)


@pytest.mark.parametrize(
    "found",
    [
        # The first share is told with more than itself.
        "At one month, cough (52.9% [95% CI 40 to 60]) and weakness (21.7%) persisted.",
        # They stand the other way round than the words say.
        "We found lower vaccination rates in helpers compared to dentists (95.9% vs. 84.2%).",
        # It is not sure which of two it is of.
        "At one month, severe cough (52.9%) and severe cough (21.7%) persisted.",
    ],
)
def test_some_of_a_finding_s_shares_are_not_told_without_the_others(found):
    told = reported(found)
    assert told
    assert not any("%" in s for s in told)
