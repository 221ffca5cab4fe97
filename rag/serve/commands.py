"""The words of `python -m rag` that are commands of their own: serve, token, mcp; nothing of them is loaded before."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from index.terminal import harmless, say
from settings import Settings

Command = Callable[[argparse.Namespace, Settings], int]
PORT, MCP_PORT = 8502, 8503


def named(given: Sequence[str]) -> bool:
    """Return whether what is given is one of these commands: "serve" with a word after it is a question."""
    if not given:
        return False
    if given[0] == "token":
        return len(given) > 1 and given[1] in ("add", "list", "revoke", "-h", "--help")
    return given[0] in ("serve", "mcp") and all(each.startswith("-") for each in given[1:2])


def in_order(given: Sequence[str]) -> list[str] | None:
    """Return the command that is meant where --store stands before its words, with --store at its end."""
    for at, each in enumerate(given):
        taken = {"--store": 2}.get(each, int(each.startswith("--store=")))
        words = [*given[:at], *given[at + taken :]]
        if taken and named(words):
            return [*words, *given[at : at + taken]]
    return None


def parsed(given: Sequence[str]) -> tuple[Command, argparse.Namespace]:
    """Return the command that is given and its arguments; wrong usage exits."""
    parser, command = {"serve": _serve_parser, "token": _token_parser, "mcp": _mcp_parser}[given[0]]()
    return command, parser.parse_args(given[1:])


def _serve_parser() -> tuple[argparse.ArgumentParser, Command]:
    parser = argparse.ArgumentParser(
        prog="python -m rag serve", description="Answer over HTTP, for other programs; see docs/service.md."
    )
    parser.add_argument(
        "--host", default="127.0.0.1", metavar="HOST", help="where to listen; beyond this machine a token is needed"
    )
    parser.add_argument(
        "--port", default=PORT, type=int, metavar="PORT", help=f"the port, {PORT} by default; 0 for a free one"
    )
    parser.add_argument(
        "--first-token",
        metavar="NAME",
        help="make a token of this name, and tell it once, where the store has none yet",
    )
    parser.add_argument("--store", type=Path, metavar="DIR", help="the folder of the stored index")
    return parser, _serve


def _serve(chosen: argparse.Namespace, settings: Settings) -> int:
    from rag.serve.http.command import serve

    return serve(chosen, settings)


def _mcp_parser() -> tuple[argparse.ArgumentParser, Command]:
    parser = argparse.ArgumentParser(
        prog="python -m rag mcp",
        description="Answer assistants over MCP, at standard input or over HTTP; see docs/service.md.",
    )
    parser.add_argument("--http", action="store_true", help="listen for HTTP (at /mcp) in place of standard input")
    parser.add_argument(
        "--host",
        default="127.0.0.1",
        metavar="HOST",
        help="with --http where to listen; beyond this machine a token is needed",
    )
    parser.add_argument(
        "--port",
        default=MCP_PORT,
        type=int,
        metavar="PORT",
        help=f"with --http the port, {MCP_PORT} by default; 0 for a free one",
    )
    parser.add_argument("--store", type=Path, metavar="DIR", help="the folder of the stored index")
    return parser, _mcp


def _mcp(chosen: argparse.Namespace, settings: Settings) -> int:
    from rag.serve.mcp.command import serve

    return serve(chosen, settings)


def _token_parser() -> tuple[argparse.ArgumentParser, Command]:
    parser = argparse.ArgumentParser(
        prog="python -m rag token", description="Make, list and revoke the tokens with which clients ask the service."
    )
    words = parser.add_subparsers(dest="word", required=True)
    add = words.add_parser("add", help="make a token, which is printed this once")
    add.add_argument("name", metavar="NAME", help="whose it is")
    add.add_argument("--edit", action="store_true", help="it may add, correct and remove documents too")
    revoke = words.add_parser("revoke", help="accept a token no more")
    revoke.add_argument("name", metavar="NAME", help="whose it was")
    for each in (add, revoke, words.add_parser("list", help="show who has a token, without the tokens")):
        each.add_argument("--store", type=Path, metavar="DIR", help="the folder of the stored index")
    return parser, _token


def _token(chosen: argparse.Namespace, settings: Settings) -> int:
    from index.storage.catalog import has_catalog
    from rag.serve.tokens import Tokens

    tokens = Tokens(settings.store)
    if chosen.word == "add":
        secret = tokens.add(chosen.name, "edit" if chosen.edit else "read")
        # Another folder than the service's is easily meant, and would be told only by a refusal.
        empty = "" if has_catalog(settings) else ", which contains no document yet"
        say(f"It counts for the store {settings.store}{empty}.", sys.stderr)
        print(secret)
    elif chosen.word == "revoke":
        tokens.revoke(chosen.name)
    else:
        for each in tokens.listed():
            print(harmless(f"{each.name}  {each.right}  made {each.made}"))
    return 0
