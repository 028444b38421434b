"""One reported result in plain words and without statistics, for Quick."""

from __future__ import annotations

import re

from evidence_atlas.records import QuoteSupport, Result, of_result, quote, quoted, texts

from ..brief.alike_at_start import asks_who_they_were
from ..frames import FRAMES, first, frame_rule
from ..glossary.plain_words import terms_for
from ..material import Material, Piece
from ..said import Said, said
from ..sentences.empty_results import brought_along, unnamed_groups, unnamed_pair
from ..sentences.goes_on import list_by_semicolons, points_back, tells_no_thing
from ..sentences.in_full import in_full
from ..sentences.method_talk import without_method
from ..sentences.out_of import out_of
from ..sentences.ratio_told import of_whom, ratio_in_words
from ..sentences.scales_told import by_what_it_measures
from ..sentences.standing import names_nothing, numbers_a_group
from ..slots import Slots
from ..tables import table
from ..words.clause import restate, says_nothing, unclear_things
from ..words.edges import (
    needs_its_brackets,
    outside_brackets,
    without_brackets,
    without_heading,
)
from ..words.names import length
from ..words.noun_phrases import short, uncapital
from ..words.numbers import as_read, figures
from ..words.quoting import TURN, without_examples
from ..words.verbs import finite
from .between_retold import between_retold
from .chance import of_a_list, with_the_border, within_chance
from .in_frames import STATISTICS, a_group, distinctive, n_support, quoted_text, templated
from .in_order import in_this_order, other_forms_in_full, with_its_order
from .performance import test_result
from .whole_clause import (
    clause_quote,
    one_ended,
    only_half_told,
    taken_back,
    told_otherwise,
    under_setting,
    whole_clause,
)

MOST_WORDS = 22
MOST_WORDS_LOOSE = 30
MOST_FIGURES = 2
MOST_FIGURES_LOOSE = 4
# Words that point at something told in a sentence that does not stand here.
POINTS_BACK = re.compile(
    r"(?<!that most )(?<!that some )"
    r"\b(?:of|in|by|for|with|to|on|from|at) (?:these|this|them|it)\b(?! order\b)|"
    # "Most said that they were ill": who, stands in the sentence.
    r"(?<!said that )(?<!described that )(?<!reported that )(?<!stated that )(?<!felt that )"
    r"\bthey (?:was|were|did|had|held|also|could|may|might)\b|"
    r"\b(?:it|this|these) (?:was|were|did|had|held|also|could|may|might)\b|"
    r"(?:^|[,;] |\band |\bbut )that (?:was|were|did|had|held|also|could|may|might)\b|"
    r"^[^,;]{0,25}\b(?:had|felt|reported) (?:them|it)\b|\bremained\W*$|"
    r"\bthe (?:former|latter|two (?:groups|conditions)|other (?:two|three|group))\b|"
    r"\b(?:was|were|is|are|did|had) (?:it|they)\b|\brespectively\b|\bin and\b|"
    r"\b(?:every|each|all|any) other (?:\w+ )?(?:measure|outcome|test|score|group|symptom|"
    r"parameter|variable|value|marker|index|domain|item)(?:s|es)?\b|"
    r"\ball other \w+ (?:indexes|indices)\b|"
    r"\bremained (?:too|also|as well)\b|\b(?:showed|had|were) (?:similar|the same|comparable) "
    r"(?:patterns?|results|findings|trends?)\W*$|"
    r"^(?:only )?(?:\d[\d,]*|1 in \d+|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"\w+teen|twenty) (?:of them )?(?:(?:was|were|had|did|have)\b|"
    # "200 reached consensus": 200 of what? "Ten reported cases" are cases.
    r"(?:reached|met|moved|advanced|passed|improved|worsened|recovered|reported|showed|developed|"
    r"died|completed|experienced|remained|required|received|agreed|responded|returned)\b"
    r"(?! (?:[\w-]+ )?\w+s (?:was|were|had|did|have)\b))|"
    r"^the (?:differences?|changes?|improvements?|effects?)(?: between (?:the )?(?:two )?groups)? "
    r"(?:was|were)\b|"
    r"^(?:similar|the same|comparable) (?:findings|results|patterns?|trends?)\b",
    re.IGNORECASE,
)
# So many times more than what? Without its other side a ratio cannot be read.
_TIMES = re.compile(
    r"\b(?:times|fold) (?:(?:as )?(?:great|high|likely|common|large|low|long|frequent)\w*|"
    r"more|less|increase\w*)\b|\b(?:twice|double|half) (?:as|the) \w+",
    re.IGNORECASE,
)
_OTHER_SIDE = re.compile(
    r"\b(?:than|compared|versus|vs|against|relative to|as (?:in|for|those|the|people|with))\b",
    re.IGNORECASE,
)
# What befell one of many is not what was found.
_ONE_PERSON = re.compile(
    r"one (?:patient|participant|person|case|woman|man|child)\b(?! in\b)", re.IGNORECASE
)
# "Among 400 people, 30 of them": who they are stands before it.
_OF_THOSE_NAMED = re.compile(r"^(?:among|of) [\d,]+ (?:[\w-]+ )?people, [\d,]+ of them\b", re.I)
# A count out of a count, by the share printed behind it: "317/712 (44.5%)".
_OUT_OF = re.compile(
    r"(?P<about>\b(?:half|thirds?|quarters?) )?"
    r"(?<![\d/.])(?P<n>\d{1,6})/(?P<of>\d{1,6})(?= ?[(\[]\d{1,3}(?:[.·]\d+)? ?%)"
)
# Words of statistics that tell few which way a thing went.
_HARD_STATISTIC = re.compile(table("wording.toml")["hard_statistic"]["pattern"], re.IGNORECASE)
_CODE = re.compile(r"\b[A-Za-z]*[A-Z][A-Za-z]*(?:[A-Z0-9]|-?[α-ω]|-\d)[\w*-]*")
_KNOWN = frozenset(table("wording.toml")["codes"]["known"].split())
_SHARES = re.compile(r"(?<![\d/.])\d{1,6}/\d{1,6} ?[(\[](\d{1,3}(?:[.·]\d+)? ?%)[)\]]")
# It points at a finding that may not stand in front of it here.
_BY_CONTRAST = re.compile(
    r",\s(?:by contrast|in contrast|however|moreover|conversely|in turn|on the other hand),\s",
    re.IGNORECASE,
)
_FROM_TO = re.compile(r"\s+from\s+[\d.,±%\s]{1,30}to\s+[\d.,±%\s]{1,30}[^,;.]{0,30}$")
_AVERAGE = re.compile(
    r"(?<!root )\b(?:the )?(?:mean|median|average) (?!of\b|square)(?=\w)", re.IGNORECASE
)


