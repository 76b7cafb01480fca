# Whether the registry is whole: what `python -m registry check` says.

cli-check-help = is the registry whole, and its history as it was written?

cli-check-experiments = Experiments
cli-check-events = Events in the history
cli-check-backups = Backups compared
cli-check-whole = The registry is whole, and everything in it is as its history says.
cli-check-no-registry = There is no registry in “{ $folder }”. Let REGISTRY_HOME name the folder of yours, then check again.

## The file

found-unreadable = We could not read on from here: { $problem }. Put a good backup in its place, or show the file to somebody who knows SQLite.
found-foreign = The registry’s file is another program’s. Look whether REGISTRY_HOME names the right folder.
found-older = The registry’s file is of version { $version }, and this app’s is { $newest }. Start the app once to bring it up to date, then check again.
found-newer = The registry’s file is of version { $version }, newer than this app’s { $newest }. Update the app, then check again.
found-damaged = The registry’s file is damaged: { $problem }.
found-refers-to-nothing = Row { $row } of the table “{ $table }” refers to a row of “{ $other }” that is not there.
found-made-otherwise = The { $what } “{ $name }” { $state ->
    [gone] is not there any more.
    [strange] was not made by this app.
   *[changed] is not as this app made it.
  }
found-numbers-missing = The table “{ $table }” has { $there } rows, and { $given } were written.

## The history

found-who = { $by ->
    [0] the registry itself
   *[other] { $who }
  }
found-event = event { $number } ({ $day }, “{ $verb }”, { found-who })
found-row = { $table ->
    [people] Person { $row } (“{ $name }”)
    [organisation] Version { $row } of what the organisation says about itself
    [experiments] { $code }, its proposal or its team,
    [facts] Fact { $row } of { $code }
    [pictures] Picture { $row } of { $code }
    [policies] Policy { $row }
    [snapshots] Snapshot { $row } of { $code }
    [collections] Revision { $row } of a reading list
    [agreements] What somebody said about being named ({ $row })
   *[events] What event { $row } tells
  }
found-no-key = The history could not be verified: its key “keys/history.key” is not there, or is no key. Put the one you kept in its place, then check again.
found-other-key = None of the { $events } events fits the key “keys/history.key”: it is the key of another registry, or somebody wrote the history anew without it.
found-link-broken = The history is broken at { found-event }: it does not follow from the event before, so somebody changed one of them without the registry. { $more ->
    [0] All others hold.
   *[other] After it { $more } more do not hold.
  }
found-link-missing = The history is broken: event { $missing } is not there any more. The next one is { found-event }. { $more ->
    [0] All others hold.
   *[other] After it { $more } more do not hold.
  }
found-row-changed = { found-row } is not as { found-event } left it: somebody changed it without the registry.
found-row-missing = { found-row } is not there any more; { found-event } left it there.
found-row-unsealed = { found-row } was written without the registry: no event tells of it.
found-cut-off = The history does not lead on from event { $number }, the last one in the backup “{ $backup }” of { $day }: events were cut off at its end, or an older copy took the place of the registry’s file.

## What follows from the facts

found-underivable = The stage of { $code } cannot be derived: { $problem }.
found-list-lacks = Lists do not show { $code }. The next change to it brings it back.
found-list-differs = Lists show { $code } otherwise than its facts say. The next change to it sets that right.
found-search-lacks = Search does not find { $code }. The next change to it brings it back.
found-search-strange = Search still finds { $code }, which is not there.
found-more = There are { $more } more findings like these.
