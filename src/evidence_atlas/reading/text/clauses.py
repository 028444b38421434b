"""Cutting a sentence into the clauses that each report something of their own.

"Although A rose, B did not change" reports two results, one of which is a null.
"""

from __future__ import annotations

import re

from evidence_atlas.records.cues import Cue, cue

from .. import tables

_TABLE = tables.load("clauses")
_WORDS: dict[str, str] = _TABLE["words"]
_BREAK = tables.any_of(_TABLE["breaks"])
_APART = tables.any_of(_TABLE["apart"])
_COUNTED = tables.any_of(_TABLE["counted"])
_VERB_PHRASE = tables.any_of(_TABLE["verb_phrases"])
_TURNS = tables.any_of(_TABLE["turns"])
_LEADING = cue(_WORDS["leading"])
_NO_DIFFERENCE_FIRST = cue(_WORDS["no_difference_first"])
_AND = cue(_WORDS["and"])
_GRADED_NOUN = cue(_WORDS["graded_noun"])
# "Although not significant" takes back what stands before it: by itself it reports nothing.
_SHORT = 110
_NUMBERED = cue(r"(?:(?<=\s)|\A)\(?(?:1\).{5,400}?\(?2|i\).{5,400}?\(?ii|a\).{5,400}?\(?b)\)\s", 0)
_TAKES_BACK = cue(_WORDS["takes_back"])


def split(text: str, has_direction: Cue) -> list[tuple[int, int]]:
    """Spans of the clauses; a clause without a direction of its own joins the one before it."""
    cuts = [0]
    inside = _brackets(text)
    lead = _LEADING.match(text)
    first = _FINITE.search(text, lead.end()) if lead else None
    comma = _comma_outside(text, first.end(), inside) if first else None
    if comma is not None:
        cuts.append(comma)
    nothing = _NO_DIFFERENCE_FIRST.match(text)
    if nothing is not None and comma is None:
        cuts.append(nothing.end())
    for match in _BREAK.finditer(text):
        if not inside[match.start()]:
            cuts.append(match.start() + (text[match.start()] == ";"))
    for match in _AND.finditer(text):
        if inside[match.start()]:
            continue
        left = text[max(c for c in cuts if c <= match.start()) : match.start()]
        later = [c for c in cuts if c > match.end()]
        right = text[match.end() : min(later) if later else len(text)]
        graded = _GRADED_NOUN.match(left)
        verb = _VERB.search(left, graded.end() if graded else 0)
        if (
            verb
            and _verbal(right, has_direction)
            and _tells(left, has_direction)
            and not _second_verb(right)
            and not _last_of_list(left[verb.end() :], right)
        ):
            cuts.append(match.start())
    for match in _TURNS.finditer(text):
        left = text[max(c for c in cuts if c <= match.start()) : match.start()]
        right = text[match.end() : match.end() + _AHEAD]
        # A factor such as "reduced mobility" among others is no turn of what is told.
        factors = _LINKED.search(left) is not None and not _FINITE.search(right)
        told = _FINITE.search(text, 0, match.start()) is not None
        if told and not factors and not inside[match.start()] and _tells(left, has_direction):
            cuts.append(match.end())
    # What "whereas" or "but" sets beside it is a result by itself if it is a whole clause.
    alone = [m.start() for m in _SET_BESIDE.finditer(text) if _whole(text, cuts, m, inside)]
    cuts += alone
    if comma is not None and _FINITE.search(text, comma):
        alone.append(comma)
    alone += [
        m.end()
        for pattern in (_COUNTED, _APART)
        for m in pattern.finditer(text)
        if not inside[m.start()]
        and (_FINITE.search(text, 0, m.start()) or _VERB.search(text, 0, m.start()))
        and not _BASE.match(text[: m.start()])
    ]
    alone += _verb_phrases(text, sorted({*cuts, *alone}), inside, has_direction)
    # The members of a numbered list are told apart elsewhere, each with its own words.
    numbered = _NUMBERED.search(text)
    last = numbered.start() if numbered else len(text)
    cuts = sorted(c for c in {*cuts, *alone} if c <= last)
    joined: list[tuple[int, int]] = []
    for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
        before = joined[-1] if joined else None
        if before is not None and (
            _first_subjects(text, before, (start, end))
            or _goes_on(text, before, (start, end), has_direction, start in alone)
        ):
            joined[-1] = (before[0], end)
        else:
            joined.append((start, end))
    return [_trim(text, s, e) for s, e in joined]


