"""Treatments that the atlas knows by a name, and drugs by the ending of theirs."""

from __future__ import annotations

import re

from evidence_atlas.records import Quote
from evidence_atlas.records.cues import cue

from .. import tables
from ..document import Document
from ..names import any_of_own, own_now

_TABLE = tables.load("interventions")
_NAMES: dict[str, str] = {f"t{i}": t["name"] for i, t in enumerate(_TABLE["named"])}
_ANY_NAMED = cue(
    "|".join(
        f"(?P<t{i}>" + "|".join(f"(?:{p})" for p in t["patterns"]) + ")"
        for i, t in enumerate(_TABLE["named"])
    )
)
_EFFECT_ON = cue(_TABLE["effect_on"])
_DRUG = cue(_TABLE["drugs"]["pattern"])
_NO_DRUG = frozenset(_TABLE["drugs"]["not"])
_PURPOSE = (cue(_TABLE["against"]["purpose_before"]), cue(_TABLE["against"]["purpose_after"]))
_JOINED = re.compile(_TABLE["against"]["joined_before"], re.IGNORECASE)
_OF_A_NAME = cue(_TABLE["frames"]["of_a_name"])
_INSTRUMENT = cue(_TABLE["frames"]["instrument"])
_PART_OF = cue(_TABLE["frames"]["part_of"])
_ONLY_WITHIN = cue(_TABLE["frames"]["only_within"])
_JOINED_BEFORE = re.compile(r"[^\W\d_]{3}[/+]\Z|[^\W\d_]{8}-\Z")
_JOINED_AFTER = re.compile(r"[/+][^\W\d_]{3}")
Place = tuple[int, int, str]
"""Where a name begins and ends, and what the treatment is called."""
NO_TREATMENT = tables.any_of(_TABLE["frames"]["not"])


def named_in(
    field: str, text: str, start: int, document: Document, parts: bool = True
) -> dict[str, Quote]:
    """Known treatments and drugs that a text names, but for those that an effect is sought on.

    In the order of the text: which kind of treatment it is does not decide which is told first.
    What stands only as a part of what is named before it is left out; without `parts`, every part.
    """
    judged = _EFFECT_ON.search(text)
    end = judged.end() if judged else len(text)
    places = [(m.start(), m.end(), _NAMES[str(m.lastgroup)])
              for m in _ANY_NAMED.finditer(text, 0, end)
              if not _OF_A_NAME.search(text[m.end():])
              and not is_purpose(text, m.start(), m.end())]  # fmt: skip
    drugs = ((m.start(), m.end(), m[0].lower()) for m in _DRUG.finditer(text, 0, end))
    places += [d for d in drugs if d[2] not in _NO_DRUG and len(d[2]) > 5]
    places += _own_in(text, end, places)
    places = [p for p in places if not _only_within(text, p, places)]
    found: dict[str, Quote] = {}
    for s, e, name in sorted(places):
        part = (found or not parts) and name not in found and _PART_OF.search(text, 0, s)
        if part or _INSTRUMENT.search(text, 0, s):
            continue
        joined = _JOINED.search(text, 0, s)
        if joined and not NO_TREATMENT.search(joined["what"]) and not _unfit(joined["what"]):
            what = joined["what"]
            at = start + joined.start("what")
            if not any(alike(what, other) for other in found):
                found[what] = document.quote(at, at + len(what), field)
        found.setdefault(name, document.quote(start + s, start + e, field))
    return found


def _only_within(text: str, place: Place, places: list[Place]) -> bool:
    """Whether a name is only a part of another's: "azole/salvene" is given, and no azole.

    Or what another is based on, or an example of it.
    """
    start, end, _ = place
    if _ONLY_WITHIN.search(text, 0, start):
        return True
    known = {at for s, e, _ in places for at in (s, e)}
    before = _JOINED_BEFORE.search(text, 0, start)
    after = _JOINED_AFTER.match(text[end:])
    return bool(before and start - 1 not in known) or bool(after and end + 1 not in known)


def _own_in(text: str, end: int, known: list[Place]) -> list[Place]:
    """Where a text names a treatment of its own that no table knows."""
    own = any_of_own(own_now().treatments)
    if own is None:
        return []
    return [
        (m.start(), m.end(), m[0].lower() if m[0][1:].islower() else m[0])
        for m in own.finditer(text, 0, end)
        if not any(s < m.end() and m.start() < e for s, e, _ in known)
        and not is_purpose(text, m.start(), m.end())
    ]


def is_own(name: str) -> bool:
    """Whether a name is one that the text alone shows to be a treatment's."""
    own = any_of_own(own_now().treatments)
    known = _ANY_NAMED.search(name) or _DRUG.search(name)
    return own is not None and known is None and own.fullmatch(name) is not None


def is_purpose(text: str, start: int, end: int) -> bool:
    """Whether what a text names there is what something else was tried for."""
    before, after = _PURPOSE
    return before.search(text, 0, start) is not None and after.search(text[end:]) is not None


def _unfit(what: str) -> bool:
    """Whether words joined to a treatment are no treatment: it has a name of its own, or none."""
    return _ANY_NAMED.search(what) is not None or len(what) < 4


def alike(one: str, other: str) -> bool:
    """Whether two names begin and end alike: "hypnotic sessions", "hypnosis sessions"."""
    a, b = one.casefold(), other.casefold()
    return a[:5] == b[:5] and a.split()[-1] == b.split()[-1]


def names_one(text: str) -> bool:
    """Whether a text names a treatment or a drug at all."""
    own = any_of_own(own_now().treatments)
    if own is not None and own.search(text):
        return True
    return _ANY_NAMED.search(text) is not None or _DRUG.search(text) is not None
