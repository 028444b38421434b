"""Restating a reported clause close to its words, and cutting short phrases to quote.

The tables are in wording.toml. A clause is restated only if nothing in it claims more than
the comparison allows; else a few words are quoted as the authors'.
"""

from __future__ import annotations

import re

from ..standing import leans, untied
from ..tables import table
from .names import length, length_seen

_TABLE = table("wording.toml")
_LEAD_IN = re.compile(_TABLE["lead_in"]["pattern"], re.IGNORECASE)
_SWAPS = [(re.compile(s["pattern"], re.IGNORECASE), s["say"]) for s in _TABLE["swaps"]]
_CAUSAL = re.compile(_TABLE["causal"]["pattern"], re.IGNORECASE)
_ACTING = re.compile(_TABLE["acting"]["pattern"], re.IGNORECASE)
_ACTING_MORE = re.compile(_TABLE["acting"]["more"], re.IGNORECASE)
_NOT_ACTING_AFTER = re.compile(_TABLE["acting"]["not_after"], re.IGNORECASE)
_PARTICIPLE_AFTER = re.compile(_TABLE["participle"]["after"], re.IGNORECASE)
_PARTICIPLE_BEFORE = re.compile(_TABLE["participle"]["before"], re.IGNORECASE)
_EMPTY = re.compile(_TABLE["empty"]["pattern"], re.IGNORECASE)
_MADE = re.compile(_TABLE["empty"]["made"], re.IGNORECASE)
_NOUN_AFTER = re.compile(_TABLE["participle"]["noun_after"], re.IGNORECASE)
_NOUNS_TOO = frozenset(_TABLE["participle"]["nouns_too"].split())
_BAD_END = re.compile(_TABLE["bad_end"]["pattern"], re.IGNORECASE)
# After a comma, what may be left off: a clause of its own, never the next item of a list.
_NEW_CLAUSE = re.compile(_TABLE["new_clause"]["pattern"], re.IGNORECASE)
# "In that year" points at a year and opens no clause.
_RELATIVE = re.compile(
    r"\b(?:which|(?<!\bin )(?<!\bof )(?<!\bat )(?<!\bfor )that|who|whose|whom|where)\b",
    re.IGNORECASE,
)
_LOADED = re.compile(_TABLE["loaded"]["pattern"], re.IGNORECASE)
_CAPITALS = re.compile(r"\b[A-Z]{4,}\b")
_VERB = re.compile(_TABLE["verb"]["pattern"], re.IGNORECASE)
_BAD_START = re.compile(_TABLE["bad_start"]["pattern"], re.IGNORECASE)
TURN = re.compile(_TABLE["turn"]["pattern"], re.IGNORECASE)
_CUT = re.compile(r"[,;:]\s+|\s+(?=\()|\s+[–—]\s+")
# Thin and hard spaces stand inside numbers ("11 567") and stay.
_BLANKS = re.compile(r"[ \t\r\n]+")
# A bracket after which a clause ends.
_BRACKET_ENDS = re.compile(r"\([^()]{0,200}\)\s*(?:[.,;:]|$)")
_CLAUSE_MARK = re.compile(r"[,;:.]\s+|\)\s*[,;]\s*")
_CONJUNCTIONS = re.compile(
    r"(?:(?:and|but|or|while|whereas|although|though|however|also|then|that)\b,?\s*)*",
    re.IGNORECASE,
)
_AT_ONCE = re.compile(r"^\w+ed\s")
_LEFT_OPEN = re.compile(r"\b(?:and|or|of|in|the|an?|with|for|between)$", re.IGNORECASE)
_EXAMPLES = re.compile(_TABLE["examples"]["pattern"], re.IGNORECASE)
_CHANGE = re.compile(_TABLE["change"]["pattern"], re.IGNORECASE)
_NULL = re.compile(_TABLE["null"]["pattern"], re.IGNORECASE)
_TOLD_BY = re.compile(_TABLE["told_by"]["pattern"], re.IGNORECASE)
_ARTICLE_BEFORE = re.compile(
    r"\b(?:an?|the|no|more|less|most|was|were|is|are|be|been|shows?|showed|have|has|had|with|experienced?|reports?|reported|exhibit(?:ed|s)?|display(?:ed|s)?|not)$",
    re.IGNORECASE,
)
# What only its examples would name: "influenced by factors including sex".
_NAMED_BY_EXAMPLES = re.compile(
    r"\b(?:descriptors|factors|areas|domains|aspects|issues|features|candidates|individuals|people|"
    r"patients|participants|ways|things|variables|outcomes|measures|conditions)$",
    re.IGNORECASE,
)
# A symbol that was torn apart in the text: "V ̇ O 2".
_SET_APART = re.compile(r"\s[\u0307\u22c5\u02d9]\s")
# The verb of what is conceded is not that of the sentence: "a lower ratio, although it was not …".
_CONCEDES = re.compile(r"(?<=\w)\)?,? (?:although|though) ", re.IGNORECASE)
_GOES_ON = re.compile(
    r"(?:with|who|whose|that|which|among|between|including|such)\b", re.IGNORECASE
)
_SETTING = re.compile(r"^(?:at|after|by|within|during) [^,]{2,30}, ", re.IGNORECASE)
_LISTED = re.compile(r",? (?:and|or) [^,]{2,40}$")
_NEXT_ITEM = re.compile(r",\s(?=[^.;]{2,200}?\b(?:and|or)\s)")
_AFTER_BRACKET = re.compile(r"\([^()]{0,200}\),\s+")
_IN_BRACKETS = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])")
_HAS_ITS_VERB = re.compile(r"\b\w{3,}ed (?:an?|the) ", re.IGNORECASE)
_PERSON = re.compile(r"\b(?:we|our|us|ours)\b", re.IGNORECASE)
_ADVERB_BEFORE = re.compile(r"(?:^|\s)(\w+ly\s)$")
_NO_SUBJECT = re.compile(_TABLE["bad_end"]["no_subject"], re.IGNORECASE)
_NOT_SIGNIFICANT = re.compile(_TABLE["unclear"]["said"], re.IGNORECASE)
_CALLED_SIGNIFICANT = re.compile(_TABLE["unclear"]["called"], re.IGNORECASE)
_MAY_BE_CLEAR = re.compile(_TABLE["unclear"]["may_be"], re.IGNORECASE)
MOST_QUOTED_WORDS = 12
MOST_SUBJECT_WORDS = 12
MOST_WORDS = 32


