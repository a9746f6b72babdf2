"""A real PostgreSQL for tests: the system's own programs, with a database of their own in a temporary folder.

    with real_postgresql.server() as url: ...        # postgresql+psycopg://…, of a server that is ours
    with real_postgresql.database(url) as empty: ... # an empty database on it, dropped at the end

``tests/install_postgresql.sh`` installs the programs where it may.
``BLOTTER_TEST_POSTGRESQL=postgresql+psycopg://user@host/postgres`` uses a server that is already there, as a
user who may make databases.
"""

import contextlib
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

import psycopg
from sqlalchemy.engine import make_url

ACCOUNT = "blotter-pg"  # whom the server runs as when we are root: it refuses to be root itself
START_SECONDS = 60  # one on an idle machine


class Unavailable(Exception):
    """No PostgreSQL can be had on this machine; the message says why in one sentence."""


def find_programs() -> Path | None:
    """The folder of the newest ``initdb`` and ``postgres``, or None."""
    folders = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    folders.sort(key=lambda path: int(path.parent.name) if path.parent.name.isdigit() else 0, reverse=True)
    if on_path := shutil.which("initdb"):
        folders.append(Path(on_path).resolve().parent)
    return next((folder for folder in folders if (folder / "postgres").exists()), None)


@contextlib.contextmanager
def server() -> Iterator[str]:
    """The URL of a server: the one that the environment names, or our own."""
    if url := os.environ.get("BLOTTER_TEST_POSTGRESQL"):
        yield url
        return
    programs = find_programs()
    if programs is None:
        raise Unavailable("there is no initdb; run tests/install_postgresql.sh or install postgresql")
    account = _account()
    # A short path: that of a socket has room for a hundred bytes.
    work = Path(tempfile.mkdtemp(prefix="blotter-pg-"))
    try:
        work.chmod(0o755)
        data, sockets = work / "data", work / "socket"
        for folder in (data, sockets):
            folder.mkdir()
            if account:
                os.chown(folder, account.pw_uid, account.pw_gid)
        data.chmod(0o700)
        with (work / "log").open("wb") as log:
            made = _start([programs / "initdb", "-D", data, "-U", "blotter", "-A", "trust", "-E", "UTF8",
                           "--locale=C", "--no-sync"], data, account, log)  # fmt: skip
            if made.wait(START_SECONDS) != 0:
                raise Unavailable(f"initdb failed: {(work / 'log').read_text(errors='replace')[-300:]}")
            # On a socket only: a port could be taken by others, and nobody else needs this server.
            process = _start([programs / "postgres", "-D", data, "-k", sockets, "-c", "listen_addresses=",
                              "-c", "fsync=off"], data, account, log)  # fmt: skip
        guard = _guard(process, work)
        try:
            url = f"postgresql+psycopg://blotter@/postgres?host={sockets}"
            _wait_until_ready(url, process, work / "log")
            yield url
        finally:
            process.send_signal(signal.SIGINT)  # a quick end that waits for no client
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(20)
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            guard.kill()
            guard.communicate()
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _start(
    command: list[Path | str], folder: Path, account: pwd.struct_passwd | None, log: object
) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=log,  # type: ignore[call-overload]
        stderr=subprocess.STDOUT,
        cwd=folder,
        env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8"},
        user=account.pw_uid if account else None,
        group=account.pw_gid if account else None,
        extra_groups=[] if account else None,
        start_new_session=True,  # Ctrl-C is for us
    )


def _guard(process: subprocess.Popen[bytes], work: Path) -> subprocess.Popen[bytes]:
    """If we are killed and cannot clean up, the guard's input ends, and it does so in our stead."""
    will = 'exec >&- 2>&-; read -r _; kill -INT "$0"; sleep 3; kill -KILL -- "-$0"; rm -rf "$1"'
    command = ["sh", "-c", will, str(process.pid), str(work)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, start_new_session=True)


def _account() -> pwd.struct_passwd | None:
    """Who is to run the server, if not we ourselves."""
    if os.geteuid() != 0:
        return None
    for _ in range(10):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(ACCOUNT)
        # It fails while another run is adding the account: then have another look.
        command = ["useradd", "--system", "--user-group", "--no-create-home", ACCOUNT]
        with contextlib.suppress(OSError):
            subprocess.run(command, capture_output=True, timeout=30, check=False)
        time.sleep(0.2)
    raise Unavailable(f"root cannot run PostgreSQL, and useradd added no account {ACCOUNT}")


def _wait_until_ready(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        with contextlib.suppress(psycopg.OperationalError):
            version_of(url)
            return
        time.sleep(0.1)
    raise RuntimeError(
        f"PostgreSQL did not start. Its last words:\n{log.read_text(errors='replace')[-2000:]}"
    )


def plain(url: str) -> str:
    """The URL as psycopg reads it."""
    return make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)


def version_of(url: str) -> str:
    """The version of a server."""
    with psycopg.connect(plain(url)) as connection:
        return str(connection.info.parameter_status("server_version"))


@contextlib.contextmanager
def database(url: str) -> Iterator[str]:
    """The URL of a new empty database on a server."""
    name = f"blotter_test_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(plain(url), autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"'.encode())
        try:
            yield make_url(url).set(database=name).render_as_string(hide_password=False)
        finally:
            connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'.encode())
