"""Addresses of articles in one form, so that a pasted one finds its article however it was copied."""

import re
from urllib.parse import quote, unquote, urlsplit

# What an address looks like when it is pasted into the search box.
PASTED = re.compile(r"https?://[^\s/.]+\.\S+|www\.[^\s/.]+\.\S+", re.IGNORECASE)
# Parameters that say where a reader came from, not what is read.
TRACKING = re.compile(
    r"(utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ref|ref_src|cmpid|ocid|xtor|at_\w+)="
)
# What stays as it is when an address is written with percent signs.
SAFE = "/:@!$&'()*+,;=-._~"


def canonical(address: str) -> str:
    """The address without scheme, ``www.``, fragment, tracking parameters and a last slash.

    An address that can't be taken apart is its own form.
    """
    text = address.strip()
    try:
        parts = urlsplit(text if "://" in text else f"//{text}")
        host = (parts.hostname or "").removeprefix("www.")
        port = f":{parts.port}" if parts.port not in {None, 80, 443} else ""
    except ValueError:
        return text
    if not host:
        return text
    path = quote(unquote(parts.path), safe=SAFE, errors="replace")
    query = "&".join(part for part in parts.query.split("&") if part and not TRACKING.match(part))
    return host + port + path.rstrip("/") + (f"?{query}" if query else "")


def hosts(address: str) -> list[str]:
    """The host of an address in its canonical form, and the domains that it belongs to, the longest first."""
    host = canonical(address).partition("/")[0].partition("?")[0].partition(":")[0]
    names = host.split(".")
    return [".".join(names[start:]) for start in range(len(names) - 1)]
