"""The real browser of the tests: the system's own Chromium or Chrome, found, never downloaded.

``tests/install_chromium.sh`` installs one where it may.
"""

import os
import shutil
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
# What Playwright's `launch` needs besides the path: root has no sandbox, and a test's browser stays at home.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--disable-component-update",
    "--disable-background-networking",
    "--no-first-run",
)


def find_chromium() -> Path | None:
    """The browser that ``CHROMIUM`` names, else the first on the path, else None."""
    if named := os.environ.get("CHROMIUM"):
        return Path(named) if os.access(named, os.X_OK) else None
    for name in NAMES:
        if found := shutil.which(name):
            return Path(found)
    return MAC if os.access(MAC, os.X_OK) else None
