"""The documents keep up with the code."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from cli import main

PROJECT = Path(__file__).parent.parent
README = PROJECT / "README.md"


def settings(command: click.Command, name: str) -> Iterator[tuple[str, str]]:
    """Every environment variable that a command or one below it reads, with an option that it sets."""
    for parameter in command.params:
        variables = parameter.envvar
        for variable in [variables] if isinstance(variables, str) else variables or ():
            yield variable, f"{name} {max(parameter.opts, key=len)}"
    if isinstance(command, click.Group):
        for below in command.commands.values():
            yield from settings(below, f"{name} {below.name}")


SETTINGS = dict(settings(main, "blotter"))


def test_commands_have_settings() -> None:
    assert "BLOTTER_INDEX" in SETTINGS


@pytest.mark.parametrize("variable", sorted(SETTINGS))
def test_every_setting_is_in_the_readme(variable: str) -> None:
    text = README.read_text(encoding="utf-8")
    assert re.search(rf"\b{variable}\b", text), f"README.md lacks {variable}, which sets {SETTINGS[variable]}"


@pytest.mark.parametrize("target", ["run", "test"])
def test_the_two_commands_are_in_the_readme(target: str) -> None:
    assert f"make {target}" in README.read_text(encoding="utf-8")


def documents() -> list[Path]:
    return sorted([*PROJECT.glob("*.md"), *PROJECT.glob("docs/**/*.md")])


@pytest.mark.parametrize("document", documents(), ids=lambda path: str(path.relative_to(PROJECT)))
def test_links_between_documents_lead_somewhere(document: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", document.read_text(encoding="utf-8")):
        if "://" not in target and not target.startswith("mailto:"):
            assert (document.parent / target).exists(), f"{document.name} links to {target}"


def test_make_targets_that_documents_name_exist() -> None:
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    for document in documents():
        named = set(re.findall(r"`make ([a-z-]+)", document.read_text(encoding="utf-8")))
        assert named <= targets, f"{document.name} names {named - targets}"
