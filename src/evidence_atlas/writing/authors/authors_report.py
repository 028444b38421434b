"""A sentence of the abstract in indirect speech, as what the authors report, write or conclude.

Where a result has no plain frame, in Quick and below: close to their own words and as theirs,
without brackets and statistics. Never advice, a word of praise or what the paper is good for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_atlas.records import (
    QuoteSupport,
    quote,
    quoted,
    texts,
)

from ..brief.alike_at_start import asks_who_they_were
from ..brief.kinds import OF_OTHERS_STUDIES
from ..material import Material, Piece
from ..results.in_order import other_forms_in_full, with_its_order
from ..results.share_kept import with_its_share
from ..rules import named
from ..said import Keep, Said, said
from ..sentences.among_others import among_others
from ..sentences.codes import codes
from ..sentences.empty_results import brought_along, had_besides, only_announced, unnamed_pair
from ..sentences.goes_on import (
    of_those_before,
    tells_no_thing,
)
from ..sentences.in_full import in_full
from ..sentences.in_two import in_two
from ..sentences.indirect import candidates, cleaned, longest_first, place_of
from ..sentences.markers_together import markers_together
from ..sentences.method_talk import says_of_what
from ..sentences.numbered_groups import with_what_they_have
from ..sentences.out_of import out_of
from ..sentences.pointing import POINTS_BACK
from ..sentences.retold import says_twice
from ..sentences.standing import names_nothing, numbers_a_group
from ..tables import table
from ..words.asides import in_aside
from ..words.clause import swapped, tells_the_making
from ..words.edges import needs_its_brackets
from ..words.hidden_way import hides_its_way
from ..words.names import length
from ..words.numbers import figures
from ..words.statistics import STATISTICS
from ..words.theirs import as_theirs, bare
from ..words.verbs import finite
from .fit_to_stand import fit_to_stand
from .has_verb import has_verb, is_sentence, stands_behind_that, verb_stands_before
from .led_in import led_in
from .may_be_chance import may_be_chance, only_a_ratio
from .measured_in_words import measured_in_words
from .odds_both_ways import odds_both_ways
from .small_letter import in_small_letter
from .themes_told import listed_in_ways as themes_listed
from .themes_told import only_the_first, themes_in

_TABLE = table("wording.toml")["reported"]
_HARD_STATISTIC = re.compile(_TABLE["hard_statistic"], re.IGNORECASE)
_ENDS = re.compile(_TABLE["ends"], re.IGNORECASE)
_POINTS = re.compile(_TABLE["points"], re.IGNORECASE)
_BAD_START = re.compile(_TABLE["bad_start"], re.IGNORECASE)
_SOME_OF_THEM = re.compile(_TABLE["some_of_them"], re.IGNORECASE)
_NOTHING = re.compile(_TABLE["nothing"], re.IGNORECASE)
_ANNOUNCES = re.compile(_TABLE["announces"], re.IGNORECASE)
_OWN_ACCOUNTS = frozenset({"interviews", "survey"})
_KNOWN = re.compile(table("wording.toml")["main_result"]["known"], re.IGNORECASE)
_SURE_VERB = re.compile(_TABLE["sure_verb"], re.IGNORECASE)
_OF_SO_MANY = re.compile(_TABLE["of_so_many"], re.IGNORECASE)
_WENT = re.compile(_TABLE["went"], re.IGNORECASE)
_GREW = re.compile(_TABLE["grew"], re.IGNORECASE)
_SHARE_IN_BRACKETS = re.compile(_TABLE["share_in_brackets"], re.IGNORECASE)
_FOUND_NO = re.compile(_TABLE["found_no"], re.IGNORECASE)
_LISTS = re.compile(r": .*(?:,|; and )")
"""What was announced stands behind its colon."""
_PTS = re.compile(r"\b[Pp]ts\b")
_TIMES = re.compile(_TABLE["times"], re.IGNORECASE)
_UNNAMED_MOST = re.compile(_TABLE["unnamed_most"], re.IGNORECASE)
FEWEST_WORDS, MOST_WORDS, MOST_WORDS_IN_FULL = 5, 34, 40
MOST_WORDS_OF_A_LIST = 54
MOST_WORDS_IN_ONE = 20
"""A longer sentence of two halves is told as two."""
MOST_WORDS_IN_TWO = 50
"""So many where the sentence is told as two."""
_REPORT = "The authors report "
ADVICE, MAKE = "recommendations", "The authors make "
LISTING = ". They are: "
"""Behind what is listed, where every item is told."""
ADDS, BUT_ADDS = "They add that ", "But they add that "
NOT_IN_TWO = '“”"()[]?=<>|:'
MOST_FIGURES = 4
MOST_SHARES = 5
"""Of a list of shares ("53% had pain, 34% a cough") more figures can be read."""
_RULE = named("authors-report")


def reported(
    m: Material, at: int, *, coded: bool = False, most: int = MOST_WORDS, whole_only: bool = False
) -> Iterator[Said]:
    """The sentence `at` as the authors', whole and then shorter; nothing where it is not sure.

    `coded` lets one short form stand that no glossary knows, and a whole sentence whose verb no
    table knows; `most` are words; `whole_only` leaves nothing out that stands between commas.
    """
    sentence = m.reading.sentences[at]
    own = quote(texts(m.record), "abstract", sentence.start, sentence.end)
    if in_aside(m.record, own):
        return
    if hides_its_way(sentence.text):
        if (told := _both_ways(m, sentence.text, quoted(own), coded=coded)) is not None:
            yield _as_said(m, at, told)
        return
    if only_the_first(sentence.text) or may_be_chance(sentence.text) or only_a_ratio(m, at):
        return
    if of_those_before(m.reading.sentences, at):
        return
    if brought_along(sentence.text) and not asks_who_they_were(m.record):
        return
    if had_besides(m.record, sentence.text):
        return
    if _SHARE_IN_BRACKETS.search(sentence.text) or needs_its_brackets(sentence.text):
        return
    # What is known from others is no finding of this study.
    if m.brief.kind not in OF_OTHERS_STUDIES and _KNOWN.search(sentence.text):
        return
    counted, base = out_of(m, sentence.text)
    lead, text = led_in(m, sentence, counted)
    support = quoted(own)
    themes = themes_in(cleaned(sentence.text))
    # Of a list nothing is left out that stands between commas.
    whole_only = whole_only or themes is not None
    found = candidates(text, FEWEST_WORDS, most, _ENDS, whole_only=whole_only)
    listed = bare(text)
    if (few := among_others(listed)) is not None and FEWEST_WORDS <= length(few) <= most:
        found.append((few, few))
    if themes and (listing := _listing(m, *themes, support, coded=coded)) is not None:
        yield _as_said(m, at, listing).supported_by(*base)
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


def _both_ways(m: Material, text: str, own: QuoteSupport, *, coded: bool) -> Piece | None:
    """Factors of more and of less, told apart."""
    clause = odds_both_ways(text)
    told = clause and _told(m, f"{_REPORT}that ", clause, clause, own, coded=coded)
    return Piece(told.text, (*told.support, named("odds-both-ways"))) if told else None


def _as_said(m: Material, at: int, told: Piece) -> Said:
    theirs = said(told, _RULE, voice="authors", about=(place_of(m, at),), lay=True, keep=Keep.MAIN)
    return with_its_share(with_its_order(theirs))


def _listing(
    m: Material, head: str, items: list[str], own: QuoteSupport, *, coded: bool
) -> Piece | None:
    """The themes that a sentence numbers, whole or cut "among others"."""
    lead = MAKE if ADVICE in head else _REPORT
    for told in themes_listed(head, [in_small_letter(m, item).strip() for item in items]):
        piece = _told(m, lead, told, told, own, coded=coded, most=MOST_WORDS_OF_A_LIST)
        if piece is not None:
            return listing_of(piece)
    return None


def listing_of(piece: Piece) -> Piece:
    """A list behind a colon, as a sentence of its own."""
    return Piece(piece.text.replace(": ", LISTING, 1), piece.support)


def _halves(m: Material, lead: str, text: str, own: QuoteSupport, *, coded: bool) -> Piece | None:
    """The sentence as two of theirs, where each half may be told."""
    halves = in_two(text, has_verb) if lead.endswith(" that ") else None
    if halves is None or length(text) > MOST_WORDS_IN_TWO or any(c in text for c in NOT_IN_TWO):
        return None
    one, other, turns = halves
    first = _told(m, lead, one, one, own, coded=coded)
    second = _told(m, BUT_ADDS if turns else ADDS, other, other, own, coded=coded)
    if first is None or second is None:
        return None
    support = tuple(dict.fromkeys((*first.support, *second.support)))
    return Piece(f"{first.text.rstrip('.')}. {second.text}", support)


def _told(
    m: Material,
    lead: str,
    whole: str,
    part: str,
    own: QuoteSupport,
    *,
    coded: bool,
    most: int = MOST_WORDS_IN_FULL,
) -> Piece | None:
    """One part of the sentence as theirs, or None where it may not stand by itself."""
    rest = bare(whole)[len(part) :]
    fit = fit_to_stand(m, part, rest)
    if fit is None:
        return None
    part = fit
    claim = _FOUND_NO.sub(_there_was_no, as_theirs(swapped(part)))
    if says_twice(m, lead, claim):
        return None
    if lead == _REPORT and not says_of_what(claim):
        return None
    says_that = lead.endswith(" that ")
    verb = has_verb(claim) or (coded and not rest and _is_clause(m, own, part))
    if says_that and (_starts_badly(m, claim, part) or not verb):
        return None
    told = _GREW.sub(" had ", _WENT.sub(r"\1 had", claim.rsplit(" that ", 1)[-1]))
    sure = finite(told) or _SURE_VERB.search(told) is not None or verb_stands_before(rest)
    if says_that and rest and not sure:
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
    if _UNNAMED_MOST.match(claim):
        return None
    if unnamed_pair(claim, m.record.title):
        return None
    if _ANNOUNCES.search(claim) and not _LISTS.search(claim):
        return None
    claim, meant = other_forms_in_full(m, claim)
    if POINTS_BACK.search(claim) or _POINTS.search(claim) or STATISTICS.search(claim):
        return None
    shares = len(re.findall(r"\d ?%", claim)) >= MOST_SHARES - 2
    few, _ = markers_together(claim)
    if figures(_TIMES.sub("", few)) > (MOST_SHARES if shares else MOST_FIGURES):
        return None
    claim, glossed = measured_in_words(m, claim)
    glossed = (*glossed, named("patients-in-full")) if _PTS.search(own.text) else glossed
    made = said(
        Piece(lead + (in_small_letter(m, claim) if says_that else claim), (own, *called, *meant)),
        *glossed,
    )
    full = in_full(m, made, most)
    unknown = {code for code in codes(m, full.text) if not names_its_subject(m, code)}
    if len(unknown) <= (1 if coded else 0):
        return Piece(full.text, full.support)
    if len(unknown) <= 1 or rest:
        return None
    text, why = markers_together(full.text, both=coded)
    if not why or {code for code in codes(m, text) if not names_its_subject(m, code)}:
        return None
    return Piece(text, (*full.support, *why))


def _is_clause(m: Material, own: QuoteSupport, told: str) -> bool:
    """Whether what is told whole of a sentence is a clause, though no table knows its verb."""
    return _of_the_results(m, own) and (
        is_sentence(own.text, told) or stands_behind_that(own.text, told)
    )


def _of_the_results(m: Material, own: QuoteSupport) -> bool:
    sentence = m.reading.sentence_at(own.start, own.field)
    return sentence is not None and sentence.role == "results"


def _there_was_no(found: re.Match[str]) -> str:
    """ "There were no clear links", "there was no clear link"."""
    return f"there {'were' if found['what'].endswith('s') else 'was'} no clear {found['what']}"


def names_its_subject(m: Material, code: str) -> bool:
    """A short form of the title is the subject's name, which stands above the page."""
    one = code[:-1] if code.endswith("s") and code[:-1].isupper() else code
    return re.search(rf"(?<!\w){re.escape(one)}s?(?!\w)", m.record.title) is not None


def _starts_badly(m: Material, claim: str, part: str) -> bool:
    """Whether the first words lean on a sentence that does not stand here."""
    if _OF_SO_MANY.match(claim) or re.match(r"our ", part, re.IGNORECASE):
        return False
    some = _SOME_OF_THEM.match(claim) is not None and m.brief.kind not in _OWN_ACCOUNTS
    return some or _BAD_START.match(claim) is not None
