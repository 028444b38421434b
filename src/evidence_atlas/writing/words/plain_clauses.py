"""A few plain shapes in which a clause may tell a finding, and nothing else.

"Pain was lower in A than in B", "A had lower pain than B", "there was no clear difference in
pain between the groups", "pain fell from 5 to 3". What fits none of them is left to the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..tables import table
from .edges import TAG, without_brackets

_W: dict[str, str] = table("words/plain_clauses.toml")


@dataclass(frozen=True)
class Plain:
    """A clause of a plain shape: `way` in one word, and the names in the clause's own words."""

    outcome: str
    way: str
    who: str | None = None
    against: str | None = None


def _shapes() -> tuple[list[tuple[str, re.Pattern[str]]], list[re.Pattern[str]]]:
    w = _W
    ways = {k: f"(?:{w[k]})" for k in ("higher", "lower", "better", "worse")}
    o = rf"(?:(?:{w['measure']}) )*(?P<o>[^,;:]{{3,60}}?)"
    # Of a list the first item is told; what follows it is left to the text.
    listed = r"(?:(?:,| and| or) [^;:]{1,160}?)?"
    o_first = rf"(?:(?:{w['measure']}) )*(?P<o>(?:(?! and | or )[^,;:]){{3,60}}?){listed}"
    who = r"(?:the )?(?P<w>[^,;:]{3,60}?)"
    against = (
        rf"(?:{w['than']}) (?:that in |in |among |with (?=placebo|sham|usual|those))?"
        r"(?:the )?(?P<a>[^,;:]{3,60}?)"
    )
    first_against = r"compared (?:with|to) (?:the )?(?P<a>[^,;:]{3,60}?),"
    adv = rf"(?:(?:{w['adverb']}) )?"
    showed = rf"(?:{w['showed']}) (?:an? )?"
    time = r"(?: (?:at|after|during|over|across) (?:\w+[ -]){0,3}\w+)?"
    more = (
        r"(?:(?:,| (?=while|whereas|suggesting|indicating)) ?"
        r"(?:and|while|whereas|suggesting|indicating|with|which|including) .{1,300})?"
    )
    end = rf"{time}{more}\s*$"
    between = []
    for way, words in ways.items():
        in_who = rf"(?:in|among|for|with) {who}"
        seen = rf"(?:was|were) (?:{w['seen']})"
        shapes = [
            rf"{o} (?:was|were|is|are) (?:found to be )?{adv}{words}{time} {in_who}{time} "
            rf"{against}",
            rf"in {who}, {o} (?:was|were) {adv}{words}{time} {against}",
            rf"{who} {showed}{adv}{words} {o_first} {against}",
            rf"{first_against} {who} {showed}{adv}{words} {o_first}",
            rf"{first_against} {o} (?:was|were) {adv}{words} {in_who}",
            rf"{adv}{words} {o} {seen} {in_who} {against}",
        ]
        noun = {"higher": w["a_rise"], "lower": w["a_fall"]}.get(way)
        if noun:
            clear = r"(?:statistically |clinically )?(?:significant |marked |clear )?"
            shapes += [
                rf"{who} {showed}{clear}(?:{noun}) in {o_first} {against}",
                rf"{first_against} {who} {showed}{clear}(?:{noun}) in {o_first}",
            ]
        between += [(way, re.compile(rf"{w['lead']}{s}{end}", re.IGNORECASE)) for s in shapes]
    for way, words in (("better", w["got_better"]), ("worse", w["got_worse"])):
        shape = rf"{o} {adv}(?:{words}) {adv}more {adv}(?:in|with|among) {who} {against}"
        between.append((way, re.compile(rf"{w['lead']}{shape}{end}", re.IGNORECASE)))
    groups = (
        r"(?:between|across|among) (?:the )?(?:two |three |both |study |treatment |intervention )?"
        r"(?:groups|arms)"
    )
    clear = r"(?:statistically |clinically )?(?:significant |clear |meaningful )?"
    sides = r"between (?:the )?(?P<w>[^,;:]{3,50}?) and (?:the )?(?P<a>[^,;:]{3,50}?)"
    where = rf"(?: (?:{groups}|{sides}))?"
    seen = rf"(?: (?:was|were) (?:{w['seen']}))?"
    end = rf"{time}{more}\s*$"
    level = [
        rf"(?:there (?:was|were) )?no {clear}(?:between-group )?differences?{seen} "
        rf"(?:{groups} )?in {o}{where}{seen}(?: {groups})?",
        rf"{o} did not (?:significantly )?differ(?: significantly)?{where}",
        rf"{o} (?:was|were) (?:similar|not significantly different){where}",
    ]
    return between, [re.compile(rf"{w['lead']}{s}{end}", re.IGNORECASE) for s in level]


