"""What stands before the first element of an XML file: encoding, doctype, and the root's name.

Read before any parser sees the file, so that entity declarations are refused unexpanded.
PubMed's files carry a DOCTYPE that names NLM's DTD; it passes, and is never fetched.
"""

from __future__ import annotations

import codecs
import re

from ..records import Value
from .errors import Hostile, NotARecordFile, WrongEncoding

_DECLARED = re.compile(
    r"""<\?xml\b[^>]{0,200}?\bencoding\s{0,9}=\s{0,9}["']([A-Za-z0-9._-]+)["']"""
)
_ROOT = re.compile(r"<([^\s/>!?<&]{1,200})(?=[\s/>])")
_KNOWN = frozenset((
    "utf-8", "utf-16", "ascii", "iso8859-1", "iso8859-15", "cp1252", "utf-16-le", "utf-16-be",
))  # fmt: skip


class Prolog(Value):
    """`root` is the first element's name, `doctype` the doctype's, empty where there is none."""

    root: str
    doctype: str = ""
    encoding: str = "utf-8"


def read_prolog(head: bytes, file: str) -> Prolog:
    """The prolog in the first bytes of a file.

    Raises Hostile for an internal subset that declares entities, WrongEncoding for an
    encoding that record files do not use, NotARecordFile where no element begins.
    """
    text, encoding = _decoded(head, file)
    at, doctype = 0, ""
    while True:
        at = _skip_space(text, at)
        if text.startswith("<?", at):
            at = _beyond(text, "?>", at, file)
        elif text.startswith("<!--", at):
            at = _beyond(text, "-->", at, file)
        elif text[at : at + 9].upper() == "<!DOCTYPE":
            end, subset = _doctype_end(text, at, file)
            if "<!ENTITY" in subset or "%" in subset:
                raise Hostile(
                    file, "the file declares XML entities, which record files never do", "DOCTYPE"
                )
            doctype = text[at + 9 : at + 200].split(None, 1)[0].strip(">[") if end else ""
            at = end
        else:
            break
    root = _ROOT.match(text, at)
    if not root:
        raise NotARecordFile(file, "this is not XML: no element begins where one should")
    return Prolog(root=root.group(1), doctype=doctype, encoding=encoding)


def _decoded(head: bytes, file: str) -> tuple[str, str]:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head.decode("utf-16", "replace"), "utf-16"
    if head.startswith(b"<\x00"):
        return head.decode("utf-16-le", "replace"), "utf-16"
    if head.startswith(b"\x00<"):
        return head.decode("utf-16-be", "replace"), "utf-16"
    text = head.removeprefix(codecs.BOM_UTF8).decode("latin-1")
    declared = _DECLARED.match(text.lstrip())
    if not declared:
        return text, "utf-8"
    try:
        encoding = codecs.lookup(declared.group(1)).name
    except LookupError:
        encoding = declared.group(1)
    if encoding not in _KNOWN:
        raise WrongEncoding(file, f"record files are not written in {declared.group(1)}", "line 1")
    return text, encoding


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t\r\n":
        at += 1
    return at


def _beyond(text: str, mark: str, at: int, file: str) -> int:
    end = text.find(mark, at)
    if end < 0:
        raise NotARecordFile(file, "this is not a record file: its first element is out of reach")
    return end + len(mark)


def _doctype_end(text: str, at: int, file: str) -> tuple[int, str]:
    """Where the DOCTYPE ends, and its internal subset; quotes and brackets are respected."""
    quote, start = "", -1
    for i in range(at, len(text)):
        c = text[i]
        if quote:
            quote = "" if c == quote else quote
        elif c in "\"'":
            quote = c
        elif c == "[" and start < 0:
            start = i
        elif c == ">" and start < 0:
            return i + 1, ""
        elif c == "]" and start >= 0 and text[i + 1 :].lstrip()[:1] == ">":
            return text.find(">", i) + 1, text[start:i]
        if c == "<" and text.startswith("<!ENTITY", i):
            raise Hostile(
                file, "the file declares XML entities, which record files never do", "DOCTYPE"
            )
    raise NotARecordFile(file, "this is not a record file: its DOCTYPE does not end")
