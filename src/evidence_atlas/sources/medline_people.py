"""Authors and investigators of one MEDLINE record, with what stands behind each name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from ..records import Author
from .identifiers import orcid_of
from .readable import squeeze

_SUFFIX = re.compile(r" (Jr|Sr|2nd|3rd|4th|5th|6th|II|III|IV)\.?$")
_SHORT = re.compile(
    r"(.{1,300}?) ([^\W\d_a-z](?:[^\W\d_a-z]|-){0,5})"
    r"(?: (Jr|Sr|2nd|3rd|4th|5th|6th|II|III|IV)\.?)?"
)


def people(
    fields: Sequence[tuple[str, str]], full: str, short: str, place: str, ident: str, group: str
) -> tuple[Author, ...]:
    """People in printed order; an affiliation before any name is the first author's.

    The other arguments are tags: of a name in full, in short, a place, an identifier, a group.
    """
    found: list[dict[str, Any]] = []
    waiting: list[str] = []
    for tag, value in fields:
        if not value:
            continue
        if tag == full:
            found.append(_full_name(value))
        elif tag == short:
            last = found[-1] if found else None
            if last is not None and "short" not in last and "collective" not in last:
                last["short"] = value
            else:
                found.append({"short": value})
        elif group and tag == group:
            found.append({"collective": squeeze(value)})
        elif ident and tag == ident and found and (orcid := orcid_of(value)):
            found[-1]["orcid"] = orcid
        elif tag == place:
            (found[-1].setdefault("affiliations", []) if found else waiting).append(squeeze(value))
    if waiting and found:
        found[0]["affiliations"] = waiting + found[0].get("affiliations", [])
    return tuple(_author(p) for p in found)


def _full_name(value: str) -> dict[str, Any]:
    last, comma, rest = squeeze(value).partition(", ")
    got: dict[str, Any] = {"last": last}
    name = rest if comma else last
    found = _SUFFIX.search(name)
    if found:
        got["suffix"] = found.group(1)
        name = name[: found.start()]
    if comma:
        got["fore"] = name or None
    else:
        got["last"] = name
    return got


def _author(got: dict[str, Any]) -> Author:
    short = got.pop("short", None)
    if short:
        last, initials, suffix = _short_name(squeeze(short))
        if "last" not in got:
            got["last"] = last
            if suffix:
                got["suffix"] = suffix
        if initials:
            got["initials"] = initials
    affiliations = tuple(got.pop("affiliations", ()))
    return Author(affiliations=affiliations, **got)


def _short_name(text: str) -> tuple[str, str, str]:
    """`Holmes DR Jr`: family name, initials, suffix. `Ivanov IV` has initials and no suffix."""
    found = _SHORT.fullmatch(text)
    if found:
        return found.group(1), found.group(2), found.group(3) or ""
    return text, "", ""
