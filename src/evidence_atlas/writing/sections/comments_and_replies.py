"""Comments, reanalyses and replies: listed as PubMed lists them, with no verdict."""

from __future__ import annotations

from evidence_atlas.records import StudySupport, Support

from ..material import Material, Piece
from ..rules import named
from ..said import Said, said
from ..slots import Slots

_KINDS = {
    "CommentIn": "Comment on this paper", "CommentOn": "This paper comments on",
    "ErratumIn": "Correction of this paper", "ErratumFor": "This paper corrects",
    "CorrectedandRepublishedIn": "Corrected and published again",
    "CorrectedandRepublishedFrom": "Corrected from",
    "RetractionIn": "Retraction notice", "RetractionOf": "This notice retracts",
    "ExpressionOfConcernIn": "Expression of concern", "ExpressionOfConcernFor": "Concerns",
    "RetractedandRepublishedIn": "Retracted and published again",
    "RetractedandRepublishedFrom": "Published again, from", "UpdateIn": "Newer version",
    "UpdateOf": "Older version", "RepublishedIn": "Published again in",
    "RepublishedFrom": "Published before in", "ReprintIn": "Reprinted in",
    "ReprintOf": "Reprint of",
    "SummaryForPatientsIn": "Summary for patients", "OriginalReportIn": "Original report",
}  # fmt: skip
_LINKS = {
    "reanalyses": ("Reanalysis", "Reanalyses"), "comments on": ("Comment", "Comments on"),
    "same participants": ("Same people", "Same people"), "preprint of": ("Preprint", "Preprint of"),
    "version of": ("Other version", "Other version"), "corrects": ("Correction", "Corrects"),
    "retracts": ("Retraction", "Retracts"), "supersedes": ("Newer version", "Older version"),
    "expresses concern about": ("Expression of concern", "Concerns"),
    "reinstates": ("Reinstatement", "Reinstates"),
}  # fmt: skip
_RULE = named("comments-listed")


def write(m: Material, slots: Slots) -> tuple[Said, ...]:
    """One line each: those the atlas holds as studies, then the rest as PubMed cites them."""
    told, shown = [], set()
    for link in m.links:
        key = link.target if link.source == m.key else link.source
        other = m.others.get(key or "")
        if link.kind not in _LINKS or other is None or key == m.key:
            continue
        label = _LINKS[link.kind][1 if link.source == m.key else 0]
        held: Support = StudySupport(
            study=other.key, slug=other.slug, label=other.label, facts=f"{label}: {other.label}"
        )
        told.append(
            said(Piece(other.label, (held,)), _RULE, label=label, row=True, about=("links",))
        )
        shown.add(other.pmid)
    for index, entry in enumerate(m.record.corrections):
        label = _KINDS.get(entry.kind, "")
        text = entry.citation or (f"PubMed record {entry.pmid}" if entry.pmid else "")
        if not label or not text or (entry.pmid and entry.pmid in shown):
            continue
        field = "citation" if entry.citation else "pmid"
        value = entry.citation or entry.pmid or ""
        support = m.record_field(f"corrections.{index}.{field}", value)
        told.append(
            said(Piece(text, (support,)), _RULE, label=label, row=True, about=("corrections",))
        )
    return tuple(told)
