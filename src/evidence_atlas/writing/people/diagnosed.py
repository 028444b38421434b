"""How the illness was diagnosed: by a named definition, or in the authors' own words."""

from __future__ import annotations

import re
from collections.abc import Mapping

from evidence_atlas.records import DefinitionUse, QuoteSupport, Support, quote, quoted, texts
from evidence_atlas.records.kept_patterns import compiled

from ..material import Material, Piece
from ..rules import named
from ..tables import table
from ..words.names import length
from ..words.numbers import joined

_PATTERNS: dict[str, str] = table("people/diagnosed.toml")["words"]

_IN_WORDS = re.compile(_PATTERNS["in_words"])
"""A definition in plain words, close behind the name of the illness."""
_TABLE = table("people/diagnosed.toml")
_SAYS_HOW = re.compile(_TABLE["says_how"], re.IGNORECASE)
_GOES_ON = re.compile(_TABLE["goes_on"], re.IGNORECASE)
_NOT_BY = re.compile(_TABLE["not_by"], re.IGNORECASE)
_COMPARED = re.compile(_TABLE["compared"], re.IGNORECASE)
_ADAPTED = re.compile(_TABLE["adapted"], re.IGNORECASE)
_OF_OTHERS = re.compile(_TABLE["of_others"], re.IGNORECASE)
_LINKS = re.compile(_TABLE["links"], re.IGNORECASE)
_NEAR = 40
MOST_DEFINED = 20
_AND = re.compile(r"\band\b")
_WAYS = frozenset({"ICD code", "clinician diagnosis", "self-report"})
"""Ways of entering a study that may be of any illness: the sentence must name it."""
_YEAR = re.compile(r"\s(?:19|20)\d\d$")
_IN_OWN_WORDS = named("defined-in-words")
_OTHERS = frozenset({"background", "conclusions"})


def definitions(m: Material) -> Piece | None:
    """The definitions by which people with the illness told were taken; None where none was.

    A code or a report by those asked counts where its own sentence names the illness.
    """
    uses = [u for u in m.reading.definitions if _of_the_illness(m, u) and _used(m, u)]
    if not uses or any(_one_of_several(m, u) for u in uses):
        return None
    both = len(uses) == len(m.reading.definitions)
    join = (m.reading.definitions_joined_by if both else None) or "and"
    held: tuple[Support, ...] = (
        *(quoted(u.quote) for u in uses),
        *(named("case-definition", name=_called(m, u)) for u in uses),
    )
    whole = joined([_called(m, u) for u in uses if not u.of_part], join)
    part = joined([_called(m, u) for u in uses if u.of_part])
    if not part:
        return Piece(whole, held)
    # "Most of them", where the text says so of each.
    most = all(_of_most(m, u) for u in uses if u.of_part)
    so_many = f"{'most' if most else 'some'} of them"
    text = f"{whole}; {so_many} also met {part}" if whole else f"{part}, met by {so_many}"
    return Piece(text, (*held, named("case-definition-of-part")))


_MOST = re.compile(_PATTERNS["most"], re.IGNORECASE)


def _of_most(m: Material, use: DefinitionUse) -> bool:
    """Whether what stands in front of the definition, in its sentence, says that most met it."""
    around = m.reading.sentence_at(use.quote.start, use.quote.field)
    if around is None:
        return False
    before = texts(m.record).get(use.quote.field, "")[around.start : use.quote.end]
    return _MOST.search(before) is not None


def _of_the_illness(m: Material, use: DefinitionUse) -> bool:
    if not m.reading.illnesses:
        return use.name not in _WAYS
    if use.name in _WAYS:
        return _named_beside(m, use)
    of = {c.name for c in m.condition.other_conditions if re.search(c.pattern, use.name, re.I)}
    if not of and any(d.name == use.name for d in m.condition.case_definitions):
        of = {n.name for n in m.condition.names}
    return not of or bool(of & set(m.reading.illnesses))


_SEVERAL = re.compile(_TABLE["several"], re.IGNORECASE)


def _used(m: Material, use: DefinitionUse) -> bool:
    """Whether people were taken by it: not a questionnaire made after it, nor what was compared."""
    around = m.reading.sentence_at(use.quote.start, use.quote.field)
    if around is None or use.quote.field != "abstract":
        return True
    at = use.quote.start - around.start
    before, after = around.text[:at], around.text[at + len(use.quote.text) :]
    return not (
        (use.name != "self-report" and _NOT_BY.search(before))
        or _COMPARED.match(after)
        or _OF_OTHERS.search(use.quote.text)
    )


def _one_of_several(m: Material, use: DefinitionUse) -> bool:
    """Whether the sentence tells of more definitions than have a name that is known."""
    around = m.reading.sentence_at(use.quote.start, use.quote.field)
    return around is not None and _SEVERAL.search(around.text) is not None


def _named_beside(m: Material, use: DefinitionUse) -> bool:
    """Whether the sentence names one of the study's illnesses, and tells of its own people."""
    if use.quote.field != "abstract":
        return True
    around = m.reading.sentence_at(use.quote.start)
    if around is None or around.role in _OTHERS or len(m.reading.illnesses) > 1:
        return False
    names = _any_name(m)
    if use.name == "self-report":
        return names.search(around.text) is not None
    # Of several illnesses in a sentence the code is that of the one before it, or linked with it.
    at = use.quote.start - around.start
    before, after = around.text[:at], around.text[at + len(use.quote.text) :]
    if names.search(before) is not None:
        return _is_last(m, before, names)
    return names.search(use.quote.text) is not None or _linked(after, names)


