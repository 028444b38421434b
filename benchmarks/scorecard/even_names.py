"""The names that are swapped: some that the program's tables know, and some that stand in none."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

OUTSIDE_FILE = Path(__file__).with_name("outside_names.toml")

TREATMENTS = {
    "tiotrexone": r"\btiotrexone\b",
    "cognitive behavioural therapy": r"\bcognitive[- ]behaviou?r|\bCBT\b",
    "graded exercise therapy": r"\bexercises?\b|\bGET\b",
    "pacing": r"\bpacing\b",
}
"""Each known name, and how a text speaks of the same otherwise: where it does, it is not put in.

Two things under one name would be another study: "pacing or pacing" is no swap of words. Nor is
"exercise or graded exercise therapy", of which the first is rightly read as the second.
"""
IMMUNE = {
    "cytokine levels": r"\bcytokine|\binterleukin|\bIL-\d|\bT[NG]F\b",
    "antibody levels": r"\b(?:auto)?antibod|\bIg[GMAE]\b",
    "lymphocyte counts": r"\blymphocyt|\bT[- ]cells?\b|\bCD[48]\b",
}
PSYCHOLOGICAL = {
    "depression scores": r"\bdepress|\bPHQ\b|\bBDI\b|\bHADS\b",
    "anxiety scores": r"\banxi|\bGAD-?\d|\bHADS\b",
    "pain scores": r"\bpain\b",
}
"""Of each kind, the first of which the text does not speak otherwise, by the name of a scale too:
a page tells what "PHQ-9" measures in the very words that are put in.
"""

Kinds = tuple[dict[str, str], ...]
"""What a name is swapped for: of each kind, names and how a text speaks of the same otherwise."""

KNOWN: dict[str, Kinds] = {
    "treatments": tuple({k: p} for k, p in TREATMENTS.items()),
    "measures": (IMMUNE, PSYCHOLOGICAL),
}
TREATMENT = re.compile(
    r"\b(?:cognitive[- ]behaviou?r(?:al)? therapy|graded exercise therapy|pacing|yoga|acupuncture|"
    r"(?!cholesterol|myostatin)[a-z]{3,}(?:mab|vir|tinib|mycin|cillin|azole|statin|pril|olol|oxetine|trexone|setron|prazole|"
    r"sartan|dipine|profen|zepam|caine|glutide|gliptin|formin|terol|sone|prine|giline|dopa|cline))\b",
    re.IGNORECASE,
)
MEASURE = re.compile(
    r"\b(?:cytokine|antibody|cortisol|lymphocyte|immune cell|CRP|C-reactive protein|ferritin|"
    r"insulin|glucose|cholesterol|ha?emoglobin|testosterone|leptin|adiponectin|vitamin D|IL-\d+|"
    r"interleukin-\d+|TNF-(?:α|alpha)|Ig[EG]|troponin|albumin|depression|anxiety|distress|mood|"
    r"stress|pain|fatigue|sleep|QOL|quality of life|disability|cognitive|symptom|memory) "
    r"(?:levels?|counts?|concentrations?|scores?|ratings?)\b(?! (?:scale|inventory|questionnaire))|"
    r"\b(?:depressive|anxiety) symptoms\b",
    re.IGNORECASE,
)
SWAPPED = {"treatments": TREATMENT, "measures": MEASURE}
"""By what the name to swap is found in a text."""


def outside_names() -> dict[str, Any]:
    """The file of names that stand in no table of the program."""
    return tomllib.loads(OUTSIDE_FILE.read_text(encoding="utf-8"))


def outside(of: str, at: int) -> Kinds:
    """The names from outside that the abstract at this place takes: one of every kind."""
    file = outside_names()[of]
    if of == "measures":
        row = file["rows"][at % len(file["rows"])]
        named = [row["immune"], row["psychological"]]
    else:
        named = [names[at % len(names)] for names in file.values()]
    return tuple({name: rf"\b{re.escape(thing(name))}\b"} for name in named)


_HOW_MEASURED = r" (?:levels?|scores?|counts?|concentrations?|ratings?|symptoms)"


def thing(name: str) -> str:
    """A measure without the word for how it was measured: "neopterin" of "neopterin levels"."""
    return re.sub(f"{_HOW_MEASURED}$", "", name)


def put_for(name: str, swapped: str) -> str:
    """The new name, one or many as the name was for which it is put: "level" for "score"."""
    one = thing(name) != name and not swapped.endswith("s")
    return name.removesuffix("s") if one else name


def as_printed(put: str, printed: str) -> str:
    """The new name with a capital where the old one had one: a sentence begins with one."""
    return put[:1].upper() + put[1:] if printed[:1].isupper() else put


def called(name: str) -> str:
    """A pattern of the name, for one or many, by whatever word it says how it was measured."""
    how = f"(?:{_HOW_MEASURED})?" if thing(name) != name else "s?"
    return rf"{re.escape(thing(name))}{how}"
