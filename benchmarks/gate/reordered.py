"""The words of a sentence in another order, and small words in the place of others.

What a reader from outside planted by hand: every word stands in the abstract, and yet the sentence
says something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_atlas.records import QuoteSupport, Statement

from .kinds import SECTIONS, kind, masked, put, tells_findings
from .pages import Study

_THING = re.compile(r"(?<![\w-])[a-z]{6,}(?<!ly)(?<!ed)(?<!ing)(?![\w'’-])")
_LEAD = re.compile(r"The authors \w+ (?:that )?")
_APART = 12
"""Characters: nearer words may be of one name."""
_RELATION = re.compile(
    r"(?P<lead>^The authors \w+ that )?(?P<one>[^.;,]{8,90}) (?P<verb>(?:may |can |could )?"
    r"(?:predict(?:s|ed)?|contribute[sd]? to|explain(?:s|ed)?|affect(?:s|ed)?|influence[sd]?|"
    r"play(?:s|ed)? a part in|(?:is|was|may be) a risk factor for|led to|leads to|"
    r"results? in|resulted in|cause[sd]?|"
    r"improve[sd]?|reduce[sd]?|worsen(?:s|ed)?))"
    r" (?P<other>[^.;,]{8,90})(?P<end>[.;,])"
)  # fmt: skip


def _quoted(s: Statement) -> bool:
    return tells_findings(s) and any(isinstance(x, QuoteSupport) for x in s.support)


@kind("two things of a sentence exchanged", "word for word")
def _(s: Statement, study: Study) -> Iterator[str]:
    if not _quoted(s) or s.section not in SECTIONS:
        return
    lead = _LEAD.match(s.text)
    found = list(_THING.finditer(masked(s.text), lead.end() if lead else 0))
    for one, other in zip(found, found[2:], strict=False):
        same = one.group()[:4] == other.group()[:4]
        if not same and len(s.text[one.end() : other.start()]) > _APART:
            moved = put(s.text, other.start(), other.end(), one.group())
            yield put(moved, one.start(), one.end(), other.group())
            return


@kind("the sides of a relation exchanged", "word for word")
def _(s: Statement, study: Study) -> Iterator[str]:
    m = _RELATION.search(s.text)
    if m and _quoted(s):
        yield put(s.text, m.start("one"), m.end("other"), f"{m['other']} {m['verb']} {m['one']}")


_PREPOSITIONS = {
    "during": "before", "within": "beyond", "through": "despite", "until": "since",
    "among": "outside", "under": "above", "across": "between", "throughout": "before",
    "following": "during", "despite": "because of", "via": "without", "against": "for",
}  # fmt: skip


@kind("a preposition in the place of another", unseen=True)
def _(s: Statement, study: Study) -> Iterator[str]:
    if not tells_findings(s) or s.section not in SECTIONS:
        return
    for m in re.finditer(rf"(?<![\w-])(?:{'|'.join(_PREPOSITIONS)})(?= [a-z])", masked(s.text)):
        yield put(s.text, m.start(), m.end(), _PREPOSITIONS[m.group()])
