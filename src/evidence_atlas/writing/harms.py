"""What a page says of harms: reported, none reported, or not mentioned; never safety."""

from __future__ import annotations

import re
from dataclasses import replace

from evidence_atlas.records import RuleSupport, Support, quote, quoted, texts

from .material import Material, Piece, rule
from .results import FRAMES, STATISTICS
from .said import Said, said
from .words.clause import loaded, restate, says_nothing
from .words.names import length
from .words.numbers import joined
from .words.quoting import phrase
from .words.verbs import finite

_SERIOUS = re.compile(r"\b(?:serious|severe|major|grade [345])\b", re.IGNORECASE)
_JUDGED = re.compile(
    r"\b(?:safe\w*|well[- ]tolerated|tolerab\w+|tolerated well|acceptab\w+)\b", re.I
)
_NAMED = re.compile(
    r"\b(?:adverse|AEs?|SAEs?|side[- ]effects?|harms?|deaths?|hospital|worsen\w*|deteriorat\w*|"
    r"complications?|nausea|headaches?|reactions?|toxicit\w+|rash|pain|"
    r"infections?|relapse\w*|withdr\w+)\b", re.I
)  # fmt: skip


def harms(m: Material, *, quick: bool) -> Said | None:
    """The harms sentence of a page on a treatment; None where no treatment was given."""
    if not m.brief.treatment:
        return None
    found = m.reading.harms
    about = ("harms",)
    if found.status in ("not_stated", "not_applicable") or found.quote is None:
        told = _told_of(m)
        return _plain("harms_untold" if told else "harms_not_stated", about, *told)
    own = quoted(found.quote)
    judged = _JUDGED.search(found.quote.text)
    if found.status == "none_reported":
        if judged and not _NAMED.search(found.quote.text):
            if m.retold:
                return _plain("harms_words", about, own)
            return _quoted("harms_words", judged.group(), own, about)
        name = "harms_none_serious" if _SERIOUS.search(found.quote.text) else "harms_none"
        return _plain(name, about, own)
    # The beginning of a list is not what was reported.
    words = None if _a_list(found.quote.text) else phrase(found.quote.text)
    if words and says_nothing(words):
        words = None
    if words and not m.retold and (not quick or length(words) <= 10):
        return _quoted("harms_reported", words, own, about)
    by_chance = m.reading.design.randomised is True
    own_words = _named_harms(found.quote.text, MOST_WORDS if quick else MOST_WORDS_BELOW, by_chance)
    if own_words:
        entry = FRAMES["harms_reported"]
        name, words = own_words
        piece = Piece(entry[name].replace("{harms}", words), (own,))
        return said(piece, rule("harms-reported", entry["rule"]), about=about, lay=True, keep=9)
    below = harms(m, quick=False) if quick else None
    told_below = below is not None and not withheld(below)
    return _plain("harms_below" if told_below else "harms_untold", about, own)


def withheld(told: Said) -> bool:
    """Whether the sentence says only that the abstract reports harms, and not which."""
    return _by_rule(told, "harms-untold")


def says_which(told: Said) -> bool:
    """Whether the sentence tells of harms: no silence, and nothing withheld."""
    return not withheld(told) and not _by_rule(told, "harms-not-stated")


def _by_rule(told: Said, name: str) -> bool:
    return any(isinstance(s, RuleSupport) and s.rule == name for s in told.support)


_TOLD = re.compile(
    r"\b(?:(?:well[- ]?)?tolerated|SAEs?|AEs|adverse (?:drug |serious )?(?:events?|effects?|"
    r"reactions?)|side[- ]effects?|untoward)\b"
)


def _told_of(m: Material) -> tuple[Support, ...]:
    """Where results or conclusions speak of harms in words that were not read: no silence."""
    text = texts(m.record).get("abstract", "")
    for sentence in m.reading.sentences:
        found = _TOLD.search(text, sentence.start, sentence.end)
        if found and sentence.role in ("results", "conclusions"):
            return (quoted(quote(texts(m.record), "abstract", *found.span())),)
    return ()


