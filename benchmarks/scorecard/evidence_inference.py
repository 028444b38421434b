"""Did the intervention raise, lower or not change the outcome: Evidence Inference, abstracts only.

Trained on the spot from the training articles, measured on the validation articles. No word of
a validation article, and no annotation of one, is seen in training.
"""

from __future__ import annotations

import csv
import math
import re
import zlib
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from .figures import Figure, Section, bootstrap, macro_f1, per_class, share
from .sources import lines, short
from .trial_answers import Softmax, bearing, features, stems

CLASSES = (-1, 0, 1)
NAMES = {
    -1: "significantly decreased",
    0: "no significant difference",
    1: "significantly increased",
}
_SPLIT = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9(])")
_ROLES = (
    ("results", re.compile(r"result|finding", re.I)),
    ("conclusions", re.compile(r"conclu|interpret|discuss|summary", re.I)),
    ("methods", re.compile(r"method|design|aim|objective|background|purpose|intro|setting|patients|"
                           r"interventions|measure|trial", re.I)),
)  # fmt: skip
_READ = 3
"""So many sentences that bear most on a question are heard, each by how much it bears."""


@dataclass
class Question:
    """One prompt: what is asked, of which article, and what the annotators answered."""

    asked: dict[str, str]
    answers: list[tuple[str, int]] = field(default_factory=list)
    label: int | None = None
    evidence: list[str] = field(default_factory=list)
    seen: dict[str, dict[str, float]] = field(default_factory=dict)

    @property
    def article(self) -> str:
        return self.asked["PMCID"]

    def features(self, text: str) -> dict[str, float]:
        if text not in self.seen:
            asked = self.asked
            names = features(text, asked["Outcome"], asked["Intervention"], asked["Comparator"])
            self.seen[text] = dict.fromkeys(names, 1.0)
        return self.seen[text]


Abstract = list[tuple[str, str, float]]


def _abstracts(folder: Path, wanted: set[str]) -> dict[str, Abstract]:
    """Each article's sentences, with the part of the abstract they stand in and their place."""
    found: dict[str, Abstract] = {}
    for row in lines(folder / "article_abstracts.jsonl.gz"):
        if row["pmcid"] not in wanted:
            continue
        said: list[tuple[str, str]] = []
        for part in row["abstract_parts"]:
            label = part["label"] or ""
            role = next((name for name, pattern in _ROLES if pattern.search(label)), "other")
            text = re.sub(r"\s+", " ", part["text"])
            said += [(s, role) for s in _SPLIT.split(text) if len(s) > 15]
        found[row["pmcid"]] = [(s, role, k / len(said)) for k, (s, role) in enumerate(said)]
    return found


