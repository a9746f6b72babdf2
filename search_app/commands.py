"""The commands ``blotter serve`` and ``blotter search``."""

import json
import sys

import click

from article_index.engine import EngineError, open_engine
from article_index.option import index_option


@click.command()
@index_option
@click.option(
    "--database",
    envvar="BLOTTER_DATABASE",
    default="sqlite:///var/blotter.db",
    show_default=True,
    show_envvar=True,
    help="Where saved searches are kept, as an SQLAlchemy URL.",
)
@click.option(
    "--host",
    envvar="BLOTTER_HOST",
    default="127.0.0.1",
    show_default=True,
    show_envvar=True,
    help="Address to listen on. Blotter has no log-in yet: let only a proxy that has one reach any other.",
)
@click.option(
    "--port",
    envvar="PORT",
    type=click.IntRange(1, 65535),
    default=8000,
    show_default=True,
    show_envvar=True,
    help="Port to listen on.",
)
@click.option(
    "--threads",
    envvar="BLOTTER_THREADS",
    type=click.IntRange(1, 64),
    default=8,
    show_default=True,
    show_envvar=True,
    help="Requests answered at once.",
)
@click.option(
    "--secret-key",
    envvar="BLOTTER_SECRET_KEY",
    show_envvar=True,
    help="Signs forms; give all processes the same. Made anew at each start if left out.",
)
@click.option(
    "--match",
    envvar="BLOTTER_MATCH",
    type=click.Choice(["all", "any"]),
    default="all",
    show_default=True,
    show_envvar=True,
    help="Whether all words of a query must be in an article, or any is enough; readers can switch.",
)
def serve(
    index_url: str,
    database: str,
    host: str,
    port: int,
    threads: int,
    secret_key: str | None,
    match: str,
) -> None:
    """Serve the search page and the API."""
    # Loaded here, so that the other commands start quickly.
    import waitress

    from search_app.app import create_app
    from search_app.database import DatabaseUnavailable
    from search_app.saved_searches import SavedSearches

    try:
        app = create_app(
            open_engine(index_url), SavedSearches.open(database), secret_key=secret_key, match=match
        )
        server = waitress.create_server(app, host=host, port=port, threads=threads, ident=None)
    except (EngineError, DatabaseUnavailable, OSError) as error:
        raise click.ClickException(f"Blotter can't start: {error}") from error
    click.echo(f"Blotter is at http://{host}:{port} (stop it with Ctrl-C)", err=True)
    try:
        server.run()
    finally:
        server.close()


@click.command()
@click.argument("query", nargs=-1)
@index_option
@click.option("--json", "as_json", is_flag=True, help="Print the whole answer as the API gives it.")
@click.option("--size", type=click.IntRange(1, 200), default=10, show_default=True, help="How many hits.")
def search(query: tuple[str, ...], index_url: str, as_json: bool, size: int) -> None:
    """Search the index from the command line."""
    from article_index.query_parser import parse_query
    from article_index.search import SearchRequest

    parsed = parse_query(" ".join(query))
    for complaint in parsed.complaints:
        click.echo(complaint.message, err=True)
    try:
        with open_engine(index_url) as engine:
            page = engine.search(SearchRequest(node=parsed.node, size=size))
    except EngineError as error:
        raise click.ClickException(str(error)) from error
    if as_json:
        hits = [{"score": hit.score, **hit.article.to_json()} for hit in page.hits]
        json.dump({"total": page.total, "hits": hits}, sys.stdout, ensure_ascii=False, indent=1)
        click.echo()
        return
    click.echo(f"{page.total:,} articles")
    for hit in page.hits:
        article = hit.article
        about = " · ".join(filter(None, (str(article.published or ""), article.source, article.language)))
        click.echo(f"\n{article.title}\n  {about}\n  {article.id}")
