"""A sentence of the abstract in indirect speech, as what the authors report, write or conclude.

Where a result has no plain frame, in Quick and below: close to their own words and as theirs,
without brackets and statistics. Never advice, a word of praise or what the paper is good for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_atlas.records import (
    QuoteSupport,
    RuleSupport,
    Sentence,
    Support,
    quote,
    quoted,
    texts,
)
from evidence_atlas.records.finder import finder

from ..brief.alike_at_start import asks_who_they_were
from ..brief.kinds import OF_OTHERS_STUDIES, TREATMENT
from ..material import Material, Piece
from ..results.hidden_way import hides_its_way
from ..results.in_frames import STATISTICS
from ..results.in_order import in_this_order, other_forms_in_full, with_its_order
from ..rules import named
from ..said import Keep, Said, said
from ..sentences.among_others import among_others
from ..sentences.codes import codes
from ..sentences.empty_results import brought_along, only_announced, unnamed_pair
from ..sentences.goes_on import (
    list_by_semicolons,
    only_half,
    taken_back_later,
    tells_no_thing,
    verbs_joined,
)
from ..sentences.in_full import in_full
from ..sentences.in_two import in_two
from ..sentences.indirect import candidates, cleaned, longest_first, place_of
from ..sentences.markers_together import markers_together
from ..sentences.method_talk import found_by
from ..sentences.numbered_groups import with_what_they_have
from ..sentences.out_of import out_of
from ..sentences.pointing import POINTS_BACK
from ..sentences.retold import says_twice, told_of_them
from ..sentences.scales_told import in_measures
from ..sentences.standing import names_nothing, numbers_a_group
from ..tables import table
from ..words.asides import in_aside
from ..words.clause import causal, swapped, tells_the_making, unclear_things
from ..words.edges import needs_its_brackets, without_brackets, without_heading
from ..words.names import length
from ..words.noun_phrases import uncapital
from ..words.numbers import figures
from ..words.praise import marked
from ..words.theirs import as_theirs, bare
from ..words.untied import untied
from ..words.verbs import finite

_TABLE = table("wording.toml")["reported"]
_LEADS = [
    (re.compile(e["pattern"], re.IGNORECASE), e["say"])
    for e in (*_TABLE["leads"], *table("wording.toml")["indirect"]["leads"])
]
_HARD_STATISTIC = re.compile(_TABLE["hard_statistic"], re.IGNORECASE)
_OPENING = re.compile(_TABLE["opening"], re.IGNORECASE)
_ALLOWING_FOR = re.compile(_TABLE["allowing_for"], re.IGNORECASE)
_ENDS = re.compile(_TABLE["ends"], re.IGNORECASE)
_TAKES_BACK = re.compile(_TABLE["takes_back"], re.IGNORECASE)
_BEHIND = re.compile(_TABLE["behind"], re.IGNORECASE)
_NOT_A_RESULT = re.compile(_TABLE["not_a_result"], re.IGNORECASE)
_JUDGED = re.compile(_TABLE["judged"], re.IGNORECASE)
_ADVISED = re.compile(_TABLE["advised"], re.IGNORECASE)
_POINTS = re.compile(_TABLE["points"], re.IGNORECASE)
_THEY = re.compile(_TABLE["they"], re.IGNORECASE)
_BAD_START = re.compile(_TABLE["bad_start"], re.IGNORECASE)
_SOME_OF_THEM = re.compile(_TABLE["some_of_them"], re.IGNORECASE)
_NOTHING = re.compile(_TABLE["nothing"], re.IGNORECASE)
_ANNOUNCES = re.compile(_TABLE["announces"], re.IGNORECASE)
_IN_THIS_STUDY = re.compile(_TABLE["in_this_study"], re.IGNORECASE)
_OWN_ACCOUNTS = frozenset({"interviews", "survey"})
_KNOWN = re.compile(table("wording.toml")["main_result"]["known"], re.IGNORECASE)
_VERB_LAST = re.compile(
    r"\b(?:was|were|is|are|be|been|include[sd]?|including|show(?:s|ed)?|had|has|have|that|as|"
    r"(?:over|than) (?:other |existing )?(?:methods|models|approaches))$",
    re.I,
)
_OF_SO_MANY = re.compile(
    r"(?:of (?:the )?[\d,]+|their (?:models?|patients|participants|findings)) ", re.IGNORECASE
)
_ANY_VERB = re.compile(f"{_TABLE['verbs']}|{_TABLE['people_verb']}", re.IGNORECASE)
# "Those who went on to have it": the small clause has a verb of its own.
_WENT = re.compile(
    r"\b(who|that|which) (?:\w+ly )?(?:went|came|took|gave|got|underwent|saw)\b", re.I
)
# "The risk increased with age": what grew is the subject of the verb.
_GREW = re.compile(r"(?<=\w) (?:increased|decreased|declined) (?=(?:with|over|across)\b)", re.I)
_VERB_IN_ED = re.compile(
    r"(?<![-‐‑])\w+ed (?:\w+ly )?(?:an?|the|no|with|by|in|to|from|that|between|after|more|less|"
    r"higher|lower|clear\w*|their|as|for|and)\b|"
    # Behind such a word it can be no participle: "their sleep clearly worsened".
    r"(?:(?<=clearly )|(?<=markedly )|(?<=slightly )|(?<=gradually ))\w+ed(?=\W*$|,)",
    re.IGNORECASE,
)
# What some made or told, after their name: "models generated accurate forecasts", "44% reported".
_DID = re.compile(_TABLE["did"], re.IGNORECASE)
# Without its bracket a share would read as the whole.
_SHARE_IN_BRACKETS = re.compile(r"\b(?:account(?:ed|s)? for|explain(?:ed|s)?) \(", re.IGNORECASE)
# A sign before a number, which is read as words.
_SIGNS = (
    # A word for many, as it is glossed, has their verb.
    (re.compile(r"\bsymptomatology was\b"), "symptoms were"),
    (re.compile(r"\bsymptomatology is\b"), "symptoms are"),
    (re.compile(_TABLE["statistic"], re.IGNORECASE), ""),
    (re.compile(r",?\s\(?p\s?[<=>≤]\s?0?[.·]\d+\)?"), ""),
    (re.compile(r"(?<=\s)>\s?(?=\d)"), "more than "),
    (re.compile(r"(?<=\s)<\s?(?=\d)"), "less than "),
    (re.compile(r"(?<=\s)≥\s?(?=\d)"), "at least "),
    (re.compile(r"(?<=\s)≤\s?(?=\d)"), "at most "),
)
# In the authors' mouth what "the study found" is what there was.
_FOUND_NO = re.compile(r"^the study found no clear (?P<what>\w+)", re.IGNORECASE)
_QUOTED = re.compile(r"“[^”]*”")
# When it was, is easily read and counts as no figure: "85% at 3 months and 32% at 12 months".
_TIMES = re.compile(r"\b(?:at|after|by) \d+ (?:days|weeks|months|years)\b", re.IGNORECASE)
FEWEST_WORDS, MOST_WORDS, MOST_WORDS_IN_FULL = 5, 34, 40
MOST_WORDS_IN_ONE = 20
"""A longer sentence of two halves is told as two."""
MOST_WORDS_IN_TWO = 50
"""So many where the sentence is told as two."""
ADDS, BUT_ADDS = "They add that ", "But they add that "
NOT_IN_TWO = '“”"()[]?=<>|:'
MOST_FIGURES = 4
MOST_SHARES = 5
"""Of a list of shares ("53% had pain, 34% a cough") more figures can be read."""
_RULE = named("authors-report")
_BY_METHOD = {
    "": "The authors report that ", "found": "The authors report ",
    "identified": "The authors identified ",
}  # fmt: skip


def reported(
    m: Material, at: int, *, coded: bool = False, most: int = MOST_WORDS, whole_only: bool = False
) -> Iterator[Said]:
    """The sentence `at` as the authors', whole and then shorter; nothing where it is not sure.

    `coded` lets one short form stand that no glossary knows; `most` are words; `whole_only` leaves
    nothing out that stands between commas.
    """
    sentence = m.reading.sentences[at]
    own = quote(texts(m.record), "abstract", sentence.start, sentence.end)
    if in_aside(m.record, own) or hides_its_way(sentence.text):
        return
    if brought_along(sentence.text) and not asks_who_they_were(m.record):
        return
    if _SHARE_IN_BRACKETS.search(sentence.text) or needs_its_brackets(sentence.text):
        return
    # What is known from others is no finding of this study.
    if m.brief.kind not in OF_OTHERS_STUDIES and _KNOWN.search(sentence.text):
        return
    counted, base = out_of(m, sentence.text)
    lead, text = _led(m, sentence, counted)
    support = quoted(own)
    found = candidates(text, FEWEST_WORDS, most, _ENDS, whole_only=whole_only)
    listed = bare(text)
    if (few := among_others(listed)) is not None and FEWEST_WORDS <= length(few) <= most:
        found.append((few, few))
    halves = _halves(m, lead, listed, support, coded=coded)
    alone, any_told = length(listed) > MOST_WORDS, False
    for whole, part in longest_first(found):
        # The two halves are read more easily than a long whole, and tell more than a part.
        if halves and not alone and (part != whole or length(whole) > MOST_WORDS_IN_ONE):
            yield _as_said(m, at, halves).supported_by(*base)
            halves = None
        told = _told(m, lead, whole, part, support, coded=coded)
        if told is not None:
            any_told = True
            yield _as_said(m, at, told).supported_by(*base)
    # So much is told only where nothing shorter can be.
    if halves and not any_told:
        yield _as_said(m, at, halves).supported_by(*base)


def _as_said(m: Material, at: int, told: Piece) -> Said:
    theirs = said(told, _RULE, voice="authors", about=(place_of(m, at),), lay=True, keep=Keep.MAIN)
    return with_its_order(theirs)


def _halves(m: Material, lead: str, text: str, own: QuoteSupport, *, coded: bool) -> Piece | None:
    """The sentence as two of theirs, where each half may be told."""
    halves = in_two(text, _has_verb) if lead.endswith(" that ") else None
    if halves is None or length(text) > MOST_WORDS_IN_TWO or any(c in text for c in NOT_IN_TWO):
        return None
    one, other, turns = halves
    first = _told(m, lead, one, one, own, coded=coded)
    second = _told(m, BUT_ADDS if turns else ADDS, other, other, own, coded=coded)
    if first is None or second is None:
        return None
    support = tuple(dict.fromkeys((*first.support, *second.support)))
    return Piece(f"{first.text.rstrip('.')}. {second.text}", support)


def _led(m: Material, sentence: Sentence, text: str) -> tuple[str, str]:
    """How the sentence is led in, and what is left of it."""
    text = in_this_order(_IN_THIS_STUDY.sub("", without_brackets(cleaned(text))))
    for pattern, say in _SIGNS:
        text = pattern.sub(say, text)
    text = untied(_BEHIND.sub("", _OPENING.sub("", without_heading(text))).strip())
    if (bared := _ALLOWING_FOR.sub("", text)) != text:
        text = bared[:1].upper() + bared[1:]
    if (by_method := found_by(text)) is not None and m.brief.kind not in OF_OTHERS_STUDIES:
        return _BY_METHOD[by_method[0]], by_method[1]
    lead = "The authors report that "
    if sentence.role == "conclusions":
        lead = "The authors conclude that "
    if m.brief.kind in OF_OTHERS_STUDIES:
        lead = "The authors write that "
    for pattern, say in _LEADS:
        shorter = pattern.sub("", text, count=1)
        if shorter != text:
            return say or lead, shorter
    if (theirs := told_of_them(m, text)) is not None:
        return "", theirs
    return lead, text


def _told(
    m: Material, lead: str, whole: str, part: str, own: QuoteSupport, *, coded: bool
) -> Piece | None:
    """One part of the sentence as theirs, or None where it may not stand by itself."""
    bared = bare(whole)
    rest = bared[len(part) :]
    if _TAKES_BACK.search(rest) or _VERB_LAST.search(part):
        return None
    if rest.startswith(":"):
        return None  # what was announced stands behind it
    if list_by_semicolons(rest):
        part = f"{part}, among other things"
    part = verbs_joined(part, rest)
    if taken_back_later(rest) or only_half("", part, rest):
        return None
    advised = m.brief.kind in OF_OTHERS_STUDIES and _ADVISED.search(part) is not None
    if unclear_things(part) or _THEY.match(part):
        return None
    if _NOT_A_RESULT.search(part) and not advised:
        return None
    judged = _as_theirs_to_judge(m, part)
    if judged is None:
        return None
    part = judged
    if m.brief.kind in TREATMENT and causal(part):
        return None
    claim = _FOUND_NO.sub(_there_was_no, as_theirs(swapped(part)))
    if says_twice(m, lead, claim):
        return None
    says_that = lead.endswith(" that ")
    if says_that and (_starts_badly(m, claim, part) or not _has_verb(claim)):
        return None
    told = _GREW.sub(" had ", _WENT.sub(r"\1 had", claim.rsplit(" that ", 1)[-1]))
    if says_that and rest and not finite(told):
        return None
    if _NOTHING.search(claim) or tells_the_making(claim):
        return None
    if (
        only_announced(claim)
        or only_announced(f"{lead}{claim}")
        or ("report" in lead and tells_no_thing(claim))
    ):
        return None
    claim, called = with_what_they_have(m, claim)
    if _HARD_STATISTIC.search(claim) or numbers_a_group(claim) or names_nothing(claim):
        return None
    if unnamed_pair(claim, m.record.title):
        return None
    if _ANNOUNCES.search(claim) and not re.search(r": .*,", claim):
        return None
    claim, meant = other_forms_in_full(m, claim)
    if POINTS_BACK.search(claim) or _POINTS.search(claim) or STATISTICS.search(claim):
        return None
    shares = len(re.findall(r"\d ?%", claim)) >= MOST_SHARES - 2
    few, _ = markers_together(claim)
    if figures(_TIMES.sub("", few)) > (MOST_SHARES if shares else MOST_FIGURES):
        return None
    claim, glossed = _measured(m, claim)
    made = said(
        Piece(lead + (_small(m, claim) if says_that else claim), (own, *called, *meant)), *glossed
    )
    full = in_full(m, made, MOST_WORDS_IN_FULL)
    unknown = {code for code in codes(m, full.text) if not names_its_subject(m, code)}
    if len(unknown) <= (1 if coded else 0):
        return Piece(full.text, full.support)
    text, why = markers_together(full.text) if len(unknown) > 1 and not rest else (full.text, ())
    if not why or {code for code in codes(m, text) if not names_its_subject(m, code)}:
        return None
    return Piece(text, (*full.support, *why))


def _as_theirs_to_judge(m: Material, part: str) -> str | None:
    """The part with the one word that judges between quotation marks; None where it may not stand.

    Of a treatment no such word is repeated, nor in a retelling, where no word is the authors'.
    """
    if not _JUDGED.search(part):
        return part
    quoted_once = None if m.retold or m.brief.kind in TREATMENT else marked(part)
    if quoted_once is None or _JUDGED.search(_QUOTED.sub("", quoted_once)):
        return None
    return quoted_once


def _there_was_no(found: re.Match[str]) -> str:
    """ "There were no clear links", "there was no clear link"."""
    return f"there {'were' if found['what'].endswith('s') else 'was'} no clear {found['what']}"


def names_its_subject(m: Material, code: str) -> bool:
    """A short form of the title is the subject's name, which stands above the page."""
    return re.search(rf"(?<!\w){re.escape(code)}(?!\w)", m.record.title) is not None


