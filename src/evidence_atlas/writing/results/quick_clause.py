"""The clause of a result, told in Quick as it stands: short, and without symbols."""

from __future__ import annotations

import re

from evidence_atlas.records import QuoteSupport, Result, of_result, quote, quoted, texts

from ..frames import FRAMES, frame_rule
from ..material import Material, Piece
from ..said import Said, said
from ..sentences.counted_ways import leaves_out_a_way
from ..sentences.empty_results import unnamed_pair
from ..sentences.goes_on import list_by_semicolons, points_back, tells_no_thing
from ..sentences.method_talk import without_method
from ..sentences.out_of import out_of
from ..sentences.pointing import POINTS_BACK
from ..sentences.ratio_told import of_whom, ratio_in_words
from ..sentences.set_against import only_set_against
from ..sentences.standing import names_nothing, numbers_a_group
from ..tables import table
from ..words.clause import restate, says_nothing, unclear_things
from ..words.edges import (
    needs_its_brackets,
    outside_brackets,
    without_brackets,
    without_heading,
)
from ..words.hidden_way import hides_its_way
from ..words.names import length
from ..words.numbers import figures
from ..words.quoting import TURN, without_examples
from ..words.statistics import STATISTICS
from ..words.turns import without_turns
from ..words.verbs import finite
from .averages import averaged
from .in_order import in_this_order, other_forms_in_full
from .quoted_text import quoted_text
from .whole_clause import (
    clause_quote,
    one_ended,
    taken_back,
    told_otherwise,
    under_setting,
    whole_clause,
)

MOST_WORDS = 22
MOST_WORDS_LOOSE = 30
MOST_FIGURES = 2
MOST_FIGURES_LOOSE = 4
MOST_WORDS_SHARED, MOST_FIGURES_SHARED = 34, 6
"""Of a sentence that counts who got better, stayed the same and got worse: it is told whole."""
_TABLE = table("results/quick_clause.toml")
_OPENER = re.compile(_TABLE["opener"], re.IGNORECASE)
_OPENER_STAYS = re.compile(_TABLE["opener_stays"], re.IGNORECASE)
_HARD_STATISTIC = re.compile(_TABLE["hard_statistic"], re.IGNORECASE)
_TIMES = re.compile(_TABLE["times"], re.IGNORECASE)
_OTHER_SIDE = re.compile(_TABLE["other_side"], re.IGNORECASE)
_ONE_PERSON = re.compile(_TABLE["one_person"], re.IGNORECASE)
# "Among 400 people, 30 of them": who they are stands before it.
_OF_THOSE_NAMED = re.compile(r"^(?:among|of) [\d,]+ (?:[\w-]+ )?people, [\d,]+ of them\b", re.I)
# A count out of a count, by the share printed behind it: "317/712 (44.5%)".
_OUT_OF = re.compile(
    r"(?P<about>\b(?:half|thirds?|quarters?) )?"
    r"(?<![\d/.])(?P<n>\d{1,6})/(?P<of>\d{1,6})(?= ?[(\[]\d{1,3}(?:[.·]\d+)? ?%)"
)
_SHARES = re.compile(r"(?<![\d/.])\d{1,6}/\d{1,6} ?[(\[](\d{1,3}(?:[.·]\d+)? ?%)[)\]]")
_BY_CONTRAST = re.compile(_TABLE["by_contrast"], re.IGNORECASE)
_FROM_TO = re.compile(r"\s+from\s+[\d.,±%\s]{1,30}to\s+[\d.,±%\s]{1,30}[^,;.]{0,30}$")
_ANNOUNCED = re.compile(_TABLE["announced"], re.IGNORECASE)
_OTHERS = re.compile(_TABLE["others"], re.IGNORECASE)


