"""What the authors call significant where nothing was tested: it is great, and not "clear".

"Clear" says of a result that chance alone does not explain it. Interviews and the story of one
patient test nothing, and there the authors only mean that something was great.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from evidence_atlas.records import QuoteSupport, sentences_in, texts

from ..brief.how_made import says
from ..material import Material
from ..rules import named
from ..said import Said

_UNTESTED = frozenset({"interviews", "case_report"})
_CLEAR = re.compile(r"(?<!no )(?<!not )\bclear(?P<ly>ly)?\b")
_SIGNIFICANT = re.compile(r"\bsignificant(?:ly)?\b", re.IGNORECASE)
_TESTED = re.compile(r"\bp\s?[<=>≤]|\bstatistical|\bregression\b|\bt-test\b", re.IGNORECASE)


def as_meant(m: Material, told: Sequence[Said]) -> list[Said]:
    """The same with "marked" for what was called significant and never tested."""
    tested = any(_TESTED.search(text) for text in texts(m.record).values())
    if m.brief.kind not in _UNTESTED or tested or says(m.record, "numbers_too"):
        return list(told)
    return [_meant(m, s) for s in told]


def _meant(m: Material, sentence: Said) -> Said:
    held = [s.text for s in sentence.support if isinstance(s, QuoteSupport)]
    held += [m.reading.sentences[i].text for i in sentences_in(sentence.about)]
    called = any(_SIGNIFICANT.search(text) for text in held)
    if not called or any(re.search(r"\bclear", text) for text in held):
        return sentence
    text = _CLEAR.sub(lambda f: "markedly" if f["ly"] else "marked", sentence.text)
    if text == sentence.text:
        return sentence
    return replace(sentence, text=text).supported_by(named("significant-untested"))
