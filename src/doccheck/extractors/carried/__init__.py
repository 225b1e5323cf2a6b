"""Files that other files carry: attachments of mails and PDFs, objects embedded in Word."""

from doccheck.extractors.carried.carriers import carried_by

__all__ = ["carried_by"]
