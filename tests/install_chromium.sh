#!/bin/sh
# Sees to it that there is a Chromium for the browser tests. Ends with 1, and says what to do, if not.
# The names are those of tests/real_chromium.py.
set -eu

if [ -n "${CHROMIUM:-}" ]; then
    [ -x "$CHROMIUM" ] && exit 0
    echo "CHROMIUM=$CHROMIUM is no program." >&2
    exit 1
fi
for name in chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$name" >/dev/null && exit 0
done
if [ -x "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" ]; then
    exit 0
fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing Chromium for the browser tests"
    log=$(mktemp)
    export DEBIAN_FRONTEND=noninteractive
    # Fonts for every script of the pages: without them a screenshot shows boxes.
    if apt-get update >"$log" 2>&1 &&
        apt-get install -y --no-install-recommends chromium fonts-noto-core fonts-noto-cjk >>"$log" 2>&1; then
        rm -f "$log"
        exit 0
    fi
    tail -n 20 "$log" >&2
    rm -f "$log"
fi
echo "No Chromium for the browser tests. Install chromium or google-chrome, or name one: CHROMIUM=/path/to/chrome" >&2
exit 1
