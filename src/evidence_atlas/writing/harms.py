"""What a page says of harms: reported, none reported, or not mentioned; never safety."""

from __future__ import annotations

import re

from evidence_atlas.records import quoted

from .material import Material, Piece, rule
from .said import Said, said
from .tables import table
from .words.clause import loaded, phrase, says_nothing
from .words.names import length

_FRAMES = table("frames.toml")
_SERIOUS = re.compile(r"\b(?:serious|severe|major|grade [345])\b", re.IGNORECASE)
_JUDGED = re.compile(
    r"\b(?:safe\w*|well[- ]tolerated|tolerab\w+|tolerated well|acceptab\w+)\b", re.I
)
_NAMED = re.compile(
    r"\b(?:adverse|side[- ]effects?|harms?|deaths?|hospital|worsen\w*|deteriorat\w*|complications?|"
    r"nausea|headaches?|reactions?|toxicit\w+|rash|pain|infections?|relapse\w*|withdr\w+)\b", re.I
)  # fmt: skip


def harms(m: Material, *, quick: bool) -> Said | None:
    """The harms sentence of a page on a treatment; None where no treatment was given."""
    if not m.brief.treatment:
        return None
    found = m.reading.harms
    about = ("harms",)
    if found.status in ("not_stated", "not_applicable") or found.quote is None:
        return _plain("harms_not_stated", about)
    own = quoted(found.quote)
    judged = _JUDGED.search(found.quote.text)
    if found.status == "none_reported":
        if judged and not _NAMED.search(found.quote.text):
            if m.retold:
                return _plain("harms_words", about, own)
            return _quoted("harms_words", judged.group(), own, about)
        name = "harms_none_serious" if _SERIOUS.search(found.quote.text) else "harms_none"
        return _plain(name, about, own)
    words = phrase(found.quote.text)
    if words and says_nothing(words):
        words = None
    if m.retold:
        if words and not quick and not loaded(words):
            return said(
                Piece(f"Harms, as the abstract has them: {words}", (own,)),
                rule("harms-reported", _FRAMES["harms_reported"]["rule"]), about=about, keep=9,
            )  # fmt: skip
        return _plain("harms_reported", about, own)
    if words and (not quick or length(words) <= 10):
        return _quoted("harms_reported", words, own, about)
    return _plain("harms_reported", about, own)


def _plain(name: str, about: tuple[str, ...], *support: object) -> Said:
    entry = _FRAMES[name]
    why = rule(name.replace("_", "-"), entry["rule"])
    return said(Piece(entry["plain"], tuple(support)), why, about=about, lay=True, keep=9)  # type: ignore[arg-type]


def _quoted(name: str, words: str, own: object, about: tuple[str, ...]) -> Said:
    entry = _FRAMES[name]
    text = entry["quoted"].replace("{harms}", f"“{words}”")
    why = rule(name.replace("_", "-"), entry["rule"])
    return said(Piece(text, (own,)), why, about=about, keep=9)  # type: ignore[arg-type]
