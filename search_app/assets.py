"""Templates and static files: beside the packages in a checkout, inside this one when installed."""

from functools import cache
from hashlib import blake2b
from pathlib import Path

PACKAGE = Path(__file__).parent
# A file's address changes with its content, so browsers may keep it for ever.
FOREVER = "public, max-age=31536000, immutable"


def folder(name: str) -> Path:
    """The folder ``templates`` or ``static``."""
    installed = PACKAGE / name
    return installed if installed.is_dir() else PACKAGE.parent / name


@cache
def asset_url(name: str) -> str:
    """The address of a static file, with a hash of its content."""
    content = (folder("static") / name).read_bytes()
    return f"/static/{name}?v={blake2b(content, digest_size=6).hexdigest()}"
