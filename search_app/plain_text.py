"""Text and addresses of articles as XML and JSON can carry them: an article may contain anything."""

import re
from urllib.parse import quote, urlsplit, urlunsplit

from search_app.result_views import web_address

# What is no Char of XML 1.0 (https://www.w3.org/TR/xml/#charsets): controls, halves of characters, U+FFFE
# and U+FFFF. Escaping does not help, a parser refuses them either way. The controls from U+007F on may
# stand in XML and say nothing.
NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u007f-\u0084\u0086-\u009f]")
# A language tag in the form that ``xml:lang`` and JSON Feed take (BCP 47), not looked up in any register.
LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
# What stands in addresses without being escaped (RFC 3986), and the percent sign of what is escaped.
IN_PATH, IN_QUERY = "/:@!$&'()*+,;=~%", "/?:@!$&'()*+,;=~%"
LONE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


def clean(text: str | None) -> str:
    """A text in one line, without the characters that XML can't hold."""
    return " ".join(NOT_XML.sub("", text or "").split())


def language_tag(language: str | None) -> str:
    """A language as an attribute may name it; empty where it is none."""
    return language if language and LANGUAGE_TAG.fullmatch(language) else ""


def web_link(url: str | None) -> str | None:
    """The address of a page elsewhere, made valid; None where it is no ``http`` or ``https`` address."""
    address = web_address(clean(url).replace(" ", "%20"))
    try:
        parts = urlsplit(address or "")
        host = (parts.hostname or "").encode("idna").decode() if parts.hostname else ""
        port = f":{parts.port}" if parts.port else ""
    except ValueError:  # UnicodeError among them: no such host
        return None
    # A name and password have no place in a feed.
    if not re.fullmatch(r"[A-Za-z0-9._-]+|[0-9a-f:.]*:[0-9a-f:.]*", host):
        return None
    place = f"[{host}]{port}" if ":" in host else host + port
    path, query, fragment = (LONE_PERCENT.sub("%25", part) for part in parts[2:])
    return urlunsplit(
        (parts.scheme, place, quote(path, IN_PATH), quote(query, IN_QUERY), quote(fragment, IN_QUERY))
    )
