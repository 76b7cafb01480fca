# Care: backups, restoring, and replacing words that should not be here.

page-care = Care
page-care-title = Care
page-care-lead = For stewards: keep copies of the registry, go back to one, and take out what should not be here.

## Backups

backups-title = Backups
backups-lead = A backup is a copy of everything that people wrote, without their sign-ins. It can be made while everybody works.
backup-keys = The keys are not in it. Keep a copy of “keys/history.key” too, and not beside the backups: without it they cannot be restored, and whoever has both could change the history unseen.
backup-now = Make a backup now
backup-made = “{ $file }” is made: { $events ->
    [one] one event
   *[other] { $events } events
  } of history, { backup-size }.
backups-none = There is no backup here yet.
backups-space = { $files ->
    [one] One backup takes { backup-size }.
   *[other] { $files } backups take { backup-size }.
  } None of them is ever deleted here; whoever looks after this server can delete what nobody needs, in the folder “backups”.
backups-more = Show all { $files }
backup-size = { $megabytes } MB
backup-moment = { $day }, { $time } UTC
backup-line = { $at }, { backup-size }
backup-at-unknown = at an unknown time
backup-state-good = good
backup-state-foreign = another program’s
backup-state-older = of an older version
backup-state-newer = of a newer version
backup-state-damaged = damaged
backup-state-other_key = signed with another key
backup-state-altered = changed by hand
backup-download = Download
backup-restore = Restore …

backup-exists = There is a file “{ $file }” already. Choose another name, or add --replace when it is an earlier backup.
backup-replaces-no-backup = “{ $file }” is no backup, so it is not replaced. Choose another name.
backup-unknown = There is no backup “{ $file }” here any more. Reload the page to see which there are.
backup-not-written = The backup “{ $file }” could not be written ({ $problem }). Look whether its folder is there, may be written to and has room, then try again.
backup-registry-damaged = The registry’s own file is damaged ({ $problem }), so no backup was made of it. Restore an earlier one; docs/backup.md says how.

## Restoring

restore-title = Restore from a file
restore-lead = A backup that you keep elsewhere, up to { $megabytes } MB. A larger one can be restored at the command line.
field-restore_file = Backup
restore-look = Look at this file
restore-would = “{ $file }” ({ $at }, { $events ->
    [one] one event
   *[other] { $events } events
  } of history) would take the place of everything that is here now ({ $now ->
    [one] one event
   *[other] { $now } events
  }). What was written after it would not be here any more. The registry as it is now is kept as a backup, and everybody signs in again.
restore-now = Replace the registry by it
restore-not-now = Leave everything as it is
restore-done = The registry is now as it was in “{ $file }”: { $at }.
restore-kept = What was here before is kept as “backups/{ $file }”.
restore-sign-in = All sign-ins have ended, so everybody signs in again.
restore-go-on = Go on

restore-unreadable = “{ $file }” cannot be read ({ $problem }), so nothing was changed. Look whether it is there, and whether the disk has room for a copy of it.
restore-foreign = “{ $file }” is no registry, so nothing was changed. Choose a file that was made as a backup.
restore-damaged = “{ $file }” is damaged, or was cut short on its way, so nothing was changed. Choose another backup.
restore-newer = “{ $file }” was made by a newer version of this app, so nothing was changed. Update the app, then restore it.
restore-older = “{ $file }” was made by an older version of this app, so nothing was changed. Put it into an empty folder as registry.db, with a copy of your folder keys beside it; start this app once with REGISTRY_HOME naming that folder, make a backup there, and restore that one.
restore-other_key = “{ $file }” was signed with another key than the “keys/history.key” that is here, so nothing was changed. Put the key that belongs to it in its place, then restore it again.
restore-altered = Something in “{ $file }” was changed by hand, so its history does not hold, and nothing was changed here. Choose another backup.
restore-kept-waiting = Another program has been writing to the registry for a long time, so nothing was changed. End it, then restore again.