def _questions(folder: Path) -> list[Question]:
    """Every prompt with annotations; its label is the majority of the valid ones, None on a tie."""
    csv.field_size_limit(10**9)
    with (folder / "prompts_merged.csv").open(encoding="utf-8", newline="") as file:
        prompts = {row["PromptID"]: row for row in csv.DictReader(file)}
    notes: dict[str, list[dict[str, str]]] = defaultdict(list)
    with (folder / "v2_annotations.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            notes[row["PromptID"]].append(row)
    found = []
    for prompt, rows in notes.items():
        valid = [r for r in rows if r["Valid Label"] == "True"] or rows
        answers = list(dict.fromkeys((r["Annotations"], int(r["Label Code"])) for r in valid))
        votes = Counter(int(r["Label Code"]) for r in valid).most_common(2)
        tie = len(votes) == 2 and votes[0][1] == votes[1][1]
        found.append(Question(prompts[prompt], answers, None if tie else votes[0][0]))
    return found


def _grams(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"[a-z0-9]+", text.lower())
    return {tuple(words[i : i + 4]) for i in range(len(words) - 3)}


def _bare(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "", text.lower())


def _stands_in(evidence: str, abstract: str, grams: set[tuple[str, ...]]) -> bool:
    """Whether an annotator's evidence, a span of the full text, stands in the abstract."""
    bare = _bare(evidence)
    if len(bare) >= 20 and bare in abstract:
        return True
    own = _grams(evidence)
    return len(own) >= 4 and len(own & grams) / len(own) >= 0.8


def _is_evidence(sentence: str, evidence: list[str]) -> bool:
    own = _grams(sentence)
    others = [_grams(e) for e in evidence]
    return bool(own) and any(len(own & o) >= 0.5 * min(len(own), len(o)) for o in others)


class Model:
    """Which sentences bear on a question, and what they answer."""

    def __init__(self, train: list[Question], abstracts: dict[str, Abstract]) -> None:
        self.abstracts = abstracts
        articles = {q.article for q in train}
        self._seen = Counter(
            w for a in articles for w in stems(" ".join(s for s, _, _ in abstracts[a]))
        )
        self._of = len(articles)
        self.bears = Softmax((0, 1))
        self.bears.fit(
            [
                (self._bearing(q, *sentence), int(_is_evidence(sentence[0], q.evidence)))
                for q in train
                if q.evidence and q.label is not None
                for sentence in abstracts[q.article]
            ],
            epochs=8,
            rate=0.2,
        )
        self.answers = Softmax(CLASSES)
        rows = [(q.features(text), label) for q in train for text, label in q.answers]
        self.answers.fit(rows, epochs=8, rate=0.02)

    def _bearing(self, question: Question, text: str, role: str, place: float) -> dict[str, float]:
        return bearing(text, role, place, question.asked, self._weigh)

    def _weigh(self, word: str) -> float:
        return math.log((self._of + 1) / (self._seen[word] + 0.5))

    def answer(self, question: Question) -> tuple[int, str]:
        """The answer, and the sentence that bears most on the question."""
        scored = sorted(
            ((self.bears(self._bearing(question, *s))[1], s[0])
             for s in self.abstracts[question.article]),
            reverse=True,
        )[:_READ]  # fmt: skip
        total = [0.0] * len(CLASSES)
        for weight, text in scored:
            odds = weight / max(1e-9, 1 - weight)
            for k, part in enumerate(self.answers(question.features(text))):
                total[k] += odds * part
        return CLASSES[total.index(max(total))], scored[0][1]


def load(data: Path) -> tuple[list[Question], list[Question], dict[str, Abstract]]:
    """Training questions, validation questions, and the abstracts of both."""
    folder = data / "trial_outcomes"
    kept = set((folder / "ev2_validation_article_ids.txt").read_text().split())
    questions = _questions(folder)
    abstracts = _abstracts(folder, {q.article for q in questions})
    texts = {a: " ".join(s for s, _, _ in told) for a, told in abstracts.items()}
    forms = {a: (_bare(text), _grams(text)) for a, text in texts.items()}
    questions = [q for q in questions if q.article in abstracts]
    for q in questions:
        q.evidence = [e for e, _ in q.answers if _stands_in(e, *forms[q.article])]
    train = [q for q in questions if q.article not in kept]
    return train, [q for q in questions if q.article in kept], abstracts


def _answerable(questions: list[Question]) -> list[Question]:
    """Those whose evidence stands in the abstract and whose annotators agree on most."""
    return [q for q in questions if q.evidence and q.label is not None]


def _cross_validated(train: list[Question], abstracts: dict[str, Abstract]) -> Figure:
    """Each third of the training articles answered by a model of the others."""
    fold = {q.article: zlib.crc32(q.article.encode()) % 3 for q in train}
    pairs = []
    for k in range(3):
        model = Model([q for q in train if fold[q.article] != k], abstracts)
        asked = _answerable([q for q in train if fold[q.article] == k])
        pairs += [(q.label, model.answer(q)[0]) for q in asked]
    low, high = bootstrap(pairs, lambda sample: macro_f1(sample, CLASSES))
    name = "macro-F1, cross-validated over the training articles"
    return Figure(name, macro_f1(pairs, CLASSES), len(pairs), low, high)


def measure(data: Path) -> Section:
    """Answers on the validation prompts whose evidence stands in the abstract."""
    train, kept, abstracts = load(data)
    model = Model(train, abstracts)
    asked = _answerable(kept)
    pairs: list[tuple[int, int]] = []
    errors: list[dict[str, object]] = []
    for q in asked:
        got, text = model.answer(q)
        assert q.label is not None
        pairs.append((q.label, got))
        if got != q.label:
            errors.append(
                {"prompt": q.asked["PromptID"], "outcome": short(q.asked["Outcome"]),
                 "want": NAMES[q.label], "got": NAMES[got], "read in": short(text)}
            )  # fmt: skip
    low, high = bootstrap(pairs, lambda sample: macro_f1(sample, CLASSES))
    common = Counter(want for want, _ in pairs).most_common(1)[0][0]
    figures = [
        Figure(
            "macro-F1 over the three answers", macro_f1(pairs, CLASSES), len(pairs), low, high,
            constant=macro_f1([(want, common) for want, _ in pairs], CLASSES),
            peer="0.78 published for a neural network", at_least=0.70,
        ),
        _cross_validated(train, abstracts),
        share("answers right", sum(a == b for a, b in pairs), len(pairs)),
    ]  # fmt: skip
    for name, (precision, recall, f1, n) in per_class(pairs, CLASSES).items():
        figures.append(Figure(f"{NAMES[int(str(name))]}: F1", f1, n))
        figures.append(Figure(f"{NAMES[int(str(name))]}: precision", precision, n))
        figures.append(Figure(f"{NAMES[int(str(name))]}: recall", recall, n))
    articles = len({q.article for q in asked})
    return Section(
        key="evidence_inference",
        title="Trial outcomes (Evidence Inference 2.0, abstracts only)",
        data=f"validation articles: {len(pairs)} prompts of {articles} abstracts, human labels",
        figures=tuple(figures),
        errors=tuple(errors),
        notes=(
            f"Trained on {sum(len(q.answers) for q in train)} annotated spans of {len(train)} "
            "prompts; no validation article is among them.",
            "The data's own flag for evidence in the abstract is unknown throughout. A prompt "
            "counts as answerable from the abstract where a valid annotator's evidence stands in "
            "it: letter for letter without punctuation, or four fifths of its runs of four words.",
            f"{len(kept) - len(asked)} validation prompts are left out: their evidence stands only "
            "in the full text, or the annotators are split evenly.",
            "The published figure's own choice of prompts is not known to be the same.",
        ),
    )
