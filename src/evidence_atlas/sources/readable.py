"""Inline markup as readable plain text.

PubMed titles and abstracts carry <i>, <b>, <u>, <sup>, <sub> and MathML. Italics and the
like lose their tags. A raised or lowered run keeps its meaning, since `10⁹` is not `109`:

- where Unicode has every character, these are used: `10⁻⁶`, `Ca²⁺`, `CO₂`, `CD4⁺`;
- a lowered run that starts with a digit keeps its letters on the line: `VO₂max`;
- other lowered runs follow `_`, other raised runs `^`, in brackets where longer than one
  word: `C_max`, `x^(a/b)`; ordinals (`2nd`) and pure marks (`®`, `*`) stay as they are;
- a formula is written on one line: `(a + b)/c`, `√(x)`, `x²`.

White space of any kind that XML knows (blank, tab, line ends) becomes one blank; other
spaces, such as the thin one, are characters of the text and stay.
"""

from __future__ import annotations

import html
import re

from lxml import etree

_SUP = dict(zip("0123456789+-−–=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾", strict=True))
_SUB = dict(zip("0123456789+-−–=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎", strict=True))
_SPACE = re.compile(r"[ \t\r\n]+")
_ORDINAL = frozenset(("st", "nd", "rd", "th"))
_MATHML = "{http://www.w3.org/1998/Math/MathML}"
_DEEPEST = 200


def squeeze(text: str | None) -> str:
    """The text with each run of XML white space as one blank, none at the ends."""
    if not text:
        return ""
    if "\n" in text or "  " in text or "\t" in text or "\r" in text:
        return _SPACE.sub(" ", text).strip(" ")
    return text.strip(" ")


def raised(text: str) -> str:
    """A raised run as plain text."""
    return _shift(text, _SUP, "^")


def lowered(text: str) -> str:
    """A lowered run as plain text."""
    return _shift(text, _SUB, "_")


def _shift(text: str, table: dict[str, str], mark: str) -> str:
    inner = text.strip()
    if not inner or not any(c.isalnum() or c in table for c in inner):
        return text
    if all(c in table for c in inner):
        shifted = "".join(table[c] for c in inner)
    elif mark == "^" and inner in _ORDINAL:
        shifted = inner
    elif mark == "_" and inner[0].isdigit() and inner.isalnum():
        shifted = "".join(table.get(c, c) for c in inner)
    else:
        shifted = mark + (inner if inner.isalnum() else f"({inner})")
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() else ""
    return before + shifted + after


def readable(element: etree._Element) -> str:
    """All text of an element on one line, its inline markup written out."""
    if len(element) == 0:
        return squeeze(element.text)
    return squeeze(_inner(element, 0))


def _inner(element: etree._Element, depth: int) -> str:
    if depth > _DEEPEST:
        return _flat(element)
    parts = [element.text or ""]
    for child in element:
        parts.append(_node(child, depth + 1))
        parts.append(child.tail or "")
    return "".join(parts)


def _flat(element: etree._Element) -> str:
    """All text without regard to markup, for trees deeper than any formula."""
    return "".join(str(text) for text in element.itertext())


def _node(child: etree._Element, depth: int) -> str:
    tag = child.tag
    if not isinstance(tag, str):
        return _entity(child)
    if tag == "sup":
        return raised(_inner(child, depth))
    if tag == "sub":
        return lowered(_inner(child, depth))
    name = tag.removeprefix(_MATHML) if tag.startswith(_MATHML) else tag.rpartition(":")[2]
    if name == "math":
        return " " + squeeze(_math(child, depth)) + " "
    if name == "br":
        return " "
    return _inner(child, depth)


def _entity(node: etree._Element) -> str:
    """A named entity that only the DTD would define: its HTML meaning, else as written."""
    if node.tag is etree.Entity:
        return html.unescape(node.text or "")
    return ""


def _math(element: etree._Element, depth: int) -> str:
    if depth > _DEEPEST:
        return _flat(element)
    name = etree.QName(element).localname if isinstance(element.tag, str) else ""
    if not name:
        return _entity(element)
    if name in ("annotation", "annotation-xml"):
        return ""
    if len(element) == 0:
        text = squeeze(element.text)
        if name == "mo" and text in "=<>≤≥≈≃±×+−∼~":
            return f" {text} "
        return text
    kids = [_math(kid, depth + 1) for kid in element]
    kids = [k for k in kids if k.strip()] if name in ("mrow", "math", "mstyle") else kids
    if name == "mfrac" and len(kids) == 2:
        return f"{_bracket(kids[0])}/{_bracket(kids[1])}"
    if name in ("msup", "mover") and len(kids) == 2:
        return kids[0].rstrip() + raised(squeeze(kids[1]))
    if name in ("msub", "munder") and len(kids) == 2:
        return kids[0].rstrip() + lowered(squeeze(kids[1]))
    if name in ("msubsup", "munderover") and len(kids) == 3:
        return kids[0].rstrip() + lowered(squeeze(kids[1])) + raised(squeeze(kids[2]))
    if name == "msqrt":
        return f"√({squeeze(''.join(kids))})"
    if name == "mroot" and len(kids) == 2:
        return f"{_bracket(kids[0])}^(1/{squeeze(kids[1])})"
    if name == "mfenced":
        return f"({', '.join(squeeze(k) for k in kids)})"
    joined = (element.text or "") + "".join(
        k + (kid.tail or "") for k, kid in zip(kids, element, strict=False)
    )
    return joined if name not in ("mrow", "math", "mstyle") else "".join(kids)


def _bracket(text: str) -> str:
    inner = squeeze(text)
    return inner if inner.isalnum() else f"({inner})"
