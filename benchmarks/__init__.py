"""Measurements: `python3 -m benchmarks NAME` prints ratios against a named peer."""
