"""A visitor without a browser: asks a running server for a page and waits until its script has run."""

from collections.abc import Mapping
from http.cookies import SimpleCookie
from time import perf_counter
from types import TracebackType
from typing import Self
from urllib.request import urlopen

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect
from websockets.typing import Origin, Subprotocol

from registry.sentences import say

PATIENCE_SECONDS = 60
XSRF = "_streamlit_xsrf"
"""A browser repeats this cookie beside the others; without that Streamlit looks at none of its own."""


class PageFailed(Exception):
    """The page raised, is unknown to the router, or did not finish: what it took means nothing."""


def cookies_of(url: str) -> dict[str, str]:
    """The cookies that a browser gets when it opens the page at *url*."""
    with urlopen(url, timeout=PATIENCE_SECONDS) as answer:  # noqa: S310 - a server of our own
        headers = answer.headers.get_all("set-cookie", [])
    return {name: morsel.value for header in headers for name, morsel in SimpleCookie(header).items()}


class Visitor:
    """One session at one server, with the *cookies* of a browser that has just opened it, or with others.

    With *session*, the id of one that was there before, the visitor asks to go on with it.
    """

    def __init__(self, url: str, cookies: Mapping[str, str] | None = None, session: str = "") -> None:
        self.session = ""
        self.answers: list[ForwardMsg] = []
        """What the server sent during the last visit."""
        cookies = cookies_of(url) if cookies is None else cookies
        said = ["streamlit", cookies.get(XSRF, "none"), *([session] if session else [])]
        self._connecting = connect(
            f"{url.replace('http', 'ws', 1)}/_stcore/stream",
            subprotocols=[Subprotocol(each) for each in said],
            max_size=None,
            origin=Origin(url),
            additional_headers={"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())},
        )

    def __enter__(self) -> Self:
        self._stream = self._connecting.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connecting.__exit__(kind, error, trace)

    def visit(self, page: str, query: str = "") -> float:
        """Run the script of *page* (its url path, empty for the front page) and return the seconds it took.

        From the question's leaving to the answer's last message. Raises PageFailed.
        """
        question = BackMsg()
        question.rerun_script.page_name = page
        question.rerun_script.query_string = query
        self.answers.clear()
        begun = perf_counter()
        self._stream.send(question.SerializeToString())
        while True:
            answer = ForwardMsg.FromString(self._received(page))
            self.answers.append(answer)
            match answer.WhichOneof("type"):
                case "new_session":
                    self.session = answer.new_session.initialize.session_id
                case "page_not_found":
                    raise PageFailed(f"The router knows no page “{page}”.")
                case "delta" if answer.delta.new_element.alert.body == say("page-failed"):
                    raise PageFailed(f"The script of page “{page}” failed; the server's log says why.")
                case "script_finished":
                    return perf_counter() - begun

    def _received(self, page: str) -> bytes:
        try:
            message = self._stream.recv(timeout=PATIENCE_SECONDS)
        except TimeoutError as error:
            raise PageFailed(f"Page “{page}” did not finish in {PATIENCE_SECONDS} s.") from error
        if isinstance(message, str):
            raise PageFailed(f"The server answered in words: {message[:80]}")
        return message