def _has_verb(claim: str) -> bool:
    """Whether it is a sentence: "people with laboratory-confirmed infection" is none."""
    return (
        finite(claim)
        or _DID.search(claim) is not None
        or any(
            not found[0].casefold().endswith("ed") or _VERB_IN_ED.match(claim, found.start())
            for found in _ANY_VERB.finditer(claim)
        )
    )


def _starts_badly(m: Material, claim: str, part: str) -> bool:
    """Whether the first words lean on a sentence that does not stand here."""
    if _OF_SO_MANY.match(claim) or re.match(r"our ", part, re.IGNORECASE):
        return False
    some = _SOME_OF_THEM.match(claim) is not None and m.brief.kind not in _OWN_ACCOUNTS
    return some or _BAD_START.match(claim) is not None


_SCORES_ON = re.compile(r"\bscores? (?:on|in|for|of)\b[^,;]{0,40}$", re.IGNORECASE)
MOST_WORDS_OF_A_MEASURE = 5
# "How far people can walk" is no name of a score.
_ASKS = re.compile(r"(?:how|what|whether|which|being)\b|.* (?:after|without|as|by) ")
_SCORES = re.compile(r"^[\w -]{0,30}\b(?:scores?|scales?|questionnaires?|levels)\b", re.IGNORECASE)


