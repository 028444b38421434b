"""Where the site's menus lead: only to pages that this installation has."""

from __future__ import annotations

from functools import cache

from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as N_

from evidence_atlas.conditions import load_guides

MAIN: tuple[tuple[str, str, str], ...] = (
    ("studies", "/evidence/", N_("Search")),
    ("questions", "/questions/", N_("Questions")),
    ("map", "/map/", N_("Map")),
    ("start", "/start/", N_("Start here")),
)
"""The few ways in on top of every page: the key of `nav`, the address, the words."""

OTHER: tuple[tuple[str, str, str], ...] = (
    ("explore", "/explore/", N_("All ways to look")),
    ("how", "/about/how-it-works/", N_("How the atlas works")),
    ("faq", "/about/questions/", N_("Questions and answers")),
    ("policy", "/about/editorial-policy/", N_("Editorial policy")),
    ("glossary", "/glossary/", N_("Words explained")),
    ("retractions", "/retractions/", N_("Retractions")),
    ("off_topic", "/off-topic/", N_("Records left out")),
    ("press", "/about/press/", N_("For the press")),
    ("contact", "/about/contact/", N_("Contact")),
    ("privacy", "/about/privacy/", N_("Privacy")),
)
"""The ways at the foot of every page."""


def main_places() -> list[tuple[str, str, str]]:
    return _there(MAIN)


def other_places() -> list[tuple[str, str, str]]:
    return [place for place in _there(OTHER) if place[0] != "faq" or _has_questions()]


def _there(places: tuple[tuple[str, str, str], ...]) -> list[tuple[str, str, str]]:
    return [(key, at, gettext(words)) for key, at, words in places if _leads_somewhere(at)]


@cache
def _has_questions() -> bool:
    """Whether the illness's folder holds questions with answers."""
    return any(guide.kind == "faq" for guide in load_guides(settings.ATLAS.condition).guides)


@cache
def _leads_somewhere(address: str) -> bool:
    try:
        resolve(address)
    except Resolver404:
        return False
    return True
