"""Opening a submission safely: folders, archives, single files; nothing is read yet."""

from doccheck.intake.collect import open_submission

__all__ = ["open_submission"]
