"""Tests of `monitor.teaching`."""
