"""What indexers and PubMed add to an article: MeSH, keywords, corrections, history, identifiers."""

from __future__ import annotations

from ..records import (
    Correction,
    DatedStatus,
    Keyword,
    MeshHeading,
    MeshQualifier,
    OtherAbstract,
    Reference,
)
from .identifiers import doi_of, pmcid_of
from .readable import readable, squeeze
from .xml_article import abstract_sections
from .xml_dates import iso
from .xml_reader import Element, Fields, Readers


def _journal_info(e: Element, f: Fields, d: Fields) -> None:
    j = f.setdefault("journal_fields", {})
    for child in e:
        name = _JOURNAL_INFO.get(child.tag)
        if name is not None:
            j[name] = squeeze(child.text) or None


_JOURNAL_INFO = {
    "Country": "country", "MedlineTA": "medline_ta", "NlmUniqueID": "nlm_id",
    "ISSNLinking": "issn_linking",
}  # fmt: skip


def _chemicals(e: Element, f: Fields, d: Fields) -> None:
    f["chemicals"] = tuple(
        text
        for c in e
        for part in c
        if part.tag == "NameOfSubstance" and (text := squeeze(part.text))
    )


def _supplementary(e: Element, f: Fields, d: Fields) -> None:
    f["supplementary_mesh"] = tuple(t for c in e if (t := squeeze(c.text)))


def _mesh(e: Element, f: Fields, d: Fields) -> None:
    headings = []
    for heading in e:
        name, major, ui = "", False, None
        qualifiers: tuple[MeshQualifier, ...] = ()
        for part in heading:
            get = part.get
            if part.tag == "DescriptorName":
                name, major, ui = squeeze(part.text), get("MajorTopicYN") == "Y", get("UI")
            elif part.tag == "QualifierName":
                qualifiers += (
                    MeshQualifier(
                        name=squeeze(part.text), major=get("MajorTopicYN") == "Y", ui=get("UI")
                    ),
                )
        if name:
            headings.append(MeshHeading(descriptor=name, major=major, ui=ui, qualifiers=qualifiers))
    f["mesh"] = tuple(headings)


def keywords(e: Element, f: Fields, d: Fields) -> None:
    owner = e.get("Owner")
    found = tuple(
        Keyword(text=text, major=k.get("MajorTopicYN") == "Y", owner=owner)
        for k in e
        if (text := readable(k))
    )
    f["keywords"] = (*f.get("keywords", ()), *found)


def _other_abstract(e: Element, f: Fields, d: Fields) -> None:
    sections = abstract_sections(e)
    if sections:
        other = OtherAbstract(sections=sections, language=e.get("Language"), kind=e.get("Type"))
        f["other_abstracts"] = (*f.get("other_abstracts", ()), other)


def _corrections(e: Element, f: Fields, d: Fields) -> None:
    f["corrections"] = tuple(
        Correction(
            kind=c.get("RefType", ""),
            citation=squeeze(c.findtext("RefSource")) or None,
            pmid=squeeze(c.findtext("PMID")) or None,
            note=squeeze(c.findtext("Note")) or None,
        )
        for c in e
        if c.tag == "CommentsCorrections"
    )


def _interests(e: Element, f: Fields, d: Fields) -> None:
    f["interests"] = readable(e) or None


def _general_note(e: Element, f: Fields, d: Fields) -> None:
    if e.get("Owner") == "ATLAS" and squeeze(e.text).casefold() == "abstract retold":
        f["retold"] = True


def _history(e: Element, f: Fields, d: Fields) -> None:
    steps = []
    for step in e:
        date = iso(step)
        status = step.get("PubStatus")
        if date and status:
            steps.append(DatedStatus(status=status, date=date))
    d["history"] = tuple(steps)


def _publication_status(e: Element, f: Fields, d: Fields) -> None:
    f["publication_status"] = squeeze(e.text) or None


def article_ids(e: Element, f: Fields, d: Fields) -> None:
    for child in e:
        kind = child.get("IdType")
        if kind == "doi":
            f.setdefault("doi_listed", doi_of(child.text))
        elif kind in ("pmc", "pmcid"):
            f["pmcid"] = f.get("pmcid") or pmcid_of(child.text)
        elif kind == "pubmed":
            f["pmid_listed"] = (child.text or "").strip() or None


def references(e: Element, f: Fields, d: Fields) -> None:
    found = []
    for reference in e.iter("Reference"):
        got: Fields = {}
        for part in reference:
            if part.tag == "Citation":
                got["citation"] = readable(part) or None
            elif part.tag == "ArticleIdList":
                for child in part:
                    kind = child.get("IdType")
                    if kind == "pubmed":
                        got["pmid"] = squeeze(child.text) or None
                    elif kind == "doi":
                        got["doi"] = doi_of(child.text)
                    elif kind in ("pmc", "pmcid"):
                        got["pmcid"] = pmcid_of(child.text)
        if got:
            found.append(Reference(**got))
    f["references"] = (*f.get("references", ()), *found)


ADDED: Readers = {
    "MedlineJournalInfo": _journal_info, "ChemicalList": _chemicals,
    "SupplMeshList": _supplementary, "MeshHeadingList": _mesh, "KeywordList": keywords,
    "CommentsCorrectionsList": _corrections, "OtherAbstract": _other_abstract,
    "CoiStatement": _interests, "GeneralNote": _general_note,
}  # fmt: skip
DATA: Readers = {
    "History": _history, "PublicationStatus": _publication_status, "ArticleIdList": article_ids,
    "ReferenceList": references,
}  # fmt: skip
