"""A trial's result between its groups, told by what the groups had: "fatigue fell more with A".

Abstracts name groups by their part in the trial and set a change beside another in long words. A
sentence of a known form (between_retold.toml) is told again from its own parts, where all of them
are sure; else not here.
"""

from __future__ import annotations

import re

from evidence_atlas.records import Result, Sentence, Support, of_result, quote, quoted, texts

from ..material import Material, Piece, rule
from ..said import Said, said
from ..slots import Slots
from ..subject.outcome_words import plural
from ..tables import table
from ..words.clause import causal, loaded
from ..words.edges import IN_BRACKETS
from ..words.noun_phrases import uncapital
from ..words.verbs import finite
from .chance import within_chance

_TABLE = table("results/between_retold.toml")
_FRAME: dict[str, str] = _TABLE["frame"]
_WENT: dict[str, str] = _TABLE["went"]
_PARTS: dict[str, str] = _TABLE["part"]
_GROUP = {name: re.compile(cue, re.IGNORECASE) for name, cue in _TABLE["group"].items()}
_KINDS = frozenset({"trial", "open_groups"})
_NO_MEASURE = re.compile(
    r"^(?:it|they|this|these|those|both|all|there|no|not|which|that|harms?|adverse)\b|"
    r"\b(?:than|compared|but|was|were|groups?|arms?|events?)\b",
    re.IGNORECASE,
)
_MOST_WORDS_OF_X = 9


def _filled(pattern: str) -> str:
    for _ in range(2):  # a part may hold a part
        pattern = re.sub(r"\{([a-z]+)\}", lambda part: _PARTS[part[1]], pattern)
    return pattern


_FORMS = [
    (form["told"], re.compile(rf"\W*{_filled(form['pattern'])}\s*", re.IGNORECASE))
    for form in _TABLE["form"]
]


def between_retold(m: Material, slots: Slots, index: int) -> Said | None:
    """The result told again from its parts; None where its sentence has no known form."""
    result = m.reading.results[index]
    around = m.reading.sentence_at(result.quote.start, result.quote.field)
    if m.brief.kind not in _KINDS or around is None or result.scope != "all":
        return None
    if result.quote.field != "abstract" or within_chance(result):
        return None
    # Brackets give way to blanks, so that places in the text stay.
    text = IN_BRACKETS.sub(lambda bracket: " " * len(bracket[0]), around.text)
    for start, end in _halves(text, result, around):
        compared = _between(m, around.start + start, around.start + end)
        for told, form in _FORMS:
            found = form.fullmatch(text, start, end)
            if (
                (compared or told == "alike")
                and found
                and (piece := _told(m, slots, result, told, found))
            ):
                return _said(m, piece, around, start, end)
    return None


def _between(m: Material, start: int, end: int) -> bool:
    """Whether the reading takes a result told there for one between groups."""
    return any(
        r.between_groups
        for r in m.reading.results
        if r.quote.field == "abstract" and start <= r.quote.start < end
    )


def _halves(text: str, result: Result, around: Sentence) -> list[tuple[int, int]]:
    """The sentence as a whole, and its half before or behind a semicolon that holds the result."""
    whole = (0, len(text.rstrip(" .")))
    if ";" not in text:
        return [whole]
    at = result.quote.start - around.start
    start = text.rfind(";", 0, max(at, 0)) + 1
    stop = text.find(";", max(at, start))
    return [whole, (start, stop if stop >= 0 else whole[1])]


def _said(m: Material, piece: Piece, around: Sentence, start: int, end: int) -> Said:
    held = quoted(quote(texts(m.record), "abstract", around.start + start, around.start + end))
    about = tuple(
        of_result(i) for i, r in enumerate(m.reading.results)
        if r.quote.field == "abstract" and held.start <= r.quote.start < held.end
    )  # fmt: skip
    why = rule("between-retold", _FRAME["rule"])
    return said(Piece(piece.text, (held, *piece.support)), why, about=about, lay=True)


