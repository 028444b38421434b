"""Short forms spelled out, where the abstract itself says what they stand for.

A short form stands in brackets after the words that it shortens (initials.py), or the title spells
it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from evidence_atlas.records import Quote, QuoteSupport, Record, quote, quoted, texts

from ..tables import table
from .clause import loaded
from .edges import IN_BRACKETS
from .initials import SEVERAL, SMALL_WORDS, shortened, words_of
from .noun_phrases import in_small_letters, is_name

SHORT_FORM = re.compile(r"\b\w*[A-Z]\w*[A-Z]\w*\b")
# With a hyphen ("OSC-G"), or with one capital ("Hp"): a short form where the abstract brackets it.
_BRACKETED = re.compile(
    r"\s[(\[]((?:[A-Za-z]*[A-Z][A-Za-z]*(?:-[A-Za-z\d]+)+)|[A-Z][a-z]{1,3})[)\],;]"
)
# A name of a body, a place or an instrument keeps its capitals.
_PROPER = re.compile(table("words/spelled_out.toml")["proper"]["pattern"])
QUOTED = re.compile(r"“[^“”]*”")
"""What stands between quotation marks is the authors'."""
# Within a longer name ("TNF-alpha", "CD4+") a short form stays.
_JOINS = frozenset("-‐‑–/+")
# Words of a sentence, and of no name: what stands between them is compared or told, not named.
_NO_NAME = re.compile(table("words/spelled_out.toml")["no_name"]["pattern"], re.IGNORECASE)


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
        if m[1] in text and _bracketed(record, m[1]) is not None
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
        found = _explained(record, match.group())
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
        if found is None and (one := _explained(record, match.group())) is not None:
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
    if _bracketed(record, name) is not None:
        return True
    return all(keep(form) or _explained(record, form) for form in name.split("-"))


def _of_all(
    record: Record, name: str, keep: Callable[[str], bool]
) -> tuple[str, tuple[Quote, ...]] | None:
    """The words of a name of several short forms, all of which the abstract explains."""
    if (whole := _bracketed(record, name)) is not None:
        return whole[0], (whole[1],)
    parts = [None if keep(form) else _explained(record, form) for form in name.split("-")]
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
        found = _explained(record, form)
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


def explained(record: Record, form: str) -> bool:
    """Whether title or abstract says what a short form stands for."""
    return _explained(record, form) is not None


def explained_where(record: Record, form: str) -> tuple[QuoteSupport, ...]:
    """The place of title or abstract that says what a short form stands for."""
    found = _explained(record, form)
    return () if found is None else (quoted(found[1]),)


def stands_for(record: Record, form: str) -> str | None:
    """The words of title or abstract that a short form stands for."""
    found = _explained(record, form)
    return None if found is None else found[0]


def _explained(record: Record, form: str) -> tuple[str, Quote] | None:
    """The words of a short form and where they stand; of several things, those of one of them."""
    found = _bracketed(record, form) or _second_in_bracket(record, form) or _in_title(record, form)
    if found is None and SEVERAL.fullmatch(form):
        found = _bracketed(record, form[:-1])
        if found is not None and not found[0].endswith("s"):
            found = (f"{found[0]}s", found[1])
    if found is None and form.isupper() and len(form) > 1:
        # Of one thing, where only several are explained: "vesicles (EVs)".
        several = _bracketed(record, f"{form}s")
        if several is not None and _PLURAL.search(several[0]):
            found = (several[0][:-1], several[1])
    return found


_FEWEST_SAVED = 3
_PLURAL = re.compile(r"[b-df-hj-np-rtv-z]s$|[^iaou]es$(?<!ses|xes|ies|hes)")
_FEWEST_IN_TITLE = 3


def _second_in_bracket(record: Record, form: str) -> tuple[str, Quote] | None:
    """ "(AVP deficiency; AVP-D)", or behind the words and another name for them in brackets."""
    text = texts(record).get("abstract", "")
    for bracket in re.finditer(rf"[(\[]([^()\[\]]{{3,80}})[;,] {re.escape(form)}[)\]]", text):
        for start, before in ((bracket.start(1), bracket[1]), (0, text[: bracket.start() - 1])):
            words = words_of(form, before)
            if words and _names_one_thing(form, words, text):
                at = start + len(before) - len(words)
                return _uncapital(words, text), quote(texts(record), "abstract", at, bracket.end())
    return None


