"""Who the people were: age, sex, severity, setting, how they were found.

How old they were is quoted as printed under "who.ages".

What the text says of itself only: results tell what was found, so that care which people used or
missed is no setting, and the severity of one person in them is not everybody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_atlas.records import Quote, Who
from evidence_atlas.records.cues import Cue, cue

from .. import tables
from ..document import Document

_TABLE = tables.load("who")
_WITH_GROUP = ("severity", "degree", "setting", "recruitment", "ages")
_ALONE = (
    "ages_of_some",
    "ages_of_a_band",
    "we_tell",
    "age_of_others",
    "age_alike",
    "age_counted",
    "wished",
)
_TOLD: dict[str, list[Cue]] = {n: [cue(pattern) for pattern in _TABLE[n]] for n in _WITH_GROUP}
_OF_SOME, _WE_TELL = cue(_TABLE["ages_of_some"]), cue(_TABLE["we_tell"])
_OF_A_BAND = cue(_TABLE["ages_of_a_band"])
_OF_OTHERS, _COUNTED = cue(_TABLE["age_of_others"]), cue(_TABLE["age_counted"])
_ALIKE = cue(_TABLE["age_alike"])
_WISHED = cue(_TABLE["wished"])
_NEAR = 60
"""Characters on both sides of an age in which it may be said whose it is."""
_CUES = {n: tables.any_of(found) for n, found in _TABLE.items() if n not in (*_WITH_GROUP, *_ALONE)}
_ROLES = ("aim", "methods", "results")
_OF_ITSELF = ("aim", "methods")


def read(document: Document) -> tuple[Who, dict[str, tuple[Quote, ...]]]:
    """As stated in title, aim, methods and results; None where the text does not say."""
    quotes: dict[str, tuple[Quote, ...]] = {}

    def find(name: str) -> Quote | None:
        return document.search(_CUES[name], *_ROLES)

    adults, children = (next(_of_age(document, name), None) for name in ("adults", "children"))
    age = (
        "both" if adults and children else "adults" if adults else "children" if children else None
    )
    women, men, both = find("women"), find("men"), find("both_sexes")
    sex = "both" if both or (women and men) else None
    only_women = find("only_women") or _titled(document, "only_women_titled")
    only_men = find("only_men") or _titled(document, "only_men_titled")
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
        quote = next(_told(document, name), None)
        if quote is None and name == "severity":
            quote = _degree(document)
        texts[name] = re.sub(r"\s+", " ", quote.text) if quote else None
        if quote is not None:
            quotes[f"who.{name}"] = (quote,)
    ages = next(_ages(document), None)
    if ages is not None:
        quotes["who.ages"] = (ages,)
    who = Who(adults_or_children=age, sex=sex, **texts)  # type: ignore[arg-type]
    return who, quotes


def _of_age(document: Document, name: str) -> Iterator[Quote]:
    """Where the people of the study are called adults or children.

    Results speak of others too ("whether children can have it"): there they must be counted.
    """
    pattern = _CUES[name]
    for match in pattern.finditer(document.title):
        if not _ALIKE.search(document.title[: match.start()]):
            yield document.quote(*match.span(), "title")
    for roles, lead in ((_OF_ITSELF, None), (("results",), _COUNTED)):
        for _, sentence in document.parts(*roles):
            for match in pattern.finditer(sentence.text):
                before = sentence.text[max(0, match.start() - _NEAR) : match.start()]
                if _ALIKE.search(before):
                    continue
                if _OF_OTHERS.search(before) or (lead is not None and not lead.search(before)):
                    continue
                yield document.quote(sentence.start + match.start(), sentence.start + match.end())


def _titled(document: Document, name: str) -> Quote | None:
    found = _CUES[name].search(document.title)
    return document.quote(*found.span(), "title") if found else None


def _told(document: Document, name: str) -> Iterator[Quote]:
    """The words that tell it, in the order of the cues, title first."""
    for pattern in _TOLD[name]:
        if not document.may_hold(pattern):
            continue
        for match in pattern.finditer(document.title):
            yield document.quote(*match.span("told"), "title")
        for _, sentence in document.parts(*_OF_ITSELF):
            if _WISHED.search(sentence.text):
                continue
            for match in pattern.finditer(sentence.text):
                start, end = match.span("told")
                yield document.quote(sentence.start + start, sentence.start + end)


def _ages(document: Document) -> Iterator[Quote]:
    """How old they were, as printed: in the title, the methods, then of all in the results."""
    patterns = [p for p in _TOLD["ages"] if document.may_hold(p)]
    for pattern in patterns:
        for match in pattern.finditer(document.title):
            yield document.quote(*match.span("told"), "title")
    for roles in (_OF_ITSELF, ("results", "other", "background")):
        for _, sentence in document.parts(*roles):
            if sentence.role == "background" and not _WE_TELL.search(sentence.text):
                continue
            for pattern in patterns:
                for match in pattern.finditer(sentence.text):
                    start, end = match.span("told")
                    if sentence.role == "results" and _OF_A_BAND.search(match["told"]):
                        continue
                    near = max(0, start - _NEAR)
                    if not _OF_SOME.search(
                        sentence.text, near, min(end + _NEAR, len(sentence.text))
                    ):
                        yield document.quote(sentence.start + start, sentence.start + end)


def _degree(document: Document) -> Quote | None:
    """ "Mild to moderate asthma", "severe patients": of the illness or of the ill."""
    for quote in _told(document, "degree"):
        text = document.title if quote.field == "title" else document.abstract
        behind = text[quote.end :].lstrip()[:60]
        named = document.illness.any_own.match(behind) or _CUES["degree_of"].match(behind)
        if named is not None:
            end = text.index(behind, quote.end) + named.end()
            return document.quote(quote.start, end, quote.field)
    return None
