"""What a page says of harms: reported, none reported, or not mentioned; never safety."""

from __future__ import annotations

import re
from dataclasses import replace

from evidence_atlas.reading.results.harms import kept_away
from evidence_atlas.records import QuoteSupport, RuleSupport, Support, quote, quoted, texts

from ..authors.small_letter import in_small_letter
from ..frames import FRAMES, frame_rule
from ..material import Material, Piece
from ..said import Keep, Said, said
from ..tables import table
from ..words.clause import causal, loaded, restate, says_nothing
from ..words.names import length
from ..words.quoting import phrase
from .harms_named import (
    JUDGED,
    NAMED,
    PARTS,
    has_statistics,
    in_plain_words,
    is_a_list,
    named_harms,
    within_a_sentence,
)
from .harms_reported import as_authors_report, scored, without_judgement

_PATTERNS: dict[str, str] = table("limits/harms.toml")

_SERIOUS = re.compile(_PATTERNS["serious"], re.IGNORECASE)
MOST_WORDS = 12
MOST_WORDS_QUICK = 25
MOST_WORDS_BELOW = 48


def harms(m: Material, *, quick: bool) -> Said | None:
    """The harms sentence of a page on a treatment; None where no treatment was given."""
    if not m.brief.treatment:
        return None
    found = m.reading.harms
    about = ("harms",)
    if found.status in ("not_stated", "not_applicable") or found.quote is None:
        return _silent(m, about, quick=quick)
    own = quoted(found.quote)
    if found.status == "none_reported":
        return _none_came(m, found.quote.text, own, about, quick=quick)
    told = _reported(m, without_judgement(found.quote.text), own, about, quick=quick)
    if told is not None:
        return told
    if scored(found.quote.text):
        return _plain("harms_scored", about, own)
    below = quick and _reported(m, without_judgement(found.quote.text), own, about, quick=False)
    return _plain("harms_below" if below else "harms_untold", about, own)


def _silent(m: Material, about: tuple[str, ...], *, quick: bool) -> Said:
    """No harm is named: whether nothing is said of harms at all, or something beside it."""
    befell = _befell(m, about, MOST_WORDS if quick else MOST_WORDS_BELOW)
    if befell is not None:
        return befell
    for name in ("worsened", "happened", "not_recorded", "not_looked_for", "looked_for"):
        where = m.quotes(f"harms.{name}")
        if where:
            return _plain(f"harms_{name}", about, *where)
    judged = _judged_perhaps(m)
    if judged and not m.retold:
        return _quoted("harms_words", judged[0].text, judged[0], about, form="perhaps")
    told = judged or _spoken_of(m)
    return _plain("harms_untold" if told else "harms_not_stated", about, *told)


def _befell(m: Material, about: tuple[str, ...], most: int) -> Said | None:
    """What befell people and may be a harm, in the abstract's own words, where these are short."""
    where, named = m.quotes("harms.happened"), m.quotes("harms.happened_as")
    if not where or not named:
        return None
    told = where[0].text.strip().rstrip(".")
    by_chance = m.reading.design.randomised is True
    for clause in (told, *PARTS.split(told)):
        if named[0].text not in clause or loaded(clause) or JUDGED.search(clause):
            continue
        words = restate(clause, randomised_result=by_chance, most=most)
        if words and not has_statistics(words):
            text = FRAMES["harms_happened"]["told"].replace(
                "{harms}", in_plain_words(within_a_sentence(words))
            )
            why = frame_rule("harms_happened")
            return said(Piece(text, (where[0],)), why, about=about, keep=Keep.ALWAYS)
    return None


