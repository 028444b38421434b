"""Cutting a sentence into the clauses that each report something of their own.

"Although A rose, B did not change" reports two results, one of which is a null.
"""

from __future__ import annotations

import re

from evidence_atlas.records.cues import Cue, cue

_BREAK = cue(
    r";\s|:\s(?=\(?[1i]\)|although|while)"
    r"|,\s(?:and\s)?(?:but|whereas|while|although|though|yet|however|with no|without)\s"
    r"|\s(?:whereas|but (?=not |no |did |was |were |there |the |only |in ))\s?"
    r"|\.\s(?=[A-Z])"
    r"|,\s(?:\w+ly |together )?(?:explaining|accounting for) (?=\d)"
    r"|,\swhich (?=(?:was|were|did|had|correlated|increased|decreased|remained|persisted|"
    r"improved)\b)"
    r"|,\s(?:and\s)?(?:with|including) (?=(?:\w+ly |the |an? )*(?:decreased|increased|reduced|"
    r"elevated|higher|highest|lower|lowest|greater|greatest|fewer|improved|improvements?|impaired|"
    r"worse|marked|pronounced|particularly|no|significant|most)\b)"
    r"|,\swith (?=(?:[\w-]+ ){1,5}(?:being|reporting|showing|having|remaining)\b)"
    r"|,\sof whom (?=\w)|,?\sand (?=no (?:serious |severe |major )?(?:adverse|side)\b)"
)
# "Lower levels of A, and higher levels of B": the second way is told of something else.
_TURNS = cue(
    r"(?:,\s(?:and\s|or\s|but\s)?|\sand\s|\sbut\s|,?\sas well as\s)"
    r"(?=(?:also\s)?(?:(?:an?|with|have|has|had|"
    r"showed|demonstrated|exhibited|displayed|reported|experienced|revealed|achieved)\s)?"
    r"(?:an?\s)?(?:\w+ly\s|\d+(?:\.\d+)?\s?%\s(?:\([^()]{1,40}\)\s)?)?"
    r"(?:decreased|increased|reduced|elevated|higher|"
    r"lower|greater|fewer|improved|impaired|worse|poorer|better|enhanced|diminished|upregulated|"
    r"downregulated|lengthened|shortened|longer|shorter|prolonged|(?:increase|decrease|reduction|"
    r"rise|decline|loss|improvement|fall|drop)s?\s(?:in|of))\s(?!and\b|or\b)\w)"
)
_COUNTED = cue(
    r"(?:,\sand\s|,\s|\sand\s|\sand only\s)"
    r"(?=(?:\d[\d.,]*\s?%?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"half|most|all|none|(?:a|one|two) (?:half|thirds?|quarters?))\s"
    r"(?:\([^()]{1,30}\)\s)?(?:of \w+ (?:\w+ )?|"
    r"(?:patients|participants|people|women|men|children|adults)(?: with \S+)? )?"
    r"(?:had|were|was|reported|met|showed|did|experienced|supported|improved|recovered|developed|"
    r"felt|described|continued|remained)\b)"
)
_LEADING = cue(r"\A(?:although|while|whereas|though|despite)\s")
_AND = cue(
    r",?\sand\s"
    # "A fell, B rose": each has a verb of its own.
    r"|,\s(?=[^,;.]{3,60}\s(?:\w+ly\s)?(?:increased|decreased|rose|fell|declined|improved|was|were|"
    r"remained|did not)\b)"
)


# "Although not significant" takes back what stands before it: by itself it reports nothing.
_SHORT = 110
_TAKES_BACK = cue(
    r"[\s,;]*(?:and |but |although |though |however,? |yet |while )?"
    r"(?:(?:(?:the|this|these|that|those|such) )?(?:group )?(?:differences?|findings?|results?|"
    r"trends?|effects?|changes?|associations?|it|they|none|neither|both|this|these) )?"
    r"(?:(?:was|were|did|is|are|do|does|remained|had) )?(?:not|none|narrowly|no) [^;]{0,60}signifi"
)


