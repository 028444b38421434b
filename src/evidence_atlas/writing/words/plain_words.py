"""Plain words: technical terms give way to lay ones, or are kept and glossed at first use.

An entry whose `plain` equals its `term` has no plainer name: the term stays, and its gloss
follows in brackets where it is first used on the page. Other entries are replaced in the
sections for everybody; in the rest the technical word stays, glossed once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from evidence_atlas.records import Condition, GlossaryEntry, RuleSupport
from evidence_atlas.records.finder import finder

from ..said import Said
from ..tables import tables
from .spelled_out import words_of

_FIELDS = tables("glossary")
GENERAL: tuple[GlossaryEntry, ...] = tuple(
    GlossaryEntry(**e) for field in _FIELDS if "below_quick" not in field for e in field["glossary"]
)
BELOW_QUICK: tuple[GlossaryEntry, ...] = tuple(
    GlossaryEntry(**e) for field in _FIELDS if "below_quick" in field for e in field["glossary"]
)
"""Words of papers that Quick leaves as they are: its one gloss goes to what is not met so often."""
_QUOTED = re.compile(r"“[^”]*”")
MOST_QUICK_GLOSSES = 1
# Plain words go in only where the grammar is certain: as a noun that nothing leans on. What
# follows must end the phrase; before words that bring an article of their own, none may stand.
_FOLLOWS = re.compile(
    r"(?:$|[.,;:)?]|\s+(?:was|were|is|are|had|has|did|in|of|and|or|but|than|after|with|without|"
    r"between|at|on|to|for|from|by|rose|fell|not|when|while|also|among|during|over|improved|"
    r"scores?|increased|decreased|remained|showed|worsened|changed|differed|compared|one|who|that|which|"
    r"then|until|across|within|before|as)\b(?![-‐‑–]))",
    re.IGNORECASE,
)
# "CD4⁺", "Post-Acute COVID-19 Vaccination Syndrome": a bracket would tear a name apart.
_IN_A_NAME = re.compile(r"\s?[⁺⁻+αβγδ]|\s[A-Z][a-z]+")
_ARTICLE_FITS = re.compile(
    r"(?:^|[,;:]\s*|\b(?:in|of|and|or|with|on|but|than|that|for|between|by|to|from|had|have|"
    r"measured|had,)\s+)$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\b(an?|one|each|every|this|that) $", re.IGNORECASE)
_NO_SINGULAR = re.compile(r"s$|^(?:trouble|thinking|shortness|blood|muscle|joint)\b")


@dataclass(frozen=True)
class Term:
    entry: GlossaryEntry
    pattern: re.Pattern[str]
    below_quick: bool = False

    @property
    def kept(self) -> bool:
        return self.entry.plain.casefold() == self.entry.term.casefold()

    @property
    def support(self) -> RuleSupport:
        said, gloss = self.entry.plain, self.entry.gloss
        meaning = gloss if self.kept else said if gloss in ("", said) else f"{said} ({gloss})"
        return RuleSupport(rule="glossary", text=f"Glossary: {self.entry.term} means {meaning}.")


@lru_cache(maxsize=4096)
def _term(entry: GlossaryEntry, below_quick: bool = False) -> Term:
    return Term(entry, re.compile(entry.pattern, re.IGNORECASE), below_quick)


_OWN: dict[int, tuple[tuple[GlossaryEntry, ...], tuple[GlossaryEntry, ...]]] = {}
"""By the identity of an illness's glossary: itself, and its entries that are explained."""


def stands_for(text: str, plain: str) -> bool:
    """True where a technical word in the text has exactly these plain words."""
    wanted = plain.casefold()
    return any(e.plain.casefold() == wanted for e in finder(GENERAL).found(text))


def glossary_support(plain: str) -> tuple[RuleSupport, ...]:
    """The glossary entry that gives these plain words."""
    wanted = plain.casefold()
    return tuple(_term(e).support for e in GENERAL if e.plain.casefold() == wanted)[:1]


