"""Facts that the record holds beside the text: who paid, interests, registration, journal."""

from __future__ import annotations

import re

from evidence_atlas.records import Support, texts

from .material import Material, Piece
from .rules import named
from .said import Said, said
from .tables import table
from .words.numbers import joined

_PAID_BY = re.compile(
    r"^(?:(?:was|were|is) )?(?:(?:partly |partially )?(?:funded|supported|sponsored|financed)"
    r"(?: in part)? by|funding(?: sources?)?:|financial support from|supported in part by)\s*",
    re.IGNORECASE,
)
_NO_PAYER = re.compile(
    r"\b(?:public involvement|PPIE?|advisory|steering) (?:\w+ )?\(?", re.IGNORECASE
)


_LANGUAGES: dict[str, str] = table("nouns.toml")["languages"]


def _payer(m: Material, value: str) -> str | None:
    """Who paid, without "was supported by", up to where the name is whole."""
    if _NO_PAYER.search(value):
        return None
    quotes = m.quotes("funding")
    after = texts(m.record)[quotes[0].field][quotes[0].end :] if quotes else ""
    if after[:1].isalnum():  # cut within a word, since quotes are kept short
        value = re.sub(r"(?:,|;| and| \() [^,;(]*$|\s\S*$", "", value)
    return _PAID_BY.sub("", value).strip(" ,;") or None


def held(m: Material, name: str, value: str | None) -> Piece | None:
    """A fact of the text, else of the record."""
    if value and name == "funding":
        value = _payer(m, value)
    if value:
        support: tuple[Support, ...] = m.fact(name, value)
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
    if name == "funding" and m.record.grants:
        agencies = list(dict.fromkeys(g.agency for g in m.record.grants if g.agency))
        if agencies:
            return Piece(joined(agencies), tuple(m.record_field("grants", a) for a in agencies))
    if name == "interests" and m.record.interests:
        return Piece(m.record.interests, (m.record_field("interests", m.record.interests),))
    if name == "registration" and m.record.registrations:
        numbers = [g.number for g in m.record.registrations]
        return Piece(joined(numbers), tuple(m.record_field("registrations", n) for n in numbers))
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
