"""The main result is told though its sentence has a long end, rows of markers or a rare verb.

The texts are invented; each is read by the real reader and told by the real writer.
"""

from __future__ import annotations

from evidence_atlas.writing.sentences.markers_together import markers_together

from .pages import page_that_passes, told_in

COHORT = (
    "BACKGROUND: Dust is common in mills. METHODS: In this prospective cohort study, 120 adults "
    "with asthma were followed for two years. RESULTS: "
)


def quick(results: str, title: str = "Dust and asthma in mill workers: a cohort study") -> str:
    return told_in(page_that_passes(title, COHORT + results), "quick_summary")


def test_those_named_last_are_left_out_where_a_sentence_is_long() -> None:
    said = quick(
        "Weavers and spinners of the night shift were more likely to have a lasting cough, "
        "alongside cooks, clerks, drivers and porters with a rash and all of those living outside "
        "of the oldest or the newest houses of the mill town or in a house without a window."
    )
    assert "that weavers and spinners of the night shift were more likely" in said
    assert "porters" not in said


def test_of_two_rows_of_markers_it_is_told_which_rose_and_which_fell() -> None:
    text = "it had an increase in QX-7, ZTR, and WLP-3 and a decrease in QX-9, ZZR, and WKP-3"
    told = "it had an increase in several markers and a decrease in several others"
    assert markers_together(text, both=True)[0] == told
    alike = text.replace("a decrease", "an increase")
    assert markers_together(alike, both=True) == (alike, ())
    assert markers_together(text) == (text, ())


def test_two_rows_of_markers_are_told_where_nothing_else_can_be() -> None:
    said = quick(
        "Mill fever was characterized by an increase in QX-7, ZTR, and WLP-3 and a decrease in "
        "QX-9, ZZR, and WKP-3.",
        "Mill fever and markers in blood: a cohort study",
    )
    assert "an increase in several markers and a decrease in several others" in said


def test_a_gas_that_everybody_knows_is_no_unknown_short_form() -> None:
    said = quick("Shorter ways to the mill prevented 15,501 kg of CO₂ emissions in the QX-7 area.")
    assert "15,501 kg of CO₂ emissions" in said


def test_what_a_model_recognizes_is_told_without_what_it_tells_apart() -> None:
    told = quick(
        "Our layered model accurately recognizes wheeze-laden recordings in the independent "
        "testing set, and differentiates asthma from hypersensitivity pneumonitis, "
        "bronchopulmonary aspergillosis, lymphangioleiomyomatosis, and sarcoidosis.",
        "A layered model of breath sounds in asthma",
    )
    assert "their layered model accurately recognizes wheeze-laden recordings" in told
    assert "sarcoidosis" not in told
