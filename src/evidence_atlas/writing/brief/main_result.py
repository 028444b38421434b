"""Which of the reported results is the study's main one, where the text does not call it so.

A paper asks a question and answers it: the main result stands in the sentence that shares most
words with the aim and with the conclusions, and it stands early. A count of who they were, and
what is told among the methods, is not yet a result.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from evidence_atlas.reading.text.stems import stems as beginnings
from evidence_atlas.records import Reading, Result

from ..tables import table
from ..words.clause import says_nothing
from ..words.names import names_in, unnamed
from .limits import baseline

_TABLE = table("wording.toml")["main_result"]
_COMMON = frozenset(_TABLE["common"].split())
_PRIMARY = re.compile(_TABLE["primary"], re.IGNORECASE)
_SECONDARY = re.compile(r"\bsecondary\b", re.IGNORECASE)
_FORM = re.compile(r"\b[A-Z][\w-]*[A-Z][\w-]*\b")
_PERFORMANCE = re.compile(_TABLE["performance"], re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{4,}")
LATE = 0.3
"""What the last sentence of the results loses against the first."""
ONLY_TOLD = 0.15
"""What a result loses that has no direction."""
EMPTY = 0.2
"""What a result loses that tells how the study was made."""
CALLED = 0.3
"""What a result gains that tells of what the text calls its main outcome."""
OF_A_TEST = 0.3
"""What a result gains that tells how well a test does, in a study of one."""
ENOUGH_SHARED = 2
"""So many words of the main outcome's name are enough to know it by."""
BESIDE = 0.2
"""Sentences no further than this from the foremost tell of the main result too.

All of these were set on the odd lines of `benchmarks/labels/main_results.jsonl`, where the foremost
sentence is the main one in five of six texts.
"""


def stems(texts: Iterable[str], leave: frozenset[str] = frozenset()) -> frozenset[str]:
    """The longer words of texts by their first letters, common ones and those to leave apart.

    A name of a treatment or measure is one word, however long it is.
    """
    held = list(texts)
    words = (w for text in held for w in _WORD.findall(unnamed(text)))
    names = frozenset[str]().union(*map(names_in, held))
    return (beginnings(words, _COMMON.__contains__) | names) - leave


def of_the_illness(reading: Reading) -> frozenset[str]:
    """The words of the names of the study's illness, by their first letters."""
    names = (*reading.conditions, reading.condition_as_named or "")
    return beginnings(w for name in names for w in _WORD.findall(name))


def nearness(reading: Reading, counts: bool, of_a_test: bool) -> dict[int, float]:
    """How near each result is to what the study asked and concluded, by its index.

    `counts`: a share or number is what the study is about; `of_a_test`: a way of telling apart.
    """
    if not reading.results:
        return {}
    named = of_the_illness(reading)
    sides = {
        role: [s for s in reading.sentences if s.role == role] for role in ("aim", "conclusions")
    }
    called = _called(reading, named)
    places = [r.sentence for r in reading.results]
    first, last = min(places), max(places)

    def near(result: Result) -> float:
        around = reading.sentence_at(result.quote.start, result.quote.field)
        own = stems([around.text if around else result.text], named)
        # What is told among the conclusions is not near for being like itself.
        with_both = sum(
            shared(own, stems((s.text for s in side if s is not around), named))
            for side in sides.values()
        )
        late = LATE * (result.sentence - first) / max(1, last - first)
        performs = of_a_test and _PERFORMANCE.search(result.text) is not None
        only_told = result.direction == "descriptive" and not (counts or performs)
        return (
            with_both - late - ONLY_TOLD * only_told - EMPTY * says_nothing(result.text)
            + OF_A_TEST * performs + CALLED * _tells_of(called, result, named)
        )  # fmt: skip

    return {i: near(r) for i, r in enumerate(reading.results)}


def shared(own: frozenset[str], other: frozenset[str]) -> float:
    """How much of the other is in one's own: 1 where they are the same, 0 where none is shared.

    Nearly the cosine, but a short sentence gains less by being short.
    """
    size = len(own) ** 0.3 * len(other) ** 0.7
    return len(own & other) / size if size else 0.0


def _called(reading: Reading, named: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The words and short forms by which the text names its main outcome."""
    told = [
        _SECONDARY.split(s.text)[0] for s in reading.sentences
        if s.role in ("methods", "aim") and _PRIMARY.search(s.text)
    ]  # fmt: skip
    held = [_PRIMARY.sub(" ", t) for t in told if _PRIMARY.search(t)]
    return stems(held, named), frozenset(f for t in held for f in _FORM.findall(t))


def _tells_of(
    called: tuple[frozenset[str], frozenset[str]], result: Result, named: frozenset[str]
) -> bool:
    words, forms = called
    own = frozenset(_FORM.findall(result.text))
    return bool(own & forms) or len(stems([result.text], named) & words) >= ENOUGH_SHARED


def before_results(reading: Reading, result: Result) -> bool:
    """What is told among aim and methods, though it reads like a result, comes after the rest."""
    around = reading.sentence_at(result.quote.start, result.quote.field)
    return around is not None and around.role in ("methods", "aim", "background")


# "Supporting these primary outcomes, sleep was longer": another outcome than those.
_SUPPORTS = re.compile(_TABLE["supports"], re.IGNORECASE)


def _supports(reading: Reading, result: Result) -> bool:
    around = reading.sentence_at(result.quote.start, result.quote.field)
    return only_supports(result.text if around is None else around.text)


def only_supports(sentence: str) -> bool:
    """Whether a sentence names the main outcome only to set another beside it."""
    return _SUPPORTS.match(sentence) is not None


def called_main(reading: Reading, result: Result) -> bool:
    """Whether it decides that the text calls a result's outcome its main one.

    It does in a study of something given; elsewhere only where the result's own words say so: what
    a study that looks on names its outcome is in nearly all of its results.
    """
    if result.primary is not True:
        return False
    design = reading.design
    trial = design.randomised is True or design.placebo is True or design.single_arm is True
    return trial or bool(reading.interventions) or _PRIMARY.search(result.text) is not None


def main_results(
    reading: Reading, order: tuple[int, ...], near: dict[int, float]
) -> tuple[int, ...]:
    """Of the results in the order of telling, those that tell of the main result, nearest first.

    What the text calls its primary outcome; else the foremost sentence and those as near as it.
    """
    results = reading.results
    whole = [i for i in order if results[i].scope == "all" and not baseline(results[i])]
    called = [
        i for i in whole
        if called_main(reading, results[i]) and not _supports(reading, results[i])
    ]  # fmt: skip
    if called:
        return tuple(called)
    open_to = [
        i for i in whole
        if results[i].primary is not False and not before_results(reading, results[i])
    ] or whole  # fmt: skip
    most = max((near[i] for i in open_to), default=0.0)
    told = [i for i in open_to if near[i] >= most - BESIDE]
    # What a sentence tells keeps its order: "the same in others" comes after what it points at.
    foremost = {
        results[i].sentence: max(
            near[j] for j in told if results[j].sentence == results[i].sentence
        )
        for i in told
    }
    return tuple(sorted(told, key=lambda i: (-foremost[results[i].sentence], i)))
