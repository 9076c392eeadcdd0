"""From a scored mention to a person who knows.

The stages are pure functions over the values of `alerts.facts`, called in this
order in one transaction: `rules` (does it deserve attention?), `grouping` (is it
part of something open, and what is news?), `silences` (has somebody asked not to
hear?), `storm` (is it one of too many?), `routing` (who hears of it?). `wording`
turns what came of it into a `Message` when it is delivered.

To add a notifier, read `alerts.base`, then the nearest neighbour in
`alerts.notifiers`, and add a line to `alerts.registry`.
"""
