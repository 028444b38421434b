"""Answering "did the intervention change the outcome, against the comparator?" from an abstract.

For Evidence Inference only (DeYoung et al. 2020, BioNLP): which sentence bears on a question is
scored by its words, and which way it points is judged from the sentence seen from the question:
the words of the outcome, intervention and comparator are put as OUT, INT and CMP.
"""

from __future__ import annotations

import math
import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from evidence_atlas.reading.results import direction, direction_words, p_values

_TOKEN = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*|\d+(?:[.·]\d+)?%?|[.;,]")
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9]*|\d+(?:\.\d+)?")
_P = re.compile(r"\b[pP]\s?(?:-?\s?values?)?\s?([<>=≤≥])\s?(0?[.·]\d+)")
_LETTERED = re.compile(r"\b(?:[Gg]roups?|[Aa]rms?)[- ]?((?:[A-Z]{1,3}|\d|IV)\d?)\b(?! of)")
_STOP = frozenset(
    re.findall(
        r"\w+",
        "the a an of in and or to with for at by on from as than per group groups arm vs versus "
        "was were is be mean total rate number score scores level levels change changes use during "
        "after before patients treatment treated therapy subjects women men children mg day days "
        "week weeks month months plus only alone dose ml kg both their who that received receiving "
        "given then followed each times time daily hours hour min minutes years year no not using "
        "based",
    )
)
_CUES = {
    "up": re.compile(
        r"increas|higher|greater|more$|elevat|rose$|rise|raised|improv|better|longer|larger|"
        r"superior|enhanc|benefit|gain|most$|exceed|prolong"
    ),
    "down": re.compile(
        r"decreas|lower|reduc|less$|fewer|smaller|shorter|declin|fell$|worse|inferior|drop|"
        r"poorer|attenuat|suppress|prevent|diminish|least$"
    ),
    "null": re.compile(
        r"no$|not$|nor$|neither|similar|comparab|unchang|non-?signif|without|equivalen|"
        r"non-infer|equal|same$|did$"
    ),
    "sig": re.compile(r"signif"),
    "differ": re.compile(r"differ|effect|chang"),
    "than": re.compile(r"(?:than|versus|vs|compared|comparison|relative|between|against|over)$"),
}
_CONTROL = frozenset({"contro", "placeb", "sham", "usual", "standa", "conven", "compar"})
_ACTIVE = frozenset({"interv", "treate", "treatm", "active", "experi"})
_CONTROL_ARM = re.compile(
    r"placebo|control|sham|usual|standard|conventional|baseline|saline|without|alone|only|\bno\b|"
    r"none|wait",
    re.IGNORECASE,
)
_SIGN = {
    "increase": "up", "higher": "up", "decrease": "down", "lower": "down",
    "no difference": "none", "no association": "none",
}  # fmt: skip


def stems(text: str) -> frozenset[str]:
    """The telling words of a text, cut to six letters."""
    words = (w.lower() for w in _WORD.findall(text))
    return frozenset(_stem(w) for w in words if w not in _STOP and len(w) > 1)


