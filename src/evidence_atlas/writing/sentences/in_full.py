"""A sentence with the study's own short forms spelled out, where the abstract explains them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from evidence_atlas.records.kept_patterns import compiled

from ..glossary.plain_words import terms_for
from ..material import Material, once_a_page
from ..said import Said
from ..tables import table
from ..words.clause import loaded
from ..words.edges import IN_BRACKETS
from ..words.names import length
from ..words.short_forms import SHORT_FORM, explained, stands_for
from ..words.spelled_out import QUOTED, spelled_at_first, spelled_where_told
from .codes import KNOWN

MOST_WORDS = 30
_STATISTICS = frozenset(
    (
        *("OR", "aOR", "HR", "aHR", "RR", "aRR", "IRR", "aIRR", "PR", "aPR", "CI", "CIs", "SD"),
        *("SE", "SEM", "IQR", "MD", "SMD", "AUC", "AUROC", "ROC", "USA", "UK"),
    )
)
_MET_MORE_OFTEN = frozenset(table("quick/forms_in_full.toml")["stay"].split())
"""Short forms that are met more often than their words, which would be harder."""
# What the words of a statistician's short form end in.
_FIGURES = re.compile(table("sentences/in_full.toml")["figures"], re.IGNORECASE)


def in_full(m: Material, told: Said, most: int = MOST_WORDS) -> Said:
    """The sentence in full, or as it is where it would grow too long or judge.

    Names of the atlas's own illness stay, and so do words that the glossary explains.
    """
    # What a statistician's bracket would hold is a word where it stands in a sentence: "PR".
    text, support = spelled_where_told(m.record, told.text, _known(m, statistics=False))
    # Words that judge ("recovery") stay the name of a group that they are part of.
    if not support or length(text) > most or (loaded(text) and not loaded(told.text)):
        return told
    return replace(told, text=text).supported_by(*support)


def explained_once(m: Material, sentences: list[Said], told: set[str]) -> list[Said]:
    """The sentences with each short form explained at its first use on the page.

    `told` holds the forms explained before, and those explained here afterwards.
    """
    return [_explained(m, s, told, _known(m)) for s in sentences]


def explained_after_all(m: Material, sentences: list[Said], before: list[Said]) -> list[Said]:
    """The same for forms that the glossary knows, where it had no room to explain them.

    `before` are the sentences above these on the page, and get these added.
    """
    done = []
    for sentence in sentences:
        page = " ".join(s.text for s in (*before, sentence))
        done.append(_explained(m, sentence, set(), _shown(m, page)))
        before.append(done[-1])
    return done


def _explained(m: Material, told: Said, forms: set[str], keep: Callable[[str], bool]) -> Said:
    text, support = spelled_at_first(m.record, told.text, forms, keep)
    bare, was = QUOTED.sub("", text), QUOTED.sub("", told.text)
    fits = bool(support) and loaded(bare) == loaded(was)
    return replace(told, text=text).supported_by(*support) if fits else told


def _of_figures(m: Material, form: str) -> bool:
    """Whether a short form is a statistician's here: "HR" may be the heart rate."""
    words = stands_for(m.record, form) if form in _STATISTICS else ""
    return form in _STATISTICS and (not words or _FIGURES.search(words) is not None)


def _shown(m: Material, page: str) -> Callable[[str], bool]:
    """Short forms that the page explains, and those that everybody knows or that are figures."""

    def keep(form: str) -> bool:
        if form in KNOWN or form in _MET_MORE_OFTEN or _of_figures(m, form):
            return True
        if any(compiled(n.pattern).fullmatch(form) for n in m.condition.names):
            return True
        here = re.escape(form)
        return (
            re.search(rf"\b{here}s? \(|\({here}s?[);,]|[/-]{here}\b|\b{here}[/-]", page) is not None
        )

    return keep


@once_a_page
def unexplained(m: Material, text: str) -> frozenset[str]:
    """Short forms of a sentence that neither the abstract nor the glossary explains.

    What only stands in a bracket of figures is left apart.
    """
    keep = _known(m)
    told = IN_BRACKETS.sub(" ", text)
    return frozenset(
        word for word in _WORDS.findall(told)
        if any(not keep(f) and not explained(m.record, f) for f in SHORT_FORM.findall(word))
    )  # fmt: skip


_WORDS = re.compile(r"[\w-]+")


def _known(m: Material, *, statistics: bool = True) -> Callable[[str], bool]:
    """Short forms that need no words: names of the atlas's own illness, and what is glossed.

    What only a statistician's bracket holds ("OR", "CI") is no word of the sentence.
    """

    def keep(form: str) -> bool:
        known = (
            bool(terms_for(m.condition, form))
            or form in KNOWN
            or (statistics and _of_figures(m, form))
        )
        names = m.condition.names
        return known or any(compiled(n.pattern).fullmatch(form) for n in names)

    return keep
