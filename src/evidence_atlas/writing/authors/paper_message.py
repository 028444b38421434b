"""Which sentences hold what a paper says that is no single study: a review, a comment, advice.

Its own conclusion or claim, which shares words with the title and stands late; never what is
known of the illness in general, what announces the paper, or what only asks for studies.
"""

from __future__ import annotations

import re

from evidence_atlas.records import Sentence, quote, texts
from evidence_atlas.records.kept_patterns import compiled

from ..brief.main_result import shared, stems
from ..material import Material
from ..tables import table
from ..words.asides import in_aside
from ..words.names import length
from ..words.spelled_out import spelled_where_told

_TABLE = table("messages.toml")
_NEVER = {name: re.compile(p, re.IGNORECASE) for name, p in _TABLE["never"].items()}
_CUES: list[tuple[str, int, re.Pattern[str]]] = [
    (c["name"], c["weight"], re.compile(c["pattern"], re.IGNORECASE)) for c in _TABLE["cue"]
]
_WEIGHT: dict[str, int] = _TABLE["weight"]
_CONCESSION = re.compile(_TABLE["claim"]["concession"], re.IGNORECASE)
_CLAIMS_OF_ITS_OWN = ("concludes", "argues", "sums_up")
"""Cues by which a sentence says itself that it is the paper's own."""
_HEADINGS = re.compile(
    r"(?:^|[.\n] ?)(?:methods?|results?|(?:recent )?findings|conclusions?|"
    r"purpose of (?:the )?review|summary)(?: and [\w ]{3,20})?\s*:",
    re.IGNORECASE,
)
_LONG = 32
LEAST = 60
"""A sentence with less than this, in hundredths, is no message."""
FAR = 110
"""One further than this behind the foremost is none either."""
MOST_TRIED = 5
EARLY = 0.5
"""A sentence before this share of the abstract is the paper's own only where it says so."""
LAST = 2
"""So many sentences at the end are what an abstract without parts comes to."""


def messages(m: Material) -> list[int]:
    """Indexes of the sentences that may be the message, likeliest first."""
    scores = [(score(m, i), -i) for i, _ in enumerate(m.reading.sentences) if _may_be(m, i)]
    best = max(scores, default=(0.0, 0))[0]
    near = [(s, i) for s, i in sorted(scores, reverse=True) if s >= max(LEAST, best - FAR)]
    return [-i for _, i in near[:MOST_TRIED]]


def score(m: Material, at: int) -> float:
    """What speaks for a sentence as the message, in hundredths."""
    sentences = m.reading.sentences
    text, role = sentences[at].text, sentences[at].role
    illness = of_the_illness(m)
    own, title = words_of(m, at), stems([m.record.title], illness)
    asked = stems((s.text for s in sentences if announces(s)), illness)
    found = {name for name, _, pattern in _CUES if pattern.search(text)}
    total: float = sum(weight for name, weight, _ in _CUES if name in found)
    total += _WEIGHT["like_title"] * shared(own, title) + _WEIGHT["like_aim"] * shared(own, asked)
    total += _WEIGHT["place"] * at / max(1, len(sentences) - 1)
    total += _WEIGHT["concluded"] * (role == "conclusions" and labelled(m))
    if not found & set(_CLAIMS_OF_ITS_OWN):
        total += _WEIGHT["background"] * (_NEVER["background"].search(text) is not None)
        total += _WEIGHT["first"] * (at == 0 and len(sentences) > 2)
    return total + _WEIGHT["long"] * max(0, length(text) - _LONG) / 10


def comes_to(m: Material, at: int) -> bool:
    """Whether a sentence is what the paper comes to: a conclusion, a claim, a pooled figure."""
    sentence = m.reading.sentences[at]
    named = {name for name, _, pattern in _CUES if pattern.search(sentence.text)}
    return sentence.role == "conclusions" or bool(named & {*_CLAIMS_OF_ITS_OWN, "pooled"})


def announces(sentence: Sentence) -> bool:
    """Whether a sentence only says what the paper is about or how it was made."""
    return _NEVER["announces"].search(sentence.text) is not None


def of_the_illness(m: Material) -> frozenset[str]:
    """The words that name the illness: they tell one sentence of a paper from no other."""
    return stems([*m.reading.conditions, m.reading.condition_as_named or ""])


def words_of(m: Material, at: int) -> frozenset[str]:
    """The words of a sentence, the illness apart, with its short forms in full.

    A title writes out what the text shortens; a short form of the illness stays one.
    """

    def names_the_illness(form: str) -> bool:
        known = {illness.name for illness in m.condition.illnesses_in(form)}
        return bool(known & set(m.reading.conditions)) or any(
            compiled(n.pattern).fullmatch(form) for n in m.condition.names
        )

    text, _ = spelled_where_told(m.record, m.reading.sentences[at].text, names_the_illness)
    return stems([text], of_the_illness(m))


def _may_be(m: Material, at: int) -> bool:
    sentence = m.reading.sentences[at]
    if sentence.role == "other" and labelled(m):
        return False
    if sentence.role in ("aim", "methods", "background") and labelled(m):
        return False
    if before_the_aim(m, at) and not _concludes_or_argues(sentence.text):
        return False
    own = quote(texts(m.record), "abstract", sentence.start, sentence.end)
    if in_aside(m.record, own) or sentence.text.rstrip().endswith("?"):
        return False
    claimed = _concludes_or_argues(sentence.text) or (
        _sums_up(sentence.text) and _of_the_title(m, at)
    )
    if not (claimed or labelled(m) or _late_and_its_own(m, at)):
        return False
    argues = next(p for name, _, p in _CUES if name == "argues").search(sentence.text)
    if announces(sentence) and not argues:
        return False
    if m.brief.kind == "guideline" and _advises(sentence.text):
        return True
    rest = _CONCESSION.sub("", sentence.text)
    return not (_NEVER["wish"].search(rest) or _NEVER["empty"].search(rest))


def before_the_aim(m: Material, at: int) -> bool:
    """What was known before a paper says what it sets out to do is not what it comes to."""
    sentences = m.reading.sentences
    return sentences[at].role == "background" and any(s.role == "aim" for s in sentences[at:])


def _concludes_or_argues(text: str) -> bool:
    return any(p.search(text) for name, _, p in _CUES if name in ("concludes", "argues"))


def _advises(text: str) -> bool:
    """That something is needed may be just what a body advises."""
    return any(p.search(text) for name, _, p in _CUES if name == "recommends")


def _sums_up(text: str) -> bool:
    return any(p.search(text) for name, _, p in _CUES if name == "sums_up")


def _late_and_its_own(m: Material, at: int) -> bool:
    """In an abstract without parts: late in it, of the title, and as what may be or at its end.

    What such an abstract tells in its first half is mostly what was known before.
    """
    sentences = m.reading.sentences
    cautious = next(p for name, _, p in _CUES if name == "may").search(sentences[at].text)
    late = at >= EARLY * (len(sentences) - 1) if cautious else at >= len(sentences) - LAST
    return late and _of_the_title(m, at)


def _of_the_title(m: Material, at: int) -> bool:
    """The sentence shares a word with the title, besides the illness."""
    return bool(stems([m.record.title], of_the_illness(m)) & words_of(m, at))


def labelled(m: Material) -> bool:
    """The abstract has parts with headings, so that a sentence's part is known."""
    labels = sum(part.label is not None for part in m.record.abstract)
    return max(labels, len(_HEADINGS.findall(texts(m.record).get("abstract", "")))) >= 2
