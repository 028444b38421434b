"""The elements of an XML file one at a time, by a parser that trusts nothing.

No entity is resolved, no DTD loaded, no network asked; a file that declares entities is
refused, and an element may only be so large and so deep.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from .errors import Hostile, Malformed, TooLarge, Truncated, WrongEncoding
from .streams import Source

_ENCODING_ERRORS = frozenset((
    etree.ErrorTypes.ERR_INVALID_ENCODING, etree.ErrorTypes.ERR_UNKNOWN_ENCODING,
    etree.ErrorTypes.ERR_UNSUPPORTED_ENCODING, etree.ErrorTypes.I18N_CONV_FAILED,
))  # fmt: skip


def elements(source: Source, tags: tuple[str, ...]) -> Iterator[tuple[int, etree._Element]]:
    """The elements of these names in the file's own order, counted from 1.

    An element is emptied when the next is asked for. Raises Malformed, Truncated,
    WrongEncoding, Hostile or TooLarge at the place where the file stops being readable; what
    stands before it has then been given.
    """
    parser = etree.XMLPullParser(
        events=("end",), tag=tags, resolve_entities=False, no_network=True, load_dtd=False,
        dtd_validation=False, attribute_defaults=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    events = parser.read_events()
    file, limit = source.file, source.limits.record
    pending, count, checked = 0, 0, False
    for chunk in source:
        pending += len(chunk)
        broken = _feed(parser, chunk)
        for _, element in events:
            assert isinstance(element, etree._Element)
            pending = 0
            if not checked:
                _refuse_entities(element, file)
                checked = True
            count += 1
            yield count, element
            _forget(element)
        if broken is not None:
            raise _error(broken, file, count, at_end=False)
        if pending > limit:
            raise TooLarge(file, f"a record is larger than {limit:,} bytes", _after(count))
    try:
        parser.close()
    except etree.XMLSyntaxError as error:
        raise _error(error, file, count, at_end=True) from error


def _feed(parser: etree.XMLPullParser, chunk: bytes) -> etree.XMLSyntaxError | None:
    """Feed, and hold an error back until the records before it have been given."""
    try:
        parser.feed(chunk)
    except etree.XMLSyntaxError as error:
        return error
    return None


def _forget(element: etree._Element) -> None:
    """Free the record and all before it, so that memory does not grow with the file."""
    element.clear()
    parent = element.getparent()
    if parent is None:
        return
    while (before := element.getprevious()) is not None:
        parent.remove(before)


def _refuse_entities(element: etree._Element, file: str) -> None:
    """A second guard behind `prolog`, for declarations hidden by an encoding."""
    dtd = element.getroottree().docinfo.internalDTD
    if dtd is not None and dtd.entities():  # type: ignore[attr-defined]
        raise Hostile(file, "the file declares XML entities, which record files never do")


def _after(count: int) -> str:
    return f"after item {count:,}" if count else "before the first record"


def _error(error: etree.XMLSyntaxError, file: str, count: int, *, at_end: bool) -> Exception:
    line = error.lineno or 0
    place = f"line {line:,}, {_after(count)}" if line else _after(count)
    message = (error.msg or "the XML is broken").split(", line ")[0]
    if at_end:
        return Truncated(file, f"the file ends in the middle ({message})", place)
    if (
        getattr(error, "code", None) in _ENCODING_ERRORS
        or "encod" in message.lower()
        or "UTF-" in message
    ):
        return WrongEncoding(
            file, f"the bytes are not the text they claim to be ({message})", place
        )
    if "huge" in message.lower() or "too long" in message.lower() or "depth" in message.lower():
        return TooLarge(file, f"an element is too large or too deep ({message})", place)
    if "entity" in message.lower() and "loop" in message.lower():
        return Hostile(file, f"the file abuses XML entities ({message})", place)
    if "amplification" in message.lower():
        return Hostile(file, f"the file abuses XML entities ({message})", place)
    return Malformed(file, f"the XML is broken ({message})", place)
