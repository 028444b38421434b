"""Bounded bytes out of a file, plain or gzip, and bounded lines out of bytes."""

from __future__ import annotations

import codecs
import stat
import zlib
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import BinaryIO

from ..records import Value
from .errors import Empty, Hostile, SourceError, TooLarge, Truncated, Unreadable, WrongEncoding

CHUNK = 64 * 1024
_GZIP = b"\x1f\x8b"
_RATIO_FROM = 4 * 1024 * 1024


class Limits(Value):
    """How much a file may ask for, in bytes; the ratio is decompressed to compressed size.

    One PubMed record is some 6 kB, and the largest known (thousands of authors) a few MB;
    gzip shrinks record files some 10 times, and can be made to expand more than 1,000 times.
    """

    decompressed: int = 4 * 1024**3
    ratio: float = 200.0
    record: int = 64 * 1024**2
    field: int = 10 * 1000**2


class Source:
    """The bytes of a file in chunks of at most `CHUNK`, decompressed where it is gzip.

    `head` is the first chunk. Iterating gives all bytes, the head included, once.
    Raises Unreadable, Empty, Truncated, Hostile or TooLarge.
    """

    def __init__(self, path: Path, limits: Limits) -> None:
        self.file = str(path)
        self.limits = limits
        self._handle = _open(path)
        try:
            self._chunks = self._bounded(iter(lambda: self._handle.read(CHUNK), b""))
            self.head = next(self._chunks, b"")
            if not self.head.strip(b"\x00 \t\r\n"):
                raise Empty(self.file, "the file is empty")
        except BaseException:
            self._handle.close()
            raise

    def __iter__(self) -> Iterator[bytes]:
        yield self.head
        yield from self._chunks

    def close(self) -> None:
        """Let go of the file; iterating on gives nothing more."""
        self._chunks.close()
        self._handle.close()

    def _bounded(self, raw: Iterator[bytes]) -> Generator[bytes, None, None]:
        first = next(raw, b"")
        if first[:2] != _GZIP:
            total = len(first)
            yield first
            for chunk in raw:
                total += len(chunk)
                if total > self.limits.decompressed:
                    raise TooLarge(self.file, _too_many(self.limits.decompressed), None)
                yield chunk
            return
        yield from self._gunzip(first, raw)

    def _gunzip(self, first: bytes, raw: Iterator[bytes]) -> Iterator[bytes]:
        decoder = zlib.decompressobj(wbits=31)
        read, given, data = len(first), 0, first
        while True:
            try:
                out = decoder.decompress(data, CHUNK)
            except zlib.error as error:
                raise Truncated(
                    self.file, f"the gzip data is damaged ({error})", f"byte {read:,} of the file"
                ) from error
            if out:
                given += len(out)
                if given > self.limits.decompressed:
                    raise TooLarge(self.file, _too_many(self.limits.decompressed))
                taken = read - len(decoder.unconsumed_tail)
                if given > _RATIO_FROM and given > self.limits.ratio * taken:
                    raise Hostile(
                        self.file,
                        f"the gzip data expands more than {self.limits.ratio:g} times; "
                        "record files do so some 10 times",
                    )
                yield out
            if decoder.eof:
                data = decoder.unused_data.lstrip(b"\x00") or next(raw, b"").lstrip(b"\x00")
                if not data:
                    return
                decoder = zlib.decompressobj(wbits=31)
                continue
            data = decoder.unconsumed_tail
            if not data and len(out) < CHUNK:
                data = next(raw, b"")
                read += len(data)
                if not data:
                    raise Truncated(self.file, "the gzip data ends early", f"byte {read:,}")


def _open(path: Path) -> BinaryIO:
    file = str(path)
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise Unreadable(file, "this is a directory, not a file of records")
        if not stat.S_ISREG(mode):
            raise Unreadable(file, "this is not a regular file")
        return path.open("rb")
    except FileNotFoundError:
        raise Unreadable(file, "there is no such file") from None
    except SourceError:
        raise
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Unreadable(file, f"the file cannot be opened: {reason}") from error


def _too_many(limit: int) -> str:
    return f"the file holds more than {limit:,} bytes"


def text_encoding(head: bytes) -> str:
    """The encoding that a text's first bytes show: UTF-8 unless a mark says UTF-16."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    return "utf-8-sig"


def lines(source: Source) -> Iterator[tuple[int, str]]:
    """Numbered lines (from 1) without their ends; only CR and LF end a line.

    Raises WrongEncoding naming the line, and TooLarge for a line above `limits.field`.
    """
    encoding = text_encoding(source.head)
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    number, rest = 1, ""
    for chunk in source:
        rest += _decode(decoder, chunk, source.file, number, encoding, final=False)
        found = rest.replace("\r\n", "\n").split("\n") if "\n" in rest else [rest]
        rest = found.pop()
        for line in found:
            yield number, line.rstrip("\r")
            number += 1
        if len(rest) > source.limits.field:
            raise TooLarge(
                source.file,
                f"a line is longer than {source.limits.field:,} characters",
                f"line {number:,}",
            )
    rest += _decode(decoder, b"", source.file, number, encoding, final=True)
    if rest:
        yield number, rest.rstrip("\r")


def _decode(
    decoder: codecs.IncrementalDecoder,
    chunk: bytes,
    file: str,
    line: int,
    encoding: str,
    *,
    final: bool,
) -> str:
    try:
        return decoder.decode(chunk, final)
    except UnicodeDecodeError as error:
        at = line + error.object[: error.start].count(b"\n")
        name = "UTF-16" if encoding == "utf-16" else "UTF-8"
        raise WrongEncoding(file, f"the text is not valid {name}", f"line {at:,}") from error
