"""The setting that names the engine, as every command takes it."""

import click

index_option = click.option(
    "--index",
    "index_url",
    envvar="BLOTTER_INDEX",
    default="tantivy:var/index",
    show_default=True,
    show_envvar=True,
    help="Where articles are kept: tantivy:FOLDER or elasticsearch+http://HOST:9200/INDEX.",
)
