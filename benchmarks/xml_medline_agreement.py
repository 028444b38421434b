"""Do PubMed XML and MEDLINE text of one record give equal values?

Usage: python benchmarks/xml_medline_agreement.py FILE.xml… [--most N]

Writes each record as MEDLINE text by NLM's field table (tests/sources/medline_writer.py),
reads both, and compares every field that MEDLINE can carry. Prints what differs.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

from evidence_atlas.records import Record
from evidence_atlas.sources import SourceError, read_file
from evidence_atlas.sources.medline_carried import carried

WRITER = Path(__file__).parent.parent / "tests" / "sources" / "medline_writer.py"


def main() -> int:
    """Compare; the exit code is 1 where any field differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--most", type=int, default=20)
    arguments = parser.parse_args()
    spec = importlib.util.spec_from_file_location("medline_writer", WRITER)
    assert spec and spec.loader
    writer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(writer)
    pairs, differing = 0, Counter[str]()
    with tempfile.TemporaryDirectory() as folder:
        for path in arguments.files:
            try:
                articles = ET.parse(path).getroot().findall("PubmedArticle")
                records = [r for r in read_file(path) if isinstance(r, Record)]
            except (SourceError, ET.ParseError) as error:
                print(f"left out: {error}")
                continue
            for article, ours in zip(articles, records, strict=False):
                if pairs >= arguments.most:
                    break
                pairs += 1
                text = Path(folder) / "record.nbib"
                text.write_text(writer.medline(article), encoding="utf-8")
                (other,) = read_file(text)
                assert isinstance(other, Record)
                one, two = carried(ours), carried(other)
                for field in one:
                    if one[field] != two[field]:
                        differing[field] += 1
                        print(f"PMID {ours.pmid} {field}:\n  XML     {one[field]!r:.300}")
                        print(f"  MEDLINE {two[field]!r:.300}")
    print(f"{pairs} pairs, {sum(differing.values())} fields differ {dict(differing)}")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
