"""Forms of the verbs that findings are told with, so that a sentence made false stays English."""

from __future__ import annotations

import re

PAST = {
    "have": "had", "find": "found", "show": "showed", "lead": "led", "see": "saw", "fall": "fell",
    "rise": "rose", "become": "became", "make": "made", "get": "got", "feel": "felt",
    "take": "took", "give": "gave", "meet": "met", "undergo": "underwent", "begin": "began",
    "drop": "dropped",
    "differ": "differed", "appear": "appeared", "alter": "altered", "suffer": "suffered",
    "recover": "recovered", "seem": "seemed", "exceed": "exceeded", "affect": "affected",
    "correlate": "correlated", "vary": "varied", "remain": "remained", "need": "needed",
    "respond": "responded", "reveal": "revealed", "result": "resulted", "benefit": "benefited",
    "reach": "reached", "support": "supported", "predict": "predicted", "detect": "detected",
    "explain": "explained", "want": "wanted", "attain": "attained", "persist": "persisted",
}  # fmt: skip
BASE = {v: k for k, v in PAST.items()} | {
    "experienced": "experience", "reported": "report", "improved": "improve",
    "increased": "increase", "decreased": "decrease", "reduced": "reduce", "changed": "change",
    "declined": "decline", "developed": "develop", "caused": "cause", "received": "receive",
    "exhibited": "exhibit", "demonstrated": "demonstrate", "displayed": "display",
    "described": "describe", "indicated": "indicate", "suggested": "suggest",
    "identified": "identify", "completed": "complete", "confirmed": "confirm",
    "expressed": "express", "achieved": "achieve", "produced": "produce", "induced": "induce",
    "influenced": "influence", "contributed": "contribute", "worsened": "worsen",
}  # fmt: skip
PARTICIPLES_TOO = frozenset({
    "improved", "increased", "decreased", "reduced", "reported", "induced", "worsened", "caused",
    "described", "expressed", "developed", "confirmed", "identified", "detected", "found", "made",
    "predicted", "needed", "affected", "altered", "received", "experienced", "completed", "given",
    "influenced", "produced", "achieved", "indicated", "suggested", "displayed", "changed",
    "declined", "explained", "supported", "attained", "met", "wanted", "led", "felt", "reached",
})  # fmt: skip
"""Verbs whose past is their participle too ("reported symptoms"): told apart by what follows."""


def past(base: str) -> str | None:
    """The past of a verb, None where its spelling cannot be told from the table or its letters."""
    if base in PAST:
        return PAST[base]
    if base.endswith("e"):
        return base + "d"
    if re.search(r"(?:[aeiou]{2}|[^aeiou])[^aeiouwxy]$", base):
        return base + "ed"
    return None


def third(base: str) -> str:
    """A verb as "she" has it."""
    if base == "have":
        return "has"
    if re.search(r"(?:s|sh|ch|x|o)$", base):
        return base + "es"
    return base[:-1] + "ies" if re.search(r"[^aeiou]y$", base) else base + "s"
