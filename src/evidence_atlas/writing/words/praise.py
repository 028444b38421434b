"""A sentence without words that only praise, and those that judge as the authors' own."""

from __future__ import annotations

import re

from ..tables import table

_TABLE = table("messages.toml")["praise"]
_PRAISED = re.compile(
    rf"\b(?P<article>an? )?(?:(?:{_TABLE['words']})(?:,? and |, | ))+(?=(?:[\w-]+ ){{0,2}}?"
    rf"(?P<what>{_TABLE['of']})\b)",
    re.IGNORECASE,
)
# What is promising is not there yet: "promising targets" are no targets so far.
_HOPED = re.compile(rf"\b(?:{_TABLE['hoped']})\b", re.IGNORECASE)
_TO_COME = re.compile(_TABLE["to_come"], re.IGNORECASE)
_JUDGED = re.compile(table("messages.toml")["told"]["judged"], re.IGNORECASE)


def unpraised(text: str) -> str:
    """The text without praise in front of a role, a factor, an approach."""

    def bare(found: re.Match[str]) -> str:
        hope = _HOPED.search(found[0])
        if hope is not None and _TO_COME.fullmatch(found["what"]):
            return f"{found['article'] or ''}{_TABLE['may_be']} "
        if not found["article"]:
            return ""
        article = "an " if re.match(r"[aeio]", text[found.end() :], re.IGNORECASE) else "a "
        return article.capitalize() if found["article"][0].isupper() else article

    done = _PRAISED.sub(bare, text)
    return done[:1].upper() + done[1:] if text[:1].isupper() else done


def marked(claim: str) -> str | None:
    """The claim with its judging words between quotation marks; None where it has many."""
    found = [*_JUDGED.finditer(claim)]
    if len(found) > 1:
        return None
    for f in found:
        claim = f"{claim[: f.start()]}“{f[0]}”{claim[f.end() :]}"
    return claim
