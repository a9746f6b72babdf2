"""Sets that say what crime an article reports, or that it reports none: Guardian, MUC-3/4, police, ANT.

How labels are matched, each on every n-th article of its set, so that the same ones are read each time:

- Guardian: an article of the crime section should have any crime type, one of another section none. Other
  sections do report crimes (terrorism, wildlife, corruption), so that the precision has a ceiling.
- MUC-3/4 (capitals, 1988-90): ARSON is ``arson``, KIDNAPPING ``kidnapping``, ROBBERY ``robbery`` or
  ``theft``, BOMBING ``explosives`` or ``terrorism``, ATTACK any crime against life, body or the state. A
  type that is expected of any incident of the article is not wrong; the row ``any incident`` compares
  whether any type of these was found with whether there was an incident.
- German police releases: crimes that their headlines name, the headline hidden. A body may well report a
  second crime, so read R first.
- ANT (Arabic): sections other than society and news should have none. Only shares are given: the sections
  are no labels of crimes.
"""

from collections import defaultdict
from collections.abc import Collection
from pathlib import Path
from typing import Any

from indexer.record import Record
from quality.reading import Table, enriched, lines
from quality.scores import Score, Wanted, compare, ratio
from quality.tables import SCORE_HEADER, score_cells

GUARDIAN = Path("guardian_crime/dev.jsonl.gz")
MUC = Path("muc34/dev.jsonl.gz")
POLICE = Path("police_de/dev.jsonl.gz")
ANT = Path("ant_ar/dev.jsonl.gz")
# Every n-th article: some hundreds of each set are read in a few seconds.
EVERY = {GUARDIAN: 4, MUC: 3, POLICE: 4, ANT: 3}
INCIDENTS = {
    "ARSON": frozenset({"arson"}),
    "BOMBING": frozenset({"explosives", "terrorism"}),
    "KIDNAPPING": frozenset({"kidnapping"}),
    "ROBBERY": frozenset({"robbery", "theft"}),
    "ATTACK": frozenset(
        {
            "homicide",
            "attempted-homicide",
            "assault",
            "terrorism",
            "weapons-offence",
            "sedition",
            "war-crimes",
        }
    ),
}
HEADLINES = {
    "raub": frozenset({"robbery"}),
    "diebstahl": frozenset({"theft", "vehicle-theft", "burglary"}),
    "koerperverletzung": frozenset({"assault"}),
    "brand": frozenset({"arson"}),
    "drogen": frozenset({"drug-trafficking", "drug-offence"}),
    "betrug": frozenset({"fraud"}),
    "einbruch": frozenset({"burglary"}),
    "toetung": frozenset({"homicide", "attempted-homicide"}),
    "sexualdelikt": frozenset({"sexual-violence", "child-exploitation"}),
}


def guardian(folder: Path) -> Table:
    """Whether any crime type is found, against the section."""
    score = Score()
    for story, found in read(folder, GUARDIAN):
        score.add(compare(yes(found), Wanted(yes(story["label"] == "crime"))))
    how = "Any crime type, against the crime section and others (which report crimes too)."
    return Table("Guardian, crime or not", how, ("facet", *SCORE_HEADER), [("any type", *score_cells(score))])


def muc(folder: Path) -> Table:
    """Each kind of incident, and whether there is any."""
    return by_label("MUC-3/4 incidents", read(folder, MUC), "incident_types", INCIDENTS)


def police_crimes(folder: Path) -> Table:
    """The crimes that headlines name, from the texts alone."""
    return by_label(
        "Crimes of German police releases", read(folder, POLICE, title=False), "headline_keywords", HEADLINES
    )


def sections(folder: Path) -> Table:
    """The share of articles with any crime type, by section."""
    counts: dict[str, list[bool]] = defaultdict(list)
    for story, found in read(folder, ANT):
        counts[story["category"] or "none"].append(bool(found))
    rows: list[tuple[object, ...]] = [
        (name, len(found), ratio(sum(found), len(found))) for name, found in sorted(counts.items())
    ]
    how = "Share of Arabic articles with any crime type, by section."
    return Table("ANT, crime by section", how, ("section", "articles", "with a crime type"), rows)


def read(folder: Path, file: Path, title: bool = True) -> list[tuple[dict[str, Any], tuple[str, ...]]]:
    """Every n-th article of a set with the crime types found in it."""
    stories = list(lines(folder / file))[:: EVERY[file]]
    records = [
        Record(str(file), story["text"], number, title=story.get("title") if title else None)
        for number, story in enumerate(stories, 1)
    ]
    return [(story, article.crime_types) for story, article in zip(stories, enriched(records), strict=True)]


def by_label(
    title: str,
    articles: list[tuple[dict[str, Any], tuple[str, ...]]],
    key: str,
    meaning: dict[str, frozenset[str]],
) -> Table:
    """One row a label, and one for whether there is any: a type right for another label is not wrong."""
    scores: dict[str, Score] = defaultdict(Score)
    every = frozenset[str]().union(*meaning.values())
    for story, found in articles:
        labels = [label for label in story[key] if label in meaning]
        expected = frozenset[str]().union(*(meaning[label] for label in labels))
        for label, types in meaning.items():
            got = types & set(found)
            if label in labels or not got <= expected:
                scores[label].add(compare(yes(got), Wanted(yes(label in labels))))
        scores["any incident"].add(compare(yes(every & set(found)), Wanted(yes(labels))))
    rows = [(label, *score_cells(scores[label])) for label in (*meaning, "any incident")]
    return Table(title, "Crime types found, against the labels.", ("label", *SCORE_HEADER), rows)


def yes(found: bool | Collection[object]) -> frozenset[str]:
    """What is compared where only the answer counts."""
    return frozenset({"yes"}) if found else frozenset()
