"""What a study was about, told beside an opening that names no illness, or no more than groups."""

from __future__ import annotations

import re
from dataclasses import replace

from evidence_atlas.records import quote, quoted, texts
from evidence_atlas.records.kept_patterns import compiled

from ..brief.kinds import OBSERVATIONAL
from ..brief.main_result import stems
from ..material import Material, Piece, once_a_page
from ..rules import named
from ..said import Said
from ..slots import Slots
from ..subject.title_subject import title_subject
from ..tables import table
from ..words.clause import causal, loaded

_WORDS: dict[str, str] = table("quick/opening_subject.toml")

_NOBODY = Piece("\0")
_ASKED_OR_TREATED = ("interviews", "single_arm", "open_groups")
_OPENS_WITH_PEOPLE = frozenset({*OBSERVATIONAL, "test", "study", "series", *_ASKED_OR_TREATED})
_OF_DATA = re.compile(r"(?:By computer, t|T)his study looked at data\b")
_MADE = re.compile(r"This study was made in (?P<where>[^.]*)\.\Z")
"""An opening of animals or cells that names nothing that was studied."""
_ON_ILLNESS = re.compile(r"This study (?:is on|bears on) ")
_NOT_WHAT = re.compile(_WORDS["not_what"])
"""An opening that says who, and not what was measured, asked or tried."""
_OF_ANYBODY = re.compile(_WORDS["of_anybody"])
_LISTED = re.compile(_WORDS["listed"])
"""What follows the first of three things or more."""


def made_in(opening: str) -> bool:
    """Whether an opening tells only that a study was made in animals, cells or a laboratory."""
    return _MADE.search(opening) is not None


def studied_there(opening: str, what: str) -> str:
    """Such an opening with what was studied: "In mice, researchers studied sleep."."""
    return _MADE.sub(lambda made: f"In {made['where']}, researchers studied {what}.", opening)


def with_its_subject(m: Material, slots: Slots, opening: Said) -> Said:
    """An opening that names no illness, or no more than groups, says what the study was about.

    By the title, where its first part names a thing; else by the illness.
    """
    of_none = not (_OF_DATA.match(opening.text) or made_in(opening.text))
    if m.brief.kind not in _OPENS_WITH_PEOPLE and of_none:
        return opening
    # What those beside the ill never had is no illness told.
    own = opening.text.replace(slots.get("controls", _NOBODY).text, "")
    tells = bool(m.condition.illnesses_in(own))
    tells = tells or " with " in slots.get("patients", Piece("")).text
    if tells and not (_OF_ANYBODY.match(opening.text) or _ON_ILLNESS.match(opening.text)):
        return opening
    told = opening
    illness = _illness_of_title(m, slots.get("condition"))
    if illness is not None and not tells:
        told = replace(_about(opening, illness, told), plainer=None)
    subject = subject_of(m)
    return told if subject is None else _about(opening, subject, told)


def illness_untold(m: Material, slots: Slots, text: str) -> Piece | None:
    """The title's illness, where an opening tells only the one that all had before it."""
    told = next((t for t in slots.had_first if t.casefold() in text.casefold()), None)
    own = slots.get("condition")
    if told is None or own is None or m.brief.kind not in OBSERVATIONAL or not _titled(m, own.text):
        return None
    first = {n.follows for n in m.condition.known_illnesses if n.follows}
    rest = re.sub(re.escape(told), " ", text, flags=re.IGNORECASE)
    names = {n.name for n in m.condition.illnesses_in(own.text)}
    return None if names <= first or m.condition.illnesses_in(rest) else own


def with_illness_untold(m: Material, slots: Slots, opening: Said) -> Said | None:
    """The opening with that illness as what the study was about."""
    about = illness_untold(m, slots, opening.text)
    return None if about is None else replace(_about(opening, about, opening), plainer=None)


NEW_WORDS = 2
"""A subject with fewer words that the opening lacks tells no more than the opening."""


def with_what_was_studied(m: Material, opening: Said) -> Said:
    """An opening that names people and illness, and what the study was about by its title.

    For where Quick has room for it: "57 people were compared with 30" does not say in what.
    """
    if not _NOT_WHAT.match(opening.text) or "The study was " in opening.text:
        return opening
    subject = subject_of(m)
    if subject is None or len(stems([subject.text]) - stems([opening.text])) < NEW_WORDS:
        return opening
    return _about(opening, subject, opening)


@once_a_page
def subject_of(m: Material) -> Piece | None:
    """What the title says the study was about, without a cause or a judgement."""
    subject = title_subject(m, of_a_measure=m.brief.kind == "test")
    if subject is None or _NO_SUBJECT.match(subject.text):
        return None
    if _CAUSE.search(subject.text) or loaded(subject.text) or causal(subject.text):
        return None
    return subject


def _titled(m: Material, illness: str) -> bool:
    """Whether the title names this illness, by whichever name, and not only its treatment."""
    return any(
        compiled(rf"(?:{n.pattern})(?!\s(?:therap|treatment|drug))").search(m.record.title)
        for n in m.condition.illnesses_in(illness)
    )


def _illness_of_title(m: Material, illness: Piece | None) -> Piece | None:
    """The illness if the title is about it; what it leaves behind, if that stands first.

    "Long COVID in people once in hospital with COVID-19" is not about COVID-19, and "COVID-19,
    influenza and sepsis" is about none of the three alone.
    """
    title = m.record.title
    own = () if illness is None else m.condition.illnesses_in(illness.text)
    found = [at for n in own for at in compiled(n.pattern).finditer(title)]
    if illness is None or not _titled(m, illness.text) or not found:
        return None
    begins = min(at.start() for at in found)
    for later in m.condition.illnesses_in(title[:begins]):
        at = compiled(later.pattern).search(title)
        if at is not None and later.follows in {n.name for n in own}:
            return Piece(later.name, (quoted(quote(texts(m.record), "title", *at.span())),))
    return None if any(_LISTED.match(title, at.end()) for at in found) else illness


def _about(opening: Said, subject: Piece, plainer: Said) -> Said:
    """The opening, and what the study was about; `plainer` stands instead where that is hard."""
    began = _STUDY_OF.sub(".", opening.text)
    text = f"{began} The study was about {subject.text}."
    if made_in(began):
        text = studied_there(began, subject.text)
    elif _ON_ILLNESS.match(began):
        text = f"This study was about {subject.text}."
    support = (*opening.support, *subject.support, named("subject-of-title"))
    return replace(opening, text=text, support=support, plainer=(plainer,))


_CAUSE = re.compile(_WORDS["cause"], re.IGNORECASE)
"""Words by which a title may claim more than a study of this kind can show."""
_STUDY_OF = re.compile(r"; the study was of [^.]*\.\Z")
_NO_SUBJECT = re.compile(_WORDS["no_subject"], re.IGNORECASE)
"""How a study was made, which is not what it was about."""
