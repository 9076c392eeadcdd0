"""What stands on the terminal, and in a pipe."""

from __future__ import annotations

import io
import json

import pytest

from alerts.notifiers.console import ConsoleNotifier, ConsoleSettings
from monitor.core.errors import DeliveryRefused
from tests.alerts.notifiers.peers import HOSTILE, NOW, StoppedClock, message


class Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self):
        return True


def notifier(style="auto"):
    settings = ConsoleSettings(format=style)
    return ConsoleNotifier("console", settings, clock=StoppedClock())


def test_a_pipe_gets_one_line_of_tab_separated_fields(capsys):
    notifier().send(message(), key="k")

    [line] = capsys.readouterr().out.splitlines()
    when, severity, headline, quote, link = line.split("\t")
    assert (when, severity) == ("2026-11-22T09:30:00+00:00", "high")
    assert headline == "Unhappy about Acme on Hacker News"
    assert quote == "Never again They cancelled my order twice. Nobody answers."
    assert link == "https://news.example/item?id=1&x=2"


def test_a_terminal_gets_a_frame_with_everything_in_it(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr("sys.stdout", terminal)

    notifier().send(message(possible_repeat=True), key="k")

    shown = terminal.getvalue()
    assert "╭" in shown
    for words in ("Nobody answers.", "Dana (@dana)", "alert 41", "possible repeat"):
        assert words in shown


def test_a_frame_shows_first_what_must_be_known_and_the_telling_words_in_bold(
    monkeypatch,
):
    terminal = Terminal()
    monkeypatch.setattr("sys.stdout", terminal)
    monkeypatch.setenv("TERM", "xterm-256color")
    telling = message(notice="Look [bold]now[/]", highlights=("cancelled", "answers."))

    notifier().send(telling, key="k")

    shown = terminal.getvalue()
    assert "⚠ Look [bold]now[/]" in shown
    assert shown.index("⚠ Look") < shown.index("Never again")
    assert "▏ They \x1b[1mcancelled\x1b[0m my order twice." in shown
    assert "▏ Nobody \x1b[1manswers.\x1b[0m" in shown


def test_json_is_one_object_a_line(capsys):
    notifier("json").send(message(), key="k")

    [line] = capsys.readouterr().out.splitlines()
    assert json.loads(line)["message"]["headline"].startswith("Unhappy")


@pytest.mark.parametrize("style", ["pretty", "line", "json"])
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_words_cannot_drive_the_terminal(style, name, capsys):
    words = HOSTILE[name][:3000] + "[bold red]x[/]"
    hostile = message(
        headline=words,
        notice=words,
        quote=words,
        highlights=(words,),
        facts=((words, words),),
        rows=((words, words),),
    )

    notifier(style).send(hostile, key="k")

    shown = capsys.readouterr().out
    assert not set(shown) & set("\x00\x07\x1b\x7f\x9b\u202e")
    if style != "pretty":
        assert len(shown.splitlines()) == 1
        assert "[bold red]x[/]" in shown


def test_a_terminal_without_unicode_gets_escapes_instead_of_an_error(monkeypatch):
    raw = io.BytesIO()
    narrow = io.TextIOWrapper(raw, encoding="ascii")
    monkeypatch.setattr("sys.stdout", narrow)

    notifier().send(message(quote="환불"), key="k")

    assert b"\\ud658" in raw.getvalue()
    monkeypatch.undo()
    narrow.close()


@pytest.mark.parametrize("failure", [BrokenPipeError, ValueError])
def test_a_reader_who_left_is_a_refusal(monkeypatch, failure):
    class Gone(io.StringIO):
        def write(self, _text):
            raise failure("gone")

    monkeypatch.setattr("sys.stdout", Gone())

    with pytest.raises(DeliveryRefused, match="closed"):
        notifier().send(message(), key="k")


def test_no_standard_output_is_noticed_by_check(monkeypatch):
    monkeypatch.setattr("sys.stdout", None)

    with pytest.raises(DeliveryRefused, match="no standard output"):
        notifier().check()


def test_looking_is_not_possible():
    with pytest.raises(DeliveryRefused):
        notifier().find("k", since=NOW, under=None)
