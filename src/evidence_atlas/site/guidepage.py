"""What a guide shows at each depth: only sentences whose source is there, each with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_noop as N_

from evidence_atlas.conditions import filled
from evidence_atlas.records import (
    WORDS_A_MINUTE,
    Condition,
    Guide,
    NamedSource,
    Place,
    Told,
    digest,
)

from .studypage import DEPTHS

METHODS: dict[str, tuple[str, str, str]] = {
    "query": ("how", "query", N_("which records are taken")),
    "left-out": ("off_topic", "main", N_("records left out")),
    "stages": ("how", "stages", N_("nine stages")),
    "levels": ("how", "levels", N_("evidence levels")),
    "certainty": ("how", "certainty", N_("certainty")),
    "power": ("how", "power", N_("what each size can detect")),
    "criterion": ("how", "criterion", N_("the badge of the illness's criterion")),
    "definitions": ("how", "definitions", N_("case definitions")),
    "gate": ("how", "gate", N_("the gate")),
    "illness-name": ("how", "gate-illness-misnamed", N_("the gate, names of the illness")),
    "depths": ("how", "depths", N_("three depths")),
    "policy": ("policy", "main", N_("editorial policy")),
    "advice": ("advice", "main", N_("not medical advice")),
    "privacy": ("privacy", "main", N_("privacy")),
}
"""Parts of the pages about the atlas that a guide may stand on: the page, the place, the words."""
DEEPER = 0.5
"""Minutes by which Deep must be longer than Standard to be worth a choice."""


@dataclass(frozen=True)
class Atlas:
    """What a guide asks of the atlas: how many studies a list holds, who has a page here."""

    count: Callable[[str], int]
    by_pmid: Callable[[str], str | None]


@dataclass(frozen=True)
class Behind:
    """A source as shown: what it is, where it can be read, and where in it the sentence stands."""

    kind: str
    words: str
    address: str
    at: str = ""
    quote: str = ""
    listed: bool = False
    """A list of studies: the sentence itself leads there, not its source alone."""


@dataclass(frozen=True)
class ToldView:
    id: str
    text: str
    behind: tuple[Behind, ...]


@dataclass(frozen=True)
class PartView:
    id: str
    title: str
    told: tuple[ToldView, ...]


@dataclass(frozen=True)
class GuideView:
    """`minutes` by depth, at the reading speed of all pages, of the depths that tell more."""

    guide: Guide
    depth: str
    parts: tuple[PartView, ...]
    minutes: dict[str, float]


def guide_view(
    guide: Guide, depth: str, condition: Condition, named: dict[str, NamedSource], atlas: Atlas
) -> GuideView:
    """The guide at one depth. Where Deep would be hardly longer, Standard tells all of it."""
    by_depth = {d: _parts(guide, d, condition, named, atlas) for d in DEPTHS}
    minutes = {d: _words(parts) / WORDS_A_MINUTE for d, parts in by_depth.items()}
    if minutes["deep"] - minutes["standard"] < DEEPER:
        by_depth["standard"], minutes["standard"] = by_depth["deep"], minutes["deep"]
    told = {d: m for n, (d, m) in enumerate(minutes.items()) if m not in [*minutes.values()][:n]}
    shown = "standard" if depth == "deep" and depth not in told else depth
    return GuideView(guide, shown, by_depth[depth], told)


def _parts(
    guide: Guide, depth: str, condition: Condition, named: dict[str, NamedSource], atlas: Atlas
) -> tuple[PartView, ...]:
    parts = []
    for number, section in enumerate(guide.section, 1):
        shown = []
        for told in section.told:
            if DEPTHS.index(told.depth) > DEPTHS.index(depth):
                continue
            behind = _behind(told, named, atlas)
            if behind:
                key = "g" + digest(guide.key, section.title, told.text)[:10]
                shown.append(ToldView(key, filled(told.text, condition), behind))
        if shown:
            parts.append(PartView(f"part-{number}", section.title, tuple(shown)))
    return tuple(parts)


def _behind(told: Told, named: dict[str, NamedSource], atlas: Atlas) -> tuple[Behind, ...]:
    """What a sentence stands on; empty where the atlas holds nothing that carries it."""
    found = []
    for key in told.sources:
        source = named[key]
        here = atlas.by_pmid(source.pmid) if source.pmid else None
        kind = gettext("A study in this atlas") if here else gettext("A named source")
        address = reverse("study", args=[here]) if here else source.address
        where = told.places.get(key, Place())
        found.append(Behind(kind, source.citation, address, where.at, where.quote))
    if told.studies:
        number = atlas.count(told.studies)
        if number:
            counted = ngettext("%(n)d study", "%(n)d studies", number) % {"n": number}
            address = f"{reverse('studies')}?{told.studies}"
            found.append(Behind(gettext("Studies in this atlas"), counted, address, listed=True))
    if told.method:
        page, place, said = METHODS[told.method]
        address = f"{reverse(page)}#{place}"
        found.append(Behind(gettext("How the atlas works"), gettext(said), address))
    return tuple(found)


def _words(parts: tuple[PartView, ...]) -> int:
    return sum(len(t.text.split()) for part in parts for t in part.told)
