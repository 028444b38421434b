"""A small word exchanged for its opposite, a sign turned, a denial put into or out of a frame.

What readers from outside planted by hand, and more of its kind; any sentence that is not denied
by its section may be changed, whatever it rests on. Kinds marked unseen exchange words that the
gate's tables were not written for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from evidence_atlas.records import QuoteSupport, Statement

from .kinds import SECTIONS, kind, masked, put, tells_findings
from .pages import Study

_PLACES = (*SECTIONS, "fair_to_say")


def _exchanged(s: Statement, *pairs: tuple[str, str]) -> Iterator[str]:
    """The sentence with each word of a pair, where it stands once, exchanged for the other."""
    if s.section not in _PLACES:
        return
    text = masked(s.text)
    for one, other in pairs:
        for word, new in ((one, other), (other, one)):
            found = list(re.finditer(rf"(?<![\w-]){word}(?![\w-])", text))
            if len(found) == 1:
                yield put(s.text, found[0].start(), found[0].end(), new)


def _reworded(s: Statement, frames: Iterable[tuple[str, str]]) -> Iterator[str]:
    """The sentence with the words of a frame of ours changed."""
    for frame, changed in frames:
        if frame in s.text:
            yield s.text.replace(frame, changed, 1)


@kind("women and men exchanged")
def _(s: Statement, study: Study) -> Iterator[str]:
    yield from _exchanged(s, ("women", "men"), ("females", "males"), ("girls", "boys"))


@kind("before and after exchanged")
def _(s: Statement, study: Study) -> Iterator[str]:
    yield from _exchanged(s, ("before", "after"), ("earlier", "later"), ("first", "last"))


@kind("with and without exchanged", "word for word")
def _(s: Statement, study: Study) -> Iterator[str]:
    if any(isinstance(x, QuoteSupport) for x in s.support):
        yield from _exchanged(s, ("with", "without"))


@kind("small and large, most and few exchanged")
def _(s: Statement, study: Study) -> Iterator[str]:
    yield from _exchanged(
        s, ("small", "large"), ("most", "few"), ("mild", "severe"), ("common", "rare")
    )


@kind("may told as will, can as must")
def _(s: Statement, study: Study) -> Iterator[str]:
    if s.section in _PLACES:
        for word, new in (("may", "will"), ("might", "will"), ("could", "will"), ("can", "must")):
            m = re.search(rf"(?<![\w-]){word}(?= [a-z])(?! not)", masked(s.text))
            if m:
                yield put(s.text, m.start(), m.end(), new)


@kind("only left out")
def _(s: Statement, study: Study) -> Iterator[str]:
    if s.section in _PLACES and any(isinstance(x, QuoteSupport) for x in s.support):
        m = re.search(r"(?<!not )\bonly (?=[a-z0-9])", masked(s.text))
        if m:
            yield put(s.text, m.start(), m.end(), "")


@kind("over told as under", "number")
def _(s: Statement, study: Study) -> Iterator[str]:
    m = re.search(r"[≥≤<>](?= ?\d)", s.text)
    if m and s.section in _PLACES:
        turned = {"≥": "≤", "≤": "≥", "<": ">", ">": "<"}[m.group()]
        yield put(s.text, m.start(), m.end(), turned)


_FRAMES = (
    ("The study is registered", "The study is not registered"),
    ("No serious harms were reported", "Serious harms were reported"),
    ("No harms were reported", "Harms were reported"),
    ("There was no other group", "There was another group"),
    ("The abstract does not say", "The abstract says"),
    ("The abstract does not mention harms", "The abstract mentions harms"),
    ("They do not show cause", "They show cause"),
    ("It does not show cause", "It shows cause"),
    ("People were followed forward", "People were not followed forward"),
    ("There was a group of other people", "There was no group of other people"),
)


@kind("a frame denied", "negation")
def _(s: Statement, study: Study) -> Iterator[str]:
    yield from _reworded(s, _FRAMES)


@kind("other opposites exchanged", unseen=True)
def _(s: Statement, study: Study) -> Iterator[str]:
    yield from _exchanged(
        s, ("blood", "urine"), ("simple", "complex"), ("local", "global"),
        ("domestic", "foreign"), ("open", "closed"), ("soluble", "insoluble"), ("major", "minor"),
        ("formal", "informal"), ("hot", "cold"), ("visible", "invisible"), ("begin", "end"),
        ("voluntary", "involuntary"), ("wet", "dry"), ("full", "empty"), ("near", "far"),
        ("married", "unmarried"), ("native", "immigrant"), ("verbal", "visual"),
    )  # fmt: skip


_CAUTION = re.compile(
    r"(?<![\w-])(?:(?P<lone>(?:potentially|possibly|probably|perhaps|likely) )(?=[a-z]{4})|"
    r"(?P<be>(?:appear|seem) to be)|(?P<is>(?:appears|seems) to be)|(?P<was>(?:appeared|seemed) to)"
    r"(?= have))(?![\w-])"
)


@kind("a word of caution left out")
def _(s: Statement, study: Study) -> Iterator[str]:
    m = _CAUTION.search(masked(s.text))
    if m and s.section in _PLACES and any(isinstance(x, QuoteSupport) for x in s.support):
        told = {"lone": "", "be": "are", "is": "is", "was": "did"}[m.lastgroup or "lone"]
        yield put(s.text, m.start(), m.end(), told)


_HOW_MANY = (
    ("One group had", "Both groups had"),
    ("Nobody with", "Everybody with"),
    ("No people took part", "Some people took part"),
    ("Neither the people", "Both the people"),
    ("any change", "every change"),
    ("There was no other group", "There was one other group"),
    ("These are people's own accounts", "These are not people's own accounts"),
    ("They do not show how many", "They show how many"),
    ("will help people", "will not help people"),
    ("most people with", "all people with"),
)


@kind("how many, or a denial, of a frame changed")
def _(s: Statement, study: Study) -> Iterator[str]:
    yield from _reworded(s, _HOW_MANY)


_THING = re.compile(r"(?<![\w-])[a-z]{6,}(?<!ly)(?<!ed)(?<!ing)(?![\w'’-])")
_BETWEEN = 30
"""Characters: so far apart two words are hardly of one list."""


@kind("a word of it in the place of another")
def _(s: Statement, study: Study) -> Iterator[str]:
    """An earlier word of the sentence told once more, in the place of a later one."""
    if not tells_findings(s) or s.section not in _PLACES:
        return
    found = list(_THING.finditer(masked(s.text)))
    for first, second in zip(found, found[2:], strict=False):
        apart = s.text[first.end() : second.start()]
        if first.group()[:4] != second.group()[:4] and len(apart) > _BETWEEN:
            yield put(s.text, second.start(), second.end(), first.group())
            return
