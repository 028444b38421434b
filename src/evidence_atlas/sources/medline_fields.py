"""The tagged fields of one MEDLINE record as a `Record`."""

from __future__ import annotations

import hashlib
import re
from typing import Any

from ..records import (
    AbstractSection,
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
    Registration,
)
from ..records.dates import iso_date, month_number
from .identifiers import doi_of, pmcid_of, pmid_of
from .medline_people import people
from .readable import squeeze

Fields = list[tuple[str, str]]

CORRECTIONS = {
    "CIN": "CommentIn", "CON": "CommentOn", "CRF": "CorrectedandRepublishedFrom",
    "CRI": "CorrectedandRepublishedIn", "DDIN": "DatasetDescribedIn",
    "DRIN": "DatasetUseReportedIn", "ECF": "ExpressionOfConcernFor",
    "ECI": "ExpressionOfConcernIn", "EFR": "ErratumFor", "EIN": "ErratumIn",
    "ORI": "OriginalReportIn", "PRIN": "PartialRetractionIn", "PROF": "PartialRetractionOf",
    "RIN": "RetractionIn", "ROF": "RetractionOf", "RPF": "RepublishedFrom",
    "RPI": "RepublishedIn", "RRF": "RetractedandRepublishedFrom",
    "RRI": "RetractedandRepublishedIn", "SPIN": "SummaryForPatientsIn", "UIN": "UpdateIn",
    "UOF": "UpdateOf",
}  # fmt: skip
"""MEDLINE tag -> the RefType of the same thing in XML."""

_PLACES = {
    "VI": "volume", "IP": "issue", "PG": "pages", "TA": "medline_ta", "JT": "title",
    "JID": "nlm_id", "PL": "country",
}  # fmt: skip
_TEXTS = {"TI": "title", "TT": "vernacular_title", "STAT": "status", "PST": "publication_status",
          "COIS": "interests", "CI": "copyright"}  # fmt: skip
_LISTS = {"LA": "languages", "PT": "publication_types"}
_STEPS = {"EDAT": "pubmed", "MHDA": "medline", "CRDT": "entrez"}
_PMID_AT_END = re.compile(r"\s*\bPMID: (\d{1,12})\.?$")
_DATED = re.compile(r"(\d{4})/(\d\d)/(\d\d)(?: [\d:]+)?(?: \[([^\]]+)\])?")
_CHEMICAL = re.compile(r"^(?:EC )?\S+ \((.*)\)$")


def build(fields: Fields) -> Record | str:
    """The record, or in words why these fields are none."""
    known = {tag for tag, _ in fields}
    if not known & {"PMID", "TI", "BTI", "TT"}:
        return "the record has neither a PMID nor a title"
    f: dict[str, Any] = {"source": "medline", "raw_hash": _hash(fields)}
    for tag, value in fields:
        if value and tag in _TEXTS:
            f.setdefault(_TEXTS[tag], squeeze(value))
    pmid = next((v for t, v in fields if t == "PMID"), None)
    if pmid:
        f["pmid"] = pmid_of(pmid)
        if f["pmid"] is None:
            return f"the PMID is not a number: {pmid[:40]!r}"
    if not f.get("title"):
        f["title"] = squeeze(_first(fields, "BTI") or "")
    for tag, name in _LISTS.items():
        f[name] = tuple(squeeze(v) for t, v in fields if t == tag and v)
    f["authors"] = people(fields, "FAU", "AU", "AD", "AUID", "CN")
    f["investigators"] = people(fields, "FIR", "IR", "IRAD", "", "")
    f["journal"] = _journal(fields)
    f["dates"] = _dates(fields)
    f["mesh"] = tuple(_mesh(v) for t, v in fields if t == "MH" and v)
    f["keywords"] = _keywords(fields)
    f["grants"] = tuple(_grant(v) for t, v in fields if t == "GR" and v)
    f["chemicals"] = tuple(_chemical(v) for t, v in fields if t == "RN" and v)
    f["supplementary_mesh"] = tuple(
        squeeze(v) for t, v in fields if t == "NM" and v and squeeze(v) not in f["chemicals"]
    )
    f["registrations"] = tuple(_registrations(fields))
    f["corrections"] = tuple(
        _correction(CORRECTIONS[t], v) for t, v in fields if t in CORRECTIONS and v
    )
    f["other_abstracts"] = _other_abstracts(fields)
    abstract = squeeze(" ".join(v for t, v in fields if t == "AB"))
    if abstract:
        f["abstract"] = (AbstractSection(text=abstract),)
        f["abstract_kind"] = "original"
    f["doi"] = next(
        (d for t in ("LID", "AID") for s, v in fields if s == t and (d := _marked_doi(v))), None
    )
    f["pmcid"] = pmcid_of(_first(fields, "PMC"))
    if not f.get("pmid") and not f.get("title") and not f.get("vernacular_title"):
        return "the record has neither a PMID nor a title"
    return Record(**f)


def _hash(fields: Fields) -> str:
    text = "\n".join(f"{tag:<4}- {value}" for tag, value in fields)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _first(fields: Fields, tag: str) -> str | None:
    return next((v for t, v in fields if t == tag and v), None)


def _marked_doi(value: str) -> str | None:
    return doi_of(value.removesuffix("[doi]")) if value.endswith("[doi]") else None


