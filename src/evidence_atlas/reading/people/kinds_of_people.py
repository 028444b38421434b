"""What kind of people a phrase names: patients with which illness, controls, or just people."""

from __future__ import annotations

from typing import Literal, NamedTuple

from evidence_atlas.records.cues import cue

from ..document import Document
from .people_words import CONTROL, CUES, PATIENT

Kind = Literal["people", "patients", "controls"]

_ACRONYM = cue(r"\b(?!(?:US|UK|USA|NHS|VA|EU)\b)[A-Z][A-Za-z]*[A-Z][A-Za-z]*\b", 0)
_AHEAD = 120


class Found(NamedTuple):
    """A count with its noun phrase, before it is known where it stands.

    `phrase` is what names the people, `subset` whether they are a part of others counted,
    `shares_noun` whether the next count's noun names them ("90 and 217 nurses").
    """

    start: int
    end: int
    kind: Kind
    phrase: str
    illness: str | None = None
    own: bool = False
    subset: bool = False
    shares_noun: bool = False


def of(document: Document, phrase: str, text: str, end: int) -> tuple[Kind, str | None, bool, int]:
    """The kind, the illness named, whether it is the atlas's own, and where the naming ends.

    Judged by the words of the phrase, then by "with …" behind it.
    """
    if CONTROL.search(phrase) and not CUES["else_healthy"].search(phrase):
        return "controls", None, False, end
    if CUES["suspected"].search(phrase):
        return "people", None, False, end
    told = CUES["as_after"].match(text, end)
    if told is not None and told["kind"].lower() != "cases":
        return "controls", None, False, told.end() if "(" in told[0] else end
    if told is not None:
        return "patients", None, False, end
    illness = document.illness
    named = illness.any_name.search(phrase)
    if named is None:
        limit = min(len(text), end + _AHEAD)
        tail = CUES["people_with_after"].match(text, end, limit)
        if tail is None and phrase.lower().endswith("cases"):
            tail = CUES["cases_of_after"].match(text, end, limit)
        without = CUES["without_after"].match(text, end)
        if tail is not None:
            for name in illness.any_name.finditer(text, tail.start("rest"), tail.end("rest")):
                if CUES["authors_begin"].search(text, end, name.start()):
                    break  # "Of 90 nurses with a cold, we asked whether asthma …".
                if CUES["others_counted"].search(text, end, name.start()):
                    break  # "60 people with a cold and two cases of asthma".
                if CUES["suspected"].search(text, end, name.start()):
                    return "people", None, False, end
                if without or not CUES["denied_before"].search(text, end, name.start()):
                    named = name
                    break
        if named is not None:
            denied = CUES["but_none_after"].match(text, named.end())
            if without or (denied and illness.any_name.match(text, denied.end())):
                return "controls", None, False, named.end()
            end = named.end()
    if named is not None:
        if named.string is phrase and (
            CUES["negative_next"].match(phrase, named.end())
            or CUES["non_before"].search(phrase, 0, named.start())
        ):
            return "controls", None, False, end
        if named.string is phrase and CUES["works_on_it"].match(phrase, named.end()):
            return "people", None, False, end
        own = illness.any_own.search(named[0]) is not None
        return "patients", named[0], own, end
    if CUES["without_it_after"].match(text, end):
        return "controls", None, False, end
    if PATIENT.search(phrase):
        # "30 GERD patients", "30 patients with a hernia": not those of the record's condition.
        acronym = _ACRONYM.search(phrase)
        other = CUES["other_illness_after"].match(text, end)
        if acronym is None and (other is None or CUES["still_ill"].search(other["what"])):
            return "patients", None, False, end  # "With lasting symptoms": of whatever they had.
        return "patients", acronym[0] if acronym else other["what"] if other else None, False, end
    return "people", None, False, end
