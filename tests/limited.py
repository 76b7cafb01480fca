"""What permission bits forbid, forbidden to the tests as well: the root account may otherwise do it all."""

import ctypes
import os
from collections.abc import Callable
from threading import Thread
from typing import TypeVar

Result = TypeVar("Result")

# linux/prctl.h and linux/capability.h: passing over permission bits when writing, and when reading.
DROP_FOR_CHILDREN = 24
PASSES_OVER_BITS = (1, 2)
VERSION_3 = 0x20080522


class _Header(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("thread", ctypes.c_int))


class _Capabilities(ctypes.Structure):
    _fields_ = (
        ("effective", ctypes.c_uint32),
        ("permitted", ctypes.c_uint32),
        ("handed_on", ctypes.c_uint32),
    )


def limited(do: Callable[[], Result]) -> Result:
    """What *do* returns or raises in a thread, and in processes it starts, that permission bits bind.

    Linux keeps these rights for each thread; the rest of the test run goes on with its own.
    """
    results: list[Result] = []
    raised: list[BaseException] = []

    def run() -> None:
        try:
            if os.geteuid() == 0:
                _give_up_rights()
            results.append(do())
        except BaseException as error:
            raised.append(error)

    thread = Thread(target=run)
    thread.start()
    thread.join()
    if raised:
        raise raised[0]
    return results[0]


def _give_up_rights() -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    header, held = _Header(VERSION_3, 0), (_Capabilities * 2)()
    _check(libc.capget(ctypes.byref(header), held))
    for right in PASSES_OVER_BITS:
        _check(libc.prctl(DROP_FOR_CHILDREN, right, 0, 0, 0))
        held[0].effective &= ~(1 << right)
        held[0].permitted &= ~(1 << right)
        held[0].handed_on &= ~(1 << right)
    _check(libc.capset(ctypes.byref(header), held))


def _check(result: int) -> None:
    if result:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
