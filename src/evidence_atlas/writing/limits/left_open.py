"""What a study leaves open or does not show by whom it saw, in its own words.

Each fact fills a frame of Remaining Questions or of What This Study Does Not Prove: what many
were counted to have, that studies differed, that people told of their illness themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_atlas.records import quote, quoted, texts

from ..material import Material, Piece
from ..people.diagnosed import or_diagnosed
from ..people.had_by_some import lacked_by_some, stated_of_some
from ..results.result_slots import result_slots
from ..slots import Slots
from ..subject.illnesses import illnesses
from ..subject.nameable import nameable
from ..tables import table
from ..words.clause import causal, loaded

_TABLE = table("limits/left_open.toml")
_SHARE = re.compile(_TABLE["share"], re.IGNORECASE)
_NOT_HAD = re.compile(_TABLE["not_had"], re.IGNORECASE)
_DIFFER = re.compile(_TABLE["differ"], re.IGNORECASE)
_SAID_SO = re.compile(_TABLE["said_so"], re.IGNORECASE)
_COUNTRIES = re.compile(_TABLE["countries"])
_IN_COUNTRY = re.compile(_TABLE["in_country"].replace("COUNTRIES", _TABLE["countries"]))
_WITH_THE = re.compile(_TABLE["with_the"])
_MILD = re.compile(_TABLE["mild"], re.IGNORECASE)
_SEVERE = re.compile(_TABLE["severe"], re.IGNORECASE)


def left_open(m: Material, slots: Slots) -> Iterator[tuple[str, Piece]]:
    """The facts, by the slot that each fills; what the text does not tell is left out."""
    yield from _prevalent(m, slots)
    yield from _told_in_text(m, "differ_much", _DIFFER, "they differed much from each other")
    yield from _said_so(m)
    yield from _how_ill(m)
    yield from _country(m)


def _prevalent(m: Material, slots: Slots) -> Iterator[tuple[str, Piece]]:
    """What the first count of everybody is of."""
    for index in m.brief.results:
        result = m.reading.results[index]
        if result.direction != "descriptive" or result.scope != "all":
            continue
        own = result_slots(m, slots, result)
        what = own["outcome"].text if own is not None else ""
        if own is None or not _SHARE.search(result.text) or _NOT_HAD.search(what):
            continue
        if nameable(what) and not loaded(what) and not causal(what):
            yield "prevalent", own["outcome"]
            return


def _told_in_text(
    m: Material, slot: str, words: re.Pattern[str], say: str
) -> Iterator[tuple[str, Piece]]:
    """What the results or conclusions say in such words, in ours."""
    held = texts(m.record)
    for sentence in m.reading.sentences:
        found = words.search(held.get("abstract", ""), sentence.start, sentence.end)
        if found is not None and sentence.role in ("results", "conclusions"):
            yield slot, Piece(say, (quoted(quote(held, "abstract", *found.span())),))
            return


def _said_so(m: Material) -> Iterator[tuple[str, Piece]]:
    """That the illness is known from the people's own word alone."""
    own = [u for u in m.reading.definitions if u.name == "self-report" and not u.of_part]
    if own and or_diagnosed(m, own[0]):
        return  # Of some of them a doctor had.
    if own and _of_another(m, own[0].quote.text):
        return
    if own and len(m.reading.definitions) == 1 and _SAID_SO.search(own[0].quote.text):
        slot = "said_so_of_some" if _had_by_some(m) else "said_so"
        yield slot, Piece("they reported it themselves", (quoted(own[0].quote),))


def _had_by_some(m: Material) -> bool:
    """Whether others took part who have not the illness, so that nothing is said of each."""
    told, n = illnesses(m)[:1], m.reading.participants.total
    support = m.number("participants.total", n)
    return any(
        lacked_by_some(m, one.text) or (n is not None and stated_of_some(m, one.text, n, support))
        for one in told
    )


def _of_another(m: Material, said: str) -> bool:
    """Whether a study of several illnesses may say it of another than the first."""
    told = illnesses(m)
    if len(told) < 2:
        return False
    first = {n.name for n in m.condition.illnesses_in(told[0].text)}
    return not first & {n.name for n in m.condition.illnesses_in(said)}


def _how_ill(m: Material) -> Iterator[tuple[str, Piece]]:
    """How ill they were, where nobody more ill is mentioned."""
    told, where = m.reading.who.severity, m.quotes("who.severity")
    if not told or not where or not _MILD.search(told):
        return
    if not any(_SEVERE.search(text) for text in texts(m.record).values()):
        yield "how_ill", Piece("mildly or moderately ill", where)


def _country(m: Material) -> Iterator[tuple[str, Piece]]:
    """The one country that the title names as that of the study."""
    held = texts(m.record)
    title = held.get("title", "")
    found = _IN_COUNTRY.search(title)
    if found is None or len(set(_COUNTRIES.findall(title))) != 1:
        return
    name = found["country"]
    where = quoted(quote(held, "title", *found.span("country")))
    yield "country", Piece(f"the {name}" if _WITH_THE.match(name) else name, (where,))
