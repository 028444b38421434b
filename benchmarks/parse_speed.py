"""How fast is PubMed XML read, beside a plain lxml loop in the same run?

Usage: python benchmarks/parse_speed.py FILE.xml.gz [--rounds N]

The plain loop takes a few fields (PMID, title, labelled abstract, authors with affiliations,
types, MeSH, identifiers, journal, year) into dictionaries, as a short script would. Ours
takes every field, a hash of the record, and refuses hostile files. Each round is a fresh
process, the two in turn; the best round of each counts, in processor seconds.
"""

from __future__ import annotations

import argparse
import gzip
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from lxml import etree

from evidence_atlas.records import Record
from evidence_atlas.sources import read_file


def ours(path: str) -> int:
    """The number of records that our reader gives."""
    return sum(1 for item in read_file(path) if isinstance(item, Record))


def plain(path: str) -> int:
    """The number of records that a plain loop gives."""
    count = 0
    with gzip.open(path) if path.endswith(".gz") else Path(path).open("rb") as file:
        for _, element in etree.iterparse(file, tag="PubmedArticle"):
            _fields(element)
            count += 1
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    return count


def _fields(element: Any) -> dict[str, Any]:
    citation = element.find("MedlineCitation")
    article = citation.find("Article")
    return {
        "pmid": citation.findtext("PMID"),
        "title": "".join(article.find("ArticleTitle").itertext()),
        "abstract": [
            (t.get("Label"), "".join(t.itertext()))
            for t in article.iterfind("Abstract/AbstractText")
        ],
        "authors": [
            (
                a.findtext("LastName"),
                a.findtext("ForeName"),
                [x.text for x in a.iterfind("AffiliationInfo/Affiliation")],
            )
            for a in article.iterfind("AuthorList/Author")
        ],
        "types": [t.text for t in article.iterfind("PublicationTypeList/PublicationType")],
        "mesh": [
            (h.findtext("DescriptorName"), [q.text for q in h.iterfind("QualifierName")])
            for h in citation.iterfind("MeshHeadingList/MeshHeading")
        ],
        "ids": {
            i.get("IdType"): i.text for i in element.iterfind("PubmedData/ArticleIdList/ArticleId")
        },
        "journal": article.findtext("Journal/Title"),
        "year": article.findtext("Journal/JournalIssue/PubDate/Year"),
    }


READERS: dict[str, Callable[[str], int]] = {"ours": ours, "plain": plain}


def one_round(name: str, path: str) -> None:
    """Read once and print what it took as JSON."""
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start, wall = time.process_time(), time.perf_counter()
    count = READERS[name](path)
    spent, waited = time.process_time() - start, time.perf_counter() - wall
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps([count, spent, waited, peak / 1024, (peak - memory) / 1024]))


def main() -> None:
    """Rounds in turn, the best of each, and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--one", choices=sorted(READERS))
    arguments = parser.parse_args()
    if arguments.one:
        one_round(arguments.one, arguments.file)
        return
    best: dict[str, list[float]] = {}
    for _ in range(arguments.rounds):
        for name in READERS:
            command = [sys.executable, __file__, arguments.file, "--one", name]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            result = json.loads(done.stdout)
            if name not in best or result[1] < best[name][1]:
                best[name] = result
    for name, (count, spent, waited, peak, grown) in best.items():
        print(
            f"{name:5} {count:,} records, {spent:.2f} s processor ({waited:.2f} s), "
            f"{count / spent:,.0f} records/s, peak {peak:.0f} MB ({grown:+.0f} MB while reading)"
        )
    print(f"ours / plain, time: {best['ours'][1] / best['plain'][1]:.2f}")


if __name__ == "__main__":
    main()
