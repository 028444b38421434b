"""One word changed in whatever rests on a quote of the abstract, the authors' own reports included.

A sentence is changed only where it stays good English; where that cannot be seen from its words,
it is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_atlas.records import Statement

from .kinds import SECTIONS, capital, kind, masked, put, rests_on_abstract, tells_findings
from .pages import Study
from .verb_forms import BASE, PARTICIPLES_TOO, past, third

# --- Directions -----------------------------------------------------------------------------

_PAIRS = (
    ("higher", "lower"), ("greater", "smaller"), ("larger", "smaller"), ("better", "worse"),
    ("longer", "shorter"), ("stronger", "weaker"), ("slower", "faster"), ("rose", "fell"),
    ("increased", "decreased"), ("increase", "decrease"), ("increases", "decreases"),
    ("increasing", "decreasing"), ("elevated", "reduced"), ("improved", "worsened"),
    ("improve", "worsen"), ("improves", "worsens"), ("improvement", "worsening"),
    ("raised", "lowered"), ("older", "younger"), ("thicker", "thinner"),
    ("positively", "negatively"),
)  # fmt: skip
OPPOSITE = {b: a for a, b in reversed(_PAIRS)} | dict(_PAIRS) | {
    "reduction": "increase", "reductions": "increases",
    "declined": "increased", "reduces": "increases", "reduce": "increase",
    "fewer": "more", "impaired": "improved",
}  # fmt: skip
_OTHER = r"more|less|most|least|high|low|worsening|rise|drop|gain|loss|deficit|"
_OTHER += r"decline|declines|improvements"
"""Words that tell a direction as well; a sentence with one of them beside another is left."""
_ANY = re.compile(rf"\b(?:{'|'.join(OPPOSITE)}|{_OTHER})\b", re.IGNORECASE)
_GRADED = re.compile(r"\b(more|less) (?=likely|common|frequent|often|severe|prevalent|pronounced)")
_NO_DIRECTION = re.compile(
    r"\bno longer|\b(?:lower|upper) (?:back|limb|extremit|leg|respiratory|body|urinary|airway)|"
    r"\bhigher education|-(?:lower|higher|reduced|increased)|\b(?:lower|higher|longer|older)-|"
    r"\bbetter (?:understand|know|define)|\bolder (?:people|adults|patients)|\bolder age",
    re.IGNORECASE,
)


@kind("direction flipped, in the authors' words")
def _(s: Statement, study: Study) -> Iterator[str]:
    if s.section not in SECTIONS or s.voice != "authors" or not rests_on_abstract(s):
        return
    text = masked(s.text)
    found = list(_ANY.finditer(text))
    if len(found) != 1 or _NO_DIRECTION.search(text):
        return
    m = found[0]
    word = m.group().lower()
    if word in OPPOSITE:
        yield put(s.text, m.start(), m.end(), OPPOSITE[word])
    elif _GRADED.match(text, m.start()):
        yield put(s.text, m.start(), m.end(), "less" if word == "more" else "more")


# --- Negations ------------------------------------------------------------------------------

_NO_ONE = re.compile(
    r"\bno ((?:[\w-]+ ){0,4}?)([\w-]+)(?=[.,;]|$| (?:in|of|between|on|for|to|were|was|observed|"
    r"found|occurred|with|that|at|from|by|during|after|and|or|among)\b)",
    re.IGNORECASE,
)
_UNTOUCHED = re.compile(
    r"\blittle or no|\bneither|\bnor\b|\bnot only|\bif not|\bwhether or not|\bor not|\bno one|"
    r"\bno longer|\bno-|\bno more|\bnot all|\bnot every|\bno other",
    re.IGNORECASE,
)


@kind("negation dropped, in the authors' words", "word for word")
def _(s: Statement, study: Study) -> Iterator[str]:
    if s.section not in SECTIONS or s.voice != "authors" or not rests_on_abstract(s):
        return
    text = masked(s.text)
    if _UNTOUCHED.search(text) or re.search(r"\b(?:not|no)\b.*\bany\b", text):
        return
    m = re.search(r"\b(did|does|do) not ((?:\w+ly )?)(\w+)", text)
    if m:
        verb = {"did": past(m[3]), "does": third(m[3]), "do": m[3]}[m[1]]
        if verb:
            yield s.text[: m.start()] + m[2] + verb + s.text[m.end() :]
        return
    m = re.search(
        r"\b(was|were|is|are|been|has|have|had|be|may|might|could|can|will|should)( ?not)\b", text
    )
    if m:
        yield s.text[: m.start(2)] + s.text[m.end(2) :]
        return
    m = _NO_ONE.search(text)
    if m:
        many = m[2].endswith("s") and not m[2].endswith(("ss", "is", "us"))
        whole = m.group()[3:]
        yield put(s.text, m.start(), m.end(), whole if many else _with_article(whole))


def _with_article(words: str) -> str:
    if words.split()[-1] in ("evidence", "support", "information", "harm", "improvement", "data"):
        return words
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"


_NEGATED = re.compile(
    r"\b(?:not|no|none|neither|nor|never|cannot|without|few|little|lack(?:ed|s)?|fail(?:ed|s)?|"
    r"absence|hardly|rarely|un(?:changed|related|affected|likely))\b",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:The authors \w+ (?:also )?that |The study found that |Compared with [^,]{3,40}, |"
    r"(?:In|After|At|Among|Of|During|By|From|For) [^,]{2,70}, )+",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"\b(?:who|which|that|whose|where|when|while|whereas|although|as|if|because|how|what)\b|[;:“]",
    re.IGNORECASE,
)
_ALL = re.compile(r"^(?:all|each|every|both|any|most|many|some|several|only|there)\b", re.I)
_OBJECT = re.compile(
    r" (?:in|by|from|to|after|over|during|a|an|the|their|its|both|clear|clearly|significantly|more|"
    r"most|high|higher|low|lower|fewer|less|greater|better|worse|some|many|symptoms|fatigue|pain|"
    r"long|new|feeling|having|several|that|no|and|at|with|markedly)\b|[.,;]?$"
)
_BE = re.compile(r"(was|were|is|are)\b")


@kind("not put in", "word for word", unseen=True)
def _(s: Statement, study: Study) -> Iterator[str]:
    if s.section not in SECTIONS or not tells_findings(s) or _NEGATED.search(s.text):
        return
    if re.search(r"[.!?] [A-Z]", s.text):
        return
    text = masked(s.text)
    lead = _LEAD.match(text)
    begin = lead.end() if lead else 0
    there = re.compile(r"(there (?:was|were|is|are)) (?:an? |some |also )?(?=\w)", re.I)
    m = there.match(text, begin)
    if m:
        yield s.text[: m.end(1)] + " no " + s.text[m.end() :]
        return
    if _ALL.match(text[begin:]) or (not lead and text.startswith("The authors")):
        return
    for word in re.finditer(r"[\w'-]+|[;:“]", text[begin:]):
        start, end = begin + word.start(), begin + word.end()
        if _STOP.fullmatch(word.group()):
            return
        if word.start() == 0:
            continue
        if _BE.fullmatch(word.group()):
            if re.search(r"\bthere $", text[:start]) or re.match(r" [^.;]*\bonly\b", text[end:]):
                return
            yield s.text[:end] + " not" + s.text[end:]
            return
        plain = _plain(word.group(), text, start, end)
        if plain == "":
            return
        if plain:
            adverb = re.search(r"((?:clearly|significantly) )$", text[begin:start])
            start -= len(adverb[1]) if adverb else 0
            yield s.text[:start] + "did not " + (adverb[1] if adverb else "") + plain + s.text[end:]
            return


def _plain(word: str, text: str, start: int, end: int) -> str | None:
    """What stands after "did not" for a verb in the past, "" where that cannot be told."""
    if word in ("has", "have", "may", "might", "can", "could", "will", "would", "should"):
        return ""
    if word == "had":
        return "" if re.match(r" (?:\w+ly )?(?:\w+ed|been|shown)\b", text[end:]) else "have"
    if word not in BASE:
        return None
    if word not in PARTICIPLES_TOO:
        return BASE[word]
    before = re.search(r"(\w+) (?:clearly |significantly |markedly )?$", text[:start])
    noun = before and (
        re.search(r"(?:s|ee|ep|[a-z]men|people|children|ion|ity|ness|ue|in|ce|th|on)$", before[1])
        and before[1] not in ("was", "is", "has", "the", "this", "its", "in", "with", "on", "as",
                              "previously", "between", "from", "than", "of", "for")
    )  # fmt: skip
    return BASE[word] if noun and _OBJECT.match(text[end:]) else ""


# --- Some, and all --------------------------------------------------------------------------

_FOLK = (
    r"(?:people|patients|participants|respondents|women|men|children|adults|cases|studies|trials|"
    r"survivors|individuals|subjects|experts|animals|mice|students|workers|recipients|members|"
    r"physicians|doctors|clinicians|caregivers|parents|adolescents|veterans|samples|genes|markers|"
    r"flights|reviews|articles|consumers|interviewees|volunteers|controls|boys|girls|users)"
)
_WHOM = rf"(?:(?!\w+ly )(?!(?:common|frequent|likely|often|in|on|of|and) )[\w/-]+ ){{0,3}}{_FOLK}\b"
_SOME_TO_ALL = (
    (rf"\b(?:some|most|many|several) (?:of )?(the |these |those |their )({_WHOM})", r"all \1\2"),
    (rf"\b(?:some|most|many|several|a few) (?={_WHOM})", "all "),
    (rf"\b(?:the|an?) (?:(?:great|vast|large|substantial|small|considerable|significant|notable|"
     rf"sizeable|high|greater) )?(?:majority|minority|proportion|portion|subset) of "
     rf"(?={_WHOM}|the |those |these )", "all "),
    (r"\bhalf (?:of )?(?=the |those |these |them\b)", "all of "),
    (rf"\bhalf of (?={_WHOM})", "all "),
    (rf"\b(?:about |nearly |almost |over |more than |around |approximately )?\d[\d.]*\s?% of "
     rf"(?={_WHOM}|the |those |these |all )(?:all )?", "all "),
    (r"\b(\d[\d,]*) (?:out )?of (?:the )?(\d[\d,]*)(?![\d.%])(?=[ .,;])", r"all \2"),
)  # fmt: skip


@kind("some told as all")
def _(s: Statement, study: Study) -> Iterator[str]:
    if s.section not in SECTIONS or not rests_on_abstract(s) or "participants" in s.about:
        return
    text = masked(s.text)
    for pattern, to in _SOME_TO_ALL:
        m = re.search(pattern, text, re.IGNORECASE)
        if m is None or re.search(r"\b(?:only|no|not|than|the first) $", text[: m.start()], re.I):
            continue
        if m.re.groups == 2 and m[1] == m[2]:
            continue
        new = m.expand(to)
        yield put(s.text, m.start(), m.end(), new if m.start() else capital(new))
        return


# --- Links and causes -----------------------------------------------------------------------

_ADVERB = r"(?P<adv>(?:\w+ly |also |then )*)"
_LINKED = re.compile(
    rf"\b(?P<be>was|were|is|are) {_ADVERB}(?:associated|linked|correlated|related) (?:with|to)\b"
)
_MORE_OF = re.compile(r" (?:an? )?(?:increased|higher|lower|greater|reduced|less|fewer|more)\b")
_CORRELATED = re.compile(rf"\b{_ADVERB}correlated with\b")
_LINK_OF = re.compile(
    r"\b(?:an? |the )?(?:\w+ )?(?:association|correlation|link|relationship) between (?!both )"
    r"([^.,;()]{3,60}?) and (?=\w)"
)
_BARE = re.compile(r"(?<=\w )(?<!ly )(?:associated|linked) with\b(?! (?:among|in)\b)")
_CAUSAL = re.compile(r"\bcaus|\bdue to\b|\bresult(?:s|ed)? (?:from|in)\b|\blead|\bled to\b", re.I)


@kind("a link told as a cause, word for word")
def _(s: Statement, study: Study) -> Iterator[str]:
    if s.section not in SECTIONS or not rests_on_abstract(s):
        return
    text = masked(s.text)
    if _NEGATED.search(text) or _CAUSAL.search(text):
        return
    m = _LINKED.search(text)
    if m:
        # Which of the two is told as the cause goes by the sentence alone, so that both occur;
        # nothing results from a higher risk.
        if len(text) % 2 and not _MORE_OF.match(text, m.end()):
            verb = {"is": "results from", "are": "result from"}.get(m["be"], "resulted from")
        else:
            verb = {"is": "causes", "are": "cause"}.get(m["be"], "caused")
        yield s.text[: m.start()] + m["adv"] + verb + s.text[m.end() :]
        return
    for pattern, to in ((_CORRELATED, r"\g<adv>caused"), (_BARE, "due to")):
        m = pattern.search(text)
        if m:
            yield s.text[: m.start()] + m.expand(to) + s.text[m.end() :]
            return
    m = _LINK_OF.search(text)
    if m:
        yield put(s.text, m.start(), m.end(), f"an effect of {m[1]} on ")
