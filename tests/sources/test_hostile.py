"""Files that are broken, mistaken or built to harm end in a clear error, in little memory."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
from pathlib import Path

import pytest

from evidence_atlas.records import Item, Record
from evidence_atlas.sources import (
    Empty,
    Hostile,
    Limits,
    Malformed,
    NotARecordFile,
    SourceError,
    TooLarge,
    Truncated,
    Unreadable,
    WrongEncoding,
    read_file,
)

from .pubmed_samples import TAIL, a_set, article

LAUGHS = "".join(f'<!ENTITY lol{n} "{f"&lol{n - 1};" * 10 if n else "lol"}">' for n in range(10))
BODY = a_set(article("1", "&lol9;")).split("<PubmedArticleSet>")[1]
MEDLINE = "PMID- 1\nTI  - A title\n"


@pytest.mark.parametrize(
    ("content", "error", "says"),
    [
        (b"", Empty, "empty"),
        (b" \n\n ", Empty, "empty"),
        (gzip.compress(b"", mtime=0), Empty, "empty"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", NotARecordFile, "a PDF document"),
        (b"PK\x03\x04rest", NotARecordFile, "ZIP"),
        (gzip.compress(gzip.compress(b"x", mtime=0), mtime=0), NotARecordFile, "gzip inside gzip"),
        (b"<!DOCTYPE html>\n<html><body>502</body></html>", NotARecordFile, "HTML page"),
        (b"<html><body>Bad gateway</body></html>", NotARecordFile, "HTML page"),
        (b"<?xml version='1.0'?><eSearchResult/>", NotARecordFile, "<eSearchResult>"),
        (b"just some words\n", NotARecordFile, "neither PubMed XML"),
        (b"TY  - JOUR\nTI  - A title\nER  - \n", NotARecordFile, "RIS"),
        (b'[{"title": "A title"}]', NotARecordFile, "one JSON object a line"),
        (b"\x00\x01\x02\x03", NotARecordFile, "neither PubMed XML"),
        (b"<?xml version='1.0' encoding='UTF-7'?><PubmedArticleSet/>", WrongEncoding, "UTF-7"),
        (MEDLINE.encode() + b"AB  - caf\xe9\n", WrongEncoding, "line 3"),
        (b'{"title": "caf\xe9"}\n', WrongEncoding, "line 1"),
        (a_set(article("1", "café")).encode("latin-1"), WrongEncoding, "line 4"),
        (a_set("<PubmedArticle></Oops>").encode(), Malformed, "line 4"),
        (a_set(article()).removesuffix(TAIL).encode(), Truncated, "after item 1"),
        (gzip.compress(a_set(article()).encode(), mtime=0)[:-12], Truncated, "gzip"),
        (
            f"<!DOCTYPE PubmedArticleSet [{LAUGHS}]><PubmedArticleSet>{BODY}".encode(),
            Hostile,
            "entities",
        ),
        (
            b"<!DOCTYPE PubmedArticleSet [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
            b"<PubmedArticleSet/>",
            Hostile,
            "entities",
        ),
        (
            b"<!DOCTYPE PubmedArticleSet [<!ENTITY % x SYSTEM 'http://localhost/x.dtd'> %x;]>"
            b"<PubmedArticleSet/>",
            Hostile,
            "entities",
        ),
        (
            f"<!DOCTYPE PubmedArticleSet [{LAUGHS}]><PubmedArticleSet>{BODY}".encode("utf-16"),
            Hostile,
            "entities",
        ),
    ],
)
def test_what_is_no_sound_file_of_records(
    tmp_path: Path, content: bytes, error: type[SourceError], says: str
) -> None:
    path = tmp_path / "records.xml"
    path.write_bytes(content)
    with pytest.raises(error) as caught:
        list(read_file(path))
    assert type(caught.value) is error
    assert str(path) in str(caught.value) and says in str(caught.value)


def test_what_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path, says in (
        (tmp_path / "missing.xml", "no such file"),
        (tmp_path, "a directory"),
        (tmp_path / "pipe", "not a regular file"),
        (tmp_path / ("x" * 300), "cannot be opened"),
    ):
        with pytest.raises(Unreadable) as caught:
            list(read_file(path))
        assert str(path) in str(caught.value) and says in str(caught.value)


def test_records_before_the_break_are_given(tmp_path: Path) -> None:
    path = tmp_path / "cut.xml"
    path.write_text(a_set(article("1"), article("2"))[:-60])
    taken: list[Item] = []
    with pytest.raises(Truncated):
        for item in read_file(path):
            taken.append(item)
    assert [i.pmid for i in taken if isinstance(i, Record)] == ["1"]


@pytest.mark.parametrize(
    ("limits", "says"),
    [
        (Limits(decompressed=5000), "more than 5,000 bytes"),
        (Limits(record=200_000), "a record is larger than 200,000 bytes"),
    ],
)
def test_limits_are_kept(tmp_path: Path, limits: Limits, says: str) -> None:
    path = tmp_path / "large.xml"
    path.write_text(a_set(article("1", abstract="<AbstractText>x</AbstractText>" * 20_000)))
    with pytest.raises(TooLarge) as caught:
        list(read_file(path, limits))
    assert says in str(caught.value)


def test_an_honest_file_that_shrinks_well_is_no_bomb(tmp_path: Path) -> None:
    path = tmp_path / "alike.xml.gz"
    path.write_bytes(gzip.compress(a_set(*(article(str(n)) for n in range(1, 3001))).encode()))
    assert sum(1 for _ in read_file(path)) == 3000


MEASURE = """
import resource, sys
from evidence_atlas.sources import SourceError, read_file
list(read_file(sys.argv[2]))
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    list(read_file(sys.argv[1]))
except SourceError as error:
    print(type(error).__name__)
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


def write_gzip_bomb(path: Path) -> None:
    with gzip.open(path, "wb", compresslevel=9) as out:
        out.write(a_set().removesuffix(TAIL).encode())
        for _ in range(64):
            out.write(b" " * 1024 * 1024)


def write_huge_element(path: Path) -> None:
    path.write_text(
        a_set(article("1", abstract=f"<AbstractText>{'x' * 50_000_000}</AbstractText>"))
    )


def write_huge_attribute(path: Path) -> None:
    path.write_text(a_set(f'<PubmedArticle a="{"x" * 50_000_000}"/>'))


def write_huge_line(path: Path) -> None:
    path.write_text(f"PMID- 1\nTI  - {'x' * 50_000_000}\n")


def write_huge_record(path: Path) -> None:
    path.write_text("PMID- 1\n" + f"AB  - {'x' * 900}\n" * 80_000)


def write_deep(path: Path) -> None:
    path.write_text(a_set("<PubmedArticle>" + "<a>" * 100_000))


@pytest.mark.parametrize(
    ("write", "error", "megabytes"),
    [
        (write_gzip_bomb, "Hostile", 40),
        (write_huge_element, "TooLarge", 64),
        (write_huge_attribute, "TooLarge", 64),
        (write_huge_line, "TooLarge", 64),
        (write_huge_record, "TooLarge", 250),
        (write_deep, "TooLarge", 64),
    ],
)
def test_memory_stays_small(tmp_path: Path, write, error: str, megabytes: int) -> None:  # type: ignore[no-untyped-def]
    bad, good = tmp_path / "bad", tmp_path / "good"
    write(bad)
    good.write_text(a_set(article()))
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, str(bad), str(good)],
        capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    name, grown = done.stdout.split()
    assert name == error
    assert int(grown) < megabytes
