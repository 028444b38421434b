"""How readable the pages are, and how much they sound alike.

    python -m benchmarks.pages DATA [--write FOLDER] [--sample N]

DATA is the folder of real records; its `mecfs/` part is read, graded, written and checked as one
atlas, so that pages tell of one another, and `plain_language/` holds Cochrane's plain-language
summaries, measured the same way. Readability is textstat 0.7.4 (Flesch–Kincaid grade, Kincaid et
al. 1975; later versions download a corpus when used). Sameness: of `N` pages (100), the share of
the sentences of a section that occur, nouns and numbers aside, on more than one in ten of them;
beside it stands what was measured before anything was done about it (`pages_before.json`).
Pages that say only what a record is (no readable abstract) are left out of both. Told: of the
results read in the abstracts, those on whose words a statement on what was found rests. Held:
pages that the gate keeps back. Other studies: what pages say of studies that ask the same.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median, quantiles

from benchmarks.scorecard.sources import condition, lines, record_of
from benchmarks.together import Written, together

from evidence_atlas.checking import held
from evidence_atlas.records import Page, QuoteSupport, Reading, Record

RECORDS = ("records_dev.jsonl", "records_unlabelled.jsonl", "longcovid_records.jsonl.gz")
SECTIONS = ("observed_findings", "why_it_matters", "remaining_questions", "does_not_prove")
TELL_FINDINGS = frozenset({"quick_summary", "observed_findings", "inferred_conclusions"})
BEFORE = Path(__file__).with_name("pages_before.json")
"""Sameness as it was first measured: the commit, and the figures of each section."""
OFTEN = 0.1
"""A sentence is one of many where more than this share of the pages has it."""

_SENTENCE_END = re.compile(r"(?<=[.!?])[”\"')]*\s+(?=[A-Z0-9“\"(])")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_FRAME_WORDS = """
    a about abstract after all also an and any are around as at atlas author authors be been
    before between both but by can cannot chance change changed clear clearly compare compared
    could did differ difference do does during each early either fell few find finding for found
    from get give given gives got group groups had has have here higher how however if in into is
    it its know known less level limit link longer lower main may mention might more most much no
    nobody none nor not nothing of on one only or other others people prove put rated result
    results rose said same say says seen set should show shown shows since small so some someone
    start still studied studies study such than that the their them then there these they thing
    this those time to together told two under was were what when where whether which who whole
    whom whose why will with without worse would write better was-not"""
_FRAME = frozenset(_FRAME_WORDS.split())
"""The words of frames: articles, verbs of telling, quantities. Every other word is taken for a
noun of the study (what it measured, in whom, with what) and set aside, as numbers are."""


@dataclass(frozen=True)
class Readability:
    """Flesch–Kincaid grades and lengths over many texts; percentiles by linear interpolation."""

    name: str
    texts: int
    grade_median: float
    grade_95: float
    sentence_median: float
    words_median: float
    words_most: int


@dataclass(frozen=True)
class Sameness:
    """Of a section's sentences on the sampled pages, those that are on many of them."""

    section: str
    pages: int
    sentences: int
    often: int
    most_common: str

    @property
    def share(self) -> float:
        return self.often / self.sentences if self.sentences else 0.0


@dataclass(frozen=True)
class Told:
    """Of the results that were read in the abstracts, how many are told on the pages."""

    results: int
    told: int


@dataclass(frozen=True)
class Whole:
    """Of the pages of one atlas: how many have a picture, are held, tell of others' studies."""

    pages: int
    pictures: int
    held: int
    tell_of_others: int
    said_of_others: int


def sentences(text: str) -> list[str]:
    return [s for s in _SENTENCE_END.split(text.strip()) if _WORD.search(s)]


def readability(name: str, texts: Iterable[str]) -> Readability:
    """Figures over all texts that hold words."""
    import textstat  # here, so that sameness can be measured without it

    held = [t for t in texts if _WORD.search(t)]
    grades = [float(textstat.flesch_kincaid_grade(t)) for t in held]
    lengths = [len(s.split()) for t in held for s in sentences(t)]
    words = [len(t.split()) for t in held]
    return Readability(
        name=name,
        texts=len(held),
        grade_median=round(median(grades), 1),
        grade_95=round(quantiles(grades, n=20, method="inclusive")[-1], 1),
        sentence_median=median(lengths),
        words_median=median(words),
        words_most=max(words),
    )


