"""A visitor without a browser: asks a running server for a page and waits until its script has run."""

from time import perf_counter
from types import TracebackType
from typing import Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect
from websockets.typing import Origin, Subprotocol

from registry.sentences import say

PATIENCE_SECONDS = 60


class PageFailed(Exception):
    """The page raised, is unknown to the router, or did not finish: what it took means nothing."""


class Visitor:
    """One session at one server."""

    def __init__(self, url: str) -> None:
        address = f"{url.replace('http', 'ws', 1)}/_stcore/stream"
        self._stream = connect(
            address, subprotocols=[Subprotocol("streamlit")], max_size=None, origin=Origin(url)
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stream.close()

    def visit(self, page: str, query: str = "") -> float:
        """Run the script of *page* (its url path, empty for the front page) and return the seconds it took.

        From the question's leaving to the answer's last message. Raises PageFailed.
        """
        question = BackMsg()
        question.rerun_script.page_name = page
        question.rerun_script.query_string = query
        begun = perf_counter()
        self._stream.send(question.SerializeToString())
        while True:
            answer = ForwardMsg.FromString(self._received(page))
            match answer.WhichOneof("type"):
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
