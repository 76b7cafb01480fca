# Running, reading, deciding, learning: the pages after the start.

next-step = Next step
next-draft = Answer the rows of the quick check, and the door appears.
next-cleared = Nobody needs to be asked. Say until when, and start.
next-running-data = Give the pilot’s data whenever there is some; decide when it has ended.
next-running-look = Note what you see and hear. When you have seen enough, one tap ends it.
next-to_decide = It has ended. Decide what happens with it.
next-to_decide-no-data = It has ended. Give its data, and then decide what happens with it.
next-to_decide-hidden = It has ended, so its result may be shown now. The data was last read on { $day }, while it ran. Give newer data if there is some, or show the result of that day.
show-result = Show that result
next-to_learn = Write down what we now know, so that another team can use it. Five minutes are enough.
next-learned = Others can find it now. If you know more later, revise it.
next-withdrawn = It was taken back. If something was learned on the way, it is welcome.
decide-without-data = Decide without data
go-to-learning-learned = Revise what was learned
go-to-learning-withdrawn = Write down what was learned

## Pilot

limits-until = Until { $day }.
limits-cap = At most { $text }.
limits-stop_if = We stop if { $text }.
limits-expected = Expected before the start: { $text }
limits-expected-difference = Expected difference, written before the start: { $number }
page-pilot-title = Pilot data for { $code }
page-pilot-lead = { $rows ->
    [finer] Give a CSV or Parquet file; the rows of one customer are put together first.
   *[unit] Give a CSV or Parquet file with one row per customer.
 } It is reduced to counts, averages and spreads; the rows are not kept.
field-data = The pilot’s data
field-inbox = Or a file in the server’s data folder
field-inbox-example = choose a file
inbox-empty = The server’s data folder holds no CSV or Parquet file yet: { $folder }
pilot-read = Read this file
pilot-reading = Reading the file …
pilot-read-so-far = Reading the file: { $percent } %. Leaving this page stops it, too.
pilot-stop-reading = Stop reading
pilot-reading-stopped = The reading was stopped, and nothing of it was kept. Earlier readings are as they were.
pilot-still-running = The pilot is still running. Until it has ended only the guardrails are shown, because looking earlier would make chance look like an effect. Has it ended already? Then press “Stop now” on the experiment’s page first.
pilot-not-started = This pilot has not started yet. Data can be read once it runs.
pilot-no-plan = This pilot looks and listens, so there is no data file to read. Notes go on the experiment’s page.
stop-now = Stop now
stopped-on = Stopped on { $day }.
field-stop_reason = What made you stop? (optional)
story-notes = What we saw and heard
field-note = What did you see or hear?
field-note-example = Guests smile when they find the card.
field-count = How many times? (optional)
field-is_quote = These are a customer’s own words
field-picture = A picture (optional)
note-add = Add
note-tally = { $day }: { $what } ({ $count ->
    [one] once
   *[other] { $count } times
 })
note-picture = Picture of { $day }
notes-grade = Evidence of grade E: this is what we noticed. It says nothing about customers we did not see or hear.
tally-day = Day
tally-total = All days
tally-alt = Table: what was counted, by day.
one-tap-lead = Seen enough?
tap-keep_here = Keep it here
tap-walk_back = Stop it
tap-walk_back-ended = Go back to how it was
tap-try_bigger = Try it bigger

## Evidence

story-evidence = What the data say
reading-of = From “{ $file }”, { $rows ->
    [one] one row
   *[other] { $rows } rows
 }, read on { $day }. Only summaries were kept.
reading-added = { $n ->
    [one] Added one day, { DAY($first) }, to those read before.
   *[other] Added { $n } days, { DAY($first) } to { DAY($last) }, to those read before.
 }
reading-replaced = It took the place of what was read on { DAY($day) }.
reading-again = “{ $file }” was read today already, and says the same. Nothing was changed.
readings-earlier = { $count ->
    [one] One earlier reading
   *[other] { $count } earlier readings
 }
reading-called = { $day }: { $file }
field-reading = An earlier reading
field-reading-example = choose one to see it as it was shown then
evidence-checks = { $count ->
    [one] One check
   *[other] { $count } checks
 } of the data
evidence-grade = Evidence of grade { $grade }. { $assumption }
evidence-fingerprint = Read under the plan with the fingerprint { $fingerprint }.
recommendation-for = { $arm }:
recommendation-rule = Rule: { $rule }
metric-title = { $name } { $role ->
    [primary] (decides)
    [guardrail] (guardrail)
   *[watch] (watched)
 }
metric-margin = may get worse by at most { $margin }
metric-mde = smallest difference that matters: { $mde }
metric-not-yet = This is shown when the pilot has ended. Looking earlier would make chance look like an effect.
percentage-points = percentage points
in-percentage-points = { $is_one ->
    [true] { $number } percentage point
   *[false] { $number } percentage points
 }
own-units = in its own units
axis-difference = Difference to the control ({ $unit })
line-interval = difference, with its interval
line-zero = no difference
line-margin = margin: no worse than this
line-mde = smallest difference that matters, either way
interval = { $low } to { $high }
counts = { $control } and { $arm }
column-arm = Arm
column-control = { $control }
column-value = This arm
column-difference = Difference
column-interval = { $confidence } % interval
column-relative = Relative
column-p = p-value
column-p-adjusted = p, adjusted for several arms
column-n = Answers (control, arm)
table-alt = Table: { $name }, each arm against the control, with interval, p-value and numbers of answers.
chart-alt = { $metric }: { $arm } differs from the control by { $difference }, interval { $low } to { $high }.

## Decision

page-decision-title = Decide about { $code }
decision-question = What happens now?
decision-still-running = The pilot is still running. Stop it first on the experiment’s page, or wait for its end.
decision-no-reading = No data was read yet. You can still decide, on what people saw.
field-choice = Your decision
field-which-arm = Which of them?
adopted-arm = { $arm }
field-reason = Why, in a few words
reason-optional = A reason helps those who read this later. You can leave it out.
decide = Decide
choice-adopt = Adopt it
choice-adopt-means = Rolling out to everyone is a door of its own, so a new draft opens for that.
choice-walk_back = Walk back
choice-walk_back-means = Everyone has the old experience back. What was learned stays.
choice-try_again = Change it and try again
choice-try_again-means = A new draft opens with the same idea, ready to be changed.
choice-keep_here = Keep it here
choice-keep_here-means = It stays where it was tried.
choice-try_bigger = Try it bigger
choice-try_bigger-means = A new draft opens for a larger step.
story-decision = What was decided
decided-by = by { $name } on { $day }
decision-frozen = The evidence above is kept as it was seen then, under the plan { $fingerprint }.
story-withdrawal = It was taken back

## Learning

page-learning-title = What did { $code } teach us?
page-learning-lead = About the world, not about who did what. Six short fields; leave out what does not apply.
learning-expected = What we expected
learning-expected-example = One in ten would write back.
learning-happened = What happened
learning-happened-example = One in fifty did; most kept the card.
learning-surprised = What surprised us
learning-surprised-example = Guests photographed the card and posted it.
learning-hard_to_see = What made it hard to see beforehand
learning-hard_to_see-help = One condition per line: at least one from the process, and one from customers’ words.
learning-hard_to_see-example = The survey asks only people who come back.
learning-tell_others = What we would tell another team, in one sentence
learning-tell_others-example = A card is read when it names the product.
learning-next_step = The next small step
learning-next_step-example = Try it with returns only.
learn = Tell it
story-learning = What we learned