# "Two predictors:" which, stands behind it.
_ANNOUNCED = re.compile(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|following) (?:[\w-]+ ){0,2}"
    r"(?:predictors|factors|themes|clusters|groups|patterns|types|subtypes|domains|profiles|"
    r"categories|symptoms|markers|variables|genes|pathways|ways|areas)\b",
    re.IGNORECASE,
)


def quick_result(
    m: Material, slots: Slots, index: int, *, loose: bool = False, coded: bool = False
) -> Said | None:
    """A result in plain words and without statistics; None where that cannot be done safely.

    `loose` lets a longer clause with more figures stand, where nothing shorter can be told; `coded`
    one with a short form that no glossary knows, where nothing else can.
    """
    if not asks_who_they_were(m.record) and _brought_along(m, m.reading.results[index]):
        return None
    told = between_retold(m, slots, index) or _quick_result(m, slots, index, loose=loose)
    if told is None:
        return None
    told = with_its_order(by_what_it_measures(m, in_full(m, told)))
    return told if len(codes(m, told.text)) <= (MOST_CODES if coded else 0) else None


def _brought_along(m: Material, result: Result) -> bool:
    """Whether the clause, or its sentence as a whole, tells who the groups were at the start."""
    around = m.reading.sentence_at(result.quote.start, result.quote.field)
    return any(brought_along(s.text) for s in (result.quote, around) if s is not None)


def _quick_result(m: Material, slots: Slots, index: int, *, loose: bool) -> Said | None:
    result = m.reading.results[index]
    if not result.is_null and within_chance(result):
        return None
    # Where only a number takes back what the authors write, no frame is sure; nor is one where
    # the sentence goes on to take a part of it back.
    if (tested := test_result(m, result, index)) is not None:
        return tested
    unsure = told_otherwise(result) or bool(taken_back(m, result)) or only_half_told(m, result)
    told = None if unsure else templated(m, slots, result, quick=True)
    if told is None or unnamed_groups(told[0].text):
        clause = _quick_clause(m, result, index, loose)
        plain = clause and "“" not in clause.text and not unnamed_groups(clause.text)
        if clause and (told is None or plain):
            return clause if of_a_list(result) else with_the_border(result, clause)
    if told is None:
        return None
    piece, support = told
    if result.scope == "subgroup":
        part = _part(m, slots, result, piece)
        if part is None:
            return None
        piece = part
    return with_the_border(result, said(piece, *support, about=(of_result(index),), lay=True))


