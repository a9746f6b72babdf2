"""What the rules of all scripts give: a name where it stands."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """A name where it stands.

    ``rule`` is ``title``, ``first name``, ``surname``, ``age``, ``role``, ``said`` or
    ``repeated``.
    """

    where: str
    start: int
    end: int
    words: tuple[str, ...]
    text: str
    rule: str
