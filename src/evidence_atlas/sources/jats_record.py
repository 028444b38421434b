"""One JATS article as a `Record`."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from lxml import etree

from ..records import (
    AbstractSection,
    Author,
    Dates,
    FullTextSection,
    Journal,
    Keyword,
    PubDate,
    Record,
)
from .identifiers import doi_of, orcid_of, pmcid_of, pmid_of
from .readable import readable, squeeze
from .xml_record import RecordError

Element = etree._Element
_OPEN = re.compile(
    r"https?://(?:www\.)?creativecommons\.org/(?:licenses/[a-z]{2}(?:-[a-z]{2}){0,2}/"
    r"|publicdomain/(?:zero|mark)/)[\w./-]{0,40}",
    re.IGNORECASE,
)
_METHODS = re.compile(
    r"\b(?:methods?|methodology|materials|(?:study )?design|participants|patients|subjects|"
    r"experimental procedures?|experimental section|study population)\b",
    re.IGNORECASE,
)
_ASIDE = (
    "table-wrap", "table-wrap-group", "fig", "fig-group", "disp-formula", "disp-formula-group",
    "fn", "fn-group", "supplementary-material", "media", "graphic", "inline-graphic",
    "boxed-text", "object-id",
)  # fmt: skip
_TEXT = ("p", "list", "disp-quote", "def-list", "verse-group")
_EMPTY_BRACKETS = re.compile(r"\s?(?:\[[\s,;–-]{0,9}\]|\([\s,;–-]{0,9}\))")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LONGEST = 200_000
"""Characters of Methods taken from one article; the longest seen have some 60,000."""
_TYPES = {
    "research-article": "Journal Article", "review-article": "Review",
    "case-report": "Case Reports",
    "systematic-review": "Systematic Review", "editorial": "Editorial", "letter": "Letter",
    "article-commentary": "Comment", "correction": "Published Erratum", "news": "News",
    "retraction": "Retraction of Publication", "expression-of-concern": "Expression of Concern",
    "preprint": "Preprint",
}  # fmt: skip


def article_record(article: Element) -> Record:
    """The article with its identifiers, abstract, licence and Methods. Raises RecordError."""
    raw = hashlib.sha256(
        etree.tostring(article, encoding="utf-8", xml_declaration=False, with_tail=False)
    ).hexdigest()
    front = article.find("front")
    meta = article.find("front/article-meta")
    if front is None or meta is None:
        raise RecordError("the article has no article-meta")
    _leave_out(article)
    ids = {i.get("pub-id-type"): (i.text or "").strip() for i in meta.findall("article-id")}
    title = meta.find("title-group/article-title")
    abstract = _abstract(meta)
    licence = _licence(meta)
    pmid, pmcid = pmid_of(ids.get("pmid")), pmcid_of(ids.get("pmcid") or ids.get("pmc"))
    if not pmid and not (title is not None and readable(title)):
        raise RecordError("the record has neither a PMID nor a title")
    kind = _TYPES.get(article.get("article-type", ""))
    return Record(
        source="jats",
        raw_hash=raw,
        title=readable(title) if title is not None else "",
        pmid=pmid,
        doi=doi_of(ids.get("doi")),
        pmcid=pmcid,
        abstract=abstract,
        abstract_kind="original" if abstract else "none",
        fulltext=_methods(article) if licence else (),
        licence=licence,
        authors=tuple(_authors(meta)),
        journal=_journal(front, meta),
        dates=Dates(published=_published(meta)),
        languages=("eng",) if _language(article) == "en" else (),
        publication_types=(kind,) if kind else (),
        keywords=tuple(Keyword(text=t) for k in meta.iter("kwd") if (t := readable(k))),
    )


def _leave_out(article: Element) -> None:
    """Drop what is no running text, and the numbers that point to the reference list."""
    etree.strip_elements(article, *_ASIDE, with_tail=False)
    for xref in list(article.iter("xref")):
        text = "".join(str(t) for t in xref.itertext())
        if not any(c.isalpha() for c in text) and not _YEAR.search(text):
            _remove(xref)


def _remove(element: Element) -> None:
    """Take an element away and leave what follows it."""
    parent, tail = element.getparent(), element.tail or ""
    if parent is None:
        return
    before = element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)


def _licence(meta: Element) -> str | None:
    """The address of a Creative Commons licence or dedication; None where none is given."""
    for licence in meta.iter("license"):
        places = [value for e in licence.iter() for value in e.attrib.values()]
        places += [str(t) for t in licence.itertext()]
        for place in places:
            found = _OPEN.search(str(place)[:2000])
            if found:
                return found.group().rstrip(".")
    return None


def _abstract(meta: Element) -> tuple[AbstractSection, ...]:
    """The abstract proper: not the graphical one, nor the summary for others."""
    found = next((a for a in meta.findall("abstract") if not a.get("abstract-type")), None)
    if found is None:
        return ()
    sections = []
    for sec in found.findall("sec"):
        title = sec.find("title")
        label = readable(title).rstrip(":. ") if title is not None else ""
        text = " ".join(filter(None, (_paragraph(p) for p in sec.iter("p"))))
        if text:
            sections.append(AbstractSection(text=text, label=label.upper() or None))
    if not sections:
        sections = [AbstractSection(text=t) for p in found.iter("p") if (t := _paragraph(p))]
    return tuple(sections)


def _methods(article: Element) -> tuple[FullTextSection, ...]:
    """Every section below the Methods that has text of its own, in order."""
    found: list[FullTextSection] = []
    taken: set[str] = set()
    left = _LONGEST
    for top in article.findall("body/sec"):
        if not _is_methods(top):
            continue
        for section in top.iter("sec"):
            text = _own_text(section)[: max(0, left)]
            if not text:
                continue
            name = re.sub(r"[^\w.-]", "", section.get("id") or "") or f"methods-{len(found) + 1}"
            if name in taken:
                continue
            taken.add(name)
            left -= len(text)
            title = section.find("title")
            found.append(
                FullTextSection(
                    id=name, title=readable(title) if title is not None else "", text=text
                )
            )
    return tuple(found)


def _is_methods(section: Element) -> bool:
    kind = section.get("sec-type") or ""
    title = section.find("title")
    named = readable(title)[:120] if title is not None else ""
    if re.search(r"\b(?:intro|results?|discussion|conclusions?)\b", f"{kind} {named}", re.I):
        return "methods" in kind
    return "method" in kind or _METHODS.search(named) is not None


def _own_text(section: Element) -> str:
    """The paragraphs of a section, not those of its subsections, one a line."""
    return "\n".join(
        t for child in section if child.tag in _TEXT for p in _paragraphs(child)
        if (t := _paragraph(p))
    )  # fmt: skip


def _paragraphs(element: Element) -> Iterator[Element]:
    if element.tag == "p":
        yield element
    else:
        yield from element.iter("p", "def")


def _paragraph(element: Element) -> str:
    return squeeze(_EMPTY_BRACKETS.sub("", readable(element)))


def _authors(meta: Element) -> Iterator[Author]:
    for contrib in meta.findall("contrib-group/contrib"):
        if contrib.get("contrib-type", "author") != "author":
            continue
        name, group = contrib.find(".//name"), contrib.find("collab")
        if name is not None:
            given = squeeze(name.findtext("given-names")) or None
            initials = "".join(w[0] for w in re.findall(r"[^\W\d_]+", given or "")) or None
            yield Author(
                last=squeeze(name.findtext("surname")) or None, fore=given, initials=initials,
                suffix=squeeze(name.findtext("suffix")) or None,
                orcid=orcid_of(contrib.findtext("contrib-id")),
            )  # fmt: skip
        elif group is not None and readable(group):
            yield Author(collective=readable(group))


def _journal(front: Element, meta: Element) -> Journal:
    def text(at: str) -> str | None:
        return squeeze(meta.findtext(at)) or None

    first, last = text("fpage"), text("lpage")
    ids = {i.get("journal-id-type"): squeeze(i.text) for i in front.iter("journal-id")}
    return Journal(
        title=squeeze(front.findtext(".//journal-title")) or None,
        iso_abbreviation=ids.get("iso-abbrev") or None,
        medline_ta=ids.get("nlm-ta") or None,
        issn=squeeze(front.findtext(".//issn")) or None,
        volume=text("volume"),
        issue=text("issue"),
        pages=f"{first}-{last}" if first and last and first != last
        else first or text("elocation-id"),
    )  # fmt: skip


def _published(meta: Element) -> PubDate | None:
    """The earliest year of publication with its month; None where no date is given."""
    years = []
    for date in meta.findall("pub-date"):
        printed, month = squeeze(date.findtext("year")), squeeze(date.findtext("month"))
        if printed.isdecimal() and len(printed) == 4:
            known = month.isdecimal() and 1 <= int(month) <= 12
            years.append((int(printed), int(month) if known else None))
    if not years:
        return None
    year, found = min(years, key=lambda y: (y[0], y[1] or 13))
    return PubDate(year=year, month=found)


def _language(article: Element) -> str:
    return (article.get("{http://www.w3.org/XML/1998/namespace}lang") or "en")[:2].lower()
