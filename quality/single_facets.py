"""Sets that label one facet each: countries, languages, dates, agencies."""

from collections import Counter, defaultdict
from pathlib import Path

from indexer.record import Record
from quality.gold import values_of
from quality.reading import Table, enriched, lines, page_record
from quality.scores import ALL, Score, Wanted, compare, ratio
from quality.tables import SCORE_HEADER, score_cells
from vocabulary import concept

GEOWEBNEWS = Path("geo_news/geowebnews.jsonl.gz")
SENTENCES = Path("langid/sentences_dev.jsonl.gz")
PAGES = Path("pages_dates_2020/truth.jsonl.gz")
POLICE = Path("police_de/dev.jsonl.gz")
# The languages that Blotter has full vocabularies for.
LANGUAGES = ("ar", "de", "en", "es", "fr", "it", "nl", "pt", "ru", "tr", "zh")


def geowebnews(folder: Path) -> Table:
    """Countries of English web news, against those of all places that its annotators marked."""
    stories = list(lines(folder / GEOWEBNEWS))
    records = [Record(str(GEOWEBNEWS), s["text"], n, title=s["title"]) for n, s in enumerate(stories, 1)]
    score = Score()
    for story, article in zip(stories, enriched(records), strict=True):
        score.add(compare(article.countries, Wanted(frozenset(story["countries"]))))
    how = "Countries of each article, against the countries of all places marked in it."
    return Table("GeoWebNews", how, ("facet", *SCORE_HEADER), [("countries", *score_cells(score))])


def sentences(folder: Path) -> Table:
    """The language of lone sentences: share right, and how many sentences of others were taken for it."""
    every = list(lines(folder / SENTENCES))
    records = [Record(str(SENTENCES), sentence["text"], n) for n, sentence in enumerate(every, 1)]
    found: dict[str, Counter[str | None]] = defaultdict(Counter)
    for sentence, article in zip(every, enriched(records), strict=True):
        found[sentence["language"]][article.language] += 1
    right = {language: found[language][language] for language in LANGUAGES}
    sizes = {language: found[language].total() for language in LANGUAGES}
    taken = {
        language: sum(got[language] for of, got in found.items() if of != language) for language in LANGUAGES
    }
    rows: list[tuple[object, ...]] = [
        (ALL, sum(sizes.values()), ratio(sum(right.values()), sum(sizes.values())), sum(taken.values()))
    ]
    rows += [(lang, sizes[lang], ratio(right[lang], sizes[lang]), taken[lang]) for lang in LANGUAGES]
    how = "Lone sentences; the last column counts sentences of 78 other languages that were taken for it."
    return Table("Sentences in 79 languages", how, ("language", "sentences", "right", "taken for it"), rows)


def page_dates(folder: Path) -> Table:
    """The day of publication of web pages, read from the page alone."""
    truth = list(lines(folder / PAGES))
    names = [PAGES.parent / page["html"] for page in truth]
    records = [page_record((folder / name).read_bytes(), str(name)) for name in names]
    score = Score()
    for page, article in zip(truth, enriched(records), strict=True):
        score.add(compare(tuple(values_of(article, "published")), Wanted(frozenset({page["date"]}))))
    how = "Day of publication; the share right of all pages is R."
    return Table("Pages with dates", how, ("facet", *SCORE_HEADER), [("published", *score_cells(score))])


def police_releases(folder: Path) -> Table:
    """German police releases: the date (title and text alone), and whether an agency of Germany was found.

    The releases name their own force or none ("die Polizei"), so that any German agency is right, one of
    another country wrong, and none a miss.
    """
    releases = list(lines(folder / POLICE))
    records = [Record(str(POLICE), r["text"], n, title=r["title"]) for n, r in enumerate(releases, 1)]
    dates, countries = Score(), Score()
    for release, article in zip(releases, enriched(records), strict=True):
        day = Wanted(frozenset({release["date"][:10]}))
        dates.add(compare(tuple(values_of(article, "published")), day))
        known = (concept("agencies", agency) for agency in article.agencies)
        of = {agency.attributes["country"] for agency in known if agency and agency.attributes["country"]}
        countries.add(compare(of, Wanted(frozenset({release["country"]}))))
    rows = [("published", *score_cells(dates)), ("country of agencies", *score_cells(countries))]
    how = "Date and the country of the agencies found, from title and text; most releases name no force."
    return Table("German police releases", how, ("facet", *SCORE_HEADER), rows)