MOST_CODES = 1


def codes(m: Material, text: str) -> list[str]:
    """Short forms and symbols that a reader cannot know: no illness, treatment or known word."""
    for pattern in (t.pattern for t in terms_for(m.condition, text)):
        text = pattern.sub(" ", text)
    for illness in m.condition.illnesses_in(text):
        text = re.sub(illness.pattern, " ", text, flags=re.IGNORECASE)
    for name in (*m.reading.interventions, *m.reading.comparators):
        text = re.sub(rf"\b{re.escape(name)}\b", " ", text, flags=re.IGNORECASE)
    text = re.sub(r"“[^”]*”", " ", text)
    text = _OWN_NAME.sub(" ", text)
    return [code for code in _CODE.findall(text) if not _known_code(code)]


# A study, a register or an app goes by its name.
_OWN_NAME = re.compile(
    r"\b[A-Za-z]*[A-Z][\w-]*(?= (?:[Cc]ohort|[Ss]tudy|[Tt]rial|[Rr]egist(?:ry|er)|[Ss]urvey|"
    r"[Pp]rogramme?|[Pp]roject|[Aa]pp|[Dd]atabase|[Cc]onsortium|[Bb]iobank)\b)"
)


def _known_code(code: str) -> bool:
    """A known word, alone or with plain ones: "COVID-19-related"."""
    parts = (p for p in re.split(r"[-‐‑]", code) if not (p.islower() or p.isdigit()))
    return code in _KNOWN or all(p in _KNOWN for p in parts)


_FOUND_NO = re.compile(r"^the study found no clear (\w+) ")


def but(first: Said, second: Said, *, unlike: bool = False) -> Said:
    """Two results in one sentence: something was seen, but something else was not.

    Of `unlike` things two sentences are told: "but" would set against each other what the authors
    have not.
    """
    both = (*first.about, *second.about)
    if " but not " in second.text:
        # The second tells both already: "A rose at one time, but not at another."
        return said(Piece(second.text, first.support), *second.support, about=both, lay=True)
    if unlike:
        both_told = f"{first.text.rstrip('.')}. {second.text}"
        return said(Piece(both_told, first.support), *second.support, about=both, lay=True)
    not_seen = _FOUND_NO.sub(r"no clear \1 was found ", uncapital(second.text))
    return said(
        Piece(f"{first.text.rstrip('.')}, but {not_seen}", first.support),
        *second.support,
        about=both,
        lay=True,
    )


def _quick_clause(m: Material, result: Result, index: int, loose: bool) -> Said | None:
    """A short clause without symbols can stand as it is."""
    by_chance = told_otherwise(result) and len(_SHARES.findall(result.text)) == 2
    told = (result.text, clause_quote(m, result)) if by_chance else whole_clause(m, result)
    if told is None:
        return None
    clause, own = _with_its_turn(m, result, *told)
    if not clause:
        return None
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
    without = in_this_order(_averaged(_BY_CONTRAST.sub(" ", without)))
    null = result.is_null
    for mark in (";", ":"):
        head, _, rest = without.partition(mark)
        turned = TURN.search(re.sub(r"\bthan\b", "", rest) if mark == ":" else rest)
        if mark == ";" and list_by_semicolons(mark + rest):
            continue
        if mark == ":" and _ANNOUNCED.search(head):
            continue
        if finite(head) and rest and not null and not turned:
            # What follows is a further finding, or says it again with more in it, unless it
            # takes the first one back.
            without = head
            if own.field == "abstract" and (left := outside_brackets(own.text, mark)) > 0:
                own = quoted(quote(texts(m.record), "abstract", own.start, own.start + left))
    about = (of_result(index), *(told_too(m, index, own) if own.end > result.quote.end else ()))
    text = None
    for shorter in dict.fromkeys((without, without_examples(without))):
        text = text or restate(
            shorter,
            randomised_result=result.comparison == "between_randomised",
            most=MOST_WORDS_LOOSE if loose else MOST_WORDS,
        )
    if text is None:
        return _quick_quote(m, result, index, clause, own)
    nothing = says_nothing(text) and not by_chance
    if _ONE_PERSON.match(text) and m.brief.kind not in ("case_report", "series", "interviews"):
        return None
    pointer = POINTS_BACK.search(_OF_THOSE_NAMED.sub("", text))
    text, meant = other_forms_in_full(m, text)
    if STATISTICS.search(text) or nothing or pointer or _other_side(result) or points_back(text):
        return None
    if one_ended(text) or tells_no_thing(text) or _of_nobody(m, text):
        return None
    if (ratio := _TIMES.search(text)) and not _OTHER_SIDE.search(text, ratio.end() - 3):
        return None
    if figures(text) > (MOST_FIGURES_LOOSE if loose else MOST_FIGURES):
        return None
    name = "result_by_chance" if by_chance else "result_clause"
    if by_chance:
        text = f"{text.rstrip('.')}{FRAMES[name]['after']}"
    return said(
        Piece(text, (own, *meant)), *base, frame_rule(name),
        about=about, lay=True,
    )  # fmt: skip


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


