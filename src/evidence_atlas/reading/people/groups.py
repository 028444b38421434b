"""The groups that an abstract counts, named by noun phrases that can stand in a sentence."""

from __future__ import annotations

from evidence_atlas.records import Group
from evidence_atlas.records.cues import cue

from ..document import Document
from ..text import numbers
from .mentions import Mention
from .people_words import CUES, HEAD


def counted(document: Document, whole: list[Mention]) -> tuple[Group, ...]:
    """The groups that the text counts with "n =" or side by side."""
    found: list[Group] = []
    for mention in whole:
        if mention.sentence is None or (mention.kind == "people" and not mention.labelled_n):
            continue
        kind = "patients" if mention.kind == "patients" else "controls"
        if mention.kind == "people":
            if not CUES["arm_word"].search(mention.phrase):
                continue
            kind = "arm"
        name = _group_name(mention)
        if _TAKEN_IN.sub("", name.lower()) in _BARE and any(g.kind == kind for g in found):
            continue
        if name and all(g.name != name for g in found):
            found.append(Group(name=name, kind=kind, n=mention.value, quote=mention.quote))  # type: ignore[arg-type]
    return tuple(found[:8])


_DIVIDED = cue(
    r"\b(?:stratified|divided|classified|categori[sz]ed|grouped|split|"
    r"subdivided)\b[^:;.]{0,120}[:;]\s"
)
_PART = cue(
    r"(?:\A|,\s|\sand\s|;\s)(?:and\s)?(?P<n>\d+|[a-z]+(?:-[a-z]+)?)\s(?P<what>"
    r"(?:were|was|had|with|who)\s[^,;:.()]{3,80}?)(?=,|;|\.|\sand\s\d|$)",
    0,
)


def divided(document: Document) -> tuple[Group, ...]:
    """Parts made afterwards: "were divided by …: 3 were normal, 9 had …"."""
    for _, sentence in document.parts("methods", "results"):
        opened = _DIVIDED.search(sentence.text)
        if opened is None:
            continue
        found: list[Group] = []
        rest = sentence.text[opened.end() :]
        for match in _PART.finditer(rest):
            number = numbers.find(match["n"])
            if len(number) != 1 or number[0].value is None:
                continue
            start = sentence.start + opened.end() + match.start("n")
            end = sentence.start + opened.end() + match.end()
            quote = document.quote(start, end)
            found.append(
                Group(
                    name=_noun_phrase(match["what"]),
                    kind="subgroup",
                    n=number[0].value,
                    quote=quote,
                )
            )
        if len(found) > 1:
            return tuple(found)
    return ()


_TAKEN_IN = cue(r"\A(?:included|enroll?ed|eligible|participating)\s")
_BARE = frozenset(("patients", "cases", "participants", "subjects", "people", "individuals"))


def _group_name(mention: Mention) -> str:
    """The group as a noun phrase, without its number, article or opened bracket."""
    words = mention.phrase
    number = numbers.find(words)
    if number and number[0].start == 0:
        words = words[number[0].end :]
    words = _OPENED.sub("", _TAG.sub("", words))
    words = " ".join(_ARTICLE.sub("", words).split()).strip(" ,(;:")
    if mention.labelled_n or mention.illness is None:
        return f"{words} people" if words.lower() == "healthy" else words
    # "48 asthma, 50 healthy and 19 RA subjects": the noun stands with the last only.
    if words == mention.illness and HEAD.search(words) is None:
        return f"people with {words}"
    return f"people {words}" if _WITH.match(words) else words


_WITH = cue(r"\Awith\s")
_TAG = cue(r"</?\w+>", 0)
_OPENED = cue(r"\s?\([^()]*\Z", 0)
_ARTICLE = cue(r"\A[\s,)]*(?:the|an?|our|of|were|total)\s")


_VERB_FIRST = cue(r"\A(?:who\s)?(?:were|was|had|with)\s")


def _noun_phrase(what: str) -> str:
    """ "were normal on both" as "normal on both", "had low levels" as "low levels"."""
    return _VERB_FIRST.sub("", what)
