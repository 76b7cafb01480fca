"""A file that is not the text it seems to be is refused by what it is, or read as what it says."""

import bz2
import gzip
import io
import lzma
import sqlite3
import zipfile
from pathlib import Path

import pytest

from registry.sentences import say
from tests.analysis.pilots import BOTH, GOOD, csv_file, parquet_file, pilot_plan, reduced, refusal

HEAD = "arm,spend\n"
ROWS = "A,1\nA,2\nB,3\nB,4\n"
PLAN = pilot_plan()


def written(tmp_path: Path, content: bytes, name: str = "pilot.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


def archive(member: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr(member, HEAD + ROWS)
    return packed.getvalue()


PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
JPEG = b"\xff\xd8\xff\xe0\0\x10JFIF\0"
PAGE = "<!DOCTYPE html>\n<html><body>Sign in</body></html>"

LYING = {
    "gzip": (gzip.compress(GOOD.encode()), "file-is-compressed"),
    "bzip2": (bz2.compress(GOOD.encode()), "file-is-compressed"),
    "xz": (lzma.compress(GOOD.encode()), "file-is-compressed"),
    "7z": (b"7z\xbc\xaf\x27\x1c\0\x04", "file-is-compressed"),
    "rar": (b"Rar!\x1a\x07\x01\0", "file-is-compressed"),
    "zip": (archive("pilot.csv"), "file-is-compressed"),
    "xlsx": (archive("[Content_Types].xml"), "file-is-workbook"),
    "ods": (archive("mimetype"), "file-is-workbook"),
    "xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "file-is-workbook"),
    "html": (PAGE.encode(), "file-is-page"),
    "html after blanks": (b"\xef\xbb\xbf\n  " + PAGE.encode(), "file-is-page"),
    "pdf": (b"%PDF-1.7\n1 0 obj\n", "file-not-text"),
    "pdf of bytes": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "file-not-text"),
    "png": (PNG, "file-not-text"),
    "jpeg": (JPEG, "file-not-text"),
    "json": (b'[{"arm": "A", "spend": 1}]', "file-not-text"),
    "json lines": (b'{"arm": "A", "spend": 1}\n', "file-not-text"),
    "arrow": (b"ARROW1\0\0", "file-not-text"),
    "zeros": (b"\0" * 5000, "file-not-text"),
    "zeros within": (GOOD.replace("2.5", "2\0.5").encode(), "file-not-text"),
    "utf-16 without a mark": (GOOD.encode("utf-16-le"), "file-not-text"),
    "big utf-16 without a mark": (GOOD.encode("utf-16-be"), "file-not-text"),
    "utf-16 cut off": (GOOD.encode("utf-16") + b"x", "file-not-text"),
    "half a sign": (GOOD.encode("utf-16") + b"\x00\xd8\n\0", "file-not-text"),
    "zeros in utf-16": ((GOOD + "A,1\0,1,k\n").encode("utf-16"), "file-not-text"),
    "utf-32": (GOOD.encode("utf-32"), "file-not-text"),
    "latin-1": ((GOOD + "Grüße,1,1,k9\n").encode("latin-1"), "file-not-utf8"),
    "half a letter at the end": ((GOOD + "ü").encode()[:-1], "file-not-utf8"),
    "a mark and nothing": (b"\xef\xbb\xbf", "file-empty"),
    "a mark of utf-16 and nothing": (b"\xff\xfe", "file-empty"),
    "blanks in utf-16": ("\n \n".encode("utf-16"), "file-empty"),
    "semicolons in utf-16": (GOOD.replace(",", ";").encode("utf-16"), "file-semicolons"),
    "semicolons and decimal commas": (b"arm;spend\nA;1,5\nB;2,5\n", "file-semicolons"),
    "tabs": (GOOD.replace(",", "\t").encode(), "file-tabs"),
}


@pytest.mark.parametrize("lie", LYING)
def test_file_that_lies_about_its_type_is_called_what_it_is(lie: str, tmp_path: Path, folder: Path):
    content, told = LYING[lie]

    refused = refusal(BOTH, written(tmp_path, content), folder)

    assert refused.id == told
    assert "“pilot.csv”" in say(refused)


def test_database_is_not_text(tmp_path: Path, folder: Path):
    path = tmp_path / "pilot.csv"
    with sqlite3.connect(path) as database:
        database.execute("create table arm (spend)")
    database.close()

    assert refusal(PLAN, path, folder).id == "file-not-text"


def test_csv_called_parquet_is_read_as_the_csv_that_it_is(tmp_path: Path, folder: Path):
    assert reduced(BOTH, csv_file(tmp_path, GOOD, name="pilot.parquet"), folder).rows == 5


def test_parquet_called_csv_is_read_as_the_parquet_that_it_is(tmp_path: Path, folder: Path):
    path = parquet_file(tmp_path, "select 'A' as arm, 1 as spend union all select 'B', 2")

    assert reduced(PLAN, path.rename(tmp_path / "pilot.csv"), folder).rows == 2


@pytest.mark.parametrize("mark", [b"\xfe\xff", b"\xff\xfe"])
def test_utf_16_is_read_in_either_order_of_its_bytes(mark: bytes, tmp_path: Path, folder: Path):
    encoding = "utf-16-be" if mark == b"\xfe\xff" else "utf-16-le"
    path = written(tmp_path, mark + GOOD.replace("B,", "Grüße,").encode(encoding))

    assert reduced(PLAN, path, folder).arms == {"A": 2, "Grüße": 3}


@pytest.mark.parametrize("sign", ["\ufeff", "\u200b", "\u200d", "\u2060", "\xad", "\u200f", "\xa0", "\u3000"])
def test_arm_with_a_sign_that_nobody_sees_is_no_arm_of_its_own(sign: str, tmp_path: Path, folder: Path):
    path = csv_file(tmp_path, HEAD + ROWS + f"{sign}A,5\n")

    refused = refusal(PLAN, path, folder)

    assert refused.id == "file-arms-twins"
    assert f"⟨U+{ord(sign):04X}⟩A" in say(refused)


@pytest.mark.parametrize("sign", ["\u200b", "\xa0", "\ufeff", "\u202f"])
def test_sign_that_nobody_sees_is_shown_in_a_refusal(sign: str, tmp_path: Path, folder: Path):
    path = csv_file(tmp_path, HEAD + ROWS + f"A,5{sign}\n")

    refused = refusal(PLAN, path, folder)

    assert (refused.id, refused.values["row"]) == ("file-text-among-numbers", 6)
    assert f"“5⟨U+{ord(sign):04X}⟩”" in say(refused)


def test_column_with_a_sign_that_nobody_sees_is_shown_with_it(tmp_path: Path, folder: Path):
    path = csv_file(tmp_path, "\ufeff\ufeff" + HEAD + ROWS)

    refused = refusal(PLAN, path, folder)

    assert (refused.id, refused.values["nearest"]) == ("file-column-missing-nearest", "⟨U+FEFF⟩arm")


def test_file_whose_name_breaks_lines_is_named_on_one(tmp_path: Path, folder: Path):
    refused = refusal(PLAN, csv_file(tmp_path, "", name="pi\nlot.csv"), folder)

    assert "“pi⟨U+000A⟩lot.csv”" in say(refused)


def test_what_is_quoted_from_a_file_is_never_longer_than_a_line(tmp_path: Path, folder: Path):
    path = csv_file(tmp_path, HEAD + "B,1\n" + "C" * 199 + "\ufeff,2\n", name="x" * 200 + ".csv")

    refused = refusal(PLAN, path, folder)

    assert refused.id == "file-control-absent"
    assert max(len(value) for value in refused.values.values() if isinstance(value, str)) <= 200
