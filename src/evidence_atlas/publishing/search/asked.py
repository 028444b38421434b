"""What a reader typed, taken apart: words, "phrases", field:words and -words."""

from __future__ import annotations

import re
from typing import Literal

from ...records import Value
from .language import FIELD_NAMES

Field = Literal["author", "year", "journal", "title", "pmid", "doi"]
MOST_PIECES = 24
"""More words than this are not looked at: nobody types them, and each costs time."""

_QUOTES = str.maketrans(
    dict.fromkeys("“”„‟«»″", '"') | dict.fromkeys("‐‑‒–—−", "-") | dict.fromkeys("‘’‛ʼ´`", "'")
)
_PIECE = re.compile(
    r"""(?P<minus>(?<!\S)-)?(?:(?P<field>[A-Za-z]{2,8}):)?(?:"(?P<phrase>[^"]*)"?|(?P<word>\S+))"""
)
_YEARS = re.compile(r"(?P<one>[12]\d{3})(?:(?:-|\.\.)(?P<other>[12]\d{3}))?")
_NUMBER = re.compile(
    r"(?:(?:pmid|pub\s?med(?:\s?(?:id|number|no\.?))?)\s*[:#]?\s*)?(?P<pmid>\d{1,9})"
    r"|(?:pmcid:?\s*)?(?P<pmcid>pmc\d{1,9})"
)
_ADDRESS = re.compile(r"(?:https?://|www\.)(?P<rest>[^\s?#]+)")
_IN_ADDRESS = re.compile(r"(?:/[a-z]+)*/(?:(?P<pmid>\d{4,9})|(?P<pmcid>pmc\d{1,9}))(?:/.*)?")
_OF_NLM = re.compile(r"(?:[\w-]+\.)*(?:nlm\.nih\.gov|europepmc\.org)")
_DOI = re.compile(r"(?:.{0,80}?)(?P<doi>10\.\d{4,9}/\S+)")
_PART_OF_PAPER = re.compile(r"/(?:full|abstract|pdf|html|meta|epdf|fulltext)$|\.pdf$")
_OWN = re.compile(r"'(?:s\b)?(?=\W|$)")
_SHORTENED = re.compile(r"(?<=\w)'(?=(?:t|re|ve|ll|m|d)(?:\W|$))")
_SEEMS_A_YEAR = re.compile(r"(?:19|20)\d\d")


class Piece(Value):
    """One thing asked for. `exact` stood in quotes; `minus`: studies with it are left out."""

    text: str
    field: Field | None = None
    exact: bool = False
    minus: bool = False


def pieces(text: str) -> tuple[Piece, ...]:
    """What was typed, in order. Anything can be typed: what is no operator is a word."""
    found: list[Piece] = []
    for match in _PIECE.finditer(text.translate(_QUOTES)):
        name = FIELD_NAMES.get((match["field"] or "").casefold())
        phrase, word = match["phrase"], match["word"]
        # "ssri's" is "ssri" and "won't" is "wont"; within a name ("O'Connor") the mark stays.
        said = phrase if phrase is not None else _SHORTENED.sub("", _OWN.sub("", word))
        if match["field"] and name is None:
            # `note:this` is two words, not a field that nobody knows.
            said = f"{match['field']} {said}"
        if not said.strip():
            continue
        found.append(
            Piece(
                text=said.strip(),
                field=name,  # type: ignore[arg-type]
                exact=phrase is not None,
                minus=match["minus"] is not None,
            )
        )
        if len(found) == MOST_PIECES:
            break
    return tuple(found)


def years(text: str) -> tuple[int, int] | None:
    """The first and last year meant by `2019`, `2015-2019` or `2015..2019`."""
    match = _YEARS.fullmatch(text)
    if match is None:
        return None
    one, other = int(match["one"]), int(match["other"] or match["one"])
    return min(one, other), max(one, other)


def number(text: str) -> str | None:
    """The PMID, PMCID or DOI that is all that was typed, as the index holds it.

    Four digits that could be a year are one, unless `pmid` stands before them.
    """
    text = text.strip().casefold()
    address = _ADDRESS.fullmatch(text) or _ADDRESS.match(text)
    if address is not None:
        text = _PART_OF_PAPER.sub("", address["rest"].rstrip("/"))
        host, slash, path = text.partition("/")
        match = _IN_ADDRESS.fullmatch(slash + path)
        if match is not None and _OF_NLM.fullmatch(host):
            return match["pmid"] or match["pmcid"]
    match = _NUMBER.fullmatch(text)
    if match is not None:
        found = match["pmid"] or match["pmcid"]
        return None if _SEEMS_A_YEAR.fullmatch(text) else found
    match = _DOI.fullmatch(text)
    return match["doi"].rstrip(".,;)") if match else None