def _told(
    m: Material, slots: Slots, result: Result, told: str, found: re.Match[str]
) -> Piece | None:
    parts = {k: " ".join(v.split()) for k, v in found.groupdict().items() if v}
    x = uncapital(re.sub(r"^(?:the|an?) ", "", parts["x"], flags=re.IGNORECASE))
    y = parts.get("y", x)
    named = y if told == "judged" else x
    if _NO_MEASURE.search(named) or finite(named) or loaded(named) or causal(named):
        return None
    if len(named.split()) > _MOST_WORDS_OF_X:
        return None
    parts |= {"x": x, "y": y, "lead": uncapital(parts["lead"]) + " " if "lead" in parts else ""}
    parts["was"] = "were" if plural(named) else "was"
    if told in ("both", "more"):
        went = parts.get("went") or parts.get("change", "")
        word = went.split()[-1].casefold()
        parts["went"] = _WENT[word if word in _WENT else word.removesuffix("s")]
    if told == "figures":
        changed = _by_figures(result, parts)
        if changed is None:
            return None
        parts |= changed
    if told == "judged":
        worse = parts["judged"].casefold().startswith("wors")
        parts["better"] = "worse" if worse else "better"
    support: tuple[Support, ...] = ()
    if told != "alike":
        sides = _sides(m, slots, parts["a"], parts["b"])
        if sides is None:
            return None
        parts["a"], parts["b"] = sides[0].text, sides[1].text
        support = (*sides[0].support, *sides[1].support)
    return Piece(_FRAME[told].format(**parts), support)


_UP, _DOWN = ("increase", "higher"), ("decrease", "lower")


def _by_figures(result: Result, parts: dict[str, str]) -> dict[str, str] | None:
    """Which group changed more, where both changed the one way, and the reading says so too."""
    one, other = (
        float(re.sub(r"[−–]", "-", parts[name]).replace(" ", "")) for name in ("one", "other")
    )
    if one * other <= 0 or abs(one) == abs(other):
        return None
    # The reading tells the group with more of a change, or the way in which both went.
    if one > 0 and result.direction in _UP:
        went = "rose"
    elif one < 0 and result.direction in _DOWN:
        went = "fell"
    else:
        return None
    a, b = (parts["a"], parts["b"]) if abs(one) > abs(other) else (parts["b"], parts["a"])
    return {"went": went, "a": a, "b": b}


def _sides(m: Material, slots: Slots, a: str, b: str) -> tuple[Piece, Piece] | None:
    """The two groups by what they had, as the opening names it; else as the text names them."""
    if had := by_what_they_had(m, slots, a, b):
        return had
    if a.casefold() == b.casefold() or loaded(a) or loaded(b):
        return None
    return Piece(f"in the {a}"), Piece(f"in the {b}" if " " in b else f"with {b}")


def by_what_they_had(m: Material, slots: Slots, a: str, b: str) -> tuple[Piece, Piece] | None:
    """ "With" what two groups had, where the reading is sure of both, and knows of no third."""
    given, against = slots.get("treatment"), slots.get("against_treatment")
    r = m.reading
    if given and against and len(r.interventions) == 1 and len(r.comparators) == 1:
        one, other = (_with(given), _with(against))
        first = (_is(a, "treated", given, against), _is(b, "against", against, given))
        if all(first):
            return one, other
        if _is(a, "against", against, given) and _is(b, "treated", given, against):
            return other, one
    return None


def _with(had: Piece) -> Piece:
    return Piece(f"with {had.text}", had.support)


def _is(group: str, name: str, had: Piece, other: Piece) -> bool:
    """Whether a group's name stands for what it had: by a word of that, or by its part alone."""
    if _GROUP["against" if name == "treated" else "treated"].search(group):
        return False
    words, own, others = _words(group), _words(had.text), _words(other.text)
    if words & (own - others):
        return not words & (others - own)
    return _GROUP[name].search(group) is not None and not _words(_GROUP[name].sub(" ", group))


def _words(text: str) -> set[str]:
    bare = _GROUP["ordinary"].sub(" ", text.casefold())
    return set(re.findall(r"[\w-]{3,}", bare))
