"""A sentence of a paper told as what its authors conclude, argue, suggest or write.

For papers that are no single study. Close to their own words; a word that judges stands between
quotation marks. Nothing is told that leans on what was cut off, or that asks somebody to act,
save of a comment, an idea and advice, which do nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_atlas.records import QuoteSupport, Support, quote, quoted, texts

from ..brief.kinds import CASES, WITH_COUNTS
from ..material import Material, Piece
from ..rules import named
from ..said import Keep, Said, said
from ..sentences.among_others import among_others
from ..sentences.codes import codes
from ..sentences.empty_results import only_announced
from ..sentences.goes_on import list_by_semicolons, only_half, taken_back_later
from ..sentences.in_full import in_full
from ..sentences.in_two import in_two
from ..sentences.indirect import candidates, cleaned, longest_first, place_of
from ..sentences.pointing import POINTS_BACK
from ..sentences.retold import says_twice, told_of_them
from ..sentences.standing import names_nothing
from ..tables import table
from ..words.clause import opens_badly, says_nothing, tells_the_making
from ..words.edges import without_heading
from ..words.hidden_way import hides_its_way
from ..words.names import length
from ..words.noun_phrases import uncapital
from ..words.numbers import figures, in_words
from ..words.praise import marked, unpraised
from ..words.short_forms import explained
from ..words.statistics import STATISTICS
from ..words.theirs import as_theirs, bare, with_terms
from ..words.untied import untied
from ..words.verbs import finite
from .authors_report import (
    ADDS,
    ADVICE,
    BUT_ADDS,
    MAKE,
    MOST_WORDS_IN_ONE,
    MOST_WORDS_IN_TWO,
    NOT_IN_TWO,
    listing_of,
    names_its_subject,
)
from .illness_meant import with_illness_meant
from .paper_message import labelled
from .themes_told import FEWEST_TOLD, TOLD_ITEMS, listed_in_ways, themes_in

_TABLE = table("messages.toml")["told"]
_REPORTED = table("wording.toml")["reported"]
_LEADS = [(re.compile(e["pattern"], re.IGNORECASE), e["say"]) for e in _TABLE["lead"]]
_FIRST_ITEM = re.compile(_TABLE["first_item"])
# Leads that say that there are other items besides the first.
_WITH_ITEMS = frozenset(e["say"] for e in _TABLE["lead"] if e.get("first_item"))
_SWAPS = [(re.compile(e["pattern"], re.IGNORECASE), e["say"]) for e in _TABLE["swap"]]
_FRONT = re.compile(_TABLE["front"], re.IGNORECASE)
_TURNED = re.compile(_TABLE["turned"], re.IGNORECASE)
_LEANS = re.compile(_TABLE["leans"], re.IGNORECASE)
_PART_NAME = re.compile(_TABLE["label"])
_LAST_ITEM = re.compile(_TABLE["last_item"], re.IGNORECASE)
_OPEN_LIST = re.compile(_TABLE["open_list"], re.IGNORECASE)
_ALSO = re.compile(_TABLE["also"], re.IGNORECASE)
_BOTH = re.compile(_TABLE["both"], re.IGNORECASE)
_POINTED = re.compile(_TABLE["pointed"], re.IGNORECASE)
_AGREED_ON = re.compile(_TABLE["agreed_on"], re.IGNORECASE)
_VARIES = re.compile(_TABLE["varies"], re.IGNORECASE)
_NAMED_BY_EXAMPLES = re.compile(_TABLE["named_by_examples"], re.IGNORECASE)
_EXAMPLES = re.compile(_TABLE["examples"], re.IGNORECASE)
_VERBS = re.compile(_TABLE["verbs"], re.IGNORECASE)
_ENDS = re.compile(_TABLE["ends"], re.IGNORECASE)
_LEFT = re.compile(_TABLE["left"], re.IGNORECASE)
_OPENING = re.compile(_REPORTED["opening"], re.IGNORECASE)
_BEHIND = re.compile(_REPORTED["behind"], re.IGNORECASE)
_TAKES_BACK = re.compile(_TABLE["takes_back"], re.IGNORECASE)
_POINTS = re.compile(_REPORTED["points"], re.IGNORECASE)
_CALLS = re.compile(_TABLE["calls"], re.IGNORECASE)
# That a body advised it is what happened, and nothing that the atlas says.
_ADVISED = re.compile(_REPORTED["advised"], re.IGNORECASE)
_PROPOSES = re.compile(_TABLE["proposes"])
_TURNS_TO = re.compile(_TABLE["turns_to"], re.IGNORECASE)
_CONCEDES = re.compile(_TABLE["concedes"], re.IGNORECASE)
# Of whom a case report tells, is plain: there is one person.
_OF_ONE = re.compile(r"(?:he|she|his|her)\b", re.IGNORECASE)
_MAY_CALL = frozenset({"comment", "guideline", "hypothesis"})
_ENGLISH = re.compile(_TABLE["english"], re.IGNORECASE)
_OPENS = re.compile(_TABLE["opens"], re.IGNORECASE)
_NUMBERS = frozenset(map(in_words, range(100)))
_CONCLUSION = re.compile(r"\W*(?:conclusions?|summary|interpretation)\b[\w /]*:", re.IGNORECASE)
_CONCLUDED = re.compile(_TABLE["concluded"], re.IGNORECASE)
_HANGS = re.compile(_TABLE["hangs"], re.IGNORECASE)
_STEM = 5
FEWEST_WORDS, MOST_WORDS, MOST_WORDS_BELOW, MOST_WORDS_IN_FULL = 6, 34, 40, 40
MOST_FIGURES = 4
_WRITE, _KNOW = "The authors write that ", "The authors take as known that "
_RULE = named("papers-message")


def told_as_theirs(
    m: Material, at: int, *, known: bool = False, below: bool = False, turned: bool = False
) -> list[Said]:
    """The sentence `at` as the authors', whole and then shorter; empty where it is not sure.

    With `known`, as what they start from; with `below`, for a section below Quick, where there is
    room for more words and for short forms that the page explains; with `turned`, behind the
    sentence that it turns from.
    """
    return [*_told(m, at, known, below, turned)]


def _told(m: Material, at: int, known: bool, below: bool, turned: bool) -> Iterator[Said]:
    sentence = m.reading.sentences[at]
    support = quoted(quote(texts(m.record), "abstract", sentence.start, sentence.end))
    lead, text = _led(m, at, turned=turned)
    text, illness = with_illness_meant(m, at, text)
    if known and lead == _WRITE:
        lead = _KNOW
    most = MOST_WORDS_BELOW if below else MOST_WORDS
    for listing in _advice_listed(m, sentence.text, support):
        yield _theirs(m, at, listing, ())
    text = with_terms(text)
    if '"' in text or not _ENGLISH.search(sentence.text):
        return
    if not re.match(r"\W*(?:[A-Z0-9]|[a-z]+[A-Z0-9])", sentence.text):
        return
    found = candidates(text, FEWEST_WORDS, most, _ENDS)
    if (general := _EXAMPLES.sub(" ", text)) != text and not _NAMED_BY_EXAMPLES.match(text):
        found += candidates(general, FEWEST_WORDS, most, _ENDS)
    if (few := among_others(bare(text))) is not None and FEWEST_WORDS <= length(few) <= most:
        found.append((few, few))
    halves = _halves(m, lead, bare(text), support)
    for whole, part in longest_first(found):
        if halves is not None and (part != whole or length(whole) > MOST_WORDS_IN_ONE):
            yield _theirs(m, at, halves, illness)
            halves = None
        piece = _as_theirs(m, lead, whole, part, support, below)
        if piece is not None:
            yield _theirs(m, at, piece, illness)


def _theirs(m: Material, at: int, piece: Piece, why: tuple[Support, ...]) -> Said:
    return said(
        piece, _RULE, *why, voice="authors", about=(place_of(m, at),), lay=True, keep=Keep.MAIN
    )


def _advice_listed(m: Material, text: str, own: QuoteSupport) -> Iterator[Piece]:
    """The recommendations that a sentence numbers, whole or cut "among others"."""
    found = themes_in(cleaned(text))
    if found is None or ADVICE not in found[0]:
        return
    few = (TOLD_ITEMS, FEWEST_TOLD)
    items = [_small(m, item[:1].upper() + item[1:]) for item in found[1]]
    pieces = (_as_theirs(m, MAKE, told, told, own) for told in listed_in_ways(found[0], items, few))
    yield from (listing_of(piece) for piece in pieces if piece is not None)


def _halves(m: Material, lead: str, text: str, own: QuoteSupport) -> Piece | None:
    """The sentence as two of theirs, where each half may be told."""
    halves = in_two(text, _whole) if lead.endswith(" that ") else None
    if halves is None or length(text) > MOST_WORDS_IN_TWO or any(c in text for c in NOT_IN_TWO):
        return None
    one, other, turns = halves
    first = _as_theirs(m, lead, one, one, own)
    second = _as_theirs(m, BUT_ADDS if turns else ADDS, other, other, own)
    if first is None or second is None:
        return None
    support = tuple(dict.fromkeys((*first.support, *second.support)))
    return Piece(f"{first.text.rstrip('.')}. {second.text}", support)


def _whole(half: str) -> bool:
    return finite(half) or _VERBS.search(half) is not None


def _led(m: Material, at: int, *, turned: bool = False) -> tuple[str, str]:
    """How the sentence is led in, and what is left of it."""
    sentence = m.reading.sentences[at]
    text = without_heading(cleaned(sentence.text))
    text = _TURNED.sub("", text) if turned else text
    lead = _WRITE
    headed = sentence.role == "conclusions" and labelled(m)
    own = headed or _CONCLUSION.match(sentence.text)
    if own or _CONCLUDED.search(text):
        lead = "The authors conclude that "
    if m.brief.kind in WITH_COUNTS and sentence.role in ("results", "conclusions"):
        concluded = sentence.role == "conclusions"
        lead = f"The authors {'conclude' if concluded else 'report'} that "
    if m.brief.kind in CASES:
        lead = "The authors report that "
    text = untied(_FRONT.sub("", _BEHIND.sub("", _OPENING.sub("", text)).strip()))
    text = _PART_NAME.sub("", text)
    text = _ALSO.sub("", _BOTH.sub(r"\g<one> and \g<verb>", text))
    # A name that begins small ("mRNA") keeps its small letter behind "that".
    small = len(text) > 1 and text[0].islower() and text[1].isupper()
    text = unpraised(text if small else text[:1].upper() + text[1:])
    text = _AGREED_ON.sub("", _VARIES.sub("", text))
    for pattern, say in _LEADS:
        shorter = pattern.sub("", text, count=1)
        if shorter != text:
            return say, _FIRST_ITEM.split(shorter)[0] if say in _WITH_ITEMS else shorter
    if (theirs := told_of_them(m, text)) is not None:
        return "", theirs
    return lead, text


def _as_theirs(
    m: Material, lead: str, whole: str, part: str, own: QuoteSupport, below: bool = False
) -> Piece | None:
    rest = bare(whole)[len(part) :]
    if _TAKES_BACK.search(rest) or taken_back_later(rest) or only_half("", part, rest):
        return None
    if _LAST_ITEM.match(rest) and _OPEN_LIST.search(part):
        return None
    if list_by_semicolons(rest):
        part = f"{part}, among other things"
    checked = _resolved(_TURNS_TO.sub(", and the ", part))
    if _LEANS.search(checked) or _HANGS.search(part) or hides_its_way(whole) or _LEFT.search(part):
        return None
    may_call = (
        lead == MAKE or m.brief.kind in _MAY_CALL or _PROPOSES.match(lead) or _ADVISED.search(part)
    )
    if _CALLS.search(part) and not may_call:
        return None
    claim = as_theirs(part)
    for pattern, say in _SWAPS:
        claim = pattern.sub(say, claim)
    if m.brief.kind in WITH_COUNTS and (says_nothing(claim) or tells_the_making(claim)):
        return None
    if says_twice(m, lead, claim) or only_announced(claim) or only_announced(f"{lead}{claim}"):
        return None
    if names_nothing(claim):
        return None
    says_that = lead.endswith(" that ")
    concedes = not rest and _CONCEDES.match(claim) is not None
    of_one = m.brief.kind == "case_report" and _OF_ONE.match(claim) is not None
    if says_that and opens_badly(claim) and not (concedes or of_one):
        return None
    if says_that and rest and not _VERBS.search(claim):
        return None
    if says_that and rest and not finite(claim.rsplit(" that ", 1)[-1]):
        return None
    pointed = _resolved(_TURNS_TO.sub(", and the ", claim))
    if POINTS_BACK.search(pointed) or _POINTS.search(pointed) or STATISTICS.search(claim):
        return None
    if figures(claim) > MOST_FIGURES:
        return None
    judged = marked(claim)
    # In a retelling no word is the authors', so that none can stand between quotation marks.
    if judged is None or (m.retold and judged != claim):
        return None
    made = said(Piece(lead + (_small(m, judged) if says_that else judged), (own,)))
    full = in_full(m, made, MOST_WORDS_IN_FULL)
    unknown = {c for c in codes(m, full.text) if not (_its_name(m, c) or names_its_subject(m, c))}
    if unknown and not (below and all(explained(m.record, c) for c in unknown)):
        return None
    return Piece(full.text, tuple(s for s in full.support if isinstance(s, QuoteSupport)))


def _resolved(text: str) -> str:
    """The text with "these models" as "the models" where it has named models before."""

    def the(found: re.Match[str]) -> str:
        named = found["what"][:_STEM].casefold() in text[: found.start()].casefold()
        return f"the {found['what']}" if named else found[0]

    return _POINTED.sub(the, text)


def _its_name(m: Material, code: str) -> bool:
    """A short form that the text explains is the name of the measure in a study of a measure."""
    form = re.split(r"[-\d]", code)[0]
    return (
        m.brief.kind == "test"
        and len(form) > 2
        and f"({form}" in f"{texts(m.record).get('abstract', '')} {m.record.title}"
    )


def _small(m: Material, text: str) -> str:
    """The clause within a sentence: its first word small where it is no name."""
    head, _, rest = text.partition(" ")
    held = f"{texts(m.record)['abstract']} {m.record.title}"
    if _OPENS.match(head) or head.lower() in _NUMBERS or head[:1].isdigit():
        return f"{head.lower()} {rest}"
    if not head[1:].islower():
        return text
    if head.endswith("ly") or re.search(rf"\b{re.escape(head.lower())}\b", held):
        return f"{head.lower()} {rest}"
    return text if re.search(rf"[a-z,] {re.escape(head)}\b", held) else uncapital(text)