def quick_clause(m: Material, result: Result, index: int, loose: bool) -> Said | None:
    """A short clause without symbols can stand as it is."""
    by_chance = told_otherwise(result) and len(_SHARES.findall(result.text)) == 2
    told = (result.text, clause_quote(m, result)) if by_chance else whole_clause(m, result)
    if told is None:
        return None
    clause, own = _with_its_turn(m, result, *told)
    if not clause:
        return None
    clause, own, shared = _with_all_who_fared(m, clause, own)
    clause = without_method(without_heading(clause))
    clause, own = under_setting(m, clause, own)
    clause, base = out_of(m, of_whom(ratio_in_words(clause), _counted_people(m)))
    named_in_it = result.who is not None and result.who.casefold() in result.text.casefold()
    if result.scope == "subgroup" and not named_in_it:
        return None
    if len(_SHARES.findall(clause)) == 2:
        # Two groups are easier set side by side in hundredths.
        clause = _SHARES.sub(r"\1", clause)
    clause = _OUT_OF.sub(_counted, clause)
    without = _FROM_TO.sub("", without_brackets(clause).rstrip(". "))
    if hides_its_way(clause) or needs_its_brackets(clause):
        return None
    if not _OPENER_STAYS.search(without):
        without = _OPENER.sub("", without)
    without = in_this_order(averaged(without_turns(without, _BY_CONTRAST)))
    without, own = _up_to_its_mark(m, result, without, own)
    about = (of_result(index), *(told_too(m, index, own) if own.end > result.quote.end else ()))
    text = None
    for shorter in dict.fromkeys((without, without_examples(without))):
        text = text or restate(
            shorter,
            randomised_result=result.comparison == "between_randomised",
            most=MOST_WORDS_SHARED if shared else MOST_WORDS_LOOSE if loose else MOST_WORDS,
        )
    if text is None:
        return _quoted(m, result, index, clause, own)
    if (says_nothing(text) and not by_chance) or _I.search(text):
        return None
    if _ONE_PERSON.match(text) and m.brief.kind not in ("case_report", "series", "interviews"):
        return None
    if _other_side(result) or POINTS_BACK.search(_OF_THOSE_NAMED.sub("", text)):
        return None
    text, meant = other_forms_in_full(m, text)
    if only_set_against(text) or _leaves_some_out(m, own, text):
        return None
    most = MOST_FIGURES_SHARED if shared else MOST_FIGURES_LOOSE if loose else MOST_FIGURES
    if figures(text) > most or _leans(m, text):
        return None
    name = "result_by_chance" if by_chance else "result_clause"
    if by_chance:
        text = f"{text.rstrip('.')}{FRAMES[name]['after']}"
    return said(
        Piece(text, (own, *meant)), *base, frame_rule(name),
        about=about, lay=True,
    )  # fmt: skip


_I = re.compile(r"\bI (?:\w+ly |also )?(?:find|found|show|observe|report|estimate)")
"""What one author tells of herself is no sentence of the atlas."""


def _with_all_who_fared(
    m: Material, clause: str, own: QuoteSupport
) -> tuple[str, QuoteSupport, bool]:
    """The whole sentence where the clause counts only some of those whom it counts, and if so."""
    if not _leaves_some_out(m, own, clause):
        return clause, own, False
    around = m.reading.sentence_at(own.start, own.field)
    held = quote(texts(m.record), "abstract", around.start, around.end) if around else None
    return (held.text.rstrip(" ."), quoted(held), True) if held else (clause, own, False)


def _leaves_some_out(m: Material, own: QuoteSupport, text: str) -> bool:
    """Whether the sentence counts others too, who fared otherwise than those who are told of."""
    around = m.reading.sentence_at(own.start, own.field)
    return around is not None and leaves_out_a_way(text, around.text)


def _leans(m: Material, text: str) -> bool:
    """Whether a reader would need statistics, or words that stand elsewhere, to follow it."""
    if STATISTICS.search(text) or points_back(text) or one_ended(text) or tells_no_thing(text):
        return True
    ratio = _TIMES.search(text)
    if ratio is not None and not _OTHER_SIDE.search(text, ratio.end() - 3):
        return True
    return _of_nobody(m, text)


