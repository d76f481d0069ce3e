"""Web archives (.mht): the page inside, decoded as it says itself."""

import email
from email import policy
from email.message import EmailMessage

from core.base.errors import DamagedFile
from core.model.document import Document, Source
from core.readers import html
from core.readers.encoding import decode


def read(source: Source, data: bytes) -> Document:
    """Make the Document of the first web page of the archive.

    Raises:
        DamagedFile: no page inside.
    """
    message = email.message_from_bytes(data, policy=policy.default)
    page = next((p for p in message.walk() if p.get_content_type() == "text/html"), None)
    content = page.get_payload(decode=True) if isinstance(page, EmailMessage) else None
    if not isinstance(content, bytes) or not content:
        raise DamagedFile(name=source.name, detail="mht")
    return html.read(source, decode(content).text)
