"""What can go wrong, said in three parts: what happened, where, what to do next."""


class DoccheckError(Exception):
    """A trouble that the user can act on.

    Attributes:
        what: what happened, one sentence.
        where: the file, line or option it happened at; empty where there is none.
        next_step: what to do next.
        exit_code: exit status of the command line (contract §1: 2, the work could not be done).
    """

    exit_code = 2

    def __init__(self, what: str, where: str = "", next_step: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.next_step = next_step

    def __str__(self) -> str:
        return " · ".join(part for part in (self.what, self.where, self.next_step) if part)


class InputError(DoccheckError):
    """The submission cannot be opened: no such path, an empty folder, nothing readable."""


class DiskFullError(DoccheckError):
    """There is no room for what is to be unpacked or written."""


class UnreadableFileError(DoccheckError):
    """One file cannot be read (corrupt, encrypted, empty, unknown type); the rest goes on."""


class ProgramError(DoccheckError):
    """A programme is unknown or its YAML is faulty; carries every fault, one a line."""

    def __init__(
        self, what: str, where: str = "", next_step: str = "", faults: tuple[str, ...] = ()
    ) -> None:
        super().__init__(what, where, next_step)
        self.faults = faults
