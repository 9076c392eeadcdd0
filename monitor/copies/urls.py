"""One spelling for one page."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urlsplit

_LONGEST = 2_000
_DROPPED_HOSTS = re.compile(r"^(?:(?:www\d?|m|mobile|amp)\.)+(?=[^.]+\.[^.]+)")
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid"
    r"|igshid|igsh|mc_[ce]id|mkt_tok|_hs\w+|hsctatracking|vero_\w+|oly_\w+_id|wt_\w+"
    r"|_ga|_gl|s_cid|cmpid|ncid|soc_\w+|ref_src|ref_url|at_\w+|guce_\w+|__twitter_\w+"
)
_PORTS = {"http": 80, "https": 443}
_SAFE = "/~:@!$&'()*+,;=-._"


def canonical_url(url: str) -> str:
    """Return the address in the form in which addresses compare; "" if it is none.

    Without scheme, www and m, fragment and what only counts clicks; the rest of the
    query in order. An address without path and query names a site, not a page.
    """
    if len(url) > _LONGEST:
        return ""
    try:
        parts = urlsplit(url.strip())
        host, port = _host(parts), parts.port
    except ValueError:
        return ""
    if parts.scheme.lower() not in _PORTS or "." not in host:
        return ""
    if port is not None and port != _PORTS[parts.scheme.lower()]:
        host = f"{host}:{port}"
    path = quote(unquote(parts.path), safe=_SAFE).rstrip("/")
    query = urlencode(sorted(_telling(parts.query)))
    if host == "youtu.be" and path.count("/") == 1:
        host, path, query = "youtube.com", "/watch", f"v={path[1:]}"
    elif host == "youtube.com" and path == "/watch":
        query = "&".join(p for p in query.split("&") if p.startswith("v="))
    if not (path or query):
        return ""
    return f"{host}{path}?{query}" if query else f"{host}{path}"


def _host(parts: SplitResult) -> str:
    host = (parts.hostname or "").rstrip(".").lower()
    if not host.isascii():
        host = host.encode("idna").decode("ascii")
    return _DROPPED_HOSTS.sub("", host)


def _telling(query: str) -> list[tuple[str, str]]:
    """Return the parts of a query that say which page it is."""
    pairs = parse_qsl(query, keep_blank_values=True, max_num_fields=100)
    return [(name, value) for name, value in pairs if not _is_tracking(name)]


def _is_tracking(name: str) -> bool:
    return _TRACKING.fullmatch(name.lower()) is not None
