"""Plain words: technical terms give way to lay ones, or are kept and glossed at first use.

An entry whose `plain` equals its `term` has no plainer name: the term stays, and its gloss
follows in brackets where it is first used on the page. Other entries are replaced in the
sections for everybody; in the rest the technical word stays, glossed once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from evidence_atlas.records import Condition, GlossaryEntry, RuleSupport

from .said import Said
from .tables import table

GENERAL: tuple[GlossaryEntry, ...] = tuple(
    GlossaryEntry(**e) for e in table("glossary.toml")["glossary"]
)
_QUOTED = re.compile(r"“[^”]*”")


@dataclass(frozen=True)
class Term:
    entry: GlossaryEntry
    pattern: re.Pattern[str]

    @property
    def kept(self) -> bool:
        return self.entry.plain.casefold() == self.entry.term.casefold()

    @property
    def support(self) -> RuleSupport:
        meaning = self.entry.gloss if self.kept else f"{self.entry.plain} ({self.entry.gloss})"
        return RuleSupport(rule="glossary", text=f"Glossary: {self.entry.term} means {meaning}.")


def _compiled(entries: Iterable[GlossaryEntry]) -> list[Term]:
    return [Term(e, re.compile(e.pattern, re.IGNORECASE)) for e in entries]


_GENERAL = _compiled(GENERAL)
_OWN: dict[tuple[GlossaryEntry, ...], list[Term]] = {}


def stands_for(text: str, plain: str) -> bool:
    """True where a technical word in the text has exactly these plain words."""
    wanted = plain.casefold()
    return any(t.entry.plain.casefold() == wanted and t.pattern.search(text) for t in _GENERAL)


def glossary_support(plain: str) -> tuple[RuleSupport, ...]:
    """The glossary entry that gives these plain words."""
    wanted = plain.casefold()
    return tuple(t.support for t in _GENERAL if t.entry.plain.casefold() == wanted)[:1]


def _explained(condition: Condition) -> list[GlossaryEntry]:
    """The illness's glossary without its own names, which need no gloss on every page."""
    names = [re.compile(n.pattern, re.IGNORECASE) for n in condition.names]
    return [e for e in condition.glossary if not any(n.fullmatch(e.term) for n in names)]


def terms_for(condition: Condition, text: str) -> list[Term]:
    """The terms that occur in a text; the illness's own glossary goes before the general one."""
    own = _OWN.get(condition.glossary)
    if own is None:
        own = _OWN.setdefault(condition.glossary, _compiled(_explained(condition)))
    return [t for t in (*own, *_GENERAL) if t.pattern.search(text)]


class Glosser:
    """Goes through a page in reading order and remembers what has been explained."""

    def __init__(self, condition: Condition, text: str) -> None:
        self._terms = terms_for(condition, text)
        self._known: set[str] = set()

    def forget(self) -> None:
        """As if nothing had been explained yet."""
        self._known.clear()

    def apply(self, sentence: Said, *, gloss: bool = True) -> Said:
        """The sentence in plain words, with the glossary entries that it used as support."""
        if not self._terms:
            return sentence
        text, used = self._rewritten(sentence.text, sentence.lay, gloss)
        return replace(sentence, text=text).supported_by(*used) if used else sentence

    def _rewritten(self, text: str, lay: bool, gloss: bool) -> tuple[str, list[RuleSupport]]:
        hidden = [m.span() for m in _QUOTED.finditer(text)]
        found: list[tuple[int, int, Term]] = []
        for term in self._terms:
            for match in term.pattern.finditer(text):
                span = match.span()
                if span[0] < span[1] and not any(a < span[1] and span[0] < b for a, b in hidden):
                    found.append((*span, term))
        # The longest term at a place wins; a term inside another is part of it.
        found.sort(key=lambda f: (f[0], -(f[1] - f[0])))
        out, at, used = [], 0, []
        for start, end, term in found:
            if start < at:
                continue
            said = text[start:end]
            if lay and not term.kept:
                plain = term.entry.plain
                new = plain[:1].upper() + plain[1:] if start == 0 else plain
                used.append(term.support)
            elif not gloss or term.entry.term in self._known or _already(text, end):
                continue
            else:
                self._known.add(term.entry.term)
                new = f"{said} ({term.entry.gloss})"
                used.append(term.support)
            out.append(text[at:start])
            out.append(new)
            at = end
        return "".join(out) + text[at:], used


def _already(text: str, end: int) -> bool:
    """A bracket follows at once, or the word is inside one, or is part of a longer word."""
    before = text[:end]
    if text[end : end + 1] in ("-", "‐", "‑", "–", "/"):
        return True
    return text[end : end + 2] == " (" or before.count("(") > before.count(")")
