"""PubMed XML written as MEDLINE text by NLM's published field table.

Made for the tests with the standard library alone and without our readers, so that the two
can be compared. Source: NLM, MEDLINE/PubMed Data Element (Field) Descriptions.
"""

from __future__ import annotations

import textwrap
import xml.etree.ElementTree as ET

MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
TAGS = {
    "CommentIn": "CIN", "CommentOn": "CON", "CorrectedandRepublishedFrom": "CRF",
    "CorrectedandRepublishedIn": "CRI", "ErratumFor": "EFR", "ErratumIn": "EIN",
    "ExpressionOfConcernFor": "ECF", "ExpressionOfConcernIn": "ECI", "OriginalReportIn": "ORI",
    "RepublishedFrom": "RPF", "RepublishedIn": "RPI", "RetractedandRepublishedFrom": "RRF",
    "RetractedandRepublishedIn": "RRI", "RetractionIn": "RIN", "RetractionOf": "ROF",
    "SummaryForPatientsIn": "SPIN", "UpdateIn": "UIN", "UpdateOf": "UOF",
}  # fmt: skip


def text(element: ET.Element | None) -> str:
    if element is None:
        return ""
    parts = [element.text or ""]
    for child in element:
        inner = text(child)
        parts.append(f"({inner})" if child.tag in ("sup", "sub") and inner else inner)
        parts.append(child.tail or "")
    return "".join(parts)


def flat(element: ET.Element | None) -> str:
    plain = text(element).replace("\n", " ").replace("\t", " ").replace("\r", " ")
    return " ".join(word for word in plain.split(" ") if word)


def date_of(element: ET.Element) -> str:
    if element.findtext("MedlineDate"):
        return flat(element.find("MedlineDate"))
    month = element.findtext("Month") or element.findtext("Season") or ""
    if month.isdigit():
        month = MONTHS[int(month) - 1]
    day = element.findtext("Day") or ""
    return " ".join(p for p in (element.findtext("Year"), month, day.lstrip("0")) if p)


def digits(element: ET.Element) -> str:
    return "".join((element.findtext(t) or "").zfill(2) for t in ("Year", "Month", "Day"))


def star(element: ET.Element) -> str:
    return ("*" if element.get("MajorTopicYN") == "Y" else "") + flat(element)


