"""What comes with the program, loaded once a process and only when it is asked for."""

from functools import cache

from core.base.resources import resource
from core.mapping.catalogue_file import load as load_catalogue
from core.mapping.regions import load as load_regions
from core.model.catalogue import Catalogue
from core.model.regions import Regions
from core.readers.encoding import ENCODINGS as ENCODINGS


@cache
def catalogue() -> Catalogue:
    """The bundled catalogue.

    Raises:
        CatalogueFault: a bundled file is broken.
    """
    return load_catalogue(resource("catalogue"))


@cache
def regions() -> Regions:
    """The bundled table of regions."""
    return load_regions(resource("regions.csv"))
