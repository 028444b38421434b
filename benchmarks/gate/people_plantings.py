"""Errors about people and design: who took part, who was counted, how a study was made.

Some kinds find few places on our own pages (`named`); they are planted into further trials too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_atlas.records import Statement

from .kinds import SECTIONS, capital, kind, masked, put, rests_on_abstract, result_told
from .pages import Study

SINGULAR = {"were": "was", "are": "is", "have": "has", "do": "does"}
"""What a verb of "they" becomes after "everyone"."""
WITHOUT_PLACE = re.compile(r"\b(?:than|compared|comparison|versus|vs|whereas|while|each)\b", re.I)
"""A part that stands in a comparison cannot be exchanged for everyone in good English."""
PART = re.compile(
    r"\b(?:with|without|who|aged|under|over|older|younger|women|men|girls|boys|female|male|severe|"
    r"mild|high|low)\b",
    re.IGNORECASE,
)
"""Words without which a group that is called a part may be all the people there are."""
_A_PART = re.compile(
    r"\b(?:only |especially |particularly |predominantly )?(?:in|among|for|of) (?:the )?(?:"
    r"(?:(?:older|younger|male|female|middle-aged|severe\w*|mild\w*|hospitali[sz]ed|non-hospitali[sz]ed|"
    r"school-aged|elderly|obese|unvaccinated|vaccinated) )+(?:[\w-]+ )?"
    r"(?:patients|people|participants|children|adults|individuals|women|men|survivors|ones)|"
    r"women|men|girls|boys|females|males|smokers|those (?:with|who|aged)(?: [\w/-]+){1,5}?|"
    r"(?:patients|people|participants|children|adults|women|men) (?:who|aged|with (?:severe|mild|"
    r"pre-?existing|high|low|more|persistent|an?))(?: [\w/-]+){1,6}?)(?=[.,;]|$)",
    re.IGNORECASE,
)
"""A part of the people, told by words that hold for some of them only."""
_WITH_ANOTHER = re.compile(
    r"\b(?:in|among|for) (?:the )?(?:patients|people|participants|children|adults|individuals|"
    r"women|men|those) (?:with(?:out)?|under|over|hospitali[sz]ed) "
    r"(?P<what>[\w/-]+(?: (?!and\b|or\b|was\b|were\b|had\b)[\w/-]+){0,4}?)(?=[.,;]|$)",
    re.IGNORECASE,
)
_ILLNESS = re.compile(r"covid|cfs|\bme\b|syndrome|pasc|condition|illness|sars", re.IGNORECASE)
_OTHER_PART = re.compile(
    r"\b(?:than|with|to|versus|vs\.?) (?:in |among )?(?:women|men|girls|boys|females|males|those|"
    r"older|younger)\b|\bwhereas\b|\bwhile\b|\bbut not (?:in|among|for)\b",
    re.IGNORECASE,
)
_PART_DID = re.compile(
    r"(?P<lead>(?:The authors \w+ that )?)(?:[Ww]omen|[Mm]en|[Ff]emales|[Mm]ales|[Bb]oys|[Gg]irls|"
    r"(?:[Oo]lder|[Yy]ounger|[Ff]emale|[Mm]ale|[Ss]everely ill|[Hh]ospitali[sz]ed) (?:\w+ )?"
    r"(?:patients|people|adults|participants|women|men|children|individuals))"
    r"(?: (?:with|aged) [\w/ -]{2,40}?)? "
    r"(?P<verb>had|showed|reported|experienced|improved|were|are|have|achieved|developed)\b"
    r"(?! (?:\w+ly )?(?:more|less|higher|lower|better|worse|fewer|older|younger)\b)"
)
_FIRST = re.compile(r"^(?:The authors \w+ that )?$")


@kind("subgroup widened to all", named=True)
def _(s: Statement, study: Study) -> Iterator[str]:
    if s.section not in SECTIONS or not rests_on_abstract(s) or s.about == ("participants",):
        return
    found = _A_PART.search(masked(s.text)) or _with_another(masked(s.text), study)
    if found:
        # A comma ends a group that stands first; later in a sentence it may go on with a list.
        leads = bool(_FIRST.search(s.text[: found.start()]))
        listed = s.text[found.end() :][:1] == "," and not leads
        compared = _OTHER_PART if leads else WITHOUT_PLACE
        if not listed and not compared.search(s.text):
            yield put(s.text, found.start(), found.end(), "in everyone")
    told = _PART_DID.match(s.text)
    if told and not WITHOUT_PLACE.search(s.text):
        everyone = "everyone" if told["lead"] else "Everyone"
        verb = SINGULAR.get(told["verb"], told["verb"])
        yield f"{told['lead']}{everyone} {verb}{s.text[told.end() :]}"
    result = result_told(s, study)
    if result is None or result.scope != "subgroup":
        return
    opening = r"^(?:Compared with[^,]{3,40}, )?(?:In|Among|Of|For) [^,]{3,90}, "
    yield re.sub(opening, "In everyone, ", s.text)
    who = re.escape(result.who or "")
    if not who or not PART.search(result.who or "") or WITHOUT_PLACE.search(s.text):
        return
    after = r"(?= (?:had|showed|reported|experienced|improved|were|was|did|are|have|achieved)\b)"
    first = re.match(rf"(?:The )?{who}{after} (\w+)", s.text, re.IGNORECASE)
    if first:
        yield f"Everyone {SINGULAR.get(first[1], first[1])}{s.text[first.end() :]}"
    inside = re.search(rf"\b(?:in|among) (?:the )?{who}(?=$|[.,;]| \()", masked(s.text), re.I)
    if inside:
        yield put(s.text, inside.start(), inside.end(), "in everyone")


@kind("part left out", "word for word", named=True)
def _(s: Statement, study: Study) -> Iterator[str]:
    """The words for a part are left out, and nothing stands in their place."""
    if s.section not in SECTIONS or not rests_on_abstract(s) or s.about == ("participants",):
        return
    found = _A_PART.search(masked(s.text)) or _with_another(masked(s.text), study)
    if found is None:
        return
    before, after = s.text[: found.start()], s.text[found.end() :]
    leads = bool(_FIRST.search(before))
    compared = _OTHER_PART if leads else WITHOUT_PLACE
    # After "and", or where a list goes on, a part that is gone leaves no sentence.
    if compared.search(s.text) or re.search(
        r"(?:\b(?:and|or|but|not|even|half|\w+-thirds?|quarters?)|[\d%]) $", before
    ):
        return
    if leads and after.startswith(","):
        yield before + (after[2:] if before else capital(after[2:]))
    elif not leads and not after.startswith(",") and len(before.split()) > _A_CLAUSE:
        yield before.rstrip() + after


_A_CLAUSE = 3
"""So many words are no sentence yet."""


def _with_another(text: str, study: Study) -> re.Match[str] | None:
    """People with something that the study as a whole is not about: its title has no word of it."""
    found = _WITH_ANOTHER.search(text)
    if found is None or _ILLNESS.search(found["what"]):
        return None
    title = study.record.title.lower()
    known = any(w[:5] in title for w in found["what"].lower().split() if len(w) > 3)
    return None if known else found


@kind("completers as enrolled", named=True)
def _(s: Statement, study: Study) -> Iterator[str]:
    p = study.reading.participants
    began, ended = p.randomised or p.enrolled or p.total, p.completed or p.analysed
    if s.section not in SECTIONS or not (began and ended and ended < began):
        return
    if s.about == ("participants",):
        yield f"{ended} people were enrolled and were put into the study: they started it."
        yield re.sub(rf"(?<![\d,.]){began:,}(?![\d,.]\d|%)", f"{ended:,}", s.text, count=1)
    counted = rf"^(?:Only )?{ended:,} of the {began:,} "
    yield re.sub(counted, f"All {began:,} ", s.text)


@kind("patients and controls swapped")
def _(s: Statement, study: Study) -> Iterator[str]:
    p = study.reading.participants
    if p.patients and p.controls and p.patients != p.controls and s.about == ("participants",):
        a, b = f"{p.patients:,}", f"{p.controls:,}"
        if re.search(rf"\b{a}\b", s.text) and re.search(rf"\b{b}\b", s.text):
            text = re.sub(rf"\b{a}\b", "@", s.text, count=1)
            yield re.sub(rf"\b{b}\b", a, text, count=1).replace("@", b)


_BOTH = re.compile(
    r"\b(?P<had>had|took|were to have|are to have|were given) (?:both )?(?P<a>[^,.;()]{2,60}?) and "
    r"(?P<b>[^,.;()]{2,60}?),? (?:in turn|one after the other)"
)
_WITH = re.compile(
    r"\b(?:with|on|after|during|under) (?P<a>[\w/-]+(?: [\w/-]+){0,3}) than "
    r"(?:with|on|after|during|under) (?P<b>[\w/-]+(?: [\w/-]+){0,3}?)(?=[.,;(]|$)"
)


@kind("crossover as parallel arms", named=True)
def _(s: Statement, study: Study) -> Iterator[str]:
    if study.reading.design.crossover is not True or s.section not in SECTIONS:
        return
    if s.about == ("participants",):
        if "each treatment" not in s.text:
            yield "People were put by chance into two groups. " + s.text
        yield s.text.replace(
            "the same people had each treatment, one after the other",
            "some people had one treatment and the others had the other",
        )
        yield _BOTH.sub(r"\g<had> either \g<a> or \g<b>", s.text)
        same = re.match(r"The same people(?: with [^,.;]*?)? had ", s.text)
        both = _BOTH.search(s.text)
        if same and both:
            end = s.text[both.end() :]
            yield f"One group had {both['a']} and the other group had {both['b']}{end}"
        return
    m = _WITH.search(masked(s.text))
    if m and s.voice == "atlas":
        yield put(s.text, m.start(), m.end(), f"in the {m['a']} group than in the {m['b']} group")


@kind("within-group as between")
def _(s: Statement, study: Study) -> Iterator[str]:
    result = result_told(s, study)
    if result is not None and result.comparison == "within_group":
        bare = re.sub(r"^Compared with (?:the start|their own start|baseline), ", "", s.text)
        yield bare[:1].upper() + bare[1:].rstrip(".") + " more than with placebo."


@kind("blinding invented", unseen=True)
def _(s: Statement, study: Study) -> Iterator[str]:
    made = study.reading.design
    if s.about == ("participants",) and made.blinding in ("open", "single"):
        yield f"{s.text} The trial was double-blind."
    if s.about == ("participants",) and made.randomised is not True and not study.of_studies:
        yield f"{s.text} It was decided at random who had what."


@kind("protocol told as done", named=True)
def _(s: Statement, study: Study) -> Iterator[str]:
    if study.grades.value("study_type") != "Protocol" or s.section not in SECTIONS:
        return
    new = re.sub(r"^This is a plan to put (.*?) by chance", r"\1 were put by chance", s.text)
    new = re.sub(r"^This is a plan for a study of ", "This study looked at ", new)
    new = re.sub(r"^This is a plan for (.*?) to have ", r"\1 had ", new)
    new = re.sub(r"^Chance is to decide who will (?:have|receive)", "Chance decided who had", new)
    new = re.sub(r"\b(?:are|is) to be\b", "were", new)
    new = re.sub(r"\b(?:are|is) to have\b", "had", new)
    new = re.sub(r"\b(?:are|is) to take part\b", "took part", new)
    new = re.sub(r"\b(?:are|is) to (\w+)", r"did \1", new)
    new = re.sub(r"^The main thing to be measured: ", "The main thing that was measured: ", new)
    new = re.sub(r"\bwill be\b", "were", re.sub(r"^This is a plan\. ", "", new))
    yield capital(new)
