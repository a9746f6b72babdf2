"""Where the embedded engine keeps its index: generations in a folder, and a file naming the current one.

A rebuild fills a new generation and then replaces the file ``current`` in one step, so that readers in
other processes see the old index whole or the new one whole.
"""

import json
import os
import shutil
from pathlib import Path

import tantivy

from article_index.engine import EngineError, IndexOutdated
from article_index.index_document import INDEX_VERSION

# tantivy's own version and that of its file format; its stubs leave the name out.
VERSION: str = tantivy.__version__  # type: ignore[attr-defined]
CURRENT = "current"
ABOUT = "about.json"
MOMENT = "moment"


def version() -> dict[str, object]:
    """What must be equal for an index to be read: our document's form and tantivy's file format."""
    return {"blotter_index": INDEX_VERSION, "tantivy": VERSION}


class TantivyFolder:
    """The generations of one index on disk."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def current(self) -> Path:
        """The current generation's folder, made if there is none; IndexOutdated if of another version."""
        try:
            name = (self.folder / CURRENT).read_text(encoding="utf-8").strip()
        except FileNotFoundError:
            generation = self.new()
            self.switch_to(generation)
            return generation
        except OSError as error:
            raise EngineError(f"The index folder {self.folder} can't be read: {error.strerror}.") from error
        generation = self.folder / name
        written = self.written_by(generation)
        if written != version():
            raise IndexOutdated(
                f"The index in {self.folder} was written by another version ({written}, now {version()}). "
                f"Move the folder away and run `blotter index` on your articles again."
            )
        return generation

    def new(self) -> Path:
        """An empty folder for the next generation."""
        numbers = [int(p.name.split("-")[1]) for p in self.folder.glob("generation-*")]
        generation = self.folder / f"generation-{max(numbers, default=0) + 1:06}"
        try:
            generation.mkdir(parents=True)
            (generation / ABOUT).write_text(json.dumps(version()), encoding="utf-8")
        except OSError as error:
            raise EngineError(
                f"The index folder {self.folder} can't be written: {error.strerror}. "
                "Set BLOTTER_INDEX=tantivy:FOLDER to a folder that can."
            ) from error
        return generation

    def switch_to(self, generation: Path) -> None:
        """Make a generation the current one, in one step that survives a power cut."""
        self.put(CURRENT, generation.name)

    def put(self, name: str, text: str) -> None:
        """Replace a small file in one step."""
        temporary = self.folder / f"{name}.new"
        with temporary.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(self.folder / name)

    def moment(self) -> int:
        """The last moment that was given to articles; 0 where none was."""
        try:
            return int((self.folder / MOMENT).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return 0

    def keep_moment(self, moment: int) -> None:
        """Keep a moment for all generations; only who may write to the index may call this."""
        try:
            self.put(MOMENT, str(moment))
        except OSError as error:
            raise EngineError(
                f"The index folder {self.folder} can't be written: {error.strerror}."
            ) from error

    def remove_others(self, keep: Path) -> None:
        """Delete all generations but one. Readers that hold an old one keep their open files."""
        for generation in self.folder.glob("generation-*"):
            if generation != keep:
                shutil.rmtree(generation, ignore_errors=True)

    @staticmethod
    def written_by(generation: Path) -> dict[str, object]:
        try:
            written: dict[str, object] = json.loads((generation / ABOUT).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return written
