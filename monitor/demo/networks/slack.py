"""A Slack workspace that keeps its messages in memory: Web API and a page to look at.

The Web API is below `/api/`, as at https://slack.com; the page is at `/page`. Every
channel whose id begins with C exists. The token is `xoxb-demo`, the app-level token
`xapp-demo`; Socket Mode is at `/link`. Buttons on the page can be pressed.
"""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qsl, quote
from weakref import WeakKeyDictionary

from starlette.requests import Request
from starlette.responses import (
    HTMLResponse,
    JSONResponse,
    RedirectResponse,
    Response,
)
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.websockets import WebSocket

from monitor.demo.server import Fault
from monitor.demo.slack_view import page, render_text
from monitor.demo.slack_workspace import DEFAULT_CHANNEL, SlackMessage, SlackWorkspace
from monitor.demo.world import World

__all__ = [
    "DEFAULT_CHANNEL",
    "SlackMessage",
    "SlackWorkspace",
    "after_effect",
    "render_text",
    "routes",
    "routes_of",
    "workspace_of",
]

_workspaces: WeakKeyDictionary[World, SlackWorkspace] = WeakKeyDictionary()


def workspace_of(world: World) -> SlackWorkspace:
    """Return the workspace that belongs to a world; it is made on first use."""
    return _workspaces.setdefault(world, SlackWorkspace())


def routes(world: World) -> list[BaseRoute]:
    """Return the routes of a world's workspace."""
    return routes_of(workspace_of(world))


def routes_of(workspace: SlackWorkspace) -> list[BaseRoute]:
    """Return the Web API of any workspace under `/api/`, its page and its socket."""

    async def api(request: Request) -> Response:
        return await answer(workspace, request)

    async def show(request: Request) -> Response:
        channel = request.query_params.get("channel", DEFAULT_CHANNEL)
        names = {one: workspace.name_of(one) for one in workspace.channels()}
        shown = page(workspace.messages(channel), channel=channel, names=names)
        return HTMLResponse(shown, headers={"Cache-Control": "no-store"})

    async def press(request: Request) -> Response:
        form = dict(parse_qsl((await request.body()).decode("utf-8", "replace")))
        channel = form.get("channel", "")
        workspace.press(channel, form.get("ts", ""), form.get("action", ""))
        return RedirectResponse(f"page?channel={quote(channel)}", status_code=303)

    async def link(websocket: WebSocket) -> None:
        await workspace.socket.serve(websocket)

    return [
        Route("/api/{method}", api, methods=["GET", "POST"]),
        Route("/page", show),
        Route("/press", press, methods=["POST"]),
        WebSocketRoute("/link", link),
    ]


async def answer(workspace: SlackWorkspace, request: Request) -> Response:
    """Carry out one HTTP request as Slack's Web API would."""
    args = _arguments(await request.body(), request)
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer":
        token = str(args.get("token") or "")
    method = request.url.path.rpartition("/")[2]
    body = workspace.call(method, args, token=token)
    if str(body.get("url", "")).startswith("/link?"):
        place = str(request.url).rpartition("/api/")[0].replace("http", "ws", 1)
        body["url"] = place + body["url"]
    if body.get("error") == "ratelimited":
        return JSONResponse(body, 429, headers={"Retry-After": "1"})
    return JSONResponse(body)


def after_effect(workspace: SlackWorkspace, then: Fault) -> Fault:
    """Return a fault of the server: the call is carried out, its answer is lost."""

    async def fault(request: Request) -> Response | None:
        await answer(workspace, request)
        return await then(request)

    return fault


def _arguments(body: bytes, request: Request) -> dict[str, Any]:
    """Read arguments as JSON or as form fields, and those of the query."""
    args: dict[str, Any] = dict(request.query_params)
    if "json" in request.headers.get("content-type", ""):
        try:
            given = json.loads(body)
        except ValueError:
            given = None
        return {**args, **given} if isinstance(given, dict) else args
    return {**args, **dict(parse_qsl(body.decode("utf-8", "replace")))}
