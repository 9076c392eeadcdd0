"""The stages, in the order of the flow: collect, process, decide, deliver."""
