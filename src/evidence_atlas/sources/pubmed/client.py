"""The E-utilities client: ESearch with the history server, EFetch in batches."""

from __future__ import annotations

import datetime as dt
import email.utils
from collections.abc import Callable, Sequence
from typing import Literal, TypeVar

import httpx
import stamina

from .answers import SearchAnswer, fetched_pmids, search_answer
from .errors import Busy, Garbled, PubMedError, Refused
from .pace import Pace
from .slices import FIRST_DAY, MOST_RESULTS, Slice, slices

BASE_URL = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils/"
TOOL = "evidence-atlas"
LONGEST_WAIT = 600.0
"""Seconds. A server that asks for a longer wait than this is left alone until the next run."""

T = TypeVar("T")


class Client:
    """Asks PubMed, never faster than allowed, again where that can help.

    `email` is the operator's address, which NCBI asks for; `api_key` is the operator's own.
    Raises PubMedError (see errors.py) when `attempts` have been used up.
    """

    def __init__(
        self,
        *,
        email: str,
        api_key: str | None = None,
        base_url: str = BASE_URL,
        timeout: float = 60.0,
        attempts: int = 8,
        first_wait: float = 1.0,
        today: Callable[[], dt.date] = dt.date.today,
    ) -> None:
        if not email:
            raise Refused("NCBI asks for an email address with every request; set ATLAS_CONTACT")
        self._identity = {"db": "pubmed", "tool": TOOL, "email": email}
        if api_key:
            self._identity["api_key"] = api_key
        self._pace = Pace(10 if api_key else 3)
        self._http = httpx.Client(
            base_url=base_url, timeout=timeout, headers={"User-Agent": f"{TOOL} ({email})"}
        )
        self._attempts = attempts
        self._first_wait = first_wait
        self._today = today

    def __enter__(self) -> Client:
        return self

    def __exit__(self, *_: object) -> None:
        self._http.close()

    def search(
        self, term: str, *, since: dt.date | None = None, by: Literal["edat", "mdat"] = "edat"
    ) -> list[Slice]:
        """Every PMID that the query finds, in slices that can be fetched.

        With `since`, only records entered (`by="edat"`) or changed (`by="mdat"`) from that
        day on. The last day is tomorrow, since PubMed's day may be ahead of ours.
        """

        def ask(first: dt.date, last: dt.date) -> SearchAnswer:
            return self._call(
                "esearch.fcgi",
                {
                    "term": term,
                    "usehistory": "y",
                    "retmode": "xml",
                    "retmax": str(MOST_RESULTS),
                    "datetype": by,
                    "mindate": first.strftime("%Y/%m/%d"),
                    "maxdate": last.strftime("%Y/%m/%d"),
                },
                _complete_search,
            )

        return list(slices(ask, since or FIRST_DAY, self._today() + dt.timedelta(days=1)))

    def fetch(self, part: Slice, start: int, size: int) -> bytes:
        """The XML of the slice's records `start`…, `size` at most, from the history server.

        What is missing (the history has expired, or the index moved under us) is asked for
        by PMID, so that the answer always is about `part.ids[start:start + size]`.
        """
        ids = part.ids[start : start + size]
        if part.web_env is None or part.query_key is None:
            return self.fetch_ids(ids)
        history = {
            "WebEnv": part.web_env,
            "query_key": part.query_key,
            "retstart": str(start),
            "retmax": str(len(ids)),
            "retmode": "xml",
        }
        try:
            body = self._call("efetch.fcgi", history, _whole)
        except Refused:
            return self.fetch_ids(ids)
        if set(fetched_pmids(body)) != set(ids):
            return self.fetch_ids(ids)
        return body

    def fetch_ids(self, ids: Sequence[str]) -> bytes:
        """The XML of these PMIDs. PubMed leaves out those that it no longer has."""
        return self._call("efetch.fcgi", {"id": ",".join(ids), "retmode": "xml"}, _whole)

    def _call(self, endpoint: str, params: dict[str, str], read: Callable[[bytes], T]) -> T:
        for attempt in stamina.retry_context(
            on=_wait_or_stop,
            attempts=self._attempts,
            timeout=None,
            wait_initial=self._first_wait,
            wait_max=60.0,
            wait_jitter=self._first_wait,
        ):
            with attempt:
                self._pace.wait()
                try:
                    return read(self._ask(endpoint, params))
                finally:
                    self._pace.answered()
        raise AssertionError("the last attempt either returns or raises")

    def _ask(self, endpoint: str, params: dict[str, str]) -> bytes:
        try:
            response = self._http.post(endpoint, data=self._identity | params)
        except httpx.TransportError as error:
            raise Busy(
                f"{endpoint}: no answer from PubMed ({error or type(error).__name__})"
            ) from error
        status = response.status_code
        if status == 429 or status >= 500:
            raise Busy(f"{endpoint}: PubMed answered {status}", _retry_after(response))
        if status != 200:
            start = response.text[:200].strip()
            raise Refused(f"{endpoint}: PubMed answered {status}: {start}")
        return response.content


def _complete_search(body: bytes) -> SearchAnswer:
    answer = search_answer(body)
    if answer.count <= MOST_RESULTS and len(answer.ids) != answer.count:
        raise Garbled(f"the search found {answer.count} records and lists {len(answer.ids)}")
    return answer


def _whole(body: bytes) -> bytes:
    fetched_pmids(body)
    return body


def _wait_or_stop(error: Exception) -> bool | float:
    """Whether to ask again, and after how many seconds where the server said so."""
    if isinstance(error, Busy) and error.retry_after is not None:
        return error.retry_after if error.retry_after <= LONGEST_WAIT else False
    return isinstance(error, PubMedError) and isinstance(error, Busy | Garbled)


def _retry_after(response: httpx.Response) -> float | None:
    """Seconds of a Retry-After header, which holds seconds or a date (RFC 9110, 10.2.3)."""
    value = response.headers.get("Retry-After", "").strip()
    if value.isdigit():
        return float(value)
    try:
        when = email.utils.parsedate_to_datetime(value)
    except ValueError:
        return None
    return max(0.0, (when - dt.datetime.now(dt.UTC)).total_seconds())
