"""Every sentence has its source, and the source says exactly what is cited."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from evidence_atlas.records import (
    Flag,
    QuoteSupport,
    RecordSupport,
    RuleSupport,
    StudySupport,
)

from .case import Case, folded, quotations, quotes
from .codes import flag
from .content_words import without_markup

_RULE_NAME = re.compile(r"^[a-z][a-z0-9]*(?:[-_.][a-z0-9]+){0,12}$")
LONGEST_QUOTE = 25
"""Words that a sentence may quote within quotation marks (DESIGN: at most 25 words each)."""


def support(case: Case) -> Iterator[Flag]:
    """No statement without support; no support that says something else than its source."""
    for statement in case.statements:
        if not statement.text.strip():
            yield flag("no-support", statement, "an empty sentence")
        if not statement.support:
            yield flag("no-support", statement, f"no support: {statement.text}")
        for item in statement.support:
            fault = _fault(case, item)
            if fault:
                yield flag("support-mismatch", statement, fault)


def quotation(case: Case) -> Iterator[Flag]:
    """What stands in quotation marks stands so in the source, is short, and is the authors'.

    Marks of print ("<i>n</i> = 5") need not be quoted with the words.
    """
    for statement in case.statements:
        for words in quotations(statement.text):
            printed = [getattr(s, "text", "") or "" for s in quotes(statement)]
            where = [folded(text) for p in printed for text in {p, without_markup(p)}]
            others = [folded(v) for s in statement.support for v in _plain_values(s)]
            core = folded(words).strip(" .,;:…")
            parts = [p.strip(" .,;:") for p in core.split("…")]
            if core and not any(all(p in text for p in parts) for text in [*where, *others]):
                yield flag("quotation-altered", statement, f"not in its source: “{words}”")
            elif len(words.split()) > LONGEST_QUOTE:
                yield flag("quotation-altered", statement, f"longer than 25 words: “{words}”")
            elif (
                case.record.abstract_kind == "retold"
                and any(q.field == "abstract" and core in folded(q.text) for q in quotes(statement))
                and core not in folded(case.record.title)
            ):
                yield flag(
                    "quotation-altered", statement, f"our retelling shown as a quote: “{words}”"
                )


def _plain_values(item: object) -> list[str]:
    if isinstance(item, RecordSupport):
        return [item.value]
    if isinstance(item, StudySupport):
        return [item.label, item.facts]
    if isinstance(item, RuleSupport):
        return [item.text]
    return []


def _fault(case: Case, item: object) -> str | None:
    match item:
        case QuoteSupport(field=field, start=start, end=end, text=text):
            source = case.texts.get(field)
            if source is None:
                return f"this record has no {field}"
            if not 0 <= start < end <= len(source) or source[start:end] != text:
                return f"the characters {start} to {end} of the {field} are not “{text}”"
        case RecordSupport(field=field, value=value):
            if not _in_record(case, field, value):
                return f"the record's {field} is not “{value}”"
        case RuleSupport(rule=rule, text=text):
            if not _RULE_NAME.match(rule) or not text.strip():
                return f"not a named rule that a reader can follow: “{rule}”"
        case StudySupport():
            return _study_fault(case, item)
        case _:
            return "a support of an unknown kind"
    return None


def _study_fault(case: Case, item: StudySupport) -> str | None:
    if item.study == case.page.study:
        return "the study is given as support for itself"
    other = case.others.get(item.study)
    if other is None:
        return f"no study {item.study} in the atlas"
    if item.slug != other.slug or item.label != other.label:
        return f"the other study's address or label is not {item.slug} / {item.label}"
    return None


def _in_record(case: Case, field: str, value: str) -> bool:
    """Whether a field of the record, or a part of it, is printed as `value`.

    A field that the record does not know is a fault; a list's value may be one of its items
    or all of them joined.
    """
    found = _resolve(case, field)
    if found is None:
        return False
    printed = folded(value)
    if not printed:
        return False
    leaves = [folded(leaf) for leaf in _leaves(found)]
    if printed in leaves:
        return True
    joined = [folded(s.join(_leaves(found))) for s in (", ", "; ", " ", " and ")]
    if printed in joined:
        return True
    # A joined or shortened form: every word of it stands in the field, and nothing else.
    words = set(re.findall(r"[^\W_]+", " ".join(leaves)))
    asked = re.findall(r"[^\W_]+", printed)
    return bool(asked) and all(w in words or w in ("and", "et", "al", "others") for w in asked)


_ALIASES = {
    "journal": ("journal",),
    "date": ("dates",),
    "published": ("dates", "published"),
    "pubmed": ("pmid",),
    "funding": ("grants",),
    "state": ("publication_types",),
    "retraction": ("corrections",),
}


def _resolve(case: Case, field: str) -> Any:
    """The value at a dotted path of the record; None where there is nothing."""
    path = re.split(r"[.\[\]]+", field.strip("]"))
    if len(path) == 1 and path[0] in _ALIASES:
        path = list(_ALIASES[path[0]])
    value: Any = case.record
    for name in path:
        if isinstance(value, tuple):
            if name.isdigit():
                if int(name) >= len(value):
                    return None
                value = value[int(name)]
            else:
                value = tuple(
                    v for item in value if (v := getattr(item, name, None)) is not None
                ) or tuple(item for item in value if getattr(item, "kind", None) == name)
        else:
            value = getattr(value, name, None)
        if value is None or value == ():
            return None
    return value


def _leaves(value: Any) -> list[str]:
    if value is None:
        return []
    if isinstance(value, bool):
        return ["true" if value else "false", "yes" if value else "no"]
    if isinstance(value, str | int | float):
        return [str(value)]
    if isinstance(value, tuple):
        return [leaf for item in value for leaf in _leaves(item)]
    names = getattr(value, "__struct_fields__", ())
    return [leaf for name in names for leaf in _leaves(getattr(value, name))]
