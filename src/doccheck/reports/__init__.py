"""The same report for every reader: terminal, JSON, HTML."""
