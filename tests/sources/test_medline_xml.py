"""PubMed XML is read field by field, and nothing is lost without a word."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_atlas.records import (
    AbstractSection,
    Author,
    Correction,
    DatedStatus,
    Dates,
    Deletion,
    Grant,
    Item,
    Journal,
    Keyword,
    MeshHeading,
    MeshQualifier,
    OtherAbstract,
    Problem,
    PubDate,
    Record,
    Reference,
    Registration,
)
from evidence_atlas.sources import SourceError, Truncated, read_file

from .pubmed_samples import FULL, a_set, article


def items(folder: Path, text: str | bytes) -> list[Item]:
    path = folder / "some.xml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return list(read_file(path))


def one(folder: Path, text: str) -> Record:
    (item,) = items(folder, a_set(text))
    assert isinstance(item, Record)
    return item


def test_every_field_of_a_record_arrives(tmp_path: Path) -> None:
    record = one(tmp_path, FULL)
    assert record == Record(
        source="pubmed-xml",
        raw_hash=record.raw_hash,
        title="Vitamin D₃ in severe asthma: 10⁻⁶ or more?",
        pmid="12345678",
        version=2,
        doi="10.1000/JIAR.101",
        pmcid="PMC7654321",
        vernacular_title="Vitamin D bei Asthma.",
        abstract=(
            AbstractSection(
                text="To see whether it helps.", label="OBJECTIVE", category="OBJECTIVE"
            ),
            AbstractSection(
                text="VO₂max rose (p < 0.05); Ca²⁺ did not.", label="RESULTS", category="RESULTS"
            ),
        ),
        abstract_kind="original",
        other_abstracts=(
            OtherAbstract(
                sections=(AbstractSection(text="Hilft es?"),), language="ger", kind="Publisher"
            ),
        ),
        copyright="© 2020 The invented authors.",
        authors=(
            Author(
                last="van der Meer", fore="Anna B", initials="AB", suffix="Jr",
                orcid="0000-0002-1825-009X", affiliations=("Dept A, Town.", "Dept B, City."),
            ),
            Author(collective="Invented Asthma Study Group"),
            Author(last="Müller", fore="Jörg", initials="J"),
        ),
        authors_complete=False,
        investigators=(Author(last="Doe", fore="Jane", initials="J"),),
        journal=Journal(
            title="Journal of invented asthma research",
            iso_abbreviation="J. Invent. Asthma Res.", medline_ta="J Invent Asthma Res",
            nlm_id="9999999", issn="1234-5678", issn_linking="1234-5670", volume="12",
            issue="3 Suppl 1", pages="101-9", country="Germany",
        ),
        dates=Dates(
            published=PubDate(year=2020, month=12, day=7),
            electronic=PubDate(year=2020, month=10, day=9),
            completed="2021-03-04",
            revised="2022-11-05",
            history=(
                DatedStatus(status="received", date="2020-01-02"),
                DatedStatus(status="entrez", date="2020-10-10"),
            ),
        ),
        languages=("ger", "eng"),
        publication_types=("Journal Article", "Randomized Controlled Trial"),
        mesh=(
            MeshHeading(
                descriptor="Asthma", ui="D001249",
                qualifiers=(
                    MeshQualifier(name="drug therapy", major=True, ui="Q000188"),
                    MeshQualifier(name="physiopathology", ui="Q000503"),
                ),
            ),
            MeshHeading(descriptor="Humans", major=True, ui="D006801"),
        ),
        supplementary_mesh=("Asthma, invented",),
        chemicals=("Vitamin D",),
        keywords=(
            Keyword(text="asthma", owner="NOTNLM"),
            Keyword(text="vitamin D₃", major=True, owner="NOTNLM"),
        ),
        grants=(
            Grant(id="R01 1/2", acronym="HL", agency="NHLBI NIH HHS", country="United States"),
        ),
        registrations=(
            Registration(bank="ClinicalTrials.gov", number="NCT00000001"),
            Registration(bank="ClinicalTrials.gov", number="NCT00000002"),
        ),
        interests="None declared.",
        corrections=(
            Correction(
                kind="ErratumIn", citation="J Invent Asthma Res. 2021;13(1):5", pmid="22345678",
                note="figure 2",
            ),
            Correction(kind="CommentIn", citation="Lancet. 2021;1:2"),
        ),
        references=(
            Reference(
                citation="Doe J. Asthma. 2001;1:1.", pmid="11111111", doi="10.1000/ref",
                pmcid="PMC1",
            ),
            Reference(citation="An old book."),
        ),
        status="MEDLINE",
        publication_status="ppublish",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("markup", "readable"),
    [
        ("CO<sub>2</sub> and CD4<sup>+</sup> cells", "CO₂ and CD4⁺ cells"),
        ("the 2<sup>nd</sup> dose of C<sub>max</sub>", "the 2nd dose of C_max"),
        ("Inhaler<sup>®</sup> at x<sup>a/b</sup>", "Inhaler® at x^(a/b)"),
        ("<b>bold <i>and</i></b>\n   slanted", "bold and slanted"),
        ("FEV <sub>1</sub>", "FEV ₁"),
        (
            '<mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML"><mml:mfrac><mml:mrow>'
            "<mml:mi>a</mml:mi><mml:mo>+</mml:mo><mml:mi>b</mml:mi></mml:mrow><mml:mi>c</mml:mi>"
            "</mml:mfrac><mml:mo>=</mml:mo><mml:msup><mml:mi>x</mml:mi><mml:mn>2</mml:mn>"
            "</mml:msup></mml:math>",
            "(a + b)/c = x²",
        ),
        ("A &amp; B &lt; 5\u2009mg", "A & B < 5\u2009mg"),
        ("caf&eacute; society", "café society"),
    ],
)
def test_markup_becomes_readable_text(tmp_path: Path, markup: str, readable: str) -> None:
    assert one(tmp_path, article(title=markup)).title == readable


@pytest.mark.parametrize(
    ("published", "date", "year"),
    [
        ("<Year>1996</Year><Season>Spring</Season>", PubDate(year=1996, season="Spring"), 1996),
        (
            "<MedlineDate>1998 Dec-1999 Jan</MedlineDate>",
            PubDate(medline_date="1998 Dec-1999 Jan"),
            1998,
        ),
        ("<Year>2003</Year><Month>06</Month>", PubDate(year=2003, month=6), 2003),
        ("<Year>19x3</Year>", PubDate(medline_date="19x3"), None),
    ],
)
def test_dates_stay_as_printed(tmp_path: Path, published: str, date: PubDate, year: int) -> None:
    record = one(tmp_path, article(published=published))
    assert (record.dates.published, record.year) == (date, year)


def test_a_record_without_pmid_is_taken(tmp_path: Path) -> None:
    record = one(tmp_path, article(None, "Inhaled steroids in a village"))
    assert (record.pmid, record.key) == (None, "title:7b1231fde9")


def test_the_doi_of_a_reference_is_not_the_articles(tmp_path: Path) -> None:
    data = (
        "<ReferenceList><Reference><Citation>x</Citation><ArticleIdList>"
        '<ArticleId IdType="doi">10.1000/other</ArticleId><ArticleId IdType="pmc">PMC2</ArticleId>'
        "</ArticleIdList></Reference></ReferenceList>"
    )
    record = one(tmp_path, article(data=data))
    assert (record.doi, record.pmcid) == (None, None)
    assert record.references[0].doi == "10.1000/other"


def test_a_retold_abstract_says_so(tmp_path: Path) -> None:
    retold = '<GeneralNote Owner="ATLAS">abstract retold</GeneralNote>'
    text = "<AbstractText>Twelve people took part.</AbstractText>"
    assert one(tmp_path, article(abstract=text, citation=retold)).abstract_kind == "retold"
    assert one(tmp_path, article(abstract=text)).abstract_kind == "original"
    assert one(tmp_path, article(citation=retold)).abstract_kind == "none"


def test_deletions_and_books_are_not_lost(tmp_path: Path) -> None:
    book = (
        "<PubmedBookArticle><BookDocument><PMID>77</PMID><Book><BookTitle>Asthma in brief"
        "</BookTitle><PubDate><Year>2010</Year></PubDate><AuthorList Type='editors'><Author>"
        "<LastName>Ed</LastName></Author></AuthorList></Book><ArticleTitle>Inhalers</ArticleTitle>"
        "<Language>eng</Language><AuthorList Type='authors'><Author><LastName>Doe</LastName>"
        "<Initials>J</Initials></Author></AuthorList><PublicationType>Review</PublicationType>"
        "<Abstract><AbstractText>What inhalers do.</AbstractText></Abstract></BookDocument>"
        "</PubmedBookArticle>"
    )
    gone = "<DeleteCitation><PMID Version='1'>5</PMID><PMID Version='2'>6</PMID></DeleteCitation>"
    record, *deletions = items(tmp_path, a_set(book, gone))
    assert isinstance(record, Record)
    assert (record.pmid, record.title, record.journal.title, record.year) == (
        "77", "Inhalers", "Asthma in brief", 2010,
    )  # fmt: skip
    assert record.authors == (Author(last="Doe", initials="J"),)
    assert record.publication_types == ("Review",)
    assert record.abstract == (AbstractSection(text="What inhalers do."),)
    assert deletions == [
        Deletion(pmid="5", source="pubmed-xml", version=1),
        Deletion(pmid="6", source="pubmed-xml", version=2),
    ]


def test_a_bad_record_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    found = items(
        tmp_path,
        a_set(article("1"), "<PubmedArticle/>", article("x7"), article(None, ""), article("2")),
    )
    assert [i.pmid for i in found if isinstance(i, Record)] == ["1", "2"]
    problems = [i for i in found if isinstance(i, Problem)]
    assert [(p.record, p.place, p.message) for p in problems] == [
        (None, "item 2", "the article has no MedlineCitation"),
        ("PMID x7", "item 3", "the PMID is not a number: 'x7'"),
        (None, "item 4", "the record has neither a PMID nor a title"),
    ]


def test_the_hash_is_of_the_record_alone(tmp_path: Path) -> None:
    first = one(tmp_path, article("1"))
    alone, second = items(tmp_path, a_set(article("1"), article("2")).replace("\n", "\n\n"))
    assert isinstance(alone, Record) and isinstance(second, Record)
    assert alone.raw_hash == first.raw_hash != second.raw_hash


def test_other_encodings_and_gzip_give_the_same_records(tmp_path: Path) -> None:
    text = a_set(FULL)
    (expected,) = items(tmp_path, text)
    utf16 = text.replace('encoding="utf-8"', 'encoding="utf-16"').encode("utf-16")
    assert items(tmp_path, utf16) == [expected]
    assert items(tmp_path, gzip.compress(text.encode())) == [expected]
    halves = gzip.compress(text[:900].encode()) + gzip.compress(text[900:].encode())
    assert items(tmp_path, halves) == [expected]


def test_an_answer_without_records_is_no_error(tmp_path: Path) -> None:
    assert items(tmp_path, "<PubmedArticleSet/>") == []


@settings(max_examples=60, deadline=None)
@given(cut=st.integers(min_value=330, max_value=len(a_set(FULL, article("2")).rstrip()) - 1))
def test_a_file_cut_anywhere_is_truncated(
    tmp_path_factory: pytest.TempPathFactory, cut: int
) -> None:
    path = tmp_path_factory.mktemp("cut") / "cut.xml"
    path.write_text(a_set(FULL, article("2")).rstrip()[:cut], encoding="utf-8")
    given_before = []
    with pytest.raises(Truncated):
        for item in read_file(path):
            given_before.append(item.pmid if isinstance(item, Record) else item)
    assert given_before in ([], ["12345678"], ["12345678", "2"])


@settings(max_examples=60, deadline=None)
@given(
    at=st.integers(min_value=0, max_value=len(a_set(FULL)) - 1),
    junk=st.binary(min_size=1, max_size=12),
)
def test_mangled_bytes_never_crash(
    tmp_path_factory: pytest.TempPathFactory, at: int, junk: bytes
) -> None:
    data = a_set(FULL).encode()
    path = tmp_path_factory.mktemp("mangled") / "mangled.xml"
    path.write_bytes(data[:at] + junk + data[at + len(junk) :])
    try:
        for item in read_file(path):
            assert isinstance(item, Record | Deletion | Problem)
    except SourceError as error:
        assert str(path) in str(error)


@settings(max_examples=60, deadline=None)
@given(
    text=st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"))
)
def test_text_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    path = tmp_path_factory.mktemp("text") / "text.xml"
    path.write_text(
        a_set(article("1", "t", abstract=f"<AbstractText>{escaped}</AbstractText>")), "utf-8"
    )
    (record,) = read_file(path)
    assert isinstance(record, Record)
    wanted = " ".join(w for w in text.split(" ") if w)
    assert "".join(s.text for s in record.abstract) == wanted
