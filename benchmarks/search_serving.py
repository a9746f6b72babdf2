"""The whole page for ``benchmarks.search``: made in this process to be timed, in another to be weighed."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from urllib.request import urlopen

from article_index.engine import Engine
from benchmarks.search_asked import Asked
from search_app.app import create_app
from search_app.saved_searches import SavedSearches

PORT = 8099
PATIENCE = 60  # seconds until the server answers
ROUNDS = 2


def page_of(engine: Engine) -> Callable[[Asked], object]:
    """Makes the HTML page of a question, as a server does."""
    app = create_app(engine, SavedSearches.open("sqlite://"))
    client = app.test_client()

    def ask(asked: Asked) -> object:
        answer = client.get(asked.state().url())
        if answer.status_code != 200:
            raise ValueError(f"The page answers {answer.status}")
        return answer.data

    return ask


def served_memory(index_url: str, asked: Iterable[Asked]) -> int:
    """Bytes of a serving process's own memory after some pages: without the files that it maps (Linux)."""
    command = [sys.executable, "-m", "cli", "serve", "--index", index_url, "--port", str(PORT)]
    process = subprocess.Popen(  # noqa: S603 - our own command
        [*command, "--database", "sqlite://"], stderr=subprocess.DEVNULL
    )
    address = f"http://127.0.0.1:{PORT}"
    try:
        wait_for(address)
        for _ in range(ROUNDS):
            for one in asked:
                with urlopen(address + one.state().url()) as answer:  # noqa: S310 - our own server
                    answer.read()
        status = Path(f"/proc/{process.pid}/status").read_text()
    finally:
        process.terminate()
        process.wait()
    (line,) = (line for line in status.splitlines() if line.startswith("RssAnon"))
    return int(line.split()[1]) * 1024


def wait_for(address: str) -> None:
    """Until the server answers; raises OSError when it does not."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            urlopen(f"{address}/healthz").close()  # noqa: S310 - our own server
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)
        else:
            return
