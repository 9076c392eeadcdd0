"""Everything that is kept: one module for each noun; all SQL is in here."""