cli-backup-help = write a copy of the registry to a file, while people write
cli-backup-file = where to write it; what is there already stays
cli-backup-replace = replace the earlier backup that is there
cli-backup-where = File
cli-backup-size = Size
cli-backup-at = Made
cli-backup-events = Events
cli-backup-head = Last event’s mark
cli-backup-state = State
cli-restore-help = let a backup take the registry’s place, while the app runs; what it replaces is kept
cli-restore-file = a file that “backup” wrote

## Words that should not be here

redaction-title = Words that should not be here
redaction-lead = A name, a customer’s words, personal data: they are replaced everywhere they stand, for good. The history tells that and why you did it, never what stood there.
field-redaction_words = The words, as they stand there
field-redaction_words-why = The whole of it, at least { $shortest } characters. It is found also where accents, blanks or line breaks are set otherwise.
field-redaction_instead = What is to stand there instead
redaction-instead = (removed)
field-redaction_same_case = Only where capitals are the same
field-redaction_same_case-why = Left out, “Olga” also finds “OLGA”: names are written in more than one way.
field-redaction_inside_words = Also inside longer words
field-redaction_inside_words-why = Left out, “Ann” does not touch “planned”, and finds “Ann’s”.
redaction-look = Look where they stand
redaction-places = { $places ->
    [one] one place
   *[other] { $places } places
  }
redaction-stands = { $total ->
    [one] They stand in one place:
   *[other] They stand in { $total } places:
  }
redaction-stands-line = { $where }: { redaction-places }
redaction-stands-more = { $more ->
    [one] and one more experiment
   *[other] and { $more } more experiments
  }
redaction-stands-inside = { $places ->
    [one] One more place is inside a longer word, and stays.
   *[other] { $places } more places are inside longer words, and stay.
  }
redaction-plans = Where a plan calls an arm, a metric or a column so, the plan gets another fingerprint, and the pilot’s file has to say “{ $instead }” there too.
redaction-in-people = people
redaction-in-organisation = the organisation
redaction-in-policies = the policies
redaction-in-collections = the reading lists
redaction-in-history = the history
field-redaction_reason = Why, for the history
redaction-now = Replace them everywhere
redaction-done = { $total ->
    [one] The words are replaced in one place.
   *[other] The words are replaced in { $total } places.
  }
redaction-picture-done = The picture is replaced by a plain grey one.
redaction-not-wiped = Old traces of it may still lie in the registry’s file, because somebody was reading or the disk is full. They go when something is replaced again.
redaction-backups = { $files ->
    [0] There is no earlier backup here. Copies that somebody keeps elsewhere may still hold what stood there.
    [one] This earlier backup may still hold what stood there, and so may copies that somebody keeps elsewhere. Make a new one, and let whoever looks after this server delete it:
   *[other] These { $files } earlier backups may still hold what stood there, and so may copies that somebody keeps elsewhere. Make a new one, and let whoever looks after this server delete them:
  }
redaction-picture-title = A picture that should not be here
field-redaction_experiment = Which experiment
field-redaction_experiment-example = CX-17
redaction-no-pictures = { $code } has no pictures.
redaction-picture = Picture { $number }
redaction-picture-now = Replace it by plain grey

redaction-too-short = These words are too short: at least { $shortest } characters are needed, so that nothing else is replaced by mistake. Write more of what stands there.
redaction-instead-length = What is to stand there instead needs at least one character, and at most { $limit }. Write a few words.
redaction-instead-holds-it = What is to stand there instead holds the very words that are to go. Write something else.
redaction-without-reason = The history needs a reason. Write in a few words why this should not be here.
redaction-reason-holds-it = The reason holds the very words that are to go, and it is kept for good. Say it without them.
redaction-nowhere = This stands nowhere in the registry, so there was nothing to replace. Look whether it is spelt as it is there.
redaction-does-not-fit = With “{ $instead }” in their place { $code ->
    [none] what stands there
   *[other] { $code }
  } could not be kept: two things would have the same name, or a text would be too long. Nothing was changed. Let something else stand there instead.

## What the history tells

event-take_backup = downloaded a backup
changed-backup-file = file
changed-restore-file = file
changed-restore-made = made
changed-restore-replaced = what it replaced is kept as
changed-restore-by = asked for by
changed-redaction-reason = why
changed-redaction-where = where
changed-redaction-places = places
changed-redaction-picture = picture
