"""How long and how hard the Quick Summary may be."""

from __future__ import annotations

from collections.abc import Iterable

from ..said import Said
from ..words.names import length_seen

QUICK_WORDS = 80
"""Every name counts as a long one, so that the limit chooses the same sentences for all names."""
QUICK_SENTENCES = 5
QUICK_GRADE = 11.0
"""The Flesch-Kincaid grade up to which a sentence that has a plainer one is told."""
QUICK_GRADE_OR_NOTHING = 12.0
"""The same where nothing of what was found could be told instead."""
QUICK_GRADE_OF_THE_MAIN = 12.0
"""Up to which the main result's shortest form stays where another result is hardly plainer."""
QUICK_GRADE_OF_ALL = 13.5
"""And where no form of it is left to try and nothing else of what was found could be told."""
CERTAINTY = ("certainty",)
"""What the sentence tells about that says how sure the atlas is."""
NOT_TOLD = ("results",)
"""What the sentence tells about that says that no result can be told."""
QUICK_GRADE_OF_A_PAPER = 11.5
"""The same for a paper that is no single study: a review is known by the hard words of its
subject, and these papers are one in three."""
QUICK_GRADE_WITH_SUBJECT = 12.0
"""And where only the title's own words tell what the paper is about: "This review gathered studies
on long COVID", of one on vaccines, is plain and untrue."""
QUICK_GRADE_OF_TITLE = 13.5
"""And where the subject is all that Quick tells, or adds only a few words to it."""
QUICK_GRADE_OF_A_TURN = 18.0
"""Of one sentence, up to which it is told right behind the finding that it turns from."""
QUICK_GRADE_OF_MORE = 9.0
"""Up to which an opening that names people and illness says also what the study was about."""

QUICK_GRADE_WITH_AIM = 9.7
"""Up to which it says what the study was to find out: that one longer sentence tells more than a
title's first words do, and the 95th percentile of all Quicks stays where it was."""
QUICK_GRADES_OF_A_MESSAGE = (QUICK_GRADE_OF_A_PAPER, 12.3)
"""Grades for what such a paper says, the plainest first: with no more than its subject Quick would
tell nothing. With these two bounds the 95th percentile of all
Quicks is 10.0 by textstat."""


def within_words(told: Iterable[Said]) -> bool:
    """Whether the sentences together are no longer than Quick may be."""
    return sum(length_seen(s.text) for s in told) <= QUICK_WORDS
