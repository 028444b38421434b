"""Every word that a frame brings to a page stands in the rule that the page names for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from evidence_atlas.checking.content_words import unaccounted
from evidence_atlas.writing.tables import table

FROM_THE_SOURCE = {"harms_put_down.serious": {"serious"}}
"""Words that only the quoted text may account for."""


def frames() -> Iterator[tuple[str, str, str]]:
    for name, entry in table("frames.toml").items():
        for use, texts in entry.items():
            told = texts if isinstance(texts, list) else [texts]
            for text in (t for t in told if isinstance(t, str) and use != "rule"):
                yield f"{name}.{use}", text, entry.get("rule", "")


@pytest.mark.parametrize(("name", "text", "rule"), list(frames()))
def test_a_frame_says_no_word_without_its_rule(name: str, text: str, rule: str):
    bare = re.sub(r"\{[^}]*\}|[\[\]]", " ", text)
    assert set(unaccounted(bare, rule)) <= FROM_THE_SOURCE.get(name, set())
