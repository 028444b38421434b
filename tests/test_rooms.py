"""The law of the rooms that an import checker cannot see."""

import re
from pathlib import Path

import evidence_atlas

SOURCE = Path(evidence_atlas.__file__).parent
ILLNESS_WORDS = re.compile(
    r"ME/CFS|\bCFS\b|\bPEM\b|mecfs|myalgic|chronic.fatigue|post.?exertional|encephalomyelitis",
    re.IGNORECASE,
)
TEXT = {".py", ".toml", ".html", ".css", ".xml", ".txt", ".md", ".json", ".po", ".js", ".svg"}
DEFAULT_CONDITION = re.compile(r'DEFAULT_CONDITION = "mecfs"')


def test_no_word_of_the_first_illness_stands_in_the_engine():
    found = []
    for path in sorted(SOURCE.rglob("*")):
        if path.suffix not in TEXT or (SOURCE / "conditions" / "mecfs") in path.parents:
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if ILLNESS_WORDS.search(DEFAULT_CONDITION.sub("", line)):
                found.append(f"{path.relative_to(SOURCE)}:{number}: {line.strip()[:80]}")
    assert found == []


def test_the_word_test_would_find_a_word():
    assert ILLNESS_WORDS.search("people with chronic-fatigue syndrome")
    assert not ILLNESS_WORDS.search(DEFAULT_CONDITION.sub("", 'DEFAULT_CONDITION = "mecfs"'))
