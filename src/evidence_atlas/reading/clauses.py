"""Cutting a sentence into the clauses that each report something of their own.

"Although A rose, B did not change" reports two results, one of which is a null.
"""

from __future__ import annotations

from evidence_atlas.records.cues import Cue, cue

_BREAK = cue(
    r";\s|:\s(?=\(?[1i]\)|although|while)"
    r"|,\s(?:and\s)?(?:but|whereas|while|although|though|yet|however|with no|without)\s"
    r"|\s(?:whereas|but (?=not |no |did |was |were |there |the |only |in ))\s?"
    r"|\.\s(?=[A-Z])"
)
_LEADING = cue(r"\A(?:although|while|whereas|though|despite)\s")
_AND = cue(r",?\sand\s(?=(?:the|a|an|no|there|their|\w+ \w+ )?)")


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
    lead = _LEADING.match(text)
    if lead:
        comma = _comma_outside(text, lead.end())
        if comma is not None:
            cuts.append(comma)
    for match in _BREAK.finditer(text):
        if _outside(text, match.start()):
            cuts.append(match.start() if text[match.start()] != ";" else match.start() + 1)
    for match in _AND.finditer(text):
        if not _outside(text, match.start()):
            continue
        left = text[max(c for c in cuts if c <= match.start()) : match.start()]
        later = [c for c in cuts if c > match.end()]
        right = text[match.end() : min(later) if later else len(text)]
        if _verbal(left, has_direction) and _verbal(right, has_direction):
            cuts.append(match.start())
    cuts = sorted(set(cuts))
    spans = list(zip(cuts, [*cuts[1:], len(text)], strict=True))
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and (
            not has_direction.search(text[start:end])
            or (end - start < _SHORT and _TAKES_BACK.match(text, start))
            or not has_direction.search(text[joined[-1][0] : joined[-1][1]])
        ):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return [_trim(text, s, e) for s, e in joined]


_VERB = cue(
    r"\b(?:was|were|is|are|had|has|have|did|showed|show|increased|decreased|improved|rose|fell|"
    r"declined|differed|remained|correlated|predicted|reduced|worsened|exhibited|reported)\b"
)


def _verbal(text: str, has_direction: Cue) -> bool:
    return bool(_VERB.search(text) and has_direction.search(text))


def _outside(text: str, position: int) -> bool:
    """Whether the position stands outside brackets (by counting, so in linear time)."""
    left = text[:position]
    return left.count("(") <= left.count(")") and left.count("[") <= left.count("]")


def _comma_outside(text: str, start: int) -> int | None:
    position = text.find(",", start)
    while position >= 0:
        if _outside(text, position) and not text[position + 1 : position + 2].isdigit():
            return position + 1
        position = text.find(",", position + 1)
    return None


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " ,;:":
        start += 1
    while end > start and text[end - 1] in " ,;":
        end -= 1
    return start, end
