"""Whom a text calls controls, by what it says elsewhere that they lack.

"Controls (n = 26)" is nobody in particular. Where the text says that its controls are without the
illness, or not known to have had what came before it, that is who they are.
"""

from __future__ import annotations

import re

from evidence_atlas.records import Support, quote, quoted, texts
from evidence_atlas.records.condition import Name

from ..material import Material
from ..rules import named
from ..tables import table

_TABLE = table("people/controls_described.toml")
_OWN = frozenset({"aim", "methods", "results", "conclusions"})


def controls_described(m: Material) -> tuple[str, tuple[Support, ...]] | None:
    """ "People without asthma", with its support; None where the text does not say it.

    Nor where it says it of controls without two illnesses: then it has controls of two kinds.
    """
    if m.retold:
        return None
    found = {}
    for name in m.condition.known_illnesses:
        for how, words in (("without", "without"), ("not_known", "not known to have had")):
            where = _where(m, name, how)
            if where is not None:
                found[f"people {words} {name.name}"] = where
    own = {words: held for words, held in found.items() if words.startswith("people without")}
    told = own or found
    return next(iter(told.items())) if len(told) == 1 else None


def _where(m: Material, name: Name, how: str) -> tuple[Support, ...] | None:
    held = texts(m.record)
    text = held.get("abstract", "")
    forms = _with_short_forms(name, text)
    for s in m.reading.sentences:
        if s.role not in _OWN:
            continue
        for pattern in _TABLE[how]:
            if at := _made(pattern, name, forms).search(text, s.start, s.end):
                words = named("controls-described", said=at[0], name=name.name)
                return quoted(quote(held, "abstract", *at.span())), words
    return None


def _with_short_forms(name: Name, text: str) -> str:
    """The names of the illness, with the short forms that the text gives them."""
    short = re.compile(rf"(?:{name.pattern})\s\((?P<form>[A-Z][\w/-]{{1,9}})\)", re.IGNORECASE)
    forms = {found["form"] for found in short.finditer(text)}
    return "|".join([name.pattern, *(rf"(?-i:\b{re.escape(f)}\b)" for f in sorted(forms))])


def _made(pattern: str, name: Name, forms: str) -> re.Pattern[str]:
    for token in ("controls", "link", "who", "known", "behind"):
        pattern = pattern.replace(token.upper(), _TABLE[token])
    pattern = pattern.replace("NAME", f"(?:{forms})")
    return re.compile(pattern.replace("AGENT", f"(?:{name.agent or name.pattern})"), re.IGNORECASE)
