"""Identifiers in the one form that the atlas keeps, whatever form a source gives."""

from __future__ import annotations

import re

_DOI = re.compile(r"10\.\d{3,9}/\S{1,500}")
_PMCID = re.compile(r"(?:PMC)?\s?(\d{1,12})", re.IGNORECASE)
_ORCID = re.compile(r"(\d{4})-?(\d{4})-?(\d{4})-?(\d{3}[\dXx])")


def doi_of(text: str | None) -> str | None:
    """`10.1000/xyz` from a DOI with or without its resolver; letters keep their case."""
    found = _DOI.search((text or "").strip()[:1000])
    return found.group().rstrip(".,;") if found else None


def pmcid_of(text: str | None) -> str | None:
    """`PMC123` from `PMC123`, `123` or `pmc-id: PMC123;`."""
    value = (text or "").strip()[:100]
    found = re.search(r"PMC\d{1,12}", value, re.IGNORECASE) or _PMCID.fullmatch(value)
    if not found:
        return None
    return "PMC" + "".join(c for c in found.group() if c.isdecimal())


def pmid_of(text: str | None) -> str | None:
    """The digits of a PMID, else None."""
    value = (text or "").strip()
    value = re.sub(r"^(?:PMID:?\s{0,3})", "", value, flags=re.IGNORECASE)
    return value if value.isascii() and value.isdecimal() and len(value) <= 12 else None


def orcid_of(text: str | None) -> str | None:
    """`0000-0002-1825-0097`, from an address, with or without hyphens; else None."""
    found = _ORCID.search((text or "")[:200])
    return "-".join(found.groups()).upper() if found else None
