"""An opening that says who took part, with what the study was to find out beside it.

A title names things; an aim says what was asked of them, and more often so that it can be told
alone: "The aim was to measure compassion fatigue in nurses" where the title's words make "fatigue".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from evidence_atlas.records import RuleSupport

from ..brief.main_result import stems
from ..material import Material, Piece
from ..rules import named
from ..said import Said
from ..sentences.codes import codes
from ..sentences.in_full import in_full
from ..sentences.standing import leans
from ..subject.aims import StatedAim, stated_aims
from ..tables import table
from ..words.clause import loaded
from ..words.verbs import main_verb

RULE = "aim-in-quick"
_TABLE = table("wording.toml")["aim"]
_USELESS = re.compile(table("messages.toml")["plan"]["useless_aim"], re.IGNORECASE)
_EMPTY = re.compile(_TABLE["empty"], re.IGNORECASE)
_OPEN_END = re.compile(_TABLE["open_end"], re.IGNORECASE)
_BESIDE_THE_POINT = re.compile(_TABLE["beside_the_point"])
_ASKS = re.compile(r"\w+ how (?:many|much)\b")
_BARE_NOUN = re.compile(_TABLE["bare_noun"], re.IGNORECASE)
_CAUSED = re.compile(
    r"\b(?:due to|because of|caused by|triggered by|driven by|(?:leading|leads?|led) to|"
    r"result(?:ing|s|ed)? in|(?:the|an?) (?:\w+ )?effects? of)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s*(?::\s|,?\s(?:and|or|as well as)\b)")
_TAIL = 12
_PLAIN = [(re.compile(v["verb"], re.IGNORECASE), v["plain"]) for v in _TABLE["plain"]]
_TELLS_WHO = re.compile(
    r"Researchers (?:compared|asked|looked|measured)|This study (?:looked|followed|is on|bears on)|"
    r"By computer, this study|[\w,-]+ (?:[\w-]+ ){1,12}took part in this study\.|"
    r"This review gathered (?:[\w,-]+ )?studies(?:, with [\d,]+ people)?(?:,? on [^.]*)?\.\Z"
)
"""An opening that says who took part. A trial's tells what was tried, too."""
NEW_WORDS = 2
"""An aim with fewer words that the opening lacks tells no more than the opening."""
MOST_IN_FULL = 32
FEWEST_LEFT = 7
"""An aim cut to fewer words says too little."""
MOST_WORDS = (26, 18, 12)
"""An aim is told as long as there is room for it, else cut where it may end."""


def aims_in_quick(m: Material) -> Iterator[Piece]:
    """ "The aim was to …", the fullest first; nothing where it is only to write the paper."""
    told: set[str] = set()
    for most in MOST_WORDS:
        for aim in stated_aims(m, most):
            if aim.aimed_at or _says_little(aim) or _list_cut(aim):
                continue
            lead = "Part of the aim was to" if _GOES_ON.match(_behind(aim)) else "The aim was to"
            text = f"{lead} {_in_plain_verbs(_to_the_point(aim.text))}."
            if text not in told and not (_claims(text) or codes(m, text)):
                told.add(text)
                yield Piece(text, (aim.quote, named(RULE)))
            break


def _claims(text: str) -> bool:
    """Whether it judges or names a cause, which an opening in the atlas's own voice may not."""
    return loaded(text) or _CAUSED.search(text) is not None


def _says_little(aim: StatedAim) -> bool:
    """Whether it names nothing that was asked, or points at what does not stand in it."""
    words = (_USELESS.search(aim.text), _EMPTY.match(aim.text), _OPEN_END.search(aim.text))
    asks = _ASKS.match(aim.text)
    unasked = asks is not None and main_verb(aim.text[asks.end() :]) is None
    return any(words) or unasked or leans(aim.text)


def _behind(aim: StatedAim) -> str:
    """What of its sentence follows an aim."""
    at = aim.quote.text.find(aim.text[-_TAIL:])
    return aim.quote.text[at + _TAIL :] if at >= 0 else ""


def _list_cut(aim: StatedAim) -> bool:
    """Whether a list stands there without its last part: "in three groups: the ill, the well"."""
    goes_on = _GOES_ON.match(_behind(aim))
    return goes_on is not None and (":" in goes_on[0] or "," in aim.text)


def _to_the_point(aim: str) -> str:
    """The aim without where, when and by what, where the rest still says what was asked."""
    shorter = _BESIDE_THE_POINT.sub("", _BESIDE_THE_POINT.sub("", aim))
    long_enough = len(shorter.split()) >= FEWEST_LEFT
    return shorter if long_enough and not _OPEN_END.search(shorter) else aim


def _in_plain_verbs(text: str) -> str:
    for verb, plain in _PLAIN:
        if verb.match(text):
            text = verb.sub(plain, text, count=1)
            break
    return _BARE_NOUN.sub(r"\1 the ", text)


def aimed(m: Material, opening: Said, began: str, illness: str | None) -> Iterator[Said]:
    """The opening with the aim behind what it tells of who took part, the fullest way first.

    `illness` is one that the opening has told of its subject: then the aim has to name it.
    """
    if not _TELLS_WHO.match(began):
        return
    for aim in aims_in_quick(m):
        if illness and not m.condition.illnesses_in(aim.text):
            continue
        if len(stems([aim.text]) - stems([began])) < NEW_WORDS:
            continue
        told = in_full(m, replace(opening, text=aim.text), MOST_IN_FULL)
        support = tuple(dict.fromkeys((*told.support, *aim.support)))
        text = f"{began} {told.text}"
        yield replace(opening, text=text, support=support, plainer=None, fuller=())


def tells_aim(told: Said) -> bool:
    """Whether a sentence tells what the study was to find out."""
    return any(isinstance(s, RuleSupport) and s.rule == RULE for s in told.support)
