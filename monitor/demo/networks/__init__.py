"""One simulated network a file: `routes(world)` gives its Starlette routes.

Each is mounted under `/<kind>` of the demo server and answers in the real
network's protocol, so that the real clients run against it unmodified.
"""
