"""What the page of a study shows at each depth, as plain values for the template."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

from django.utils.translation import gettext

from evidence_atlas.records import (
    SECTIONS,
    Condition,
    Correction,
    PublishedStudy,
    Record,
    RuleSupport,
    ShownLink,
    Statement,
    results_in,
)

from . import words
from .badges import Badge, badge_row, other_badges
from .picture import PictureView, picture_view
from .support import Shown, sources

_CERTAINTY = ("certainty", "level")
_HARMS_ELSEWHERE = frozenset({"harms-below", "harms-untold"})
"""Rules of sentences that only say where harms are told."""
DEPTHS = ("quick", "standard", "deep")
_LAYOUTS = {
    "quick_summary": "summary",
    "study_at_a_glance": "glance",
    "comments_and_replies": "glance",
    "sources_and_versions": "glance",
}
_BANNERS = ("Retracted", "Withdrawn", "Expression of concern")
_NOTICES = {
    "Retracted": ("RetractionIn", "RetractedandRepublishedIn"),
    "Withdrawn": ("RetractionIn",),
    "Expression of concern": ("ExpressionOfConcernIn",),
}


_PMC = re.compile(r"\bPMC\d{3,9}\b")
_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>]*[^\s\"<>.,;)\]]")
_NUMBER_AT_END = re.compile(
    rf"[\s.,;]*(?:\b(?:pmcid|doi)\b:?\s*)?(?:{_PMC.pattern}|{_DOI.pattern})\.?$", re.I
)
_NO_YEAR = re.compile(r"^([^;\d]+);(\d+)$")


@dataclass(frozen=True)
class StatementView:
    """A sentence; `parts` is its text with the address of each study that it names."""

    id: str
    text: str
    label: str | None
    sources: tuple[Shown, ...]
    parts: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True)
class SectionView:
    """`layout`: `summary` flows as one paragraph, `glance` is a table of facts, else a list."""

    name: str
    title: str
    layout: str
    statements: tuple[StatementView, ...]


@dataclass(frozen=True)
class Banner:
    """What has befallen the paper, and the notice that says so, where one is known."""

    value: str
    meaning: str
    notice: str | None
    notice_address: str | None


@dataclass(frozen=True)
class LinkView:
    words: str
    label: str
    slug: str | None
    pmid: str | None
    because: tuple[str, ...]


@dataclass(frozen=True)
class StudyView:
    """Everything that `study.html` needs."""

    study: PublishedStudy
    depth: str
    badges: list[Badge]
    other_badges: list[Badge]
    banner: Banner | None
    sections: list[SectionView]
    links: list[LinkView]
    can_stop: bool
    quick_tells_all: bool
    """Standard would say nothing more, so it is no choice: as of a title without an abstract."""
    title_language: str | None
    picture: PictureView | None


def study_view(study: PublishedStudy, depth: str, condition: Condition) -> StudyView:
    """The page at one depth. A held study is not shown so; see `held.html`."""
    return StudyView(
        study=study,
        depth=depth,
        badges=badge_row(study, condition),
        other_badges=other_badges(study, condition),
        banner=banner(study),
        sections=_sections(study, depth),
        links=[link_view(link) for link in study.links],
        can_stop=depth != "quick" and quick_is_complete(study),
        quick_tells_all=all(
            "quick" in s.depths or "standard" not in s.depths
            for section in study.page.sections
            for s in section.statements
        ),
        title_language=title_language(study.record),
        picture=picture_view(study),
    )


def _sections(study: PublishedStudy, depth: str) -> list[SectionView]:
    by_name = {section.name: section for section in study.page.sections}
    shown = []
    for name in SECTIONS:
        section = by_name.get(name)
        told = [s for s in section.statements if depth in s.depths] if section else []
        made_here = depth == "deep" and name in ("sources_and_versions", "revision_history")
        if not told and not made_here:
            continue
        shown.append(
            SectionView(
                name=name,
                title=gettext(words.SECTION_TITLES[name]),
                layout=_LAYOUTS.get(name, "list"),
                statements=tuple(_statement(s, study) for s in told),
            )
        )
    return shown


def _statement(statement: Statement, study: PublishedStudy) -> StatementView:
    shown = sources(statement, study)
    return StatementView(
        id=statement.id,
        text=statement.text,
        label=statement.label,
        sources=shown,
        parts=linked(statement.text, [s for s in shown if s.kind == "study"]),
    )


def linked(text: str, studies: list[Shown]) -> tuple[tuple[str, str | None], ...]:
    """The text in parts, each study's label a link where it stands, else at the end."""
    parts: list[tuple[str, str | None]] = [(text, None)]
    for study in studies:
        for place, (part, slug) in enumerate(parts):
            before, found, after = part.partition(study.place)
            if slug is None and found:
                parts[place : place + 1] = [(before, None), (found, study.slug), (after, None)]
                break
        else:
            parts += [(" ", None), (study.place, study.slug)]
    return tuple(p for p in parts if p[0])


