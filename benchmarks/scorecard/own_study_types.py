"""The study type and the words of design on the project's own examples.

`benchmarks/examples/types_*.jsonl`, written by us. Rules and words were made with all of them at
hand, so their figures flatter. The cross-validated ones (`scripts/train_paper_words.py`, read
from `own_types_cv.json`) tell what the words add on texts not learnt from; the rules were written
with the examples in view, but not with the 302 later texts.

`new_types_*.jsonl` were written by somebody who saw neither the rules nor the older examples, many
of them to mislead. Rules were written with those of odd number in view; those of even number were
only scored: the figures to believe. Those of `new_types_d.jsonl` (`last`) were written by the
writer of later rules, in pairs of an odd and an even one on the same matter: a little less to
be believed. `designs_told.jsonl` (`told`) was written by somebody who had seen nothing of the
project: 45 trials whose design is told in ordinary words, and 55 papers that only speak of trials.
`design_words.jsonl` (`short`) holds 148 short texts in the words of many authors, written before
any rule or table had been read: trials, papers of the kinds that are hard to tell, and as many
that speak of chance, placebo, crossover or blinding without having any.
`designs_told_2.jsonl` (`told anew`): 200 texts, two in three of them about words of design, written
and labelled before any rule or older example had been read; `half` (by the SHA-1 of the id) says
which errors were looked at. 126 more of the same writer were all looked at.
`designs_told_3.jsonl` and `_4` (`any field`): 198 short texts of many fields on who knew, dummies
and open trials, and near-misses, in words as unlike each other as could be; labelled before any was
read by the program, halves as before. The last 40 were written with the rules for the first 158 in
view, to go past them. `designs_told_5.jsonl` (`turns`): 60 on crossover and placebo and what is
like them and is neither, labelled before any was read; halves as before.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from evidence_atlas.grading import STUDY_TYPES

from .design_words import ASKED, figures_of
from .figures import Figure, Section, macro_f1, per_class, share
from .halves import SEEN
from .sources import EXAMPLES, lines
from .study_types import Read, read_one

_TARGET = 0.95


_CV = Path(__file__).resolve().parent / "own_types_cv.json"


def examples(files: str, *, odd: bool = True, even: bool = True) -> list[Read]:
    """The project's examples, read and graded without publication types."""
    return [
        read_one(row, (row["study_type"], *row["also"]), row, types=False)
        for path in sorted(EXAMPLES.glob(files))
        for row in lines(path)
        if (odd if int(row["id"].rsplit("-", 1)[1]) % 2 else even)
    ]


def of_half(half: str, file: str = "designs_told_2.jsonl") -> list[Read]:
    """The texts of one half, read and graded without publication types."""
    return [
        read_one(row, (row["study_type"], *row["also"]), row, types=False)
        for row in lines(EXAMPLES / file)
        if row["half"] == half
    ]


