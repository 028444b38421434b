"""One PubMed XML element as a `Record`."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

from lxml import etree

from ..records import (
    AbstractSection,
    Author,
    Correction,
    DatedStatus,
    Dates,
    Grant,
    Journal,
    Keyword,
    MeshHeading,
    MeshQualifier,
    OtherAbstract,
    PubDate,
    Record,
    Reference,
    Registration,
)
from ..records.dates import iso_date, month_number
from .identifiers import doi_of, orcid_of, pmcid_of
from .readable import readable, squeeze

Element = etree._Element
Fields = dict[str, Any]


class RecordError(ValueError):
    """This element holds no record that can be taken; the message says why."""


def citation_record(element: Element, source: str) -> Record:
    """A `PubmedArticle`, or a bare `MedlineCitation`, as a Record. Raises RecordError."""
    citation = element if element.tag == "MedlineCitation" else element.find("MedlineCitation")
    if citation is None:
        raise RecordError("the article has no MedlineCitation")
    f: Fields = {"source": source, "raw_hash": _hash(element)}
    f["status"] = citation.get("Status")
    dates: Fields = {}
    for child in citation:
        read = _CITATION.get(child.tag)
        if read is not None:
            read(child, f, dates)
    data = element.find("PubmedData")
    if data is not None:
        for child in data:
            read = _DATA.get(child.tag)
            if read is not None:
                read(child, f, dates)
    return _finished(f, dates)


def book_record(element: Element, source: str) -> Record:
    """A `PubmedBookArticle` (a book, or a chapter of one) as a Record. Raises RecordError."""
    document = element.find("BookDocument")
    if document is None:
        raise RecordError("the book record has no BookDocument")
    f: Fields = {"source": source, "raw_hash": _hash(element)}
    dates: Fields = {}
    for child in document:
        read = _BOOK_DOCUMENT.get(child.tag)
        if read is not None:
            read(child, f, dates)
    data = element.find("PubmedBookData")
    if data is not None:
        for child in data:
            read = _DATA.get(child.tag)
            if read is not None:
                read(child, f, dates)
    book_title = f.pop("book_title", "")
    if not f.get("title"):
        f["title"] = book_title
    return _finished(f, dates)


def _hash(element: Element) -> str:
    """SHA-256 of the element as UTF-8 XML without what follows it; a declaration plays no part."""
    return hashlib.sha256(
        etree.tostring(element, encoding="utf-8", xml_declaration=False, with_tail=False)
    ).hexdigest()


def _finished(f: Fields, dates: Fields) -> Record:
    kind = f.pop("retold", None)
    elocation, listed = f.pop("doi_elocation", None), f.pop("doi_listed", None)
    f["doi"] = elocation or listed
    listed_pmid = f.pop("pmid_listed", None)
    if not f.get("pmid"):
        f["pmid"] = listed_pmid
    if f.get("abstract"):
        f["abstract_kind"] = "retold" if kind else "original"
    if not f.get("pmid") and not f.get("title") and not f.get("vernacular_title"):
        raise RecordError("the record has neither a PMID nor a title")
    pmid = f.get("pmid")
    if pmid and not pmid.isdecimal():
        raise RecordError(f"the PMID is not a number: {pmid[:40]!r}")
    journal = f.pop("journal_fields", None)
    if journal:
        f["journal"] = Journal(**journal)
    if dates:
        f["dates"] = Dates(**dates)
    return Record(**f)


def _pmid(e: Element, f: Fields, d: Fields) -> None:
    f["pmid"] = (e.text or "").strip() or None
    version = e.get("Version", "1")
    f["version"] = int(version) if version.isdecimal() else 1


def _iso(e: Element) -> str | None:
    year = month = day = None
    for part in e:
        tag = part.tag
        if tag == "Year":
            year = part.text
        elif tag == "Month":
            month = part.text
        elif tag == "Day":
            day = part.text
            break
    return iso_date(year, month, day)


def _completed(e: Element, f: Fields, d: Fields) -> None:
    d["completed"] = _iso(e)


def _revised(e: Element, f: Fields, d: Fields) -> None:
    d["revised"] = _iso(e)


def _article(e: Element, f: Fields, d: Fields) -> None:
    for child in e:
        read = _ARTICLE.get(child.tag)
        if read is not None:
            read(child, f, d)


def _journal(e: Element, f: Fields, d: Fields) -> None:
    j = f.setdefault("journal_fields", {})
    for child in e:
        tag = child.tag
        if tag == "JournalIssue":
            for part in child:
                if part.tag == "PubDate":
                    d["published"] = pub_date(part)
                elif part.tag == "Volume":
                    j["volume"] = squeeze(part.text) or None
                elif part.tag == "Issue":
                    j["issue"] = squeeze(part.text) or None
        elif tag == "ISSN":
            j["issn"] = squeeze(child.text) or None
        elif tag == "Title":
            j["title"] = readable(child) or None
        elif tag == "ISOAbbreviation":
            j["iso_abbreviation"] = squeeze(child.text) or None


def pub_date(e: Element) -> PubDate:
    """A PubDate element; a year or day that is no number is kept as the free form."""
    year = month = day = season = medline = None
    odd = False
    for part in e:
        text = squeeze(part.text)
        if part.tag == "Year":
            year = int(text) if text.isdecimal() and len(text) <= 4 else None
            odd = odd or year is None
        elif part.tag == "Month":
            month = month_number(text)
            odd = odd or month is None
        elif part.tag == "Day":
            day = int(text) if text.isdecimal() and len(text) <= 2 else None
            odd = odd or day is None
        elif part.tag == "Season":
            season = text or None
        elif part.tag == "MedlineDate":
            medline = text or None
    if odd and medline is None:
        medline = " ".join(squeeze(part.text) for part in e if part.text) or None
    return PubDate(year=year, month=month, day=day, season=season, medline_date=medline)


def _title(e: Element, f: Fields, d: Fields) -> None:
    f["title"] = readable(e)


def _vernacular(e: Element, f: Fields, d: Fields) -> None:
    f["vernacular_title"] = readable(e) or None


def _pages(e: Element, f: Fields, d: Fields) -> None:
    pages = squeeze(e.findtext("MedlinePgn"))
    if not pages:
        start, end = squeeze(e.findtext("StartPage")), squeeze(e.findtext("EndPage"))
        pages = f"{start}-{end}" if start and end and start != end else start or end
    f.setdefault("journal_fields", {})["pages"] = pages or None


def _elocation(e: Element, f: Fields, d: Fields) -> None:
    if e.get("EIdType") == "doi" and e.get("ValidYN", "Y") != "N" and "doi_elocation" not in f:
        f["doi_elocation"] = doi_of(e.text)


def _sections(e: Element) -> tuple[AbstractSection, ...]:
    found = []
    for child in e:
        if child.tag == "AbstractText":
            text = readable(child)
            if text:
                label = child.get("Label")
                found.append(
                    AbstractSection(
                        text=text,
                        label=(squeeze(label) or None) if label else None,
                        category=child.get("NlmCategory"),
                    )
                )
    return tuple(found)


def _abstract(e: Element, f: Fields, d: Fields) -> None:
    f["abstract"] = _sections(e)
    notice = e.find("CopyrightInformation")
    if notice is not None:
        f["copyright"] = readable(notice) or None


def _other_abstract(e: Element, f: Fields, d: Fields) -> None:
    sections = _sections(e)
    if sections:
        other = OtherAbstract(sections=sections, language=e.get("Language"), kind=e.get("Type"))
        f["other_abstracts"] = (*f.get("other_abstracts", ()), other)


def _people(e: Element, tag: str) -> tuple[Author, ...]:
    people = []
    for person in e:
        if person.tag != tag or person.get("ValidYN") == "N":
            continue
        got: Fields = {}
        affiliations = ()
        for part in person:
            name = _NAME_PARTS.get(part.tag)
            if name is not None:
                got[name] = readable(part) or None
            elif part.tag == "AffiliationInfo":
                text = readable(part[0]) if len(part) and part[0].tag == "Affiliation" else ""
                if text:
                    affiliations += (text,)  # type: ignore[assignment]
            elif part.tag == "Affiliation":
                affiliations += (readable(part),)  # type: ignore[assignment]
            elif part.tag == "Identifier" and part.get("Source") == "ORCID":
                got["orcid"] = orcid_of(part.text)
        if affiliations:
            got["affiliations"] = affiliations
        if got.get("last") or got.get("collective") or got.get("fore"):
            people.append(Author(**got))
    return tuple(people)


_NAME_PARTS = {
    "LastName": "last", "ForeName": "fore", "Initials": "initials", "Suffix": "suffix",
    "CollectiveName": "collective", "FirstName": "fore",
}  # fmt: skip


def _authors(e: Element, f: Fields, d: Fields) -> None:
    if e.get("Type") == "editors":
        return
    f["authors"] = (*f.get("authors", ()), *_people(e, "Author"))
    if e.get("CompleteYN") == "N":
        f["authors_complete"] = False


def _investigators(e: Element, f: Fields, d: Fields) -> None:
    f["investigators"] = _people(e, "Investigator")


def _language(e: Element, f: Fields, d: Fields) -> None:
    text = squeeze(e.text)
    if text:
        f["languages"] = (*f.get("languages", ()), text)


def _publication_types(e: Element, f: Fields, d: Fields) -> None:
    f["publication_types"] = tuple(t for child in e if (t := squeeze(child.text)))


def _publication_type(e: Element, f: Fields, d: Fields) -> None:
    text = squeeze(e.text)
    if text:
        f["publication_types"] = (*f.get("publication_types", ()), text)


def _electronic(e: Element, f: Fields, d: Fields) -> None:
    if e.get("DateType", "Electronic") == "Electronic":
        d["electronic"] = pub_date(e)


def _data_banks(e: Element, f: Fields, d: Fields) -> None:
    f["registrations"] = tuple(
        Registration(bank=squeeze(bank.findtext("DataBankName")), number=number)
        for bank in e
        for accession in bank.iter("AccessionNumber")
        if (number := squeeze(accession.text))
    )


def _grants(e: Element, f: Fields, d: Fields) -> None:
    f["grants"] = tuple(
        Grant(
            id=squeeze(g.findtext("GrantID")) or None,
            acronym=squeeze(g.findtext("Acronym")) or None,
            agency=squeeze(g.findtext("Agency")) or None,
            country=squeeze(g.findtext("Country")) or None,
        )
        for g in e
        if g.tag == "Grant"
    )


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


def _keywords(e: Element, f: Fields, d: Fields) -> None:
    owner = e.get("Owner")
    found = tuple(
        Keyword(text=text, major=k.get("MajorTopicYN") == "Y", owner=owner)
        for k in e
        if (text := readable(k))
    )
    f["keywords"] = (*f.get("keywords", ()), *found)


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
        date = _iso(step)
        status = step.get("PubStatus")
        if date and status:
            steps.append(DatedStatus(status=status, date=date))
    d["history"] = tuple(steps)


def _publication_status(e: Element, f: Fields, d: Fields) -> None:
    f["publication_status"] = squeeze(e.text) or None


def _article_ids(e: Element, f: Fields, d: Fields) -> None:
    for child in e:
        kind = child.get("IdType")
        if kind == "doi":
            f.setdefault("doi_listed", doi_of(child.text))
        elif kind in ("pmc", "pmcid"):
            f["pmcid"] = f.get("pmcid") or pmcid_of(child.text)
        elif kind == "pubmed":
            f["pmid_listed"] = (child.text or "").strip() or None


def _references(e: Element, f: Fields, d: Fields) -> None:
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


def _book(e: Element, f: Fields, d: Fields) -> None:
    j = f.setdefault("journal_fields", {})
    title = e.find("BookTitle")
    if title is not None:
        f["book_title"] = readable(title)
        j["title"] = f["book_title"] or None
    date = e.find("PubDate")
    if date is not None:
        d["published"] = pub_date(date)
    for child in e:
        if child.tag == "Volume":
            j["volume"] = squeeze(child.text) or None
        elif child.tag == "AuthorList" and "authors" not in f:
            _authors(child, f, d)


Reader = Callable[[Element, Fields, Fields], None]
_CITATION: dict[Any, Reader] = {
    "PMID": _pmid, "DateCompleted": _completed, "DateRevised": _revised, "Article": _article,
    "MedlineJournalInfo": _journal_info, "ChemicalList": _chemicals,
    "SupplMeshList": _supplementary, "MeshHeadingList": _mesh, "KeywordList": _keywords,
    "CommentsCorrectionsList": _corrections, "OtherAbstract": _other_abstract,
    "CoiStatement": _interests, "InvestigatorList": _investigators, "GeneralNote": _general_note,
}  # fmt: skip
_ARTICLE: dict[Any, Reader] = {
    "Journal": _journal, "ArticleTitle": _title, "Pagination": _pages, "ELocationID": _elocation,
    "Abstract": _abstract, "AuthorList": _authors, "Language": _language,
    "DataBankList": _data_banks, "GrantList": _grants, "VernacularTitle": _vernacular,
    "PublicationTypeList": _publication_types, "ArticleDate": _electronic,
}  # fmt: skip
_DATA: dict[Any, Reader] = {
    "History": _history, "PublicationStatus": _publication_status, "ArticleIdList": _article_ids,
    "ReferenceList": _references,
}  # fmt: skip
_BOOK_DOCUMENT: dict[Any, Reader] = {
    "PMID": _pmid, "ArticleIdList": _article_ids, "Book": _book, "ArticleTitle": _title,
    "VernacularTitle": _vernacular, "Pagination": _pages, "Language": _language,
    "AuthorList": _authors, "InvestigatorList": _investigators,
    "PublicationType": _publication_type, "Abstract": _abstract, "KeywordList": _keywords,
    "GrantList": _grants, "DateRevised": _revised, "ContributionDate": _electronic,
    "ReferenceList": _references,
}  # fmt: skip
