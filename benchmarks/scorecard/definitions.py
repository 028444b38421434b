"""The criterion badge on labelled records, and the definitions in the Methods of full texts."""

from __future__ import annotations

import tomllib
from pathlib import Path

from evidence_atlas.grading import grade
from evidence_atlas.reading import read
from evidence_atlas.records import Record
from evidence_atlas.sources import read_file

from . import own_definitions
from .figures import Section, share
from .sources import condition, labelled, record_of

EXPECTED = Path(__file__).with_name("fulltext_expected.toml")
KNOWN = {
    "40627437": "the illness is only one among several of a participant's illnesses",
    "41050528": "the illness is only one of the patient's illnesses",
    "41050647": "only some of the patients met the definition, and the badge is about everyone",
}
"""Labels that differ from the design, which rules the page; counted apart."""


def measure(data: Path) -> Section:
    """The badge with the labels' known differences in and out, and the full texts."""
    if not (data / "mecfs").is_dir():
        return own_definitions.measure(data)
    illness = condition()
    pairs, errors = [], []
    for row, label in labelled(data):
        record = record_of(row)
        reading = read(record, illness)
        got = own_definitions.badge_words(reading, grade(record, reading, illness))
        got = got.replace(" (loosely)", "")
        pairs.append((label["key"], label["pem"], got))
        if got != label["pem"]:
            errors.append({
                "id": label["key"], "wanted": label["pem"], "got": got,
                "known difference": KNOWN.get(label["key"], ""),
            })  # fmt: skip
    right = sum(w == g for _, w, g in pairs)
    ours = [(w, g) for key, w, g in pairs if key not in KNOWN]
    nobody = ("unclear", "not applicable")
    coarse = sum(w == g or (w in nobody and g in nobody) for _, w, g in pairs)
    most = max(sum(w == c for _, w, _ in pairs) for c in own_definitions.PEM) / len(pairs)
    figures = [
        share("badge right", right, len(pairs), constant=most, at_least=0.97,
              peer="two readings by a language model agree in 99 %"),
        share("badge right, known differences left out", sum(w == g for w, g in ours), len(ours)),
        share("badge right, unclear and not applicable as one", coarse, len(pairs)),
    ]  # fmt: skip
    found, wanted, given = 0, 0, 0
    expected = tomllib.loads(EXPECTED.read_text(encoding="utf-8"))["methods"]
    for pmcid, names in expected.items():
        file = data / "fulltext" / "jats_ccby" / f"{pmcid}.xml"
        for record in read_file(file) if file.is_file() else ():
            if not isinstance(record, Record):
                continue
            got_names = set(read(record, illness).case_definitions)
            found += len(got_names & set(names))
            wanted, given = wanted + len(names), given + len(got_names)
            if got_names != set(names):
                errors.append({"id": pmcid, "wanted": names, "got": sorted(got_names)})
    figures.append(share("full texts: definitions found", found, wanted, at_least=1.0))
    figures.append(share("full texts: definitions right", found, given, at_least=1.0))
    return Section(
        key="definitions",
        title="The criterion badge, and the Methods of open full texts",
        data="mecfs/labels_dev.jsonl; fulltext/jats_ccby",
        figures=tuple(figures),
        errors=tuple(errors),
        notes=("The Methods were read by us before any output was looked at.",),
    )
