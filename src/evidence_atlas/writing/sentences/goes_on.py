"""What a sentence says before or behind a clause, without which the clause says something else.

"The patients were older and had smoked more than those who were well" is no sentence of the
patients being older, full stop. A clause that leans on such words is told with them or not at all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from evidence_atlas.records import Sentence

from ..tables import table
from ..words.clause import says_null
from ..words.edges import IN_BRACKETS
from ..words.verbs import main_verb
from .empty_results import only_announced

_TABLE = table("sentences/goes_on.toml")

_VERB_OF_LIST = r"(?:was|were|is|are|had|have|has|showed|reported|experienced|scored)\b"
_ONE_MORE_VERB = re.compile(rf",? and {_VERB_OF_LIST}", re.IGNORECASE)
_VERB_THEN_LIST = re.compile(
    rf", {_VERB_OF_LIST}[^;]*, (?!(?:and|or|but|which|who|with)\b)[^,;]+\Z", re.IGNORECASE
)
_LAST_VERB = re.compile(rf", (?={_VERB_OF_LIST}[^,]*\Z)", re.IGNORECASE)


def _cue(name: str) -> re.Pattern[str]:
    return re.compile(_TABLE[name], re.IGNORECASE)


_TAKES_BACK = _cue("takes_back")
_TAKES_BACK_FIRST = _cue("takes_back_first")
_CONDITION_BEHIND = _cue("condition_behind")
_COMPARES = _cue("compares")
_OTHER_SIDE = _cue("other_side")
_JOINED_OTHER_SIDE = _cue("joined_other_side")
_CONCEDING = _cue("conceding")
_WHILE_BEFORE = _cue("while_before")
_ANSWER_POINTS = _cue("answer_points")
_SAME_SUBJECT = _cue("same_subject")
_TURNS = _cue("turns")
_WANTS_MORE = _cue("wants_more")
_MORE = _cue("more")
_NO_WAY, _WAY, _WAY_BEHIND = _cue("no_way"), _cue("way"), _cue("way_behind")
_GIVEN, _AND_GIVEN = _cue("given"), _cue("and_given")
_OPEN_LIST, _LAST_ITEM = _cue("open_list"), _cue("last_item")
_VALUE, _MEANS_BEHIND = _cue("value"), _cue("means_behind")
_SETTING = _cue("setting")
_OWN_PEOPLE = _cue("own_people")
_POINTS = _cue("points")
_PARTLY = _cue("partly")
_UNSIZED, _OF_WHAT = _cue("unsized"), _cue("of_what")
_SHARE_OF_WHAT = _cue("share_of_what")
_NUMBERED = _cue("numbered")
_ONE_TERM = _cue("one_term")
_ANNOUNCES = _cue("announces")
# Where the half ends and its answer begins.
_ANSWERED = re.compile(r"(?:\s*(?:\([^()]*\)|\[[^\[\]]*\]))*\s*,")
_LEAD = re.compile(_TABLE["lead"], re.IGNORECASE)
_NO_NOUN_FIRST = re.compile(_TABLE["no_noun_first"], re.IGNORECASE)
_INDICATES = re.compile(_TABLE["indicates"], re.IGNORECASE)
_MAY = re.compile(_TABLE["may"], re.IGNORECASE)
_ITEM_ENDS = re.compile(r";|$")


def only_half(before: str, clause: str, rest: str) -> bool:
    """A half that is conceded ("Although pain fell, …") and answered by what is not told."""
    if not _ANSWERED.match(rest):
        return False
    lead = _LEAD.match(clause)
    before = before + (lead[0] if lead else "")
    if _CONCEDING.search(before):
        return True
    return bool(_WHILE_BEFORE.search(before) and _ANSWER_POINTS.search(rest))


def taken_back_later(rest: str) -> bool:
    """Whether the sentence later takes all of it back: "although these did not remain".

    Or binds it to a condition behind its examples: ", such as A, when they felt at risk"; or tells
    that it was made good: "fell, and rebounded".
    """
    if _CONDITION_BEHIND.match(rest) or turns(rest):
        return True
    return bool(_TAKES_BACK_FIRST.search(rest) or _TAKES_BACK.search(rest))


def needed_end(clause: str, rest: str) -> int:
    """How much of the `rest` of the sentence the clause needs to be whole; 0 where nothing."""
    bare = IN_BRACKETS.sub("", clause)
    if (
        _COMPARES.search(bare)
        and not _OTHER_SIDE.search(bare)
        and (joined := _JOINED_OTHER_SIDE.match(rest))
    ):
        return joined.end()
    if _WANTS_MORE.search(clause) and _MORE.match(rest):
        end = re.search(r"[;,]|$", rest)
        return end.start() if end else len(rest)
    return 0


def turns(rest: str) -> bool:
    """Whether the sentence goes on with what became of it: "fell, and rebounded to …"."""
    return _TURNS.match(rest) is not None


def turned(clause: str) -> bool:
    """Whether the clause itself tells what became of it, for which no frame of ours has words."""
    return _TURNS.search(clause) is not None


def same_subject_end(rest: str) -> int:
    """How far the sentence says something more of the clause's own subject: "and was reduced"."""
    joined = _SAME_SUBJECT.match(rest)
    return joined.end() if joined else 0