def under_label(told: Said) -> Said:
    """The sentence in a row that is labelled "Harms", which it does not say a second time.

    Nor does the plain word for "adverse events", which is explained there instead.
    """
    words = told.text.removeprefix("Harms: ").replace("Harms reported include ", "these include ")
    return replace(told, text=words[:1].upper() + words[1:], label="Harms", lay=False)


MOST_WORDS = 12
MOST_WORDS_BELOW = 40
_PARTS = re.compile(r"[;:]\s+|\.\s+")
_ITEMS = re.compile(r",\s+and\s+|,\s+")
_SERIOUS_ITEM = re.compile(r"^(?:and )?(?:serious|severe)\b", re.IGNORECASE)
_COUNT_AGAIN = re.compile(r"\s\(n ?= ?\d+\)", re.IGNORECASE)
_LONG_ASIDE = re.compile(r"\s\([^()]*[a-z] [^()]*\)")
_NONE_CAME = re.compile(r"(?:no|zero|none|0)\b", re.IGNORECASE)
_MORE_IN_PART = re.compile(r"\s*\(\w+\)")


def _named_harms(text: str, most: int, by_chance: bool) -> tuple[str, str] | None:
    """The frame, and what was reported of harms in the text's own words; None where too long.

    A clause that stands alone, else the serious ones out of a list: those come first. Of a list
    cut by semicolons the first ones are told, as among others: one of it alone is not the whole.
    """
    told = _COUNT_AGAIN.sub("", text.strip().rstrip("."))
    if _a_list(told):
        return _first_of_list(told, most)
    clauses = [told, *_PARTS.split(told)]
    for clause in clauses:
        # "Two studies reported adverse events:" only leads in to what the harms were.
        if f"{clause}:" in told:
            continue
        if _JUDGED.search(clause) or not _NAMED.search(clause) or loaded(clause):
            continue
        words = restate(clause, randomised_result=by_chance, most=most)
        if words and not STATISTICS.search(_MORE_IN_PART.sub("", words)):
            return "told", _uncapital(words)
    for clause in clauses:
        for item in _ITEMS.split(clause):
            if _SERIOUS_ITEM.match(item) and length(item) <= most and not finite(item):
                return "some", item
    return None


def _a_list(text: str) -> bool:
    return text.count(";") >= 2


def _first_of_list(told: str, most: int) -> tuple[str, str] | None:
    """As many of the first items as fit; None where they are clauses, or tell that none came."""
    found: list[str] = []
    for item in re.split(r";\s+(?:and\s+)?", told.rsplit(": ", 1)[-1]):
        plain = _LONG_ASIDE.sub("", item)
        if _NONE_CAME.match(plain):
            continue
        if finite(plain) or loaded(plain) or _JUDGED.search(plain):
            break
        if length(" ".join([*found, plain])) > most:
            break
        found.append(plain)
    return ("some", joined(found)) if found else None


def _uncapital(words: str) -> str:
    first = words.split(" ", 1)[0]
    return words if any(c.isupper() for c in first[1:]) else words[:1].lower() + words[1:]


def _plain(name: str, about: tuple[str, ...], *support: object) -> Said:
    entry = FRAMES[name]
    why = rule(name.replace("_", "-"), entry["rule"])
    return said(Piece(entry["plain"], tuple(support)), why, about=about, lay=True, keep=9)  # type: ignore[arg-type]


def _quoted(name: str, words: str, own: object, about: tuple[str, ...]) -> Said:
    entry = FRAMES[name]
    text = entry["quoted"].replace("{harms}", f"“{words}”")
    why = rule(name.replace("_", "-"), entry["rule"])
    return said(Piece(text, (own,)), why, about=about, keep=9)  # type: ignore[arg-type]