def frame(sentence: str) -> str:
    """A sentence without nouns and numbers: its frame words, each run of others as one place."""
    out: list[str] = []
    for word in re.findall(r"[A-Za-z][A-Za-z'’-]*|\d[\d.,%]*", sentence):
        place = word.casefold() if word.casefold() in _FRAME else "…"
        if place != "…" or not out or out[-1] != "…":
            out.append(place)
    return " ".join(out)


def sameness(pages: list[Page], section: str) -> Sameness:
    """How much of one section is the same on many pages."""
    frames = [
        [frame(s) for st in page.statements() if st.section == section for s in sentences(st.text)]
        for page in pages
    ]
    on = Counter(f for found in frames for f in set(found))
    often = {f for f, n in on.items() if n > OFTEN * len(pages)}
    every = [f for found in frames for f in found]
    first = max(often, key=lambda f: (on[f], f), default="")
    return Sameness(
        section=section,
        pages=sum(bool(f) for f in frames),
        sentences=len(every),
        often=sum(f in often for f in every),
        most_common=f"{first} ({on[first]} pages)" if first else "",
    )


def having(pages: list[Page]) -> dict[str, int]:
    """How many of the pages have each section."""
    return {
        section: sum(any(st.section == section for st in page.statements()) for page in pages)
        for section in SECTIONS
    }


def written(folder: Path) -> Iterator[Written]:
    """The page of every record, as one atlas has them."""
    return together(_records(folder), condition())


def _records(folder: Path) -> Iterator[Record]:
    for name in RECORDS:
        yield from map(record_of, lines(folder / name))


def results_told(made: Iterable[tuple[Page, Reading]]) -> Told:
    """How many results stand, with a word at least, in what a statement on findings rests on."""
    results = told = 0
    for page, reading in made:
        held = [
            (s.start, s.end)
            for statement in page.statements() if statement.section in TELL_FINDINGS
            for s in statement.support
            if isinstance(s, QuoteSupport) and s.field == "abstract"
        ]  # fmt: skip
        own = [r.quote.start for r in reading.results if r.quote.field == "abstract"]
        results += len(own)
        told += sum(any(start <= at < end for start, end in held) for at in own)
    return Told(results, told)


