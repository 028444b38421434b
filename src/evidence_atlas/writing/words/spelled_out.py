"""Short forms spelled out in what is told, where the record says what they stand for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from evidence_atlas.records import Quote, QuoteSupport, Record, quoted, texts

from ..tables import table
from .clause import loaded
from .edges import IN_BRACKETS
from .short_forms import SHORT_FORM, bracketed, meaning_of

# With a hyphen ("OSC-G"), or with one capital ("Hp"): a short form where the abstract brackets it.
_BRACKETED = re.compile(
    r"\s[(\[]((?:[A-Za-z]*[A-Z][A-Za-z]*(?:-[A-Za-z\d]+)+)|[A-Z][a-z]{1,3})[)\],;]"
)
QUOTED = re.compile(r"“[^“”]*”")
"""What stands between quotation marks is the authors'."""
# Within a longer name ("TNF-alpha", "CD4+") a short form stays.
_JOINS = frozenset("-‐‑–/+")
_MAY_FOLLOW = re.compile(table("words/spelled_out.toml")["may_follow"]["pattern"])
"""Behind the hyphen of a short form: a word that its words may stand before as well."""
_OF_A_LONGER = re.compile(r"(?<![\w-])[A-Za-z]-\Z")
"""Before a short form: one letter more of it, as in "h-EDS", so that its words are others."""


def _forms(record: Record, text: str) -> Iterator[re.Match[str]]:
    """The short forms in a text, those that only this abstract's brackets show to be one too."""
    held = texts(record)
    own = {
        m[1]
        for field in ("abstract", "title")
        for m in _BRACKETED.finditer(held.get(field, ""))
        if m[1] in text and bracketed(record, m[1]) is not None
    }
    if not own:
        return SHORT_FORM.finditer(text)
    longest = "|".join(sorted(map(re.escape, own), key=lambda f: (-len(f), f)))
    return re.finditer(rf"(?<![\w-])(?:{longest})(?![\w-])|{SHORT_FORM.pattern}", text)


def spelled_out(record: Record, text: str) -> tuple[str, tuple[QuoteSupport, ...]] | None:
    """The text with its short forms spelled out, and where they are explained.

    None where one of them is explained nowhere.
    """
    support: list[QuoteSupport] = []
    out, at = [], 0
    for match in _forms(record, text):
        found = meaning_of(record, match.group())
        if found is None or _OF_A_LONGER.search(text, 0, match.start()):
            return None
        words, where = found
        out += [text[at : match.start()], words]
        at = match.end()
        support.append(quoted(where))
    return "".join(out) + text[at:], tuple(support)


def spelled_where_told(
    record: Record, text: str, keep: Callable[[str], bool]
) -> tuple[str, tuple[QuoteSupport, ...]]:
    """The text with those short forms spelled out that the abstract explains, and where it does.

    What stands between quotation marks stays, and so does a form of which `keep` is true.
    """
    hidden = [m.span() for m in QUOTED.finditer(text)]
    support: list[QuoteSupport] = []
    out, at = [], 0
    for match in _forms(record, text):
        start, end = match.span()
        if any(a < end and start < b for a, b in hidden) or keep(match.group()):
            continue
        if text[start - 1 : start] == "(" and text[end : end + 1] == ")":
            continue  # its words stand in front of it
        found = None
        joined = next((j for j in _JOINED.finditer(text) if j.start() <= start < j.end()), None)
        if joined is not None:
            # All of it, or nothing: "CX-acute injury" is no name of anything.
            if start < at or not _knows_all(record, joined[0], keep):
                continue
            found = _of_all(record, joined[0], keep) if start == joined.start() else None
            end = end if found is None else joined.end()
        if found is None and (one := meaning_of(record, match.group())) is not None:
            found = (one[0], (one[1],))
        if found is None or (
            text[end : end + 1] in ("-", "‐", "/")
            and not _MAY_FOLLOW.match(text, end)
            and not _two_names(text, end, keep)
        ):
            continue
        if _OF_A_LONGER.search(text, 0, start):
            continue
        words = found[0][:1].upper() + found[0][1:] if start == 0 else found[0]
        before = text[at:start]
        if _NON.search(before) and " " in words and _ENDS_THERE.match(text, end):
            # "Compared to non-OAC": no oral anticoagulant, and not one that is not oral.
            before = _NON.sub("no ", before)
        out += [_with_its_article(before, words), words]
        at = end
        support += map(quoted, found[1])
    return "".join(out) + text[at:], tuple(support)


