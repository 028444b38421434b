"""MEDLINE text is read field by field, and agrees with XML in all that it can carry."""

from __future__ import annotations

import importlib.resources
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_atlas.records import (
    AbstractSection,
    Author,
    Correction,
    Grant,
    Item,
    Keyword,
    MeshHeading,
    MeshQualifier,
    Problem,
    PubDate,
    Record,
    Registration,
)
from evidence_atlas.sources import SourceError, read_file
from evidence_atlas.sources.medline_carried import CARRIED, carried

from .medline_writer import medline
from .pubmed_samples import FULL, a_set, article

TEXT = """
PMID- 12345
OWN - NLM
STAT- MEDLINE
DCOM- 20010203
LR  - 20020304
IS  - 0000-0001 (Print)
IS  - 0000-0002 (Linking)
VI  - 7
IP  - 2
DP  - 2000 Jul 12
TI  - Two inhalers compared in
      children with asthma.
PG  - 73-9
LID - S1234 [pii]
LID - 10.1000/abc(1) [doi]
AB  - OBJECTIVE: To compare two inhalers.
      RESULTS: 12 of 30 children improved, by 10(9)
cells or more.
CI  - Copyright 2000 Nobody.
FAU - Holmes, David R Jr
AU  - Holmes DR Jr
AUID- ORCID: 0000-0002-1825-0097
AD  - Dept A, Town.
AD  - Dept B,
      City.
FAU - Kireyev, Igor V
AU  - Kireyev IV
FAU - Madonna
AU  - Madonna
CN  - Inhaler Study Group
LA  - eng
SI  - ClinicalTrials.gov/NCT00000001
GR  - R01 A/B/HL/NHLBI NIH HHS/United States
GR  - Wellcome Trust/United Kingdom
PT  - Journal Article
PT  - Randomized Controlled Trial
DEP - 20000601
PL  - England
TA  - Thorax
JT  - Thorax: the journal
JID - 0417353
RN  - EC 1.1.1.1 (An enzyme)
RN  - 0 (Steroids (inhaled))
NM  - An enzyme
NM  - Asthma, invented
MH  - Asthma/*drug therapy/physiopathology
MH  - *Child
OTO - NOTNLM
OT  - *inhaler
OT  - spacer
COIS- None.
EIN - Thorax. 2001 Mar;56(3):1. PMID: 22222
CON - Thorax 1999;54(1):2
PHST- 2000/03/24 00:00 [received]
EDAT- 2000/07/19 11:00
MHDA- 2000/08/06 11:00
CRDT- 2000/07/18 11:00
PMC - PMC123
PST - ppublish
SO  - Thorax. 2000 Jul 12;7(2):73-9.
"""


def items(folder: Path, text: str) -> list[Item]:
    path = folder / "some.nbib"
    path.write_text(text, encoding="utf-8")
    return list(read_file(path))


def one(folder: Path, text: str) -> Record:
    (item,) = items(folder, text)
    assert isinstance(item, Record)
    return item


def test_every_field_arrives(tmp_path: Path) -> None:
    record = one(tmp_path, TEXT)
    assert (record.pmid, record.doi, record.pmcid) == ("12345", "10.1000/abc(1)", "PMC123")
    assert record.title == "Two inhalers compared in children with asthma."
    assert record.abstract == (
        AbstractSection(
            text="OBJECTIVE: To compare two inhalers. RESULTS: 12 of 30 children improved, by "
            "10(9) cells or more."
        ),
    )
    assert record.authors == (
        Author(
            last="Holmes", fore="David R", initials="DR", suffix="Jr",
            orcid="0000-0002-1825-0097", affiliations=("Dept A, Town.", "Dept B, City."),
        ),
        Author(last="Kireyev", fore="Igor V", initials="IV"),
        Author(last="Madonna"),
        Author(collective="Inhaler Study Group"),
    )  # fmt: skip
    assert (record.journal.title, record.journal.medline_ta) == ("Thorax: the journal", "Thorax")
    assert (record.journal.issn, record.journal.issn_linking) == ("0000-0001", "0000-0002")
    assert (record.journal.volume, record.journal.issue, record.journal.pages) == (
        "7", "2", "73-9",
    )  # fmt: skip
    assert record.dates.published == PubDate(year=2000, month=7, day=12)
    assert record.dates.electronic == PubDate(year=2000, month=6, day=1)
    assert (record.dates.completed, record.dates.revised) == ("2001-02-03", "2002-03-04")
    assert [(s.status, s.date) for s in record.dates.history] == [
        ("received", "2000-03-24"), ("pubmed", "2000-07-19"), ("medline", "2000-08-06"),
        ("entrez", "2000-07-18"),
    ]  # fmt: skip
    assert record.mesh == (
        MeshHeading(
            descriptor="Asthma",
            qualifiers=(
                MeshQualifier(name="drug therapy", major=True),
                MeshQualifier(name="physiopathology"),
            ),
        ),
        MeshHeading(descriptor="Child", major=True),
    )
    assert record.chemicals == ("An enzyme", "Steroids (inhaled)")
    assert record.supplementary_mesh == ("Asthma, invented",)
    assert record.keywords == (
        Keyword(text="inhaler", major=True, owner="NOTNLM"),
        Keyword(text="spacer", owner="NOTNLM"),
    )
    assert record.grants == (
        Grant(id="R01 A/B", acronym="HL", agency="NHLBI NIH HHS", country="United States"),
        Grant(agency="Wellcome Trust", country="United Kingdom"),
    )
    assert record.registrations == (Registration(bank="ClinicalTrials.gov", number="NCT00000001"),)
    assert record.corrections == (
        Correction(kind="ErratumIn", citation="Thorax. 2001 Mar;56(3):1.", pmid="22222"),
        Correction(kind="CommentOn", citation="Thorax 1999;54(1):2"),
    )
    assert (record.interests, record.copyright) == ("None.", "Copyright 2000 Nobody.")
    assert (record.status, record.publication_status) == ("MEDLINE", "ppublish")
    assert record.publication_types == ("Journal Article", "Randomized Controlled Trial")


