"""What stands around a trigger: whether its words are news of crime, or of sport, the stage, trade, the past.

"Stole", "killer" and "hostage" are said of goals, whales and budgets. Near the police, a court or a victim
they are meant; near a goalkeeper, a novelist or a dividend they mostly are not.
"""

from bisect import bisect_left, bisect_right

from indexer.draft import Draft, Surface

# The groups in vocabulary/crime_cues.jsonl that speak for a crime, of a death and of what is weighed by the
# kilogram; the others speak against a crime.
LAW, DEATH, BULK = "law", "death", "bulk"
# Agencies are the police, courts and ministries by their own names.
SPEAK_FOR = frozenset({"agency", "shared"})
# The words of these types are everyday words or figures of speech as well (`stole`, `hostage`, `killer`):
# they count beside the police, a court or a victim. Those of the others are terms that stand for themselves.
EVERYDAY = frozenset(
    {
        "arson", "assault", "attempted-homicide", "burglary", "corruption",
        "defamation", "drug-offence", "espionage", "explosives",
        "extortion", "extremism", "fraud", "homicide", "kidnapping", "negligence", "organised-crime",
        "piracy", "prison-escape", "public-disorder", "robbery", "sedition", "stalking-harassment", "theft",
        "torture", "traffic-offence", "vandalism", "weapons-offence", "wildlife-crime",
    }
)  # fmt: skip
# Characters to each side in which a cue speaks for a trigger: about two sentences.
REACH = 200
# Cues against speak of their own sentence.
REACH_AGAINST = 120
# A death is told in the sentence of what caused it, or the next; a weight beside what is weighed.
REACH_OF_DEATH, REACH_OF_BULK = 120, 40
# So many words against tell what an article is about, where they are at least this share of the words of the
# law: a report of crime has one or two beside ten, a match report or a review as many as of the law.
FEW = 2
# Words that begin alike are one: a stock exchange is not the trade because the street has its name too.
STEM = 5
SHARE = 0.5
# A text with a cue of the law for so many characters reports of crime, whatever it names only once.
DENSE = 200
FEWEST = 8


class Cues:
    """The cues of one article, by where they stand; the title stands before the body."""

    def __init__(self, draft: Draft) -> None:
        self.body_at = len(draft.title) + 1
        self.law: list[int] = []
        self.against: list[int] = []
        self.deaths: list[int] = []
        self.bulk: list[int] = []
        words: set[str] = set()
        law = 0
        for surface in draft.surfaces:
            if surface.kind == "cue" and surface.id == DEATH:
                self.deaths.append(self.at(surface))
            elif surface.kind == "cue" and surface.id == BULK:
                self.bulk.append(self.at(surface))
            elif surface.kind == "cue" and surface.id != LAW:
                self.against.append(self.at(surface))
                words.add(surface.text[:STEM].lower())
            elif surface.kind == "cue" or surface.kind in SPEAK_FOR:
                self.law.append(self.at(surface))
                law += 1
            elif surface.kind == "crime" and is_strong(surface):
                # A list of crimes is meant altogether.
                self.law.append(self.at(surface))
        self.elsewhere = len(words) >= FEW and len(self.against) >= SHARE * law
        self.dense = law >= max(FEWEST, len(draft.body) / DENSE) and len(self.against) < law / 2

    def at(self, surface: Surface) -> int:
        """Where a surface begins, counted from the beginning of the title."""
        return surface.start + (self.body_at if surface.where == "body" else 0)

    def meant(self, surface: Surface) -> bool:
        """Whether a trigger speaks of a crime where it stands."""
        start, end = self.at(surface), self.at(surface) + len(surface.text)
        balance = near(self.law, start - REACH, end + REACH) - near(
            self.against, start - REACH_AGAINST, end + REACH_AGAINST
        )
        if not is_strong(surface):
            # A word that is a cue as well does not vouch for itself; one that is marked as weak needs two.
            return balance - near(self.law, start, end - 1) > (0 if surface.details is None else 1)
        # It is among the cues itself.
        return balance > 1 if self.elsewhere else balance >= 0

    def fatal(self, surface: Surface) -> bool:
        """Whether somebody dies where a trigger stands."""
        return self.beside(surface, self.deaths, REACH_OF_DEATH)

    def in_bulk(self, surface: Surface) -> bool:
        """Whether what a trigger names is weighed by the kilogram."""
        return self.beside(surface, self.bulk, REACH_OF_BULK)

    def beside(self, surface: Surface, places: list[int], reach: int) -> bool:
        """Whether one of some places is near a surface."""
        start = self.at(surface)
        return near(places, start - reach, start + len(surface.text) + reach) > 0


def is_strong(surface: Surface) -> bool:
    """Whether a trigger is a term that says by itself that there is a crime."""
    return surface.id not in EVERYDAY if surface.details is None else bool(surface.details)


def near(places: list[int], start: int, end: int) -> int:
    """How many of some places, in order, lie between two."""
    return bisect_right(places, end) - bisect_left(places, start)
