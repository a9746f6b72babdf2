"""SQLite's full-text search with facets in plain SQL: what people would use instead."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from article_index.article import FACET_FIELDS, FACETS, Article
from article_index.engine import batches
from article_index.index_document import MONTH, date_fields, indexed_values
from benchmarks.search_asked import Asked, Form

PAGE = 20
SCHEMA = """
CREATE TABLE article (number INTEGER PRIMARY KEY, id TEXT, title TEXT, body TEXT, source TEXT, month TEXT);
CREATE VIRTUAL TABLE words USING fts5(
    title, body, content='article', content_rowid='number', tokenize='porter unicode61'
);
CREATE TABLE facet (name TEXT, value TEXT, number INTEGER, PRIMARY KEY (name, value, number)) WITHOUT ROWID;
CREATE INDEX facet_of_article ON facet (number, name, value);
"""


class Fts5:
    """The questions of ``benchmarks.search`` in SQL."""

    def __init__(self, path: Path) -> None:
        new = not path.is_file()
        self.database = sqlite3.connect(path)
        self.database.execute("PRAGMA journal_mode = WAL")
        self.database.execute("PRAGMA cache_size = -262144")  # 256 MB
        if new:
            self.database.executescript(SCHEMA)

    def add(self, articles: Iterable[Article]) -> None:
        """Fill the tables, then the index in one go."""
        numbered = enumerate(articles, 1)
        for batch in batches(numbered):
            rows, values = [], []
            for number, one in batch:
                month = date_fields(one).get(MONTH)
                rows.append((number, one.id, one.title, one.body, one.source, month))
                for name, field in FACET_FIELDS.items():
                    values += [(name, value, number) for value in indexed_values(one, field)]
            self.database.executemany("INSERT INTO article VALUES (?, ?, ?, ?, ?, ?)", rows)
            self.database.executemany("INSERT OR IGNORE INTO facet VALUES (?, ?, ?)", values)
        self.database.execute("INSERT INTO words (words) VALUES ('rebuild')")
        self.database.execute("ANALYZE")
        self.database.commit()

    def __call__(self, asked: Asked) -> int:
        """The matching articles are put aside once, so that no count has to search the words again."""
        run = self.database.execute
        run("DROP TABLE IF EXISTS temp.matching")
        if asked.words:
            run(
                "CREATE TEMP TABLE matching AS SELECT rowid AS number FROM words WHERE words MATCH ?",
                (self.match(asked),),
            )
        else:
            run("CREATE TEMP TABLE matching AS SELECT number FROM article")
        where, values = narrowed(asked.filters)
        (total,) = run(f"SELECT count(*) FROM matching WHERE {where}", values).fetchone()  # noqa: S608 - ours
        self.first(asked, where, values)
        for name in asked.facets:
            others = {other: chosen for other, chosen in asked.filters.items() if other != name}
            where_others, values_others = narrowed(others)
            run(
                "SELECT value, count(*) FROM matching JOIN facet USING (number) "  # noqa: S608 - ours
                f"WHERE name = ? AND {where_others} GROUP BY value ORDER BY 2 DESC LIMIT {FACETS[name].size}",
                (name, *values_others),
            ).fetchall()
        if asked.facets:
            run(
                "SELECT month, count(*) FROM matching JOIN article USING (number) "  # noqa: S608 - ours
                f"WHERE {where} GROUP BY month",
                values,
            ).fetchall()
        return int(total)

    def first(self, asked: Asked, where: str, values: tuple[str, ...]) -> None:
        """The first page: by relevance with snippets, or the newest."""
        if not asked.words:
            by_month = f"SELECT id, title, source, body FROM article ORDER BY month DESC LIMIT {PAGE}"  # noqa: S608
            self.database.execute(by_month).fetchall()
            return
        self.database.execute(
            "SELECT article.id, article.title, source, snippet(words, 1, '<b>', '</b>', '…', 40) "  # noqa: S608
            "FROM words JOIN article ON number = words.rowid "
            f"WHERE words MATCH ? AND {where} ORDER BY bm25(words, 2.0, 1.0) LIMIT {PAGE}",
            (self.match(asked), *values),
        ).fetchall()

    def match(self, asked: Asked) -> str:
        if asked.form is Form.PHRASE:
            return '"' + " ".join(asked.words) + '"'
        if asked.form is Form.PREFIX:
            return f"{asked.words[0]}*"
        return " AND ".join(f'"{word}"' for word in asked.words)


def narrowed(filters: dict[str, tuple[str, ...]]) -> tuple[str, tuple[str, ...]]:
    """The condition of the filters on ``number``, and its values."""
    conditions, values = [], []
    for name, chosen in filters.items():
        marks = ", ".join("?" * len(chosen))
        conditions.append(f"number IN (SELECT number FROM facet WHERE name = ? AND value IN ({marks}))")  # noqa: S608
        values += [name, *chosen]
    return " AND ".join(conditions) or "1", tuple(values)