def measure(data: Path, *, seen: bool = True) -> Section:
    """The share of right types; each class's precision and recall; the words of design.

    Without those `seen` only what rules were not written on is read: quicker, and what counts.
    """
    reads = examples("types_*.jsonl") if seen else []
    unseen = examples("new_types_[ab].jsonl", odd=False)
    later = examples("new_types_c.jsonl", odd=False)
    figures: list[Figure] = []
    last = examples("new_types_d.jsonl", odd=False)
    for name, found in (("unseen", unseen), ("unseen, later", later), ("unseen, last", last)):
        figures += _of_pairs(name, [r.pair for r in found])
        figures += figures_of([(r.label, r.design) for r in found], name)
    for name, file in (("told", "designs_told.jsonl"), ("short", "design_words.jsonl")):
        for half, which in (("only scored", {"odd": False}), ("looked at", {"even": False}))[
            : 1 + seen
        ]:
            held = examples(file, **which)
            figures += _of_pairs(f"{name}, {half}", [r.pair for r in held], each=False)
            figures += figures_of([(r.label, r.design) for r in held], f"{name}, {half}")
    anew = {half: of_half(half) for half in ("only scored", SEEN)[: 1 + seen]}
    for half, held in anew.items():
        figures += _of_pairs(f"told anew, {half}", [r.pair for r in held], each=False)
        figures += figures_of([(r.label, r.design) for r in held], f"told anew, {half}")
    fields = {
        half: of_half(half, "designs_told_3.jsonl") + of_half(half, "designs_told_4.jsonl")
        for half in ("only scored", SEEN)[: 1 + seen]
    }
    for half, held in fields.items():
        figures += _of_pairs(f"any field, {half}", [r.pair for r in held], each=False)
        figures += figures_of([(r.label, r.design) for r in held], f"any field, {half}")
    turns = {
        half: of_half(half, "designs_told_5.jsonl") for half in ("only scored", SEEN)[: 1 + seen]
    }
    for half, held in turns.items():
        figures += _of_pairs(f"turns, {half}", [r.pair for r in held], each=False)
        figures += figures_of([(r.label, r.design) for r in held], f"turns, {half}")
    looked_at = examples("new_types_*.jsonl", even=False) if seen else []
    if seen:
        figures += _of_pairs("new, looked at", [r.pair for r in looked_at])
        figures += figures_of([(r.label, r.design) for r in looked_at], "new, looked at")
    for name, counted in json.loads(_CV.read_text("utf-8")).items():
        held = [(w, g) for key, n in counted.items() for w, g in [key.split(" > ")] * n]
        figures += _of_pairs(f"cross-validated, {name}", held)
    if seen:
        figures += _of_pairs("seen", [r.pair for r in reads])
        figures += figures_of([(r.label, r.design) for r in reads], "seen")
    return Section(
        key="own_study_types",
        title="Study type and words of design on our own examples",
        data=f"{len(unseen) + len(later) + len(last)} unseen examples, {len(looked_at)} looked at, "
        f"{len(reads)} older, all seen, and 302 later texts, cross-validated",
        figures=tuple(figures),
        errors=(
            *({"key": r.key, "want": r.want, "got": r.got} for r in reads if not r.right),
            *_errors(anew.get(SEEN, ())),
            *_errors(fields.get(SEEN, ())),
            *_errors(turns.get(SEEN, ())),
        ),
        notes=(
            "The word model has learnt from the examples: the figures called seen say nothing of "
            "new texts. Cross-validated: by word models that did not learn from the text; the "
            "rules were written with the examples in view, not with the later texts.",
        ),
    )


def _errors(reads: Iterable[Read]) -> Iterator[dict[str, object]]:
    """What was read otherwise than labelled: the study type and the words of design."""
    for r in reads:
        if not r.right:
            yield {"key": r.key, "want": r.want, "got": r.got}
        for name, field, value in ASKED:
            want, got = r.label[field] == value, getattr(r.design, field) == value
            if want != got and field not in r.label["doubt"]:
                yield {"key": r.key, "asked": name, "want": want, "got": got}


def _of_pairs(
    name: str, pairs: Sequence[tuple[str, str | None]], *, each: bool = True
) -> Iterator[Figure]:
    kinds = [t for t in STUDY_TYPES if any(t == want for want, _ in pairs)]
    most = Counter(want for want, _ in pairs).most_common(1)[0][1] / len(pairs)
    right = sum(want == got for want, got in pairs)
    yield share(f"{name}: right type", right, len(pairs), constant=most, at_least=_TARGET)
    yield Figure(f"{name}: macro-F1", macro_f1(pairs, kinds), len(pairs))
    if not each:
        return
    for kind, (_, _, _, n) in per_class(pairs, kinds).items():
        hit = sum(w == g == kind for w, g in pairs)
        given = sum(g == kind for _, g in pairs)
        yield share(f"{name}: {kind}, precision", hit, given, at_least=_TARGET)
        yield share(f"{name}: {kind}, recall", hit, n, at_least=_TARGET)
