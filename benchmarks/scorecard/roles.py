"""How well the parts of an abstract are told apart when its authors' labels are hidden."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from evidence_atlas.reading.roles import guess as role_guess

from .figures import Figure, Section, bootstrap, per_class, weighted_f1
from .role_data import FILE, ROLES, Labelled, load

_TRAINED = Path(__file__).with_name("roles_cv.json")
_HELD_OUT = 0
_PEERS = (
    "on PubMed 20k RCT, trials only: logistic regression 0.83, a conditional random field 0.90 "
    "(Dernoncourt 2017), HSLN 0.926 (Jin 2018)"
)
_NOTES = (
    "Cross-validated: from roles_cv.json, which scripts/train_roles.py writes; five readers, each "
    "scored on the fifth of the abstracts that it was not trained on. Not recomputed here.",
    "Held-out tenth: computed here, with the weights that ship. That tenth, by a hash of the "
    "PMID, is never trained on; abstracts of one title go together.",
    "The features and the strength of regularisation were chosen on two tenths of the same "
    "abstracts; how much the order and results weigh, by the findings found on the development "
    "records with an eye on another fifth, which includes the held-out tenth.",
    "Authors differ in whether the aim stands under Background, under Objective, or the "
    "background under Objective; most errors are there. 'As one' counts the two as one part.",
)

Pairs = Sequence[tuple[str, str]]


def measure(data: Path) -> Section:
    """The cross-validated figures as trained, and the shipped reader on its held-out tenth."""
    trained = json.loads(_TRAINED.read_text(encoding="utf-8"))
    crossed = [
        pair
        for want, row in trained["counts"].items()
        for got, n in row.items()
        for pair in [(want, got)] * n
    ]
    held = [_read(a) for a in load(data) if a.tenth == _HELD_OUT]
    low, high = bootstrap(held, _score)
    pairs = _joined(held)
    figures = (
        _overall("cross-validated: weighted F1", crossed, trained["low"], trained["high"]),
        *_by_part("cross-validated", crossed),
        _overall("held-out tenth: weighted F1", pairs, low, high),
        *_by_part("held-out tenth", pairs),
    )
    title = "The part of each sentence, labels hidden"
    abstracts = f"{FILE}: {trained['abstracts']:,} abstracts, {len(held)} of them held out"
    return Section("roles", title, abstracts, figures, notes=_NOTES)


def _read(abstract: Labelled) -> Pairs:
    got = role_guess.guess(abstract.sentences, [None] * len(abstract.sentences))
    return list(zip(abstract.roles, got, strict=True))


def _joined(documents: Iterable[Pairs]) -> Pairs:
    return [pair for pairs in documents for pair in pairs]


def _score(documents: Sequence[Pairs]) -> float:
    return weighted_f1(_joined(documents), ROLES)


def _overall(name: str, pairs: Pairs, low: float, high: float) -> Figure:
    constant = max(weighted_f1([(want, role) for want, _ in pairs], ROLES) for role in ROLES)
    return Figure(name, weighted_f1(pairs, ROLES), len(pairs), low, high, constant, _PEERS)


def _by_part(of: str, pairs: Pairs) -> list[Figure]:
    """Precision, recall and F1 of each part, and the score with the opening taken as one."""
    found = []
    for role, (precision, recall, f1, n) in per_class(pairs, ROLES).items():
        got = sum(1 for _, read in pairs if read == role)
        found.append(Figure(f"{of}: {role}, precision", precision, got))
        found.append(Figure(f"{of}: {role}, recall", recall, n))
        found.append(Figure(f"{of}: {role}, F1", f1, n))
    one = [(_opening(want), _opening(read)) for want, read in pairs]
    name = f"{of}: weighted F1, background and aim as one"
    return [*found, Figure(name, weighted_f1(one, ROLES), len(one))]


def _opening(role: str) -> str:
    return "background" if role == "aim" else role