def _goes_on(
    text: str, before: tuple[int, int], clause: tuple[int, int], has_direction: Cue, alone: bool
) -> bool:
    """Whether a clause only goes on with the one before it, or takes it back."""
    if clause[1] - clause[0] < _SHORT and _TAKES_BACK.match(text, clause[0]):
        return True
    if alone:
        return False
    told, now = text[slice(*before)], text[slice(*clause)]
    if not has_direction.search(now):
        return True
    return not has_direction.search(told) and not (_reports(told) and _FINITE.search(now))


def _first_subjects(text: str, before: tuple[int, int], clause: tuple[int, int]) -> bool:
    """Whether a clause only names the first things that the next one links with something.

    "Higher age (OR 1.2) and reduced mobility were associated with X" reports one result.
    """
    if text[clause[0] - 1] == ";":
        return False
    told = text[slice(*before)]
    that = _that(told)
    if _OWN_VERB.search(told, that):
        return False
    verb = _OWN_VERB.search(text, *clause)
    # "We found that pain and a reduced appetite were common": what was found is not told before it.
    joint = _JOINED_TO.match(text, *clause) if that and verb is not None else None
    if joint is not None and verb is not None and verb.start() > joint.end():
        return True
    return verb is not None and _LINKED.search(text, verb.start(), clause[1]) is not None


def _that(told: str) -> int:
    """Where the clause behind the last "that" begins; 0 where none does."""
    return max((m.end() for m in _THAT.finditer(told)), default=0)


def _second_verb(right: str) -> bool:
    """Whether the verb behind an "and" is said of what stands before that "and".

    "They were older, more often had fever and aches, and were heavier": the aches do nothing.
    """
    verb = _OWN_VERB.search(right)
    return verb is not None and _JOINED_VERB.search(right, 0, verb.start()) is not None


def _last_of_list(named: str, right: str) -> bool:
    """Whether an "and" names the last of a list, and a later one begins what is told next.

    "Common were pain, fever, and aches, and cramps rose": the aches belong to the list.
    """
    verb = _OWN_VERB.search(right)
    again = _AND_AGAIN.search(right, 0, verb.start()) if verb is not None else None
    return again is not None and _NO_AND_YET.fullmatch(named) is not None


def _reports(told: str) -> bool:
    """Whether what stands before a cut counts something in a clause that is whole."""
    own = told[_that(told) :]
    return bool(_COUNTS.search(told) and _FINITE.search(own) and not _BARE_SHARE.search(told))


def _verb_phrases(text: str, cuts: list[int], inside: list[bool], has_direction: Cue) -> list[int]:
    """Where a second verb begins that says something of the same subject."""
    found: list[int] = []
    for match in _VERB_PHRASE.finditer(text):
        if inside[match.start()]:
            continue
        left = text[max(c for c in [*cuts, *found] if c <= match.start()) : match.start()]
        right = text[match.end() : min((c for c in cuts if c > match.end()), default=len(text))]
        bare = "and" not in match[0]
        if (
            len(left) < _SHORTEST_WHOLE
            or not _FINITE.search(left)
            or (bare and _RELATIVE.search(left))
            or not all(_tells(t, has_direction) or _SAYS.search(t) for t in (left, right))
        ):
            continue
        of = _OF_WHICH.search(left) if bare else None
        found.append(match.end() if of is None else match.start() - len(left) + of.start())
    return found


