"""An open full text gives its Methods; a closed one, or a hostile one, gives nothing of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from evidence_atlas.conditions import load
from evidence_atlas.grading import grade
from evidence_atlas.pipeline.full_texts import FullTexts
from evidence_atlas.reading import read
from evidence_atlas.records import Record, texts
from evidence_atlas.sources import Hostile, SourceError, holds_full_texts, read_file

OPEN = (
    '<license><ali:license_ref xmlns:ali="http://www.niso.org/schemas/ali/1.0/">'
    "https://creativecommons.org/licenses/by/4.0/</ali:license_ref></license>"
)
PUBMED = (
    "<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>77</PMID><Article>"
    "<ArticleTitle>Grip strength in ME/CFS</ArticleTitle><Abstract><AbstractText>"
    "We measured grip in 31 patients with ME/CFS. It was weaker than in 30 controls."
    "</AbstractText></Abstract></Article></MedlineCitation></PubmedArticle></PubmedArticleSet>"
)


def article(licence: str = OPEN, pmid: str = "77", body: str = "", before: str = "") -> str:
    return f"""{before}<pmc-articleset><article article-type="research-article" xml:lang="en">
<front><journal-meta><journal-title-group><journal-title>J Test</journal-title>
</journal-title-group></journal-meta><article-meta>
<article-id pub-id-type="pmid">{pmid}</article-id><article-id pub-id-type="pmcid">PMC9</article-id>
<article-id pub-id-type="doi">10.1000/abc</article-id>
<title-group><article-title>Grip strength in <italic>ME/CFS</italic></article-title></title-group>
<contrib-group><contrib contrib-type="author"><name><surname>Doe</surname>
<given-names>Ann B.</given-names></name></contrib></contrib-group>
<pub-date pub-type="epub"><year>2020</year></pub-date><permissions>{licence}</permissions>
<abstract><sec><title>Methods</title><p>We measured grip in 31 patients with ME/CFS.</p></sec>
<sec><title>Results</title><p>It was weaker than in 30 controls.</p></sec></abstract>
</article-meta></front><body>
<sec id="s1" sec-type="intro"><title>Introduction</title><p>The Oxford criteria are broad.</p></sec>
<sec id="s2" sec-type="methods"><title>Methods</title><sec id="s2.1"><title>Participants</title>
<p>Patients met the Canadian Consensus Criteria [<xref ref-type="bibr" rid="r1">1</xref>]. {body}
<table-wrap><table><tr><td>12</td></tr></table></table-wrap></p></sec></sec>
</body></article></pmc-articleset>"""


def one(tmp_path: Path, text: str) -> Record:
    file = tmp_path / "a.xml"
    file.write_text(text, encoding="utf-8")
    (record,) = read_file(file)
    assert isinstance(record, Record)
    return record


def test_the_methods_the_licence_and_the_bibliography_are_kept(tmp_path: Path) -> None:
    record = one(tmp_path, article())
    assert (record.pmid, record.pmcid, record.doi) == ("77", "PMC9", "10.1000/abc")
    assert record.title == "Grip strength in ME/CFS"
    assert (record.authors[0].last, record.year) == ("Doe", 2020)
    assert record.licence == "https://creativecommons.org/licenses/by/4.0/"
    assert texts(record)["fulltext:s2.1"] == "Patients met the Canadian Consensus Criteria."
    assert texts(record)["abstract"].startswith("METHODS: We measured grip")


def test_a_text_that_is_not_openly_licensed_gives_no_methods(tmp_path: Path) -> None:
    record = one(tmp_path, article(licence="<license><license-p>All rights reserved.</license-p>"
                                   "</license>"))  # fmt: skip
    assert record.fulltext == ()
    assert record.licence is None


def test_the_badge_says_that_it_comes_from_the_methods(tmp_path: Path) -> None:
    record, illness = one(tmp_path, article()), load("mecfs")
    reading = read(record, illness)
    (use,) = reading.definitions
    assert use.name == "Canadian 2003 (CCC)"
    assert use.quote.field == "fulltext:s2.1"
    text = texts(record)[use.quote.field]
    assert text[use.quote.start : use.quote.end] == use.quote.text
    badge = grade(record, reading, illness).badges["pem"]
    assert badge.value == "PEM required"
    assert any("Methods of the open full text" in b.text for b in badge.because)


def test_silent_methods_are_said_to_be_silent(tmp_path: Path) -> None:
    text = article().replace("Patients met the Canadian Consensus Criteria", "Patients came twice")
    record, illness = one(tmp_path, text), load("mecfs")
    badge = grade(record, read(record, illness), illness).badges["pem"]
    assert badge.value == "PEM unclear"
    assert any("Neither the abstract nor the Methods" in b.text for b in badge.because)


@pytest.mark.parametrize(
    "before",
    [
        '<!DOCTYPE article [<!ENTITY x "boom">]>',
        '<!DOCTYPE article [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE article [<!ENTITY % x SYSTEM "http://127.0.0.1/x"> %x;]>',
    ],
)
def test_entity_declarations_are_refused(tmp_path: Path, before: str) -> None:
    with pytest.raises(Hostile):
        one(tmp_path, article(body="&x;", before=before))


def test_a_text_that_breaks_off_is_an_error_that_names_the_place(tmp_path: Path) -> None:
    file = tmp_path / "a.xml"
    file.write_text(article()[:-40], encoding="utf-8")
    with pytest.raises(SourceError):
        list(read_file(file))


def test_a_full_text_is_read_with_the_record_of_the_same_paper(tmp_path: Path) -> None:
    pubmed, full = tmp_path / "p.xml", tmp_path / "f.xml"
    pubmed.write_text(PUBMED, encoding="utf-8")
    full.write_text(article(), encoding="utf-8")
    assert holds_full_texts(full)
    assert not holds_full_texts(pubmed)
    joined = FullTexts.of([pubmed, full], read_file)
    (record,) = read_file(pubmed)
    assert isinstance(record, Record)
    (text,) = read_file(full)
    assert isinstance(text, Record)
    assert joined.joined(record).fulltext == text.fulltext
    assert not joined.stands_alone(text)
    assert FullTexts.of([full], read_file).stands_alone(text)
