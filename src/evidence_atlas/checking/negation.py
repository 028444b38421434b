"""What a source denies is not stated: "did not improve" is not "improved".

A word is taken as denied where it is the first word of substance after a negation, in the
same clause. So is "improve" in "did not improve", and "differences" in "no significant
differences".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from evidence_atlas.records import Flag, QuoteSupport

from .case import FINDING_SECTIONS, Case, claimed, folded, rules, table
from .case import denied as said_not_to_be_claimed
from .codes import flag
from .content_words import content, stem, unaccounted
from .direction import said

_WORDS: dict[str, str] = table("negation.toml")

NEGATION = re.compile(_WORDS["negation"], re.IGNORECASE)
DENIES = re.compile(_WORDS["ours"], re.IGNORECASE)
_NONE_OR_ALL = re.compile(_WORDS["none_or_all"], re.IGNORECASE)
_EXCEPTS = re.compile(_WORDS["excepts"], re.IGNORECASE)
LACKS = re.compile(_WORDS["theirs"], re.IGNORECASE)
"""Whatever in a source says that a thing is not so, is lacking, or is the same."""
_ONLY_HOW = re.compile(_WORDS["only_how"])
_DENY = re.compile(_WORDS["deny"])
_CLAUSE = re.compile(
    r"[.;:,()]|\bbut\b|\bwhile\b|\bwhereas\b|\balthough\b|\bhowever\b", re.IGNORECASE
)
_FOLLOWING = 3
_ELLIPTICAL = re.compile(_WORDS["elliptical"], re.IGNORECASE)
"""A negation that denies what stands before it: "higher in those hospitalised and in those who
were not"."""
_ONE_CLAUSE = re.compile(r"[A-Z](?:(?!\b(?:and|but|while|whereas|or)\b)[^.;:,()]){5,80}\.")
_HOW_MUCH = frozenset(("significant", "significantly", "statistically"))
"""Of these a page tells none, or "clear": what is denied is the word behind them."""
_WITHOUT = re.compile(
    r"(?<!happened )(?<!and )(?<!or )\bwithout\b(?P<what>[^.;:,]{2,80})", re.IGNORECASE
)
_SHORT_FORM = re.compile(r"\b[A-Z]{2,}(?:[/-][A-Z]{2,})*\b")
_NEAR = 60
"""Characters: so near to a thing its source says that it is lacking."""
_NOT_ONLY = re.compile(r"\s+(?:only|just|merely|least|surprisingly)\b", re.IGNORECASE)


def denials(text: str, leave_out: frozenset[str] = frozenset()) -> Iterator[tuple[str, list[str]]]:
    """Each negation of a text with the words of substance (at most three) that follow it."""
    for m in NEGATION.finditer(text):
        clause = text[m.end() :]
        if _NOT_ONLY.match(clause):
            continue
        end = _CLAUSE.search(clause)
        words = content(clause[: end.start() if end else len(clause)])
        found = [w for w in words if w not in leave_out][:_FOLLOWING]
        if found:
            yield m.group(), found


def denied(text: str, source: str, leave_out: frozenset[str] = frozenset()) -> str | None:
    """The words of the source that deny what a text without a negation states, or None.

    The nearest word decides, with half of those that follow it; where none follows ("and in
    those who were not"), that the text ends there without it.
    """
    if NEGATION.search(text):
        return None
    for negation, words in denials(source, leave_out):
        stated = [w for w in words if not unaccounted(w, text)]
        if words[0] in stated and 2 * len(stated) >= len(words):
            return f"{negation} … {words[0]}"
    for m in _ELLIPTICAL.finditer(source):
        if re.search(rf"\b{m['said']}(?=\s*(?:[(,.;]|\Z))", text, re.IGNORECASE):
            return m.group()
    return None


def negations(case: Case) -> Iterator[Flag]:
    """A statement states nothing that the words of its results deny, and tells a null as one."""
    for statement in case.statements:
        if statement.section not in FINDING_SECTIONS or statement.voice == "authors":
            continue
        results = case.results_of(statement)
        text = claimed(statement)
        # What is quoted keeps its own negation.
        if not results or said(statement.text).none or NEGATION.search(statement.text):
            continue
        faults = [f for r in results if (f := denied(text, r.text))]
        # A short sentence that no result holds is denied as a whole: "Four had no clear change".
        faults += [
            f
            for s in statement.support
            if isinstance(s, QuoteSupport)
            and _ONE_CLAUSE.fullmatch(s.text)
            and (f := denied(text, s.text, _HOW_MUCH))
        ]
        if not faults and any(r.is_null and said(r.text).none for r in results):
            faults = ["no clear one"]
        if faults:
            yield flag(
                "direction-contradicts",
                statement,
                f"the source says “{faults[0]}”: {statement.text}",
            )


def denials_kept(case: Case) -> Iterator[Flag]:
    """A statement denies no oftener than its sources do, and denies where its rule does.

    In a source whatever is lacking or the same counts as denied: "sedentary", "similar".
    """
    for statement in case.statements:
        if said_not_to_be_claimed(statement):
            continue
        text = case.spelled_out(claimed(statement))
        said_so = len(DENIES.findall(text))
        if said_so:
            how = {r.text for r in rules(statement) if _ONLY_HOW.fullmatch(r.rule)}
            held = set(case.rests_on(statement)) - how
            fault = said_so > sum(len(LACKS.findall(source)) for source in held)
        else:
            fault = any(_DENY.fullmatch(r.rule) for r in rules(statement))
        if fault:
            yield flag(
                "direction-contradicts",
                statement,
                f"a denial {'put in' if said_so else 'left out'} in: {statement.text}",
            )


def exceptions_kept(case: Case) -> Iterator[Flag]:
    """Of none, or of all, a sentence keeps the exception that its source makes behind it."""
    for statement in case.statements:
        text = claimed(statement)
        if not _NONE_OR_ALL.search(text) or _EXCEPTS.search(text):
            continue
        for source in case.quoted_from(statement):
            made = _EXCEPTS.search(source)
            if made and _NONE_OR_ALL.search(source, 0, made.start()):
                why = f"“{made[0]}” is left out in: {statement.text}"
                yield flag("direction-contradicts", statement, why)
                break


def lacking(case: Case) -> Iterator[Flag]:
    """What a result says somebody or something is without, its source says so of too."""
    for statement in case.statements:
        if statement.section not in FINDING_SECTIONS | {"inferred_conclusions"}:
            continue
        text = case.spelled_out(claimed(statement))
        if _WITHOUT.search(text) is None:
            continue
        if (thing := had_after_all(text, case.quoted_from(statement))) is not None:
            yield flag(
                "direction-contradicts", statement, f"without “{thing}” in: {statement.text}"
            )


def had_after_all(text: str, sources: Iterable[str]) -> str | None:
    """The thing that a text says is lacking where no source that names it says so."""
    held = [folded(source) for source in sources]
    for m in _WITHOUT.finditer(text):
        short = _SHORT_FORM.search(m["what"])
        words = content(m["what"][: short.start()] if short else m["what"])
        thing = words[0] if words else folded(short.group()) if short else None
        named = rf"\b{re.escape(stem(thing))}" if thing else r"(?!)"
        places = [(source, o) for source in held for o in re.finditer(named, source)]
        if places and not any(
            LACKS.search(source[max(0, o.start() - _NEAR) : o.end() + _NEAR])
            for source, o in places
        ):
            return thing
    return None