def _two_names(text: str, end: int, keep: Callable[[str], bool]) -> bool:
    """Whether behind a slash stands a short form that needs no words: "LC/PASC"."""
    other = SHORT_FORM.match(text, end + 1) if text[end] == "/" else None
    return other is not None and keep(other[0])


_NON = re.compile(r"\bnon[-‐‑]\Z", re.IGNORECASE)
_ENDS_THERE = re.compile(r"\s*(?:\Z|[.,;:()]|(?:and|or|but)\b)")
_JOINED = re.compile(r"(?<![\w-])[A-Z]{2,8}(?:-[A-Z]{2,8})+(?![\w-])")
"""Short forms that make one name together: "CX-AXI"."""


def _knows_all(record: Record, name: str, keep: Callable[[str], bool]) -> bool:
    if bracketed(record, name) is not None:
        return True
    return all(keep(form) or meaning_of(record, form) for form in name.split("-"))


def _of_all(
    record: Record, name: str, keep: Callable[[str], bool]
) -> tuple[str, tuple[Quote, ...]] | None:
    """The words of a name of several short forms, all of which the abstract explains."""
    if (whole := bracketed(record, name)) is not None:
        return whole[0], (whole[1],)
    parts = [None if keep(form) else meaning_of(record, form) for form in name.split("-")]
    found = [part for part in parts if part is not None]
    if len(found) < len(parts):
        return None
    return " ".join(words for words, _ in found), tuple(where for _, where in found)


_ARTICLE = re.compile(r"\b(an?)(?= $)", re.IGNORECASE)


def _with_its_article(before: str, words: str) -> str:
    """ "An LC diagnosis" becomes "a long COVID diagnosis"."""
    fits = "an" if words[:1].casefold() in "aeio" else "a"

    def fitting(article: re.Match[str]) -> str:
        return fits.capitalize() if article[0][0].isupper() else fits

    return _ARTICLE.sub(fitting, before)


def spelled_at_first(
    record: Record, text: str, told: set[str], keep: Callable[[str], bool]
) -> tuple[str, tuple[QuoteSupport, ...]]:
    """The text with the words in front of each short form that was not yet `told` on the page.

    "The HAIs recovered" becomes "the highly active individuals (HAIs) recovered". What stands in
    quotation marks or in brackets stays, and so does a form of which `keep` is true.
    """
    hidden = [m.span() for m in (*QUOTED.finditer(text), *IN_BRACKETS.finditer(text))]
    support: list[QuoteSupport] = []
    out, at = [], 0
    for match in _forms(record, text):
        start, end = match.span()
        form = match.group()
        if form.casefold() in told or keep(form):
            continue
        if any(a < end and start < b for a, b in hidden):
            continue
        if text[start - 1 : start] in _JOINS or text[end : end + 1] in _JOINS:
            continue
        found = meaning_of(record, form)
        if found is None:
            continue
        judges = loaded(found[0]) and not loaded(text)
        if judges and record.abstract_kind == "retold":
            continue  # no word of a retelling is the authors'
        told.add(form.casefold())
        words = found[0][:1].upper() + found[0][1:] if start == 0 else found[0]
        if judges:
            words = f"“{words}”"  # what judges is the authors' name of a group
        out += [_with_its_article(text[at:start], words), f"{words} ({form})"]
        at = end
        support.append(quoted(found[1]))
    return "".join(out) + text[at:], tuple(support)
