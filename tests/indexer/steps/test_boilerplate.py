"""The boilerplate step: title and body out of a scraped page, the rest to the margins."""

import pytest

from indexer.draft import Draft
from indexer.record import Record
from indexer.steps.boilerplate import boilerplate
from tests.indexer.making import PROSE, page

TITLE = "Police break up a ring of car thieves"
MORE = PROSE.replace("four", "eleven").replace("Tuesday", "Friday")


def divided(*lines: str) -> Draft:
    draft = page(*lines)
    boilerplate(draft)
    return draft


def test_a_page_is_title_and_body() -> None:
    draft = divided(TITLE, PROSE, MORE)
    assert (draft.title, draft.body, draft.margins) == (TITLE, f"{PROSE}\n\n{MORE}", ())


def test_tickers_above_the_title_are_cut() -> None:
    draft = divided(
        "- 15:00Chile deepens ties with Morocco",
        "14h30 Taxi union raises alarm",
        "Follow us on Facebook",
        TITLE,
        PROSE,
    )
    assert (draft.title, draft.body) == (TITLE, PROSE)
    assert any("Chile" in line for line in draft.margins)


def test_a_ticker_on_one_line_is_cut() -> None:
    ticker = "    ".join(f"{hour}:00 Headline number {hour}" for hour in range(10, 16))
    assert (divided(ticker, TITLE, PROSE).title, divided(ticker, TITLE, PROSE).body) == (TITLE, PROSE)


def test_a_title_that_stands_twice_is_the_title() -> None:
    draft = divided("Politics and more", TITLE, TITLE, "Another line in between", PROSE)
    assert draft.title == TITLE
    assert TITLE not in draft.body


def test_a_long_title_that_stands_twice_is_no_prose() -> None:
    assert len(PROSE.split()) >= 25
    draft = divided(PROSE, "", PROSE, "- in Politique", MORE)
    assert (draft.title, draft.body) == (PROSE, MORE)


@pytest.mark.parametrize(
    "byline",
    [
        "Published 5 March 2024",
        "By Grace Example",
        "Publié le 5 mars 2024",
        "Par la rédaction",
        "Publicado el 5 de marzo de 2024",
        "Aktualisiert: 5. März 2024",
        "Pubblicato il 5 marzo 2024",
        "Atualizado em 05/03/2024",
        "نشر في 5 مارس 2024",
    ],
)
def test_a_byline_is_no_body(byline: str) -> None:
    draft = divided(TITLE, byline, PROSE)
    assert (draft.title, draft.body) == (TITLE, PROSE)
    assert byline in draft.margins


@pytest.mark.parametrize(
    "tail",
    [
        "Comments (0)",
        "Leave a Reply",
        "You may also like",
        "Related articles",
        "Laisser un commentaire",
        "Vous aimerez aussi",
        "Tous droits réservés",
        "Deja un comentario",
        "Noticias relacionadas",
        "Deixe um comentário",
        "Artigos relacionados",
        "Lascia un commento",
        "Articoli correlati",
        "Kommentar schreiben",
        "Ähnliche Artikel",
        "Plaats een reactie",
        "اترك تعليقاً",
        "الأكثر قراءة",
        "Оставить комментарий",
        "相关阅读",
    ],
)
def test_what_follows_a_tail_is_cut(tail: str) -> None:
    draft = divided(TITLE, PROSE, tail, MORE.replace("Police", "Peruvian"), "© 2024 The Courier")
    assert draft.body == PROSE
    assert "© 2024 The Courier" in draft.margins


@pytest.mark.parametrize(
    "aside",
    ["Read also:", "Lire aussi", "Lea también", "Leia também", "Leggi anche", "Lesen Sie auch", "اقرأ أيضا"],
)
def test_headlines_of_other_articles_are_cut_until_prose_goes_on(aside: str) -> None:
    draft = divided(TITLE, PROSE, aside, "Storm over Peru", "Elections in Chile", MORE)
    assert draft.body == f"{PROSE}\n\n{MORE}"


@pytest.mark.parametrize(
    "line",
    [
        "Share on Facebook",
        "Advertisement",
        "We use cookies to improve your experience",
        "Publicité",
        "Partager",
        "Werbung",
        "إعلان",
    ],
)
def test_furniture_between_paragraphs_is_cut(line: str) -> None:
    assert divided(TITLE, PROSE, line, MORE).body == f"{PROSE}\n\n{MORE}"


def test_prose_that_begins_like_furniture_stays() -> None:
    prose = "Printing presses were seized when officers searched a workshop; " + PROSE
    assert prose in divided(TITLE, PROSE, prose).body


def test_lines_broken_by_hand_become_paragraphs_again() -> None:
    wire = (
        "    HARBOUR CITY, March 5 - Police officers arrested four men on",
        "Tuesday morning in the harbour after a long investigation of a",
        "network that had been bringing stolen cars across the border",
        "for years, the prosecutor said.",
        "    The men, aged 23 to 51, will be brought before a judge on",
        "Wednesday. A spokeswoman said that more arrests were likely to",
        "follow soon.",
    )
    draft = Draft(Record("a.jsonl", "\n".join(wire), line=1, title=TITLE))
    boilerplate(draft)
    first, second = draft.body.split("\n\n")
    assert first.endswith("for years, the prosecutor said.")
    assert second.startswith("The men, aged 23 to 51, will be brought before a judge on Wednesday.")


