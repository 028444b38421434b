"""A case report: who it was and what they had, and how they fared, as the authors report it."""

from __future__ import annotations

import re

from ..brief.main_result import shared, stems
from ..material import Material
from ..said import Said
from ..tables import table
from .message_told import told_as_theirs
from .paper_message import announces, messages

_CUE = {name: re.compile(p, re.IGNORECASE) for name, p in table("messages.toml")["case"].items()}


def case(m: Material) -> list[list[Said]]:
    """Up to two sentences, each whole and then shorter: who it was, and how it went on.

    Where it is not told how it went on, what the authors conclude stands there.
    """
    who = next((i for i, t in _candidates(m, "who")), None)
    told = []
    if who is not None and (sentence := told_as_theirs(m, who)):
        told.append(sentence)
    after = [i for i in _fared(m) if i != who and (who is None or i > who)]
    for at in after:
        if sentence := told_as_theirs(m, at):
            told.append(sentence)
            return told
    # Where nothing tells how they fared, what the authors make of it.
    for at in messages(m) if told else ():
        its_own = _CUE["made_of_it"].search(m.reading.sentences[at].text)
        if at != who and its_own and (sentence := told_as_theirs(m, at)):
            told.append(sentence)
            break
    return told


def _candidates(m: Material, cue: str) -> list[tuple[int, str]]:
    return [
        (i, s.text) for i, s in enumerate(m.reading.sentences)
        if _CUE[cue].search(s.text) and s.role != "other"
    ]  # fmt: skip


def _fared(m: Material) -> list[int]:
    """Sentences that tell how the person fared, the likeliest first: late, and like the title."""
    title = stems([m.record.title])
    sentences = m.reading.sentences

    def rank(i: int) -> float:
        text = sentences[i].text
        return (
            (_CUE["person"].search(text) is not None)
            + 1.5 * (_CUE["outcome"].search(text) is not None)
            + 0.5 * (_CUE["treated"].search(text) is not None)
            + shared(stems([text]), title)
            + 0.6 * i / max(1, len(sentences) - 1)
            - 0.5 * (sentences[i].role == "conclusions")
        )

    may = [
        i for i, text in _candidates(m, "fared")
        if not _CUE["not_fared"].search(text) and not announces(sentences[i])
        and sentences[i].role not in ("background", "aim")
    ]  # fmt: skip
    return sorted(may, key=rank, reverse=True)