def test_records_follow_with_or_without_a_blank_line(tmp_path: Path) -> None:
    text = "PMID- 1\nTI  - One\nPMID- 2\nTI  - Two\n\n\nTI  - Three, no PMID\n\nPMID- 4\n"
    found = [i for i in items(tmp_path, text) if isinstance(i, Record)]
    assert [(r.pmid, r.title) for r in found] == [
        ("1", "One"), ("2", "Two"), (None, "Three, no PMID"), ("4", ""),
    ]  # fmt: skip


def test_a_bad_record_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    problem, record = items(tmp_path, "PMID- abc\nTI  - One\n\nPMID- 2\nTI  - Two\n")
    assert problem == Problem(
        file=str(tmp_path / "some.nbib"), record="PMID abc", place="line 1",
        message="the PMID is not a number: 'abc'",
    )  # fmt: skip
    assert isinstance(record, Record) and record.pmid == "2"


@pytest.mark.parametrize(
    ("printed", "date"),
    [
        ("2000", PubDate(year=2000)),
        ("2000 Spring", PubDate(year=2000, season="Spring")),
        ("2000 Jul-Aug", PubDate(medline_date="2000 Jul-Aug")),
        ("1998 Dec-1999 Jan", PubDate(medline_date="1998 Dec-1999 Jan")),
    ],
)
def test_dates_as_printed(tmp_path: Path, printed: str, date: PubDate) -> None:
    assert one(tmp_path, f"PMID- 1\nTI  - T\nDP  - {printed}\n").dates.published == date


VARIANTS = [
    FULL,
    article("2", "No abstract at all"),
    article("3", abstract="<AbstractText>Plain text with 5 mg/m<sup>2</sup>.</AbstractText>"),
    article("4", published="<Year>1999</Year><Season>Winter</Season>"),
    article("5", published="<MedlineDate>1998 Dec-1999 Jan</MedlineDate>"),
    article("6", published="<Year>2003</Year><Month>06</Month><Day>01</Day>"),
    article("7", "[A title in brackets]."),
    article("8", "H<sub>2</sub>O and <i>E. coli</i> in <b>asthma</b>"),
    article("9", "Umlauts: Müller, Øre, ñandú; Greek α; thin\u2009space"),
    article(
        "10",
        abstract="".join(
            f'<AbstractText Label="{label}">{"word " * 40}</AbstractText>'
            for label in ("AIM", "METHODS", "RESULTS", "CONCLUSION")
        ),
    ),
]


def library() -> list[str]:
    """Twenty records: those above, and the first of the project's sample library."""
    folder = importlib.resources.files("evidence_atlas") / "conditions" / "mecfs" / "samples"
    found = [a_set(v) for v in VARIANTS]
    for path in sorted(folder.iterdir(), key=lambda p: p.name):
        if path.name.endswith(".xml"):
            root = ET.fromstring(path.read_text(encoding="utf-8"))
            found += [a_set(ET.tostring(a, "unicode")) for a in root.iter("PubmedArticle")]
    return found[:20]


@pytest.mark.parametrize("text", library())
def test_xml_and_medline_of_one_record_agree(tmp_path: Path, text: str) -> None:
    (tmp_path / "one.xml").write_text(text, encoding="utf-8")
    (from_xml,) = read_file(tmp_path / "one.xml")
    root = ET.fromstring(text)
    from_text = one(tmp_path, medline(root[0]))
    assert isinstance(from_xml, Record)
    assert carried(from_xml) == carried(from_text)


def test_there_are_twenty_pairs_and_every_field_listed_is_compared(tmp_path: Path) -> None:
    assert len(library()) == 20
    assert list(carried(one(tmp_path, TEXT))) == list(CARRIED)


@settings(max_examples=80, deadline=None)
@given(data=st.binary(max_size=400))
def test_mangled_bytes_never_crash(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("mangled") / "mangled.nbib"
    path.write_bytes(TEXT.encode()[:700] + data + TEXT.encode()[700:])
    try:
        for item in read_file(path):
            assert isinstance(item, Record | Problem)
    except SourceError as error:
        assert str(path) in str(error)


@settings(max_examples=80, deadline=None)
@given(
    words=st.lists(
        st.text(
            st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"]),
            min_size=1,
            max_size=90,
        ).filter(lambda w: w != "\ufeff"),
        min_size=1,
        max_size=30,
    )
)
def test_text_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, words: list[str]
) -> None:
    path = tmp_path_factory.mktemp("text") / "text.nbib"
    path.write_text("PMID- 1\nTI  - T\nAB  - " + "\n      ".join(words) + "\n", encoding="utf-8")
    (record,) = read_file(path)
    assert isinstance(record, Record)
    assert record.abstract == (AbstractSection(text=" ".join(words)),)
