"""A study in animals and in cells is told as one in both."""

from __future__ import annotations


def test_a_study_in_both_is_told_as_one_in_both(make):
    text = "In mice and in cultured lung cells, blocks of salt lowered inflammation."
    study = make.study(text, study_type="Animal")
    study.facts = {"subjects": ("animal", "cells")}
    first = study.told("quick_summary")[0]
    assert "animals and in cells in a dish" in first or "mice and in cells in a dish" in first


def test_a_study_in_animals_alone_is_told_as_that(make):
    study = make.study("In mice, blocks of salt lowered inflammation.", study_type="Animal")
    study.facts = {"subjects": ("animal",)}
    assert "cells" not in study.told("quick_summary")[0]
