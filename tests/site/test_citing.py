"""Citations: what reference managers get."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from evidence_atlas.records import Author, Journal
from evidence_atlas.site import citing

from . import library as small_atlas

STUDY = "/evidence/see-1996-alpha-interferon"


def test_the_paper_is_cited_first_as_vancouver_style_prints_it() -> None:
    assert citing.paper(small_atlas.interferon().record) == (
        "See DM, Tilles JG. alpha-Interferon treatment of patients with chronic fatigue "
        "syndrome. Immunological Investigations. 1996;25(1-2):153-64. doi:10.1000/made.up.1. "
        "PMID: 1."
    )


def test_the_atlas_s_reading_is_dated_by_its_edition() -> None:
    study = small_atlas.interferon()
    edition = citing.Edition(id="abc", day="2026-11-22")
    assert citing.reading(study, "Asthma Atlas", edition, "https://example.org/e") == (
        "Asthma Atlas. Reading of “alpha-Interferon treatment of patients with chronic fatigue "
        "syndrome”, edition of 2026-11-22, page version "
        f"{study.version[:12]}. https://example.org/e"
    )


def test_more_than_six_authors_are_cut_with_et_al() -> None:
    record = small_atlas.interferon().record
    many = tuple(Author(last=f"Doe{n}", initials="J") for n in range(8))
    assert citing.author_list(msgspec.structs.replace(record, authors=many)) == (
        "Doe0 J, Doe1 J, Doe2 J, Doe3 J, Doe4 J, Doe5 J, et al."
    )


def test_a_group_signs_by_its_own_name() -> None:
    assert citing.author_name(Author(collective="The Asthma Group")) == "The Asthma Group"


def test_bibtex() -> None:
    assert citing.bibtex(small_atlas.interferon()) == (
        "@article{see-1996-alpha-interferon,\n"
        "  author = {See, Darryl M and Tilles, Jeremiah G},\n"
        "  title = {{alpha-Interferon treatment of patients with chronic fatigue syndrome}},\n"
        "  journal = {Immunological Investigations},\n"
        "  year = {1996},\n  volume = {25},\n  number = {1-2},\n  pages = {153--64},\n"
        "  doi = {10.1000/made.up.1},\n  pmid = {1}\n}\n"
    )


def test_ris() -> None:
    assert citing.ris(small_atlas.interferon()).split("\r\n") == [
        "TY  - JOUR",
        "AU  - See, Darryl M",
        "AU  - Tilles, Jeremiah G",
        "TI  - alpha-Interferon treatment of patients with chronic fatigue syndrome",
        "JO  - Immunological Investigations",
        "PY  - 1996",
        "VL  - 25",
        "IS  - 1-2",
        "SP  - 153",
        "EP  - 64",
        "DO  - 10.1000/made.up.1",
        "AN  - 1",
        "ER  - ",
        "",
    ]


def test_csl_json() -> None:
    (item,) = json.loads(citing.csl_json(small_atlas.interferon()))
    assert item == {
        "DOI": "10.1000/made.up.1",
        "PMID": "1",
        "author": [
            {"family": "See", "given": "Darryl M"},
            {"family": "Tilles", "given": "Jeremiah G"},
        ],
        "container-title": "Immunological Investigations",
        "id": "see-1996-alpha-interferon",
        "issue": "1-2",
        "issued": {"date-parts": [[1996]]},
        "language": "eng",
        "page": "153-64",
        "title": "alpha-Interferon treatment of patients with chronic fatigue syndrome",
        "type": "article-journal",
        "volume": "25",
    }


@given(st.text(max_size=60), st.text(max_size=30))
def test_no_record_can_break_out_of_its_citation(title: str, name: str) -> None:
    study = small_atlas.interferon()
    record = msgspec.structs.replace(
        study.record, title=title, authors=(Author(last=name),), journal=Journal(title=name)
    )
    study = msgspec.structs.replace(study, record=record)
    tags = [line[:6] for line in citing.ris(study).split("\r\n")[:-1]]
    assert all(t[2:6] in ("  - ", "  -") for t in tags)
    assert tags.count("TY  - ") == 1
    bibtex = citing.bibtex(study)
    assert bibtex.count("{") == bibtex.count("}")
    assert sum(line.startswith("@") for line in bibtex.splitlines()) == 1
    json.loads(citing.csl_json(study))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("ending", "kind"),
    [
        ("bib", "application/x-bibtex; charset=utf-8"),
        ("ris", "application/x-research-info-systems; charset=utf-8"),
        ("json", "application/vnd.citationstyles.csl+json"),
    ],
)
def test_each_format_is_a_file_of_its_own(
    client: Client, atlas: Any, ending: str, kind: str
) -> None:
    response = client.get(f"{STUDY}.{ending}")
    assert response.headers["Content-Type"] == kind
    assert response.headers["Content-Disposition"] == (
        f'attachment; filename="see-1996-alpha-interferon.{ending}"'
    )