def _none_came(
    m: Material, text: str, own: QuoteSupport, about: tuple[str, ...], *, quick: bool
) -> Said:
    if m.quotes("harms.none_of"):
        return _plain("harms_none_of", about, own)
    judged = _JUDGED_RUN.search(text) or JUDGED.search(text)
    if judged and not NAMED.search(text):
        if m.retold:
            return _plain("harms_words", about, own)
        befell = m.quotes("harms.happened")
        if befell:
            return _quoted("harms_words_happened", judged.group(), own, about, befell[0])
        kept = m.quotes("harms.not_brought_on")
        if kept:
            return _quoted(
                "harms_words_and", judged.group(), own, about, more=(kept[0].text, kept[0])
            )
        one = _OF_ONE.match(text.strip())
        if one is not None and not _alone(m, one["one"]):
            # Said of one treatment, it is no word on what others were given.
            return _judged_of_one(in_small_letter(m, one["one"]), judged.group(), own, about)
        return _quoted("harms_words", judged.group(), own, about)
    turned = _BUT.search(text)
    if turned is not None and not m.retold:
        # What stands behind "though" is no less part of what is told of harms.
        clause = as_authors_report(text, MOST_WORDS_BELOW)
        if clause is not None and not causal(_EFFECTS.sub("harms", clause)):
            if quick and length(clause) > MOST_WORDS:
                return _plain("harms_below", about, own)
            frame = FRAMES["harms_reported"]["authors"]
            piece = Piece(frame.replace("{harms}", within_a_sentence(clause)), (own,))
            why = frame_rule("harms_reported")
            return said(piece, why, about=about, keep=Keep.ALWAYS, voice="authors")
        return _plain("harms_untold", about, own)
    if (concern := _CONCERN.search(text)) is not None and not _CALLED_HARMS.search(text):
        # A concern about safety is a judgement: harms may have come that raised none.
        if m.retold:
            return _plain("harms_words", about, own)
        return _quoted("harms_words", concern.group(), own, about)
    serious = _SERIOUS.search(text) is not None
    if _PUT_DOWN.search(text):
        return _plain("harms_put_down", about, own, form="serious" if serious else "plain")
    said_of = _plain("harms_none_serious" if serious else "harms_none", about, own)
    whom = m.quotes("harms.looked_for_in")
    if not whom:
        return said_of
    # Where they were looked for in one group only, nothing is known of the others.
    text = (
        f"Harms were looked for in the {whom[0].text}; {said_of.text[:1].lower()}{said_of.text[1:]}"
    )
    return replace(said_of.supported_by(*whom, frame_rule("harms_looked_for")), text=text)


def _reported(
    m: Material, text: str, own: QuoteSupport, about: tuple[str, ...], *, quick: bool
) -> Said | None:
    if scored(text):
        return None
    # The beginning of a list is not what was reported.
    words = None if is_a_list(text) else phrase(text)
    if words and (says_nothing(words) or words not in own.text):
        words = None
    if words and not m.retold and (not quick or length(words) <= 10):
        return _quoted("harms_reported", words, own, about)
    by_chance = m.reading.design.randomised is True
    lengths = (MOST_WORDS, MOST_WORDS_QUICK) if quick else (MOST_WORDS_BELOW,)
    found = next((f for most in lengths if (f := named_harms(text, most, by_chance))), None)
    lay = found is not None
    if found is None and not is_a_list(text):
        clause = as_authors_report(text, lengths[-1])
        # A cause is the authors' to claim.
        found = (
            (
                "authors" if causal(_EFFECTS.sub("harms", clause)) else "told",
                within_a_sentence(clause),
            )
            if clause
            else None
        )
    if found is None:
        return None
    piece = Piece(
        FRAMES["harms_reported"][found[0]].replace("{harms}", in_plain_words(found[1])), (own,)
    )
    return said(
        piece, frame_rule("harms_reported"), about=about, lay=lay, keep=Keep.ALWAYS,
        voice="authors" if found[0] == "authors" else "atlas",
    )  # fmt: skip


def _judged_of_one(one: str, words: str, own: QuoteSupport, about: tuple[str, ...]) -> Said:
    text = FRAMES["harms_words"]["of_one"].replace("{treatment}", one)
    piece = Piece(text.replace("{harms}", f"“{words}”"), (own,))
    return said(piece, frame_rule("harms_words"), about=about, keep=Keep.ALWAYS)


def _alone(m: Material, one: str) -> bool:
    """Whether the treatment of which it is said is the only one that the page tells as given."""
    given = m.reading.interventions
    return not given or (len(given) == 1 and _same(given[0], one))


