"""What a clause takes out: "A rose, but not B" reports a second result, and that is a null."""

from __future__ import annotations

import msgspec

from evidence_atlas.records import Quote, Result
from evidence_atlas.records.cues import cue

from .. import tables
from ..text import markup
from . import direction_words

_PATTERNS: dict[str, str] = tables.load("excepted")

_TAKEN_OUT = cue(_PATTERNS["taken_out"])
_PEOPLE_OR_TIME = cue(_PATTERNS["people_or_time"])
_NAMES_NOTHING = cue(_PATTERNS["names_nothing"])
_OF_WHOM = cue(_PATTERNS["of_whom"])
_POINTED = ("increase", "decrease", "higher", "lower", "association", "mixed")
_MOST_WORDS = 7


_ENDS = cue(r"\s?(?:[(\[][^()\[\]]{0,240}[)\]])?[\s.]*\Z", 0)


def begins(clause: str) -> int:
    """Where what is taken out begins, if nothing follows it; else the clause's end."""
    match = _TAKEN_OUT.search(clause)
    if match is None or match.start() < 25 or not _ENDS.match(clause, match.end()):
        return len(clause)
    return match.start()


def found_only(result: Result, clause: str, start: int) -> Result | None:
    """ "Present in patients, but not in controls": more of the first had it: that is one result.

    By itself "present in patients" only describes; what is taken out says against whom.
    """
    match = _TAKEN_OUT.search(clause) if result.direction == "descriptive" else None
    if (
        match is None
        or match["except"]
        or match["joint"] is None
        or not direction_words.has("without_it", match["what"])
        or not direction_words.has("found_there", clause[: match.start()])
    ):
        return None
    return msgspec.structs.replace(
        result,
        text=markup.without(clause),
        quote=Quote(field=result.quote.field, start=start, end=start + len(clause), text=clause),
        direction="higher",
        comparison="between_groups",
    )


def read(result: Result, clause: str, start: int) -> Result | None:
    """The null that a clause tells beside its result; None where it takes nothing out.

    Its text and quote are the whole clause (which begins at `start` of the field), for the
    words that say what was not seen stand there. Its outcome is what was taken out, unless
    that names people or a time.
    """
    if result.direction not in _POINTED:
        return None
    match = _TAKEN_OUT.search(clause)
    if match is None or match.start() < 5:
        return None
    if match["joint"] is None and _of_whom(clause[: match.start()]):
        return None
    what = match["what"].strip(" .")
    people = _PEOPLE_OR_TIME.search(what) is not None
    if people and match["except"]:
        return None  # "All but 4 patients were treated" takes people out, not a result.
    named = (
        not people
        and match["joint"] in (None, "for", "with")
        and len(what.split()) <= _MOST_WORDS
        and not _NAMES_NOTHING.search(what)
    )
    return msgspec.structs.replace(
        result,
        text=markup.without(clause),
        quote=Quote(field=result.quote.field, start=start, end=start + len(clause), text=clause),
        direction="no association" if result.direction == "association" else "no difference",
        outcome=markup.without(what) if named else result.outcome,
        scope="subgroup" if people and match["joint"] in ("in", "among", "for") else result.scope,
        who=None,
        n=None,
        better_or_worse=None,
        judged_by=None,
        numbers=(),
    )


def _of_whom(before: str) -> bool:
    """Whether the words in front only tell people apart, and nothing that was found of them."""
    told = _OF_WHOM.search(before)
    return told is not None and not direction_words.points(told[0])
