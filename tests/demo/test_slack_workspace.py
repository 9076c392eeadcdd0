"""The demo's Slack: as strict as the real one, and a page that shows what came."""

from __future__ import annotations

import re
from urllib.request import urlopen

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from monitor.demo.networks.slack import (
    DEFAULT_CHANNEL,
    SlackWorkspace,
    render_text,
    workspace_of,
)
from monitor.demo.server import DemoServer
from monitor.demo.slack_rules import blocks_error
from monitor.demo.world import World

TOKEN = "xoxb-demo"


@pytest.fixture(scope="module")
def server():
    with DemoServer(World(), ["slack"]) as server:
        yield server


@pytest.fixture
def web(server, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY"):
        monkeypatch.delenv(name, raising=False)
    return WebClient(TOKEN, base_url=server.url("slack") + "/api/", retry_handlers=[])


def text(words, kind="plain_text"):
    return {"type": kind, "text": words}


def refusal(call, **args):
    with pytest.raises(SlackApiError) as caught:
        call(**args)
    return caught.value.response["error"]


def test_slacks_own_client_posts_updates_answers_and_reads(web):
    web.auth_test()
    root = web.chat_postMessage(channel="C1", text="a", metadata={"event_type": "e"})
    web.chat_postMessage(channel="C1", text="b", thread_ts=root["ts"])
    web.chat_update(channel="C1", ts=root["ts"], text="c")

    [shown] = web.conversations_history(channel="C1", include_all_metadata=True)[
        "messages"
    ]
    replies = web.conversations_replies(channel="C1", ts=root["ts"])["messages"]

    assert shown["text"] == "c"
    assert shown["edited"]
    assert shown["metadata"] == {"event_type": "e"}
    assert shown["reply_count"] == 1
    assert [one["text"] for one in replies] == ["c", "b"]
    assert "metadata" not in replies[0]


def test_history_comes_newest_first_in_pages(web):
    for number in range(5):
        web.chat_postMessage(channel="C2", text=str(number))

    pages = [
        page["messages"] for page in web.conversations_history(channel="C2", limit=2)
    ]

    assert [[one["text"] for one in page] for page in pages] == [
        ["4", "3"],
        ["2", "1"],
        ["0"],
    ]


def test_history_begins_after_oldest(web):
    first = web.chat_postMessage(channel="C3", text="a")["ts"]
    web.chat_postMessage(channel="C3", text="b")

    later = web.conversations_history(channel="C3", oldest=first)["messages"]
    both = web.conversations_history(channel="C3", oldest=first, inclusive=True)

    assert [one["text"] for one in later] == ["b"]
    assert len(both["messages"]) == 2


def test_time_stamps_are_unique_and_rise(web):
    stamps = [web.chat_postMessage(channel="C4", text="x")["ts"] for _ in range(20)]

    assert stamps == sorted(set(stamps))


def test_refusals_are_slacks(web, server, monkeypatch):
    monkeypatch.setenv("SKIP_SLACK_SDK_WARNING", "1")
    post = web.chat_postMessage
    assert refusal(post, channel="nowhere", text="x") == "channel_not_found"
    assert refusal(post, channel="C5", text="") == "no_text"
    assert refusal(post, channel="C5", text="x" * 40_001) == "msg_too_long"
    assert refusal(post, channel="C5", text="x", thread_ts="1.2") == "thread_not_found"
    assert (
        refusal(web.chat_update, channel="C5", ts="1", text="x") == "message_not_found"
    )
    assert refusal(web.reactions_add, channel="C5", name="x", timestamp="1") == (
        "unknown_method"
    )
    assert refusal(web.conversations_history, channel="C5", limit="many") == (
        "invalid_arguments"
    )
    base_url = server.url("slack") + "/api/"
    assert refusal(WebClient("xoxb-no", base_url=base_url).auth_test) == "invalid_auth"
    assert refusal(WebClient(base_url=base_url).auth_test) == "not_authed"


@pytest.mark.parametrize(
    "blocks",
    [
        [{"type": "header", "text": text("x" * 151)}],
        [{"type": "header", "text": text("x", "mrkdwn")}],
        [{"type": "header", "text": text("")}],
        [{"type": "section", "text": text("x" * 3001)}],
        [{"type": "section"}],
        [{"type": "section", "fields": [text("x")] * 11}],
        [{"type": "context", "elements": [text("x")] * 11}],
        [{"type": "context", "elements": []}],
        [{"type": "actions", "elements": [{"type": "button", "text": text("x" * 76)}]}],
        [
            {
                "type": "actions",
                "elements": [
                    {"type": "button", "text": text("x"), "url": "javascript:alert(1)"}
                ],
            }
        ],
        [{"type": "rich_text", "elements": [{"type": "text", "text": "x"}]}],
        [
            {
                "type": "rich_text",
                "elements": [
                    {
                        "type": "rich_text_section",
                        "elements": [{"type": "text", "text": ""}],
                    }
                ],
            }
        ],
        [{"type": "marquee"}],
        [{"type": "divider"}] * 51,
    ],
)
def test_blocks_over_a_limit_are_refused(web, blocks):
    assert refusal(web.chat_postMessage, channel="C6", text="x", blocks=blocks) == (
        "invalid_blocks"
    )


def test_blocks_that_are_none_and_too_long_ones_have_codes_of_their_own():
    long = [{"type": "section", "text": text("x" * 3000)}] * 5

    assert blocks_error("x")[0] == "invalid_blocks_format"
    assert blocks_error(long)[0] == "msg_blocks_too_long"
    assert blocks_error([{"type": "divider"}]) is None


def test_faults_and_rights_can_be_arranged():
    workspace = SlackWorkspace()
    args = {"channel": "C1", "text": "x"}

    def post(**more):
        return workspace.call("chat.postMessage", {**args, **more}, token=TOKEN)

    workspace.fail("chat.postMessage", "internal_error")
    workspace.archived.add("C2")
    workspace.not_in.add("C3")

    assert post()["error"] == "internal_error"
    assert post()["ok"]
    assert post(channel="C2")["error"] == "is_archived"
    assert post(channel="C3")["ok"]
    history = workspace.call("conversations.history", {"channel": "C3"}, token=TOKEN)
    assert history["error"] == "not_in_channel"
    workspace.scopes.clear()
    assert post()["error"] == "missing_scope"


def test_each_world_has_one_workspace():
    world = World()

    assert workspace_of(world) is workspace_of(world)
    assert workspace_of(world) is not workspace_of(World())


def test_the_page_escapes_what_people_wrote(server):
    workspace = workspace_of(server.world)
    hostile = '<script>alert(1)</script> {{ 7 * 7 }} "onclick=x'
    quote = {"type": "text", "text": hostile}
    blocks = [
        {"type": "header", "text": text(hostile)},
        {
            "type": "rich_text",
            "elements": [{"type": "rich_text_quote", "elements": [quote]}],
        },
    ]
    for more in ({"blocks": blocks, "text": "x"}, {"text": "see &lt;b&gt; " + hostile}):
        workspace.call(
            "chat.postMessage", {"channel": DEFAULT_CHANNEL, **more}, token=TOKEN
        )

    with urlopen(server.url("slack") + "/page") as answer:
        page = answer.read().decode()

    assert "<script>alert" not in page
    assert "{{ 7 * 7 }}" in page
    assert len(re.findall(r"<article ", page)) == 2
    assert "&lt;b&gt;" in page


def test_the_page_shows_a_mention_that_slipped_through(server):
    """In the demo a smuggled ping must be seen, not hidden by escaping."""
    workspace_of(server.world).call(
        "chat.postMessage", {"channel": "C7", "text": "hey <!channel>"}, token=TOKEN
    )

    with urlopen(server.url("slack") + "/page?channel=C7") as answer:
        assert '<span class="mention">@channel</span>' in answer.read().decode()


def test_a_message_can_be_read_in_a_terminal():
    workspace = SlackWorkspace()
    blocks = [
        {"type": "header", "text": text("Head\x1b[2J")},
        {
            "type": "actions",
            "elements": [
                {"type": "button", "text": text("Open"), "url": "https://x.example/"}
            ],
        },
    ]
    for more in ({"blocks": blocks}, {"text": "*a* &lt; <https://x.example|b>"}):
        workspace.call("chat.postMessage", {"channel": "C1", **more}, token=TOKEN)

    shown = [render_text(one) for one in workspace.messages("C1")]

    assert shown == ["Head[2J\n[Open] https://x.example/", "a < b"]