def _explained(condition: Condition) -> tuple[GlossaryEntry, ...]:
    """The illness's glossary without its own names, which need no gloss on every page."""
    known = _OWN.get(id(condition.glossary))
    if known is None:
        names = [re.compile(n.pattern, re.IGNORECASE) for n in condition.names]
        kept = (e for e in condition.glossary if not any(n.fullmatch(e.term) for n in names))
        known = _OWN[id(condition.glossary)] = (condition.glossary, tuple(kept))
    return known[1]


def terms_for(condition: Condition, text: str) -> list[Term]:
    """The terms that occur in a text; the illness's own glossary goes before the general one."""
    own, general = finder(_explained(condition)).found(text), finder(GENERAL).found(text)
    return [_term(entry) for entry in (*own, *general)]


_IN_BRACKETS = re.compile(r"\s\((?P<form>[A-Z][A-Z0-9-]{1,7})[;,)]")


def _explained_forms(text: str) -> Iterator[tuple[str, str]]:
    """Short forms that a text explains, each with its words."""
    for bracket in _IN_BRACKETS.finditer(text):
        words = words_of(bracket["form"], text[max(0, bracket.start() - 80) : bracket.start()])
        if words:
            yield bracket["form"], words


class Glosser:
    """Goes through a page in reading order and remembers what has been explained."""

    def __init__(self, condition: Condition, text: str) -> None:
        self._terms = terms_for(condition, text)
        self._below = [_term(entry, True) for entry in finder(BELOW_QUICK).found(text)]
        self._others = dict(_explained_forms(text))
        self._known: set[str] = set()
        illnesses = condition.known_illnesses
        self._illness = [re.compile(n.pattern, re.IGNORECASE) for n in illnesses]

    def forget(self) -> None:
        """As if nothing had been explained yet."""
        self._known.clear()

    def apply(self, sentence: Said, *, gloss: bool = True, most: int | None = None) -> Said:
        """The sentence in plain words, with the glossary entries that it used as support.

        With `most`, no more than that many glosses are given from the start of the page on,
        and none to the name of an illness, which the page carries on top.
        """
        text, used = self._rewritten(sentence.text, sentence.lay, gloss, most)
        return replace(sentence, text=text).supported_by(*used) if used else sentence

    def _glossed(self, term: Term, said: str, most: int | None) -> bool:
        """Whether a term may be explained where it stands."""
        if term.entry.term in self._known:
            return False
        if most is None:
            return True
        if term.entry.gloss == term.entry.plain:
            return False  # What has plain words needs the one gloss less than what has none.
        return len(self._known) < most and not self._names_illness(said)

    def _stands_for_another(self, term: Term, said: str) -> bool:
        """Whether the text explains a short form by other words: "chemical intolerance (CI)"."""
        words = self._others.get(said)
        if words is None or words_of(said, term.entry.term) is None:
            return False  # nothing but the short form is known of the entry
        return term.pattern.search(words) is None

    def _names_illness(self, said: str) -> bool:
        return any(p.fullmatch(said) for p in self._illness)

    def _rewritten(
        self, text: str, lay: bool, gloss: bool, most: int | None
    ) -> tuple[str, list[RuleSupport]]:
        hidden = [m.span() for m in _QUOTED.finditer(text)]
        found: list[tuple[int, int, Term]] = []
        for term in [*self._terms, *(self._below if gloss and most is None else ())]:
            for match in term.pattern.finditer(text):
                span = match.span()
                if self._stands_for_another(term, match[0]):
                    continue
                if span[0] < span[1] and not any(a < span[1] and span[0] < b for a, b in hidden):
                    found.append((*span, term))
        # The longest term at a place wins; a term inside another is part of it.
        found.sort(key=lambda f: (f[0], -(f[1] - f[0])))
        out, at, used = [], 0, []
        glossed: set[str] = set()
        for start, end, term in found:
            if start < at or (term.below_quick and _inside(start, end, found)):
                continue
            said = text[start:end]
            if lay and not term.kept and _may_stand(text, start, end, term.entry):
                plain = term.entry.plain
                new = plain[:1].upper() + plain[1:] if start == 0 else plain
                used.append(term.support)
            elif not gloss or not term.entry.gloss or not self._glossed(term, said, most):
                continue
            else:
                ends = most is not None or self._names_illness(said)
                place = _place(text, start, end, term, ends=ends, quick=most is not None)
                if place is None or term.entry.gloss in (said.casefold(), *glossed):
                    continue  # The same words twice in one sentence, or inside a longer name.
                if place > end and any(a < place and end < b for a, b, _ in found):
                    continue  # The noun is a term itself, or the two are one.
                glossed.add(term.entry.gloss)
                self._known.add(term.entry.term)
                end = place
                new = f"{text[start:end]} ({term.entry.gloss})"
                used.append(term.support)
            out.append(text[at:start])
            out.append(new)
            at = end
        return "".join(out) + text[at:], used