def spread(pages: list[Page], n: int) -> list[Page]:
    """`n` of the pages, at even steps, so that every run takes the same."""
    return pages if len(pages) <= n else [pages[i * len(pages) // n] for i in range(n)]


def quick(page: Page) -> str:
    return " ".join(s.text for s in page.statements() if s.section == "quick_summary")


def whole(made: Iterable[Written]) -> Whole:
    """Figures of the pages of one atlas."""
    pages = pictures = kept_back = 0
    others = []
    for one in made:
        pages += 1
        pictures += one.page.picture is not None
        kept_back += held(one.flags())
        others.append(sum(s.section == "other_studies" for s in one.page.statements()))
    return Whole(pages, pictures, kept_back, sum(map(bool, others)), sum(others))


def before() -> tuple[str, list[Sameness]]:
    """Where sameness was first measured (commit and day), and what was found there."""
    held = json.loads(BEFORE.read_text(encoding="utf-8"))
    return f"{held['commit']}, {held['date']}", [Sameness(**row) for row in held["sameness"]]


def sameness_rows(
    alike: list[Sameness], sampled: int, on_all: dict[str, int], of_all: int
) -> list[str]:
    """Sameness before and now, and in plain words how often each section is written at all."""
    where, then = before()
    was = {s.section: s for s in then}
    rows = [
        "",
        "## Sameness",
        "",
        f"Of {sampled} pages at even steps: sentences that stand, nouns and numbers aside, on more",
        f"than one page in ten. Before: the same measurement at commit {where}, when it was first",
        "made.",
        "",
        "| section | share before | share now | pages that have it, before | now "
        "| sentences before | now | on many pages before | now | the commonest now |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    rows += [
        f"| {s.section} | {o.share:.1%} | {s.share:.1%} | {o.pages} | {s.pages} | {o.sentences} | "
        f"{s.sentences} | {o.often} | {s.often} | {s.most_common} |"
        for s in alike
        if (o := was.get(s.section))
    ]
    fewer = "; ".join(
        f"{s.section} on {s.pages} of {sampled}, was on {was[s.section].pages}"
        for s in alike
        if s.section in was and s.pages < was[s.section].pages
    )
    if fewer:
        rows += [
            "",
            f"Sections are also written on fewer pages than before: {fewer}.",
            "A share of few sentences says little. Of all pages, those that have the section:",
        ]
        rows += ["", *(f"- {section}: {n} of {of_all}" for section, n in on_all.items())]
    rows += ["", "The commonest sentences before:", ""]
    rows += [f"- {s.section}: {s.most_common}" for s in then]
    return rows


def markdown(
    read_as: list[Readability],
    alike: list[Sameness],
    sampled: int,
    found: Told,
    all_: Whole,
    on_all: dict[str, int],
) -> str:
    rows = [
        "# Pages",
        "",
        "Made with `make bench-pages`; the records are those of the development data.",
        "",
        "## Readability",
        "",
        "textstat 0.7.4. Aims for the Quick Summary: median grade at most 8, 95th percentile at",
        "most 10, median sentence at most 15 words, at most 80 words.",
        "",
        "| texts | n | median grade | 95th percentile | median sentence, words | median words "
        "| most words |",
        "|---|---|---|---|---|---|---|",
    ]
    rows += [
        f"| {r.name} | {r.texts} | {r.grade_median} | {r.grade_95} | {r.sentence_median:g} | "
        f"{r.words_median:g} | {r.words_most} |"
        for r in read_as
    ]
    rows += sameness_rows(alike, sampled, on_all, read_as[0].texts)
    rows += [
        "",
        "## Results told",
        "",
        f"Of {found.results:,} results read in the abstracts {found.told:,} are told on their",
        f"pages ({found.told / max(1, found.results):.1%}): a statement on what was found rests on",
        "their words.",
    ]
    rows += [
        "",
        "## The whole atlas",
        "",
        f"{all_.pages:,} pages, made together. Held by the gate: {all_.held}. With a picture: "
        f"{all_.pictures}.",
        f"{all_.tell_of_others} tell of other studies that ask the same, in "
        f"{all_.said_of_others} sentences.",
        "",
    ]
    return "\n".join(rows)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--write", type=Path, metavar="FOLDER")
    parser.add_argument("--sample", type=int, default=100)
    args = parser.parse_args()
    made = list(written(args.data / "mecfs"))
    pages = [one.page for one in made if one.page.bare is None]
    found = results_told((one.page, one.reading) for one in made if one.page.bare is None)
    cochrane = args.data / "plain_language" / "cochrane_val.target"
    read_as = [
        readability("Quick Summary", map(quick, pages)),
        readability("Cochrane plain-language summaries",
                    cochrane.read_text(encoding="utf-8").splitlines()),
    ]  # fmt: skip
    sample = spread(pages, args.sample)
    alike = [sameness(sample, section) for section in SECTIONS]
    all_ = whole(made)
    on_all = having(pages)
    text = markdown(read_as, alike, len(sample), found, all_, on_all)
    print(text)
    if args.write:
        args.write.mkdir(parents=True, exist_ok=True)
        figures = {
            "readability": [asdict(r) for r in read_as],
            "sameness": [asdict(s) | {"share": round(s.share, 4)} for s in alike],
            "pages_with_section": on_all,
            "sameness_before": json.loads(BEFORE.read_text(encoding="utf-8")),
            "whole": asdict(all_),
            "results": asdict(found),
        }
        (args.write / "pages.md").write_text(text, encoding="utf-8")
        (args.write / "pages.json").write_text(
            json.dumps(figures, indent=1, ensure_ascii=False, sort_keys=True) + "\n",
            encoding="utf-8",
        )


if __name__ == "__main__":
    main()