def _stem(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    return word[:6]


def _lettered(text: str) -> str:
    """ "Group A" as one word, so that its letter is not lost."""
    return _LETTERED.sub(lambda m: f"group{m[1]}x ", text)


def _mark_p(match: re.Match[str]) -> str:
    value = float("0" + match[2].lstrip("0").replace("·", "."))
    large = match[1] in ">≥" or (match[1] == "=" and value >= 0.05)
    return " PLARGE " if large else " PSMALL "


def view(
    text: str, outcome: str, intervention: str, comparator: str
) -> tuple[list[str], list[tuple[int, float]]]:
    """The sentence as the question sees it, and its numbers with their places."""
    arm, other = stems(_lettered(intervention)), stems(_lettered(comparator))
    arm, other = arm - other, other - arm
    told = stems(outcome) - arm - other
    seen: list[str] = []
    numbers: list[tuple[int, float]] = []
    for token in _TOKEN.findall(_P.sub(_mark_p, _lettered(text))):
        if token[0].isdigit():
            numbers.append((len(seen), float(token.rstrip("%").replace("·", "."))))
            seen.append("NUM")
            continue
        low = token.lower()
        parts = {_stem(p) for p in low.split("-") if p not in _STOP} | (
            {_stem(low)} if low not in _STOP else set()
        )
        if token in ("PSMALL", "PLARGE"):
            kind = token
        elif not token[0].isalpha():
            kind = "," if token == "," else "|"
        elif parts & arm:
            kind = "INT"
        elif parts & other:
            kind = "CMP"
        elif parts & told:
            kind = "OUT"
        elif _stem(low) in _CONTROL - arm:
            kind = "CMP"
        elif _stem(low) in _ACTIVE - other:
            kind = "INT"
        else:
            kind = low
        if not (seen and seen[-1] == kind and kind.isupper()):
            seen.append(kind)
    return seen, numbers


def _cue(token: str) -> str | None:
    if token.isupper():
        return None if token == "NUM" else token
    for name, pattern in _CUES.items():
        if pattern.match(token):
            return name
    return token if token in ("|", "but", "whereas", "while", "and") else None


def features(text: str, outcome: str, intervention: str, comparator: str) -> list[str]:
    """What a sentence shows to a question: words in order, cues in order, the rules' direction."""
    seen, numbers = view(text, outcome, intervention, comparator)
    found = {"always": None}
    for n in (1, 2, 3):
        found.update((f"w{n} " + " ".join(seen[k : k + n]), None) for k in range(len(seen) - n + 1))
    cues = [c for c in map(_cue, seen) if c]
    cues = [c for k, c in enumerate(cues) if k == 0 or c != cues[k - 1]]
    for n in (2, 3, 4):
        found.update(("c " + " ".join(cues[k : k + n]), None) for k in range(len(cues) - n + 1))
    place = {
        name: cues.index(name) if name in cues else 99 for name in ("INT", "CMP", "up", "down")
    }
    order = "-" if place["INT"] == place["CMP"] else "I" if place["INT"] < place["CMP"] else "C"
    if (place["INT"] == 99) != (place["CMP"] == 99):
        order += " only"
    # Whose values are printed, is looked at below: the question names the arms.
    way = direction.of(text, compares_people=True, by_groups=False)
    if way in ("increase", "decrease", "higher", "lower") and p_values.at_the_border(text):
        way = "no difference"  # the question is of significance, and .05 is not below .05
    sign = _SIGN.get(way, "other")
    first = min((place["up"], "up"), (place["down"], "down"))[1]
    if place[first] == 99:
        first = "-"
    a, b = (_CONTROL_ARM.search(arm) is not None for arm in (intervention, comparator))
    told = "0" if a is b else "+" if b else "-"
    values = _first_values(seen, numbers)
    small, large = "PSMALL" in cues, "PLARGE" in cues
    said = [
        f"way {way}", f"sign {sign}", f"sign {sign} {order}", f"first {first} {order}",
        f"arms {told} {first} {order}", f"arms {told} {sign}",
    ]  # fmt: skip
    if values:
        said += [f"values {values}", f"values {values} {first}", f"values {values} {sign}"]
        said.append(f"values {values} {small}")
    if small is not large:
        said.append("all p small" if small else "all p large")
    said += _near(cues, first, sign)
    found.update(dict.fromkeys(said))
    return list(found)


def _near(cues: list[str], first: str, sign: str) -> list[str]:
    """Which arm stands next to the word of direction, and which after "than"."""
    arms = ("INT", "CMP")
    said = []
    for name in ("up", "down"):
        if name in cues:
            k = cues.index(name)
            before = next((x for x in reversed(cues[:k]) if x in arms), "-")
            after = next((x for x in cues[k + 1 :] if x in arms), "-")
            said += [
                f"near {name} {before} {after}",
                f"near {name} {before}",
                f"then {name} {after}",
            ]
    if "than" in cues:
        k = len(cues) - 1 - cues[::-1].index("than")
        after = next((x for x in cues[k + 1 :] if x in arms), "-")
        before = next((x for x in cues[:k] if x in arms), "-")
        said += [f"than {after} {first}", f"than {before} {after} {sign}"]
    return said


def _first_values(seen: list[str], numbers: list[tuple[int, float]]) -> str | None:
    """Which arm's printed value is the larger; "?" where only one arm is named."""
    arms = [(k, x) for k, x in enumerate(seen) if x in ("INT", "CMP")]
    if len(numbers) < 2 or not arms:
        return None
    first, kind = arms[0]
    second = next((k for k, x in arms if x != kind), None)
    pair: tuple[float, float] | None = (numbers[0][1], numbers[1][1])
    if second is not None:
        before = [x for k, x in numbers if k < first]
        between = [x for k, x in numbers if first < k < second]
        after = [x for k, x in numbers if k > second]
        if between and after:
            pair = (between[0], after[0])
        elif before and between:
            pair = (before[0], between[0])
        else:
            both = after if len(after) > 1 else before
            pair = (both[0], both[1]) if len(both) > 1 else None
    if pair is None or pair[0] == pair[1]:
        return None
    larger = (pair[0] > pair[1]) is (kind == "INT")
    return ("I" if larger else "C") + ("" if second is not None else "?")


def bearing(
    text: str, role: str, place: float, question: dict[str, str], weigh: Callable[[str], float]
) -> dict[str, float]:
    """What speaks for a sentence bearing on a question; `weigh` makes rare words count for more."""
    words = stems(text)
    arm, other = stems(question["Intervention"]), stems(question["Comparator"])

    def cover(asked: Iterable[str]) -> float:
        asked = list(asked)
        total = sum(map(weigh, asked))
        return sum(weigh(w) for w in asked if w in words) / total if total > 0 else 0.0

    told = cover(stems(question["Outcome"]))
    points = float(direction_words.ANY.search(text) is not None)
    small, large = p_values.p_values(text)
    large += p_values.at_the_border(text)  # as a figure, .05 is not below .05
    return {
        "always": 1.0, "outcome": told, "arm": cover(arm - other), "other": cover(other - arm),
        f"role {role}": 1.0, "place": place, "points": points, "outcome points": told * points,
        "all": float(told > 0.99), "nothing": float(told == 0), "p": float(small + large > 0),
        "number": float(re.search(r"\d", text) is not None),
        "told in results": told * (role in ("results", "other")),
        "points in results": points * (role == "results"),
    }  # fmt: skip


class Softmax:
    """A multinomial logistic regression, fitted by stochastic gradient descent (fixed seed)."""

    def __init__(self, classes: Sequence[int]) -> None:
        self.classes = tuple(classes)
        self.weights: dict[str, list[float]] = {}

    def fit(
        self, rows: Sequence[tuple[dict[str, float], int]], epochs: int, rate: float, rare: int = 2
    ) -> None:
        """Features in fewer than `rare` rows are left out; the rate falls by 1 / epoch."""
        seen = Counter(name for row, _ in rows for name in row)
        self.weights = {n: [0.0] * len(self.classes) for n, c in sorted(seen.items()) if c >= rare}
        known = [
            ([(self.weights[n], v) for n, v in row.items() if n in self.weights], label)
            for row, label in rows
        ]
        rng = random.Random(1)
        for epoch in range(epochs):
            rng.shuffle(known)
            step = rate / (1 + epoch)
            for row, label in known:
                shares = self._shares(row)
                for k, name in enumerate(self.classes):
                    gap = step * (shares[k] - (name == label))
                    for weights, value in row:
                        weights[k] -= gap * value

    def __call__(self, row: dict[str, float]) -> list[float]:
        """The share of each class."""
        return self._shares([(self.weights[n], v) for n, v in row.items() if n in self.weights])

    def _shares(self, row: list[tuple[list[float], float]]) -> list[float]:
        scores = [0.0] * len(self.classes)
        for weights, value in row:
            for k, weight in enumerate(weights):
                scores[k] += weight * value
        top = max(scores)
        powers = [math.exp(s - top) for s in scores]
        total = sum(powers)
        return [p / total for p in powers]
