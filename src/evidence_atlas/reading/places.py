"""Where a count of people stands: its sentence, and the words around it."""

from __future__ import annotations

import re

from .document import Document
from .mentions import Mention


def text_of(document: Document, mention: Mention) -> str:
    """The sentence (or title) in which a count stands."""
    return document.title if mention.sentence is None else document.sentences[mention.sentence].text


def around(
    document: Document, mention: Mention, left: int = 70, right: int = 60
) -> tuple[str, str]:
    """The words before and after a mention, within its clause."""
    text = text_of(document, mention)
    before = text[max(0, mention.start - left) : mention.start]
    end = mention.start + len(mention.phrase) if not mention.labelled_n else mention.end
    after = text[end : end + right]
    return re.split(r"[;.]", before)[-1], re.split(r"[;.]", after)[0]
