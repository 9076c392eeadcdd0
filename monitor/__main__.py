"""Run the program as `python3 -m monitor`."""

from run_monitor import main

main()