def restate(text: str, *, randomised_result: bool, most: int = MOST_WORDS) -> str | None:
    """The clause as a sentence of ours, or None where it cannot be told safely.

    Causal verbs pass only where the result compares randomised groups; loaded words never.
    """
    said = plain_clause(text)
    if (
        said is None
        or length(_IN_BRACKETS.sub("", said)) > most
        or loaded(said)
        or _PERSON.search(said)
    ):
        return None
    if leans(said) or (causal(said) and not randomised_result):
        return None
    return None if unclear_things(text) else said


def unclear_things(text: str) -> bool:
    """ "Overweight and smoking were not significant": a thing is not clear, only what it did."""
    return any(
        found is not None and not _MAY_BE_CLEAR.search(text[: found.start()])
        for found in (_NOT_SIGNIFICANT.search(text), _CALLED_SIGNIFICANT.search(text))
    )


def plain_clause(text: str) -> str | None:
    """The clause without its lead-in and with a few words swapped; None if it is no sentence."""
    said = untied(_BLANKS.sub(" ", text).strip(" ,;"))
    for _ in range(3):
        shorter = untied(_LEAD_IN.sub("", said, count=1).strip(" ,;:"))
        if shorter == said:
            break
        said = shorter
    said = swapped(said)
    if (
        not said
        or _BAD_START.match(said)
        or _VERB.match(said)
        or _BAD_END.search(said)
        or not finite(_CONCEDES.split(said)[0])
        or not _balanced(said)
    ):
        return None
    if _SET_APART.search(said):
        return None
    if "“" in said or '"' in said or "?" in said or ". ." in said:
        return None
    return said


def swapped(text: str) -> str:
    """The text with words of statistics and of praise swapped for plain ones."""
    for pattern, say in _SWAPS:
        text = pattern.sub(say, text)
    return _BLANKS.sub(" ", text).strip()


def opens_badly(text: str) -> bool:
    """True where the first words lean on a sentence that does not stand here."""
    return _BAD_START.match(text) is not None


def says_null(text: str) -> bool:
    """True where a word of the clause tells that nothing clear was found."""
    return bool(_NULL.search(text))


def loaded(text: str) -> bool:
    """True where the words judge ("effective", "safe", "recovered") instead of telling.

    A name in capitals (a study called RECOVER) judges nothing.
    """
    return bool(_LOADED.search(_CAPITALS.sub("", text)))


