"""HTML from strangers to plain text."""

from __future__ import annotations

import html as entities
import re

from selectolax.lexbor import LexborHTMLParser

MAX_CHARACTERS = 100_000
# Parsing by the standard takes quadratic time in the depth of a document and in the
# attributes of a tag. No post is written with that many tags.
MAX_TAGS = 3_000
SILENT = ["script", "style", "noscript", "template", "head", "iframe", "object"]
BLOCKS = "p, div, li, tr, blockquote, pre, h1, h2, h3, h4, h5, h6, ul, ol, table"

_TAG = re.compile(r"<[a-zA-Z/!?]")
_ENTITY = re.compile(r"&[#a-zA-Z]")
_ATTRIBUTES = re.compile(
    r"""<([a-zA-Z][a-zA-Z0-9]{0,20})\s[^<>"']*(?:(?:"[^"<>]*"|'[^'<>]*')[^<>"']*)*>"""
)
_ANY_TAG = re.compile(r"<[a-zA-Z/!?][^<>]*>?")
_SPACES = re.compile(r"[^\S\n]+")
_BREAKS = re.compile(r" ?\n[ \n]*")


def to_text(html: str) -> str:
    """Return what a reader sees, with a line break where a block ends.

    What is not shown (scripts, styles) is left out, and entities become characters.
    A text without any markup comes back as it is.
    """
    html = html[:MAX_CHARACTERS]
    if not _TAG.search(html):
        return (entities.unescape(html) if _ENTITY.search(html) else html).strip()
    if html.count("<") > MAX_TAGS:
        return _tidy(entities.unescape(_ANY_TAG.sub(" ", html)))
    return _read(_ATTRIBUTES.sub(r"<\1>", html.replace("\r", " ").replace("\n", " ")))


def _read(html: str) -> str:
    tree = LexborHTMLParser(html)
    tree.strip_tags(SILENT, recursive=True)
    for node in tree.css("br"):
        node.insert_after("\n")
    for node in tree.css(BLOCKS):
        node.insert_before("\n")
        node.insert_after("\n")
    return _tidy(tree.root.text(separator="")) if tree.root else ""


def _tidy(text: str) -> str:
    return _BREAKS.sub("\n", _SPACES.sub(" ", text)).strip()
