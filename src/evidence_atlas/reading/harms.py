"""Whether harms are reported. Silence is "not stated", never safety."""

from __future__ import annotations

import re

from evidence_atlas.records import Harms

from . import tables
from .document import Document

_TABLE = tables.load("harms")
_REPORTED = tables.any_of(_TABLE["reported"])
_NONE = tables.any_of(_TABLE["none"])
_PLAN = tables.any_of(_TABLE["plan"])
_GROUP = re.compile(
    r"\b(?:in|of) (?:the )?(?P<group>[\w-]+(?: [\w-]+)? (?:group|arm)|placebo|both groups|"
    r"either group)",
    re.IGNORECASE,
)


def read(document: Document, given: bool) -> Harms:
    """What the text says of harms; `given` tells whether something was given to people."""
    if not given:
        return Harms(status="not_applicable")
    for status, pattern in (("reported", _REPORTED), ("none_reported", _NONE)):
        for _, sentence in document.parts("results", "conclusions"):
            text = sentence.text
            match = pattern.search(text)
            if match is None or _PLAN.search(text):
                continue
            if status == "reported" and _NONE.search(text) and not _counted(text, match.start()):
                continue
            groups = tuple(dict.fromkeys(m["group"] for m in _GROUP.finditer(text)))
            quote = document.quote(sentence.start, sentence.end)
            return Harms(status=status, groups=groups, quote=quote)  # type: ignore[arg-type]
    return Harms(status="not_stated")


def _counted(text: str, position: int) -> bool:
    """Whether the sentence names harms that did occur beside those that did not."""
    return (
        re.search(
            r"\b(?:mild|minor|\d+ (?:non-?serious|mild)|most common|transient)\b",
            text,
            re.IGNORECASE,
        )
        is not None
    )
