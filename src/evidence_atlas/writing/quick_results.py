"""One reported result in plain words and without statistics, for Quick."""

from __future__ import annotations

import re

from evidence_atlas.records import QuoteSupport, Result, quoted

from .frames import first
from .in_full import in_full
from .material import Material, Piece, rule
from .results import (
    FRAMES,
    STATISTICS,
    a_group,
    clause_quote,
    distinctive,
    n_support,
    names_outcome,
    of_a_kind,
    quoted_text,
    result_slots,
    templated,
    whole_clause,
    within_chance,
)
from .said import Said, said
from .slots import Slots, short, uncapital
from .words.clause import TURN, finite, loaded, restate, says_nothing, unclear_things
from .words.numbers import as_read

MOST_WORDS = 22
MOST_WORDS_LOOSE = 30
MOST_FIGURES = 2
MOST_FIGURES_LOOSE = 4
# Words that point at something told in a sentence that does not stand here.
_POINTS_BACK = re.compile(
    r"\b(?:of|in|by|for|with|to|on|from) (?:these|this|them|it)\b|"
    r"\b(?:it|this|these|that|they) (?:was|were|did|had|held|also|could|may|might)\b|"
    r"\bthe (?:former|latter|two (?:groups|conditions)|other (?:two|three|group))\b|"
    r"\brespectively\b|\bin and\b|"
    r"^(?:similar|the same|comparable) (?:findings|results|patterns?|trends?)\b",
    re.IGNORECASE,
)
# Quick leaves out statistics, and these stand in brackets.
_BRACKETS = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])")

# A count out of a count, by the share printed behind it: "317/712 (44.5%)".
_OUT_OF = re.compile(
    r"(?P<about>\b(?:half|thirds?|quarters?) )?"
    r"(?<![\d/.])(?P<n>\d{1,6})/(?P<of>\d{1,6})(?= ?[(\[]\d{1,3}(?:[.·]\d+)? ?%)"
)
_FROM_TO = re.compile(r"\s+from\s+[\d.,±%\s]{1,30}to\s+[\d.,±%\s]{1,30}[^,;.]{0,30}$")
_AVERAGE = re.compile(
    r"(?<!root )\b(?:the )?(?:mean|median|average) (?!of\b|square)(?=\w)", re.IGNORECASE
)


def quick_result(m: Material, slots: Slots, index: int, *, loose: bool = False) -> Said | None:
    """A result in plain words and without statistics; None where that cannot be done safely.

    `loose` lets a longer clause with more figures stand, where nothing shorter can be told.
    """
    told = _quick_result(m, slots, index, loose=loose)
    return in_full(m, told) if told is not None else None


def _quick_result(m: Material, slots: Slots, index: int, *, loose: bool) -> Said | None:
    result = m.reading.results[index]
    if result.direction not in ("no difference", "no association") and within_chance(result):
        return None
    told = templated(m, slots, result, quick=True)
    if told is None:
        return _quick_clause(m, result, index, loose)
    piece, support = told
    if result.scope == "subgroup":
        part = _part(m, slots, result, piece)
        if part is None:
            return None
        piece = part
    return said(piece, *support, about=(f"results.{index}",), lay=True)


def but(first: Said, second: Said) -> Said:
    """Two results in one sentence: something was seen, but something else was not."""
    both = (*first.about, *second.about)
    if " but not " in second.text:
        # The second tells both already: "A rose at one time, but not at another."
        return said(Piece(second.text, first.support), *second.support, about=both, lay=True)
    return said(
        Piece(f"{first.text.rstrip('.')}, but {uncapital(second.text)}", first.support),
        *second.support,
        about=both,
        lay=True,
    )


