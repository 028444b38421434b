"""The private form, one thing a page, checked one step at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as N_

STEPS = ("kind", "message", "contact")
KINDS: dict[str, tuple[str, str]] = {
    "error": (N_("Something on this page is wrong"), N_("A number, a sentence, a badge, a name.")),
    "missing_study": (N_("A study is missing"), N_("With its PubMed number, DOI or title.")),
    "context": (N_("Context that the page leaves out"), N_("With a source, if there is one.")),
    "other": (N_("Something else"), ""),
}
LONGEST_MESSAGE = 5000
LONGEST_CONTACT = 254
TRAP = "website"
"""A field that people do not see and that programs fill in."""


@dataclass(frozen=True)
class Note:
    """What has been filled in so far."""

    kind: str = ""
    message: str = ""
    contact: str = ""
    consent: bool = False
    trap: str = ""

    @classmethod
    def of(cls, data: Mapping[str, str]) -> Note:
        """The note in a form's data; line ends as browsers send them become plain ones."""
        return cls(
            kind=data.get("kind", "").strip(),
            message=data.get("message", "").replace("\r\n", "\n").replace("\x00", "").strip(),
            contact=" ".join(data.get("contact", "").replace("\x00", "").split()),
            consent=data.get("consent", "") == "yes",
            trap=data.get(TRAP, ""),
        )


@dataclass
class Checked:
    """A note with what is wrong with it, by field, in the order of the pages."""

    note: Note
    errors: dict[str, str] = field(default_factory=dict)


def check(note: Note, step: str) -> Checked:
    """What is wrong with a note, up to and including one step."""
    checked = Checked(note)
    upto = STEPS[: STEPS.index(step) + 1]
    if "kind" in upto and note.kind not in KINDS:
        checked.errors["kind"] = gettext("Choose what the note is about")
    if "message" in upto:
        if not note.message:
            checked.errors["message"] = gettext("Write what the editors should know")
        elif len(note.message) > LONGEST_MESSAGE:
            checked.errors["message"] = gettext(
                "Shorten the note to %(most)s characters; it has %(has)s"
            ) % {"most": f"{LONGEST_MESSAGE:,}", "has": f"{len(note.message):,}"}
    if "contact" in upto:
        if len(note.contact) > LONGEST_CONTACT:
            said = gettext("Shorten the address or name to %(most)d characters")
            checked.errors["contact"] = said % {"most": LONGEST_CONTACT}
        if not note.consent:
            checked.errors["consent"] = gettext("Say whether the editors may keep the note")
    return checked


def first_wrong_step(checked: Checked) -> str | None:
    """The page on which the first error can be put right."""
    pages = {"kind": "kind", "message": "message", "contact": "contact", "consent": "contact"}
    return next((pages[name] for name in pages if name in checked.errors), None)
