"""What the authors conclude, where nothing that they found can be told.

In indirect speech and as theirs; a word that judges stands between quotation marks. Never a wish
for studies, advice, praise of the paper, or a word that calls a thing safe.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ..brief.main_result import shared, stems
from ..material import Material
from ..said import Keep, Said
from ..sections.inferred_conclusions import write
from ..sentences.codes import codes
from ..sentences.standing import leans
from ..slots import Slots
from ..tables import table
from ..words.names import length
from ..words.praise import marked
from ..words.statistics import STATISTICS
from ..words.verbs import finite

_NO_ANSWER = re.compile(table("messages.toml")["concluded_at_all"]["no_answer"], re.IGNORECASE)
MOST_WORDS = 30
FEW_STEMS = 3
"""A title with fewer words beside the illness asks of it as a whole."""


def concluded_at_all(m: Material) -> list[Said]:
    """The conclusions that may be told in Quick, the one nearest to the title first."""
    asked = stems([m.record.title], stems(m.reading.conditions))
    found = [s for s in _fit(m) if len(asked) < FEW_STEMS or asked & stems([s.text])]
    return sorted(found, key=lambda s: -shared(stems([s.text]), asked))


def _fit(m: Material) -> Iterator[Said]:
    for sentence in write(m, Slots(m)):
        claim = sentence.text.split(" that ", 1)[-1]
        if sentence.voice != "authors" or "“" in sentence.text or length(claim) > MOST_WORDS:
            continue
        if _NO_ANSWER.search(claim) or STATISTICS.search(claim) or leans(claim):
            continue
        if " that " not in sentence.text or not finite(claim) or len(codes(m, claim)) > 1:
            continue
        text = marked(sentence.text)
        if text is not None:
            yield replace(sentence, text=text, lay=True, keep=Keep.MAIN)
