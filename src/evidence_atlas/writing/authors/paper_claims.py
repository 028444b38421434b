"""Of a paper that never says which of its sentences is its message: what it claims of its subject.

The fallback of `paper_message`. A review that only announces what it covers still says something
of what its title promises: that sentence is told, as the authors'. It must share the title's own
words, the illness apart, so that nothing known of the illness in general takes its place.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from evidence_atlas.records import quote, texts

from ..brief.main_result import stems
from ..material import Material
from ..tables import table
from ..words.asides import in_aside
from ..words.praise import unpraised
from ..words.untied import untied
from .illness_meant import illnesses_named, with_illness_meant
from .paper_message import (
    announces,
    before_the_aim,
    labelled,
    of_the_illness,
    score,
    words_of,
)

_MESSAGES = table("messages.toml")
_TABLE = _MESSAGES["claim"]
_NEVER = {
    name: re.compile(p, re.IGNORECASE) for name, p in (*_MESSAGES["never"].items(), *_TABLE.items())
    if isinstance(p, str) and name != "kind_of_article"
}  # fmt: skip
_KINDS = stems([_TABLE["kind_of_article"]])
_TELLS = [
    re.compile(e["pattern"], re.IGNORECASE)
    for e in _MESSAGES["told"]["lead"] if e.get("tells_whole")
]  # fmt: skip
_OF_STUDIES = [
    re.compile(e["pattern"], re.IGNORECASE)
    for e in _MESSAGES["told"]["lead"] if "studies" in e["say"] and e.get("tells_whole")
]  # fmt: skip
"""What a paper says that the studies show that it gathered is its own, whatever its title names."""
LEAST_SHARED = 0.3
"""A claim has this share of the title's words, the illness apart, or two of them."""
SIDE_BY_SIDE = 2
"""Illnesses in a title: what is so of all of them is of its subject."""
SHARED_WITH_THE_AIM = 2
"""Words, the illness apart."""
LATE = 0.4
"""Where the title names the illness alone, the claim stands behind this share of the abstract."""
MOST_TRIED = 6


def claims(m: Material) -> list[int]:
    """Indexes of the sentences that say something of what the title names, the nearest first."""
    places = range(len(m.reading.sentences))
    ways = (_is_claimed, _of_all_its_illnesses, _of_the_aim)
    found = next(filter(None, ([i for i in places if _may_be(m, i, way)] for way in ways)), [])
    return sorted(found, key=lambda i: -score(m, i))[:MOST_TRIED]


def _may_be(m: Material, at: int, of_the_paper: Callable[[Material, int], bool]) -> bool:
    sentence = m.reading.sentences[at]
    text = unpraised(untied(sentence.text))
    own = quote(texts(m.record), "abstract", sentence.start, sentence.end)
    if in_aside(m.record, own) or text.rstrip().endswith("?"):
        return False
    tells = any(p.match(text) for p in _TELLS)
    if announces(sentence) and not tells:
        return False
    if _NEVER["background"].search(text) and not tells:
        return False
    rest = _NEVER["concession"].sub("", text)
    if any(_NEVER[name].search(rest) for name in ("wish", "empty")):
        return False
    if not tells and _NEVER["no_claim"].search(rest):
        return False
    if labelled(m) and sentence.role in ("aim", "methods"):
        return False
    if before_the_aim(m, at):
        return False
    # What is known of a subject before its paper begins is no claim of it; what it may do, is one.
    if sentence.role == "background" and not (tells or _NEVER["may_do"].search(text)):
        return False
    return of_the_paper(m, at)


def _is_claimed(m: Material, at: int) -> bool:
    sentence = m.reading.sentences[at]
    text = unpraised(untied(sentence.text))
    if any(p.match(text) for p in _OF_STUDIES) or _of_the_subject(m, at):
        return True
    # What its studies found to go with the illness is of a paper on the illness.
    found = sentence.role in ("results", "conclusions") and _NEVER["went_with"].match(text)
    return bool(found) and at >= LATE * (len(m.reading.sentences) - 1)


def _of_the_subject(m: Material, at: int) -> bool:
    """It tells of what the title names; of the illness alone only behind what is known of it."""
    sentences = m.reading.sentences
    title = stems([m.record.title], of_the_illness(m))
    both = title & words_of(m, at)
    if at == 0 and len(sentences) > 1:
        return False
    if len(title - _KINDS) < 2:
        return at >= LATE * (len(sentences) - 1) or bool(both)
    # That it is a review says nothing of what it is about.
    return len(both) >= 2 or len(both - _KINDS) / len(title - _KINDS) >= LEAST_SHARED


def _of_the_aim(m: Material, at: int) -> bool:
    """Behind what the paper set out to find, it tells of what that names."""
    asked = [i for i, s in enumerate(m.reading.sentences) if _NEVER["sets_out"].search(s.text)]
    illness = of_the_illness(m)
    wanted = stems((m.reading.sentences[i].text for i in asked), illness) - _KINDS
    behind = bool(asked) and at > asked[0] and at not in asked
    return behind and len(wanted & words_of(m, at)) >= SHARED_WITH_THE_AIM


def _of_all_its_illnesses(m: Material, at: int) -> bool:
    """The title sets two illnesses or more side by side, and the sentence tells of all of them."""
    titled = illnesses_named(m, m.record.title)
    if len(titled) < SIDE_BY_SIDE or at == 0:
        return False
    text, _ = with_illness_meant(m, at, m.reading.sentences[at].text)
    return titled <= illnesses_named(m, text)
