"""Networks and review sites, one file each.

Read `base.py` first; `docs/developers/add-a-source.md` shows how to add one.
"""
