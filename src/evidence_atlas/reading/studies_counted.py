"""What a review counts: the studies it includes, and the people in them."""

from __future__ import annotations

import re

from evidence_atlas.records import Participants, Quote
from evidence_atlas.records.cues import cue

from . import numbers, places
from .document import Document
from .mentions import Mention

_STUDIES = cue(
    r"(?P<noun>(?:\w+[-\s]){0,4}?(?:studies|trials|articles|papers|RCTs|publications|records|"
    r"reports|"
    r"reviews|manuscripts|citations|references|cohorts))\b"
)
_SEARCHED = cue(
    r"\b(?:identified|screened|retrieved|yielded|titles|abstracts|duplicates|records|"
    r"search(?:es|ed)?|hits)\b"
)


_MET = cue(
    r"\s(?:\(\d[^()]{0,15}\)\s)?(?:(?:were|was) )?(?:finally |ultimately )?(?:included(?! in the "
    r"(?:abstract|title|full))|"
    r"met (?:the |our |all )?(?:\w+ )?(?:criteria|inclusion|eligibility)|meeting (?:the |our )?"
    r"(?:inclusion|eligibility|criteria)|(?:were )?selected\b|fulfill?ed (?:the |our )?"
    r"(?:inclusion|eligibility|criteria))"
)
_STUDIES_BEFORE = cue(
    r"\b(?:studies|articles|papers|records|publications|citations|abstracts|trials|references|"
    r"reports)\b"
)
_PEOPLE_BETWEEN = cue(
    r"\b(?:patients|participants|people|individuals|adults|children|women|men|subjects)\b"
)


def _elliptical(text: str, number: numbers.Number) -> bool:
    """ "Of 925 studies, six met the inclusion criteria": six are studies."""
    if _MET.match(text, number.end) is None:
        return False
    lead = text[max(0, number.start - 140) : number.start]
    named = [m.end() for m in _STUDIES_BEFORE.finditer(lead)]
    return bool(named) and _PEOPLE_BETWEEN.search(lead, named[-1]) is None


def _past_bracket(text: str, position: int) -> int:
    """The place after a bracket such as "(0.03%)" and the space that follows."""
    match = cue(r"\s?(?:\([^()]{1,20}\)\s?)?", 0).match(text, position)
    return match.end() if match else position


def read(
    document: Document, seen: list[Mention]
) -> tuple[Participants, dict[str, tuple[Quote, ...]]]:
    """A review counts its studies, and the people in them."""
    facts: dict[str, tuple[int, Quote]] = {}
    best: tuple[int, int, Quote] | None = None
    for _, sentence in document.parts("results", "methods", "aim", "conclusions"):
        text = sentence.text
        for number in numbers.find(text):
            noun = _STUDIES.match(text, _past_bracket(text, number.end)) if number.value else None
            if noun is None and number.value and _elliptical(text, number):
                quote = document.quote(sentence.start + number.start, sentence.start + number.end)
                if best is None or best[0] < 5:
                    best = (5, number.value, quote)
                continue
            if noun is None or number.value is None or numbers.is_year(text, number):
                continue
            if numbers.opens_range(text, number.end) or _STOP_NOUN.search(noun["noun"]):
                continue
            after = text[noun.end() : noun.end() + 90]
            before = text[max(0, number.start - 60) : number.start]
            score = 0
            clause = re.split(r"[;,]", after)[0]
            if re.match(
                r"\s?(?:\([^()]*\)\s?)?(?:were |was |that |which |have been |finally )?(?:\w+ )?"
                r"(?:included|eligible|met|fulfill?ed|selected)",
                after,
                re.I,
            ):
                score += 4
            if re.search(
                r"\b(?:included|comprising|include|including|analy[sz]ed|total of|comprised|"
                r"gathered|pooled)"
                r"(?: a total of)?\s\Z",
                before,
                re.I,
            ):
                score += 3
            if re.match(
                r"\s?(?:\([^()]*\)\s?)?(?:involving|with|covering|comprising|enroll)", after, re.I
            ):
                score += 2
            if re.match(r"(?:\w+ )?eligible\b", noun["noun"], re.I):
                score += 4
            if (
                _SEARCHED.search(clause)
                or _SEARCHED.search(noun["noun"])
                or _SEARCHED.search(before[-30:])
            ) and not re.match(r"(?:\w+ )?eligible\b", noun["noun"], re.I):
                score -= 3
            if re.search(r"\b(?:of|in|only|of which|from|by)\s(?:the\s)?\Z", before, re.I):
                score -= 2
            if score > 0 and (best is None or score > best[0]):
                quote = document.quote(sentence.start + number.start, sentence.start + noun.end())
                best = (score, number.value, quote)
    if best is not None:
        facts["studies"] = (best[1], best[2])
    for mention in seen:
        if (
            mention.role not in ("results", "methods")
            or mention.subset
            or mention.kind == "controls"
        ):
            continue
        text = places.text_of(document, mention)
        before, _ = places.around(document, mention)
        if (
            re.search(r"\b(?:studies|trials|RCTs|articles|papers|reviews)\b", text, re.I)
            and re.search(
                r"(?:studies|trials|RCTs|articles|papers|total of|comprising|involving|with|"
                r"included|involved|[,(])"
                r"[^.;]{0,12}\Z",
                before,
                re.I,
            )
            and mention.value > facts.get("studies", (0,))[0]
        ):
            facts["participants_in_studies"] = (mention.value, mention.quote)
            break
    participants = Participants(
        studies=facts["studies"][0] if "studies" in facts else None,
        participants_in_studies=facts["participants_in_studies"][0]
        if "participants_in_studies" in facts
        else None,
    )
    return participants, {f"participants.{n}": (q,) for n, (_, q) in facts.items()}


_STOP_NOUN = cue(
    r"\b(?:and|or|of|in|years?|months?|weeks?|days?|patients?|participants?|people|to|from|"
    r"were|was|with|"
    r"databases?|countries|on|for|adults|children|individuals|subjects)\b"
)
