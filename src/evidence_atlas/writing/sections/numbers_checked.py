"""Numbers checked: what can be recomputed from the abstract, and what came out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_atlas.reading.recomputed.of_what import behind
from evidence_atlas.records import NumberCheck, RuleSupport, Support, quote, quoted, texts

from ..material import Material, Piece, rule
from ..said import Said, said
from ..slots import Slots
from ..tables import table

_TABLE = table("sections/numbers_checked.toml")
_FITS: dict[str, str] = _TABLE["fits"]
_RULES: dict[str, str] = _TABLE["rules"]
_LABELS = {
    "fits": "Fits",
    "does not fit under the readings tried": "Does not fit under the readings tried",
    "cannot tell": "Cannot tell",
}
_P = re.compile(r"\bp [<=>]")
_QUOTED = re.compile(r"“[^”]*”")
_FORMS = [
    (re.compile(rf"(?<![^\s(])(?:{form['pattern']})"), form["told"]) for form in _TABLE["forms"]
]
_COUNTS = frozenset({"percentage", "sum"})
"""Kinds of checks whose figures need no name."""
_LETTERS = re.compile(r"[^a-z]*\Z|[a-z]{1,3}[A-Z]|Cohen|Hedges")
_ADJUSTED = re.compile(r"(?:a|adj)(?=[A-Z])")
_CAME_OUT = re.compile(r"\bp (?:is|comes|then)\b")
"""What came out for one figure is told of that figure, however often it is the same."""
_NAMED = frozenset({"interval", "change"})
_MOST_NAMED = 8
"""So many words in front of a figure say of what it is."""
_OWN_NAME = re.compile(r"\s[(\[][^()\[\]]*\Z|,? with an? (?:\w+ )?adjusted \Z")
"""What stands open in front of a figure belongs to its own name: "(adjusted odds ratio"."""
_ANOTHER = re.compile(r"\bCI\b|\bp\s?[<=>]", re.IGNORECASE)
_RANGE = re.compile(r"\b(?:CI|intervals?)\b[^“”]*?\d\s?(?:[-–−]|to|,)\s?[-−]?\d")
_LEADS = re.compile(r"\A(?:and|or|but|with|of) ", re.IGNORECASE)
_GLOSS = re.compile(r" \((?!1 in )[^()]*[a-z][^()]*\)")


def write(m: Material, slots: Slots) -> tuple[Said, ...]:
    """What the figures are, what does not fit, what one cannot tell, then what fits together."""
    if m.brief.bare or m.brief.kind == "retracted":
        return ()
    checks = list(enumerate(m.reading.numbers_checked))
    told = [s for c in _open(checks) for s in c]
    return (*_explained(checks), *told, *_fitting(m, checks))


def _explained(checks: list[tuple[int, NumberCheck]]) -> Iterator[Said]:
    """What the names of the figures say, once, before the first of them."""
    claims = [_QUOTED.sub("", c.claim) for _, c in checks if c.kind not in _COUNTS]
    forms = [
        _named(match[0], told)
        for form, told in _FORMS
        if (match := next(filter(None, map(form.search, claims)), None))
    ]
    if forms:
        text = _TABLE["about_forms"].replace("{forms}", "; ".join(forms))
        yield said(Piece(text), rule("about-figures", f"{text}."))
    if any(_P.search(claim) for claim in claims):
        yield said(Piece(_TABLE["about_p"]), rule("about-p", _RULES["about_p"]))


def _named(name: str, told: str) -> str:
    """One figure's name and what it says: "the OR compares odds"."""
    name = name.removesuffix("s")
    said_small = name if _LETTERS.match(name) else name[:1].lower() + name[1:]
    adjusted = _TABLE["adjusted"] if _ADJUSTED.match(name) else ""
    return f"the {said_small} {told}{adjusted}"


