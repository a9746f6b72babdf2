"""Pairs of concepts as values of a facet: ``ES_MA`` is Spain and Morocco, whichever came first."""

# An address takes it as it is, and no id of the vocabulary has it.
JOINT = "_"


def pair(one: str, other: str) -> str:
    """The value of a pair."""
    return JOINT.join(sorted((one, other)))


def members(value: str) -> tuple[str, ...]:
    """The two of a pair; the value itself where it is none."""
    return tuple(value.split(JOINT))
