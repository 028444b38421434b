"""A hard word of Quick is explained where there is room, and not only the first of them."""

from __future__ import annotations

from .pages import page_that_passes, section

TITLE = "Acupuncture and moxibustion for ME/CFS: a randomised controlled trial"
COMPARED = (
    "We randomised 60 adults with ME/CFS to acupuncture or moxibustion. RESULTS: Fatigue was lower "
    "with acupuncture than with moxibustion (p = 0.01)."
)


def test_two_hard_words_of_quick_are_both_explained_where_there_is_room():
    told = " ".join(section(page_that_passes(TITLE, COMPARED), "quick_summary"))
    assert "acupuncture (" in told
    assert "moxibustion (" in told


def test_a_word_is_explained_once_in_quick():
    told = " ".join(section(page_that_passes(TITLE, COMPARED), "quick_summary"))
    assert told.count("acupuncture (") == 1
