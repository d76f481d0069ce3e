"""Pages of originals as pictures: what the window shows of a PDF."""

from core.readers.page_image import PageImage as PageImage
from core.readers.page_image import PageImages as PageImages
from core.readers.page_image import Part as Part
