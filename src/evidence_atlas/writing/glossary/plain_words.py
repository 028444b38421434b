"""Plain words: technical terms give way to lay ones, or are kept and glossed at first use.

An entry whose `plain` equals its `term` has no plainer name: the term stays, and its gloss
follows in brackets where it is first used on the page. Other entries are replaced in the
sections for everybody; in the rest the technical word stays, glossed once, unless the plain words
say as much in its place: so it is with a formal word ("elevated"), which has no gloss, and with
an adjective ("pulmonary").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from evidence_atlas.records import Condition, GlossaryEntry, RuleSupport, needles
from evidence_atlas.records.finder import finder
from evidence_atlas.records.kept_patterns import compiled

from ..said import Said
from ..tables import tables
from ..words.everyday import in_everyday_words
from ..words.initials import words_of
from .glosses_placed import may_stand, place_of_gloss

_FIELDS = tables("glossary")
GENERAL: tuple[GlossaryEntry, ...] = tuple(
    GlossaryEntry(**e) for field in _FIELDS if "below_quick" not in field for e in field["glossary"]
)
BELOW_QUICK: tuple[GlossaryEntry, ...] = tuple(
    GlossaryEntry(**e) for field in _FIELDS if "below_quick" in field for e in field["glossary"]
)
"""Words of papers that Quick leaves as they are: its one gloss goes to what is not met so often."""
_QUOTED = re.compile(r"“[^”]*”|(?<!\w)‘[^‘’]*’(?!\w)")
_TWICE = re.compile(r"\b(?P<what>[a-z][a-z-]*(?: [a-z-]+){1,5})(?:,? (?:and|or)|,) (?P=what)\b")
"""Two technical words for which the plain ones are the same: "dyspnoea and shortness of breath"."""
MOST_QUICK_GLOSSES = 1
MOST_IN_A_SENTENCE = 3
"""Of so many brackets a sentence is full: a word that every paper uses is explained further on."""


@dataclass(frozen=True)
class Term:
    """A glossary entry and where it stands: everywhere, or only below Quick."""

    entry: GlossaryEntry
    pattern: re.Pattern[str]
    below_quick: bool = False

    @property
    def kept(self) -> bool:
        return self.entry.plain.casefold() == self.entry.term.casefold()

    @property
    def everywhere(self) -> bool:
        """Whether the plain words lose nothing that a reader of the whole page might look for."""
        return not self.kept and (not self.entry.gloss or self.entry.before_a_noun)

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

    def __init__(self, condition: Condition, text: str, title: str = "") -> None:
        self._terms = terms_for(condition, text)
        self._below = [_term(entry, True) for entry in finder(BELOW_QUICK).found(text)]
        self._others = dict(_explained_forms(text))
        self._known: set[str] = set()
        illnesses = condition.known_illnesses
        self._illness = [compiled(n.pattern) for n in illnesses]
        self._on_top = {p.pattern for p in self._illness if p.search(title)}
        self._on_top.update(n.pattern for n in condition.names)

    @property
    def known(self) -> frozenset[str]:
        """The terms that the page has explained so far."""
        return frozenset(self._known)

    @known.setter
    def known(self, terms: frozenset[str]) -> None:
        self._known = set(terms)

    def forget(self) -> None:
        """As if nothing had been explained yet."""
        self._known.clear()

    def apply(self, sentence: Said, *, gloss: bool = True, most: int | None = None) -> Said:
        """The sentence in plain words, with the glossary entries that it used as support.

        With `most`, no more than that many glosses are given from the start of the page on,
        and none to the name of an illness, which the page carries on top. The short form of
        another illness that the title does not name is explained like any other word.
        """
        text, used = self._rewritten(sentence.text, sentence.lay, gloss, most)
        if sentence.lay:
            text, everyday = in_everyday_words(text)
            used += everyday
        return replace(sentence, text=text).supported_by(*used) if used else sentence

    def _glossed(self, term: Term, said: str, most: int | None) -> bool:
        """Whether a term may be explained where it stands."""
        if term.entry.term in self._known:
            return False
        if most is None:
            return True
        if term.entry.gloss == term.entry.plain:
            return False  # What has plain words needs the one gloss less than what has none.
        return len(self._known) < most and not self._told_on_top(said)

    def _stands_for_another(self, term: Term, said: str) -> bool:
        """Whether the text explains a short form by other words: "chemical intolerance (CI)"."""
        words = self._others.get(said)
        if words is None or words_of(said, term.entry.term) is None:
            return False  # nothing but the short form is known of the entry
        return term.pattern.search(words) is None

    def _names_illness(self, said: str) -> bool:
        return any(p.fullmatch(said) for p in self._illness)

    def _told_on_top(self, said: str) -> bool:
        """Whether it names an illness that stands in the title, or that all know by its name."""
        names = [p.pattern for p in self._illness if p.fullmatch(said)]
        return bool(names) and not (said.isupper() and self._on_top.isdisjoint(names))

    def _rewritten(
        self, text: str, lay: bool, gloss: bool, most: int | None
    ) -> tuple[str, list[RuleSupport]]:
        hidden = [m.span() for m in _QUOTED.finditer(text)]
        found: list[tuple[int, int, Term]] = []
        small = needles.fold(text)
        for term in [*self._terms, *(self._below if gloss and most is None else ())]:
            # A term of the page stands in few of its sentences.
            standing = needles.may_stand(term.pattern, small)
            for match in term.pattern.finditer(text) if standing else ():
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
            if term.below_quick and len(glossed) >= MOST_IN_A_SENTENCE:
                continue
            said = text[start:end]
            plainly = term.everywhere or (lay and not term.kept)
            if plainly and said.casefold() == term.entry.plain.casefold():
                continue  # It is said plainly already, and a word of it may need its gloss.
            if plainly and may_stand(text, start, end, term.entry):
                plain = term.entry.plain
                new = plain[:1].upper() + plain[1:] if start == 0 and said[0].isupper() else plain
                used.append(term.support)
            elif not gloss or not term.entry.gloss or not self._glossed(term, said, most):
                continue
            else:
                ends = most is not None or self._names_illness(said)
                place = place_of_gloss(
                    text, start, end, term.entry, kept=term.kept, ends=ends, quick=most is not None
                )
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
        plain = "".join(out) + text[at:]
        if used and _TWICE.search(text) is None:
            plain = _TWICE.sub(r"\g<what>", plain)
        return plain, used


def _inside(start: int, end: int, found: list[tuple[int, int, Term]]) -> bool:
    """Whether a longer term holds a word, and is explained as a whole."""
    return any(a <= start and end <= b and b - a > end - start for a, b, _ in found)