def _open(checks: list[tuple[int, NumberCheck]]) -> Iterator[list[Said]]:
    """What the abstract prints, then the working; no sentence and no gloss is told twice."""
    seen: set[str] = set()
    for index, check in checks:
        if check.verdict == "fits":
            continue
        support = _support(check, "other")
        about = (f"numbers_checked.{index}",)
        label = _LABELS[check.verdict]
        says = "The abstract says: " if check.kind in _NAMED else "The abstract says that "
        told = [said(Piece(f"{says}{check.claim}"), *support, label=label, about=about)]
        *steps, last = check.steps
        for step in (*filter(None, (_once(step, seen) for step in steps)), last):
            told.append(said(Piece(step), *support, label=label, about=about))
        if check.verdict != "cannot tell" and check.tried:
            tried = f"Readings tried: {'; '.join(check.tried)}"
            told.append(said(Piece(tried), *support, label=label, about=about))
            means = said(Piece(_TABLE["unfit"]), *support, label=label, about=about)
            told.append(means)
        yield told


def _once(step: str, seen: set[str]) -> str:
    """A sentence of the working without the glosses told before; empty where all was told."""

    def gloss(match: re.Match[str]) -> str:
        if match[0] in seen:
            return ""
        seen.add(match[0])
        return match[0]

    step = _GLOSS.sub(gloss, step)
    if step in seen and not _CAME_OUT.search(step):
        return ""
    seen.add(step)
    return step


def _fitting(m: Material, checks: list[tuple[int, NumberCheck]]) -> Iterator[Said]:
    """One sentence a kind for all that fits."""
    fits = [(i, c) for i, c in checks if c.verdict == "fits"]
    for kind, frame in _FITS.items():
        own = [(i, c) for i, c in fits if c.kind == kind]
        if not own:
            continue
        with_p = any(_P.search(c.claim) for _, c in own)
        if len(own) == 1:
            frame = _TABLE["fits_alone"].get(kind, frame)
        frame = frame.replace("{p}", _TABLE["with_p"] if with_p else "")
        support = [s for _, c in own for s in _support(c, "fits", frame)]
        named_by = [_of_what(m, c) for _, c in own]
        yield said(
            Piece(frame.replace("{claims}", "; ".join(p.text for p in named_by))),
            *support,
            *(s for p in named_by for s in p.support),
            label=_LABELS["fits"],
            about=tuple(f"numbers_checked.{i}" for i, _ in own),
        )
    if any(c.kind not in _COUNTS for _, c in fits):
        why = rule("what-fits-says", _RULES["fits"])
        yield said(Piece(_TABLE["fit"]), why, label=_LABELS["fits"])


def _of_what(m: Material, check: NumberCheck) -> Piece:
    """The figures, behind the abstract's own words in front of them: a reader has to know which.

    Counts name their own, and of a retelling nothing is quoted.
    """
    around = m.reading.sentence_at(check.quote.start)
    if check.kind in _COUNTS or m.retold or around is None or check.quote.field != "abstract":
        return Piece(check.claim)
    held = texts(m.record)
    lead = _OWN_NAME.sub("", held["abstract"][around.start : check.quote.start])
    words = behind(lead)
    if _ANOTHER.search(words):
        words = f"… {words.rpartition(', ')[2]}"  # The words behind the figure before it.
    cut = _LEADS.sub("", words.removeprefix("… ")).split(" ")
    # Another figure's range in front of this one would be read as its own.
    if not words or _RANGE.search(words) or any(mark in words for mark in '“”"'):
        return Piece(check.claim)
    if len(cut) > _MOST_NAMED or words.startswith("… "):
        words = f"… {_LEADS.sub('', ' '.join(cut[-_MOST_NAMED:]))}"
    where = quoted(quote(held, "abstract", around.start, check.quote.start))
    return Piece(f"“{words}”: {check.claim}", (where,))


def _support(check: NumberCheck, use: str, frame: str = "{claims}") -> tuple[Support, ...]:
    """Where the figures stand, and the rule with the working and all readings tried."""
    tried = f" Readings tried: {'; '.join(check.tried)}." if check.tried else ""
    why = RuleSupport(
        rule="numbers-checked",
        text=f"{_RULES[use]} The abstract says: {frame.replace('{claims}', check.claim)}. "
        f"Working: {check.working}{tried}",
    )
    return (quoted(check.quote), *(quoted(q) for q in check.others), why)