def split(text: str, has_direction: Cue) -> list[tuple[int, int]]:
    """Spans of the clauses; a clause without a direction of its own joins the one before it."""
    cuts = [0]
    inside = _brackets(text)
    lead = _LEADING.match(text)
    if lead:
        comma = _comma_outside(text, lead.end(), inside)
        if comma is not None:
            cuts.append(comma)
    for match in _BREAK.finditer(text):
        if not inside[match.start()]:
            cuts.append(match.start() if text[match.start()] != ";" else match.start() + 1)
    for match in _AND.finditer(text):
        if inside[match.start()]:
            continue
        left = text[max(c for c in cuts if c <= match.start()) : match.start()]
        later = [c for c in cuts if c > match.end()]
        right = text[match.end() : min(later) if later else len(text)]
        if _VERB.search(left) and _verbal(right, has_direction) and _tells(left, has_direction):
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
    apart = [m.start() for m in _SET_BESIDE.finditer(text) if _whole(text, cuts, m, inside)]
    cuts += apart
    counted = [*apart]
    counted += [
        m.end()
        for m in _COUNTED.finditer(text)
        if not inside[m.start()]
        and _FINITE.search(text, 0, m.start())
        and not _BASE.match(text[: m.start()])
    ]
    cuts = sorted({*cuts, *counted})
    spans = list(zip(cuts, [*cuts[1:], len(text)], strict=True))
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and (
            (start not in counted and not has_direction.search(text[start:end]))
            or (end - start < _SHORT and _TAKES_BACK.match(text, start))
            or (
                start not in counted
                and not has_direction.search(text[joined[-1][0] : joined[-1][1]])
            )
        ):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return [_trim(text, s, e) for s, e in joined]


_VERB = cue(
    r"\b(?:was|were|is|are|had|has|have|did|showed|show|increased|decreased|improved|rose|fell|"
    r"declined|differed|remained|correlated|predicted|reduced|worsened|exhibited|reported)\b"
)


_FINITE = cue(
    r"\b(?:was|were|is|are|had|has|have|did|showed|shows?|rose|fell|differed|remained|correlated|"
    r"predicted|exhibited|reported|experienced|demonstrated|revealed|displayed|developed|occurred|"
    r"persisted|found|observed|identified|resulted|led|achieved|met|improved|increased|decreased)\b"
)
# "Of all who had been ill, 12 % …": whom a share is of, and no result by itself.
_BASE = cue(r"\s?(?:of|among|out of)\s[^,;]{0,120}\Z")
_LINKED = cue(r"\b(?:associated|correlated|related|linked|predict\w+|risk factors?)\b")
_AHEAD = 120
_SET_BESIDE = cue(r";\s|,?\s(?:whereas|while|but|although|though)\s")
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


def _tells(text: str, has_direction: Cue) -> bool:
    return has_direction.search(text) is not None or _COUNTS.search(text) is not None


_COUNTS = cue(r"\d|\bmost (?:common|frequent|prevalent)\b")


def _verbal(text: str, has_direction: Cue) -> bool:
    return bool(_VERB.search(text) and has_direction.search(text))


def _brackets(text: str) -> list[bool]:
    """For each place whether it stands within brackets."""
    round_, square, found = 0, 0, []
    for char in text:
        found.append(round_ > 0 or square > 0)
        if char in "()":
            round_ += 1 if char == "(" else -1
        elif char in "[]":
            square += 1 if char == "[" else -1
    return [*found, False]


def _comma_outside(text: str, start: int, inside: list[bool]) -> int | None:
    position = text.find(",", start)
    while position >= 0:
        if not inside[position] and not text[position + 1 : position + 2].isdigit():
            return position + 1
        position = text.find(",", position + 1)
    return None


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " ,;:":
        start += 1
    while end > start and text[end - 1] in " ,;":
        end -= 1
    for joint in (" and", " but", " or"):
        if text.endswith(joint, start, end):
            return _trim(text, start, end - len(joint))
    return start, end
