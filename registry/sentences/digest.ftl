# The digest of a week, and the command that writes it.

digest-title = What we tried and learned, { $first } to { $last }
digest-quiet = In these days nothing new was tried, decided or learned.
digest-started = What started
digest-decided = What was decided
digest-learned = What we learned
digest-surprised = What surprised us
digest-helped = What helped others
digest-waiting = What waits
digest-thanks = Thank you
digest-days = In earlier years
digest-standing = { $standing }.
digest-revised = It was written anew.
digest-helped-whom = It helped { $whom }.
digest-waits-in_review = In review since { DAY($day) }.
digest-waits-not_yet = Lacks one thing since { DAY($day) }.
digest-waits-to_decide = Has ended; a decision is due since { DAY($day) }.
digest-waits-to_learn = Decided on { DAY($day) }; what was learned is not written down yet.
digest-more = And { $count } more, in the registry.
digest-foot = Nobody is ranked here. Who is named agreed to it.

cli-digest-help = what happened in the last week, as Markdown or as HTML for any mailer
cli-digest-until = the last day told of, like 2026-11-22; yesterday when you leave it out
cli-digest-weeks = how many weeks up to that day, 1 to 53; 1 when you leave it out
cli-digest-html = write HTML to this file, or to standard output for -
cli-digest-markdown = write Markdown to this file; - is standard output, where it goes when you name neither
cli-digest-address = where people open the registry, like https://cx.example.org, for links; else REGISTRY_ADDRESS, else there are no links
cli-digest-no-address = “{ $address }” is not an address that a link can begin with. Write it like https://cx.example.org.
cli-digest-no-weeks = “{ $weeks }” is not a number of weeks from 1 to 53.
cli-digest-future = { DAY($day) } is not over yet. Choose a day before it, or leave --until out for yesterday.
cli-digest-one-output = Standard output takes one text. Give a file’s name for the others.
cli-digest-in-registry = “{ $file }” lies where the registry keeps its own files. Choose another folder.
cli-digest-unwritable = We cannot write “{ $file }”: { $reason }. Check the folder and try again.
cli-digest-no-registry = There is no registry in “{ $folder }”. Let REGISTRY_HOME name the folder of yours, then try again.
cli-digest-written = Written
