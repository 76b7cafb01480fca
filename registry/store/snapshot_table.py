"""The step that gave the summaries of readings a table of their own; released, so it is never edited."""

SNAPSHOTS_OF_DATA = (
    # Days that a file added stand alone; those before them stay in the row that it adds to.
    """
    create table snapshots (
        id integer primary key autoincrement,
        experiment integer not null references experiments (id),
        at text not null,
        by integer not null references people (id),
        file_name text not null,
        sha256 text not null,
        rows integer not null,
        first_day text,
        last_day text,
        adds_to integer references snapshots (id),
        body text not null check (json_valid(body)),
        check ((first_day is null) = (last_day is null)),
        check (adds_to is null or first_day is not null)
    ) strict
    """,
    "create index snapshots_by_experiment on snapshots (experiment, id)",
    """
    create trigger snapshots_are_never_changed before update on snapshots
    begin select raise(abort, 'snapshots are appended, never changed'); end
    """,
    """
    create trigger snapshots_are_never_deleted before delete on snapshots
    begin select raise(abort, 'snapshots are appended, never deleted'); end
    """,
)