def causal(text: str) -> bool:
    """True where a verb says that one thing brought another about."""
    if _CAUSAL.search(text) or _ACTING_MORE.search(text):
        return True
    return any(not _NOT_ACTING_AFTER.search(text[: m.start()]) for m in _ACTING.finditer(text))


def finite(text: str) -> bool:
    """True where a verb says something of the sentence's own subject.

    "Increased fatigue" and "74 included studies" have none, nor has "a score, which was 7".
    """
    return main_verb(text) is not None


_AUXILIARY = re.compile(r"\b(?:was|were|is|are|be|been|being)(?: (?:\w+ly|also|not|both))? $", re.I)


def main_verb(text: str) -> int | None:
    """Where the verb of the sentence's own subject begins; None where there is none."""
    verbs = 0
    for match in _VERB.finditer(text):
        word = match.group().casefold()
        before, after = text[: match.start()], text[match.end() :]
        participle = word.endswith("ed") and word != "showed"
        if participle and (_PARTICIPLE_AFTER.search(before) or _PARTICIPLE_BEFORE.search(after)):
            continue
        if word in _NOUNS_TOO and _NOUN_AFTER.search(before):
            continue
        if verbs and participle and _AUXILIARY.search(before):
            continue  # "were related" is one verb
        verbs += 1
        # The verb of "who had it" is spent on its own small clause.
        if verbs > len(_RELATIVE.findall(before)):
            return match.start()
    return None


def says_nothing(text: str) -> bool:
    """True where words tell how a study was made, or only announce what follows."""
    return bool(_EMPTY.search(text))


def tells_the_making(text: str) -> bool:
    """True where words only say what was taken into a study, or announce its outcomes."""
    return bool(_MADE.search(text))


def phrase(text: str, most: int = MOST_QUOTED_WORDS) -> str | None:
    """A short run of the exact words, cut only where a clause ends, or None.

    Nothing is cut off where what follows turns the meaning ("but", "only in", "not").
    """
    whole = text.strip().rstrip(".;,: ")
    for _ in range(3):
        whole = _LEAD_IN.sub("", whole, count=1).lstrip(" ,;:")
    if not finite(whole) or _BAD_START.match(whole) or _VERB.match(whole):
        return None
    if _BAD_END.search(whole):
        return None
    if _fits(whole, most):
        return whole
    for match in _CUT.finditer(whole):
        head, rest = whole[: match.start()], whole[match.end() :]
        if rest.startswith("(") and not _BRACKET_ENDS.match(rest):
            continue
        if (item := _AFTER_BRACKET.match(rest)) and not _NEW_CLAUSE.match(rest[item.end() :]):
            continue
        if match.group().startswith(",") and not _NEW_CLAUSE.match(rest):
            continue
        if _BAD_END.search(head):
            continue
        if _fits(head, most) and finite(head) and not TURN.search(rest) and _says(head):
            if re.match(
                r"(?:to|in|of|for|and|or|than|from|with|by|at|on|to)\b", rest, re.IGNORECASE
            ):
                return None
            return head
    return None


def change_told(text: str, most: int = MOST_QUOTED_WORDS) -> str | None:
    """A run of the exact words that name a change and in what: "a clear fall in strength".

    None where the clause denies it, or turns before it ends.
    """
    found = _CHANGE.search(text)
    if found is None or TURN.search(text, 0, found.start()):
        return None
    words, rest = found[0].rstrip(" ,;."), text[found.end() :]
    if _GOES_ON.match(rest):
        return None  # which people, or with what, stands in what would be cut off
    listed = rest.startswith(",") and not _NEW_CLAUSE.match(rest.lstrip(" ,"))
    if listed or (rest.startswith("(") and words[-1:].isalnum() and not found[0].endswith(" ")):
        return None  # cut within a list, or within a name such as "DL(CO)"
    if TURN.search(text, found.end()) or not _fits(words, most) or _BAD_END.search(words):
        return None
    return None if loaded(words) or _PERSON.search(words) else words


