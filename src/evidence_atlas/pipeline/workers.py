"""Doing the pure work in this process or in several; the results are the same."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from types import TracebackType

from ..records import Condition
from .components import Components
from .work import Work

Job = tuple[str, tuple[bytes, ...]]
Result = tuple[str, bytes | None, str]
"""Subject, output (None where it failed), and what went wrong."""

_components: Components | None = None
_condition: Condition | None = None


class Workers:
    """`count` processes; with one, the work is done right here.

    `make` builds the components: it is called once in each process, because functions
    and tables do not travel between processes, only its name does.
    """

    def __init__(
        self, make: Callable[[], Components], condition: Condition, count: int = 1
    ) -> None:
        self.components = make()
        self._condition = condition
        self._pool: ProcessPoolExecutor | None = None
        if count > 1:
            self._pool = ProcessPoolExecutor(
                max_workers=count,
                mp_context=multiprocessing.get_context("spawn"),
                initializer=_start,
                initargs=(make, condition),
            )

    def map(self, work: Work, jobs: Iterable[Job]) -> Iterator[Result]:
        """The results in the order of the jobs."""
        if self._pool is None:
            for job in jobs:
                yield _do(self.components, self._condition, work, job)
        else:
            yield from self._pool.map(_do_there, ((work, job) for job in jobs), chunksize=10)

    def __enter__(self) -> Workers:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)


def _start(make: Callable[[], Components], condition: Condition) -> None:
    global _components, _condition
    _components, _condition = make(), condition


def _do_there(order: tuple[Work, Job]) -> Result:
    assert _components is not None and _condition is not None
    return _do(_components, _condition, *order)


def _do(components: Components, condition: Condition, work: Work, job: Job) -> Result:
    subject, args = job
    try:
        return subject, work(components, condition, args), ""
    except Exception as error:  # one record's trouble must not stop the others
        return subject, None, f"{type(error).__name__}: {error}"
