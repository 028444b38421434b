"""What a figure counts, and of how many a thing is said.

"95% of them got worse" for "95% of the conditions got worse"; "most of the patients had ulcers"
for "the patients had most often ulcers".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from evidence_atlas.records import Flag

from .case import Case, claimed, table
from .codes import flag

_TABLE = table("counted.toml")
_OF_PEOPLE = re.compile(
    r"(?<![\d.,])(\d[\d,]*(?:\.\d+)?)( ?%)? (?:of (?:the |these |those )?)?"
    rf"(?:{_TABLE['people']})\b"
)
_NO_PEOPLE = re.compile(rf"(?: of)?(?: the| these| those)?(?: [\w-]+)? (?:{_TABLE['no_people']})\b")
_PEOPLE_NEAR = re.compile(rf"\b(?:{_TABLE['people']})\b")
_MOST = re.compile(rf"{_TABLE['most']}(?:{_TABLE['people']})\b")
_SAYS_MOST = re.compile(_TABLE["says_most"])
_THOUSANDS = re.compile(r"(?<=\d)[,\u2009\u202f ](?=\d{3}\b)")
_NEAR = 60
"""Characters behind a figure in which a source says what it counts."""


def counted(case: Case) -> Iterator[Flag]:
    """No figure of things told as one of people, and most of the people only where it is so."""
    for statement in case.statements:
        text, sources = claimed(statement), case.quoted_from(statement)
        if sources and (number := people_for_things(text, sources)):
            yield flag("people-confused", statement, f"“{number}” counts no people: {text}")
        if sources and most_of_them(text, case.rests_on(statement)):
            yield flag("word-not-in-support", statement, f"“most” of the people in: {text}")


def people_for_things(text: str, sources: Sequence[str]) -> str | None:
    """A figure that ours gives of people, and every source of pairs, symptoms or other things."""
    for m in _OF_PEOPLE.finditer(text):
        number = re.escape(m[1].replace(",", ""))
        found = re.compile(rf"(?<![\d.]){number}{' ?%' if m[2] else ''}(?![\d%]|\.\d)")
        plain = [_THOUSANDS.sub("", source) for source in sources]
        behind = [s[f.end() :][:_NEAR] for s in plain for f in found.finditer(s)]
        if behind and all(_NO_PEOPLE.match(b) and not _PEOPLE_NEAR.search(b) for b in behind):
            return m[1] + (m[2] or "")
    return None


def most_of_them(text: str, sources: Sequence[str]) -> bool:
    """Whether ours says it of most of the people, and no source says so or gives figures."""
    return bool(_MOST.search(text)) and not any(map(_SAYS_MOST.search, sources))
