"""The wheel: what is in it, and that it works installed, away from the checkout."""

import http.client
import os
import re
import socket
import subprocess
import sys
import sysconfig
import time
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

import orjson
import pytest

PROJECT = Path(__file__).parent.parent
# What is packed besides Python files, and where it lies in the wheel.
DATA = {
    "templates": "search_app/templates",
    "static": "search_app/static",
    "vocabulary": "vocabulary",
    "quality": "quality",
}
# The texts of the gold are for who works on the rules.
LEFT_OUT = PROJECT / "quality" / "articles"
STARTING_SECONDS = 60
ARTICLE = """Interpol helps Morocco and Spain to arrest a cocaine courier

Moroccan police and the Spanish Guardia Civil arrested a courier with 40 kilograms of cocaine in Tangier.
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, built with what is installed."""
    folder = tmp_path_factory.mktemp("wheel")
    run([sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, PROJECT], folder)
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a new environment with the wheel in it, and the dependencies of this one."""
    home = tmp_path_factory.mktemp("environment")
    run([sys.executable, "-m", "venv", "--without-pip", home], home)
    python = home / "bin" / "python"
    # A folder named in a .pth file lends its packages, but its own .pth files, among them that of the
    # editable project, are not read.
    paths = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    own = run([python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], home).strip()
    Path(own, "dependencies.pth").write_text("\n".join(sorted(paths)) + "\n", encoding="utf-8")
    pip = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-index", "--no-deps"]
    run([*pip, "--ignore-installed", wheel], home)
    return home / "bin"


@pytest.fixture
def away(tmp_path: Path) -> Path:
    """An empty folder to work in."""
    folder = tmp_path / "away"
    folder.mkdir()
    return folder


def run(command: list[str | Path], folder: Path) -> str:
    """The standard output of a command that must end well."""
    done = subprocess.run(
        command, cwd=folder, env=environment(), capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    return done.stdout


def environment() -> dict[str, str]:
    """Ours, without what would point back to the checkout or set Blotter up."""
    strange = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "PORT", "__PYVENV_LAUNCHER__")
    return {
        name: value
        for name, value in os.environ.items()
        if name not in strange and not name.startswith("BLOTTER_")
    }


def test_the_wheel_holds_everything_that_is_not_python_too(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as content:
        packed = set(content.namelist())
    for folder, place in DATA.items():
        files = [path for path in (PROJECT / folder).rglob("*") if path.is_file() and is_ours(path)]
        files = [path for path in files if LEFT_OUT not in path.parents]
        assert files, f"{folder} is empty"
        missing = {f"{place}/{path.relative_to(PROJECT / folder).as_posix()}" for path in files} - packed
        assert not missing
    assert "cli.py" in packed
    assert any(name.endswith("licenses/LICENSE") for name in packed)


def test_the_wheel_holds_nothing_but_the_product(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as content:
        top = {name.split("/")[0] for name in content.namelist()}
    version = wheel.name.split("-")[1]
    assert top == {
        "article_index", "indexer", "quality", "search_app", "vocabulary", "cli.py",
        f"blotter-{version}.dist-info",
    }  # fmt: skip


def is_ours(path: Path) -> bool:
    return "__pycache__" not in path.parts and not path.name.startswith(".")


def test_the_command_runs_from_the_wheel(installed: Path, wheel: Path, away: Path) -> None:
    code = "import cli, search_app, vocabulary; print(cli.__file__, search_app.__file__, vocabulary.__file__)"
    for file in run([installed / "python", "-c", code], away).split():
        assert Path(file).is_relative_to(installed.parent)
    assert wheel.name.split("-")[1] in run([installed / "blotter", "--version"], away)


def test_an_article_is_enriched_indexed_and_found(installed: Path, away: Path) -> None:
    Path(away, "article.txt").write_text(ARTICLE, encoding="utf-8")
    article = orjson.loads(run([installed / "blotter", "enrich", "article.txt"], away))
    assert {"MA", "ES"} <= set(article["countries"])
    assert "int-interpol" in article["agencies"]

    run([installed / "blotter", "index", "article.txt"], away)
    found = orjson.loads(run([installed / "blotter", "search", "cocaine", "--json"], away))
    assert found["total"] == 1

    with serving(installed, away) as port:
        status, page = get(port, "/?q=" + quote("cocaine courier"))
        assert status == http.client.OK
        assert "Tangier" in page
        assets = re.findall(r'(?:href|src)="(/static/[^"]+)"', page)
        assert assets, "the page names no style sheet"
        for asset in assets:
            assert get(port, asset.replace("&amp;", "&"))[0] == http.client.OK, asset
        status, answer = get(port, "/api/v1/search?q=cocaine")
        assert status == http.client.OK
        assert orjson.loads(answer)["total"]["value"] == 1


@contextmanager
def serving(programs: Path, folder: Path) -> Iterator[int]:
    """A running ``blotter serve``; gives its port."""
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    log = folder / "serve.log"
    with log.open("wb") as output:
        server = subprocess.Popen(
            [programs / "blotter", "serve", "--port", str(port)],
            cwd=folder,
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        deadline = time.monotonic() + STARTING_SECONDS
        while not answers(port):
            assert server.poll() is None, f"blotter serve ended:\n{log.read_text()}"
            assert time.monotonic() < deadline, f"blotter serve does not answer:\n{log.read_text()}"
            time.sleep(0.1)
        yield port
    finally:
        server.terminate()
        server.wait(timeout=20)


def answers(port: int) -> bool:
    try:
        return get(port, "/healthz")[0] == http.client.OK
    except OSError:
        return False


def get(port: int, path: str) -> tuple[int, str]:
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=20)) as connection:
        connection.request("GET", path)
        response = connection.getresponse()
        return response.status, response.read().decode()
