"""NTREX: 57 news stories in twelve language variants, with the facets of one careful reader.

How values are matched:

- A story's gold is that of its English text. Values with ``?`` and optional countries count neither way.
- The first focus country is right when it is among the gold's main countries.
- Names of persons are compared without case and accents, in Latin script only. Where a text gives a name
  only in part (``person_surfaces``), that part is as good as the whole; partial names count neither way.
- The gold names agencies in words. Where the vocabulary has that name for an agency of that country, its id
  is wanted. Else any agency found of the same country and the same kind (police, court, ministry …, read
  from the name's words) is taken for it. Each agency found is taken once. An agency that only fits a
  generic or optional one counts neither way.
"""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from article_index.article import Article
from indexer.record import Record
from quality.gold import comparable
from quality.reading import Table, enriched, lines
from quality.scores import ALL, Difference, Score, Tally, Wanted, compare
from vocabulary import concept, concepts, find

STORIES, GOLD = Path("ntrex/stories.jsonl.gz"), Path("ntrex/gold.jsonl")
FACETS = ("countries", "crime_types", "agencies", "persons")
OTHER_SCRIPTS = frozenset({"ar", "ru", "zh"})
# What an agency is, by words of its English name; the first that fits.
KINDS = (
    ("court", ("court",)),
    ("prison", ("prison",)),
    ("ministry", ("department of justice", "ministry", "home office")),
    ("prosecution", ("prosecut", "counsel", "attorney")),
    ("police", ("police", "trooper", "sheriff", "bureau of investigation", "guardia", "constabulary")),
)
# "Police" without more may be any of a country's forces.
POLICE_KINDS = frozenset({"police", "gendarmerie"})


def ntrex(folder: Path) -> Table:
    """F1 of four facets, language and first focus country, for each variant."""
    gold = {line["doc"]: line for line in lines(folder / GOLD)}
    stories = list(lines(folder / STORIES))
    records = [
        Record(str(STORIES), story["text"], line, id=story["id"], title=story["title"])
        for line, story in enumerate(stories, 1)
    ]
    tally = Tally()
    language, focus = defaultdict[str, list[bool]](list), defaultdict[str, list[bool]](list)
    for story, article in zip(stories, enriched(records), strict=True):
        variant, labels = story["lang_variant"], gold[story["doc"]]
        for row in (ALL, variant):
            language[row].append(article.language == story["language"])
            if labels["main_countries"]:
                main = {code.removesuffix("?") for code in labels["main_countries"]}
                focus[row].append(not main.isdisjoint(article.focus_countries[:1]))
        for facet, difference in differences(article, labels):
            if facet != "persons" or story["language"] not in OTHER_SCRIPTS:
                tally.add(facet, variant, difference)
    rows: list[tuple[object, ...]] = []
    for variant in (ALL, *sorted(set(language) - {ALL})):
        scores = [tally.scores.get((facet, variant), Score()) for facet in FACETS]
        shares = (sum(found[variant]) / len(found[variant]) for found in (language, focus))
        rows.append((variant, len(language[variant]), *shares, *(score.f1 for score in scores)))
    header = ("variant", "stories", "language", "first focus", *(f"{facet} F1" for facet in FACETS))
    how = "F1 of values over all stories; language and first focus country: share of stories where right."
    return Table("NTREX stories", how, header, rows)


def differences(article: Article, labels: dict[str, Any]) -> Iterable[tuple[str, Difference]]:
    """What was found in a story beside the gold, by facet."""
    optional = frozenset(labels.get("countries_optional", ()))
    yield "countries", compare(article.countries, wanted(labels["countries"], optional))
    types = frozenset(value.removesuffix("?") for value in labels["crime_types"])
    unknown = types - concepts("crime_types").keys()
    yield "crime_types", compare(article.crime_types, wanted(labels["crime_types"], unknown))
    yield "agencies", agencies(article.agencies, labels["agencies"])
    yield "persons", persons(article.persons, labels)


def wanted(given: Iterable[str], either: frozenset[str] = frozenset()) -> Wanted:
    """Values, those with ``?`` and those in ``either`` counting neither way."""
    every = frozenset(given)
    doubted = frozenset(value.removesuffix("?") for value in every if value.endswith("?"))
    certain = frozenset(value for value in every if not value.endswith("?"))
    return Wanted(certain - either, doubted | either)


def persons(found: Iterable[str], labels: dict[str, Any]) -> Difference:
    """Names of persons, those that a text gives in part taken for the whole."""
    names = {comparable("persons", name): name for name in labels["persons"]}
    whole: dict[str, str] = {}
    for name, surface in labels.get("person_surfaces", {}).items():
        for part in (surface, surface.split()[-1]):
            whole[comparable("persons", part)] = comparable("persons", name)
    partial = frozenset(comparable("persons", name) for name in labels.get("persons_partial", ()))
    folded = (comparable("persons", name) for name in found)
    return compare({whole.get(name, name) for name in folded}, wanted(names, partial))


def agencies(found: Iterable[str], labels: Iterable[dict[str, Any]]) -> Difference:
    """Agencies matched as the module says: certain gold first, then what counts neither way."""
    left, hits, missed = list(found), [], []
    certain = [gold for gold in labels if not gold.get("generic") and not gold.get("optional")]
    # Ids before kinds: a force without an id must not take what another's id stands for.
    for gold in sorted(certain, key=lambda gold: not known(gold)):
        match = next((agency for agency in left if fits(agency, gold)), None)
        if match:
            left.remove(match)
            hits.append(match)
        else:
            missed.append(gold["name"])
    doubted = [gold for gold in labels if gold not in certain]
    wrong = [agency for agency in left if not any(fits(agency, gold) for gold in doubted)]
    return Difference(tuple(hits), tuple(wrong), tuple(missed))


def fits(agency: str, gold: dict[str, Any]) -> bool:
    """Whether an agency found may be the one that the gold names."""
    ids = known(gold)
    if ids:
        return agency in ids
    name = gold["name"].lower()
    kind = next((kind for kind, words in KINDS if any(word in name for word in words)), None)
    kinds = POLICE_KINDS if gold.get("generic") else {kind}
    found = concept("agencies", agency)
    return country_of(agency) == gold["country"] and found is not None and found.attributes["kind"] in kinds


def known(gold: dict[str, Any]) -> list[str]:
    """The ids that the vocabulary has for an agency of the gold; none for "police" without more."""
    if gold.get("generic"):
        return []
    return [agency for agency in find("agencies", gold["name"]) if country_of(agency) == gold["country"]]


def country_of(agency: str) -> str | None:
    """The country of an agency as the gold writes it: INT for international ones."""
    found = concept("agencies", agency)
    return (found.attributes.get("country") or "INT") if found else None
