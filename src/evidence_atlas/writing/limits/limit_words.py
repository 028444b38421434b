"""The sentence that a named limit or strength has in a given section."""

from __future__ import annotations

import re
from collections.abc import Mapping

from evidence_atlas.records import quote, quoted, tells_a_finding, texts

from ..brief.how_made import says
from ..brief.limits import NEEDS_QUOTE
from ..brief.own_caution import own_caution
from ..frames import framed
from ..limits.another_illness import speaks_of_another_illness
from ..limits.idle_caution import none_links
from ..material import Material, Piece
from ..results.full_results import full_result
from ..said import Keep, Said, said
from ..slots import Slots
from ..tables import table

_TABLES = table("limits/limits.toml")
LIMITS = _TABLES["limit"]
STRENGTHS = _TABLES["strength"]
_CALLED = re.compile(_TABLES["called"], re.IGNORECASE)
_OTHER_FORM = {
    ("crossover", "before_after_in_trial"): "before_after_in_crossover",
    ("crossover", "chance_not_stated"): "chance_not_stated_crossover",
    ("survey", "link_not_cause"): "link_not_cause_within",
    ("cohort", "link_not_cause"): "link_not_cause_within",
}


def limit(
    m: Material,
    slots: Mapping[str, Piece],
    name: str,
    use: str,
    *,
    lay: bool = True,
    keep: int = Keep.NOT_IN_QUICK,
) -> Said | None:
    """The limit `name` as said in `use` (quick, limitation, question, beyond), if it has words."""
    if name == "diagnosis_not_stated" and "diagnosed" in slots:
        return None  # the abstract says something of it
    if name == "healthy_only" and speaks_of_another_illness(m):
        return None
    table_name = _OTHER_FORM.get((m.brief.kind, name), name)
    if name == "single_arm" and _without_too(m):
        table_name = "single_arm_and_without"
    elif name == "single_arm" and not (m.reading.design.single_arm or says(m.record, "one_group")):
        table_name = "single_arm_untold"
    return _said(m, name, framed(table_name, LIMITS[table_name], use, slots), lay, keep)


def pointing_at_a_link(m: Material, slots: Mapping[str, Piece], told: list[Said]) -> list[Said]:
    """Quick as it was fitted: "This is a link" only right behind a sentence that tells of one."""
    about = ("limits.link_not_cause",)
    at = next((i for i, s in enumerate(told) if s.about == about), None)
    if at is None:
        return told
    before = [s for s in told[:at] if tells_a_finding(s.about[:1])]
    if not before or not none_links(m.reading, before[-1:]):
        return told
    apart = limit(m, slots, "link_not_cause", "quick_apart", keep=told[at].keep)
    return told if apart is None else [*told[:at], apart, *told[at + 1 :]]


def _without_too(m: Material) -> bool:
    """Whether results set people with the treatment against the same people without it."""
    given = (*m.reading.interventions, "drug", "treatment", "medication")
    names = "|".join(re.escape(name) for name in given)
    without = re.compile(rf"\bwithout (?:the )?(?:{names})\b", re.IGNORECASE)
    told = [s.text for s in m.reading.sentences if s.role == "results"]
    return any(without.search(t) and re.search(r"\bwith\b|\bafter\b", t) for t in told)


def strength(m: Material, slots: Mapping[str, Piece], name: str) -> Said | None:
    """The strength `name` in words."""
    # Where the same people had both, chance decided no more than which came first.
    in_turn = m.brief.kind == "crossover" and "text_in_turn" in STRENGTHS[name]
    use = "text_in_turn" if in_turn else "text"
    if name == "controls" and "controls" in slots and not _CALLED.search(slots["controls"].text):
        # They are called nothing else: that there was such a group is all there is to say.
        slots = {slot: piece for slot, piece in slots.items() if slot != "controls"}
    return _said(m, name, framed(name, STRENGTHS[name], use, slots), False, Keep.NOT_IN_QUICK)


def name_of(path: str) -> str:
    """The limit that a sentence about `path` tells; empty where it is about something else."""
    if path.startswith("limits."):
        name = path.removeprefix("limits.")
        return name if name in LIMITS else ""
    return next((n for n, needed in NEEDS_QUOTE.items() if needed == path and n in LIMITS), "")


def part_told(m: Material, slots: Slots) -> bool:
    """A limit of a result in a part of the people makes sense only where that result is told."""
    parts = (i for i in m.brief.results if m.reading.results[i].scope == "subgroup")
    return any(full_result(m, slots, i) is not None for i in parts)


def _said(m: Material, name: str, piece: Piece | None, lay: bool, keep: int) -> Said | None:
    if piece is None:
        return None
    extra = m.quotes(NEEDS_QUOTE[name]) if name in NEEDS_QUOTE else ()
    about = (NEEDS_QUOTE[name],) if name in NEEDS_QUOTE else (f"limits.{name}",)
    if name == "own_caution" and (theirs := own_caution(m.reading)) is not None:
        sentence, start, end = theirs
        words = sentence.start + start, sentence.start + end
        extra = (*extra, quoted(quote(texts(m.record), "abstract", *words)))
    if name in ("subgroup", "subgroup_divided"):
        parts = [r for r in m.reading.results if r.scope == "subgroup"]
        extra = (*extra, *(quoted(r.quote) for r in parts[:1]))
    return said(piece, *extra, about=about, lay=lay, keep=keep)
