"""Plain records, one JSON object a line, are taken as they are, lists or strings."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_atlas.records import (
    AbstractSection,
    Author,
    Correction,
    Item,
    Keyword,
    Problem,
    PubDate,
    Record,
)
from evidence_atlas.sources import read_file


def items(folder: Path, *values: object) -> list[Item]:
    path = folder / "some.jsonl"
    path.write_text("".join(json.dumps(v) + "\n" for v in values), encoding="utf-8")
    return list(read_file(path))


def one(folder: Path, value: object) -> Record:
    (item,) = items(folder, value)
    assert isinstance(item, Record)
    return item


def test_lists_and_strings_mean_the_same(tmp_path: Path) -> None:
    as_lists = one(
        tmp_path,
        {
            "PMID": 123, "doi": "https://doi.org/10.1000/x", "title": " Asthma  in towns ",
            "abstract": " Two\n blanks  stay. ", "authors": ["See DM", "Tilles, Jeremiah G."],
            "journal": "Thorax", "year": 1996, "keywords": ["asthma", "town"],
            "publication_types": ["Journal Article", "Review"],
        },
    )  # fmt: skip
    as_text = one(
        tmp_path,
        {
            "pmid": "123", "doi": "10.1000/x", "title": "Asthma in towns",
            "abstract": " Two\n blanks  stay. ", "authors": "See DM; Tilles, Jeremiah G.",
            "journal": "Thorax", "year": "1996", "keywords": "asthma, town",
            "publication_types": "Journal Article; Review", "unknown": {"a": [1]},
        },
    )  # fmt: skip
    assert as_lists.authors == (
        Author(last="See", fore="DM", initials="DM"),
        Author(last="Tilles", fore="Jeremiah G.", initials="JG"),
    )
    assert as_lists.abstract == (AbstractSection(text=" Two\n blanks  stay. "),)
    assert (as_lists.pmid, as_lists.doi, as_lists.title) == ("123", "10.1000/x", "Asthma in towns")
    assert as_lists.dates.published == PubDate(year=1996)
    assert as_lists.keywords == (Keyword(text="asthma"), Keyword(text="town"))
    assert as_lists.publication_types == ("Journal Article", "Review")
    for field in ("pmid", "doi", "title", "abstract", "authors", "journal", "dates", "keywords"):
        assert getattr(as_lists, field) == getattr(as_text, field)


def test_bibtex_authors_and_groups(tmp_path: Path) -> None:
    text = "von Arx, Aline S. and Lin, Hsi-Yuan and The Asthma Consortium"
    assert one(tmp_path, {"title": "T", "authors": text}).authors == (
        Author(last="von Arx", fore="Aline S.", initials="AS"),
        Author(last="Lin", fore="Hsi-Yuan", initials="HY"),
        Author(collective="The Asthma Consortium"),
    )


def test_corrections_are_kept(tmp_path: Path) -> None:
    cc = [{"type": "RetractionIn", "pmid": "9", "source": "Thorax. 2001;1:1"}]
    assert one(tmp_path, {"title": "T", "comments_corrections": cc}).corrections == (
        Correction(kind="RetractionIn", pmid="9", citation="Thorax. 2001;1:1"),
    )


@pytest.mark.parametrize(
    ("given_kind", "abstract", "kind"),
    [("", "Text.", "original"), ("retold", "Text.", "retold"), ("original", "", "none")],
)
def test_the_kind_of_abstract(tmp_path: Path, given_kind: str, abstract: str, kind: str) -> None:
    value = {"title": "T", "abstract": abstract, "abstract_kind": given_kind}
    assert one(tmp_path, value).abstract_kind == kind


@pytest.mark.parametrize(
    ("pmid", "taken", "pmcid"),
    [("", None, None), ("not yet assigned", None, None), ("PMC12", None, "PMC12"),
     ("PMID: 77", "77", None)],
)  # fmt: skip
def test_what_stands_where_a_pmid_should(
    tmp_path: Path, pmid: str, taken: str | None, pmcid: str | None
) -> None:
    record = one(tmp_path, {"pmid": pmid, "title": "T"})
    assert (record.pmid, record.pmcid) == (taken, pmcid)


def test_a_bad_line_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "some.jsonl.gz"
    lines = ['{"title": "One"}', "", "{oops", "[1]", '{"pmid": "12x", "title": "T"}', "{}",
             '{"title": {"a": 1}}', '{"title": "Two"}']  # fmt: skip
    path.write_bytes(gzip.compress("\n".join(lines).encode()))
    found = list(read_file(path))
    assert [i.title for i in found if isinstance(i, Record)] == ["One", "Two"]
    assert [(i.place, i.message[:24]) for i in found if isinstance(i, Problem)] == [
        ("line 3", "the line is not JSON (Ex"),
        ("line 4", "the line is JSON, but no"),
        ("line 5", "the PMID is not a number"),
        ("line 6", "the record has neither a"),
        ("line 7", "title is neither text no"),
    ]


@settings(max_examples=80, deadline=None)
@given(abstract=st.text())
def test_the_abstract_is_not_changed(
    tmp_path_factory: pytest.TempPathFactory, abstract: str
) -> None:
    folder = tmp_path_factory.mktemp("text")
    sound = abstract.encode("utf-8", "replace").decode()
    found = one(folder, {"title": "T", "abstract": abstract}).abstract
    assert found == ((AbstractSection(text=sound),) if sound.strip() else ())


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["name", "last", "type", "pmid"]), inner, max_size=3)
    ),
    max_leaves=6,
)
NAMES = ["pmid", "doi", "title", "abstract", "authors", "journal", "year", "keywords", "cc",
         "publication_types", "mesh", "language", "pages", "abstract_kind"]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(value=st.dictionaries(st.sampled_from(NAMES), JSON, min_size=1))
def test_any_json_is_a_record_or_a_problem(
    tmp_path_factory: pytest.TempPathFactory, value: dict[str, object]
) -> None:
    (item,) = items(tmp_path_factory.mktemp("any"), value)
    assert isinstance(item, Record | Problem)
