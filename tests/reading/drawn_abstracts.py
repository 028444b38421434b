"""Short abstracts of four parts, with headings or without, for sentences to be tried in."""

from __future__ import annotations

from hypothesis import strategies as st

from evidence_atlas.conditions import load
from evidence_atlas.reading import read
from evidence_atlas.records import AbstractSection, Reading, Record

MECFS = load("mecfs")
ILLNESSES = (
    "ME/CFS", "long COVID", "post-COVID condition", "chronic fatigue syndrome",
    "myalgic encephalomyelitis",
)  # fmt: skip
"""Five names that a text may use."""


def capital(sentence: str) -> str:
    return sentence[0].upper() + sentence[1:]


def reading(
    title: str, background: str, methods: str, results: str, conclusions: str, *,
    labelled: bool = True,
) -> Reading:  # fmt: skip
    """What is read in an abstract of these parts."""
    parts = {
        "BACKGROUND": background,
        "METHODS": capital(methods),
        "RESULTS": capital(results),
        "CONCLUSIONS": conclusions,
    }
    sections = (
        tuple(AbstractSection(label=name, text=text) for name, text in parts.items())
        if labelled
        else (AbstractSection(text=" ".join(parts.values())),)
    )
    record = Record(
        source="test", raw_hash="0" * 64, title=title, pmid="1", abstract=sections,
        languages=("eng",),
    )  # fmt: skip
    return read(record, MECFS)


drawn = st.fixed_dictionaries(
    {
        "illness": st.sampled_from(ILLNESSES),
        "ill": st.integers(41, 190),
        "well": st.integers(15, 40),
        "few": st.integers(2, 9),
        "some": st.integers(20, 40),
        "share": st.integers(10, 60),
        "labelled": st.booleans(),
        "drug": st.sampled_from(("naltrexone", "coenzyme Q10", "oxaloacetate", "rituximab")),
    }
)
"""What the sentences on harms and definitions are filled with."""


def filled(sentence: str, facts: dict) -> str:
    return capital(sentence.format(**facts))


def reading_with(title: str, methods: str, results: str, facts: dict) -> Reading:
    """What is read in an abstract of these methods and results, as it was drawn."""
    return reading(
        title,
        f"The cause of {facts['illness']} is not known.",
        methods,
        results,
        "What goes with fatigue deserves a closer look.",
        labelled=facts["labelled"],
    )
