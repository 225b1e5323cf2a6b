"""doccheck: checks application packages against the notice that asks for them."""

__version__ = "0.1.0"