def told_of(
    text: str, most: int = MOST_QUOTED_WORDS, refuse: re.Pattern[str] | None = None
) -> tuple[str, str] | None:
    """What a clause is about, in its own words, and a run of the exact words that tell of it.

    "The drug and training" and "significantly improved the score compared to training alone":
    for a clause that is too long to quote whole, or claims more than we may. None where the
    first part judges or names a cause itself, or where the second would be cut within.
    """
    whole = text.strip().rstrip(".;,: ")
    for _ in range(3):
        whole = _LEAD_IN.sub("", whole, count=1).lstrip(" ,;:")
    at = _told_from(whole)
    if _SET_APART.search(whole):
        return None
    if at is None or _BAD_START.match(whole) or _BAD_END.search(whole):
        return None
    while (adverb := _ADVERB_BEFORE.search(whole[:at])) is not None:
        at = adverb.start(1)
    subject = " ".join(_IN_BRACKETS.sub("", whole[:at]).split()).rstrip(" ,")
    if not 1 <= length(subject) <= MOST_SUBJECT_WORDS or _PERSON.search(subject):
        return None
    if not re.search(r"[^\W\d_]{3,}", subject) or subject[-1:] in "-‐‑–":
        return None  # "94%": of whom, is not said; and a name is not cut within
    if main_verb(subject) is not None or _HAS_ITS_VERB.search(subject):
        return None
    if loaded(subject) or causal(subject) or _NO_SUBJECT.search(_SETTING.sub("", subject)):
        return None
    if "," in _SETTING.sub("", subject) and not _LISTED.search(subject):
        return None
    rest = whole[at:]
    for match in (None, *sorted([*_CUT.finditer(rest), *_EXAMPLES.finditer(rest)], key=_start)):
        told = rest if match is None else rest[: match.start()]
        after = "" if match is None else rest[match.end() :]
        if not _fits(told, most) or _BAD_END.search(told):
            continue
        if length(told) < (2 if re.search(r"\d", told) else 3):
            continue
        if refuse is not None and refuse.search(told):
            continue
        if match is not None and not _may_end(told, match.group(), after):
            continue
        return subject, told
    return None


def _start(match: re.Match[str]) -> int:
    return match.start()


def without_examples(text: str) -> str:
    """The clause up to where only examples follow, unless these turn what was said."""
    found = _EXAMPLES.search(text)
    rest = text[found.end() :] if found else ""
    if found is None or TURN.search(rest) or _VERB.search(rest):
        return text
    return text[: found.start()]


def _told_from(whole: str) -> int | None:
    """Where what is told begins: at the verb, "clearly" before it or not."""
    at = main_verb(whole)
    for match in _TOLD_BY.finditer(whole, 0, at if at is not None else len(whole)):
        before = whole[: match.start()].rstrip()
        if before and not _BAD_END.search(before) and not _ARTICLE_BEFORE.search(before):
            return match.start()
    return at


def starts_before(before: str) -> int:
    """Where a clause really begins, counted from the start of what stands before it.

    "while levels of A and" before "B were higher" is the beginning of the same clause; "and"
    or "while" alone is none.
    """
    at = max((m.end() for m in _CLAUSE_MARK.finditer(before)), default=0)
    part = before[at:]
    lead = _CONJUNCTIONS.match(part)
    at += lead.end() if lead else 0
    left = _AT_ONCE.sub("", before[at:].strip())
    if not left or not _LEFT_OPEN.search(left) or main_verb(left) is not None:
        return len(before)
    return at


def list_goes_on(rest: str) -> bool:
    """Whether what follows a clause in its sentence is the next item of a list."""
    return bool(_NEXT_ITEM.match(rest)) and not _NEW_CLAUSE.match(rest.lstrip(" ,"))


def _may_end(told: str, mark: str, after: str) -> bool:
    """Whether what was said is whole without the words that follow the mark."""
    if TURN.search(after):
        return False
    if _EXAMPLES.fullmatch(mark):
        return mark.startswith(",") or not _NAMED_BY_EXAMPLES.search(told)
    if after.startswith("("):
        item = _AFTER_BRACKET.match(after)
        return bool(_BRACKET_ENDS.match(after)) and (
            item is None or bool(_NEW_CLAUSE.match(after[item.end() :]))
        )
    return not mark.startswith(",") or bool(_NEW_CLAUSE.match(after))


def _fits(text: str, most: int) -> bool:
    return (
        2 <= length_seen(text) <= most
        and _balanced(text)
        and not _SET_APART.search(text)
        and not any(mark in text for mark in '“"$\\{}\u22c5')
    )


def _says(head: str) -> bool:
    """A head that only leads in ("In this study,") says nothing."""
    return length(head) >= 4 and not _BAD_START.match(head)


def _balanced(text: str) -> bool:
    return text.count("(") == text.count(")") and text.count("[") == text.count("]")
