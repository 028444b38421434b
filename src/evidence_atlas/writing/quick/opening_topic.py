"""An opening that says who took part and not in what: the same with what the study was about.

These are ways for where Quick has room for them beside all that was found (`quick_fitted`): by the
title's subject, by what the title names as measured, and by plain words for what its own words
name (subject/title_topics.toml).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from evidence_atlas.records import Support
from evidence_atlas.records.readability import grade

from ..brief.main_result import stems
from ..material import Material, Piece
from ..people.had_before import tells_no_more
from ..people.people_phrase import telling
from ..rules import named
from ..said import Said
from ..slots import Slots
from ..subject.more_in_the_title import among_others
from ..subject.topics_of_title import (
    asked_about,
    beside,
    both,
    is_an_overview_of,
    of_article,
    topics,
)
from ..tables import table
from ..words.names import alike
from .aim_in_quick import aimed
from .opening_subject import (
    illness_untold,
    made_in,
    studied_there,
    subject_of,
    with_illness_untold,
    with_its_subject,
)

_WORDS: dict[str, str] = table("quick/opening_topic.toml")

MOST_OF_ARTICLE = (3, 2, 1)
EASY = 11.0
"""The grade of "The study was about …" up to which the title's own words come first."""
_TELLS_WHO = re.compile(_WORDS["tells_who"])
"""An opening that says who, and not what was measured, asked or tried."""
_ACCOUNTS = re.compile(r" for their own accounts\.")
_OF_EVERYBODY = re.compile(_WORDS["of_everybody"])
"""An opening that tells how many people took part, and nothing of who they were."""
_ABOUT = " The study was about "
_QUOTED = re.compile(r"“([^”]*)”")
_UNKNOWN_FORM = re.compile(_WORDS["unknown_form"])
_IN_BRACKETS = re.compile(r"\(([^()]*)\)\Z")
_IN_HOSPITAL, _OF_HOSPITAL, _OF_PLACE = (
    re.compile(_WORDS[name], re.IGNORECASE) for name in ("in_hospital", "of_hospital", "of_place")
)
"""Told as in hospital; the text's words for that; and words of no more than a place or an age."""
_OF_ARTICLE = re.compile(_WORDS["of_article"])
_STUDY_OF = re.compile(_WORDS["study_of"])
_JOINED = re.compile(r"(?P<other>[\w’'-]+),? (?:and|or|&) \Z")
_COUNT = re.compile(r"(?:the )?(?:prevalence|incidence|symptoms|outcomes)", re.IGNORECASE)
"""What is counted says nothing without the illness that it is of."""


def with_topics(m: Material, slots: Slots, opening: Said, bare: Said) -> Said:
    """The `bare` opening, which knows its fuller ways; so do those that may stand in its place.

    What makes those counted these people, as `opening` tells it, comes with the room, too.
    """
    plainer = bare.plainer and tuple(
        with_topics(m, slots, _with_trait(slots, s), s) for s in bare.plainer
    )
    fuller = list(_fuller(m, slots, bare))
    ways: list[Said] = []
    fewer = [o for o in _quoted_and_not(m, slots, opening) if o.text != bare.text]
    for told in fewer:
        ways += [w for w in _fuller(m, slots, told) if not _only_once(slots, w)]
    if _OF_EVERYBODY.match(bare.text) and _tells_more_than(bare.text, opening.text):
        # Without their words a page would speak of everybody: they come before what it was about.
        ways += [*fewer, replace(opening, text=opening.text.partition(_ABOUT)[0])]
    if without_their_words(slots, opening.text) == bare.text:
        # What the study was about comes before words that are only quoted.
        ways += [w for w in fuller if not _only_once(slots, w)]
    ways += [
        way for o in (*fewer, bare) if (way := with_illness_untold(m, slots, o)) is not None
    ]  # fmt: skip
    ways += [w for w in (*fewer, *fuller) if w not in ways]
    alone = opening.text.partition(_ABOUT)[0]
    if alone != opening.text and _tells_whom(m, slots, alone, bare.text):
        ways.append(replace(opening, text=alone, fuller=(), only_whom=True))
    fuller_ways = tuple(
        replace(w, plainer=None, tells_whom=_tells_whom(m, slots, w.text, bare.text)) for w in ways
    )
    return replace(bare, plainer=plainer, fuller=fuller_ways)


def _tells_whom(m: Material, slots: Slots, text: str, bare: str) -> bool:
    """Whether it tells a trait of those who took part that the bare opening leaves out.

    The illness must stay: a trait in the place of what names it would tell less.
    """
    if m.condition.illnesses_in(bare) and not m.condition.illnesses_in(text):
        return False
    traits = {**slots.unquoted, **slots.bare_counts}
    return any(
        trait.casefold() in text.casefold()
        and trait.casefold() not in bare.casefold()
        and _tells_more(m, trait, plain, bare)
        for trait, plain in traits.items()
    )


