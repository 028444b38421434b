"""A record that has lost its title is written like any other, and its page needs none."""

from __future__ import annotations

import pytest

from .pages import page

TEXTS = {
    "comparison": "OBJECTIVE: To compare sleep. METHODS: We compared 40 adults with long COVID "
    "with 40 healthy controls. RESULTS: Sleep was worse in long COVID than in controls.",
    "groups without numbers": "We compared women with long COVID with women without long COVID. "
    "RESULTS: Fatigue was higher in women with long COVID.",
    "trial": "METHODS: 60 adults with ME/CFS were randomised to yoga or usual care for 8 weeks. "
    "RESULTS: Fatigue was lower with yoga than with usual care. No harms were reported.",
    "interviews": "METHODS: We held interviews with 14 people with long COVID about their work. "
    "RESULTS: Most said that work had become hard.",
    "review": "METHODS: We searched three databases and included 14 studies of long COVID. "
    "RESULTS: Fatigue was the most common symptom.",
    "case": "A 34-year-old woman with long COVID and POTS was given a beta blocker. "
    "Her heart rate fell within two weeks.",
    "plan": "INTRODUCTION: This trial will compare yoga with usual care. METHODS: 60 adults with "
    "ME/CFS will be randomised. Fatigue will be measured after 8 weeks.",
    "animals": "METHODS: Mice were infected with SARS-CoV-2. RESULTS: Mice ran less after it.",
    "opinion": "Long COVID needs better words. We argue that names matter to those who are ill.",
}


@pytest.mark.parametrize("kind", TEXTS)
def test_a_record_without_a_title_has_its_page(kind):
    told = [s for s in page("", TEXTS[kind], ()).statements() if s.section == "quick_summary"]
    assert told and told[0].text
