"""What of our own every installer holds beside the code, at the places that it has in the sources.

shipped.py FOLDER copies it there.
"""

import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
# Beside resources, manual and seeds: what `hejiao self-test` reads in the installed program.
PATTERNS = (
    *("pyproject.toml", "LICENSE", "resources/**/*", "docs/manual.*.md", "seeds/*.txt"),
    *("tests/gold/seeds/*.json", "tests/fixtures/report.*", "tests/fixtures/*.hejiao"),
)
SOURCES = (".py", ".ts")
PICTURE = re.compile(r"!\[[^\]]*\]\(([^)]+)\)")


def shipped() -> Iterator[Path]:
    """Each file; with a manual its pictures."""
    for pattern in PATTERNS:
        for path in sorted(ROOT.glob(pattern)):
            if not path.is_file() or path.suffix in SOURCES:
                continue
            yield path
            if path.suffix == ".md":
                yield from (path.parent / name for name in PICTURE.findall(path.read_text(encoding="utf-8")))


if __name__ == "__main__":
    for found in set(shipped()):
        target = Path(sys.argv[1]) / found.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(found, target)
