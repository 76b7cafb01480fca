"""Whether an organisation adopted a policy; asked without loading what opens the registry: half a second."""

import sqlite3
from contextlib import closing
from pathlib import Path


def may_have_own(file: Path) -> bool:
    """Whether a policy was adopted in the registry *file*.

    True also where *file* cannot be read as it should: whoever opens it then says why.
    """
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as db:
            tables = db.execute("select 1 from sqlite_schema where name = 'experiments'").fetchall()
            named = db.execute("select 1 from sqlite_schema where name = 'policies'").fetchall()
            if tables and not named:
                return False
            return bool(db.execute("select exists (select 1 from policies)").fetchone()[0])
    except sqlite3.Error:
        return True