def _tells_more(m: Material, trait: str, plain: str, bare: str) -> bool:
    """Whether a trait tells more than illness, hospital and what the opening says already."""
    theirs = _QUOTED.search(trait) or _IN_BRACKETS.search(trait)
    words = _OF_PLACE.sub(" ", theirs[1] if theirs is not None else trait)
    if _IN_HOSPITAL.search(plain):
        words = _OF_HOSPITAL.sub(" ", words)
    if theirs is None:
        return True
    return not tells_no_more(m, words) and bool(stems(telling(words)) - stems([bare]))


def with_aims(m: Material, slots: Slots, opening: Said) -> Iterator[Said]:
    """The opening with what the study was to find out in the place of its subject."""
    began, of_it = _without_subject(slots, opening.text)
    yield from aimed(m, opening, began, of_it)


def _without_subject(slots: Slots, text: str) -> tuple[str, str | None]:
    """Who took part; and the illness that the opening told of its subject, which stays told."""
    illness = slots.get("condition", Piece("")).text
    study_of = _STUDY_OF.search(text)
    of_it = (study_of["what"] or illness) if study_of else None
    return _STUDY_OF.sub("", text).rstrip(".") + ".", of_it


def _quoted_and_not(m: Material, slots: Slots, opening: Said) -> list[Said]:
    """The opening, and before the bare count also without the words that it quotes."""
    text = without_their_words(slots, opening.text)
    if text == opening.text:
        return [opening]
    plain = replace(opening, text=text, fuller=())
    return [opening, plain if "was about " in text else with_its_subject(m, slots, plain)]


def without_their_words(slots: Slots, text: str) -> str:
    """A text without the words by which the authors call those who took part."""
    for quoted_so, plain in slots.unquoted.items():
        if quoted_so[:1].islower():  # At the beginning of a sentence it has a capital.
            begun = plain[:1].upper() + plain[1:]
            text = text.replace(quoted_so[:1].upper() + quoted_so[1:], begun)
        text = re.sub(re.escape(quoted_so), plain, text, flags=re.IGNORECASE)
    return text


def with_bare_count(slots: Slots, opening: Said) -> Said:
    """The opening with no more than the number of people: "416 people", not "416 survivors"."""
    text = without_their_words(slots, opening.text)
    for trait, count in slots.bare_counts.items():
        found = re.search(rf"{re.escape(trait)}(?!\w)", text, re.IGNORECASE)
        if found is not None:
            told = count[:1].upper() + count[1:] if found[0][0].isupper() else count
            text = text[: found.start()] + told + text[found.end() :]
    # "In people and healthy people" would tell the two apart by nothing.
    return opening if _ALL_PEOPLE.search(text) else replace(opening, text=text)


_ALL_PEOPLE = re.compile(r"\b(?:in|of) people (?:and|with) (?:\w+ )?healthy people\b")


def _with_trait(slots: Slots, bare: Said) -> Said:
    text, held = bare.text, bare.support
    for trait, count in slots.bare_counts.items():
        at = text.find(count)
        if at >= 0:
            text = text[:at] + trait + text[at + len(count) :]
            held = (*held, *_support_of(slots, trait))
    # The longest first: "60 adults after influenza" holds "60 adults", too.
    for quoted_so, plain in sorted(slots.unquoted.items(), key=lambda told: -len(told[1])):
        at = text.find(plain)
        if at >= 0:
            text = text[:at] + quoted_so + text[at + len(plain) :]
            held = (*held, *_support_of(slots, quoted_so))
            break
    return replace(bare, text=text, support=tuple(dict.fromkeys(held)))


def _support_of(slots: Slots, words: str) -> tuple[Support, ...]:
    return next((piece.support for piece in slots.values() if piece.text == words), ())


def _tells_more_than(bare: str, opening: str) -> bool:
    """Whether the opening quotes plain words for the people of which the bare one has none."""
    quoted_so = _QUOTED.search(opening)
    if quoted_so is None or _UNKNOWN_FORM.search(quoted_so[1]):
        return False
    return not stems([quoted_so[1]]) & stems([bare])


def _only_once(slots: Slots, way: Said) -> bool:
    """Whether it says no more than when people were seen, which comes after who they were."""
    return "once" in slots and f" {slots['once'].text}." in way.text and "about" not in way.text


def _fuller(m: Material, slots: Slots, opening: Said) -> Iterator[Said]:
    text, named_there = opening.text, topics(m)
    if of_article := _OF_ARTICLE.match(text):
        yield from _of_article(m, slots, opening, of_article["what"])
    elif made_in(text):
        if named_there:
            about = beside(None, named_there)
            yield _with(opening, studied_there(text, about.text), about)
    else:
        yield from _with_subject(m, slots, opening, named_there)
        if "once" in slots and text.startswith("This study looked at "):
            once = slots["once"]
            began, of, subject = text.partition(_ABOUT)
            yield _with(opening, f"{began} {once.text}.{of}{subject}", once, of_title=False)