def _is_last(m: Material, before: str, names: re.Pattern[str]) -> bool:
    """Whether no other illness is named between one of the study's and the code."""
    end = max(f.end() for f in names.finditer(before))
    known = (n.pattern for n in m.condition.illnesses_in(before[end:]))
    return not any(compiled(p).search(before[end:]) for p in known)


def _linked(after: str, names: re.Pattern[str]) -> bool:
    """ "A code of the illness", "diagnosed asthma"."""
    link = _LINKS.match(after)
    return link is not None and names.match(after, link.end()) is not None


def _any_name(m: Material) -> re.Pattern[str]:
    """The names of the study's illnesses, and the short forms that the text gives them."""
    known = m.condition.known_illnesses
    own = any(n.name in m.reading.illnesses for n in m.condition.names)
    patterns = [
        n.pattern for n in known
        if n.name in m.reading.illnesses or (own and n in m.condition.names)
    ]  # fmt: skip
    names = "|".join(f"(?:{p})" for p in patterns) or r"(?!)"
    text = " ".join(texts(m.record).values())
    forms = compiled(rf"(?:{names})\s?\(((?-i:[A-Z][A-Za-z-]{{1,9}}))\)").findall(text)
    short = "|".join(rf"(?-i:\b{re.escape(f)}\b)" for f in sorted(set(forms)))
    return compiled(f"{names}|{short}" if short else names)


_OR_DIAGNOSED = re.compile(_PATTERNS["or_diagnosed"], re.IGNORECASE)
"""Those who have a diagnosis are told of beside those who have only their own word for it."""


def or_diagnosed(m: Material, use: DefinitionUse) -> bool:
    """Whether some had a diagnosis, where others told of it themselves."""
    return any(
        s.start <= use.quote.start < s.end and _OR_DIAGNOSED.search(s.text) is not None
        for s in m.reading.sentences
        if use.quote.field == "abstract"
    )


def _called(m: Material, use: DefinitionUse) -> str:
    """The definition's name, without a year that the abstract does not give where it is another
    illness's: the year of the atlas's own definitions tells which one is meant."""
    other = any(re.search(c.pattern, use.name, re.I) for c in m.condition.other_conditions)
    year = _YEAR.search(use.name)
    if use.name == "self-report" and or_diagnosed(m, use):
        itself = "self-diagnos" in use.quote.text.casefold()
        return f"a diagnosis or {'self-diagnosis' if itself else 'self-report'}"
    held = texts(m.record).get(use.quote.field, "")
    near = held[use.quote.start : use.quote.end + _NEAR]
    name = use.name
    if other and year and year[0].strip() not in near:
        name = use.name[: year.start()]
    adapted = _ADAPTED.search(held[max(0, use.quote.start - _NEAR) : use.quote.start])
    if other and use.name not in _WAYS:
        name = _in_words(m, name)
    elif len(m.reading.illnesses) > 1 and any(
        d.name == name for d in m.condition.case_definitions
    ) and name not in _WAYS:  # fmt: skip
        name = f"{name} (for {m.condition.name})"
    name = _TABLE["called"].get(name, name)
    return f"{name}, adapted" if adapted else name


def _in_words(m: Material, name: str) -> str:
    """ "The WHO definition of asthma" for the table's "WHO asthma"."""
    for known in m.condition.other_conditions:
        at = compiled(known.pattern).search(name)
        if at is not None and at.start():
            year = name[at.end() :].strip()
            body = name[: at.start()].strip()
            return f"the {year + ' ' if year else ''}{body} definition of {known.name}"
    return name


def diagnosed(m: Material, slots: Mapping[str, Piece]) -> Piece | None:
    """The definition by its name, else the authors' own words for whom they called ill.

    A code or a doctor's word is told by itself only where it is all that was asked: "a positive
    test and a code" is told in full.
    """
    named_so, in_words = slots.get("definitions"), _in_own_words(m)
    if named_so is not None and in_words is not None and _part_of(m, in_words):
        return in_words
    return named_so or in_words


def _part_of(m: Material, in_words: Piece) -> bool:
    """Whether all that was read as a way of diagnosis stands within these words, beside more."""
    held = [s for s in in_words.support if isinstance(s, QuoteSupport)]
    ways = [u for u in m.reading.definitions if u.name in _WAYS]
    return len(ways) == len(m.reading.definitions) and all(
        any(q.start <= u.quote.start and u.quote.end <= q.start + len(q.text) for q in held)
        and _AND.search(in_words.text)
        for u in ways
    )


def _in_own_words(m: Material) -> Piece | None:
    if not m.reading.illnesses or m.retold:
        return None
    text = texts(m.record).get("abstract", "")
    illness = _any_name(m)
    for found in _IN_WORDS.finditer(text):
        before = text[max(0, found.start() - _NEAR) : found.start()]
        before = re.split(r"[.;]\s", before)[-1]
        around = m.reading.sentence_at(found.start())
        if around is not None and around.role in _OTHERS:
            continue  # what an illness is to all is no way in which these people were taken
        part = "how" if found["how"] else "by"
        words = found[part].strip()
        if part == "by" and not re.search(r"[A-Z0-9]", words):
            continue  # "standardized criteria" names none
        if illness.search(before) is None or length(words) > MOST_DEFINED:
            continue
        if part == "how" and not _SAYS_HOW.search(words):
            continue  # "a spectrum of conditions" names nothing to go by
        if _GOES_ON.match(text, found.end(part)):
            continue
        where = quoted(quote(texts(m.record), "abstract", found.start(), found.end(part)))
        return Piece(f"The authors write: “{words}”", (where, _IN_OWN_WORDS))
    return None
