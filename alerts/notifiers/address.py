"""Which addresses are public, which are local, and where the environment's proxy is."""

from __future__ import annotations

import ipaddress
from urllib.request import getproxies_environment

import httpx2

# Look public, and lead back inside: NAT64, its local range, and 6to4.
_DISGUISED = (
    ipaddress.ip_network("64:ff9b::/96"),
    ipaddress.ip_network("64:ff9b:1::/48"),
    ipaddress.ip_network("2002::/16"),
)


def is_public(address: str) -> bool:
    """Say whether an IP address lies on the public Internet."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        ip = ip.ipv4_mapped or ip
    if ip.version == 6 and any(ip in network for network in _DISGUISED):
        return False
    return ip.is_global and not ip.is_multicast


def is_local_name(host: str) -> bool:
    """Say whether a host is, by its spelling, inside the own network."""
    try:
        return not is_public(host)
    except ValueError:
        name = host.lower().rstrip(".")
        inside = (".localhost", ".local", ".internal", ".test", ".lan")
        return "." not in name or name.endswith(inside)


def env_proxy(url: str) -> httpx2.URL | None:
    """Return the proxy the environment asks for, never one for a local name."""
    parsed = httpx2.URL(url)
    proxies = getproxies_environment()
    if is_local_name(parsed.host) or _exempt(parsed.host, proxies.get("no", "")):
        return None
    proxy = proxies.get(parsed.scheme, "")
    if not proxy:
        return None
    return httpx2.URL(proxy if "://" in proxy else f"http://{proxy}")


def _exempt(host: str, no_proxy: str) -> bool:
    """Say whether NO_PROXY names a host or a domain above it."""
    names = [name.strip().lower().lstrip(".") for name in no_proxy.split(",")]
    return any(
        name == "*" or host.lower() == name or host.lower().endswith(f".{name}")
        for name in names
        if name
    )