def _in_title(record: Record, form: str) -> tuple[str, Quote] | None:
    """The words of the title of which each gives its first letter: "Children and Young People"."""
    title = record.title
    if not form.isalpha() or not form.isupper() or len(form) < _FEWEST_IN_TITLE:
        return None
    parts = list(re.finditer(r"[^\W\d_]+", title))
    for first in range(len(parts)):
        for last in range(first + len(form), min(first + len(form) + 1, len(parts)) + 1):
            chosen = [p.group() for p in parts[first:last]]
            kept = [w for w in chosen if w.casefold() not in SMALL_WORDS]
            if "".join(w[0] for w in kept).casefold() != form.casefold():
                continue
            start, end = parts[first].start(), parts[last - 1].end()
            between = title[start:end]
            if chosen[0].casefold() in SMALL_WORDS or chosen[-1].casefold() in SMALL_WORDS:
                continue
            if not re.search(r"[.;:,?!()\[\]]", between):
                return _uncapital(between, title), quote(texts(record), "title", start, end)
    return None


def _bracketed(record: Record, form: str) -> tuple[str, Quote] | None:
    """The words in front of the short form in brackets that it shortens."""
    held = texts(record)
    for field in ("abstract", "title"):
        text = held.get(field, "")
        # At the head of a sentence a form has a capital more: "PwX" for "pwX".
        forms = {form, form[:1].lower() + form[1:]}
        either = "|".join(sorted(map(re.escape, forms)))
        for bracket in re.finditer(rf"\s[(\[](?:{either})%?(?:[)\]]|[,;] )", text):
            before = text[: bracket.start()]
            words = shortened(form, before)
            if words and _names_one_thing(form, words, text):
                start = bracket.start() - len(words)
                end = bracket.start() + len(bracket[0].rstrip())
                return _uncapital(words, text), quote(held, field, start, end)
    return None


def _names_one_thing(form: str, words: str, text: str) -> bool:
    """Whether the words are one name: none that compares, and no short form beside this one.

    In "higher in LCF compared to males (LCM)" all letters of LCM stand before it, and LCF is
    another group. "People with LC (PwLC)" holds a form of another thing, which is no rival.
    A project called RECOVER is not short for the recovery in front of it.
    """
    if _NO_NAME.search(words):
        return False
    if form.isupper() and len(words) < len(form) + _FEWEST_SAVED:
        return False
    rivals = (f for f in SHORT_FORM.findall(words) if len(f) == len(form) and f[0] == form[0])
    return not any(re.search(rf"[(\[]{re.escape(rival)}[)\],;]", text) for rival in rivals)


def _uncapital(words: str, text: str) -> str:
    """ "Retinal Nerve Fiber Layer" is a plain noun; a name such as "Epstein" inside stays.

    Beside words in small letters a capital is that of a name ("Oxford sequencing"), unless it
    begins a sentence of the text.
    """
    if _PROPER.search(words):
        return words
    first, _, rest = words.partition(" ")
    plain = first[:1].isupper() and first[1:].islower() and not is_name(first)
    plain = plain and first[1:2] not in ("-", "‐")  # "C-reactive"
    titled = all(w[:1].isupper() for w in rest.split() if len(w) > 3)
    if not titled and not _begins(words, text):
        return words
    if not titled:
        return f"{first.lower() if plain else first} {rest}".strip()
    if plain or _JOINED_WORDS.match(first):
        first = in_small_letters(first)
    return f"{first} {in_small_letters(rest)}".strip()


_JOINED_WORDS = re.compile(r"[A-Z][a-z]{3,}[-‐][A-Z]")
"""Two words of a title, as "Post-Acute"; the parts of a molecule are shorter: "Des-Arg"."""


def _begins(words: str, text: str) -> bool:
    at = text.find(words)
    return at <= 0 or text[:at].rstrip()[-1:] in ".:;?!"