def _up_to_its_mark(
    m: Material, result: Result, told: str, own: QuoteSupport
) -> tuple[str, QuoteSupport]:
    """The clause up to its semicolon or colon, where what follows can be left out.

    It is then a further finding, or says it again with more in it, and does not take it back.
    """
    for mark in (";", ":"):
        head, _, rest = told.partition(mark)
        turned = TURN.search(re.sub(r"\bthan\b", "", rest) if mark == ":" else rest)
        if mark == ";" and list_by_semicolons(mark + rest):
            continue
        if mark == ":" and _ANNOUNCED.search(head):
            continue
        if finite(head) and rest and not result.is_null and not turned:
            told = head
            if own.field == "abstract" and (left := outside_brackets(own.text, mark)) > 0:
                own = quoted(quote(texts(m.record), "abstract", own.start, own.start + left))
    return told, own


def _with_its_turn(
    m: Material, result: Result, clause: str, own: QuoteSupport
) -> tuple[str, QuoteSupport]:
    """The clause with what its sentence takes back of it, and a short sentence whole.

    "Scores fell in both groups, but more in the yoga group"; "six improved; four did not". No
    clause where both together are too long.
    """
    rest = taken_back(m, result)
    if rest.strip(" ,") in clause:
        rest = ""
    if rest and not finite(clause):
        return "", own
    around = next(
        (s for s in m.reading.sentences if s.start <= own.start and own.end <= s.end), None
    )
    if own.field != "abstract" or around is None:
        return ("", own) if rest else (clause, own)
    if own.text.rstrip(" .") != clause.rstrip(" .") and clause not in own.text:
        return ("", own) if rest else (clause, own)
    whole = around.text.rstrip(" .")
    several = ";" in whole or re.search(r"\band \d|, with \d", whole)
    short_one = several and length(without_brackets(whole)) <= MOST_WORDS
    if not rest and not short_one:
        return clause, own
    start = own.start + max(0, own.text.find(clause)) if rest else around.start
    end = start + len(clause) + len(rest) if rest else around.end
    if end > around.end:
        return "", own  # what is taken back does not follow the clause
    held = quote(texts(m.record), "abstract", start, end)
    told = held.text.rstrip(" .;")
    if length(without_brackets(told)) > MOST_WORDS_LOOSE:
        return ("", own) if rest else (clause, own)
    return told, quoted(held)


def told_too(m: Material, index: int, own: QuoteSupport) -> tuple[str, ...]:
    """The further results that stand in the words told."""
    return tuple(
        of_result(i) for i, r in enumerate(m.reading.results)
        if i != index and own.start <= r.quote.start < own.end
        and r.quote.field == own.field
    )  # fmt: skip


def _other_side(result: Result) -> bool:
    """A figure of those compared with alone: "the rate in the uninfected was 0.9"."""
    return (
        result.direction == "descriptive"
        and _OTHERS.search(result.text) is not None
        and not _OTHER_SIDE.search(result.text)
        and not re.search(r"(?<!^)\b(?:and|or|but|while|whereas|both)\b", result.text)
    )


def _of_nobody(m: Material, text: str) -> bool:
    """Whether few can tell which way it went, or of whom or what it is told."""
    unknown = numbers_a_group(text) or unnamed_pair(text, m.record.title)
    unknown = unknown or names_nothing(text)
    return unknown or _HARD_STATISTIC.search(text) is not None


def _counted_people(m: Material) -> frozenset[int]:
    people = m.reading.participants
    counts = (people.total, people.analysed, people.patients, people.enrolled)
    return frozenset(n for n in counts if n is not None)


def _counted(match: re.Match[str]) -> str:
    """ "317 of 712"; after "about half" set apart by commas."""
    told = f"{match['n']} of {match['of']}"
    return f"{match['about'].rstrip()}, {told}," if match["about"] else told


def _quoted(m: Material, result: Result, index: int, clause: str, own: QuoteSupport) -> Said | None:
    """A few of the authors' words, where ours would claim more than the study can show."""
    if m.retold or result.scope == "subgroup" or says_nothing(clause) or unclear_things(clause):
        return None
    text = quoted_text(clause, own.text, plain=True)
    if text is None or STATISTICS.search(text) or POINTS_BACK.search(text) or points_back(text):
        return None
    if tells_no_thing(text):
        return None
    return said(Piece(text, (own,)), frame_rule("result_quoted"), about=(of_result(index),))
