"""What a printed change gives under each reading of its ±, in sentences."""

from __future__ import annotations

from evidence_atlas.arithmetic.printed import PrintedP
from evidence_atlas.records import Result
from evidence_atlas.records.reading import Verdict

from .figures import OPEN, SPREADS, plain
from .spreads_read import Change, SpreadRead

_SHORT = {False: "a standard deviation", True: "a standard error"}
_LINK = {
    False: "(0 is no link, 1 a perfect one)",
    True: "(0 is no link; under 0, who was high before was low after)",
}
"""What a correlation is, by whether it is under naught."""
_FAR = 100


def _figure(p: PrintedP) -> str:
    """The printed figure with its naught: "0.05"."""
    text = p.figure.text.replace("·", ".")
    return f"0{text}" if text.startswith(".") else text


def _as_printed(p: PrintedP) -> str:
    return {"<": "under ", "=": "", ">": "over "}[p.sign] + _figure(p)


def _far_below(r: SpreadRead) -> bool:
    """Whether p comes out so much smaller that a paper would have printed a smaller limit."""
    return _FAR * max(r.separate.high, r.unlinked.high) < float(r.p.figure)


def told(r: SpreadRead, sure: bool) -> list[str]:
    """What comes out under one reading of ±, in sentences."""
    lead = f"With ± as {_SHORT[r.se]}, as stated, " if sure else f"If ± is {SPREADS[r.se]}, "
    separate = f"p is {_separate(r)} if before and after are counted as two separate groups"
    if r.always or _far_below(r):
        far = f", far below the printed {_figure(r.p)}" if _far_below(r) else ""
        same = f"{plain(r.shown[2])} if they are the same people, with no link between the two"
        return [f"{lead}{separate}, and {same}{far}."]
    not_so = "" if r.separate_gives else f", which is not {_as_printed(r.p)}"
    told = [f"{lead}{separate}{not_so}."]
    if r.needed is None:
        return [*told, f"For the same people, p then never comes out {_as_printed(r.p)}."]
    about = f"{r.needed:.2f}".replace("-", "−")
    more = {"<": " or more", "=": "", ">": " or less"}[r.p.sign]
    return [
        *told,
        f"For the same people, p is then {_as_printed(r.p)} only if before and after correlate "
        f"at about {about}{more} {_LINK[r.needed < 0]}.",
    ]


def _separate(r: SpreadRead) -> str:
    """The p of separate groups by Welch's test, and by Student's where that differs."""
    welch, student = (plain(p) for p in r.shown[:2])
    if welch == student:
        return welch
    return f"{welch} (in the test's other form, {student.removeprefix('about ')})"


def tried(r: SpreadRead) -> str:
    """One line a reading: what ± is, and what came out."""
    if r.needed is None:
        same = "never as printed"
    elif r.always:
        same = f"p {plain(r.shown[2])} with no correlation"
    else:
        same = f"as printed at a correlation of about {r.needed:.2f}"
        same += {"<": " or more", "=": "", ">": " or less"}[r.p.sign]
    which = "SE" if r.se else "SD"
    return f"± as {which}: separate groups, p {_separate(r)}; the same people, {same}"


def claim(change: Change, result: Result) -> str:
    """What is printed, and of which outcome."""
    pair = change.pair
    before = f"{pair.mean1.text} ± {pair.spread1.text}"
    after = f"{pair.mean2.text} ± {pair.spread2.text}"
    named = result.outcome or "the average"
    return f"{named}, from {before} to {after}, for {change.n:,} people, with {change.p}"


def end(verdict: Verdict, readings: list[SpreadRead]) -> list[str]:
    """What the readings come to."""
    if verdict != OPEN:
        return []
    fits = []
    for r in readings:
        if r.separate_gives and r.always and not _far_below(r):
            fits.append(f"± is {_SHORT[r.se]}")
        elif r.needed is not None and not _far_below(r):
            fits.append(
                f"± is {_SHORT[r.se]} and each person is compared with their own start, with such "
                "a link between before and after"
            )
    if not fits:
        return ["Another test can give another p, so we cannot tell."]
    return [f"So we cannot tell; the figures fit if {' or if '.join(fits)}."]