_BETWEEN, _LEVEL = _shapes()


def _own_start() -> list[tuple[str, re.Pattern[str]]]:
    w = _W
    o = rf"(?:(?:{w['measure']}) )*(?P<o>[^,;:]{{3,60}}?)"
    adv = rf"(?:(?:{w['adverb']}) )?"
    figures = r"(?: by [^,;]{1,20})?(?:,? from [^,;]{1,50} to [^,;]{1,50})?"
    end = rf"{figures}(?:\s*[.,;]|,? (?:at|after|over|by|from baseline)\b[^,;]{{0,40}})?\s*$"
    seen = rf"(?:was|were) (?:{w['seen']})"
    clear = r"(?:statistically |clinically )?(?:significant |clear |meaningful )?"
    told = {
        "higher": w["rose"], "lower": w["fell"], "better": w["got_better"],
        "worse": w["got_worse"],
    }  # fmt: skip
    found = [
        (way, re.compile(rf"{w['lead']}{o} {adv}(?:{verb})(?: {w['adverb']})?{end}", re.I))
        for way, verb in told.items()
    ]
    found += [
        (way, re.compile(rf"{w['lead']}(?:an? )?{clear}{noun} in {o} {seen}{end}", re.I))
        for way, noun in (
            ("higher", "increases?"), ("lower", "(?:decreases?|reductions?)"),
            ("better", "improvements?"), ("worse", "worsening"),
        )
    ]  # fmt: skip
    found += [
        ("level", re.compile(rf"{w['lead']}{s}{end}", re.I))
        for s in (
            rf"{o} did not (?:significantly )?change(?: significantly)?",
            rf"(?:there (?:was|were) )?no {clear}changes? in [^,;:]{{3,80}} or in {o}",
            rf"(?:there (?:was|were) )?no {clear}changes?(?: {seen})? in {o}(?: {seen})?",
            rf"{o} remained (?:stable|unchanged)",
        )
    ]
    return found


_OWN_START = _own_start()


def plain_between(text: str) -> Plain | None:
    """One group against another, in a plain shape; None for every other clause."""
    text = tidy(text)
    for way, shape in _BETWEEN:
        if m := shape.match(text):
            return Plain(_noun(m["o"]), way, m["w"].strip(), m["a"].strip())
    for shape in _LEVEL:
        if m := shape.match(text):
            parts = m.groupdict()
            return Plain(_noun(m["o"]), "level", parts.get("w"), parts.get("a"))
    return None


def plain_within(text: str) -> Plain | None:
    """People against their own start, in a plain shape; None for every other clause."""
    text = tidy(text)
    for way, shape in _OWN_START:
        if m := shape.match(text):
            return Plain(_noun(m["o"]), way)
    return None


def _noun(text: str) -> str:
    return re.sub(r"^(?:the|their) ", "", text.strip(), flags=re.IGNORECASE)


def tidy(text: str) -> str:
    """A clause without markup, without what stands in brackets, with single blanks."""
    return " ".join(without_brackets(TAG.sub("", text)).split()).strip(" .;,")
