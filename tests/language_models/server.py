"""An OpenAI-compatible server that follows a script: a process of its own, over real HTTP.

`python server.py LOG STEP…` prints its port and answers chat completions: one step for each
request in turn, `good` after the last. Every request is a line of JSON in LOG: the step, the
title of the study asked about, a digest of the question, how many requests were out, and the
key that it was sent.

Steps: good (each sentence of the atlas as it is; what was refused is let go), wrong (each with
a number of its own), malformed, 401, 404, 429, 500, slow (answers too late), cut (hangs up),
pair (answers once two requests are out).
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

INPUT_TOKENS, OUTPUT_TOKENS = 1000, 100
LATE = 30.0
PATIENCE = 20.0


class Script:
    """The steps left, and who is waiting."""

    def __init__(self, log: Path, steps: list[str]) -> None:
        self._log, self._steps = log, steps
        self._out = self._met = 0
        self._changed = threading.Condition()

    def arrives(self, prompt: str, key: str) -> str:
        title = json.loads(prompt.split("\n\n")[0])["title"]
        asked = hashlib.sha256(prompt.encode()).hexdigest()
        with self._changed:
            step = self._steps.pop(0) if self._steps else "good"
            self._out += 1
            self._met += self._out >= 2
            line = {"step": step, "title": title, "asked": asked, "out": self._out, "key": key}
            with self._log.open("a", encoding="utf-8") as file:
                file.write(json.dumps(line) + "\n")
            self._changed.notify_all()
            if step == "pair" and self._out < 2:
                # The other may be gone again before this one wakes.
                met = self._met
                self._changed.wait_for(lambda: self._met > met, PATIENCE)
        return step

    def leaves(self) -> None:
        with self._changed:
            self._out -= 1
            self._changed.notify_all()


def reply(step: str, prompt: str) -> str:
    """What the model says."""
    if step == "malformed":
        return "Here is a summary: it works!"
    ours = json.loads(prompt.split("\n\n")[0])["sentences_of_the_atlas"]
    if step == "good" and "refused_because" in prompt:
        ours = []
    return json.dumps(
        {
            "sentences": [
                {
                    "instead_of": [s["number"]],
                    "text": f"In 4711 people: {s['text']}" if step == "wrong" else s["text"],
                    "rests_on": s["rests_on"] or [1],
                }
                for s in ours
            ]
        }
    )


def handler(script: Script) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            prompt = body["messages"][-1]["content"]
            step = script.arrives(prompt, self.headers.get("Authorization", ""))
            try:
                self._answer(step, body["model"], prompt)
            finally:
                script.leaves()

        def _answer(self, step: str, model: str, prompt: str) -> None:
            if step == "cut":
                self.close_connection = True
                self.connection.close()
                return
            if step == "slow":
                threading.Event().wait(LATE)
            if step.isdigit():
                echoed = self.headers.get("Authorization", "")
                self._send(int(step), {"error": {"message": f"no, {echoed}", "code": "scripted"}})
                return
            message = {"role": "assistant", "content": reply(step, prompt)}
            self._send(
                200,
                {
                    "id": "x",
                    "object": "chat.completion",
                    "created": 0,
                    "model": model,
                    "choices": [{"index": 0, "message": message, "finish_reason": "stop"}],
                    "usage": {
                        "prompt_tokens": INPUT_TOKENS,
                        "completion_tokens": OUTPUT_TOKENS,
                        "total_tokens": INPUT_TOKENS + OUTPUT_TOKENS,
                    },
                },
            )

        def _send(self, status: int, content: dict) -> None:
            data = json.dumps(content).encode()
            try:
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(data)))
                if status == 429:
                    self.send_header("Retry-After", "0")
                self.end_headers()
                self.wfile.write(data)
            except OSError:
                pass  # whoever asked has gone

        def log_message(self, *args: object) -> None:
            pass

    return Handler


@dataclass
class Running:
    """A server that runs: its base address, and what it was asked."""

    url: str
    log: Path

    @property
    def asked(self) -> list[dict]:
        if not self.log.exists():
            return []
        return [json.loads(line) for line in self.log.read_text("utf-8").splitlines()]


@contextmanager
def running(log: Path, *steps: str) -> Iterator[Running]:
    """A scripted server in a process of its own, on a free port, until the block ends."""
    process = subprocess.Popen(
        [sys.executable, __file__, str(log), *steps],
        stdout=subprocess.PIPE,
        text=True,
        env={k: v for k, v in os.environ.items() if k != "PYTHONPATH"},
    )
    try:
        assert process.stdout is not None
        port = int(process.stdout.readline())
        yield Running(f"http://127.0.0.1:{port}/v1", log)
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler(Script(Path(sys.argv[1]), sys.argv[2:])))
    server.daemon_threads = True
    print(server.server_address[1], flush=True)
    server.serve_forever()