_OF_WHICH = cue(_WORDS["of_which"])
_BARE_SHARE = cue(_WORDS["bare_share"])
_RELATIVE = cue(_WORDS["relative"])
_SAYS = cue(_WORDS["says"])
_VERB = cue(_WORDS["verb"])
_FINITE = cue(_WORDS["finite"])
_OWN_VERB = cue(_WORDS["own_verb"])
# "Of all who had been ill, 12 % …": whom a share is of, and no result by itself.
_BASE = cue(r"\s?(?:of|among|out of)\s[^,;]{0,120}\Z")
_LINKED = cue(_WORDS["linked"])
_THAT = cue(_WORDS["that"])
_JOINED_TO = cue(_WORDS["joined_to"])
_JOINED_VERB = cue(_WORDS["joined_verb"])
_AND_AGAIN = cue(_WORDS["and_again"])
_NO_AND_YET = cue(_WORDS["no_and_yet"])
_AHEAD = 120
_SET_BESIDE = cue(_WORDS["set_beside"])
_SHORTEST_WHOLE = 30


def _whole(text: str, cuts: list[int], match: re.Match[str], inside: list[bool]) -> bool:
    """Whether a whole clause with a verb of its own stands on both sides."""
    if inside[match.start()]:
        return False
    left = text[max(c for c in cuts if c <= match.start()) : match.start()]
    right = text[match.end() :]
    later = [c for c in cuts if c > match.end()]
    right = text[match.end() : min(later)] if later else right
    return all(len(t) >= _SHORTEST_WHOLE and _VERB.search(t) for t in (left, right)) and (
        _TAKES_BACK.match(text, match.start()) is None
    )


def first_verb(text: str) -> int | None:
    """Where the first finite verb begins, as far as the common ones tell."""
    found = _FINITE.search(text)
    return found.start() if found else None


def has_verb(text: str) -> bool:
    """Whether a clause has a finite verb of its own, as far as the common ones tell."""
    return _VERB.search(text) is not None


def has_own_verb(text: str) -> bool:
    """Whether a clause has a verb for sure: "and reduced mobility" has none."""
    return _OWN_VERB.search(text) is not None


def _tells(text: str, has_direction: Cue) -> bool:
    return has_direction.search(text) is not None or _COUNTS.search(text) is not None


_COUNTS = cue(_WORDS["counts"])


def _verbal(text: str, has_direction: Cue) -> bool:
    return bool(_VERB.search(text) and has_direction.search(text))


def _brackets(text: str) -> list[bool]:
    """For each place whether it stands within brackets."""
    round_, square, at = 0, 0, 0
    found: list[bool] = []
    for sign in _SIGN.finditer(text):
        # A sign itself is where it opens without, and where it closes within.
        found += [round_ > 0 or square > 0] * (sign.end() - at)
        at = sign.end()
        if sign[0] in "()":
            round_ += 1 if sign[0] == "(" else -1
        else:
            square += 1 if sign[0] == "[" else -1
    return [*found, *[round_ > 0 or square > 0] * (len(text) - at), False]


_SIGN = re.compile(r"[()\[\]]")


def _comma_outside(text: str, start: int, inside: list[bool]) -> int | None:
    position = text.find(",", start)
    while position >= 0:
        if not inside[position] and not text[position + 1 : position + 2].isdigit():
            return position + 1
        position = text.find(",", position + 1)
    return None


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " ,;:.":
        start += 1
    while end > start and text[end - 1] in " ,;":
        end -= 1
    for joint in (
        " and", " but", " or", ", with", " along", " together", " as well as",
        " in addition to", " alongside", " accompanied by", " whereas", " while",
    ):  # fmt: skip
        if text.endswith(joint, start, end):
            return _trim(text, start, end - len(joint))
    return start, end
