"""The one command, ``blotter``: it only assembles the commands that the packages define."""

import click

from indexer.commands import enrich, index
from quality.commands import quality
from search_app.commands import search, serve


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="blotter")
def main() -> None:
    """Search multilingual news on crime, policing and international security cooperation."""


for command in (index, enrich, search, serve, quality):
    main.add_command(command)


if __name__ == "__main__":
    main()
