"""Where alerts can go: one module a kind, and what several of them share."""
