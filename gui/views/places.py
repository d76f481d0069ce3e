"""How and where originals were left, kept from day to day beside the settings: no part of the work."""

import json
import logging
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from core.base.paths import settings_file
from core.model.report import Report
from gui.views.page_scroll import Fit, Place

_log = logging.getLogger(__name__)
_MOST_REPORTS, _MOST_PROJECTS = 2000, 100  # the ones left last
_SOON = 3000  # milliseconds


@dataclass(frozen=True, slots=True)
class Left:
    """How a report was left: as pages or as text, where, and at which value."""

    as_pages: bool = True
    pages: Place = field(default_factory=Place)
    text_zoom: float = 1.0
    text_share: float = 0.0
    current: str | None = None


class Places(QObject):
    """By the original's bytes, so that a copied or moved project finds them too. Read when it is first asked."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.is_kept = True  # False for a window that only has its picture taken
        self._reports: dict[str, object] = {}
        self._projects: dict[str, object] = {}
        self._is_read = False
        self._later = QTimer(self, singleShot=True, interval=_SOON)
        self._later.timeout.connect(self.save)

    def of(self, report: Report) -> Left | None:
        """How a report was left; None when that is not known."""
        self._read()
        kept = self._reports.get(_key(report))
        return _left(kept) if isinstance(kept, Mapping) else None

    def current(self, report: Report) -> str | None:
        """The value at which a report was left; it may be gone."""
        left = self.of(report)
        return left.current if left else None

    def put(self, report: Report, left: Left) -> None:
        """Remember how a report is left."""
        self._read()
        self._reports.pop(_key(report), None)
        self._reports[_key(report)] = asdict(left)
        self._later.start()

    def last(self, project: Path) -> int | None:
        """The report that was shown last in a project; it may be gone."""
        self._read()
        kept = self._projects.get(str(project.absolute()))
        return kept if isinstance(kept, int) else None

    def put_last(self, project: Path, report_id: int) -> None:
        """Remember which report is shown."""
        self._read()
        self._projects.pop(str(project.absolute()), None)
        self._projects[str(project.absolute())] = report_id
        self._later.start()

    def _read(self) -> None:
        if self._is_read:
            return
        self._is_read = True
        try:
            tree = json.loads(_file().read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return
        if isinstance(tree, Mapping):
            for kept, name in ((self._reports, "reports"), (self._projects, "projects")):
                found = tree.get(name)
                kept.update(found if isinstance(found, Mapping) else {})

    def save(self) -> None:
        """Write what is remembered; a failure is logged, since nobody's work depends on it."""
        self._later.stop()
        if not self.is_kept or not self._is_read:
            return
        tree = {
            "reports": dict(list(self._reports.items())[-_MOST_REPORTS:]),
            "projects": dict(list(self._projects.items())[-_MOST_PROJECTS:]),
        }
        try:
            _file().parent.mkdir(parents=True, exist_ok=True)
            new = _file().with_suffix(".new")
            new.write_text(json.dumps(tree, ensure_ascii=False), encoding="utf-8")
            os.replace(new, _file())
        except OSError:
            _log.warning("places were not saved", exc_info=True)


def _file() -> Path:
    return settings_file().with_name("places.json")


def _key(report: Report) -> str:
    return f"{report.document.source.sha256}/{report.extraction.part}"


def _left(kept: Mapping[str, object]) -> Left | None:
    """What was kept, None when somebody else has written it."""
    pages, current = kept.get("pages"), kept.get("current")
    try:
        place = dict(pages) if isinstance(pages, Mapping) else {}
        return Left(
            as_pages=bool(kept.get("as_pages", True)),
            pages=Place(
                Fit(place.get("fit", Fit.WORDS)),
                _within(place.get("zoom"), 0.05, 10.0, 1.0),
                int(_within(place.get("page"), 1, 1e6, 1)),
                _within(place.get("share"), -1.0, 2.0, 0.0),
                _within(place.get("across"), 0.0, 1.0, 0.5),
            ),
            text_zoom=_within(kept.get("text_zoom"), 0.05, 10.0, 1.0),
            text_share=_within(kept.get("text_share"), 0.0, 1.0, 0.0),
            current=current if isinstance(current, str) else None,
        )
    except (TypeError, ValueError):
        return None


def _within(kept: object, least: float, most: float, otherwise: float) -> float:
    return float(kept) if isinstance(kept, (int, float)) and least <= kept <= most else otherwise
