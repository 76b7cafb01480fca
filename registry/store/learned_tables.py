"""The step that gave learnings their standing, their links, and what leaders and teams read of them."""

from registry.store.search import COLUMNS
from registry.store.words import TOKENIZER

WHAT_WAS_LEARNED = (
    # Rebuildable from the facts, as all of this table: what lists, filters and leaders' figures show.
    *(
        f"alter table experiment_index add column {column}"
        for column in (
            "outcome text",
            "grade text",
            "standing text",
            "promise text not null default ''",
            "journey_stage text not null default ''",
            "channel text not null default ''",
            "topic text not null default ''",
            "metric text not null default ''",
            "proposed_on text not null default ''",
            "started_on text",
            "ends_on text",
            "decided_on text",
            "learned_on text",
            "look_again text",
            "has_surprise integer not null default 0",
            "has_next_step integer not null default 0",
            "has_quote integer not null default 0",
            "has_sentence integer not null default 0",
            "asks_to_look integer not null default 0",
            "holds_quote integer not null default 0",
        )
    ),
    # What the week reads: what happened lately, and what happened on this day of other years.
    "create index facts_by_kind on facts (kind, at)",
    *(
        f"create index experiment_index_by_{column} on experiment_index (substr({column}, 6))"
        for column in ("started_on", "ends_on", "learned_on")
    ),
    *(
        f"create index experiment_index_{column}_having_{having} on experiment_index ({column}, experiment)"
        f" where {having} and not is_private"
        for column, having in (
            ("decided_on", "has_quote"),
            ("started_on", "has_quote"),
            ("learned_on", "has_sentence"),
        )
    ),
    # What is one's team's own is asked for on every visit.
    "create index experiment_index_by_team on experiment_index (team, learned_on)",
    "create index experiment_index_by_proposer on experiment_index (proposed_by, learned_on)",
    # For what is worth another look: whose day comes, and what serves the same promise.
    "create index experiment_index_by_look_again on experiment_index (look_again)",
    "create index experiment_index_by_topic on experiment_index (promise, topic, learned_on)",
    "create index experiment_index_by_stage_of_journey"
    " on experiment_index (promise, journey_stage, learned_on)",
    # In which order those rows were written: whoever keeps them in mind reads only what is newer.
    # Its numbers are never given twice, not even after all of them were taken out.
    """
    create table renewals (
        number integer primary key autoincrement,
        experiment integer not null unique references experiments (id)
    ) strict
    """,
    # Rebuildable from the facts: the words, as they are compared.
    "drop table search",
    f"create virtual table search using fts5 ({COLUMNS}, tokenize = '{TOKENIZER}')",
    # What is replaced because it should not have been there leaves the index's pages too.
    "insert into search (search, rank) values ('secure-delete', 1)",
    # Rebuildable from the facts: which experiment points at which other one.
    """
    create table links (
        experiment integer not null references experiments (id),
        relation text not null,
        other integer not null references experiments (id),
        primary key (experiment, relation, other)
    ) strict
    """,
    "create index links_by_other on links (other, relation)",
    # Reading lists picked by hand. A later row of the same collection stands in the place of an earlier one.
    """
    create table collections (
        id integer primary key autoincrement,
        collection integer not null,
        at text not null,
        by integer not null references people (id),
        token text unique,
        body text not null check (json_valid(body))
    ) strict
    """,
    "create index collections_by_collection on collections (collection, id)",
    """
    create trigger collections_are_never_changed before update on collections
    begin select raise(abort, 'collections are appended, never changed'); end
    """,
    """
    create trigger collections_are_never_deleted before delete on collections
    begin select raise(abort, 'collections are appended, never deleted'); end
    """,
    # Whether somebody agreed to be named where they are thanked. A later row counts.
    """
    create table agreements (
        id integer primary key autoincrement,
        at text not null,
        by integer not null references people (id),
        token text unique,
        agrees integer not null check (agrees in (0, 1))
    ) strict
    """,
    "create index agreements_by_person on agreements (by, id)",
    """
    create trigger agreements_are_never_changed before update on agreements
    begin select raise(abort, 'agreements are appended, never changed'); end
    """,
    """
    create trigger agreements_are_never_deleted before delete on agreements
    begin select raise(abort, 'agreements are appended, never deleted'); end
    """,
    # When somebody was last on the leaders' page, so that it can say what is new to them alone.
    """
    create table last_looks (
        person integer primary key references people (id),
        before text,
        latest text not null
    ) strict
    """,
)
