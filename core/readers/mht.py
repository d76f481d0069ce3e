"""Web archives (.mht): the page inside, decoded as it says itself."""

import email
from email import policy
from email.message import Message

from core.base.errors import DamagedFile
from core.model.document import Document, Source
from core.readers import html
from core.readers.encoding import decode

_WORKBOOK = "Excel.Sheet"  # such a page has a part for each sheet, and a frame around them


def read(source: Source, data: bytes) -> Document:
    """Make the Document of the archive's page: of several the longest, for frames and widgets are parts as well.

    Raises:
        DamagedFile: no page inside.
        ReportElsewhere: the page only leads to a report.
    """
    message = email.message_from_bytes(data.lstrip(), policy=policy.default)
    pages = [_text(part) for part in message.walk() if part.get_content_type() == "text/html"]
    if not any(pages):
        raise DamagedFile(name=source.name, detail="mht")
    sheets = [page for page in pages if _WORKBOOK in page]
    return html.read(source, "\n".join(sheets) if len(sheets) > 1 else max(pages, key=len))


def _text(page: Message) -> str:
    content = page.get_payload(decode=True)
    return decode(content).text if isinstance(content, bytes) else ""
