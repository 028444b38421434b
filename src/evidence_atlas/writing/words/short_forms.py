"""What a short form stands for, where the record itself says it.

A short form stands in brackets after the words that it shortens (initials.py), or the title spells
it.
"""

from __future__ import annotations

import re

from evidence_atlas.records import Quote, QuoteSupport, Record, quote, quoted, texts

from ..tables import table
from .initials import SEVERAL, SMALL_WORDS, shortened, words_of
from .noun_phrases import in_small_letters, is_name

SHORT_FORM = re.compile(r"\b\w*[A-Z]\w*[A-Z]\w*\b")
# A name of a body, a place or an instrument keeps its capitals.
_PROPER = re.compile(table("words/short_forms.toml")["proper"]["pattern"])
# Words of a sentence, and of no name: what stands between them is compared or told, not named.
_NO_NAME = re.compile(table("words/short_forms.toml")["no_name"]["pattern"], re.IGNORECASE)
_FEWEST_SAVED = 3
_PLURAL = re.compile(r"[b-df-hj-np-rtv-z]s$|[^iaou]es$(?<!ses|xes|ies|hes)")
_FEWEST_IN_TITLE = 3
_JOINED_WORDS = re.compile(r"[A-Z][a-z]{3,}[-‐][A-Z]")
"""Two words of a title, as "Post-Acute"; the parts of a molecule are shorter: "Des-Arg"."""


def explained(record: Record, form: str) -> bool:
    """Whether title or abstract says what a short form stands for."""
    return meaning_of(record, form) is not None


def explained_where(record: Record, form: str) -> tuple[QuoteSupport, ...]:
    """The place of title or abstract that says what a short form stands for."""
    found = meaning_of(record, form)
    return () if found is None else (quoted(found[1]),)


def stands_for(record: Record, form: str) -> str | None:
    """The words of title or abstract that a short form stands for."""
    found = meaning_of(record, form)
    return None if found is None else found[0]


def meaning_of(record: Record, form: str) -> tuple[str, Quote] | None:
    """The words of a short form and where they stand; of several things, those of one of them."""
    found = bracketed(record, form) or _second_in_bracket(record, form) or _in_title(record, form)
    if found is None and SEVERAL.fullmatch(form):
        found = bracketed(record, form[:-1])
        if found is not None and not found[0].endswith("s"):
            found = (f"{found[0]}s", found[1])
    if found is None and form.isupper() and len(form) > 1:
        # Of one thing, where only several are explained: "vesicles (EVs)".
        several = bracketed(record, f"{form}s")
        if several is not None and _PLURAL.search(several[0]):
            found = (several[0][:-1], several[1])
    return found


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


def bracketed(record: Record, form: str) -> tuple[str, Quote] | None:
    """The words in front of the short form in brackets that it shortens."""
    held = texts(record)
    for field in ("abstract", "title"):
        text = held.get(field, "")
        # At the head of a sentence a form has a capital more: "PwX" for "pwX".
        forms = {form, form[:1].lower() + form[1:]}
        either = "|".join(sorted(map(re.escape, forms)))
        for bracket in re.finditer(rf"(?:\s|(?<=[a-z]))[(\[](?:{either})%?(?:[)\]]|[,;] |;)", text):
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


def _begins(words: str, text: str) -> bool:
    at = text.find(words)
    return at <= 0 or text[:at].rstrip()[-1:] in ".:;?!"
