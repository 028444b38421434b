"""`Record`: one source's version of a citation, field by field as the source gives it.

Field meanings follow NLM's PubMed DTD and MEDLINE data element descriptions. Nothing is
interpreted here: a date stays as printed, a title keeps its brackets.
"""

from __future__ import annotations

import hashlib
from typing import Literal

import msgspec

from ._base import Value
from .dates import Dates, publication_year

AbstractKind = Literal["original", "retold", "none"]


class AbstractSection(Value):
    """A part of an abstract; `label` and `category` (NlmCategory) only where NLM gives them."""

    text: str
    label: str | None = None
    category: str | None = None


class OtherAbstract(Value):
    """A further abstract: another language (`language`) or another audience (`kind`)."""

    sections: tuple[AbstractSection, ...]
    language: str | None = None
    kind: str | None = None


class FullTextSection(Value):
    """A section of the Methods of an open full text; `id` is unique in its record."""

    id: str
    title: str
    text: str


class Author(Value):
    """A person (`last`, `fore`, `initials`, `suffix`) or a group (`collective`), as printed."""

    last: str | None = None
    fore: str | None = None
    initials: str | None = None
    suffix: str | None = None
    collective: str | None = None
    orcid: str | None = None
    affiliations: tuple[str, ...] = ()


class Journal(Value):
    """Where it was published."""

    title: str | None = None
    iso_abbreviation: str | None = None
    medline_ta: str | None = None
    nlm_id: str | None = None
    issn: str | None = None
    issn_linking: str | None = None
    volume: str | None = None
    issue: str | None = None
    pages: str | None = None
    country: str | None = None


class MeshQualifier(Value):
    """Which side of a MeSH descriptor a paper is about ("therapy"); `major` as its star."""

    name: str
    major: bool = False
    ui: str | None = None


class MeshHeading(Value):
    """A MeSH descriptor with its qualifiers; `major` is the star of MajorTopicYN."""

    descriptor: str
    major: bool = False
    ui: str | None = None
    qualifiers: tuple[MeshQualifier, ...] = ()


class Keyword(Value):
    """A word that the authors, or the `owner` of a list, gave the paper."""

    text: str
    major: bool = False
    owner: str | None = None


class Grant(Value):
    """Money for the work: the number of the grant and who gave it."""

    id: str | None = None
    acronym: str | None = None
    agency: str | None = None
    country: str | None = None


class Registration(Value):
    """A data bank accession, such as a trial's number in ClinicalTrials.gov."""

    bank: str
    number: str


class Correction(Value):
    """One CommentsCorrections entry; `kind` is NLM's RefType (RetractionIn, UpdateOf, …)."""

    kind: str
    citation: str | None = None
    pmid: str | None = None
    note: str | None = None


class Reference(Value):
    """An entry of the paper's reference list."""

    citation: str | None = None
    pmid: str | None = None
    doi: str | None = None
    pmcid: str | None = None


class Record(Value):
    """One source's version of a citation.

    `key` is the PMID, else `title:` and the first 10 hex digits of the SHA-1 of the title
    as given; `version` is the PMID version (1 where none is stated); `raw_hash` is the
    SHA-256 of the bytes it was read from; `abstract_kind` says whether the abstract is the
    original, retold in the atlas's words, or absent. `fulltext` holds the Methods where an
    open full text was given, `licence` the address of the licence that opens it.
    """

    source: str
    raw_hash: str
    title: str = ""
    pmid: str | None = None
    version: int = 1
    doi: str | None = None
    pmcid: str | None = None
    vernacular_title: str | None = None
    abstract: tuple[AbstractSection, ...] = ()
    abstract_kind: AbstractKind = "none"
    fulltext: tuple[FullTextSection, ...] = ()
    licence: str | None = None
    other_abstracts: tuple[OtherAbstract, ...] = ()
    copyright: str | None = None
    authors: tuple[Author, ...] = ()
    authors_complete: bool = True
    investigators: tuple[Author, ...] = ()
    journal: Journal = Journal()
    dates: Dates = Dates()
    languages: tuple[str, ...] = ()
    publication_types: tuple[str, ...] = ()
    mesh: tuple[MeshHeading, ...] = ()
    supplementary_mesh: tuple[str, ...] = ()
    chemicals: tuple[str, ...] = ()
    keywords: tuple[Keyword, ...] = ()
    grants: tuple[Grant, ...] = ()
    registrations: tuple[Registration, ...] = ()
    interests: str | None = None
    corrections: tuple[Correction, ...] = ()
    references: tuple[Reference, ...] = ()
    status: str | None = None
    publication_status: str | None = None

    @property
    def key(self) -> str:
        if self.pmid:
            return self.pmid
        return "title:" + hashlib.sha1(self.title.encode()).hexdigest()[:10]

    @property
    def year(self) -> int | None:
        """The year of publication: the issue's, else the year in a MedlineDate, else electronic."""
        return publication_year(self.dates)

    def with_full_text_of(self, other: Record) -> Record:
        """This record with the other's Methods and licence."""
        return msgspec.structs.replace(self, fulltext=other.fulltext, licence=other.licence)


class Deletion(Value):
    """NLM has withdrawn this PMID (DeleteCitation in an update file)."""

    pmid: str
    source: str
    version: int | None = None


class Problem(Value):
    """Something in a source that could not be taken: which file, which record, where, why."""

    file: str
    message: str
    record: str | None = None
    place: str | None = None

    def __str__(self) -> str:
        where = ", ".join(p for p in (self.record, self.place) if p)
        return f"{self.file}{' (' + where + ')' if where else ''}: {self.message}"


Item = Record | Deletion | Problem
