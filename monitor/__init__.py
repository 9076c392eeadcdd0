"""Overheard: listens for a brand and tells a person while there is time to help."""

__version__ = "0.1.0"
