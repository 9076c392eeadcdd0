"""Tools for whoever writes queries: check, suggest, preview."""
