"""One record as the readers see it: texts, sentences with roles, and a way to quote."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from evidence_atlas.records import Condition, Quote, Record, Sentence
from evidence_atlas.records.cues import Cue
from evidence_atlas.records.reading import sentence_at
from evidence_atlas.records.text import with_plain_hyphens

from .patterns import Illness


@dataclass(frozen=True)
class Document:
    """A record with its title, abstract and sentences; `illness` has the compiled patterns."""

    record: Record
    condition: Condition
    illness: Illness
    title: str
    abstract: str
    sentences: tuple[Sentence, ...]
    found: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)
    """What was found once, for all who ask (`once`)."""

    @cached_property
    def whole(self) -> str:
        """Title and abstract as one text with plain hyphens, which is scanned once for all cues."""
        return with_plain_hyphens(f"{self.title}\n{self.abstract}")

    @cached_property
    def starts(self) -> list[int]:
        """Where each sentence begins in the abstract."""
        return [sentence.start for sentence in self.sentences]

    def may_hold(self, pattern: Cue) -> bool:
        """False where the pattern stands neither in the title nor in the abstract."""
        return pattern.may_stand(self.whole)

    def quote(self, start: int, end: int, where: str = "abstract") -> Quote:
        """The exact characters of abstract or title."""
        text = self.abstract if where == "abstract" else self.title
        return Quote(field=where, start=start, end=end, text=text[start:end])

    def sentence_quote(self, index: int) -> Quote:
        """A whole sentence of the abstract."""
        s = self.sentences[index]
        return Quote(field="abstract", start=s.start, end=s.end, text=s.text)

    def sentence_at(self, place: int, field: str = "abstract") -> Sentence | None:
        """The sentence of the abstract that holds a place; None for a place of another text."""
        return sentence_at(self.sentences, place) if field == "abstract" else None

    def parts(self, *roles: str) -> Iterator[tuple[int, Sentence]]:
        """The sentences with one of these roles (all without), with their places in order."""
        for i, sentence in enumerate(self.sentences):
            if not roles or sentence.role in roles:
                yield i, sentence

    def search(self, pattern: Cue, *roles: str, title: bool = True) -> Quote | None:
        """The first place that fits: title first, then the sentences with these roles."""
        if not self.may_hold(pattern):
            return None
        if title:
            match = pattern.search(self.title)
            if match and match.end() > match.start():
                return self.quote(match.start(), match.end(), "title")
        for _, sentence in self.parts(*roles):
            match = pattern.search(sentence.text)
            if match and match.end() > match.start():
                return self.quote(sentence.start + match.start(), sentence.start + match.end())
        return None


_Asked = ParamSpec("_Asked")
_Found = TypeVar("_Found")


def once(
    find: Callable[Concatenate[Document, _Asked], _Found],
) -> Callable[Concatenate[Document, _Asked], _Found]:
    """What is asked of a document in several rooms is found once, and kept with the document.

    Nobody may change what was found.
    """

    @wraps(find)
    def kept(document: Document, /, *asked: _Asked.args, **named: _Asked.kwargs) -> _Found:
        key = (find, asked, *named.items())
        if key not in document.found:
            document.found[key] = find(document, *asked, **named)
        found: _Found = document.found[key]
        return found

    return kept
