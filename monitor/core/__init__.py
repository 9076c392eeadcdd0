"""Nouns and rules of the program: no input, no output, no packages of others."""