def way_end(clause: str, rest: str) -> int:
    """How far the sentence says which way a difference went, what a score means, or ends a list.

    "Anxiety differed by age, with higher scores in the old"; "it was 34%, indicating mild trouble".
    """
    bare = IN_BRACKETS.sub("", clause)
    if _OPEN_LIST.search(bare) and (last := _LAST_ITEM.match(rest)):
        return last.end()
    if says_null(bare):
        return 0
    open_way = _NO_WAY.search(bare) is not None and _WAY.search(bare) is None
    found = _WAY_BEHIND.match(rest) if open_way else None
    if found is None and _VALUE.search(bare):
        found = _MEANS_BEHIND.match(rest)
    return found.end() if found else 0


def null_of_another(text: str, outcome: str) -> bool:
    """Whether the words that deny stand in another clause than the outcome does.

    "Although it did not ease pain, it may steady the rhythm": no null of the rhythm.
    """
    at = text.casefold().find(outcome.casefold())
    if at < 0:
        return False
    comma = text.rfind(", ", 0, at)
    if comma < 0 or not says_null(text[:comma]) or says_null(text[comma:]):
        return False
    own = text[comma + 2 :]
    # "Our findings indicate that it may steady the rhythm": what is indicated has the verb.
    verb = main_verb(own) or main_verb(_INDICATES.sub("", own)) or _MAY.search(own)
    return verb is not None and main_verb(text[:comma]) is not None


_OF_WHAT_WAS_TOLD = re.compile(_TABLE["of_what_was_told"], re.IGNORECASE)


def list_by_semicolons(rest: str) -> bool:
    """Whether a list goes on behind a semicolon: what follows has no verb of its own.

    What speaks of that which was told is no further item: "; of these, 11% before".
    """
    if not rest.startswith(";") or _OF_WHAT_WAS_TOLD.match(rest):
        return False
    item = rest[1:]
    end = _ITEM_ENDS.search(item)
    first = IN_BRACKETS.sub("", item[: end.start()] if end else item)
    # A printed interval behind it is no item.
    return main_verb(first) is None and re.search(r"\b[a-z]{4,}", first) is not None


def more_was_given(part: str, rest: str) -> bool:
    """Whether the list of what people were given goes on behind the part: "with A and B, and C"."""
    more = _AND_GIVEN.match(rest)
    if more is None or _GIVEN.search(part) is None:
        return False
    return main_verb(more["what"]) is None and re.search(r"[a-z]{4,}", more["what"]) is not None


def verbs_joined(part: str, rest: str) -> str:
    """ "Were A, had B" before ", and were C": what is told of two verbs of a list of three."""
    if not _ONE_MORE_VERB.match(rest):
        return part
    joined = _LAST_VERB.sub(" and ", part)
    if joined == part and _VERB_THEN_LIST.search(part):
        # "Were younger, had more pain, more worry": a list within the list of verbs.
        head, _, last = part.rpartition(", ")
        joined = f"{head} and {last}"
    return part if joined == part else f"{joined}, among other things"


def setting_of(sentence: str, clause_at: int, clause: str) -> str:
    """The people of whom the whole sentence tells, where a later clause names none: "in men"."""
    found = _SETTING.match(sentence)
    if found is None or clause_at < found.end() or _OWN_PEOPLE.search(clause):
        return ""
    # What the first clause says itself begins right behind them.
    if clause_at == found.end() or _NO_NOUN_FIRST.match(clause):
        return ""
    return found["of"]


def of_those_before(sentences: Sequence[Sentence], at: int) -> bool:
    """Whether a sentence tells of people whom only the one before it names.

    "For women, A. They were believed. For men, B": who was believed are the women, where the text
    sets one group against another and the sentence between them names nobody.
    """
    if not 0 < at < len(sentences) - 1 or _OWN_PEOPLE.search(sentences[at].text):
        return False
    before = _SETTING.match(sentences[at - 1].text)
    behind = (_SETTING.match(s.text) for s in sentences[at + 1 : at + 3])
    other = next((found for found in behind if found is not None), None)
    if before is None or other is None or _SETTING.match(sentences[at].text) is not None:
        return False
    return before["of"].casefold() != other["of"].casefold()


def points_back(text: str) -> bool:
    """Whether a clause points at what stood in a sentence before: "similar findings"."""
    return bool(_POINTS.search(text) or _PARTLY.match(text))


@lru_cache(maxsize=1024)
def tells_no_thing(text: str) -> bool:
    """ "A proportion showed it", an item of a numbered list, a link of which one end is lost.

    Nor does "no difference between men and women", or "they faced a 47% higher": in or of what,
    stands elsewhere.
    """
    nothing = any(cue.match(text) for cue in (_UNSIZED, _OF_WHAT, _ONE_TERM)) or any(
        cue.search(text) for cue in (_SHARE_OF_WHAT, _NUMBERED, _ANNOUNCES)
    )
    return nothing or only_announced(text)
