"""The command line: each command reads what it is given, and prints JSON or a table.

A command is a module here, named after it, that ends in `COMMAND = Command(…)`; `assess.py` shows
the shape, `demo.py` one that opens the registry. To add one:

1. write the module, and put its name into COMMANDS of `main.py`;
2. say its help in the catalogue as `cli-<name>-help`, in a file `sentences/cli_<name>.ftl`;
3. when it writes, take `--as` with `as_option` and ask as `asking(db, args)` (`asking.py`).

Only the module of the command asked for is imported, so it imports what it needs at its top, heavy
or not. Whatever cannot be used is a `Refusal`: `main` turns it into one line on standard error and
exit code 2; a check that found something answers, and ends with 1 by its command's `exit_code`. A
command never prints; its answer comes back from `run`, `plain` makes JSON values of it and `table`
lines, and `main` takes out what would steer a terminal.
"""