def fields(article: ET.Element) -> list[tuple[str, str]]:
    citation = article.find("MedlineCitation")
    assert citation is not None
    paper = citation.find("Article")
    assert paper is not None
    out: list[tuple[str, str]] = []

    def put(tag: str, value: str | None) -> None:
        if value:
            out.append((tag, value))

    put("PMID", flat(citation.find("PMID")))
    put("OWN", citation.get("Owner"))
    put("STAT", citation.get("Status"))
    for tag, name in (("DCOM", "DateCompleted"), ("LR", "DateRevised")):
        if (found := citation.find(name)) is not None:
            put(tag, digits(found))
    if (issn := paper.find("Journal/ISSN")) is not None:
        put("IS", f"{flat(issn)} ({issn.get('IssnType')})")
    if linking := citation.findtext("MedlineJournalInfo/ISSNLinking"):
        put("IS", f"{linking} (Linking)")
    put("VI", flat(paper.find("Journal/JournalIssue/Volume")))
    put("IP", flat(paper.find("Journal/JournalIssue/Issue")))
    if (published := paper.find("Journal/JournalIssue/PubDate")) is not None:
        put("DP", date_of(published))
    put("TI", flat(paper.find("ArticleTitle")))
    pages = flat(paper.find("Pagination/MedlinePgn"))
    if not pages and paper.find("Pagination/StartPage") is not None:
        ends = (flat(paper.find(f"Pagination/{t}")) for t in ("StartPage", "EndPage"))
        pages = "-".join(dict.fromkeys(e for e in ends if e))
    put("PG", pages)
    for place in paper.findall("ELocationID"):
        if place.get("ValidYN") != "N":
            put("LID", f"{flat(place)} [{place.get('EIdType')}]")
    put("AB", abstract(paper.find("Abstract")))
    put("CI", flat(paper.find("Abstract/CopyrightInformation")))
    for other in citation.findall("OtherAbstract"):
        put("OAB", abstract(other))
        put("OABL", other.get("Language"))
    for author in paper.findall("AuthorList/Author"):
        if author.get("ValidYN") != "N":
            person(author, put, "FAU", "AU", "AD")
    for tongue in paper.findall("Language"):
        put("LA", flat(tongue))
    for bank in paper.findall("DataBankList/DataBank"):
        for number in bank.iter("AccessionNumber"):
            put("SI", f"{flat(bank.find('DataBankName'))}/{flat(number)}")
    for grant in paper.findall("GrantList/Grant"):
        parts = [flat(grant.find(t)) for t in ("GrantID", "Acronym", "Agency", "Country")]
        put("GR", "/".join(p for p in parts if p))
    for kind in paper.findall("PublicationTypeList/PublicationType"):
        put("PT", flat(kind))
    put("TT", flat(paper.find("VernacularTitle")))
    if (issued := paper.find("ArticleDate")) is not None:
        put("DEP", digits(issued))
    for tag, name in (("PL", "Country"), ("TA", "MedlineTA")):
        put(tag, flat(citation.find(f"MedlineJournalInfo/{name}")))
    put("JT", flat(paper.find("Journal/Title")))
    put("JID", flat(citation.find("MedlineJournalInfo/NlmUniqueID")))
    for chemical in citation.findall("ChemicalList/Chemical"):
        name = flat(chemical.find("NameOfSubstance"))
        put("RN", f"{flat(chemical.find('RegistryNumber'))} ({name})")
    for extra in citation.findall("SupplMeshList/SupplMeshName"):
        put("NM", flat(extra))
    for heading in citation.findall("MeshHeadingList/MeshHeading"):
        put("MH", "/".join(star(part) for part in heading))
    for words in citation.findall("KeywordList"):
        put("OTO", words.get("Owner"))
        for word in words:
            put("OT", star(word) if flat(word) else "")
    put("COIS", flat(citation.find("CoiStatement")))
    for person_ in citation.findall("InvestigatorList/Investigator"):
        if person_.get("ValidYN") != "N":
            person(person_, put, "FIR", "IR", "IRAD")
    for step in article.findall("PubmedData/History/PubMedPubDate"):
        day = "/".join((step.findtext(t) or "").zfill(2) for t in ("Year", "Month", "Day"))
        put("PHST", f"{day} [{step.get('PubStatus')}]")
    for ident in article.findall("PubmedData/ArticleIdList/ArticleId"):
        if ident.get("IdType") == "pmc":
            put("PMC", flat(ident))
        elif ident.get("IdType") in ("doi", "pii"):
            put("AID", f"{flat(ident)} [{ident.get('IdType')}]")
    put("PST", flat(article.find("PubmedData/PublicationStatus")))
    for note in citation.findall("CommentsCorrectionsList/CommentsCorrections"):
        if tag := TAGS.get(note.get("RefType", "")):
            pmid = flat(note.find("PMID"))
            put(tag, flat(note.find("RefSource")) + (f" PMID: {pmid}" if pmid else ""))
    return out


def abstract(element: ET.Element | None) -> str:
    parts = []
    for section in element.findall("AbstractText") if element is not None else ():
        if inner := flat(section):
            label = section.get("Label")
            parts.append(f"{label}: {inner}" if label else inner)
    return " ".join(parts)


def person(author: ET.Element, put, full: str, short: str, place: str) -> None:  # type: ignore[no-untyped-def]
    if author.find("CollectiveName") is not None:
        put("CN", flat(author.find("CollectiveName")))
        return
    last, fore, initials, suffix = (
        flat(author.find(t)) for t in ("LastName", "ForeName", "Initials", "Suffix")
    )
    put(full, (f"{last}, {fore}" if fore else last) + (f" {suffix}" if suffix else ""))
    put(short, " ".join(p for p in (last, initials, suffix) if p))
    for ident in author.findall("Identifier"):
        put("AUID", f"{ident.get('Source')}: {flat(ident)}")
    for home in author.findall("AffiliationInfo/Affiliation"):
        put(place, flat(home))


def medline(article: ET.Element) -> str:
    """The record as MEDLINE text, wrapped at 87 columns as PubMed does."""
    lines = []
    for tag, value in fields(article):
        wrapped = textwrap.wrap(
            value, 80, break_long_words=False, break_on_hyphens=False, expand_tabs=False
        )
        lines.append(f"{tag:<4}- {wrapped[0]}")
        lines += [f"      {line}" for line in wrapped[1:]]
    return "\n".join(lines) + "\n"
