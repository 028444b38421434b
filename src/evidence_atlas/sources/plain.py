"""Plain records, one JSON object a line (.jsonl, .jsonl.gz).

Names taken (case does not matter): pmid, doi, pmcid, title, abstract, authors, journal, year
(or date), publication_types (or types), mesh, keywords, language, volume, issue, pages,
comments_corrections (or cc; objects of type, pmid, source), abstract_kind. A list may also
be one string, parted by semicolons (authors also by " and ", keywords also by commas). The
abstract is taken as one unlabelled section, not a character changed. A PMID that holds no
digit ("not yet assigned") counts as none, and a PMCID given in its place as a PMCID. Other
names are left aside, blank lines are no fault, and a line that is no record is a `Problem`.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from typing import Any

from ..records import (
    AbstractSection,
    Author,
    Correction,
    Dates,
    Item,
    Journal,
    Keyword,
    MeshHeading,
    Problem,
    PubDate,
    Record,
)
from ..records.dates import month_number
from ..records.names import parse_name
from .identifiers import doi_of, pmcid_of, pmid_of
from .medline_fields import parse_date
from .readable import squeeze
from .streams import Source, lines

_SOURCE = "plain"


class _PlainError(ValueError):
    """This line holds no record; the message says why."""


def read(source: Source) -> Iterator[Item]:
    """The records of a JSON Lines file in its own order.

    Raises WrongEncoding or TooLarge; a line that is no record gives a `Problem`.
    """
    for number, line in lines(source):
        if not line.strip():
            continue
        try:
            yield record_of(_object(line), line)
        except _PlainError as error:
            yield Problem(file=source.file, place=f"line {number:,}", message=str(error))


def _object(line: str) -> dict[str, Any]:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise _PlainError(f"the line is not JSON ({error})") from error
    if not isinstance(value, dict):
        raise _PlainError("the line is JSON, but not an object of named values")
    return {str(name).casefold(): content for name, content in value.items()}


def record_of(value: dict[str, Any], line: str) -> Record:
    """The record of one object with lower-case names; `line` is what it was read from."""
    title = squeeze(_text(value, "title"))
    pmid_text = _text(value, "pmid")
    pmid = pmid_of(pmid_text)
    in_its_place = pmcid_of(pmid_text) if "PMC" in pmid_text.upper() else None
    if pmid is None and in_its_place is None and any(c.isdigit() for c in pmid_text):
        raise _PlainError(f"the PMID is not a number: {pmid_text[:40]!r}")
    if not pmid and not title:
        raise _PlainError("the record has neither a PMID nor a title")
    abstract = _text(value, "abstract")
    given = _text(value, "abstract_kind")
    if given not in ("", "original", "retold", "none"):
        raise _PlainError(f"abstract_kind is original, retold or none, not {given[:40]!r}")
    return Record(
        source=_SOURCE,
        raw_hash=hashlib.sha256(line.encode("utf-8", "surrogatepass")).hexdigest(),
        title=title,
        pmid=pmid,
        doi=doi_of(_text(value, "doi")),
        pmcid=pmcid_of(_text(value, "pmcid")) or in_its_place,
        abstract=(AbstractSection(text=abstract),) if abstract.strip() else (),
        abstract_kind=("retold" if given == "retold" else "original")
        if abstract.strip()
        else "none",
        authors=_authors(value.get("authors")),
        journal=_journal(value),
        dates=Dates(published=_date(value)),
        languages=tuple(_list(value.get("language") or value.get("languages"), ";,")),
        publication_types=tuple(_list(value.get("publication_types") or value.get("types"), ";|")),
        mesh=tuple(MeshHeading(descriptor=m) for m in _list(value.get("mesh"), ";|")),
        keywords=tuple(Keyword(text=k) for k in _list(value.get("keywords"), ";,|")),
        corrections=_corrections(value.get("comments_corrections") or value.get("cc")),
    )


def _text(value: dict[str, Any], name: str) -> str:
    found = value.get(name)
    if found is None or isinstance(found, bool):
        return ""
    if isinstance(found, int | float):
        return str(int(found)) if found == found and abs(found) < 1e15 else ""
    if isinstance(found, str):
        return _sound(found)
    if isinstance(found, list):
        return "\n".join(_sound(part) for part in found if isinstance(part, str))
    raise _PlainError(f"{name} is neither text nor a list of texts")


def _sound(text: str) -> str:
    """The text without lone surrogates, which JSON can smuggle in and UTF-8 cannot hold."""
    return text.encode("utf-8", "replace").decode() if not text.isascii() else text


def _list(found: Any, marks: str) -> list[str]:
    if isinstance(found, str):
        parts = re.split(f"[{re.escape(marks)}]", found)
    elif isinstance(found, list):
        parts = [str(p) for p in found if isinstance(p, str | int)]
    else:
        return []
    return [text for part in parts if (text := squeeze(_sound(part)))]


def _authors(found: Any) -> tuple[Author, ...]:
    if isinstance(found, str):
        if ";" in found:
            names = found.split(";")
        elif " and " in found and "," in found:
            names = found.split(" and ")
        else:
            names = found.split(",")
    elif isinstance(found, list):
        names = [n if isinstance(n, str) else _named(n) for n in found]
    else:
        return ()
    return tuple(parse_name(_sound(n)) for n in names if n and n.strip(" ,;."))


def _named(person: Any) -> str:
    """A person given as an object with a name, or with family and given names."""
    if not isinstance(person, dict):
        return ""
    last = person.get("last") or person.get("family") or person.get("lastname")
    given = person.get("fore") or person.get("given") or person.get("initials")
    whole = person.get("name") or person.get("collective") or person.get("full")
    if isinstance(last, str):
        return f"{last}, {given}" if isinstance(given, str) else last
    return whole if isinstance(whole, str) else ""


def _corrections(found: Any) -> tuple[Correction, ...]:
    """Entries with NLM's RefType as `type`, a `pmid` and a `source` (the citation)."""
    entries = [e for e in found if isinstance(e, dict)] if isinstance(found, list) else []
    return tuple(
        Correction(
            kind=kind, citation=squeeze(_text(e, "source")) or None, pmid=pmid_of(_text(e, "pmid"))
        )
        for e in entries
        if (kind := squeeze(_text(e, "type")))
    )


def _journal(value: dict[str, Any]) -> Journal:
    return Journal(
        title=squeeze(_text(value, "journal")) or None,
        volume=squeeze(_text(value, "volume")) or None,
        issue=squeeze(_text(value, "issue")) or None,
        pages=squeeze(_text(value, "pages")) or None,
    )


def _date(value: dict[str, Any]) -> PubDate | None:
    text = squeeze(_text(value, "year") or _text(value, "date") or _text(value, "pub_date"))
    if not text:
        return None
    iso = re.fullmatch(r"(\d{4})-(\d\d)(?:-(\d\d))?(?:T.*)?", text)
    if iso and (month := month_number(iso[2])):
        return PubDate(year=int(iso[1]), month=month, day=int(iso[3]) if iso[3] else None)
    return parse_date(text)