_OTHERS = re.compile(
    r"\b(?:in|of|among|for) (?:the )?(?:\w+ )?(?:controls?|uninfected|unexposed|unvaccinated|"
    r"healthy|placebo|comparison|comparators?|non-?infected)\b",
    re.IGNORECASE,
)


def _other_side(result: Result) -> bool:
    """A figure of those compared with alone: "the rate in the uninfected was 0.9"."""
    return (
        result.direction == "descriptive"
        and _OTHERS.search(result.text) is not None
        and not _OTHER_SIDE.search(result.text)
        and not re.search(r"(?<!^)\b(?:and|or|but|while|whereas|both)\b", result.text)
    )


_OPENER = re.compile(table("wording.toml")["opener"]["pattern"], re.IGNORECASE)
_OPENER_STAYS = re.compile(table("wording.toml")["opener"]["keep"], re.IGNORECASE)
_RATIO = {
    name: re.compile(cue, re.IGNORECASE) for name, cue in table("wording.toml")["ratio"].items()
}


def hides_its_way(clause: str) -> bool:
    """Whether a ratio below one goes by a word such as "associated", which hides that it is less.

    Without its brackets the clause would tell of what protects as of what harms.
    """
    bare = without_brackets(clause)
    if not _RATIO["neutral"].search(bare) or _RATIO["way"].search(bare):
        return False
    printed = (found[1].replace("·", ".") for found in _RATIO["printed"].finditer(clause))
    return any(float(number) < 1 for number in printed)


_A_VALUE = re.compile(
    r"(?<![\d.,])\d[\d.,]*(?![\d.,]*[- ]?(?:hours?|days?|weeks?|months?|years?)\b)(?![\d.,])"
)
"""A figure that is no time: 53 of "53 points", none of "12 weeks"."""


def _averaged(text: str) -> str:
    """Without "mean" and "median", but where a figure stands it is said to be a typical one."""
    if not _A_VALUE.search(text):
        return _AVERAGE.sub("", text)
    return re.sub(r"\b(an?)(?= (?:average|typical)\b)", _article, _AVERAGE.sub(_typical, text))


def _article(match: re.Match[str]) -> str:
    return "an" if match.string.startswith(" average", match.end()) else "a"


def _typical(match: re.Match[str]) -> str:
    """ "The median stay was 53 days" is not "the stay was 53 days"."""
    article = "the " if match[0].casefold().startswith("the ") else ""
    return f"{article}{'typical' if 'median' in match[0].casefold() else 'average'} "


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


def _quick_quote(
    m: Material, result: Result, index: int, clause: str, own: QuoteSupport
) -> Said | None:
    """A few of the authors' words, where ours would claim more than the study can show."""
    if m.retold or result.scope == "subgroup" or says_nothing(clause) or unclear_things(clause):
        return None
    text = quoted_text(clause, own.text, plain=True)
    if text is None or STATISTICS.search(text) or POINTS_BACK.search(text) or points_back(text):
        return None
    if tells_no_thing(text):
        return None
    return said(Piece(text, (own,)), frame_rule("result_quoted"), about=(of_result(index),))


def _part(m: Material, slots: Slots, result: Result, finding: Piece) -> Piece | None:
    """A finding told of the part of the people that it concerns, and of no more."""
    entry = FRAMES["result_part"]
    own = dict(slots)
    name = short(result.who or "")
    if name and not (a_group(m, name) and distinctive(name)):
        name = None
    if name and name.casefold() in finding.text.casefold():
        # The finding names the part already.
        return finding
    own["finding"] = Piece(uncapital(finding.text), finding.support)
    if result.n is not None and (where := n_support(m, result)):
        words = "one person" if result.n == 1 else f"{as_read(result.n)} people"
        own["n_people"] = Piece(words, where)
    if name:
        own["who"] = Piece(uncapital(name), (quoted(result.quote), *m.words(result.who or "")))
    else:
        own.pop("who", None)
    filled = first([entry["one_of"], entry["named"]], own)
    if filled is None:
        return None
    return Piece(filled.text, (*filled.support, frame_rule("result_part")))
