"""A local E-utilities server: answers in PubMed's own form, and misbehaves on demand.

It holds records as XML and answers ESearch and EFetch as recorded from the real servers:
same elements, same history, same limit of 9,999. It notes when each request arrived.
"""

from __future__ import annotations

import datetime as dt
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs
from xml.sax.saxutils import escape

LIMIT = 9_999
HTML = b"<!DOCTYPE html><html><head><title>502</title></head><body><p>Bad gateway</body></html>"
DECLARATION = b'<?xml version="1.0" encoding="UTF-8" ?>\n'
SEARCH_DOCTYPE = (
    b'<!DOCTYPE eSearchResult PUBLIC "-//NLM//DTD esearch 20060628//EN" "esearch.dtd">\n'
)
FETCH_DOCTYPE = (
    b'<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2025//EN" '
    b'"pubmed_250101.dtd">\n'
)


@dataclass(frozen=True)
class Held:
    """A record of the server: its XML (one PubmedArticle) and the day it was entered."""

    pmid: str
    entered: dt.date
    xml: bytes


@dataclass
class EutilsServer:
    """`faults` are used up one a request, in order: None, 429, 500, cut, html, slow, short."""

    records: list[Held]
    faults: list[str | None] = field(default_factory=list)
    retry_after: str | None = None
    slow_seconds: float = 1.0
    refuse_without_email: bool = True
    arrivals: list[float] = field(default_factory=list)
    requests: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    fetched: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._histories: dict[str, list[Held]] = {}
        self._lock = threading.Lock()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                length = int(self.headers["Content-Length"])
                form = parse_qs(self.rfile.read(length).decode())
                outer._answer(self, {k: v[0] for k, v in form.items()})

            def log_message(self, *_: object) -> None: ...

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}/entrez/eutils/"

    def __enter__(self) -> EutilsServer:
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def forget_histories(self) -> None:
        """What PubMed does with a history after some hours."""
        self._histories.clear()

    def most_in_a_second(self) -> int:
        """The largest number of requests that arrived within any one second.

        A busy machine may hold one up on its way, so that those behind it seem to come closer:
        a tenth of the second is allowed for that.
        """
        times = sorted(self.arrivals)
        return max((sum(t <= u < t + 0.9 for u in times) for t in times), default=0)

    def _answer(self, handler: BaseHTTPRequestHandler, form: dict[str, str]) -> None:
        endpoint = handler.path.rsplit("/", 1)[-1]
        with self._lock:
            self.arrivals.append(time.monotonic())
            self.requests.append((endpoint, form))
            fault = self.faults.pop(0) if self.faults else None
        if fault in ("429", "500"):
            self._send(handler, int(fault), b"{}", {"Retry-After": self.retry_after})
            return
        if self.refuse_without_email and not (form.get("email") and form.get("tool")):
            self._send(handler, 400, b"tool and email are missing", {})
            return
        body = self._search(form) if endpoint == "esearch.fcgi" else self._fetch(form)
        if body is None:
            self._send(handler, 400, b"Cannot retrieve history data. query_key is outdated", {})
            return
        if fault == "html":
            body = HTML
        elif fault == "cut":
            body = body[: len(body) * 2 // 3]
        elif fault == "slow":
            time.sleep(self.slow_seconds)
        self._send(handler, 200, body, {"Content-Type": "text/xml; charset=UTF-8"})

    @staticmethod
    def _send(
        handler: BaseHTTPRequestHandler, status: int, body: bytes, headers: dict[str, str | None]
    ) -> None:
        try:
            handler.send_response(status)
            for name, value in headers.items():
                if value is not None:
                    handler.send_header(name, value)
            handler.send_header("Content-Length", str(len(body)))
            handler.end_headers()
            handler.wfile.write(body)
        except (BrokenPipeError, ConnectionResetError):
            pass  # the client has given up waiting, as it should with a slow answer

    def _search(self, form: dict[str, str]) -> bytes:
        first, last = (
            dt.datetime.strptime(form[k], "%Y/%m/%d").date() for k in ("mindate", "maxdate")
        )
        found = [r for r in self.records if first <= r.entered <= last]
        found.sort(key=lambda r: int(r.pmid), reverse=True)
        env = f"MCID_{len(self._histories):024x}"
        self._histories[env] = found
        listed = found[: min(int(form["retmax"]), LIMIT)]
        ids = "".join(f"<Id>{r.pmid}</Id>\n" for r in listed)
        text = (
            f"<eSearchResult><Count>{len(found)}</Count><RetMax>{len(listed)}</RetMax>"
            f"<RetStart>0</RetStart><QueryKey>1</QueryKey><WebEnv>{env}</WebEnv><IdList>\n{ids}"
            f"</IdList><TranslationSet/><QueryTranslation>{escape(form['term'])}"
            "</QueryTranslation></eSearchResult>"
        )
        return DECLARATION + SEARCH_DOCTYPE + text.encode()

    def _fetch(self, form: dict[str, str]) -> bytes | None:
        if "id" in form:
            wanted = form["id"].split(",")
            by_pmid = {r.pmid: r for r in self.records}
            chosen = [by_pmid[p] for p in wanted if p in by_pmid]
        else:
            kept = self._histories.get(form["WebEnv"])
            if kept is None:
                return None
            start = int(form["retstart"])
            chosen = kept[start : min(start + int(form["retmax"]), LIMIT)]
        self.fetched.extend(r.pmid for r in chosen)
        inside = b"\n".join(r.xml for r in chosen)
        return DECLARATION + FETCH_DOCTYPE + b"<PubmedArticleSet>" + inside + b"</PubmedArticleSet>"
