"""Overheard: listens for a brand and tells a person while there is time to help."""

import os

__version__ = "0.1.0"

# One thread for numpy's arithmetic, said before numpy is loaded: the matrices of one
# post are small, and threads that wait for each other read it several times slower
# on a machine that is busy. Who sets a number keeps it.
for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")