def _same(name: str, told: str) -> bool:
    return name.casefold() in told.casefold() or told.casefold() in name.casefold()


_BUT = re.compile(_PATTERNS["but"], re.IGNORECASE)
_EFFECTS = re.compile(_PATTERNS["effects"], re.IGNORECASE)
_JUDGED_RUN = re.compile(_PATTERNS["judged_run"], re.IGNORECASE)
"""More than one such word, side by side: told alone, either would not be all that they write."""
_CONCERN = re.compile(_PATTERNS["concern"], re.IGNORECASE)
_CALLED_HARMS = re.compile(_PATTERNS["called_harms"], re.IGNORECASE)
_PUT_DOWN = re.compile(_PATTERNS["put_down"], re.IGNORECASE)
_OF_ONE = re.compile(_PATTERNS["of_one"], re.IGNORECASE)
_PERHAPS_JUDGED = re.compile(_PATTERNS["perhaps_judged"], re.IGNORECASE)


def _judged_perhaps(m: Material) -> tuple[QuoteSupport, ...]:
    text = texts(m.record).get("abstract", "")
    for sentence in m.reading.sentences:
        if sentence.role in ("results", "conclusions"):
            found = _PERHAPS_JUDGED.search(text, sentence.start, sentence.end)
            if found:
                return (quoted(quote(texts(m.record), "abstract", *found.span("judged"))),)
    return ()


def withheld(told: Said) -> bool:
    """Whether the sentence says only that the abstract reports harms, and not which."""
    return _by_rule(told, "harms-untold")


def says_which(told: Said) -> bool:
    """Whether the sentence tells of harms: no silence, and nothing withheld."""
    return not withheld(told) and not _by_rule(told, "harms-not-stated")


_NONE_NAMED = (
    "harms-words", "harms-words-and", "harms-words-happened", "harms-scored", "harms-looked-for",
    "harms-not-recorded", "harms-not-looked-for",
)  # fmt: skip


def names_them(told: Said) -> bool:
    """Whether it says which came, or that none did; a judgement or a score alone does not."""
    return says_which(told) and not any(_by_rule(told, name) for name in _NONE_NAMED)


def _by_rule(told: Said, name: str) -> bool:
    return any(isinstance(s, RuleSupport) and s.rule == name for s in told.support)


_TOLD = re.compile(_PATTERNS["told"])


def _spoken_of(m: Material) -> tuple[Support, ...]:
    """Where results or conclusions speak of harms in words that were not read: no silence."""
    text = texts(m.record).get("abstract", "")
    for sentence in m.reading.sentences:
        found = _TOLD.search(text, sentence.start, sentence.end)
        told = found is not None and not kept_away(sentence.text)
        if found and told and sentence.role in ("results", "conclusions"):
            return (quoted(quote(texts(m.record), "abstract", *found.span())),)
    return ()


def under_label(told: Said) -> Said:
    """The sentence in a row that is labelled "Harms", which it does not say a second time.

    Nor does the plain word for "adverse events", which is explained there instead.
    """
    words = told.text.removeprefix("Harms: ").replace("Harms reported include ", "these include ")
    return replace(told, text=words[:1].upper() + words[1:], label="Harms", lay=False)


def _plain(name: str, about: tuple[str, ...], *support: object, form: str = "plain") -> Said:
    piece = Piece(FRAMES[name][form], tuple(support))  # type: ignore[arg-type]
    return said(piece, frame_rule(name), about=about, lay=True, keep=Keep.ALWAYS)


def _quoted(
    name: str,
    words: str,
    own: object,
    about: tuple[str, ...],
    *beside: object,
    form: str = "quoted",
    more: tuple[str, object] | None = None,
) -> Said:
    text = FRAMES[name][form].replace("{harms}", f"“{words}”")
    held = [own, *beside]
    if more is not None:
        text = text.replace("{more}", f"“{more[0]}”")
        held.append(more[1])
    return said(Piece(text, tuple(held)), frame_rule(name), about=about, keep=Keep.ALWAYS)  # type: ignore[arg-type]
