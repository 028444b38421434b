"""The index of an edition on the disk: made aside, put in place by one rename, opened, checked."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from tantivy import Document, Index

from ...records import Value, from_json, to_json
from ...records.synonyms import Synonyms
from . import best, counting, fields
from .spelling import Vocabulary
from .synonyms import Table, Words
from .wordings import Wordings

FOLDER = "search"
MANIFEST = "atlas.json"
Fields = Mapping[str, Sequence[object]]
T = TypeVar("T")
_REMEMBERED = 1_000
_BESIDE = 4
"""Threads that count while those who asked make the list."""
_HEAP = 96_000_000
"""Bytes that a build may hold in memory before it writes a part of the index."""


class IndexProblem(Exception):
    """There is no index of this edition, or it cannot be trusted; the message says why."""


class Manifest(Value):
    """What an index should be: of which edition, with how many studies, and its files.

    `files` gives each file's size in bytes and SHA-256; `headings` the MeSH headings of the
    edition with NLM's entry terms for each; `terms` the wordings of several words that it holds
    as one.
    """

    edition: str
    version: str
    studies: int
    files: dict[str, tuple[int, str]]
    headings: dict[str, tuple[str, ...]] = {}
    terms: tuple[Words, ...] = ()


class Engine:
    """An opened index. Safe to be asked by several threads at once."""

    def __init__(self, index: Index, manifest: Manifest, synonyms: Synonyms) -> None:
        self.edition = manifest.edition
        self.searcher = index.searcher()
        self.vocabulary = Vocabulary(self.searcher)
        self.table = Table(synonyms, manifest.headings, manifest.terms)
        self._known: dict[object, Any] = {}
        self._beside = ThreadPoolExecutor(_BESIDE, thread_name_prefix="search")

    @cached_property
    def withdrawn(self) -> frozenset[best.Place]:
        """Where the studies stand that were retracted or withdrawn: few, and looked up once."""
        return best.places(self.searcher, best.withdrawn())

    def beside(self, make: Callable[[], T]) -> Future[T]:
        """`make()` in another thread: while the engine works it leaves the processor's other cores
        to whoever asks."""
        return self._beside.submit(make)

    def once(self, key: object, make: Callable[[], T]) -> T:
        """`make()`, remembered: an index never changes. The memory is emptied when it is full."""
        known: T | None = self._known.get(key)
        if known is None:
            known = make()
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[key] = known
        return known


def place(home: Path, edition: str) -> Path:
    """The folder of an edition's index."""
    return home / FOLDER / f"{edition[:16]}-{fields.VERSION}"


def build(
    home: Path,
    edition: str,
    documents: Iterable[Fields],
    *,
    headings: Callable[[], Mapping[str, Sequence[str]]] = dict,
    synonyms: Synonyms | None = None,
    keep: Sequence[str] = (),
    advance: Callable[[int], None] = lambda _: None,
) -> Path:
    """Make the index of an edition, whatever was there before; gives its folder.

    It is made in a folder of its own and put in place by a rename, so that a killed build
    leaves the old state. `headings` is asked once all documents are in. `synonyms` are known to
    the index, so that looking for them takes little time; others can be looked for all the same.
    Indexes of other editions than `keep` are then removed. Raises OSError where the disk fails.
    """
    target = place(home, edition)
    draft = target.with_name(f"{target.name}.draft")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(parents=True)
    wordings = Wordings(Table(synonyms or Synonyms()).wordings())
    studies = _fill(draft, documents, wordings, advance)
    manifest = Manifest(
        edition=edition,
        version=fields.VERSION,
        studies=studies,
        files={p.name: _measured(p) for p in _files(draft)},
        headings={k: tuple(v) for k, v in headings().items()},
        terms=tuple(sorted(wordings.all)),
    )
    (draft / MANIFEST).write_bytes(to_json(manifest))
    if target.exists():
        # A rename cannot replace a folder that is not empty; readers that have the old files
        # open keep them.
        old = target.with_name(f"{target.name}.old")
        shutil.rmtree(old, ignore_errors=True)
        target.rename(old)
    draft.rename(target)
    _tidy(home, {target.name, *(place(home, e).name for e in keep)})
    return target


def _fill(
    folder: Path,
    documents: Iterable[Fields],
    wordings: Wordings,
    advance: Callable[[int], None],
) -> int:
    index = Index(fields.schema(), str(folder))
    fields.register(index)
    writer = index.writer(_HEAP, 1)
    studies = 0
    for document in documents:
        whole = {
            **document,
            **counting.columns(document),
            fields.WORDINGS: list(wordings.within(map(str, document.get(fields.ALL, ())))),
        }
        writer.add_document(Document.from_dict(whole, fields.schema()))
        studies += 1
        advance(1)
    writer.commit()
    writer.wait_merging_threads()
    return studies


def ensure(home: Path, edition: str, make: Callable[[], Path]) -> bool:
    """Make the index with `make` unless a sound one is there; gives whether it was made."""
    try:
        check(home, edition, thoroughly=False)
    except IndexProblem:
        make()
        return True
    return False


def opened(home: Path, edition: str, synonyms: Synonyms) -> Engine:
    """The index of an edition, ready to be asked. Raises IndexProblem."""
    manifest = check(home, edition, thoroughly=False)
    return Engine(_open(place(home, edition), manifest), manifest, synonyms)


def check(home: Path, edition: str, *, thoroughly: bool = True) -> Manifest:
    """Whether the index of an edition is there and whole; `thoroughly` reads every byte of it.

    Raises IndexProblem.
    """
    folder = place(home, edition)
    try:
        manifest = from_json((folder / MANIFEST).read_bytes(), Manifest)
    except FileNotFoundError:
        raise IndexProblem("there is no search index of this edition") from None
    except (OSError, msgspec.DecodeError) as error:
        raise IndexProblem(f"the search index cannot be read: {error}") from error
    if manifest.edition != edition or manifest.version != fields.VERSION:
        raise IndexProblem("the search index is of another edition")
    for name, (size, digest) in manifest.files.items():
        path = folder / name
        if not path.is_file() or path.stat().st_size != size:
            raise IndexProblem(f"a file of the search index is missing or cut off: {name}")
        if thoroughly and _measured(path)[1] != digest:
            raise IndexProblem(f"a file of the search index is damaged: {name}")
    if thoroughly:
        _open(folder, manifest)
    return manifest


def _open(folder: Path, manifest: Manifest) -> Index:
    try:
        index = Index.open(str(folder))
        fields.register(index)
        index.config_reader("manual")
        index.reload()
        studies = index.searcher().num_docs
    except (ValueError, OSError) as error:
        raise IndexProblem(f"the search index cannot be opened: {error}") from error
    if studies != manifest.studies:
        raise IndexProblem(f"the search index holds {studies} of {manifest.studies} studies")
    return index


def _files(folder: Path) -> list[Path]:
    return sorted(
        p for p in folder.iterdir() if p.is_file() and not p.name.endswith(".lock")
        and p.name != MANIFEST
    )  # fmt: skip


def _measured(path: Path) -> tuple[int, str]:
    with path.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
        return os.fstat(file.fileno()).st_size, found


def _tidy(home: Path, wanted: set[str]) -> None:
    for folder in (home / FOLDER).iterdir():
        if folder.is_dir() and folder.name not in wanted:
            shutil.rmtree(folder, ignore_errors=True)
