"""Train the sentence-role reader and write its weights.

    python scripts/train_roles.py DATA

DATA is a folder with `sentence_roles/sentence_roles_nlmcategory.jsonl.gz`, PubMed abstracts
with NLM's category of each section, and `trial_outcomes/article_abstracts.jsonl.gz`, abstracts
of trials with their authors' labels, which are only learned from. The score by five-fold
cross-validation on the first, whole abstracts held out, is printed and written to
`benchmarks/scorecard/roles_cv.json`; the weights that ship are trained on nine tenths. The
first tenth is never trained on.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from role_model import Network

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.scorecard.figures import bootstrap, weighted_f1  # noqa: E402
from benchmarks.scorecard.role_data import ROLES, Labelled, load, plain, running_text  # noqa: E402

from evidence_atlas.reading import role_features, role_guess, role_weights, roles  # noqa: E402
from evidence_atlas.records.reading import Role  # noqa: E402

WEIGHTS = ROOT / "src/evidence_atlas/reading/tables/role_weights.txt"
SCORES = ROOT / "benchmarks/scorecard/roles_cv.json"
HELD_OUT = 0
FOLDS = 5
SEEN_OFTEN = 16
SHORTENED = 0.15
TRIALS = "trial_outcomes/article_abstracts.jsonl.gz"

Pairs = list[tuple[Role, Role]]


def states(of: Sequence[Role]) -> list[int]:
    """The state of each sentence: an opening of one part only has states of its own."""
    both = {"background", "aim"} <= set(of)
    own = {} if both else role_weights.ALONE
    return [own.get(role, role_weights.STATES.index(role)) for role in of]


def shortened(abstracts: Sequence[Labelled]) -> list[Labelled]:
    """Some of the abstracts again without a title and one part, as some records are."""
    dice, found = random.Random(1), []
    for a in abstracts:
        if dice.random() < SHORTENED and len(set(a.roles)) > 2:
            gone = dice.choice(sorted(set(a.roles)))
            kept = [(s, r) for s, r in zip(a.sentences, a.roles, strict=True) if r != gone]
            words, of = zip(*kept, strict=True)
            found.append(Labelled(a.pmid, a.tenth, words, of, title=""))
    return found


def trials(data: Path, measured: Sequence[Labelled]) -> Iterator[Labelled]:
    """Trials whose authors labelled at least three parts, none of them among those measured."""
    known = {a.pmid for a in measured} | {plain(a.title) for a in measured}
    with gzip.open(data / TRIALS, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    for row in rows:
        title = row["title"] or ""
        labels = [re.sub(r"[\s:.]+", " ", p["label"] or "").strip() for p in row["abstract_parts"]]
        named = [roles.of_label(label.lower()) if label else None for label in labels]
        parts = [
            (part["text"].strip(), role)
            for part, role in zip(row["abstract_parts"], named, strict=True)
            if role in ROLES and part["text"].strip()
        ]
        if len({role for _, role in parts}) >= 3 and not {row["pmid"], plain(title)} & known:
            words, of = running_text(parts)
            yield Labelled(row["pmid"], -1, tuple(words), tuple(of), title)


@cache
def features(abstract: Labelled) -> list[list[str]]:
    """What is seen of an abstract; of each once, whatever it is trained for."""
    return role_features.of_sentences(abstract.sentences, abstract.title)


def train(abstracts: Sequence[Labelled]) -> str:
    """The weights, as written in the table."""
    abstracts = [*abstracts, *shortened(abstracts)]
    seen = [features(a) for a in abstracts]
    often = Counter(f for document in seen for sentence in document for f in sentence)
    names = sorted(f for f, n in often.items() if n >= SEEN_OFTEN)
    number = {name: i for i, name in enumerate(names)}
    documents = [
        [sorted(number[f] for f in sentence if f in number) for sentence in document]
        for document in seen
    ]
    network = Network(len(names), len(role_weights.STATES))
    network.fit(documents, [states(a.roles) for a in abstracts])
    return role_weights.lines(["", *names], network.rounded())


def read(abstracts: Sequence[Labelled], weights: str) -> list[Pairs]:
    """The labels and what is read with the labels hidden, by abstract."""
    parsed = role_weights.parse(weights)
    return [
        list(
            zip(
                a.roles,
                role_guess.guess(a.sentences, [None] * len(a.roles), a.title, parsed),
                strict=True,
            )
        )
        for a in abstracts
    ]


def score(documents: Sequence[Pairs]) -> float:
    return weighted_f1([pair for pairs in documents for pair in pairs], ROLES)


def cross_validate(abstracts: Sequence[Labelled], more: Sequence[Labelled]) -> list[Pairs]:
    """What is read in each fold by a reader trained on the others."""
    found: list[Pairs] = []
    for fold in range(FOLDS):
        held = [a for a in abstracts if a.tenth % FOLDS == fold]
        rest = [a for a in abstracts if a.tenth % FOLDS != fold]
        pairs = read(held, train([*rest, *more]))
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
    more = list(trials(data, abstracts))
    weights = train([*(a for a in abstracts if a.tenth != HELD_OUT), *more])
    WEIGHTS.write_text(weights, encoding="utf-8")
    held = read([a for a in abstracts if a.tenth == HELD_OUT], weights)
    print(f"held-out tenth: weighted F1 {score(held):.4f}; {len(weights):,} characters", flush=True)
    found = cross_validate(abstracts, more)
    figures = report(found)
    SCORES.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    print(f"weighted F1 {score(found):.4f} ({figures['low']} to {figures['high']})")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
