"""The day that a web page tells: metadata before address before byline; no clock, no other article's day."""

import json
from datetime import date
from pathlib import Path

import pytest

from tests.indexer.making import PROSE, record

JAN_30 = "2025-01-30"


def published(
    tmp_path: Path, head: str = "", above: str = "", below: str = "", after: str = ""
) -> str | None:
    """What is read from a page: something in its head, above and below its headline, after its text."""
    path = tmp_path / "a.html"
    text = f"<p>{PROSE}</p>" * 2
    body = f"{above}<article><h1>Car ring broken up in the harbour</h1>{below}{text}</article>"
    path.write_text(
        f"<html><head><title>Car ring</title>{head}</head><body>{body}{after}</body></html>", "utf-8"
    )
    return record(path).published


def ld(plain: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(plain)}</script>'


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


@pytest.mark.parametrize(
    "head",
    [
        ld({"@type": "NewsArticle", "datePublished": "2025-01-30T10:00:00+01:00"}),
        ld({"@graph": [{"@type": "WebPage", "datePublished": "2025-01-02"},
                       {"@type": ["Article"], "datePublished": JAN_30}]}),
        ld([{"@type": "Comment", "datePublished": "2025-02-02"},
            {"@type": "WebPage", "datePublished": JAN_30}]),
        '<script type="application/ld+json">{"@type": "Article", "datePublished": "2025-01-30", }</script>',
        meta("article:published_time", "2025-01-30T10:00:00Z"),
        '<meta name="DC.date.issued" content="30 January 2025">',
        '<link rel="canonical" href="https://ledger.example/2025/01/30/car-ring">',
        '<link rel="canonical" href="https://ledger.example/2025/jan/30/car-ring">',
        '<link rel="canonical" href="https://ledger.example/car-ring-20250130.html">',
        # An hour after midnight in UTC is yesterday for an American newspaper.
        meta("article:published_time", "2025-01-31T01:00:00Z") + meta("og:url", "//x.example/2025/01/30"),
        meta("article:published_time", "2025-01-30T10:00:00Z") + meta("og:url", "//x.example/2025/01/29/a"),
    ],
)  # fmt: skip
def test_the_head_of_a_page_tells_its_day(tmp_path: Path, head: str) -> None:
    assert published(tmp_path, head=head) == JAN_30


@pytest.mark.parametrize(
    "byline",
    [
        '<time datetime="2025-01-30T10:00:00">yesterday</time>',
        '<span class="entry-date">30. Januar 2025</span>',
        '<div class="post-date">30 stycznia 2025</div>',
        "<p>By Grace Example<br>30 January 2025, 10:15</p>",
        "<p>Опубликовано 30 января 2025</p>",
        "<p>30 Ιανουαρίου 2025</p>",
        "<p>نشر يوم 30 يناير 2025</p>",
        "<p>2025年1月30日</p>",
        "<p>2025년 1월 30일</p>",
    ],
)
def test_a_byline_below_the_headline_tells_it(tmp_path: Path, byline: str) -> None:
    assert published(tmp_path, below=byline) == JAN_30
    assert published(tmp_path, above="<div>Monday, 3 March 2025</div>", below=byline) == JAN_30


@pytest.mark.parametrize(
    "after",
    [
        '<div class="comments"><time datetime="2025-01-30">30 January 2025</time></div>',
        '<aside><time datetime="2025-01-30">Storm over Peru</time></aside>',
        ld({"@type": "VideoObject", "uploadDate": "2025-01-30"}),
        "<p>The attack of 30 January 2025 had shaken the whole city and all its quiet suburbs.</p>",
    ],
)
def test_other_parts_of_the_page_do_not(tmp_path: Path, after: str) -> None:
    assert published(tmp_path, after=after) is None


def test_a_page_without_a_date_has_none_and_not_today(tmp_path: Path) -> None:
    assert published(tmp_path) is None


@pytest.mark.parametrize("given", ["soon", "2025-13-45", "", "9999-01-01", "0"])
def test_a_wrong_date_is_passed_over(tmp_path: Path, given: str) -> None:
    head = meta("article:published_time", given) + ld({"@type": "Article", "datePublished": given})
    assert published(tmp_path, head=head, below='<time datetime="2025-01-30">then</time>') == JAN_30
    assert date.fromisoformat(JAN_30)


def test_days_in_a_range_are_no_date(tmp_path: Path) -> None:
    assert published(tmp_path, below="<p>Races of 2020/7/11-12</p><p>2020年07月12日</p>") == "2020-07-12"


def test_arabic_months_have_two_names(tmp_path: Path) -> None:
    below = "<div>تم نشره الجمعة 24 نيسان / أبريل 2020 09:22 مساءً</div>"
    assert published(tmp_path, below=below) == "2020-04-24"


def test_a_list_of_facts_below_the_headline_is_no_menu(tmp_path: Path) -> None:
    assert published(tmp_path, below='<ul class="nav meta"><li>13 Oct 2020 18:29</li></ul>') == "2020-10-13"


def test_a_date_that_a_script_writes_once(tmp_path: Path) -> None:
    script = '<script>showDate("2020/04/17 01:43:09")</script>'
    assert published(tmp_path, after=script) == "2020-04-17"
    assert published(tmp_path, after=script + script.replace("17", "18")) is None


def test_the_night_in_america_is_the_day_before(tmp_path: Path) -> None:
    moment = '<meta property="article:published_time" content="2020-05-02T02:54:29.000Z">'
    american = '<meta property="og:locale" content="en_US">'
    address = '<link rel="canonical" href="https://example.org/2020/05/02/story">'
    assert published(tmp_path, moment + american) == "2020-05-01"
    assert published(tmp_path, moment) == "2020-05-02"
    assert published(tmp_path, moment + american + address) == "2020-05-02"
