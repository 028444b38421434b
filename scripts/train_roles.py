"""Train the sentence-role reader and write its weights.

    python scripts/train_roles.py DATA

DATA is a folder with `sentence_roles/sentence_roles_nlmcategory.jsonl.gz`: PubMed abstracts
with NLM's category of each section. The score by five-fold cross-validation, whole
abstracts held out, is printed and written to `benchmarks/scorecard/roles_cv.json`; the
weights that ship are trained on nine tenths. The first tenth is never trained on.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from role_model import Chain

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.scorecard.figures import bootstrap, weighted_f1  # noqa: E402
from benchmarks.scorecard.role_data import ROLES, Labelled, load  # noqa: E402

from evidence_atlas.reading.roles import features as role_features  # noqa: E402
from evidence_atlas.reading.roles import guess as role_guess  # noqa: E402
from evidence_atlas.reading.roles import weights as role_weights  # noqa: E402
from evidence_atlas.records.reading import Role  # noqa: E402

WEIGHTS = ROOT / "src/evidence_atlas/reading/tables/role_weights.txt"
SCORES = ROOT / "benchmarks/scorecard/roles_cv.json"
HELD_OUT = 0
FOLDS = 5
SEEN_OFTEN = 8
SHORTENED = 0.4

Pairs = list[tuple[Role, Role]]


def states(roles: Sequence[Role]) -> list[int]:
    """The state of each sentence: an opening of one part only has states of its own."""
    both = {"background", "aim"} <= set(roles)
    own = {} if both else role_weights.ALONE
    return [own.get(role, role_weights.STATES.index(role)) for role in roles]


def shortened(abstracts: Sequence[Labelled]) -> list[Labelled]:
    """Some of the abstracts again with one part left out, as abstracts without labels are."""
    dice, found = random.Random(1), []
    for a in abstracts:
        if dice.random() < SHORTENED and len(set(a.roles)) > 2:
            gone = dice.choice(sorted(set(a.roles)))
            kept = [(s, r) for s, r in zip(a.sentences, a.roles, strict=True) if r != gone]
            words, roles = zip(*kept, strict=True)
            found.append(Labelled(a.pmid, a.tenth, words, roles))
    return found


def train(abstracts: Sequence[Labelled]) -> str:
    """The weights, as written in the table."""
    abstracts = [*abstracts, *shortened(abstracts)]
    seen = [role_features.of_sentences(a.sentences) for a in abstracts]
    often = Counter(f for document in seen for sentence in document for f in sentence)
    names = sorted(f for f, n in often.items() if n >= SEEN_OFTEN)
    number = {name: i for i, name in enumerate(names)}
    documents = [[[number[f] for f in s if f in number] for s in document] for document in seen]
    alone = [" " in name for name in names]
    k = len(role_weights.STATES)
    weights, steps = Chain(documents, [states(a.roles) for a in abstracts], alone, k).fit()
    rows = []
    for name, only, row in zip(names, alone, (weights * 100).round().astype(int), strict=True):
        numbers = row[: k if only else 3 * k].tolist()
        if any(numbers):
            rows.append((name, numbers))
    return role_weights.lines(rows, (steps * 100).round().astype(int).tolist())


def read(abstracts: Sequence[Labelled], weights: str) -> list[Pairs]:
    """The labels and what is read with the labels hidden, by abstract."""
    parsed = role_weights.parse(weights)
    return [
        list(
            zip(a.roles, role_guess.guess(a.sentences, [None] * len(a.roles), parsed), strict=True)
        )
        for a in abstracts
    ]


def score(documents: Sequence[Pairs]) -> float:
    return weighted_f1([pair for pairs in documents for pair in pairs], ROLES)


def cross_validate(abstracts: Sequence[Labelled]) -> list[Pairs]:
    """What is read in each fold by a reader trained on the others."""
    found: list[Pairs] = []
    for fold in range(FOLDS):
        held = [a for a in abstracts if a.tenth % FOLDS == fold]
        rest = [a for a in abstracts if a.tenth % FOLDS != fold]
        pairs = read(held, train(rest))
        print(f"fold {fold + 1}: weighted F1 {score(pairs):.4f}", flush=True)
        found += pairs
    return found


def report(found: Sequence[Pairs]) -> dict[str, object]:
    """The cross-validated counts, and the interval of their score over abstracts."""
    low, high = bootstrap(found, score)
    counts = Counter(pair for pairs in found for pair in pairs)
    return {
        "abstracts": len(found),
        "folds": FOLDS,
        "low": round(low, 4),
        "high": round(high, 4),
        "counts": {want: {got: counts[want, got] for got in ROLES} for want in ROLES},
    }


def main(data: Path) -> None:
    abstracts = load(data)
    weights = train([a for a in abstracts if a.tenth != HELD_OUT])
    WEIGHTS.write_text(weights, encoding="utf-8")
    held = read([a for a in abstracts if a.tenth == HELD_OUT], weights)
    print(f"held-out tenth: weighted F1 {score(held):.4f}; {len(weights):,} characters", flush=True)
    found = cross_validate(abstracts)
    figures = report(found)
    SCORES.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    print(f"weighted F1 {score(found):.4f} ({figures['low']} to {figures['high']})")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
