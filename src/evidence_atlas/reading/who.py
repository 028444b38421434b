"""Who the people were: age, sex, severity, setting, how they were found."""

from __future__ import annotations

import re

from evidence_atlas.records import Quote, Who

from . import tables
from .document import Document

_TABLE = tables.load("who")
_CUES = {name: tables.any_of(patterns) for name, patterns in _TABLE.items()}
_ROLES = ("aim", "methods", "results")


def read(document: Document) -> tuple[Who, dict[str, tuple[Quote, ...]]]:
    """As stated in title, aim, methods and results; None where the text does not say."""
    quotes: dict[str, tuple[Quote, ...]] = {}

    def find(name: str) -> Quote | None:
        return document.search(_CUES[name], *_ROLES)

    adults, children = find("adults"), find("children")
    age = (
        "both" if adults and children else "adults" if adults else "children" if children else None
    )
    women, men, both = find("women"), find("men"), find("both_sexes")
    sex = "both" if both or (women and men) else None
    only_women, only_men = find("only_women"), find("only_men")
    if sex is None and only_women:
        sex = "female"
    elif sex is None and only_men:
        sex = "male"
    for name, quote in (
        ("adults_or_children", adults or children),
        ("sex", both or women or only_women or only_men if sex else None),
    ):
        if quote is not None:
            quotes[f"who.{name}"] = (quote,)
    texts: dict[str, str | None] = {}
    for name in ("severity", "setting", "recruitment"):
        quote = find(name)
        texts[name] = re.sub(r"\s+", " ", quote.text) if quote else None
        if quote is not None:
            quotes[f"who.{name}"] = (quote,)
    who = Who(adults_or_children=age, sex=sex, **texts)  # type: ignore[arg-type]
    return who, quotes