def quick_is_complete(study: PublishedStudy) -> bool:
    """Whether a reader may stop after Quick: result, certainty and, for treatments, harms told.

    Read from what the statements of Quick say they are about, so that the promise is never
    made on the strength of a layout.
    """
    quick = [s for s in study.page.statements() if s.section == "quick_summary"]
    told = {path for s in quick if not _told_elsewhere(s) for path in s.about}
    has_result = bool(results_in(told))
    has_certainty = any(path.split(".")[0] in _CERTAINTY for path in told)
    needs_harms = study.reading.harms.status != "not_applicable"
    return has_result and has_certainty and (not needs_harms or "harms" in told)


def _told_elsewhere(statement: Statement) -> bool:
    return any(isinstance(s, RuleSupport) and s.rule in _HARMS_ELSEWHERE for s in statement.support)


def banner(study: PublishedStudy) -> Banner | None:
    """The banner on top of a paper that is retracted, withdrawn or under concern."""
    value = study.grades.value("record_state")
    if value not in _BANNERS:
        return None
    notice = next((c for c in study.record.corrections if c.kind in _NOTICES[value]), None)
    return Banner(
        value=value,
        meaning=words.VALUE_MEANINGS[value],
        notice=notice_words(notice) if notice else None,
        notice_address=notice_address(notice) if notice else None,
    )


def notice_words(notice: Correction) -> str:
    """A notice as the record cites it, without the number that its link leads to."""
    cited = (notice.citation or notice.note or "").strip()
    cited = _NUMBER_AT_END.sub("", cited) if notice_address(notice) else cited
    # "JMA J;8": a journal and its volume, for want of a year.
    return _NO_YEAR.sub(r"\1, \2", cited) or gettext("the journal's notice")


def notice_address(notice: Correction) -> str | None:
    """Where the notice can be read: by its PubMed number, else by the PMC number or DOI that stands
    in its citation."""
    if notice.pmid:
        return f"https://pubmed.ncbi.nlm.nih.gov/{notice.pmid}/"
    cited = f"{notice.citation or ''} {notice.note or ''}"
    if pmc := _PMC.search(cited):
        return f"https://pmc.ncbi.nlm.nih.gov/articles/{pmc[0]}/"
    doi = _DOI.search(cited)
    return f"https://doi.org/{quote(doi[0])}" if doi else None


def link_view(shown: ShownLink) -> LinkView:
    key = (shown.link.kind, shown.outgoing)
    return LinkView(
        words=gettext(words.LINK_WORDS[key]),
        label=shown.label,
        slug=shown.slug,
        pmid=shown.pmid or shown.link.target_pmid,
        because=tuple(b.text for b in shown.link.because),
    )


def title_language(record: Record) -> str | None:
    """The BCP 47 code of the vernacular title's language, where it is not English."""
    for code in record.languages:
        if code != "eng":
            return _LANGUAGES.get(code, code)
    return None


_LANGUAGES = {
    "ara": "ar", "bul": "bg", "cat": "ca", "chi": "zh", "cze": "cs", "dan": "da", "dut": "nl",
    "est": "et", "fin": "fi", "fre": "fr", "ger": "de", "gre": "el", "heb": "he", "hrv": "hr",
    "hun": "hu", "ice": "is", "ita": "it", "jpn": "ja", "kor": "ko", "lav": "lv", "lit": "lt",
    "nor": "no", "per": "fa", "pol": "pl", "por": "pt", "rum": "ro", "rus": "ru", "slo": "sk",
    "slv": "sl", "spa": "es", "srp": "sr", "swe": "sv", "tha": "th", "tur": "tr", "ukr": "uk",
    "vie": "vi", "wel": "cy",
}  # fmt: skip
"""NLM's three-letter codes (MARC) to the two-letter codes that browsers and voices know."""