def _inside(start: int, end: int, found: list[tuple[int, int, Term]]) -> bool:
    """Whether a longer term holds a word, and is explained as a whole."""
    return any(a <= start and end <= b and b - a > end - start for a, b, _ in found)


def _place(text: str, start: int, end: int, term: Term, *, ends: bool, quick: bool) -> int | None:
    """Where the gloss of a term may stand: behind it, or behind the noun that it belongs to.

    Quick has room for one gloss, and there the plain words stand in front of the noun.
    """
    entry = term.entry
    if entry.before_a_noun and not quick:
        place = _behind_noun(text, start, end)
        ended = term.kept and _FOLLOWS.match(text, end) and not _LISTED.match(text, end)
        if place is not None or not ended:
            return place
    elif not quick and " " in text[start:end] and _ONE_OF_SEVERAL.search(text[:start]):
        return None  # "physical and cognitive symptoms"
    elif entry.before_a_noun and not term.kept:
        return None
    if _already(text, end) or _IN_A_NAME.match(text, end) or not _whole(text, start, end, ends):
        return None
    return end


_NOUN = re.compile(
    r"\s(?!(?:and|or|but|than|enough|also|when|while|not|who|that|which|after|before|among)\b)"
    r"(?!(?:quality|activities|shortness|loss|lack|sense)\b|[a-z]+(?:ed|ing|ly)\b)[a-z]{3,}(?![\w'’-])"
)
"""One noun of the running text, which no further word of its name may follow."""
_LISTED = re.compile(r",|\s(?:and|or)\b")
_SURELY_A_NOUN = re.compile(r"(?:(?<!ou)s|ion|ment|ity|ness|ue)\Z")
_ONE_OF_SEVERAL = re.compile(
    r"(?:\b[\w-]+(?:al|ar|ic|ive|ory|ous|ed|ent)|\))(?:,|,? (?:and|or)) \Z", re.IGNORECASE
)
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


_BESIDE = re.compile(
    r"\s(?:levels?|concentrations?|counts?|rates?|responses?|symptoms?|profiles?|activity|values|"
    r"production|analys[ei]s|stud(?:y|ies)|models?|trials?|estimates?|findings|results|data|risks?|"
    r"signs?|episodes?|measures?|figures|differences?|patterns?|groups?)\b(?! [A-Z])"
)
"""Words of measuring, behind which a bracket leaves the name whole."""
_RICH = re.compile(r"[-‐‑–](?:rich|poor|score|weighted|free|derived|related|specific) \Z")


def _may_stand(text: str, start: int, end: int, entry: GlossaryEntry) -> bool:
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
_NOUN_FOLLOWS = re.compile(
    r"\s(?:(?:and|or) (?!(?:was|were|had|is|are|did)\b)[a-z-]+ )?"
    r"(?!(?:and|or|of|in|to|with|for|at|by|on|from|as|but|than|after|among|was|were|is|are|had|has|"
    r"have|did|not|that|which|who|when|while)\b)[a-z]{3,}"
)
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
        return bool(_ARTICLE_FITS.search(before))
    alone = _ARTICLE.search(before) is None
    return alone or (_article_fits(before, plain) and not _NO_SINGULAR.search(plain))


def _already(text: str, end: int) -> bool:
    """A bracket follows at once, or the word is inside one, or is part of a longer word."""
    before = text[:end]
    if text[end : end + 1] in ("-", "‐", "‑", "–", "/"):
        return True
    return text[end : end + 2] == " (" or before.count("(") > before.count(")")
