"""A folder of guides is read, or the reader of it is told where it is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from evidence_atlas import conditions

GUIDE = """
key = "what"
title = "What?"
summary = "Short."
[[section]]
title = "A"
[[section.told]]
text = "A sentence."
sources = ["paper"]
"""
SOURCES = """
[[sources]]
key = "paper"
citation = "A paper."
"""


def folder(tmp_path: Path, **files: str) -> Path:
    (tmp_path / "guides").mkdir()
    for name, text in files.items():
        (tmp_path / "guides" / f"{name}.toml").write_text(text, encoding="utf-8")
    return tmp_path


def test_guides_come_in_their_order(tmp_path: Path) -> None:
    second = "order = 2\n" + GUIDE
    first = "order = 1\n" + GUIDE.replace('"what"', '"why"')
    found = conditions.load_guides(folder(tmp_path, a=second, b=first, sources=SOURCES))
    assert [g.key for g in found.guides] == ["why", "what"]
    assert found.guides[0].section[0].told[0].sources == ("paper",)


def test_a_folder_without_guides_has_none(tmp_path: Path) -> None:
    assert conditions.load_guides(tmp_path).guides == ()
    assert conditions.measured(tmp_path) == []


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"a": GUIDE}, "no source `paper`"),
        ({"a": GUIDE, "b": GUIDE, "sources": SOURCES}, "`what` stands twice"),
        ({"a": GUIDE, "sources": SOURCES + SOURCES}, "`paper` stands twice"),
        ({"a": GUIDE.replace("title", "name", 1), "sources": SOURCES}, "title"),
        ({"a": GUIDE.replace('"what"', '"What is"'), "sources": SOURCES}, "only a-z"),
        ({"a": "key = ", "sources": SOURCES}, "a.toml"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, files: dict[str, str], said: str) -> None:
    with pytest.raises(conditions.ConditionError, match=said):
        conditions.load_guides(folder(tmp_path, **files))


def test_a_scorecard_that_is_no_json_is_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "scorecard.json").write_text("{")
    with pytest.raises(conditions.ConditionError, match=r"scorecard\.json"):
        conditions.measured(tmp_path)


@pytest.mark.parametrize(
    "place, why",
    [
        ('places.other = { at = "page 3" }', "no source"),
        (f'places.paper = {{ quote = "{"word " * 26}" }}', "more than 25 words"),
    ],
)
def test_a_place_is_one_in_a_source_that_the_sentence_names_and_its_quotation_short(
    tmp_path: Path, place: str, why: str
) -> None:
    with pytest.raises(conditions.ConditionError, match=why):
        conditions.load_guides(folder(tmp_path, a=GUIDE + place, sources=SOURCES))


def test_where_in_a_source_a_sentence_stands_is_read(tmp_path: Path) -> None:
    place = 'places.paper = { at = "Box 2", quote = "Some words" }'
    found = conditions.load_guides(folder(tmp_path, a=GUIDE + place, sources=SOURCES))
    told = found.guides[0].section[0].told[0].places["paper"]
    assert (told.at, told.quote) == ("Box 2", "Some words")
