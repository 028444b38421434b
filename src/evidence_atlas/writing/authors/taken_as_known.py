"""What a paper that only announces itself takes as known of its subject.

A review without parts may say in its first half what it is about, and then only that it reviews
it. What it starts from is told as that, never as what it found or concludes: the sentence must
share the title's own words, claim something of them, and be nothing known of the illness alone.
"""

from __future__ import annotations

import re

from evidence_atlas.records import quote, texts

from ..brief.main_result import stems
from ..material import Material
from ..said import Said
from ..tables import table
from ..words.asides import in_aside
from ..words.praise import unpraised
from ..words.untied import untied
from .message_told import told_as_theirs
from .paper_claims import LEAST_SHARED
from .paper_message import announces, labelled, of_the_illness, score, words_of

_TABLE = table("messages.toml")
_NEVER = [
    re.compile(p, re.IGNORECASE)
    for p in (*_TABLE["never"].values(), _TABLE["claim"]["no_claim"], _TABLE["known"]["not_known"])
]
_CLAIMS = re.compile(_TABLE["known"]["claims"], re.IGNORECASE)
MOST_TRIED = 3


def taken_as_known(m: Material, *, below: bool = False) -> list[Said]:
    """Those sentences in the forms in which they may be told, the nearest to the title first."""
    if labelled(m):
        return []
    first = next((i for i, s in enumerate(m.reading.sentences) if announces(s)), 0)
    fit = [i for i in range(first) if _may_be(m, i)]
    nearest = sorted(fit, key=lambda i: -score(m, i))[:MOST_TRIED]
    return [s for i in nearest for s in told_as_theirs(m, i, known=True, below=below)]


def _may_be(m: Material, at: int) -> bool:
    sentence = m.reading.sentences[at]
    text = unpraised(untied(sentence.text))
    own = quote(texts(m.record), "abstract", sentence.start, sentence.end)
    if in_aside(m.record, own) or text.rstrip().endswith("?"):
        return False
    if any(p.search(text) for p in _NEVER) or not _CLAIMS.search(text):
        return False
    title = stems([m.record.title], of_the_illness(m))
    both = title & words_of(m, at)
    return len(both) >= 2 or (bool(both) and len(both) >= LEAST_SHARED * len(title))
