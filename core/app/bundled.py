"""What comes with the program, loaded once a process and only when it is asked for."""

from functools import cache
from typing import TYPE_CHECKING

from core.base.resources import resource
from core.readers.encoding import ENCODINGS as ENCODINGS

if TYPE_CHECKING:
    from core.model.catalogue import Catalogue
    from core.model.regions import Regions


@cache
def catalogue() -> "Catalogue":
    """The bundled catalogue.

    Raises:
        CatalogueFault: a bundled file is broken.
    """
    from core.mapping.catalogue_file import load  # late: the window is there before a report is read

    return load(resource("catalogue"))


@cache
def regions() -> "Regions":
    """The bundled table of regions."""
    from core.mapping.regions import load

    return load(resource("regions.csv"))
