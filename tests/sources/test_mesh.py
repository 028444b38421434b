"""NLM's descriptor file: headings and entry terms out of it, and nothing hostile in."""

import gzip

import pytest

from evidence_atlas.sources.errors import SourceError
from evidence_atlas.sources.mesh import entry_terms

RECORD = """
<DescriptorRecord DescriptorClass="1"><DescriptorUI>D{n}</DescriptorUI>
 <DescriptorName><String>{name}</String></DescriptorName>
 <Annotation>A long note that nobody needs.</Annotation>
 <ConceptList><Concept PreferredConceptYN="Y"><ConceptName><String>{name}</String></ConceptName>
  <ScopeNote>Another.</ScopeNote>
  <TermList>{terms}</TermList></Concept></ConceptList>
</DescriptorRecord>"""
HEAD = (
    '<?xml version="1.0"?>\n<!DOCTYPE DescriptorRecordSet SYSTEM '
    '"https://www.nlm.nih.gov/databases/dtd/nlmdescriptorrecordset_20260101.dtd">\n'
)


def record(n, name, *terms):
    entered = "".join(f"<Term><String>{t}</String></Term>" for t in (name, *terms))
    return RECORD.format(n=n, name=name, terms=entered)


def written(tmp_path, text, name="desc2026.xml"):
    path = tmp_path / name
    path.write_bytes(gzip.compress(text.encode()) if name.endswith("gz") else text.encode())
    return path


@pytest.mark.parametrize("name", ["desc2026.xml", "desc2026.gz"])
def test_each_heading_comes_with_its_entry_terms(tmp_path, name):
    text = (
        HEAD + "<DescriptorRecordSet LanguageCode='eng'>"
        + record(1, "Sirolimus", "Rapamycin", "Rapamune")
        + record(2, "Fatigue Syndrome, Chronic", "Myalgic Encephalomyelitis", "Rapamune")
        + record(3, "Alone") + "</DescriptorRecordSet>"
    )  # fmt: skip
    assert list(entry_terms(written(tmp_path, text, name))) == [
        ("Sirolimus", ("Rapamycin", "Rapamune")),
        ("Fatigue Syndrome, Chronic", ("Myalgic Encephalomyelitis", "Rapamune")),
        ("Alone", ()),
    ]


BOMB = (
    '<!DOCTYPE DescriptorRecordSet [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    "<DescriptorRecordSet><DescriptorRecord>&b;</DescriptorRecord></DescriptorRecordSet>"
)
FILE = (
    '<!DOCTYPE DescriptorRecordSet [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    "<DescriptorRecordSet><DescriptorRecord><DescriptorName><String>&a;</String>"
    "</DescriptorName></DescriptorRecord></DescriptorRecordSet>"
)


@pytest.mark.parametrize(
    "text",
    [BOMB, FILE, "", "no XML", "<PubmedArticleSet/>", HEAD + "<DescriptorRecordSet>",
     HEAD + "<DescriptorRecordSet>" + record(1, "Cut")[:80]],
)  # fmt: skip
def test_a_hostile_broken_or_foreign_file_is_refused(tmp_path, text):
    with pytest.raises(SourceError):
        list(entry_terms(written(tmp_path, text)))
