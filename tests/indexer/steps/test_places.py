"""The places step: which place is meant where several bear a name, and what is no place at all."""

import pytest

from indexer.steps.agencies import agencies
from indexer.steps.countries import countries
from indexer.steps.places import places
from indexer.steps.surfaces import surfaces
from tests.indexer.making import draft


def found(text: str, language: str | None = "en") -> set[str]:
    made = draft(text, "-", language)
    surfaces(made)
    places(made)
    agencies(made)
    countries(made)
    return set(made.countries)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("DANVERS, Mass. (AP) - A man was held.", {"US"}),
        ("TERRELL, TEX., June 3 - A clerk was held.", {"US"}),
        ("HOMOSASSA, Fla, June 3 - A clerk was held.", {"US"}),
        ("Two stores in Aurora, CO 80010, were robbed.", {"US"}),
        ("A store in Brandon, Man., was robbed.", {"CA"}),
        ("He was seen in Dubbo, NSW, on Friday.", {"AU"}),
        ("The senator (D-N.J.) asked why.", {"US"}),
        ("Jane Doe, MD, treated him.", set()),
        ("THE MAN, IN MADRID, OR PARIS", {"ES", "FR"}),
        ("Two men, ill. and tired, slept.", set()),
    ],
)
def test_regions_in_short(text: str, ids: set[str]) -> None:
    assert found(text) == ids


@pytest.mark.parametrize(
    ("language", "text", "ids"),
    [
        ("en", "They met in Paris, Texas, and in London, Ontario.", {"US", "CA"}),
        ("en", "A store in Birmingham, Ala., was robbed. Birmingham mourns.", {"US"}),
        ("en", "The port of Tripoli, Lebanon, was closed.", {"LB"}),
        ("en", "After talks in Moscow, Ukraine said no.", {"RU", "UA"}),
        ("en", "Flights between London, California and Tokyo", {"GB", "US", "JP"}),
        ("en", "Sheriffs in Georgia and Florida looked for him.", {"US"}),
        ("en", "Georgia signed it with the United States in Washington.", {"GE", "US"}),
        ("en", "Georgia's parliament in Tbilisi; an envoy from Florida", {"GE", "US"}),
        ("es", "La policía de Valencia, en Venezuela, detuvo a dos", {"VE"}),
        ("es", "La policía de Valencia detuvo a dos", {"ES"}),
        ("fr", "né à Paris (Texas)", {"US"}),
        ("fr", "le port de Tripoli, au Liban", {"LB"}),
        ("ar", "ميناء طرابلس، لبنان", {"LB"}),
        ("ar", "ميناء طرابلس", {"LY"}),
    ],
)
def test_homonyms(language: str, text: str, ids: set[str]) -> None:
    assert found(text, language) == ids


@pytest.mark.parametrize(
    ("language", "text", "ids"),
    [
        ("en", "Jordan Pickford saved it. Pickford had trained in Leeds.", {"GB"}),
        ("en", "Andrew Jordan, Jack London and Dawn French spoke.", set()),
        ("en", "Jordan Valley farmers and Israel Police spoke.", {"JO", "IL"}),
        ("en", "Chad President Deby spoke.", {"TD"}),
        ("es", "Javier Catalán llegó.", set()),
        ("es", "El atleta catalán llegó.", {"ES"}),
        ("pt", "Eliseu Padilha falou.", set()),
    ],
)
def test_persons_are_no_places(language: str, text: str, ids: set[str]) -> None:
    assert found(text, language) == ids


@pytest.mark.parametrize(
    ("language", "text", "ids"),
    [
        ("fr", "un vol rue de Rome, à Lyon", {"FR"}),
        ("it", "una rapina in via Francia, a Torino", {"IT"}),
        ("es", "en la avenida de Brasil", set()),
        ("pt", "na rua da França", set()),
        ("de", "ein Unfall in der Züricher Straße", set()),
        ("de", "die Polizei in Zürich", {"CH"}),
        ("en", "a flat in Oxford Street", set()),
        ("en", "he flew to Peru via Paris", {"PE", "FR"}),
    ],
)
def test_streets_are_no_places(language: str, text: str, ids: set[str]) -> None:
    assert found(text, language) == ids


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("The Federal Reserve raised rates.", {"US"}),
        ("A Premier League club was fined.", {"GB"}),
        ("A Ghana Premier League club was fined.", {"GH"}),
        ("After the collapse of Yugoslavia he left.", set()),
    ],
)
def test_institutions_and_states_that_are_no_more(text: str, ids: set[str]) -> None:
    assert found(text) == ids


def test_a_town_and_its_region_are_one_mention() -> None:
    made = draft("He lives in Boston, Mass., with his dog.")
    surfaces(made)
    places(made)
    assert [s.text for s in made.surfaces if s.kind == "place"] == ["Boston, Mass."]


@pytest.mark.parametrize(
    "text", ["", ", ", ", Mass.", "A, Mass. " * 2000, "Jordan Zzyq " * 2000, ", CO" * 500]
)
def test_nothing_raises(text: str) -> None:
    found(text)
    found(text, None)
