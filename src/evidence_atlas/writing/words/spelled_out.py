"""Short forms spelled out, where the abstract itself says what they stand for.

The rule is the first step of Schwartz and Hearst 2003 (a short form in brackets after the
words that it shortens), kept to the sure case: the first letters of those words spell it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from evidence_atlas.records import Quote, QuoteSupport, Record, quote, quoted, texts

from ..tables import table

SHORT_FORM = re.compile(r"\b\w*[A-Z]\w*[A-Z]\w*\b")
# A name of a body, a place or an instrument keeps its capitals.
_PROPER = re.compile(table("nouns.toml")["proper"]["pattern"])
_QUOTED = re.compile(r"“[^“”]*”")
_SMALL = frozenset({"of", "the", "and", "in", "for", "to", "a", "with", "on", "by"})


def spelled_out(record: Record, text: str) -> tuple[str, tuple[QuoteSupport, ...]] | None:
    """The text with its short forms spelled out, and where they are explained.

    None where one of them is explained nowhere.
    """
    support: list[QuoteSupport] = []
    out, at = [], 0
    for match in SHORT_FORM.finditer(text):
        found = _explained(record, match.group())
        if found is None:
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
    hidden = [m.span() for m in _QUOTED.finditer(text)]
    support: list[QuoteSupport] = []
    out, at = [], 0
    for match in SHORT_FORM.finditer(text):
        start, end = match.span()
        if any(a < end and start < b for a, b in hidden) or keep(match.group()):
            continue
        if text[start - 1 : start] == "(" and text[end : end + 1] == ")":
            continue  # its words stand in front of it
        found = _explained(record, match.group())
        if found is None or text[end : end + 1] in ("-", "‐", "/"):
            continue
        words = found[0][:1].upper() + found[0][1:] if start == 0 else found[0]
        out += [text[at:start], words]
        at = end
        support.append(quoted(found[1]))
    return "".join(out) + text[at:], tuple(support)


def _explained(record: Record, form: str) -> tuple[str, Quote] | None:
    held = texts(record)
    for field in ("abstract", "title"):
        text = held.get(field, "")
        for bracket in re.finditer(rf"\s\({re.escape(form)}(?:\)|[,;] )", text):
            before = text[: bracket.start()]
            words = _words_of(form, before) or _word_of(form, before)
            if words:
                start = bracket.start() - len(words)
                end = bracket.start() + len(bracket[0].rstrip())
                return _uncapital(words), quote(held, field, start, end)
    return None


def _words_of(form: str, before: str) -> str | None:
    """The words at the end of `before` whose first letters spell the short form."""
    letters = [c for c in form.casefold() if c.isalnum()]
    parts = list(re.finditer(r"[^\W_]+", before))[-len(letters) * 2 :]
    at = len(parts)
    for letter in reversed(letters):
        at -= 1
        while at > 0 and parts[at].group().casefold() in _SMALL and parts[at].group()[0] != letter:
            at -= 1
        # The number of a name is no letter of it: "post-COVID-19 syndrome (PCS)".
        while at > 0 and parts[at].group().isdigit() and not letter.isdigit():
            at -= 1
        if at < 0 or parts[at].group()[0].casefold() != letter:
            return None
    start = parts[at].start()
    if (
        at
        and before[start - 1 : start] == "-"
        and parts[at - 1].group()[0].casefold() == letters[0]
    ):
        start = parts[at - 1].start()  # "target-to-background ratio (TBR)" begins at "target"
    words = before[start:]
    return words if len(words) <= 60 and not re.search(r"[.;:,()\[\]]", words) else None


_FEWEST = 3


def _word_of(form: str, before: str) -> str | None:
    """The one word before a short form that has all its letters in order: "oxaloacetate (OAA)"."""
    last = re.search(r"[^\W\d_]{6,40}$", before)
    if last is None or len(form) < _FEWEST or not form.isalpha() or last[0].isupper():
        return None
    letters = iter(last[0].casefold())
    inside = all(c in letters for c in form.casefold())
    return last[0] if inside and last[0][0].casefold() == form[0].casefold() else None


def _uncapital(words: str) -> str:
    """ "Retinal Nerve Fiber Layer" is a plain noun; a name such as "Epstein" inside stays."""
    if _PROPER.search(words):
        return words
    first, _, rest = words.partition(" ")
    plain = first[:1].isupper() and first[1:].islower()
    titled = all(w[:1].isupper() for w in rest.split() if len(w) > 3)
    lower = re.sub(r"\b[A-Z][a-z]+\b", lambda w: w[0].lower(), rest) if titled else rest
    return f"{first.lower() if plain else first} {lower}".strip()