def _quick_clause(m: Material, result: Result, index: int, loose: bool) -> Said | None:
    """A short clause without symbols can stand as it is."""
    told = whole_clause(m, result)
    if told is None:
        return None
    clause, own = told
    named_in_it = result.who is not None and result.who.casefold() in result.text.casefold()
    if result.scope == "subgroup" and not named_in_it:
        return None
    clause = _OUT_OF.sub(_counted, clause)
    without = _AVERAGE.sub("", _FROM_TO.sub("", _BRACKETS.sub("", clause).rstrip(". ")))
    head, _, rest = without.partition(";")
    null = result.direction in ("no difference", "no association")
    if finite(head) and rest and not null and not TURN.search(rest):
        # What follows a semicolon is a further finding, unless it takes the first one back.
        without = head
    text = restate(
        without,
        randomised_result=result.comparison == "between_randomised",
        most=MOST_WORDS_LOOSE if loose else MOST_WORDS,
    )
    if text is None:
        return _quick_quote(m, result, index, clause, own)
    if STATISTICS.search(text) or says_nothing(text) or _POINTS_BACK.search(text):
        return None
    figures = len(re.findall(r"\d+(?:[.,]\d+)*", text))
    if figures > (MOST_FIGURES_LOOSE if loose else MOST_FIGURES):
        return None
    rules = FRAMES["result_clause"]["rule"]
    return said(
        Piece(text, (own,)), rule("result-clause", rules),
        about=(f"results.{index}",), lay=True,
    )  # fmt: skip


def _counted(match: re.Match[str]) -> str:
    """ "317 of 712"; after "about half" set apart by commas."""
    told = f"{match['n']} of {match['of']}"
    return f"{match['about'].rstrip()}, {told}," if match["about"] else told


def _quick_quote(
    m: Material, result: Result, index: int, clause: str, own: QuoteSupport
) -> Said | None:
    """A few of the authors' words, where ours would claim more than the study can show."""
    if m.retold or result.scope == "subgroup" or says_nothing(clause) or unclear_things(clause):
        return None
    text = quoted_text(clause, own.text, plain=True)
    if text is None or STATISTICS.search(text) or _POINTS_BACK.search(text):
        return None
    why = rule("result-quoted", FRAMES["result_quoted"]["rule"])
    return said(Piece(text, (own,)), why, about=(f"results.{index}",))


# A link has two ends, and only one of them has a name here: it is not told.
_BARE = {
    "no difference": "no_difference",
    "higher": "difference", "lower": "difference", "increase": "change", "decrease": "change",
}  # fmt: skip


def bare_result(m: Material, slots: Slots, index: int) -> Said | None:
    """Only what a result is about and of which kind it is; None where even that is not sure."""
    result = m.reading.results[index]
    name = None if within_chance(result) else _BARE.get(result.direction)
    if name == "change" and result.comparison != "within_group":
        return None
    if name == "difference" and not result.comparison.startswith("between"):
        return None
    own = result_slots(m, slots, result) if name and result.scope == "all" else None
    if own is None or name is None or not names_outcome(result.outcome or "", result.text):
        return None
    if of_a_kind(result.outcome or "", result.text):
        return None
    if loaded(own["outcome"].text) or m.brief.kind in ("review", "narrative"):
        return None
    entry = FRAMES["result_bare"]
    told = first([entry[name]], own)
    if told is None:
        return None
    why = rule("result-bare", entry["rule"])
    return said(told, clause_quote(m, result), why, about=(f"results.{index}",), lay=True)


def _part(m: Material, slots: Slots, result: Result, finding: Piece) -> Piece | None:
    """A finding told of the part of the people that it concerns, and of no more."""
    entry = FRAMES["result_part"]
    own = dict(slots)
    name = short(result.who or "")
    if name and not (a_group(m, name) and distinctive(name)):
        name = None
    if name and name.casefold() in finding.text.casefold():
        # The finding names the part already.
        return finding
    own["finding"] = Piece(uncapital(finding.text), finding.support)
    if result.n is not None and (where := n_support(m, result)):
        words = "one person" if result.n == 1 else f"{as_read(result.n)} people"
        own["n_people"] = Piece(words, where)
    if name:
        own["who"] = Piece(uncapital(name), (quoted(result.quote), *m.words(result.who or "")))
    else:
        own.pop("who", None)
    filled = first([entry["one_of"], entry["named"]], own)
    if filled is None:
        return None
    return Piece(filled.text, (*filled.support, rule("result-part", entry["rule"])))
