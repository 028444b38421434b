"""How far to trust what was found: the weightiest limits, and how sure the atlas is."""

from __future__ import annotations

from ..frames import FRAMES, frame_rule, framed
from ..limits.idle_caution import none_links
from ..limits.limit_words import LIMITS, limit
from ..limits.rated import rated
from ..material import Material, Piece, rule
from ..said import Keep, Said, said
from ..slots import Slots

WEIGHTY = frozenset(
    {
        "before_after_in_trial",
        "single_arm",
        "link_not_cause",
        "own_accounts",
        "own_accounts_in_part",
    }
)
"""Limits that belong to the result they stand beside, and stay as long."""


def cautions(m: Material, slots: Slots, found: list[Said]) -> list[Said]:
    """The weightiest limits of what was `found`, first; two at most, the second if there is room.

    A limit speaks of what stands before it: of a link only where one is told.
    """
    told: list[Said] = []
    for name in m.brief.limits:
        if "quick" not in LIMITS[name]:
            continue
        if name == "link_not_cause" and none_links(m.reading, found):
            continue
        # A caution about a part of the people only makes sense once that part is spoken of.
        if name == "subgroup_divided":
            continue
        if name in ("not_all_counted", "not_all_finished") and m.brief.kind == "crossover":
            continue
        # A preprint that came out again may have been checked by now.
        if name == "preprint" and any(c.kind == "UpdateIn" for c in m.record.corrections):
            continue
        weighty = name in WEIGHTY
        keep = Keep.WEIGHTY_CAUTION if weighty else (Keep.CAUTION, Keep.SECOND_CAUTION)[len(told)]
        # "This" points at the sentence before it, which has to tell of the link.
        apart = name == "link_not_cause" and bool(found) and none_links(m.reading, found[-1:])
        sentence = limit(m, slots, name, "quick_apart" if apart else "quick", keep=keep)
        if sentence:
            told.append(sentence)
        if len(told) == 2:
            break
    return told


def certainty(m: Material) -> list[Said]:
    """How sure the atlas is of what was found; nothing where it does not grade."""
    badge = m.grades.badges.get("certainty")
    name = f"certainty_{(badge.value if badge and badge.value else 'none').split()[0].casefold()}"
    if badge is None or name not in FRAMES:
        return []
    because = tuple(rule(b.rule, b.text) for b in badge.because[:1])
    told = Piece(FRAMES[name]["plain"])
    if (theirs := rated(m)) is not None:
        of, verdicts = theirs
        told = framed("rated", FRAMES["rated"], of, {"sure": told, "verdicts": verdicts}) or told
    return [
        said(told, frame_rule(name), *because, about=("certainty",), keep=Keep.CERTAINTY, lay=True)
    ]
