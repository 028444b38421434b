"""A sentence is not cut within the name of a thing."""

from __future__ import annotations

from evidence_atlas.reading.text.sentences import split


def test_a_name_with_a_full_stop_before_its_hyphen_is_not_cut():
    text = "Early signs are those of host-vs.-graft disease, which shows a role. We saw more."
    assert [text[s.start : s.end] for s in split(text)] == [
        "Early signs are those of host-vs.-graft disease, which shows a role.",
        "We saw more.",
    ]
