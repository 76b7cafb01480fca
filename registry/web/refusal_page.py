"""What somebody gets who asked for something that is not answered: a small page, or one line."""

from html import escape

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import Scope

from registry.sentences import say

PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<style>body {{ font: 1.1rem/1.5 sans-serif; max-width: 36rem; margin: 10vh auto; padding: 0 1rem }}</style>
<main><h1>{title}</h1><p>{text}</p><p><a href="/">{title}</a></p></main></html>"""


def refusal(scope: Scope, status: int, text: str) -> Response:
    """*text* with *status*: a page with the way back for a browser that shows one, else plain text."""
    if scope["type"] == "http" and "text/html" in Headers(scope=scope).get("accept", ""):
        return HTMLResponse(PAGE.format(title=escape(say("product-name")), text=escape(text)), status)
    return PlainTextResponse(f"{text}\n", status)