def _journal(fields: Fields) -> Journal:
    got: dict[str, str] = {}
    for tag, value in fields:
        if not value:
            continue
        if tag in _PLACES:
            got.setdefault(_PLACES[tag], squeeze(value))
        elif tag == "IS":
            number, _, kind = value.partition(" (")
            name = "issn_linking" if kind.startswith("Linking") else "issn"
            got.setdefault(name, number.strip())
        elif tag == "BTI":
            got.setdefault("title", squeeze(value))
    return Journal(**got)


def _dates(fields: Fields) -> Dates:
    published = _first(fields, "DP")
    electronic = _first(fields, "DEP")
    history = []
    for tag, value in fields:
        found = _DATED.match(value) if tag == "PHST" else None
        if found and found.group(4) and (day := iso_date(*found.groups()[:3])):
            history.append(DatedStatus(status=found.group(4), date=day))
    stated = {step.status for step in history}
    for tag, status in _STEPS.items():
        found = _DATED.match(_first(fields, tag) or "")
        if found and status not in stated and (day := iso_date(*found.groups()[:3])):
            history.append(DatedStatus(status=status, date=day))
    return Dates(
        published=parse_date(published) if published else None,
        electronic=_compact(electronic),
        completed=_iso(_first(fields, "DCOM")),
        revised=_iso(_first(fields, "LR")),
        history=tuple(history),
    )


def parse_date(text: str) -> PubDate:
    """`2000`, `2000 Jul`, `2000 Jul 12`, `2000 Spring`; anything else is NLM's free form."""
    text = squeeze(text)
    words = text.split(" ")
    year = int(words[0]) if re.fullmatch(r"[12]\d{3}", words[0]) else None
    if year and len(words) == 1:
        return PubDate(year=year)
    if year and len(words) == 2 and words[1] in ("Spring", "Summer", "Autumn", "Fall", "Winter"):
        return PubDate(year=year, season=words[1])
    month = month_number(words[1]) if year and len(words[1]) == 3 else None
    if month and len(words) == 2:
        return PubDate(year=year, month=month)
    if month and len(words) == 3 and words[2].isdecimal() and 1 <= int(words[2]) <= 31:
        return PubDate(year=year, month=month, day=int(words[2]))
    return PubDate(medline_date=text)


def _compact(value: str | None) -> PubDate | None:
    found = re.fullmatch(r"(\d{4})(\d\d)(\d\d)", value or "")
    if not found:
        return parse_date(value) if value else None
    return PubDate(year=int(found[1]), month=month_number(found[2]), day=int(found[3]) or None)


def _iso(value: str | None) -> str | None:
    found = re.fullmatch(r"(\d{4})(\d\d)(\d\d)", value or "")
    return iso_date(*found.groups()) if found else None


def _mesh(value: str) -> MeshHeading:
    """`Asthma/*drug therapy/physiopathology`: a star is a major topic."""
    name, *qualifiers = squeeze(value).split("/")
    return MeshHeading(
        descriptor=name.lstrip("*"),
        major=name.startswith("*"),
        qualifiers=tuple(
            MeshQualifier(name=q.lstrip("*"), major=q.startswith("*")) for q in qualifiers
        ),
    )


def _keywords(fields: Fields) -> tuple[Keyword, ...]:
    owner, found = None, []
    for tag, value in fields:
        if tag == "OTO":
            owner = value or None
        elif tag == "OT" and value:
            text = squeeze(value)
            found.append(
                Keyword(text=text.removeprefix("*"), major=text.startswith("*"), owner=owner)
            )
    return tuple(found)


def _grant(value: str) -> Grant:
    """`CA 06294/CA/NCI NIH HHS/United States`; numbers may hold slashes, the rest counts back."""
    parts = squeeze(value).split("/")
    if len(parts) >= 4:
        return Grant(
            id="/".join(parts[:-3]) or None,
            acronym=parts[-3] or None,
            agency=parts[-2] or None,
            country=parts[-1] or None,
        )
    if len(parts) == 3:
        return Grant(id=parts[0] or None, agency=parts[1] or None, country=parts[2] or None)
    if len(parts) == 2:
        return Grant(agency=parts[0] or None, country=parts[1] or None)
    return Grant(agency=parts[0] or None)


def _chemical(value: str) -> str:
    """`61489-71-2 (Menotropins)`: the name in brackets."""
    text = squeeze(value)
    found = _CHEMICAL.match(text)
    return found.group(1) if found else text


def _registrations(fields: Fields) -> list[Registration]:
    found = []
    for tag, value in fields:
        bank, slash, number = value.partition("/")
        if tag == "SI" and slash and bank and number:
            found.append(Registration(bank=squeeze(bank), number=squeeze(number)))
    return found


def _correction(kind: str, value: str) -> Correction:
    text, note = squeeze(value), None
    end = _PMID_AT_END.search(text)
    pmid = end.group(1) if end else None
    if end:
        text = text[: end.start()].rstrip()
    if ". doi:" not in text and (at := text.rfind(". (")) > 0 and text.endswith(")"):
        text, note = text[: at + 1], text[at + 3 : -1]
    return Correction(kind=kind, citation=text or None, pmid=pmid, note=note)


def _other_abstracts(fields: Fields) -> tuple[OtherAbstract, ...]:
    found: list[OtherAbstract] = []
    for tag, value in fields:
        if tag == "OAB" and value:
            found.append(OtherAbstract(sections=(AbstractSection(text=squeeze(value)),)))
        elif tag == "OABL" and found and found[-1].language is None:
            found[-1] = OtherAbstract(sections=found[-1].sections, language=value or None)
    return tuple(found)
