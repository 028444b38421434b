"""One rule for all sides: the name of a treatment or measure is swapped, and nothing else changes.

In 200 real abstracts the treatment (or measure) named most often is put under another name, the
rest of the text, and so the facts of blinding, left as they are. No grade may change, nor any
word of the page: verbs, hedges and the order of sentences are compared with the swapped name,
what explains it, and what grammar asks of it ("was" or "were", "a" or "an"), taken out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

from benchmarks.together import alone

from evidence_atlas.checking.case import glossless
from evidence_atlas.grading import grade
from evidence_atlas.reading import read
from evidence_atlas.records import Record

from .figures import Section, share
from .sources import condition, lines, record_of

TREATMENTS = {
    "tiotrexone": r"\btiotrexone\b",
    "cognitive behavioural therapy": r"\bcognitive[- ]behaviou?r|\bCBT\b",
    "graded exercise therapy": r"\bexercises?\b|\bGET\b",
    "pacing": r"\bpacing\b",
}
"""Each name, and how a text speaks of the same otherwise: where it does, the name is not put in.

Two things under one name would be another study: "pacing or pacing" is no swap of words. Nor is
"exercise or graded exercise therapy", of which the first is rightly read as the second.
"""
IMMUNE = {
    "cytokine levels": r"\bcytokine|\binterleukin|\bIL-\d|\bT[NG]F\b",
    "antibody levels": r"\b(?:auto)?antibod|\bIg[GMAE]\b",
    "lymphocyte counts": r"\blymphocyt|\bT[- ]cells?\b|\bCD[48]\b",
}
PSYCHOLOGICAL = {
    "depression scores": r"\bdepress",
    "anxiety scores": r"\banxi",
    "pain scores": r"\bpain\b",
}
"""Of each kind the first of which the text does not speak otherwise."""
_TREATMENT = re.compile(
    r"\b(?:cognitive[- ]behaviou?r(?:al)? therapy|graded exercise therapy|pacing|yoga|acupuncture|"
    r"(?!cholesterol|myostatin)[a-z]{3,}(?:mab|vir|tinib|mycin|cillin|azole|statin|pril|olol|oxetine|trexone|setron|prazole|"
    r"sartan|dipine|profen|zepam|caine|glutide|gliptin|formin|terol|sone|prine|giline|dopa|cline))\b",
    re.IGNORECASE,
)
_MEASURE = re.compile(
    r"\b(?:(?:cytokine|antibody|cortisol|lymphocyte|immune cell) "
    r"(?:levels?|counts?|concentrations?)|"
    r"(?:depression|anxiety|distress|mood|stress) (?:scores?|ratings?|levels?)|"
    r"(?:depressive|anxiety) symptoms)\b",
    re.IGNORECASE,
)
MOST = 100
"""So many abstracts for treatments, and as many for measures."""
GRADES = ("study_type", "level", "certainty", "peer_review", "case_definition_quality")


def measure(data: Path) -> Section:
    """The share of swaps under which every grade stays."""
    figures, errors = [], []
    for name, pattern, kinds in (
        ("treatments swapped", _TREATMENT, tuple({k: p} for k, p in TREATMENTS.items())),
        ("measures swapped", _MEASURE, (IMMUNE, PSYCHOLOGICAL)),
    ):
        same = of = alike = steady = 0
        for row in _rows(data, pattern, kinds):
            versions = swapped(row, pattern, kinds)
            graded = [_grades(record_of(version)) for version in versions.values()]
            told = [_words(record_of(v), other) for other, v in versions.items()]
            alike += len(set(told)) == 1
            steady += all(_tells_alike(told[0], version) for version in told[1:])
            if not all(_tells_alike(told[0], version) for version in told[1:]):
                errors.append({"title": row["title"], "words": _first_difference(told)})
            of += 1
            same += len(set(graded)) == 1
            if len(set(graded)) > 1:
                errors.append({"title": row["title"], "grades": [list(g) for g in graded]})
        figures.append(share(name, same, of, at_least=1.0))
        figures.append(share(f"{name}: the same verbs, hedges and order", steady, of))
        figures.append(share(f"{name}: the same page, word for word", alike, of))
    return Section(
        key="even_handed",
        title="The same grades and words for all sides",
        data="200 abstracts of trials and of ME/CFS and long COVID, names swapped",
        figures=tuple(figures),
        errors=tuple(errors),
        notes=(
            f"Treatments are called {', '.join(TREATMENTS)} in turn; a measure by the first of "
            f"{', '.join(IMMUNE)}, and by the first of {', '.join(PSYCHOLOGICAL)}. A name that "
            "the text has already, for another thing, is not put in: two treatments, or two "
            "measures, under one name would be another study. In a trial that reports nothing but "
            "what was measured in the body, the design's step for surrogate outcomes rightly tells "
            "the two apart.",
        ),
    )


Kinds = tuple[dict[str, str], ...]


def _rows(data: Path, pattern: re.Pattern[str], kinds: Kinds) -> Iterator[dict[str, str]]:
    found = 0
    for row in _all(data):
        named = pattern.findall(f"{row['title']} {row['abstract']}")
        if found == MOST or len(named) < 2 or _shortened(row, named):
            continue
        if len(swapped(row, pattern, kinds)) > 1:
            found += 1
            yield row


def _shortened(row: dict[str, str], named: list[str]) -> bool:
    """Whether a bracket shortens a longer name that begins with one of these: "X fumarate (XF)".

    Under another name the letters would be those of nothing, and the text another.
    """
    text = f"{row['title']} {row['abstract']}"
    return any(
        re.search(
            rf"\b{re.escape(name)}(?: [a-z]+){{1,3}} \((?-i:{name[0].upper()}[A-Z]+)\)",
            text, re.IGNORECASE,
        )
        for name in {n.lower() for n in named}
    )  # fmt: skip


def _all(data: Path) -> Iterator[dict[str, str]]:
    for file in ("records_dev.jsonl", "records_unlabelled.jsonl", "longcovid_records.jsonl.gz"):
        for row in lines(data / "mecfs" / file):
            yield {"title": row["title"] or "", "abstract": row.get("abstract") or ""}
    for row in lines(data / "trial_outcomes" / "article_abstracts.jsonl.gz"):
        parts = [f"{p['label']}: {p['text']}" for p in row["abstract_parts"]]
        yield {"title": row["title"] or "", "abstract": "\n".join(parts)}


def swapped(
    row: dict[str, str], pattern: re.Pattern[str], kinds: Kinds
) -> dict[str, dict[str, str]]:
    """The text under one name of each kind, the first that it has for nothing else."""
    text = f"{row['title']} {row['abstract']}"
    names = Counter(m.lower() for m in pattern.findall(text))
    name = re.compile(rf"\b{re.escape(names.most_common(1)[0][0])}\b", re.IGNORECASE)
    rest = name.sub(" ", text)
    free = ([k for k, p in kind.items() if not re.search(p, rest, re.IGNORECASE)] for kind in kinds)
    return {
        found[0]: {key: name.sub(found[0], value) for key, value in row.items()}
        for found in free
        if found
    }


def _grades(record: Record) -> tuple[object, ...]:
    grades = grade(record, read(record, condition()), condition())
    key = condition().criterion
    return tuple(grades.value(g) for g in (*GRADES, *([key.key] if key else [])))


_SECTIONS = frozenset(
    {"quick_summary", "why_it_matters", "observed_findings", "inferred_conclusions",
     "remaining_questions", "does_not_prove", "limitations", "strengths", "fair_to_say"}
)  # fmt: skip
_ATLAS_NAMES = {
    "cytokine levels": ("cytokine",), "antibody levels": ("antibody", "antibodies"),
    "lymphocyte counts": ("T cells",), "depression scores": ("depression",),
    "anxiety scores": ("anxiety",), "pain scores": ("pain",),
}  # fmt: skip
_ARTICLE = re.compile(r"\b(?:an?|the) (?=NAME)", re.IGNORECASE)
_AGREES = re.compile(r"\bNAME (?:was|were)\b")


def _words(record: Record, name: str) -> tuple[str, ...]:
    """The sentences of the page, in order, without the swapped name and what explains words."""
    page = alone(record, condition()).page
    # A measure is called by its atlas name where a result is told: "depression", "cytokines".
    known = "|".join(sorted({re.escape(name), *_ATLAS_NAMES.get(name, ())}, key=len, reverse=True))
    named = re.compile(rf"\b(?:{known})s?\b", re.IGNORECASE)
    return tuple(
        _AGREES.sub("NAME was", _ARTICLE.sub("", named.sub("NAME", glossless(statement))))
        for statement in page.statements()
        if statement.section in _SECTIONS
    )


_TELLING = re.compile(
    r"(?:may|might|could|can|cannot|would|should|suggest\w*|conclude\w*|write|think|appear\w*|"
    r"seem\w*|clear\w*|better|worse|higher|lower|more|less|no|not|was|were|is|are|had|did|"
    r"rose|fell|improve\w*|reduce\w*|increase\w*|decrease\w*|worsen\w*|change\w*|differ\w*|"
    r"link\w*|associat\w*|show\w*|found|safe\w*|helped?|effect\w*|reason|only|all|some|most)",
    re.IGNORECASE,
)
"""Words by which a sentence tells: verbs, hedges, comparisons, quantities."""
_LIKE = 0.7


def _tells_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """No verb or hedge differs between two versions, and what both tell stands in one order.

    A sentence that only one of them has is set beside the likest of the other: a name that the
    reading does not know may be left out of a list, or a result go untold, but no sentence may
    tell of one name in other words than of another.
    """
    if [s for s in one if s in other] != [s for s in other if s in one]:
        return False
    return all(_same_telling(s, t) for s in one if s not in other for t in _likest(s, one, other))


def _likest(sentence: str, one: tuple[str, ...], other: tuple[str, ...]) -> list[str]:
    near = [(SequenceMatcher(None, sentence, t).ratio(), t) for t in other if t not in one]
    share, found = max(near, default=(0.0, ""))
    return [found] if share >= _LIKE else []


def _same_telling(one: str, other: str) -> bool:
    words = (Counter(w for w in re.findall(r"[\w'-]+", s) if _TELLING.fullmatch(w))
             for s in (one, other))  # fmt: skip
    return next(words) == next(words)


def _first_difference(told: list[tuple[str, ...]]) -> list[str]:
    """The sentences by which the versions differ first."""
    for at in range(max(map(len, told))):
        here = [version[at] if at < len(version) else "" for version in told]
        if len(set(here)) > 1:
            return list(dict.fromkeys(here))
    return []
