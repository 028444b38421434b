"""What a kind of planted error is, and what the kinds look at in a sentence.

A kind gets a statement and the study it tells of, and gives the sentence with one error in
it, or nothing where the statement has no place for such an error. `unseen` kinds were not
looked at while the gate's rules were made: nobody has read which of their errors get through.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

import msgspec

from evidence_atlas.records import Page, QuoteSupport, Result, Section, Statement

from .pages import Study

Family = Literal["number", "negation", "word for word", "other"]
Planting = Callable[[Statement, Study], Iterator[Statement]]


@dataclass(frozen=True)
class Kind:
    """A kind of error. `family` groups those for which the gate owes 99 % (a number or a
    negation told wrongly), and those of sentences that otherwise follow their source word for word.

    `named` are the kinds that few of our own pages have a place for: they are planted into
    pages of further records as well.
    """

    name: str
    plant: Planting
    family: Family
    unseen: bool
    named: bool = False


KINDS: list[Kind] = []
TOLD = ("quick_summary", "observed_findings", "picture")
"""Where what was found is told."""
SECTIONS = (*TOLD, "inferred_conclusions")


def kind(
    name: str, family: Family = "other", *, unseen: bool = False, named: bool = False
) -> Callable[[Callable[[Statement, Study], Iterator[str]]], None]:
    """Registers a planting that gives changed sentences."""

    def register(plant: Callable[[Statement, Study], Iterator[str]]) -> None:
        def statements(s: Statement, study: Study) -> Iterator[Statement]:
            for text in dict.fromkeys(plant(s, study)):
                if text != s.text:
                    yield msgspec.structs.replace(s, text=text)

        KINDS.append(Kind(name, statements, family, unseen, named))

    return register


def result_told(s: Statement, study: Study) -> Result | None:
    """The result of the study that a statement tells, in a section that tells results."""
    return study.result(s) if s.section in TOLD else None


def rests_on_abstract(s: Statement) -> bool:
    """Whether a statement stands on words of the abstract."""
    return any(isinstance(x, QuoteSupport) and x.field == "abstract" for x in s.support)


def tells_findings(s: Statement) -> bool:
    """Whether it tells what was found or concluded, not who took part or what was aimed at."""
    about = s.about
    return rests_on_abstract(s) and any(
        a == "harms" or a.startswith(("results.", "sentences.", "conclusions.")) for a in about
    )


def masked(text: str) -> str:
    """The text with quotations and what stands in brackets blanked out, at the same length.

    Quotations are the authors' own words, and brackets hold what a term means.
    """
    text = re.sub(r"“[^”]*”", lambda m: "·" * len(m.group()), text)
    return re.sub(r"\([^()]*\)", lambda m: "·" * len(m.group()), text)


def put(text: str, start: int, end: int, new: str) -> str:
    """The text with a part exchanged, its capital letter and the article before it kept right."""
    if text[start : start + 1].isupper():
        new = new[:1].upper() + new[1:]
    before = text[:start]
    article = re.search(r"\b([Aa])n? $", before)
    if article and new[:1].isalpha():
        n = "n" if new[0] in "aeiou" else ""
        before = f"{before[: article.start()]}{article[1]}{n} "
    return before + new + text[end:]


def capital(text: str) -> str:
    """The text with a capital letter at its beginning."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """The text without the capital letter of a sentence's beginning; names keep theirs."""
    return text[:1].lower() + text[1:] if re.match(r"[A-Z][a-z]*(?:-[a-z]+)?\b", text) else text


def replaced(page: Page, old: Statement, new: Statement) -> Page:
    """The page with one sentence changed, in its text or its picture, and its support kept."""
    if page.picture is not None and any(m.said is old for m in page.picture.marks):
        marks = tuple(
            msgspec.structs.replace(m, said=new) if m.said is old else m
            for m in page.picture.marks
        )  # fmt: skip
        picture = msgspec.structs.replace(page.picture, marks=marks)
        return msgspec.structs.replace(page, picture=picture)
    sections = tuple(
        Section(name=s.name, statements=tuple(new if x is old else x for x in s.statements))
        for s in page.sections
    )
    return msgspec.structs.replace(page, sections=sections)


def harms_dropped(page: Page) -> Page:
    """The page without its sentences on harms."""
    sections = tuple(
        Section(name=s.name, statements=tuple(x for x in s.statements if x.about != ("harms",)))
        for s in page.sections
    )
    return msgspec.structs.replace(page, sections=sections)
