"""What is asked for, understood: each word with its other wordings, endings and corrections."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...records import Value
from .asked import Field, Piece, pieces, years
from .fields import plain, stems
from .language import ASKING, FILLERS, WORKS
from .spelling import Vocabulary
from .synonyms import Table, Words

LONG = 4
"""From so many words on, a study need not hold all of them."""
_SHORT = 3
_RARE = 2
_COMMONER = 20


@dataclass(frozen=True)
class Group:
    """One thing asked for. `wordings[0]` is what was typed; a study with any of them fits.

    `loose`: the typed words may stand apart. `name` is what was typed, as typed. `bare`: a year
    that stood by itself, without the field's name before it.
    """

    name: str
    wordings: tuple[Words, ...]
    loose: bool = False
    field: Field | None = None
    years: tuple[int, int] | None = None
    minus: bool = False
    plain: Words = ()
    bare: bool = False


class Swapped(Value):
    """A word that no study holds, and the word that was looked for in its stead."""

    typed: str
    meant: str


@dataclass
class Understood:
    """Groups to look for, and what readers should be told about how they were understood.

    `terms` are the wordings of several words that the index holds as one. `question`: what was
    found is asked for, so that a plan or an opinion answers less than a study with results.
    """

    groups: list[Group] = dataclasses.field(default_factory=list)
    swapped: list[Swapped] = dataclasses.field(default_factory=list)
    unknown: list[str] = dataclasses.field(default_factory=list)
    perhaps: list[Swapped] = dataclasses.field(default_factory=list)
    terms: frozenset[Words] = frozenset()
    question: bool = False

    @property
    def wanted(self) -> list[Group]:
        """What a study should hold, fields and exclusions apart."""
        return [g for g in self.groups if not g.minus and g.field is None]

    @property
    def bare_years(self) -> list[Group]:
        """Numbers that are taken as the year of publication."""
        return [g for g in self.groups if g.bare]

    @property
    def ranks(self) -> bool:
        """Whether anything asked for makes one study a better answer than another."""
        return any(not g.minus and g.field != "year" for g in self.groups)

    def years_as_words(self) -> Understood:
        """The same with the bare years as words, to be found in the texts."""
        groups = [
            dataclasses.replace(g, field=None, bare=False) if g.bare else g for g in self.groups
        ]
        return dataclasses.replace(self, groups=groups)


def understand(
    text: str,
    table: Table,
    vocabulary: Vocabulary,
    *,
    swap: bool = True,
    unfinished: bool = False,
) -> Understood:
    """The typed text against the synonyms and the index's own words.

    `swap` off looks for every word exactly as it is spelt. `unfinished`: the last word may go on.
    """
    asked = list(pieces(text))
    found = Understood(terms=table.terms, question=_is_question(asked, text))
    run: list[Piece] = []
    for piece in _without_beginning(asked) if unfinished else asked:
        if piece.field is None and not piece.minus and not piece.exact:
            run.append(piece)
            continue
        _free(run, table, vocabulary, found, swap)
        run = []
        group = _marked(piece, table)
        if group is not None:
            found.groups.append(group)
        if piece.exact and not piece.minus and piece.field is None:
            # What stands in quotes is looked for as it stands; a mended spelling is only offered.
            for word in piece.text.split():
                meant = _meant(word, vocabulary)
                if meant is not None:
                    found.perhaps.append(meant)
    _free(run, table, vocabulary, found, swap)
    works = WORKS.search(text)
    _leave_out_fillers(found, {works["empty"].casefold()} if works else set())
    return found


def _is_question(asked: Sequence[Piece], text: str) -> bool:
    """Whether it begins as questions do, or ends in their mark; `WHO` and `IS` are names."""
    first = asked[0] if asked else None
    begins = (
        first is not None
        and not (first.field or first.exact or first.minus or first.text.isupper())
        and first.text.casefold() in ASKING
    )
    return begins or text.rstrip().endswith("?")


def _without_beginning(asked: list[Piece]) -> list[Piece]:
    """Without the one or two letters of a word that has just been begun beside others."""
    last = asked[-1] if len(asked) > 1 else None
    if last is None or last.field or last.exact or last.minus or len(last.text) >= _SHORT:
        return asked
    return asked[:-1]


def _marked(piece: Piece, table: Table) -> Group | None:
    """A phrase, a field, or an exclusion: taken as it is."""
    name = f"{piece.field}:{piece.text}" if piece.field else piece.text
    if piece.field == "year":
        span = years(piece.text)
        return Group(name, (), field="year", years=span, minus=piece.minus) if span else None
    if piece.field in ("pmid", "doi"):
        return Group(name, ((piece.text.casefold(),),), field=piece.field, minus=piece.minus)
    words = plain(piece.text) if piece.field == "author" else stems(piece.text)
    if not words:
        return None
    others = () if piece.exact or piece.field else table.others(words, piece.text) or ()
    return Group(name, (words, *others), field=piece.field, minus=piece.minus)


def _free(
    run: list[Piece], table: Table, vocabulary: Vocabulary, found: Understood, swap: bool
) -> None:
    """Bare words: the longest run that is a known wording is one thing, else each word is."""
    meant = [_meant(p.text, vocabulary) if swap else None for p in run]
    at = 0
    while at < len(run):
        for length in range(min(len(run) - at, table.longest), 0, -1):
            part = run[at : at + length]
            slips = [m for m in meant[at : at + length] if m]
            group = _wording(part, {}, table)
            if group is None and slips and length > 1:
                # "brain fgo": its words are one thing once they are mended.
                mended = {s.typed: s.meant for s in slips}
                group = _wording(part, mended, table)
                found.swapped += slips if group else []
            if group is not None:
                found.groups.append(group)
                at += length
                break
        else:
            _word(run[at].text, meant[at], table, vocabulary, found, swap)
            at += 1


def _wording(part: Sequence[Piece], mended: Mapping[str, str], table: Table) -> Group | None:
    """These words as one thing that is known by other names too; None where they are none."""
    typed = " ".join(p.text for p in part)
    said = " ".join(mended.get(p.text, p.text) for p in part)
    key = stems(said)
    others = table.others(key, said) if key else None
    if others is None:
        return None
    return Group(typed, (key, *others), len(part) > 1, plain=plain(said))


def _word(
    text: str,
    meant: Swapped | None,
    table: Table,
    vocabulary: Vocabulary,
    found: Understood,
    swap: bool,
) -> None:
    key, words = stems(text), plain(text)
    if not key:
        return
    if years(text):
        year = Group(text, (key,), field="year", years=years(text), plain=words, bare=True)
        found.groups.append(year)
        return
    wordings: list[Words] = [key]
    known = all(vocabulary.stem_count(k) for k in key)
    if not known and len(words) == 1 and swap:
        begun = vocabulary.begun(words[0])
        if meant is not None:
            found.swapped.append(meant)
            wordings = [stems(meant.meant), *(table.others(stems(meant.meant)) or ())]
        wordings += [stems(w) for w in begun]
        known = bool(begun) or meant is not None
    elif known and len(words) == 1 and vocabulary.count(words[0]) <= _RARE:
        # "fatige" stands nowhere, and yet its stem does, out of "fatigable".
        held = vocabulary.count(words[0]) or vocabulary.stem_count(key[0])
        commoner = vocabulary.nearest(words[0], least=_COMMONER * held)
        if commoner is not None and stems(commoner) != key:
            found.perhaps.append(Swapped(typed=text, meant=commoner))
    if not known:
        found.unknown.append(text)
    found.groups.append(Group(text, tuple(w for w in dict.fromkeys(wordings) if w), plain=words))


def _meant(text: str, vocabulary: Vocabulary) -> Swapped | None:
    """The known word that must be meant by one which stands nowhere, if there is one."""
    key, words = stems(text), plain(text)
    if len(words) != 1 or years(text) or all(map(vocabulary.stem_count, key)):
        return None
    # A rare longer word ("ortostatica") is no reason to think that it was not meant otherwise.
    held = sum(map(vocabulary.count, vocabulary.begun(words[0])))
    if held > _RARE:
        return None
    meant = vocabulary.nearest(words[0], least=max(1, _COMMONER * held))
    return Swapped(typed=text, meant=meant) if meant else None


def _leave_out_fillers(found: Understood, empty: set[str]) -> None:
    """Without the words that only make a question, among them `empty`, unless they are all."""
    rest = [g for g in found.groups if not _filler(g) and g.name.casefold() not in empty]
    if rest:
        found.groups = rest
        names = {name for g in rest for name in (g.name, *g.name.split())}
        found.unknown = [w for w in found.unknown if w in names]
        found.swapped = [s for s in found.swapped if s.typed in names]
        found.perhaps = [s for s in found.perhaps if s.typed in names]


def _filler(group: Group) -> bool:
    return (
        group.field is None
        and not group.minus
        and len(group.plain) == 1
        and group.plain[0] in FILLERS
        and not (group.name.isupper() and len(group.name) > 1)
    )