def test_a_page_without_long_lines_keeps_its_sentences() -> None:
    draft = divided(TITLE, "Four men were arrested.", "They are in custody.")
    assert draft.title == TITLE
    assert draft.body == "Four men were arrested.\n\nThey are in custody."


def test_a_text_of_prose_only_gets_its_first_sentence_as_title() -> None:
    draft = divided(PROSE + " " + MORE)
    assert draft.title
    assert PROSE.startswith(draft.title.removesuffix(" …"))
    assert draft.body == PROSE + " " + MORE


@pytest.mark.parametrize("text", ["", "   \n\t", "\0\x01\x02", "\u200b\ufeff"])
def test_a_page_of_nothing_has_neither(text: str) -> None:
    assert (divided(text).title, divided(text).body) == ("", "")


def test_a_divided_record_keeps_all_its_text() -> None:
    draft = Draft(
        Record("a.jsonl", f"{PROSE}\n\nComments were few.\nBy land.", title=f" {TITLE}\n", notes=("n",))
    )
    boilerplate(draft)
    assert (draft.title, draft.notes, draft.margins) == (TITLE, ["n"], ())
    assert draft.body == f"{PROSE}\n\nComments were few.\n\nBy land."


def test_control_characters_and_runs_of_blanks_go() -> None:
    draft = Draft(
        Record("a.jsonl", "one\0two\u200b  three\u00ad\tfour\x07 \r\n\r\n five", title="a\x1b[31m b")
    )
    boilerplate(draft)
    assert draft.body == "one two three four\n\nfive"
    assert draft.title == "a [31m b"


def test_hints_for_breaking_lines_do_not_break_words() -> None:
    draft = Draft(Record("a.jsonl", "Die Bundes\u00adpoli\u200bzei", title="-"))
    boilerplate(draft)
    assert draft.body == "Die Bundespolizei"


def test_accents_are_composed() -> None:
    draft = Draft(Record("a.jsonl", "Se\u0301ne\u0301gal", title="Cafe\u0301"))
    boilerplate(draft)
    assert (draft.title, draft.body) == ("Café", "Sénégal")


@pytest.mark.timeout(120)
@pytest.mark.parametrize(
    "text",
    [
        "word " * 400_000,
        "ab cd\n" * 300_000 + PROSE,
        "a\n" * 1_000_000,
        " " * 2_000_000,
        "." * 2_000_000,
        "cookie " * 300_000,
        "\n" * 2_000_000,
    ],
    ids=["one line", "short lines", "letters", "blanks", "dots", "cookies", "empty lines"],
)
def test_two_megabytes_take_linear_time_and_are_cut(text: str) -> None:
    draft = page(text)
    boilerplate(draft)
    assert len(draft.body) < 1_000_000
    assert any("The text is cut after 500,000" in note for note in draft.notes)


def test_a_title_is_cut_at_its_longest() -> None:
    draft = Draft(Record("a.jsonl", "text", title="very " * 1000))
    boilerplate(draft)
    assert len(draft.title) == 300


SITE_MENU = ("Home", "Politics", "Sport", "Storm over Peru", "Elections in Chile", "My account", "Jobs")


@pytest.mark.parametrize("divider", [" | ", " - ", " – ", " · "])
@pytest.mark.parametrize("menu", [SITE_MENU, (*SITE_MENU, f"We value your privacy. {MORE}")])
def test_the_title_of_the_page_announces_the_headline(divider: str, menu: tuple[str, ...]) -> None:
    draft = divided(f"{TITLE}{divider}The Courier", *menu, TITLE, "Grace Example", PROSE, MORE)
    assert draft.title == TITLE
    assert "Peru" not in draft.body
    assert "privacy" not in draft.body
    assert draft.body.endswith(f"{PROSE}\n\n{MORE}")


def test_the_publisher_in_the_title_of_the_page_is_no_headline() -> None:
    draft = divided(f"{TITLE} | The Harbour Courier", "The Harbour Courier", *SITE_MENU, TITLE, PROSE)
    assert (draft.title, draft.body) == (TITLE, PROSE)


def test_a_menu_among_paragraphs_and_links_below_them_are_cut() -> None:
    draft = divided(TITLE, PROSE, *SITE_MENU, MORE, "Storm over Peru", "Elections in Chile this week")
    assert draft.body == f"{PROSE}\n\n{MORE}"


def test_prose_broken_at_its_links_stays_whole() -> None:
    pieces = ("The police of", "Harbour City", "said on Tuesday that", "four men", "were in custody.")
    draft = divided(TITLE, PROSE, *pieces)
    assert draft.body == "\n\n".join((PROSE, *pieces))
