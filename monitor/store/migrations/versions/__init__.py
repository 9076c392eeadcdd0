"""One file for each revision of the tables, numbered on."""
