"""What PubMed XML says of an article itself: where it appeared, title, abstract, authors.

Each reader takes an element and puts what it says into the fields of the record, or of its dates.
"""

from __future__ import annotations

from ..records import AbstractSection, Author, Grant, Registration
from .identifiers import doi_of, orcid_of
from .readable import readable, squeeze
from .xml_dates import pub_date
from .xml_reader import Element, Fields, Readers


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


def title(e: Element, f: Fields, d: Fields) -> None:
    f["title"] = readable(e)


def vernacular(e: Element, f: Fields, d: Fields) -> None:
    f["vernacular_title"] = readable(e) or None


def pages(e: Element, f: Fields, d: Fields) -> None:
    pages = squeeze(e.findtext("MedlinePgn"))
    if not pages:
        start, end = squeeze(e.findtext("StartPage")), squeeze(e.findtext("EndPage"))
        pages = f"{start}-{end}" if start and end and start != end else start or end
    f.setdefault("journal_fields", {})["pages"] = pages or None


def _elocation(e: Element, f: Fields, d: Fields) -> None:
    if e.get("EIdType") == "doi" and e.get("ValidYN", "Y") != "N" and "doi_elocation" not in f:
        f["doi_elocation"] = doi_of(e.text)


def abstract(e: Element, f: Fields, d: Fields) -> None:
    f["abstract"] = abstract_sections(e)
    notice = e.find("CopyrightInformation")
    if notice is not None:
        f["copyright"] = readable(notice) or None


def abstract_sections(e: Element) -> tuple[AbstractSection, ...]:
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


def authors(e: Element, f: Fields, d: Fields) -> None:
    if e.get("Type") == "editors":
        return
    f["authors"] = (*f.get("authors", ()), *_people(e, "Author"))
    if e.get("CompleteYN") == "N":
        f["authors_complete"] = False


def investigators(e: Element, f: Fields, d: Fields) -> None:
    f["investigators"] = _people(e, "Investigator")


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


def language(e: Element, f: Fields, d: Fields) -> None:
    text = squeeze(e.text)
    if text:
        f["languages"] = (*f.get("languages", ()), text)


def _publication_types(e: Element, f: Fields, d: Fields) -> None:
    f["publication_types"] = tuple(t for child in e if (t := squeeze(child.text)))


def publication_type(e: Element, f: Fields, d: Fields) -> None:
    text = squeeze(e.text)
    if text:
        f["publication_types"] = (*f.get("publication_types", ()), text)


def electronic(e: Element, f: Fields, d: Fields) -> None:
    if e.get("DateType", "Electronic") == "Electronic":
        d["electronic"] = pub_date(e)


def _data_banks(e: Element, f: Fields, d: Fields) -> None:
    f["registrations"] = tuple(
        Registration(bank=squeeze(bank.findtext("DataBankName")), number=number)
        for bank in e
        for accession in bank.iter("AccessionNumber")
        if (number := squeeze(accession.text))
    )


def grants(e: Element, f: Fields, d: Fields) -> None:
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


ARTICLE: Readers = {
    "Journal": _journal, "ArticleTitle": title, "Pagination": pages, "ELocationID": _elocation,
    "Abstract": abstract, "AuthorList": authors, "Language": language,
    "DataBankList": _data_banks, "GrantList": grants, "VernacularTitle": vernacular,
    "PublicationTypeList": _publication_types, "ArticleDate": electronic,
}  # fmt: skip
