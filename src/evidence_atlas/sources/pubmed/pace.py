"""Never faster than allowed."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

# A little over an even share, so that a clock that runs a little otherwise breaks no limit.
MARGIN = 1.02


class Pace:
    """Spaces calls evenly, `per_second` at most, across threads.

    NCBI counts arrivals, and a request may be delayed on its way while the next is not. It has
    surely arrived when it is answered: the next is spaced from then.
    """

    def __init__(
        self,
        per_second: float,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.interval = MARGIN / per_second
        self._clock = clock
        self._sleep = sleep
        self._lock = threading.Lock()
        self._next = clock()

    def wait(self) -> None:
        """Returns when the next request may start."""
        with self._lock:
            delay = self._next - self._clock()
            if delay > 0:
                self._sleep(delay)
            self._next = max(self._next, self._clock()) + self.interval

    def answered(self) -> None:
        """The request that was waited for has been answered, or given up."""
        with self._lock:
            self._next = max(self._next, self._clock() + self.interval)
