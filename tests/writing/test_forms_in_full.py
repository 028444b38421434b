"""Quick says in words what a short form stands for, and calls an illness by the name all know."""

from __future__ import annotations

import pytest

from evidence_atlas.conditions import load
from evidence_atlas.writing.glossary.plain_words import Glosser
from evidence_atlas.writing.said import Said

from .pages import page, quick_of

ILLNESS = load("mecfs")
ASKED = (
    "METHODS: We tested 40 people with asthma and 40 healthy controls. We measured "
    "forced expiratory volume (FEV) and took magnetic resonance imaging (MRI). RESULTS: "
)


@pytest.mark.parametrize(
    ("found", "told", "not_told"),
    [
        ("FEV was lower in people with asthma.", "orced expiratory volume", "FEV"),
        # Met more often than its words.
        ("MRI signs were more common in people with asthma.", "MRI", "resonance"),
    ],
)
def test_a_short_form_is_told_in_the_words_of_the_abstract(found, told, not_told):
    quick = " ".join(quick_of(ASKED + found))
    assert told in quick
    assert not_told not in quick


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Men had less PASC than women.", "Men had less long COVID than women."),
        ("PASC symptoms were common.", "Long COVID symptoms were common."),
        (
            "Nurses looked at post-acute sequelae of COVID-19 and flu.",
            "Nurses looked at long COVID and flu.",
        ),
        # Beside the other name, and in the name of another thing, it stays.
        ("They had long COVID (PASC).", "They had long COVID (PASC)."),
        ("They met the PASC index.", "They met the PASC index."),
        (
            "Few had PASC, also known as long COVID.",
            "Few had PASC, also known as long COVID.",
        ),
        ("Neuro-PASC was rare.", "Neuro-PASC was rare."),
    ],
)
def test_quick_calls_long_covid_by_its_common_name(said, told):
    spoken = Glosser(ILLNESS, said).apply(Said(said, (), lay=True), gloss=False)
    assert spoken.text == told


def test_below_quick_the_name_of_the_paper_stays_and_is_explained():
    spoken = Glosser(ILLNESS, "Men had less PASC.").apply(Said("Men had less PASC.", ()))
    assert spoken.text == "Men had less PASC (symptoms that last after COVID)."


def test_what_the_authors_argue_has_one_leading_clause():
    argued = "CONCLUSIONS: We argue that poor sleep may go with asthma in those with low FEV."
    made = page("Asthma and sleep", f"{ASKED}FEV was lower in asthma. {argued}")
    told = " ".join(s.text for s in made.statements())
    assert "The authors argue that poor sleep may go with asthma" in told
    assert "that they argue" not in told
