"""What a change does to the pages is shown by the lines that went and came."""

from __future__ import annotations

from typing import Any

from benchmarks import page_changes
from benchmarks.together import Written, alone

from evidence_atlas.conditions import load
from evidence_atlas.records import Flag

from .writing.pages import record_of


def kept(*lines: list[str], **more: Any) -> page_changes.Kept:
    page = {"key": "a", "pmid": "1", "title": "Dust", "abstract": [[None, "Dust was found."]]}
    return {**page, "bare": False, "lines": list(lines), "held": [], **more}


def test_only_the_lines_that_differ_are_shown():
    before, now = (
        kept(["quick", "One."], ["deep", "Two."]),
        kept(["quick", "Three."], ["deep", "Two."]),
    )
    assert page_changes.changed([before], [now]) == {"1": ["- quick  One.", "+ quick  Three."]}
    assert page_changes.changed([now], [now]) == {}


def test_a_page_is_shown_beside_its_abstract_with_what_the_gate_holds_it_for():
    shown = page_changes.shown(kept(["quick", "One."], held=["advice: “should”"]))
    assert "Dust was found." in shown
    assert "  [quick] One." in shown
    assert "  HELD advice: “should”" in shown


def test_a_page_is_kept_with_its_lines_and_the_reasons_it_is_held_for(monkeypatch):
    one = alone(record_of("Dust in bakers", "We asked 30 bakers. They coughed."), load("mecfs"))
    assert page_changes.kept(one)["held"] == []
    flag = Flag(code="advice", severity="CRITICAL", statement=None, detail="“should”")
    monkeypatch.setattr(Written, "flags", lambda self: (flag,))
    page = page_changes.kept(one)
    assert page["lines"]
    assert page["held"] == ["advice: “should”"]
