"""The app on a free port with a real browser before it, for tests and for the screenshots."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

from playwright.sync_api import Browser, sync_playwright
from werkzeug.serving import make_server

from article_index.engine import Engine
from search_app.app import create_app
from search_app.saved_searches import SavedSearches
from tests.real_chromium import ARGUMENTS


@contextmanager
def serving(engine: Engine, database: Path) -> Iterator[str]:
    """The address of an app over this engine, served by a thread until the end."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    saved_searches = SavedSearches.open(f"sqlite:///{database}")
    server = make_server("127.0.0.1", 0, create_app(engine, saved_searches), threaded=True)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
        saved_searches.close()


@contextmanager
def running(chromium: Path) -> Iterator[Browser]:
    """A browser, closed at the end."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
        yield browser
        browser.close()
