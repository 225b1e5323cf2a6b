"""Text recognition: the seam between pictures and lines of text."""