def _measured(m: Material, claim: str) -> tuple[str, tuple[Support, ...]]:
    """The claim with what a questionnaire measures in the place of its short form."""
    claim, told = in_measures(m, claim)
    used = list(told)
    for scale in finder(m.condition.scales).found(claim):
        if len(scale.measures.split()) > MOST_WORDS_OF_A_MEASURE or _ASKS.match(scale.measures):
            continue
        found = re.search(scale.pattern, claim)
        if found is None or not re.search(r"[A-Z]{2}", found[0]):
            continue
        scored = " scores"
        if _SCORES.match(claim[found.end() :]) or _SCORES_ON.search(claim[: found.start()]):
            scored = ""
        claim = f"{claim[: found.start()]}{scale.measures}{scored}{claim[found.end() :]}"
        meaning = f"Glossary: {found[0]} means a score of {scale.measures}."
        used.append(RuleSupport(rule="glossary", text=meaning))
    return claim, tuple(used)


def _small(m: Material, text: str) -> str:
    """The clause within a sentence: its first word small where the text itself writes it so."""
    head, _, rest = text.partition(" ")
    held = texts(m.record)["abstract"]
    if head[1:].islower() and re.search(rf"\b{re.escape(head.lower())}\b", held):
        return f"{head.lower()} {rest}"
    # With a capital within a sentence it is a name; in a title of capitals any word has one.
    title = "" if _in_capitals(m.record.title) else m.record.title
    if re.search(rf"[a-z,] {re.escape(head)}\b", f"{held} {title}"):
        return text
    if _ADJECTIVE.fullmatch(head) and _SHORT_FORM.match(rest):
        return f"{head.lower()} {rest}"
    return uncapital(text)


# "High IgE", "Preoperative CT": no name, though a short form follows.
_ADJECTIVE = re.compile(
    r"(?:High|Low|Raised|[A-Z][a-z]+(?:ive|ated|ained|ged|ased|ular|ormal))(?:er)?"
)
_SHORT_FORM = re.compile(r"(?=\w*[A-Z]\w*[A-Z])\w+")
_MOSTLY = 0.6


def _in_capitals(title: str) -> bool:
    """Whether a title gives its words capitals, as some journals do."""
    words = re.findall(r"\b[A-Za-z][a-z]{4,}\b", title)[1:]
    return bool(words) and sum(w[0].isupper() for w in words) > _MOSTLY * len(words)
