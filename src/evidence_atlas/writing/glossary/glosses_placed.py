"""Where plain words, or a gloss in brackets, may stand in a sentence of the authors' own."""

from __future__ import annotations

import re

from evidence_atlas.records import GlossaryEntry

from ..tables import table

_WORDS: dict[str, str] = table("glosses_placed.toml")

_FOLLOWS = re.compile(_WORDS["follows"], re.IGNORECASE)
_FIGURES_FOLLOW = re.compile(_WORDS["figures_follow"])
# "CD4⁺", "Post-Acute COVID-19 Vaccination Syndrome": a bracket would tear a name apart.
_IN_A_NAME = re.compile(r"\s?[⁺⁻+αβγδ]|\s[A-Z][a-z]+")
_ARTICLE_FITS = re.compile(_WORDS["article_fits"], re.IGNORECASE)
_ARTICLE = re.compile(_WORDS["article"], re.IGNORECASE)
_NO_SINGULAR = re.compile(_WORDS["no_singular"])


def place_of_gloss(
    text: str, start: int, end: int, entry: GlossaryEntry, *, kept: bool, ends: bool, quick: bool
) -> int | None:
    """Where the gloss of a term may stand: behind it, or behind the noun that it belongs to.

    Quick has room for one gloss, and there the plain words stand in front of the noun.
    """
    if entry.before_a_noun and not quick:
        place = _behind_noun(text, start, end)
        ended = kept and _FOLLOWS.match(text, end) and not _LISTED.match(text, end)
        if place is not None or not ended:
            return place
    elif not quick and " " in text[start:end] and _ONE_OF_SEVERAL.search(text[:start]):
        return None  # "physical and cognitive symptoms"
    elif entry.before_a_noun and not kept:
        return None
    if _already(text, end) or _IN_A_NAME.match(text, end) or not _whole(text, start, end, ends):
        return None
    return end


_NOUN = re.compile(_WORDS["noun"])
"""One noun of the running text, which no further word of its name may follow."""
_LISTED = re.compile(r",|\s(?:and|or)\b")
_SURELY_A_NOUN = re.compile(r"(?:(?<!ou)s|ion|ment|ity|ness|ue)\Z")
_ONE_OF_SEVERAL = re.compile(_WORDS["one_of_several"], re.IGNORECASE)
"""Other adjectives of the same noun stand in front, and it would be explained by one of them."""


def _behind_noun(text: str, start: int, end: int) -> int | None:
    """The end of the noun that an adjective belongs to: "neurological symptoms (of the nerves)"."""
    noun = _NOUN.match(text, end)
    if noun is None or text[start - 1 : start] in tuple(_JOINS):
        return None
    if _ONE_OF_SEVERAL.search(text[:start]) or _FOLLOWS.match(text, end):
        return None
    if _LISTED.match(text, noun.end()) and not _SURELY_A_NOUN.search(noun[0]):
        return None  # "persistent lung and heart damage"
    stands = _FOLLOWS.match(text, noun.end()) and not _already(text, noun.end())
    return noun.end() if stands else None


def _whole(text: str, start: int, end: int, ends: bool) -> bool:
    """Whether a bracket can stand behind a term: it ends a name, and is no part of a longer one.

    Before another noun ("kidney function") it would tear the words apart, and behind a hyphen
    ("platelet-rich plasma") it would explain only a part of them. With `ends`, not even a word of
    measuring may follow ("cytokine levels").
    """
    if text[start - 1 : start] in tuple("-‐‑–"):
        return False
    if _RICH.search(text[:start]) is not None:
        return False
    beside = None if ends else _BESIDE.match(text, end)
    return _FOLLOWS.match(text, end) is not None or beside is not None


_BESIDE = re.compile(_WORDS["beside"])
"""Words of measuring, behind which a bracket leaves the name whole."""
_RICH = re.compile(_WORDS["rich"])


def may_stand(text: str, start: int, end: int, entry: GlossaryEntry) -> bool:
    """Whether the plain words of an entry can stand where its technical word stood."""
    if entry.before_a_noun:
        before = text[:start]
        two = " and " in entry.plain and (_AND.search(before) or _AND.match(text, end))
        alone = before[-1:] not in tuple(_JOINS) and not two
        return alone and _before_a_noun(text, end) and _article_fits(before, entry.plain)
    return _grammar_holds(text, start, end, entry.plain)


_JOINS = "-‐‑–/"
"""Behind one of these a word is part of a longer one."""
_AND = re.compile(r"\b(?:and|or)\s$|\s(?:and|or)\s")
"""Beside another "and", two words for one would be taken for two of a list."""
_NOUN_FOLLOWS = re.compile(_WORDS["noun_follows"])
"""A word of the running text follows, which is no name and no little word."""


def _before_a_noun(text: str, end: int) -> bool:
    return _NOUN_FOLLOWS.match(text, end) is not None


def _article_fits(before: str, plain: str) -> bool:
    """Whether the article in front of a word goes with other words in its place."""
    article = _ARTICLE.search(before)
    vowel = plain[0] in "aeiou"
    return article is None or {"a": not vowel, "an": vowel}.get(article[1].casefold(), True)


_LEANS = re.compile(r"\b\w+(?:al|ar|ic|ive|ory|ous),? (?:and|or) \Z", re.IGNORECASE)
"""An adjective that shares the noun of the words behind it ("physical and cognitive symptoms")."""


def _grammar_holds(text: str, start: int, end: int, plain: str) -> bool:
    """Whether plain words can stand where the technical word stood."""
    if not _FOLLOWS.match(text, end) or text[start - 1 : start] in tuple(_JOINS):
        return False  # a word behind a hyphen is part of a longer one
    before = text[:start]
    *others, noun = text[start:end].casefold().split()
    if others and _LEANS.search(before) and plain.casefold().split()[-1] != noun:
        return False  # the adjective would be left without its noun
    if plain.startswith(("a ", "an ", "the ")):
        brings = text[start:end].casefold().startswith(("a ", "an ", "the "))
        return brings or bool(_ARTICLE_FITS.search(before))
    alone = _ARTICLE.search(before) is None
    return alone or (_article_fits(before, plain) and not _NO_SINGULAR.search(plain))


def _already(text: str, end: int) -> bool:
    """A bracket follows at once, or the word is inside one, or is part of a longer word."""
    before = text[:end]
    if text[end : end + 1] in ("-", "‐", "‑", "–", "/"):
        return True
    if before.count("(") > before.count(")"):
        return True
    return text[end : end + 2] == " (" and _FIGURES_FOLLOW.match(text, end) is None
