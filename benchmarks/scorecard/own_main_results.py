"""Whether the Quick Summary tells the study's main result: the project's sample records."""

from __future__ import annotations

from pathlib import Path

from evidence_atlas import conditions, sources
from evidence_atlas.records import Record

from .figures import Section
from .main_results import labels, section

SAMPLES = Path(conditions.__file__).resolve().parent / "mecfs" / "samples"


def samples() -> list[Record]:
    """The sample records, in the order of their files."""
    return [
        record
        for path in sorted(SAMPLES.glob("*.xml"))
        for record in sources.read_file(path)
        if isinstance(record, Record)
    ]


def measure(data: Path) -> Section:
    """The main result in Quick of the sample records."""
    # The one sample without a PMID is known by a digest of its title.
    held = {r.pmid or r.key: r for r in samples()}
    pairs = [(label, held[label.key]) for label in labels("samples")]
    return section(
        "own_main_results",
        "The main result in Quick, on the sample records",
        f"{len(pairs)} sample records, labels made with a language model",
        pairs,
    )
