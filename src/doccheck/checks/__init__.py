"""One question each, asked of a dossier. Importing this package fills the registry."""