def _of_article(m: Material, slots: Slots, opening: Said, what: str | None) -> Iterator[Said]:
    """An article of no more than an illness, or of nothing, by what its title's words name."""
    illness = slots.get("condition", Piece("")).text
    if what not in (None, illness):
        return
    if pieces := of_article(m, what):
        # All that the title names, else what it names first.
        for about in (beside(what, pieces, most) for most in MOST_OF_ARTICLE):
            yield _with(opening, f"This article is about {about.text}.", about)
    elif what and m.brief.kind == "narrative" and (whole := is_an_overview_of(m, what)):
        yield _with(opening, f"This article gives an overview of {whole.text}.", whole)


def _with_subject(
    m: Material, slots: Slots, opening: Said, named_there: list[Piece]
) -> Iterator[Said]:
    """With what it was about, in the title's own words where these are easy; else in plain ones."""
    text, illness = opening.text, slots.get("condition", Piece("")).text
    began, of_it = _without_subject(slots, text)
    if (untold := illness_untold(m, slots, text)) is not None:
        of_it = untold.text
    yield from aimed(m, opening, began, of_it)
    only_illness = text.endswith(f" The study was about {illness}.")
    told = [slots[name].text for name in ("measured", "titled", "treatment") if name in slots]
    # What the quoted words name by the way is not told as what was measured.
    own_words = without_their_words(slots, text)
    told_in = any(f" {one} " in f"{own_words[:-1]} " for one in told)
    if not _TELLS_WHO.match(text) or told_in or ("was about " in text and not only_illness):
        return
    subject, measured = subject_of(m), slots.get("titled")
    if measured is not None and (
        _COUNT.fullmatch(measured.text) or one_of_several(m, measured.text)
    ):
        measured = None
    own = [subject] if subject is not None and _new(subject, own_words) else []
    plain = [
        p for p in (measured, beside(None, named_there) if named_there else None) if p is not None
    ]
    new = [among_others(m, p) for p in plain if _new(p, own_words)]
    plain = [beside(of_it, [p]) for p in new]
    plain += new if untold is not None else []
    easy = own and grade(alike(f"The study was about {own[0].text}.")) <= EASY
    noun = "review" if text.startswith("This review") else "study"
    if not easy:
        yield from _asked(m, opening)
    for about in (*own, *plain) if easy else (*plain, *own):
        if of_it and about in own and not m.condition.illnesses_in(about.text):
            continue
        with_it = f"{began} The {noun} was about {about.text}."
        if "once" in slots:
            once = slots["once"]
            also = Piece(about.text, (*about.support, *once.support))
            yield _with(opening, f"{began} {once.text}. {with_it[len(began) + 1 :]}", also)
        yield _with(opening, with_it, about)


def one_of_several(m: Material, words: str) -> bool:
    """Whether the title names it beside another thing of which nothing is told: "sun and rain"."""
    at = m.record.title.casefold().find(words.casefold())
    if at < 0 or " and " in words or "," in words:
        return False
    before = _JOINED.search(m.record.title[:at])
    return before is not None and not m.condition.illnesses_in(before["other"])


def _asked(m: Material, opening: Said) -> Iterator[Said]:
    """Interviews with what people were asked about, where the title's words name it."""
    ill = " with " in opening.text.partition(".")[0]
    if _ACCOUNTS.search(opening.text) and (pieces := asked_about(m, of_the_ill=ill)):
        about = both(pieces)
        yield _with(opening, _ACCOUNTS.sub(f" about {about.text}.", opening.text), about)


def says_nothing_more(opening: Said) -> bool:
    """Whether it says of an article no more than its illness, or of talks that they were held.

    That holds of a thousand other papers.
    """
    return only_accounts(opening) or _OF_ARTICLE.match(opening.text) is not None


def of_everybody(opening: Said) -> bool:
    """Whether it tells how many people took part, and nothing of who they were."""
    return _OF_EVERYBODY.match(opening.text) is not None


def only_accounts(opening: Said) -> bool:
    """Whether it says that people were asked for their own accounts, and not of what."""
    return _ACCOUNTS.search(opening.text) is not None


def _new(piece: Piece, text: str) -> int:
    return len(stems([piece.text]) - stems([text]))


def _with(opening: Said, text: str, about: Piece, *, of_title: bool = True) -> Said:
    why = (named("topic-of-title", name=about.text),) if of_title else ()
    support = tuple(dict.fromkeys((*opening.support, *about.support, *why)))
    return replace(opening, text=text, support=support, plainer=None, fuller=())
