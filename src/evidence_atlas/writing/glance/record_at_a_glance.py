"""Facts that the record holds beside the text: who paid, interests, registration, journal."""

from __future__ import annotations

import re

from evidence_atlas.reading.funding import numbers
from evidence_atlas.records import Support, quote, quoted, texts

from ..material import Material, Piece
from ..rules import named
from ..said import Said, said
from ..tables import table
from ..words.numbers import joined

_PAID_BY = re.compile(
    r"^(?:(?:was|were|is) )?(?:(?:partly |partially )?(?:funded|supported|sponsored|financed)"
    r"(?: in part)? by|funding(?: sources?)?:|financial support from|supported in part by)\s*",
    re.IGNORECASE,
)
_NO_PAYER = re.compile(
    r"\b(?:public involvement|PPIE?|advisory|steering) (?:\w+ )?\(?", re.IGNORECASE
)
_REGISTERED = re.compile(
    r"\bregist(?:ered|ration|ry|er)\b|\b(?:ClinicalTrials|EudraCT|PROSPERO|ISRCTN|identifiers?|"
    r"trial number)\b",
    re.IGNORECASE,
)
_INITIAL = re.compile(r",?\s?(?<=[,\s])[A-Z]\Z")
_GOES_ON = re.compile(r"\s?(?:\([^()]*\))?,?\s?(?:[a-zA-Z0-9(]|and\b)")
_NAME_GOES_ON = re.compile(
    r"\s(?!(?:and|as well as|for|to|in|through|under|with|via)\b)[A-Za-z0-9]"
)
"""Behind words that were cut: the last name goes on, so that its beginning names nobody."""
_LAST_BETWEEN = re.compile(r"(?:,|;)(?: and)? [^,;()]*(?:\([^()]*)?\Z| and (?:the )[^,;()]*\Z")
"""The last place in a list between one who paid and the next."""
_OTHERS = ", among others"
"""Behind a list of which the quote holds the first members only."""
_LISTED = re.compile(
    r"…\Z|\|.*:|\b(?:employee|consult\w*|stocks?|shareholder|advis\w+|grant|honorari\w+|speaker\w*)\b"
    r"[^.]*[|;]",
    re.IGNORECASE,
)
"""Interests printed author by author, too long and too raw to be given."""

_LANGUAGES: dict[str, str] = table("glance/record_at_a_glance.toml")


def _payer(m: Material, value: str) -> str | None:
    """Who paid, without "was supported by", up to where the name is whole."""
    if _NO_PAYER.search(value):
        return None
    quotes = m.quotes("funding")
    after = texts(m.record)[quotes[0].field][quotes[0].end :] if quotes else ""
    if after[:1].isalnum():  # cut within a word, since quotes are kept short
        value = re.sub(r"(?:,|;| and| \() [^,;(]*$|\s\S*$", "", value)
    elif _NAME_GOES_ON.match(after) and (between := _LAST_BETWEEN.search(value)) is not None:
        value = value[: between.start()]
    value = _INITIAL.sub("", value)  # the full stop of an initial ended what was read
    payer = _PAID_BY.sub("", value).strip(" ,;")
    listed = "," in payer or after.lstrip().startswith((",", ";", "and "))
    if payer and quotes and listed and _GOES_ON.match(after):
        return f"{payer}{_OTHERS}"
    return payer or None


def _numbers(m: Material) -> Piece | None:
    """All numbers under which it is registered, where record and text give more than one."""
    held = texts(m.record)
    found: dict[str, Support] = {}
    for grant in m.record.registrations:
        found[_plain(grant.number)] = m.record_field("registrations", grant.number)
    for s in m.reading.sentences:
        if not _REGISTERED.search(s.text):
            continue
        for a, b in numbers(s.text):
            where = quote(held, "abstract", s.start + a, s.start + b)
            found.setdefault(_plain(where.text), quoted(where))
    if len(found) < 2:
        return None
    return Piece(joined(list(found)), tuple(found.values()))


def _plain(number: str) -> str:
    european = _EUROPEAN.search(number)
    return f"EudraCT {european[0]}" if european is not None else re.sub(r"\s", "", number)


_EUROPEAN = re.compile(r"\b\d{4}-\d{6}-\d{2}\b")


def held(m: Material, name: str, value: str | None) -> Piece | None:
    """A fact of the text, else of the record."""
    if value and name == "funding":
        value = _payer(m, value)
    if name == "registration" and (several := _numbers(m)) is not None:
        return several
    if value:
        support: tuple[Support, ...] = m.fact(name, value.removesuffix(_OTHERS))
        if value.endswith(_OTHERS):
            support = (*support, named("list-in-part")) if support else ()
        if name == "interests" and support and _LISTED.search(value):
            value = "Some authors have interests to declare; the abstract lists them"
            support = (*support, named("interests-listed"))
        if not support and name == "interests" and m.record.interests:
            support = (m.record_field("interests", m.record.interests),)
        if not support and name == "registration" and m.record.registrations:
            support = tuple(
                m.record_field("registrations", g.number) for g in m.record.registrations
            )
        if not support and name == "funding" and m.record.grants:
            support = tuple(m.record_field("grants", g.agency) for g in m.record.grants if g.agency)
        if support:
            return Piece(value, support)
    return None


def bibliography(m: Material) -> tuple[Said, ...]:
    """What the record says of the paper itself."""
    record = m.record
    rows = []
    journal = record.journal.title or record.journal.iso_abbreviation or record.journal.medline_ta
    if journal:
        rows.append(
            said(Piece(journal, (m.record_field("journal", journal),)), label="Journal", row=True)
        )
    if record.year:
        rows.append(
            said(
                Piece(f"{record.year}", (m.record_field("year", str(record.year)),)),
                label="Year",
                row=True,
            )
        )
    if record.languages:
        codes = [x for x in record.languages if x in _LANGUAGES]
        text = joined([_LANGUAGES.get(x, x) for x in record.languages])
        held: tuple[Support, ...] = tuple(m.record_field("languages", x) for x in record.languages)
        why = tuple(named("language-code", code=x, name=_LANGUAGES[x]) for x in codes)
        rows.append(
            said(
                Piece(text, (*held, *why)),
                label="Language",
                row=True,
            )
        )
    if record.publication_types:
        text = joined(list(record.publication_types))
        held = tuple(m.record_field("publication_types", x) for x in record.publication_types)
        rows.append(said(Piece(text, held), label="Kind of publication", row=True))
    return tuple(rows)
